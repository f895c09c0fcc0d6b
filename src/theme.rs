//! Themes: how each part of the reader looks, as plain data read from TOML.
//!
//! Bundled themes are files in `assets/themes`; a user's theme is a file of the same form.
//! Nothing here knows a terminal: `tui/looks.rs` turns looks into attributes.

mod contrast;
mod file;

use crate::page::Role;
use include_dir::{Dir, include_dir};

pub use contrast::{Faint, contrast};
pub use file::Own;

static BUNDLED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/themes");

/// The theme that holds when none is asked for.
pub const DEFAULT: &str = "terminal";

/// The theme that lends its attributes to those that lose their colours.
const WITHOUT_COLOURS: &str = "mono";

/// How a part looks. Colours are numbers of the table of 256, 16 to 255: those are the
/// same on every terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools)] // four independent attributes, in any mixture
pub struct Look {
    /// The colour of the text; the theme's text or the terminal's own when left out.
    pub fg: Option<u8>,
    /// The colour behind it; the theme's background or the terminal's own when left out.
    pub bg: Option<u8>,
    /// Bold.
    pub bold: bool,
    /// Italics.
    pub italic: bool,
    /// Underlined.
    pub underlined: bool,
    /// The two colours changed for one another.
    pub reversed: bool,
}

/// A part of the reader that has a look.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::EnumCount,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Part {
    /// Running text.
    Text,
    /// Less important text.
    Muted,
    /// Headings.
    Heading,
    /// Words that lead somewhere.
    Link,
    /// The marks of footnotes and facts.
    Note,
    /// Code.
    Code,
    /// Bullets, rules and borders.
    Mark,
    /// The labels of alerts.
    Alert,
    /// Questions.
    Question,
    /// The filled part of a picture.
    Full,
    /// The empty part of a picture.
    Empty,
    /// Keys in the footer, names in lists, the mark `>`.
    Key,
    /// The header.
    Bar,
    /// The title in the header.
    BarTitle,
    /// The crisis key in the header.
    Crisis,
    /// What has the focus.
    Focus,
    /// Every match of a search.
    Found,
    /// The match of a search that the reader stands at.
    FoundHere,
}

impl From<Role> for Part {
    fn from(role: Role) -> Self {
        match role {
            Role::Text => Self::Text,
            Role::Muted => Self::Muted,
            Role::Heading(_) => Self::Heading,
            Role::Link => Self::Link,
            Role::Note => Self::Note,
            Role::Code => Self::Code,
            Role::Mark => Self::Mark,
            Role::Alert => Self::Alert,
            Role::Question => Self::Question,
            Role::Full => Self::Full,
            Role::Empty => Self::Empty,
        }
    }
}

/// A look for every part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// What it is called: a bundled theme's name, or a file.
    pub name: String,
    /// What it is, in a few words.
    pub title: String,
    /// The colour behind everything; the terminal's own when none.
    pub background: Option<u8>,
    /// True when it has colours that are not shown.
    pub colours_lost: bool,
    looks: [Look; <Part as strum::EnumCount>::COUNT],
}

/// A part that names both its colours, as they are seen: text first, what is behind it second.
pub type Pair = (Part, u8, u8);

impl Default for Theme {
    /// The theme that holds when none is asked for.
    fn default() -> Self {
        Self::bundled(DEFAULT).expect("the bundled themes are read in a test")
    }
}

/// The names of the bundled themes, the default first.
#[must_use]
pub fn names() -> Vec<&'static str> {
    let files = BUNDLED.files().filter_map(|file| file.path().file_stem()?.to_str());
    let mut names: Vec<_> = files.collect();
    names.sort_by_key(|name| (*name != DEFAULT, *name));
    names
}

/// The file of the bundled theme of this name.
#[must_use]
pub fn written(name: &str) -> Option<&'static str> {
    BUNDLED.get_file(format!("{name}.toml"))?.contents_utf8()
}

impl Theme {
    /// The bundled theme of this name.
    #[must_use]
    pub fn bundled(name: &str) -> Option<Self> {
        let theme = Self::parse(written(name)?).ok()?.theme;
        Some(Self { name: name.to_owned(), ..theme })
    }

    /// How a part looks.
    #[must_use]
    pub fn look(&self, part: impl Into<Part>) -> Look {
        self.looks[part.into() as usize]
    }

    /// The theme as it is where colours are not wanted: attributes only.
    ///
    /// A part that was told apart by colour alone takes the look it has in `mono`, and so
    /// do the focus and what was found when they would look alike.
    #[must_use]
    pub fn without_colours(mut self) -> Self {
        if !self.has_colours() {
            return self;
        }
        let mono = Self::bundled(WITHOUT_COLOURS).unwrap_or_default();
        for (look, fallback) in self.looks.iter_mut().zip(mono.looks) {
            let coloured = look.fg.is_some() || look.bg.is_some();
            *look = Look { fg: None, bg: None, ..*look };
            if coloured && *look == Look::default() {
                *look = fallback;
            }
        }
        let marks = [Part::Focus, Part::Found, Part::FoundHere, Part::Bar, Part::BarTitle];
        let [text, focus, found, here] =
            [Part::Text, Part::Focus, Part::Found, Part::FoundHere].map(|part| self.look(part));
        let alike = [focus, found, here].contains(&text)
            || focus == found
            || focus == here
            || found == here
            || self.look(Part::Bar) == text
            // Bold or underlined words stand in the text too; the focus must not pass for them.
            || !focus.reversed
            || !here.reversed;
        if alike {
            for part in marks {
                self.looks[part as usize] = mono.look(part);
            }
        }
        self.background = None;
        self.colours_lost = true;
        self
    }

    /// True when any colour is named.
    #[must_use]
    pub fn has_colours(&self) -> bool {
        let named = |look: &Look| look.fg.is_some() || look.bg.is_some();
        self.background.is_some() || self.looks.iter().any(named)
    }

    /// Every part whose two colours are known, as they are seen.
    #[must_use]
    pub fn pairs(&self) -> Vec<Pair> {
        use strum::IntoEnumIterator;
        let pair = |part| self.pair(part).map(|(fg, bg)| (part, fg, bg));
        Part::iter().filter_map(pair).collect()
    }

    /// The two colours of a part as they are seen, where both are known: text first.
    fn pair(&self, part: Part) -> Option<(u8, u8)> {
        let look = self.look(part);
        let fg = look.fg.or(self.look(Part::Text).fg)?;
        let bg = look.bg.or(self.background)?;
        Some(if look.reversed { (bg, fg) } else { (fg, bg) })
    }
}

#[cfg(test)]
mod tests;
