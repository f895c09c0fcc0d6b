//! Where each part of what a guide says of itself stands.

use toml::de::DeTable;

use super::spelled;
use super::spot::Spot;
use crate::guide::front_matter::{self, FIELDS};
use crate::near::NotFound;
use crate::plain::one_line;

/// The front matter of a guide; empty where that has none, or none that can be read.
pub struct Front<'t> {
    body: &'t str,
    /// Where it begins in the guide.
    from: usize,
    table: DeTable<'t>,
}

impl<'t> Front<'t> {
    pub fn of(source: &'t str) -> Self {
        let (body, from) = front_matter::toml(source).unwrap_or_default();
        let table = DeTable::parse(body).map_or_else(|_| DeTable::new(), toml::Spanned::into_inner);
        Self { body, from, table }
    }

    /// The field called `name`; the beginning of the guide where that is not there.
    pub fn field(&'t self, name: &str) -> Spot<'t> {
        Spot::within(&self.table, self.from, name)
    }

    /// The lay words for a section.
    pub fn aliases(&'t self, section: &str) -> Spot<'t> {
        self.field("aliases").key(section)
    }

    /// What it says that no guide does: where, and what may have been meant.
    pub fn unknown(&self) -> impl Iterator<Item = (usize, String)> {
        let names = self.table.keys().filter(|name| !FIELDS.contains(&name.get_ref().as_ref()));
        names.map(|name| {
            let (at, name) = (self.from + name.span().start, one_line(name.get_ref()));
            let missing = NotFound::among("field", &name, FIELDS);
            (at, format!("front matter: {missing}"))
        })
    }

    /// Signs that are spelled out in it and may not stand there: where, and what to do.
    pub fn signs(&self, ours: bool) -> impl Iterator<Item = (usize, String)> {
        let found = spelled::wrong(&self.table, self.body, ours).into_iter();
        found.map(|(at, message)| (self.from + at, message))
    }
}
