//! Crisis help is complete and current.

use std::ops::Range;

use super::number::{ends_with, spelled};
use super::report::{Code, Findings};
use super::{Held, Text};
use crate::evidence::{Evidence, Fact};
use crate::guide::block::Kind;
use crate::guide::text::plain;

/// What the box must say, in small letters, and what it is.
const NEEDED: [(&str, &str); 5] = [
    ("call or text 988", "the number for anyone"),
    ("press 1", "how veterans reach their line"),
    ("838255", "the number veterans text"),
    ("home to 741741", "how to reach someone by text alone"),
    ("call 911", "the number for danger right now"),
];
/// What stands before a key to press, in English and in Spanish.
pub const PRESS: [&str; 2] = ["press", "oprima"];
/// What stands before a word to text.
const TEXT: [&str; 2] = ["text", "envíe"];

/// Checks the box at the beginning of a guide.
pub fn check(text: &Text, held: &Held, findings: &mut Findings) {
    let at = text.guide.body();
    // Crisis help itself is all box.
    let is_help = text.made && text.guide.id == crate::crisis::ID;
    let boxed = text.opening().first().filter(|block| matches!(block.kind, Kind::Quote { .. }));
    let words = boxed.map(|block| plain(std::slice::from_ref(block))).unwrap_or_default();
    let words = words.to_lowercase();
    if boxed.is_none() && !is_help {
        let message = "the crisis box does not stand first: begin the text with it";
        findings.fault(Code::Crisis, at, message.to_owned());
    }
    for (needed, what) in NEEDED {
        if boxed.is_some() && !says(&words, needed) {
            let message = format!("the crisis box lacks \"{needed}\": {what}");
            findings.fault(Code::Crisis, at, message);
        }
    }
    let history = history(text, held);
    let source = text.guide.source();
    for (found, _) in source.to_ascii_lowercase().match_indices("press 3") {
        if !history.iter().any(|range| range.contains(&found)) {
            findings.fault(Code::Crisis, found, GONE.to_owned());
        }
    }
    if held.listed {
        lines(text, held, &history, findings);
    }
}

/// True when `words` say what is needed, and nowhere that one should not.
fn says(words: &str, needed: &str) -> bool {
    let mut found = words.match_indices(needed).peekable();
    found.peek().is_some() && !found.any(|(at, _)| is_denied(&words[..at]))
}

/// True when `before` turns what follows into the opposite: "never", "you need not".
fn is_denied(before: &str) -> bool {
    const DENYING: [&str; 6] = ["not", "never", "don't", "don\u{2019}t", "cannot", "no"];
    let clause = before.rsplit(['.', ',', ':', ';', '!', '?', '\n']).next().unwrap_or("");
    let mut words = clause.split_whitespace().rev().peekable();
    // "You do not have to call", but not "do not wait to call".
    let asked = words.next_if_eq(&"to").is_none()
        || words.next_if(|word| ["have", "need", "want"].contains(word)).is_some();
    asked && words.take(2).any(|word| DENYING.contains(&word.to_lowercase().as_str()))
}

/// What nobody may be told not to do.
const CALLS: [&str; 5] = ["call 911", "call 988", "text 988", "dial 988", "call or text 988"];

/// Sentences on a line that has ended, by a fact that says so: there the old key may be named.
fn history(text: &Text, held: &Held) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for passage in text.parts.iter().flat_map(super::Part::passages) {
        for own in passage.sentences() {
            let ended = own.marks.iter().any(|mark| {
                let fact = held.evidence().fact(&mark.label);
                fact.is_some_and(|fact| fact.statement.contains(" ended "))
            });
            if ended && own.text.contains("ended") {
                found.push(passage.at(own.pos)..passage.at(own.pos + own.text.len()));
            }
        }
    }
    found
}

/// Numbers to call or text stand in a fact, and in one that their sentence refers to where
/// it refers to any. Addresses stand in a fact or source.
fn lines(text: &Text, held: &Held, history: &[Range<usize>], findings: &mut Findings) {
    let evidence = held.evidence();
    let mut known: Vec<_> = evidence.facts.iter().flat_map(|f| reached(&f.statement)).collect();
    if text.made {
        // The box before questions of one's own is the program's, with facts of its own.
        known.extend(reached(&crate::library::crisis().boxed()));
    }
    // What the program says of itself rests on its own facts.
    let known_hosts = || [evidence, held.bundled.evidence()].map(known_hosts).concat();
    let hosts = held.hosts.get_or_init(known_hosts);
    for passage in text.parts.iter().flat_map(super::Part::passages) {
        for own in passage.whole_or_sentences() {
            let cited = own.marks.iter().filter_map(|mark| evidence.fact(&mark.label));
            let cited: Vec<&Fact> = cited.collect();
            for (pos, number) in reached(own.text) {
                let at = passage.at(own.pos + pos);
                if history.iter().any(|range| range.contains(&at)) {
                    continue;
                }
                if !known.iter().any(|(_, known)| *known == number) {
                    let message = format!("{number} stands in no fact: correct the number to call");
                    findings.fault(Code::Crisis, at, message);
                } else if !cited.is_empty() && !cited.iter().any(|fact| tells(fact, &number)) {
                    let ids: Vec<_> = cited.iter().map(|fact| fact.id.as_str()).collect();
                    let message = format!(
                        "{number} does not stand in {}: correct it, or refer to the fact that states it",
                        ids.join(", ")
                    );
                    findings.fault(Code::Crisis, at, message);
                }
            }
            let lower = own.text.to_ascii_lowercase();
            for (pos, call) in CALLS.iter().flat_map(|call| lower.match_indices(call)) {
                if is_denied(&own.text[..pos]) {
                    let message = format!("\"{call}\" is turned into its opposite: say it plainly");
                    findings.fault(Code::Crisis, passage.at(own.pos + pos), message);
                }
            }
            for (pos, host) in each_host(own.text) {
                if !hosts.iter().any(|known| is_under(known, &host)) {
                    let message =
                        format!("{host} stands in no fact and no source: correct the address");
                    findings.fault(Code::Crisis, passage.at(own.pos + pos), message);
                }
            }
        }
    }
}

/// True when the fact states the number, key or word.
fn tells(fact: &Fact, number: &str) -> bool {
    let mut words = fact.statement.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    reached(&fact.statement).iter().any(|(_, known)| known == number)
        || number.strip_prefix("press ").is_some_and(|key| words.any(|word| word == key))
}

/// Addresses on the web that a guide may name.
fn known_hosts(evidence: &Evidence) -> Vec<String> {
    let facts = evidence.facts.iter().map(|fact| fact.statement.as_str());
    let sources = evidence.sources.iter();
    let sources = sources.flat_map(|own| [Some(own.place.as_str()), own.url.as_deref()]);
    let hosts = facts.chain(sources.flatten()).flat_map(each_host).map(|(_, host)| host);
    hosts.collect()
}

/// Endings of addresses.
const ENDINGS: [&str; 6] = ["org", "com", "net", "gov", "edu", "info"];

/// Addresses in `text` without their paths, in small letters, and where.
fn each_host(text: &str) -> Vec<(usize, String)> {
    let parts = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '.');
    let host = |part: &str| {
        let part = part.trim_matches(['.', '-']);
        let (name, end) = part.rsplit_once('.')?;
        let at = part.as_ptr().addr() - text.as_ptr().addr();
        let is = !name.is_empty() && ENDINGS.iter().any(|own| end.eq_ignore_ascii_case(own));
        is.then(|| (at, part.to_ascii_lowercase()))
    };
    parts.filter_map(host).collect()
}

/// True when `known` is the host, or one under it.
fn is_under(known: &str, host: &str) -> bool {
    let host = host.strip_prefix("www.").unwrap_or(host);
    known.strip_suffix(host).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Numbers to call or text in `text`, and where: runs of digits with dashes, the keys to
/// press, and the words to text.
pub fn reached(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for part in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        let at = part.as_ptr().addr() - text.as_ptr().addr();
        let dashes = part.bytes().filter(|b| *b == b'-').count();
        let digits = part.bytes().all(|b| b.is_ascii_digit() || b == b'-') && dashes >= 2;
        let dated = part.len() == 10 && part.as_bytes()[4] == b'-';
        let before = &text[..at];
        let behind = |words: [&str; 2]| words.iter().any(|word| ends_with(before, word));
        let digit = || part.parse::<u32>().ok().map(|_| part.to_owned());
        let key = || digit().or_else(|| spelled(part).map(|own| own.value));
        let key = behind(PRESS).then(key).flatten();
        let texted = behind(TEXT) && part.len() > 1 && part.bytes().all(|b| b.is_ascii_uppercase());
        let short = part.len() >= 5
            && part.bytes().all(|b| b.is_ascii_digit())
            && (behind(TEXT) || before.ends_with(" to "));
        if let Some(key) = key {
            found.push((at, format!("press {key}")));
        } else if (digits && !dated) || texted || short {
            found.push((at, part.to_owned()));
        }
    }
    found
}

/// What is wrong with "press 3".
pub const GONE: &str = "\"press 3\" leads nowhere since 17 July 2025: take it out";
