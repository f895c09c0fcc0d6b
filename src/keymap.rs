//! The key table: which key runs which action where.

mod chord;
mod layout;
mod patch;
mod press;
mod sent;

use std::collections::{HashMap, HashSet};

use crokey::KeyCombination;
use serde::Deserialize;
use strum::IntoEnumIterator;

use crate::action::Action;

pub use chord::Chord;
pub use patch::{Patch, Patched};
pub use press::{combination, shown, works_while_typing};

/// The key table that comes with the program.
const DEFAULT: &str = include_str!("../assets/keymap.toml");

/// What is said in place of the keys of an action that has none.
pub const NO_KEY: &str = "none";

/// What has the focus, as far as keys are concerned.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Deserialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
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
    /// The keys, each one or two presses, the first being the one to remember.
    pub keys: Vec<Chord>,
    /// Where they work; empty means everywhere.
    pub contexts: Vec<Context>,
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
#[derive(Debug, Clone)]
pub struct Keymap {
    /// In the order of the file; an action without a key has a row without keys.
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
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut map = Self::of(Vec::new());
        for row in file.key {
            let action: Action =
                row.run.parse().map_err(|_| format!("there is no action \"{}\"", row.run))?;
            let keys = row.on.iter().map(|key| Chord::parse(key)).collect::<Result<Vec<_>, _>>()?;
            let row = Row { action, keys, contexts: row.contexts };
            if let Some((key, other)) = map.add(row) {
                let (one, two): (&str, &str) = (other.into(), action.into());
                let key = key.shown();
                return Err(format!("the key {key} has two meanings: {one} and {two}"));
            }
        }
        Ok(map)
    }

    /// The table with these rows.
    fn of(rows: Vec<Row>) -> Self {
        let mut map = Self { rows: Vec::new(), keys: HashMap::new(), prefixes: HashSet::new() };
        for row in rows {
            map.add(row);
        }
        map
    }

    /// Adds a row; the first of its keys that had a meaning already, and which.
    fn add(&mut self, row: Row) -> Option<(Chord, Action)> {
        let mut had = None;
        for context in Context::iter().filter(|c| row.works_in(*c)) {
            for key in &row.keys {
                if let Some(other) = self.keys.insert((context, *key), row.action) {
                    had = had.or(Some((*key, other)));
                }
                if key.second.is_some() {
                    self.prefixes.insert((context, key.first));
                }
            }
        }
        self.rows.push(row);
        had
    }

    /// What `key` means in `context` after `pending`, the first key of two if there is one.
    ///
    /// A letter of a Russian, Ukrainian or Greek keyboard that means nothing is taken for the
    /// Latin letter on its key. Where text is typed letters do not come here.
    #[must_use]
    pub fn press(
        &self,
        context: Context,
        pending: Option<KeyCombination>,
        key: KeyCombination,
    ) -> Press {
        let pending = pending.and_then(|first| self.prefix(context, first));
        match (self.exactly(context, pending, key), layout::latin(key)) {
            (Press::Nothing, Some(latin)) => self.exactly(context, pending, latin),
            (press, _) => press,
        }
    }

    fn exactly(
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

    /// The keys that may follow `first` in `context`, with what both run.
    pub fn second_keys(
        &self,
        context: Context,
        first: KeyCombination,
    ) -> impl Iterator<Item = (KeyCombination, Action)> + '_ {
        let first = self.prefix(context, first);
        let rows = self.rows.iter().filter(move |row| row.works_in(context));
        let chords = rows.flat_map(|row| row.keys.iter().map(|key| (key, row.action)));
        chords.filter_map(move |(chord, action)| {
            let second = chord.second.filter(|_| Some(chord.first) == first)?;
            Some((second, action))
        })
    }

    /// The first key of two that `key` is, or that has its place on a Latin keyboard.
    fn prefix(&self, context: Context, key: KeyCombination) -> Option<KeyCombination> {
        let begins = |key: &KeyCombination| self.prefixes.contains(&(context, *key));
        [Some(key), layout::latin(key)].into_iter().flatten().find(begins)
    }
}

impl Row {
    /// True when its keys work there.
    #[must_use]
    pub fn works_in(&self, context: Context) -> bool {
        self.contexts.is_empty() || self.contexts.contains(&context)
    }
}

/// Where keys work, in words: `everywhere`, `text`, `lists`.
#[must_use]
pub fn places(contexts: &[Context]) -> String {
    if contexts.is_empty() {
        return "everywhere".to_owned();
    }
    let place = |context: &Context| match context {
        Context::List => "lists",
        Context::Text => "text",
    };
    contexts.iter().map(place).collect::<Vec<_>>().join(", ")
}

/// The keys that an action has in a context, as shown.
#[cfg(test)]
fn shown_keys(map: &Keymap, action: Action, context: Context) -> String {
    let rows = map.rows.iter().filter(|row| row.action == action && row.works_in(context));
    rows.flat_map(|row| &row.keys).map(Chord::shown).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_key_and_a_help_line() {
        let map = Keymap::default();
        for action in Action::iter() {
            let keys = map.rows.iter().filter(|row| row.action == action);
            assert!(keys.clone().any(|row| !row.keys.is_empty()), "{action:?}");
            // A narrow window has room for so much beside the keys.
            let words = action.help().len();
            assert!((1..=26).contains(&words), "{action:?}: {words} letters");
        }
    }

    #[test]
    fn keys_are_shown_as_people_write_them() {
        let map = Keymap::default();
        let shown = |action| shown_keys(&map, action, Context::Text);
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
            Keymap::parse("key = [{ run = \"up\", on = [\"jjj\"] }]")
                .expect_err("no key")
                .contains("jjj")
        );
    }

    #[test]
    fn letters_of_other_keyboards_stand_for_those_on_their_keys() {
        let map = Keymap::default();
        let press = |pending: Option<&str>, text: &str| {
            let key = |text| Chord::parse(text).expect("a key").first;
            map.press(Context::Text, pending.map(key), key(text))
        };
        assert_eq!(press(None, "о"), Press::Run(Action::Down));
        assert_eq!(press(None, "П"), Press::Run(Action::Bottom));
        assert_eq!(press(None, "γ"), Press::Prefix);
        assert_eq!(press(Some("п"), "п"), Press::Run(Action::Top));
        assert_eq!(press(Some("g"), "п"), Press::Run(Action::Top));
        assert_eq!(press(Some("я"), "щ"), Press::Run(Action::OpenAnswer));
        assert_eq!(press(Some("я"), "о"), Press::Run(Action::Down));
        assert_eq!(press(None, "й"), Press::Run(Action::Quit));
        assert_eq!(press(None, "東"), Press::Nothing);
    }

    #[test]
    fn the_second_keys_are_known_after_a_letter_of_another_keyboard_too() {
        let map = Keymap::default();
        let after = |text: &str| {
            let first = Chord::parse(text).expect("a key").first;
            map.second_keys(Context::Text, first).collect::<Vec<_>>()
        };
        assert_eq!(after("z").len(), 4);
        assert_eq!((after("п"), after("γ"), after("я")), (after("g"), after("g"), after("z")));
        assert_eq!(after("о"), []);
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
