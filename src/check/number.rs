//! The numbers a text states, so that they can be held against those of the facts.

mod unit;

use std::ops::Range;

pub use unit::Unit;
use unit::{DOSES, unit};

use super::crisis::PRESS;

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

impl Number {
    /// True when `facts` state this number of the same thing, as far as it is said of what.
    pub fn is_stated(&self, facts: &[Self]) -> bool {
        if self.unit == Unit::Part {
            return facts.iter().any(|fact| self.is_near(fact));
        }
        let mut same = facts.iter().filter(|fact| fact.value == self.value);
        let is_bare = |fact: &Self| matches!(fact.unit, Unit::Other | Unit::People);
        match self.unit {
            Unit::Other | Unit::People | Unit::Things => {
                same.any(|fact| !matches!(fact.unit, Unit::Dose(_) | Unit::Month))
            }
            Unit::Time(_) => {
                // What the facts count in another unit is not it.
                let other = |fact: &Self| matches!(fact.unit, Unit::Time(_) | Unit::Things);
                let (own, bare) =
                    (same.clone().any(|fact| fact.unit == self.unit), same.clone().any(is_bare));
                own || (bare && !same.any(other))
            }
            unit => same.any(|fact| fact.unit == unit),
        }
    }

    /// True when a fact states the part, or a percentage that it rounds.
    fn is_near(&self, fact: &Self) -> bool {
        if fact.unit == Unit::Part {
            return fact.value == self.value;
        }
        let (Ok(part), Ok(stated)) = (self.value.parse::<f64>(), fact.value.parse::<f64>()) else {
            return false;
        };
        fact.unit == Unit::Percent && (part - stated).abs() <= 5.0
    }

    /// True for a figure that must rest on a fact: digits, and words that count people,
    /// time, doses or parts of a hundred.
    pub fn is_figure(&self) -> bool {
        let open = matches!(self.unit, Unit::Other | Unit::Things | Unit::Month | Unit::Part);
        !self.word || !open
    }
}

const WORDS: [(&str, &str); 31] = [
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
    ("thousand", "1000"),
    ("million", "1000000"),
    ("dozen", "12"),
    ("dozens", "12+"),
];
/// Parts of a whole, in percent.
const PARTS: [(&str, &str); 7] = [
    ("half", "50"),
    ("third", "33"),
    ("thirds", "67"),
    ("quarter", "25"),
    ("quarters", "75"),
    ("fifth", "20"),
    ("tenth", "10"),
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
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
            if let Some(number) = named(text, at..at + len) {
                found.push(number);
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

/// A month, a part of a whole, or "one" of something that is counted.
fn named(text: &str, range: Range<usize>) -> Option<Number> {
    let word = &text[range.clone()];
    let (before, behind) = (text[..range.start].trim_end(), text[range.end..].trim_start());
    let number = |value: &str, unit| {
        Some(Number { value: value.to_owned(), unit, range: range.clone(), word: true })
    };
    if let Some(month) = MONTHS.iter().position(|month| *month == word) {
        // "May" is a verb too.
        let dated = before.ends_with(|c: char| c.is_ascii_digit())
            || behind.starts_with(|c: char| c.is_ascii_digit());
        return if word == "May" && !dated {
            None
        } else {
            number(&(month + 1).to_string(), Unit::Month)
        };
    }
    let lower = word.to_lowercase();
    if let Some((_, value)) = PARTS.iter().find(|(name, _)| *name == lower) {
        let counted = ["a", "one", "two", "three"];
        let last = before.rsplit(' ').next().unwrap_or("").to_lowercase();
        let whole = lower == "half" && !behind.starts_with("dose");
        return if whole || counted.contains(&last.as_str()) {
            number(value, Unit::Part)
        } else {
            None
        };
    }
    let unit = (lower == "one").then(|| unit(&text[range.end..]))?;
    matches!(unit, Unit::Time(_)).then(|| number("1", unit)).flatten()
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
    let ordinal = ["st", "nd", "rd", "th"].contains(&attached);
    if letters > 2 || ordinal {
        // Ordinals such as 3rd, and addresses such as 988lifeline.
        return len + letters;
    }
    let dose = DOSES.iter().any(|dose| attached.eq_ignore_ascii_case(dose));
    if letters > 0 && !dose && !attached.eq_ignore_ascii_case("x") {
        // No fact writes a number so: $0.4k.
        let (value, range) = (format!("{value}{attached}"), at..at + len + letters);
        found.push(Number { value, unit: Unit::Other, range, word: false });
        return len + letters;
    }
    let before = &text[..at];
    let lower = before.to_lowercase();
    let pressed = PRESS.iter().any(|word| lower.trim_end().ends_with(word));
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
    number.value == "100"
        && [" of", " in", "of every", "in every", "of each"].into_iter().any(behind)
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
            ("56", Unit::Dose("mg")),
        ];
        assert_eq!(stated(text), expected.map(|(value, unit)| (value.to_owned(), unit)));
    }

    #[test]
    fn what_is_no_figure_is_left_out() {
        let text =
            "Call 988, press 1, or 1-800-662-4357; see 988lifeline.org on the 3rd, CAPS-5, G2082";
        assert_eq!(stated(text), []);
        assert_eq!(stated("Llame al 988 y oprima 2"), []);
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
        assert!(!stated("6 months", "6 sessions"));
        assert!(!stated("41% of them", "41 had anxiety"));
        assert!(!stated("56 kg", "56 mg") && !stated("one month", "four months"));
        assert!(stated("in August", "August 9") && !stated("in October", "August 9"));
        assert!(
            stated("half of them", "52% of people")
                && !stated("a quarter of them", "52% of people")
        );
        assert!(
            stated("about half", "half had relapsed") && !stated("a third", "half had relapsed")
        );
    }
}
