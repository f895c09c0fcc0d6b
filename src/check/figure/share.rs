//! A word for a share of people fits the rates of the facts: one in five is not "most people".

use super::super::number::{PEOPLE, Whole, numbers, whole};
use crate::evidence::Fact;

/// Words for a share and the least and most that they may stand for, in percent.
const SHARES: [(&str, f64, f64); 8] = [
    ("nearly all", 85.0, 100.0),
    ("almost all", 85.0, 100.0),
    ("nearly everyone", 85.0, 100.0),
    ("almost everyone", 85.0, 100.0),
    ("most", 50.0, 100.0),
    ("few", 0.0, 25.0),
    ("hardly any", 0.0, 10.0),
    ("hardly anyone", 0.0, 10.0),
];
/// Words before "few" and "most" that make another thing of them.
const OTHERWISE: [&str; 7] = ["a", "the", "so", "too", "how", "as", "at"];

/// Says which word for a share fits none of the rates that the facts state.
pub fn wrong(text: &str, facts: &[&Fact]) -> Option<String> {
    let (words, least, most) = told(text)?;
    let rates = rates(facts);
    let fits = rates.iter().any(|rate| (least..=most).contains(rate));
    if fits || rates.is_empty() || facts.iter().any(|fact| fact.statement.contains(words)) {
        return None;
    }
    let ids: Vec<_> = facts.iter().map(|fact| fact.id.as_str()).collect();
    Some(format!("\"{words}\" of the people is no rate that {} states", ids.join(", ")))
}

/// The word for a share that a sentence without a fact tells of people, unless it sums up a
/// rate of the facts `before`.
pub fn unfounded(text: &str, before: &[&Fact]) -> Option<&'static str> {
    let (words, least, most) = told(text)?;
    (!rates(before).iter().any(|rate| (least..=most).contains(rate))).then_some(words)
}

fn told(text: &str) -> Option<(&'static str, f64, f64)> {
    let lower = text.to_lowercase();
    let of_people = |words: &str| {
        lower.match_indices(words).any(|(at, _)| {
            let (before, behind) = (&lower[..at], &lower[at + words.len()..]);
            let last = before.trim_end().rsplit(' ').next().unwrap_or("");
            let apart = !before.ends_with(char::is_alphanumeric) && !OTHERWISE.contains(&last);
            apart
                && (behind
                    .split(|c: char| !c.is_alphanumeric())
                    .nth(1)
                    .is_some_and(|word| PEOPLE.contains(&word))
                    || words.ends_with("one") && !behind.starts_with(char::is_alphanumeric)
                    || matches!(whole(behind), Some((Whole::People, _))))
        })
    };
    SHARES.into_iter().find(|(words, ..)| of_people(words))
}

/// The rates that the facts state, in percent; their margins of error are none.
fn rates(facts: &[&Fact]) -> Vec<f64> {
    let numbers = facts.iter().flat_map(|fact| {
        let own = numbers(&fact.statement).into_iter();
        own.filter(|number| !fact.statement[number.range.end..].starts_with("% CI"))
    });
    numbers.filter_map(|number| number.share()).collect()
}
