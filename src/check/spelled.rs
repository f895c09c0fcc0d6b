//! Signs that TOML spells out, such as `\u001b`, are those of the text all the same.

use toml::de::DeTable;

use super::sign;
use super::spot::texts;

/// The signs of a table's texts that may not stand there and are spelled out in `source`,
/// one a text: where, and what to do. What is written as it is, is found without reading it.
pub fn wrong(table: &DeTable, source: &str, ours: bool) -> Vec<(usize, String)> {
    let of_text = |(range, text): (std::ops::Range<usize>, &str)| {
        let written = source.get(range.clone()).filter(|written| written.contains('\\'))?;
        let spelled = |(at, _): &(usize, String)| {
            text[*at..].chars().next().is_some_and(|c| !written.contains(c))
        };
        let (_, message) = sign::wrong(text, ours).into_iter().find(spelled)?;
        Some((range.start, message))
    };
    texts(table).into_iter().filter_map(of_text).collect()
}
