//! What must hold of a row of a list of clinics. A column that a list does not have is not
//! asked for: only name and state are needed.

use csv::ByteRecord;
use jiff::civil::Date;

use super::super::dates::is_to_come;
use super::super::tables::{is_id, no_id};
use crate::clinic::import::is_address;
use crate::clinic::{COLUMNS, CONDITIONS, Column, STATES, TREATMENTS};

const KINDS: &[&str] = &["clinic", "va", "telehealth"];
const GEO: &[&str] = &["zip", "city", "none"];
const SEEN: &[&str] = &["listed", "listed+page", "page", "listed+press", "press"];
const STATUS: &[&str] = &["listed", "doubtful"];
const THERAPY: &[&str] = &["yes", "no"];
const LED_BY: &[&str] = &[
    "physician",
    "psychiatrist",
    "anesthesiologist",
    "crna",
    "nurse-practitioner",
    "physician-assistant",
    "psychologist",
];
/// What a price may be of beside the ways of treatment.
const UNITS: &[&str] = &["at-home", "at-home-visit", "at-home-month", "ketamine-in-clinic"];
const BASES: &[&str] = &["own-page", "own-site-source", "third-party-quote"];

/// A row under check.
pub struct Row<'a> {
    columns: &'a [(Column, usize)],
    cells: [&'a str; COLUMNS],
    today: Date,
}

impl<'a> Row<'a> {
    pub fn new(columns: &'a [(Column, usize)], record: &'a ByteRecord, today: Date) -> Self {
        let mut cells = [""; COLUMNS];
        for (column, i) in columns {
            let cell = record.get(*i).and_then(|cell| std::str::from_utf8(cell).ok());
            cells[*column as usize] = cell.unwrap_or("").trim();
        }
        Self { columns, cells, today }
    }

    pub fn get(&self, column: Column) -> &'a str {
        self.cells[column as usize]
    }

    /// True when the cell is empty and the list has a column for it.
    pub fn lacks(&self, column: Column) -> bool {
        self.get(column).is_empty() && self.columns.iter().any(|(known, _)| *known == column)
    }

    pub fn parts(&self, column: Column) -> impl Iterator<Item = &'a str> {
        self.get(column).split(';').map(str::trim).filter(|part| !part.is_empty())
    }

    /// The date that the page of its price shows.
    pub fn price_date(&self) -> Option<Date> {
        date(self.get(Column::PricePageDate))
    }

    /// The newest date in its price and its sources.
    pub fn newest_date(&self) -> Option<Date> {
        dates(self.get(Column::Sources)).filter_map(date).chain(self.price_date()).max()
    }

    /// What is wrong with it, and what to do.
    pub fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        self.named(&mut wrong);
        self.codes(&mut wrong);
        self.placed(&mut wrong);
        self.reached(&mut wrong);
        self.priced(&mut wrong);
        self.dated(&mut wrong);
        self.said(&mut wrong);
        wrong
    }

    fn named(&self, wrong: &mut Vec<String>) {
        for (column, what) in [(Column::Name, "name"), (Column::State, "state")] {
            if self.get(column).is_empty() {
                wrong.push(format!("a clinic needs a {what}: add it"));
            }
        }
        let id = self.get(Column::Id);
        if self.lacks(Column::Id) || (!id.is_empty() && !is_id(id)) {
            wrong.push(no_id(id));
        }
        let sources = self.get(Column::Sources);
        if self.lacks(Column::Sources)
            || (!sources.is_empty() && self.parts(Column::Sources).next().is_none())
        {
            wrong.push("no source: add where this was read".to_owned());
        }
    }

    fn codes(&self, wrong: &mut Vec<String>) {
        let codes = |table: &[(&'static str, &str)]| -> Vec<&'static str> {
            table.iter().map(|(code, _)| *code).collect()
        };
        let treatments = codes(&TREATMENTS);
        let units = [&treatments, UNITS].concat();
        let one: [(Column, &[&str]); 9] = [
            (Column::Kind, KINDS),
            (Column::State, &codes(&STATES)),
            (Column::Geo, GEO),
            (Column::Therapy, THERAPY),
            (Column::LedBy, LED_BY),
            (Column::Seen, SEEN),
            (Column::Status, STATUS),
            (Column::PriceTreatment, &units),
            (Column::PriceBasis, BASES),
        ];
        let mut known = |column: Column, code: &str, known: &[&str]| {
            if !known.contains(&code) {
                let name: &str = column.into();
                let known = if column == Column::State {
                    "write it in two letters".to_owned()
                } else {
                    format!("known are {}", known.join(", "))
                };
                wrong.push(format!("\"{code}\" is no {name}: {known}"));
            }
        };
        for (column, codes) in one {
            let cell = self.get(column);
            // Every row says these; the others may be left open.
            let must = [Column::Kind, Column::Geo, Column::Seen, Column::Status].contains(&column);
            if (must && self.lacks(column)) || !cell.is_empty() {
                known(column, cell, codes);
            }
        }
        let lists = [(Column::Treatments, treatments), (Column::Conditions, codes(&CONDITIONS))];
        for (column, codes) in &lists {
            self.parts(*column).for_each(|code| known(*column, code, codes));
        }
        for (column, _) in lists {
            let parts: Vec<_> = self.parts(column).collect();
            let twice = parts.iter().enumerate().find(|(i, part)| parts[..*i].contains(part));
            if let Some((_, code)) = twice {
                wrong.push(format!("\"{code}\" is there twice: once is enough"));
            }
        }
    }

    fn reached(&self, wrong: &mut Vec<String>) {
        let phone = self.get(Column::Phone);
        let digits = |(i, byte): (usize, u8)| match i {
            3 | 7 => byte == b'-',
            // No area and no exchange begins with 0 or 1.
            0 | 4 => matches!(byte, b'2'..=b'9'),
            _ => byte.is_ascii_digit(),
        };
        if !phone.is_empty() && (phone.len() != 12 || !phone.bytes().enumerate().all(digits)) {
            wrong.push(format!("\"{phone}\" is no phone number: write it as 206-555-0123"));
        }
        let website = self.get(Column::Website);
        // A source may be named in words; one with the sign of an address must be one.
        let named = self.parts(Column::Sources).chain(self.parts(Column::PricePage));
        let mut addresses: Vec<&str> = named.filter(|part| part.contains("://")).collect();
        if !website.is_empty() {
            addresses.push(website);
        }
        for address in addresses.into_iter().filter(|address| !is_address(address)) {
            wrong.push(format!("\"{address}\" is no web address: write it with https://"));
        }
    }

    fn dated(&self, wrong: &mut Vec<String>) {
        let cell = self.get(Column::PricePageDate);
        if !cell.is_empty() && date(cell).is_none() {
            wrong.push(format!("\"{cell}\" is no date: write it as 2026-11-23"));
        }
        if let Some(date) = self.newest_date().filter(|date| is_to_come(*date, self.today)) {
            wrong.push(format!("{date} lies in the future: correct it"));
        }
    }
}

/// A date that is written as 2026-11-23.
fn date(text: &str) -> Option<Date> {
    text.parse().ok().filter(|_| text.len() == 10)
}

/// The parts of a text that look like dates.
fn dates(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit() && c != '-').filter(|part| part.len() == 10)
}
