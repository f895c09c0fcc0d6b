//! A settings file cut into its entries, so that one that cannot be read costs no other.

use toml::de::DeTable;

use crate::plain::{Lines, one_line};

/// An entry: `name = value`, which may go on over lines, or the head of a table.
struct Entry<'a> {
    /// Its first line, from 1.
    line: usize,
    text: Vec<&'a str>,
}

/// The text with the entries that cannot be read left blank, and what is wrong with them.
pub fn readable(text: &str) -> (String, Vec<(usize, String)>) {
    if DeTable::parse(text).is_ok() {
        return (text.to_owned(), Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut faults = Vec::new();
    // Where the row begins that the entry stands in.
    let mut row = None;
    // A row holds as a whole or not at all.
    let mut skipped = false;
    for Entry { line, text } in entries(text) {
        let whole = text.concat();
        if whole.trim_start().starts_with('[') {
            (row, skipped) = (Some(out.len()), false);
        }
        // Beside rows of keys it cannot stand, and what is meant is clear.
        if whole.trim() == "[key]" {
            faults.push((
                line,
                "[key] is read as [[key]], with which each row of keys begins".to_owned(),
            ));
            out.push_str(&whole.replace("[key]", "[[key]]"));
            continue;
        }
        if let Err(error) = DeTable::parse(&whole) {
            // What lacks its end is looked for where it begins.
            let inside = error.span().filter(|span| span.start < whole.trim_end().len());
            let line = line + inside.map_or(0, |span| Lines::new(&whole).of(&span) - 1);
            let said = one_line(error.message());
            let left = if row.is_some() { "its row" } else { "it" };
            let name = one_line(name(&whole).unwrap_or(whole.lines().next().unwrap_or_default()));
            faults.push((line, format!("{name} cannot be read and {left} is left out: {said}")));
            if let Some(start) = row.filter(|_| !skipped) {
                skipped = true;
                let before = out.split_off(start);
                out.extend(before.matches('\n'));
            }
        } else if !skipped {
            out.push_str(&whole);
            continue;
        }
        out.extend(whole.matches('\n'));
    }
    (out, faults)
}

fn entries(text: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry> = Vec::new();
    // True while the last entry is over after its first line.
    let mut over = true;
    for (line, text) in (1..).zip(text.split_inclusive('\n')) {
        let begins = over || is_head(text) || name(text).is_some();
        match entries.last_mut() {
            Some(entry) if !begins => entry.text.push(text),
            _ => {
                over = DeTable::parse(text).is_ok();
                entries.push(Entry { line, text: vec![text] });
            }
        }
    }
    entries
}

/// True for the head of a table, which may lack an end; the lists in a list are none.
fn is_head(line: &str) -> bool {
    let head = line.trim_start();
    let name = head.strip_prefix("[[").or_else(|| head.strip_prefix('['));
    name.is_some_and(|name| name.trim_start().starts_with(char::is_alphanumeric))
}

/// The name before an equals sign.
fn name(line: &str) -> Option<&str> {
    let name = line.split_once('=')?.0.trim();
    let bare = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '"' | '\'');
    (!name.is_empty() && name.chars().all(bare)).then_some(name)
}
