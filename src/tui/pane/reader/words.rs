//! The words of what is being read, without line ends of ours: what is copied.

use super::Reader;
use crate::guide::block::Kind;
use crate::guide::text::plain;

impl Reader {
    /// The offset of what is being read: of what has the focus, else of the top line.
    #[must_use]
    pub fn reading_at(&self) -> usize {
        let focused = self.focus.and_then(|focus| {
            let page = self.pages.get(focus.piece)?;
            let line = page.stops.get(focus.stop)?.parts.first()?.0;
            Some(page.lines.get(line)?.at)
        });
        focused.unwrap_or_else(|| self.at())
    }

    /// The paragraph, list or table being read; a heading with what stands under it.
    #[must_use]
    pub fn paragraph_text(&self) -> String {
        let (guide, at) = (self.guide(), self.reading_at());
        let blocks = guide.blocks(guide.piece_at(at));
        let i = blocks.partition_point(|block| block.at <= at).saturating_sub(1);
        let heading = matches!(blocks.get(i).map(|b| &b.kind), Some(Kind::Heading { .. }));
        let end = (i + 1 + usize::from(heading)).min(blocks.len());
        plain(blocks.get(i..end).unwrap_or_default())
    }

    /// The section or answer in which offset `at` stands, with its heading and what
    /// stands under it.
    #[must_use]
    pub fn section_text(&self, at: usize) -> String {
        let guide = self.guide();
        let len = guide.source().len();
        let range = guide.known_outline().and_then(|outline| {
            let i = outline.entry_at(at)?;
            Some(outline.entries[i].at..outline.end(i, len))
        });
        plain(&guide.blocks_in(range.unwrap_or_else(|| guide.piece(guide.piece_at(at)))))
    }
}
