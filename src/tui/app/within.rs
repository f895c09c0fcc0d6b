//! What actions do within the list, outline, text or card that has the focus.

use super::{App, Effect, Focus, Over, View};
use crate::action::Action;

impl App {
    /// Hands an action to what has the focus.
    pub(super) fn pass_on(&mut self, action: Action) -> Vec<Effect> {
        match self.over.last_mut() {
            Some(Over::Card(card)) => {
                if action == Action::Left {
                    self.go_back();
                } else {
                    card.update(action);
                }
                return Vec::new();
            }
            Some(Over::Choice(_)) => return self.in_choice(action),
            Some(Over::Filters(_)) => {
                self.in_filters(action);
                return Vec::new();
            }
            None => {}
        }
        if self.asks_file() {
            return if action == Action::Act { self.take_file() } else { Vec::new() };
        }
        if self.prompt.is_some() {
            return self.in_prompt(action);
        }
        match (self.view, self.focus) {
            (View::Guides | View::Search, _) => return self.in_guides(action),
            (View::Clinics, _) => return self.in_clinics(action),
            (View::Cost, _) => return self.in_cost(action),
            (_, Focus::Outline) => self.in_outline(action),
            (_, Focus::Main) => return self.in_text(action),
        }
        Vec::new()
    }

    fn in_guides(&mut self, action: Action) -> Vec<Effect> {
        if matches!(action, Action::Act | Action::Right) {
            return self.visit(self.guides.chosen, None);
        }
        let list = self.shelf();
        self.guides.update(action, &list);
        Vec::new()
    }

    fn in_outline(&mut self, action: Action) {
        let rows = self.rows();
        let mut outline = self.outline;
        let Some(reader) = self.text() else { return };
        match action {
            Action::Left => self.focus = Focus::Main,
            // Whoever chose no other row goes on where they were.
            Action::Act | Action::Right
                if !outline.is_moved(reader.guide(), reader.listed_at()) =>
            {
                self.focus = Focus::Main;
            }
            Action::Act | Action::Right => self.go_to_chosen(),
            _ => {
                outline.update(action, reader.guide(), rows);
                self.outline = outline;
            }
        }
    }

    /// Goes to the heading that is chosen in the outline; it can be come back from.
    pub(super) fn go_to_chosen(&mut self) {
        let (outline, here) = (self.outline, self.here());
        let Some(reader) = self.text_mut() else { return };
        if let Some(at) = outline.chosen(reader.guide()) {
            reader.go(at);
            self.history.leave(here);
        }
        self.focus = Focus::Main;
    }

    pub(super) fn in_text(&mut self, action: Action) -> Vec<Effect> {
        let has_outline = self.has_outline();
        let Some(reader) = self.text_mut() else { return Vec::new() };
        if reader.update(action) {
            let all = Action::OpenAllAnswers == action
                || Action::CloseAllAnswers == action
                || Action::ToggleAllAnswers == action;
            // What is in view may look the same as before.
            self.notice = all.then(|| reader.counted_open(None)).or(self.notice.take());
            return Vec::new();
        }
        match action {
            // As in a tree: left closes what is open, right goes into it.
            Action::Left if reader.close_focused() => {}
            Action::Left if has_outline => self.focus = Focus::Outline,
            Action::Right if reader.enter_answer() => {}
            Action::Act | Action::Right => {
                if reader.focused().is_none() {
                    reader.update(Action::NextStop);
                } else if let Some(what) = reader.focused().cloned() {
                    return self.act(&what);
                }
            }
            _ => {}
        }
        Vec::new()
    }
}
