//! The list of guides.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::moved;
use crate::action::Action;
use crate::library::Library;
use crate::page::Glyphs;
use crate::tui::draw::{Canvas, small};
use crate::tui::layout::GUTTER;

/// The choice among the guides of a library, and the first one in view.
#[derive(Debug, Default, Clone, Copy)]
pub struct Guides {
    /// The chosen guide's place on the shelf.
    pub chosen: usize,
    first: usize,
}

/// What the list says of one guide.
struct Row {
    title: String,
    lines: Vec<String>,
}

/// `rows` are those of the window: an item that would not fit is said in short.
fn row(library: &Library, i: usize, width: usize, rows: usize, glyphs: Glyphs) -> Row {
    let (title, summary, message, about) = match library.guide(i) {
        Ok(guide) => {
            let mut about = guide.reading_time();
            if let Some(date) = guide.front.reviewed {
                about.push_str(&format!(", reviewed {date}"));
            }
            if let Some(strength) = guide.front.strength {
                let strength: &str = strength.into();
                about.push_str(&format!(", evidence {strength}"));
            }
            let message = guide.front.main_message.as_ref().map(|text| format!("In short: {text}"));
            (guide.title(), guide.summary().to_owned(), message.unwrap_or_default(), about)
        }
        Err(fault) => (library.id(i).to_owned(), String::new(), String::new(), fault.to_string()),
    };
    let wrap = |text: &str| {
        let text = glyphs.show(text).into_owned();
        textwrap::wrap(&text, width.max(1))
            .into_iter()
            .map(std::borrow::Cow::into_owned)
            .collect::<Vec<_>>()
    };
    let title_lines = wrap(&title);
    let (title, rest) =
        title_lines.split_first().map_or((String::new(), &[][..]), |(t, r)| (t.clone(), r));
    let lines = |parts: &[&str]| {
        let wrapped = parts.iter().flat_map(|part| wrap(part));
        let lines = rest.iter().cloned().chain(wrapped);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
    };
    let mut all = lines(&[&summary, &message, &about]);
    if all.len() >= rows {
        all = lines(&[&summary, &about]);
    }
    Row { title, lines: all }
}

/// Rows an item takes, the blank one behind it included.
fn height(row: &Row) -> usize {
    row.lines.len() + 2
}

impl Guides {
    /// Moves the choice. `width` and `rows` are those of
    /// the list.
    pub fn update(
        &mut self,
        action: Action,
        library: &Library,
        width: usize,
        rows: usize,
        glyphs: Glyphs,
    ) {
        match moved(action, self.chosen, library.len(), (rows / 4).max(1)) {
            Some(chosen) => self.chosen = chosen,
            None => return,
        }
        self.fit(library, width, rows, glyphs);
    }

    /// Keeps the choice in view.
    pub fn fit(&mut self, library: &Library, width: usize, rows: usize, glyphs: Glyphs) {
        if library.is_empty() {
            return;
        }
        // As many guides above the chosen one as there is room for, and no more are read.
        let mut first = self.chosen;
        let mut taken = height(&row(library, first, width, rows, glyphs));
        while first > 0 {
            taken += height(&row(library, first - 1, width, rows, glyphs));
            if taken > rows + 1 {
                break;
            }
            first -= 1;
        }
        self.first = self.first.clamp(first, self.chosen);
    }

    /// The guide drawn at `row` of its area; none between two.
    #[must_use]
    pub fn at_row(
        &self,
        row: usize,
        library: &Library,
        width: usize,
        rows: usize,
        glyphs: Glyphs,
    ) -> Option<usize> {
        let mut left = row;
        for i in self.first..library.len() {
            let height = height(&self::row(library, i, width, rows, glyphs));
            if left < height {
                return (left + 1 < height).then_some(i);
            }
            left -= height;
        }
        None
    }

    /// Draws the list; where the cursor rests.
    pub fn draw(
        &self,
        library: &Library,
        width: usize,
        canvas: &mut Canvas<'_>,
        area: Rect,
    ) -> Position {
        let text = Rect {
            x: area.x + GUTTER.min(area.width),
            width: area.width.saturating_sub(GUTTER),
            ..area
        };
        let mut cursor = Position::new(text.x, text.y);
        let mut y = area.y;
        for i in self.first..library.len() {
            if y >= area.bottom() {
                break;
            }
            let row = row(library, i, width, usize::from(area.height), canvas.glyphs);
            if i == self.chosen {
                canvas.marker(area, y);
                cursor = Position::new(area.x, y);
            }
            canvas.text(text, text.x, y, &row.title, canvas.looks.key);
            for (n, line) in row.lines.iter().enumerate() {
                let y = y.saturating_add(small(n + 1));
                canvas.text(text, text.x, y, line, Style::default());
            }
            y = y.saturating_add(small(height(&row)));
        }
        cursor
    }
}
