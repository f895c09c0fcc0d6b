//! The list of clinics: each row can be found, called and traced, and says nothing that
//! cannot be.

mod place;
mod price;
mod row;
mod said;

use std::collections::HashMap;
use std::str::FromStr;

use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord};
use jiff::civil::Date;

use super::report::{Code, Finding, Level, Report, few};
use super::{NO_TEXT, sign};
use crate::clinic::Column;
use crate::guide::age;
use crate::library::TableText;
use row::Row;

/// A date and the line of the row that says it.
type Dated = Option<(Date, usize)>;

/// Takes findings of one list.
struct List<'a> {
    file: &'a str,
    report: &'a mut Report,
}

impl List<'_> {
    fn add(&mut self, level: Level, line: usize, message: String) {
        let (file, line) = (self.file.to_owned(), Some(line));
        self.report.add(Finding { file, line, code: Code::Clinic, level, message });
    }

    fn fault(&mut self, line: usize, message: String) {
        self.add(Level::Fault, line, message);
    }
}

/// Checks a list of clinics. `today` decides what is too old, and what is to come.
pub fn check(text: &TableText, today: Date, report: &mut Report) {
    let mut list = List { file: &text.file, report };
    if let Some(at) = text.text.find('\0') {
        return list.fault(text.line(at), NO_TEXT.to_owned());
    }
    for (at, message) in few(sign::wrong(&text.text, false)) {
        list.fault(text.line(at), message);
    }
    if let Some(at) = text.text.find('\u{fffd}') {
        list.fault(text.line(at), "not UTF-8: save the file in UTF-8".to_owned());
    }
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.text.as_bytes());
    let headings = reader.headers().cloned().unwrap_or_default();
    let columns = columns(&headings, &mut list);
    // A list without ids gets them when it is read.
    for needed in [Column::Name, Column::State] {
        if columns.iter().all(|(column, _)| *column != needed) {
            let name: &str = needed.into();
            list.fault(1, format!("there is no column {name}: guidepost import makes one"));
            return;
        }
    }
    let newest = rows(&text.text, &mut reader, &columns, today, &mut list);
    ages(newest, today, &mut list);
}

/// The columns, each with its place.
fn columns(headings: &StringRecord, list: &mut List) -> Vec<(Column, usize)> {
    let mut columns: Vec<(Column, usize)> = Vec::new();
    for (i, name) in headings.iter().enumerate() {
        match Column::from_str(name.trim()) {
            Ok(column) if columns.iter().all(|(known, _)| *known != column) => {
                columns.push((column, i));
            }
            Ok(_) => list.fault(1, format!("the column \"{name}\" is there twice")),
            Err(_) => list.fault(1, format!("the column \"{name}\" is none of ours")),
        }
    }
    columns
}

/// Checks each row; the newest dates of prices and of all.
fn rows(
    text: &str,
    reader: &mut Reader<&[u8]>,
    columns: &[(Column, usize)],
    today: Date,
    list: &mut List,
) -> (Dated, Dated) {
    let all = reader.headers().map_or(0, StringRecord::len);
    let before = list.report.checked.clinics;
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut newest: (Dated, Dated) = (None, None);
    let (mut record, mut at, mut line) = (ByteRecord::new(), 0, 1);
    while let Ok(true) = reader.read_byte_record(&mut record) {
        // Lines are counted on from row to row.
        let start = record.position().map_or(0, csv::Position::byte);
        let rest = text.get(usize::try_from(start).unwrap_or(0)..).unwrap_or("");
        let start = text.len() - rest.trim_start_matches(['\r', '\n']).len();
        line += text.get(at..start).unwrap_or("").matches('\n').count();
        at = start;
        list.report.checked.clinics += 1;
        if record.len() != all {
            let has = record.len();
            let message = format!("{has} cells under {all} headings: is a comma unquoted?");
            list.fault(line, message);
            continue;
        }
        let row = Row::new(columns, &record, today);
        for message in row.wrong() {
            list.fault(line, message);
        }
        let id = row.get(Column::Id);
        if id.is_empty() {
            // That is said with the row, or the list has no ids.
        } else if let Some(first) = seen.get(id) {
            list.fault(line, format!("the id \"{id}\" is taken by line {first}"));
        } else {
            seen.insert(id.to_owned(), line);
        }
        let date = |date: Option<Date>| date.map(|date| (date, line));
        newest.0 = newest.0.max(date(row.price_date()));
        newest.1 = newest.1.max(date(row.newest_date()));
    }
    if list.report.checked.clinics == before {
        list.fault(1, "there is no clinic in it: add a row".to_owned());
    }
    newest
}

/// Warns of a list that nobody has looked at for long. The date that a page shows is not the
/// day it was read: a price may be older than the list and readers are told its date. When
/// the newest is old, nobody has looked since.
fn ages((prices, all): (Dated, Dated), today: Date, list: &mut List) {
    if let Some((date, line)) = prices.filter(|(date, _)| age::is_over(*date, age::PRICES, today)) {
        let message = format!("the newest dated price is of {date}: look the prices up again");
        list.add(Level::Warning, line, message);
    }
    if let Some((date, _)) = all.filter(|(date, _)| age::is_over(*date, age::GUIDE, today)) {
        let message = format!("the newest date in the list is {date}: check its rows again");
        list.add(Level::Warning, 1, message);
    }
}
