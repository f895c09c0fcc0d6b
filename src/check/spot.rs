//! Where a value stands in a table.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and the byte offset at which it stands; of what is left out, where it would be.
#[derive(Clone, Copy)]
pub struct Spot<'t> {
    pub at: usize,
    /// Where the table begins in its file.
    from: usize,
    value: Option<&'t DeValue<'t>>,
}

impl<'t> Spot<'t> {
    /// The value of a table that is called `key`.
    pub fn of(table: &'t DeTable<'t>, key: &str) -> Self {
        Self::within(table, 0, key)
    }

    /// The same of a table that begins at byte offset `from` of its file.
    pub fn within(table: &'t DeTable<'t>, from: usize, key: &str) -> Self {
        Self { at: 0, from, value: None }.or(table.get(key))
    }

    /// The value in it that is called `key`.
    pub fn key(self, key: &str) -> Self {
        let table = self.value.and_then(DeValue::as_table);
        self.or(table.and_then(|table| table.get(key)))
    }

    /// The value of its list at this place, from 0.
    pub fn nth(self, i: usize) -> Self {
        let list = self.value.and_then(DeValue::as_array);
        self.or(list.and_then(|list| list.get(i)))
    }

    /// The values of its list.
    pub fn each(self) -> impl Iterator<Item = Self> {
        let list = self.value.and_then(DeValue::as_array);
        (0..list.map_or(0, |list| list.len())).map(move |i| self.nth(i))
    }

    /// True when it is there and a table.
    pub fn is_table(self) -> bool {
        self.value.is_some_and(|value| value.as_table().is_some())
    }

    /// The text that it is.
    pub fn text(self) -> Option<&'t str> {
        self.value.and_then(DeValue::as_str)
    }

    /// The names of the values in it.
    pub fn names(self) -> impl Iterator<Item = &'t str> {
        let table = self.value.and_then(DeValue::as_table);
        table.into_iter().flat_map(DeTable::keys).map(|name| name.get_ref().as_ref())
    }

    fn or(self, value: Option<&'t Spanned<DeValue<'t>>>) -> Self {
        match value {
            Some(value) => {
                let at = self.from + value.span().start;
                Self { at, value: Some(value.get_ref()), ..self }
            }
            None => Self { value: None, ..self },
        }
    }
}

/// All texts of a table, names included, and where each stands in it.
pub fn texts<'t>(table: &'t DeTable<'t>) -> Vec<(std::ops::Range<usize>, &'t str)> {
    fn add<'t>(
        value: &'t Spanned<DeValue<'t>>,
        found: &mut Vec<(std::ops::Range<usize>, &'t str)>,
    ) {
        match value.get_ref() {
            DeValue::String(text) => found.push((value.span(), text)),
            DeValue::Array(list) => list.iter().for_each(|value| add(value, found)),
            DeValue::Table(table) => found.extend(texts(table)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (name, value) in table {
        found.push((name.span(), name.get_ref().as_ref()));
        add(value, &mut found);
    }
    found
}
