//! A theme's file becomes a theme, or a line and what is wrong in it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, de};
use strum::{EnumCount, IntoEnumIterator};
use toml::Spanned;

use super::{DEFAULT, Faint, Look, Part, Theme};
use crate::library::nearest;
use crate::plain::{line_at, one_line};

/// The first colour that is the same on every terminal.
const FIXED: u8 = 16;

/// A theme as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, deserialize_with = "title")]
    title: Option<String>,
    #[serde(default, deserialize_with = "colour")]
    background: Option<u8>,
    #[serde(default, deserialize_with = "looks")]
    look: Looks,
}

type Looks = BTreeMap<Spanned<String>, Look>;

/// A theme that was read, and what in it cannot be read by eyes.
#[derive(Debug)]
pub struct Own {
    /// The theme.
    pub theme: Theme,
    /// Parts that are too faint, each with its line.
    pub faint: Vec<(usize, Faint)>,
}

impl Theme {
    /// Reads a theme; what it leaves out is as in the default theme, and so is crisis help
    /// where it could not be read. Its name is the caller's to give.
    ///
    /// # Errors
    /// The line, where there is one, and what is wrong there and what to do.
    pub fn parse(text: &str) -> Result<Own, (Option<usize>, String)> {
        let line = |at: usize| Some(line_at(text.as_bytes(), at));
        let file: File = toml::from_str(text).map_err(|error| {
            (error.span().and_then(|span| line(span.start)), said(error.message()))
        })?;
        let title = file.title.ok_or_else(|| {
            (Some(1), "it has no title; write title = \"…\", a few words on what it is".to_owned())
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
        let (name, background) = (String::new(), file.background);
        let mut theme = Self { name, title, background, colours_lost: false, looks };
        theme.check().map_err(|(part, message)| (lines[part as usize], message))?;
        // What has the text's colours is as faint as the text.
        let of_text = theme.pair(Part::Text);
        let own = |part| part == Part::Text || theme.pair(part) != of_text;
        let faint = theme.faint().into_iter().filter(|faint| own(faint.part));
        let faint: Vec<_> =
            faint.filter_map(|faint| Some((lines[faint.part as usize]?, faint))).collect();
        if faint.iter().any(|(_, faint)| faint.part == Part::Crisis) {
            let usual = Self::bundled(DEFAULT).unwrap_or_default();
            theme.looks[Part::Crisis as usize] = usual.look(Part::Crisis);
        }
        Ok(Own { theme, faint })
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

/// What a reader of TOML says, in other words.
fn said(message: &str) -> String {
    let said = message.strip_prefix("invalid type: ").unwrap_or(message);
    one_line(&said.replacen(", expected ", "; write ", 1))
}

/// Reads the number of a colour that is the same on every terminal.
pub fn colour<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u8>, D::Error> {
    struct Number;
    impl de::Visitor<'_> for Number {
        type Value = i64;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "the number of a colour, {FIXED} to 255")
        }
        fn visit_i64<E>(self, number: i64) -> Result<i64, E> {
            Ok(number)
        }
    }
    let number = from.deserialize_i64(Number)?;
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

/// Reads whether a look has an attribute.
pub fn switch<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    struct Switch;
    impl de::Visitor<'_> for Switch {
        type Value = bool;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("true or false")
        }
        fn visit_bool<E>(self, on: bool) -> Result<bool, E> {
            Ok(on)
        }
    }
    from.deserialize_bool(Switch)
}

fn title<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    struct Words;
    impl de::Visitor<'_> for Words {
        type Value = Option<String>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a few words in quotes")
        }
        fn visit_str<E>(self, words: &str) -> Result<Option<String>, E> {
            Ok(Some(words.to_owned()))
        }
    }
    from.deserialize_string(Words)
}

fn looks<'de, D: Deserializer<'de>>(from: D) -> Result<Looks, D::Error> {
    struct Rows;
    impl<'de> de::Visitor<'de> for Rows {
        type Value = Looks;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the looks of parts below [look], such as link = { fg = 117 }")
        }
        fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Looks, A::Error> {
            let mut looks = Looks::new();
            while let Some((part, look)) = map.next_entry()? {
                looks.insert(part, look);
            }
            Ok(looks)
        }
    }
    from.deserialize_map(Rows)
}
