//! The ids of headings.

use std::collections::HashSet;

/// Makes an id from a heading's words: lower case; letters, digits, `_` and `-` stay;
/// each blank becomes `-`; `section` when nothing is left.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut id = String::with_capacity(title.len());
    for c in title.trim().chars() {
        if c.is_whitespace() {
            id.push('-');
        } else if c.is_alphanumeric() || c == '_' || c == '-' {
            id.extend(c.to_lowercase());
        }
    }
    if id.is_empty() { "section".to_owned() } else { id }
}

/// Hands out ids that occur once in a document.
#[derive(Debug, Default)]
pub struct Ids {
    taken: HashSet<String>,
    /// For an id asked for before, the number to try next: equal headings stay linear.
    next: std::collections::HashMap<String, usize>,
}

impl Ids {
    /// Takes `wanted`, or the next free of `wanted-1`, `wanted-2` when it is taken.
    pub fn take(&mut self, wanted: String) -> String {
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let next = self.next.entry(wanted.clone()).or_insert(1);
        loop {
            let id = format!("{wanted}-{next}");
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_keep_letters_digits_and_joins() {
        assert_eq!(slug("Does it work for PTSD?"), "does-it-work-for-ptsd");
        assert_eq!(slug("Über  uns_2 – x"), "über--uns_2--x");
        assert_eq!(slug("?!"), "section");
    }

    #[test]
    fn a_taken_id_takes_the_next_free_number() {
        let mut ids = Ids::default();
        let all: Vec<_> =
            ["a", "a-1", "a", "a", "section"].iter().map(|id| ids.take((*id).to_owned())).collect();
        assert_eq!(all, ["a", "a-1", "a-2", "a-3", "section"]);
    }
}
