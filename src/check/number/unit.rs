//! What numbers count, from the words behind them.

use super::WORDS;

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Something else, or nothing is said.
    Other,
    /// Dollars.
    Money,
    /// Parts of a hundred.
    Percent,
    /// People.
    People,
    /// Visits, doses, trials and other things that are counted.
    Things,
    /// A duration in this unit of time.
    Time(&'static str),
    /// A mass or volume in this unit.
    Dose(&'static str),
    /// A day of this month, or the month itself.
    Month,
    /// A part of a whole: `half`, `a quarter`.
    Part,
}

/// Things that are counted; their beginnings.
const THINGS: [&str; 12] = [
    "session",
    "infusion",
    "visit",
    "dose",
    "trial",
    "stud",
    "treatment",
    "review",
    "time",
    "device",
    "question",
    "meeting",
];
/// Units of mass and volume.
pub const DOSES: [&str; 5] = ["mg", "mcg", "ml", "kg", "g"];
const TIMES: [&str; 6] = ["minute", "hour", "day", "week", "month", "year"];
const PEOPLE: [&str; 9] = [
    "people",
    "persons",
    "patients",
    "inpatients",
    "veterans",
    "women",
    "men",
    "adults",
    "participants",
];
/// Words that may stand between a number and its unit.
const BETWEEN: [&str; 6] = ["business", "more", "full", "whole", "other", "calendar"];
/// What a number counts, from what stands behind it.
pub fn unit(behind: &str) -> Unit {
    let text = behind.trim_start_matches([' ', '-', '\u{a0}']);
    if text.starts_with('%') {
        return Unit::Percent;
    }
    let len = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = (text[..len].to_lowercase(), &text[len..]);
    if BETWEEN.contains(&word.as_str()) {
        return unit(rest);
    }
    match word.as_str() {
        "percent" => return Unit::Percent,
        "of" | "in" if rest.trim_start().starts_with("100") => return Unit::Percent,
        _ => {}
    }
    if PEOPLE.contains(&word.as_str()) {
        return Unit::People;
    }
    if let Some(dose) = DOSES.iter().find(|dose| **dose == word) {
        return Unit::Dose(dose);
    }
    if THINGS.iter().any(|thing| word.starts_with(thing)) {
        return Unit::Things;
    }
    if let Some(time) = TIMES.iter().find(|time| word.strip_suffix('s').unwrap_or(&word) == **time)
    {
        return Unit::Time(time);
    }
    // "3 to 4 weeks": both count weeks.
    if matches!(word.as_str(), "to" | "or" | "and") || text.starts_with('\u{2013}') || len == 0 {
        let rest = if len == 0 { text.trim_start_matches('\u{2013}') } else { rest.trim_start() };
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        if digits > 0 {
            return unit(&rest[digits..]);
        }
        let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if WORDS.iter().any(|(name, _)| rest[..letters].eq_ignore_ascii_case(name)) {
            return unit(&rest[letters..]);
        }
    }
    Unit::Other
}
