//! Clicks and the wheel, while they are turned on.

use ratatui::layout::Rect;

use super::{App, Effect, Focus, Over, View};
use crate::action::Action;

/// Lines a step of the wheel moves.
const WHEEL: usize = 3;

impl App {
    pub(super) fn toggle_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        let said = if self.mouse {
            "clicks are on; to select text hold Shift"
        } else {
            "clicks are off; text can be selected"
        };
        self.notice = Some(said.to_owned());
        vec![Effect::Mouse(self.mouse)]
    }

    /// True when clicks count; a first key of two is waited for no longer.
    fn listens(&mut self) -> bool {
        let listens = self.mouse && !self.hidden && !self.is_partial();
        if listens {
            self.pending = None;
            self.hinted = false;
            self.catch_up();
        }
        listens
    }

    /// Takes a step of the wheel.
    pub fn wheel(&mut self, down: bool) -> Vec<Effect> {
        let action = if down { Action::Down } else { Action::Up };
        // While words to find are typed the arrows go from match to match.
        let finds = self.over.is_empty() && self.prompt.is_some() && self.view != View::Search;
        if !self.listens() || finds {
            return Vec::new();
        }
        self.notice = None;
        let mut effects = Vec::new();
        for _ in 0..WHEEL {
            if self.offers(action) {
                effects.extend(self.update(action));
            }
        }
        effects
    }

    /// Takes a click: it does what Enter does on what is there, or what the key that stands
    /// there does.
    pub fn click(&mut self, x: u16, y: u16) -> Vec<Effect> {
        let (parts, crisis, footer) = (self.parts(), self.crisis_area(), self.footer());
        let inside = |area: Rect| area.contains((x, y).into());
        if !self.listens() {
            return Vec::new();
        }
        self.notice = None;
        // What names a key does what the key does.
        let hint = footer.into_iter().find(|hint| inside(hint.area));
        let action = hint.and_then(|hint| hint.action);
        if let Some(action) = Some(Action::Crisis).filter(|_| inside(crisis)).or(action) {
            return if self.offers(action) { self.update(action) } else { Vec::new() };
        }
        if self.over.is_empty() && self.view == View::Clinics {
            return self.click_clinics(x, y);
        }
        if self.over.is_empty() && self.view == View::Cost {
            // Nothing but Enter names a file.
            if self.asks_file() {
                return Vec::new();
            }
            if self.prompt.is_some() {
                self.keep_find();
            }
            return self.click_cost(x, y);
        }
        if self.over.is_empty() && self.view == View::Search {
            return self.click_search(x, y);
        }
        let row = usize::from(y.saturating_sub(parts.main.y));
        if inside(parts.main) {
            match (self.over.last_mut(), self.view, self.focus) {
                (Some(Over::Card(_)), ..) => {}
                (Some(Over::Choice(chooser)), ..) => {
                    if chooser.choose_row(row) {
                        return self.run_choice();
                    }
                }
                (Some(Over::Filters(filters)), ..) => {
                    if filters.choose_row(row) {
                        return self.update(Action::Act);
                    }
                }
                (None, View::Guides, _) => {
                    if let Some(i) = self.guides.at_row(row, &self.shelf()) {
                        self.guides.chosen = i;
                        return self.update(Action::Act);
                    }
                }
                (None, _, Focus::Outline) if parts.side.is_none() => {
                    return self.click_outline(row, parts.main);
                }
                (None, ..) => {
                    if self.prompt.is_some() {
                        self.keep_find();
                    }
                    self.focus = Focus::Main;
                    let column = usize::from(x.saturating_sub(parts.main.x));
                    if self.text_mut().is_some_and(|reader| reader.focus_at(row, column)) {
                        return self.update(Action::Act);
                    }
                }
            }
        } else if let Some(side) = parts.side.filter(|side| inside(*side)) {
            return self.click_outline(usize::from(y - side.y), side);
        }
        Vec::new()
    }

    fn click_outline(&mut self, row: usize, area: Rect) -> Vec<Effect> {
        let focused = self.focus == Focus::Outline;
        let Some(reader) = self.text() else { return Vec::new() };
        let mut outline = self.outline;
        let height = usize::from(area.height);
        if outline.choose_row(row, reader.guide(), reader.listed_at(), focused, height) {
            self.outline = outline;
            self.go_to_chosen();
            self.follow();
        }
        Vec::new()
    }
}
