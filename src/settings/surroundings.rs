//! What the surroundings ask for: the terminal and the folder of settings.

use std::env;
use std::path::PathBuf;

use directories::ProjectDirs;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Clipboard;
use crate::page::Glyphs;

/// Terminals that show no colours, or not those of the table of 256.
const COLOURLESS: [&str; 6] = ["dumb", "linux", "ansi", "cons25", "sun", "cygwin"];

/// What the environment says about the terminal, and where it keeps settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `TERM=dumb`: the terminal cannot place text.
    pub dumb: bool,
    /// The signs the terminal can show.
    pub glyphs: Glyphs,
    /// The variable that limits the signs to ASCII, when one does.
    pub ascii_from: Option<&'static str>,
    /// True when the colours of themes are wanted and can be shown.
    pub colors: bool,
    /// What the terminal's clipboard takes.
    pub clipboard: Clipboard,
    /// The day it is, in UTC.
    pub today: Date,
    /// `XDG_CONFIG_HOME`, where it is an absolute path.
    config_home: Option<PathBuf>,
}

impl Surroundings {
    /// Reads them from the environment.
    #[must_use]
    pub fn read() -> Self {
        let config_home = env::var_os("XDG_CONFIG_HOME").map(PathBuf::from);
        let config_home = config_home.filter(|folder| folder.is_absolute());
        Self { config_home, ..Self::of(|name| env::var(name).ok()) }
    }

    /// The settings file, whether or not it is there; none where there is no home folder.
    #[must_use]
    pub fn config_file(&self) -> Option<PathBuf> {
        let folder = match &self.config_home {
            Some(home) => home.join("guidepost"),
            None => ProjectDirs::from("", "", "guidepost")?.config_dir().to_owned(),
        };
        Some(folder.join("config.toml"))
    }

    /// Reads them from `var`, which gives an environment variable's value.
    #[must_use]
    pub fn of(var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| var(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let dumb = term == "dumb";
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"];
        let locale = locale.into_iter().find_map(|name| Some((name, set(name)?.to_lowercase())));
        // Without any locale set most terminals still show UTF-8; one that is set counts.
        let ascii_locale = locale
            .filter(|(_, value)| !value.contains("utf-8") && !value.contains("utf8"))
            .map(|(name, _)| name);
        let plain = dumb || term == "linux";
        let ascii_from = if plain { Some("TERM") } else { ascii_locale };
        let glyphs = if ascii_from.is_some() { Glyphs::Ascii } else { Glyphs::Unicode };
        let no_color = set("NO_COLOR").is_some();
        let colourless = COLOURLESS.contains(&term.as_str()) || term.starts_with("vt");
        let colors = !no_color && !colourless;
        let clipboard = Clipboard::of(set);
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        Self { no_color, dumb, glyphs, ascii_from, colors, clipboard, today, config_home: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(vars: &[(&str, &str)]) -> Surroundings {
        let find = |name: &str| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        Surroundings::of(find)
    }

    #[test]
    fn the_first_locale_that_is_set_decides_on_signs() {
        assert_eq!(of(&[]).glyphs, Glyphs::Unicode);
        assert_eq!(of(&[("LANG", "en_US.UTF-8")]).glyphs, Glyphs::Unicode);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]).glyphs, Glyphs::Ascii);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_CTYPE", "C.UTF-8")]).glyphs, Glyphs::Unicode);
        assert_eq!(of(&[("LANG", "de_DE.ISO-8859-1")]).glyphs, Glyphs::Ascii);
    }

    #[test]
    fn plain_terminals_get_ascii() {
        assert_eq!(of(&[("TERM", "linux"), ("LANG", "C.UTF-8")]).glyphs, Glyphs::Ascii);
        assert!(of(&[("TERM", "dumb")]).dumb);
        assert!(!of(&[("NO_COLOR", "")]).no_color);
        assert!(of(&[("NO_COLOR", "1")]).no_color);
        assert_eq!(of(&[("TERM", "linux"), ("LANG", "C")]).ascii_from, Some("TERM"));
        assert_eq!(of(&[("LANG", "C")]).ascii_from, Some("LANG"));
    }

    #[test]
    fn colours_are_for_terminals_that_show_them_and_readers_who_want_them() {
        assert!(of(&[]).colors && of(&[("TERM", "xterm-256color")]).colors);
        for vars in [("NO_COLOR", "1"), ("TERM", "dumb"), ("TERM", "linux"), ("TERM", "vt220")] {
            assert!(!of(&[vars]).colors, "{vars:?}");
        }
    }
}
