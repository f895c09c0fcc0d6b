//! A theme's file becomes a theme, or a line and what is wrong in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de};
use strum::{EnumCount, IntoEnumIterator};
use toml::Spanned;

use super::{DEFAULT, Look, Part, Theme};
use crate::library::nearest;
use crate::plain::one_line;

/// The first colour that is the same on every terminal.
const FIXED: u8 = 16;

/// A theme as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    #[serde(default, deserialize_with = "colour")]
    background: Option<u8>,
    #[serde(default)]
    look: BTreeMap<Spanned<String>, Look>,
}

impl Theme {
    /// Reads a theme; what it leaves out is as in the default theme. Its name is the
    /// caller's to give.
    ///
    /// # Errors
    /// The line, where there is one, and what is wrong there and what to do.
    pub fn parse(text: &str) -> Result<Self, (Option<usize>, String)> {
        let line = |at: usize| Some(line_at(text, at));
        let file: File = toml::from_str(text).map_err(|error| {
            (error.span().and_then(|span| line(span.start)), one_line(error.message()))
        })?;
        let mut looks = [Look::default(); Part::COUNT];
        let mut lines = [None; Part::COUNT];
        let given = |part: &str| file.look.keys().any(|name| name.get_ref() == part);
        if Part::iter().any(|part| !given(part.into())) {
            // The default theme gives all, so this asks no further.
            looks = Self::bundled(DEFAULT).map_or(looks, |theme| theme.looks);
        }
        for (name, look) in &file.look {
            let at = line(name.span().start);
            let part: Part = name.get_ref().parse().map_err(|_| (at, unknown(name.get_ref())))?;
            looks[part as usize] = *look;
            lines[part as usize] = at;
        }
        let theme =
            Self { name: String::new(), title: file.title, background: file.background, looks };
        theme.check().map_err(|(part, message)| (lines[part as usize], message))?;
        Ok(theme)
    }

    /// Refuses what could not be read or told apart.
    fn check(&self) -> Result<(), (Part, String)> {
        let text = self.look(Part::Text);
        if self.background.is_some() && text.fg.is_none() {
            let message = "background needs a colour of text; write look.text = { fg = … }";
            return Err((Part::Text, message.to_owned()));
        }
        for part in Part::iter() {
            let (look, name): (_, &str) = (self.look(part), part.into());
            let over = matches!(
                part,
                Part::Bar
                    | Part::BarTitle
                    | Part::Crisis
                    | Part::Focus
                    | Part::Found
                    | Part::FoundHere
            );
            // What lies over other colours, and what lies under text, must name both.
            if look.bg.is_some() && look.fg.is_none() {
                return Err((part, format!("{name} names bg but no fg; name both")));
            }
            if over && look.fg.is_some() && look.bg.is_none() {
                return Err((part, format!("{name} names fg but no bg; name both")));
            }
            let told = part == Part::Focus || part == Part::Found || part == Part::FoundHere;
            if told && look == text {
                let message = format!("{name} looks like text; give it colours or an attribute");
                return Err((part, message));
            }
        }
        Ok(())
    }
}

fn unknown(name: &str) -> String {
    let near = nearest(name, Part::iter().map(Into::into)).unwrap_or_default();
    format!("there is no part \"{}\" to look at; the nearest is \"{near}\"", one_line(name))
}

/// The number, from 1, of the line that holds the byte at `at`.
fn line_at(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// Reads the number of a colour that is the same on every terminal.
pub fn colour<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u8>, D::Error> {
    let number = i64::deserialize(from)?;
    match u8::try_from(number) {
        Ok(colour) if colour >= FIXED => Ok(Some(colour)),
        Ok(_) => Err(de::Error::custom(format!(
            "colour {number} is one of the 16 that every terminal shows otherwise; use {FIXED} to 255"
        ))),
        Err(_) => {
            Err(de::Error::custom(format!("there is no colour {number}; use {FIXED} to 255")))
        }
    }
}
