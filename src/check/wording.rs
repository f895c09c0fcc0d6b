//! Words that mislead or hurt are absent, and nobody is told what to do or to take.

mod advice;
mod banned;
mod claims;

use super::prose::sentences;
use super::report::{Code, Findings};
use super::{Part, Text};
use crate::guide::block::Kind;
use crate::guide::text::each_block;
use advice::{ADVICE, gives_dose, imposes, urges};
use banned::BANNED;
use claims::{calls_approved, calls_safe};

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
    let lists = std::iter::once((&front.topics, text.front.field("topics")));
    let aliases = front.aliases.iter().map(|(id, words)| (words, text.front.aliases(id)));
    for (words, spot) in lists.chain(aliases) {
        for (i, words) in words.iter().enumerate() {
            for (_, code, message) in wrong(words) {
                findings.fault(code, spot.nth(i).at, message);
            }
        }
    }
    let named = [
        ("title", &front.title),
        ("summary", &front.summary),
        ("main_message", &front.main_message),
    ];
    for (name, value) in named {
        let at = text.front.field(name).at;
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
    // Few of the many are ever found.
    let mut each = |words: &str, code: Code, message: &dyn Fn() -> String| {
        let padded = format!(" {words} ");
        let at = folded.match_indices(&padded).map(|(at, _)| places[at + 1]);
        found.extend(at.map(|at| (at, code, message())));
    };
    for (instead, banned) in BANNED {
        for words in banned {
            each(words, Code::Words, &|| format!("\"{words}\": {instead}"));
        }
    }
    for words in ADVICE {
        each(words, Code::Advice, &|| is_advice(words));
    }
    for range in sentences(text) {
        let sentence = &text[range.clone()];
        if calls_safe(sentence) {
            let message = "\"safe\" by itself: say what was seen, and in how many people";
            found.push((range.start, Code::Words, message.to_owned()));
        }
        // The cells of a table are parted by semicolons.
        if sentence.split(';').any(calls_approved) {
            let message = "no form of ketamine is approved for PTSD: say so";
            found.push((range.start, Code::Words, message.to_owned()));
        }
        for words in urges(sentence).into_iter().chain(imposes(sentence)) {
            found.push((range.start, Code::Advice, is_advice(words)));
        }
        if gives_dose(sentence) {
            let message = "a dose told to the reader: say what a trial or label gave";
            found.push((range.start, Code::Advice, message.to_owned()));
        }
    }
    found
}

fn is_advice(words: &str) -> String {
    format!("\"{words}\" is advice: give the facts and leave the choice to the reader")
}

/// The words of `text` in lower case, one blank around each, short forms in full ("it's" as
/// "it is"), and the byte in `text` at which the word of each byte begins.
fn folded(text: &str) -> (String, Vec<usize>) {
    let (mut folded, mut places) = (String::from(" "), vec![0]);
    let is_apostrophe = |c: char| matches!(c, '\'' | '\u{2019}');
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c)) {
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        let lower = word.to_lowercase();
        let (stem, ending) = lower.split_once(is_apostrophe).unwrap_or((&lower, ""));
        let (stem, ending) = match (stem, ending) {
            ("won", "t") => ("will", "not"),
            ("can", "t") => ("can", "not"),
            (stem, "t") => (stem.strip_suffix('n').unwrap_or(stem), "not"),
            (stem, "s") => (stem, "is"),
            (stem, "d") => (stem, "would"),
            (stem, "re") => (stem, "are"),
            (stem, "ll") => (stem, "will"),
            (stem, "ve") => (stem, "have"),
            other => other,
        };
        for part in [stem, ending].into_iter().filter(|part| !part.is_empty()) {
            folded.push_str(part);
            folded.push(' ');
            places.resize(folded.len(), at);
        }
    }
    places.resize(folded.len() + 1, text.len());
    (folded, places)
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
        for claim in
            ["Ketamine is safe.", "It is very safe.", "It was found safe.", "It is safe, no doubt."]
        {
            assert_eq!(codes(claim), [Code::Words], "{claim}");
        }
        assert_eq!(
            codes("Tell your driver when you are safe at home. Stay until it is safe to walk."),
            []
        );
        assert_eq!(codes("Is it safe? It is not known to be safe. How it is safe is unclear."), []);
    }

    #[test]
    fn nothing_is_said_to_be_approved_for_ptsd_but_what_is() {
        assert_eq!(codes("Spravato is approved for PTSD."), [Code::Words]);
        assert_eq!(
            codes("Spravato is not approved for PTSD. Sertraline is approved for PTSD."),
            []
        );
    }

    #[test]
    fn a_dose_may_be_reported_but_not_told() {
        assert_eq!(codes("Take 56 mg."), [Code::Advice]);
        assert_eq!(codes("Your dose is 84 mg."), [Code::Advice]);
        assert_eq!(codes("The trial gave 0.5 mg per kg."), []);
        assert_eq!(codes("You should ask."), [Code::Advice]);
    }
}
