//! Pictures of numbers: the TOML bodies of `icons` and `bars` blocks.

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use crate::plain;

/// An icon array: so many of so many, one row of icons a group.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Icons {
    /// What the picture shows.
    pub title: String,
    /// How many icons each group has, 1 to 1000.
    pub of: u32,
    /// The groups compared.
    pub groups: Vec<Group>,
    /// The facts behind it.
    #[serde(default)]
    pub fact: Facts,
}

/// One group of an icon array.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name, perhaps with its figure.
    pub label: String,
    /// How many of its icons are filled.
    pub n: u32,
}

impl Group {
    /// Its label with its figure, which the label may state itself.
    #[must_use]
    pub fn in_words(&self, of: u32) -> String {
        let figure = format!("{} of {of}", self.n);
        let states = self.label.contains(&figure);
        if states { self.label.clone() } else { format!("{}: {figure}", self.label) }
    }
}

/// A bar chart of values or ranges.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// What the picture shows.
    pub title: String,
    /// What is counted, such as `dollars` or `percent`.
    pub unit: String,
    /// The bars.
    pub rows: Vec<Row>,
    /// The facts behind it.
    #[serde(default)]
    pub fact: Facts,
}

impl Bars {
    /// What a whole line stands for where the unit says so: 91 of `of 91 people`. Bars drawn
    /// to any other scale would make 54 of 100 look like all of them.
    #[must_use]
    pub fn whole(&self) -> Option<f64> {
        self.unit.strip_prefix("of ")?.split(' ').next()?.parse().ok()
    }

    /// The highest value, or what a whole line stands for where that is more.
    #[must_use]
    pub fn most(&self) -> f64 {
        let highs = self.rows.iter().map(|row| row.ends().unwrap_or_default().1);
        highs.chain(self.whole()).fold(0.0, f64::max)
    }
}

/// One bar: a value, or a range from `low` to `high`, perhaps with what is typical in it.
/// None is negative.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What the bar stands for.
    pub label: String,
    /// A single value.
    pub value: Option<f64>,
    /// The low end of a range.
    pub low: Option<f64>,
    /// What is common within a range.
    pub typical: Option<f64>,
    /// The high end of a range.
    pub high: Option<f64>,
}

impl Row {
    /// The bar's ends; equal for a single value.
    #[must_use]
    pub fn ends(&self) -> Option<(f64, f64)> {
        match (self.value, self.low, self.typical, self.high) {
            (Some(value), None, None, None) => Some((value, value)),
            (None, Some(low), _, Some(high)) => Some((low, high)),
            _ => None,
        }
    }

    /// Its value in words: `$400 to $800`, `$400 to $800, typically $450`.
    #[must_use]
    pub fn in_words(&self, unit: &str) -> String {
        let (low, high) = self.ends().unwrap_or_default();
        let words = in_words(low, high, unit);
        match self.typical.filter(|_| high > low) {
            Some(typical) => format!("{words}, typically {}", in_words(typical, typical, unit)),
            None => words,
        }
    }
}

/// No fact, one fact id or several.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(untagged)]
pub enum Facts {
    /// No fact is named.
    #[default]
    None,
    /// One fact id.
    One(String),
    /// Several fact ids.
    Many(Vec<String>),
}

impl Facts {
    /// The ids in order.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        match self {
            Self::None => &[],
            Self::One(id) => std::slice::from_ref(id),
            Self::Many(ids) => ids,
        }
    }

    /// Calls `change` for each id.
    pub(super) fn each(&mut self, change: impl FnMut(&mut String)) {
        match self {
            Self::None => {}
            Self::One(id) => std::iter::once(id).for_each(change),
            Self::Many(ids) => ids.iter_mut().for_each(change),
        }
    }

    fn clean(&mut self) {
        self.each(|id| *id = plain::one_line(id));
    }
}

/// Why a picture is not drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undrawn {
    /// The byte offset in its body.
    pub at: usize,
    /// What is wrong there.
    pub message: String,
}

impl From<toml::de::Error> for Undrawn {
    fn from(error: toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        Self { at, message: error.message().to_owned() }
    }
}

/// Where the parts of a body stand that can be read.
#[derive(Default, Deserialize)]
struct Spans {
    of: Option<Spanned<IgnoredAny>>,
    #[serde(default, alias = "rows")]
    groups: Vec<Spanned<IgnoredAny>>,
}

impl Spans {
    fn of(body: &str) -> Self {
        toml::from_str(body).unwrap_or_default()
    }

    /// Where it is said how many there are in all.
    fn all(&self) -> usize {
        self.of.as_ref().map_or(0, |of| of.span().start)
    }

    fn row(&self, i: usize) -> usize {
        self.groups.get(i).map_or(0, |row| row.span().start)
    }
}

impl Icons {
    /// Its title and labels.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        let labels = self.groups.iter().map(|group| group.label.as_str());
        std::iter::once(self.title.as_str()).chain(labels).collect()
    }

    /// Reads the body of an `icons` block.
    ///
    /// # Errors
    /// Says what is wrong with the body.
    pub fn parse(body: &str) -> Result<Self, Undrawn> {
        let mut icons: Self = toml::from_str(body)?;
        if icons.of == 0 || icons.of > 1000 {
            let message = format!("`of` is {}; it must be 1 to 1000", icons.of);
            return Err(Undrawn { at: Spans::of(body).all(), message });
        }
        if let Some(i) = icons.groups.iter().position(|group| group.n > icons.of) {
            let label = plain::one_line(&icons.groups[i].label);
            let message = format!("`n` of \"{label}\" is more than `of`");
            return Err(Undrawn { at: Spans::of(body).row(i), message });
        }
        icons.title = plain::one_line(&icons.title);
        for group in &mut icons.groups {
            group.label = plain::one_line(&group.label);
        }
        icons.fact.clean();
        Ok(icons)
    }
}

impl Bars {
    /// Its title and labels.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        let labels = self.rows.iter().map(|row| row.label.as_str());
        std::iter::once(self.title.as_str()).chain(labels).collect()
    }

    /// Reads the body of a `bars` block.
    ///
    /// # Errors
    /// Says what is wrong with the body.
    pub fn parse(body: &str) -> Result<Self, Undrawn> {
        let mut bars: Self = toml::from_str(body)?;
        bars.title = plain::one_line(&bars.title);
        bars.unit = plain::one_line(&bars.unit);
        for (i, row) in bars.rows.iter_mut().enumerate() {
            row.label = plain::one_line(&row.label);
            let fits = |(low, high): (f64, f64)| {
                let inside = row.typical.is_none_or(|typical| (low..=high).contains(&typical));
                low >= 0.0 && low <= high && high.is_finite() && inside
            };
            if !row.ends().is_some_and(fits) {
                let message = format!(
                    "\"{}\" needs `value`, or `low` and `high` with low at most high and `typical` between, none negative",
                    row.label
                );
                return Err(Undrawn { at: Spans::of(body).row(i), message });
            }
        }
        bars.fact.clean();
        Ok(bars)
    }
}

/// A number of a picture as a reader writes it: `1,350` or `2.5`.
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value}");
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// A bar's value in words: `$400 to $800`, `39 percent`, `27.5 days`.
#[must_use]
pub fn in_words(low: f64, high: f64, unit: &str) -> String {
    let one = |value: f64| {
        if unit == "dollars" { format!("${}", number(value)) } else { number(value) }
    };
    let mut text = one(low);
    if high > low {
        text.push_str(" to ");
        text.push_str(&one(high));
    }
    if unit != "dollars" {
        text.push(' ');
        text.push_str(unit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_with_more_than_all_is_refused() {
        let body = "title='t'\nof=15\ngroups=[{label='a',n=16}]";
        let refused = Icons::parse(body).expect_err("more than all");
        assert!(refused.message.contains("more than"), "{refused:?}");
        assert_eq!(&body[refused.at..], "{label='a',n=16}]");
        assert!(Icons::parse("title='t'\nof=0\ngroups=[]").is_err());
    }

    #[test]
    fn a_bar_needs_a_value_or_both_ends() {
        for row in [
            "label='a'",
            "label='a',low=1",
            "label='a',low=2,high=1",
            "label='a',value=-1",
            "label='a',value=nan",
        ] {
            assert!(
                Bars::parse(&format!("title='t'\nunit='u'\nrows=[{{{row}}}]")).is_err(),
                "{row}"
            );
        }
    }

    #[test]
    fn values_are_read_as_people_write_them() {
        assert_eq!(in_words(400.0, 1350.0, "dollars"), "$400 to $1,350");
        assert_eq!(in_words(27.5, 27.5, "days"), "27.5 days");
        assert_eq!(number(1_234_567.0), "1,234,567");
    }
}
