//! The signs a page is set with: the full set, or pure ASCII.

use std::borrow::Cow;

use deunicode::deunicode_char;

/// Which signs a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Glyphs {
    /// All of Unicode.
    #[default]
    Unicode,
    /// ASCII only; other signs are spelled with it.
    Ascii,
}

impl Glyphs {
    /// `text` in these signs.
    #[must_use]
    pub fn show(self, text: &str) -> Cow<'_, str> {
        if self == Self::Unicode || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.chars().map(|c| spelled(c).unwrap_or(Cow::Borrowed("?"))).collect())
    }

    /// Chooses between a sign and its ASCII spelling.
    #[must_use]
    pub fn pick(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }

    /// The bullet of an unnumbered item at nesting depth `depth`, from 0.
    #[must_use]
    pub fn bullet(self, depth: usize) -> &'static str {
        match depth % 3 {
            0 => self.pick("•", "*"),
            1 => self.pick("–", "-"),
            _ => self.pick("·", "+"),
        }
    }

    /// A horizontal rule's sign.
    #[must_use]
    pub fn rule(self) -> &'static str {
        self.pick("─", "-")
    }

    /// The bar beside quoted text.
    #[must_use]
    pub fn quote(self) -> &'static str {
        self.pick("│ ", "| ")
    }
}

/// A character spelled in ASCII.
fn spelled(c: char) -> Option<Cow<'static, str>> {
    match c {
        '\u{2400}'..='\u{241f}' => {
            let control = char::from_u32(u32::from(c) - 0x2400 + 0x40)?;
            Some(Cow::Owned(format!("^{control}")))
        }
        '␡' => Some(Cow::Borrowed("^?")),
        '\u{fffd}' => Some(Cow::Borrowed("?")),
        '•' => Some(Cow::Borrowed("*")),
        '–' => Some(Cow::Borrowed("-")),
        '→' => Some(Cow::Borrowed("->")),
        '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' => Some(Cow::Borrowed("")),
        c if c.is_ascii() => Some(Cow::Owned(c.to_string())),
        c => deunicode_char(c)
            .map(|text| Cow::Owned(text.chars().filter(|c| !c.is_control()).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::Glyphs;

    #[test]
    fn ascii_spells_what_it_cannot_show() {
        assert_eq!(Glyphs::Ascii.show("Zürich – “a”…␛[0m"), "Zurich - \"a\"...^[[0m");
        assert!(Glyphs::Ascii.show("東京 😀 \u{fffd} \u{e000}").is_ascii());
        assert_eq!(Glyphs::Unicode.show("Zürich"), "Zürich");
    }
}
