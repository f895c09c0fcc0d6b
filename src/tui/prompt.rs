//! A line to type in, with the edits that shells have.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::backend::crossterm::to_input_request;
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthStr;

use super::draw::{Canvas, shortened, small};

/// No more letters are taken from what is pasted at once: no phrase is that long.
const PASTED: usize = 10_000;

/// With fewer columns for it than this nothing is said beside what is typed.
const LEAST: usize = 8;

/// A question of the program's and what has been typed so far.
#[derive(Debug, Clone)]
pub struct Prompt {
    label: &'static str,
    input: Input,
    /// True while what stands there is to be replaced by what is typed next.
    selected: bool,
}

impl Prompt {
    /// An empty line behind `label`.
    #[must_use]
    pub fn new(label: &'static str) -> Self {
        Self { label, input: Input::default(), selected: false }
    }

    /// A line that holds `typed` already: the next letter replaces it, an arrow keeps it.
    #[must_use]
    pub fn with(label: &'static str, typed: &str) -> Self {
        Self { label, input: Input::new(typed.to_owned()), selected: !typed.is_empty() }
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

    /// Takes a key; true when the text changed. Keys that edit nothing leave all as it is.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let request = request(key).or_else(|| to_input_request(&Event::Key(key)));
        let Some(request) = request else { return false };
        let replaces = matches!(key.code, KeyCode::Char(_) | KeyCode::Backspace | KeyCode::Delete)
            && !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let fresh = std::mem::take(&mut self.selected) && replaces;
        if fresh {
            self.input.reset();
        }
        self.input.handle(request).is_some_and(|change| change.value) || fresh
    }

    /// Takes pasted text, its lines as one; true when the text changed.
    pub fn paste(&mut self, text: &str) -> bool {
        // Terminals send a carriage return for the end of a line.
        let text = crate::plain::one_line(&text.replace('\r', " "));
        if std::mem::take(&mut self.selected) {
            self.input.reset();
        }
        let pasted: String = text.chars().take(PASTED).collect();
        let (typed, caret) = (self.input.value(), self.input.cursor());
        let (before, after): (String, String) =
            (typed.chars().take(caret).collect(), typed.chars().skip(caret).collect());
        let caret = caret + pasted.chars().count();
        self.input = Input::new(before + &pasted + &after).with_cursor(caret);
        !pasted.is_empty()
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.input.reset();
        self.selected = false;
    }

    /// Draws the line with `status` and as many of `hints` as there is room for at its
    /// right end; where the caret stands.
    pub fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        status: &str,
        hints: &[String],
    ) -> Position {
        let glyphs = canvas.glyphs;
        let left = area.x + u16::from(area.width > 2);
        let start = canvas.text(area, left, area.y, self.label, canvas.looks.key);
        let room = usize::from(area.right().saturating_sub(start));
        // What is typed matters more than what is said about it.
        let mut status = glyphs.show(status).into_owned();
        // Its beginning says most.
        let most = room.saturating_sub(10);
        if status.width() > most {
            status = if most < LEAST { String::new() } else { shortened(&status, most, glyphs) };
        }
        for hint in hints {
            if self.typed().width() + status.width() + hint.width() + 12 <= room {
                status.push_str(&format!("  {hint}"));
            }
        }
        let said = if status.is_empty() { 0 } else { status.width() + 2 };
        let columns = room.saturating_sub(said + 1);
        let skipped = self.input.visual_scroll(columns);
        let text: String = skip_columns(self.typed(), skipped);
        let caret = self.input.visual_cursor().saturating_sub(skipped);
        let text = shortened(&glyphs.show(&text), columns, glyphs);
        let style = if self.selected { canvas.looks.focus } else { Style::default() };
        canvas.text(area, start, area.y, &text, style);
        if said > 0 {
            let x = area.right().saturating_sub(small(status.width() + 1));
            canvas.text(area, x, area.y, &status, canvas.looks.key);
        }
        Position::new(start.saturating_add(small(caret)), area.y)
    }
}

/// The edits of a shell that the library does not have on these keys.
fn request(key: KeyEvent) -> Option<InputRequest> {
    let alt = key.modifiers == KeyModifiers::ALT;
    match key.code {
        KeyCode::Char('b') | KeyCode::Left if alt => Some(InputRequest::GoToPrevWord),
        KeyCode::Char('f') | KeyCode::Right if alt => Some(InputRequest::GoToNextWord),
        KeyCode::Char('d') if alt => Some(InputRequest::DeleteNextWord),
        KeyCode::Backspace if alt => Some(InputRequest::DeletePrevWord),
        KeyCode::Char('d') if key.modifiers == KeyModifiers::CONTROL => {
            Some(InputRequest::DeleteNextChar)
        }
        _ => None,
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
