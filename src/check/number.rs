//! The numbers a text states, so that they can be held against those of the facts.

mod in_words;
mod spelled;
mod unit;
mod whole;

use std::ops::Range;

use in_words::in_words;
pub use spelled::spelled;
use unit::{DOSES, unit};
pub use unit::{PEOPLE, Unit};
pub use whole::{Whole, whole};

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
    /// Written in words: `six`.
    pub word: bool,
    /// What it is counted out of, where the text says so: the 15 of `10 of 15`.
    pub whole: Option<Whole>,
}

impl Number {
    /// True when `facts` state this number of the same thing, as far as it is said of what.
    pub fn is_stated(&self, facts: &[Self]) -> bool {
        if self.unit == Unit::Part {
            return facts.iter().any(|fact| self.is_near(fact));
        }
        // "10 of 12" is none of "10 of 15", nor is "15 of 15".
        let parts = facts.iter().filter(|fact| matches!(fact.whole, Some(Whole::Number(_))));
        let mut akin = parts.filter(|fact| fact.value == self.value || fact.whole == self.whole);
        if matches!(self.whole, Some(Whole::Number(_)))
            && akin.clone().next().is_some()
            && !akin.any(|fact| fact.value == self.value && fact.whole == self.whole)
        {
            return false;
        }
        let mut same = facts.iter().filter(|fact| fact.value == self.value);
        let is_bare = |fact: &Self| matches!(fact.unit, Unit::Other | Unit::People);
        match self.unit {
            Unit::Other | Unit::Things => {
                same.any(|fact| !matches!(fact.unit, Unit::Dose(_) | Unit::Month | Unit::Money))
            }
            Unit::People => same.any(is_bare),
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

    /// True when a fact states the part, or a share that it rounds.
    fn is_near(&self, fact: &Self) -> bool {
        if fact.unit == Unit::Part {
            return fact.value == self.value;
        }
        let (Ok(part), Some(share)) = (self.value.parse::<f64>(), fact.share()) else {
            return false;
        };
        (part - share).abs() <= (share / 4.0).clamp(1.0, 5.0)
    }

    /// How much of its whole it is, in percent.
    pub fn share(&self) -> Option<f64> {
        let value: f64 = self.value.parse().ok()?;
        match &self.whole {
            _ if matches!(self.unit, Unit::Percent | Unit::Part) => Some(value),
            Some(Whole::Number(whole)) => Some(100.0 * value / whole.parse::<f64>().ok()?),
            _ => None,
        }
    }

    /// True for a figure that must rest on a fact: digits, and words that count people,
    /// time, doses or parts of a number or of people.
    pub fn is_figure(&self) -> bool {
        let open = matches!(self.unit, Unit::Other | Unit::Things | Unit::Month | Unit::Part);
        // "Dozens of trials" weigh like people do.
        let many = self.unit == Unit::Things && self.value.ends_with('+');
        !self.word || !open || self.whole.is_some() || many
    }
}

/// Numbers to call or text, which are no figures.
const LINES: [&str; 5] = ["988", "911", "741741", "838255", "88788"];

/// The numbers of `text` that are figures: not phone numbers, ordinals, names such as
/// CAPS-5, the keys to press on a phone, or the 100 of "67 of 100".
pub fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        if c.is_alphabetic() {
            at = match in_words(text, at) {
                Some(number) => {
                    let end = number.range.end;
                    if !is_of_hundred(&number, text) {
                        found.push(number);
                    }
                    end
                }
                None => at + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()),
            };
            // Digits that are part of a name: G2082, CAPS-5.
            at += name_tail(&text[at..]);
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
    let ordinal = ["st", "nd", "rd", "th"].contains(&attached);
    // 988lifeline.org
    let end = after[letters..].strip_prefix('.');
    let host = end.is_some_and(|end| end.starts_with(|c: char| c.is_ascii_alphabetic()));
    if ordinal || (letters > 2 && host) {
        return len + letters;
    }
    let dose = DOSES.iter().any(|dose| attached.eq_ignore_ascii_case(dose));
    if letters > 0 && !dose && !attached.eq_ignore_ascii_case("x") {
        // No fact writes a number so: $0.4k.
        let (value, range) = (format!("{value}{attached}"), at..at + len + letters);
        found.push(Number { value, unit: Unit::Other, range, word: false, whole: None });
        return len + letters;
    }
    let before = &text[..at];
    let whole = whole(after).map(|(whole, _)| whole);
    let mut number = Number { value, unit: unit(after), range: at..at + len, word: false, whole };
    if before.ends_with('$') {
        number.unit = Unit::Money;
    }
    let counts = matches!(number.unit, Unit::People | Unit::Percent | Unit::Money);
    let line = LINES.contains(&number.value.as_str());
    let pressed = len == 1 && PRESS.iter().any(|word| ends_with(before, word));
    if (counts || !(line || pressed)) && !is_of_hundred(&number, text) {
        found.push(number);
    }
    len
}

/// Signs of a phone number at most.
const PHONE: usize = 20;

/// The length of a phone number such as 1-800-662-4357.
fn phone(text: &str) -> Option<usize> {
    let is = |b: &u8| b.is_ascii_digit() || *b == b'-';
    let len = text.bytes().take(PHONE).take_while(is).count();
    let number = text[..len].trim_end_matches('-');
    let parts: Vec<_> = number.split('-').collect();
    (parts.len() >= 3 && parts.last().is_some_and(|part| part.len() == 4)).then_some(number.len())
}

/// The 100 of "67 of 100" or "how many in 100".
fn is_of_hundred(number: &Number, text: &str) -> bool {
    let before = &text[..number.range.start];
    let joint = [" of", " in", " of every", " in every", " of each"];
    let is = number.value == "100" && number.whole.is_none();
    is && (joint.iter().any(|joint| ends_with(before, joint))
        || before.trim().eq_ignore_ascii_case("of"))
}

/// True when `text` ends with `words`, in any case, blanks at its end aside.
pub fn ends_with(text: &str, words: &str) -> bool {
    let text = text.trim_end();
    let end = text.len().checked_sub(words.len()).and_then(|at| text.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(words))
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
    fn numbers_in_words_and_parts_are_read_with_what_they_count() {
        let text = "One hundred and fifty-eight veterans; two thirds; four fifths; one in five; \
                    nine out of ten; a couple of years; dozens of people; two dollars; half a gram";
        let expected = [
            ("158", Unit::People),
            ("67", Unit::Part),
            ("80", Unit::Part),
            ("20", Unit::Part),
            ("90", Unit::Part),
            ("2", Unit::Time("year")),
            ("12+", Unit::People),
            ("2", Unit::Money),
            ("50", Unit::Part),
        ];
        assert_eq!(stated(text), expected.map(|(value, unit)| (value.to_owned(), unit)));
        assert_eq!(stated("988 people, 911 people").len(), 2);
        assert_eq!(stated("90pct and 500people").len(), 2);
        assert_eq!(stated("how many in 100"), []);
    }

    #[test]
    fn a_number_of_people_is_no_number_of_days_and_none_out_of_another() {
        let stated = |text: &str, fact: &str| numbers(text)[0].is_stated(&numbers(fact));
        assert!(stated("41 people", "41 and more") && !stated("41 people", "41 days"));
        assert!(!stated("350 people", "$350") && !stated("350 cents", "$350"));
        assert!(stated("12 of 20", "12 of 20 people") && !stated("12 of 15", "12 of 20, 15"));
        assert!(stated("20 of 20", "20 people") && !stated("20 of 20", "20 people, 12 of 20"));
        assert!(stated("two in three", "67% of them") && stated("two in three", "10 of 15"));
        assert!(stated("one in twelve", "8.4%") && !stated("one in twelve", "4%"));
        assert!(!stated("a tenth", "half of them"));
    }

    #[test]
    fn texts_of_any_length_are_read_at_once() {
        let many = "5 ".to_owned() + &"more ".repeat(200_000);
        assert_eq!(stated(&many), [("5".to_owned(), Unit::Other)]);
        assert_eq!(stated(&"7 ".repeat(20_000)).len(), 20_000);
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
