//! What is typed at the clinics: words of name and town, or a place to reckon from.

use super::{App, View};
use crate::action::Action;
use crate::clinic::filter::Sort;
use crate::tui::pane::clinics::Clinics;
use crate::tui::pane::clinics::towns::{Keys, Towns};
use crate::tui::prompt::Prompt;

/// What stands before the place being typed.
const NEAR: &str = "Near: ";

impl App {
    /// True while a place is typed.
    pub(super) fn asks_place(&self) -> bool {
        let towns = self.clinics.as_ref().is_some_and(|clinics| clinics.towns.is_some());
        self.view == View::Clinics && self.prompt.is_some() && towns
    }

    /// Begins to type a place; the one that holds stands there, to be replaced.
    pub(super) fn ask_place(&mut self) {
        let Some(clinics) = &self.clinics else { return };
        let place = clinics.asked().place.clone().unwrap_or_default();
        self.prompt = Some(Prompt::with(NEAR, &place));
        // Those that work while this is typed.
        let complete = self.key_for(Action::NextStop);
        let walk = [Action::Down, Action::Up].into_iter().filter_map(|does| self.key_for(does));
        let keys = Keys { complete, walk: walk.collect() };
        if let Some(clinics) = &mut self.clinics {
            clinics.towns = Some(Towns::new(keys));
        }
        self.look_among_clinics();
    }

    /// Looks for what has been typed so far.
    pub(super) fn look_among_clinics(&mut self) {
        let (Some(prompt), Some(clinics)) = (&self.prompt, &mut self.clinics) else { return };
        if let Some(towns) = &mut clinics.towns {
            towns.look(prompt.typed());
        } else {
            clinics.look(prompt.typed());
        }
    }

    /// What the few keys that are no letters do while something is typed here.
    pub(super) fn in_clinics_prompt(&mut self, action: Action) {
        let Some(clinics) = &mut self.clinics else { return };
        match (&mut clinics.towns, action) {
            (Some(_), Action::Act) => self.take_place(),
            (Some(towns), Action::NextStop) => {
                if let Some(town) = towns.completion().map(str::to_owned) {
                    self.prompt = Some(Prompt::with(NEAR, &town));
                    self.look_among_clinics();
                }
            }
            (Some(towns), _) => towns.walk(action),
            (None, Action::Act | Action::Down | Action::NextStop) => self.prompt = None,
            (None, _) => {}
        }
    }

    /// Reckons from the place that was typed and lists the nearest first; without any,
    /// no longer.
    pub(super) fn take_place(&mut self) {
        let (Some(prompt), Some(clinics)) = (&self.prompt, &mut self.clinics) else { return };
        let mut asked = clinics.asked().clone();
        let Some(towns) = &mut clinics.towns else { return };
        if prompt.is_empty() && towns.completion().is_none() {
            (asked.filter.near, asked.filter.within, asked.place) = (None, None, None);
            if asked.sort == Sort::Distance {
                asked.sort = Sort::default();
            }
        } else if let Some(place) = towns.place() {
            (asked.filter.near, asked.place) = (Some(place.point), Some(place.matched));
            asked.sort = Sort::Distance;
        } else {
            return;
        }
        self.leave_place();
        if let Some(clinics) = &mut self.clinics {
            clinics.ask(asked);
            // The nearest is what was asked for.
            clinics.choose_clinic(None);
        }
    }

    /// Ends typing a place.
    pub(super) fn leave_place(&mut self) {
        self.prompt = None;
        if let Some(clinics) = &mut self.clinics {
            clinics.towns = None;
        }
    }

    /// True when the clinics are narrowed by words.
    pub(super) fn has_clinic_words(&self) -> bool {
        self.view == View::Clinics && self.clinics.as_ref().is_some_and(Clinics::has_words)
    }
}
