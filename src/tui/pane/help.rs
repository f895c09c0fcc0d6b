//! Every key that works here; Enter does what the chosen line says.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::{keep_in_view, moved};
use crate::action::Action;
use crate::keymap::{self, Keymap};
use crate::page::Glyphs;
use crate::tui::draw::{Canvas, small};
use crate::tui::layout::GUTTER;

/// Windows with fewer columns show fewer keys a row.
const NARROW: u16 = 60;
/// Columns for the keys there.
const FEW_KEYS: usize = 12;

/// The list of keys for where it was opened.
#[derive(Debug)]
pub struct Help {
    rows: Vec<(Action, String)>,
    chosen: usize,
    first: usize,
    height: usize,
}

impl Help {
    /// Lists the keys of the actions offered.
    #[must_use]
    pub fn new(keymap: &Keymap, offered: &[Action], glyphs: Glyphs) -> Self {
        let rows = offered
            .iter()
            .map(|action| (*action, keymap::spelled(&keymap.keys(*action).join(" "), glyphs)));
        Self { rows: rows.collect(), chosen: 0, first: 0, height: 1 }
    }

    /// Fits the list to a window of `height` rows.
    pub fn fit(&mut self, height: usize) {
        self.height = height.max(1);
        self.first = keep_in_view(self.first, self.chosen, self.height);
    }

    /// Moves the choice; false when `action` does not.
    pub fn update(&mut self, action: Action) -> bool {
        match moved(action, self.chosen, self.rows.len(), self.height) {
            Some(chosen) => self.chosen = chosen,
            None => return false,
        }
        self.first = keep_in_view(self.first, self.chosen, self.height);
        true
    }

    /// The chosen action.
    #[must_use]
    pub fn chosen(&self) -> Option<Action> {
        self.rows.get(self.chosen).map(|(action, _)| *action)
    }

    /// Draws the list; where the cursor rests.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) -> Position {
        let mut cursor = Position::new(area.x, area.y);
        let text = area.x + GUTTER;
        let widest = self.rows.iter().map(|(_, keys)| keys.width()).max().unwrap_or(0);
        let column = if area.width < NARROW { FEW_KEYS } else { widest + 2 };
        let rows = self.rows.iter().enumerate().skip(self.first);
        for (y, (i, (action, keys))) in (area.y..area.bottom()).zip(rows) {
            if i == self.chosen {
                canvas.marker(area, y);
                cursor = Position::new(area.x, y);
            }
            let keys = fitting(keys, column - 1);
            canvas.text(area, text, y, &keys, canvas.looks.key);
            canvas.text(area, text + small(column), y, action.help(), Style::default());
        }
        cursor
    }
}

/// As many of the keys as fit into `columns`; the first is always there.
fn fitting(keys: &str, columns: usize) -> String {
    let mut out = String::new();
    for key in keys.split(' ') {
        if !out.is_empty() && out.width() + 1 + key.width() > columns {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(key);
    }
    out
}
