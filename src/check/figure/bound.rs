//! What stands before a number or a span of time is not turned into its opposite: "at least
//! 2 hours" is not "at most 2 hours", nor a gain of weeks one of years.

use std::ops::Range;

use super::super::number::{Number, Unit, Whole, numbers};
use crate::evidence::Fact;

/// Words before a number that is the least.
const LEAST: [&str; 4] = ["at least", "over", "more than", "above"];
/// Words before a number that is the most.
const MOST: [&str; 7] =
    ["at most", "under", "less than", "fewer than", "below", "up to", "as little as"];
/// Words before a span of time.
const SPANNING: [&str; 7] = ["within", "for", "after", "lasts", "lasted", "last", "took"];
/// Words between those and the span.
const VAGUE: [&str; 7] = ["a", "few", "some", "several", "many", "only", "the"];
/// Spans of time as they are told without a number.
const SPANS: [&str; 6] = ["minute", "hour", "day", "week", "month", "year"];

/// What of a sentence is bounded otherwise than in its facts.
pub fn wrong(text: &str, stated: &[Number], facts: &[&Fact]) -> Vec<String> {
    let known: Vec<(&Fact, Vec<Number>)> =
        facts.iter().map(|fact| (*fact, numbers(&fact.statement))).collect();
    let bounds = stated.iter().filter_map(|own| otherwise(text, own, &known));
    let bounds = bounds.chain(stated.iter().filter_map(beyond));
    let orders = stated.windows(2).filter_map(|pair| reversed(text, pair, &known));
    bounds.chain(orders).chain(span(text, facts, &known)).collect()
}

/// Says so when the number is told as the most and is the least in its facts, or the other
/// way round.
fn otherwise(text: &str, own: &Number, known: &[(&Fact, Vec<Number>)]) -> Option<String> {
    let told = bound(text, &own.range)?;
    let same = known.iter().flat_map(|(fact, numbers)| {
        let same = numbers.iter().filter(|number| number.value == own.value);
        same.map(|number| (*fact, bound(&fact.statement, &number.range)))
    });
    let same: Vec<_> = same.collect();
    let (fact, _) = same.iter().find(|(_, bound)| bound.is_some())?;
    let (least, most) = ("the least", "the most");
    let (said, is) = if told { (least, most) } else { (most, least) };
    same.iter().all(|(_, bound)| *bound == Some(!told)).then(|| {
        format!("{} is told as {said}, and in {} it is {is}", &text[own.range.clone()], fact.id)
    })
}

/// True for the least, false for the most, none for neither.
fn bound(text: &str, range: &Range<usize>) -> Option<bool> {
    let before = text[..range.start].trim_end_matches(['$', ' ']).to_lowercase();
    let ends = |words: &[&str]| words.iter().any(|words| before.ends_with(words));
    if ends(&LEAST) {
        return Some(true);
    }
    ends(&MOST).then_some(false)
}

/// Says so when more are told than there are: "91 of 7".
fn beyond(number: &Number) -> Option<String> {
    let Some(Whole::Number(whole)) = &number.whole else { return None };
    let size = |digits: &str| digits.parse::<f64>().ok();
    (size(&number.value) > size(whole) && number.unit != Unit::Part)
        .then(|| format!("{} of {whole} is more than there are", number.value))
}

/// Says so when a range is told from its upper end to its lower one: unless a fact, such as
/// one on a score that fell, does so too.
fn reversed(text: &str, pair: &[Number], known: &[(&Fact, Vec<Number>)]) -> Option<String> {
    let [from, to] = pair else { return None };
    if !leads(text, from, to) {
        return None;
    }
    let states = |from: &Number, to: &Number| {
        known.iter().any(|(fact, numbers)| {
            numbers.windows(2).any(|own| {
                let same = own[0].value == from.value && own[1].value == to.value;
                same && leads(&fact.statement, &own[0], &own[1])
            })
        })
    };
    let size = |number: &Number| number.value.parse::<f64>().ok();
    let falls = size(from) > size(to) && from.unit == to.unit;
    (states(to, from) || (falls && !states(from, to)))
        .then(|| format!("{} to {} is told the wrong way round", from.value, to.value))
}

fn leads(text: &str, from: &Number, to: &Number) -> bool {
    let between = text[from.range.end..to.range.start].trim_matches(['%', ' ', '$']);
    matches!(between, "to" | "to over")
}

/// Says so when a span of time is told that no fact states, though they state others.
fn span(text: &str, facts: &[&Fact], known: &[(&Fact, Vec<Number>)]) -> Option<String> {
    let mut times = known.iter().flat_map(|(_, numbers)| numbers);
    times.find(|number| matches!(number.unit, Unit::Time(_)))?;
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let named = |word: &str| {
        SPANS.into_iter().find(|span| word == *span || word.strip_suffix('s') == Some(span))
    };
    let spanning = |i: usize| {
        let before = words[..i].iter().rfind(|word| !VAGUE.contains(word));
        before.is_some_and(|word| SPANNING.contains(word))
    };
    let mut told = words.iter().enumerate();
    let span = told.find_map(|(i, word)| {
        named(word).filter(|span| {
            spanning(i) && !facts.iter().any(|fact| fact.statement.to_lowercase().contains(span))
        })
    })?;
    let ids: Vec<_> = facts.iter().map(|fact| fact.id.as_str()).collect();
    Some(format!("a span of {span}s is told, and none stands in {}", ids.join(", ")))
}
