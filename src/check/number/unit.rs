//! What numbers count, from the words behind them.

use super::spelled::spelled;

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
    /// A part of a whole: `half`, `a quarter`, `two in three`.
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
/// The same in full, without the ending `s`.
const IN_FULL: [(&str, &str); 5] = [
    ("milligram", "mg"),
    ("microgram", "mcg"),
    ("milliliter", "ml"),
    ("kilogram", "kg"),
    ("gram", "g"),
];
const TIMES: [&str; 6] = ["minute", "hour", "day", "week", "month", "year"];
/// Words for people.
pub const PEOPLE: [&str; 21] = [
    "people",
    "person",
    "persons",
    "patients",
    "patient",
    "inpatients",
    "veterans",
    "veteran",
    "women",
    "men",
    "adults",
    "adult",
    "children",
    "teens",
    "participants",
    "volunteers",
    "responders",
    "survivors",
    "soldiers",
    "troops",
    "members",
];
/// Words that may stand between a number and its unit.
const BETWEEN: [&str; 14] = [
    "business",
    "more",
    "full",
    "whole",
    "other",
    "calendar",
    "young",
    "younger",
    "older",
    "healthy",
    "different",
    "new",
    "service",
    "such",
];
/// Words between a number and its unit at most.
const REACH: usize = 4;

/// What a number counts, from what stands behind it.
pub fn unit(behind: &str) -> Unit {
    let mut rest = behind;
    for _ in 0..=REACH {
        match read(rest) {
            Ok(unit) => return unit,
            Err(behind) => rest = behind,
        }
    }
    Unit::Other
}

/// The unit that `text` begins with, or what stands behind a word before it.
fn read(text: &str) -> Result<Unit, &str> {
    let text = text.trim_start_matches([' ', '-', '\u{a0}']);
    if text.starts_with('%') {
        return Ok(Unit::Percent);
    }
    let len = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = (text[..len].to_lowercase(), &text[len..]);
    if BETWEEN.contains(&word.as_str()) {
        return Err(rest);
    }
    match word.as_str() {
        "percent" => return Ok(Unit::Percent),
        "dollar" | "dollars" => return Ok(Unit::Money),
        "of" | "in" if rest.trim_start().starts_with("100") => return Ok(Unit::Percent),
        _ => {}
    }
    let one = word.strip_suffix('s').unwrap_or(&word);
    let in_full = IN_FULL.iter().find(|(name, _)| *name == one).map(|(_, dose)| dose);
    if PEOPLE.contains(&word.as_str()) {
        Ok(Unit::People)
    } else if let Some(dose) = DOSES.iter().find(|dose| **dose == word).or(in_full) {
        Ok(Unit::Dose(dose))
    } else if THINGS.iter().any(|thing| word.starts_with(thing)) {
        Ok(Unit::Things)
    } else if let Some(time) = TIMES.iter().find(|time| **time == one) {
        Ok(Unit::Time(time))
    } else {
        behind_range(&word, rest).map_or(Ok(Unit::Other), Err)
    }
}

/// What stands behind the second number of a range, of which `rest` follows on the joint
/// `word`: in "3 to 4 weeks" both count weeks.
fn behind_range<'a>(word: &str, rest: &'a str) -> Option<&'a str> {
    let joined = word.is_empty() || matches!(word, "to" | "or" | "and");
    let rest = rest.trim_start_matches([' ', '\u{2013}']);
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let len = if digits > 0 { Some(digits) } else { spelled(rest).map(|own| own.len) };
    len.filter(|_| joined).map(|len| &rest[len..])
}
