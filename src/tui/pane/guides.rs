//! The list of guides.

use std::sync::Arc;

use jiff::civil::Date;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::moved;
use crate::action::Action;
use crate::guide::age;
use crate::library::Library;
use crate::page::Glyphs;
use crate::tui::draw::{Canvas, small};
use crate::tui::layout::GUTTER;

/// The choice among the guides of a library, and the first one in view.
#[derive(Debug, Default, Clone, Copy)]
pub struct Guides {
    /// The chosen guide's place on the list.
    pub chosen: usize,
    first: usize,
}

/// What is listed, and the window it is listed in.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// The guides.
    pub library: Arc<Library>,
    /// Columns of running text.
    pub width: usize,
    /// Lines: an item that would not fit is said in short.
    pub rows: usize,
    /// The signs to list with.
    pub glyphs: Glyphs,
    /// The day it is.
    pub today: Date,
}

/// What the list says of one guide.
struct Row {
    title: String,
    lines: Vec<String>,
}

fn row(list: &Shelf, i: usize) -> Row {
    let Shelf { library, width, rows, glyphs, today } = list;
    let (title, summary, message, about) = match library.guide(i) {
        Ok(guide) => {
            let mut about = guide.reading_time();
            if let Some(date) = guide.front.reviewed {
                about.push_str(&format!(", reviewed {date}"));
            }
            if !age::notices(&guide.front, *today).is_empty() {
                about.push_str(", due for review");
            }
            if let Some((of, strength)) = guide.front.evidence() {
                let strength: &str = strength.into();
                about.push_str(&format!(", evidence {of}: {strength}"));
            }
            let message = guide.front.main_message.as_ref().map(|text| format!("In short: {text}"));
            (guide.title(), guide.summary().to_owned(), message.unwrap_or_default(), about)
        }
        Err(fault) => (library.id(i).to_owned(), String::new(), String::new(), fault.to_string()),
    };
    let wrap = |text: &str| {
        let text = glyphs.show(text).into_owned();
        textwrap::wrap(&text, (*width).max(1))
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
    if all.len() >= *rows {
        all = lines(&[&summary, &about]);
    }
    Row { title, lines: all }
}

/// Rows an item takes, the blank one behind it included.
fn height(row: &Row) -> usize {
    row.lines.len() + 2
}

impl Guides {
    /// Moves the choice.
    pub fn update(&mut self, action: Action, list: &Shelf) {
        match moved(action, self.chosen, list.library.len(), (list.rows / 4).max(1)) {
            Some(chosen) => self.chosen = chosen,
            None => return,
        }
        self.fit(list);
    }

    /// Keeps the choice in view.
    pub fn fit(&mut self, list: &Shelf) {
        if list.library.is_empty() {
            return;
        }
        // As many guides above the chosen one as there is room for, and no more are read.
        let mut first = self.chosen;
        let mut taken = height(&row(list, first));
        while first > 0 {
            taken += height(&row(list, first - 1));
            if taken > list.rows + 1 {
                break;
            }
            first -= 1;
        }
        self.first = self.first.clamp(first, self.chosen);
    }

    /// The guide drawn at `row` of its area; none between two.
    #[must_use]
    pub fn at_row(&self, row: usize, list: &Shelf) -> Option<usize> {
        let mut left = row;
        for i in self.first..list.library.len() {
            let height = height(&self::row(list, i));
            if left < height {
                return (left + 1 < height).then_some(i);
            }
            left -= height;
        }
        None
    }

    /// Draws the list; where the cursor rests.
    pub fn draw(&self, list: &Shelf, canvas: &mut Canvas<'_>, area: Rect) -> Position {
        let text = Rect {
            x: area.x + GUTTER.min(area.width),
            width: area.width.saturating_sub(GUTTER),
            ..area
        };
        let mut cursor = Position::new(text.x, text.y);
        let mut y = area.y;
        for i in self.first..list.library.len() {
            if y >= area.bottom() {
                break;
            }
            let row = row(list, i);
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
