//! The part of a text that shows most of what was looked for.

use std::collections::HashSet;
use std::ops::Range;

use super::marks::Marks;
use crate::fold;

/// Words in a snippet at most.
const WORDS: usize = 24;

/// A few words of a text, and where in them the words looked for stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// One line; an ellipsis stands where text was left out.
    pub text: String,
    /// The bytes of `text` that the words looked for take up, in order.
    pub marks: Vec<Range<usize>>,
}

impl Snippet {
    /// The window of `text` that holds the most of the words looked for, at best the
    /// beginning of a sentence; else the beginning of the text.
    #[must_use]
    pub fn of(text: &str, marks: &Marks) -> Self {
        let mut words: Vec<(Range<usize>, Option<String>)> = Vec::new();
        fold::each_word(text, |bytes, word| {
            words.push((bytes, marks.has(word).then(|| word.to_owned())));
        });
        let start = best(text, &words);
        let end = (start + WORDS).min(words.len());
        let (Some(first), Some(last)) = (words.get(start), words[..end].last()) else {
            return Self::whole(crate::plain::one_line(text), marks);
        };
        // Signs around the outermost words belong to them.
        let before = start.checked_sub(1).map(|i| words[i].0.end);
        let after = words.get(end).map(|word| word.0.start);
        // Some signs are words of their own when they are compared.
        let from = before.map_or(0, |before| opening(text, first.0.start).max(before));
        let to = after.map_or(text.len(), |after| closing(text, last.0.end).min(after));
        let mut shown = crate::plain::one_line(&text[from..to]);
        if from > 0 {
            shown.insert_str(0, "… ");
        }
        if to < text.trim_end().len() {
            shown.push_str(" …");
        }
        Self::whole(shown, marks)
    }

    fn whole(text: String, marks: &Marks) -> Self {
        let marks = marks.find(&text);
        Self { text, marks }
    }
}

/// The word at which the best window starts.
fn best(text: &str, words: &[(Range<usize>, Option<String>)]) -> usize {
    let last = words.len().saturating_sub(WORDS);
    let begins = |i: usize| {
        i == 0 || text[words[i - 1].0.end..words[i].0.start].contains(['.', '!', '?', '\n'])
    };
    let score = |start: usize| {
        let window = &words[start..(start + WORDS).min(words.len())];
        let found = window.iter().filter_map(|(_, word)| word.as_deref());
        let different: HashSet<_> = found.clone().collect();
        (different.len(), found.count())
    };
    let found: Vec<usize> = (0..words.len()).filter(|i| words[*i].1.is_some()).collect();
    // Only windows that start a few words before a match can be best.
    let starts = found.iter().flat_map(|i| [i.saturating_sub(WORDS / 2), i.saturating_sub(3), *i]);
    let sentences = found
        .iter()
        .filter_map(|i| (i.saturating_sub(WORDS / 2)..=*i).rev().find(|start| begins(*start)));
    let starts = std::iter::once(0).chain(starts).chain(sentences).map(|start| start.min(last));
    let rank = |start: &usize| {
        let (different, count) = score(*start);
        (different, begins(*start), count, usize::MAX - start)
    };
    starts.max_by_key(rank).unwrap_or(0)
}

/// The start of the signs that stand directly before a word.
fn opening(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end_matches(|c: char| !c.is_whitespace() && !c.is_alphanumeric());
    if before.ends_with(char::is_alphanumeric) { at } else { before.len() }
}

/// The end of the signs that stand directly behind a word.
fn closing(text: &str, at: usize) -> usize {
    let after = text[at..].trim_start_matches(|c: char| !c.is_whitespace() && !c.is_alphanumeric());
    if after.starts_with(char::is_alphanumeric) { at } else { text.len() - after.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_are_words_when_compared_do_not_make_a_snippet_longer() {
        let text = format!("{}¢", "a[".repeat(24));
        let mut count = 0;
        fold::each_word(&Snippet::of(&text, &Marks::default()).text, |_, _| count += 1);
        assert_eq!(count, 24);
    }
}
