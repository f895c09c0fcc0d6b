//! What a settings file says, line by line, and every fault in it.

use toml::de::{DeInteger, DeTable, DeValue};

use super::MEASURES;
use super::entries::readable;
use super::keys::row;
use crate::keymap::Patch;
use crate::library::in_words;
use crate::near::meant;
use crate::plain::{Lines, one_line};

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

impl Written {
    /// Reads a settings file. A line that cannot be read costs no other line.
    pub fn read(text: &str) -> Self {
        let (text, mut faults) = readable(text);
        let lines = Lines::new(&text);
        let (table, errors) = DeTable::parse_recoverable(&text);
        // Each entry can be read by itself, so these are names that stand there twice; what
        // stands there first is in the table.
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let line = lines.of(&span);
            let (name, said) = (text.get(span).unwrap_or_default(), error.message());
            faults.push((line, one_line(&format!("{name}: {said}; this line is left out"))));
        }
        let mut written = Self { faults, ..Self::default() };
        for (name, value) in table.get_ref() {
            let line = lines.of(&name.span());
            let name = name.get_ref().as_ref();
            if !NAMES.contains(&name) {
                let meant = meant(name, NAMES, "guidepost config lists them");
                let message = format!("there is no setting \"{}\"; {meant}", one_line(name));
                written.faults.push((line, message));
            } else if let Err(wanted) = written.take(name, line, value.get_ref(), &lines) {
                let message = format!("{name} is {}; {wanted}", in_words(value.get_ref()));
                written.faults.push((lines.of(&value.span()), message));
            }
        }
        written.faults.sort_by_key(|(line, _)| *line);
        written
    }

    /// Takes a setting; what to write instead when its value is none.
    fn take(
        &mut self,
        name: &str,
        line: usize,
        found: &DeValue<'_>,
        lines: &Lines,
    ) -> Result<(), String> {
        let switch = || {
            let value = found.as_bool();
            let value = value.ok_or_else(|| format!("write {name} = true or {name} = false"))?;
            Ok::<_, String>(Some(At { value, line }))
        };
        match name {
            "theme" => {
                let wanted = "write a name or a file in quotes, such as theme = \"dark\"";
                let value = found.as_str().ok_or(wanted)?.to_owned();
                self.theme = Some(At { value, line });
            }
            "measure" => {
                let (least, most) = (MEASURES.start(), MEASURES.end());
                let wanted =
                    || format!("write a whole number from {least} to {most}, such as measure = 66");
                let value = found.as_integer().and_then(columns).ok_or_else(wanted)?;
                self.measure = Some(At { value, line });
            }
            "roomy" => self.roomy = switch()?,
            "ascii" => self.ascii = switch()?,
            "mouse" => self.mouse = switch()?,
            "library" => {
                let wanted = "write a list of folders, such as library = [\"~/guides\"]";
                for folder in found.as_array().ok_or(wanted)? {
                    let (line, found) = (lines.of(&folder.span()), folder.get_ref());
                    if let Some(path) = found.as_str() {
                        self.library.push(At { value: path.to_owned(), line });
                    } else {
                        let said =
                            format!("library holds {}; write each in quotes", in_words(found));
                        self.faults.push((line, said));
                    }
                }
            }
            _ => {
                for found in found.as_array().ok_or("begin each row of keys with [[key]]")? {
                    let (patch, faults) = row(found, lines);
                    self.keys.extend(patch);
                    self.faults.extend(faults);
                }
            }
        }
        Ok(())
    }
}

/// A measure, when the number is one.
fn columns(number: &DeInteger<'_>) -> Option<u16> {
    let columns = u16::from_str_radix(number.as_str(), number.radix()).ok()?;
    MEASURES.contains(&columns).then_some(columns)
}
