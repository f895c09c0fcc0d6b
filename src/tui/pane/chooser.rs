//! A list to choose from by arrows or by typing part of a name: keys that work here, the
//! menu, the command palette.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::{keep_in_view, moved};
use crate::action::Action;
use crate::cost::print::Paper;
use crate::fold;
use crate::tui::draw::{Canvas, shortened, small};
use crate::tui::layout::GUTTER;
use crate::tui::prompt::Prompt;

/// Windows with fewer columns give the keys less room.
const NARROW: u16 = 60;
/// Columns for the keys there.
const FEW_KEYS: usize = 12;

/// What choosing a row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Runs an action.
    Run(Action),
    /// Opens a guide, perhaps at a byte offset.
    Open(usize, Option<usize>),
    /// Prints to a file.
    Print(Paper),
}

/// A row: a word or keys at the left, what it is, and what choosing it does.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its keys, or what kind of thing it is.
    pub tag: String,
    /// Its name.
    pub name: String,
    /// What choosing it does.
    pub choice: Choice,
}

/// A list, and the part of it whose names hold what was typed.
#[derive(Debug)]
pub struct Chooser {
    /// What the header calls it.
    pub title: &'static str,
    /// What stands before the letters being typed.
    label: &'static str,
    /// The line to type in, while it has the keys.
    pub prompt: Option<Prompt>,
    /// True when typing begins at once and ends with the list.
    pub typed_into: bool,
    rows: Vec<Row>,
    /// The rows shown, the best first, with the letters that were matched.
    shown: Vec<(usize, Vec<u32>)>,
    chosen: usize,
    first: usize,
    height: usize,
}

impl Chooser {
    /// Lists `rows`. With `typed_into` names can be typed at once.
    #[must_use]
    pub fn new(title: &'static str, label: &'static str, rows: Vec<Row>, typed_into: bool) -> Self {
        let prompt = typed_into.then(|| Prompt::new(label));
        let shown = (0..rows.len()).map(|i| (i, Vec::new())).collect();
        Self { title, label, prompt, typed_into, rows, shown, chosen: 0, first: 0, height: 1 }
    }

    /// Fits the list to a window of `height` rows.
    pub fn fit(&mut self, height: usize) {
        self.height = height.max(1);
        self.first = keep_in_view(self.first, self.chosen, self.height);
    }

    /// Moves the choice.
    pub fn update(&mut self, action: Action) {
        match moved(action, self.chosen, self.shown.len(), self.height) {
            Some(chosen) => self.chosen = chosen,
            None => return,
        }
        self.first = keep_in_view(self.first, self.chosen, self.height);
    }

    /// Every row, shown or not.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Lists other rows, narrowed by what has been typed. The choice stays where it was.
    pub fn refill(&mut self, rows: Vec<Row>) {
        let chosen = self.chosen();
        self.rows = rows;
        self.filter();
        let there = self.shown.iter().position(|(i, _)| Some(self.rows[*i].choice) == chosen);
        self.chosen = there.unwrap_or(0);
        self.first = keep_in_view(self.first, self.chosen, self.height);
    }

    /// Gives the keys to the line to type in.
    pub fn type_into(&mut self) {
        self.prompt.get_or_insert_with(|| Prompt::new(self.label));
    }

    /// Shows the rows whose names hold the letters typed, in their order.
    pub fn filter(&mut self) {
        let typed = self.prompt.as_ref().map_or("", Prompt::typed);
        (self.chosen, self.first) = (0, 0);
        if typed.trim().is_empty() {
            self.shown = (0..self.rows.len()).map(|i| (i, Vec::new())).collect();
            return;
        }
        let one_key = typed.trim().chars().count() == 1 || typed.contains('+');
        let (case, marks) = (CaseMatching::Ignore, Normalization::Smart);
        let pattern = Pattern::new(typed, case, marks, AtomKind::Fuzzy);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let (mut buffer, mut scored) = (Vec::new(), Vec::new());
        for (i, row) in self.rows.iter().enumerate() {
            let mut letters = Vec::new();
            let name = Utf32Str::new(&row.name, &mut buffer);
            // A key is looked up by what it is called too.
            let is_key = one_key && row.tag.split(' ').any(|key| key == typed.trim());
            let score = pattern.indices(name, &mut matcher, &mut letters);
            if score.is_some() || is_key {
                letters.sort_unstable();
                scored.push((!is_key, score.unwrap_or_default(), (i, letters)));
            }
        }
        // What is called just that comes first, then what begins so.
        let typed = fold::fold(typed.trim());
        let begins = |i: &usize| {
            let name = fold::fold(&self.rows[*i].name);
            (name != typed, !name.starts_with(&typed))
        };
        scored.sort_by_cached_key(|(key, score, (i, _))| (*key, begins(i), u32::MAX - score, *i));
        self.shown = scored.into_iter().map(|(.., shown)| shown).collect();
    }

    /// True when no row is called what was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// What the chosen row does.
    #[must_use]
    pub fn chosen(&self) -> Option<Choice> {
        self.shown.get(self.chosen).map(|(i, _)| self.rows[*i].choice)
    }

    /// Chooses the row drawn at `row` of its area; false when there is none.
    pub fn choose_row(&mut self, row: usize) -> bool {
        let there = self.first + row < self.shown.len();
        if there {
            self.chosen = self.first + row;
        }
        there
    }

    /// How many rows there are, in words.
    #[must_use]
    pub fn counted(&self) -> String {
        match (self.shown.len(), self.rows.len()) {
            (shown, all) if shown == all => format!("{} of {all}", (self.chosen + 1).min(all)),
            (0, _) => "no match".to_owned(),
            (shown, all) => format!("{shown} of {all}"),
        }
    }

    /// Draws the list; where the cursor rests.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) -> Position {
        let mut cursor = Position::new(area.x, area.y);
        let text = area.x + GUTTER;
        if self.shown.is_empty() {
            let typed = self.prompt.as_ref().map_or("", Prompt::typed);
            let nothing =
                canvas.glyphs.show(&format!("Nothing here is called “{typed}”.")).into_owned();
            canvas.text(area, text, area.y, &nothing, Style::default());
        }
        let widest = self.rows.iter().map(|row| row.tag.width()).max().unwrap_or(0);
        let column = if area.width < NARROW { FEW_KEYS.min(widest + 2) } else { widest + 2 };
        let shown = self.shown.iter().enumerate().skip(self.first);
        for (y, (n, (i, letters))) in (area.y..area.bottom()).zip(shown) {
            let row = &self.rows[*i];
            if n == self.chosen {
                canvas.marker(area, y);
                cursor = Position::new(area.x, y);
            }
            let tag = fitting(&row.tag, column - 1);
            canvas.text(area, text, y, &tag, canvas.looks.key);
            let start = text.saturating_add(small(column));
            let room = usize::from(area.right().saturating_sub(start));
            let name = shortened(&canvas.glyphs.show(&row.name), room, canvas.glyphs);
            canvas.text(area, start, y, &name, Style::default());
            // Letters spelled in ASCII may have moved; then none are marked.
            if name == row.name {
                for letter in letters {
                    let before = name.chars().take(*letter as usize).collect::<String>().width();
                    let x = start.saturating_add(small(before));
                    let cell = Rect { x, y, width: 1, height: 1 }.intersection(area);
                    canvas.buffer.set_style(cell, canvas.looks.found);
                }
            }
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
