//! What the surroundings ask for; the only place that reads the environment.

use std::env;

use crate::page::Glyphs;

/// What the environment says about the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surroundings {
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `TERM=dumb`: the terminal cannot place text.
    pub dumb: bool,
    /// The signs the terminal can show.
    pub glyphs: Glyphs,
}

impl Surroundings {
    /// Reads them from the environment.
    #[must_use]
    pub fn read() -> Self {
        Self::of(|name| env::var(name).ok())
    }

    /// Reads them from `var`, which gives an environment variable's value.
    #[must_use]
    pub fn of(var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| var(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let dumb = term == "dumb";
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        // Without any locale set most terminals still show UTF-8; one that is set counts.
        let utf8 = locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let ascii = dumb || term == "linux" || !utf8;
        let glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        Self { no_color: set("NO_COLOR").is_some(), dumb, glyphs }
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
    }
}
