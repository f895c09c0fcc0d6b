//! The key table: which key runs which action where.

mod chord;
mod layout;
mod patch;

use std::collections::{HashMap, HashSet};

use crokey::KeyCombination;
use serde::Deserialize;
use strum::IntoEnumIterator;

use crate::action::Action;

pub use chord::{Chord, combination, shown, spelled, works_while_typing};
pub use patch::{Patch, Patched};

/// The key table that comes with the program.
const DEFAULT: &str = include_str!("../assets/keymap.toml");

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
    /// The keys, each one or two presses, the first being the one to show.
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
        let begins = |key: &KeyCombination| self.prefixes.contains(&(context, *key));
        let pending = pending.and_then(|first| {
            [Some(first), layout::latin(first)].into_iter().flatten().find(begins)
        });
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
        self.keys_while_typing(action).into_iter().next()
    }

    /// Those keys of an action that work while text is typed, as shown.
    #[must_use]
    pub fn keys_while_typing(&self, action: Action) -> Vec<String> {
        let rows = self.rows.iter().filter(|row| row.action == action);
        let works = |key: &&Chord| key.second.is_none() && works_while_typing(key.first);
        rows.flat_map(|row| &row.keys).filter(works).map(Chord::shown).collect()
    }

    /// The key to show for an action: the first that works wherever any key of it does.
    #[must_use]
    pub fn key(&self, action: Action) -> Option<String> {
        let rows = || self.rows.iter().filter(|row| row.action == action && !row.keys.is_empty());
        let reach = |row: &Row| Context::iter().filter(|c| row.works_in(*c)).count();
        let whole = Context::iter().filter(|c| rows().any(|row| row.works_in(*c))).count();
        let row = rows().find(|row| reach(row) == whole).or_else(|| rows().next())?;
        row.keys.first().map(Chord::shown)
    }

    /// All keys of an action, as shown.
    #[must_use]
    pub fn keys(&self, action: Action) -> Vec<String> {
        let rows = self.rows.iter().filter(|row| row.action == action);
        rows.flat_map(|row| &row.keys).map(Chord::shown).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_key_and_a_help_line() {
        let map = Keymap::default();
        for action in Action::iter() {
            assert!(map.key(action).is_some(), "{action:?}");
            // A narrow window has room for so much beside the keys.
            let words = action.help().len();
            assert!((1..=26).contains(&words), "{action:?}: {words} letters");
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
    fn the_second_key_of_two_counts_only_after_the_first() {
        let map = Keymap::default();
        let key = |text| Chord::parse(text).expect("a key").first;
        assert_eq!(map.press(Context::Text, None, key("g")), Press::Prefix);
        assert_eq!(map.press(Context::Text, Some(key("g")), key("g")), Press::Run(Action::Top));
        assert_eq!(map.press(Context::Text, Some(key("g")), key("j")), Press::Run(Action::Down));
        assert_eq!(map.press(Context::List, None, key("z")), Press::Nothing);
    }
}
