//! The clinics that are shown, on a map and in words.

use std::collections::BTreeMap;

use super::Clinics;
use crate::clinic::map::{self, Map};
use crate::guide::block::{Block, Kind};
use crate::page::Glyphs;

/// Lines of a card that the words above the map take, about.
const WORDS: usize = 10;
/// A smaller map shows nothing that words do not.
const LEAST: (usize, usize) = (24, 6);

impl Clinics {
    /// True when any of those shown has a place.
    #[must_use]
    pub fn has_points(&self) -> bool {
        self.shown.rows.iter().any(|(i, _)| self.list.point(*i).is_some())
    }

    /// A map of those shown for a window of so many columns and rows, the same in words
    /// above it.
    #[must_use]
    pub fn map(&self, columns: usize, rows: usize) -> Vec<Block> {
        let shown = self.shown.rows.iter().map(|(i, _)| *i);
        let points: Vec<_> = shown.clone().filter_map(|i| self.list.point(i)).collect();
        let mut states: BTreeMap<String, usize> = BTreeMap::new();
        for i in shown.filter(|i| self.list.point(*i).is_some()) {
            *states.entry(self.list.state(i)).or_default() += 1;
        }
        let states: Vec<_> = states.into_iter().collect();
        let mut blocks =
            vec![Block::paragraph(&format!("Clinics found: {}.", map::in_words(&states)))];
        let chosen = self.clinic().filter(|i| self.list.point(*i).is_some());
        let rows = rows.saturating_sub(WORDS);
        if columns < LEAST.0 || rows < LEAST.1 {
            blocks.push(Block::paragraph("The map needs a larger window."));
            return blocks;
        }
        if let Some(i) = chosen {
            let clinic = self.list.clinic(i);
            let said = format!("Chosen, marked @: {}, {}.", clinic.name, clinic.place());
            blocks.push(Block::paragraph(&said));
        }
        let asked: Vec<&str> = self.asked.filter.states.iter().map(String::as_str).collect();
        let chosen = chosen.and_then(|i| self.list.point(i));
        let map = Map { states: &asked, points: &points, chosen };
        let lines = match self.window.glyphs {
            Glyphs::Unicode => map.draw(columns, rows),
            Glyphs::Ascii => map.ascii(columns, rows),
        };
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
        blocks.push(Block { at: 0, kind: Kind::Code(lines.join("\n")) });
        let lead = "Each sign stands for a town's middle or a ZIP code, not for a door; a digit \
                    for several clinics, + for ten or more.";
        blocks.push(Block::paragraph(lead));
        blocks
    }
}
