//! The words of questions, and which questions those that were typed find.

use std::collections::HashMap;

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

/// What questions can be found by: their words, each spelling once.
#[derive(Debug, Default)]
pub struct Texts {
    questions: Vec<Text>,
    /// Each with its stem.
    spellings: Vec<(String, String)>,
    numbers: HashMap<String, usize>,
}

/// The words of a question, by the numbers of their spellings.
#[derive(Debug)]
struct Text {
    question: Vec<usize>,
    names: Vec<usize>,
    /// All of these and of the answer, each once.
    all: Vec<usize>,
}

/// Words that a question or its answer must hold.
///
/// Case, accents and apostrophes do not matter. Words that any text has count only where
/// no other was typed, and then only in the question itself.
#[derive(Debug)]
pub struct Words(Vec<Word>);

/// A word as it was typed.
#[derive(Debug)]
struct Word {
    text: String,
    stop: bool,
    /// It says something, or no word does.
    telling: bool,
    /// True when words that it only begins are others: it is short, and stands somewhere.
    whole: bool,
    /// Its own spelling.
    number: Option<usize>,
    /// Of each spelling whether it is the word in any of its forms, or begins with it.
    is: Vec<bool>,
}

/// The questions that hold words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// By their places among those that were looked at.
    pub places: Vec<usize>,
    /// True when none holds all of the words: these hold the most of them.
    pub partly: bool,
}

impl Word {
    fn is_in(&self, numbers: &[usize]) -> bool {
        numbers.iter().any(|number| self.is[*number])
    }
}

impl Texts {
    /// Adds a question, its other names, and its answer.
    pub fn add(&mut self, question: &str, names: &str, answer: &str) {
        let [question, names, answer] = [question, names, answer].map(|text| self.learn(text));
        let mut all = [&question[..], &names, &answer].concat();
        all.sort_unstable();
        all.dedup();
        self.questions.push(Text { question, names, all });
    }

    fn learn(&mut self, text: &str) -> Vec<usize> {
        let Self { spellings, numbers, .. } = self;
        let mut learned = Vec::new();
        each_spoken(text, |word| {
            let number = numbers.get(word).copied().unwrap_or_else(|| {
                spellings.push((word.to_owned(), stem(word)));
                numbers.insert(word.to_owned(), spellings.len() - 1);
                spellings.len() - 1
            });
            learned.push(number);
        });
        learned
    }

    /// The words of what a user typed to find some of the questions.
    pub fn words<T: AsRef<str>>(&self, typed: impl IntoIterator<Item = T>) -> Words {
        let mut words = Vec::new();
        for typed in typed {
            each_spoken(typed.as_ref(), |word| words.push(word.to_owned()));
        }
        words.truncate(WORDS);
        let only_stop = words.iter().all(|word| is_stop(word));
        let word = |text: String| {
            let (own, stop) = (stem(&text), is_stop(&text));
            let number = self.numbers.get(&text).copied();
            let whole = number.is_some() && text.chars().count() <= SHORT;
            let is = |(known, stem): &(String, String)| {
                *stem == own || (!whole && known.starts_with(&text))
            };
            let is = self.spellings.iter().map(is).collect();
            Word { stop, telling: only_stop || !stop, whole, number, is, text }
        };
        Words(words.into_iter().map(word).collect())
    }

    /// For each word that stands in none of the questions the word nearest to it, if any is
    /// near.
    #[must_use]
    pub fn near(&self, words: &Words) -> Vec<String> {
        let missing = words.telling().filter(|word| !word.is.contains(&true)).take(LIKE);
        let near = missing.filter_map(|word| {
            let begins = |known: &&str| known.chars().next() == word.text.chars().next();
            let known = self.spellings.iter().map(|(known, _)| known.as_str()).filter(begins);
            let alike = known.map(|known| (strsim::jaro_winkler(&word.text, known), known));
            let (score, known) = alike.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
            (score >= ALIKE).then(|| known.to_owned())
        });
        near.collect()
    }

    /// The questions that hold every word, or else the most of them. None holds what is no
    /// word.
    #[must_use]
    pub fn holding(&self, words: &Words) -> Held {
        let all = |part: fn(&Text) -> &[usize]| {
            let holds = |text: &Text| words.telling().all(|word| word.is_in(part(text)));
            self.places(holds)
        };
        if words.is_empty() {
            return Held::default();
        }
        // What any text has says something in a question only.
        let stop = words.0.iter().all(|word| word.stop);
        let asked = if stop { all(|text| &text.question) } else { Vec::new() };
        let places = if asked.is_empty() { all(|text| &text.all) } else { asked };
        if places.is_empty() { self.partly_holding(words) } else { Held { places, partly: false } }
    }

    fn places(&self, which: impl Fn(&Text) -> bool) -> Vec<usize> {
        (0..self.questions.len()).filter(|place| which(&self.questions[*place])).collect()
    }

    /// The questions that hold the most of the words, if that is at least half of three or
    /// more; words of the question itself count twice.
    fn partly_holding(&self, words: &Words) -> Held {
        let wanted = words.telling().count();
        // One of two says too little.
        if wanted < 3 {
            return Held::default();
        }
        // A few letters begin too many words.
        let says = |word: &&Word| word.whole || word.text.chars().count() > SHORT;
        let count = |text: &Text| {
            let in_part = |part: &[usize]| {
                words.telling().filter(says).filter(|word| word.is_in(part)).count()
            };
            in_part(&text.all) + in_part(&text.question)
        };
        let most = self.questions.iter().map(count).max().filter(|most| *most * 2 >= wanted);
        let places = self.places(|text| Some(count(text)) == most);
        Held { partly: most.is_some(), places }
    }

    /// How well the question at `place` itself, its answer left out, says what was typed:
    /// words that say something before those that any text has, whole words before
    /// beginnings, and the question before its other names.
    #[must_use]
    pub fn fit(&self, place: usize, words: &Words) -> usize {
        let text = &self.questions[place];
        let fit = |word: &Word| {
            let is_there = word.number.is_some_and(|number| text.question.contains(&number));
            match word.stop {
                true => usize::from(is_there),
                false if is_there => 8,
                false if word.is_in(&text.question) => 6,
                false => 5 * usize::from(word.is_in(&text.names)),
            }
        };
        words.0.iter().map(fit).sum()
    }

    /// What marks the words in the questions on a page; none without any.
    #[must_use]
    pub fn pattern(&self, words: &Words) -> Option<Pattern> {
        let marked = |number: &usize| words.telling().any(|word| word.is[*number]);
        let marked = (0..self.spellings.len()).filter(marked);
        Pattern::whole_words(marked.map(|number| self.spellings[number].0.clone()).collect(), None)
    }
}

impl Words {
    /// True when no word was typed, or nothing in what was typed is a word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words that say something; all where none does.
    fn telling(&self) -> impl Iterator<Item = &Word> {
        self.0.iter().filter(|word| word.telling)
    }
}

/// Calls `see` for each word of a text as it is compared, `doesn't` as the two that it
/// stands for.
fn each_spoken(text: &str, mut see: impl FnMut(&str)) {
    fold::each_word(text, |_, word| {
        let verb = match word {
            "cant" => Some("can"),
            "wont" => Some("will"),
            word => word.strip_suffix("nt").filter(|_| is_stop(word)),
        };
        see(verb.unwrap_or(word));
        if verb.is_some() {
            see("not");
        }
    });
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
        let mut texts = Texts::default();
        for (question, answer) in QUESTIONS {
            texts.add(question, "", answer);
        }
        let words = texts.words([typed]);
        let Held { places, partly } = texts.holding(&words);
        let best = (0..QUESTIONS.len()).rev().max_by_key(|i| texts.fit(*i, &words)).expect("some");
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
