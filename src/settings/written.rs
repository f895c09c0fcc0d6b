//! What a settings file says, line by line, and every fault in it.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::MEASURES;
use super::entries::readable;
use super::keys::row;
use crate::keymap::Patch;
use crate::library::nearest;
use crate::plain::one_line;

/// The names a settings file may use.
pub const NAMES: [&str; 7] = ["theme", "measure", "roomy", "ascii", "mouse", "library", "key"];

/// A value and the line it stands in, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At<T> {
    pub value: T,
    pub line: usize,
}

impl<T> From<At<T>> for usize {
    fn from(at: At<T>) -> Self {
        at.line
    }
}

/// What a settings file says.
#[derive(Debug, Default)]
pub struct Written {
    pub theme: Option<At<String>>,
    pub measure: Option<At<u16>>,
    pub roomy: Option<At<bool>>,
    pub ascii: Option<At<bool>>,
    pub mouse: Option<At<bool>>,
    pub library: Vec<At<String>>,
    pub keys: Vec<Patch>,
    /// What is wrong, each with its line.
    pub faults: Vec<(usize, String)>,
}

/// A text of TOML: where its bytes stand.
pub struct Lines<'a>(pub &'a str);

impl Lines<'_> {
    /// The line of the beginning of `span`, from 1.
    pub fn of(&self, span: &Range<usize>) -> usize {
        self.0.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1
    }
}

impl Written {
    /// Reads a settings file. A line that cannot be read costs no other line.
    pub fn read(text: &str) -> Self {
        let (text, mut faults) = readable(text);
        let lines = Lines(&text);
        let (table, errors) = DeTable::parse_recoverable(&text);
        let mut broken = Vec::new();
        // Each entry can be read by itself, so these are names that stand there twice.
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let line = lines.of(&span);
            broken.push(line);
            let (name, said) = (text.get(span).unwrap_or_default(), error.message());
            faults.push((line, one_line(&format!("{name}: {said}; this line is left out"))));
        }
        let mut written = Self { faults, ..Self::default() };
        let sound = |span: &Range<usize>| {
            let last = lines.of(&(span.end.saturating_sub(1)..span.end));
            broken.iter().all(|line| !(lines.of(span)..=last).contains(line))
        };
        for (name, value) in table.get_ref() {
            // The rows of a table of tables are looked at one by one.
            let rows = matches!(value.get_ref(), DeValue::Array(_)) && name.get_ref() == "key";
            if sound(&name.span()) && (rows || sound(&value.span())) {
                written.take(name, value, &lines, &sound);
            }
        }
        written.faults.sort_by_key(|(line, _)| *line);
        written
    }

    fn take(
        &mut self,
        name: &Spanned<Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
        lines: &Lines<'_>,
        sound: &dyn Fn(&Range<usize>) -> bool,
    ) {
        let line = lines.of(&name.span());
        let found = value.get_ref();
        let wrong = match name.get_ref().as_ref() {
            "theme" => match found.as_str() {
                Some(theme) => {
                    self.theme = Some(At { value: theme.to_owned(), line });
                    return;
                }
                None => "write a name or a file in quotes, such as theme = \"dark\"".to_owned(),
            },
            "measure" => match found.as_integer().and_then(columns) {
                Some(value) => {
                    self.measure = Some(At { value, line });
                    return;
                }
                None => format!(
                    "write a whole number from {} to {}, such as measure = 66",
                    MEASURES.start(),
                    MEASURES.end()
                ),
            },
            switch @ ("roomy" | "ascii" | "mouse") => match found.as_bool() {
                Some(value) => {
                    let to = match switch {
                        "roomy" => &mut self.roomy,
                        "ascii" => &mut self.ascii,
                        _ => &mut self.mouse,
                    };
                    *to = Some(At { value, line });
                    return;
                }
                None => format!("write {switch} = true or {switch} = false"),
            },
            "library" => match found.as_array() {
                Some(folders) => {
                    for folder in folders {
                        let line = lines.of(&folder.span());
                        match folder.get_ref().as_str() {
                            Some(path) => self.library.push(At { value: path.to_owned(), line }),
                            None => self.faults.push((
                                line,
                                format!(
                                    "library holds {}; write each folder in quotes",
                                    a(folder.get_ref())
                                ),
                            )),
                        }
                    }
                    return;
                }
                None => "write a list of folders, such as library = [\"~/guides\"]".to_owned(),
            },
            "key" => match found.as_array() {
                Some(rows) => {
                    for found in rows.iter().filter(|row| sound(&row.span())) {
                        match row(found, lines) {
                            Ok((patch, faults)) => {
                                self.keys.push(patch);
                                self.faults.extend(faults);
                            }
                            Err(faults) => self.faults.extend(faults),
                        }
                    }
                    return;
                }
                None => "begin each row of keys with [[key]]".to_owned(),
            },
            unknown => {
                let near = nearest(unknown, NAMES).unwrap_or_default();
                let unknown = one_line(unknown);
                let message =
                    format!("there is no setting \"{unknown}\"; the nearest is \"{near}\"");
                self.faults.push((line, message));
                return;
            }
        };
        let message = format!("{} is {}; {wrong}", name.get_ref(), a(found));
        self.faults.push((lines.of(&value.span()), message));
    }
}

/// A measure, when the number is one.
fn columns(number: &DeInteger<'_>) -> Option<u16> {
    let columns = u16::from_str_radix(number.as_str(), number.radix()).ok()?;
    MEASURES.contains(&columns).then_some(columns)
}

/// What a value is, in plain words.
pub fn a(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text \"{}\"", one_line(text)),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(on) => on.to_string(),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
