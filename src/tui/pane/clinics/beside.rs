//! What stands beside the list: the chosen clinic's card, and what treatment there may cost.

use ratatui::layout::Rect;

use crate::cost::report::Report;
use crate::page::Glyphs;
use crate::tui::draw::{Canvas, small};
use crate::tui::pane::card::Card;

/// Lines that the card keeps above the estimate.
const CARD: u16 = 6;

/// A clinic's card above its estimate.
#[derive(Debug)]
pub struct Beside {
    /// The clinic, by its place in the list.
    pub clinic: usize,
    card: Card,
    estimate: Option<Card>,
}

impl Beside {
    /// The card of a clinic and an estimate for it.
    pub fn new(clinic: usize, card: Card, report: Option<&Report>) -> Self {
        let estimate = report.map(|report| Card::new("What it may cost there", report.brief()));
        Self { clinic, card, estimate }
    }

    /// Sets both for a window.
    pub fn fit(&mut self, width: usize, glyphs: Glyphs, height: usize) {
        for card in std::iter::once(&mut self.card).chain(&mut self.estimate) {
            card.fit(width, width, glyphs, height);
        }
    }

    /// Draws the estimate at the bottom of `area` and the card above it.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        // In the lowest windows there is room for the card alone.
        let lines = |estimate: &Card| small(estimate.lines());
        let fits = |estimate: &&Card| lines(estimate).saturating_add(1 + CARD) <= area.height;
        let Some(estimate) = self.estimate.as_ref().filter(fits) else {
            self.card.draw(canvas, area);
            return;
        };
        let height = lines(estimate);
        self.card.draw(canvas, Rect { height: area.height - height - 1, ..area });
        estimate.draw(canvas, Rect { y: area.bottom() - height, height, ..area });
    }
}
