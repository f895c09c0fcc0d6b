//! A line to type in, with the edits that shells have.

use crossterm::event::{Event, KeyEvent};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;
use unicode_width::UnicodeWidthStr;

use super::draw::{Canvas, shortened, small};

/// A question of the program's and what has been typed so far.
#[derive(Debug, Clone)]
pub struct Prompt {
    label: &'static str,
    input: Input,
}

impl Prompt {
    /// An empty line behind `label`.
    #[must_use]
    pub fn new(label: &'static str) -> Self {
        Self { label, input: Input::default() }
    }

    /// A line that holds `typed` already, the caret behind it.
    #[must_use]
    pub fn with(label: &'static str, typed: &str) -> Self {
        Self { label, input: Input::new(typed.to_owned()) }
    }

    /// What has been typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.input.value()
    }

    /// True when nothing has been typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed().is_empty()
    }

    /// Takes a key; true when the text changed.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        self.input.handle_event(&Event::Key(key)).is_some_and(|change| change.value)
    }

    /// Takes pasted text, its lines as one; true when the text changed.
    pub fn paste(&mut self, text: &str) -> bool {
        let text = crate::plain::one_line(text);
        for c in text.chars() {
            self.input.handle(tui_input::InputRequest::InsertChar(c));
        }
        !text.is_empty()
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.input.reset();
    }

    /// Draws the line with `status` at its right end where there is room; where the
    /// caret stands.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, status: &str) -> Position {
        let glyphs = canvas.glyphs;
        let left = area.x + u16::from(area.width > 2);
        let start = canvas.text(area, left, area.y, self.label, canvas.looks.key);
        let status = glyphs.show(status).into_owned();
        let room = usize::from(area.right().saturating_sub(start));
        // What is typed matters more than what is said about it.
        let said = if status.width() + 10 <= room { status.width() + 2 } else { 0 };
        let columns = room.saturating_sub(said + 1);
        let skipped = self.input.visual_scroll(columns);
        let text: String = skip_columns(self.typed(), skipped);
        let caret = self.input.visual_cursor().saturating_sub(skipped);
        let text = shortened(&glyphs.show(&text), columns, glyphs);
        canvas.text(area, start, area.y, &text, Style::default());
        if said > 0 {
            let x = area.right().saturating_sub(small(status.width() + 1));
            canvas.text(area, x, area.y, &status, canvas.looks.key);
        }
        Position::new(start.saturating_add(small(caret)), area.y)
    }
}

/// `text` without its first columns.
fn skip_columns(text: &str, columns: usize) -> String {
    use unicode_width::UnicodeWidthChar;
    let mut taken = 0;
    let rest = text.chars().skip_while(|c| {
        let skip = taken < columns;
        taken += c.width().unwrap_or(0);
        skip
    });
    rest.collect()
}
