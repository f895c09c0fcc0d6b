//! Entries made ready for the index: their words, each spelling once.

use std::collections::HashMap;
use std::ops::Range;

use crate::english::stem;
use crate::fold;

/// What can be found, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Crisis help.
    Crisis,
    /// A section of a guide.
    Section {
        /// The guide's place on the shelf.
        guide: usize,
        /// The byte offset at which the section starts.
        at: usize,
    },
    /// A question of a guide, with its answer.
    Question {
        /// The guide's place on the shelf.
        guide: usize,
        /// The byte offset at which the question starts.
        at: usize,
    },
    /// A term, by its place in the glossary.
    Term(usize),
    /// A clinic, by its place in the list.
    Clinic(usize),
}

/// Parts names from one another among the words of an entry.
pub(super) const BREAK: u32 = u32::MAX;

/// A word as it is compared, and its stem.
#[derive(Debug)]
pub(super) struct Word {
    pub text: Box<str>,
    pub stem: Box<str>,
}

/// Where the words of an entry stand among those of its batch.
#[derive(Debug)]
pub(super) struct Drawn {
    pub place: Place,
    /// True for a file that did not come with the program.
    pub foreign: bool,
    /// Its title, then what else it is called, parted by [`BREAK`].
    pub names: Range<usize>,
    /// The titles above it.
    pub path: Range<usize>,
    pub body: Range<usize>,
}

/// Entries that an index can take in one go.
#[derive(Debug, Default)]
pub struct Batch {
    pub(super) words: Vec<Word>,
    known: HashMap<Box<str>, u32>,
    /// The words of all entries in order, by their places in `words`.
    pub(super) tokens: Vec<u32>,
    pub(super) entries: Vec<Drawn>,
}

impl Batch {
    /// How many entries it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True when it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds an entry: whether it is `foreign`, of a file that did not come with the program;
    /// its title and what else it is called; the titles above it; its text.
    pub fn add<'a>(
        &mut self,
        place: Place,
        foreign: bool,
        names: impl IntoIterator<Item = &'a str>,
        path: impl IntoIterator<Item = &'a str>,
        body: &str,
    ) {
        let start = self.tokens.len();
        for name in names {
            if self.tokens.len() > start {
                self.tokens.push(BREAK);
            }
            self.take(name);
        }
        let names = start..self.tokens.len();
        path.into_iter().for_each(|title| self.take(title));
        let path = names.end..self.tokens.len();
        self.take(body);
        let body = path.end..self.tokens.len();
        self.entries.push(Drawn { place, foreign, names, path, body });
    }

    fn take(&mut self, text: &str) {
        let Self { words, known, tokens, .. } = self;
        fold::each_word(text, |_, word| {
            let number = known.get(word).copied().unwrap_or_else(|| {
                let number = u32::try_from(words.len()).unwrap_or(BREAK);
                words.push(Word { text: word.into(), stem: stem(word).into() });
                known.insert(word.into(), number);
                number
            });
            tokens.push(number);
        });
    }
}
