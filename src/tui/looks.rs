//! A theme's looks as the terminal's attributes and colours; the only place of the reader
//! that names either.

use ratatui::style::{Color, Modifier, Style};

use crate::guide::block::Face;
use crate::page::Span;
use crate::theme::{Look, Part, Theme};

/// The style of every part.
#[derive(Debug, Clone)]
pub struct Looks {
    /// The theme they come from.
    pub theme: Theme,
    /// What everything else is drawn on.
    pub base: Style,
    /// Keys in the footer, names in lists, the mark of the focused row.
    pub key: Style,
    /// The header's bar.
    pub bar: Style,
    /// The title in the bar.
    pub bar_title: Style,
    /// The crisis key in the bar.
    pub crisis: Style,
    /// What has the focus.
    pub focus: Style,
    /// What was looked for.
    pub found: Style,
    /// The one of it that is reached.
    pub found_here: Style,
}

impl Looks {
    /// The looks of a theme.
    #[must_use]
    pub fn new(theme: Theme) -> Self {
        let part = |part: Part| style(theme.look(part));
        let mut base = part(Part::Text);
        if let Some(background) = theme.background {
            base = base.bg(Color::Indexed(background));
        }
        Self {
            base,
            key: part(Part::Key),
            bar: part(Part::Bar),
            bar_title: part(Part::BarTitle),
            crisis: part(Part::Crisis),
            focus: part(Part::Focus),
            found: part(Part::Found),
            found_here: part(Part::FoundHere),
            theme,
        }
    }

    /// The style of a span of text.
    #[must_use]
    pub fn span(&self, span: &Span) -> Style {
        style(self.theme.look(span.role)).add_modifier(face(span.face))
    }
}

fn style(look: Look) -> Style {
    let mut modifier = Modifier::empty();
    modifier.set(Modifier::BOLD, look.bold);
    modifier.set(Modifier::ITALIC, look.italic);
    modifier.set(Modifier::UNDERLINED, look.underlined);
    modifier.set(Modifier::REVERSED, look.reversed);
    let (fg, bg) = (look.fg.map(Color::Indexed), look.bg.map(Color::Indexed));
    Style { fg, bg, ..Style::default() }.add_modifier(modifier)
}

fn face(face: Face) -> Modifier {
    let mut modifier = Modifier::empty();
    modifier.set(Modifier::BOLD, face.bold);
    modifier.set(Modifier::ITALIC, face.italic);
    modifier.set(Modifier::CROSSED_OUT, face.strike);
    modifier
}
