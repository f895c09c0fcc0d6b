//! The table of lay words leads to words that stand somewhere.

use std::collections::HashMap;

use super::super::spot::Spot;
use super::Table;
use crate::check::Held;
use crate::check::report::Code;
use crate::fold;
use crate::search::{Index, Synonyms, batches};

/// Words in what people say and in what it means, at least and at most.
const WORDS: std::ops::RangeInclusive<usize> = 1..=4;
/// Meanings of one saying at most: more lead everywhere.
const MEANINGS: usize = 4;

/// Checks the table of lay words.
pub fn check(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Synonyms>() else { return };
    let mut index = Index::new(&Synonyms::default());
    batches(held.library, |batch, _| {
        index.add(&batch);
        true
    });
    let root = table.root;
    for (i, name) in read.common.iter().enumerate() {
        let at = Spot::of(root, "common").nth(i).at;
        let asked = held.library.find(name).ok().and_then(|found| {
            let guide = held.library.guide(found.index).ok()?;
            let outline = guide.outline();
            outline.entry_at(found.at?).map(|i| outline.entries[i].question)
        });
        if asked != Some(true) {
            let message = format!("\"{name}\" is no question of a guide: name one as guide#id");
            table.fault(Code::Link, at, message);
        }
    }
    for (i, said) in read.crisis.iter().enumerate() {
        measure(table, said, Spot::of(root, "crisis").nth(i).at);
    }
    let mut rules: Vec<_> = read
        .rules
        .iter()
        .flat_map(|(group, rules)| {
            let spot = Spot::of(root, "rules").key(group);
            rules.iter().map(move |(said, means)| (spot.key(said).at, group, said, means))
        })
        .collect();
    // As they stand in the file.
    rules.sort_unstable_by_key(|(at, ..)| *at);
    let mut seen: HashMap<Vec<String>, &str> = HashMap::new();
    for (at, group, said, means) in rules {
        table.report.checked.synonyms += 1;
        measure(table, said, at);
        if let Some(other) = seen.insert(fold::words(said), group) {
            let message = format!("\"{said}\" stands in {other} already: keep one of them");
            table.fault(Code::Shape, at, message);
        }
        if means.is_empty() || means.len() > MEANINGS {
            let message = format!(
                "\"{said}\" leads to {} meanings: 1 to {MEANINGS} point somewhere",
                means.len()
            );
            table.fault(Code::Shape, at, message);
        }
        for phrase in means {
            measure(table, phrase, at);
            for word in fold::words(phrase).iter().filter(|word| !index.has(word)) {
                let message =
                    format!("\"{word}\" stands in no guide: \"{said}\" leads nowhere by it");
                table.fault(Code::Link, at, message);
            }
        }
    }
}

fn measure(table: &mut Table, text: &str, at: usize) {
    let words = fold::words(text).len();
    if !WORDS.contains(&words) {
        let message = format!("\"{text}\" has {words} words: 1 to 4 can be found");
        table.fault(Code::Shape, at, message);
    }
}
