//! Keys of one's own: rows of a user that change the key table.

mod claims;
mod lost;

use strum::IntoEnumIterator;

use super::{Chord, Context, Keymap, Row};
use crate::action::Action;
use claims::{Claim, Claims};

/// A row of a user: keys, and what they are to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// What the keys run; none when they are to do nothing.
    pub run: Option<Action>,
    /// The keys, each with the line it stands in.
    pub keys: Vec<(Chord, usize)>,
    /// Where they work; empty means everywhere.
    pub contexts: Vec<Context>,
    /// The line it begins in.
    pub line: usize,
}

impl Patch {
    /// The name of what the keys run, as the row has it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        name(self.run)
    }
}

/// The name of what keys run, as a row has it.
fn name(run: Option<Action>) -> &'static str {
    run.map_or("noop", Into::into)
}

/// A key table with a user's rows in it.
#[derive(Debug)]
pub struct Patched {
    /// The table.
    pub keymap: Keymap,
    /// What of the rows holds.
    pub own: Vec<Patch>,
    /// What does not, each with its line.
    pub faults: Vec<(usize, String)>,
    /// What has lost its last key to another action, each with the line that took it.
    pub lost: Vec<(usize, String)>,
}

/// Keys that keep their meaning whatever a user's rows say, and why.
const KEPT: [(&str, Action, &str); 3] = [
    ("ctrl-c", Action::Leave, "it always leaves, from anywhere"),
    ("f9", Action::Crisis, "it always opens crisis help, also while typing"),
    ("f12", Action::Neutral, "it always hides everything and comes back, also while typing"),
];

impl Keymap {
    /// The table with these rows in it, in their order.
    ///
    /// A key of theirs loses what it did in these contexts; the other keys of an action
    /// stay, behind the user's. Of two rows that give one key two meanings the first holds.
    #[must_use]
    pub fn patched(&self, patches: &[Patch]) -> Patched {
        let mut own: Vec<Patch> = Vec::new();
        let mut claims = Claims::default();
        let mut faults = Vec::new();
        for patch in patches {
            for (key, line) in &patch.keys {
                if let Some(reason) = kept(key, patch.run) {
                    faults.push((*line, reason));
                    continue;
                }
                let claim = Claim { key: *key, run: patch.run, line: *line };
                let mut free = Vec::new();
                let mut other = None;
                for context in places(&patch.contexts) {
                    match claims.on(*key, context) {
                        None => free.push(context),
                        // The same once more.
                        Some(had) if (had.key, had.run) == (*key, patch.run) => {}
                        Some(had) => other = other.or(Some(had)),
                    }
                }
                if let Some(Claim { key: had, run, line: there }) = other {
                    let message = format!(
                        "the key {} has two meanings: {} is {} in line {there}, which stays; \
                         choose another key",
                        key.shown(),
                        had.shown(),
                        name(run)
                    );
                    faults.push((*line, message));
                }
                for context in &free {
                    claims.add(*context, claim);
                }
                let same = |last: &&mut Patch| {
                    let row = (last.run, last.line) == (patch.run, patch.line);
                    row && places(&last.contexts) == free
                };
                match own.last_mut().filter(same) {
                    _ if free.is_empty() => {}
                    Some(last) => last.keys.push((*key, *line)),
                    None => own.push(Patch {
                        keys: vec![(*key, *line)],
                        contexts: narrowed(&free),
                        ..patch.clone()
                    }),
                }
            }
        }
        let keymap = Self::of(self.rows_with(&own, &claims));
        faults.extend(lost::way_back(&keymap, &claims));
        let lost = lost::actions(self, &keymap, &claims);
        Patched { keymap, own, faults, lost }
    }

    /// The rows without the keys that `own` takes, each action's rows of `own` first.
    fn rows_with(&self, own: &[Patch], claims: &Claims) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for (i, row) in self.rows.iter().enumerate() {
            let first = self.rows[..i].iter().all(|other| other.action != row.action);
            let start = rows.len();
            let mut add = |key: Chord, places: &[Context]| {
                let contexts = narrowed(places);
                match rows[start..].last_mut() {
                    _ if places.is_empty() => {}
                    Some(last) if last.contexts == contexts => last.keys.push(key),
                    _ => rows.push(Row { action: row.action, keys: vec![key], contexts }),
                }
            };
            for patch in own.iter().filter(|patch| first && patch.run == Some(row.action)) {
                patch.keys.iter().for_each(|(key, _)| add(*key, &places(&patch.contexts)));
            }
            for key in &row.keys {
                let mut left = places(&row.contexts);
                left.retain(|context| claims.on(*key, *context).is_none());
                add(*key, &left);
            }
            // An action without a key is still listed.
            if first && rows.len() == start {
                rows.push(Row { keys: Vec::new(), ..row.clone() });
            }
        }
        rows
    }
}

/// Why a key cannot run this, when it cannot.
fn kept(key: &Chord, run: Option<Action>) -> Option<String> {
    KEPT.iter().find_map(|(name, action, reason)| {
        let kept = Chord::parse(name).ok()?;
        let touches = key.first == kept.first || key.second == Some(kept.first);
        let allowed = *key == kept && run == Some(*action);
        (touches && !allowed)
            .then(|| format!("{} keeps its meaning: {reason}; choose another key", kept.shown()))
    })
}

/// The contexts that a row's list means.
fn places(contexts: &[Context]) -> Vec<Context> {
    Context::iter().filter(|c| contexts.is_empty() || contexts.contains(c)).collect()
}

/// The list that means these contexts: none when they are all.
fn narrowed(contexts: &[Context]) -> Vec<Context> {
    if contexts.len() == Context::iter().count() { Vec::new() } else { contexts.to_vec() }
}

#[cfg(test)]
mod tests;
