//! The key table: which key runs which action where.

use std::collections::{HashMap, HashSet};

use crokey::{KeyCombination, KeyCombinationFormat, OneToThree};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::Deserialize;

use crate::action::Action;
use crate::page::Glyphs;

/// The key table that comes with the program.
const DEFAULT: &str = include_str!("../assets/keymap.toml");

/// What has the focus, as far as keys are concerned.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, strum::EnumIter, strum::IntoStaticStr,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Context {
    /// A list of items.
    List,
    /// Running text.
    Text,
}

/// A row of the table: an action, its keys, and where they work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What the keys run.
    pub action: Action,
    /// The keys, each one or two presses, the first being the one to show.
    pub keys: Vec<Chord>,
    /// Where they work; empty means everywhere.
    pub contexts: Vec<Context>,
}

/// One press, or two in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The first press.
    pub first: KeyCombination,
    /// The second press of a chord of two.
    pub second: Option<KeyCombination>,
}

/// What pressing a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// It runs this.
    Run(Action),
    /// It is the first key of two.
    Prefix,
    /// Nothing.
    Nothing,
}

/// All rows, and the keys they hold in each context.
#[derive(Debug)]
pub struct Keymap {
    /// In the order of the file.
    pub rows: Vec<Row>,
    keys: HashMap<(Context, Chord), Action>,
    prefixes: HashSet<(Context, KeyCombination)>,
}

impl Default for Keymap {
    /// The table that comes with the program.
    fn default() -> Self {
        Self::parse(DEFAULT).expect("the bundled key table is read in a test")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    key: Vec<RowInFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowInFile {
    run: String,
    on: Vec<String>,
    #[serde(default, rename = "in")]
    contexts: Vec<Context>,
}

impl Keymap {
    /// Reads a key table.
    ///
    /// # Errors
    /// Says which name is unknown, which key cannot be read, or which key has two meanings
    /// in one context.
    pub fn parse(text: &str) -> Result<Self, String> {
        use strum::IntoEnumIterator;
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut map = Self { rows: Vec::new(), keys: HashMap::new(), prefixes: HashSet::new() };
        for row in file.key {
            let action: Action =
                row.run.parse().map_err(|_| format!("there is no action \"{}\"", row.run))?;
            let keys = row.on.iter().map(|key| Chord::parse(key)).collect::<Result<Vec<_>, _>>()?;
            for context in Context::iter() {
                if !row.contexts.is_empty() && !row.contexts.contains(&context) {
                    continue;
                }
                for key in &keys {
                    if let Some(other) = map.keys.insert((context, *key), action) {
                        let (one, two): (&str, &str) = (other.into(), action.into());
                        return Err(format!(
                            "the key {} has two meanings: {one} and {two}",
                            key.shown()
                        ));
                    }
                    if key.second.is_some() {
                        map.prefixes.insert((context, key.first));
                    }
                }
            }
            map.rows.push(Row { action, keys, contexts: row.contexts });
        }
        Ok(map)
    }

    /// What `key` means in `context` after `pending`, the first key of two if there is one.
    #[must_use]
    pub fn press(
        &self,
        context: Context,
        pending: Option<KeyCombination>,
        key: KeyCombination,
    ) -> Press {
        let run = |first, second| self.keys.get(&(context, Chord { first, second })).copied();
        if let Some(action) = pending.and_then(|first| run(first, Some(key))) {
            return Press::Run(action);
        }
        if let Some(action) = run(key, None) {
            return Press::Run(action);
        }
        if self.prefixes.contains(&(context, key)) { Press::Prefix } else { Press::Nothing }
    }

    /// The keys that may follow `first` in `context`, as shown, with what both run.
    pub fn second_keys(
        &self,
        context: Context,
        first: KeyCombination,
    ) -> impl Iterator<Item = (String, Action)> + '_ {
        let chords = self.rows.iter().flat_map(|row| row.keys.iter().map(|key| (key, row.action)));
        chords.filter_map(move |(chord, action)| {
            let second = chord.second.filter(|_| chord.first == first)?;
            let runs = self.keys.get(&(context, *chord)) == Some(&action);
            runs.then(|| (shown(second), action))
        })
    }

    /// The key to show for an action while text is being typed.
    #[must_use]
    pub fn key_while_typing(&self, action: Action) -> Option<String> {
        let keys = self.rows.iter().filter(|row| row.action == action).flat_map(|row| &row.keys);
        let works = |key: &&Chord| key.second.is_none() && works_while_typing(key.first);
        keys.into_iter().find(works).map(Chord::shown)
    }

    /// The key to show for an action.
    #[must_use]
    pub fn key(&self, action: Action) -> Option<String> {
        let row = self.rows.iter().find(|row| row.action == action)?;
        row.keys.first().map(Chord::shown)
    }

    /// All keys of an action, as shown.
    #[must_use]
    pub fn keys(&self, action: Action) -> Vec<String> {
        let rows = self.rows.iter().filter(|row| row.action == action);
        rows.flat_map(|row| &row.keys).map(Chord::shown).collect()
    }
}

impl Chord {
    fn parse(text: &str) -> Result<Self, String> {
        let one = |text: &str| crokey::parse(text).map(KeyCombination::normalized);
        let refused = |_| format!("\"{text}\" is not a key");
        match text.split_once(' ') {
            Some((first, second)) => Ok(Self {
                first: one(first).map_err(refused)?,
                second: Some(one(second).map_err(refused)?),
            }),
            None => Ok(Self { first: one(text).map_err(refused)?, second: None }),
        }
    }

    /// The keys as people write them: `Ctrl+C`, `gg`, `zR`, `PgDn`.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut text = shown(self.first);
        if let Some(second) = self.second {
            text.push_str(&shown(second));
        }
        text
    }
}

/// A key press as the table knows it; shift is part of a letter, not a key of its own.
#[must_use]
pub fn combination(event: KeyEvent) -> KeyCombination {
    KeyCombination::from(event).normalized()
}

/// True for the few keys that stay commands while text is being typed.
#[must_use]
pub fn works_while_typing(key: KeyCombination) -> bool {
    let OneToThree::One(code) = key.codes else { return false };
    match code {
        KeyCode::Char(c) => key.modifiers == KeyModifiers::CONTROL && matches!(c, 'c' | 'z'),
        KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab | KeyCode::Enter | KeyCode::F(_) => true,
        KeyCode::Up | KeyCode::Down => key.modifiers.is_empty(),
        _ => false,
    }
}

/// One press as people write it.
#[must_use]
pub fn shown(key: KeyCombination) -> String {
    let OneToThree::One(code) = key.codes else { return key.to_string() };
    let mut text = String::new();
    for (modifier, name) in [(KeyModifiers::CONTROL, "Ctrl+"), (KeyModifiers::ALT, "Alt+")] {
        if key.modifiers.contains(modifier) {
            text.push_str(name);
        }
    }
    let modified = !text.is_empty();
    match code {
        KeyCode::Up => text.push('↑'),
        KeyCode::Down => text.push('↓'),
        KeyCode::Left => text.push('←'),
        KeyCode::Right => text.push('→'),
        KeyCode::PageUp => text.push_str("PgUp"),
        KeyCode::PageDown => text.push_str("PgDn"),
        KeyCode::BackTab => text.push_str("Shift+Tab"),
        KeyCode::Char(' ') => text.push_str("Space"),
        KeyCode::Char(c) if modified => text.extend(c.to_uppercase()),
        KeyCode::Char(c) => text.push(c),
        _ => {
            let plain = KeyCombination::new(code, KeyModifiers::NONE);
            text.push_str(&KeyCombinationFormat::default().to_string(plain));
        }
    }
    text
}

/// Keys as shown, in these signs: an arrow spelled in ASCII is its name.
#[must_use]
pub fn spelled(keys: &str, glyphs: Glyphs) -> String {
    if glyphs == Glyphs::Unicode {
        return keys.to_owned();
    }
    let arrows = [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")];
    arrows.into_iter().fold(keys.to_owned(), |keys, (arrow, name)| keys.replace(arrow, name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn every_action_has_a_key_and_a_help_line() {
        let map = Keymap::default();
        for action in Action::iter() {
            assert!(map.key(action).is_some(), "{action:?}");
            assert!(!action.help().is_empty(), "{action:?}");
        }
    }

    #[test]
    fn keys_are_shown_as_people_write_them() {
        let map = Keymap::default();
        let shown = |action| map.keys(action).join(" ");
        assert_eq!(shown(Action::Leave), "Ctrl+C");
        assert_eq!(shown(Action::Crisis), "9 ! F9");
        assert_eq!(shown(Action::Top), "gg Home");
        assert_eq!(shown(Action::Bottom), "G End");
        assert_eq!(shown(Action::PageDown), "Space f PgDn Ctrl+F");
        assert_eq!(shown(Action::PreviousStop), "Shift+Tab");
        assert_eq!(shown(Action::Backward), "Backspace Alt+←");
        assert_eq!(shown(Action::OpenAllAnswers), "zR");
        assert_eq!(shown(Action::Narrower), "-");
    }

    #[test]
    fn a_key_with_two_meanings_is_refused() {
        let table = "key = [{ run = \"down\", on = [\"j\"] }, { run = \"up\", on = [\"j\"], in = [\"list\"] }]";
        assert!(Keymap::parse(table).expect_err("conflict").contains("two meanings"));
        assert!(
            Keymap::parse("key = [{ run = \"fly\", on = [\"j\"] }]")
                .expect_err("unknown")
                .contains("fly")
        );
        assert!(
            Keymap::parse("key = [{ run = \"up\", on = [\"jj\"] }]")
                .expect_err("no key")
                .contains("jj")
        );
    }

    #[test]
    fn the_second_key_of_two_counts_only_after_the_first() {
        let map = Keymap::default();
        let key = |text| Chord::parse(text).expect("a key").first;
        assert_eq!(map.press(Context::Text, None, key("g")), Press::Prefix);
        assert_eq!(map.press(Context::Text, Some(key("g")), key("g")), Press::Run(Action::Top));
        assert_eq!(map.press(Context::Text, Some(key("g")), key("j")), Press::Run(Action::Down));
        assert_eq!(map.press(Context::List, None, key("z")), Press::Nothing);
    }
}
