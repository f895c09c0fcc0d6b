//! What a picture draws stands in its facts, as it would be said.

use super::super::clauses::Clauses;
use super::super::number::{Number, Unit, Whole, numbers};
use super::super::report::{Code, Findings};
use super::super::{Part, Text};
use super::{cited, known, missing, not_stated, told, turned};
use crate::evidence::{Evidence, Fact};
use crate::guide::block::Kind;
use crate::guide::figure::{Bars, Icons, Row, in_words};
use crate::guide::text::each_block;

/// Checks the pictures of a section.
pub fn check(text: &Text, part: &Part, evidence: &Evidence, findings: &mut Findings) {
    each_block(&part.section.blocks, &mut |block| {
        let (ids, words, drawn) = match &block.kind {
            Kind::Icons(icons) => (icons.fact.ids(), icons.words(), icons_drawn(icons)),
            Kind::Bars(bars) => (bars.fact.ids(), bars.words(), bars_drawn(bars)),
            _ => return,
        };
        if let Kind::Icons(icons) = &block.kind {
            labels(icons, text, block.at, findings);
        }
        let facts = cited(ids.iter(), evidence);
        if facts.is_empty() {
            if ids.is_empty() {
                let message = "a picture without a fact: name it, as fact = \"F-PTSD-031\"";
                findings.fault(Code::Figure, block.at, message.to_owned());
            }
            return;
        }
        for said in words.iter().copied().chain(drawn.iter().map(|(_, said)| said.as_str())) {
            for value in missing(&numbers(said), &facts) {
                let at = text.in_picture(block.at, &value.value);
                let shown = &said[value.range.clone()];
                findings.fault(Code::Figure, at, not_stated(shown, value.unit, &facts));
            }
        }
        for message in turned::wrong(&words.join("; "), true, &facts) {
            findings.fault(Code::Figure, block.at, message);
        }
        for (label, said) in &drawn {
            let (clauses, whole) = (Clauses::of(label), 0..label.len());
            for figure in numbers(said).iter().map(told::name) {
                if let Some(message) = told::misplaced(&clauses, false, &whole, &figure, &facts) {
                    findings.fault(Code::Figure, text.in_picture(block.at, label), message);
                }
            }
            if !is_of_one(&numbers(said), &numbers(label), &facts) {
                let at = text.in_picture(block.at, label);
                let message = format!(
                    "\"{label}\" is drawn as {said}, and none of its facts states all of that"
                );
                findings.fault(Code::Figure, at, message);
            }
        }
    });
}

/// The label of each group and what is drawn of it.
fn icons_drawn(icons: &Icons) -> Vec<(&str, String)> {
    let drawn = icons.groups.iter();
    drawn.map(|group| (group.label.as_str(), format!("{} of {}", group.n, icons.of))).collect()
}

fn bars_drawn(bars: &Bars) -> Vec<(&str, String)> {
    let said = |row: &Row| {
        let (low, high) = row.ends()?;
        let typical = row.typical.map(|own| format!(", {}", in_words(own, own, &bars.unit)));
        Some(in_words(low, high, &bars.unit) + &typical.unwrap_or_default())
    };
    bars.rows.iter().filter_map(|row| Some((row.label.as_str(), said(row)?))).collect()
}

/// True when one fact states all that a row draws, or none does and that is said already.
/// The fact is the one that states whom or which year the label names, where it does.
fn is_of_one(drawn: &[Number], label: &[Number], facts: &[&Fact]) -> bool {
    let states = |fact: &&&Fact, all: &[Number]| {
        let known = known(&[**fact]);
        all.iter().all(|number| number.is_stated(&known))
    };
    let bare = |number: &&Number| matches!(number.unit, Unit::People | Unit::Things | Unit::Other);
    let label: Vec<Number> = label.iter().filter(bare).cloned().collect();
    let told = |fact: &&&Fact| states(fact, &label);
    let any = facts.iter().any(|fact| told(&fact));
    let mut fit = facts.iter().filter(|fact| !any || told(fact));
    fit.any(|fact| states(&fact, drawn)) || !missing(drawn, facts).is_empty()
}

/// A label that says so many of so many says what is drawn.
fn labels(icons: &Icons, text: &Text, at: usize, findings: &mut Findings) {
    for group in &icons.groups {
        let said = numbers(&group.label);
        let drawn = group.n.to_string();
        let other = |number: &&Number| match &number.whole {
            Some(Whole::Number(of)) => number.value != drawn || *of != icons.of.to_string(),
            _ => false,
        };
        let named = said.is_empty() || said.iter().any(|number| number.value == drawn);
        if !named || said.iter().any(|number| other(&number)) {
            let message =
                format!("\"{}\" is drawn as {drawn} of {}: make them agree", group.label, icons.of);
            findings.fault(Code::Figure, text.in_picture(at, &group.label), message);
        }
    }
}
