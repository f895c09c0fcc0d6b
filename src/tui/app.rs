//! The reader's state and what each action does to it.
//!
//! `update` changes state only; what must happen outside comes back as [`Effect`]s.

mod back;
mod choose;
mod clinics;
mod copy;
mod cost;
mod faults;
mod find;
mod fit;
mod hints;
mod history;
mod keys;
mod mouse;
mod near;
mod offers;
mod open;
mod print;
mod search;
mod themes;
mod view;
mod within;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crokey::KeyCombination;
use jiff::civil::Date;
use ratatui::layout::Rect;

use super::looks::Looks;
use super::pane::card::Card;
use super::pane::chooser::Chooser;
use super::pane::clinics::Clinics;
use super::pane::cost::Cost;
use super::pane::faq::Faq;
use super::pane::filters::Filters;
use super::pane::guides::Guides;
use super::pane::outline::Outline;
use super::pane::reader::Reader;
use super::pane::search::Search;
use super::prompt::Prompt;
use super::screen::Behind;
use crate::action::Action;
use crate::cost::report::Report;
use crate::guide::Guide;
use crate::keymap::Keymap;
use crate::library::{Fault, Library};
use crate::page::Glyphs;
use crate::reading::Reading;
use crate::settings::Clipboard;
use history::History;
use print::Printing;
use themes::Themes;

/// The step between two measures.
const MEASURE_STEP: u16 = 4;

/// What must happen outside of the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Leave(Behind),
    /// Give the terminal back until the shell continues the program.
    Suspend,
    /// Draw the whole screen again.
    Redraw,
    /// Read this guide and its outline on a thread of its own.
    Load(usize),
    /// Read every guide and its outline on a thread of its own.
    LoadAll,
    /// Make everything ready to be searched on a thread of its own.
    Index,
    /// Write this text to the file called `name`, over one that is there only with `over`.
    Save {
        /// As the user typed it.
        name: String,
        /// What is to stand in it.
        text: String,
        /// True when the user has said so.
        over: bool,
    },
    /// Hand this text to the terminal's clipboard.
    Copy(String),
    /// Have the terminal report clicks and the wheel, or stop it.
    Mouse(bool),
}

/// What opens over the panes.
#[derive(Debug)]
enum Over {
    Card(Card),
    Choice(Chooser),
    Filters(Filters),
}

/// What fills the window below what opens over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// The list of guides.
    Guides,
    /// The guide that is open.
    Text,
    /// The questions of every guide.
    Faq,
    /// What was searched for.
    Search,
    /// The clinics.
    Clinics,
    /// The calculator.
    Cost,
}

/// What the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    /// A list or the text.
    Main,
    /// The outline.
    Outline,
}

/// The guide that is open.
#[derive(Debug)]
struct Opened {
    /// Its place on the shelf.
    index: usize,
    /// True while only its beginning has been read.
    partial: bool,
    /// True while more of it is being read, its outline too.
    loads: bool,
    reader: Reader,
}

/// The whole state of the terminal reader.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools)] // switches a reader turns one by one
pub struct App {
    library: Arc<Library>,
    keymap: Keymap,
    glyphs: Glyphs,
    looks: Looks,
    window: Rect,
    measure: u16,
    roomy: bool,
    view: View,
    /// The list of guides or the guide below the areas, to which each of them goes back: they
    /// may have been gone to from one another.
    ground: View,
    /// What was in view before the search.
    before_search: View,
    guides: Guides,
    opened: Option<Opened>,
    /// Which answers were open in guides that were read before, by their place on the shelf.
    answers: HashMap<usize, HashSet<usize>>,
    faq: Option<Faq>,
    search: Option<Search>,
    clinics: Option<Clinics>,
    cost: Option<Cost>,
    /// True once everything is being made ready to be searched.
    indexes: bool,
    /// True when there is no list of guides to go back to.
    single: bool,
    outline: Outline,
    /// Whether the outline stands beside the text where there is room.
    beside: bool,
    focus: Focus,
    over: Vec<Over>,
    /// The line that is being typed in below the text or the questions.
    prompt: Option<Prompt>,
    /// What is printed, while the name of a file is typed for it.
    printing: Option<Printing>,
    /// Makes an estimate JSON.
    json: fn(&Report) -> String,
    /// The name of a file that could not be written, to be mended.
    unwritten: String,
    history: History,
    /// The first key of two, and whether what may follow is shown.
    pending: Option<KeyCombination>,
    hinted: bool,
    notice: Option<String>,
    /// Faults of settings and folders, found at the start.
    faults: Vec<Fault>,
    today: Date,
    /// True while everything is hidden.
    hidden: bool,
    /// True while crisis help is shown over the hidden screen.
    hidden_below: bool,
    mouse: bool,
    clipboard: Clipboard,
    themes: Themes,
    /// True when what is typed has changed and has not been looked for yet.
    unsought: bool,
    /// True when more can be searched than has been looked through yet.
    grown: bool,
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
            looks: Looks::new(reading.settings.theme.clone()),
            window,
            measure: reading.settings.measure,
            roomy: reading.settings.roomy,
            view: View::Guides,
            ground: View::Guides,
            before_search: View::Guides,
            guides: Guides::default(),
            opened: None,
            answers: HashMap::new(),
            faq: None,
            search: None,
            clinics: None,
            cost: None,
            indexes: false,
            single,
            outline: Outline::default(),
            beside: true,
            focus: Focus::Main,
            over: Vec::new(),
            prompt: None,
            printing: None,
            unwritten: String::new(),
            json: reading.json,
            history: History::default(),
            pending: None,
            hinted: false,
            notice: None,
            faults: reading.notices,
            today: reading.today,
            hidden: false,
            hidden_below: false,
            mouse: reading.settings.mouse,
            clipboard: reading.clipboard,
            unsought: false,
            grown: false,
            themes: Themes::new(reading.settings.theme, reading.settings.colors),
        };
        let mut effects = Vec::new();
        if app.mouse {
            effects.push(Effect::Mouse(true));
        }
        if let Some(start) = &reading.start {
            effects.extend(app.open(start.index, start.at));
        }
        // A library of many files takes its time; it is ready when it is searched.
        if !app.single && !app.library.is_read() {
            app.indexes = true;
            effects.push(Effect::Index);
        }
        app.notice = app.first_fault().or(app.notice);
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
        self.view == View::Text && self.opened.as_ref().is_some_and(|opened| opened.partial)
    }

    /// True while the outline of the guide in view is being read.
    #[must_use]
    pub fn is_unlined(&self) -> bool {
        let known = |opened: &Opened| opened.reader.guide().known_outline().is_some();
        self.view == View::Text
            && self.opened.as_ref().is_some_and(|opened| !known(opened) && opened.loads)
    }

    /// The text in view.
    fn text(&self) -> Option<&Reader> {
        match self.view {
            View::Guides | View::Search | View::Clinics => None,
            View::Text => self.opened.as_ref().map(|opened| &opened.reader),
            View::Cost => self.cost.as_ref().map(|cost| &cost.reader),
            View::Faq => self.faq.as_ref().map(|faq| &faq.reader),
        }
    }

    fn text_mut(&mut self) -> Option<&mut Reader> {
        match self.view {
            View::Guides | View::Search | View::Clinics => None,
            View::Text => self.opened.as_mut().map(|opened| &mut opened.reader),
            View::Cost => self.cost.as_mut().map(|cost| &mut cost.reader),
            View::Faq => self.faq.as_mut().map(|faq| &mut faq.reader),
        }
    }

    /// Takes a new size of the window.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.window = Rect::new(0, 0, width, height);
        self.fit();
    }

    /// Takes a guide that was read on a thread of its own; the second time its outline is
    /// known too.
    pub fn loaded(&mut self, index: usize, guide: Result<Arc<Guide>, Fault>) {
        let Some(opened) = self.opened.as_mut().filter(|opened| opened.index == index) else {
            return;
        };
        opened.partial = false;
        match guide {
            Ok(guide) => {
                opened.reader.replace(guide);
                self.follow();
            }
            Err(fault) => {
                opened.loads = false;
                self.notice = Some(fault.to_string());
            }
        }
    }

    /// Takes note that every guide has been read on a thread of its own.
    pub fn loaded_all(&mut self) {
        if self.view == View::Faq {
            self.list_questions();
        }
        self.refill_lists();
        self.fit();
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
            Action::Quit => self.go_back(),
            Action::Back => self.step_back(),
            Action::Neutral => self.hidden = !self.hidden,
            Action::Crisis => {
                self.hidden_below |= std::mem::take(&mut self.hidden);
                self.show(Card::crisis());
            }
            Action::Help | Action::Menu | Action::Palette => return self.choose(action),
            Action::Guides => self.leave_for_guides(),
            Action::Faq => return self.leave_for_faq(),
            Action::Clinics => self.leave_for_clinics(),
            Action::Cost => self.leave_for_cost(),
            Action::TakePrice => self.take_price(),
            Action::Undo => self.undo(),
            Action::Print => self.choose_paper(),
            Action::Filters => self.toggle_filters(),
            Action::Place => self.ask_place(),
            Action::Search => return self.leave_for_search(),
            // From a card or list, back is to what lies under it.
            Action::Backward if !self.over.is_empty() => self.go_back(),
            Action::Backward => return self.travel(true),
            Action::Forward => return self.travel(false),
            Action::Find => return self.find(),
            Action::NextMatch => self.next_match(true),
            Action::PreviousMatch => self.next_match(false),
            Action::Copy => return self.copy(false),
            Action::CopySection => return self.copy(true),
            Action::Wider => self.set_measure(self.shown_measure().saturating_add(MEASURE_STEP)),
            Action::Narrower => self.set_measure(self.shown_measure().saturating_sub(MEASURE_STEP)),
            Action::Roomy => {
                self.roomy = !self.roomy;
                self.fit();
            }
            Action::Theme => self.next_theme(),
            Action::Mouse => return self.toggle_mouse(),
            Action::Outline => self.toggle_outline(),
            Action::Faults => self.show_faults(),
            _ => return self.pass_on(action),
        }
        Vec::new()
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
