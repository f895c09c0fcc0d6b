//! Drawing what is in view.

use ratatui::layout::{Position, Rect};

use super::{Reader, Spot};
use crate::tui::draw::{Canvas, small};
use crate::tui::layout::GUTTER;

impl Reader {
    /// Draws the text into `area`, whose first columns are the gutter; where the cursor
    /// rests. What has the focus has the mark only where the text has the keys.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, keys: bool) -> Position {
        let text = Rect {
            x: area.x + GUTTER.min(area.width),
            width: area.width.saturating_sub(GUTTER),
            ..area
        };
        let mut cursor = Position::new(text.x, text.y);
        let mut spot = self.top;
        let mut y = area.y;
        let here = self.search.here();
        let mark = |canvas: &mut Canvas<'_>, y| {
            if keys {
                canvas.marker(area, y);
            } else {
                canvas.kept(area, y, canvas.looks.key);
            }
        };
        if self.is_inside() {
            mark(canvas, y);
        }
        while y < area.bottom() {
            let Some(page) = self.pages.get(spot.piece) else { break };
            let Some(line) = page.lines.get(spot.line) else {
                spot = Spot { piece: spot.piece + 1, line: 0 };
                continue;
            };
            canvas.line(text, y, line);
            let focus = self.focus.filter(|focus| focus.piece == spot.piece);
            if let Some(stop) = focus.and_then(|focus| page.stops.get(focus.stop)) {
                if keys {
                    canvas.highlight(text, y, &stop.parts, spot.line, canvas.looks.focus);
                }
                if let Some((line, column, _)) = stop.parts.first()
                    && *line == spot.line
                {
                    mark(canvas, y);
                    cursor = Position::new(text.x + small(*column), y);
                }
            }
            for hit in &page.hits {
                let Some((_, column, _)) = hit.parts.iter().find(|part| part.0 == spot.line) else {
                    continue;
                };
                let is_here = here.is_some_and(|here| here.is(spot.piece, hit));
                let style = if is_here { canvas.looks.found_here } else { canvas.looks.found };
                canvas.highlight(text, y, &hit.parts, spot.line, style);
                // What has the focus has the mark; without any, the hit that is reached.
                let first = hit.parts.first().is_some_and(|part| part.0 == spot.line);
                if is_here && first && self.focus.is_none() {
                    mark(canvas, y);
                    cursor = Position::new(text.x + small(*column), y);
                } else {
                    canvas.found(area, y);
                }
            }
            spot.line += 1;
            y += 1;
        }
        cursor
    }
}
