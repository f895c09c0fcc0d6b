//! Text for a voice: no signs, and money, dates and numbers to call as they are said.
//!
//! Blocks become lines here. A line is said word by word (`text`); what a word consists of
//! is looked up part by part (`word`): amounts, dates, numbers to call, addresses, and the
//! one table of spoken signs (`signs`). All of it passes the same gate (`line`), which lets
//! through what a voice can read and nothing else.

mod address;
mod amount;
mod date;
mod digits;
mod line;
mod signs;
#[cfg(test)]
mod tests;
mod text;
mod units;
mod word;
mod written;

use crate::guide::block::{Block, Inline, Item, Kind, Table};
pub use text::spoken;

/// Blocks as lines for a voice: one line a paragraph, item, row or picture, each a whole
/// sentence.
///
/// A line holds letters and digits of any script, blanks, and the signs that a voice reads
/// as pauses or within words: `.` `,` `?` `!` `:` `;` `'` `-`.
#[must_use]
pub fn lines(blocks: &[Block]) -> Vec<String> {
    let mut out = Vec::new();
    for block in blocks {
        gather(block, &mut out);
    }
    out
}

fn gather(block: &Block, out: &mut Vec<String>) {
    match &block.kind {
        Kind::Heading { title: inlines, .. } | Kind::Paragraph(inlines) => {
            told(inlines).lines().for_each(|line| add(line, out));
        }
        Kind::Code(text) => text.lines().for_each(|line| add(line, out)),
        Kind::Quote { alert, blocks } => match alert {
            Some(alert) => {
                add(alert, out);
                out.extend(lines(blocks));
            }
            None => out.extend(called("Quote: ", lines(blocks))),
        },
        Kind::Note { blocks, .. } => out.extend(called("Footnote: ", lines(blocks))),
        Kind::List { start, items, .. } => {
            for (i, item) in items.iter().enumerate() {
                let number = start.map(|start| start.saturating_add(i as u64));
                out.extend(called(&mark(number, item), lines(&item.blocks)));
            }
        }
        Kind::Table(table) => rows(table, out),
        Kind::Icons(icons) => {
            add(&icons.title, out);
            icons.groups.iter().for_each(|group| add(&group.in_words(icons.of), out));
        }
        Kind::Bars(bars) => {
            add(&bars.title, out);
            for row in &bars.rows {
                add(&format!("{}: {}", row.label, row.in_words(&bars.unit)), out);
            }
        }
        Kind::Rule => {}
    }
}

/// What is said before an item: its number, and whether its box is checked.
fn mark(number: Option<u64>, item: &Item) -> String {
    let mut mark = number.map(|number| format!("Number {number}. ")).unwrap_or_default();
    mark.push_str(match item.task {
        Some(true) => "Checked box: ",
        Some(false) => "Box: ",
        None => "",
    });
    mark
}

/// Lines, the first with what it is called.
fn called(name: &str, mut lines: Vec<String>) -> Vec<String> {
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, name);
    }
    lines
}

/// The rows of a table, each cell behind the heading of its column.
fn rows(table: &Table, out: &mut Vec<String>) {
    let one_line = |cell: &[Inline]| spoken(&told(cell).replace('\n', ", "));
    let head: Vec<_> = table.head.iter().map(|cell| one_line(cell)).collect();
    if table.rows.is_empty() {
        add(&head.join(", "), out);
    }
    for row in &table.rows {
        let cells =
            head.iter().zip(row).map(|(head, cell)| match (head.as_str(), one_line(cell)) {
                ("", cell) => cell,
                (head, cell) if cell.is_empty() => format!("{head}: blank"),
                (head, cell) => format!("{head}: {cell}"),
            });
        add(&cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(". "), out);
    }
}

/// The words of inlines, a line for each that the author began; what is struck through is
/// said to be.
fn told(inlines: &[Inline]) -> String {
    let mut text = String::new();
    let mut struck = false;
    for inline in inlines {
        match inline {
            Inline::Text(run) => {
                if run.face.strike != struck {
                    text.push_str(if struck { ")" } else { " (struck out: " });
                    struck = !struck;
                }
                text.push_str(&run.text);
            }
            Inline::Break => text.push('\n'),
            Inline::Note { .. } => {}
        }
    }
    text
}

/// Adds `text` as a whole sentence.
fn add(text: &str, out: &mut Vec<String>) {
    let mut line = spoken(text);
    if line.ends_with([',', ';']) {
        line.pop();
    }
    if line.is_empty() {
        return;
    }
    if !line.ends_with(['.', '?', '!', ':']) {
        line.push('.');
    }
    out.push(line);
}
