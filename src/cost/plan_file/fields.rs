//! The fields of a table, read with what is wrong in each.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Wrong;
use crate::cost::money::{self, Cents, MOST, dollars};
use crate::near::meant;
use crate::plain::one_line;

/// Everything that was found wrong.
#[derive(Debug, Default)]
pub struct Wrongs(Vec<Wrong>);

impl Wrongs {
    pub fn add(&mut self, at: usize, message: String) {
        self.0.push(Wrong { at, message });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All, in the order of the file.
    pub fn sorted(mut self) -> Vec<Wrong> {
        self.0.sort_by_key(|wrong| wrong.at);
        self.0
    }
}

/// A table and where it stands.
pub struct Fields<'t, 'w> {
    table: &'t DeTable<'t>,
    at: usize,
    /// What it is, for messages: `a phase`.
    what: &'static str,
    pub wrongs: &'w mut Wrongs,
}

impl<'t, 'w> Fields<'t, 'w> {
    pub fn new(
        table: &'t DeTable<'t>,
        at: usize,
        what: &'static str,
        wrongs: &'w mut Wrongs,
    ) -> Self {
        Self { table, at, what, wrongs }
    }

    /// The fields of a value, if it is a table.
    pub fn of(
        value: &'t Spanned<DeValue<'t>>,
        what: &'static str,
        wrongs: &'w mut Wrongs,
    ) -> Option<Self> {
        let at = value.span().start;
        if let DeValue::Table(table) = value.get_ref() {
            return Some(Self { table, at, what, wrongs });
        }
        wrongs.add(at, format!("{what} is a table of its fields"));
        None
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    pub fn wrong(&mut self, message: &str) {
        self.wrongs.add(self.at, format!("{}: {message}", self.what));
    }

    pub fn wrong_at(&mut self, key: &str, message: &str) {
        let at = self.get(key).map_or(self.at, |value| value.span().start);
        self.wrongs.add(at, message.to_owned());
    }

    /// Finds fault with every field but these.
    pub fn only(&mut self, known: &[&str]) {
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let all = format!("it has {}", known.join(", "));
            let meant = meant(name, known.iter().copied(), &all);
            let message = format!("{} has no field `{}`; {meant}", self.what, one_line(name));
            self.wrongs.add(key.span().start, message);
        }
    }

    /// A field that must be there.
    pub fn needed(&mut self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.get(key);
        if value.is_none() {
            self.wrong(&format!("needs `{key}`"));
        }
        value
    }

    pub fn text(&mut self, key: &str) -> Option<String> {
        let value = self.get(key)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_at(key, &format!("{key} is text in quotes"));
        }
        text.map(str::to_owned)
    }

    /// The name it goes by, which must be there and say something.
    pub fn name(&mut self) -> Option<String> {
        self.needed("name")?;
        let name = self.text("name")?;
        if name.is_empty() {
            self.wrong_at("name", "name is empty: give it one");
        }
        Some(name)
    }

    pub fn switch(&mut self, key: &str) -> Option<bool> {
        let value = self.get(key)?.get_ref().as_bool();
        if value.is_none() {
            self.wrong_at(key, &format!("{key} is true or false"));
        }
        value
    }

    /// A whole number in a range.
    pub fn count(&mut self, key: &str, range: &RangeInclusive<u32>) -> Option<u32> {
        let value = self.get(key)?;
        let number = value.get_ref().as_integer().and_then(|number| {
            u32::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
        });
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let (least, most) = (range.start(), range.end());
            self.wrong_at(key, &format!("{key} is a whole number from {least} to {most}"));
        }
        number
    }

    /// An amount of dollars, in cents.
    pub fn amount(&mut self, key: &str) -> Option<Cents> {
        amount(self.get(key)?, key, self.wrongs)
    }

    /// Percent with at most two decimals, in basis points up to `most`.
    pub fn percent(&mut self, key: &str, most: u32) -> Option<u32> {
        let value = self.get(key)?;
        let points = hundredths(value, key, self.wrongs)?;
        let points = u32::try_from(points).ok().filter(|points| *points <= most);
        if points.is_none() {
            self.wrong_at(key, &format!("{key} is more than {} percent", most / 100));
        }
        points
    }

    /// The number behind a name that is known.
    pub fn choice(
        &mut self,
        key: &str,
        name: &str,
        known: &BTreeMap<String, usize>,
    ) -> Option<usize> {
        let number = known.get(name).copied();
        if number.is_none() {
            let what = if key == "phases" { "phase" } else { "item" };
            let first = format!("give a [[{what}]] this name first");
            let meant = meant(name, known.keys().map(String::as_str), &first);
            let message = format!("there is no {what} \"{}\"; {meant}", one_line(name));
            self.wrong_at(key, &message);
        }
        number
    }

    /// The numbers behind a list of names that are known, each named once.
    pub fn choices(&mut self, key: &str, known: &BTreeMap<String, usize>) -> Option<Vec<usize>> {
        let value = self.get(key)?;
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_at(key, &format!("{key} is a list of names, such as [\"start\"]"));
            return None;
        };
        let mut numbers = Vec::new();
        for name in array {
            let Some(name) = name.get_ref().as_str() else {
                self.wrong_at(key, &format!("{key} is a list of names in quotes"));
                continue;
            };
            let Some(number) = self.choice(key, name, known) else { continue };
            if numbers.contains(&number) {
                self.wrong_at(
                    key,
                    &format!("\"{}\" stands in {key} twice: keep one", one_line(name)),
                );
            }
            numbers.push(number);
        }
        if array.is_empty() {
            self.wrong_at(key, &format!("{key} is empty: leave it out to mean every phase"));
        }
        Some(numbers)
    }

    /// A table below this one.
    pub fn table(&mut self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.get(key)
    }

    /// The tables of a list.
    pub fn tables(&mut self, key: &str) -> Vec<&'t Spanned<DeValue<'t>>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_at(key, &format!("write [[{key}]] in two pairs of brackets"));
            return Vec::new();
        };
        array.iter().collect()
    }
}

/// A number with at most two decimals, in hundredths.
fn hundredths(value: &Spanned<DeValue>, key: &str, wrongs: &mut Wrongs) -> Option<u64> {
    let written = match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().replace('_', ""),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            u128::from_str_radix(&digits, number.radix()).unwrap_or(u128::MAX).to_string()
        }
        DeValue::Float(number) => number.as_str().replace('_', ""),
        _ => {
            wrongs.add(value.span().start, format!("{key} is a number such as 450 or 450.50"));
            return None;
        }
    };
    match money::hundredths(written.strip_prefix('+').unwrap_or(&written)) {
        Ok(number) => Some(number),
        Err(wrong) => {
            wrongs.add(value.span().start, format!("{key} {wrong}: {}", one_line(&written)));
            None
        }
    }
}

/// An amount of dollars, in cents.
pub fn amount(value: &Spanned<DeValue>, key: &str, wrongs: &mut Wrongs) -> Option<Cents> {
    let amount = hundredths(value, key, wrongs)?;
    if amount > MOST {
        wrongs.add(value.span().start, format!("{key} is more than {}", dollars(MOST)));
        return None;
    }
    Some(amount)
}
