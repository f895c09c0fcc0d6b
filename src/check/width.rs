//! No word is lost in a narrow window.

use std::collections::HashSet;

use super::Text;
use super::report::{Code, Findings};
use crate::guide::block::{Kind, Table};
use crate::guide::text::{each_block, plain};
use crate::page::{self, Glyphs, Style};

/// The widths that are tried, in columns.
const WIDTHS: [usize; 2] = [30, 80];

/// Checks that each block, set at each width, holds all of its words and fits.
pub fn check(text: &Text, findings: &mut Findings) {
    for part in &text.parts {
        for block in &part.section.blocks {
            let block = std::slice::from_ref(block);
            let words = plain(block);
            let in_order = !matches!(block[0].kind, Kind::Table(_));
            for width in WIDTHS {
                let style = Style::print(width, Glyphs::Unicode);
                let page = page::blocks_of(text.guide, block, &style);
                let set = page.text();
                let lost = if in_order { lost(&words, &set) } else { lost_cell(&words, &set) };
                if let Some(lost) = lost {
                    let message = format!("\"{lost}\" is lost at {width} columns");
                    findings.fault(Code::Width, block[0].at, message);
                }
                if let Some(line) = page.lines.iter().find(|line| line.width() > width) {
                    let message = format!("\"{}\" is wider than {width} columns", line.text());
                    findings.fault(Code::Width, block[0].at, message);
                }
            }
        }
        each_block(&part.section.blocks, &mut |block| {
            if let Kind::Table(table) = &block.kind {
                rows(text.guide.source(), table, block.at, findings);
            }
        });
    }
}

/// Rows with more cells than their table has columns lose the last ones, as Markdown has it.
fn rows(source: &str, table: &Table, at: usize, findings: &mut Findings) {
    let columns = table.head.len();
    let mut at = at;
    // The rows, and the line that parts them from the head.
    for line in source[at..].split_inclusive('\n').take(table.rows.len() + 2) {
        let cells = cells(line);
        if cells > columns {
            let message =
                format!("a row of {cells} cells under {columns}: what stands in the last is lost");
            findings.fault(Code::Width, at, message);
        }
        at += line.len();
    }
}

/// How many cells a line of a table has.
fn cells(line: &str) -> usize {
    let line = line.trim().trim_start_matches(['>', ' ']);
    let mut bars = 0;
    let (mut escaped, mut last) = (false, false);
    for c in line.strip_prefix('|').unwrap_or(line).chars() {
        last = c == '|' && !escaped;
        bars += usize::from(last);
        escaped = c == '\\' && !escaped;
    }
    bars + usize::from(!last)
}

/// The first of `words` that does not stand on the page, behind the one before it.
fn lost<'a>(words: &'a str, page: &str) -> Option<&'a str> {
    let set: String = page.split_whitespace().collect();
    let mut from = 0;
    words.split_whitespace().map(bare).find(|word| match set[from..].find(word) {
        Some(at) => {
            from += at + word.len();
            false
        }
        None => true,
    })
}

/// The first of the words of a table, its rows apart by blank lines, that does not stand on
/// the page. Those of a row need not stand in order: cells are set side by side.
fn lost_cell<'a>(words: &'a str, page: &str) -> Option<&'a str> {
    let part = |c: char| !c.is_alphanumeric();
    let known: HashSet<&str> = page.split(part).collect();
    // A long word may be broken where its line ends.
    let set: String = page.split_whitespace().collect();
    let mut broken: HashSet<&str> = HashSet::new();
    let mut from = 0;
    for row in words.split("\n\n") {
        let mut first = None;
        for word in row.split_whitespace().map(bare) {
            if word.split(part).all(|own| known.contains(own)) || broken.contains(word) {
                continue;
            }
            // No row stands above the one before it, but for the labels over the first.
            let found = set[from..].find(word).map(|at| from + at);
            let Some(at) = found.or_else(|| set.find(word)) else { return Some(word) };
            first = Some(first.map_or(at, |first: usize| first.min(at)));
            broken.insert(word);
        }
        from = from.max(first.unwrap_or(0));
    }
    None
}

/// A word without the signs that typesetting may part it from.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::{cells, lost, lost_cell};

    #[test]
    fn a_word_is_lost_when_it_stands_nowhere_or_not_in_its_place() {
        assert_eq!(lost("one two, three", "one\n  two, th\nree[1]"), None);
        assert_eq!(lost("one two three", "one three"), Some("two"));
        assert_eq!(lost("a b a", "a b"), Some("a"));
        assert_eq!(lost("a b", "b  a"), Some("b"));
        assert_eq!(lost_cell("a b 1.5", "b  a[1]\n1.5"), None);
        assert_eq!(lost_cell("three", "th\nree"), None);
        assert_eq!(lost_cell("a b", "b  c"), Some("a"));
        // Labels stand over the first row alone; of the others one may be lost.
        let cards = "label: one\n\nlabel: two\n\nlabel: six";
        assert_eq!(lost_cell(cards, "la\nbel\no\nne\nt\nwo\ns\nix"), None);
        assert_eq!(lost_cell(cards, "la\nbel\no\nne\nt\nw\ns\nix"), Some("two"));
    }

    #[test]
    fn a_page_is_not_looked_through_from_its_beginning_for_each_cell_that_it_breaks() {
        let cells = 0..40_000;
        let words: Vec<_> = cells.clone().map(|i| format!("{i:a>48}")).collect();
        let set: Vec<_> = cells.map(|i| format!("{:a>24}\n{i:a>24}", "")).collect();
        assert_eq!(lost_cell(&words.join("\n\n"), &set.join("\n")), None);
        assert_eq!(lost_cell(&words.join("\n\n"), &set[1..].join("\n")), Some(words[0].as_str()));
    }

    #[test]
    fn cells_are_counted_as_markdown_parts_them() {
        for two in ["| a | b |", "a | b", "| a | b", "> | a | b |", "| a \\| c | b |", "| a | |"] {
            assert_eq!(cells(two), 2, "{two}");
        }
        assert_eq!(cells("| a | b | c |"), 3);
        assert_eq!(cells("| --- | :-: |\n"), 2);
    }
}
