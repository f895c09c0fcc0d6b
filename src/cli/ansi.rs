//! The looks of printed text; the only place of this door that names them.
//!
//! Only bold, italics and underline are used, so that the terminal's own colours stay.

use std::io::{self, Write};

use crate::page::{Glyphs, Line, Role, Span};
use crate::plain::harmless;

/// Writes a line without trailing blanks, with attributes when `color` is true.
pub fn line(to: &mut impl Write, line: &Line, glyphs: Glyphs, color: bool) -> io::Result<()> {
    let mut left = line.text().trim_end().len();
    for span in &line.spans {
        let text = &span.text[..span.text.len().min(left)];
        left -= text.len();
        // Pages are harmless and in these signs already; what slips through there must
        // not reach a terminal.
        let safe = harmless(text);
        let text = glyphs.show(&safe);
        let codes = if color && !text.trim().is_empty() { codes(span) } else { String::new() };
        if codes.is_empty() {
            to.write_all(text.as_bytes())?;
        } else {
            write!(to, "\x1b[{codes}m{text}\x1b[0m")?;
        }
    }
    to.write_all(b"\n")
}

/// The attributes of a span, as the numbers of an escape sequence.
fn codes(span: &Span) -> String {
    let strong = matches!(span.role, Role::Heading(_) | Role::Question | Role::Alert);
    let parts =
        [(strong || span.face.bold, "1"), (span.face.italic, "3"), (span.role == Role::Link, "4")];
    let parts: Vec<_> = parts.iter().filter(|(on, _)| *on).map(|(_, code)| *code).collect();
    parts.join(";")
}
