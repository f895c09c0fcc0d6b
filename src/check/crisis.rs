//! Crisis help is complete and current.

use super::report::{Code, Findings};
use super::{Held, Text};
use crate::guide::block::Kind;
use crate::guide::text::plain;

/// What the box must say, in small letters, and what it is.
const NEEDED: [(&str, &str); 5] = [
    ("call or text 988", "the number for anyone"),
    ("press 1", "how veterans reach their line"),
    ("838255", "the number veterans text"),
    ("home to 741741", "how to reach someone by text alone"),
    ("call 911", "the number for danger right now"),
];
/// What stands before a key to press, in English and in Spanish.
pub const PRESS: [&str; 2] = ["press", "oprima"];
/// What stands before a word to text.
const TEXT: [&str; 2] = ["text", "envíe"];

/// Checks the box at the beginning of a guide.
pub fn check(text: &Text, held: &Held, findings: &mut Findings) {
    let at = text.guide.body();
    // Crisis help itself is all box.
    let is_help = text.made && text.guide.id == crate::crisis::ID;
    let boxed = text.opening().first().filter(|block| matches!(block.kind, Kind::Quote { .. }));
    let words = boxed.map(|block| plain(std::slice::from_ref(block))).unwrap_or_default();
    let words = words.to_lowercase();
    if boxed.is_none() && !is_help {
        let message = "the crisis box does not stand first: begin the text with it";
        findings.fault(Code::Crisis, at, message.to_owned());
    }
    for (needed, what) in NEEDED {
        if boxed.is_some() && !says(&words, needed) {
            let message = format!("the crisis box lacks \"{needed}\": {what}");
            findings.fault(Code::Crisis, at, message);
        }
    }
    let source = text.guide.source();
    for (found, _) in source.to_ascii_lowercase().match_indices("press 3") {
        findings.fault(Code::Crisis, found, GONE.to_owned());
    }
    if held.listed {
        lines(text, held, findings);
    }
}

/// True when `words` say what is needed, and not that one should not.
fn says(words: &str, needed: &str) -> bool {
    words.match_indices(needed).any(|(at, _)| !words[..at].trim_end().ends_with("not"))
}

/// Numbers to call or text stand in a fact.
fn lines(text: &Text, held: &Held, findings: &mut Findings) {
    let mut known: Vec<_> =
        held.evidence().facts.iter().flat_map(|f| reached(&f.statement)).collect();
    if text.made {
        // The box before questions of one's own is the program's, with facts of its own.
        known.extend(reached(&crate::library::crisis().boxed()));
    }
    for passage in text.parts.iter().flat_map(super::Part::passages) {
        for (pos, number) in reached(&passage.text) {
            if !known.iter().any(|(_, known)| *known == number) {
                let message = format!("{number} stands in no fact: correct the number to call");
                findings.fault(Code::Crisis, passage.at(pos), message);
            }
        }
    }
}

/// Numbers to call or text in `text`, and where: runs of digits with dashes, the keys to
/// press, and the words to text.
pub fn reached(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for part in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        let at = part.as_ptr().addr() - text.as_ptr().addr();
        let dashes = part.bytes().filter(|b| *b == b'-').count();
        let digits = part.bytes().all(|b| b.is_ascii_digit() || b == b'-') && dashes >= 2;
        let dated = part.len() == 10 && part.as_bytes()[4] == b'-';
        let before = text[..at].trim_end().to_lowercase();
        let behind = |words: [&str; 2]| words.iter().any(|word| before.ends_with(word));
        let keyed = behind(PRESS) && part.parse::<u32>().is_ok();
        let texted = behind(TEXT) && part.len() > 1 && part.bytes().all(|b| b.is_ascii_uppercase());
        let short = part.len() >= 5
            && part.bytes().all(|b| b.is_ascii_digit())
            && (behind(TEXT) || text[..at].ends_with(" to "));
        if (digits && !dated) || keyed || texted || short {
            let what = if keyed { format!("press {part}") } else { part.to_owned() };
            found.push((at, what));
        }
    }
    found
}

/// What is wrong with "press 3".
pub const GONE: &str = "\"press 3\" leads nowhere since 17 July 2025: take it out";
