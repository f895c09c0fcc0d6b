//! Numbers, parts of a whole and months that a text states in words.

use super::spelled::{Spelled, part, percent, spelled};
use super::unit::{Unit, unit};
use super::whole::{Whole, whole};
use super::{Number, ends_with};

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
/// Words before which "May" is a month, and no verb.
const DATING: [&str; 7] = [" in", " through", " until", " by", " since", " last", " next"];

/// The number in words that begins at `at`.
pub fn in_words(text: &str, at: usize) -> Option<Number> {
    let rest = &text[at..];
    let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    let own = spelled(rest).filter(|own| !rest[own.len..].starts_with(char::is_alphanumeric));
    let found = match own {
        Some(own) => counted(rest, own),
        None => month(&text[..at], word, rest).or_else(|| portion(&text[..at], rest)),
    };
    let (value, unit, len, whole) = found?;
    Some(Number { value, unit, range: at..at + len, word: true, whole })
}

/// What is read: the digits, what they count, the bytes, and what they are counted out of.
type Read = (String, Unit, usize, Option<Whole>);

/// What the number `own`, with which `text` begins, tells: "two thirds", "one in five",
/// "six weeks".
fn counted(text: &str, own: Spelled) -> Option<Read> {
    let behind = &text[own.len..];
    let n = own.value.parse().unwrap_or(usize::MAX);
    let next = behind.trim_start_matches([' ', '-']);
    let plural = |len: usize| next[..len].ends_with('s') == (n > 1);
    if let Some((of, len)) = part(next).filter(|(of, len)| n < *of && plural(*len)) {
        let len = text.len() - next.len() + len;
        let of_number = (n > 1).then(|| Whole::Number(of.to_string()));
        return Some((percent(n, of), Unit::Part, len, of_number.or_else(|| people(&text[len..]))));
    }
    let (whole, len) = whole(behind).map_or((None, 0), |(whole, len)| (Some(whole), len));
    let out_of = match &whole {
        Some(Whole::Number(of)) => of.parse().unwrap_or(usize::MAX),
        _ => 0,
    };
    // "One of the two" tells no rate, and "ten of the fifteen" is held to both numbers.
    let of = behind.trim_start().starts_with("of ");
    if n < out_of && (!of || (out_of <= 10 && n > 1)) {
        return Some((percent(n, out_of), Unit::Part, own.len + len, whole));
    }
    // "Dozens of people", "a couple of weeks".
    let unit = unit(behind.strip_prefix(" of").filter(|_| own.loose).unwrap_or(behind));
    let said = n > 1 || matches!(unit, Unit::Time(_));
    said.then_some((own.value, unit, own.len, whole))
}

/// The month `word`, behind `before`, with which `text` begins.
fn month(before: &str, word: &str, text: &str) -> Option<Read> {
    let month = MONTHS.iter().position(|month| *month == word)?;
    let dated = || {
        before.trim_end().ends_with(|c: char| c.is_ascii_digit())
            || text[word.len()..].trim_start().starts_with(|c: char| c.is_ascii_digit())
            || DATING.iter().any(|own| ends_with(before, own))
    };
    (word != "May" || dated()).then(|| ((month + 1).to_string(), Unit::Month, word.len(), None))
}

/// The part of a whole, behind `before`, with which `text` begins: "half", "a third".
fn portion(before: &str, text: &str) -> Option<Read> {
    let (of, len) = part(text)?;
    let half = of == 2 && !text[len..].trim_start().starts_with("dose");
    let one = of > 2 && (ends_with(before, " a") || before.trim().eq_ignore_ascii_case("a"));
    (half || one).then(|| (percent(1, of), Unit::Part, len, people(&text[len..])))
}

/// People of whom a part is told: "half of the veterans".
fn people(behind: &str) -> Option<Whole> {
    whole(behind).map(|(whole, _)| whole).filter(|whole| *whole == Whole::People)
}
