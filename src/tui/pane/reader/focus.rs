//! What can be acted on in the text, and how the focus moves over it.

use super::{Focus, Reader};
use crate::tui::pane::pages::Spot;

impl Reader {
    /// The first line of a stop.
    pub(super) fn line_of(&mut self, focus: Focus) -> Option<Spot> {
        let stop = self.pages.page(focus.piece).stops.get(focus.stop)?;
        let line = stop.parts.first()?.0;
        Some(Spot { piece: focus.piece, line })
    }

    pub(super) fn in_view(&mut self, focus: Focus) -> bool {
        let Some(spot) = self.line_of(focus) else { return false };
        let (bottom, _) = self.pages.down(self.top, self.height.saturating_sub(1));
        (self.top..=bottom).contains(&spot)
    }

    /// Moves the focus to the next or previous stop, from the top of the window when
    /// nothing has the focus.
    pub(super) fn move_focus(&mut self, next: bool) {
        if self.focus.is_none() {
            self.focus = self.stop_in_view(next);
            if self.focus.is_some() {
                return;
            }
        }
        // With nothing in view to act on, the search starts at the top of the window.
        let from = self.focus.unwrap_or_else(|| {
            let stops = self.pages.page(self.top.piece).stops.len();
            Focus { piece: self.top.piece, stop: if next { stops } else { 0 } }
        });
        let found = if next { self.stop_after(from) } else { self.stop_before(from) };
        if found.is_some() {
            self.focus = found;
            self.show_focus();
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
        let (bottom, _) = self.pages.down(self.top, self.height.saturating_sub(1));
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

    /// Gives the focus to the first stop in view when none has it.
    pub fn focus_first(&mut self) {
        if self.focus.is_none() {
            self.focus = self.stop_in_view(true);
        }
    }
}
