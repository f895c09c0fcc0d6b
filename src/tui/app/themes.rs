//! Going from one theme to the next.

use super::App;
use crate::theme::{self, Theme};
use crate::tui::looks::Looks;

/// The themes to choose from.
#[derive(Debug)]
pub struct Themes {
    /// A theme of the user's own, which is none of the bundled ones.
    own: Option<Theme>,
    /// False when colours are not wanted or cannot be shown.
    colors: bool,
}

impl Themes {
    /// The bundled themes, and the one that was set if it is another.
    #[must_use]
    pub fn new(set: Theme, colors: bool) -> Self {
        let own = Some(set).filter(|theme| !theme::names().contains(&theme.name.as_str()));
        Self { own, colors }
    }

    /// The theme that follows the one of this name.
    fn after(&self, name: &str) -> Option<Theme> {
        let bundled = theme::names().into_iter().filter_map(Theme::bundled);
        let all: Vec<Theme> = self.own.iter().cloned().chain(bundled).collect();
        let here = all.iter().position(|theme| theme.name == name).unwrap_or(0);
        let next = all.into_iter().cycle().nth(here + 1)?;
        Some(if self.colors { next } else { next.without_colours() })
    }
}

impl App {
    pub(super) fn next_theme(&mut self) {
        let Some(theme) = self.themes.after(&self.looks.theme.name) else { return };
        // NO_COLOR, --color or the terminal says so.
        let without = if theme.colours_lost { ", here without its colours" } else { "" };
        self.notice = Some(format!("theme {}: {}{without}", theme.name, theme.title));
        self.looks = Looks::new(theme);
    }
}
