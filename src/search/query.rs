//! What was typed, read against what the index knows.

use std::ops::Bound;

use super::index::Index;
use super::marks::Marks;
use super::near::SHORT;
use crate::english::is_stop;
use crate::fold;

/// Words of a query that count; nobody types as many.
const WORDS: usize = 32;
/// Groups of a query that count: as many as fit into the bits of [`super::rank`]'s notes.
pub(super) const GROUPS: usize = 128;
/// Letters of a word from which on it is taken for the beginning of others.
pub(super) const BEGINNING: usize = 2;

/// How much words count beside one that stands there as it was typed.
pub(super) mod weight {
    /// A word that any text has.
    pub const STOP: f32 = 0.4;
    /// A word that begins with what was typed.
    pub const COMPLETION: f32 = 0.5;
    /// A word in place of a typing error.
    pub const CORRECTED: f32 = 0.9;
    /// The same where it is short and other words say more: it may be a right word that
    /// stands nowhere.
    pub const SHORT_CORRECTED: f32 = 0.4;
    /// The words that a rule leads to; to be divided by the root of how many there are.
    pub const LEAD: f32 = 1.0;
}

/// A word that nothing knows, and the one it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As it was typed.
    pub typed: String,
    /// As it was read.
    pub read: String,
}

/// Stems that stand for one word; an entry counts the best of them.
#[derive(Debug)]
pub(super) struct Group {
    pub stems: Vec<u32>,
    pub weight: f32,
    /// True for a word that any text has: it finds nothing by itself.
    pub stop: bool,
    /// The group of the word before it.
    pub follows: Option<usize>,
    /// The rule that led to it.
    pub lead: Option<usize>,
}

/// A search that can be made.
#[derive(Debug, Default)]
pub struct Query {
    pub(super) groups: Vec<Group>,
    /// The stems of all words, when it may be the name of something.
    pub(super) name: Vec<u32>,
    /// Lay words that were followed, and what they led to.
    pub(super) leads: Vec<(String, String)>,
    /// Words that were taken for others.
    pub corrections: Vec<Correction>,
    /// True when it speaks of suicide, self-harm or a line to call.
    pub crisis: bool,
    /// Which words of a text it is about.
    pub marks: Marks,
}

/// A word that was typed, and the stems it may stand for.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // what is known of a word, one thing each
pub(super) struct Read {
    pub typed: String,
    pub stop: bool,
    /// True when it is no word that stands anywhere.
    pub unknown: bool,
    /// The same of the last word, which may go on.
    pub begun: bool,
    pub stems: Vec<u32>,
    pub corrected: bool,
    /// Stems of words that begin with it.
    pub completions: Vec<u32>,
}

impl Query {
    /// Reads what was typed. In double quotes, or after one, words count only as they are
    /// spelled.
    #[must_use]
    pub fn read(typed: &str, index: &Index) -> Self {
        let exact = typed.contains(['"', '\u{201c}', '\u{201d}']);
        let mut words = fold::words(typed);
        words.truncate(WORDS);
        let open = !exact && typed.chars().next_back().is_some_and(char::is_alphanumeric);
        let (count, mut query) = (words.len(), Self::default());
        let reads: Vec<Read> = words
            .into_iter()
            .enumerate()
            .map(|(i, word)| query.word(word, open && i + 1 == count, count, exact, index))
            .collect();
        query.take(&reads);
        if !exact {
            query.take_joined(&reads, index);
        }
        query.follow(&reads, exact, index);
        query.groups.truncate(GROUPS);
        query.name = reads.iter().filter_map(|read| read.stems.first().copied()).collect();
        if query.name.len() < reads.len() {
            query.name.clear();
        }
        query.mark(&reads, index);
        query
    }

    /// True when nothing in what was typed is a word that anything knows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && !self.crisis
    }

    /// Reads a word: as it stands, as a beginning, else as a typing error.
    fn word(
        &mut self,
        typed: String,
        open: bool,
        count: usize,
        exact: bool,
        index: &Index,
    ) -> Read {
        let stop = is_stop(&typed);
        let mut read = Read { stop, ..Read::default() };
        read.stems.extend(index.stem(&typed));
        read.unknown = read.stems.iter().all(|stem| index.frequency(*stem) == 0);
        read.begun = open && read.unknown;
        let letters = typed.chars().count();
        if open && (letters >= BEGINNING || count == 1) {
            read.completions = index.beginning_with(&typed);
            read.completions.retain(|stem| !read.stems.contains(stem));
        }
        if read.stems.is_empty() && read.completions.is_empty() && !exact {
            let mut near = index.near(&typed, count == 1);
            if near.is_empty() && open {
                near = index.near_beginning(&typed);
            }
            near.retain(|number| !is_stop(&index.spellings[*number as usize].text));
            if let Some(first) = near.first() {
                let spelling = |number: u32| &index.spellings[number as usize];
                read.stems = near.iter().map(|number| spelling(*number).stem).collect();
                read.corrected = true;
                let known = spelling(*first).text.to_string();
                self.corrections.push(Correction { typed: typed.clone(), read: known });
            } else if let Some((one, two)) = index.split(&typed) {
                self.corrections
                    .push(Correction { typed: typed.clone(), read: format!("{one} {two}") });
                read.stems.extend(index.stem(&one).into_iter().chain(index.stem(&two)));
                read.corrected = true;
            }
        }
        read.typed = typed;
        read
    }

    /// Looks for the words as they were read.
    fn take(&mut self, reads: &[Read]) {
        // Where every word is one that any text has, they are all there is to go by.
        let all_stop = reads.iter().all(|read| read.stop && read.completions.is_empty());
        let mut follows = None;
        for read in reads {
            let stop = read.stop && !all_stop;
            let weight = if stop { weight::STOP } else { 1.0 };
            let mut here = None;
            if !read.stems.is_empty() && !self.has(&read.stems) {
                let corrected = match read.typed.chars().count() {
                    _ if !read.corrected => 1.0,
                    0..SHORT if reads.len() > 1 => weight::SHORT_CORRECTED,
                    _ => weight::CORRECTED,
                };
                let (stems, weight) = (read.stems.clone(), weight * corrected);
                here = Some(self.groups.len());
                self.groups.push(Group { stems, weight, stop, follows, lead: None });
            }
            if !read.completions.is_empty() {
                let weight = if read.stems.is_empty() { 1.0 } else { weight * weight::COMPLETION };
                here = here.or(Some(self.groups.len()));
                let stems = read.completions.clone();
                self.groups.push(Group { stems, weight, stop, follows, lead: None });
            }
            follows = here;
        }
    }

    /// Looks for two words written apart that are one: `anti depressant`.
    fn take_joined(&mut self, reads: &[Read], index: &Index) {
        for pair in reads.windows(2) {
            if pair.iter().any(|read| read.stop || read.typed.len() < 3) {
                continue;
            }
            let joined = format!("{}{}", pair[0].typed, pair[1].typed);
            if let Some(stem) = index.stem(&joined).filter(|stem| index.frequency(*stem) > 0) {
                let stems = vec![stem];
                self.groups.push(Group {
                    stems,
                    weight: 1.0,
                    stop: false,
                    follows: None,
                    lead: None,
                });
            }
        }
    }

    fn has(&self, stems: &[u32]) -> bool {
        self.groups.iter().any(|group| group.stems == stems)
    }

    /// Notes which words of a text it is about.
    fn mark(&mut self, reads: &[Read], index: &Index) {
        let completed = |group: &Group| reads.iter().any(|read| read.completions == group.stems);
        for group in self.groups.iter().filter(|group| !group.stop && !completed(group)) {
            for stem in &group.stems {
                let spellings = &index.stems[*stem as usize].spellings;
                let spellings = spellings.iter().map(|number| &index.spellings[*number as usize]);
                self.marks.words.extend(spellings.map(|spelling| spelling.text.clone()));
            }
        }
        let last = reads.last().filter(|read| !read.completions.is_empty());
        self.marks.beginning = last.map(|read| read.typed.clone());
    }
}

impl Index {
    /// The stems of all words that begin with `beginning`.
    fn beginning_with(&self, beginning: &str) -> Vec<u32> {
        let from = self.sorted.range::<str, _>((Bound::Included(beginning), Bound::Unbounded));
        let words = from.take_while(|(word, _)| word.starts_with(beginning));
        let mut stems: Vec<u32> =
            words.map(|(_, number)| self.spellings[*number as usize].stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    /// Two words that were written as one: `sideeffects`.
    fn split(&self, word: &str) -> Option<(String, String)> {
        let known = |word: &str| {
            word.chars().count() >= 3
                && self
                    .sorted
                    .get(word)
                    .is_some_and(|number| self.frequency(self.spellings[*number as usize].stem) > 0)
        };
        let splits = word.char_indices().map(|(at, _)| word.split_at(at));
        let mut splits = splits.filter(|(one, two)| known(one) && known(two));
        splits.next().map(|(one, two)| (one.to_owned(), two.to_owned()))
    }
}
