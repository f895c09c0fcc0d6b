//! The words of what is being read, without line ends of ours: what is copied.

use super::Reader;
use crate::faq::outermost_question;
use crate::guide::block::{Block, Kind};
use crate::page::{self, Glyphs, Role, Style};

/// Wide enough that no paragraph is broken into lines.
const UNBROKEN: usize = 1 << 16;

impl Reader {
    /// The offset of the line that has the mark: that of what has the focus, else that of
    /// the hit that is reached.
    pub(super) fn marked_at(&self) -> Option<usize> {
        let (piece, line) = match self.focus {
            Some(focus) => {
                let stop = self.pages.get(focus.piece)?.stops.get(focus.stop)?;
                (focus.piece, stop.parts.first()?.0)
            }
            None => self.hit_line()?,
        };
        Some(self.pages.get(piece)?.lines.get(line)?.at)
    }

    /// The offset of what is being read: of the line that has the mark, else of the top.
    #[must_use]
    pub fn reading_at(&self) -> usize {
        self.marked_at().unwrap_or_else(|| self.at())
    }

    /// The offset of the section being read; questions belong to the section that asks them.
    #[must_use]
    pub fn section_at(&self) -> usize {
        let at = self.reading_at();
        let Some(outline) = self.guide().known_outline() else { return at };
        let Some(here) = outline.entry_at(at) else { return at };
        let asked = outermost_question(outline, here);
        let asking = asked.and_then(|question| outline.entries[question].parent);
        asking.map_or(at, |asking| outline.entries[asking].at)
    }

    /// The paragraph, list or table being read; a heading with what stands under it.
    #[must_use]
    pub fn paragraph_text(&self) -> String {
        let (guide, at) = (self.guide(), self.reading_at());
        let blocks = guide.blocks(guide.piece_at(at));
        let i = blocks.partition_point(|block| block.at <= at).saturating_sub(1);
        let heading = matches!(blocks.get(i).map(|b| &b.kind), Some(Kind::Heading { .. }));
        let end = (i + 1 + usize::from(heading)).min(blocks.len());
        self.unwrapped(blocks.get(i..end).unwrap_or_default())
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
        let range = range.unwrap_or_else(|| guide.piece(guide.piece_at(at)));
        self.unwrapped(&guide.blocks_in(range))
    }

    /// Blocks as text: bullets, numbers and labels stay, rules, bars and note marks do not.
    fn unwrapped(&self, blocks: &[Block]) -> String {
        let style = Style::print(UNBROKEN, Glyphs::Unicode);
        let page = page::blocks_of(self.guide(), blocks, &style);
        let mut text = String::new();
        for line in &page.lines {
            let drawn = |role| matches!(role, Role::Full | Role::Empty) || role == Role::Mark;
            let words = |span: &&page::Span| !drawn(span.role) && !span.text.trim().is_empty();
            if !line.is_blank() && !line.spans.iter().any(|span| words(&span)) {
                continue;
            }
            let quote = Glyphs::Unicode.quote();
            let spans = line.spans.iter().filter(|s| s.role != Role::Note && s.text != quote);
            let said: String = spans.map(|span| span.text.as_str()).collect();
            let blank = said.trim().is_empty();
            if !(blank && text.ends_with("\n\n")) {
                text.push_str(said.trim_end());
                text.push('\n');
            }
        }
        text
    }
}
