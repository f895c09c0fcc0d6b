//! Ids for rows: made of name, town and state, with a number for those that repeat.

use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use crate::fold;

/// Letters of an id at most, before its number.
const LONG: usize = 80;

/// Hands out ids that occur once in a list.
///
/// Of each id only a hash of 64 bits is kept, so that ten million rows need about 150 MB.
/// Two ids with one hash are so rare (one in millions of such lists) and cost so little (a
/// number that was not needed) that nothing is done about them.
#[derive(Debug, Default)]
pub struct Ids {
    hashed: RandomState,
    taken: HashSet<u64>,
    /// For an id asked for before, the number to try next.
    next: HashMap<u64, u32>,
}

impl Ids {
    /// Takes `wanted`, or the next free of `wanted-2`, `wanted-3` when it is taken.
    pub fn take(&mut self, wanted: String) -> String {
        let hash = self.hashed.hash_one(&wanted);
        if self.taken.insert(hash) {
            return wanted;
        }
        let next = self.next.entry(hash).or_insert(2);
        loop {
            let id = format!("{wanted}-{next}");
            *next = next.saturating_add(1);
            if self.taken.insert(self.hashed.hash_one(&id)) {
                return id;
            }
        }
    }
}

/// Words as an id: lower case letters, digits and dashes.
pub fn slug(text: &str) -> String {
    let mut id = String::new();
    fold::each_word(text, |_, word| {
        if id.len() < LONG && word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(&word[..word.len().min(LONG)]);
        }
    });
    if id.is_empty() { "clinic".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_are_numbered() {
        let mut ids = Ids::default();
        let all: Vec<_> =
            ["a", "a", "a-2", "a", "b"].iter().map(|id| ids.take((*id).to_owned())).collect();
        assert_eq!(all, ["a", "a-2", "a-2-2", "a-3", "b"]);
    }

    #[test]
    fn an_id_is_plain() {
        assert_eq!(slug("Zoë's Café (North) St. Louis MO"), "zoes-cafe-north-st-louis-mo");
        assert_eq!(slug("???"), "clinic");
    }
}
