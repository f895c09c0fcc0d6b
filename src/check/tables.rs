//! The tables beside the guides: facts, sources, terms, crisis lines, questions, lay words.

mod crisis;
mod facts;
mod glossary;
mod questions;
mod sources;
mod synonyms;

use std::collections::HashSet;

use jiff::civil::Date;
use serde::Deserialize;
use toml::de::DeTable;

use super::crisis::{GONE, PRESS};
use super::dates::is_to_come;
use super::report::{Code, Finding, Level, Report, few};
use super::spot::texts;
use super::{Held, sign, spelled, wording};
use crate::guide::age;
use crate::library::{
    CRISIS, FACTS, Facts, GLOSSARY, Glossary, Library, QUESTIONS, SOURCES, SYNONYMS, Sources,
    TableText,
};
use crate::plain::one_line;

/// A table under check.
pub(super) struct Table<'a> {
    text: &'a TableText,
    /// Where its values stand; empty when it cannot be read.
    pub(super) root: &'a DeTable<'a>,
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

    /// Ids that occur twice: of two rows the first counts.
    fn unique<'i>(&mut self, ids: impl Iterator<Item = (usize, &'i str)>) {
        let mut seen = HashSet::new();
        for (at, id) in ids {
            if !seen.insert(id) {
                self.fault(Code::Shape, at, format!("the id \"{id}\" is taken by a row above"));
            }
        }
    }

    /// The same of ids that stand in links, which cannot have every sign.
    fn linked<'i>(&mut self, ids: impl Iterator<Item = (usize, &'i str)>) {
        let ids: Vec<_> = ids.collect();
        for (at, id) in ids.iter().filter(|(_, id)| !is_id(id)) {
            self.fault(Code::Shape, *at, no_id(id));
        }
        self.unique(ids.into_iter());
    }

    /// What holds for every text, whatever it is of.
    fn texts(&mut self) {
        let (source, root) = (&self.text.text, self.root);
        for (at, message) in few(sign::wrong(source, true)) {
            self.fault(Code::Sign, at, message);
        }
        for (at, message) in spelled::wrong(root, source, true) {
            self.fault(Code::Sign, at, message);
        }
        for (range, text) in texts(root) {
            if is_gone(text) {
                self.fault(Code::Crisis, range.start, GONE.to_owned());
            }
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

/// True when a text sends readers where nobody answers any more.
pub(super) fn is_gone(text: &str) -> bool {
    let text = one_line(text).to_ascii_lowercase();
    let keys = PRESS.map(|word| format!("{word} 3"));
    let mut found = keys.iter().flat_map(|key| text.match_indices(key));
    found.any(|(at, key)| !text[at + key.len()..].starts_with(|c: char| c.is_ascii_digit()))
}

/// True for an id that can stand in a link.
pub(super) fn is_id(id: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    !id.is_empty() && id.bytes().all(sign)
}

pub(super) fn no_id(id: &str) -> String {
    format!("\"{id}\" is no id: write it in lower case letters, digits and dashes")
}

/// Checks the library's own tables.
pub fn check(held: &Held, report: &mut Report) {
    type Rule = fn(&mut Table, &Held);
    let rules: [(&str, Rule); 6] = [
        (FACTS, facts::check),
        (SOURCES, sources::check),
        (GLOSSARY, glossary::check),
        (QUESTIONS, questions::check),
        (CRISIS, crisis::check),
        (SYNONYMS, synonyms::check),
    ];
    for (name, rule) in rules {
        match held.library.own_table(name) {
            Ok(Some(text)) => {
                let root = DeTable::parse(&text.text)
                    .map_or_else(|_| DeTable::new(), toml::Spanned::into_inner);
                let mut table = Table { text: &text, root: &root, report };
                table.texts();
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
