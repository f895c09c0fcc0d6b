//! What can be acted on in the text, and how the focus moves over it.

use super::{Focus, Reader};
use crate::page::Stop;
use crate::tui::layout::GUTTER;
use crate::tui::pane::pages::Spot;

impl Reader {
    /// Sees whether there is anything to act on in a text that is not long.
    pub(super) fn see_stops(&mut self) {
        /// Bytes of text in which to look.
        const SHORT: usize = 64 * 1024;
        let pieces = 0..self.guide().pieces();
        let short = self.guide().source().len() <= SHORT;
        self.acts = !short || pieces.into_iter().any(|piece| !self.pages.stops(piece).is_empty());
    }

    /// False when nothing in the text can be acted on, as far as that is known.
    #[must_use]
    pub fn acts(&self) -> bool {
        self.acts
    }

    /// The first line of a stop.
    pub(super) fn line_of(&mut self, focus: Focus) -> Option<Spot> {
        let stop = self.pages.page(focus.piece).stops.get(focus.stop)?;
        let line = stop.parts.first()?.0;
        Some(Spot { piece: focus.piece, line })
    }

    /// The first and the last line of a stop.
    pub(super) fn lines_of(&mut self, focus: Focus) -> Option<(Spot, Spot)> {
        let parts = &self.pages.page(focus.piece).stops.get(focus.stop)?.parts;
        let spot = |line| Spot { piece: focus.piece, line };
        Some((spot(parts.first()?.0), spot(parts.last()?.0)))
    }

    pub(super) fn in_view(&mut self, focus: Focus) -> bool {
        let Some(spot) = self.line_of(focus) else { return false };
        (self.top..=self.bottom()).contains(&spot)
    }

    /// Gives the focus to what stands at a row and column of the area drawn in, its gutter
    /// included; false when nothing there can be acted on.
    pub fn focus_at(&mut self, row: usize, column: usize) -> bool {
        let (spot, moved) = self.pages.down(self.top, row);
        let column = column.checked_sub(usize::from(GUTTER)).filter(|_| moved == row);
        let stops = &self.pages.page(spot.piece).stops;
        let there = |column: usize| {
            stops.iter().position(|stop| {
                let within = |part: &&(usize, usize, usize)| {
                    part.0 == spot.line && (part.1..part.1 + part.2).contains(&column)
                };
                stop.parts.iter().any(|part| within(&part))
            })
        };
        let stop = column.and_then(there);
        if let Some(stop) = stop {
            self.focus = Some(Focus { piece: spot.piece, stop });
        }
        stop.is_some()
    }

    /// The last line in view.
    pub(super) fn bottom(&mut self) -> Spot {
        self.pages.down(self.top, self.height.saturating_sub(1)).0
    }

    /// Moves the focus to the next or previous stop, from the top of the window when
    /// nothing has the focus.
    pub(super) fn move_focus(&mut self, next: bool) {
        if self.focus.is_none() {
            let near = self.stop_near_hit(next);
            self.focus = near.or_else(|| self.stop_in_view(next));
            if self.focus.is_some() {
                self.show_focus();
                return;
            }
        }
        let found = match self.focus {
            Some(from) if next => self.stop_after(from),
            Some(from) => self.stop_before(from),
            // With nothing in view to act on, the search starts at the top of the window.
            None => self.stop_near(self.top, 0, next),
        };
        if found.is_some() {
            self.focus = found;
            self.show_focus();
        }
    }

    /// What can be acted on from a column of a line on, or before it.
    pub(super) fn stop_near(&mut self, spot: Spot, column: usize, next: bool) -> Option<Focus> {
        let piece = spot.piece;
        let stops = &self.pages.page(piece).stops;
        let count = stops.len();
        let before = |stop: &Stop| {
            stop.parts.first().is_some_and(|part| (part.0, part.1) < (spot.line, column))
        };
        let after = stops.partition_point(before);
        if next {
            let here = (after < count).then_some(Focus { piece, stop: after });
            here.or_else(|| self.stop_after(Focus { piece, stop: count }))
        } else {
            self.stop_before(Focus { piece, stop: after })
        }
    }

    pub(super) fn stop_after(&mut self, from: Focus) -> Option<Focus> {
        if from.stop + 1 < self.pages.page(from.piece).stops.len() {
            return Some(Focus { stop: from.stop + 1, ..from });
        }
        let pieces = from.piece + 1..self.guide().pieces();
        let piece = pieces.into_iter().find(|piece| !self.pages.stops(*piece).is_empty())?;
        Some(Focus { piece, stop: 0 })
    }

    pub(super) fn stop_before(&mut self, from: Focus) -> Option<Focus> {
        if from.stop > 0 {
            return Some(Focus { stop: from.stop - 1, ..from });
        }
        let piece = (0..from.piece).rev().find(|piece| !self.pages.stops(*piece).is_empty())?;
        let stop = self.pages.page(piece).stops.len() - 1;
        Some(Focus { piece, stop })
    }

    /// The first or last stop in view.
    pub(super) fn stop_in_view(&mut self, first: bool) -> Option<Focus> {
        let bottom = self.bottom();
        let mut found = None;
        for piece in self.top.piece..=bottom.piece {
            let count = self.pages.page(piece).stops.len();
            for stop in 0..count {
                let focus = Focus { piece, stop };
                if self.line_of(focus).is_some_and(|spot| (self.top..=bottom).contains(&spot)) {
                    if first {
                        return Some(focus);
                    }
                    found = Some(focus);
                }
            }
        }
        found
    }

    /// Scrolls so that the focus is in view, with what follows it: it may be a question
    /// about to be opened.
    pub(super) fn show_focus(&mut self) {
        let Some(focus) = self.focus else { return };
        let Some(spot) = self.line_of(focus) else { return };
        if self.in_view(focus) {
            return;
        }
        let top = self.pages.up(spot, self.height / 3);
        self.scroll(top);
        self.focus = Some(focus);
    }

    /// Scrolls no further than it takes to have the whole of the focus in view.
    pub(super) fn reveal_focus(&mut self) {
        let Some(focus) = self.focus else { return };
        let Some((first, last)) = self.lines_of(focus) else { return };
        let top = if first < self.top {
            first
        } else if last > self.bottom() {
            self.pages.up(last, self.height.saturating_sub(1)).min(first)
        } else {
            return;
        };
        self.scroll(top);
        self.focus = Some(focus);
    }
}
