//! A theme's file becomes a theme, or the lines that are wrong in it and why.

use strum::{EnumCount, IntoEnumIterator};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{DEFAULT, Faint, Look, Part, Theme};
use crate::library::in_words;
use crate::near::meant;
use crate::plain::{Lines, one_line};

/// The first colour that is the same on every terminal.
const FIXED: u8 = 16;

/// What a theme has.
const NAMES: [&str; 3] = ["title", "background", "look"];
/// What a look has.
const LOOK: [&str; 6] = ["fg", "bg", "bold", "italic", "underlined", "reversed"];

/// A theme that was read, and what in it cannot be read by eyes.
#[derive(Debug)]
pub struct Own {
    /// The theme.
    pub theme: Theme,
    /// Parts that are too faint, each with its line.
    pub faint: Vec<(usize, Faint)>,
}

/// What is wrong, each with its line.
type Wrong = Vec<(usize, String)>;

/// A theme's file while it is read.
struct Reading<'t> {
    lines: &'t Lines,
    theme: Theme,
    /// The line that each part has its look in.
    parts: [Option<usize>; Part::COUNT],
    wrong: Wrong,
}

impl Theme {
    /// Reads a theme; what it leaves out is as in the default theme, and so is crisis help
    /// where it could not be read. Its name is the caller's to give.
    ///
    /// # Errors
    /// Every line that is wrong, with what is wrong there and what to do.
    pub fn parse(text: &str) -> Result<Own, Wrong> {
        let lines = Lines::new(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reading = Reading::new(&lines, table.get_ref());
        reading.take(table.get_ref());
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let line = lines.of(&span);
            // What else seems wrong in a line that cannot be read may not be.
            reading.wrong.retain(|(other, _)| *other != line);
            let name = text.get(span).filter(|name| !name.is_empty());
            let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
            reading.wrong.push((line, one_line(&(name + error.message()))));
        }
        let Reading { theme, parts, mut wrong, .. } = reading;
        if !wrong.is_empty() {
            wrong.sort_by_key(|(line, _)| *line);
            return Err(wrong);
        }
        Ok(theme.seen(&parts))
    }

    /// The theme with the parts in it that are hard to read, their lines being these.
    fn seen(mut self, parts: &[Option<usize>; Part::COUNT]) -> Own {
        // What has the text's colours is as faint as the text.
        let of_text = self.pair(Part::Text);
        let own = |part| part == Part::Text || self.pair(part) != of_text;
        let faint = self.faint().into_iter().filter(|faint| own(faint.part));
        let faint: Vec<_> =
            faint.filter_map(|faint| Some((parts[faint.part as usize]?, faint))).collect();
        if faint.iter().any(|(_, faint)| faint.part == Part::Crisis) {
            let usual = Self::bundled(DEFAULT).unwrap_or_default();
            self.looks[Part::Crisis as usize] = usual.look(Part::Crisis);
        }
        Own { theme: self, faint }
    }

    /// Why a part could not be read or told apart as it looks.
    fn refused(&self, part: Part) -> Option<String> {
        let (look, name): (_, &str) = (self.look(part), part.into());
        let told = matches!(part, Part::Focus | Part::Found | Part::FoundHere);
        let over = told || matches!(part, Part::Bar | Part::BarTitle | Part::Crisis);
        // What lies over other colours, and what lies under text, must name both.
        if look.bg.is_some() && look.fg.is_none() {
            return Some(format!("look.{name} names bg but no fg; name both"));
        }
        if over && look.fg.is_some() && look.bg.is_none() {
            return Some(format!("look.{name} names fg but no bg; name both"));
        }
        let alike = told && look == self.look(Part::Text);
        alike.then(|| format!("look.{name} looks like text; give it colours or an attribute"))
    }
}

impl<'t> Reading<'t> {
    /// Begins with what a theme that has nothing else than these names is.
    fn new(lines: &'t Lines, table: &DeTable<'_>) -> Self {
        let given = table.get("look").and_then(|look| look.get_ref().as_table());
        let given = |part: &str| given.is_some_and(|looks| looks.contains_key(part));
        let mut looks = [Look::default(); Part::COUNT];
        if Part::iter().any(|part| !given(part.into())) {
            // The default theme gives all, so this asks no further.
            looks = Theme::bundled(DEFAULT).map_or(looks, |theme| theme.looks);
        }
        let (name, title) = (String::new(), String::new());
        let theme = Theme { name, title, background: None, colours_lost: false, looks };
        Self { lines, theme, parts: [None; Part::COUNT], wrong: Vec::new() }
    }

    /// Takes all that stands in the file.
    fn take(&mut self, table: &DeTable<'_>) {
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "title" => self.theme.title = self.value("title", value, title).unwrap_or_default(),
                "background" => self.theme.background = self.value("background", value, colour),
                "look" => self.looks(value),
                other => {
                    let meant = meant(other, NAMES, &format!("it has {}", NAMES.join(", ")));
                    self.fault(name, format!("a theme has no \"{}\"; {meant}", one_line(other)));
                }
            }
        }
        if !table.contains_key("title") {
            let message = "it has no title; write title = \"…\", a few words on what it is";
            self.wrong.push((1, message.to_owned()));
        }
        // A look of the text that could not be taken has been told.
        let names_text = table.get("look").is_some_and(|look| look.get_ref().get("text").is_some());
        let text = self.theme.look(Part::Text);
        if let Some((name, _)) = table.get_key_value("background")
            && self.theme.background.is_some()
            && text.fg.is_none()
            && (self.parts[Part::Text as usize].is_some() || !names_text)
        {
            let message = "background needs a colour of text; write look.text = { fg = … }";
            self.fault(name, message.to_owned());
        }
        for part in Part::iter() {
            if let (Some(line), Some(message)) =
                (self.parts[part as usize], self.theme.refused(part))
            {
                self.wrong.push((line, message));
            }
        }
    }

    /// Takes the looks of parts; what is wrong in one leaves that part as in the default theme.
    fn looks(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(table) = value.get_ref().as_table() else {
            let wanted = "write the looks of parts below [look], such as link = { fg = 117 }";
            self.fault(value, format!("look is {}; {wanted}", in_words(value.get_ref())));
            return;
        };
        for (name, value) in table {
            let called = one_line(name.get_ref());
            let Ok(part) = name.get_ref().parse::<Part>() else {
                let parts = Part::iter().map(Into::into);
                let meant = meant(name.get_ref(), parts, "guidepost config lists them");
                self.fault(name, format!("there is no part \"{called}\" to look at; {meant}"));
                continue;
            };
            if let Some(look) = self.look(&format!("look.{called}"), value) {
                self.theme.looks[part as usize] = look;
                self.parts[part as usize] = Some(self.lines.of(&name.span()));
            }
        }
    }

    /// A look, when all of it can be taken.
    fn look(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<Look> {
        let Some(table) = value.get_ref().as_table() else {
            let wanted = "write a look, such as { fg = 117, bold = true }";
            self.fault(value, format!("{name} is {}; {wanted}", in_words(value.get_ref())));
            return None;
        };
        let before = self.wrong.len();
        let mut look = Look::default();
        for (key, value) in table {
            let within = format!("{name}.{}", one_line(key.get_ref()));
            let on = match key.get_ref().as_ref() {
                "fg" => {
                    look.fg = self.value(&within, value, colour);
                    continue;
                }
                "bg" => {
                    look.bg = self.value(&within, value, colour);
                    continue;
                }
                "bold" => &mut look.bold,
                "italic" => &mut look.italic,
                "underlined" => &mut look.underlined,
                "reversed" => &mut look.reversed,
                other => {
                    let meant = meant(other, LOOK, &format!("a look has {}", LOOK.join(", ")));
                    self.fault(key, format!("{within} is none of a look; {meant}"));
                    continue;
                }
            };
            *on = self.value(&within, value, switch).unwrap_or_default();
        }
        (self.wrong.len() == before).then_some(look)
    }

    /// A value as `read` takes it; if it does not, why is kept under the name.
    fn value<T>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        read: fn(&DeValue<'_>) -> Result<T, String>,
    ) -> Option<T> {
        let found = read(value.get_ref());
        found.map_err(|said| self.fault(value, format!("{name} {said}"))).ok()
    }

    fn fault<T>(&mut self, at: &Spanned<T>, message: String) {
        self.wrong.push((self.lines.of(&at.span()), message));
    }
}

/// The number of a colour that is the same on every terminal.
fn colour(value: &DeValue<'_>) -> Result<u8, String> {
    let Some(number) = value.as_integer() else {
        let found = in_words(value);
        return Err(format!("is {found}; write the number of a colour, {FIXED} to 255"));
    };
    match u8::from_str_radix(number.as_str(), number.radix()) {
        Ok(colour) if colour >= FIXED => Ok(colour),
        Ok(colour) => Err(format!(
            "is {colour}, one of the 16 that every terminal shows otherwise; use {FIXED} to 255"
        )),
        Err(_) => Err(format!("is {number}, which is no colour; use {FIXED} to 255")),
    }
}

/// Whether a look has an attribute.
fn switch(value: &DeValue<'_>) -> Result<bool, String> {
    value.as_bool().ok_or_else(|| format!("is {}; write true or false", in_words(value)))
}

fn title(value: &DeValue<'_>) -> Result<String, String> {
    let words = value.as_str().map(str::to_owned);
    words.ok_or_else(|| format!("is {}; write a few words in quotes", in_words(value)))
}
