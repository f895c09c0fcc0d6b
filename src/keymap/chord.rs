//! Keys as the table, terminals and people write them.

use crokey::{KeyCombination, KeyCombinationFormat, OneToThree};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::page::Glyphs;
use crate::plain::one_line;

/// One press, or two in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The first press.
    pub first: KeyCombination,
    /// The second press of a chord of two.
    pub second: Option<KeyCombination>,
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
        KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown => {
            key.modifiers.is_empty()
        }
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
}
