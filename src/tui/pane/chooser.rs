//! A list to choose from by arrows or by typing part of a name: keys that work here, the
//! menu, the command palette.

mod matching;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::moved;
use crate::action::Action;
use crate::cost::print::Paper;
use crate::page::Glyphs;
use crate::tui::draw::{Canvas, small};
use crate::tui::layout::GUTTER;
use crate::tui::prompt::Prompt;

/// Columns for the keys, the gap behind them included, that names leave them at least.
const FEW_KEYS: usize = 12;
/// Columns for them at most, unless one key needs more.
const MANY_KEYS: usize = 32;

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
    /// The keys that do the same without the list.
    pub keys: Vec<String>,
    /// What choosing it does.
    pub choice: Choice,
}

impl Row {
    /// The key to show behind the name; none where keys stand before it.
    fn key(&self) -> Option<&str> {
        self.keys.first().filter(|_| self.tag != self.keys.join(" ")).map(String::as_str)
    }
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
    window: Window,
    /// Columns for the tags, the gap behind them included.
    column: usize,
}

/// What a list is fitted to.
#[derive(Debug, Clone, Copy, Default)]
struct Window {
    width: usize,
    height: usize,
    glyphs: Glyphs,
}

impl Chooser {
    /// Lists `rows`. With `typed_into` names can be typed at once.
    #[must_use]
    pub fn new(title: &'static str, label: &'static str, rows: Vec<Row>, typed_into: bool) -> Self {
        let prompt = typed_into.then(|| Prompt::new(label));
        let shown = (0..rows.len()).map(|i| (i, Vec::new())).collect();
        let (window, column) = (Window::default(), 0);
        Self { title, label, prompt, typed_into, rows, shown, chosen: 0, first: 0, window, column }
    }

    /// Fits the list to an area of so many columns and lines.
    pub fn fit(&mut self, width: usize, height: usize, glyphs: Glyphs) {
        let width = width.saturating_sub(GUTTER.into());
        self.window = Window { width, height: height.max(1), glyphs };
        self.arrange();
    }

    /// Parts the columns: names are read whole as long as some keys have room beside them.
    fn arrange(&mut self) {
        let widest = |text: fn(&Row) -> &str| {
            self.rows.iter().map(|row| text(row).width()).max().unwrap_or_default()
        };
        let names = widest(|row| &row.name);
        let first = widest(|row| row.tag.split(' ').next().unwrap_or_default());
        let least = FEW_KEYS.max(first + 2);
        let room = self.window.width.saturating_sub(names).min(MANY_KEYS).max(least);
        self.column = room.min(widest(|row| &row.tag) + 2);
        self.settle();
    }

    /// Has the choice in view.
    fn settle(&mut self) {
        let mut from = self.chosen;
        let mut height = self.lines_of(from).len();
        while from > self.first {
            height += self.lines_of(from - 1).len();
            if height > self.window.height {
                break;
            }
            from -= 1;
        }
        self.first = from;
    }

    /// The name of the row at place `n`, in as many lines as it needs.
    fn lines_of(&self, n: usize) -> Vec<String> {
        let Some((i, _)) = self.shown.get(n) else { return Vec::new() };
        let room = self.window.width.saturating_sub(self.column).max(1);
        let name = self.window.glyphs.show(&self.rows[*i].name);
        textwrap::wrap(&name, room).into_iter().map(std::borrow::Cow::into_owned).collect()
    }

    /// The rows in view, each with its lines.
    fn in_view(&self) -> impl Iterator<Item = (usize, Vec<String>)> + '_ {
        let mut height = 0;
        let rows = (self.first..self.shown.len()).map(|n| (n, self.lines_of(n)));
        rows.take_while(move |(_, lines)| {
            let begins = height < self.window.height;
            height += lines.len();
            begins
        })
    }

    /// Moves the choice.
    pub fn update(&mut self, action: Action) {
        match moved(action, self.chosen, self.shown.len(), self.in_view().count()) {
            Some(chosen) => self.chosen = chosen,
            None => return,
        }
        self.settle();
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
        self.arrange();
    }

    /// Gives the keys to the line to type in.
    pub fn type_into(&mut self) {
        self.prompt.get_or_insert_with(|| Prompt::new(self.label));
    }

    /// Shows the rows that are called what was typed.
    pub fn filter(&mut self) {
        let typed = self.prompt.as_ref().map_or("", Prompt::typed);
        (self.chosen, self.first) = (0, 0);
        self.shown = if typed.trim().is_empty() {
            (0..self.rows.len()).map(|i| (i, Vec::new())).collect()
        } else {
            matching::matching(&self.rows, typed)
        };
    }

    /// True when no row is called what was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// True when one row is shown.
    #[must_use]
    pub fn has_one(&self) -> bool {
        self.shown.len() == 1
    }

    /// What the chosen row does.
    #[must_use]
    pub fn chosen(&self) -> Option<Choice> {
        self.shown.get(self.chosen).map(|(i, _)| self.rows[*i].choice)
    }

    /// Chooses the row drawn at line `line` of its area; false when there is none.
    pub fn choose_row(&mut self, line: usize) -> bool {
        let mut below = 0;
        let there = self.in_view().find(|(_, lines)| {
            below += lines.len();
            line < below
        });
        let there = there.map(|(n, _)| n);
        self.chosen = there.unwrap_or(self.chosen);
        there.is_some()
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
        let mut y = area.y;
        for (n, lines) in self.in_view() {
            let (i, letters) = &self.shown[n];
            let row = &self.rows[*i];
            if n == self.chosen {
                canvas.marker(area, y);
                cursor = Position::new(area.x, y);
            }
            let tag = fitting(&row.tag, self.column.saturating_sub(2), canvas.glyphs);
            canvas.text(area, text, y, &tag, canvas.looks.key);
            let start = text.saturating_add(small(self.column));
            // Letters spelled in ASCII may have moved; then none are marked.
            let spelled = canvas.glyphs.show(&row.name) != row.name;
            let end = start.saturating_add(small(lines.first().map_or(0, |line| line.width())));
            if let Some(key) = row.key() {
                let at = area.right().saturating_sub(small(key.width() + 1));
                if at >= end.saturating_add(2) {
                    canvas.text(area, at, y, key, canvas.looks.key);
                }
            }
            let mut read = 0;
            for line in &lines {
                canvas.text(area, start, y, line, Style::default());
                let at = row.name[read..].find(line.as_str()).filter(|_| !spelled);
                if let Some(at) = at {
                    let before = row.name[..read + at].chars().count();
                    mark(canvas, area, Position::new(start, y), line, before, letters);
                    read += at + line.len();
                }
                y = y.saturating_add(1);
            }
        }
        cursor
    }
}

/// Marks those of `letters`, numbers in a name, that stand in a line of it at `at`; there are
/// `before` of the name before it.
fn mark(
    canvas: &mut Canvas<'_>,
    area: Rect,
    at: Position,
    line: &str,
    before: usize,
    letters: &[u32],
) {
    for letter in letters {
        let Some(letter) = (*letter as usize).checked_sub(before) else { continue };
        if letter < line.chars().count() {
            let left = line.chars().take(letter).collect::<String>().width();
            let x = at.x.saturating_add(small(left));
            let cell = Rect { x, y: at.y, width: 1, height: 1 }.intersection(area);
            canvas.buffer.set_style(cell, canvas.looks.found);
        }
    }
}

/// As many of the keys as fit into `columns`, each whole, and a sign where there are more;
/// the first is always there.
fn fitting(keys: &str, columns: usize, glyphs: Glyphs) -> String {
    if keys.width() <= columns {
        return keys.to_owned();
    }
    let more = glyphs.pick(" …", " ...");
    let mut out = String::new();
    for key in keys.split(' ') {
        if out.is_empty() {
            out.push_str(key);
        } else if out.width() + 1 + key.width() + more.width() <= columns {
            out.push(' ');
            out.push_str(key);
        } else {
            break;
        }
    }
    if out.width() + more.width() <= columns {
        out.push_str(more);
    }
    out
}
