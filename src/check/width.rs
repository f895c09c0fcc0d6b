//! No word is lost in a narrow window.

use super::Text;
use super::report::{Code, Findings};
use crate::guide::block::Kind;
use crate::guide::text::plain;
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
                if let Some(lost) = lost(&words, &page.text(), in_order) {
                    let message = format!("\"{lost}\" is lost at {width} columns");
                    findings.fault(Code::Width, block[0].at, message);
                }
                if let Some(line) = page.lines.iter().find(|line| line.width() > width) {
                    let message = format!("\"{}\" is wider than {width} columns", line.text());
                    findings.fault(Code::Width, block[0].at, message);
                }
            }
        }
    }
}

/// The first of `words` that does not stand on the page. Those of a table need not stand
/// in order: its cells are set side by side.
fn lost<'a>(words: &'a str, page: &str, in_order: bool) -> Option<&'a str> {
    let set: String = page.split_whitespace().collect();
    let mut from = 0;
    words.split_whitespace().map(bare).find(|word| match set[from..].find(word) {
        Some(at) if in_order => {
            from += at + word.len();
            false
        }
        Some(_) => false,
        None => true,
    })
}

/// A word without the signs that typesetting may part it from.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::lost;

    #[test]
    fn a_word_is_lost_when_it_stands_nowhere_or_not_in_its_place() {
        assert_eq!(lost("one two, three", "one\n  two, th\nree[1]", true), None);
        assert_eq!(lost("one two three", "one three", true), Some("two"));
        assert_eq!(lost("a b a", "a b", true), Some("a"));
        assert_eq!(lost("a b", "b  a", false), None);
        assert_eq!(lost("a b", "b  a", true), Some("b"));
    }
}
