//! Words that a typing error away are other words.

use super::index::{Index, Spelling};
use crate::fold;

/// Which letters a word has, one bit each, and how many characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    bits: u32,
    count: u8,
}

impl Letters {
    pub fn of(word: &str) -> Self {
        let bit =
            |c: char| if c.is_ascii_lowercase() { 1 << (c as u32 - 'a' as u32) } else { 1 << 26 };
        let bits = word.chars().fold(0, |bits, c| bits | bit(c));
        Self { bits, count: u8::try_from(word.chars().count()).unwrap_or(u8::MAX) }
    }

    /// False when the words are more than `edits` edits apart for certain: an edit changes
    /// at most one letter for another.
    fn may_be_near(self, other: Self, edits: usize) -> bool {
        usize::from(self.count.abs_diff(other.count)) <= edits
            && (self.bits ^ other.bits).count_ones() as usize <= 2 * edits
    }

    /// False when a word begins with nothing that is like this one for certain: but for one
    /// edit it has all of its letters.
    fn may_begin(self, other: Self) -> bool {
        self.count <= other.count && (self.bits & !other.bits).count_ones() <= 1
    }
}

/// How many edits a word may be wrong by: short words turn into others too easily, and
/// other numbers are other numbers.
fn edits_in(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        _ if word.bytes().all(|byte| byte.is_ascii_digit()) => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Words less alike than this are not offered in place of one another.
const ALIKE: f64 = 0.75;
/// Words of a text for which others are offered, at most.
const LIKE: usize = 3;
/// Other words in place of one that nothing knows, at most: the one that is named.
const OTHERS: usize = 1;
/// Words with fewer letters turn into others too easily.
pub(super) const SHORT: usize = 6;

/// True when `typed` may be `word` with a letter wrong; short words have as many letters.
pub(super) fn is_near(word: &str, typed: &str) -> bool {
    let (letters, own) = (word.chars().count(), typed.chars().count());
    let long = letters > 3 && own > 2;
    (long || letters == 3 && own == 3) && strsim::osa_distance(word, typed) <= 1
}

impl Index {
    /// The spellings nearest to `word`, the most frequent first: one letter added, left out,
    /// changed, or two swapped; in long words two of these. What begins with another letter
    /// is another word, unless it is long, or not short and `alone` all there is to go by.
    pub(super) fn near(&self, word: &str, alone: bool) -> Vec<u32> {
        let (edits, letters) = (edits_in(word), Letters::of(word));
        let short = word.chars().count() < SHORT;
        if edits == 0 {
            return Vec::new();
        }
        let known = self.spellings.iter().enumerate();
        let likely = known.filter(|(_, known)| letters.may_be_near(known.letters, edits));
        let near = likely.filter_map(|(number, known)| {
            let distance = strsim::osa_distance(word, &known.text);
            // The first letter is seldom wrong.
            let first = word.chars().next() != known.text.chars().next();
            let like = distance <= edits && (edits > 1 || !first || alone && !short);
            like.then_some((distance, first, number))
        });
        let mut near: Vec<_> = near.collect();
        let frequency = |number: usize| self.frequency(self.spellings[number].stem);
        near.sort_by_key(|(distance, first, number)| {
            // The same whatever order they came in.
            (*distance, *first, usize::MAX - frequency(*number), &self.spellings[*number].text)
        });
        let best = near.first().map(|(distance, first, _)| (*distance, *first));
        let near = near.into_iter().take_while(|(d, f, _)| Some((*d, *f)) == best);
        near.take(OTHERS).filter_map(|(.., number)| u32::try_from(number).ok()).collect()
    }

    /// True when a word stands somewhere, in any of its endings.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.stem(word).is_some_and(|stem| self.frequency(stem) > 0)
    }

    /// The words most like those of `typed` that stand anywhere: what else may have been
    /// meant when nothing was found.
    #[must_use]
    pub fn like(&self, typed: &str) -> Vec<String> {
        let known: Vec<_> =
            self.spellings.iter().filter(|known| self.frequency(known.stem) > 0).collect();
        let like = fold::words(typed).into_iter().take(LIKE).filter_map(|word| {
            let score = |known: &Spelling| strsim::jaro_winkler(&word, &known.text);
            // Of words that are there, and of letters, there is nothing like it.
            if word.chars().count() < 3 || self.has(&word) {
                return None;
            }
            let best = known
                .iter()
                .max_by(|a, b| score(a).total_cmp(&score(b)).then_with(|| b.text.cmp(&a.text)))?;
            (score(best) >= ALIKE).then(|| best.text.to_string())
        });
        let mut like: Vec<_> = like.collect();
        like.dedup();
        like
    }

    /// The spellings whose beginnings are nearest to `word`, the most frequent first.
    pub(super) fn near_beginning(&self, word: &str) -> Vec<u32> {
        let (count, letters) = (word.chars().count(), Letters::of(word));
        if count < 4 {
            return Vec::new();
        }
        let near = self.spellings.iter().enumerate().filter(|(_, known)| {
            let first = word.chars().next() == known.text.chars().next();
            first && letters.may_begin(known.letters) && {
                let cut =
                    known.text.char_indices().nth(count).map_or(known.text.len(), |(at, _)| at);
                strsim::osa_distance(word, &known.text[..cut]) <= 1
            }
        });
        let frequency = |number: usize| self.frequency(self.spellings[number].stem);
        let mut near: Vec<_> = near.map(|(number, _)| number).collect();
        near.sort_by_key(|number| (usize::MAX - frequency(*number), &self.spellings[*number].text));
        near.truncate(OTHERS);
        near.into_iter().filter_map(|number| u32::try_from(number).ok()).collect()
    }
}
