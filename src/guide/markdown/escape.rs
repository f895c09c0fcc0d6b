//! Text that is to stand in Markdown as it is.

use crate::plain::one_line;

/// Text as Markdown that shows it as it is, in a line or in the cell of a table.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '#' | '|' | '{')
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Text as Markdown that is a paragraph of its own, whatever it begins with.
#[must_use]
pub fn paragraph(text: &str) -> String {
    let mut line = escaped(&one_line(text));
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = line.as_bytes().get(digits);
    // What would begin a list.
    if matches!((digits, mark), (0, Some(b'-' | b'+')) | (1.., Some(b'.' | b')'))) {
        line.insert(digits, '\\');
    }
    line
}

/// True for a web address that can stand between `<` and `>`, and in the cell of a table.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '&' | '\\' | '|');
    let site = ["https://", "http://"].iter().find_map(|start| text.strip_prefix(start));
    site.is_some_and(|site| !site.is_empty() && site.chars().all(plain))
}

/// A web address as Markdown that shows it as it is and links to it; anything else as text.
#[must_use]
pub fn address(text: &str) -> String {
    if is_address(text) { format!("<{text}>") } else { escaped(text) }
}
