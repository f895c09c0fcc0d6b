//! The table of crisis lines: complete, current, and each as its fact has it.

use super::super::crisis::reached;
use super::super::number::numbers;
use super::super::spot::Spot;
use super::Table;
use crate::check::Held;
use crate::check::report::Code;
use crate::crisis::{Crisis, Line};
use crate::evidence::Fact;
use crate::fold;

/// Checks the table of crisis lines.
pub fn check(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Crisis>() else { return };
    let (root, rows) = (table.root, Spot::of(table.root, "line"));
    table.report.checked.crisis_lines += read.lines.len();
    let checked = Spot::of(root, "checked").at;
    table.checked("the list of crisis lines", read.checked, held.today, checked);
    for (name, text) in [("title", &read.title), ("lead", &read.lead)] {
        table.words(text, Spot::of(root, name).at);
    }
    let said: Vec<_> = read.lines.iter().flat_map(|line| &line.reach).collect();
    for needed in ["988", "press 1", "838255", "HOME to 741741", "911"] {
        if !said.iter().any(|reach| reach.contains(needed)) {
            table.fault(Code::Crisis, 0, format!("no line says \"{needed}\""));
        }
    }
    boxed(table, &read.in_box, held);
    for (i, note) in read.notes.iter().enumerate() {
        let row = Spot::of(root, "note").nth(i);
        table.words(&note.text, row.key("text").at);
        if held.listed && held.evidence().fact(&note.fact).is_none() {
            let message = format!("a note names {}, which is no fact", note.fact);
            table.fault(Code::Link, row.key("fact").at, message);
        }
    }
    for (i, line) in read.lines.iter().enumerate() {
        let row = rows.nth(i);
        if numbers(&line.who).iter().any(|number| !number.word) {
            let message = format!("\"{}\" states a figure", line.who);
            table.fault(Code::Figure, row.key("who").at, message);
        }
        table.words(&line.who, row.key("who").at);
        table.words(&line.name, row.key("name").at);
        if held.listed {
            rests(table, line, row, held);
        }
    }
}

/// The box with which guides begin has nothing to call that no fact states.
fn boxed(table: &mut Table, ways: &[String], held: &Held) {
    let facts = &held.evidence().facts;
    for (i, way) in ways.iter().enumerate() {
        let at = Spot::of(table.root, "box").nth(i).at;
        table.words(way, at);
        let way = way.replace('*', "");
        let stated = |wanted: &String| {
            facts.iter().any(|fact| {
                called(&fact.statement).contains(wanted)
                    || addresses(&fact.statement).any(|known| known.eq_ignore_ascii_case(wanted))
            })
        };
        let all = called(&way).into_iter().chain(addresses(&way).map(str::to_owned));
        for wanted in all.filter(|wanted| held.listed && !stated(wanted)) {
            let message = format!("{wanted} stands in no fact: correct it");
            table.fault(Code::Crisis, at, message);
        }
    }
}

/// A line says no number to call, and no more of itself, than its fact states.
fn rests(table: &mut Table, line: &Line, row: Spot, held: &Held) {
    let Some(fact) = held.evidence().fact(&line.fact) else {
        let message = format!("\"{}\" names {}, which is no fact", line.name, line.fact);
        return table.fault(Code::Link, row.key("fact").at, message);
    };
    let list = |name: &str| row.key(name).each().collect::<Vec<_>>();
    let languages = list("languages");
    let known = called(&fact.statement);
    for spot in list("reach").into_iter().chain(languages.clone()) {
        let said = spot.text().unwrap_or_default();
        let address = |address: &&str| !stands_in_source(address, fact, held);
        let missing = addresses(said).find(address).map(str::to_owned);
        for wanted in
            called(said).into_iter().filter(|wanted| !known.contains(wanted)).chain(missing)
        {
            let message = format!("{wanted} does not stand in {}: correct it", fact.id);
            table.fault(Code::Crisis, spot.at, message);
        }
    }
    let known = fold::words(&fact.statement);
    let stated = |word: &str| known.iter().any(|known| known == word);
    for spot in [row.key("hours"), row.key("cost")].into_iter().chain(languages) {
        let missing = |word: &String| match word.as_str() {
            // What is written in English need not say that it is spoken.
            "english" => false,
            "espanol" => !stated("spanish"),
            word => !stated(word),
        };
        let said = fold::words(spot.text().unwrap_or_default());
        if let Some(word) = said.into_iter().find(missing) {
            let message = format!("\"{word}\" does not stand in {}: say what it states", fact.id);
            table.fault(Code::Crisis, spot.at, message);
        }
    }
}

/// What a text has to call: runs of digits and dashes, words to text, keys to press.
fn called(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '-');
    let runs = runs.map(|run| run.trim_matches('-')).filter(|run| !run.is_empty());
    runs.map(str::to_owned).chain(reached(text).into_iter().map(|(_, what)| what)).collect()
}

/// The web addresses of a text, which have a dot within.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    words.map(|word| word.trim_end_matches('.')).filter(|word| word.contains('.'))
}

/// True for an address that the fact states, or another one that was read in the same place.
fn stands_in_source(address: &str, fact: &Fact, held: &Held) -> bool {
    let same = |other: &&Fact| {
        other.id == fact.id || other.sources.iter().any(|source| fact.sources.contains(source))
    };
    let is_it = |known: &str| known.eq_ignore_ascii_case(address);
    held.evidence().facts.iter().filter(same).any(|fact| addresses(&fact.statement).any(is_it))
}
