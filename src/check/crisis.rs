//! Crisis help is complete and current.

use super::Text;
use super::report::{Code, Findings};
use crate::guide::block::Kind;
use crate::guide::text::plain;

/// What the box must say, and what it is.
const NEEDED: [(&str, &str); 5] = [
    ("988", "the number to call or text"),
    ("press 1", "how veterans reach their line"),
    ("838255", "the number veterans text"),
    ("HOME to 741741", "how to reach someone by text alone"),
    ("911", "the number for danger right now"),
];

/// Checks the box at the beginning of a guide.
pub fn check(text: &Text, findings: &mut Findings) {
    let boxes = text.opening().iter().filter(|block| matches!(block.kind, Kind::Quote { .. }));
    let words: String = boxes.map(|block| plain(std::slice::from_ref(block))).collect();
    let at = text.guide.body();
    for (needed, what) in NEEDED {
        if !words.contains(needed) {
            let message =
                format!("the crisis box before the first heading lacks \"{needed}\": {what}");
            findings.fault(Code::Crisis, at, message);
        }
    }
    for part in &text.parts {
        for passage in std::iter::once(&part.heading).chain(part.passages()) {
            if let Some(found) = passage.text.to_lowercase().find("press 3") {
                findings.fault(Code::Crisis, passage.at(found), GONE.to_owned());
            }
        }
    }
}

/// What is wrong with "press 3".
pub const GONE: &str = "\"press 3\" leads nowhere since 17 July 2025: take it out";
