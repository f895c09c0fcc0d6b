//! Which actions do something here: help, footer and keys all ask the same question.

use super::{App, Clinics, Cost, Focus, Over, View};
use crate::action::Action;
use crate::settings::MEASURES;
use crate::tui::pane::reader::Reader;
use crate::tui::prompt::Prompt;

/// Where the keys go, as far as offers are concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Here {
    /// Everything is hidden.
    Hidden,
    Card {
        scrolls: bool,
    },
    /// A list to choose from; letters are typed into it.
    Choice {
        typing: bool,
    },
    /// Such a list without anything that is called what was typed.
    Nothing,
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
    /// Where the keys go.
    pub(super) fn place(&self) -> Here {
        match (self.over.last(), self.view, self.focus) {
            _ if self.hidden => Here::Hidden,
            (Some(Over::Card(card)), ..) => Here::Card { scrolls: card.scrolls() },
            (Some(Over::Choice(chooser)), ..) if chooser.is_empty() => Here::Nothing,
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
            Here::Nothing => matches!(action, Action::Back | Action::Help),
            Here::Choice { .. } if self.has_one_choice() && walks(action) => false,
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

    /// True when a list to choose from has one row, so that there is no other to go to.
    fn has_one_choice(&self) -> bool {
        matches!(self.over.last(), Some(Over::Choice(chooser)) if chooser.has_one())
    }

    fn offers_while_typing(&self, action: Action) -> bool {
        let finds = matches!(self.view, View::Text | View::Cost);
        // A search that found nothing may have nothing to choose, not even other words.
        let search = self.view == View::Search;
        let listed = self.search.as_ref().is_some_and(|search| search.enters().is_some());
        // Words that are nowhere lead nowhere.
        let empty = self.prompt.as_ref().is_none_or(Prompt::is_empty);
        let nowhere = finds && !empty && self.text().is_some_and(Reader::has_none);
        let towns = self.clinics.as_ref().and_then(|clinics| clinics.towns.as_ref());
        if self.asks_file() {
            return matches!(action, Action::Act | Action::Back | Action::Help);
        }
        match action {
            // Where no town is listed there is none to walk to.
            Action::Down | Action::Up | Action::NextStop if self.asks_place() => {
                towns.is_some_and(|towns| towns.completion().is_some())
            }
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::Act
                if search =>
            {
                listed
            }
            Action::PreviousStop if search => true,
            Action::Back | Action::Help => true,
            Action::Act => !nowhere,
            Action::Down => !nowhere && (!finds || !empty),
            Action::Up => finds && !nowhere && !empty,
            Action::NextStop => !finds,
            _ => false,
        }
    }

    fn offers_here(&self, action: Action, here: Here) -> bool {
        let in_text = matches!(here, Here::Text | Here::Faq | Here::Estimate);
        let in_card = matches!(here, Here::Card { .. });
        let in_choice = matches!(here, Here::Choice { .. });
        let text = self.text().filter(|_| in_text);
        // A filter that no question holds leaves nothing to go to, and where all of a text
        // fits the window there is nowhere to scroll.
        let nothing = here == Here::Faq && !text.is_some_and(Reader::has_questions);
        let still = here == Here::Text && !text.is_some_and(Reader::scrolls);
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
            | Action::Bottom => here != Here::Card { scrolls: false } && !nothing && !still,
            Action::NextStop | Action::PreviousStop if in_card => {
                matches!(self.over.last(), Some(Over::Card(card)) if card.has_alone())
            }
            Action::NextStop | Action::PreviousStop | Action::Act => {
                !in_card && !nothing && (here != Here::Text || text.is_some_and(Reader::acts))
            }
            Action::Left | Action::Right => self.offers_sideways(action, here),
            Action::Backward => !self.over.is_empty() || self.history.has(true, &self.here()),
            Action::Forward => self.over.is_empty() && self.history.has(false, &self.here()),
            Action::Find => {
                let rows = here == Here::Guides && !self.library.is_empty();
                text.is_some() || in_choice || rows || matches!(here, Here::Clinics | Here::Outline)
            }
            Action::NextMatch | Action::PreviousMatch => {
                let text = text.or_else(|| self.text().filter(|_| here == Here::Outline));
                text.is_some_and(Reader::is_looking)
            }
            Action::NextSection | Action::PreviousSection => {
                // Back leads to the beginning where there is no heading.
                let top = |reader: &Reader| action == Action::PreviousSection && reader.scrolls();
                let sections = text.is_some_and(|reader| top(reader) || reader.has_sections());
                matches!(here, Here::Text | Here::Estimate) && sections
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
            | Action::OpenAnswer
            | Action::CloseAnswer
            | Action::ToggleAllAnswers
            | Action::OpenAllAnswers
            | Action::CloseAllAnswers => text.is_some_and(|reader| opens(reader, action)),
        }
    }

    /// Left closes or leads to what stands at the left, right opens.
    fn offers_sideways(&self, action: Action, here: Here) -> bool {
        let text = self.text();
        match (action, here) {
            (Action::Left, Here::Guides | Here::Clinics) | (Action::Right, Here::Card { .. }) => {
                false
            }
            (Action::Left, Here::Text | Here::Faq) => {
                self.has_outline() || text.is_some_and(Reader::closes)
            }
            (Action::Right, Here::Text | Here::Faq | Here::Estimate) => {
                text.is_some_and(|reader| reader.focused().is_some())
            }
            _ => true,
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
}

/// True for what goes from row to row.
fn walks(action: Action) -> bool {
    matches!(
        action,
        Action::Down
            | Action::Up
            | Action::PageDown
            | Action::PageUp
            | Action::HalfPageDown
            | Action::HalfPageUp
            | Action::Top
            | Action::Bottom
            | Action::NextStop
            | Action::PreviousStop
    )
}

/// True when an action on answers does something in a text.
fn opens(reader: &Reader, action: Action) -> bool {
    match action {
        Action::ToggleAnswer => reader.is_asked_open().is_some(),
        Action::OpenAnswer => reader.is_asked_open() == Some(false),
        Action::CloseAnswer => reader.is_asked_open() == Some(true),
        _ => reader.has_questions(),
    }
}
