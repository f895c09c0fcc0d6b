//! Back and forward through the places visited.

use super::{App, Effect};
use crate::tui::pane::reader::Place;

/// So many places are remembered, in memory only.
const REMEMBERED: usize = 200;

/// A place that was left.
#[derive(Debug, Clone, Copy)]
pub enum Visited {
    /// The list of guides with this one chosen.
    Guides(usize),
    /// A place in a guide.
    Text(Place),
}

/// The places behind and ahead.
#[derive(Debug, Default)]
pub struct History {
    behind: Vec<Visited>,
    ahead: Vec<Visited>,
}

impl History {
    /// Notes a place that is being left for a new one.
    pub fn leave(&mut self, place: Visited) {
        self.behind.push(place);
        if self.behind.len() > REMEMBERED {
            self.behind.remove(0);
        }
        self.ahead.clear();
    }

    /// True when there is a place to go back to, or forward.
    #[must_use]
    pub fn has(&self, back: bool) -> bool {
        !if back { &self.behind } else { &self.ahead }.is_empty()
    }
}

impl App {
    /// Where the reader is now.
    pub(super) fn here(&self) -> Visited {
        match &self.reader {
            Some(reader) if self.reading => Visited::Text(reader.place()),
            _ => Visited::Guides(self.guides.chosen),
        }
    }

    /// Goes back, or forward again.
    pub(super) fn travel(&mut self, back: bool) -> Vec<Effect> {
        let here = self.here();
        let History { behind, ahead } = &mut self.history;
        let (from, to) = if back { (behind, ahead) } else { (ahead, behind) };
        let Some(place) = from.pop() else { return Vec::new() };
        to.push(here);
        match place {
            Visited::Guides(chosen) => {
                self.guides.chosen = chosen;
                self.show_guides();
                Vec::new()
            }
            Visited::Text(place) => {
                let effects = self.open(place.index, None);
                if let Some(reader) = &mut self.reader {
                    reader.return_to(place);
                }
                effects
            }
        }
    }
}
