//! What is said of a name that nothing has, and of a value that cannot be taken.

use toml::de::DeValue;

use crate::plain::one_line;

/// What to say of `name`, that nothing has: which of `names` it is a slip of, else `otherwise`.
///
/// A beginning of a name stands for it; of two letters that changed places, or one that is
/// wrong, missing or too many, there may be one for every two letters of the name.
#[must_use]
pub fn meant<'a>(name: &str, names: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    let name = name.to_lowercase();
    let slips = |known: &str| match known.strip_prefix(name.as_str()) {
        Some(_) if !name.is_empty() => 0,
        _ => strsim::osa_distance(&name, known),
    };
    let near = names.into_iter().map(|known| (slips(known), known)).min_by_key(|(slips, _)| *slips);
    match near {
        Some((slips, known)) if slips <= name.chars().count() / 2 => {
            format!("the nearest is \"{known}\"")
        }
        _ => otherwise.to_owned(),
    }
}

/// What a value is, in plain words.
#[must_use]
pub fn in_words(value: &DeValue<'_>) -> String {
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

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_slip_is_told_from_another_word() {
        let of = |name| meant(name, ["in", "on", "run", "page-down", "faults"], "none");
        assert_eq!(of("rnu"), "the nearest is \"run\"");
        assert_eq!(of("page"), "the nearest is \"page-down\"");
        assert_eq!(of("FAULT"), "the nearest is \"faults\"");
        assert_eq!(of("oon"), "the nearest is \"on\"");
        for other in ["fly", "", "x", "东西", "nosuch"] {
            assert_eq!(of(other), "none", "{other}");
        }
    }
}
