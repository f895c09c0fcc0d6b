//! A rate of response, remission or relapse stands beside what it is compared with.

use super::number::{Unit, numbers};
use super::prose::{Group, Place, words};
use super::report::{Code, Findings};
use super::{Part, Text};
use crate::guide::block::Kind;
use crate::guide::text::each_block;

/// Beginnings of words that speak of a rate of getting better or worse again.
const RATES: [&str; 8] =
    ["respon", "remi", "relaps", "improv", "better", "halved", "recover", "relief"];
/// Words that name what something is compared with.
const AGAINST: [&str; 14] = [
    "against",
    "than",
    "placebo",
    "midazolam",
    "comparison",
    "versus",
    "v",
    "vs",
    "ect",
    "quetiapine",
    "dummy",
    "compared",
    "while",
    "other",
];
/// Words that own up to a comparison that is missing.
const WITHOUT: [&str; 5] = [
    "no comparison group",
    "no control group",
    "without a comparison group",
    "without a control group",
    "neither group had a comparison",
];

/// Checks every paragraph, item and row, and the icon arrays.
pub fn check(text: &Text, findings: &mut Findings) {
    for part in &text.parts {
        for group in &part.groups {
            paragraph(group, findings);
        }
        pictures(part, findings);
    }
}

fn paragraph(group: &Group, findings: &mut Findings) {
    let all = group.text();
    let folded = all.to_lowercase();
    if WITHOUT.iter().any(|words| folded.contains(words)) {
        return;
    }
    let compared = has_word(&all, |word| AGAINST.contains(&word));
    let enough = rates(&all) >= 2 && compared;
    if enough {
        return;
    }
    for passage in &group.passages {
        if passage.place == Place::Heading {
            continue;
        }
        for sentence in passage.sentences() {
            let speaks =
                has_word(sentence.text, |word| RATES.iter().any(|rate| word.starts_with(rate)));
            if speaks && rates(sentence.text) > 0 {
                let message = "a rate without its comparison: say in this paragraph how the other group did, or \"no comparison group\"";
                let at = passage.at(sentence.pos);
                findings.fault(Code::Comparison, at, message.to_owned());
                return;
            }
        }
    }
}

/// How many rates a text states: parts of a hundred, and counts such as "10 of 15".
fn rates(text: &str) -> usize {
    let numbers = numbers(text);
    let rate = |(i, number): (usize, &super::number::Number)| {
        let of = || {
            let next = numbers.get(i + 1)?;
            let between = text[number.range.end..next.range.start].trim();
            Some(matches!(between, "of" | "of the" | "out of" | "in"))
        };
        number.unit == Unit::Percent || of().unwrap_or(false)
    };
    numbers.iter().enumerate().filter(|found| rate(*found)).count()
}

fn has_word(text: &str, is: impl Fn(&str) -> bool) -> bool {
    words(text).any(|word| is(word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric())))
}

/// An icon array shows at least two groups, or says that there is none to compare with.
fn pictures(part: &Part, findings: &mut Findings) {
    each_block(&part.section.blocks, &mut |block| {
        let Kind::Icons(icons) = &block.kind else { return };
        let title = icons.title.to_lowercase();
        let speaks = has_word(&title, |word| RATES.iter().any(|rate| word.starts_with(rate)));
        let owned = WITHOUT.iter().any(|words| title.contains(words));
        if speaks && icons.groups.len() < 2 && !owned {
            let message = "a picture of a rate with one group: add the group it is compared with, or \"no comparison group\" to its title";
            findings.fault(Code::Comparison, block.at, message.to_owned());
        }
    });
}
