//! The clinics: those that have what was asked for, and the chosen one's card beside them.

mod beside;
pub mod choice;
mod columns;
mod map;
mod marks;
mod rows;
pub mod towns;

use std::collections::HashMap;
use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use super::card::Card;
use super::{keep_in_view, moved};
use crate::action::Action;
use crate::clinic::filter::Shown;
use crate::clinic::{Clinic, List};
use crate::cost::inputs::Inputs;
use crate::page::{Glyphs, Page};
use crate::plain::one_line;
use crate::tui::draw::{Canvas, small};
use beside::Beside;
use choice::{Asked, Choice};
pub use marks::COMPARED;
use rows::Kind;
use towns::Towns;

/// How the list and what stands beside it are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Columns for running text.
    pub width: usize,
    /// Columns for the list.
    pub wide: usize,
    /// Lines for both.
    pub height: usize,
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// Columns for the chosen clinic's card beside the list, where there is room for it.
    pub beside: Option<usize>,
}

/// The screen of clinics.
#[derive(Debug)]
pub struct Clinics {
    list: Arc<List>,
    asked: Asked,
    shown: Shown,
    /// Those to be compared, by their places in the list.
    marked: Vec<usize>,
    rows: Vec<Kind>,
    /// Rows that have been set.
    pages: HashMap<usize, Page>,
    chosen: usize,
    first: usize,
    window: Window,
    /// What stands beside the list.
    beside: Option<Beside>,
    /// What the person has said in the calculator.
    figures: Option<Inputs>,
    /// Towns to choose from, while a place is typed.
    pub towns: Option<Towns>,
}

impl Clinics {
    /// All clinics of a list.
    #[must_use]
    pub fn new(list: Arc<List>, window: Window) -> Self {
        let mut clinics = Self {
            list,
            asked: Asked::default(),
            shown: Shown::default(),
            marked: Vec::new(),
            rows: Vec::new(),
            pages: HashMap::new(),
            chosen: 0,
            first: 0,
            window,
            beside: None,
            figures: None,
            towns: None,
        };
        clinics.ask(Asked::default());
        clinics
    }

    /// The list itself.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.list
    }

    /// Which of them are shown, and how.
    #[must_use]
    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    /// Shows those that have what is asked for. The chosen clinic stays chosen where it is
    /// among them, unless other words are looked for.
    pub fn ask(&mut self, asked: Asked) {
        // In another order, or with other words, what comes first is what is looked for.
        let same = asked.filter.words == self.asked.filter.words && asked.sort == self.asked.sort;
        let chosen = self.clinic().filter(|_| same);
        self.asked = asked;
        self.shown = self.list.shown(&self.asked.filter, self.asked.sort);
        self.refill(chosen);
    }

    /// Shows those whose name or town holds the words typed.
    pub fn look(&mut self, typed: &str) {
        let mut asked = self.asked.clone();
        typed.clone_into(&mut asked.filter.words);
        self.ask(asked);
    }

    /// True when they are narrowed by words.
    #[must_use]
    pub fn has_words(&self) -> bool {
        Choice::Words.is_on(&self.asked)
    }

    /// Makes the rows anew and chooses a clinic, or the first.
    fn refill(&mut self, clinic: Option<usize>) {
        self.rows = rows::all(&self.list, &self.asked, &self.shown, self.marked.len());
        self.pages.clear();
        self.beside = None;
        if clinic.is_none() {
            self.first = 0;
        }
        self.choose_clinic(clinic);
    }

    /// Chooses a clinic of the list, or the first row that is one.
    pub fn choose_clinic(&mut self, clinic: Option<usize>) {
        let there = |clinic| self.rows.iter().position(|row| row.clinic() == Some(clinic));
        let row = clinic.and_then(there).or_else(|| self.first_clinic()).unwrap_or(0);
        self.choose(row);
    }

    fn first_clinic(&self) -> Option<usize> {
        self.rows.iter().position(|row| row.clinic().is_some())
    }

    /// The clinic that is chosen, by its place in the list.
    #[must_use]
    pub fn clinic(&self) -> Option<usize> {
        self.rows.get(self.chosen)?.clinic()
    }

    /// The clinic that is chosen.
    #[must_use]
    pub fn chosen_clinic(&self) -> Option<Clinic> {
        self.clinic().map(|i| self.list.clinic(i))
    }

    fn choose(&mut self, row: usize) {
        let row = row.min(self.rows.len().saturating_sub(1));
        self.chosen = self.next(row, true).or_else(|| self.next(row, false)).unwrap_or(0);
        self.settle();
    }

    /// The row from `row` on, or back, that can be chosen.
    fn next(&self, row: usize, down: bool) -> Option<usize> {
        let can = |row: &usize| self.rows.get(*row).is_some_and(Kind::can_be_chosen);
        if down { (row..self.rows.len()).find(can) } else { (0..=row).rev().find(can) }
    }

    /// Moves the choice.
    pub fn update(&mut self, action: Action) {
        // Where clinics take two lines a page has half as many.
        let lines = if rows::is_table(&self.asked, &self.window) { 1 } else { 2 };
        let page = (self.window.height / lines).saturating_sub(1).max(1);
        let Some(to) = moved(action, self.chosen, self.rows.len(), page) else { return };
        let down = to > self.chosen;
        let there = self.next(to, down).or_else(|| self.next(to, !down));
        self.chosen = there.unwrap_or(self.chosen);
        self.settle();
    }

    /// Does what the chosen row is for; the card that opens, if one does.
    pub fn act(&mut self) -> Option<Card> {
        match self.rows.get(self.chosen)? {
            Kind::Clinic(i, miles) => Some(card(&self.list.clinic(*i), *miles)),
            Kind::Compare(_) => Some(self.compared()),
            Kind::Ask(choice, _) => {
                let (choice, mut asked) = (choice.clone(), self.asked.clone());
                choice.toggle(&mut asked);
                self.ask(asked);
                // A row that is still there can be taken back by the same key.
                let there = |row: &Kind| matches!(row, Kind::Ask(own, _) if *own == choice);
                if let Some(row) = self.rows.iter().position(there) {
                    self.choose(row);
                }
                None
            }
            Kind::Said(_) | Kind::Gap | Kind::Title(_) | Kind::Columns => None,
        }
    }

    /// Turns a choice of the filter on or off.
    pub fn toggle(&mut self, choice: &Choice) {
        let mut asked = self.asked.clone();
        choice.toggle(&mut asked);
        self.ask(asked);
    }

    /// The card of the chosen clinic, to be copied.
    #[must_use]
    pub fn card(&self) -> Option<Card> {
        match self.rows.get(self.chosen)? {
            Kind::Clinic(i, miles) => Some(card(&self.list.clinic(*i), *miles)),
            _ => None,
        }
    }

    /// True when the chosen clinic states a price, whether or not the calculator can use it.
    #[must_use]
    pub fn states_price(&self) -> bool {
        self.chosen_clinic().is_some_and(|clinic| clinic.price.is_some())
    }

    /// Fits the screen to another window.
    pub fn fit(&mut self, window: Window) {
        if self.window != window {
            self.window = window;
            self.pages.clear();
            self.beside = None;
            self.settle();
        }
    }

    /// Has the chosen row in view, and what is in view set.
    fn settle(&mut self) {
        self.first = keep_in_view(self.first.min(self.chosen), self.chosen, usize::MAX);
        // What is to be known first is shown with the first clinic.
        if self.first_clinic().is_none_or(|first| self.chosen <= first) {
            self.first = 0;
        }
        let (mut from, mut height) = (self.chosen + 1, 0);
        while from > self.first {
            height += self.height_of(from - 1);
            if height > self.window.height && from <= self.chosen {
                break;
            }
            from -= 1;
        }
        self.first = self.first.max(from);
        let (mut row, mut height) = (self.first, 0);
        while row < self.rows.len() && height < self.window.height {
            height += self.height_of(row);
            row += 1;
        }
        // No empty lines stand below the end as long as there are rows above.
        while row == self.rows.len() && self.first > 0 {
            height += self.height_of(self.first - 1);
            if height > self.window.height {
                break;
            }
            self.first -= 1;
        }
        self.show_beside();
    }

    /// Lines of a row, which is set if it has not been yet.
    fn height_of(&mut self, row: usize) -> usize {
        let Self { rows, list, asked, marked, window, pages, .. } = self;
        let Some(kind) = rows.get(row) else { return 0 };
        let page = pages.entry(row).or_insert_with(|| rows::set(kind, list, asked, marked, window));
        page.lines.len()
    }

    /// Shows the chosen clinic beside the list, where there is room.
    fn show_beside(&mut self) {
        let (Some(width), Some(Kind::Clinic(i, miles))) =
            (self.window.beside, self.rows.get(self.chosen))
        else {
            self.beside = None;
            return;
        };
        if self.beside.as_ref().is_none_or(|beside| beside.clinic != *i) {
            let clinic = self.list.clinic(*i);
            let report = clinic.estimated(self.figures.as_ref());
            let mut beside = Beside::new(*i, card(&clinic, *miles), report.as_ref());
            beside.fit(width, self.window.glyphs, self.window.height);
            self.beside = Some(beside);
        }
    }

    /// Estimates with what the person has said in the calculator.
    pub fn set_figures(&mut self, figures: Option<Inputs>) {
        if self.figures != figures {
            self.figures = figures;
            self.beside = None;
            self.show_beside();
        }
    }

    /// `12 of 473 clinics`.
    #[must_use]
    pub fn counted(&self) -> String {
        let (shown, all) = (self.shown.rows.len(), self.list.len());
        if shown == all { rows::counted(all) } else { format!("{shown} of {}", rows::counted(all)) }
    }

    /// How many are shown, and how many of those asked for state no price.
    #[must_use]
    pub fn progress(&self) -> Vec<String> {
        let unknown = (self.shown.not_stated > 0).then(|| match self.shown.not_stated {
            1 => "1 states no price".to_owned(),
            count => format!("{count} state no price"),
        });
        std::iter::once(self.counted()).chain(unknown).collect()
    }

    /// Chooses the row drawn at line `line` of its area; false when there is none.
    pub fn choose_line(&mut self, line: usize) -> bool {
        let mut below = 0;
        let at = (self.first..self.rows.len()).find(|row| {
            below += self.pages.get(row).map_or(0, |page| page.lines.len());
            line < below
        });
        let there = at.filter(|row| self.rows[*row].can_be_chosen());
        if let Some(row) = there {
            self.choose(row);
        }
        there.is_some()
    }

    /// Draws the list, or the towns to choose from, and the chosen clinic's card beside it;
    /// where the cursor rests.
    pub fn draw(&self, canvas: &mut Canvas<'_>, list: Rect, beside: Option<Rect>) -> Position {
        if let Some(towns) = &self.towns {
            return towns.draw(canvas, list);
        }
        let mut cursor = Position::new(list.x, list.y);
        let mut y = list.y;
        for row in self.first..self.rows.len() {
            let Some(page) = self.pages.get(&row).filter(|_| y < list.bottom()) else { break };
            let area = Rect { y, height: list.bottom() - y, ..list };
            if let Some(at) = canvas.row(page, area, row == self.chosen) {
                cursor = at;
            }
            y = y.saturating_add(small(page.lines.len()));
        }
        if let (Some(area), Some(beside)) = (beside, &self.beside) {
            beside.draw(canvas, area);
        }
        cursor
    }
}

/// A clinic's card.
#[must_use]
pub fn card(clinic: &Clinic, miles: Option<f64>) -> Card {
    let mut blocks = clinic.card(miles);
    // A card puts its title above the blocks itself.
    blocks.remove(0);
    Card::new(&one_line(&clinic.name), blocks).with_alone(clinic.contacts())
}
