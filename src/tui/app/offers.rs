//! Which actions do something here: help, footer and keys all ask the same question.

use super::{App, Focus, MEASURES, Over};
use crate::action::Action;

/// Where the keys go, as far as offers are concerned.
enum Here {
    Card { scrolls: bool },
    Help,
    Guides,
    Outline,
    Text,
}

impl App {
    fn place(&self) -> Here {
        match (self.over.last(), self.reading, self.focus) {
            (Some(Over::Card(card)), ..) => Here::Card { scrolls: card.scrolls() },
            (Some(Over::Help(_)), ..) => Here::Help,
            (None, false, _) => Here::Guides,
            (None, true, Focus::Outline) => Here::Outline,
            (None, true, Focus::Main) => Here::Text,
        }
    }

    /// True when `action` does something here and now.
    #[must_use]
    pub fn offers(&self, action: Action) -> bool {
        let here = self.place();
        let outlined = self.reader.as_ref().and_then(|reader| reader.guide().known_outline());
        let has_outline = outlined.is_some_and(|outline| !outline.sections.is_empty());
        match action {
            Action::Leave | Action::Crisis | Action::Help | Action::Quit | Action::Redraw => true,
            Action::Suspend => cfg!(unix),
            Action::Back => self.goes_back(),
            Action::Guides => !self.single && (self.reading || !self.over.is_empty()),
            Action::Down
            | Action::Up
            | Action::PageDown
            | Action::PageUp
            | Action::HalfPageDown
            | Action::HalfPageUp
            | Action::Top
            | Action::Bottom => !matches!(here, Here::Card { scrolls: false }),
            Action::NextStop | Action::PreviousStop => !matches!(here, Here::Card { .. }),
            Action::Act => !matches!(here, Here::Card { .. }),
            Action::Left => match here {
                Here::Guides => false,
                Here::Text => has_outline,
                _ => true,
            },
            Action::Right => match (here, &self.reader) {
                (Here::Card { .. }, _) => false,
                (Here::Text, Some(reader)) => reader.focused().is_some(),
                _ => true,
            },
            Action::Backward => self.over.is_empty() && self.history.has(true),
            Action::Forward => self.over.is_empty() && self.history.has(false),
            Action::NextSection | Action::PreviousSection | Action::Roomy => {
                matches!(here, Here::Text)
            }
            Action::Wider => {
                let room = self.measure < *MEASURES.end()
                    && usize::from(self.measure) < self.setting().wide;
                matches!(here, Here::Text) && room
            }
            Action::Narrower => {
                matches!(here, Here::Text) && self.shown_measure() > *MEASURES.start()
            }
            Action::Outline => matches!(here, Here::Text | Here::Outline) && has_outline,
            Action::ToggleAnswer
            | Action::ToggleAllAnswers
            | Action::OpenAnswer
            | Action::CloseAnswer
            | Action::OpenAllAnswers
            | Action::CloseAllAnswers => {
                matches!(here, Here::Text)
                    && self
                        .reader
                        .as_ref()
                        .is_some_and(super::super::pane::reader::Reader::has_questions)
            }
        }
    }

    /// Everything that does something here, in the order of the key table.
    #[must_use]
    pub fn offered(&self) -> Vec<Action> {
        let rows = self.keymap.rows.iter().map(|row| row.action);
        let mut offered: Vec<Action> = rows.filter(|action| self.offers(*action)).collect();
        offered.dedup();
        offered
    }

    /// What the footer names here, the most useful first.
    #[must_use]
    pub fn hints(&self) -> Vec<Action> {
        use Action as A;
        let wanted: &[Action] = match self.place() {
            Here::Card { .. } => &[A::Back, A::Down, A::PageDown],
            Here::Guides => &[A::Act, A::Down, A::Quit, A::Backward],
            Here::Help | Here::Outline => &[A::Act, A::Down, A::Back],
            Here::Text => &[
                A::PageDown,
                A::NextStop,
                A::Act,
                A::Outline,
                A::NextSection,
                A::ToggleAllAnswers,
                A::Backward,
                A::Quit,
            ],
        };
        wanted.iter().copied().filter(|action| self.offers(*action)).collect()
    }
}
