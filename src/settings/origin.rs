//! A setting that holds, with its value and where that comes from.

/// Where a value that nobody chose comes from.
pub const DEFAULT: &str = "default";

/// A setting that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its name, as in the settings file where it can stand there.
    pub name: &'static str,
    /// What it is set to.
    pub value: Value,
    /// Where that comes from: `default`, `FILE:LINE`, an option, a variable.
    pub from: String,
}

/// What a setting is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A name.
    Text(String),
    /// A number of columns.
    Number(u16),
    /// On or off.
    Switch(bool),
    /// Any number of names, each with where it comes from.
    List(Vec<(String, String)>),
}

impl std::fmt::Display for Value {
    /// As it would stand in a settings file.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Switch(on) => on.fmt(f),
            Self::List(names) if names.is_empty() => f.write_str("none"),
            Self::List(names) => {
                let names: Vec<_> = names.iter().map(|(name, _)| name.as_str()).collect();
                f.write_str(&names.join(", "))
            }
        }
    }
}
