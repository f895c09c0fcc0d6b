//! One press or two in a row, as the table and people write them.

use crokey::KeyCombination;

use super::press::{self, Unread};
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
    /// Reads one press or two, parted by a blank, as in the key table, or as they are shown.
    ///
    /// # Errors
    /// Says which text is not a key, or why no terminal sends it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let two = |first, second| {
            Ok(Self { first: press::read(first)?, second: Some(press::read(second)?) })
        };
        let read = match text.split_whitespace().collect::<Vec<_>>()[..] {
            [one] => match press::read(one) {
                Ok(first) => Ok(Self { first, second: None }),
                Err(Unread::NoKey) => joined(one),
                Err(never) => Err(never),
            },
            [first, second] => two(first, second),
            _ => Err(Unread::NoKey),
        };
        let text = one_line(text);
        read.map_err(|unread| match unread {
            Unread::NoKey => format!(
                "\"{text}\" is not a key; keys are written as n, shift-n, ctrl-n, pagedown, f5 or g g"
            ),
            Unread::Never(why) => {
                format!("\"{text}\" never arrives: {why}; choose another key")
            }
        })
    }

    /// The keys as people write them: `Ctrl+C`, `gg`, `zR`, `PgDn`, `Ctrl+X,h`. There is no
    /// blank in them, so that blanks can part several.
    #[must_use]
    pub fn shown(&self) -> String {
        self.spelled(Glyphs::Unicode)
    }

    /// The same in these signs.
    #[must_use]
    pub fn spelled(&self, glyphs: Glyphs) -> String {
        let first = press::shown(self.first, glyphs);
        let Some(second) = self.second.map(|key| press::shown(key, glyphs)) else { return first };
        let single = |key: &str| key.chars().nth(1).is_none();
        let both = format!("{first}{second}");
        // Two letters may be the name of a key: `u p` is not Up.
        if single(&first) && single(&second) && press::read(&both).is_err() {
            both
        } else {
            format!("{first},{second}")
        }
    }
}

/// Two presses as they are shown: `gg`, `Ctrl+X,h`.
fn joined(text: &str) -> Result<Chord, Unread> {
    let signs = text.char_indices().skip(1);
    let commas = signs.clone().filter(|(_, sign)| *sign == ',').map(|(at, _)| (at, at + 1));
    let bare = signs.map(|(at, _)| (at, at)).take(usize::from(text.chars().count() == 2));
    let mut why = Unread::NoKey;
    for (end, start) in bare.chain(commas) {
        match (press::read(&text[..end]), press::read(&text[start..])) {
            (Ok(first), Ok(second)) => return Ok(Chord { first, second: Some(second) }),
            (Err(Unread::Never(said)), _) | (_, Err(Unread::Never(said))) => {
                why = Unread::Never(said);
            }
            _ => {}
        }
    }
    Err(why)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keymap::{Keymap, combination};

    fn shown(text: &str) -> Result<String, String> {
        Chord::parse(text).map(|chord| chord.shown())
    }

    #[test]
    fn keys_are_read_as_people_may_write_them() {
        assert_eq!(shown("G"), shown("shift-g"));
        assert_eq!(shown("shift-tab"), shown("backtab"));
        assert_eq!(shown("ж").as_deref(), Ok("ж"));
        assert_eq!(shown("ctrl-x  ctrl-s").as_deref(), Ok("Ctrl+X,Ctrl+S"));
        for text in ["", " ", "a b c", "a-b", "ctl-n", "shift-1", "ctrl-", "\u{1b}", "jjj"] {
            assert!(shown(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn shift_is_shown_where_the_key_does_not_say_it() {
        for (text, wanted) in [
            ("shift-up", "Shift+↑"),
            ("shift-f9", "Shift+F9"),
            ("alt-shift-d", "Alt+Shift+D"),
            ("alt-d", "Alt+D"),
            ("alt-D", "Alt+D"),
            ("ctrl-alt-shift-left", "Ctrl+Alt+Shift+←"),
            ("shift-g", "G"),
            ("backtab", "Shift+Tab"),
            ("alt->", "Alt+>"),
            ("shift-ж", "Ж"),
        ] {
            assert_eq!(shown(text).as_deref(), Ok(wanted), "{text}");
        }
    }

    #[test]
    fn a_key_that_never_arrives_as_it_is_written_is_refused_with_the_reason() {
        for (text, why) in [
            ("ctrl-i", "sends Tab for it"),
            ("ctrl-m", "sends Enter for it"),
            ("ctrl-[", "sends Esc for it"),
            ("ctrl-alt-m", "sends Alt+Enter for it"),
            ("ctrl-1", "sends 1 for it"),
            ("ctrl-8", "sends Backspace for it"),
            ("ctrl-enter", "sends Enter for it"),
            ("shift-enter", "sends Enter for it"),
            ("ctrl-tab", "sends Tab for it"),
            ("shift-space", "sends Space for it"),
            ("shift-backspace", "sends Backspace for it"),
            ("alt-esc", "sends Esc for it"),
            ("alt-shift-tab", "sends Shift+Tab for it"),
            ("ctrl-shift-c", "sends Ctrl+C for it"),
            ("ctrl-shift-n", "sends Ctrl+N for it"),
            ("ctrl-ж", "Latin letters only"),
            ("alt-[", "other keys begin like it"),
            ("cmd-x", "neither Cmd nor Super"),
            ("super-x", "neither Cmd nor Super"),
            ("f21", "to F20"),
            ("shift-1", "write that sign"),
            ("g ctrl-i", "sends Tab for it"),
        ] {
            let said = Chord::parse(text).expect_err(text);
            assert!(said.contains("never arrives") && said.contains(why), "{text}: {said}");
        }
    }

    #[test]
    fn keys_that_are_one_to_a_terminal_are_one_here() {
        use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
        // What crossterm makes of the bytes 0 and 28 to 31.
        for (arrives, keys) in [
            (' ', ["ctrl-space", "ctrl-2", "ctrl-@"]),
            ('4', ["ctrl-\\", "ctrl-4", "ctrl-4"]),
            ('5', ["ctrl-]", "ctrl-5", "Ctrl+]"]),
            ('6', ["ctrl-^", "ctrl-6", "ctrl-6"]),
            ('7', ["ctrl-/", "ctrl-_", "ctrl-7"]),
        ] {
            let event = KeyEvent::new(KeyCode::Char(arrives), KeyModifiers::CONTROL);
            for key in keys {
                let chord = Chord::parse(key).expect(key);
                assert_eq!(chord.first, combination(event), "{key}");
            }
        }
    }

    #[test]
    fn what_is_shown_can_be_written() {
        let map = Keymap::default();
        let rows = map.rows.iter().flat_map(|row| row.keys.clone());
        let own = ["u p", "f 5", "a ,", ", b", "alt-, x", "ctrl-x h", "- -", "left left", "ж ж"];
        let own = own.iter().map(|key| Chord::parse(key).expect(key));
        for chord in rows.chain(own) {
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                let shown = chord.spelled(glyphs);
                assert_eq!(Chord::parse(&shown), Ok(chord), "{shown}");
                assert!(!shown.contains(' '), "{shown}");
                assert!(glyphs == Glyphs::Unicode || shown.is_ascii(), "{shown}");
            }
        }
        assert_eq!(shown("zo").as_deref(), Ok("zo"));
        assert_eq!(shown("PgDn"), shown("pagedown"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_read_is_shown_so_that_it_can_be_read(text in "((ctrl|alt|shift)-){0,3}(.|up|f1?[0-9]|esc|tab|enter)( (ctrl-|alt-|shift-)?(.|up|f5|esc|tab))?") {
            if let Ok(chord) = Chord::parse(&text) {
                for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                    let shown = chord.spelled(glyphs);
                    prop_assert_eq!(Chord::parse(&shown), Ok(chord), "{}", shown);
                }
            }
        }
    }
}
