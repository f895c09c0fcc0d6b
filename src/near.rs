//! Names that nothing has, and the nearest that something has.
//!
//! What a person asks for by name is answered with the nearest name there is, however far
//! that may be. In a file only a slip is taken for another name.

use crate::plain::one_line;

/// Names less alike than this are other names and no slips: of five letters two may be wrong.
const ALIKE: f64 = 0.6;

/// Nothing has the name a user gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// What was looked for, such as `guide`, `section` or `term`.
    pub kind: &'static str,
    /// The name given.
    pub name: String,
    /// The nearest name there is.
    pub nearest: Option<String>,
    /// What to do where there is none; may be empty.
    pub otherwise: &'static str,
}

impl NotFound {
    /// Nothing of this kind is called `name`; these are the names there are.
    pub fn among<'a>(
        kind: &'static str,
        name: &str,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self { kind, name: name.to_owned(), nearest: nearest(name, names), otherwise: "" }
    }
}

impl std::fmt::Display for NotFound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "there is no {} \"{}\"", self.kind, one_line(&self.name))?;
        match &self.nearest {
            Some(nearest) => write!(f, "; {}", said(nearest)),
            None if self.otherwise.is_empty() => Ok(()),
            None => write!(f, "; {}", self.otherwise),
        }
    }
}

impl std::error::Error for NotFound {}

/// The name nearest to `name` among `names`, however far; the first of those that are as near.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    best(name, names).map(|(_, known)| known.to_owned())
}

/// The same, where it is so like `name` that this may be a slip.
pub fn near_enough<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let (alike, known) = best(name, names)?;
    (alike >= ALIKE).then(|| known.to_owned())
}

/// What to say of a `name` that nothing has: which of `names` it is a slip of, else `otherwise`.
pub fn meant<'a>(name: &str, names: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    near_enough(name, names).map_or_else(|| otherwise.to_owned(), |nearest| said(&nearest))
}

fn said(nearest: &str) -> String {
    format!("the nearest is \"{}\"", one_line(nearest))
}

fn best<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<(f64, &'a str)> {
    let name = name.trim().to_lowercase();
    let alike = names.into_iter().map(|known| (alike(&name, &known.to_lowercase()), known));
    alike.reduce(|best, other| if other.0 > best.0 { other } else { best })
}

/// How alike two names are, from 0 to 1. The beginning of a name, or of a word in it, stands for
/// it, but for a letter or two: the more there is of it, the better.
fn alike(name: &str, known: &str) -> f64 {
    let alike = strsim::normalized_damerau_levenshtein(name, known);
    let at_a_word = |(at, _): (usize, _)| !known[..at].ends_with(char::is_alphanumeric);
    let begins = name.len() > 2 && known.match_indices(name).any(at_a_word);
    if begins { ALIKE + (1.0 - ALIKE) * alike } else { alike }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_name() {
        let names = ["in", "on", "run", "page-up", "page-down", "faults"];
        let of = |name| near_enough(name, names);
        for (name, known) in [
            ("rnu", "run"),
            ("page", "page-up"),
            ("page-d", "page-down"),
            ("down", "page-down"),
            ("FAULT", "faults"),
            ("oon", "on"),
            (" run ", "run"),
        ] {
            assert_eq!(of(name).as_deref(), Some(known), "{name}");
        }
        for other in ["fly", "", "x", "r", "东西", "tomorrow", "age"] {
            assert_eq!(of(other), None, "{other}");
            // Who asks for it is told of one all the same.
            assert!(nearest(other, names).is_some(), "{other}");
        }
        assert_eq!(nearest("run", []), None);
    }

    #[test]
    fn one_sentence_says_what_is_missing() {
        let missing = NotFound::among("way", "i\u{1b}v", ["im", "oral"]);
        assert_eq!(missing.to_string(), "there is no way \"i␛v\"; the nearest is \"im\"");
        let none = NotFound { nearest: None, otherwise: "take the bus", ..missing };
        assert_eq!(none.to_string(), "there is no way \"i␛v\"; take the bus");
        assert_eq!(meant("orla", ["oral"], "none"), "the nearest is \"oral\"");
        assert_eq!(meant("by mouth", ["oral"], "none"), "none");
    }
}
