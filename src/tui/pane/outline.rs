//! The outline: the headings of a guide, the one being read marked.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{keep_in_view, moved};
use crate::action::Action;
use crate::guide::Guide;
use crate::guide::outline::{Entry, Outline as Headings};
use crate::tui::draw::{Canvas, shortened, small};

/// The choice in an outline. Questions are not listed: their heading stands for them.
#[derive(Debug, Default, Clone, Copy)]
pub struct Outline {
    chosen: usize,
}

impl Outline {
    /// Chooses the heading under which byte offset `at` stands.
    pub fn follow(&mut self, guide: &Guide, at: usize) {
        if let Some(headings) = guide.known_outline() {
            self.chosen = current(headings, at);
        }
    }

    /// The offset of the chosen heading.
    #[must_use]
    pub fn chosen(&self, guide: &Guide) -> Option<usize> {
        let headings = guide.known_outline()?;
        Some(headings.entries[*headings.sections.get(self.chosen)?].at)
    }

    /// True when another heading is chosen than the one under which `at` stands.
    #[must_use]
    pub fn is_moved(&self, guide: &Guide, at: usize) -> bool {
        guide.known_outline().is_some_and(|headings| self.chosen != current(headings, at))
    }

    /// Moves the choice.
    pub fn update(&mut self, action: Action, guide: &Guide, height: usize) {
        let count = guide.known_outline().map_or(0, |headings| headings.sections.len());
        if let Some(chosen) = moved(action, self.chosen, count, height) {
            self.chosen = chosen;
        }
    }

    /// Chooses the heading drawn at `row` of a list of `height` rows; false when there is
    /// none.
    pub fn choose_row(
        &mut self,
        row: usize,
        guide: &Guide,
        at: usize,
        focused: bool,
        height: usize,
    ) -> bool {
        let Some(headings) = guide.known_outline() else { return false };
        let row = self.first(headings, at, focused, height) + row;
        let there = row < headings.sections.len();
        if there {
            self.chosen = row;
        }
        there
    }

    /// The first row in view.
    fn first(self, headings: &Headings, at: usize, focused: bool, height: usize) -> usize {
        let chosen = if focused { self.chosen } else { current(headings, at) };
        keep_in_view(chosen.saturating_sub(height / 2), chosen, height)
            .min(headings.sections.len().saturating_sub(height))
    }

    /// Draws the list; where the cursor rests when the outline has the focus.
    pub fn draw(
        &self,
        guide: &Guide,
        at: usize,
        focused: bool,
        canvas: &mut Canvas<'_>,
        area: Rect,
    ) -> Position {
        let Some(headings) = guide.known_outline() else {
            canvas.text(area, area.x + 2, area.y, "reading the outline", canvas.looks.key);
            return Position::new(area.x, area.y);
        };
        let listed = &headings.sections;
        let here = current(headings, at);
        let chosen = if focused { self.chosen } else { here };
        let height = usize::from(area.height);
        let first = self.first(headings, at, focused, height);
        let least = headings.entries.iter().map(|entry| entry.level).min().unwrap_or(1);
        let mut cursor = Position::new(area.x, area.y);
        for (row, (n, i)) in listed.iter().enumerate().skip(first).take(height).enumerate() {
            let y = area.y + small(row);
            let entry: &Entry = &headings.entries[*i];
            let style = if n == here { canvas.looks.key } else { Style::default() };
            if focused && n == chosen {
                canvas.marker(area, y);
                cursor = Position::new(area.x, y);
            } else if n == here {
                canvas.kept(area, y, style);
            }
            let indent = 2 + 2 * u16::from(entry.level.saturating_sub(least));
            let x = area.x + indent.min(area.width / 2);
            let width = usize::from(area.right().saturating_sub(x + 1));
            let title = shortened(&canvas.glyphs.show(&entry.title), width, canvas.glyphs);
            canvas.text(area, x, y, &title, style);
        }
        cursor
    }
}

/// The row of the section in which `at` stands.
fn current(headings: &Headings, at: usize) -> usize {
    let sections = &headings.sections;
    sections.partition_point(|i| headings.entries[*i].at <= at).saturating_sub(1)
}
