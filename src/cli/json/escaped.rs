//! JSON that cannot steer a terminal: such characters are escaped, so that nothing is lost.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::ser::Formatter;

use crate::page::Glyphs;
use crate::plain::{harmless, is_harmless};

/// Compact JSON with what could steer a terminal, and with ASCII signs every character
/// outside of ASCII, as `\uXXXX`.
pub struct Escaped(pub Glyphs);

impl Escaped {
    fn goes_as_it_is(&self, text: &str) -> bool {
        match self.0 {
            Glyphs::Unicode => matches!(harmless(text), Cow::Borrowed(_)),
            Glyphs::Ascii => text.chars().all(|c| self.stays(c)),
        }
    }

    fn stays(&self, c: char) -> bool {
        is_harmless(c) && (c.is_ascii() || self.0 == Glyphs::Unicode)
    }
}

impl Formatter for Escaped {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if self.goes_as_it_is(fragment) {
            return writer.write_all(fragment.as_bytes());
        }
        for c in fragment.chars() {
            if self.stays(c) {
                write!(writer, "{c}")?;
                continue;
            }
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
        }
        Ok(())
    }
}
