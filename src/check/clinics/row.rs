//! What must hold of a row of a list of clinics.

use csv::ByteRecord;
use jiff::civil::Date;

use super::super::dates::is_to_come;
use crate::clinic::import::is_address;
use crate::clinic::place::{Places, Point};
use crate::clinic::towns::Towns;
use crate::clinic::{COLUMNS, CONDITIONS, Column, STATES, TREATMENTS};
use crate::cost::money::cents;

/// Miles between a clinic and the point of its town or ZIP code at most.
const FAR: f64 = 60.0;

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
    cells: [&'a str; COLUMNS],
    today: Date,
}

impl<'a> Row<'a> {
    pub fn new(columns: &[(Column, usize)], record: &'a ByteRecord, today: Date) -> Self {
        let mut cells = [""; COLUMNS];
        for (column, i) in columns {
            let cell = record.get(*i).and_then(|cell| std::str::from_utf8(cell).ok());
            cells[*column as usize] = cell.unwrap_or("").trim();
        }
        Self { cells, today }
    }

    pub fn get(&self, column: Column) -> &'a str {
        self.cells[column as usize]
    }

    fn parts(&self, column: Column) -> impl Iterator<Item = &'a str> {
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
        self.place(&mut wrong);
        self.reached(&mut wrong);
        self.priced(&mut wrong);
        self.dated(&mut wrong);
        wrong
    }

    fn named(&self, wrong: &mut Vec<String>) {
        for (column, what) in [(Column::Name, "name"), (Column::State, "state")] {
            if self.get(column).is_empty() {
                wrong.push(format!("a clinic needs a {what}: add it"));
            }
        }
        let id = self.get(Column::Id);
        let sign = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if id.is_empty() || !id.bytes().all(sign) {
            wrong.push(format!(
                "\"{id}\" is no id: write it in lower case letters, digits and dashes"
            ));
        }
        if self.parts(Column::Sources).next().is_none() {
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
            if must || !cell.is_empty() {
                known(column, cell, codes);
            }
        }
        self.parts(Column::Treatments)
            .for_each(|code| known(Column::Treatments, code, &treatments));
        let conditions = codes(&CONDITIONS);
        self.parts(Column::Conditions)
            .for_each(|code| known(Column::Conditions, code, &conditions));
    }

    fn place(&self, wrong: &mut Vec<String>) {
        let (zip, state) = (self.get(Column::Zip), self.get(Column::State));
        let found = Places::bundled().zip_at(zip);
        if !zip.is_empty() {
            match found {
                _ if zip.len() != 5 || !zip.bytes().all(|byte| byte.is_ascii_digit()) => {
                    wrong.push(format!("\"{zip}\" is no ZIP code: write five digits"));
                }
                None => wrong.push(format!("there is no ZIP code {zip}: correct it")),
                Some((_, Some(own))) if own != state => {
                    wrong.push(format!("the ZIP code {zip} is in {own}, not in {state}"));
                }
                Some(_) => {}
            }
        }
        let (lat, lon) = (self.get(Column::Lat), self.get(Column::Lon));
        let degree = |cell: &str, most: f64| -> Option<f64> {
            cell.parse().ok().filter(|degree: &f64| degree.abs() <= most)
        };
        let geo = self.get(Column::Geo);
        if lat.is_empty() && lon.is_empty() {
            if ["zip", "city"].contains(&geo) {
                wrong.push(format!("geo is {geo} where lat and lon are empty: make it none"));
            }
            return;
        }
        let (Some(lat), Some(lon)) = (degree(lat, 90.0), degree(lon, 180.0)) else {
            let message = format!("lat \"{lat}\" and lon \"{lon}\" are no degrees: correct them");
            wrong.push(message);
            return;
        };
        let town = Towns::bundled().point(self.get(Column::City), state);
        let known = [(found.map(|(point, _)| point), zip), (town, self.get(Column::City))];
        for (known, name) in known {
            let Some(known) = known else { continue };
            let miles = known.miles_to(Point { lat, lon });
            if miles > FAR {
                wrong.push(format!(
                    "lat and lon are {miles:.0} miles from {name}: correct one of them"
                ));
                return;
            }
        }
    }

    fn reached(&self, wrong: &mut Vec<String>) {
        let phone = self.get(Column::Phone);
        let digits = |(i, byte): (usize, u8)| match i {
            3 | 7 => byte == b'-',
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

    fn priced(&self, wrong: &mut Vec<String>) {
        let mut amount = |column: Column| {
            let cell = self.get(column);
            let amount = cents(cell);
            if amount.is_none() && !cell.is_empty() {
                wrong.push(format!("\"{cell}\" is no amount of dollars: write it as 450"));
            }
            amount
        };
        let (low, high) = (amount(Column::PriceLowUsd), amount(Column::PriceHighUsd));
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            wrong.push("the lower price is above the higher one: exchange them".to_owned());
        }
        if low.or(high).is_none() {
            return;
        }
        let lacks = [
            (Column::PriceTreatment, "of what it is (price_treatment)"),
            (Column::PriceBasis, "whose words it is (price_basis)"),
        ];
        for (_, what) in lacks.iter().filter(|(column, _)| self.get(*column).is_empty()) {
            wrong.push(format!("a price says {what}: add it"));
        }
        if self.get(Column::PricePage).is_empty() && self.get(Column::Sources).is_empty() {
            wrong.push("a price says where it is stated (price_page): add it".to_owned());
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
