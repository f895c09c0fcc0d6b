//! The index: words, their stems, and where each stem stands.

use std::collections::{BTreeMap, HashMap};

use super::batch::{BREAK, Batch, Place};
use super::near::Letters;
use super::synonyms::{Rules, Synonyms};
use crate::english::stem;

/// A spelling that occurs.
#[derive(Debug)]
pub(super) struct Spelling {
    pub text: Box<str>,
    pub stem: u32,
    pub letters: Letters,
}

/// How often a stem stands in an entry.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Posting {
    pub entry: u32,
    pub names: u8,
    pub path: u8,
    pub body: u16,
}

/// A stem: its spellings, and the entries it stands in, in order.
#[derive(Debug, Default)]
pub(super) struct Stem {
    pub spellings: Vec<u32>,
    pub postings: Vec<Posting>,
}

/// An entry as the index knows it.
#[derive(Debug)]
pub(super) struct Entry {
    pub place: Place,
    /// True for the text of a file that did not come with the program.
    pub foreign: bool,
    /// Where its words start and end among all.
    pub start: usize,
    pub end: usize,
    /// How many of them stand in names and in its text.
    pub names: u16,
    pub body: u16,
}

/// Everything that can be found so far.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) entries: Vec<Entry>,
    /// The stems of names and text of all entries in order.
    pub(super) tokens: Vec<u32>,
    pub(super) spellings: Vec<Spelling>,
    /// Spellings in order, so that those with the same beginning stand together.
    pub(super) sorted: BTreeMap<Box<str>, u32>,
    pub(super) stems: Vec<Stem>,
    by_stem: HashMap<Box<str>, u32>,
    /// Entries by one of their names, as stems.
    pub(super) named: HashMap<Box<[u32]>, Vec<u32>>,
    /// Words of names and of texts of all entries.
    pub(super) names: u64,
    pub(super) bodies: u64,
    pub(super) rules: Rules,
}

impl Index {
    /// An index that holds nothing yet and knows these lay words.
    #[must_use]
    pub fn new(synonyms: &Synonyms) -> Self {
        let mut index = Self::default();
        index.rules = Rules::new(synonyms, &mut index);
        index
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The stem of a spelling, which is made known.
    pub(super) fn learn(&mut self, word: &str) -> u32 {
        self.spell(word, &stem(word))
    }

    fn spell(&mut self, word: &str, stem: &str) -> u32 {
        if let Some(known) = self.sorted.get(word) {
            return self.spellings[*known as usize].stem;
        }
        let stem = self.by_stem.get(stem).copied().unwrap_or_else(|| {
            let number = small(self.stems.len());
            self.stems.push(Stem::default());
            self.by_stem.insert(stem.into(), number);
            number
        });
        let spelling = small(self.spellings.len());
        self.sorted.insert(word.into(), spelling);
        self.spellings.push(Spelling { text: word.into(), stem, letters: Letters::of(word) });
        self.stems[stem as usize].spellings.push(spelling);
        stem
    }

    /// The stem of a word, when anything has it.
    pub(super) fn stem(&self, word: &str) -> Option<u32> {
        match self.sorted.get(word) {
            Some(spelling) => Some(self.spellings[*spelling as usize].stem),
            None => self.by_stem.get(stem(word).as_str()).copied(),
        }
    }

    /// In how many entries a stem stands.
    pub(super) fn frequency(&self, stem: u32) -> usize {
        self.stems[stem as usize].postings.len()
    }

    /// Takes in the entries of a batch.
    pub fn add(&mut self, batch: &Batch) {
        let stems: Vec<u32> =
            batch.words.iter().map(|word| self.spell(&word.text, &word.stem)).collect();
        let stems_in = |range: &std::ops::Range<usize>| {
            let tokens = batch.tokens[range.clone()].iter();
            tokens.map(|word| stems.get(*word as usize).copied().unwrap_or(BREAK))
        };
        for drawn in &batch.entries {
            let number = small(self.entries.len());
            let start = self.tokens.len();
            self.tokens.extend(stems_in(&drawn.names));
            for name in self.tokens[start..].split(|token| *token == BREAK) {
                if !name.is_empty() {
                    self.named.entry(name.into()).or_default().push(number);
                }
            }
            for stem in stems_in(&drawn.names).filter(|stem| *stem != BREAK) {
                let posting = self.posting(stem, number);
                posting.names = posting.names.saturating_add(1);
            }
            for stem in stems_in(&drawn.path) {
                let posting = self.posting(stem, number);
                posting.path = posting.path.saturating_add(1);
            }
            for stem in stems_in(&drawn.body) {
                let posting = self.posting(stem, number);
                posting.body = posting.body.saturating_add(1);
            }
            self.tokens.push(BREAK);
            self.tokens.extend(stems_in(&drawn.body));
            let (names, body) = (drawn.names.len(), drawn.body.len());
            (self.names, self.bodies) = (self.names + names as u64, self.bodies + body as u64);
            let few = |count| u16::try_from(count).unwrap_or(u16::MAX);
            let end = self.tokens.len();
            let (names, body) = (few(names), few(body));
            let (place, foreign) = (drawn.place, drawn.foreign);
            self.entries.push(Entry { place, foreign, start, end, names, body });
        }
    }

    /// What is noted of a stem in the entry being added, which is the last.
    fn posting(&mut self, stem: u32, entry: u32) -> &mut Posting {
        let postings = &mut self.stems[stem as usize].postings;
        if postings.last().is_none_or(|last| last.entry != entry) {
            postings.push(Posting { entry, ..Posting::default() });
        }
        postings.last_mut().expect("one was just pushed")
    }
}

/// A number as the index keeps it: more than four thousand million are never reached.
fn small(number: usize) -> u32 {
    u32::try_from(number).expect("an index of words that fit into memory")
}
