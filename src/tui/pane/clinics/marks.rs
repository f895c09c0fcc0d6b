//! Clinics that are marked to be compared.

use super::Clinics;
use crate::clinic::{Clinic, compare};
use crate::tui::pane::card::Card;

/// Clinics that are compared at most.
pub const COMPARED: usize = 4;

impl Clinics {
    /// How many are marked to be compared.
    #[must_use]
    pub fn marks(&self) -> usize {
        self.marked.len()
    }

    /// True when the chosen clinic is marked.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.clinic().is_some_and(|i| self.marked.contains(&i))
    }

    /// Marks the chosen clinic to be compared, or takes its mark away; false when enough are
    /// marked.
    pub fn mark(&mut self) -> bool {
        let Some(chosen) = self.clinic() else { return true };
        match self.marked.iter().position(|i| *i == chosen) {
            Some(mark) => drop(self.marked.remove(mark)),
            None if self.marked.len() == COMPARED => return false,
            None => self.marked.push(chosen),
        }
        self.refill(Some(chosen));
        true
    }

    /// Takes all marks away.
    pub fn clear_marks(&mut self) {
        self.marked.clear();
        self.refill(self.clinic());
    }

    /// The marked clinics side by side.
    pub(super) fn compared(&self) -> Card {
        let clinics: Vec<Clinic> = self.marked.iter().map(|i| self.list.clinic(*i)).collect();
        Card::new(&format!("Compare {} clinics", clinics.len()), compare::table(&clinics))
    }
}
