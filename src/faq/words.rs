//! The words that are looked for among questions, and what a question is found by.

use std::collections::BTreeSet;

use crate::english::{is_stop, stem};
use crate::fold;
use crate::page::Pattern;

/// Words less alike than this are other words, not typing errors.
const ALIKE: f64 = 0.8;
/// Words at most for which others like them are looked for.
const LIKE: usize = 3;
/// Words that count; nobody types as many.
const WORDS: usize = 32;
/// Letters of a word at most that is no beginning of others where it stands somewhere
/// itself.
const SHORT: usize = 3;

/// Words that a question or its answer must hold.
///
/// Case, accents and apostrophes do not matter. Words that any text has count only where
/// no other was typed, and then only in the question itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<Word>);

/// A word as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    text: String,
    stem: String,
    stop: bool,
    /// True when words that it only begins are others: it is short, and stands somewhere.
    whole: bool,
}

impl Word {
    /// True when `known` is the word in any of its forms, or begins with it.
    fn is(&self, known: &str, stem: &str) -> bool {
        self.stem == stem || (!self.whole && known.starts_with(&self.text))
    }
}

/// What a question can be found by.
#[derive(Debug)]
pub struct Text {
    /// The words of the question with their stems, in order.
    question: Vec<(String, String)>,
    /// Those of its other names.
    names: Vec<(String, String)>,
    /// Every word of these and of the answer with its stem, in order of letters.
    words: Vec<(String, String)>,
    /// The stems alone, in order of letters.
    stems: Vec<String>,
}

/// The questions that hold words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// By their places among those that were looked at.
    pub places: Vec<usize>,
    /// True when none holds all of the words: these hold the most of them.
    pub partly: bool,
}

impl Text {
    /// A question, its other names, and its answer.
    #[must_use]
    pub fn new(question: &str, names: &str, answer: &str) -> Self {
        let stemmed = |word: String| {
            let stem = stem(&word);
            (word, stem)
        };
        let [question, names] =
            [question, names].map(|text| spoken(text).into_iter().map(stemmed).collect::<Vec<_>>());
        let answer = spoken(answer).into_iter().collect::<BTreeSet<_>>();
        let words: BTreeSet<_> = [&question[..], &names]
            .concat()
            .into_iter()
            .chain(answer.into_iter().map(stemmed))
            .collect();
        let stems: BTreeSet<_> = words.iter().map(|(_, stem)| stem.clone()).collect();
        Self {
            question,
            names,
            words: words.into_iter().collect(),
            stems: stems.into_iter().collect(),
        }
    }

    /// The first of its words, in order of letters, that begins with `text`.
    fn beginning_with(&self, text: &str) -> Option<&str> {
        let from = self.words.partition_point(|(known, _)| known.as_str() < text);
        let (known, _) = self.words.get(from)?;
        known.starts_with(text).then_some(known)
    }

    /// True when the word stands in it.
    fn holds(&self, word: &Word) -> bool {
        self.stems.binary_search(&word.stem).is_ok()
            || (!word.whole && self.beginning_with(&word.text).is_some())
    }

    /// True when the word stands in the question itself.
    fn asks(&self, word: &Word) -> bool {
        self.question.iter().any(|(known, stem)| word.is(known, stem))
    }

    /// True when it stands in another name of the question.
    fn names(&self, word: &Word) -> bool {
        self.names.iter().any(|(known, stem)| word.is(known, stem))
    }
}

impl Words {
    /// Takes the words of what a user typed to find some of these questions.
    pub fn new<T: AsRef<str>>(typed: impl IntoIterator<Item = T>, texts: &[&Text]) -> Self {
        let words = typed.into_iter().flat_map(|typed| spoken(typed.as_ref())).take(WORDS);
        let word = |text: String| {
            let known = |other: &&Text| other.beginning_with(&text) == Some(&text);
            let whole = text.chars().count() <= SHORT && texts.iter().any(known);
            Word { stem: stem(&text), stop: is_stop(&text), whole, text }
        };
        Self(words.map(word).collect())
    }

    /// True when no word was typed, or nothing in what was typed is a word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words that say something; all where none does.
    fn telling(&self) -> impl Iterator<Item = &Word> {
        let stop = self.0.iter().all(|word| word.stop);
        self.0.iter().filter(move |word| stop || !word.stop)
    }

    /// For each word that stands in none of these questions the word nearest to it, if any
    /// is near.
    #[must_use]
    pub fn near(&self, texts: &[&Text]) -> Vec<String> {
        let missing = |word: &&Word| !texts.iter().any(|text| text.holds(word));
        let missing: Vec<_> = self.telling().filter(missing).take(LIKE).collect();
        let words = texts.iter().flat_map(|text| &text.words).map(|(known, _)| known.as_str());
        let known: BTreeSet<&str> =
            if missing.is_empty() { BTreeSet::new() } else { words.collect() };
        let near = missing.into_iter().filter_map(|word| {
            let score = |known: &str| strsim::jaro_winkler(&word.text, known);
            let best = known.iter().max_by(|a, b| score(a).total_cmp(&score(b)))?;
            (score(best) >= ALIKE && best.chars().next() == word.text.chars().next())
                .then(|| (*best).to_owned())
        });
        near.collect()
    }

    /// The questions that hold every word, or else the most of them. None holds what is no
    /// word.
    #[must_use]
    pub fn held_by(&self, texts: &[&Text]) -> Held {
        let all = |stands: fn(&Text, &Word) -> bool| {
            let holds = |place: &usize| self.telling().all(|word| stands(texts[*place], word));
            (0..texts.len()).filter(holds).collect::<Vec<_>>()
        };
        if self.is_empty() {
            return Held::default();
        }
        // What any text has says something in a question only.
        let stop = self.0.iter().all(|word| word.stop);
        let asked = if stop { all(Text::asks) } else { Vec::new() };
        let places = if asked.is_empty() { all(Text::holds) } else { asked };
        if places.is_empty() { self.partly_held_by(texts) } else { Held { places, partly: false } }
    }

    /// The questions that hold the most of the words, if that is at least half of three or
    /// more; words of the question itself count twice.
    fn partly_held_by(&self, texts: &[&Text]) -> Held {
        let wanted = self.telling().count();
        // One of two says too little.
        if wanted < 3 {
            return Held::default();
        }
        // A few letters begin too many words.
        let says = |word: &&Word| word.whole || word.text.chars().count() > SHORT;
        let count = |text: &&Text| {
            let held = self.telling().filter(says).filter(|word| text.holds(word)).count();
            let asked = self.telling().filter(says).filter(|word| text.asks(word)).count();
            if (held + asked) * 2 >= wanted { held + asked } else { 0 }
        };
        let counts: Vec<_> = texts.iter().map(count).collect();
        let most = counts.iter().copied().max().filter(|most| *most > 0);
        let places = (0..counts.len()).filter(|place| Some(counts[*place]) == most).collect();
        Held { partly: most.is_some(), places }
    }

    /// How well the question itself, its answer left out, says what was typed: words that
    /// say something before those that any text has, whole words before beginnings, and the
    /// question before its other names.
    #[must_use]
    pub fn fit(&self, text: &Text) -> usize {
        let fit = |word: &Word| {
            let is_there = text.question.iter().any(|(known, _)| *known == word.text);
            match word.stop {
                true => usize::from(is_there),
                false if is_there => 8,
                false if text.asks(word) => 6,
                false => 5 * usize::from(text.names(word)),
            }
        };
        self.0.iter().map(fit).sum()
    }

    /// What marks the words in these questions on a page; none without any.
    #[must_use]
    pub fn pattern(&self, texts: &[&Text]) -> Option<Pattern> {
        let known = texts.iter().flat_map(|text| &text.words);
        let marked = known.filter(|(known, stem)| self.telling().any(|word| word.is(known, stem)));
        let marked: BTreeSet<_> = marked.map(|(known, _)| known.clone()).collect();
        Pattern::whole_words(marked.into_iter().collect(), None)
    }
}

/// The words of a text as they are compared, `doesn't` as the two that it stands for.
fn spoken(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in fold::words(text) {
        let verb = match word.as_str() {
            "cant" => "can",
            "wont" => "will",
            verb => verb.strip_suffix("nt").unwrap_or_default(),
        };
        if is_stop(&word) && !verb.is_empty() {
            words.extend([verb.to_owned(), "not".to_owned()]);
        } else {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTIONS: [(&str, &str); 4] = [
        ("Is it *safe*?", "Zürich’s valid trial can't say. Nobody drives home."),
        ("Will the VA pay for a veteran?", "It depends. Insurance may not."),
        ("What if it does not work for me?", "Ask about the cost."),
        ("How much is it?", "Insurance pays a part of the price."),
    ];

    fn places(typed: &str) -> (Vec<usize>, bool, usize) {
        let texts = QUESTIONS.map(|(question, answer)| Text::new(question, "", answer));
        let texts: Vec<&Text> = texts.iter().collect();
        let words = Words::new([typed], &texts);
        let Held { places, partly } = words.held_by(&texts);
        let best = (0..texts.len()).rev().max_by_key(|i| words.fit(texts[*i])).expect("some");
        (places, partly, best)
    }

    #[test]
    fn every_word_must_begin_a_word_or_be_a_form_of_it_whatever_its_case_and_accents() {
        for typed in ["zurich", "SAFE tri", "can't tri", "ZÜRICHS", "driving", "to drive home"] {
            assert_eq!(places(typed).0, [0], "{typed}");
        }
        assert_eq!(places("veterans").0, [1]);
        for typed in ["urich", "unsafe", "?", " ", "xylophone zither"] {
            assert!(places(typed).0.is_empty(), "{typed}");
        }
        // A short word that stands somewhere begins no others.
        assert_eq!(places("VA").0, [1]);
    }

    #[test]
    fn words_that_any_text_has_count_in_the_question_and_where_nothing_else_is_typed() {
        assert_eq!(places("how much").0, [3]);
        assert_eq!(places("what about the drive").0, [0]);
        assert_eq!(places("what if it doesn't work"), (vec![2], false, 2));
        assert_eq!(places("nobody").0, [0]);
        assert!(places("which of us").0.is_empty());
    }

    #[test]
    fn where_none_holds_all_those_come_that_hold_the_most_and_at_least_half() {
        assert_eq!(places("insurance price cost").0, [3]);
        assert!(places("insurance price cost").1);
        assert_eq!(places("veteran va xylophone"), (vec![1], true, 1));
        assert_eq!(places("veteran price cost").0, [1]);
        assert!(places("insurance xylophone").0.is_empty());
        assert!(places("insurance xylophone zither").0.is_empty());
    }
}
