//! The numbers a text states, so that they can be held against those of the facts.

use std::ops::Range;

/// A number and what it counts, as far as that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Its digits without commas and ending zeros: `1247`, `27.5`.
    pub value: String,
    /// What it counts.
    pub unit: Unit,
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Written as a word: `six`.
    pub word: bool,
}

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
    /// A duration in this unit of time.
    Time(&'static str),
    /// Milligrams.
    Milligrams,
}

impl Number {
    /// True when `facts` state this number of the same thing, as far as it is said of what.
    pub fn is_stated(&self, facts: &[Self]) -> bool {
        let same: Vec<_> = facts.iter().filter(|fact| fact.value == self.value).collect();
        let of = |is: fn(Unit) -> bool| same.iter().any(|fact| is(fact.unit));
        match self.unit {
            Unit::Other | Unit::People => !same.is_empty(),
            Unit::Money => of(|unit| unit == Unit::Money),
            // What the facts count in another unit is not it.
            unit => {
                same.iter().any(|fact| fact.unit == unit)
                    || (of(Unit::is_open) && !(unit.is_time() && of(Unit::is_time)))
            }
        }
    }

    /// True for a figure that must rest on a fact: digits, and words that count people,
    /// time, milligrams or parts of a hundred.
    pub fn is_figure(&self) -> bool {
        !self.word || self.unit != Unit::Other
    }
}

impl Unit {
    /// True when it is not said what is counted.
    fn is_open(self) -> bool {
        matches!(self, Self::Other | Self::People)
    }

    fn is_time(self) -> bool {
        matches!(self, Self::Time(_))
    }
}

const WORDS: [(&str, &str); 27] = [
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("hundred", "100"),
];
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
/// Numbers to call or text, which are no figures.
const LINES: [&str; 5] = ["988", "911", "741741", "838255", "88788"];

/// The numbers of `text` that are figures: not phone numbers, ordinals, names such as
/// CAPS-5, the keys to press on a phone, or the 100 of "of 100".
pub fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        if c.is_alphabetic() {
            let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let word = rest[..len].to_lowercase();
            if let Some((_, value)) = WORDS.iter().find(|(name, _)| *name == word) {
                let unit = unit(&rest[len..]);
                let range = at..at + len;
                let number = Number { value: (*value).to_owned(), unit, range, word: true };
                if !is_of_hundred(&number, text) {
                    found.push(number);
                }
            }
            // Digits that are part of a name: G2082, CAPS-5.
            at += len + name_tail(&rest[len..]);
        } else if c.is_ascii_digit() {
            at += digits(text, at, &mut found);
        } else {
            at += c.len_utf8();
        }
    }
    found
}

/// The bytes of `-5` behind a name.
fn name_tail(rest: &str) -> usize {
    let Some(digits) = rest.strip_prefix('-') else { return 0 };
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    if len == 0 { 0 } else { len + 1 }
}

/// Reads the digits at `at`; returns how many bytes they take.
fn digits(text: &str, at: usize, found: &mut Vec<Number>) -> usize {
    let rest = &text[at..];
    if let Some(len) = phone(rest) {
        return len;
    }
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while digit(len) || (matches!(bytes.get(len), Some(b',' | b'.')) && digit(len + 1)) {
        // A comma parts thousands; elsewhere it parts numbers.
        if bytes[len] == b',' && !(1..=3).all(|i| digit(len + i)) {
            break;
        }
        len += 1;
    }
    let mut value: String = rest[..len].chars().filter(|c| *c != ',').collect();
    if value.contains('.') {
        value.truncate(value.trim_end_matches('0').trim_end_matches('.').len());
    }
    let after = &rest[len..];
    let letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let attached = &after[..letters];
    if letters > 0 && !attached.eq_ignore_ascii_case("mg") {
        // Ordinals such as 3rd, and addresses such as 988lifeline.
        return len + letters;
    }
    let before = &text[..at];
    let pressed = before.to_lowercase().ends_with("press ");
    let mut number = Number { value, unit: unit(after), range: at..at + len, word: false };
    if before.ends_with('$') {
        number.unit = Unit::Money;
    }
    if !pressed && !LINES.contains(&number.value.as_str()) && !is_of_hundred(&number, text) {
        found.push(number);
    }
    len
}

/// The length of a phone number such as 1-800-662-4357.
fn phone(text: &str) -> Option<usize> {
    let len = text.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(text.len());
    let number = text[..len].trim_end_matches('-');
    let parts: Vec<_> = number.split('-').collect();
    (parts.len() >= 3 && parts.last().is_some_and(|part| part.len() == 4)).then_some(number.len())
}

/// The 100 of "67 of 100".
fn is_of_hundred(number: &Number, text: &str) -> bool {
    let before = text[..number.range.start].trim_end();
    let behind = |word: &str| before.to_lowercase().ends_with(word);
    number.value == "100" && (behind(" of") || behind(" in") || behind("out of"))
}

/// What a number counts, from what stands behind it.
fn unit(behind: &str) -> Unit {
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
        "mg" => return Unit::Milligrams,
        "of" | "in" if rest.trim_start().starts_with("100") => return Unit::Percent,
        _ => {}
    }
    if PEOPLE.contains(&word.as_str()) {
        return Unit::People;
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

/// Names with digits in them, such as `G2082` or `CAPS-5`.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    let edge = |c: char| !c.is_alphanumeric();
    text.split_whitespace().map(move |word| word.trim_matches(edge)).filter(|word| {
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().any(|b| b.is_ascii_digit())
            && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(text: &str) -> Vec<(String, Unit)> {
        numbers(text).into_iter().map(|number| (number.value, number.unit)).collect()
    }

    #[test]
    fn numbers_are_read_with_what_they_count() {
        let text = "$1,200 to $350.50, 58.7% of 1,247 people over 3 to 4 weeks, two a week, 56 mg";
        let expected = [
            ("1200", Unit::Money),
            ("350.5", Unit::Money),
            ("58.7", Unit::Percent),
            ("1247", Unit::People),
            ("3", Unit::Time("week")),
            ("4", Unit::Time("week")),
            ("2", Unit::Other),
            ("56", Unit::Milligrams),
        ];
        assert_eq!(stated(text), expected.map(|(value, unit)| (value.to_owned(), unit)));
    }

    #[test]
    fn what_is_no_figure_is_left_out() {
        let text =
            "Call 988, press 1, or 1-800-662-4357; see 988lifeline.org on the 3rd, CAPS-5, G2082";
        assert_eq!(stated(text), []);
        assert_eq!(stated("67 of 100"), [("67".to_owned(), Unit::Percent)]);
        assert_eq!(names(text).collect::<Vec<_>>(), ["CAPS-5", "G2082"]);
    }

    #[test]
    fn a_number_of_weeks_is_not_a_number_of_months_nor_of_dollars() {
        let stated = |text: &str, fact: &str| numbers(text)[0].is_stated(&numbers(fact));
        assert!(stated("six weeks", "6 weeks"));
        assert!(stated("6 infusions", "six a week"));
        assert!(stated("6 weeks", "6 in all"));
        assert!(!stated("six months", "6 weeks"));
        assert!(!stated("six months", "6 weeks, 6 of 20"));
        assert!(!stated("$6", "6 weeks"));
    }
}
