//! Which actions do something here: help, footer and keys all ask the same question.

use super::{App, Clinics, Cost, Focus, Over, View};
use crate::action::Action;
use crate::page::What;
use crate::settings::MEASURES;
use crate::tui::pane::reader::Reader;

/// Where the keys go, as far as offers are concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Here {
    /// Everything is hidden.
    Hidden,
    Card {
        scrolls: bool,
    },
    /// A list to choose from; letters are typed into it.
    Choice {
        typing: bool,
    },
    /// Words to find, or to filter questions by, are being typed.
    Prompt,
    Guides,
    Outline,
    Text,
    /// The list of questions.
    Faq,
    Clinics,
    /// The filters of the clinics.
    Filters,
    /// The fields of the calculator.
    Fields,
    /// Its estimate.
    Estimate,
}

impl App {
    fn place(&self) -> Here {
        match (self.over.last(), self.view, self.focus) {
            _ if self.hidden => Here::Hidden,
            (Some(Over::Card(card)), ..) => Here::Card { scrolls: card.scrolls() },
            (Some(Over::Choice(chooser)), ..) => Here::Choice { typing: chooser.prompt.is_some() },
            (Some(Over::Filters(_)), ..) => Here::Filters,
            _ if self.prompt.is_some() || self.asks_file() => Here::Prompt,
            _ if self.in_form() => Here::Fields,
            (None, View::Cost, _) => Here::Estimate,
            // The search has a line to type in as long as it is in view.
            (None, View::Guides | View::Search, _) => Here::Guides,
            (None, View::Clinics, _) => Here::Clinics,
            (None, _, Focus::Outline) => Here::Outline,
            (None, View::Text, Focus::Main) => Here::Text,
            (None, View::Faq, Focus::Main) => Here::Faq,
        }
    }

    /// True when `action` does something here and now.
    #[must_use]
    pub fn offers(&self, action: Action) -> bool {
        let here = self.place();
        let always = matches!(
            action,
            Action::Leave | Action::Crisis | Action::Redraw | Action::Neutral | Action::Suspend
        );
        match here {
            _ if action == Action::Suspend => cfg!(unix),
            _ if always => true,
            Here::Hidden => false,
            Here::Prompt => self.offers_while_typing(action),
            Here::Fields => matches!(
                action,
                Action::Down
                    | Action::Up
                    | Action::NextStop
                    | Action::PreviousStop
                    | Action::Act
                    | Action::Back
                    | Action::Help
            ),
            Here::Choice { typing: true } => matches!(
                action,
                Action::Down
                    | Action::Up
                    | Action::PageDown
                    | Action::PageUp
                    | Action::NextStop
                    | Action::PreviousStop
                    | Action::Act
                    | Action::Back
                    | Action::Help
            ),
            _ => self.offers_here(action, here),
        }
    }

    fn offers_while_typing(&self, action: Action) -> bool {
        let (text, search) = (self.view == View::Text, self.view == View::Search);
        let towns = self.clinics.as_ref().and_then(|clinics| clinics.towns.as_ref());
        if self.asks_file() {
            return matches!(action, Action::Act | Action::Back | Action::Help);
        }
        match action {
            // Where no town is listed there is none to walk to.
            Action::Down | Action::Up | Action::NextStop if self.asks_place() => {
                towns.is_some_and(|towns| towns.completion().is_some())
            }
            Action::Up | Action::PageDown | Action::PageUp | Action::PreviousStop if search => true,
            Action::Back | Action::Act | Action::Down | Action::Help => true,
            Action::Up => text,
            Action::NextStop => !text,
            _ => false,
        }
    }

    fn offers_here(&self, action: Action, here: Here) -> bool {
        let in_text = matches!(here, Here::Text | Here::Faq | Here::Estimate);
        let in_card = matches!(here, Here::Card { .. });
        let in_choice = matches!(here, Here::Choice { .. });
        let text = self.text().filter(|_| in_text);
        // A filter that no question holds leaves nothing to go to.
        let nothing = here == Here::Faq && !text.is_some_and(Reader::has_questions);
        match action {
            Action::Leave
            | Action::Crisis
            | Action::Redraw
            | Action::Neutral
            | Action::Suspend
            | Action::Help
            | Action::Menu
            | Action::Palette
            | Action::Search
            | Action::Quit
            | Action::Theme
            | Action::Mouse => true,
            Action::Back => self.steps_back(),
            Action::Guides => !self.single && (here != Here::Guides),
            Action::Faq => {
                here != Here::Faq
                    && (!self.single || self.opened_reader().is_some_and(Reader::has_questions))
            }
            Action::Clinics => here != Here::Clinics,
            Action::Cost => here != Here::Estimate,
            Action::Filters
            | Action::Place
            | Action::Map
            | Action::Compare
            | Action::ClearMarks
            | Action::TakePrice => self.offers_among_clinics(action, here),
            Action::Print => here == Here::Estimate,
            Action::Undo => {
                here == Here::Estimate && self.cost.as_ref().is_some_and(Cost::can_undo)
            }
            Action::Down
            | Action::Up
            | Action::PageDown
            | Action::PageUp
            | Action::HalfPageDown
            | Action::HalfPageUp
            | Action::Top
            | Action::Bottom => here != Here::Card { scrolls: false } && !nothing,
            Action::NextStop | Action::PreviousStop | Action::Act => !in_card && !nothing,
            Action::Left => match here {
                Here::Guides | Here::Clinics => false,
                Here::Text | Here::Faq => self.has_outline() || text.is_some_and(Reader::closes),
                _ => true,
            },
            Action::Right => match here {
                Here::Card { .. } => false,
                Here::Text | Here::Faq | Here::Estimate => {
                    text.is_some_and(|reader| reader.focused().is_some())
                }
                _ => true,
            },
            Action::Backward => !self.over.is_empty() || self.history.has(true, &self.here()),
            Action::Forward => self.over.is_empty() && self.history.has(false, &self.here()),
            Action::Find => {
                let rows = here == Here::Guides && !self.library.is_empty();
                text.is_some() || in_choice || rows || here == Here::Clinics
            }
            Action::NextMatch | Action::PreviousMatch => text.is_some_and(Reader::is_looking),
            Action::NextSection | Action::PreviousSection => {
                matches!(here, Here::Text | Here::Estimate)
                    || here == Here::Faq && self.has_outline()
            }
            Action::Faults => !in_card && self.has_faults(),
            Action::Roomy => in_text,
            Action::CopySection => text.is_some(),
            Action::Copy => {
                in_card || matches!(here, Here::Guides | Here::Clinics) || text.is_some()
            }
            Action::Wider => {
                let room = self.measure < *MEASURES.end()
                    && usize::from(self.measure) < self.setting().wide;
                in_text && room
            }
            Action::Narrower => in_text && self.shown_measure() > *MEASURES.start(),
            Action::Outline => {
                (in_text || here == Here::Outline) && here != Here::Estimate && self.has_outline()
            }
            Action::ToggleAnswer
            | Action::ToggleAllAnswers
            | Action::OpenAnswer
            | Action::CloseAnswer
            | Action::OpenAllAnswers
            | Action::CloseAllAnswers => text.is_some_and(Reader::has_questions),
        }
    }

    fn offers_among_clinics(&self, action: Action, here: Here) -> bool {
        let has = |what: fn(&Clinics) -> bool| self.clinics.as_ref().is_some_and(what);
        match (action, here) {
            (Action::Filters, Here::Filters) | (Action::Filters | Action::Place, Here::Clinics) => {
                true
            }
            (Action::Map, Here::Clinics) => has(Clinics::has_points),
            (Action::Compare, Here::Clinics) => has(|all| all.clinic().is_some()),
            (Action::ClearMarks, Here::Clinics) => has(|all| all.marks() > 0),
            (Action::TakePrice, Here::Clinics) => has(Clinics::states_price),
            // On the card of the chosen clinic its price is read.
            (Action::TakePrice, Here::Card { .. }) => {
                let card = self.over.last().filter(|_| self.view == View::Clinics);
                let clinics = self.clinics.as_ref();
                let own = clinics.and_then(Clinics::card).map(|card| card.title);
                let of_it = |over: &Over| matches!(over, Over::Card(card) if Some(&card.title) == own.as_ref());
                card.is_some_and(of_it) && has(Clinics::states_price)
            }
            _ => false,
        }
    }

    /// The guide that is open, whether it is in view or not.
    fn opened_reader(&self) -> Option<&Reader> {
        self.opened.as_ref().map(|opened| &opened.reader)
    }

    /// Everything that does something here, in the order of the key table.
    #[must_use]
    pub fn offered(&self) -> Vec<Action> {
        let rows = self.keymap.rows.iter().map(|row| row.action);
        let mut offered: Vec<Action> = Vec::new();
        for action in rows.filter(|action| self.offers(*action)) {
            if !offered.contains(&action) {
                offered.push(action);
            }
        }
        offered
    }

    /// What the footer names here, the most useful first.
    #[must_use]
    pub fn hints(&self) -> Vec<(Action, &'static str)> {
        use Action as A;
        let looking = self.text().is_some_and(Reader::is_looking);
        let wanted: &[Action] = match self.place() {
            Here::Hidden | Here::Prompt | Here::Choice { typing: true } => &[],
            Here::Card { .. } => &[A::Back, A::TakePrice, A::PageDown, A::Down, A::Copy],
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
            Here::Estimate if self.text().is_some_and(|reader| reader.focused().is_some()) => {
                &[A::Act, A::Left, A::Print, A::NextStop, A::PageDown, A::Undo, A::Quit]
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
        let named = |action: &Action| self.offers(*action) && self.keymap.key(*action).is_some();
        let wanted = wanted.iter().copied().filter(named);
        wanted.map(|action| (action, self.hint_for(action))).collect()
    }

    /// What an action does here, for a list of keys.
    pub(super) fn help_for(&self, action: Action) -> &'static str {
        let fields = self.place() == Here::Fields;
        let searching = self.place() == Here::Prompt && self.view == View::Search;
        match action {
            Action::NextStop | Action::PreviousStop if searching => "search elsewhere",
            Action::Act if searching => "open what was found",
            Action::Back if searching => "clear the words, then leave",
            Action::NextStop | Action::Down if fields => "next field",
            Action::PreviousStop | Action::Up if fields => "field before",
            Action::Act if fields && self.field_prompt().is_none() => "next choice",
            Action::Act if fields => "take it, next field",
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
            _ => action.hint(),
        }
    }
}
