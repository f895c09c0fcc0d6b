//! Where what a guide says that was put together from a table stands in that table.

use toml::de::DeTable;

use super::spot::Spot;
use crate::guide::Guide;

/// The byte offset in `table` of what stands at `at` in the guide that was made of it.
pub fn at(guide: &Guide, table: &str, at: usize) -> usize {
    let Ok(root) = DeTable::parse(table) else { return 0 };
    let root = root.get_ref();
    let top = ["title", "lead"].map(|name| Spot::of(root, name));
    let source = guide.source();
    if at < guide.body() {
        let line = source[source[..at].rfind('\n').map_or(0, |end| end + 1)..].lines().next();
        let name = line.and_then(|line| line.split(" = ").next()).unwrap_or("");
        return match name {
            "title" => top[0].at,
            "summary" => top[1].at,
            "reviewed" => Spot::of(root, "checked").at,
            id => {
                let id = id.trim_matches('"');
                let row = rows(root).into_iter().find(|row| named(*row) == id);
                row.map_or(0, |row| row.key("aliases").at)
            }
        };
    }
    let parts = parts(guide);
    // The rows stand in the text as they stand in the table, one part each.
    let part = parts.iter().rposition(|start| *start <= at);
    let row = part.and_then(|part| rows(root).get(part).copied());
    let (start, end) = match part {
        Some(part) => (parts[part], parts.get(part + 1).copied().unwrap_or(source.len())),
        None => (guide.body(), source.len()),
    };
    let own = row.and_then(|row| field(shown(row), &source[start..end], at - start));
    let whole = &source[guide.body()..];
    let lead = top.into_iter().filter_map(|spot| Some((spot, spot.text()?)));
    let lead = lead.chain(Spot::of(root, "note").each().flat_map(shown));
    own.or_else(|| field(lead, whole, at - guide.body()))
        .map_or_else(|| row.map_or(top[1].at, |row| row.at), |spot| spot.at)
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
fn parts(guide: &Guide) -> Vec<usize> {
    let headings: Vec<_> = guide.outline().entries.iter().map(|entry| entry.at).collect();
    if guide.id != crate::crisis::ID {
        return headings;
    }
    let source = guide.source();
    let items = source.match_indices("\n- **").map(|(at, _)| at + 1);
    items.filter(|at| *at >= guide.body()).collect()
}

/// Which of `texts` stands at byte `at` of a part; what stands before the text of a field
/// on its line belongs to it.
fn field<'t>(
    texts: impl Iterator<Item = (Spot<'t>, &'t str)>,
    part: &str,
    at: usize,
) -> Option<Spot<'t>> {
    let found = texts.filter_map(|(spot, text)| {
        let text = text.trim_end_matches('.');
        let start = part.find(text).filter(|_| !text.is_empty())?;
        Some((start, start + text.len(), spot))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(start, ..)| *start);
    let mut before = 0;
    let mut best = None;
    for (start, end, spot) in found {
        let line = part[..start].rfind('\n').map_or(0, |end| end + 1);
        let from = if line >= before { line } else { start };
        let to = part[end..].find('\n').map_or(part.len(), |rest| end + rest);
        if (from..=to).contains(&at) {
            best = Some(spot);
        }
        before = end;
    }
    best
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
                assert_eq!(at(&guide, &text, place), range.start, "{value:?} in {table}");
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
