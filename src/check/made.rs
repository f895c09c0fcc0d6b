//! Where what a guide says that was put together from a table stands in that table.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};

use toml::de::DeTable;

use super::spot::Spot;
use crate::guide::Guide;

/// Where the parts of a guide stand in the table that it was made of.
pub struct Made {
    /// Where the table has what the front matter says, by name; aliases by their section.
    front: HashMap<String, usize>,
    /// Where the text begins.
    body: usize,
    /// The rows that the text shows, one part each: where the part begins.
    parts: Vec<Part>,
    /// What the text as a whole says.
    whole: Part,
}

/// A part of the text.
struct Part {
    /// Where it begins in the text.
    from: usize,
    /// Where its row stands in the table.
    row: usize,
    /// The lines that it shows of the row, and where the table has each.
    fields: Vec<(RangeInclusive<usize>, usize)>,
}

impl Made {
    /// Reads `table` beside the guide that was made of it.
    pub fn of(guide: &Guide, table: &str) -> Self {
        let root = DeTable::parse(table).map_or_else(|_| DeTable::new(), toml::Spanned::into_inner);
        let root = &root;
        let top = ["title", "lead"].map(|name| Spot::of(root, name));
        let (source, body) = (guide.source(), guide.body());
        let rows = rows(root);
        // Of two rows of one name the first counts.
        let aliases = rows.iter().rev().map(|row| (named(*row), row.key("aliases").at));
        let checked = Spot::of(root, "checked").at;
        let own = [("title", top[0].at), ("summary", top[1].at), ("reviewed", checked)];
        let front = aliases.chain(own).map(|(name, at)| (name.to_owned(), at)).collect();
        // The rows stand in the text as they stand in the table, one part each.
        let starts = starts(guide);
        let ends = starts.iter().skip(1).copied().chain([source.len()]);
        let part = |(i, (from, end)): (usize, (&usize, usize))| match rows.get(i) {
            Some(row) => {
                let fields = fields(shown(*row), source, *from..end);
                Part { from: *from, row: row.at, fields }
            }
            None => Part { from: *from, row: top[1].at, fields: Vec::new() },
        };
        let parts = starts.iter().zip(ends).enumerate().map(part).collect();
        let lead = top.into_iter().filter_map(|spot| Some((spot, spot.text()?)));
        let lead = lead.chain(Spot::of(root, "note").each().flat_map(shown));
        let fields = fields(lead, source, body..source.len());
        Self { front, body, parts, whole: Part { from: body, row: top[1].at, fields } }
    }

    /// The byte offset in the table of what stands at `at` in the guide.
    pub fn at(&self, guide: &Guide, at: usize) -> usize {
        let source = guide.source();
        if at < self.body {
            let line = source[source[..at].rfind('\n').map_or(0, |end| end + 1)..].lines().next();
            let name = line.and_then(|line| line.split(" = ").next()).unwrap_or("");
            return self.front.get(name.trim_matches('"')).copied().unwrap_or(0);
        }
        let part = self.parts.partition_point(|part| part.from <= at).checked_sub(1);
        let part = part.map_or(&self.whole, |part| &self.parts[part]);
        part.field(at).or_else(|| self.whole.field(at)).unwrap_or(part.row)
    }
}

impl Part {
    /// Where the table has what stands at byte `at` of the text.
    fn field(&self, at: usize) -> Option<usize> {
        let own = self.fields.iter().rfind(|(range, _)| range.contains(&at));
        own.map(|(_, spot)| *spot)
    }
}

/// The rows of a table in the order in which the text has them.
fn rows<'t>(root: &'t DeTable<'t>) -> Vec<Spot<'t>> {
    let with = |row: Spot<'t>, own: &str| {
        std::iter::once(row).chain(row.key(own).each()).collect::<Vec<_>>()
    };
    let groups = Spot::of(root, "group").each().flat_map(|group| with(group, "question"));
    let flags = Some(Spot::of(root, "red_flags")).filter(|flags| flags.is_table());
    let flags = flags.into_iter().flat_map(|flags| with(flags, "flag"));
    groups.chain(flags).chain(Spot::of(root, "line").each()).collect()
}

/// The texts of a row that its part shows.
fn shown(row: Spot<'_>) -> impl Iterator<Item = (Spot<'_>, &str)> {
    let names = row.names().filter(|name| !["id", "aliases"].contains(name));
    let values = names.map(move |name| row.key(name));
    let texts = values.flat_map(|value| std::iter::once(value).chain(value.each()));
    texts.filter_map(|spot| Some((spot, spot.text()?)))
}

/// The id of a row's section.
fn named(row: Spot<'_>) -> &str {
    row.key("id").text().unwrap_or("red-flags")
}

/// Where the part of each row begins: at headings, in crisis help at the items of its list.
fn starts(guide: &Guide) -> Vec<usize> {
    let headings: Vec<_> = guide.outline().entries.iter().map(|entry| entry.at).collect();
    if guide.id != crate::crisis::ID {
        return headings;
    }
    let source = guide.source();
    let items = source.match_indices("\n- **").map(|(at, _)| at + 1);
    items.filter(|at| *at >= guide.body()).collect()
}

/// Where each of `texts` stands in a part of `source`, and where the table has it; what
/// stands before the text of a field on its line belongs to it.
fn fields<'t>(
    texts: impl Iterator<Item = (Spot<'t>, &'t str)>,
    source: &str,
    part: Range<usize>,
) -> Vec<(RangeInclusive<usize>, usize)> {
    let own = &source[part.clone()];
    let found = texts.filter_map(|(spot, text)| {
        let text = text.trim_end_matches('.');
        let start = own.find(text).filter(|_| !text.is_empty())?;
        Some((start, start + text.len(), spot.at))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(start, ..)| *start);
    let mut before = 0;
    let lines = found.into_iter().map(|(start, end, spot)| {
        let line = own[..start].rfind('\n').map_or(0, |end| end + 1);
        let from = if line >= before { line } else { start };
        let to = own[end..].find('\n').map_or(own.len(), |rest| end + rest);
        before = end;
        (part.start + from..=part.start + to, spot)
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::spot::texts;
    use crate::library::{CRISIS, Library, QUESTIONS};

    /// Asserts that each text of a table is found again by where the guide has it.
    fn found_again(id: &str, table: &str) {
        let library = Library::bundled();
        let guide = library.guide(library.find(id).expect("a guide").index).expect("it is read");
        let text = library.own_table(table).expect("it is read").expect("it is there").text;
        let root = DeTable::parse(&text).expect("a table");
        let made = Made::of(&guide, &text);
        let mut seen = 0;
        for (range, value) in texts(root.get_ref()) {
            let mut places = guide.source()[guide.body()..].match_indices(value);
            // What stands there more than once, or otherwise, is left out.
            let (Some((place, _)), None) = (places.next(), places.next()) else { continue };
            // The box of guides says the same as the lines, set in Markdown.
            let boxed = value.contains("**");
            if !value.contains(' ') || boxed || text.matches(value).count() > 1 {
                continue;
            }
            seen += 1;
            let start = guide.body() + place;
            for place in [start, start + value.len() - 1] {
                assert_eq!(made.at(&guide, place), range.start, "{value:?} in {table}");
            }
        }
        assert!(seen > 20, "{seen} in {table}");
    }

    #[test]
    fn what_a_made_guide_says_is_found_in_its_table() {
        found_again(crate::questions::ID, QUESTIONS);
        found_again(crate::crisis::ID, CRISIS);
    }
}
