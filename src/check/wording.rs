//! Words that mislead or hurt are absent, and nobody is told what to do or to take.

use super::number::{Unit, numbers};
use super::prose::sentences;
use super::report::{Code, Findings};
use super::{Part, Text};
use crate::guide::block::Kind;
use crate::guide::text::each_block;

/// What to write in the place of banned words, and the runs of words that are banned.
const BANNED: [(&str, &[&str]); 6] = [
    (
        "say what was found, in how many people",
        &[
            "breakthrough",
            "breakthroughs",
            "break through treatment",
            "miracle",
            "miracles",
            "miraculous",
            "game changer",
            "game changers",
            "gamechanger",
            "game changing",
            "life changing",
            "groundbreaking",
            "revolutionary",
            "wonder drug",
            "silver bullet",
            "promising",
            "great promise",
            "astonishing",
            "amazing",
            "incredible",
            "remarkable",
            "guaranteed",
            "proven to work",
            "highly effective",
            "extremely effective",
        ],
    ),
    (
        "say how many had few or no symptoms left",
        &["cure", "cures", "cured", "curing", "curative", "heals ptsd", "healed ptsd"],
    ),
    (
        "say \"may\" and name what was measured",
        &[
            "rewire",
            "rewires",
            "rewired",
            "rewiring",
            "re wire",
            "re wires",
            "re wired",
            "resets",
            "resetting",
            "a reset",
            "reset the brain",
            "reset your brain",
            "heals the brain",
            "healing the brain",
            "heals your brain",
            "repairs the brain",
        ],
    ),
    (
        "say what was seen, and in how many people",
        &[
            "perfectly safe",
            "completely safe",
            "proven safe",
            "totally safe",
            "risk free",
            "harmless",
            "painless",
            "without risk",
            "well tolerated",
            "safe drug",
            "safe treatment",
            "safest",
        ],
    ),
    (
        "say that it has not helped enough",
        &[
            "failed",
            "fails",
            "failing",
            "who fail",
            "treatment failure",
            "treatment failures",
            "failure of therapy",
            "failures of",
        ],
    ),
    (
        "name the person first, and say \"die by suicide\"",
        &[
            "commit suicide",
            "commits suicide",
            "committed suicide",
            "committing suicide",
            "successful suicide",
            "completed suicide",
            "failed attempt",
            "cry for help",
            "sufferer",
            "sufferers",
            "suffering from",
            "victim",
            "victims",
            "addict",
            "addicts",
            "junkie",
            "junkies",
            "drug abuser",
            "drug abusers",
            "alcoholic",
            "alcoholics",
            "schizophrenic",
            "schizophrenics",
            "the mentally ill",
            "crazy",
        ],
    ),
];

/// Runs of words that tell the reader what to do.
const ADVICE: [&str; 29] = [
    "you should",
    "you ought to",
    "you had better",
    "you'd better",
    "you must take",
    "you must try",
    "you must ask for",
    "you must stop",
    "you need to take",
    "you need to try",
    "you need to ask for",
    "you have to try",
    "you have to take",
    "we recommend",
    "we advise",
    "we suggest",
    "we urge",
    "i recommend",
    "our advice",
    "it is best to",
    "best choice for you",
    "right choice for you",
    "should try",
    "should be tried",
    "should take",
    "should start",
    "a good idea to start",
    "a good idea to try",
    "stop your ssri",
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
    for words in front.topics.iter().chain(front.aliases.values().flatten()) {
        let at = text.guide.source().find(words.as_str()).unwrap_or(0);
        for (_, code, message) in wrong(words) {
            findings.fault(code, at, message);
        }
    }
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
    for (instead, banned) in BANNED {
        for words in banned {
            each(words, Code::Words, format!("\"{words}\": {instead}"));
        }
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
        // The cells of a table are parted by semicolons.
        if sentence.split(';').any(calls_approved) {
            let message = "no form of ketamine is approved for PTSD: say so";
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

/// True for a claim that a treatment is safe: "is safe" and the like, without a "not", a
/// "how" or an "if" before it, and not of a place or a person.
fn calls_safe(sentence: &str) -> bool {
    const CLAIMS: [&str; 14] = [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "proved",
        "found",
        "considered",
        "remains",
        "very",
        "quite",
        "generally",
        "mostly",
    ];
    const OWNED: [&str; 14] = [
        "not", "how", "whether", "if", "nobody", "no", "unknown", "isn't", "keep", "until", "when",
        "where", "claim", "claims",
    ];
    const PLACED: [&str; 4] = ["safe at", "safe to", "safe place", "safe with"];
    let (folded, _) = folded(sentence);
    let Some(at) = folded.find(" safe ") else { return false };
    let (before, from) = (&folded[..at], folded[at..].trim_start());
    let claimed = before.rsplit(' ').next().is_some_and(|word| CLAIMS.contains(&word));
    let owned = before.split(' ').any(|word| OWNED.contains(&word));
    let placed = PLACED.iter().any(|placed| from.starts_with(placed));
    claimed && !owned && !placed && !sentence.ends_with('?')
}

/// True for a claim that ketamine is approved for PTSD or by itself.
fn calls_approved(sentence: &str) -> bool {
    const DRUGS: [&str; 3] = [" ketamine ", " spravato ", " esketamine "];
    const OWNED: [&str; 12] = [
        " not ",
        " no ",
        " neither ",
        " nor ",
        " none ",
        " never ",
        " says ",
        " say ",
        " only ",
        " hardly ",
        " nothing ",
        " without ",
    ];
    let (folded, _) = folded(sentence);
    let any = |words: &[&str]| words.iter().any(|words| folded.contains(words));
    let claimed = folded.contains(" approv") && any(&[" for ptsd ", " each psychiatric "]);
    any(&DRUGS) && claimed && !any(&OWNED) && !sentence.ends_with('?')
}

/// True when a dose is given in the second person or as a command.
fn doses(sentence: &str) -> bool {
    let (folded, _) = folded(sentence);
    let dose = numbers(sentence).iter().any(|number| matches!(number.unit, Unit::Dose(_)));
    let told = [" you ", " your "].iter().any(|word| folded.contains(word));
    let command = [" take ", " use ", " start ", " ask for "];
    let command = command.iter().any(|word| folded.starts_with(word));
    let reported = [" label ", " trial ", " trials ", " study "];
    let reported = reported.iter().any(|word| folded.contains(word));
    dose && ((told && !reported) || command)
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
