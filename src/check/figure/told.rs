//! Each figure of a fact is told of what the fact tells it of: the 45 of "45% responded and
//! 30% remitted" is no remission.

use std::ops::Range;

use super::super::clauses::Clauses;
use super::super::number::{Number, Unit};
use crate::evidence::{Fact, Told};

/// What is wrong with the figures of a sentence, or of the row of a table that it is.
pub fn wrong(text: &str, row: bool, stated: &[Number], facts: &[&Fact]) -> Vec<String> {
    if facts.iter().all(|fact| fact.figures.is_empty()) {
        return Vec::new();
    }
    let clauses = Clauses::of(text);
    let stated = stated.iter().filter(|number| number.unit != Unit::Month);
    stated.filter_map(|own| misplaced(&clauses, row, &own.range, &name(own), facts)).collect()
}

/// What a figure is called in the table of facts: `58.7`, `41 days`, `56 mg`.
pub fn name(number: &Number) -> String {
    match number.unit {
        Unit::Time(time) => format!("{} {time}s", number.value),
        Unit::Dose(dose) => format!("{} {dose}", number.value),
        _ => number.value.clone(),
    }
}

/// Says so when the figure at `range` stands with the words for another figure of the facts
/// that state it.
pub fn misplaced(
    clauses: &Clauses,
    row: bool,
    range: &Range<usize>,
    figure: &str,
    facts: &[&Fact],
) -> Option<String> {
    let stating = facts.iter().filter(|fact| fact.figures.iter().any(|told| has(told, figure)));
    let stating: Vec<_> = stating.collect();
    let told = || stating.iter().flat_map(|fact| &fact.figures);
    let own = |words: &str| told().any(|told| has(told, figure) && is_in(told, words).is_some());
    let other =
        |words: &str| told().filter(|told| !has(told, figure)).find_map(|told| is_in(told, words));
    let (clause, before) = clauses.around(range);
    let mut words = clause;
    // In a row the cell before tells what the figure is of.
    if row && !own(clause) && other(clause).is_none() {
        words = before;
    }
    let word = other(words).filter(|_| !own(words))?;
    let id = &stating.first()?.id;
    Some(format!("{figure} stands with \"{word}\", of which {id} states another figure"))
}

fn has(told: &Told, figure: &str) -> bool {
    told.are.iter().any(|own| own == figure)
}

/// The words of `text` that begin as those for what is told.
fn is_in<'t>(told: &'t Told, text: &str) -> Option<&'t str> {
    let text = text.to_lowercase();
    let begins = |name: &str| {
        let mut found = text.match_indices(name);
        found.any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
    };
    told.of.iter().map(String::as_str).find(|name| begins(&name.to_lowercase()))
}
