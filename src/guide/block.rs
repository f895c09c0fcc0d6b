//! What a guide consists of once its Markdown is read: blocks and inlines.
//!
//! Every piece of text carries `at`, the byte offset in the document it came from,
//! so that a reading place survives any change of width.

use std::sync::Arc;

use super::figure::{Bars, Icons};
use super::link::Target;

/// One block and where in the document it starts.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Byte offset in the document.
    pub at: usize,
    /// What it is.
    pub kind: Kind,
}

/// The kinds of blocks a page can show.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A heading with its level, 1 to 6.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words.
        title: Vec<Inline>,
    },
    /// Running text.
    Paragraph(Vec<Inline>),
    /// Code or preformatted text, shown line by line.
    Code(String),
    /// A quotation, or an alert when it has a label.
    Quote {
        /// The alert's label, such as "Important".
        alert: Option<&'static str>,
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A bulleted or numbered list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// The items in order.
        items: Vec<Item>,
        /// True when the items stand without blank lines between them.
        tight: bool,
    },
    /// A table with its header row.
    Table(Table),
    /// A line across the page.
    Rule,
    /// The definition of a footnote.
    Note {
        /// The label its references use.
        label: String,
        /// What the footnote says.
        blocks: Vec<Block>,
    },
    /// An icon array.
    Icons(Icons),
    /// A bar chart.
    Bars(Bars),
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// For an item of a task list: whether it is ticked.
    pub task: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A table: every row has as many cells as the header.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// One alignment a column.
    pub aligns: Vec<Align>,
    /// The header's cells.
    pub head: Vec<Vec<Inline>>,
    /// The other rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words in one face.
    Text(Run),
    /// A line break the author asked for.
    Break,
    /// A reference to a footnote or a fact.
    Note {
        /// The footnote's label or the fact's id.
        label: String,
        /// Byte offset in the document.
        at: usize,
    },
}

/// Words that share a face and a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The words, harmless to a terminal.
    pub text: String,
    /// Byte offset in the document of the first word.
    pub at: usize,
    /// How they are set.
    pub face: Face,
    /// Where they lead.
    pub link: Option<Arc<Target>>,
}

/// How words are set apart from their neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools)] // four independent faces, in any mixture
pub struct Face {
    /// Strong.
    pub bold: bool,
    /// Emphasised.
    pub italic: bool,
    /// Struck through.
    pub strike: bool,
    /// Code.
    pub code: bool,
}

/// The words of inlines without faces, links or note marks.
#[must_use]
pub fn words(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(run) => text.push_str(&run.text),
            Inline::Break => text.push(' '),
            Inline::Note { .. } => {}
        }
    }
    text
}

/// Plain words as inlines, for text that does not come from Markdown.
#[must_use]
pub fn plain(text: &str) -> Vec<Inline> {
    faced(text, Face::default())
}

/// Plain words in one face.
#[must_use]
pub fn faced(text: &str, face: Face) -> Vec<Inline> {
    vec![Inline::Text(Run {
        text: crate::plain::harmless(text).into_owned(),
        at: 0,
        face,
        link: None,
    })]
}

impl Block {
    /// A paragraph of plain words.
    #[must_use]
    pub fn paragraph(text: &str) -> Self {
        Self { at: 0, kind: Kind::Paragraph(plain(text)) }
    }

    /// A heading of plain words; `level` is 1 to 6.
    #[must_use]
    pub fn heading(level: u8, text: &str) -> Self {
        Self { at: 0, kind: Kind::Heading { level, title: plain(text) } }
    }

    /// A bulleted list of blocks, one an item.
    #[must_use]
    pub fn bullets(items: impl IntoIterator<Item = Block>) -> Self {
        let items = items.into_iter().map(|block| Item { task: None, blocks: vec![block] });
        Self { at: 0, kind: Kind::List { start: None, items: items.collect(), tight: true } }
    }
}
