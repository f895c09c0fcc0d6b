//! What is wrong in the files that were read: one line at first, all of it by a key.

use super::{App, Card};
use crate::action::Action;
use crate::guide::block::{Block, Item, Kind};
use crate::library::Fault;

impl App {
    /// The faults of settings and folders, and of the guides read so far.
    fn known_faults(&self) -> Vec<Fault> {
        let mut faults = self.faults.clone();
        for fault in self.library.faults_read() {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        faults
    }

    /// True when there are any.
    pub(super) fn has_faults(&self) -> bool {
        !self.faults.is_empty() || self.library.faults_read().next().is_some()
    }

    /// The first of those found at the start in a line, with the key that lists the others.
    pub(super) fn first_fault(&self) -> Option<String> {
        let (first, rest) = self.faults.split_first()?;
        let key = self.key_for(Action::Faults);
        Some(match (rest.len(), key) {
            // It may be longer than the line it stands in.
            (0, Some(key)) => format!("(more: {key}) {first}"),
            (0, None) => first.to_string(),
            (more, Some(key)) => format!("(+{more} more: {key}) {first}"),
            (more, None) => format!("(+{more} more) {first}"),
        })
    }

    /// Lists all of them.
    pub(super) fn show_faults(&mut self) {
        let item =
            |fault: Fault| Item { task: None, blocks: vec![Block::paragraph(&fault.to_string())] };
        let items = self.known_faults().into_iter().map(item).collect();
        let list = Block { at: 0, kind: Kind::List { start: None, items, tight: false } };
        let lead = "What could be read is shown; the rest is listed here.";
        self.show(Card::new("Faults found in files", vec![Block::paragraph(lead), list]));
    }
}
