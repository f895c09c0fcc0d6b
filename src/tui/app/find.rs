//! Finding words in the text in view; filtering the questions.

use super::history::Visited;
use super::{App, Clinics, Effect, Faq, Over, Search, View};
use crate::action::Action;
use crate::tui::pane::reader::Step;
use crate::tui::pane::search::Scope;
use crate::tui::prompt::Prompt;

impl App {
    /// Begins to type what to find here; among questions, what to filter them by.
    pub(super) fn find(&mut self) -> Vec<Effect> {
        if let Some(Over::Choice(chooser)) = self.over.last_mut() {
            chooser.type_into();
            return Vec::new();
        }
        if self.view == View::Guides {
            return self.choose_guide();
        }
        // From the outline the words of its text are looked for.
        self.focus = super::Focus::Main;
        if let (View::Clinics, Some(clinics)) = (self.view, &self.clinics) {
            self.prompt = Some(Prompt::with("Filter: ", &clinics.asked().filter.words));
            return Vec::new();
        }
        if let (View::Faq, Some(faq)) = (self.view, &self.faq) {
            self.prompt = Some(Prompt::with("Filter: ", faq.filter()));
        } else if let Some(reader) = self.text_mut() {
            reader.begin_find();
            self.prompt = Some(Prompt::with("Find: ", reader.find_typed()));
        }
        Vec::new()
    }

    /// Looks for what has been typed so far.
    pub(super) fn look(&mut self) {
        let Some(prompt) = &self.prompt else { return };
        let (setting, rows) = (self.setting(), self.rows());
        match (self.view, &mut self.faq) {
            (View::Faq, Some(faq)) => {
                faq.set_filter(prompt.typed(), setting, rows);
                // Groups may have come or gone, and the outline beside with them.
                self.fit();
            }
            (View::Search, _) => self.look_everywhere(),
            (View::Clinics, _) => self.look_among_clinics(),
            _ => {
                let typed = prompt.typed().to_owned();
                if let Some(reader) = self.text_mut() {
                    reader.find(&typed);
                }
            }
        }
    }

    /// What the few keys that are no letters do while something is typed.
    pub(super) fn in_prompt(&mut self, action: Action) -> Vec<Effect> {
        match (self.view, action) {
            (View::Search, action) => return self.in_search(action),
            (View::Clinics, action) => self.in_clinics_prompt(action),
            (View::Text | View::Cost, Action::Down) => self.next_match(true),
            (View::Text | View::Cost, Action::Up) => self.next_match(false),
            (View::Text | View::Cost, Action::Act) => {
                let reached = self.text_mut().is_some_and(|reader| {
                    reader.has_hit()
                        || reader.is_looking() && reader.next_hit(true) != Step::Nowhere
                });
                if reached {
                    self.keep_find();
                } else if self.prompt.as_ref().is_none_or(Prompt::is_empty) {
                    self.leave_prompt();
                }
            }
            (View::Faq, Action::Act) => return self.take_question(),
            (View::Faq, Action::Down | Action::NextStop) => self.prompt = None,
            _ => {}
        }
        Vec::new()
    }

    /// Ends typing among the questions: opens the one that is marked or, where none holds
    /// the words, searches for them.
    fn take_question(&mut self) -> Vec<Effect> {
        self.prompt = None;
        let Some(faq) = &mut self.faq else { return Vec::new() };
        let marked = faq.reader.focused_question();
        match marked.filter(|question| !faq.reader.is_open(*question)) {
            Some(question) => faq.reader.answer(question, true),
            None if faq.is_empty() => {
                let typed = faq.filter().to_owned();
                return self.search_for(&typed, Scope::All);
            }
            None => {}
        }
        Vec::new()
    }

    /// Ends typing; what was found stays marked, and back leads to where it was begun.
    pub(super) fn keep_find(&mut self) {
        self.prompt = None;
        let index = self.opened.as_ref().map_or(0, |opened| opened.index);
        let cost = self.view == View::Cost;
        if let Some(place) = self.text_mut().and_then(super::Reader::keep_find) {
            let below = self.text().filter(|_| cost);
            self.history.leave(match below.and_then(|reader| reader.below(place)) {
                Some(below) => Visited::Cost(Some(below)),
                None => Visited::Text { index, place },
            });
        }
    }

    /// Ends typing without having found anything to go to.
    pub(super) fn leave_prompt(&mut self) {
        if self.view == View::Search {
            self.leave_search();
            return;
        }
        if self.printing.take().is_some() {
            return;
        }
        self.leave_place();
        if matches!(self.view, View::Text | View::Cost)
            && let Some(reader) = self.text_mut()
        {
            reader.end_find();
        }
    }

    /// True when Esc takes marks or a filter away.
    pub(super) fn clears(&self) -> bool {
        let in_text = self.over.is_empty() && self.focus == super::Focus::Main;
        in_text && self.text().is_some_and(super::Reader::is_looking)
            || in_text && self.view == View::Faq && self.is_filtered()
            || in_text && self.has_clinic_words()
    }

    /// True when not all questions are shown.
    pub(super) fn is_filtered(&self) -> bool {
        self.faq.as_ref().is_some_and(|faq| !faq.filter().is_empty())
    }

    /// Takes marks and filter away.
    pub(super) fn clear_marks(&mut self) {
        let (setting, rows) = (self.setting(), self.rows());
        if let (View::Clinics, Some(clinics)) = (self.view, &mut self.clinics) {
            clinics.look("");
            return;
        }
        match (self.view, &mut self.faq) {
            (View::Faq, Some(faq)) => {
                faq.set_filter("", setting, rows);
                self.fit();
            }
            _ => {
                if let Some(reader) = self.text_mut() {
                    reader.look_for(None);
                }
            }
        }
    }

    /// Goes to the next match, or the one before, and says when that led around.
    pub(super) fn next_match(&mut self, next: bool) {
        self.focus = super::Focus::Main;
        let Some(reader) = self.text_mut() else { return };
        match reader.next_hit(next) {
            Step::On => {}
            Step::Around => {
                let found = reader.found().unwrap_or_default();
                let around =
                    if next { "past the end: at the first" } else { "past the start: at the last" };
                self.notice = Some(format!("{found}, {around}"));
            }
            Step::Nowhere => self.notice = Some("no match".to_owned()),
        }
    }

    /// How far the walk over what is looked for in view is, in words: `3 of 14`.
    #[must_use]
    pub fn found(&self) -> Option<String> {
        self.text().and_then(super::Reader::found)
    }

    /// What Enter and Esc do while something is typed.
    pub(super) fn typing_hints(&self) -> Vec<String> {
        let empty = self.prompt_shown().is_none_or(Prompt::is_empty);
        let places = self.over.is_empty() && self.asks_place();
        // Where nothing is found Enter has nothing to keep.
        let nothing = self.text().is_some_and(|reader| reader.is_looking() && reader.has_none());
        let none = matches!(self.over.last(), Some(Over::Choice(chooser)) if chooser.is_empty());
        let enter = match (self.over.is_empty(), self.view) {
            (false, _) => Some("choose").filter(|_| !none),
            (true, _) if self.asks_file() => Some(if empty { "leave" } else { "take it" }),
            (true, View::Clinics) if places => Some(if empty { "no place" } else { "take it" }),
            (true, View::Faq) => self.faq.as_ref().filter(|faq| !faq.is_empty()).map(Faq::enters),
            (true, View::Clinics) => Some("to the list"),
            (true, View::Search) => self.search.as_ref().and_then(Search::enters),
            (true, _) if empty => Some("leave"),
            (true, _) => Some("keep").filter(|_| !nothing),
        };
        let escape = if empty { "close" } else { "clear" };
        let scope = (self.over.is_empty() && self.view == View::Search).then_some("where");
        let scope = scope.or((places && !empty).then_some("complete"));
        let hints = [(Action::Act, enter), (Action::NextStop, scope), (Action::Back, Some(escape))];
        let key = |action| self.key_for(action);
        hints
            .iter()
            .filter_map(|(action, hint)| Some(format!("{} {}", key(*action)?, (*hint)?)))
            .collect()
    }

    /// What is said beside what is being typed.
    pub(super) fn typing_status(&self) -> String {
        match self.over.last() {
            Some(Over::Choice(chooser)) => chooser.counted(),
            Some(Over::Card(_) | Over::Filters(_)) => String::new(),
            None => match (&self.notice, self.view, &self.faq) {
                (Some(notice), ..) => notice.clone(),
                _ if self.asks_file() => String::new(),
                // Where nothing is found, what leads on matters more than how much that is.
                (None, View::Faq, Some(faq)) if faq.is_empty() => {
                    let key = self.key_for(Action::Act).unwrap_or_default();
                    format!("{key} {}", faq.enters())
                }
                (None, View::Faq, Some(faq)) => faq.counted(),
                (None, View::Clinics, _) if self.asks_place() => String::new(),
                (None, View::Clinics, _) => {
                    self.clinics.as_ref().map(Clinics::counted).unwrap_or_default()
                }
                (None, View::Search, _) => {
                    self.search.as_ref().map(Search::counted).unwrap_or_default()
                }
                _ => self.found().unwrap_or_default(),
            },
        }
    }
}
