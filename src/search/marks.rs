//! Which words of a text a search is about.

use std::collections::HashSet;
use std::ops::Range;

use crate::fold;
use crate::page::Pattern;

/// The words that were looked for, in every spelling that stands for them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Whole words, as they are compared.
    pub(super) words: HashSet<Box<str>>,
    /// What the last word begins with, while it is being typed.
    pub(super) beginning: Option<String>,
}

impl Marks {
    /// True for a word, as it is compared, that was looked for.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(word)
            || self.beginning.as_deref().is_some_and(|beginning| word.starts_with(beginning))
    }

    /// The bytes of `text` that the words looked for take up, in order.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        fold::each_word(text, |bytes, word| {
            if self.has(word) {
                found.push(bytes);
            }
        });
        found
    }

    /// What marks them on a page.
    #[must_use]
    pub fn pattern(&self) -> Option<Pattern> {
        let mut words: Vec<_> = self.words.iter().map(ToString::to_string).collect();
        words.sort_unstable();
        Pattern::whole_words(words, self.beginning.clone())
    }
}
