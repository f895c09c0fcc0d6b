//! Keys of one's own: rows of a user that change the key table.

use strum::IntoEnumIterator;

use super::{Chord, Context, Keymap, Row};
use crate::action::Action;

/// A row of a user: keys, and what they are to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// What the keys run; none when they are to do nothing.
    pub run: Option<Action>,
    /// The keys.
    pub keys: Vec<Chord>,
    /// Where they work; empty means everywhere.
    pub contexts: Vec<Context>,
    /// The line it stands in.
    pub line: usize,
}

impl Patch {
    /// The name of what the keys run, as the row has it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.run.map_or("noop", Into::into)
    }
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
}

/// Keys that keep their meaning whatever a user's rows say, and why.
const KEPT: [(&str, Action, &str); 2] = [
    ("ctrl-c", Action::Leave, "it always leaves, from anywhere"),
    ("f9", Action::Crisis, "it always opens crisis help, also while typing"),
];

impl Keymap {
    /// The table with these rows in it, in their order.
    ///
    /// A key of theirs loses what it did in these contexts; the other keys of an action
    /// stay, behind the user's. Of two rows that give one key two meanings the first holds.
    #[must_use]
    pub fn patched(&self, patches: &[Patch]) -> Patched {
        let mut own: Vec<Patch> = Vec::new();
        let mut faults = Vec::new();
        for patch in patches {
            for key in &patch.keys {
                if let Some(reason) = kept(key, patch.run) {
                    faults.push((patch.line, reason));
                    continue;
                }
                let mut free = Vec::new();
                let mut other = None;
                for context in places(&patch.contexts) {
                    match claimed(&own, *key, context) {
                        None => free.push(context),
                        // The same once more.
                        Some((chord, row)) if chord == *key && row.run == patch.run => {}
                        Some((chord, row)) => {
                            other = other.or(Some((chord.shown(), row.name(), row.line)));
                        }
                    }
                }
                if let Some((chord, name, line)) = other {
                    let key = key.shown();
                    let message = format!(
                        "the key {key} has two meanings: {chord} is {name} in line {line}, which stays; \
                         choose another key"
                    );
                    faults.push((patch.line, message));
                }
                let same = |last: &&mut Patch| {
                    let row = (last.run, last.line) == (patch.run, patch.line);
                    row && places(&last.contexts) == free
                };
                match own.last_mut().filter(same) {
                    _ if free.is_empty() => {}
                    Some(last) => last.keys.push(*key),
                    None => own.push(Patch {
                        keys: vec![*key],
                        contexts: narrowed(&free),
                        ..patch.clone()
                    }),
                }
            }
        }
        Patched { keymap: Self::of(self.rows_with(&own)), own, faults }
    }

    /// The rows without the keys that `own` takes, each action's rows of `own` first.
    fn rows_with(&self, own: &[Patch]) -> Vec<Row> {
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
                patch.keys.iter().for_each(|key| add(*key, &places(&patch.contexts)));
            }
            for key in &row.keys {
                let mut left = places(&row.contexts);
                left.retain(|context| claimed(own, *key, *context).is_none());
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

/// The row of `own` that takes `key` in this context, and the key it does so with: the
/// same, or one that begins alike where only one of the two can be waited for.
fn claimed(own: &[Patch], key: Chord, context: Context) -> Option<(Chord, &Patch)> {
    let meets = |other: &Chord| {
        let single = other.second.is_none() || key.second.is_none();
        other.first == key.first && (*other == key || single)
    };
    let rows = own.iter().filter(|row| places(&row.contexts).contains(&context));
    rows.flat_map(|row| row.keys.iter().map(move |key| (*key, row))).find(|(key, _)| meets(key))
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
