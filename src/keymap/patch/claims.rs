//! Which keys a user's rows have taken.

use std::collections::HashMap;

use crokey::KeyCombination;

use crate::action::Action;
use crate::keymap::{Chord, Context};

/// A key that a row of the user has taken.
#[derive(Debug, Clone, Copy)]
pub struct Claim {
    /// The key.
    pub key: Chord,
    /// What it runs; none when it is to do nothing.
    pub run: Option<Action>,
    /// The line it stands in.
    pub line: usize,
}

/// The keys taken in each context, by their first press.
#[derive(Debug, Default)]
pub struct Claims(HashMap<(Context, KeyCombination), Vec<Claim>>);

impl Claims {
    /// Takes note of one.
    pub fn add(&mut self, context: Context, claim: Claim) {
        self.0.entry((context, claim.key.first)).or_default().push(claim);
    }

    /// The first that takes `key` in this context: the same, or one that begins alike where
    /// only one of the two can be waited for.
    pub fn on(&self, key: Chord, context: Context) -> Option<Claim> {
        let meets = |other: &&Claim| {
            let single = other.key.second.is_none() || key.second.is_none();
            other.key == key || single
        };
        self.0.get(&(context, key.first))?.iter().find(meets).copied()
    }
}
