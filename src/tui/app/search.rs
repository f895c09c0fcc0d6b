//! Searching everything: its screen, its words, and what is opened from it.

use ratatui::layout::Rect;

use super::{App, Effect, Search, View};
use crate::action::Action;
use crate::search::{Batch, Place};
use crate::tui::layout::{self, GUTTER};
use crate::tui::pane::card::Card;
use crate::tui::pane::clinics::card as card_of;
use crate::tui::pane::pages::Setting;
use crate::tui::pane::search::{Choice, Scope, Window};
use crate::tui::prompt::Prompt;

impl App {
    /// Goes to the search. What was looked for last stands there, to be replaced by what is
    /// typed next.
    pub(super) fn leave_for_search(&mut self) -> Vec<Effect> {
        let typed = self.search.as_ref().map(|search| search.typed().to_owned());
        self.search_for(&typed.unwrap_or_default(), Scope::All)
    }

    /// Searches for words; the place before can be gone back to.
    pub(super) fn search_for(&mut self, typed: &str, scope: Scope) -> Vec<Effect> {
        if self.view != View::Search {
            let here = self.here();
            self.history.leave(here);
            self.before_search = self.view;
        }
        self.show_search(typed, scope)
    }

    /// Comes back to a row of the search.
    pub(super) fn return_to_search(
        &mut self,
        typed: &str,
        scope: Scope,
        chosen: usize,
    ) -> Vec<Effect> {
        let effects = self.show_search(typed, scope);
        let library = std::sync::Arc::clone(&self.library);
        if let Some(search) = &mut self.search {
            search.choose(chosen, &library);
        }
        effects
    }

    fn show_search(&mut self, typed: &str, scope: Scope) -> Vec<Effect> {
        self.leave_overlays();
        self.view = View::Search;
        self.prompt = Some(Prompt::with("Search: ", typed));
        let (window, library) = (self.search_window(), std::sync::Arc::clone(&self.library));
        let search = self.search.get_or_insert_with(|| Search::new(&library, window));
        search.fit(window, &library);
        search.look(typed, scope, &library);
        let begins = !std::mem::replace(&mut self.indexes, true);
        self.fit();
        if begins { vec![Effect::Index] } else { Vec::new() }
    }

    /// Leaves the search for what was in view before. Nothing that was found was opened, so
    /// it is no place to go back to.
    pub(super) fn leave_search(&mut self) {
        self.leave_place();
        self.view = self.before_search;
        self.fit();
        let here = self.here();
        self.history.returned(&here);
    }

    /// Takes entries that were made ready on a thread of their own.
    pub fn indexed(&mut self, batch: &Batch, ready: usize) {
        let window = self.search_window();
        let library = std::sync::Arc::clone(&self.library);
        let search = self.search.get_or_insert_with(|| Search::new(&library, window));
        search.add(batch, ready);
        self.grown = true;
    }

    /// Takes note that everything can be searched.
    pub fn indexed_all(&mut self) {
        if let Some(search) = &mut self.search {
            search.complete();
        }
        self.grown = true;
    }

    /// Looks for what has been typed so far.
    pub(super) fn look_everywhere(&mut self) {
        let library = std::sync::Arc::clone(&self.library);
        if let (Some(prompt), Some(search)) = (&self.prompt, &mut self.search) {
            search.look(prompt.typed(), search.scope(), &library);
        }
    }

    /// Hands an action to the list of what was found.
    pub(super) fn in_search(&mut self, action: Action) -> Vec<Effect> {
        let library = std::sync::Arc::clone(&self.library);
        let Some(search) = &mut self.search else { return Vec::new() };
        match action {
            Action::Act => {
                let choice = search.act(&library);
                return choice.map(|choice| self.take_choice(choice)).unwrap_or_default();
            }
            Action::NextStop | Action::PreviousStop => {
                let scope = self.next_scope(action == Action::NextStop);
                if let Some(search) = &mut self.search {
                    let typed = search.typed().to_owned();
                    search.look(&typed, scope, &library);
                }
            }
            _ => search.update(action, &library),
        }
        Vec::new()
    }

    fn take_choice(&mut self, choice: Choice) -> Vec<Effect> {
        match choice {
            Choice::Open(Place::Section { guide, at } | Place::Question { guide, at }) => {
                let pattern = self.search.as_ref().and_then(Search::pattern);
                let effects = self.visit(guide, Some(at));
                if let Some(reader) = self.text_mut() {
                    reader.look_for(pattern);
                    // It may have been found by a name that its text does not have.
                    if reader.has_none() {
                        reader.look_for(None);
                    }
                }
                effects
            }
            Choice::Open(Place::Crisis) => self.update(Action::Crisis),
            Choice::Open(Place::Clinic(number)) => {
                let clinic = self.library.clinics().clinic(number);
                self.show(card_of(&clinic, None));
                Vec::new()
            }
            Choice::Open(Place::Term(number)) => {
                if let Some(term) = self.library.glossary().get(number) {
                    let card = Card::new(&term.term, term.card());
                    self.show(card);
                }
                Vec::new()
            }
            Choice::Instead(words) => {
                let scope = self.search.as_ref().map(Search::scope).unwrap_or_default();
                self.show_search(&words, scope)
            }
            Choice::Everywhere => {
                let typed = self.search.as_ref().map(|search| search.typed().to_owned());
                self.show_search(&typed.unwrap_or_default(), Scope::All)
            }
            Choice::Run(action) => self.update(action),
        }
    }

    /// What Tab searches next.
    fn next_scope(&self, next: bool) -> Scope {
        let open = self.opened.as_ref().filter(|_| !self.single);
        let guide = open.map(|opened| Scope::Guide(opened.index));
        let all = [Some(Scope::All), guide, Some(Scope::Questions), Some(Scope::Clinics)];
        let all: Vec<_> = all.into_iter().flatten().collect();
        let scope = self.search.as_ref().map(Search::scope).unwrap_or_default();
        let here = all.iter().position(|known| *known == scope).unwrap_or(0);
        let step = if next { 1 } else { all.len() - 1 };
        all[(here + step) % all.len()]
    }

    /// Where the list is drawn, and what stands beside it.
    pub(super) fn search_areas(&self) -> (Rect, Option<Rect>) {
        let main = layout::split(self.window, false, self.measure).main;
        match layout::halves(self.window, main) {
            Some((list, beside)) => (list, Some(beside)),
            None => (main, None),
        }
    }

    fn search_window(&self) -> Window {
        let (list, beside) = self.search_areas();
        let columns = |area: Rect| area.width.saturating_sub(GUTTER).max(1);
        let (glyphs, roomy) = (self.glyphs, self.roomy);
        let beside = beside.map(|area| {
            let width = usize::from(columns(area).saturating_sub(1).min(self.measure));
            Setting { width, wide: usize::from(columns(area)), glyphs, roomy }
        });
        let width = usize::from(columns(list).min(self.measure));
        Window { width, height: usize::from(list.height), glyphs, beside }
    }

    /// Fits the search to the window.
    pub(super) fn fit_search(&mut self) {
        let (window, library) = (self.search_window(), std::sync::Arc::clone(&self.library));
        if let Some(search) = &mut self.search {
            search.fit(window, &library);
        }
    }

    /// What the header calls it: where it searches.
    pub(super) fn search_title(&self) -> String {
        match self.search.as_ref().map(Search::scope).unwrap_or_default() {
            Scope::All => "Search everything".to_owned(),
            Scope::Questions => "Search the questions".to_owned(),
            Scope::Clinics => "Search the clinics".to_owned(),
            Scope::Guide(guide) => {
                let title = self.library.guide(guide).map(|guide| guide.title());
                format!("Search in: {}", title.unwrap_or_default())
            }
        }
    }

    /// Takes a click: on a row it does what Enter does there.
    pub(super) fn click_search(&mut self, x: u16, y: u16) -> Vec<Effect> {
        let (list, _) = self.search_areas();
        let library = std::sync::Arc::clone(&self.library);
        let line = usize::from(y.saturating_sub(list.y));
        let inside = list.contains((x, y).into());
        let there = |search: &mut Search| inside && search.choose_line(line, &library);
        if self.search.as_mut().is_some_and(there) {
            return self.in_search(Action::Act);
        }
        Vec::new()
    }
}
