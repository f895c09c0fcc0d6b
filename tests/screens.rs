//! The reader driven by key scripts: what is typed, and what the window then shows.

mod actions;
mod answers;
mod back;
mod bad;
mod cards;
mod choosing;
mod clinics;
mod cost;
mod faq;
mod filtering;
mod finding;
mod footer;
mod journeys;
mod keys;
mod outline;
mod pictures;
mod places;
mod promises;
mod resizing;
mod searching;
mod settings;
mod snapshots;

use std::sync::OnceLock;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use guidepost::evidence::Fact;
use guidepost::library::{Found, Library};
use guidepost::page::Glyphs;
use guidepost::reading::Reading;
use guidepost::search;
use guidepost::settings::{Clipboard, Settings};
use guidepost::tui::app::{App, Effect};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

/// A day on which nothing bundled is too old.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 24);

/// The usual settings, the key table among them, which takes time to be read.
static SETTINGS: OnceLock<Settings> = OnceLock::new();

/// The reader in a window that exists only in the test.
pub struct Screen {
    pub app: App,
    pub effects: Vec<Effect>,
}

impl Screen {
    /// The bundled guides in a window of this size.
    pub fn bundled(width: u16, height: u16) -> Self {
        Self::of(Library::bundled(), None, width, height)
    }

    /// The flagship guide, opened.
    pub fn flagship(width: u16, height: u16) -> Self {
        let mut screen = Self::bundled(width, height);
        screen.press("enter");
        screen
    }

    /// A document given as Markdown, opened.
    pub fn document(markdown: &str, width: u16, height: u16) -> Self {
        let library = Library::document("test.md", markdown.as_bytes().to_vec());
        Self::of(library, Some(Found { index: 0, at: None }), width, height)
    }

    pub fn of(library: Library, start: Option<Found>, width: u16, height: u16) -> Self {
        Self::read(reading(library, start), width, height)
    }

    /// The guides of a folder with these files; none of them has been read. Each test has a
    /// folder of its own.
    pub fn folder(name: &str, files: &[(&str, &str)], width: u16, height: u16) -> Self {
        let folder = crate::cli::folder(&format!("screens-{name}"), files);
        let library = Library::folder(&folder).expect("a library");
        Self::of(library, None, width, height)
    }

    /// Whatever is to be read.
    pub fn read(reading: Reading, width: u16, height: u16) -> Self {
        let (app, effects) = App::new(reading, Rect::new(0, 0, width, height));
        let mut screen = Self { app, effects };
        screen.load();
        screen
    }

    /// Presses keys: names as in the key table, parted by blanks. What one of them has read
    /// on a thread of its own is there before the next.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.press_only(key);
            self.load();
            if self.effects.contains(&Effect::Index) {
                self.index();
            }
        }
        self
    }

    /// Presses a key and leaves undone whatever it asks the loop for.
    pub fn press_only(&mut self, key: &str) -> &mut Self {
        self.effects = self.app.key(event(key));
        self.app.catch_up();
        self
    }

    /// Clicks at a column and row.
    pub fn click(&mut self, x: usize, y: usize) -> &mut Self {
        let cell = |at: usize| u16::try_from(at).expect("in the window");
        self.effects = self.app.click(cell(x), cell(y));
        self.load();
        self
    }

    /// Types words, letter by letter.
    pub fn type_in(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            self.effects = self.app.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        }
        self.app.catch_up();
        self
    }

    /// What the loop does to have guides read: with their outline, then with their sources.
    pub fn load(&mut self) {
        let library = std::sync::Arc::clone(self.app.library());
        for effect in std::mem::take(&mut self.effects) {
            match effect {
                Effect::Load(index) => {
                    let guide = library.guide(index);
                    if let Ok(guide) = &guide {
                        guide.outline();
                    }
                    self.app.loaded(index, guide);
                    if let Some(guide) = library.with_sources(index) {
                        self.app.loaded(index, Ok(guide));
                    }
                }
                Effect::LoadAll => {
                    library.read_all();
                    self.app.loaded_all();
                }
                other => self.effects.push(other),
            }
        }
        self.app.catch_up();
    }

    /// What the loop does to have everything searched.
    pub fn index(&mut self) {
        self.effects.retain(|effect| *effect != Effect::Index);
        let library = std::sync::Arc::clone(self.app.library());
        search::batches(&library, |batch, ready| {
            self.app.indexed(&batch, ready);
            true
        });
        self.app.indexed_all();
        self.app.catch_up();
    }

    /// Presses a key until something holds.
    pub fn press_until(&mut self, key: &str, holds: impl Fn(&Self) -> bool) -> &mut Self {
        // More often than the longest way in the guides takes.
        for _ in 0..400 {
            if holds(self) {
                return self;
            }
            self.press(key);
        }
        panic!("{key} never leads there:\n{}", self.text());
    }

    fn frame(&self) -> (Buffer, Position) {
        self.app.frame()
    }

    /// The window as text, without trailing blanks.
    pub fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// What the window says, wherever its lines are broken.
    pub fn words(&self) -> String {
        self.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The letters and digits of the window: no line end or hyphen parts them.
    pub fn letters(&self) -> String {
        letters(&self.text())
    }

    /// The rows of the window.
    pub fn rows(&self) -> Vec<String> {
        let (buffer, _) = self.frame();
        let width = usize::from(buffer.area.width).max(1);
        let row = |row: &[ratatui::buffer::Cell]| {
            let mut hidden = 0;
            let mut text = String::new();
            for cell in row {
                if hidden == 0 {
                    text.push_str(cell.symbol());
                    hidden = unicode_width::UnicodeWidthStr::width(cell.symbol()).max(1);
                }
                hidden -= 1;
            }
            text.trim_end().to_owned()
        };
        buffer.content.chunks(width).map(row).collect()
    }

    /// The row the focus mark stands in, without the mark.
    pub fn marked(&self) -> Option<String> {
        self.rows()
            .into_iter()
            .find_map(|row| Some(row.trim_start().strip_prefix('>')?.trim().to_owned()))
    }

    /// The text in reverse within the body: what has the focus.
    pub fn focused(&self) -> String {
        let (buffer, _) = self.frame();
        let body = buffer.area.width as usize..buffer.content.len();
        let cells = buffer.content[body].iter();
        let reversed = cells.filter(|cell| cell.modifier.contains(Modifier::REVERSED));
        reversed.map(ratatui::buffer::Cell::symbol).collect()
    }

    pub fn cursor(&self) -> Position {
        self.frame().1
    }

    /// The first row of the text.
    pub fn top(&self) -> String {
        self.rows()
            .into_iter()
            .skip(1)
            .find(|row| !row.trim().is_empty())
            .unwrap_or_default()
            .trim()
            .to_owned()
    }
}

/// A library to be read with the usual settings, on a terminal that is known to take text.
pub fn reading(library: Library, start: Option<Found>) -> Reading {
    Reading {
        library,
        start,
        glyphs: Glyphs::Unicode,
        clipboard: Clipboard { known: true, tmux: false },
        settings: SETTINGS.get_or_init(Settings::default).clone(),
        today: TODAY,
        json: guidepost::cli::estimate_in_json,
        notices: Vec::new(),
    }
}

/// The letters and digits of a text.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The questions of the bundled guides, in order.
pub fn asked() -> Vec<String> {
    let library = Library::bundled();
    let guides = (0..library.len()).map(|i| library.guide(i).expect("a guide"));
    let titles = guides.flat_map(|guide| {
        let outline = guide.outline();
        outline.questions.iter().map(|i| outline.entries[*i].title.clone()).collect::<Vec<_>>()
    });
    titles.collect()
}

/// A figure of the flagship guide: its mark, and the fact behind it, which has a strength.
pub fn figure() -> (String, Fact) {
    let library = Library::bundled();
    let guide = library.guide(0).expect("the flagship guide");
    let facts = library.evidence().facts.iter().filter(|fact| fact.strength.is_some());
    let numbered = facts.filter_map(|fact| Some((guide.outline().number(&fact.id)?, fact)));
    let (number, fact) = numbered.min_by_key(|(number, _)| *number).expect("a figure");
    (format!("[{number}]"), fact.clone())
}

/// A key by its name in the key table.
pub fn event(key: &str) -> KeyEvent {
    let parsed = crokey::parse(key).unwrap_or_else(|_| panic!("{key} is no key"));
    let crokey::OneToThree::One(code) = parsed.codes else { panic!("{key} is more than one key") };
    let shifted = matches!(code, KeyCode::Char(c) if c.is_uppercase());
    let modifiers = if shifted { parsed.modifiers | KeyModifiers::SHIFT } else { parsed.modifiers };
    KeyEvent::new(code, modifiers)
}
