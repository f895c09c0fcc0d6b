//! How the fields are drawn: a row each, with what is wrong below it and the explanation of
//! the chosen one at the bottom.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::Cost;
use crate::cost::field::{Field, Row};
use crate::guide::block::Block;
use crate::page::{self, Page};
use crate::tui::draw::{Canvas, shortened, small};
use crate::tui::layout::GUTTER;

/// Columns for values at least.
const VALUE: usize = 15;
/// Columns that labels take at most.
const LABEL: usize = 21;
/// Windows with fewer lines for the form are low.
const LOW: u16 = 14;
/// Lines for fields at least; the explanation gives way to them.
const FIELDS: usize = 3;

impl Cost {
    /// Columns behind the gutter.
    fn columns(&self) -> usize {
        usize::from(self.form.width.saturating_sub(GUTTER)).max(1)
    }

    /// True where there is no room for a value behind its label: it stands below then.
    fn stacks(&self) -> bool {
        self.columns() < LABEL + VALUE
    }

    /// Text set for the form.
    fn set(&self, text: &str) -> Page {
        let style = page::Style::print(self.columns(), self.glyphs);
        page::blocks(&[Block::paragraph(text)], &style)
    }

    /// True in low windows, where what is wrong in a field takes the place of its explanation.
    fn is_low(&self) -> bool {
        self.form.height < LOW
    }

    /// The explanation of the chosen field.
    fn help(&self) -> Page {
        let Some(field) = self.field() else { return Page::default() };
        let wrong = if self.is_low() { self.said(field) } else { None };
        let help = || match self.choices() {
            Some((choices, _)) => {
                let choices: Vec<String> = (1..)
                    .zip(choices)
                    .map(|(number, choice)| format!("{number} {choice}"))
                    .collect();
                format!("{}. {}", choices.join(", "), field.help(&self.inputs))
            }
            None => field.help(&self.inputs),
        };
        self.set(&wrong.unwrap_or_else(help))
    }

    /// What is wrong in a field, in words.
    fn said(&self, field: Field) -> Option<String> {
        let wrong = self.wrong.get(&field)?;
        Some(format!("Not taken: {}. The estimate stays as it was.", wrong.why))
    }

    /// Lines for the explanation, with a blank one above.
    fn help_height(&self) -> usize {
        let wanted = self.help().lines.len() + 1;
        let all = usize::from(self.form.height);
        let room = all.saturating_sub(FIELDS + self.sum_height());
        if !self.in_form || room < 2 { 0 } else { wanted.min(room) }
    }

    /// Lines for what it comes to, where the estimate is not in view.
    fn sum_height(&self) -> usize {
        usize::from(!self.beside && usize::from(self.form.height) > FIELDS)
    }

    /// Lines for the fields.
    pub(super) fn list_height(&self) -> usize {
        let below = self.help_height() + self.sum_height();
        usize::from(self.form.height).saturating_sub(below).max(1)
    }

    /// Lines of a row.
    pub(super) fn height_of(&self, row: usize) -> usize {
        match self.rows.get(row) {
            Some(Row::Title(_)) => 1 + usize::from(row > self.first),
            Some(Row::Field(field)) => {
                let why = self.why(*field).map_or(0, |why| why.lines.len());
                1 + usize::from(self.stacks()) + why
            }
            None => 0,
        }
    }

    /// Why what is typed in a field cannot be taken, to stand below it.
    fn why(&self, field: Field) -> Option<Page> {
        if self.is_low() { None } else { self.said(field).map(|said| self.set(&said)) }
    }

    /// The row drawn at line `line` of the form.
    #[must_use]
    pub fn row_at(&self, line: usize) -> Option<usize> {
        let mut below = 0;
        (self.first..self.rows.len()).find(|row| {
            below += self.height_of(*row);
            line < below
        })
    }

    /// Gives the focus to the field drawn at line `line` of the form; true when it had it.
    pub fn choose_line(&mut self, line: usize) -> bool {
        let row = self.row_at(line).filter(|_| line < self.list_height());
        let field = row.filter(|row| matches!(self.rows[*row], Row::Field(_)));
        let there = field.is_some() && field == Some(self.chosen) && self.in_form;
        if let Some(row) = field.filter(|_| !there) {
            self.choose(row);
            self.in_form = true;
            self.settle();
        }
        there
    }

    /// Draws the fields; where the cursor rests.
    pub fn draw_form(&self, canvas: &mut Canvas<'_>) -> Position {
        let area = self.form;
        let mut cursor = Position::new(area.x, area.y);
        let list = Rect { height: small(self.list_height()).min(area.height), ..area };
        let mut y = list.y;
        for row in self.first..self.rows.len() {
            if y >= list.bottom() {
                break;
            }
            match self.rows[row] {
                Row::Title(title) => {
                    y += u16::from(row > 0 && y > list.y);
                    let x = list.x + GUTTER.min(list.width);
                    canvas.text(list, x, y, title, canvas.looks.key);
                    y += 1;
                }
                Row::Field(field) => {
                    let chosen = row == self.chosen && self.in_form;
                    if let Some(at) = self.draw_field(canvas, list, y, field, chosen) {
                        cursor = at;
                    }
                    y = y.saturating_add(1 + u16::from(self.stacks()));
                    if let Some(why) = self.why(field) {
                        let below = Rect { y, height: list.bottom().saturating_sub(y), ..list };
                        canvas.row(&why, below, false);
                        y = y.saturating_add(small(why.lines.len()));
                    }
                }
            }
        }
        if self.sum_height() > 0 {
            let sum = self.sums().join(", ");
            let x = area.x + GUTTER.min(area.width);
            canvas.text(area, x, area.bottom() - 1, &sum, canvas.looks.key);
        }
        if self.help_height() > 0 {
            let height = small(self.help_height() - 1);
            let below = Rect { y: list.bottom() + 1, height, ..area };
            canvas.row(&self.help(), below, false);
        }
        cursor
    }

    /// Draws a field; where the cursor rests when it is the chosen one.
    fn draw_field(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        y: u16,
        field: Field,
        chosen: bool,
    ) -> Option<Position> {
        let line = Rect { y, height: 1, ..area };
        let x = area.x + GUTTER.min(area.width);
        let (columns, stacks) = (self.columns(), self.stacks());
        let room = if stacks { columns } else { LABEL - 1 };
        let label = shortened(&field.label(&self.inputs), room, canvas.glyphs);
        canvas.text(line, x, y, &label, Style::default());
        if chosen {
            canvas.marker(line, y);
        }
        let labels = if stacks { GUTTER.into() } else { LABEL };
        let at = x.saturating_add(small(labels));
        let y = y + u16::from(stacks);
        let line = Rect { y, height: u16::from(y < area.bottom()), ..area };
        let choice = field.choices(&self.inputs).is_some();
        if let (true, Some(prompt)) = (chosen && !choice, self.prompt()) {
            // The line sets what is typed a column in.
            let width = (area.right() + 1).saturating_sub(at);
            let input = Rect { x: at.saturating_sub(1), width, ..line };
            return Some(prompt.draw(canvas, input, "", &[]));
        }
        let wrong = self.wrong.get(&field);
        let shown = match wrong {
            Some(wrong) => format!("{} !", wrong.typed),
            None => field.shown(&self.inputs),
        };
        let shown = canvas.glyphs.show(&shown).into_owned();
        let room = columns.saturating_sub(labels);
        let shown = match (choice, shown.is_empty()) {
            (true, _) if chosen && shown.width() + 4 <= room => format!("< {shown} >"),
            (_, true) => canvas.glyphs.pick("–", "-").to_owned(),
            _ => shown,
        };
        // A choice that does not fit says most at its beginning.
        let shown =
            if shown.width() > room { shortened(&shown, room, canvas.glyphs) } else { shown };
        let style = if chosen { canvas.looks.focus } else { Style::default() };
        canvas.text(line, at, y, &shown, style);
        chosen.then(|| Position::new(area.x, y))
    }
}
