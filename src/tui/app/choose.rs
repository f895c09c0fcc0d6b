//! Lists to choose from: keys that work here, the menu, the command palette.

use super::{App, Effect, Over};
use crate::action::Action;
use crate::keymap;
use crate::tui::pane::chooser::{Choice, Chooser, Row};

impl App {
    /// Opens the list that `action` asks for; the same key closes it again.
    pub(super) fn choose(&mut self, action: Action) -> Vec<Effect> {
        let title = match action {
            Action::Palette => "Go to",
            Action::Menu => "Menu",
            _ => "Keys that work here",
        };
        if matches!(self.over.last(), Some(Over::Choice(chooser)) if chooser.title == title) {
            self.go_back();
            return Vec::new();
        }
        // One list at a time: the actions are those of what lies under it.
        self.over.retain(|over| matches!(over, Over::Card(_)));
        let mut rows = self.actions();
        let mut effects = Vec::new();
        if action == Action::Palette {
            for row in &mut rows {
                "do".clone_into(&mut row.tag);
            }
            rows.extend(self.places());
            if !self.library.is_read() {
                effects.push(Effect::LoadAll);
            }
        }
        let label = if action == Action::Palette { "Name: " } else { "Filter: " };
        self.over.push(Over::Choice(Chooser::new(title, label, rows, action != Action::Menu)));
        self.fit();
        effects
    }

    /// Every action that works here, with its keys.
    fn actions(&self) -> Vec<Row> {
        let row = |action: Action| Row {
            tag: keymap::spelled(&self.keymap.keys(action).join(" "), self.glyphs),
            name: action.help().to_owned(),
            choice: Choice::Run(action),
        };
        self.offered().into_iter().map(row).collect()
    }

    /// Every guide, section and question that has been read, by name.
    fn places(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let several = self.library.len() > 1;
        for i in 0..self.library.len() {
            let Some(guide) = self.library.read_already(i) else {
                let name = self.library.id(i).to_owned();
                rows.push(Row { tag: "guide".to_owned(), name, choice: Choice::Open(i, None) });
                continue;
            };
            let title = guide.title();
            let name = title.clone();
            rows.push(Row { tag: "guide".to_owned(), name, choice: Choice::Open(i, None) });
            let Some(outline) = guide.known_outline() else { continue };
            for entry in &outline.entries {
                let tag = if entry.question { "question" } else { "section" }.to_owned();
                let name = if several {
                    format!("{} ({title})", entry.title)
                } else {
                    entry.title.clone()
                };
                rows.push(Row { tag, name, choice: Choice::Open(i, Some(entry.at)) });
            }
        }
        rows
    }

    /// Hands an action to the list in view.
    pub(super) fn in_choice(&mut self, action: Action) -> Vec<Effect> {
        let Some(Over::Choice(chooser)) = self.over.last_mut() else { return Vec::new() };
        match action {
            Action::Act | Action::Right => return self.run_choice(),
            Action::Left => self.go_back(),
            _ => {
                chooser.update(action);
            }
        }
        Vec::new()
    }

    /// Does what the chosen row says.
    pub(super) fn run_choice(&mut self) -> Vec<Effect> {
        let Some(Over::Choice(chooser)) = self.over.last() else { return Vec::new() };
        let Some(choice) = chooser.chosen() else { return Vec::new() };
        self.over.pop();
        self.fit();
        match choice {
            Choice::Run(action) => self.update(action),
            Choice::Open(index, at) => self.visit(index, at),
        }
    }
}
