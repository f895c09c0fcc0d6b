//! The calculator: inputs, and beside them the estimate that comes of them.

mod changes;
mod document;
mod form;

use std::collections::BTreeMap;

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::keep_in_view;
use super::pages::Setting;
use super::reader::Reader;
use crate::action::Action;
use crate::cost::field::{Field, Row};
use crate::cost::inputs::Inputs;
use crate::cost::money::dollars;
use crate::cost::report::Report;
use crate::cost::route::Costs;
use crate::cost::stated::Stated;
use crate::page::Glyphs;
use crate::tui::prompt::Prompt;
use document::document;
pub use document::{CALL, LETTER};

/// So many changes can be undone.
const UNDONE: usize = 100;

/// What is typed in a field and cannot be taken, and why.
#[derive(Debug, Clone)]
struct Wrong {
    typed: String,
    why: String,
}

/// The screen of the calculator.
#[derive(Debug)]
pub struct Cost {
    inputs: Inputs,
    report: Report,
    /// The estimate as a document.
    pub reader: Reader,
    rows: Vec<Row>,
    /// The row that has the focus: always a field.
    chosen: usize,
    first: usize,
    /// What is typed in the chosen field, where it is not one to choose in.
    prompt: Option<Prompt>,
    wrong: BTreeMap<Field, Wrong>,
    /// What was there before each change, with the field that was changed.
    before: Vec<(Field, Inputs, Option<Stated>)>,
    /// What was last said of routes that are not chosen now, by their ids.
    routes: BTreeMap<&'static str, Inputs>,
    /// True while the last change may still go on in the same field.
    changing: bool,
    /// True while the fields have the keys, false while the estimate has them.
    pub in_form: bool,
    form: Rect,
    /// True when the estimate stands beside the fields.
    beside: bool,
    glyphs: Glyphs,
}

impl Cost {
    /// The calculator with what is common for the first route. By `today` prices may be old.
    #[must_use]
    pub fn new(setting: Setting, height: usize, today: Date) -> Self {
        let inputs = Inputs::of(&Costs::bundled().routes[0]);
        let report = Report::of(inputs.clone()).dated(today);
        let guide = document(&report);
        let mut cost = Self {
            rows: Field::form(&inputs),
            reader: Reader::new(guide, setting, height),
            inputs,
            report,
            chosen: 1,
            first: 0,
            prompt: None,
            wrong: BTreeMap::new(),
            before: Vec::new(),
            routes: BTreeMap::new(),
            changing: false,
            in_form: true,
            form: Rect::default(),
            beside: false,
            glyphs: setting.glyphs,
        };
        cost.enter_field();
        cost
    }

    /// What is said in the fields.
    #[must_use]
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The estimate.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The line that letters go to while a field is typed in.
    #[must_use]
    pub fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref().filter(|_| self.in_form)
    }

    /// The same line, to be typed in.
    pub fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        self.prompt.as_mut().filter(|_| self.in_form)
    }

    /// The field that has the focus.
    fn field(&self) -> Option<Field> {
        match self.rows.get(self.chosen) {
            Some(Row::Field(field)) => Some(*field),
            _ => None,
        }
    }

    /// Fits the screen to a window.
    pub fn fit(&mut self, setting: Setting, height: usize, form: Rect, beside: bool) {
        self.reader.fit(setting, height);
        (self.form, self.beside, self.glyphs) = (form, beside, setting.glyphs);
        self.settle();
    }

    /// Carries out what moves in the fields or changes one.
    pub fn update(&mut self, action: Action) {
        match action {
            Action::Down | Action::NextStop => self.walk(true),
            Action::Up | Action::PreviousStop => self.walk(false),
            Action::PageDown => self.choose(self.chosen + self.page()),
            Action::PageUp => self.choose(self.chosen.saturating_sub(self.page())),
            Action::Left => self.turn(-1),
            // Typed text is taken already: Enter goes on to the next field.
            Action::Act if self.prompt.is_some() => self.walk(true),
            Action::Act | Action::Right => self.turn(1),
            _ => {}
        }
    }

    fn page(&self) -> usize {
        usize::from(self.form.height / 2).max(1)
    }

    /// Goes to the next field or the one before; behind the last one to the estimate.
    fn walk(&mut self, down: bool) {
        let field = |row: &usize| matches!(self.rows.get(*row), Some(Row::Field(_)));
        let there = if down {
            (self.chosen + 1..self.rows.len()).find(field)
        } else {
            (0..self.chosen).rev().find(field)
        };
        match there {
            Some(row) => self.choose(row),
            None if down => self.leave_form(),
            None => {}
        }
    }

    /// Gives the focus to the field at `row`, or the nearest below or above.
    fn choose(&mut self, row: usize) {
        self.leave_field();
        let field = |row: &usize| matches!(self.rows.get(*row), Some(Row::Field(_)));
        let below = (row..self.rows.len()).find(field);
        let above = || (0..row.min(self.rows.len())).rev().find(field);
        self.chosen = below.or_else(above).unwrap_or(0);
        self.enter_field();
        self.settle();
    }

    /// Has the keys go to the fields.
    pub fn enter_form(&mut self) {
        self.in_form = true;
        self.enter_field();
        self.settle();
    }

    /// Has the keys go to the estimate.
    pub fn leave_form(&mut self) {
        self.leave_field();
        self.in_form = false;
        self.settle();
    }

    /// What was left unfinished in the chosen field is not taken.
    fn leave_field(&mut self) {
        if self.in_form {
            self.take(true);
        }
        self.changing = false;
    }

    /// Makes the chosen field ready to be typed in, unless it is one to choose in.
    fn enter_field(&mut self) {
        self.changing = false;
        self.prompt =
            self.field().filter(|field| field.choices(&self.inputs).is_none()).map(|field| {
                match self.wrong.get(&field) {
                    Some(wrong) => Prompt::with("", &wrong.typed),
                    None => Prompt::with("", &field.shown(&self.inputs)),
                }
            });
    }

    /// What it comes to, in a few words.
    #[must_use]
    pub fn sums(&self) -> Vec<String> {
        let estimate = &self.report.estimate;
        let first = format!("{} month 1", dollars(estimate.first_month.typical));
        let all = dollars(estimate.horizon.typical);
        match self.inputs.months {
            1 => vec![first],
            12 => vec![first, format!("{all} year 1")],
            months => vec![first, format!("{all} in {months} months")],
        }
    }

    /// Keeps the chosen row in view.
    fn settle(&mut self) {
        let room = self.list_height();
        self.first = keep_in_view(self.first.min(self.chosen), self.chosen, usize::MAX);
        // The title of a group is shown with its first field.
        if self.chosen > 0 && self.first == self.chosen {
            self.first -= usize::from(matches!(self.rows[self.chosen - 1], Row::Title(_)));
        }
        let mut taken: usize = (self.first..=self.chosen).map(|row| self.height_of(row)).sum();
        while taken > room && self.first < self.chosen {
            taken -= self.height_of(self.first);
            self.first += 1;
        }
    }
}
