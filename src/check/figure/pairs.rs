//! Prices that are told of one thing stand together in the fact too.

use std::collections::HashSet;

use super::super::number::{Unit, numbers};
use crate::evidence::Fact;

/// Words that part the prices of a sentence; a comma between digits parts none.
const PARTING: [&str; 5] = [", ", ";", ":", " and ", " or "];
/// The ends of a range may be of different things.
const RANGE: &str = " to ";

/// Two prices that stand together in a clause of `text`, or in the row that it is, and in
/// no part of the fact between semicolons.
pub fn parted(text: &str, row: bool, fact: &Fact) -> Option<(String, String)> {
    let told: Vec<HashSet<String>> = fact.statement.split(';').map(prices).collect();
    if told.len() < 2 {
        return None;
    }
    let parts = if row { vec![text] } else { clauses(text) };
    parts.into_iter().flat_map(|part| part.split(RANGE)).find_map(|clause| {
        let mut own: Vec<String> = prices(clause).into_iter().collect();
        own.retain(|price| told.iter().any(|told| told.contains(price)));
        own.sort_unstable();
        let together = |told: &HashSet<String>| own.iter().all(|price| told.contains(price));
        let apart = !told.iter().any(together);
        let mut own = own.iter().cloned();
        own.next().zip(own.next()).filter(|_| apart)
    })
}

fn prices(text: &str) -> HashSet<String> {
    let found = numbers(text).into_iter().filter(|number| number.unit == Unit::Money);
    found.map(|number| number.value).collect()
}

fn clauses(text: &str) -> Vec<&str> {
    PARTING.iter().fold(vec![text], |parts, sign| {
        parts.into_iter().flat_map(|part| part.split(sign)).collect()
    })
}
