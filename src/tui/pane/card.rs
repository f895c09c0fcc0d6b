//! A card: a page that opens over the others and closes again.

mod alone;

use alone::Alone;
use ratatui::layout::{Position, Rect};

use crate::action::Action;
use crate::guide::block::Block;
use crate::guide::text::plain;
use crate::page::{self, Glyphs, Page, Style};
use crate::tui::draw::{Canvas, small};
use crate::tui::layout::GUTTER;

/// Blocks shown as a page of their own.
#[derive(Debug)]
pub struct Card {
    /// What the header calls it.
    pub title: String,
    /// True for crisis help, which is never opened twice.
    pub crisis: bool,
    blocks: Vec<Block>,
    /// What is copied instead of the card's own words.
    copies: Option<String>,
    alone: Alone,
    page: Page,
    first: usize,
    /// Letters above the line that was scrolled to: by them it is found at any width.
    above: usize,
    /// Blank lines above those words that were in view.
    blank: usize,
    rows: usize,
}

impl Card {
    /// A card with its title as the first line.
    #[must_use]
    pub fn new(title: &str, mut blocks: Vec<Block>) -> Self {
        blocks.insert(0, Block::heading(2, title));
        Self {
            title: title.to_owned(),
            crisis: false,
            blocks,
            copies: None,
            alone: Alone::default(),
            page: Page::default(),
            first: 0,
            above: 0,
            blank: 0,
            rows: 0,
        }
    }

    /// The same card, of which only `text` is copied.
    #[must_use]
    pub fn copying(self, text: String) -> Self {
        Self { copies: Some(text), ..self }
    }

    /// The same card, of which each of `texts`, in its order, can be copied by itself.
    #[must_use]
    pub fn with_alone(self, texts: Vec<String>) -> Self {
        Self { alone: Alone::new(texts), ..self }
    }

    /// True when something of it can be copied by itself.
    #[must_use]
    pub fn has_alone(&self) -> bool {
        !self.alone.is_empty()
    }

    /// What is copied of it: what is marked, else all.
    #[must_use]
    pub fn text(&self) -> String {
        let marked = self.alone.text().map(str::to_owned);
        marked.or_else(|| self.copies.clone()).unwrap_or_else(|| plain(&self.blocks))
    }

    /// Crisis help: the ways to reach someone come first, so it has no heading.
    #[must_use]
    pub fn crisis() -> Self {
        let crisis = crate::library::crisis();
        let mut card = Self::new(&crisis.title, crisis.blocks());
        card.blocks.remove(0);
        card.crisis = true;
        card.with_alone(crisis.numbers())
    }

    /// Sets the card for a window; the words at its top stay there.
    pub fn fit(&mut self, width: usize, wide: usize, glyphs: Glyphs, rows: usize) {
        let style = Style { wide, addresses: true, ..Style::print(width, glyphs) };
        self.page = page::blocks(&self.blocks, &style);
        self.alone.find(&self.page, |text| glyphs.show(text).into_owned());
        self.rows = rows;
        let mut letters = 0;
        let first = self.page.lines.iter().position(|line| {
            letters += letters_of(line);
            letters > self.above
        });
        let first = first.unwrap_or_default();
        let above = self.page.lines[..first].iter().rev();
        let blank = above.take(self.blank).take_while(|line| line.is_blank()).count();
        self.show(first - blank);
    }

    fn show(&mut self, first: usize) {
        self.first = first.min(self.page.lines.len().saturating_sub(self.rows));
    }

    fn scroll(&mut self, first: usize) {
        self.show(first);
        let (above, below) = self.page.lines.split_at(self.first);
        self.above = above.iter().map(letters_of).sum();
        self.blank = below.iter().take_while(|line| line.is_blank()).count();
    }

    /// Scrolls.
    pub fn update(&mut self, action: Action) {
        let page = self.rows.saturating_sub(1).max(1);
        if matches!(action, Action::NextStop | Action::PreviousStop) {
            if let Some((first, last)) = self.alone.walk(action == Action::NextStop) {
                let low = (last + 1).saturating_sub(self.rows);
                self.scroll(self.first.clamp(low.min(first), first));
            }
            return;
        }
        let first = match action {
            Action::Down => self.first + 1,
            Action::Up => self.first.saturating_sub(1),
            Action::PageDown => self.first + page,
            Action::PageUp => self.first.saturating_sub(page),
            Action::HalfPageDown => self.first + page.div_ceil(2),
            Action::HalfPageUp => self.first.saturating_sub(page.div_ceil(2)),
            Action::Top => 0,
            Action::Bottom => self.page.lines.len(),
            _ => return,
        };
        self.scroll(first);
    }

    /// True when there is more than fits.
    #[must_use]
    pub fn scrolls(&self) -> bool {
        self.page.lines.len() > self.rows
    }

    /// How many lines it has.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.page.lines.len()
    }

    /// Lines below the window.
    #[must_use]
    pub fn below(&self) -> usize {
        self.page.lines.len().saturating_sub(self.first + self.rows)
    }

    /// Draws the card; where the cursor rests.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) -> Position {
        let text = Rect {
            x: area.x + GUTTER.min(area.width),
            width: area.width.saturating_sub(GUTTER),
            ..area
        };
        for (y, line) in (area.y..area.bottom()).zip(self.page.lines.iter().skip(self.first)) {
            canvas.line(text, y, line);
        }
        let mut cursor = Position::new(text.x, text.y);
        for (line, column, columns) in self.alone.parts().into_iter().flatten() {
            let row = line.checked_sub(self.first).filter(|row| *row < usize::from(area.height));
            let Some(y) = row.map(|row| area.y + small(row)) else { continue };
            canvas.highlight(text, y, &[(*line, *column, *columns)], *line, canvas.looks.focus);
            if cursor == Position::new(text.x, text.y) {
                canvas.marker(area, y);
                cursor = Position::new(text.x + small(*column), y);
            }
        }
        cursor
    }
}

/// How many signs a line has that no width takes away or adds.
fn letters_of(line: &page::Line) -> usize {
    line.text().chars().filter(|c| c.is_alphanumeric()).count()
}
