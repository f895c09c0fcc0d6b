//! Fills a file of words: `{name}` becomes what it stands for, and a line that begins with
//! `{if ...}` stands only where all that it names holds.

use std::collections::BTreeMap;

/// What a file of words may name.
#[derive(Debug, Default)]
pub struct Words {
    /// What names stand for, as Markdown.
    values: BTreeMap<String, String>,
    /// What may be asked for, and whether it holds.
    conditions: BTreeMap<String, bool>,
}

impl Words {
    /// Gives a name what it stands for.
    pub fn put(&mut self, name: &str, value: String) {
        self.values.insert(name.to_owned(), value);
    }

    /// Gives a name lines to stand for.
    pub fn put_lines(&mut self, name: &str, lines: impl Iterator<Item = String>) {
        self.put(name, lines.collect::<Vec<_>>().join("\n"));
    }

    /// Says whether a condition holds.
    pub fn allow(&mut self, condition: &str, holds: bool) {
        self.conditions.insert(condition.to_owned(), holds);
    }

    /// True when a condition holds.
    pub fn holds(&self, condition: &str) -> bool {
        self.conditions.get(condition).is_some_and(|holds| *holds)
    }

    /// A line without its condition, and whether it stands.
    fn condition<'a>(&self, line: &'a str) -> Result<(bool, &'a str), String> {
        let Some((names, rest)) = line.strip_prefix("{if ").and_then(|line| line.split_once('}'))
        else {
            return Ok((true, line));
        };
        let mut stands = true;
        for name in names.split_whitespace() {
            stands &= self.conditions.get(name).ok_or_else(|| unknown(name, line))?;
        }
        Ok((stands, rest.trim_start()))
    }

    /// A line with what its names stand for. What is put in is not looked at again.
    fn filled(&self, line: &str) -> Result<String, String> {
        let mut out = String::new();
        let mut rest = line;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, behind) = behind.split_once('}').ok_or_else(|| unknown(behind, line))?;
            out.push_str(before);
            out.push_str(self.values.get(name).ok_or_else(|| unknown(name, line))?);
            rest = behind;
        }
        out.push_str(rest);
        Ok(out)
    }
}

fn unknown(name: &str, line: &str) -> String {
    format!("nothing is called \"{name}\": correct it in the line \"{line}\"")
}

/// Fills `template`. Lines that begin with `{note}` are for those who write it, lines that
/// are filled with nothing are left out, and no two empty lines stand together.
///
/// # Errors
/// A name that nothing goes by, in lines that do not stand too.
pub fn fill(template: &str, words: &Words) -> Result<String, String> {
    let mut out = String::new();
    for line in template.lines().filter(|line| !line.starts_with("{note}")) {
        let (stands, line) = words.condition(line)?;
        let filled = words.filled(line)?;
        let parts = line.is_empty();
        let doubled = parts && (out.is_empty() || out.ends_with("\n\n"));
        if stands && !doubled && (parts || !filled.is_empty()) {
            out.push_str(&filled);
            out.push('\n');
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let mut words = Words::default();
        words.put("name", "{other} *x*".to_owned());
        words.put_lines("none", std::iter::empty());
        words.allow("so", true);
        words.allow("not-so", false);
        words
    }

    #[test]
    fn names_are_filled_once_and_lines_stand_where_all_holds() {
        let template =
            "{note} {if\n\n{if so} # {name}\n\n{if not-so} b\n\n{if so not-so} c\nd\n{none}\ne\n";
        assert_eq!(fill(template, &words()).as_deref(), Ok("# {other} *x*\n\nd\ne\n"));
    }

    #[test]
    fn unknown_names_are_refused_in_lines_that_do_not_stand_too() {
        for template in
            ["{nobody}", "{if nobody} a", "{if not-so} {nobody}", "{if so nobody} a", "{"]
        {
            assert!(fill(template, &words()).is_err(), "{template}");
        }
    }
}
