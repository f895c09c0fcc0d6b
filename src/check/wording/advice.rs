//! Nobody is told what to do or to take.

use super::super::number::{Number, Unit, numbers};
use super::folded;

/// Runs of words that tell the reader what to do.
pub const ADVICE: &[&str] = &[
    "you should",
    "you ought to",
    "you had better",
    "you would better",
    "you need to take",
    "you need to try",
    "you need to ask for",
    "we recommend",
    "we advise",
    "we suggest",
    "we urge",
    "we would recommend",
    "we would advise",
    "we would suggest",
    "experts recommend",
    "i recommend",
    "our advice",
    "it is best to",
    "your best option",
    "your best choice",
    "your best bet",
    "your best chance",
    "the best choice",
    "best choice for you",
    "right choice for you",
    "should try",
    "should be tried",
    "should take",
    "should start",
    "a good idea to start",
    "a good idea to try",
    "stop your ssri",
];

/// Beginnings of sentences that urge.
const URGING: [&str; 5] = ["insist on", "try ketamine", "go for", "quit your", "start today"];

/// Beginnings of sentences that tell somebody to take something.
const COMMANDS: [&str; 8] =
    [" take ", " use ", " spray ", " swallow ", " start ", " begin ", " ask for ", " have "];
/// Forms in which drugs are taken.
const FORMS: [&str; 9] =
    ["tablet", "pill", "lozenge", "troche", "spray", "device", "puff", "drop", "capsule"];

/// The words by which a sentence urges the reader, where it does.
pub fn urges(sentence: &str) -> Option<&'static str> {
    let (folded, _) = folded(sentence);
    URGING.into_iter().find(|words| folded.starts_with(&format!(" {words} ")))
}

/// The words by which a sentence lays a duty on the reader: advice too, unless it is asked
/// for or a condition, as in "you must be 18".
pub fn imposes(sentence: &str) -> Option<&'static str> {
    const DUTIES: [&str; 2] = [" you must ", " you have to "];
    const CONDITIONS: [&str; 5] = ["be ", "first ", "have tried ", "have had ", "have been "];
    const ASKING: [&str; 8] = ["do", "did", "if", "when", "what", "whether", "how", "before"];
    let (folded, _) = folded(sentence);
    let lays = |duty: &&&str| {
        folded.match_indices(**duty).any(|(at, _)| {
            let (before, behind) = (&folded[..at], &folded[at + duty.len()..]);
            let asked = before.rsplit(' ').next().is_some_and(|word| ASKING.contains(&word));
            !asked && !CONDITIONS.iter().any(|own| behind.starts_with(own))
        })
    };
    DUTIES.iter().find(lays).map(|duty| duty.trim())
}

/// True when a dose is given in the second person or as a command.
pub fn gives_dose(sentence: &str) -> bool {
    let (folded, _) = folded(sentence);
    let stated = numbers(sentence);
    let weighed = stated.iter().any(|number| matches!(number.unit, Unit::Dose(_)));
    let told = [" you ", " your "].iter().any(|word| folded.contains(word));
    let reported = [" trial ", " trials ", " study ", " studies "];
    let reported = reported.iter().any(|word| folded.contains(word));
    let command = COMMANDS.iter().any(|word| folded.starts_with(word));
    let counted = || stated.iter().any(|number| counts_forms(number, sentence));
    (weighed && told && !reported) || (command && (weighed || counted()))
}

/// True for the number of "two tablets" and the part of "half a gram".
fn counts_forms(number: &Number, sentence: &str) -> bool {
    let (behind, _) = folded(&sentence[number.range.end..]);
    let near = behind.split_whitespace().take(3);
    let mut near = near.map(|word| word.trim_end_matches('s'));
    near.any(|word| FORMS.contains(&word) || word == "gram" || word == "milligram")
}
