//! No word is lost in a narrow window.

use super::Text;
use super::report::{Code, Findings};
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
            for width in WIDTHS {
                let style = Style::print(width, Glyphs::Unicode);
                let page = page::blocks_of(text.guide, block, &style);
                let set: String = page.text().split_whitespace().collect();
                let lost = words.split_whitespace().find(|word| !set.contains(bare(word)));
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
    }
}

/// A word without the signs that typesetting may part it from.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
