//! Text as it is written, before it is said: what looks alike made the same.

use super::line::{STOPS, is_letter};
use super::signs;

/// Text with signs of many looks in one look, and runs of dots that stand for a blank as
/// one.
pub fn alike(text: &str) -> String {
    let mut alike = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => alike.push('\''),
            '\u{2010}' | '\u{2011}' => alike.push('-'),
            '\u{2012}' => alike.push('\u{2013}'),
            '\u{2015}' => alike.push('\u{2014}'),
            '\u{2044}' => alike.push('/'),
            '\u{2026}' => alike.push_str("..."),
            '\u{3002}' | '\u{ff61}' | '\u{964}' | '\u{6d4}' => alike.push_str(". "),
            '\u{3001}' | '\u{60c}' => alike.push_str(", "),
            '\u{61b}' => alike.push_str("; "),
            '\u{61f}' => alike.push_str("? "),
            // Signs as wide as a Chinese letter.
            '\u{ff01}'..='\u{ff5e}' => {
                let sign = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
                alike.push(sign);
                if STOPS.contains(&sign) {
                    alike.push(' ');
                }
            }
            '\u{200b}' | '\u{ad}' => {}
            '\u{2080}'..='\u{2089}' => alike.extend(char::from_digit(u32::from(c) - 0x2080, 10)),
            c => alike.push(c),
        }
    }
    if alike.contains("(s)") {
        alike = alike.replace("(s)", "s");
    }
    if alike.contains("....") { with_blanks(&alike) } else { alike }
}

/// Runs of dots to be filled in as blanks: four, or five behind a word that they may end.
fn with_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('.') {
        let (before, dots) = rest.split_at(at);
        let after = dots.trim_start_matches('.');
        let count = dots.len() - after.len();
        out.push_str(before);
        let enough = if out.ends_with(is_letter) { 5 } else { 4 };
        out.push_str(if count < enough { &dots[..count] } else { signs::BLANK });
        rest = after;
    }
    out.push_str(rest);
    out
}
