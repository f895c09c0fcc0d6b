//! How the window is split, and how wide and long what stands in it is.

use std::sync::Arc;

use super::{App, Focus, Over, View};
use crate::settings::MEASURES;
use crate::tui::draw;
use crate::tui::layout::{self, Parts};
use crate::tui::pane::guides::Shelf;
use crate::tui::pane::pages::Setting;

impl App {
    /// True when the outline has something to choose from.
    pub(super) fn has_outline(&self) -> bool {
        let outline = self.text().and_then(|reader| reader.guide().known_outline());
        let least = if self.view == View::Faq { 2 } else { 1 };
        outline.is_some_and(|outline| outline.sections.len() >= least)
    }

    /// True when the outline is wanted beside the text.
    pub(super) fn wants_outline(&self) -> bool {
        match self.view {
            View::Guides | View::Search | View::Clinics | View::Cost => false,
            View::Text => self.beside,
            View::Faq => self.beside && self.has_outline(),
        }
    }

    /// The parts of the window as they are now.
    pub(super) fn parts(&self) -> Parts {
        layout::split(self.window, self.wants_outline() && self.over.is_empty(), self.measure)
    }

    pub(super) fn setting(&self) -> Setting {
        if self.view == View::Cost {
            return self.cost_setting();
        }
        // Cards over the text do not change how it is set.
        let parts = layout::split(self.window, self.wants_outline(), self.measure);
        Setting {
            width: parts.text_width(self.measure),
            wide: parts.wide_width(),
            glyphs: self.glyphs,
            roomy: self.roomy,
        }
    }

    /// Lines for the text.
    pub(super) fn rows(&self) -> usize {
        usize::from(self.parts().main.height)
    }

    /// The list of guides and its window.
    pub(super) fn shelf(&self) -> Shelf {
        let (parts, library) = (self.parts(), Arc::clone(&self.library));
        let (width, rows) = (parts.text_width(self.measure), usize::from(parts.main.height));
        Shelf { library, width, rows, glyphs: self.glyphs, today: self.today }
    }

    /// Fits everything that is set in lines to the window.
    pub(super) fn fit(&mut self) {
        let (setting, parts) = (self.setting(), self.parts());
        let rows = usize::from(parts.main.height);
        if self.view == View::Cost {
            self.fit_cost();
        } else if let Some(reader) = self.text_mut() {
            reader.fit(setting, rows);
        }
        let (width, wide) = (parts.text_width(self.measure), parts.wide_width());
        // Fitting the list reads the guides in view, so only while it is shown.
        if self.view == View::Guides {
            let list = self.shelf();
            self.guides.fit(&list);
        }
        if self.view == View::Search {
            self.fit_search();
        }
        if self.view == View::Clinics {
            self.fit_clinics();
        }
        for over in &mut self.over {
            match over {
                Over::Card(card) => card.fit(width, wide, self.glyphs, rows),
                Over::Choice(chooser) => chooser.fit(parts.main.width.into(), rows, self.glyphs),
                Over::Filters(filters) => filters.fit(rows),
            }
        }
        self.follow();
    }

    /// Has the outline follow the reading place while it does not have the focus.
    pub(super) fn follow(&mut self) {
        if self.focus == Focus::Main
            && let Some(reader) = self.text()
        {
            let mut outline = self.outline;
            outline.follow(reader.guide(), reader.listed_at());
            self.outline = outline;
        }
    }

    /// The measure as far as the window has room for it.
    pub(super) fn shown_measure(&self) -> u16 {
        self.measure.min(draw::small(self.setting().wide))
    }

    pub(super) fn set_measure(&mut self, measure: u16) {
        self.measure = measure.clamp(*MEASURES.start(), *MEASURES.end());
        self.fit();
    }

    pub(super) fn toggle_outline(&mut self) {
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
}
