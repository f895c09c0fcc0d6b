//! Running text as it is said: word after word, and the few things that are written as
//! several words but said as one.

use super::line::{Line, STOPS, is_letter};
use super::{amount, date, digits, signs, units, word, written};

/// Running text as it is said. Brackets and dashes become pauses, and what is left to be
/// filled in is called a blank.
#[must_use]
pub fn spoken(text: &str) -> String {
    let text = written::alike(text);
    let words: Vec<_> = text.split_whitespace().map(Word::read).collect();
    let mut line = Line::default();
    let mut rest = words.as_slice();
    let mut before = None;
    while let Some(first) = rest.first() {
        let (said, taken) = together(rest).unwrap_or_else(|| {
            let lone_question = line.is_empty() && first.core.is_empty() && first.lead == "?";
            (if lone_question { "question mark".to_owned() } else { one(before, rest) }, 1)
        });
        let last = &rest[taken - 1];
        line.push(" ");
        // Brackets that open and close within what is said belong to it: "(800) 662-4357",
        // "401(k)".
        let opens = first.core.contains(')') || taken > 1 && first.trail == ")";
        let closes = last.core.contains('(') && !last.core.contains(')');
        line.push(first.lead.strip_suffix('(').filter(|_| opens).unwrap_or(first.lead));
        line.push(&said);
        line.push(last.trail.strip_prefix(')').filter(|_| closes).unwrap_or(last.trail));
        before = Some(last);
        rest = &rest[taken..];
    }
    line.finish()
}

/// A word with the signs around it that only set it apart.
struct Word<'t> {
    lead: &'t str,
    core: &'t str,
    trail: &'t str,
}

impl<'t> Word<'t> {
    fn read(written: &'t str) -> Self {
        let Some((start, _)) = written.char_indices().find(|(at, _)| begins(written, *at)) else {
            return Self { lead: written, core: "", trail: "" };
        };
        let end = written
            .char_indices()
            .rfind(|(at, c)| is_letter(*c) || signs::at(&written[*at..]).is_some())
            .map_or(written.len(), |(at, c)| at + c.len_utf8());
        let (lead, rest) = written.split_at(start);
        let (core, trail) = rest.split_at(end.max(start) - start);
        Self { lead, core, trail }
    }

    /// True for a number that the next word can belong to.
    fn is_number(&self) -> bool {
        amount::begins(self.core)
    }
}

/// True when what is said can begin at byte `at` of a word.
fn begins(written: &str, at: usize) -> bool {
    let rest = &written[at..];
    let option = rest.strip_prefix("--").or_else(|| rest.strip_prefix('-'));
    let dashed =
        option.is_some_and(|name| name.starts_with(is_letter)) && !written[..at].ends_with('-');
    rest.starts_with(is_letter) || signs::at(rest).is_some() || amount::begins(rest) || dashed
}

/// What several words together are said as, and how many they are.
fn together(words: &[Word]) -> Option<(String, usize)> {
    if words[0].lead == "[" && words[0].core.is_empty() && words.get(1)?.lead.starts_with(']') {
        return Some(("blank".to_owned(), 1));
    }
    if let [sign, figure, ..] = words
        && sign.trail.is_empty()
        && let Some(said) = amount::apart(sign.core, figure.core)
    {
        return Some((said, 2));
    }
    let starts = |c: char| c.is_ascii_digit() || c == '+' || c == '$';
    if !words[0].core.starts_with(starts) {
        return None;
    }
    if let [day, month, year, ..] = words
        && day.trail.is_empty()
        && let Some(said) = date::spelled(day.core, month.core, year.core)
    {
        return Some((said, 3));
    }
    if let [money, scale, ..] = words
        && money.trail.is_empty()
        && let Some(said) = amount::scaled(money.core, scale.core)
    {
        return Some((said, 2));
    }
    // "+1 (800) 662-4357"
    (2..=words.len().min(6)).rev().find_map(|n| {
        let words = &words[..n];
        let inner = words[..n - 1].iter().all(|word| matches!(word.trail, "" | ")"));
        let outer = words[1..].iter().all(|word| matches!(word.lead, "" | "("));
        let cores: Vec<_> = words.iter().map(|word| word.core).collect();
        let said = (inner && outer).then(|| digits::phone(&cores.join(" "))).flatten()?;
        Some((said, n))
    })
}

/// The first of `words` as it is said after `before`.
fn one(before: Option<&Word>, words: &[Word]) -> String {
    let word = &words[0];
    let before = before.filter(|before| !before.trail.contains(STOPS));
    let next = words.get(1).filter(|_| word.trail.is_empty());
    let between_numbers = before.zip(next).filter(|(a, b)| a.is_number() && b.is_number());
    if word.core.is_empty() {
        let sum = words.get(2).is_some_and(|third| third.core == "=");
        return match (word.lead, between_numbers) {
            ("-" | "\u{2013}", Some(_)) if sum => "minus",
            ("-" | "\u{2013}", Some((a, b))) if digits::rises(a.core, b.core) => "to",
            ("-" | "--" | "\u{2013}", _) => "\u{2014}",
            _ => "",
        }
        .to_owned();
    }
    match word.core {
        "/" if before.zip(next).is_some_and(|(what, each)| is_rate(what.core, each.core)) => {
            "per".to_owned()
        }
        "/" => ", or".to_owned(),
        "x" | "X" | "*" if between_numbers.is_some() => "times".to_owned(),
        core => {
            let mut said = word::said(core, before.map_or("", |before| before.core));
            let another = next.is_some_and(|next| next.core.starts_with(char::is_uppercase));
            if said.trim_end().ends_with("blank") && another {
                said.push(',');
            }
            said
        }
    }
}

/// True for what is counted by something: `$400 / visit`, `5 mg / day`, `3 / week`.
fn is_rate(what: &str, each: &str) -> bool {
    let times = ["minute", "hour", "day", "night", "week", "month", "year"];
    let counts = units::currency(what).is_some() || units::ends(what);
    counts && each.starts_with(char::is_lowercase) || amount::ends(what) && times.contains(&each)
}
