//! Back and forward through the places visited.

use super::{App, Clinics, Effect, Search, View};
use crate::tui::pane::clinics::choice::Asked;
use crate::tui::pane::reader::{Below, Place};
use crate::tui::pane::search::Scope;

/// So many places are remembered, in memory only.
const REMEMBERED: usize = 200;

/// A place that was left.
#[derive(Debug, Clone, PartialEq)]
pub enum Visited {
    /// The list of guides with this one chosen.
    Guides(usize),
    /// A place in the guide that has this place on the shelf.
    Text {
        /// The guide's place on the shelf.
        index: usize,
        /// The place in it.
        place: Place,
    },
    /// A place among the questions.
    Faq {
        /// What they were filtered by.
        filter: String,
        /// The place among those shown.
        place: Option<Place>,
    },
    /// What was searched for.
    Search {
        /// The words.
        typed: String,
        /// Where.
        scope: Scope,
        /// The row that was chosen.
        chosen: usize,
    },
    /// The clinics.
    Clinics {
        /// Which of them were asked for.
        asked: Box<Asked>,
        /// The one that was chosen, by its place in the list.
        clinic: Option<usize>,
    },
    /// The calculator, and the place below a heading of the estimate unless the fields had
    /// the keys: what stands above it may have changed since.
    Cost(Option<Below>),
}

/// The places behind and ahead.
#[derive(Debug, Default)]
pub struct History {
    behind: Vec<Visited>,
    ahead: Vec<Visited>,
    /// What lay ahead when a place was left last.
    was_ahead: Vec<Visited>,
}

impl History {
    /// Notes a place that is being left for a new one.
    pub fn leave(&mut self, place: Visited) {
        self.behind.push(place);
        if self.behind.len() > REMEMBERED {
            self.behind.remove(0);
        }
        self.was_ahead = std::mem::take(&mut self.ahead);
    }

    /// Notes that the reader is at `place` again, which was left last: it is as if it had
    /// never been left.
    pub fn returned(&mut self, place: &Visited) {
        let before = std::mem::take(&mut self.was_ahead);
        if self.behind.pop_if(|last| last == place).is_some() && self.ahead.is_empty() {
            self.ahead = before;
        }
    }

    /// True when the place that was left last is not the list of guides.
    #[must_use]
    pub fn came_from_text(&self) -> bool {
        self.behind.last().is_some_and(|place| !matches!(place, Visited::Guides(_)))
    }

    /// True when there is a place to go back to, or forward, other than `here`.
    #[must_use]
    pub fn has(&self, back: bool, here: &Visited) -> bool {
        let places = if back { &self.behind } else { &self.ahead };
        places.iter().any(|place| place != here)
    }
}

impl App {
    /// Where the reader is now.
    pub(super) fn here(&self) -> Visited {
        match (self.view, &self.opened, &self.faq) {
            (View::Text, Some(opened), _) => {
                Visited::Text { index: opened.index, place: opened.reader.place() }
            }
            (View::Faq, _, faq) => Visited::Faq {
                filter: faq.as_ref().map(|faq| faq.filter().to_owned()).unwrap_or_default(),
                place: faq.as_ref().map(|faq| faq.reader.place()),
            },
            (View::Search, ..) => {
                let search = self.search.as_ref();
                Visited::Search {
                    typed: search.map(|search| search.typed().to_owned()).unwrap_or_default(),
                    scope: search.map(Search::scope).unwrap_or_default(),
                    chosen: search.map(Search::chosen).unwrap_or_default(),
                }
            }
            (View::Clinics, ..) => {
                let clinics = self.clinics.as_ref();
                Visited::Clinics {
                    asked: clinics
                        .map(|clinics| clinics.asked().clone())
                        .unwrap_or_default()
                        .into(),
                    clinic: clinics.and_then(Clinics::clinic),
                }
            }
            (View::Cost, ..) => {
                let cost = self.cost.as_ref().filter(|cost| !cost.in_form);
                Visited::Cost(cost.and_then(|cost| cost.reader.below(cost.reader.place())))
            }
            _ => Visited::Guides(self.guides.chosen),
        }
    }

    /// Goes back, or forward again.
    pub(super) fn travel(&mut self, back: bool) -> Vec<Effect> {
        let here = self.here();
        let History { behind, ahead, .. } = &mut self.history;
        let (from, to) = if back { (behind, ahead) } else { (ahead, behind) };
        while from.last() == Some(&here) {
            from.pop();
        }
        let Some(place) = from.pop() else { return Vec::new() };
        to.push(here);
        match place {
            Visited::Guides(chosen) => {
                self.guides.chosen = chosen;
                self.show_guides();
                Vec::new()
            }
            Visited::Text { index, place } => {
                let effects = self.open(index, None);
                if let Some(reader) = self.text_mut() {
                    reader.return_to(place);
                }
                effects
            }
            Visited::Search { typed, scope, chosen } => {
                self.return_to_search(&typed, scope, chosen)
            }
            Visited::Clinics { asked, clinic } => {
                self.return_to_clinics(*asked, clinic);
                Vec::new()
            }
            Visited::Cost(place) => {
                self.show_cost();
                if let Some(cost) = &mut self.cost {
                    cost.in_form = place.is_none();
                    if let Some(place) = place {
                        cost.reader.return_below(&place);
                    }
                }
                Vec::new()
            }
            Visited::Faq { filter, place } => {
                let effects = self.show_faq();
                let (setting, rows) = (self.setting(), self.rows());
                if let Some(faq) = &mut self.faq {
                    if faq.filter() != filter {
                        faq.set_filter(&filter, setting, rows);
                    }
                    if let Some(place) = place {
                        faq.reader.return_to(place);
                    }
                }
                self.fit();
                effects
            }
        }
    }
}
