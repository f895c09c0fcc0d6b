//! What the footer and the lists of keys say of the actions that are offered here.

use super::offers::Here;
use super::{App, Clinics, View};
use crate::action::Action;
use crate::page::What;
use crate::tui::pane::reader::Reader;

impl App {
    /// What the footer names here, the most useful first.
    #[must_use]
    pub fn hints(&self) -> Vec<(Action, &'static str)> {
        use Action as A;
        let looking = self.text().is_some_and(Reader::is_looking);
        let wanted: &[Action] = match self.place() {
            Here::Hidden | Here::Prompt | Here::Nothing | Here::Choice { typing: true } => &[],
            Here::Card { .. } => {
                &[A::Back, A::TakePrice, A::PageDown, A::Copy, A::NextStop, A::Down]
            }
            Here::Guides => &[
                A::Act,
                A::Faults,
                A::Faq,
                A::Clinics,
                A::Cost,
                A::Palette,
                A::Find,
                A::Down,
                A::Quit,
                A::Backward,
            ],
            Here::Clinics if self.clears() => &[A::Act, A::Back, A::Find, A::Place, A::Filters],
            Here::Clinics => &[
                A::Act,
                A::TakePrice,
                A::Place,
                A::Filters,
                A::Find,
                A::Map,
                A::Compare,
                A::ClearMarks,
                A::Down,
                A::Quit,
            ],
            Here::Fields if self.field_prompt().is_some() => &[A::Back, A::Down],
            Here::Fields => &[A::Back, A::Act, A::Down],
            Here::Estimate if looking => {
                &[A::NextMatch, A::PreviousMatch, A::Back, A::Find, A::Left, A::PageDown]
            }
            Here::Estimate => &[
                A::Left,
                A::Print,
                A::PageDown,
                A::NextStop,
                A::Act,
                A::Undo,
                A::Find,
                A::NextSection,
                A::ToggleAllAnswers,
                A::Quit,
            ],
            Here::Choice { typing: false } => &[A::Act, A::Down, A::Find, A::Back],
            Here::Outline | Here::Filters => &[A::Act, A::Down, A::Back],
            Here::Text if looking => {
                &[A::NextMatch, A::PreviousMatch, A::Back, A::Find, A::PageDown, A::NextStop]
            }
            Here::Faq if looking => {
                &[A::Act, A::Down, A::NextMatch, A::Find, A::Back, A::ToggleAllAnswers]
            }
            Here::Faq => &[
                A::Act,
                A::Find,
                A::NextStop,
                A::ToggleAllAnswers,
                A::Down,
                A::Guides,
                A::Backward,
                A::Quit,
            ],
            // Whoever came by a link wants to know how to come back.
            Here::Text if self.history.came_from_text() => &[
                A::PageDown,
                A::Backward,
                A::NextStop,
                A::Act,
                A::Outline,
                A::Find,
                A::Faq,
                A::NextSection,
                A::ToggleAllAnswers,
                A::Quit,
            ],
            Here::Text => &[
                A::PageDown,
                A::NextStop,
                A::Act,
                A::Outline,
                A::Find,
                A::Faq,
                A::NextSection,
                A::ToggleAllAnswers,
                A::Backward,
                A::Quit,
            ],
        };
        // What has the focus is what the next key is for.
        let in_text = matches!(self.place(), Here::Text | Here::Estimate);
        let focused = in_text && self.text().is_some_and(|reader| reader.focused().is_some());
        let first = focused.then_some(A::Act);
        let others = wanted.iter().copied().filter(|action| Some(*action) != first);
        let named = |action: &Action| self.offers(*action) && self.key_for(*action).is_some();
        let wanted = first.into_iter().chain(others).filter(named);
        wanted.map(|action| (action, self.hint_for(action))).collect()
    }

    /// What an action does here, for a list of keys.
    pub(super) fn help_for(&self, action: Action) -> &'static str {
        let fields = self.place() == Here::Fields;
        let typing = self.place() == Here::Prompt && !self.asks_file() && !self.asks_place();
        let searching = typing && self.view == View::Search;
        let finding = typing && matches!(self.view, View::Text | View::Cost);
        let listed = matches!(self.place(), Here::Choice { .. } | Here::Nothing);
        match action {
            Action::NextStop if listed => "next line",
            Action::PreviousStop if listed => "previous line",
            Action::Back
                if matches!(self.place(), Here::Choice { typing: true } | Here::Nothing) =>
            {
                "clear the words, then leave"
            }
            Action::Act if finding => "keep what is found marked",
            Action::Down if finding => "next match",
            Action::Up if finding => "previous match",
            Action::Back if finding => "clear the words, then leave",
            Action::Act if typing && self.view == View::Faq => "open what is marked",
            Action::Down | Action::NextStop | Action::Act if typing && !searching => "to the list",
            Action::Back if typing && !searching => "clear the words, then leave",
            Action::NextStop | Action::PreviousStop if searching => "search elsewhere",
            Action::Act if searching => "open what was found",
            Action::Back if searching => "clear the words, then leave",
            Action::NextStop | Action::Down if fields => "next field",
            Action::PreviousStop | Action::Up if fields => "field before",
            Action::Act if fields && self.field_prompt().is_none() => "next choice",
            Action::Act if fields => "take it, next field",
            Action::NextStop if matches!(self.place(), Here::Card { .. }) => {
                "next number or address"
            }
            Action::PreviousStop if matches!(self.place(), Here::Card { .. }) => {
                "number or address before"
            }
            Action::Left if self.place() == Here::Estimate => "close, or to the fields",
            Action::Back if fields => "to the estimate",
            _ => action.help(),
        }
    }

    /// A word or two for what an action does here.
    fn hint_for(&self, action: Action) -> &'static str {
        let here = self.place();
        let text = self.text().filter(|_| matches!(here, Here::Text | Here::Faq | Here::Estimate));
        match action {
            Action::Act if here == Here::Fields && self.field_prompt().is_none() => "change",
            Action::Act | Action::Down if here == Here::Fields => "next field",
            Action::Back if here == Here::Fields => "result",
            Action::Left if here == Here::Estimate && !text.is_some_and(Reader::closes) => "fields",
            Action::Left if here == Here::Estimate => "close",
            Action::Find if here == Here::Clinics => "name, town",
            Action::Find if !matches!(here, Here::Text | Here::Estimate) => "filter",
            Action::Act if here == Here::Filters => "choose",
            Action::Compare if self.clinics.as_ref().is_some_and(Clinics::is_marked) => "unmark",
            Action::Back if here == Here::Clinics && self.clears() => "show all",
            Action::Act if text.is_some_and(Reader::is_on_open) => "close",
            Action::Act => match text.and_then(Reader::focused) {
                Some(What::OpenAll(_)) => "open all",
                Some(What::CloseAll(_)) => "close all",
                None if text.is_some() => "first link",
                _ => action.hint(),
            },
            Action::Quit if !self.goes_back() => "leave",
            Action::Back if here == Here::Faq && self.is_filtered() => "show all",
            Action::Back if text.is_some_and(Reader::is_looking) => "clear",
            Action::Back if matches!(here, Here::Card { .. }) => "close",
            Action::NextStop if matches!(here, Here::Card { .. }) => "next to copy",
            Action::NextStop if here == Here::Faq || text.is_some_and(Reader::is_among_rows) => {
                "next"
            }
            _ => action.hint(),
        }
    }
}
