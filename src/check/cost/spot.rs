//! Where a value stands in a table.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and the byte offset at which it stands; of what is left out, where it would be.
#[derive(Clone, Copy)]
pub struct Spot<'t> {
    pub at: usize,
    value: Option<&'t DeValue<'t>>,
}

impl<'t> Spot<'t> {
    /// The value of a table that is called `key`.
    pub fn of(table: &'t DeTable<'t>, key: &str) -> Self {
        Self { at: 0, value: None }.or(table.get(key))
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

    fn or(self, value: Option<&'t Spanned<DeValue<'t>>>) -> Self {
        match value {
            Some(value) => Self { at: value.span().start, value: Some(value.get_ref()) },
            None => Self { at: self.at, value: None },
        }
    }
}
