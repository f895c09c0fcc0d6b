//! How each role looks; the only place of the reader that names attributes.
//!
//! The theme uses the terminal's own colours and no others, so it is readable wherever
//! the terminal is, and `NO_COLOR` changes nothing.

use ratatui::style::{Modifier, Style};

use crate::guide::block::Face;
use crate::page::{Role, Span};

/// The style of a span of text.
#[must_use]
pub fn span(span: &Span) -> Style {
    role(span.role).add_modifier(face(span.face))
}

fn role(role: Role) -> Style {
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

fn face(face: Face) -> Modifier {
    let mut modifier = Modifier::empty();
    modifier.set(Modifier::BOLD, face.bold);
    modifier.set(Modifier::ITALIC, face.italic);
    modifier.set(Modifier::CROSSED_OUT, face.strike);
    modifier
}

/// What has the focus.
#[must_use]
pub fn focus() -> Modifier {
    Modifier::REVERSED
}

/// Keys in the footer and names in lists.
#[must_use]
pub fn strong() -> Style {
    Style::default().add_modifier(Modifier::BOLD)
}

/// The header's bar.
#[must_use]
pub fn bar() -> Style {
    Style::default().add_modifier(Modifier::REVERSED)
}
