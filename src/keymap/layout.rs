//! Letters of other keyboards: the Latin letter on the same key.
//!
//! Whoever writes Russian, Ukrainian or Greek need not change the keyboard to read: a
//! letter that means nothing itself stands for the one a Latin keyboard has there.

use crokey::{KeyCombination, OneToThree};
use crossterm::event::KeyCode;

/// Letters of a keyboard, and what a Latin (QWERTY) one has on the same keys.
const LAYOUTS: [(&str, &str); 3] = [
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
    // What the Ukrainian keyboard has and the Russian one has not.
    ("іїєґ", "s]'\\"),
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
];

/// Signs on keys that are letters elsewhere, and the same with shift.
const SHIFTED: (&str, &str) = ("[];',.`\\", "{}:\"<>~|");

/// The key press as a Latin keyboard would send it; none when it is no letter of another.
#[must_use]
pub fn latin(key: KeyCombination) -> Option<KeyCombination> {
    let OneToThree::One(KeyCode::Char(c)) = key.codes else { return None };
    // The table holds small letters.
    let small = c.to_lowercase().next().filter(|small| !small.is_ascii())?;
    let on_key = LAYOUTS.iter().find_map(|(letters, keys)| beside(small, letters, keys))?;
    let on_key = if small == c {
        on_key
    } else {
        beside(on_key, SHIFTED.0, SHIFTED.1).unwrap_or(on_key.to_ascii_uppercase())
    };
    let code = OneToThree::One(KeyCode::Char(on_key));
    Some(KeyCombination { codes: code, modifiers: key.modifiers }.normalized())
}

/// The sign in `there` that stands where `c` stands in `here`.
fn beside(c: char, here: &str, there: &str) -> Option<char> {
    here.chars().zip(there.chars()).find_map(|(a, b)| (a == c).then_some(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;

    #[test]
    fn every_letter_stands_beside_a_key() {
        for (letters, keys) in LAYOUTS.iter().chain([&SHIFTED]) {
            assert_eq!(letters.chars().count(), keys.chars().count());
        }
    }

    #[test]
    fn a_letter_stands_for_the_one_on_its_key() {
        let of = |c, modifiers| latin(KeyCombination::new(KeyCode::Char(c), modifiers));
        let key = |text| Some(crokey::parse(text).expect("a key").normalized());
        let none = KeyModifiers::NONE;
        assert_eq!(of('о', none), key("j"));
        assert_eq!(of('П', KeyModifiers::SHIFT), key("shift-g"));
        assert_eq!(of('П', none), key("shift-g"));
        assert_eq!(of('с', KeyModifiers::CONTROL), key("ctrl-c"));
        assert_eq!(of('і', none), key("s"));
        assert_eq!(of('ъ', none), key("]"));
        assert_eq!(of('Х', KeyModifiers::SHIFT).expect("a key").codes, KeyCode::Char('{').into());
        assert_eq!(of('ξ', none), key("j"));
        assert_eq!(of('Σ', KeyModifiers::SHIFT), key("shift-s"));
        for c in ['j', 'é', '東', '9', ';'] {
            assert_eq!(of(c, none), None, "{c}");
        }
    }
}
