//! Typesetting: blocks and a width become lines.
//!
//! Both doors show guides through this module. A line knows which byte of the document
//! it starts at, so that a reading place can be found again at any other width.

mod blocks;
mod figure;
mod flow;
mod found;
mod glyphs;
mod table;

use std::collections::HashSet;

use crate::guide::Guide;
use crate::guide::block::{Block, Face};
use crate::guide::link::Target;

pub use found::{Estimator, Pattern};
pub use glyphs::Glyphs;

/// How a page is to be set.
#[derive(Debug, Clone)]
pub struct Style<'a> {
    /// Columns that running text may take, at least 1.
    pub width: usize,
    /// Columns that tables and code may take, at least `width`.
    pub wide: usize,
    /// The signs to set it with.
    pub glyphs: Glyphs,
    /// A blank line after every line.
    pub roomy: bool,
    /// Web addresses are written out after the words that link to them.
    pub addresses: bool,
    /// Which answers are open.
    pub answers: Answers<'a>,
    /// What is looked for on the page.
    pub find: Option<&'a Pattern>,
    /// Only looks for it: the page has hits but no lines.
    pub only_find: bool,
}

/// Which answers of a guide are open.
#[derive(Debug, Clone, Copy)]
pub enum Answers<'a> {
    /// All, without signs of opening and closing: for print.
    Printed,
    /// Those whose question starts at one of these offsets.
    Open(&'a HashSet<usize>),
}

impl Style<'_> {
    /// For print: everything open, at `width` columns.
    #[must_use]
    pub fn print(width: usize, glyphs: Glyphs) -> Self {
        let answers = Answers::Printed;
        Self {
            width,
            wide: width,
            glyphs,
            roomy: false,
            addresses: true,
            answers,
            find: None,
            only_find: false,
        }
    }
}

/// What a stretch of text is; the looks of each role are the door's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Text,
    /// Less important text.
    Muted,
    /// A heading of this level.
    Heading(u8),
    /// Words that lead somewhere.
    Link,
    /// The mark of a footnote or fact.
    Note,
    /// Code.
    Code,
    /// Bullets, rules and borders.
    Mark,
    /// The label of an alert.
    Alert,
    /// A question.
    Question,
    /// The filled part of a picture.
    Full,
    /// The empty part of a picture.
    Empty,
}

/// Text in one role and face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text, harmless to a terminal.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// How it is set apart.
    pub face: Face,
}

impl Span {
    /// Text in a role, in no special face.
    #[must_use]
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role, face: Face::default() }
    }

    /// Columns it takes.
    #[must_use]
    pub fn width(&self) -> usize {
        flow::width(&self.text)
    }
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its text from left to right.
    pub spans: Vec<Span>,
    /// The byte offset in the document it starts at.
    pub at: usize,
}

impl Line {
    /// The line without roles.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// Columns it takes.
    #[must_use]
    pub fn width(&self) -> usize {
        self.spans.iter().map(Span::width).sum()
    }

    /// True when nothing is to be seen on it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }
}

/// Where something stands on a page: line, column and columns taken, one entry a line.
pub type Parts = Vec<(usize, usize, usize)>;

/// Something on a page that can be acted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// What it does.
    pub what: What,
    /// Where it stands.
    pub parts: Parts,
}

/// A place where what is looked for stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The byte offset in the document it starts at, as far as it is known.
    pub at: usize,
    /// Hits of the same page above that start at the same offset.
    pub nth: usize,
    /// Where it stands.
    pub parts: Parts,
}

/// What acting on a stop does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Follows a link.
    Follow(Target),
    /// Shows the note or fact with this label.
    Note(String),
    /// Opens or closes the question that starts at this offset.
    Toggle(usize),
    /// Opens the questions under the heading that starts at this offset.
    OpenAll(usize),
    /// Closes them.
    CloseAll(usize),
}

/// Lines and what on them can be acted on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// In reading order.
    pub stops: Vec<Stop>,
    /// What was looked for, in reading order.
    pub hits: Vec<Hit>,
}

impl Page {
    /// The page as text, one line a line, without trailing blanks.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(line.text().trim_end());
            text.push('\n');
        }
        text
    }
}

/// Sets piece `i` of a guide. Lines of closed answers are left out.
#[must_use]
pub fn piece(guide: &Guide, i: usize, style: &Style<'_>) -> Page {
    let mut setter = blocks::Setter::new(style, guide.known_outline());
    setter.piece(&guide.blocks(i), guide.piece(i));
    setter.finish()
}

/// What is looked for in piece `i` of a guide, wherever it will stand once the piece is set.
#[must_use]
pub fn hits(guide: &Guide, i: usize, style: &Style<'_>) -> Vec<Hit> {
    piece(guide, i, &Style { only_find: true, ..style.clone() }).hits
}

/// Sets some blocks of a guide by themselves.
#[must_use]
pub fn blocks_of(guide: &Guide, blocks: &[Block], style: &Style<'_>) -> Page {
    let mut setter = blocks::Setter::new(style, guide.known_outline());
    setter.blocks(blocks);
    setter.finish()
}

/// Sets blocks that do not stand in a guide: cards, help, lists.
#[must_use]
pub fn blocks(blocks: &[Block], style: &Style<'_>) -> Page {
    let mut setter = blocks::Setter::new(style, None);
    setter.blocks(blocks);
    setter.finish()
}
