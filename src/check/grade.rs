//! The reading grade: whether tired people can read a text.

use super::prose::{Passage, Place, words};
use super::report::{Code, Findings};
use super::{Part, Text};

/// How hard a text is to read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grade {
    /// The Flesch-Kincaid grade: years of school, to one decimal.
    pub grade: f64,
    /// Words.
    pub words: usize,
}

/// The Flesch-Kincaid grade of `text`:
/// `0.39 × words per sentence + 11.8 × syllables per word − 15.59`.
///
/// Words, sentences, syllables and rounding are those of textstat 0.7.4, so that grades can
/// be compared: syllables are where a word may be hyphenated, both averages are rounded to
/// one decimal, and stretches of at most two words between full stops are no sentences.
#[must_use]
pub fn grade(text: &str) -> Grade {
    let bare: String = text.to_lowercase().chars().filter(|c| is_kept(*c)).collect();
    let words = bare.split_whitespace();
    let (count, syllables) = words.fold((0, 0), |(n, sum), word| (n + 1, sum + syllables(word)));
    let stretches = text.split(['.', '!', '?']);
    let long = stretches.filter(|stretch| self::words(stretch).take(3).count() > 2).count();
    let (count_f, syllables) = (float(count), float(syllables));
    if count == 0 {
        return Grade { grade: 0.0, words: 0 };
    }
    let grade =
        0.39 * tenth(count_f / float(long.max(1))) + 11.8 * tenth(syllables / count_f) - 15.59;
    Grade { grade: tenth(grade), words: count }
}

fn is_kept(c: char) -> bool {
    c.is_alphanumeric() || c.is_whitespace() || c == '_'
}

/// Common words here that textstat's hyphenation patterns, which are older than ours,
/// divide into so many parts.
const DIVIDED: [(&str, usize); 14] = [
    ("antidepressant", 4),
    ("antidepressants", 4),
    ("drive", 1),
    ("emergency", 3),
    ("esketamine", 3),
    ("every", 2),
    ("everyone", 3),
    ("ketamine", 2),
    ("medical", 3),
    ("medicare", 2),
    ("medicine", 1),
    ("medicines", 1),
    ("promise", 2),
    ("table", 2),
];

/// Places at which a word may be hyphenated, at least two letters from its ends, and one.
fn syllables(word: &str) -> usize {
    if let Some((_, known)) = DIVIDED.iter().find(|(known, _)| *known == word) {
        return *known;
    }
    hypher::hyphenate_bounded(word, hypher::Lang::English, 2, 2).count().max(1)
}

fn tenth(value: f64) -> f64 {
    (value * 10.0 + 0.5).floor() / 10.0
}

#[allow(clippy::cast_precision_loss)] // counts of words
fn float(count: usize) -> f64 {
    count as f64
}

/// Checks the guide as a whole, each section, each paragraph and each sentence.
pub fn check(text: &Text, findings: &mut Findings) {
    let at = text.guide.body();
    let whole = joined(text.parts.iter().flat_map(Part::passages), |place| place != Place::Row);
    let Grade { grade: found, .. } = grade(&whole);
    if found > 8.0 {
        let message = format!(
            "the guide reads at grade {found:.1}: bring it to 8 with shorter words and sentences"
        );
        if found > 9.0 {
            findings.fault(Code::Grade, at, message);
        } else {
            findings.warning(Code::Grade, at, message);
        }
    }
    mean(text, findings);
    for part in &text.parts {
        section(part, findings);
        for passage in part.passages() {
            lengths(passage, findings);
        }
    }
}

/// Sections and steps with fewer words than this have no grade worth the name.
const LEAST: usize = 30;

fn section(part: &Part, findings: &mut Findings) {
    let limits = [
        ("this section reads", 9.5, None),
        ("its steps read", 6.0, Some(Place::Step)),
        ("the text in the box reads", 6.0, Some(Place::Boxed)),
    ];
    for (what, limit, only) in limits {
        let is = |place| only.map_or(place != Place::Row, |only| place == only);
        let Grade { grade: found, words } = grade(&joined(part.passages(), is));
        if words >= LEAST && found > limit {
            let message = format!(
                "{what} at grade {found:.1}: bring it to {limit} with shorter words and sentences"
            );
            findings.warning(Code::Grade, part.heading.at(0), message);
        }
    }
}

fn joined<'a>(passages: impl Iterator<Item = &'a Passage>, is: impl Fn(Place) -> bool) -> String {
    let texts = passages.filter(|passage| passage.place != Place::Head && is(passage.place));
    texts.map(|passage| passage.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// Words in the sentences of a guide, on average.
fn mean(text: &Text, findings: &mut Findings) {
    let prose = text.parts.iter().flat_map(Part::passages).filter(|passage| is_prose(passage));
    let (mut sentences, mut count) = (0, 0);
    for passage in prose {
        for sentence in passage.sentences() {
            sentences += 1;
            count += words(sentence.text).count();
        }
    }
    if count > 15 * sentences {
        let message = format!(
            "sentences have {:.1} words on average: bring them to 15",
            float(count) / float(sentences.max(1))
        );
        findings.warning(Code::Grade, text.guide.body(), message);
    }
}

fn is_prose(passage: &Passage) -> bool {
    !matches!(passage.place, Place::Row | Place::Head)
}

fn lengths(passage: &Passage, findings: &mut Findings) {
    if !is_prose(passage) {
        return;
    }
    let long = words(&passage.text).count();
    if long > 60 {
        let message = format!("a paragraph of {long} words: part it; 60 are enough");
        findings.warning(Code::Grade, passage.at(0), message);
    }
    for sentence in passage.sentences() {
        let long = words(sentence.text).count();
        let message = format!("a sentence of {long} words: part it; 25 are enough");
        if long > 30 {
            findings.fault(Code::Grade, passage.at(sentence.pos), message);
        } else if long > 25 {
            findings.warning(Code::Grade, passage.at(sentence.pos), message);
        }
    }
}
