//! What a user's rows leave without a key.

use strum::IntoEnumIterator;

use super::claims::{Claim, Claims};
use super::name;
use crate::action::Action;
use crate::keymap::{Chord, Context, Keymap, Row, places, works_while_typing};

/// What nobody does without: that it has lost its keys is told though it may be meant so.
const NEEDED: [Action; 6] =
    [Action::Act, Action::Back, Action::Down, Action::Up, Action::Help, Action::Menu];

/// The actions that had keys in `before` and have none in `after` because other actions took
/// them, each once. Of keys that `noop` took away only those that are needed are missed.
pub fn actions(before: &Keymap, after: &Keymap, claims: &Claims) -> Vec<(usize, String)> {
    let mut lost: Vec<(usize, String)> =
        Action::iter().filter_map(|action| lost(action, before, after, claims)).collect();
    lost.sort_by_key(|(line, _)| *line);
    lost
}

fn lost(
    action: Action,
    before: &Keymap,
    after: &Keymap,
    claims: &Claims,
) -> Option<(usize, String)> {
    let had: Vec<_> =
        Context::iter().filter(|c| keys(before, action, *c).next().is_some()).collect();
    let gone: Vec<_> =
        had.iter().copied().filter(|c| keys(after, action, *c).next().is_none()).collect();
    let taken = |context: &Context| {
        let claims = keys(before, action, *context).filter_map(|key| claims.on(*key, *context));
        let missed = |claim: &Claim| claim.run.is_some() || NEEDED.contains(&action);
        claims.filter(missed).max_by_key(|claim| claim.line)
    };
    let Claim { key, run, line } = gone.iter().filter_map(taken).max_by_key(|claim| claim.line)?;
    let place = if gone == had { String::new() } else { format!(" in {}", places(&gone)) };
    let (action, shown, run) = (name(Some(action)), key.shown(), name(run));
    Some((line, format!("{action} has no key left{place}: {shown} is {run}; give it another")))
}

/// What is wrong when no key leads back out of a line that is typed in: Esc stays one there
/// unless a row gives it to another action.
pub fn way_back(after: &Keymap, claims: &Claims) -> Option<(usize, String)> {
    let escape = Chord::parse("esc").ok()?;
    let stays = |key: &&Chord| {
        let mut presses = [Some(key.first), key.second].into_iter().flatten();
        presses.all(works_while_typing)
    };
    let taken = |context: Context| {
        let claim = claims.on(escape, context).filter(|claim| claim.run.is_some())?;
        keys(after, Action::Back, context).find(stays).is_none().then_some(claim)
    };
    let Claim { key, run, line } = Context::iter().find_map(taken)?;
    let (key, run) = (key.shown(), name(run));
    Some((
        line,
        format!("back has no key that works while typing: {key} is {run}; add one, such as f7"),
    ))
}

/// The keys of an action in a context.
fn keys(map: &Keymap, action: Action, context: Context) -> impl Iterator<Item = &Chord> {
    let here = move |row: &&Row| row.action == action && row.works_in(context);
    map.rows.iter().filter(here).flat_map(|row| &row.keys)
}
