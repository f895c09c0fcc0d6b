//! Text that is to stand in Markdown as it is.

/// Text as Markdown that shows it as it is, in a line or in the cell of a table.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
