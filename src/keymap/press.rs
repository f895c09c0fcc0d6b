//! One press of a key, as people write it and as it is shown.

use crokey::{KeyCombination, KeyCombinationFormat, OneToThree};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::sent::{self, capital, on_control, small};
use crate::page::Glyphs;

/// Why a text is no press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It names no key.
    NoKey,
    /// No terminal sends it as it is written, and why.
    Never(String),
}

/// Modifiers as they stand before a key, which a `-` or a `+` joins to it.
const MODIFIERS: [(&str, KeyModifiers); 7] = [
    ("ctrl", KeyModifiers::CONTROL),
    ("alt", KeyModifiers::ALT),
    ("shift", KeyModifiers::SHIFT),
    ("cmd", KeyModifiers::SUPER),
    ("super", KeyModifiers::SUPER),
    ("hyper", KeyModifiers::HYPER),
    ("meta", KeyModifiers::META),
];

/// Keys by the names and signs that they are shown with, where these are none of crokey's.
const SHOWN: [(&str, KeyCode); 6] = [
    ("↑", KeyCode::Up),
    ("↓", KeyCode::Down),
    ("←", KeyCode::Left),
    ("→", KeyCode::Right),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

/// Reads one press: `n`, `G`, `shift-g`, `ctrl-n`, `Ctrl+N`, `pagedown`, `PgDn`.
pub fn read(text: &str) -> Result<KeyCombination, Unread> {
    let (modifiers, name) = parted(text);
    let mut signs = name.chars();
    let code = match (signs.next(), signs.next()) {
        (Some(sign), None) if !sign.is_control() && !SHOWN.iter().any(|(s, _)| *s == name) => {
            // `G` is meant as it stands; behind a modifier a letter only names its key.
            KeyCode::Char(if modifiers.is_empty() { sign } else { small(sign) })
        }
        _ => named(name).ok_or(Unread::NoKey)?,
    };
    sent::as_sent(code, modifiers).map_err(Unread::Never)
}

/// The modifiers at the beginning, and what they stand before.
fn parted(text: &str) -> (KeyModifiers, &str) {
    let (mut modifiers, mut rest) = (KeyModifiers::NONE, text);
    while let Some((modifier, after)) = MODIFIERS.iter().find_map(|(name, modifier)| {
        let (before, after) = rest.split_at_checked(name.len())?;
        let after = after.strip_prefix(['-', '+']).filter(|after| !after.is_empty())?;
        before.eq_ignore_ascii_case(name).then_some((*modifier, after))
    }) {
        modifiers |= modifier;
        rest = after;
    }
    (modifiers, rest)
}

/// The key of this name.
fn named(name: &str) -> Option<KeyCode> {
    let name = name.to_lowercase();
    if let Some(number) = name.strip_prefix("u+") {
        return u32::from_str_radix(number, 16).ok().and_then(char::from_u32).map(KeyCode::Char);
    }
    if let Some((_, code)) = SHOWN.iter().find(|(shown, _)| *shown == name) {
        return Some(*code);
    }
    match crokey::parse(&name).ok()?.codes {
        // One sign has been read already.
        OneToThree::One(KeyCode::Char(c)) if !matches!(c, ' ' | '-') => None,
        OneToThree::One(code) => Some(code),
        // Keys pressed at the same time.
        _ => None,
    }
}

/// A key press as the table knows it; shift is part of a letter or sign, not a key of its own.
#[must_use]
pub fn combination(event: KeyEvent) -> KeyCombination {
    let KeyEvent { mut code, mut modifiers, .. } = event;
    if let KeyCode::Char(c) = code {
        if modifiers.contains(KeyModifiers::CONTROL) {
            code = KeyCode::Char(on_control(c).unwrap_or(c));
        }
        if !c.is_alphabetic() {
            modifiers.remove(KeyModifiers::SHIFT);
        }
    }
    KeyCombination::new(code, modifiers).normalized()
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

/// One press as people write it, in these signs: `Ctrl+C`, `G`, `PgDn`, `↑`.
///
/// Spelled in ASCII an arrow is its name, and a letter of another alphabet its number in
/// Unicode: spelled in Latin letters it would be another key.
#[must_use]
pub fn shown(key: KeyCombination, glyphs: Glyphs) -> String {
    let OneToThree::One(code) = key.codes else { return key.to_string() };
    let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    // A letter says itself that it is a capital one, and Shift+Tab is a key.
    let said = matches!(code, KeyCode::Char(_)) && held.is_empty();
    let shift =
        key.modifiers.contains(KeyModifiers::SHIFT) && !said && !matches!(code, KeyCode::BackTab);
    let mut text = String::new();
    for (is_held, name) in [
        (held.contains(KeyModifiers::CONTROL), "Ctrl+"),
        (held.contains(KeyModifiers::ALT), "Alt+"),
        (shift, "Shift+"),
    ] {
        text.push_str(if is_held { name } else { "" });
    }
    match code {
        KeyCode::Up => text.push_str(glyphs.pick("↑", "Up")),
        KeyCode::Down => text.push_str(glyphs.pick("↓", "Down")),
        KeyCode::Left => text.push_str(glyphs.pick("←", "Left")),
        KeyCode::Right => text.push_str(glyphs.pick("→", "Right")),
        KeyCode::PageUp => text.push_str("PgUp"),
        KeyCode::PageDown => text.push_str("PgDn"),
        KeyCode::BackTab => text.push_str("Shift+Tab"),
        KeyCode::Char(' ') => text.push_str("Space"),
        KeyCode::Char(c) if glyphs == Glyphs::Ascii && !c.is_ascii() => {
            text.push_str(&format!("U+{:04X}", u32::from(c)));
        }
        KeyCode::Char(c) if held.is_empty() => text.push(c),
        KeyCode::Char(c) => text.push(capital(c)),
        _ => {
            let plain = KeyCombination::new(code, KeyModifiers::NONE);
            text.push_str(&KeyCombinationFormat::default().to_string(plain));
        }
    }
    text
}
