//! Drawing lines of a page into the window.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::theme;
use crate::page::{Line, Stop};

/// Draws `text` at column `x`, cut at the right edge of `area`; the column behind it.
pub fn text(buffer: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
    if y >= area.bottom() || x >= area.right() {
        return x;
    }
    buffer.set_stringn(x, y, text, usize::from(area.right() - x), style).0
}

/// Draws a line of a page at the left edge of `area`.
pub fn line(buffer: &mut Buffer, area: Rect, y: u16, line: &Line) {
    let mut x = area.x;
    for span in &line.spans {
        x = text(buffer, area, x, y, &span.text, theme::span(span));
    }
}

/// Marks the parts of a stop that stand on `line` of its page, drawn at row `y`.
pub fn focus(buffer: &mut Buffer, area: Rect, y: u16, stop: &Stop, line: usize) {
    for (_, column, columns) in stop.parts.iter().filter(|(l, ..)| *l == line) {
        let x = area.x.saturating_add(small(*column));
        let width = small(*columns).min(area.right().saturating_sub(x));
        buffer.set_style(
            Rect { x, y, width, height: 1 },
            Style::default().add_modifier(theme::focus()),
        );
    }
}

/// Draws the mark of the focused row in the gutter.
pub fn marker(buffer: &mut Buffer, area: Rect, y: u16) {
    text(buffer, area, area.x, y, ">", theme::strong());
}

/// Blanks an area, attributes included.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
            }
        }
    }
}

/// Reverses a whole row.
pub fn bar(buffer: &mut Buffer, area: Rect) {
    buffer.set_style(area, Style::default().add_modifier(Modifier::REVERSED));
}

/// A count of columns or rows as the window has them.
#[must_use]
pub fn small(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
