//! Clauses: what stands together in a sentence.

use std::ops::Range;

/// Words between two clauses.
const PARTING: [&str; 7] = [",", ";", ":", " against ", " and ", " but ", " versus "];

/// A sentence or label, parted where it goes on to another group.
pub struct Clauses<'a> {
    text: &'a str,
    /// Where the words between two clauses start and end.
    partings: Vec<(usize, usize)>,
}

impl<'a> Clauses<'a> {
    /// Parts `text`.
    pub fn of(text: &'a str) -> Self {
        let found = PARTING.iter().flat_map(|words| text.match_indices(words));
        let mut partings: Vec<_> = found.map(|(at, words)| (at, at + words.len())).collect();
        partings.sort_unstable();
        Self { text, partings }
    }

    /// The clause around `range`, and the one before it.
    pub fn around(&self, range: &Range<usize>) -> (&'a str, &'a str) {
        let until = self.partings.partition_point(|(at, _)| *at < range.end);
        let until = self.partings.get(until).map_or(self.text.len(), |(at, _)| *at);
        let mut before = self.partings.partition_point(|(_, end)| *end <= range.start);
        let start = self.before(before).map_or(0, |(_, end)| end);
        // "; and": nothing stands between the two.
        let mut end = start;
        while let Some((at, behind)) = self.before(before) {
            let blank = self.text.get(behind..end).is_none_or(|own| own.trim().is_empty());
            if !blank {
                break;
            }
            (end, before) = (at, before - 1);
        }
        let from = self.before(before).map_or(0, |(_, end)| end);
        (&self.text[start..until], self.text.get(from..end).unwrap_or(""))
    }

    fn before(&self, i: usize) -> Option<(usize, usize)> {
        self.partings.get(i.checked_sub(1)?).copied()
    }
}
