//! No sign steers a terminal or upsets its columns.

use std::collections::HashSet;

use super::report::{Code, Findings, few};
use super::{Part, Text};
use crate::plain;

/// Checks every sign of the file. In guides of ours signs whose width depends on the
/// terminal are faults too.
pub fn check(text: &Text, ours: bool, findings: &mut Findings) {
    for (at, message) in few(wrong(text.guide.source(), ours)) {
        findings.fault(Code::Sign, at, message);
    }
    // Signs that are spelled out in ASCII, such as &mdash;.
    let written = written(text.guide.source());
    for passage in text.parts.iter().flat_map(Part::passages) {
        let mut hidden = passage.text.char_indices();
        let hidden = hidden.find(|(pos, c)| {
            let is_wrong = || fault(*c, &passage.text, *pos, ours).is_some() || *c == '\u{fffd}';
            !c.is_ascii() && !written.contains(c) && is_wrong()
        });
        if let Some((pos, c)) = hidden {
            let code = u32::from(c);
            let message = format!("a spelled-out sign (U+{code:04X}): write it in letters");
            findings.fault(Code::Sign, passage.at(pos), message);
        }
    }
}

/// The signs that stand in the file as they are, and what is shown in the place of some,
/// beyond ASCII.
fn written(source: &str) -> HashSet<char> {
    let signs = source.chars().filter(|c| !c.is_ascii_graphic() && *c != ' ');
    let signs = signs.flat_map(|c| {
        let shown = plain::shown(c).filter(|_| c.is_control());
        // What Markdown shows in the place of a NUL.
        [Some(c), shown, (c == '\0').then_some('\u{fffd}')]
    });
    signs.flatten().filter(|c| !c.is_ascii()).collect()
}

/// The signs of a file that may not stand there, one a line: where, and what to do.
pub fn wrong(source: &str, ours: bool) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut line, mut last) = (0, None);
    for (at, c) in source.char_indices() {
        line += usize::from(c == '\n');
        if c.is_ascii_graphic() || matches!(c, ' ' | '\n' | '\t') {
            continue;
        }
        let Some(wrong) = fault(c, source, at, ours) else { continue };
        let place = Some((line, wrong));
        if last != place {
            let code = u32::from(c);
            found
                .push((at, format!("{wrong} (U+{code:04X}): leave it out or write it in letters")));
            last = place;
        }
    }
    found
}

fn fault(c: char, source: &str, at: usize, ours: bool) -> Option<&'static str> {
    match c {
        '\r' if source[at + 1..].starts_with('\n') => None,
        '\u{1b}' | '\u{9b}' => Some("an escape sequence"),
        c if c.is_control() => Some("a control character"),
        '\u{200d}' | '\u{fe0f}' => Some("a sign that joins or colours emoji"),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("a sign that turns the direction of text")
        }
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{2b55}' => {
            Some("an emoji or symbol")
        }
        c if ours && c.is_numeric() => Some("a digit or number that is not 0 to 9"),
        '\u{200b}' | '\u{2060}' | '\u{ad}' => Some("a sign that cannot be seen"),
        // Letters with accents take a column everywhere; of other signs not all terminals agree.
        c if ours && !matches!(c, '\u{c0}'..='\u{24f}') => {
            Some("a sign that is neither ASCII nor a Latin letter")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn written_is_what_stands_in_the_file_or_is_shown_for_it() {
        let signs = |source: &str| {
            let mut signs: Vec<_> = written(source).into_iter().collect();
            signs.sort_unstable();
            signs
        };
        assert_eq!(signs("tea &eacute; \u{e9}\u{2014}\t\n"), ['\u{e9}', '\u{2014}']);
        assert_eq!(signs("\0"), ['\u{2400}', '\u{fffd}']);
        assert_eq!(signs("\u{1b}\u{85}"), ['\u{85}', '\u{241b}', '\u{fffd}']);
    }
}
