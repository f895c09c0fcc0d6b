//! Names that nothing has, and the nearest that something has.

use crate::plain::one_line;

/// Nothing has the name a user gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// What was looked for: `guide`, `section` or `term`.
    pub kind: &'static str,
    /// The name given.
    pub name: String,
    /// The nearest name there is.
    pub nearest: Option<String>,
}

impl std::fmt::Display for NotFound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "there is no {} \"{}\"", self.kind, one_line(&self.name))?;
        match &self.nearest {
            Some(nearest) => write!(f, "; the nearest is \"{nearest}\""),
            None => Ok(()),
        }
    }
}

impl std::error::Error for NotFound {}

/// The name nearest to `name` among `names`.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let name = name.to_lowercase();
    let score = |known: &str| strsim::jaro_winkler(&name, &known.to_lowercase());
    let best = names.into_iter().max_by(|a, b| score(a).total_cmp(&score(b)));
    best.map(str::to_owned)
}
