//! A row of keys in the settings file.

use strum::IntoEnumIterator;
use toml::Spanned;
use toml::de::DeValue;

use super::written::NAMES;
use crate::action::Action;
use crate::keymap::{Chord, Context, Patch};
use crate::library::in_words;
use crate::near::meant;
use crate::plain::{Lines, one_line};

/// What unbinds keys.
const NOOP: &str = "noop";

type Faults = Vec<(usize, String)>;

/// Reads a row. What cannot be read of its keys and places is a fault and the rest holds; a
/// row that does not say what to run, or for which keys, does not hold at all.
pub fn row(found: &Spanned<DeValue<'_>>, lines: &Lines) -> (Option<Patch>, Faults) {
    let start = lines.of(&found.span());
    let Some(table) = found.get_ref().as_table() else {
        let message =
            format!("key holds {}; begin each row of keys with [[key]]", in_words(found.get_ref()));
        return (None, vec![(start, message)]);
    };
    let mut faults = Vec::new();
    let (mut run, mut keys, mut contexts) = (None, None, Some(Vec::new()));
    for (name, value) in table {
        let line = lines.of(&name.span());
        match name.get_ref().as_ref() {
            "run" => match action(value.get_ref()) {
                Ok(action) => run = Some(action),
                Err(message) => faults.push((line, message)),
            },
            "on" => {
                let read = |text: &str, line: usize| {
                    let key = Chord::parse(text).map_err(|said| format!("key: {said}"))?;
                    Ok((key, line))
                };
                keys = list(value, "on", "keys, such as on = [\"n\"]", lines, &mut faults, read);
            }
            "in" => {
                let read = |text: &str, _| {
                    text.parse().map_err(|_| {
                        let known = Context::iter().map(Into::into);
                        let meant = meant(text, known, "write list or text");
                        format!("key: there is no place \"{}\"; {meant}", one_line(text))
                    })
                };
                contexts =
                    list(value, "in", "places, such as in = [\"list\"]", lines, &mut faults, read);
            }
            setting if NAMES.contains(&setting) => faults.push((
                line,
                format!("{setting} stands in a row of keys; put it above the first [[key]]"),
            )),
            unknown => {
                let meant = meant(unknown, ["run", "on", "in"], "it has run, on and in");
                let message = format!("key: a row has no \"{}\"; {meant}", one_line(unknown));
                faults.push((line, message));
            }
        }
    }
    let names = |wanted: &str| table.iter().any(|(name, _)| name.get_ref() == wanted);
    if !names("run") {
        faults.push((start, "key: the row does not say what to run; add run = \"…\"".to_owned()));
    }
    if !names("on") {
        faults.push((start, "key: the row names no keys; add on = [\"…\"]".to_owned()));
    }
    let patch = match (run, keys, contexts) {
        (Some(run), Some(keys), Some(contexts)) => Some(Patch { run, keys, contexts, line: start }),
        _ => None,
    };
    (patch, faults)
}

/// What a row runs; none for nothing.
fn action(value: &DeValue<'_>) -> Result<Option<Action>, String> {
    let Some(name) = value.as_str() else {
        return Err(format!(
            "key: run is {}; write an action in quotes, such as run = \"down\"",
            in_words(value)
        ));
    };
    if name == NOOP {
        return Ok(None);
    }
    name.parse().map(Some).map_err(|_| {
        let names = Action::iter().map(Into::into).chain([NOOP]);
        let meant = meant(name, names, "guidepost keys lists them");
        format!("key: there is no action \"{}\"; {meant}", one_line(name))
    })
}

/// The texts of a list, each read by `read`, which is told its line; none when nothing of it can be used.
fn list<T>(
    value: &Spanned<DeValue<'_>>,
    name: &str,
    wanted: &str,
    lines: &Lines,
    faults: &mut Faults,
    read: impl Fn(&str, usize) -> Result<T, String>,
) -> Option<Vec<T>> {
    let line = lines.of(&value.span());
    let Some(items) = value.get_ref().as_array().filter(|items| !items.is_empty()) else {
        let found =
            if value.get_ref().is_array() { "empty".to_owned() } else { in_words(value.get_ref()) };
        faults.push((line, format!("key: {name} is {found}; write a list of {wanted}")));
        return None;
    };
    let mut out = Vec::new();
    for item in items {
        let found = match item.get_ref().as_str() {
            Some(text) => read(text, lines.of(&item.span())),
            None => Err(format!(
                "key: {name} holds {}; write a list of {wanted}",
                in_words(item.get_ref())
            )),
        };
        match found {
            Ok(found) => out.push(found),
            Err(message) => faults.push((lines.of(&item.span()), message)),
        }
    }
    (!out.is_empty()).then_some(out)
}
