//! How the reader is set: one file of the user, what the command line says, and what the
//! surroundings ask for. The only place that reads the environment; nothing is written.

mod chosen;
mod clipboard;
mod disk;
mod entries;
mod keys;
mod origin;
mod surroundings;
mod themes;
mod written;

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use crate::keymap::Keymap;
use crate::theme::Theme;

pub use chosen::{Asked, Chosen, Config, Folder};
pub use clipboard::Clipboard;
pub use disk::Refused;
pub use origin::{Setting, Value};
pub use surroundings::Surroundings;

/// Columns of running text to begin with.
pub const MEASURE: u16 = 66;

/// The narrowest and the widest measure.
pub const MEASURES: RangeInclusive<u16> = 30..=120;

/// The path of a file that a user names, `~/` for the home folder.
///
/// # Errors
/// Why there is none, in words.
pub fn path_of(named: &str) -> Result<PathBuf, String> {
    disk::path(named, Path::new(""))
}

/// How the reader is set.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools)] // switches a user sets one by one
pub struct Settings {
    /// How each part looks; without colours where none are wanted.
    pub theme: Theme,
    /// True when colours are wanted and can be shown, of whatever theme.
    pub colors: bool,
    /// Columns of running text to begin with, one of [`MEASURES`].
    pub measure: u16,
    /// A blank line after every line of text.
    pub roomy: bool,
    /// Clicks go to the reader and not to the terminal.
    pub mouse: bool,
    /// The keys.
    pub keymap: Keymap,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            colors: true,
            measure: MEASURE,
            roomy: false,
            mouse: false,
            keymap: Keymap::default(),
        }
    }
}

#[cfg(test)]
mod tests;
