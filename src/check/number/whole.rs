//! What a number is counted out of: the 15 of "10 of 15", the veterans of "ten of the
//! veterans".

use super::spelled::spelled;
use super::unit::{PEOPLE, Unit, unit};

/// What a number is a part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whole {
    /// So many.
    Number(String),
    /// People, and it is not said how many they are.
    People,
}

/// Who or what is counted, which may stand between the two: `10 cases of 15`.
const CASES: [&str; 2] = ["cases", "case"];
/// What joins a number with its whole; the longer ones first.
const JOINTS: [&str; 13] = [
    "out of every ",
    "out of the ",
    "out of ",
    "of all the ",
    "of every ",
    "of each ",
    "of these ",
    "of the ",
    "of all ",
    "of ",
    "in every ",
    "in each ",
    "in ",
];
/// Words for whom or what the text has named before.
const NAMED: [&str; 2] = ["them", "those"];
/// Words behind these that speak of people; others may speak of things. Besides these there
/// are words that end like `relapsed`.
const LIVING: [&str; 11] =
    ["who", "on", "given", "died", "got", "had", "felt", "were", "did", "lost", "stayed"];

/// What a text has itself; their beginnings.
const PAGES: [&str; 7] = ["part", "section", "guide", "step", "row", "column", "page"];

/// What the number in front of `behind` is counted out of, and the bytes up to its end.
pub fn whole(behind: &str) -> Option<(Whole, usize)> {
    let mut rest = behind.trim_start();
    let case = CASES.iter().find_map(|case| rest.strip_prefix(case));
    rest = case.unwrap_or(rest).trim_start();
    let joint = JOINTS.iter().find(|joint| rest.starts_with(**joint))?;
    rest = &rest[joint.len()..];
    let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = &rest[..len];
    let of = joint.contains("of");
    let lives = || {
        let next = rest[len..].split_whitespace().next().unwrap_or("");
        let next = next.trim_matches(|c: char| !c.is_alphanumeric());
        LIVING.contains(&next) || next.ends_with("ed")
    };
    if of && (PEOPLE.contains(&word) || (NAMED.contains(&word) && lives())) {
        return Some((Whole::People, behind.len() - rest.len() + len));
    }
    let (value, len) = counted(rest)?;
    // "6 in 2 weeks", "$283 in 2026" and "two of the three parts" are no parts of people.
    let next = rest[len..].trim_start();
    let unit = unit(next);
    let page = unit != Unit::People && PAGES.iter().any(|page| next.starts_with(page));
    let other = page || matches!(unit, Unit::Time(_) | Unit::Dose(_) | Unit::Month);
    let year = !of && value.len() == 4;
    (!other && !year && value != "1")
        .then(|| (Whole::Number(value), behind.len() - rest.len() + len))
}

/// The number that `text` begins with, in digits or words.
fn counted(text: &str) -> Option<(String, usize)> {
    if let Some(own) = spelled(text) {
        return Some((own.value, own.len));
    }
    let is = |c: char| c.is_ascii_digit() || c == ',';
    let len = text.find(|c| !is(c)).unwrap_or(text.len());
    let digits = text[..len].trim_end_matches(',');
    let value: String = digits.chars().filter(char::is_ascii_digit).collect();
    (!value.is_empty()).then_some((value, digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_counted_out_of_another_or_out_of_people() {
        let number = |text: &str| match whole(text) {
            Some((Whole::Number(value), _)) => value,
            other => format!("{other:?}"),
        };
        assert_eq!(number(" of 15"), "15");
        assert_eq!(number(" of the fifteen people"), "15");
        assert_eq!(number(" out of every 1,000"), "1000");
        assert_eq!(number(" cases of 15"), "15");
        assert_eq!(number(" in five"), "5");
        for people in
            [" of the veterans", " of them died", " of all people", " of those who stayed"]
        {
            assert_eq!(whole(people).map(|(whole, _)| whole), Some(Whole::People), "{people}");
        }
        for none in [
            " in two weeks",
            " in 2026",
            " of it",
            " weeks of 15",
            " of the way",
            " of them are free",
            " of three parts",
            "",
        ] {
            assert_eq!(whole(none), None, "{none}");
        }
    }
}
