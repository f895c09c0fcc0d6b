//! How the window is split: one pure function that update and drawing share.

use ratatui::layout::Rect;

/// From this many columns on, the outline stands beside the text.
pub const WIDE: u16 = 100;
/// Columns of the outline beside the text at least and at most, the gap behind it included.
const SIDE: std::ops::RangeInclusive<u16> = 30..=44;
/// Columns of a list beside which something is shown.
const LIST: std::ops::RangeInclusive<u16> = 46..=70;
/// Columns left of the text, where the mark of the focus stands.
pub const GUTTER: u16 = 2;

/// The parts of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// The line at the top.
    pub header: Rect,
    /// The outline, when it stands beside the text.
    pub side: Option<Rect>,
    /// Where text, lists and cards are shown; its first columns are the gutter.
    pub main: Rect,
    /// The line at the bottom.
    pub footer: Rect,
}

/// Splits a window. `side` asks for an outline beside the text, where there is room;
/// `measure` is the width of running text in columns, which stands in the middle.
#[must_use]
pub fn split(window: Rect, side: bool, measure: u16) -> Parts {
    let header = Rect { height: window.height.min(1), ..window };
    let footer_height = u16::from(window.height >= 3);
    let footer = Rect {
        y: window.y + window.height.saturating_sub(footer_height),
        height: footer_height,
        ..window
    };
    let mut body = Rect {
        y: window.y + header.height,
        height: window.height.saturating_sub(header.height + footer_height),
        ..window
    };
    // With room for it a blank line sets the text off from header and footer.
    if body.height >= 12 {
        body.y += 1;
        body.height -= 2;
    }
    let side = (side && window.width >= WIDE).then(|| {
        // What the text does not need helps headings to be read whole.
        let spare = window.width.saturating_sub(measure.saturating_add(GUTTER));
        let columns = spare.clamp(*SIDE.start(), *SIDE.end());
        body.x += columns;
        body.width -= columns;
        Rect { x: window.x, width: columns, ..body }
    });
    let wanted = measure.saturating_add(GUTTER);
    let spare = body.width.saturating_sub(wanted);
    let before = spare / 2;
    let main = Rect { x: body.x + before, width: body.width - before, ..body };
    Parts { header, side, main, footer }
}

/// Splits the width of a window with room for it into a list and what stands beside it.
#[must_use]
pub fn halves(window: Rect, main: Rect) -> Option<(Rect, Rect)> {
    if window.width < WIDE {
        return None;
    }
    let list = (window.width * 9 / 20).clamp(*LIST.start(), *LIST.end());
    let beside = window.x + list;
    let list = Rect { x: window.x, width: list - GUTTER, ..main };
    Some((list, Rect { x: beside, width: window.right() - beside, ..main }))
}

impl Parts {
    /// Columns for running text at a measure of `measure`: at least 1.
    #[must_use]
    pub fn text_width(&self, measure: u16) -> usize {
        usize::from(self.main.width.saturating_sub(GUTTER).min(measure).max(1))
    }

    /// Columns for tables and code: at least 1.
    #[must_use]
    pub fn wide_width(&self) -> usize {
        usize::from(self.main.width.saturating_sub(GUTTER).max(1))
    }
}
