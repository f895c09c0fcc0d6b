//! A guide as one long scroll of lines, of which only what is looked at is set.
//!
//! A place in it is a piece of the guide and a line of that piece's page. A place that
//! must outlive a change of width is an [`Anchor`]: an offset in the document.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::guide::Guide;
use crate::page::{self, Answers, Glyphs, Hit, Page, Pattern, Stop, Style};

/// So many pages are kept; beyond, all are set anew as they are looked at.
const KEPT: usize = 512;

/// What the lines depend on besides the guide and its open answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Columns for running text.
    pub width: usize,
    /// Columns for tables and code.
    pub wide: usize,
    /// The signs to set with.
    pub glyphs: Glyphs,
    /// Blank lines between lines.
    pub roomy: bool,
}

/// A line: the piece it belongs to and its number in that piece's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Spot {
    /// Number of the piece.
    pub piece: usize,
    /// Number of the line in the piece's page.
    pub line: usize,
}

/// A line by what it says: it starts at byte `at` of the document, and `skip` lines
/// above it start there too. Blank lines belong to the words below them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchor {
    /// Byte offset in the document.
    pub at: usize,
    /// Lines above that start at the same offset.
    pub skip: usize,
    /// Blank lines above that are shown with it.
    pub blank: usize,
}

impl Anchor {
    /// The first line that starts at byte offset `at`.
    #[must_use]
    pub fn at(at: usize) -> Self {
        Self { at, ..Self::default() }
    }
}

/// The pages of a guide.
#[derive(Debug)]
pub struct Pages {
    guide: Arc<Guide>,
    setting: Setting,
    open: HashSet<usize>,
    find: Option<Pattern>,
    set: HashMap<usize, Page>,
}

impl Pages {
    /// The pages of `guide`; none is set yet.
    #[must_use]
    pub fn new(guide: Arc<Guide>, setting: Setting) -> Self {
        Self { guide, setting, open: HashSet::new(), find: None, set: HashMap::new() }
    }

    /// The guide they show.
    #[must_use]
    pub fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// Shows another version of the same guide: all of it, or with its outline known.
    pub fn replace(&mut self, guide: Arc<Guide>) {
        self.guide = guide;
        self.set.clear();
    }

    /// Sets the pages in another way from now on.
    pub fn reset(&mut self, setting: Setting) {
        if self.setting != setting {
            self.setting = setting;
            self.set.clear();
        }
    }

    /// What is looked for and marked.
    #[must_use]
    pub fn looked_for(&self) -> Option<&Pattern> {
        self.find.as_ref()
    }

    /// Looks for something else, or for nothing.
    pub fn look_for(&mut self, find: Option<Pattern>) {
        if self.find != find {
            self.find = find;
            self.set.clear();
        }
    }

    /// What is looked for in a piece as it stands when the answers in `open` are open.
    #[must_use]
    pub fn hits(&self, piece: usize, open: &HashSet<usize>) -> Vec<Hit> {
        page::hits(&self.guide, piece, &self.style(open))
    }

    fn style<'a>(&'a self, open: &'a HashSet<usize>) -> Style<'a> {
        let Setting { width, wide, glyphs, roomy } = self.setting;
        let (answers, find) = (Answers::Open(open), self.find.as_ref());
        Style { width, wide, glyphs, roomy, addresses: false, answers, find, only_find: false }
    }

    /// The questions whose answers are open, by offset.
    #[must_use]
    pub fn open(&self) -> &HashSet<usize> {
        &self.open
    }

    /// Changes which answers are open.
    pub fn set_open(&mut self, open: HashSet<usize>) {
        self.open = open;
        self.set.clear();
    }

    /// The page of a piece, if it has been set.
    #[must_use]
    pub fn get(&self, piece: usize) -> Option<&Page> {
        self.set.get(&piece)
    }

    /// The page of a piece, set now if it was not.
    pub fn page(&mut self, piece: usize) -> &Page {
        if self.set.len() > KEPT && !self.set.contains_key(&piece) {
            self.set.clear();
        }
        if !self.set.contains_key(&piece) {
            let page = page::piece(&self.guide, piece, &self.style(&self.open));
            self.set.insert(piece, page);
        }
        &self.set[&piece]
    }

    /// What can be acted on in a piece. A piece whose source has no sign of links, notes
    /// or questions is not set for it: a long text may have few.
    pub fn stops(&mut self, piece: usize) -> &[Stop] {
        if self.has_signs(piece) { &self.page(piece).stops } else { &[] }
    }

    fn has_signs(&self, piece: usize) -> bool {
        let range = self.guide.piece(piece);
        let text = &self.guide.source().as_bytes()[range.clone()];
        let asks = || {
            self.guide.known_outline().is_some_and(|outline| {
                let from = outline.entries.partition_point(|entry| entry.at < range.start);
                let here = outline.entries[from..].iter().take_while(|entry| entry.at < range.end);
                here.into_iter().any(|entry| entry.question || entry.is("faq"))
            })
        };
        memchr::memchr3(b'[', b'<', b'`', text).is_some()
            || ["://", "www.", "~~~"]
                .iter()
                .any(|s| memchr::memmem::find(text, s.as_bytes()).is_some())
            || asks()
    }

    /// The line below, if there is one.
    pub fn below(&mut self, spot: Spot) -> Option<Spot> {
        if spot.line + 1 < self.page(spot.piece).lines.len() {
            return Some(Spot { line: spot.line + 1, ..spot });
        }
        let rest = spot.piece + 1..self.guide.pieces();
        let piece = rest.into_iter().find(|piece| !self.page(*piece).lines.is_empty())?;
        Some(Spot { piece, line: 0 })
    }

    /// The line above, if there is one.
    pub fn above(&mut self, spot: Spot) -> Option<Spot> {
        if spot.line > 0 {
            return Some(Spot { line: spot.line - 1, ..spot });
        }
        let piece = (0..spot.piece).rev().find(|piece| !self.page(*piece).lines.is_empty())?;
        let line = self.page(piece).lines.len() - 1;
        Some(Spot { piece, line })
    }

    /// `count` lines further down, or the last line; how many lines it moved.
    pub fn down(&mut self, mut spot: Spot, count: usize) -> (Spot, usize) {
        for moved in 0..count {
            match self.below(spot) {
                Some(next) => spot = next,
                None => return (spot, moved),
            }
        }
        (spot, count)
    }

    /// `count` lines further up, or the first line.
    pub fn up(&mut self, mut spot: Spot, count: usize) -> Spot {
        for _ in 0..count {
            match self.above(spot) {
                Some(next) => spot = next,
                None => break,
            }
        }
        spot
    }

    /// The first line.
    pub fn first(&mut self) -> Spot {
        let piece = (0..self.guide.pieces()).find(|piece| !self.page(*piece).lines.is_empty());
        Spot { piece: piece.unwrap_or(0), line: 0 }
    }

    /// The last line that says something.
    pub fn last(&mut self) -> Spot {
        let end = Spot { piece: self.guide.pieces(), line: 0 };
        let mut spot = self.above(end).unwrap_or_default();
        while self.is_blank(spot) {
            match self.above(spot) {
                Some(above) => spot = above,
                None => break,
            }
        }
        spot
    }

    /// What the line at `spot` says, as an anchor.
    pub fn anchor(&mut self, spot: Spot) -> Anchor {
        let (mut words, mut blank) = (spot, 0);
        while self.is_blank(words) {
            let Some(below) = self.below(words) else { break };
            (words, blank) = (below, blank + 1);
        }
        let lines = &self.page(words.piece).lines;
        let Some(line) = lines.get(words.line) else {
            return Anchor::at(self.guide.piece(words.piece).start);
        };
        let above = lines[..words.line].iter().rev();
        Anchor { at: line.at, skip: above.take_while(|l| l.at == line.at).count(), blank }
    }

    fn is_blank(&mut self, spot: Spot) -> bool {
        self.page(spot.piece).lines.get(spot.line).is_some_and(page::Line::is_blank)
    }

    /// The line in which the words of `anchor` stand now, or as many blank lines above it.
    pub fn spot(&mut self, anchor: Anchor) -> Spot {
        let mut spot = self.words(anchor);
        for _ in 0..anchor.blank {
            match self.above(spot) {
                Some(above) if self.is_blank(above) => spot = above,
                _ => break,
            }
        }
        spot
    }

    /// The line in which the words of `anchor` stand now.
    fn words(&mut self, anchor: Anchor) -> Spot {
        let mut piece = self.guide.piece_at(anchor.at);
        while piece > 0 && self.page(piece).lines.is_empty() {
            piece -= 1;
        }
        let lines = &self.page(piece).lines;
        let Some(last) = lines.iter().rposition(|line| line.at <= anchor.at) else {
            return Spot { piece, line: 0 };
        };
        let at = lines[last].at;
        let same = lines[..last].iter().rev().take_while(|line| line.at == at).count();
        let skip = if at == anchor.at { anchor.skip.min(same) } else { same };
        Spot { piece, line: last - same + skip }
    }
}
