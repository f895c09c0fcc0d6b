//! Words that mislead or hurt are absent, and nobody is told what to do or to take.

use super::number::{Unit, numbers};
use super::prose::sentences;
use super::report::{Code, Findings};
use super::{Part, Text};
use crate::guide::block::Kind;
use crate::guide::text::each_block;

/// Runs of words that may not stand in a guide, and what to write.
const BANNED: [(&str, &str); 27] = [
    ("breakthrough", "say what was found, in how many people"),
    ("miracle", "say what was found, in how many people"),
    ("cure", "say how many had few or no symptoms left"),
    ("cures", "say how many had few or no symptoms left"),
    ("cured", "say how many had few or no symptoms left"),
    ("game changer", "say what was found, in how many people"),
    ("game changing", "say what was found, in how many people"),
    ("rewire", "say \"may\" and name what was measured"),
    ("rewires", "say \"may\" and name what was measured"),
    ("rewired", "say \"may\" and name what was measured"),
    ("resets", "say \"may\" and name what was measured"),
    ("reset your brain", "say \"may\" and name what was measured"),
    ("heals the brain", "say \"may\" and name what was measured"),
    ("promising", "say what was found, in how many people"),
    ("perfectly safe", "say what was seen, and in how many people"),
    ("completely safe", "say what was seen, and in how many people"),
    ("proven safe", "say what was seen, and in how many people"),
    ("failed", "say that it has not helped enough"),
    ("treatment failure", "say that it has not helped enough"),
    ("commit suicide", "say \"die by suicide\""),
    ("committed suicide", "say \"died by suicide\""),
    ("commits suicide", "say \"dies by suicide\""),
    ("cry for help", "say what the person said or did"),
    ("ptsd sufferer", "say \"a person with PTSD\""),
    ("ptsd sufferers", "say \"people with PTSD\""),
    ("victim", "say \"a person who\""),
    ("victims", "say \"people who\""),
];

/// Runs of words that tell the reader what to do.
const ADVICE: [&str; 8] = [
    "you should",
    "you ought to",
    "you had better",
    "you must take",
    "we recommend",
    "we advise",
    "i recommend",
    "you need to take",
];

/// Checks headings, running text, tables, pictures and front matter.
pub fn check(text: &Text, findings: &mut Findings) {
    for part in &text.parts {
        for passage in std::iter::once(&part.heading).chain(part.passages()) {
            for (pos, code, message) in wrong(&passage.text) {
                findings.fault(code, passage.at(pos), message);
            }
        }
        pictures(text, part, findings);
    }
    let front = &text.guide.front;
    let named = [
        ("title", &front.title),
        ("summary", &front.summary),
        ("main_message", &front.main_message),
    ];
    for (name, value) in named {
        let at = text.guide.source().find(name).unwrap_or(0);
        for (_, code, message) in value.iter().flat_map(|value| wrong(value)) {
            findings.fault(code, at, message);
        }
    }
}

fn pictures(text: &Text, part: &Part, findings: &mut Findings) {
    each_block(&part.section.blocks, &mut |block| {
        let words = match &block.kind {
            Kind::Icons(icons) => icons.words(),
            Kind::Bars(bars) => bars.words(),
            _ => return,
        };
        for words in words {
            let at = text.in_picture(block.at, words);
            for (_, code, message) in wrong(words) {
                findings.fault(code, at, message);
            }
        }
    });
}

/// What in `text` may not be said: where, by which rule, and what to say instead.
pub fn wrong(text: &str) -> Vec<(usize, Code, String)> {
    let (folded, places) = folded(text);
    let mut found = Vec::new();
    let mut each = |words: &str, code: Code, message: String| {
        let padded = format!(" {words} ");
        let at = folded.match_indices(&padded).map(|(at, _)| places[at + 1]);
        found.extend(at.map(|at| (at, code, message.clone())));
    };
    for (words, instead) in BANNED {
        each(words, Code::Words, format!("\"{words}\": {instead}"));
    }
    for words in ADVICE {
        each(
            words,
            Code::Advice,
            format!("\"{words}\" is advice: give the facts and leave the choice to the reader"),
        );
    }
    for range in sentences(text) {
        let sentence = &text[range.clone()];
        if calls_safe(sentence) {
            let message = "\"safe\" by itself: say what was seen, and in how many people";
            found.push((range.start, Code::Words, message.to_owned()));
        }
        if doses(sentence) {
            let message = "a dose told to the reader: say what a trial or label gave";
            found.push((range.start, Code::Advice, message.to_owned()));
        }
    }
    found
}

/// The words of `text` in lower case, one blank around each, and the byte in `text` at
/// which each byte of that begins.
fn folded(text: &str) -> (String, Vec<usize>) {
    let (mut folded, mut places) = (String::from(" "), vec![0]);
    for (at, c) in text.char_indices() {
        let apostrophe = matches!(c, '\'' | '\u{2019}');
        if c.is_alphanumeric() || apostrophe {
            folded.extend(c.to_lowercase());
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
        places.resize(folded.len(), at);
    }
    folded.push(' ');
    places.resize(folded.len() + 1, text.len());
    (folded, places)
}

/// True for a claim that something is safe, without a "not", a "how" or a question mark.
fn calls_safe(sentence: &str) -> bool {
    let (folded, _) = folded(sentence);
    let claims = ["is safe", "are safe", "was safe", "be safe", "it safe"];
    let owned = ["not", "no", "how", "whether", "if", "nobody", "who", "unknown", "isn't", "keep"];
    let has = |words: &str| folded.contains(&format!(" {words} "));
    !sentence.ends_with('?') && claims.iter().any(|c| has(c)) && !owned.iter().any(|o| has(o))
}

/// True when a dose is given in the second person or as a command.
fn doses(sentence: &str) -> bool {
    let (folded, _) = folded(sentence);
    let dose = numbers(sentence).iter().any(|number| number.unit == Unit::Milligrams);
    let told = [" you ", " your "].iter().any(|word| folded.contains(word));
    let command = [" take ", " use ", " start "].iter().any(|word| folded.starts_with(word));
    dose && (told || command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<Code> {
        wrong(text).into_iter().map(|(_, code, _)| code).collect()
    }

    #[test]
    fn words_are_found_whatever_stands_between_them_and_never_within_others() {
        assert_eq!(codes("A Game-Changer."), [Code::Words]);
        assert_eq!(codes("He COMMITTED\nsuicide"), [Code::Words]);
        assert_eq!(codes("secure, obscure, procured"), []);
        assert_eq!(wrong("Look: a miracle.")[0].0, 8);
    }

    #[test]
    fn safe_may_be_asked_and_denied_but_not_claimed() {
        assert_eq!(codes("Ketamine is safe."), [Code::Words]);
        assert_eq!(codes("Is it safe? It is not known to be safe. How it is safe is unclear."), []);
    }

    #[test]
    fn a_dose_may_be_reported_but_not_told() {
        assert_eq!(codes("Take 56 mg."), [Code::Advice]);
        assert_eq!(codes("Your dose is 84 mg."), [Code::Advice]);
        assert_eq!(codes("The trial gave 0.5 mg per kg."), []);
        assert_eq!(codes("You should ask."), [Code::Advice]);
    }
}
