//! Lists to choose from: keys that work here, the menu, the command palette.

use super::{App, Effect, Over};
use crate::action::Action;
use crate::crisis;
use crate::keymap::NO_KEY;
use crate::tui::pane::chooser::{Choice, Chooser, Row};

/// What the header calls the command palette.
const PALETTE: &str = "Go to";
/// What it calls the list of guides that can be narrowed.
const GUIDES: &str = "Guides";
/// What it calls the menu.
const MENU: &str = "Menu";
/// What it calls the list of keys.
const KEYS: &str = "Keys that work here";

impl App {
    /// Opens the list that `action` asks for; the same key closes it again.
    pub(super) fn choose(&mut self, action: Action) -> Vec<Effect> {
        let title = match action {
            Action::Palette => PALETTE,
            Action::Menu => MENU,
            _ => KEYS,
        };
        if matches!(self.over.last(), Some(Over::Choice(chooser)) if chooser.title == title) {
            self.go_back();
            return Vec::new();
        }
        // The palette names what works under a menu and takes its place; of keys those of
        // any list can be listed.
        let gone = if action == Action::Palette { &[PALETTE, MENU, KEYS][..] } else { &[title] };
        self.over
            .retain(|over| !matches!(over, Over::Choice(chooser) if gone.contains(&chooser.title)));
        let mut rows = self.actions();
        let mut effects = Vec::new();
        if action == Action::Palette {
            if self.library.is_read() {
                self.library.read_all();
            } else {
                effects.push(Effect::LoadAll);
            }
            rows = self.names(rows);
        }
        let label = if action == Action::Palette { "Name: " } else { "Filter: " };
        self.over.push(Over::Choice(Chooser::new(title, label, rows, action != Action::Menu)));
        self.fit();
        effects
    }

    /// Opens the list of guides to be narrowed by typing.
    pub(super) fn choose_guide(&mut self) -> Vec<Effect> {
        if self.library.is_read() {
            self.library.read_all();
        }
        let rows = self.shelf_rows();
        self.over.push(Over::Choice(Chooser::new(GUIDES, "Filter: ", rows, true)));
        self.fit();
        // Guides that have not been read yet are called by their files.
        if self.library.is_read() { Vec::new() } else { vec![Effect::LoadAll] }
    }

    /// The guides by their titles, and the areas beside them, which are looked for here too.
    fn shelf_rows(&self) -> Vec<Row> {
        let mut rows = self.names(Vec::new());
        rows.retain(|row| matches!(row.choice, Choice::Open(_, None)));
        let area = |action: Action| Row {
            tag: "area".to_owned(),
            name: action.help().to_owned(),
            keys: self.keys_for(action),
            choice: Choice::Run(action),
        };
        rows.extend([Action::Faq, Action::Clinics, Action::Cost].map(area));
        rows
    }

    /// Every action that works here, with its keys.
    fn actions(&self) -> Vec<Row> {
        let typing = self.is_typing();
        let row = |action: Action| {
            let keys = self.keys_for(action);
            let tag = if keys.is_empty() { NO_KEY.to_owned() } else { keys.join(" ") };
            let name = self.help_for(action).to_owned();
            Row { tag, name, keys, choice: Choice::Run(action) }
        };
        let rows = self.offered().into_iter().map(row);
        // What has no key while something is typed cannot be done then.
        rows.filter(|row| !typing || !row.keys.is_empty()).collect()
    }

    /// Fills the lists of names with what has been read since they were opened.
    pub(super) fn refill_lists(&mut self) {
        let mut over = std::mem::take(&mut self.over);
        for over in &mut over {
            if let Over::Choice(chooser) = over
                && [PALETTE, GUIDES].contains(&chooser.title)
            {
                let run = |row: &&Row| matches!(row.choice, Choice::Run(_));
                let actions = chooser.rows().iter().filter(run).cloned().collect();
                let guides = chooser.title == GUIDES;
                chooser.refill(if guides { self.shelf_rows() } else { self.names(actions) });
            }
        }
        self.over = over;
    }

    /// What the palette goes to by name: guides, the actions given, then every section and
    /// question that has been read.
    fn names(&self, actions: Vec<Row>) -> Vec<Row> {
        let several = self.library.len() > 1;
        let (mut rows, mut inside) = (Vec::new(), Vec::new());
        // Where actions are named, crisis help is one of them.
        let acts = !actions.is_empty();
        let named = |i: &usize| !acts || self.library.id(*i) != crisis::ID;
        for i in (0..self.library.len()).filter(named) {
            let guide = self.library.read_already(i);
            let title = guide.as_ref().map_or_else(|| self.library.id(i).to_owned(), |g| g.title());
            let (tag, name) = ("guide".to_owned(), title.clone());
            rows.push(Row { tag, name, keys: Vec::new(), choice: Choice::Open(i, None) });
            let outline = guide.as_ref().and_then(|guide| guide.known_outline());
            let Some(outline) = outline else { continue };
            for entry in &outline.entries {
                let tag = if entry.question { "question" } else { "section" }.to_owned();
                let name = if several {
                    format!("{} ({title})", entry.title)
                } else {
                    entry.title.clone()
                };
                let choice = Choice::Open(i, Some(entry.at));
                inside.push(Row { tag, name, keys: Vec::new(), choice });
            }
        }
        let action = |row| Row { tag: "do".to_owned(), ..row };
        rows.extend(actions.into_iter().map(action));
        rows.append(&mut inside);
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
            Choice::Print(paper) => {
                self.ask_file(paper);
                Vec::new()
            }
        }
    }
}
