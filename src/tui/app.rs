//! The reader's state and what each action does to it.
//!
//! `update` changes state only; what must happen outside comes back as [`Effect`]s.

mod history;
mod offers;
mod open;
mod view;

use std::sync::Arc;

use crokey::KeyCombination;
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::draw;
use super::layout::{self, Parts};
use super::pane::card::Card;
use super::pane::guides::Guides;
use super::pane::help::Help;
use super::pane::outline::Outline;
use super::pane::pages::Setting;
use super::pane::reader::Reader;
use super::screen::Behind;
use crate::action::Action;
use crate::guide::Guide;
use crate::keymap::{self, Context, Keymap, Press};
use crate::library::{Fault, Library};
use crate::page::Glyphs;
use crate::reading::Reading;
use history::History;

/// The narrowest and widest measure, and the step between two.
const MEASURES: std::ops::RangeInclusive<u16> = 30..=120;
const MEASURE_STEP: u16 = 4;

/// What must happen outside of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Leave(Behind),
    /// Give the terminal back until the shell continues the program.
    Suspend,
    /// Draw the whole screen again.
    Redraw,
    /// Read this guide and its outline on a thread of its own.
    Load(usize),
}

/// What opens over the panes.
#[derive(Debug)]
enum Over {
    Card(Card),
    Help(Help),
}

/// What the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    /// The list of guides or the text.
    Main,
    /// The outline.
    Outline,
}

/// The whole state of the terminal reader.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools)] // switches a reader turns one by one
pub struct App {
    library: Arc<Library>,
    keymap: Keymap,
    glyphs: Glyphs,
    window: Rect,
    measure: u16,
    roomy: bool,
    guides: Guides,
    reader: Option<Reader>,
    /// True while the text is shown and not the list of guides.
    reading: bool,
    /// True when there is no list of guides to go back to.
    single: bool,
    outline: Outline,
    /// Whether the outline stands beside the text where there is room.
    beside: bool,
    focus: Focus,
    over: Vec<Over>,
    history: History,
    pending: Option<KeyCombination>,
    notice: Option<String>,
}

impl App {
    /// The state at the start, in a window of this size, and what must happen first.
    #[must_use]
    pub fn new(reading: Reading, window: Rect) -> (Self, Vec<Effect>) {
        let single = reading.library.single;
        let mut app = Self {
            library: Arc::new(reading.library),
            keymap: reading.settings.keymap,
            glyphs: reading.glyphs,
            window,
            measure: reading.settings.measure,
            roomy: reading.settings.roomy,
            guides: Guides::default(),
            reader: None,
            reading: false,
            single,
            outline: Outline::default(),
            beside: true,
            focus: Focus::Main,
            over: Vec::new(),
            history: History::default(),
            pending: None,
            notice: None,
        };
        let mut effects = Vec::new();
        if let Some(start) = &reading.start {
            effects = app.open(start.index, start.at);
        }
        app.notice = match reading.notices.as_slice() {
            [] => app.notice,
            [one] => Some(one.to_string()),
            [one, rest @ ..] => Some(format!("{one} (and {} more)", rest.len())),
        };
        (app, effects)
    }

    /// The library being read.
    #[must_use]
    pub fn library(&self) -> &Arc<Library> {
        &self.library
    }

    /// True while only the beginning of the guide in view has been read.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.reading && self.reader.as_ref().is_some_and(|reader| reader.partial)
    }

    /// Takes a key press: perhaps the first of two, perhaps one that runs an action.
    pub fn key(&mut self, event: KeyEvent) -> Vec<Effect> {
        let key = keymap::combination(event);
        let pending = self.pending.take();
        match self.keymap.press(self.context(), pending, key) {
            Press::Run(action) => {
                self.notice = None;
                if self.offers(action) { self.update(action) } else { Vec::new() }
            }
            Press::Prefix => {
                self.pending = Some(key);
                Vec::new()
            }
            Press::Nothing => Vec::new(),
        }
    }

    /// True for the key that leaves at once.
    #[must_use]
    pub fn leaves(&self, event: KeyEvent) -> bool {
        self.press(event) == Press::Run(Action::Leave)
    }

    /// True while a key must wait for the rest of the guide: only the beginning has been
    /// read, and the key may lead beyond it.
    #[must_use]
    pub fn waits_for_all(&self, event: KeyEvent) -> bool {
        let inside = matches!(
            self.press(event),
            Press::Run(
                Action::Leave | Action::Down | Action::Up | Action::PageDown | Action::PageUp
            )
        );
        let near_end = self.reader.as_ref().is_some_and(Reader::is_near_end);
        self.is_partial() && (!inside || near_end)
    }

    fn press(&self, event: KeyEvent) -> Press {
        self.keymap.press(self.context(), self.pending, keymap::combination(event))
    }

    /// Takes a new size of the window.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.window = Rect::new(0, 0, width, height);
        self.fit();
    }

    /// Takes a guide that was read on a thread of its own; with `outlined` its outline is
    /// known too.
    pub fn loaded(&mut self, index: usize, guide: Result<Arc<Guide>, Fault>) {
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.index == index) else {
            return;
        };
        match guide {
            Ok(guide) => {
                reader.replace(guide, false);
                self.follow();
            }
            Err(fault) => {
                reader.partial = false;
                self.notice = Some(fault.to_string());
            }
        }
    }

    fn context(&self) -> Context {
        match (self.over.last(), self.reading, self.focus) {
            (Some(Over::Card(_)), ..) | (None, true, Focus::Main) => Context::Text,
            (Some(Over::Help(_)) | None, ..) => Context::List,
        }
    }

    /// The parts of the window as they are now.
    fn parts(&self) -> Parts {
        layout::split(
            self.window,
            self.beside && self.reading && self.over.is_empty(),
            self.measure,
        )
    }

    fn setting(&self) -> Setting {
        // Cards over the text do not change how it is set.
        let parts = layout::split(self.window, self.beside && self.reading, self.measure);
        Setting {
            width: parts.text_width(self.measure),
            wide: parts.wide_width(),
            glyphs: self.glyphs,
            roomy: self.roomy,
        }
    }

    /// Fits everything that is set in lines to the window.
    fn fit(&mut self) {
        let (setting, parts) = (self.setting(), self.parts());
        let rows = usize::from(parts.main.height);
        if let Some(reader) = &mut self.reader {
            reader.fit(setting, rows);
        }
        self.guides.fit(&self.library, parts.text_width(self.measure), rows, self.glyphs);
        let (width, wide) = (parts.text_width(self.measure), parts.wide_width());
        for over in &mut self.over {
            match over {
                Over::Card(card) => card.fit(width, wide, self.glyphs, rows),
                Over::Help(help) => help.fit(rows),
            }
        }
        self.follow();
    }

    /// Has the outline follow the reading place while it does not have the focus.
    fn follow(&mut self) {
        if let (Some(reader), Focus::Main) = (&self.reader, self.focus) {
            self.outline.follow(reader.guide(), reader.at());
        }
    }

    /// Carries out an action.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let effects = self.carry_out(action);
        self.follow();
        effects
    }

    fn carry_out(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Leave => return vec![Effect::Leave(Behind::Blanked)],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Quit if !self.goes_back() => return vec![Effect::Leave(Behind::Kept)],
            Action::Quit | Action::Back => self.go_back(),
            Action::Crisis => self.show(Card::crisis()),
            Action::Help => self.help(),
            Action::Guides => self.leave_for_guides(),
            Action::Backward => return self.travel(true),
            Action::Forward => return self.travel(false),
            Action::Wider => self.set_measure(self.shown_measure().saturating_add(MEASURE_STEP)),
            Action::Narrower => self.set_measure(self.shown_measure().saturating_sub(MEASURE_STEP)),
            Action::Roomy => {
                self.roomy = !self.roomy;
                self.fit();
            }
            Action::Outline => self.toggle_outline(),
            _ => return self.pass_on(action),
        }
        Vec::new()
    }

    /// The measure as far as the window has room for it.
    fn shown_measure(&self) -> u16 {
        self.measure.min(draw::small(self.setting().wide))
    }

    fn set_measure(&mut self, measure: u16) {
        self.measure = measure.clamp(*MEASURES.start(), *MEASURES.end());
        self.fit();
    }

    /// Hands an action to what has the focus.
    fn pass_on(&mut self, action: Action) -> Vec<Effect> {
        if let Some(over) = self.over.last_mut() {
            match over {
                Over::Card(card) => {
                    if action == Action::Left {
                        self.go_back();
                    } else {
                        card.update(action);
                    }
                }
                Over::Help(help) => match action {
                    Action::Act | Action::Right => {
                        let chosen = help.chosen();
                        self.over.pop();
                        self.fit();
                        return chosen.map(|action| self.update(action)).unwrap_or_default();
                    }
                    Action::Left => self.go_back(),
                    _ => {
                        help.update(action);
                    }
                },
            }
            return Vec::new();
        }
        if !self.reading {
            return self.in_guides(action);
        }
        match self.focus {
            Focus::Outline => self.in_outline(action),
            Focus::Main => return self.in_text(action),
        }
        Vec::new()
    }

    fn in_guides(&mut self, action: Action) -> Vec<Effect> {
        if matches!(action, Action::Act | Action::Right) {
            return self.visit(self.guides.chosen, None);
        }
        let parts = self.parts();
        let (width, rows) = (parts.text_width(self.measure), usize::from(parts.main.height));
        self.guides.update(action, &self.library, width, rows, self.glyphs);
        Vec::new()
    }

    fn in_outline(&mut self, action: Action) {
        let rows = usize::from(self.parts().main.height);
        let Some(reader) = &mut self.reader else { return };
        match action {
            Action::Left => self.focus = Focus::Main,
            Action::Act | Action::Right => {
                self.focus = Focus::Main;
                if let Some(at) = self.outline.chosen(reader.guide()) {
                    self.history.leave(history::Visited::Text(reader.place()));
                    reader.go(at);
                }
            }
            _ => {
                self.outline.update(action, reader.guide(), rows);
            }
        }
    }

    fn in_text(&mut self, action: Action) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if reader.update(action) {
            return Vec::new();
        }
        match action {
            Action::Left => self.focus = Focus::Outline,
            Action::Act | Action::Right => {
                if reader.focused().is_none() {
                    reader.focus_first();
                } else if let Some(what) = reader.focused().cloned() {
                    return self.act(&what);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// True when "one level back" leads somewhere.
    fn goes_back(&self) -> bool {
        !self.over.is_empty() || self.reading && (self.focus == Focus::Outline || !self.single)
    }

    fn go_back(&mut self) {
        if self.over.pop().is_some() {
            self.fit();
        } else if self.reading && self.focus == Focus::Outline {
            self.focus = Focus::Main;
        } else if self.reading && !self.single {
            self.leave_for_guides();
        }
    }

    fn toggle_outline(&mut self) {
        if self.window.width >= layout::WIDE {
            self.beside = !self.beside;
            self.focus = Focus::Main;
            self.fit();
        } else if self.focus == Focus::Outline {
            self.focus = Focus::Main;
        } else {
            self.focus = Focus::Outline;
        }
    }

    fn help(&mut self) {
        if matches!(self.over.last(), Some(Over::Help(_))) {
            self.go_back();
            return;
        }
        let help = Help::new(&self.keymap, &self.offered(), self.glyphs);
        self.over.push(Over::Help(help));
        self.fit();
    }

    /// Opens a card over what is shown.
    fn show(&mut self, card: Card) {
        let crisis = |over: &Over| matches!(over, Over::Card(card) if card.crisis);
        if card.crisis {
            self.over.retain(|over| !crisis(over));
        }
        self.over.push(Over::Card(card));
        self.fit();
    }
}
