//! How each role looks; the only place of the reader that names attributes.

use ratatui::style::{Modifier, Style};

use crate::guide::block::Face;
use crate::page::{Role, Span};

/// The style of every role.
#[derive(Debug, Clone, Copy)]
pub struct Looks {
    /// Keys in the footer, names in lists, the mark of the focused row.
    pub key: Style,
    /// The header's bar.
    pub bar: Style,
    /// The title in the bar.
    pub bar_title: Style,
    /// What has the focus.
    pub focus: Style,
    /// What was looked for.
    pub found: Style,
    /// The one of it that is reached.
    pub found_here: Style,
}

impl Default for Looks {
    /// The terminal's own colours and no others: readable wherever the terminal is, and
    /// `NO_COLOR` changes nothing.
    fn default() -> Self {
        let plain = Style::default();
        let bar = plain.add_modifier(Modifier::REVERSED);
        Self {
            key: plain.add_modifier(Modifier::BOLD),
            bar,
            bar_title: bar.add_modifier(Modifier::BOLD),
            focus: bar,
            found: plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            found_here: bar.add_modifier(Modifier::BOLD),
        }
    }
}

impl Looks {
    /// The style of a span of text.
    #[must_use]
    pub fn span(&self, span: &Span) -> Style {
        self.role(span.role).add_modifier(face(span.face))
    }

    /// Running text.
    #[must_use]
    pub fn text(&self) -> Style {
        self.role(Role::Text)
    }

    #[allow(clippy::unused_self)]
    fn role(&self, role: Role) -> Style {
        let plain = Style::default();
        match role {
            Role::Heading(_) | Role::Question | Role::Alert => plain.add_modifier(Modifier::BOLD),
            Role::Link => plain.add_modifier(Modifier::UNDERLINED),
            Role::Text
            | Role::Muted
            | Role::Note
            | Role::Code
            | Role::Mark
            | Role::Full
            | Role::Empty => plain,
        }
    }
}

fn face(face: Face) -> Modifier {
    let mut modifier = Modifier::empty();
    modifier.set(Modifier::BOLD, face.bold);
    modifier.set(Modifier::ITALIC, face.italic);
    modifier.set(Modifier::CROSSED_OUT, face.strike);
    modifier
}
