//! A row of any list becomes one of ours: states in two letters, numbers in one form, a place
//! where there is none.

use std::borrow::Cow;

use super::super::cells::{COLUMNS, Column};
use super::super::place::{Places, Point};
use super::super::towns::Towns;
use super::super::{CONDITIONS, STATES, TREATMENTS};
use super::columns::Mapping;
use super::ids::{Ids, slug};
use super::rows::{CELL, ROW, Row};
use super::text::decoded;
use crate::cost::money::{cents, number};
use crate::fold::{self, fold};
use crate::plain::one_line;

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// A row of ours.
    Clinic(Box<[String; COLUMNS]>),
    /// It is left out, and why.
    LeftOut(String),
    /// It is left out: it names a person and no clinic.
    Person,
    /// It says nothing at all.
    Nothing,
    /// It does not hold what is looked for.
    Other,
}

/// Turns rows into ours, one after another.
#[derive(Debug)]
pub struct Converter {
    mapping: Mapping,
    /// Texts that a row must hold, as they are compared.
    wanted: Vec<String>,
    /// The source of rows that name none.
    source: String,
    ids: Ids,
    /// True once a cell was not UTF-8.
    pub windows: bool,
}

/// A row under way: what is wrong with its cells is told beside it.
struct Cells<'a> {
    cells: [Cow<'a, str>; COLUMNS],
    wrong: &'a mut Vec<String>,
}

impl Converter {
    /// `wanted` are texts that a row must hold, all of them; `source` is said to be the
    /// source of rows that name none.
    #[must_use]
    pub fn new(mapping: Mapping, wanted: &[String], source: &str) -> Self {
        let wanted = wanted.iter().map(|text| fold(text)).collect();
        let source = source.to_owned();
        Self { mapping, wanted, source, ids: Ids::default(), windows: false }
    }

    /// Turns a row into one of ours. What is wrong with single cells, which are then left
    /// empty, is added to `wrong`.
    pub fn row(&mut self, row: &Row, wrong: &mut Vec<String>) -> Became {
        if !self.wanted.iter().all(|wanted| holds(row, wanted)) {
            return Became::Other;
        }
        if row.more {
            return Became::LeftOut(format!(
                "{} cells under {} headings: is a comma unquoted? The row is left out",
                row.cells,
                self.mapping.len()
            ));
        }
        let mut cells = Cells { cells: Default::default(), wrong };
        for (column, name) in columns() {
            let used = self.mapping.of(column);
            let mut cell = String::new();
            for i in &used.from {
                let (text, whole) = decoded(row.cell(*i));
                self.windows |= !whole;
                // Lines of a cell become one.
                let text = one_line(&text.replace('\r', " "));
                if text.is_empty() {
                    continue;
                }
                let between = if cell.is_empty() { used.label } else { ", " };
                cell.push_str(between);
                cell.push_str(&text);
                if row.cell(*i).len() >= CELL {
                    cells.wrong.push(format!("{name}: more than 1 MB; it is cut there"));
                }
                if !used.joined {
                    break;
                }
            }
            cells.cells[column as usize] = Cow::Owned(cell);
        }
        if row.bytes().len() >= ROW {
            cells.wrong.push("more than 8 MB in one row; the rest of it is left out".to_owned());
        }
        if row.cells < self.mapping.len() {
            let (has, all) = (row.cells, self.mapping.len());
            cells.wrong.push(format!("{has} cells under {all} headings: the last are empty"));
        }
        let (name, state) = (&cells.cells[Column::Name as usize], cells.get(Column::State));
        if name.is_empty() || state.is_empty() {
            if row.iter().all(<[u8]>::is_empty) {
                cells.wrong.clear();
                return Became::Nothing;
            }
            let person = |i: &usize| !row.cell(*i).trim_ascii().is_empty();
            if name.is_empty() && self.mapping.persons.iter().any(person) {
                cells.wrong.clear();
                return Became::Person;
            }
            let lacks = if name.is_empty() { "name" } else { "state" };
            // A quote that is never closed takes the rest of the file into one cell.
            let long =
                if row.cut.is_some() { ", and a cell over 1 MB (is a quote open?)" } else { "" };
            return Became::LeftOut(format!("no {lacks}{long}: the row is left out"));
        }
        let Some(state) = state_of(state) else {
            let said = shortened(state);
            return Became::LeftOut(format!("\"{said}\" is no state: the row is left out"));
        };
        cells.set(Column::State, state);
        cells.convert(state);
        let id = cells.get(Column::Id);
        let id = match id {
            "" => {
                let parts = [Column::Name, Column::City, Column::State];
                slug(&parts.map(|part| cells.get(part)).join(" "))
            }
            id if is_id(id) => id.to_owned(),
            id => slug(id),
        };
        cells.set(Column::Id, &self.ids.take(id));
        cells.or(Column::Kind, if state == "US" { "telehealth" } else { "clinic" });
        cells.or(Column::Seen, "listed");
        cells.or(Column::Status, "listed");
        cells.or(Column::Sources, &self.source);
        Became::Clinic(Box::new(cells.cells.map(Cow::into_owned)))
    }
}

impl Cells<'_> {
    fn get(&self, column: Column) -> &str {
        &self.cells[column as usize]
    }

    fn set(&mut self, column: Column, text: &str) {
        self.cells[column as usize] = Cow::Owned(text.to_owned());
    }

    fn or(&mut self, column: Column, text: &str) {
        if self.get(column).is_empty() {
            self.set(column, text);
        }
    }

    /// Puts a cell in its form; one that has none is emptied and told.
    fn form(&mut self, column: Column, is: &str, form: fn(&str) -> Option<String>) {
        let cell = self.get(column);
        if cell.is_empty() {
            return;
        }
        let formed = form(cell);
        if formed.is_none() {
            let name: &str = column.into();
            let message = format!("{name}: \"{}\" is no {is}; left empty", shortened(cell));
            self.wrong.push(message);
        }
        self.set(column, &formed.unwrap_or_default());
    }

    fn convert(&mut self, state: &str) {
        self.form(Column::Zip, "ZIP code", zip);
        self.form(Column::Phone, "phone number of ten digits", phone);
        self.form(Column::Website, "web address", website);
        self.codes(Column::Treatments, &TREATMENTS);
        self.codes(Column::Conditions, &CONDITIONS);
        // A range in the column of a price says both of its ends.
        if self.get(Column::PriceHighUsd).is_empty()
            && let Some((low, high)) = range(self.get(Column::PriceLowUsd))
        {
            self.set(Column::PriceLowUsd, &low);
            self.set(Column::PriceHighUsd, &high);
        }
        self.form(Column::PriceLowUsd, "amount of dollars", dollars);
        self.form(Column::PriceHighUsd, "amount of dollars", dollars);
        self.place(state);
    }

    /// Codes in place of words for them; what is not known stays.
    fn codes(&mut self, column: Column, known: &[(&str, &str)]) {
        let cell = self.get(column);
        if cell.is_empty() {
            return;
        }
        let code = |part: &str| {
            let part = part.trim();
            let is = |words: &str| words.eq_ignore_ascii_case(part);
            let found = known.iter().find(|(code, words)| is(code) || is(words));
            found.map_or_else(|| part.to_lowercase(), |(code, _)| (*code).to_owned())
        };
        let parts = cell.split([';', ',', '|']).filter(|part| !part.trim().is_empty());
        let codes = parts.map(code).collect::<Vec<_>>().join(";");
        self.set(column, &codes);
    }

    /// Takes the point that is given, else that of the ZIP code, else that of the town.
    fn place(&mut self, state: &str) {
        let degree =
            |cell: &str, most: f64| cell.parse().is_ok_and(|degree: f64| degree.abs() <= most);
        let (lat, lon) = (self.get(Column::Lat), self.get(Column::Lon));
        if !lat.is_empty() || !lon.is_empty() {
            if degree(lat, 90.0) && degree(lon, 180.0) {
                self.or(Column::Geo, "zip");
                return;
            }
            let said = format!("\"{}\" and \"{}\"", shortened(lat), shortened(lon));
            self.wrong.push(format!("lat, lon: {said} are no degrees; not used"));
        }
        let zip = Places::bundled().zip_at(self.get(Column::Zip)).map(|(point, _)| point);
        let town = || Towns::bundled().point(self.get(Column::City), state);
        let found = zip.map(|point| (point, "zip")).or_else(|| town().map(|point| (point, "city")));
        let degrees = |point: Point| (format!("{:.3}", point.lat), format!("{:.3}", point.lon));
        let (lat, lon) = found.map(|(point, _)| degrees(point)).unwrap_or_default();
        self.set(Column::Lat, &lat);
        self.set(Column::Lon, &lon);
        self.set(Column::Geo, found.map_or("none", |(_, geo)| geo));
    }
}

fn columns() -> impl Iterator<Item = (Column, &'static str)> {
    use strum::IntoEnumIterator;
    Column::iter().map(|column| (column, column.into()))
}

/// True when a cell of the row holds `wanted`, whatever its case and accents.
fn holds(row: &Row, wanted: &str) -> bool {
    let bytes = row.bytes();
    if bytes.is_ascii() {
        return memchr::memmem::find(&bytes.to_ascii_lowercase(), wanted.as_bytes()).is_some();
    }
    row.iter().any(|cell| fold(&decoded(cell).0).contains(wanted))
}

/// The two letters of a state that is called by them, or by its name.
fn state_of(said: &str) -> Option<&'static str> {
    let code = STATES.iter().find(|(code, _)| code.eq_ignore_ascii_case(said));
    let name = || {
        let words = fold::words(said).join(" ");
        let own = |name: &str| fold::words(name).join(" ") == words;
        match words.as_str() {
            "d c" | "washington dc" | "washington d c" => Some("DC"),
            "virgin islands" | "us virgin islands" => Some("VI"),
            _ => STATES.iter().find(|(_, name)| own(name)).map(|(code, _)| *code),
        }
    };
    code.map(|(code, _)| *code).or_else(name)
}

fn is_id(id: &str) -> bool {
    id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Five digits; programs that take a ZIP code for a number drop the zero it begins with.
fn zip(cell: &str) -> Option<String> {
    let cell = cell.strip_suffix(".0").unwrap_or(cell);
    let digits: String = cell.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        5 | 9 => Some(digits[..5].to_owned()),
        4 | 8 => Some(format!("0{}", &digits[..4])),
        _ => None,
    }
}

/// A number as 3-3-4 digits, without the 1 before it and the extension behind it.
fn phone(cell: &str) -> Option<String> {
    let cell = cell.to_ascii_lowercase();
    let number = cell.split("ext").next().unwrap_or(&cell);
    let number = number.split(['x', '#', ';', ',']).next().unwrap_or(number);
    let number = number.strip_suffix(".0").unwrap_or(number);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&digits);
    let letters = number.chars().any(char::is_alphabetic);
    (digits.len() == 10 && !letters)
        .then(|| format!("{}-{}-{}", &digits[..3], &digits[3..6], &digits[6..]))
}

/// A whole address: many lists leave out how it begins.
fn website(cell: &str) -> Option<String> {
    let lower = cell.to_ascii_lowercase();
    let whole = lower.starts_with("http://") || lower.starts_with("https://");
    let address = if whole { cell.to_owned() } else { format!("https://{cell}") };
    is_address(&address).then_some(address)
}

/// True for a web address: `http(s)://`, a host with a dot, and no blank.
pub(crate) fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let Some(rest) = rest else { return false };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let sign =
        |byte: u8| !byte.is_ascii() || byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let parts = host.split('.').filter(|part| !part.is_empty()).count();
    host.bytes().all(sign)
        && parts >= 2
        && parts == host.split('.').count()
        && !text.contains(char::is_whitespace)
}

fn dollars(cell: &str) -> Option<String> {
    cents(cell).map(number)
}

/// The two ends of a range: `400-600`, `$400 to $600`.
fn range(cell: &str) -> Option<(String, String)> {
    let (low, high) = ["-", "–", " to "].iter().find_map(|between| cell.split_once(between))?;
    let (low, high) = (cents(low)?, cents(high)?);
    (low <= high).then(|| (number(low), number(high)))
}

/// What of a cell is shown in a message.
fn shortened(cell: &str) -> String {
    match cell.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &cell[..at]),
        None => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_one_form() {
        assert_eq!(zip("98101-1234").as_deref(), Some("98101"));
        assert_eq!(zip("021391234").as_deref(), Some("02139"));
        assert_eq!(zip("2139").as_deref(), Some("02139"));
        assert_eq!((zip("98"), zip("K1A 0B1")), (None, None));
        for said in ["(206) 555-0123", "2065550123", "+1 206.555.0123 x12", "206-555-0123 ext. 4"] {
            assert_eq!(phone(said).as_deref(), Some("206-555-0123"), "{said}");
        }
        assert_eq!((phone("555-0123"), phone("1-800-FLOWERS")), (None, None));
        assert_eq!(dollars("$1,450.5").as_deref(), Some("1450.50"));
        assert_eq!(range("$400 – $600"), Some(("400".to_owned(), "600".to_owned())));
    }

    #[test]
    fn states_take_two_letters() {
        for (said, code) in [
            ("California", "CA"),
            ("wa", "WA"),
            ("NEW  YORK", "NY"),
            ("D.C.", "DC"),
            ("Washington", "WA"),
        ] {
            assert_eq!(state_of(said), Some(code));
        }
        assert_eq!(state_of("Ontario"), None);
    }

    #[test]
    fn addresses_are_whole() {
        assert_eq!(website("www.a.org/b").as_deref(), Some("https://www.a.org/b"));
        assert_eq!(website("HTTP://a.org").as_deref(), Some("HTTP://a.org"));
        assert_eq!((website("none"), website("a b.org"), website("a..b")), (None, None, None));
    }
}
