//! How each role looks in print; the only place of the command line that names attributes.

use std::fmt::Write;

use crate::guide::block::Face;
use crate::page::{Line, Role, Span};

/// A line as text with escape sequences for its roles, without trailing blanks.
#[must_use]
pub fn styled(line: &Line) -> String {
    let mut out = String::new();
    let text_ends =
        line.spans.iter().rposition(|span| !span.text.trim().is_empty()).map_or(0, |i| i + 1);
    for (i, span) in line.spans[..text_ends].iter().enumerate() {
        let text = if i + 1 == text_ends { span.text.trim_end() } else { &span.text };
        let codes = codes(span);
        if codes.is_empty() {
            out.push_str(text);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "\x1b[{}m{text}\x1b[0m", codes.join(";"));
        }
    }
    out
}

fn codes(span: &Span) -> Vec<&'static str> {
    let Face { bold, italic, strike, .. } = span.face;
    let strong = matches!(span.role, Role::Heading(_) | Role::Question | Role::Alert);
    let mut codes = Vec::new();
    if bold || strong {
        codes.push("1");
    }
    if italic {
        codes.push("3");
    }
    if span.role == Role::Link {
        codes.push("4");
    }
    if strike {
        codes.push("9");
    }
    codes
}
