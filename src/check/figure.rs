//! Every figure of a sentence stands in the facts the sentence refers to, and every fact
//! it refers to has to do with it.

use std::collections::HashSet;

use super::number::{Number, Unit, names, numbers};
use super::prose::{Mark, Passage, Place, words};
use super::report::{Code, Findings};
use super::{Held, Part, Text};
use crate::evidence::{Basis, Evidence, Fact};
use crate::guide::block::Kind;
use crate::guide::figure::{Row, in_words};
use crate::guide::text::{citations, each_block};

/// Checks every sentence, row, heading and picture.
pub fn check(text: &Text, held: &Held, findings: &mut Findings) {
    let evidence = held.evidence();
    let known = known_names(held);
    let context = Context { evidence, known, dated: dated(text) };
    for part in &text.parts {
        let section = cited(citations(&part.section.blocks).iter(), evidence);
        around(&part.heading, &section, findings);
        for passage in part.passages() {
            match passage.place {
                Place::Head => around(passage, &section, findings),
                Place::Row => {
                    let marks: Vec<_> = passage.marks.iter().collect();
                    sentence(&passage.text, passage.at(0), &marks, &context, findings);
                }
                _ => {
                    for own in passage.sentences() {
                        let at = passage.at(own.pos);
                        sentence(own.text, at, &own.marks, &context, findings);
                    }
                }
            }
        }
        pictures(text, part, evidence, findings);
    }
    front(text, findings);
}

/// What sentences of a guide are held against.
struct Context<'a> {
    evidence: &'a Evidence,
    /// Names with digits that need no fact.
    known: HashSet<String>,
    /// Days and years of the front matter, which a sentence on checking may repeat.
    dated: HashSet<String>,
}

fn dated(text: &Text) -> HashSet<String> {
    let front = &text.guide.front;
    let dates = front.reviewed.into_iter().chain(front.prices_checked);
    dates.flat_map(|date| [date.day().to_string(), date.year().to_string()]).collect()
}

/// Names with digits that are terms, such as CAPS-5.
fn known_names(held: &Held) -> HashSet<String> {
    let terms = held.library.glossary().iter();
    terms.flat_map(|term| names(&term.term)).map(str::to_owned).collect()
}

fn cited<'a, 'e>(
    labels: impl Iterator<Item = &'a String>,
    evidence: &'e Evidence,
) -> Vec<&'e Fact> {
    labels.filter_map(|label| evidence.fact(label)).collect()
}

fn sentence(text: &str, at: usize, marks: &[&Mark], context: &Context, findings: &mut Findings) {
    let facts = cited(marks.iter().map(|mark| &mark.label), context.evidence);
    let mut stated = numbers(text);
    if text.contains("checked") || text.contains("reviewed") {
        stated.retain(|number| !context.dated.contains(&number.value));
    }
    if marks.is_empty() {
        let figures: Vec<_> = stated
            .iter()
            .filter(|number| number.is_figure())
            .map(|n| &text[n.range.clone()])
            .collect();
        if !figures.is_empty() {
            let message = format!(
                "{} without a fact: refer to one behind the sentence, as [^F-PTSD-031], or leave the figure out",
                figures.join(", ")
            );
            findings.fault(Code::Figure, at, message);
        }
        return;
    }
    if facts.is_empty() {
        // None of them is listed, which is said where links are checked.
        return;
    }
    for number in missing(&stated, &facts) {
        let shown = &text[number.range.clone()];
        findings.fault(Code::Figure, at, not_stated(shown, number.unit, &facts));
    }
    for name in names(text).filter(|name| !context.known.contains(*name)) {
        if !facts.iter().any(|fact| names(&fact.statement).any(|stated| stated == name)) {
            findings.fault(Code::Figure, at, not_stated(name, Unit::Other, &facts));
        }
    }
    for fact in &facts {
        if !has_to_do(text, &stated, fact) {
            let message = format!(
                "{} shares no number and no key word with the sentence that refers to it",
                fact.id
            );
            findings.fault(Code::Figure, at, message);
        }
    }
    if facts.iter().all(|fact| fact.basis == Basis::Reported) && !text.contains("clinic directory")
    {
        let message = format!(
            "{} is reported by one clinic directory alone: say \"one clinic directory reports\"",
            facts[0].id
        );
        findings.fault(Code::Figure, at, message);
    }
}

/// The numbers that none of the facts states.
fn missing<'n>(stated: &'n [Number], facts: &[&Fact]) -> Vec<&'n Number> {
    let known: Vec<Number> = facts.iter().flat_map(|fact| numbers(&fact.statement)).collect();
    stated.iter().filter(|number| !number.is_stated(&known)).collect()
}

fn not_stated(shown: &str, unit: Unit, facts: &[&Fact]) -> String {
    let ids: Vec<_> = facts.iter().map(|fact| fact.id.as_str()).collect();
    let what = match unit {
        Unit::Money => format!("${shown}"),
        Unit::Percent => format!("{shown} percent"),
        Unit::Time(time) => format!("{shown} {time}s"),
        Unit::Dose(dose) => format!("{shown} {dose}"),
        Unit::Other | Unit::People | Unit::Things | Unit::Month | Unit::Part => shown.to_owned(),
    };
    format!(
        "{what} does not stand in {}: correct the figure, or refer to the fact that states it",
        ids.join(", ")
    )
}

/// A heading, whose figures must stand in what its section refers to.
fn around(passage: &Passage, facts: &[&Fact], findings: &mut Findings) {
    let stated: Vec<_> = numbers(&passage.text).into_iter().filter(Number::is_figure).collect();
    for number in missing(&stated, facts) {
        let shown = &passage.text[number.range.clone()];
        let message = format!("{shown} stands in no fact that this section refers to");
        findings.fault(Code::Figure, passage.at(number.range.start), message);
    }
}

fn pictures(text: &Text, part: &Part, evidence: &Evidence, findings: &mut Findings) {
    each_block(&part.section.blocks, &mut |block| {
        // What is drawn is held to the facts as it would be said.
        let (ids, mut said) = match &block.kind {
            Kind::Icons(icons) => {
                let drawn = icons.groups.iter().map(|group| format!("{} of {}", group.n, icons.of));
                (icons.fact.ids(), drawn.collect::<Vec<_>>())
            }
            Kind::Bars(bars) => {
                let ends = bars.rows.iter().filter_map(Row::ends);
                let drawn = ends.map(|(low, high)| in_words(low, high, &bars.unit));
                (bars.fact.ids(), drawn.collect())
            }
            _ => return,
        };
        if let Kind::Icons(icons) = &block.kind {
            for group in &icons.groups {
                let labelled = numbers(&group.label);
                if !labelled.is_empty()
                    && labelled.iter().all(|own| own.value != group.n.to_string())
                {
                    let at = text.in_picture(block.at, &group.label);
                    let message =
                        format!("\"{}\" is drawn as {}: make them agree", group.label, group.n);
                    findings.fault(Code::Figure, at, message);
                }
            }
        }
        let words = match &block.kind {
            Kind::Icons(icons) => icons.words(),
            Kind::Bars(bars) => bars.words(),
            _ => return,
        };
        said.extend(words.into_iter().map(str::to_owned));
        let facts = cited(ids.iter(), evidence);
        if facts.is_empty() {
            if ids.is_empty() {
                let message = "a picture without a fact: name it, as fact = \"F-PTSD-031\"";
                findings.fault(Code::Figure, block.at, message.to_owned());
            }
            return;
        }
        for said in said {
            for value in missing(&numbers(&said), &facts) {
                let at = text.in_picture(block.at, &value.value);
                let shown = &said[value.range.clone()];
                findings.fault(Code::Figure, at, not_stated(shown, value.unit, &facts));
            }
        }
    });
}

/// Title and summary, where no fact can be referred to.
fn front(text: &Text, findings: &mut Findings) {
    let front = &text.guide.front;
    for (name, value) in [("title", &front.title), ("summary", &front.summary)] {
        let Some(value) = value else { continue };
        if numbers(value).iter().any(Number::is_figure) {
            let at = text.guide.source().find(name).unwrap_or(0);
            let message = format!(
                "`{name}` states a figure, and no fact can be referred to there: leave it out"
            );
            findings.fault(Code::Figure, at, message);
        }
    }
}

/// True when a sentence and a fact share a number or a key word.
fn has_to_do(text: &str, stated: &[Number], fact: &Fact) -> bool {
    let known = numbers(&fact.statement);
    let number = stated.iter().any(|number| number.is_stated(&known));
    number || !keys(text).is_disjoint(&keys(&fact.statement))
}

/// Words that say nothing of what a sentence is about.
const COMMON: [&str; 40] = [
    "about", "after", "also", "another", "because", "been", "before", "being", "between", "both",
    "does", "each", "from", "have", "into", "just", "less", "like", "many", "more", "most", "much",
    "only", "other", "over", "people", "person", "some", "such", "than", "that", "their", "them",
    "then", "there", "they", "this", "were", "with", "your",
];

/// The beginnings of the words a text is about.
fn keys(text: &str) -> HashSet<String> {
    let lower = text.to_lowercase();
    let parts = words(&lower).flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    let long = parts.filter(|word| word.chars().count() >= 3 && !COMMON.contains(word));
    let long = long.filter(|word| word.chars().any(char::is_alphabetic));
    long.map(|word| word.chars().take(4).collect()).collect()
}
