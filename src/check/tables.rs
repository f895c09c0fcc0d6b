//! The tables beside the guides: facts, sources, terms, crisis lines, questions, lay words.

use std::collections::HashSet;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::Held;
use super::crisis::{GONE, reached};
use super::dates::is_to_come;
use super::number::numbers;
use super::report::{Code, Finding, Level, Report};
use super::{search, sign, wording};
use crate::crisis::Crisis;
use crate::evidence::{Basis, Fact, Source};
use crate::glossary::Term;
use crate::guide::age;
use crate::guide::markdown::{is_address, is_fact_id};
use crate::library::{
    CRISIS, FACTS, Facts, GLOSSARY, Glossary, Library, QUESTIONS, SOURCES, SYNONYMS, Sources,
    TableText,
};
use crate::questions::Questions;

/// A table under check.
pub(super) struct Table<'a> {
    text: &'a TableText,
    pub(super) report: &'a mut Report,
}

impl Table<'_> {
    fn add(&mut self, code: Code, level: Level, at: usize, message: String) {
        let (file, line) = (self.text.file.clone(), Some(self.text.line(at)));
        self.report.add(Finding { file, line, code, level, message });
    }

    pub(super) fn fault(&mut self, code: Code, at: usize, message: String) {
        self.add(code, Level::Fault, at, message);
    }

    fn warning(&mut self, code: Code, at: usize, message: String) {
        self.add(code, Level::Warning, at, message);
    }

    /// Reads the table; why it cannot be read is a fault.
    pub(super) fn parse<T: for<'de> Deserialize<'de>>(&mut self) -> Option<T> {
        let read = self.text.parse();
        read.map_err(|fault| self.report.add(Finding::of(&fault, Code::Shape))).ok()
    }

    /// Where `needle` stands, from byte offset `from` on.
    pub(super) fn find(&self, needle: &str, from: usize) -> usize {
        self.text.text[from..].find(needle).map_or(from, |at| from + at)
    }

    /// Ids that occur twice: of two rows the first counts.
    fn unique<'i>(&mut self, ids: impl Iterator<Item = (usize, &'i str)>) {
        let mut seen = HashSet::new();
        for (at, id) in ids {
            if !seen.insert(id) {
                self.fault(Code::Shape, at, format!("the id \"{id}\" is taken by a row above"));
            }
        }
    }

    fn signs(&mut self) {
        for (at, message) in sign::wrong(&self.text.text, true) {
            self.fault(Code::Sign, at, message);
        }
    }

    /// A date of a check: it is due again after so many months.
    fn checked(&mut self, what: &str, date: Option<Date>, today: Date, at: usize) {
        match date {
            None => self.fault(Code::Date, at, format!("{what} does not say when it was checked")),
            Some(date) if is_to_come(date, today) => {
                self.fault(Code::Date, at, format!("{what} was checked in the future"));
            }
            Some(date) if age::is_over(date, age::GUIDE, today) => {
                let message = format!("{what} was last checked on {date}: check it again");
                self.warning(Code::Date, at, message);
            }
            Some(_) => {}
        }
    }

    fn words(&mut self, text: &str, at: usize) {
        for (_, code, message) in wording::wrong(text) {
            self.fault(code, at, message);
        }
    }
}

/// Checks the library's own tables.
pub fn check(held: &Held, report: &mut Report) {
    type Rule = fn(&mut Table, &Held);
    let rules: [(&str, Rule); 6] = [
        (FACTS, facts),
        (SOURCES, sources),
        (GLOSSARY, glossary),
        (QUESTIONS, questions),
        (CRISIS, crisis),
        (SYNONYMS, search::check),
    ];
    for (name, rule) in rules {
        match held.library.own_table(name) {
            Ok(Some(text)) => {
                let mut table = Table { text: &text, report };
                table.signs();
                rule(&mut table, held);
            }
            Ok(None) => {}
            Err(fault) => report.add(Finding::of(&fault, Code::Shape)),
        }
    }
}

/// True when the library's own facts, sources and terms can be read, or it has none.
pub fn can_be_read(library: &Library) -> bool {
    let reads = |name: &str, can: fn(&TableText) -> bool| {
        library.own_table(name).is_ok_and(|table| table.is_none_or(|table| can(&table)))
    };
    reads(FACTS, |table| table.parse::<Facts>().is_ok())
        && reads(SOURCES, |table| table.parse::<Sources>().is_ok())
        && reads(GLOSSARY, |table| table.parse::<Glossary>().is_ok())
}

fn facts(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Facts<Spanned<Fact>>>() else { return };
    table.report.checked.facts += read.fact.len();
    table.unique(read.fact.iter().map(|row| (row.span().start, row.get_ref().id.as_str())));
    for row in &read.fact {
        let (at, fact) = (row.span().start, row.get_ref());
        if !is_fact_id(&fact.id) {
            let message = format!("\"{}\" is no id of a fact: write it as F-PTSD-031", fact.id);
            table.fault(Code::Shape, at, message);
        }
        let rests = matches!(fact.basis, Basis::Read | Basis::Sum);
        if rests && fact.sources.is_empty() {
            let message = format!("{} names no source: add where it was read", fact.id);
            table.fault(Code::Source, table.find("sources", at), message);
        }
        if fact.basis == Basis::Reported
            && !fact.statement.to_lowercase().contains("clinic directory")
        {
            let message = format!(
                "{} is reported by one clinic directory alone and does not say so",
                fact.id
            );
            table.fault(Code::Source, at, message);
        }
        for id in
            fact.sources.iter().filter(|id| held.listed && held.evidence().source(id).is_none())
        {
            let at = table.find("sources", at);
            table.fault(Code::Link, at, format!("{} names {id}, which is no source", fact.id));
        }
        table.checked(&fact.id, fact.checked, held.today, table.find("checked", at));
        let dated = |until: Date| until.strftime("%-d %B %Y").to_string();
        if let Some(until) = fact.until.filter(|until| !fact.statement.contains(&dated(*until))) {
            let message =
                format!("`until` is {until}, and the statement of {} does not say so", fact.id);
            table.fault(Code::Date, table.find("until", at), message);
        }
        if let Some(end) = fact.ended(held.today) {
            let message = format!("{}: its rule ended on {end}: find out what holds now", fact.id);
            table.warning(Code::Date, table.find("until", at), message);
        }
    }
}

fn sources(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Sources<Spanned<Source>>>() else { return };
    table.report.checked.sources += read.source.len();
    table.unique(read.source.iter().map(|row| (row.span().start, row.get_ref().id.as_str())));
    for row in &read.source {
        let (at, source) = (row.span().start, row.get_ref());
        let numbers = [&source.doi, &source.pmid, &source.pmc, &source.nct, &source.url];
        let found =
            numbers.iter().any(|number| number.as_deref().is_some_and(|n| !n.trim().is_empty()));
        let needed = [
            ("a title", !source.title.trim().is_empty()),
            (
                "a year",
                (1900..=held.today.year()).contains(&i16::try_from(source.year).unwrap_or(0)),
            ),
            ("how it is found: a doi, pmid, pmc, nct or url", found),
            ("where it stands: a journal, an agency, a site", !source.place.trim().is_empty()),
            (
                "what kind it is: primary, copy or secondary",
                ["primary", "copy", "secondary"].contains(&source.kind.as_str()),
            ),
            ("what of it was read", !source.read.trim().is_empty()),
        ];
        let number = |text: &Option<String>, is: fn(&str) -> bool| text.as_deref().is_none_or(is);
        let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let formed = number(&source.doi, |doi| doi.starts_with("10.") && doi.contains('/'))
            && number(&source.pmid, figures)
            && number(&source.nct, |nct| nct.len() == 8 && nct.bytes().all(|b| b.is_ascii_digit()))
            && number(&source.url, is_address);
        let formed = ("a doi, pmid, nct or url in its form", formed);
        let needed = needed.into_iter().chain([formed]);
        for (what, there) in needed {
            if !there {
                table.fault(Code::Source, at, format!("{} lacks {what}", source.id));
            }
        }
    }
}

fn glossary(table: &mut Table, _: &Held) {
    let Some(read) = table.parse::<Glossary<Spanned<Term>>>() else { return };
    table.report.checked.terms += read.term.len();
    table.unique(read.term.iter().map(|row| (row.span().start, row.get_ref().id.as_str())));
    let mut taken = HashSet::new();
    for row in &read.term {
        let (at, term) = (row.span().start, row.get_ref());
        if term.meaning.trim().is_empty() {
            table.fault(Code::Shape, at, format!("\"{}\" has no meaning", term.id));
        }
        for text in [&term.term, &term.meaning].into_iter().chain(&term.aliases) {
            table.words(text, at);
        }
        let names = std::iter::once(&term.term).chain(&term.aliases);
        for name in names.map(|name| name.trim().to_lowercase()) {
            if name.is_empty() || !taken.insert(name.clone()) {
                let message = format!("\"{name}\" is empty or the name of a term above");
                table.fault(Code::Shape, at, message);
            }
        }
        if term.meaning.to_lowercase().contains("press 3") {
            table.fault(Code::Crisis, at, GONE.to_owned());
        }
    }
}

/// The texts themselves are checked as those of a guide.
fn questions(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Questions>() else { return };
    let at = |table: &Table, id: &str| table.find(&format!("id = \"{id}\""), 0);
    table.checked("the list", read.checked, held.today, 0);
    let asked = read.groups.iter().flat_map(|group| &group.questions);
    for question in asked.clone().filter(|question| !question.ask.ends_with('?')) {
        let message = format!("\"{}\" is a question without a question mark", question.ask);
        table.fault(Code::Shape, at(table, &question.id), message);
    }
    let ids = read.groups.iter().map(|group| &group.id);
    let ids = ids.chain(asked.map(|question| &question.id));
    let ids = ids.chain(read.red_flags.flags.iter().map(|flag| &flag.id));
    let mut seen = HashSet::new();
    for id in ids.filter(|id| !seen.insert(*id)) {
        let at = table.text.text.rfind(&format!("id = \"{id}\"")).unwrap_or(0);
        table.fault(Code::Shape, at, format!("the id \"{id}\" is taken by a row above"));
    }
}

fn crisis(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Crisis>() else { return };
    table.report.checked.crisis_lines += read.lines.len();
    table.checked("the list of crisis lines", read.checked, held.today, 0);
    if let Some(at) = table.text.text.to_lowercase().find("press 3") {
        table.fault(Code::Crisis, at, GONE.to_owned());
    }
    table.words(&read.lead, table.find("lead", 0));
    let said: Vec<_> = read.lines.iter().flat_map(|line| &line.reach).collect();
    for needed in ["988", "press 1", "838255", "HOME to 741741", "911"] {
        if !said.iter().any(|reach| reach.contains(needed)) {
            table.fault(Code::Crisis, 0, format!("no line says \"{needed}\""));
        }
    }
    for line in read.lines.iter().filter(|_| held.listed) {
        let at = table.find(&line.name, 0);
        let Some(fact) = held.evidence().fact(&line.fact) else {
            table.fault(
                Code::Link,
                at,
                format!("\"{}\" names {}, which is no fact", line.name, line.fact),
            );
            continue;
        };
        let known: Vec<_> = digits(&fact.statement).chain(words(&fact.statement)).collect();
        for said in line.reach.iter().chain(&line.languages) {
            for wanted in digits(said).chain(words(said)) {
                if !known.contains(&wanted) {
                    let message = format!("{wanted} does not stand in {}: correct it", fact.id);
                    table.fault(Code::Crisis, at, message);
                }
            }
        }
        if numbers(&line.who).iter().any(|number| !number.word) {
            table.fault(Code::Figure, at, format!("\"{}\" states a figure", line.who));
        }
        table.words(&line.who, at);
        table.words(&line.name, at);
    }
}

/// The runs of digits and dashes in a text: numbers to call.
fn digits(text: &str) -> impl Iterator<Item = String> + '_ {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '-');
    runs.map(|run| run.trim_matches('-').to_owned()).filter(|run| !run.is_empty())
}

/// The words to text, and the keys to press.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    reached(text).into_iter().map(|(_, what)| what)
}
