//! What a terminal sends for a key: not every one that is on a keyboard arrives as itself.
//!
//! Terminals send bytes that were laid down when Ctrl took bits from a letter and Shift was
//! part of a sign, so several keys are one. A table that held a key that never comes would
//! only look as if it worked.

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};

/// The highest F key that terminals send.
const LAST_F: u8 = 20;

/// The press as it arrives.
///
/// # Errors
/// Says what a terminal sends instead.
pub fn as_sent(code: KeyCode, modifiers: KeyModifiers) -> Result<KeyCombination, String> {
    let ctrl = modifiers.contains(KeyModifiers::CONTROL);
    let alt = modifiers.contains(KeyModifiers::ALT);
    let shift = modifiers.contains(KeyModifiers::SHIFT);
    if modifiers.intersects(KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META) {
        return Err("terminals send neither Cmd nor Super, Hyper and Meta".to_owned());
    }
    let instead = |key: &str| Err(format!("a terminal sends {key} for it"));
    let held = if alt { "Alt+" } else { "" };
    let code = match code {
        KeyCode::Char(c) if ctrl => match (c.to_ascii_lowercase(), on_control(c)) {
            ('i', _) => return instead(&format!("{held}Tab")),
            ('m', _) => return instead(&format!("{held}Enter")),
            ('[' | '3', _) => return instead("Esc"),
            ('8' | '?', _) => return instead(&format!("{held}Backspace")),
            (' ', _) if shift => return instead(&format!("Ctrl+{held}Space")),
            (letter, _) if shift => {
                return instead(&format!("Ctrl+{held}{}", letter.to_ascii_uppercase()));
            }
            (letter @ ('a'..='z' | ' '), _) => KeyCode::Char(letter),
            (_, Some(sign)) => KeyCode::Char(sign),
            (sign, None) if sign.is_alphabetic() => {
                return Err("with Ctrl terminals send Latin letters only".to_owned());
            }
            (sign, None) => return instead(&format!("{held}{sign}")),
        },
        KeyCode::Char(' ') if shift => return instead(&format!("{held}Space")),
        KeyCode::Char(c) if shift && !c.is_uppercase() && capital(c) == c => {
            return Err("a terminal sends the sign above it; write that sign".to_owned());
        }
        KeyCode::Char('[') if alt => return Err("other keys begin like it".to_owned()),
        KeyCode::Char('o' | 'O') if alt && shift => {
            return Err("other keys begin like it".to_owned());
        }
        KeyCode::Char(c) if shift => KeyCode::Char(capital(c)),
        KeyCode::BackTab if ctrl || alt => return instead("Shift+Tab"),
        KeyCode::Tab if shift && (ctrl || alt) => return instead("Shift+Tab"),
        KeyCode::Tab if shift => KeyCode::BackTab,
        KeyCode::Tab if ctrl => return instead(&format!("{held}Tab")),
        KeyCode::Enter if ctrl || shift => return instead(&format!("{held}Enter")),
        KeyCode::Backspace if ctrl || shift => return instead(&format!("{held}Backspace")),
        KeyCode::Esc if ctrl || shift || alt => return instead("Esc"),
        KeyCode::F(number) if number > LAST_F => {
            return Err(format!("terminals send the keys to F{LAST_F}"));
        }
        code => code,
    };
    // A capital letter is one with shift, whoever wrote it.
    let large = matches!(code, KeyCode::Char(c) if c.is_uppercase());
    let mut modifiers = modifiers;
    modifiers.set(KeyModifiers::SHIFT, shift || large || code == KeyCode::BackTab);
    Ok(KeyCombination::new(code, modifiers))
}

/// The sign to know a press with Ctrl by, where several keys are one to a terminal.
pub fn on_control(sign: char) -> Option<char> {
    match sign {
        '2' | '@' => Some(' '),
        '4' | '\\' => Some('\\'),
        '5' | ']' => Some(']'),
        '6' | '^' => Some('^'),
        '7' | '/' | '_' => Some('/'),
        _ => None,
    }
}

/// The capital letter, where there is one of one letter.
pub fn capital(letter: char) -> char {
    only(letter.to_uppercase()).unwrap_or(letter)
}

/// The small letter, where there is one of one letter.
pub fn small(letter: char) -> char {
    only(letter.to_lowercase()).unwrap_or(letter)
}

fn only(mut letters: impl Iterator<Item = char>) -> Option<char> {
    letters.next().filter(|_| letters.next().is_none())
}
