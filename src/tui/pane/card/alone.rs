//! What of a card can be copied by itself: a number to call, an address.

use unicode_width::UnicodeWidthChar;

use crate::page::{Page, Parts};

/// What can be copied by itself, where each of it stands on the page, and which is marked.
#[derive(Debug, Default)]
pub struct Alone {
    texts: Vec<String>,
    parts: Vec<Parts>,
    marked: Option<usize>,
}

impl Alone {
    /// These texts, in the order in which the card says them.
    #[must_use]
    pub fn new(texts: Vec<String>) -> Self {
        Self { texts, parts: Vec::new(), marked: None }
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Finds them on a page, wherever its lines are broken. `shown` is how a text stands
    /// there.
    pub fn find(&mut self, page: &Page, shown: impl Fn(&str) -> String) {
        let mut letters: Vec<(char, usize, usize)> = Vec::new();
        for (number, line) in page.lines.iter().enumerate() {
            let mut column = 0;
            for c in line.text().chars() {
                if !c.is_whitespace() {
                    letters.push((c, number, column));
                }
                column += c.width().unwrap_or(0);
            }
        }
        let mut rest = letters.as_slice();
        self.parts.clear();
        for text in &self.texts {
            let wanted: Vec<char> = shown(text).chars().filter(|c| !c.is_whitespace()).collect();
            let here = |at: &[(char, usize, usize)]| at.iter().map(|(c, ..)| c).eq(&wanted);
            let found = rest.windows(wanted.len().max(1)).position(here);
            let Some(found) = found else {
                self.parts.push(Parts::new());
                continue;
            };
            let (text, behind) = rest[found..].split_at(wanted.len());
            rest = behind;
            let lines = text.chunk_by(|one, other| one.1 == other.1);
            let part = |line: &[(char, usize, usize)]| {
                let (first, last) = (line.first()?, line.last()?);
                Some((first.1, first.2, last.2 + last.0.width().unwrap_or(0) - first.2))
            };
            self.parts.push(lines.filter_map(part).collect());
        }
    }

    /// Marks the next one, or the one before; its first and last line.
    pub fn walk(&mut self, next: bool) -> Option<(usize, usize)> {
        let last = self.texts.len().checked_sub(1)?;
        self.marked = Some(match (self.marked, next) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1),
        });
        let parts = self.parts()?;
        Some((parts.first()?.0, parts.last()?.0))
    }

    /// Where the marked one stands.
    #[must_use]
    pub fn parts(&self) -> Option<&Parts> {
        self.parts.get(self.marked?)
    }

    /// The marked one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.texts.get(self.marked?).map(String::as_str)
    }
}
