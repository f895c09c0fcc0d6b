//! The key table: which key runs which action where.

mod layout;
mod patch;

use std::collections::{HashMap, HashSet};

use crokey::{KeyCombination, KeyCombinationFormat, OneToThree};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::Deserialize;
use strum::IntoEnumIterator;

use crate::action::Action;
use crate::page::Glyphs;
use crate::plain::one_line;

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

impl Chord {
    /// Reads one press or two, parted by a blank, as in the key table.
    ///
    /// # Errors
    /// Says which text is not a key.
    pub fn parse(text: &str) -> Result<Self, String> {
        let refused = || format!("\"{}\" is not a key", one_line(text));
        let presses = text.split_whitespace().map(one).collect::<Option<Vec<_>>>();
        match presses.as_deref() {
            Some([first]) => Ok(Self { first: *first, second: None }),
            Some([first, second]) => Ok(Self { first: *first, second: Some(*second) }),
            _ => Err(refused()),
        }
    }

    /// The keys as people write them: `Ctrl+C`, `gg`, `zR`, `PgDn`.
    #[must_use]
    pub fn shown(&self) -> String {
        let first = shown(self.first);
        let Some(second) = self.second.map(shown) else { return first };
        let single = |key: &str| key.chars().nth(1).is_none();
        let gap = if single(&first) && single(&second) { "" } else { " " };
        format!("{first}{gap}{second}")
    }
}

/// Reads one press; none when no terminal sends it.
fn one(text: &str) -> Option<KeyCombination> {
    let mut signs = text.chars();
    if let (Some(sign), None) = (signs.next(), signs.next()) {
        if sign.is_control() {
            return None;
        }
        // `G` is meant as it stands, and so is a letter of any other alphabet.
        let shift = if sign.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
        return Some(KeyCombination::new(KeyCode::Char(sign), shift));
    }
    let key = crokey::parse(text).ok()?.normalized();
    let shifted = key.modifiers.contains(KeyModifiers::SHIFT);
    match key.codes {
        OneToThree::One(KeyCode::Tab) if shifted => {
            Some(KeyCombination::new(KeyCode::BackTab, key.modifiers))
        }
        // With shift a terminal sends the sign above, and shift is not told.
        OneToThree::One(KeyCode::Char(c)) if shifted && !c.is_alphabetic() => None,
        OneToThree::One(_) => Some(key),
        // Keys pressed at the same time.
        _ => None,
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

/// A key press as the table knows it; shift is part of a letter, not a key of its own.
#[must_use]
pub fn combination(event: KeyEvent) -> KeyCombination {
    KeyCombination::from(event).normalized()
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
    fn keys_are_read_as_people_may_write_them() {
        let shown = |text| Chord::parse(text).map(|chord| chord.shown());
        assert_eq!(shown("G"), shown("shift-g"));
        assert_eq!(shown("shift-tab"), shown("backtab"));
        assert_eq!(shown("ж").as_deref(), Ok("ж"));
        assert_eq!(shown("ctrl-x  ctrl-s").as_deref(), Ok("Ctrl+X Ctrl+S"));
        for text in ["", " ", "a b c", "a-b", "ctl-n", "shift-1", "ctrl-", "\u{1b}"] {
            assert!(shown(text).is_err(), "{text:?}");
        }
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
