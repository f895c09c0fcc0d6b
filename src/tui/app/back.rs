//! One level back, and what Esc does before that.

use super::{App, Focus, Over, View};

impl App {
    /// True when `q` leads one level back and not out of the program.
    pub(super) fn goes_back(&self) -> bool {
        !self.over.is_empty()
            || self.focus == Focus::Outline && self.view != View::Guides
            || self.view == View::Text && !self.single
            || matches!(self.view, View::Faq | View::Search | View::Clinics | View::Cost)
    }

    /// One level back.
    pub(super) fn go_back(&mut self) {
        if let (Some(Over::Filters(filters)), Some(clinics)) = (self.over.last_mut(), &self.clinics)
            && filters.leave_states(clinics)
        {
            return;
        }
        if let Some(over) = self.over.pop() {
            // Crisis help that was opened over the hidden screen gives way to it again.
            if matches!(&over, Over::Card(card) if card.crisis) {
                self.hidden |= std::mem::take(&mut self.hidden_below);
            }
            self.fit();
        } else if self.focus == Focus::Outline {
            self.focus = Focus::Main;
        } else if self.view == View::Text && !self.single {
            self.leave_for_guides();
        } else if self.view == View::Search {
            self.leave_search();
        } else if matches!(self.view, View::Faq | View::Clinics | View::Cost) {
            let here = self.here();
            self.history.leave(here);
            self.leave_overlays();
            self.view = self.ground;
            self.fit();
        }
    }

    /// Notes the place that is left for the area `view`, unless that is in view.
    pub(super) fn leave_for(&mut self, view: View) {
        if self.view != view {
            let here = self.here();
            self.history.leave(here);
        }
    }

    /// True when Esc does something.
    pub(super) fn steps_back(&self) -> bool {
        self.goes_back() || self.is_typing() || self.clears()
    }

    /// What Esc does: what is typed or marked goes first, then one level back.
    pub(super) fn step_back(&mut self) {
        if self.is_typing() {
            self.leave_typing();
        } else if let (true, Some(cost)) = (self.in_form(), &mut self.cost) {
            cost.leave_form();
        } else if self.clears() {
            self.clear_marks();
        } else {
            self.go_back();
        }
    }
}
