//! A rate of response, remission or relapse stands beside what it is compared with, and
//! each group has its own figures.

mod arms;
mod gap;

use std::collections::HashSet;

use super::clauses::Clauses;
use super::number::{Number, Unit, Whole, numbers};
use super::prose::{Group, Sentence, words};
use super::report::{Code, Findings};
use super::{Held, Part, Text};
use crate::evidence::{Evidence, Fact};
use crate::guide::block::Kind;
use crate::guide::text::each_block;
use arms::{alone, is_named, is_of_group, misplaced, shown, treatments, unheard};
use gap::{claims_group, owns_up};

/// Beginnings of words that speak of a rate of getting better or worse again.
const RATES: [&str; 8] =
    ["respon", "remi", "relaps", "improv", "better", "halved", "recover", "relief"];
/// More words of change, which are said of other things too.
const CHANGES: [&str; 24] = [
    "worse", "fewer", "helped", "fell", "fallen", "dropped", "drop", "eased", "gain", "gains",
    "well", "longer", "lost", "went", "down", "met", "rose", "rise", "less", "score", "scores",
    "symptom", "symptoms", "lower",
];
/// Words that name what something is compared with.
const AGAINST: [&str; 14] = [
    "against",
    "than",
    "placebo",
    "midazolam",
    "comparison",
    "versus",
    "v",
    "vs",
    "ect",
    "quetiapine",
    "dummy",
    "compared",
    "while",
    "other",
];

/// Checks every paragraph, item and row, and the pictures.
pub fn check(text: &Text, held: &Held, findings: &mut Findings) {
    let evidence = held.evidence();
    let context = Context { evidence, treatments: treatments(evidence) };
    for part in &text.parts {
        for group in &part.groups {
            paragraph(group, &context, findings);
        }
        pictures(text, part, &context, findings);
    }
}

/// What paragraphs are held against.
struct Context<'a> {
    evidence: &'a Evidence,
    treatments: Vec<&'a str>,
}

/// What a sentence is held against: its paragraph.
struct Around<'a> {
    text: &'a str,
    /// The numbers it states.
    values: HashSet<&'a str>,
    /// True when it says that nobody was compared with.
    owned: bool,
    /// True when it states a rate against another.
    compared: bool,
}

fn paragraph(group: &Group, context: &Context, findings: &mut Findings) {
    let text = group.text();
    let stated = numbers(&text);
    let around = Around {
        values: stated.iter().map(|number| number.value.as_str()).collect(),
        owned: owns_up(&text),
        compared: rates(&stated) >= 2 && has_word(&text, |word| AGAINST.contains(&word)),
        text: &text,
    };
    for passage in &group.passages {
        for own in passage.sentences() {
            let at = passage.at(own.pos);
            for message in sentence(&own, &around, context) {
                findings.fault(Code::Comparison, at, message);
            }
        }
    }
}

/// What is wrong with a sentence.
fn sentence(sentence: &Sentence, around: &Around, context: &Context) -> Vec<String> {
    let cited = sentence.marks.iter().filter_map(|mark| context.evidence.fact(&mark.label));
    let cited: Vec<_> = cited.collect();
    let own = numbers(sentence.text);
    let mut wrong = groups(sentence.text, &own, &cited, around, context);
    let compared = cited.iter().any(|fact| shown(fact, &around.values).len() >= 2);
    let alone = !cited.is_empty() && cited.iter().all(|fact| owns_up(&fact.statement));
    let message = if claims_group(sentence.text) && alone {
        "a comparison group is claimed, and the fact says that there was none"
    } else if around.owned {
        return wrong;
    } else if hides_a_gap(sentence, &own, &cited) {
        "nobody was compared with, and this paragraph does not say so: add \"no comparison group\""
    } else if !(around.compared || compared) && speaks(sentence.text) && rates(&own) > 0 {
        "a rate without its comparison: say in this paragraph how the other group did, or \"no comparison group\""
    } else {
        return wrong;
    };
    wrong.push(message.to_owned());
    wrong
}

/// The numbers that can be figures of groups: not the 15 of "10 of 15".
fn figures(own: &[Number]) -> impl Iterator<Item = &Number> {
    let before = std::iter::once(None).chain(own.iter().map(Some));
    let is_whole = |before: Option<&Number>, number: &Number| match before.map(|own| &own.whole) {
        Some(Some(Whole::Number(whole))) => *whole == number.value,
        _ => false,
    };
    let own = before.zip(own).filter(move |(before, number)| !is_whole(*before, number));
    own.map(|(_, number)| number).filter(|number| is_of_group(number))
}

/// What is wrong with the figures of groups in a sentence.
fn groups(
    text: &str,
    own: &[Number],
    cited: &[&Fact],
    around: &Around,
    context: &Context,
) -> Vec<String> {
    let mut wrong = Vec::new();
    if cited.is_empty() {
        return wrong;
    }
    let clauses = Clauses::of(text);
    let own: Vec<_> = figures(own).collect();
    for number in &own {
        let other = misplaced(&clauses, &number.range, &number.value, cited, &context.treatments);
        wrong.extend(other.or_else(|| unheard(&clauses, number, cited)));
        wrong.extend(cited.iter().filter_map(|fact| alone(&number.value, fact, &around.values)));
    }
    let values: HashSet<&str> = own.iter().map(|number| number.value.as_str()).collect();
    for fact in cited.iter().filter(|fact| shown(fact, &values).len() >= 2) {
        if !fact.groups.iter().any(|arm| is_named(arm, around.text)) {
            wrong.push(format!(
                "the figures of two groups of {} and no name of either: say whose they are",
                fact.id
            ));
        }
    }
    wrong
}

/// True when a sentence states how people did by a fact that compares them with nobody.
fn hides_a_gap(sentence: &Sentence, own: &[Number], cited: &[&Fact]) -> bool {
    let alone = cited.iter().any(|fact| owns_up(&fact.statement));
    let changed = has_word(sentence.text, |word| CHANGES.contains(&word));
    alone && (changed || speaks(sentence.text)) && !own.is_empty()
}

fn speaks(text: &str) -> bool {
    has_word(text, |word| RATES.iter().any(|rate| word.starts_with(rate)))
}

/// How many rates there are: parts of a hundred, and counts such as "10 of 15".
fn rates(numbers: &[Number]) -> usize {
    let counted = |number: &&Number| matches!(number.whole, Some(Whole::Number(_)));
    let rate = |number: &&Number| number.unit == Unit::Percent || counted(number);
    numbers.iter().filter(rate).count()
}

fn has_word(text: &str, is: impl Fn(&str) -> bool) -> bool {
    words(text).any(|word| is(word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric())))
}

/// A picture of a rate shows at least two groups, or says that there is none to compare
/// with; each group has its own figure.
fn pictures(text: &Text, part: &Part, context: &Context, findings: &mut Findings) {
    each_block(&part.section.blocks, &mut |block| {
        let (ids, title, rows): (_, _, Vec<(&str, String)>) = match &block.kind {
            Kind::Icons(icons) => {
                let rows =
                    icons.groups.iter().map(|group| (group.label.as_str(), group.n.to_string()));
                (icons.fact.ids(), &icons.title, rows.collect())
            }
            Kind::Bars(bars) => {
                let rows = bars
                    .rows
                    .iter()
                    .filter_map(|row| Some((row.label.as_str(), row.value?.to_string())));
                (bars.fact.ids(), &bars.title, rows.collect())
            }
            _ => return,
        };
        let facts: Vec<_> = ids.iter().filter_map(|id| context.evidence.fact(id)).collect();
        for (label, figure) in &rows {
            // The figure is told of what the label names.
            let (clauses, whole) = (Clauses::of(label), 0..label.len());
            let found = misplaced(&clauses, &whole, figure, &facts, &context.treatments);
            if let Some(message) = found {
                findings.fault(Code::Comparison, text.in_picture(block.at, label), message);
            }
        }
        let figures: HashSet<&str> = rows.iter().map(|(_, figure)| figure.as_str()).collect();
        for fact in &facts {
            if shown(fact, &figures).len() == 1 && fact.groups.len() > 1 {
                let message = format!(
                    "a picture of one group of {}: add the group it is compared with",
                    fact.id
                );
                findings.fault(Code::Comparison, block.at, message);
            }
        }
        let alone = facts.iter().any(|fact| owns_up(&fact.statement)) || rows.len() < 2;
        let changed = || has_word(title, |word| CHANGES.contains(&word));
        if alone
            && (speaks(title) || changed())
            && !owns_up(title)
            && !rows.iter().any(|(label, _)| owns_up(label))
        {
            let message = "a picture of a rate without a comparison: add \"no comparison group\" to its title";
            findings.fault(Code::Comparison, block.at, message.to_owned());
        }
    });
}
