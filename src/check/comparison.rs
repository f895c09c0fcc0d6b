//! A rate of response, remission or relapse stands beside what it is compared with, and
//! each group has its own figures.

use super::number::{Number, Unit, numbers};
use super::prose::{Group, Sentence, words};
use super::report::{Code, Findings};
use super::{Held, Part, Text};
use crate::evidence::{Arm, Evidence, Fact};
use crate::guide::block::Kind;
use crate::guide::text::each_block;

/// Beginnings of words that speak of a rate of getting better or worse again.
const RATES: [&str; 8] =
    ["respon", "remi", "relaps", "improv", "better", "halved", "recover", "relief"];
/// More such beginnings, which are said of other things too.
const CHANGES: [&str; 11] = [
    "worse", "fewer", "helped", "fell", "fallen", "dropped", "eased", "gains", "well", "longer",
    "lost",
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
/// Words between two groups of a sentence.
const PARTING: [&str; 7] = [",", ";", ":", " against ", " and ", " but ", " versus "];

/// Checks every paragraph, item and row, and the pictures.
pub fn check(text: &Text, held: &Held, findings: &mut Findings) {
    for part in &text.parts {
        for group in &part.groups {
            paragraph(group, held.evidence(), findings);
        }
        pictures(text, part, held.evidence(), findings);
    }
}

fn paragraph(group: &Group, evidence: &Evidence, findings: &mut Findings) {
    let all = group.text();
    let stated = numbers(&all);
    let owned = owns_up(&all);
    let compared = rates(&all, &stated) >= 2 && has_word(&all, |word| AGAINST.contains(&word));
    for passage in &group.passages {
        for sentence in passage.sentences() {
            let at = passage.at(sentence.pos);
            let cited = sentence.marks.iter().filter_map(|mark| evidence.fact(&mark.label));
            let cited: Vec<_> = cited.collect();
            let own = numbers(sentence.text);
            for fact in cited.iter().filter(|fact| !fact.groups.is_empty()) {
                for message in arms(sentence.text, &own, &stated, fact) {
                    findings.fault(Code::Comparison, at, message);
                }
            }
            if !owned && hides_a_gap(&sentence, &own, &cited) {
                let message = "nobody was compared with, and this paragraph does not say so: add \"no comparison group\"";
                findings.fault(Code::Comparison, at, message.to_owned());
            } else if !owned && !compared && speaks(sentence.text) && rates(sentence.text, &own) > 0
            {
                let message = "a rate without its comparison: say in this paragraph how the other group did, or \"no comparison group\"";
                findings.fault(Code::Comparison, at, message.to_owned());
            }
        }
    }
}

/// What is wrong with the figures of groups in a sentence of a paragraph that states
/// `stated`.
fn arms(text: &str, own: &[Number], stated: &[Number], fact: &Fact) -> Vec<String> {
    let mut wrong = Vec::new();
    for number in own {
        if matches!(number.unit, Unit::Time(_) | Unit::Dose(_) | Unit::Month | Unit::Things) {
            continue;
        }
        let Some(arm) = arm_of(&number.value, &fact.groups) else { continue };
        let others: Vec<_> = fact.groups.iter().filter(|other| *other != arm).collect();
        if !others.iter().any(|other| stated.iter().any(|n| other.figures.contains(&n.value))) {
            wrong.push(format!(
                "{} on {} without its comparison: say in this paragraph how those on {} did",
                number.value, arm.on[0], others[0].on[0]
            ));
        }
        wrong.extend(misplaced(clause(text, number), &number.value, fact));
    }
    wrong
}

/// Says so when `words` name another group of a fact than the one whose figure this is.
fn misplaced(words: &str, figure: &str, fact: &Fact) -> Option<String> {
    let arm = arm_of(figure, &fact.groups)?;
    let named = |arm: &Arm| arm.on.iter().any(|name| names(words, name));
    let other = fact.groups.iter().find(|other| *other != arm && named(other))?;
    (!named(arm)).then(|| {
        format!(
            "{figure} stands with {}, and in {} it is the figure of those on {}",
            other.on[0], fact.id, arm.on[0]
        )
    })
}

/// The only group that has this figure.
fn arm_of<'a>(figure: &str, groups: &'a [Arm]) -> Option<&'a Arm> {
    let mut having = groups.iter().filter(|arm| arm.figures.iter().any(|own| own == figure));
    having.next().filter(|_| having.next().is_none())
}

/// The part of a sentence around a number, between words that part groups.
fn clause<'a>(text: &'a str, number: &Number) -> &'a str {
    let ends = PARTING.iter().flat_map(|sign| text.match_indices(sign));
    let ends: Vec<_> = ends.map(|(at, sign)| (at, at + sign.len())).collect();
    let start = ends.iter().map(|(_, end)| *end).filter(|end| *end <= number.range.start).max();
    let end = ends.iter().map(|(at, _)| *at).filter(|at| *at >= number.range.end).min();
    &text[start.unwrap_or(0)..end.unwrap_or(text.len())]
}

fn names(words: &str, name: &str) -> bool {
    let (words, name) = (words.to_lowercase(), name.to_lowercase());
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    words.match_indices(&name).any(|(at, _)| {
        edge(words[..at].chars().next_back()) && edge(words[at + name.len()..].chars().next())
    })
}

/// True when a sentence states how people did by a fact that compares them with nobody.
fn hides_a_gap(sentence: &Sentence, own: &[Number], cited: &[&Fact]) -> bool {
    let alone = cited.iter().any(|fact| owns_up(&fact.statement));
    let changed = has_word(sentence.text, |word| CHANGES.contains(&word));
    alone && (changed || speaks(sentence.text)) && !own.is_empty()
}

/// True when `text` says that nobody was compared with.
fn owns_up(text: &str) -> bool {
    let text = text.to_lowercase();
    let group = ["comparison group", "control group", "groups to compare"];
    let lacking = ["no ", "without ", "neither ", "nor ", "lack"];
    group.iter().any(|group| {
        text.find(group).is_some_and(|at| {
            // The word that denies it stands in the same sentence.
            let start = text[..at].rfind(['.', ';']).map_or(0, |at| at + 1);
            lacking.iter().any(|word| text[start..at].contains(word))
        })
    })
}

fn speaks(text: &str) -> bool {
    has_word(text, |word| RATES.iter().any(|rate| word.starts_with(rate)))
}

/// How many rates a text states: parts of a hundred, and counts such as "10 of 15".
fn rates(text: &str, numbers: &[Number]) -> usize {
    let rate = |(i, number): (usize, &Number)| {
        let of = || {
            let next = numbers.get(i + 1)?;
            let between = text.get(number.range.end..next.range.start)?.trim();
            Some(matches!(between, "of" | "of the" | "out of" | "in"))
        };
        number.unit == Unit::Percent || of().unwrap_or(false)
    };
    numbers.iter().enumerate().filter(|found| rate(*found)).count()
}

fn has_word(text: &str, is: impl Fn(&str) -> bool) -> bool {
    words(text).any(|word| is(word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric())))
}

/// A picture of a rate shows at least two groups, or says that there is none to compare
/// with; each group has its own figure.
fn pictures(text: &Text, part: &Part, evidence: &Evidence, findings: &mut Findings) {
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
        let facts: Vec<_> = ids.iter().filter_map(|id| evidence.fact(id)).collect();
        for fact in &facts {
            for (label, figure) in &rows {
                if let Some(message) = misplaced(label, figure, fact) {
                    findings.fault(Code::Comparison, text.in_picture(block.at, label), message);
                }
            }
            let has = |arm: &Arm| rows.iter().any(|(_, figure)| arm.figures.contains(figure));
            let shown = fact.groups.iter().filter(|arm| has(arm)).count();
            if shown == 1 && fact.groups.len() > 1 {
                let message = format!(
                    "a picture of one group of {}: add the group it is compared with",
                    fact.id
                );
                findings.fault(Code::Comparison, block.at, message);
            }
        }
        let alone = facts.iter().any(|fact| owns_up(&fact.statement)) || rows.len() < 2;
        if alone
            && speaks(title)
            && !owns_up(title)
            && !rows.iter().any(|(label, _)| owns_up(label))
        {
            let message = "a picture of a rate without a comparison: add \"no comparison group\" to its title";
            findings.fault(Code::Comparison, block.at, message.to_owned());
        }
    });
}
