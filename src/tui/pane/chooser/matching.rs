//! Which rows of a list are called what was typed, the best first.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Choice, Row};
use crate::fold;

/// A word of fewer letters must begin a word of a name; a longer one may stand within it.
const LONG: usize = 3;
/// In a word of so many letters one may be wrong, where nothing else is found.
const SLIPS: usize = 5;

/// A word that was typed.
struct Word {
    text: String,
    /// As it stands.
    whole: Atom,
    /// With letters left out.
    parts: Atom,
}

impl Word {
    fn new(text: &str) -> Self {
        let atom = |kind| Atom::new(text, CaseMatching::Ignore, Normalization::Smart, kind, false);
        let (whole, parts) = (atom(AtomKind::Substring), atom(AtomKind::Fuzzy));
        Self { text: fold::fold(text), whole, parts }
    }

    /// How well a name holds the word: as it stands, or as beginnings of words of the name,
    /// `howlong` for "How long". The letters of the name that make it up join `letters`.
    fn find(&self, name: Utf32Str, matcher: &mut Matcher, letters: &mut Vec<u32>) -> Option<u16> {
        let start = letters.len();
        for atom in [&self.whole, &self.parts] {
            if let Some(score) = atom.indices(name, matcher, letters) {
                letters[start..].sort_unstable();
                let as_it_stands = std::ptr::eq(atom, &raw const self.whole);
                let long = as_it_stands && self.text.chars().count() >= LONG;
                if long || begins_words(name, &letters[start..]) {
                    return Some(score);
                }
                letters.truncate(start);
            }
        }
        None
    }

    /// True when a word of the name is this one but for one letter.
    fn is_slip_of(&self, name: &str) -> bool {
        let mut found = false;
        fold::each_word(name, |_, known| found |= strsim::osa_distance(&self.text, known) <= 1);
        found && self.text.chars().count() >= SLIPS
    }
}

/// True when `letters` are beginnings of words of the name, of two letters and more for the
/// most part: of single ones there is a fit in any long name.
fn begins_words(name: Utf32Str, letters: &[u32]) -> bool {
    let (mut before, mut words) = (None, 0);
    let begin = letters.iter().all(|at| {
        let follows = at.checked_sub(1);
        let on = follows.is_some() && follows == before;
        words += usize::from(!on);
        before = Some(*at);
        on || follows.is_none_or(|at| !name.get(at).is_alphanumeric())
    });
    begin && (words == 1 || words * 2 <= letters.len())
}

/// The rows that are called what was typed, each with the letters of its name that were.
///
/// What has it as its key or is called just that comes first, then what begins so.
pub fn matching(rows: &[Row], typed: &str) -> Vec<(usize, Vec<u32>)> {
    let typed = typed.trim();
    let folded = fold::fold(typed);
    let words: Vec<Word> = typed.split_whitespace().map(Word::new).collect();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut find = |row: &Row, slips: bool| {
        let (mut letters, mut score) = (Vec::new(), 0);
        let name = Utf32Str::new(&row.name, &mut buffer);
        let held = words.iter().all(|word| {
            let found = word.find(name, &mut matcher, &mut letters);
            score += u32::from(found.unwrap_or_default());
            let called = || other_names(row).any(|name| name.starts_with(&word.text));
            let slip =
                || word.is_slip_of(&row.name) || other_names(row).any(|n| word.is_slip_of(n));
            found.is_some() || called() || slips && slip()
        });
        let meant = row.keys.iter().any(|key| is_key(key, typed))
            || other_names(row).any(|name| name == folded);
        letters.sort_unstable();
        let name = fold::fold(&row.name);
        let order = (!meant, name != folded, !name.starts_with(&folded), Reverse(score));
        (held || meant).then_some((order, letters))
    };
    let mut found = Vec::new();
    for slips in [false, true] {
        if found.is_empty() {
            let all = rows.iter().enumerate();
            found.extend(all.filter_map(|(i, row)| {
                let (order, letters) = find(row, slips)?;
                Some((order, i, letters))
            }));
        }
    }
    found.sort();
    found.into_iter().map(|(_, i, letters)| (i, letters)).collect()
}

/// What an action is called beside its line.
fn other_names(row: &Row) -> impl Iterator<Item = &'static str> {
    let Row { choice, .. } = row;
    let action = if let Choice::Run(action) = choice { Some(*action) } else { None };
    action.into_iter().flat_map(crate::action::Action::names)
}

/// True when a key is called so; of letters it matters whether they are capital.
fn is_key(key: &str, typed: &str) -> bool {
    key == typed || key.chars().count() > 1 && key.eq_ignore_ascii_case(typed)
}
