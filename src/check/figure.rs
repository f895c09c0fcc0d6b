//! Every figure of a sentence stands in the facts the sentence refers to, and every fact
//! it refers to has to do with it.

mod bound;
mod pairs;
mod picture;
mod share;
pub mod told;
pub mod turned;

use std::collections::HashSet;
use std::ops::Range;

use jiff::civil::Date;

use super::number::{Number, Unit, names, numbers};
use super::prose::{Mark, Passage, Place, words};
use super::report::{Code, Findings};
use super::{Held, Text};
use crate::evidence::{Basis, Evidence, Fact};
use crate::guide::text::citations;

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
                    let facts = facts_of(&marks, evidence);
                    let row = Said { text: &passage.text, at: passage.at(0), row: true };
                    row.check(&marks, &facts, &[], &context, findings);
                }
                _ => sentences(passage, &context, findings),
            }
        }
        picture::check(text, part, evidence, findings);
    }
    front(text, findings);
}

/// What sentences of a guide are held against.
struct Context<'a> {
    evidence: &'a Evidence,
    /// Names with digits that need no fact.
    known: HashSet<String>,
    /// The dates of the front matter as a sentence on checking may repeat them.
    dated: Vec<String>,
}

fn dated(text: &Text) -> Vec<String> {
    let front = &text.guide.front;
    let dates = front.reviewed.into_iter().chain(front.prices_checked);
    let written = |date: Date| {
        ["%-d %B %Y", "%B %-d, %Y", "%B %Y", "%Y-%m-%d"].map(|form| date.strftime(form).to_string())
    };
    dates.flat_map(written).collect()
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
    let mut found: Vec<&Fact> = Vec::new();
    for fact in labels.filter_map(|label| evidence.fact(label)) {
        if found.iter().all(|known| known.id != fact.id) {
            found.push(fact);
        }
    }
    found
}

fn facts_of<'e>(marks: &[&Mark], evidence: &'e Evidence) -> Vec<&'e Fact> {
    cited(marks.iter().map(|mark| &mark.label), evidence)
}

fn sentences(passage: &Passage, context: &Context, findings: &mut Findings) {
    let mut before = Vec::new();
    for own in passage.sentences() {
        let facts = facts_of(&own.marks, context.evidence);
        let said = Said { text: own.text, at: passage.at(own.pos), row: false };
        said.check(&own.marks, &facts, &before, context, findings);
        if !own.marks.is_empty() {
            before = facts;
        }
    }
}

/// A sentence, or a row of a table, that starts at byte offset `at` of the document.
struct Said<'a> {
    text: &'a str,
    at: usize,
    row: bool,
}

impl Said<'_> {
    /// Holds it against the `facts` it refers to by `marks`; `before` are those of the
    /// sentence before it.
    fn check(
        &self,
        marks: &[&Mark],
        facts: &[&Fact],
        before: &[&Fact],
        context: &Context,
        findings: &mut Findings,
    ) {
        let mut stated = numbers(self.text);
        let dates = self.dates(context);
        stated.retain(|number| !dates.iter().any(|date| date.contains(&number.range.start)));
        if marks.is_empty() {
            self.uncited(&stated, before, findings);
        } else if !facts.is_empty() {
            self.cited(&stated, facts, context, findings);
        }
        // Else none of them is listed, which is said where links are checked.
    }

    /// Where it says on which date of the front matter something was checked.
    fn dates(&self, context: &Context) -> Vec<Range<usize>> {
        if !self.text.contains("checked") && !self.text.contains("reviewed") {
            return Vec::new();
        }
        let found = context.dated.iter().flat_map(|date| self.text.match_indices(date.as_str()));
        found.map(|(at, date)| at..at + date.len()).collect()
    }

    fn uncited(&self, stated: &[Number], before: &[&Fact], findings: &mut Findings) {
        // "That is about one in ten" rounds what the sentence before it states.
        let known = known(before);
        let rounds = |number: &&Number| number.unit == Unit::Part && number.is_stated(&known);
        let figures = stated.iter().filter(|number| number.is_figure() && !rounds(number));
        let figures = figures.map(|number| &self.text[number.range.clone()]);
        let figures: Vec<_> = figures.chain(share::unfounded(self.text, before)).collect();
        if !figures.is_empty() {
            let message = format!(
                "{} without a fact: refer to one behind the sentence, as [^F-PTSD-031], or leave the figure out",
                figures.join(", ")
            );
            findings.fault(Code::Figure, self.at, message);
        }
    }

    fn cited(
        &self,
        stated: &[Number],
        facts: &[&Fact],
        context: &Context,
        findings: &mut Findings,
    ) {
        for number in missing(stated, facts) {
            let shown = &self.text[number.range.clone()];
            findings.fault(Code::Figure, self.at, not_stated(shown, number.unit, facts));
        }
        let told = told::wrong(self.text, self.row, stated, facts).into_iter();
        let otherwise = turned::wrong(self.text, self.row, facts).into_iter();
        for message in told
            .chain(otherwise)
            .chain(bound::wrong(self.text, stated, facts))
            .chain(share::wrong(self.text, facts))
        {
            findings.fault(Code::Figure, self.at, message);
        }
        for name in names(self.text).filter(|name| !context.known.contains(*name)) {
            if !facts.iter().any(|fact| names(&fact.statement).any(|stated| stated == name)) {
                findings.fault(Code::Figure, self.at, not_stated(name, Unit::Other, facts));
            }
        }
        for fact in facts {
            if !has_to_do(self.text, stated, fact) {
                let message = format!(
                    "{} shares no number and no key word with the sentence that refers to it",
                    fact.id
                );
                findings.fault(Code::Figure, self.at, message);
            }
            if let Some((one, other)) = pairs::parted(self.text, self.row, fact) {
                let message = format!(
                    "${one} and ${other} stand together, and {} tells them of different things",
                    fact.id
                );
                findings.fault(Code::Figure, self.at, message);
            }
        }
        if is_of_other_illness(self.text, stated, facts) {
            let message = format!(
                "a figure told of PTSD, and {} speaks of depression alone: say whom it is of",
                facts[0].id
            );
            findings.fault(Code::Figure, self.at, message);
        }
        if facts.iter().all(|fact| fact.basis == Basis::Reported)
            && !self.text.contains("clinic directory")
        {
            let message = format!(
                "{} is reported by one clinic directory alone: say \"one clinic directory reports\"",
                facts[0].id
            );
            findings.fault(Code::Figure, self.at, message);
        }
    }
}

/// The numbers that the facts state.
fn known(facts: &[&Fact]) -> Vec<Number> {
    let of = |fact: &&Fact| {
        // A median parts its people in half.
        let median = fact.statement.contains("median");
        let half = if median { numbers("half") } else { Vec::new() };
        numbers(&fact.statement).into_iter().chain(half)
    };
    facts.iter().flat_map(of).collect()
}

/// The numbers that none of the facts states.
fn missing<'n>(stated: &'n [Number], facts: &[&Fact]) -> Vec<&'n Number> {
    let known = known(facts);
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

/// Title and summary, where no fact can be referred to.
fn front(text: &Text, findings: &mut Findings) {
    let front = &text.guide.front;
    for (name, value) in [("title", &front.title), ("summary", &front.summary)] {
        let Some(value) = value else { continue };
        if numbers(value).iter().any(Number::is_figure) {
            let at = text.front.field(name).at;
            let message = format!(
                "`{name}` states a figure, and no fact can be referred to there: leave it out"
            );
            findings.fault(Code::Figure, at, message);
        }
    }
}

/// True when a sentence tells figures of people with PTSD alone, and its facts state those
/// of people with depression.
fn is_of_other_illness(text: &str, stated: &[Number], facts: &[&Fact]) -> bool {
    let names = |text: &str| (text.contains("PTSD"), text.to_lowercase().contains("depress"));
    names(text) == (true, false)
        && stated.iter().any(Number::is_figure)
        && facts.iter().all(|fact| names(&fact.statement) == (false, true))
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
pub fn keys(text: &str) -> HashSet<String> {
    let lower = text.to_lowercase();
    let parts = words(&lower).flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    let long = parts.filter(|word| word.chars().count() >= 3 && !COMMON.contains(word));
    let long = long.filter(|word| word.chars().any(char::is_alphabetic));
    long.map(|word| word.chars().take(4).collect()).collect()
}
