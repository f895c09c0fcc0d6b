//! The search screen: what answers the words being typed, and the chosen hit beside the list.

mod rows;
mod scope;

use std::collections::HashSet;

use ratatui::layout::{Position, Rect};

use super::pages::Setting;
use super::reader::Reader;
use super::{keep_in_view, moved};
use crate::action::Action;
use crate::library::Library;
use crate::page::{Glyphs, Page, Pattern};
use crate::search::{Batch, Found, Index, Place, Query};
use crate::tui::draw::Canvas;
use rows::{Group, Kind, Row};

pub use scope::Scope;

/// Hits that are listed at most.
const LISTED: usize = 60;

/// What choosing a row asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// To open what was found.
    Open(Place),
    /// To look for these words instead.
    Instead(String),
    /// To look for the same words in everything.
    Everywhere,
    /// To run an action.
    Run(Action),
}

/// How the list and what stands beside it are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Columns for the list.
    pub width: usize,
    /// Lines for the list.
    pub height: usize,
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// How the chosen hit is set beside the list, where there is room for it.
    pub beside: Option<Setting>,
}

/// The search screen.
#[derive(Debug)]
pub struct Search {
    index: Index,
    /// Guides that can be searched by now.
    ready: usize,
    /// True when all of them can.
    whole: bool,
    typed: String,
    scope: Scope,
    query: Query,
    found: Found,
    /// Guides of which every hit is listed.
    unfolded: HashSet<Group>,
    rows: Vec<Row>,
    chosen: usize,
    /// True once the choice has been moved.
    moved: bool,
    first: usize,
    window: Window,
    /// The chosen hit, as it stands in its guide.
    beside: Option<(Place, Reader)>,
}

impl Search {
    /// A search of nothing yet, which knows the lay words of `library`.
    #[must_use]
    pub fn new(library: &Library, window: Window) -> Self {
        let index = Index::new(&library.synonyms());
        Self {
            index,
            ready: 0,
            whole: false,
            typed: String::new(),
            scope: Scope::All,
            query: Query::default(),
            found: Found::default(),
            unfolded: HashSet::new(),
            rows: Vec::new(),
            chosen: 0,
            moved: false,
            first: 0,
            window,
            beside: None,
        }
    }

    /// Takes in what was made ready of a guide; `ready` of them can be searched now.
    pub fn add(&mut self, batch: &Batch, ready: usize) {
        self.index.add(batch);
        self.ready = ready;
    }

    /// Takes note that everything can be searched now.
    pub fn complete(&mut self) {
        self.whole = true;
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// What is searched.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The row that is chosen.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// What marks the words looked for on a page.
    #[must_use]
    pub fn pattern(&self) -> Option<Pattern> {
        self.query.marks.pattern()
    }

    /// Looks for other words, or in another part of the library.
    pub fn look(&mut self, typed: &str, scope: Scope, library: &Library) {
        let same = self.typed == typed && self.scope == scope;
        self.moved &= same;
        let moved = self.moved;
        let chosen = self.rows.get(self.chosen).map(|row| row.kind.clone()).filter(|_| moved);
        let first = if same { self.first } else { 0 };
        typed.clone_into(&mut self.typed);
        self.scope = scope;
        self.query = Query::read(typed, &self.index);
        self.found = self.index.search(&self.query, scope.of_index(), LISTED);
        if !same {
            self.unfolded.clear();
        }
        self.list(library);
        // More may have been found since; what was chosen by hand stays chosen.
        let there =
            chosen.and_then(|kind| self.rows.iter().position(|row| row.kind.is_like(&kind)));
        self.first = first;
        self.choose(there.unwrap_or_else(|| self.next(0, true).unwrap_or(0)), library);
    }

    /// Chooses row `row`, or the next after it that can be chosen.
    pub fn choose(&mut self, row: usize, library: &Library) {
        let row = row.min(self.rows.len().saturating_sub(1));
        self.chosen = self.next(row, true).or_else(|| self.next(row, false)).unwrap_or(0);
        self.settle(library);
    }

    /// The row from `row` on, or back, that can be chosen.
    fn next(&self, row: usize, down: bool) -> Option<usize> {
        let can = |row: &usize| self.rows.get(*row).is_some_and(|row| row.kind.can_be_chosen());
        if down { (row..self.rows.len()).find(can) } else { (0..=row).rev().find(can) }
    }

    /// Moves the choice.
    pub fn update(&mut self, action: Action, library: &Library) {
        let (last, page) = (self.rows.len(), (self.window.height / 4).max(1));
        let Some(to) = moved(action, self.chosen, last, page) else { return };
        let down = to > self.chosen;
        let there = self.next(to, down).or_else(|| self.next(to, !down));
        self.chosen = there.unwrap_or(self.chosen);
        self.moved = true;
        self.settle(library);
    }

    /// What the chosen row asks for; a row that unfolds others does so.
    pub fn act(&mut self, library: &Library) -> Option<Choice> {
        match &self.rows.get(self.chosen)?.kind {
            Kind::Hit(hit) => Some(Choice::Open(hit.place)),
            Kind::Common(place) => Some(Choice::Open(*place)),
            Kind::Instead(words) => Some(Choice::Instead(words.clone())),
            Kind::Everywhere(_) => Some(Choice::Everywhere),
            Kind::Run(action, _) => Some(Choice::Run(*action)),
            Kind::More { group, .. } => {
                self.unfolded.insert(*group);
                self.list(library);
                // The first of the rows that came stands where this one stood.
                self.choose(self.chosen, library);
                None
            }
            Kind::Said(_) | Kind::Gap | Kind::Title(_) => None,
        }
    }

    /// What Enter does, in a word.
    #[must_use]
    pub fn enters(&self) -> Option<&'static str> {
        Some(match &self.rows.get(self.chosen)?.kind {
            Kind::More { .. } => "show them",
            Kind::Instead(_) | Kind::Everywhere(_) => "search",
            Kind::Said(_) | Kind::Gap | Kind::Title(_) => return None,
            Kind::Hit(_) | Kind::Common(_) | Kind::Run(..) => "open",
        })
    }

    /// Lists what was found.
    fn list(&mut self, library: &Library) {
        let kinds = if self.typed.trim().is_empty() {
            rows::common(library)
        } else if self.found.hits.is_empty() {
            self.instead(library)
        } else {
            rows::of_hits(&self.found.hits, &self.unfolded, library)
        };
        let said = self.query.corrections.iter().map(|word| {
            Kind::Said(format!(
                "Looked for “{}”. In quotes, \"{}\", it stays as it is.",
                word.read, word.typed
            ))
        });
        let mut said: Vec<Kind> = said.collect();
        said.extend((!said.is_empty()).then_some(Kind::Gap));
        self.rows = said.into_iter().chain(kinds).map(Row::new).collect();
    }

    /// What is offered where nothing was found.
    fn instead(&self, library: &Library) -> Vec<Kind> {
        let nothing = if self.whole {
            format!("Nothing here answers “{}”.", self.typed.trim())
        } else {
            "Nothing so far; guides are still being read.".to_owned()
        };
        let mut kinds = vec![Kind::Said(nothing)];
        if self.scope != Scope::All {
            let all = self.index.search(&self.query, crate::search::Scope::default(), 1).total;
            kinds.extend((all > 0).then_some(Kind::Everywhere(all)));
        }
        kinds.extend(self.index.like(&self.typed).into_iter().map(Kind::Instead));
        kinds.extend(rows::ways_on(library));
        kinds
    }

    /// Fits the screen to another window.
    pub fn fit(&mut self, window: Window, library: &Library) {
        if self.window != window {
            self.window = window;
            self.rows.iter_mut().for_each(Row::unset);
            self.beside = None;
            self.settle(library);
        }
    }

    /// Has the chosen row in view, and what is in view set.
    fn settle(&mut self, library: &Library) {
        self.first = keep_in_view(self.first.min(self.chosen), self.chosen, usize::MAX);
        // What says what the first row belongs to is shown with it.
        if self.next(0, true) == Some(self.chosen) {
            self.first = 0;
        }
        while self.first < self.chosen && self.lines_to_chosen(library) > self.window.height {
            self.first += 1;
        }
        // The title above the first row is shown with it where there is room.
        let above =
            self.first.checked_sub(1).filter(|i| matches!(self.rows[*i].kind, Kind::Title(_)));
        if let Some(title) = above {
            self.first = title;
            if self.lines_to_chosen(library) > self.window.height {
                self.first += 1;
            }
        }
        let mut height = 0;
        for i in self.first..self.rows.len() {
            if height >= self.window.height {
                break;
            }
            height += self.page(i, library).lines.len();
        }
        self.show_beside(library);
    }

    /// Lines from the first row in view to the end of the chosen one.
    fn lines_to_chosen(&mut self, library: &Library) -> usize {
        (self.first..=self.chosen).map(|i| self.page(i, library).lines.len()).sum()
    }

    fn page(&mut self, i: usize, library: &Library) -> &Page {
        let Self { rows, query, window, .. } = self;
        rows[i].set(library, query, window)
    }

    /// Shows the chosen hit beside the list, where there is room.
    fn show_beside(&mut self, library: &Library) {
        let place = self.rows.get(self.chosen).and_then(|row| row.kind.place());
        let (Some(setting), Some(place)) = (self.window.beside, place) else {
            self.beside = None;
            return;
        };
        if self.beside.as_ref().is_some_and(|(shown, _)| *shown == place) {
            let pattern = self.pattern();
            if let Some((_, reader)) = &mut self.beside {
                reader.mark(pattern);
            }
            return;
        }
        let Some((guide, at)) = rows::whole(place, library) else { return };
        let mut reader = Reader::new(guide, setting, self.window.height);
        reader.mark(self.pattern());
        if let Some(at) = at {
            reader.go(at);
        }
        self.beside = Some((place, reader));
    }

    /// What was found in a few words.
    #[must_use]
    pub fn counted(&self) -> String {
        if self.typed.trim().is_empty() {
            return String::new();
        }
        match self.found.total {
            0 => "nothing found".to_owned(),
            1 => "1 found".to_owned(),
            total if total > self.found.hits.len() => {
                format!("best {} of {total}", self.found.hits.len())
            }
            total => format!("{total} found"),
        }
    }

    /// How much of the library can be searched, while it is not all of it.
    #[must_use]
    pub fn progress(&self, library: &Library) -> Option<String> {
        let all = library.len();
        (!self.whole).then(|| format!("{} of {all} guides read", self.ready.min(all)))
    }

    /// Chooses the row drawn at line `line` of its area; false when there is none.
    pub fn choose_line(&mut self, line: usize, library: &Library) -> bool {
        let mut below = 0;
        let at = (self.first..self.rows.len()).find(|i| {
            below += self.rows[*i].page().map_or(0, |page| page.lines.len());
            line < below
        });
        let there = at.filter(|i| self.rows[*i].kind.can_be_chosen());
        if let Some(i) = there {
            self.choose(i, library);
        }
        there.is_some()
    }

    /// Draws the list, and the chosen hit beside it; where the cursor rests.
    pub fn draw(&self, canvas: &mut Canvas<'_>, list: Rect, beside: Option<Rect>) -> Position {
        let mut cursor = Position::new(list.x, list.y);
        let mut y = list.y;
        for (i, row) in self.rows.iter().enumerate().skip(self.first) {
            let Some(page) = row.page().filter(|_| y < list.bottom()) else { break };
            let chosen = i == self.chosen;
            if let Some(at) =
                canvas.row(page, Rect { y, height: list.bottom() - y, ..list }, chosen)
            {
                cursor = at;
            }
            y = y.saturating_add(crate::tui::draw::small(page.lines.len()));
        }
        if let (Some(area), Some((_, reader))) = (beside, &self.beside) {
            reader.draw(canvas, area, false);
        }
        cursor
    }
}
