//! What panes draw on: the frame, with the looks and signs to draw in.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::layout::GUTTER;
use super::looks::Looks;
use crate::page::{Glyphs, Line, Page};

/// A frame being drawn.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The frame's cells.
    pub buffer: &'a mut Buffer,
    /// How each role looks.
    pub looks: &'a Looks,
    /// The signs to draw with.
    pub glyphs: Glyphs,
}

impl Canvas<'_> {
    /// Draws `text` at column `x`, cut at the right edge of `area`; the column behind it.
    pub fn text(&mut self, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
        if y >= area.bottom() || x >= area.right() {
            return x;
        }
        self.buffer.set_stringn(x, y, text, usize::from(area.right() - x), style).0
    }

    /// Draws a line of a page at the left edge of `area`.
    pub fn line(&mut self, area: Rect, y: u16, line: &Line) {
        let mut x = area.x;
        for span in &line.spans {
            x = self.text(area, x, y, &span.text, self.looks.span(span));
        }
    }

    /// Draws the page of a row of a list into `area`, whose first columns are the gutter;
    /// where the cursor rests when the row is `chosen`.
    pub fn row(&mut self, page: &Page, area: Rect, chosen: bool) -> Option<Position> {
        let gutter = GUTTER.min(area.width);
        let text = Rect { x: area.x + gutter, width: area.width - gutter, ..area };
        let mut cursor = None;
        for (y, (i, line)) in (area.y..area.bottom()).zip(page.lines.iter().enumerate()) {
            self.line(text, y, line);
            for hit in &page.hits {
                self.highlight(text, y, &hit.parts, i, self.looks.found);
            }
            if chosen && i == 0 {
                self.marker(area, y);
                cursor = Some(Position::new(area.x, y));
            }
        }
        cursor
    }

    /// Lays `style` over those `parts` (line, column, columns) that stand on `line` of
    /// their page, drawn at row `y`.
    pub fn highlight(
        &mut self,
        area: Rect,
        y: u16,
        parts: &[(usize, usize, usize)],
        line: usize,
        style: Style,
    ) {
        for (_, column, columns) in parts.iter().filter(|(l, ..)| *l == line) {
            let x = area.x.saturating_add(small(*column));
            let width = small(*columns).min(area.right().saturating_sub(x));
            self.buffer.set_style(Rect { x, y, width, height: 1 }, style);
        }
    }

    /// Draws the mark of the focused row in the gutter.
    pub fn marker(&mut self, area: Rect, y: u16) {
        self.text(area, area.x, y, ">", self.looks.key);
    }

    /// Draws the sign of the row that is gone on from when the keys come back to where it
    /// stands.
    pub fn kept(&mut self, area: Rect, y: u16, style: Style) {
        self.text(area, area.x, y, self.glyphs.pick("•", "*"), style);
    }

    /// Draws the sign of a row that holds something looked for, unless one stands there.
    pub fn found(&mut self, area: Rect, y: u16) {
        if self.buffer.cell((area.x, y)).is_some_and(|cell| cell.symbol() == " ") {
            self.text(area, area.x, y, "*", self.looks.key);
        }
    }
}

/// A count of columns or rows as the window has them.
#[must_use]
pub fn small(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// `text` in at most `width` columns, its end left out with a sign for it.
#[must_use]
pub fn shortened(text: &str, width: usize, glyphs: Glyphs) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let end = glyphs.pick("…", "~");
    let mut out = String::new();
    let mut taken = 1;
    for c in text.chars() {
        taken += c.width().unwrap_or(0);
        if taken > width {
            break;
        }
        out.push(c);
    }
    if width > 0 {
        out.truncate(out.trim_end().len());
        out.push_str(end);
    }
    out
}
