//! Clinics: their screen, what is opened from it, and what is marked there.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::{App, Effect, Over, View};
use crate::action::Action;
use crate::clinic::asked;
use crate::clinic::filter::Sort;
use crate::tui::layout::{self, GUTTER};
use crate::tui::pane::card::Card;
use crate::tui::pane::clinics::choice::Asked;
use crate::tui::pane::clinics::{COMPARED, Clinics, Window};
use crate::tui::pane::filters::Filters;

/// From this many columns on the chosen clinic's card stands beside the list.
const BESIDE: u16 = 120;

impl App {
    /// Goes to the clinics; the place before can be gone back to.
    pub(super) fn leave_for_clinics(&mut self) {
        self.leave_for(View::Clinics);
        self.show_clinics();
    }

    /// Goes to the clinics that a link asks for.
    pub(super) fn visit_clinics(&mut self, query: &str) {
        let asked = asked::Asked::of_link(query);
        match asked.and_then(|asked| asked.filter(self.library.clinics())) {
            Ok((filter, place)) => {
                self.leave_for_clinics();
                let sort = if place.is_some() { Sort::Distance } else { Sort::Listed };
                let asked = Asked { filter, sort, place: place.map(|place| place.matched) };
                if let Some(clinics) = &mut self.clinics {
                    clinics.ask(asked);
                }
            }
            Err(refused) => self.notice = Some(refused.to_string()),
        }
    }

    /// Shows the clinics. The bundled list is read when they are shown first.
    pub(super) fn show_clinics(&mut self) {
        self.leave_overlays();
        self.view = View::Clinics;
        let window = self.clinics_window();
        let library = &self.library;
        let clinics =
            self.clinics.get_or_insert_with(|| Clinics::new(Arc::clone(library.clinics()), window));
        clinics.set_figures(self.cost.as_ref().map(|cost| cost.inputs().clone()));
        self.fit();
    }

    /// Comes back to a clinic of what was asked for then.
    pub(super) fn return_to_clinics(&mut self, asked: Asked, clinic: Option<usize>) {
        self.show_clinics();
        if let Some(clinics) = &mut self.clinics {
            clinics.ask(asked);
            clinics.choose_clinic(clinic);
        }
    }

    /// Hands an action to the list of clinics.
    pub(super) fn in_clinics(&mut self, action: Action) -> Vec<Effect> {
        let Some(clinics) = &mut self.clinics else { return Vec::new() };
        match action {
            Action::Act | Action::Right => {
                if let Some(card) = clinics.act() {
                    self.show(card);
                }
            }
            Action::Map => {
                let main = layout::split(self.window, false, self.measure).main;
                // The card sets its lines two columns in.
                let columns = usize::from(main.width.saturating_sub(GUTTER + 2));
                let card =
                    Card::new("Map of the clinics found", clinics.map(columns, main.height.into()));
                self.show(card);
            }
            Action::Compare => {
                let marked = clinics.mark();
                let marks = clinics.marks();
                self.notice = Some(match marks {
                    _ if !marked => format!("{COMPARED} clinics are marked, and that is the most"),
                    0 => "no clinic is marked".to_owned(),
                    1 => "1 clinic is marked; mark another to compare them".to_owned(),
                    marks => format!("{marks} marked; the top row compares them"),
                });
            }
            Action::ClearMarks => {
                clinics.clear_marks();
                self.notice = Some("no clinic is marked".to_owned());
            }
            _ => clinics.update(action),
        }
        Vec::new()
    }

    /// Opens the filters; the same key closes them again.
    pub(super) fn toggle_filters(&mut self) {
        if matches!(self.over.last(), Some(Over::Filters(_))) {
            self.over.pop();
        } else if let Some(clinics) = &self.clinics {
            self.over.push(Over::Filters(Filters::new(clinics)));
        }
        self.fit();
    }

    /// Hands an action to the filters.
    pub(super) fn in_filters(&mut self, action: Action) {
        let (Some(Over::Filters(filters)), Some(clinics)) =
            (self.over.last_mut(), &mut self.clinics)
        else {
            return;
        };
        match action {
            Action::Act | Action::Right => filters.act(clinics),
            Action::Left => self.go_back(),
            _ => filters.update(action),
        }
    }

    /// Where the list is drawn, and what stands beside it.
    pub(super) fn clinics_areas(&self) -> (Rect, Option<Rect>) {
        let main = layout::split(self.window, false, self.measure).main;
        let halves = layout::halves(self.window, main).filter(|_| self.window.width >= BESIDE);
        match halves {
            Some((list, beside)) => (list, Some(beside)),
            // A table takes all the room there is.
            None => (Rect { x: self.window.x, width: self.window.width, ..main }, None),
        }
    }

    fn clinics_window(&self) -> Window {
        let (list, beside) = self.clinics_areas();
        let columns = |area: Rect| usize::from(area.width.saturating_sub(GUTTER).max(1));
        let measure = usize::from(self.measure);
        Window {
            width: columns(list).min(measure),
            wide: columns(list),
            height: usize::from(list.height),
            glyphs: self.glyphs,
            beside: beside.map(|area| (columns(area).saturating_sub(1)).min(measure).max(1)),
        }
    }

    /// Fits the clinics to the window.
    pub(super) fn fit_clinics(&mut self) {
        let window = self.clinics_window();
        if let Some(clinics) = &mut self.clinics {
            clinics.fit(window);
        }
    }

    /// What the header calls them.
    pub(super) fn clinics_title(&self) -> String {
        let Some(clinics) = &self.clinics else { return "Clinics".to_owned() };
        if clinics.towns.is_some() {
            return "Clinics near a place".to_owned();
        }
        let asked = clinics.asked();
        let words = asked.filter.words.trim();
        let near = asked.place.as_ref().map(|place| format!(" near {place}")).unwrap_or_default();
        let with = if words.is_empty() { String::new() } else { format!(" with “{words}”") };
        format!("Clinics{near}{with}")
    }

    /// Takes a click: on a row it does what Enter does there.
    pub(super) fn click_clinics(&mut self, x: u16, y: u16) -> Vec<Effect> {
        let (list, _) = self.clinics_areas();
        let (inside, line) = (list.contains((x, y).into()), usize::from(y.saturating_sub(list.y)));
        let Some(clinics) = self.clinics.as_mut().filter(|_| inside) else { return Vec::new() };
        if let Some(towns) = &mut clinics.towns {
            if towns.choose_line(line, list, self.glyphs) {
                self.take_place();
            }
        } else if clinics.choose_line(line) {
            self.prompt = None;
            return self.in_clinics(Action::Act);
        }
        Vec::new()
    }
}
