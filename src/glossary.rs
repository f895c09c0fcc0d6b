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
    /// True when `name` is its id, its name or another way to write it; case does not matter.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        let names = [&self.id, &self.term].into_iter().chain(&self.aliases);
        names.into_iter().any(|known| known.to_lowercase() == name)
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
