//! Towns to choose from while a place is typed.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::action::Action;
use crate::clinic::place::{Place, Places};
use crate::page::Glyphs;
use crate::plain::one_line;
use crate::tui::draw::{Canvas, shortened, small};
use crate::tui::layout::GUTTER;

/// Towns that are listed at most.
const LISTED: usize = 30;
/// Towns of which these are the best.
const LOOKED_AT: usize = 400;
/// Columns of what is said above them at most.
const SAID: usize = 72;
/// Letters from which on towns are listed.
const FROM: usize = 2;

/// What was typed of a place, and the towns it may be.
#[derive(Debug, Default)]
pub struct Towns {
    typed: String,
    listed: Vec<String>,
    /// The town that was walked to.
    chosen: Option<usize>,
    /// What is wrong with the place that was asked for.
    unknown: Option<String>,
    keys: Keys,
}

/// The keys that work while a place is typed, as shown.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    /// What writes out a town.
    pub complete: Option<String>,
    /// What walks down and up the towns.
    pub walk: Vec<String>,
}

impl Towns {
    /// No towns yet; `keys` are to be named.
    #[must_use]
    pub fn new(keys: Keys) -> Self {
        Self { keys, ..Self::default() }
    }

    /// Lists the towns that begin with what was typed.
    pub fn look(&mut self, typed: &str) {
        let letters = typed.chars().filter(|c| c.is_alphabetic()).count();
        let mut listed = if letters >= FROM {
            Places::bundled().beginning_with(typed, LOOKED_AT)
        } else {
            Vec::new()
        };
        // The shortest name is the nearest to what was typed.
        listed.sort_by_key(|town| town.rfind(','));
        listed.truncate(LISTED);
        let keys = std::mem::take(&mut self.keys);
        *self = Self { typed: one_line(typed), listed, chosen: None, unknown: None, keys };
    }

    /// Walks to another town; from the first, up leads back to what was typed.
    pub fn walk(&mut self, action: Action) {
        let last = self.listed.len().checked_sub(1);
        self.chosen = match (action, self.chosen, last) {
            (Action::Down, None, Some(_)) => Some(0),
            (Action::Down, Some(at), Some(last)) => Some((at + 1).min(last)),
            (Action::Up, Some(at), _) => at.checked_sub(1),
            (_, chosen, _) => chosen,
        };
    }

    /// The town that Tab writes out: the one that was walked to, else the first.
    #[must_use]
    pub fn completion(&self) -> Option<&str> {
        self.listed.get(self.chosen.unwrap_or(0)).map(String::as_str)
    }

    /// Chooses the town drawn at line `line` of `area`; false when there is none.
    pub fn choose_line(&mut self, line: usize, area: Rect, glyphs: Glyphs) -> bool {
        let said = self.lines(area, glyphs).len();
        let first = self.first(usize::from(area.height).saturating_sub(said));
        let there = line.checked_sub(said).map(|row| first + row);
        let there = there.filter(|at| *at < self.listed.len());
        self.chosen = there.or(self.chosen);
        there.is_some()
    }

    /// The place that is meant. One that is not known is said, with the nearest to choose.
    pub fn place(&mut self) -> Option<Place> {
        let walked = self.chosen.and_then(|at| self.listed.get(at));
        let asked = walked.unwrap_or(&self.typed).clone();
        // With one town left there is no doubt which is meant.
        let only = self.listed.first().filter(|_| self.listed.len() == 1);
        match Places::bundled().find(&asked) {
            Ok(place) => Some(place),
            Err(unknown) => {
                if let Some(Ok(place)) = only.map(|town| Places::bundled().find(town)) {
                    return Some(place);
                }
                if !self.listed.is_empty() {
                    let several = "Choose one of these, or add the state.";
                    self.unknown = Some(several.to_owned());
                    self.chosen = Some(0);
                    return None;
                }
                self.unknown = Some(format!("{}.", one_line(&unknown.to_string())));
                if let Some(nearest) = unknown.nearest {
                    self.listed.push(nearest);
                    self.chosen = Some(0);
                }
                None
            }
        }
    }

    /// What is said above the towns.
    fn said(&self) -> String {
        if let Some(unknown) = &self.unknown {
            let mut letters = unknown.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            return first + letters.as_str();
        }
        let digits = self.typed.chars().any(|c| c.is_ascii_digit());
        let said = match (self.typed.trim().is_empty(), self.listed.is_empty()) {
            (true, _) => "Type a ZIP code, its first three digits, or a town with its state.",
            (false, true) if digits => "A ZIP code will do, or its first three digits.",
            (false, true) => "No town begins with that.",
            (false, false) => return self.keys.said(),
        };
        said.to_owned()
    }

    /// The same in lines.
    fn lines(&self, area: Rect, glyphs: Glyphs) -> Vec<String> {
        let room = usize::from(area.width.saturating_sub(GUTTER)).clamp(1, SAID);
        let said = glyphs.show(&self.said()).into_owned();
        textwrap::wrap(&said, room).into_iter().map(std::borrow::Cow::into_owned).collect()
    }

    /// Draws what is said and the towns; where the cursor would rest.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) -> Position {
        let text = area.x + GUTTER.min(area.width);
        let room = usize::from(area.width.saturating_sub(GUTTER));
        let (glyphs, key) = (canvas.glyphs, canvas.looks.key);
        let mut cursor = Position::new(text, area.y);
        let said = self.lines(area, glyphs);
        for (y, line) in (area.y..area.bottom()).zip(&said) {
            canvas.text(area, text, y, line, key);
        }
        // The town that was walked to stays in view.
        let top = area.y.saturating_add(small(said.len()));
        let rows = usize::from(area.bottom().saturating_sub(top));
        let first = self.first(rows);
        let towns = self.listed.iter().enumerate().skip(first);
        for (y, (at, town)) in (top..area.bottom()).zip(towns) {
            let town = shortened(&glyphs.show(town), room, glyphs);
            canvas.text(area, text, y, &town, Style::default());
            if self.chosen == Some(at) {
                canvas.marker(area, y);
                cursor = Position::new(area.x, y);
            }
        }
        cursor
    }

    /// The first town in view where there are so many rows for them.
    fn first(&self, rows: usize) -> usize {
        self.chosen.map_or(0, |at| (at + 1).saturating_sub(rows.max(1)))
    }
}

impl Keys {
    /// What they do with the towns.
    fn said(&self) -> String {
        let complete = self.complete.iter().map(|key| format!("{key} writes out the first town"));
        let walk = match &self.walk[..] {
            [] => None,
            [one] => Some(format!("{one} walks")),
            both => Some(format!("{} walk", both.join(" and "))),
        };
        let said: Vec<_> = complete.chain(walk).collect();
        if said.is_empty() { "Type on.".to_owned() } else { format!("{}.", said.join(", ")) }
    }
}
