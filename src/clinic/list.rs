//! A list of clinics: what filters need of each row is kept at hand, the rest is read from
//! its line when a clinic is looked at.

mod ids;

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::str::FromStr;

use csv::{ByteRecord, ReaderBuilder};
use csv_core::ReadRecordResult;
use jiff::civil::Date;

use super::cells::{COLUMNS, Cells, Column, Wrong, says_yes};
use super::place::{Point, push_town_name};
use super::{COMPILED, CONDITIONS, Clinic, STATES, TREATMENTS, in_words};
use crate::fold;
use crate::library::Fault;
use crate::plain::one_line;

/// The bundled list.
pub(crate) const BUNDLED: &str = include_str!("../../assets/clinics.csv");
/// Faults of a list that are told one by one.
const TOLD: usize = 20;

thread_local! {
    /// What reads a line: to make one takes far longer than to read with it.
    static READER: RefCell<csv_core::Reader> = RefCell::new(csv_core::Reader::new());
}

/// Codes that rows may have many of, each with its bit.
pub(super) type Codes = u32;

/// What stands behind a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Setup {
    /// A clinic to go to.
    #[default]
    Clinic,
    /// A facility of the VA.
    Va,
    /// A service that treats at home, by video.
    Telehealth,
}

impl Setup {
    fn of(kind: &str) -> Self {
        match kind {
            "va" => Self::Va,
            "telehealth" => Self::Telehealth,
            _ => Self::Clinic,
        }
    }
}

/// What filters, orders and rows of a table need of a clinic.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Where its line stands in the text.
    line: Range<usize>,
    pub state: [u8; 2],
    setup: Setup,
    pub treatments: Codes,
    pub conditions: Codes,
    pub therapy: Option<bool>,
    pub va: bool,
    /// In cents.
    pub price: Option<u64>,
    pub point: Option<Point>,
    /// Where its name, town, state and ZIP code, as they are compared, stand in [`List::words`].
    words: Range<usize>,
    /// Where its town stands among them, behind its name.
    town: Range<usize>,
}

/// A list of clinics.
#[derive(Debug, Default)]
pub struct List {
    text: String,
    /// The columns of the text by the column of ours.
    columns: [Option<usize>; COLUMNS],
    pub(super) rows: Vec<Row>,
    /// Names, towns, states and ZIP codes of all rows as they are compared.
    words: String,
    ids: Vec<Box<str>>,
    /// When it was put together, where that is known.
    pub compiled: Option<Date>,
    /// The codes that stand in the list, known ones first.
    pub treatments: Vec<String>,
    /// The same of conditions.
    pub conditions: Vec<String>,
}

impl List {
    /// The list that comes with the program.
    #[must_use]
    pub fn bundled() -> Self {
        let (list, _) = Self::parse("assets/clinics.csv", BUNDLED.to_owned());
        Self { compiled: Some(COMPILED), ..list }
    }

    /// Reads a list; what is wrong in it costs no more than the cell or row it is in.
    #[must_use]
    pub fn parse(file: &str, text: String) -> (Self, Vec<Fault>) {
        let known =
            |table: &[(&str, &str)]| table.iter().map(|(code, _)| (*code).to_owned()).collect();
        let mut list = Self {
            text,
            treatments: known(&TREATMENTS),
            conditions: known(&CONDITIONS),
            ..Self::default()
        };
        let mut faults = Faults { file: one_line(file), found: Vec::new(), more: 0 };
        list.read(&mut faults);
        (list, faults.all())
    }

    fn read(&mut self, faults: &mut Faults) {
        let text = std::mem::take(&mut self.text);
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let headers = reader.headers().cloned().unwrap_or_default();
        for (i, name) in headers.iter().enumerate() {
            match Column::from_str(name.trim()) {
                Ok(column) => drop(self.columns[column as usize].get_or_insert(i)),
                Err(_) => {
                    faults.add(1, format!("the column \"{}\" is none of ours", one_line(name)));
                }
            }
        }
        let needed = [Column::Name, Column::State];
        if needed.iter().any(|column| self.columns[*column as usize].is_none()) {
            let message = "a list of clinics needs the columns name and state; \
                           guidepost import makes one of any CSV";
            faults.add(1, message.to_owned());
            self.text = text;
            return;
        }
        let (mut record, mut taken) = (ByteRecord::new(), HashMap::new());
        let place = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
        let (mut line, mut counted) = (1, 0);
        loop {
            let before = place(reader.position().byte());
            match reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    faults.add(0, one_line(&error.to_string()));
                    break;
                }
            }
            // The end of a line is read with what follows it.
            let ends = text[before..].bytes().take_while(|byte| b"\r\n".contains(byte)).count();
            let range = before + ends..place(reader.position().byte());
            line += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..range.start]).count();
            counted = range.start;
            if record.len() > headers.len() {
                let message = format!(
                    "{} cells under {} headings: is a comma unquoted?",
                    record.len(),
                    headers.len()
                );
                faults.add(line, message);
            }
            self.add(&record, range, line, faults, &mut taken);
        }
        self.text = text;
    }

    fn add(
        &mut self,
        record: &ByteRecord,
        range: Range<usize>,
        line: usize,
        faults: &mut Faults,
        taken: &mut HashMap<Box<str>, ids::Taken>,
    ) {
        let cells = self.cells(record);
        let (name, state) =
            (cells.get(Column::Name), cells.get(Column::State).to_ascii_uppercase());
        if name.is_empty() || state.is_empty() {
            // A line of nothing but commas says nothing.
            if cells.0.iter().any(|cell| !cell.is_empty()) {
                faults.add(line, "a clinic needs a name and a state; it is left out".to_owned());
            }
            return;
        }
        if STATES.binary_search_by_key(&state.as_str(), |(code, _)| code).is_err() {
            let message = format!("\"{}\" is no state: write it in two letters", one_line(&state));
            faults.add(line, message);
        }
        let mut wrong: Vec<Wrong> = Vec::new();
        let (point, price) =
            (cells.point(&mut wrong), cells.cents(Column::PriceLowUsd, &mut wrong));
        let high = cells.cents(Column::PriceHighUsd, &mut wrong);
        for (column, message) in wrong {
            let column: &str = column.into();
            faults.add(line, format!("{column}: {message}"));
        }
        let id = ids::id(&cells, &state, line, faults, taken);
        let start = self.words.len();
        fold::each_word(name, |_, word| {
            if self.words.len() > start {
                self.words.push(' ');
            }
            self.words.push_str(word);
        });
        let town = self.words.len();
        self.words.push(' ');
        push_town_name(cells.get(Column::City), &mut self.words);
        let town_end = self.words.len();
        for more in [in_words(&STATES, &state), &state, cells.get(Column::Zip)] {
            self.words.push(' ');
            push_town_name(more, &mut self.words);
        }
        let letters = state.as_bytes();
        let row = Row {
            line: range,
            state: [letters[0], letters.get(1).copied().unwrap_or(b' ')],
            setup: Setup::of(cells.get(Column::Kind)),
            treatments: bits(&mut self.treatments, cells.parts(Column::Treatments)),
            conditions: bits(&mut self.conditions, cells.parts(Column::Conditions)),
            therapy: says_yes(cells.get(Column::Therapy)),
            va: cells.get(Column::Kind) == "va" || !cells.get(Column::VaCare).is_empty(),
            price: price.or(high),
            point,
            words: start..self.words.len(),
            town: town + 1..town_end,
        };
        self.rows.push(row);
        self.ids.push(id);
    }

    fn cells<'r>(&self, record: &'r ByteRecord) -> Cells<'r> {
        let mut cells = [""; COLUMNS];
        for (cell, i) in cells.iter_mut().zip(self.columns) {
            let own = i.and_then(|i| record.get(i));
            *cell = own.and_then(|own| std::str::from_utf8(own).ok()).unwrap_or("").trim();
        }
        Cells(cells)
    }

    /// How many clinics it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All ids, in the order of the list.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(|id| &**id)
    }

    /// The place of the clinic with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|known| **known == *id)
    }

    /// Where clinic `i` is, where that is known.
    #[must_use]
    pub fn point(&self, i: usize) -> Option<Point> {
        self.rows[i].point
    }

    /// The state of clinic `i`, in two letters.
    #[must_use]
    pub fn state(&self, i: usize) -> String {
        String::from_utf8_lossy(&self.rows[i].state).into_owned()
    }

    /// All that the list knows of clinic `i`.
    #[must_use]
    pub fn clinic(&self, i: usize) -> Clinic {
        self.read_row(i, |cells| cells.clinic(self.ids[i].to_string()))
    }

    /// The cells of clinic `i` as the list has them, in the order of [`Column`].
    #[must_use]
    pub fn cells_of(&self, i: usize) -> Vec<String> {
        self.read_row(i, |cells| cells.0.iter().map(|cell| (*cell).to_owned()).collect())
    }

    fn read_row<T>(&self, i: usize, read: impl FnOnce(&Cells) -> T) -> T {
        let mut line = self.text[self.rows[i].line.clone()].as_bytes();
        let last = self.columns.iter().flatten().max();
        let (mut text, mut ends) = (vec![0; line.len()], vec![0; last.map_or(0, |last| last + 1)]);
        let (mut at, mut cells) = (0, 0);
        READER.with_borrow_mut(|reader| {
            reader.reset();
            loop {
                let (result, taken, written, ended) =
                    reader.read_record(line, &mut text[at..], &mut ends[cells..]);
                (line, at, cells) = (&line[taken..], at + written, cells + ended);
                // The end of the line has to be seen for its last cell to end.
                if result != ReadRecordResult::InputEmpty {
                    break;
                }
            }
        });
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let record = starts.zip(&ends[..cells]).map(|(start, end)| &text[start..*end]).collect();
        read(&self.cells(&record))
    }

    /// What stands behind row `i`.
    #[must_use]
    pub fn setup(&self, i: usize) -> Setup {
        self.rows[i].setup
    }

    /// The name, town, state and ZIP code of clinic `i` as they are compared.
    pub(super) fn words(&self, i: usize) -> &str {
        &self.words[self.rows[i].words.clone()]
    }

    /// The town of clinic `i` as it is compared.
    pub(super) fn town(&self, i: usize) -> &str {
        &self.words[self.rows[i].town.clone()]
    }

    /// The name of clinic `i` as it is compared.
    pub(super) fn name(&self, i: usize) -> &str {
        &self.words[self.rows[i].words.start..self.rows[i].town.start - 1]
    }
}

/// The bits of codes; one that is new gets the next bit while there are any.
fn bits<'a>(known: &mut Vec<String>, codes: impl Iterator<Item = &'a str>) -> Codes {
    let mut bits = 0;
    for code in codes {
        let place = known.iter().position(|known| known == code).unwrap_or_else(|| {
            known.push(code.to_owned());
            known.len() - 1
        });
        bits |= u32::try_from(place).ok().and_then(|place| 1u32.checked_shl(place)).unwrap_or(0);
    }
    bits
}

/// What is wrong in a file, as far as it is told.
struct Faults {
    file: String,
    found: Vec<Fault>,
    more: usize,
}

impl Faults {
    fn add(&mut self, line: usize, message: String) {
        if self.found.len() == TOLD {
            self.more += 1;
            return;
        }
        let line = (line > 0).then_some(line);
        self.found.push(Fault { file: self.file.clone(), line, message });
    }

    fn all(mut self) -> Vec<Fault> {
        if self.more > 0 {
            let message = format!("and {} more faults like these", self.more);
            self.found.push(Fault { file: self.file.clone(), line: None, message });
        }
        self.found
    }
}
