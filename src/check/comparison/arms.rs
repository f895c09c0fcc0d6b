//! Each group of a comparison has its own figures, and no other drug's.

use std::collections::HashSet;
use std::ops::Range;

use super::super::clauses::Clauses;
use super::super::number::{Number, Unit};
use crate::evidence::{Arm, Evidence, Fact};

/// Treatments that a figure may wrongly be told of, beside those that facts compare.
const TREATMENTS: [&str; 18] = [
    "ketamine",
    "Spravato",
    "esketamine",
    "placebo",
    "midazolam",
    "SSRI",
    "SNRI",
    "sertraline",
    "Zoloft",
    "paroxetine",
    "Paxil",
    "venlafaxine",
    "quetiapine",
    "prazosin",
    "ECT",
    "EMDR",
    "therapy",
    "nothing",
];
/// Treatments that others are compared with.
const COMPARATORS: [&str; 9] = [
    "placebo",
    "midazolam",
    "sertraline",
    "paroxetine",
    "venlafaxine",
    "quetiapine",
    "ECT",
    "SSRI",
    "EMDR",
];
/// Words after which a clause tells of the group that the next one is compared with.
const TURNING: [&str; 3] = ["than", "against", "compared"];

/// The names of all treatments that figures can be told of.
pub fn treatments(evidence: &Evidence) -> Vec<&str> {
    // The first name of a group is its own; the others, such as "sedative", are said of
    // other drugs too.
    let arms = evidence.facts.iter().flat_map(|fact| &fact.groups);
    let mut names: Vec<&str> =
        arms.filter_map(|arm| arm.on.first()).map(String::as_str).chain(TREATMENTS).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// True when `number` can be a group's figure.
pub fn is_of_group(number: &Number) -> bool {
    !matches!(number.unit, Unit::Time(_) | Unit::Dose(_) | Unit::Month | Unit::Things | Unit::Money)
}

/// The only group that has this figure.
fn arm_of<'a>(figure: &str, groups: &'a [Arm]) -> Option<&'a Arm> {
    let mut having = groups.iter().filter(|arm| arm.figures.iter().any(|own| own == figure));
    having.next().filter(|_| having.next().is_none())
}

/// The groups of `fact` with a figure among `stated`.
pub fn shown<'a>(fact: &'a Fact, stated: &HashSet<&str>) -> Vec<&'a Arm> {
    let has = |arm: &&Arm| arm.figures.iter().any(|own| stated.contains(own.as_str()));
    fact.groups.iter().filter(has).collect()
}

/// Says so when the figure is that of a group of the fact and none of `stated` is another's.
pub fn alone(figure: &str, fact: &Fact, stated: &HashSet<&str>) -> Option<String> {
    let arm = arm_of(figure, &fact.groups)?;
    let shown = shown(fact, stated);
    let other = fact.groups.iter().find(|other| *other != arm)?;
    let (on, others) = (arm.on.first()?, other.on.first()?);
    shown.iter().all(|shown| *shown == arm).then(|| {
        format!(
            "{figure} on {on} without its comparison: say in this paragraph how those on {others} did"
        )
    })
}

/// True when `words` name the group.
pub fn is_named(arm: &Arm, words: &str) -> bool {
    arm.on.iter().any(|name| names(words, name))
}

/// Says so when the figure at `range` stands with another treatment than that of the
/// group whose figure it is.
pub fn misplaced(
    clauses: &Clauses,
    range: &Range<usize>,
    figure: &str,
    facts: &[&Fact],
    treatments: &[&str],
) -> Option<String> {
    let owners = facts.iter().filter_map(|fact| Some((*fact, arm_of(figure, &fact.groups)?)));
    let owners: Vec<(&Fact, &Arm)> = owners.collect();
    let (fact, own) = owners.first()?;
    let others = owners.iter().flat_map(|(fact, _)| &fact.groups).flat_map(|arm| &arm.on);
    let others = others.map(String::as_str).chain(treatments.iter().copied());
    let others: Vec<&str> = others.collect();
    // The name that shows whose figure it is told to be: none when that is right.
    let told = |words: &str| {
        let right = owners.iter().any(|(_, own)| is_named(own, words));
        let other = others.iter().copied().find(|name| names(words, name));
        if right { Some(None) } else { other.map(Some) }
    };
    // A clause that names nothing carries on from the one before it.
    let (clause, before) = clauses.around(range);
    let tells = !before.bytes().any(|b| b.is_ascii_digit())
        && !TURNING.iter().any(|word| names(before, word));
    let other = told(clause).or_else(|| told(before).filter(|_| tells)).flatten()?;
    let name = own.on.first().map_or("another treatment", String::as_str);
    Some(format!(
        "{figure} stands with {other}, and in {} it is the figure of those on {name}",
        fact.id
    ))
}

/// True when `words` hold the name, alone or in the plural, in any case.
fn names(words: &str, name: &str) -> bool {
    let (words, name) = (words.to_lowercase(), name.to_lowercase());
    let inside = |c: char| c.is_alphanumeric();
    words.match_indices(&name).any(|(at, _)| {
        let behind = &words[at + name.len()..];
        let behind = behind.strip_prefix('s').unwrap_or(behind);
        !words[..at].ends_with(inside) && !behind.starts_with(inside)
    })
}

/// Says so when a rate stands in one clause with a treatment that no cited fact names.
pub fn unheard(clauses: &Clauses, number: &Number, facts: &[&Fact]) -> Option<String> {
    let (clause, _) = clauses.around(&number.range);
    let told = |name: &&&str| {
        facts.iter().any(|fact| {
            names(&fact.statement, name) || fact.groups.iter().any(|arm| is_named(arm, name))
        })
    };
    let name = COMPARATORS.iter().find(|name| names(clause, name)).filter(|name| !told(name))?;
    let ids: Vec<_> = facts.iter().map(|fact| fact.id.as_str()).collect();
    Some(format!("{} stands with {name}, of which {} say nothing", number.value, ids.join(", ")))
}
