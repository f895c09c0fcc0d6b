//! The table of facts: each says where it was read, which groups it compares and how long
//! it holds, and nothing that a guide may not say.

use super::super::figure::{told, turned};
use super::super::number::{Number, Unit, numbers};
use super::super::spot::Spot;
use super::Table;
use crate::check::Held;
use crate::check::report::Code;
use crate::evidence::{Basis, Fact};
use crate::guide::markdown::is_fact_id;
use crate::library::Facts;

/// Checks the table of facts.
pub fn check(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Facts>() else { return };
    let rows = Spot::of(table.root, "fact");
    table.report.checked.facts += read.fact.len();
    table.unique(
        read.fact.iter().enumerate().map(|(i, fact)| (rows.nth(i).key("id").at, fact.id.as_str())),
    );
    for (i, fact) in read.fact.iter().enumerate() {
        let row = rows.nth(i);
        if !is_fact_id(&fact.id) {
            let message = format!("\"{}\" is no id of a fact: write it as F-PTSD-031", fact.id);
            table.fault(Code::Shape, row.key("id").at, message);
        }
        if fact.statement.trim().is_empty() {
            let message = format!("{} states nothing: write what was read", fact.id);
            table.fault(Code::Shape, row.key("statement").at, message);
        }
        table.words(&fact.statement, row.key("statement").at);
        sourced(table, fact, row, held);
        compared(table, fact, row);
        labelled(table, fact, row);
        denied(table, fact, row);
        dated(table, fact, row, held);
    }
}

fn sourced(table: &mut Table, fact: &Fact, row: Spot, held: &Held) {
    let (id, at) = (&fact.id, row.key("sources").at);
    let rests = matches!(fact.basis, Basis::Read | Basis::Sum);
    if rests && fact.sources.is_empty() {
        table.fault(Code::Source, at, format!("{id} names no source: add where it was read"));
    }
    let directory = fact.statement.to_lowercase().contains("clinic directory");
    if fact.basis == Basis::Reported && !directory {
        let message = format!("{id} is reported by one clinic directory alone and does not say so");
        table.fault(Code::Source, row.key("statement").at, message);
    }
    if fact.basis == Basis::Common {
        // Nobody knows figures and effects without having read them.
        let figure = numbers(&fact.statement).into_iter().find(|n| !n.word && n.is_figure());
        if let Some(Number { range, .. }) = figure {
            let figure = &fact.statement[range];
            let message = format!(
                "{id} states {figure}, which is no common knowledge: name the source and write basis = \"read\""
            );
            table.fault(Code::Source, row.key("basis").at, message);
        }
        if fact.strength.is_some() {
            let message = format!(
                "{id} says how strong the evidence is, and no source: name it and write basis = \"read\""
            );
            table.fault(Code::Source, row.key("strength").at, message);
        }
    }
    let missing = |id: &&String| held.listed && held.evidence().source(id).is_none();
    for source in fact.sources.iter().filter(missing) {
        table.fault(Code::Link, at, format!("{id} names {source}, which is no source"));
    }
}

/// What each group of a comparison did is told, and stands in the statement.
fn compared(table: &mut Table, fact: &Fact, row: Spot) {
    let (id, groups) = (&fact.id, row.key("groups"));
    let statement = fact.statement.to_lowercase();
    let stated = numbers(&fact.statement);
    for (i, arm) in fact.groups.iter().enumerate() {
        let group = groups.nth(i);
        let said = |name: &&String| statement.contains(&name.to_lowercase());
        if !arm.on.iter().any(|name| said(&name)) {
            let message = format!(
                "no name of group {} stands in the statement of {id}: write in `on` what it was given",
                i + 1
            );
            table.fault(Code::Comparison, group.key("on").at, message);
        }
        if arm.figures.is_empty() {
            let message = format!("group {} of {id} has no figure: name its own", i + 1);
            table.fault(Code::Comparison, group.key("figures").at, message);
        }
        let missing = |figure: &&String| stated.iter().all(|number| number.value != **figure);
        for figure in arm.figures.iter().filter(missing) {
            let message = format!("{figure} does not stand in the statement of {id}: correct it");
            table.fault(Code::Figure, group.key("figures").at, message);
        }
    }
    if fact.groups.len() == 1 {
        let message = format!("{id} names one group: add the one it is compared with");
        table.fault(Code::Comparison, groups.at, message);
    }
    if fact.groups.is_empty() && compares(&fact.statement, &stated) {
        let message = format!(
            "{id} sets one rate against another: say under `groups` which group each is of"
        );
        table.fault(Code::Comparison, row.key("statement").at, message);
    }
}

/// True when a clause of the statement sets one rate against another: `55% against 41%`,
/// `10 of 15 on ketamine and 3 of 15 on midazolam`.
fn compares(statement: &str, stated: &[Number]) -> bool {
    let is_rate = |number: &&Number| {
        let behind = statement[number.range.end..].trim_start();
        number.unit == Unit::Percent || behind.starts_with("of ")
    };
    let rates: Vec<_> = stated.iter().filter(is_rate).collect();
    rates.windows(2).any(|pair| {
        let between = &statement[pair[0].range.end..pair[1].range.start];
        let behind = &statement[pair[1].range.end..];
        let end = [";", ",", ". "].iter().filter_map(|sign| behind.find(sign)).min();
        let behind = &behind[..end.unwrap_or(behind.len())];
        let against = [" against ", " versus ", " vs "].iter().any(|word| between.contains(word));
        let each = between.contains(" on ") && behind.contains(" on ");
        !between.contains("; ") && !between.contains(". ") && (against || each)
    })
}

/// The figures that are told of something stand in the statement, and so does that.
fn labelled(table: &mut Table, fact: &Fact, row: Spot) {
    let (id, figures) = (&fact.id, row.key("figures"));
    let statement = fact.statement.to_lowercase();
    let stated: Vec<_> = numbers(&fact.statement).iter().map(told::name).collect();
    for (i, own) in fact.figures.iter().enumerate() {
        let figure = figures.nth(i);
        if !own.of.iter().any(|words| statement.contains(&words.to_lowercase())) {
            let message = format!(
                "the statement of {id} has none of the words of `of` {}: write what it tells",
                i + 1
            );
            table.fault(Code::Figure, figure.key("of").at, message);
        }
        for name in own.are.iter().filter(|name| !stated.contains(name)) {
            let message = format!("{name} does not stand in the statement of {id}: correct it");
            table.fault(Code::Figure, figure.key("are").at, message);
        }
    }
}

/// What it denies is said, and the statement affirms none of it.
fn denied(table: &mut Table, fact: &Fact, row: Spot) {
    let blank = fact.denies.iter().any(|words| words.trim().is_empty());
    let message = if blank {
        format!("an entry of `denies` of {} is empty: write the beginnings of words", fact.id)
    } else if let Some(message) = turned::affirmed(fact) {
        message
    } else {
        return;
    };
    table.fault(Code::Figure, row.key("denies").at, message);
}

fn dated(table: &mut Table, fact: &Fact, row: Spot, held: &Held) {
    let (id, at) = (&fact.id, row.key("until").at);
    table.checked(id, fact.checked, held.today, row.key("checked").at);
    match fact.until {
        Some(until) => {
            if !fact.statement.contains(&until.strftime("%-d %B %Y").to_string()) {
                let message =
                    format!("`until` is {until}, and the statement of {id} does not say so");
                table.fault(Code::Date, at, message);
            }
        }
        None => {
            if let Some(end) = end(&fact.statement) {
                let message = format!(
                    "{id} holds through {end}: write that date under `until`, so that readers are told when it is over"
                );
                table.fault(Code::Date, row.key("statement").at, message);
            }
        }
    }
    if let Some(end) = fact.ended(held.today) {
        let message = format!("{id}: its rule ended on {end}: find out what holds now");
        table.warning(Code::Date, at, message);
    }
}

/// The day on which a statement says that something ends: `through 31 December 2026`.
fn end(statement: &str) -> Option<&str> {
    let ends = ["through ", "until ", "till ", "ends on ", "expires on "];
    let behind = |word: &'static str| {
        statement.match_indices(word).map(move |(at, word)| &statement[at + word.len()..])
    };
    ends.into_iter().flat_map(behind).find_map(|rest| {
        let words = rest.splitn(4, ' ').take(3).map(str::len).sum::<usize>() + 2;
        let date = rest.get(..words)?.trim_end_matches(|c: char| !c.is_ascii_digit());
        jiff::civil::Date::strptime("%d %B %Y", date).is_ok().then_some(date)
    })
}
