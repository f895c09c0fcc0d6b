//! Terms and what they mean in plain words.

use serde::{Deserialize, Serialize};

use crate::guide::block::Block;

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The id used in links, such as `off-label`.
    pub id: String,
    /// As it is written in text.
    pub term: String,
    /// What it means, in whole sentences.
    pub meaning: String,
    /// Other ways to write it.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Term {
    /// All that it is called: its id, its name, other ways to write it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = [&self.id, &self.term].into_iter().chain(&self.aliases);
        names.map(String::as_str)
    }

    /// True when it is called `name`; case does not matter.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        self.names().any(|known| known.to_lowercase() == name)
    }

    /// The term's card.
    #[must_use]
    pub fn card(&self) -> Vec<Block> {
        let mut blocks = vec![Block::paragraph(&self.meaning)];
        if !self.aliases.is_empty() {
            blocks.push(Block::paragraph(&format!("Also written: {}.", self.aliases.join(", "))));
        }
        blocks
    }
}
