//! The filters of clinics: a list of choices, each with how many clinics it would leave.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::clinics::Clinics;
use super::clinics::choice::{Asked, Choice};
use super::{keep_in_view, moved};
use crate::action::Action;
use crate::clinic::filter::{Part, Sort};
use crate::clinic::{List, STATES, in_words};
use crate::tui::draw::{Canvas, shortened, small};
use crate::tui::layout::GUTTER;

/// Highest prices to choose from, in cents.
const PRICES: [u64; 4] = [30_000, 40_000, 50_000, 70_000];
/// Distances to choose from, in miles.
const MILES: [u16; 4] = [25, 50, 100, 200];
/// Columns of the counts.
const COUNT: usize = 5;

/// A row: a choice, and how many clinics there would be with it.
#[derive(Debug)]
struct Row {
    choice: Choice,
    /// Whether it is chosen; none for what is no choice by itself.
    on: Option<bool>,
    name: String,
    count: Option<usize>,
}

/// The list of choices.
#[derive(Debug, Default)]
pub struct Filters {
    rows: Vec<Row>,
    chosen: usize,
    first: usize,
    height: usize,
    /// True while the states are listed; then the row to come back to.
    states: Option<usize>,
}

impl Filters {
    /// The choices for these clinics.
    #[must_use]
    pub fn new(clinics: &Clinics) -> Self {
        let mut filters = Self { height: 1, ..Self::default() };
        filters.refill(clinics);
        filters
    }

    /// What the header calls it.
    #[must_use]
    pub fn title(&self) -> &'static str {
        if self.states.is_some() { "Filters: State" } else { "Filters" }
    }

    /// Counts anew.
    pub fn refill(&mut self, clinics: &Clinics) {
        let (list, asked) = (clinics.list(), clinics.asked());
        self.rows = if self.states.is_some() { states(list, asked) } else { all(list, asked) };
        self.chosen = self.chosen.min(self.rows.len().saturating_sub(1));
        self.fit(self.height);
    }

    /// Fits the list to a window of `height` rows.
    pub fn fit(&mut self, height: usize) {
        self.height = height.max(1);
        self.first = keep_in_view(self.first, self.chosen, self.height);
    }

    /// Moves the choice.
    pub fn update(&mut self, action: Action) {
        if let Some(chosen) = moved(action, self.chosen, self.rows.len(), self.height) {
            self.chosen = chosen;
            self.first = keep_in_view(self.first, self.chosen, self.height);
        }
    }

    /// Turns the chosen row on or off, or opens the states.
    pub fn act(&mut self, clinics: &mut Clinics) {
        let Some(choice) = self.rows.get(self.chosen).map(|row| row.choice.clone()) else { return };
        if choice == Choice::States {
            self.states = Some(self.chosen);
            (self.chosen, self.first) = (0, 0);
        } else {
            clinics.toggle(&choice);
        }
        self.refill(clinics);
        // Rows may have come or gone above the one that was chosen.
        if let Some(there) = self.rows.iter().position(|row| row.choice == choice) {
            self.chosen = there;
            self.fit(self.height);
        }
    }

    /// Goes back from the states to all choices; false when those are listed already.
    pub fn leave_states(&mut self, clinics: &Clinics) -> bool {
        let Some(before) = self.states.take() else { return false };
        (self.chosen, self.first) = (before, 0);
        self.refill(clinics);
        true
    }

    /// Chooses the row drawn at `row` of its area; false when there is none.
    pub fn choose_row(&mut self, row: usize) -> bool {
        let there = self.first + row < self.rows.len();
        if there {
            self.chosen = self.first + row;
        }
        there
    }

    /// Draws the list; where the cursor rests.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) -> Position {
        let mut cursor = Position::new(area.x, area.y);
        let text = area.x + GUTTER.min(area.width);
        let names = self.rows.iter().map(|row| row.name.width()).max().unwrap_or(0);
        let room = usize::from(area.width.saturating_sub(GUTTER));
        // Counts stand close behind the longest name.
        let names = names.min(room.saturating_sub(4 + COUNT + 1));
        let rows = self.rows.iter().enumerate().skip(self.first);
        for (y, (n, row)) in (area.y..area.bottom()).zip(rows) {
            if n == self.chosen {
                canvas.marker(area, y);
                cursor = Position::new(area.x, y);
            }
            let mark = match row.on {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "    ",
            };
            let x = canvas.text(area, text, y, mark, canvas.looks.key);
            // What all of a group begin with is left out where they would be cut.
            let short = row.name.strip_prefix("Treatment: ").filter(|_| row.name.width() > names);
            let name = canvas.glyphs.show(short.unwrap_or(&row.name));
            let name = shortened(&name, names, canvas.glyphs);
            canvas.text(area, x, y, &name, Style::default());
            if let Some(count) = row.count {
                let x = x.saturating_add(small(names + 1));
                canvas.text(area, x, y, &format!("{count:>COUNT$}"), canvas.looks.key);
            }
        }
        cursor
    }
}

/// Every choice but the states, which stand behind one row.
fn all(list: &List, asked: &Asked) -> Vec<Row> {
    let filter = &asked.filter;
    let row = |choice: Choice, count: Option<usize>| Row {
        on: Some(choice.is_on(asked)),
        name: choice.said(asked),
        choice,
        count,
    };
    // A code that nothing has is worth a row only while it is chosen.
    let codes = |part: Part, choice: fn(String) -> Choice| {
        let counts = list.counts(filter, part);
        counts.into_iter().map(move |(code, count)| row(choice(code), Some(count)))
    };
    let with = |choice: &Choice| {
        let mut with = asked.clone();
        if !choice.is_on(asked) {
            choice.toggle(&mut with);
        }
        Some(list.shown(&with.filter, Sort::Listed).rows.len())
    };
    let states = Choice::States;
    let name = format!("{} (opens the list)", states.said(asked));
    let mut rows = vec![Row { on: None, name, choice: states, count: None }];
    rows.extend(codes(Part::Treatments, Choice::Treatment));
    rows.extend(codes(Part::Conditions, Choice::Condition));
    rows.extend([Choice::Therapy, Choice::Va].map(|choice| {
        let count = with(&choice);
        row(choice, count)
    }));
    let mut counted = |choice: Choice| {
        let count = with(&choice);
        rows.push(row(choice, count));
    };
    PRICES.into_iter().map(Choice::MaxPrice).for_each(&mut counted);
    if filter.max_price.is_some() {
        counted(Choice::Unknown);
    }
    counted(Choice::KnownPrice);
    if filter.near.is_some() {
        MILES.into_iter().map(Choice::Within).for_each(&mut counted);
    }
    let orders = [Sort::Distance, Sort::Name, Sort::Price, Sort::State];
    let orders = orders.into_iter().filter(|sort| *sort != Sort::Distance || filter.near.is_some());
    rows.extend(orders.map(|sort| row(Choice::Order(sort), None)));
    let clear = Choice::Clear;
    let count = with(&clear);
    rows.push(Row { on: None, name: clear.said(asked), choice: clear, count });
    rows
}

/// The states of the list by name.
fn states(list: &List, asked: &Asked) -> Vec<Row> {
    let counts = list.counts(&asked.filter, Part::States);
    let mut rows: Vec<Row> = counts
        .into_iter()
        .map(|(code, count)| {
            let choice = Choice::State(code);
            let (on, name) = (Some(choice.is_on(asked)), choice.said(asked));
            Row { choice, on, name, count: Some(count) }
        })
        .collect();
    let name = |row: &Row| match &row.choice {
        Choice::State(code) => in_words(&STATES, code).to_owned(),
        _ => String::new(),
    };
    rows.sort_by_key(name);
    rows
}
