//! The table of sources: each says what it is and how it is found, and bears a fact.

use super::super::spot::Spot;
use super::Table;
use crate::check::Held;
use crate::check::report::Code;
use crate::evidence::Source;
use crate::guide::markdown::is_address;
use crate::library::{FACTS, Sources};

/// Says whether a number has the form it should.
type Is<'a> = &'a dyn Fn(&str) -> bool;

/// Checks the table of sources.
pub fn check(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Sources>() else { return };
    let rows = Spot::of(table.root, "source");
    table.report.checked.sources += read.source.len();
    let ids = read.source.iter().enumerate();
    table.unique(ids.map(|(i, source)| (rows.nth(i).key("id").at, source.id.as_str())));
    // Facts that lie elsewhere name other sources.
    let facts = held.listed && held.library.own_table(FACTS).is_ok_and(|table| table.is_some());
    for (i, source) in read.source.iter().enumerate() {
        let row = rows.nth(i);
        found(table, source, row, held);
        let facts = facts.then(|| &held.evidence().facts);
        if facts.is_some_and(|facts| facts.iter().all(|fact| !fact.sources.contains(&source.id))) {
            let message = format!("no fact was read in {}: take it out", source.id);
            table.warning(Code::Source, row.key("id").at, message);
        }
    }
}

fn found(table: &mut Table, source: &Source, row: Spot, held: &Held) {
    let numbers = [&source.doi, &source.pmid, &source.pmc, &source.nct, &source.url];
    let found = numbers.iter().any(|n| n.as_deref().is_some_and(|n| !n.trim().is_empty()));
    let year = i16::try_from(source.year).unwrap_or(0);
    let needed = [
        ("title", "a title", !source.title.trim().is_empty()),
        ("year", "a year", (1900..=held.today.year()).contains(&year)),
        ("url", "how it is found: a doi, pmid, pmc, nct or url", found),
        ("where", "where it stands: a journal, an agency, a site", !source.place.trim().is_empty()),
        (
            "kind",
            "what kind it is: primary, copy or secondary",
            ["primary", "copy", "secondary"].contains(&source.kind.as_str()),
        ),
        ("read", "what of it was read", !source.read.trim().is_empty()),
    ];
    for (field, what, _) in needed.iter().filter(|(.., there)| !there) {
        let message = format!("{} lacks {what}", source.id);
        table.fault(Code::Source, row.key(field).at, message);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_doi = |doi: &str| doi.starts_with("10.") && doi.contains('/');
    let is_nct = |nct: &str| nct.len() == 8 && digits(nct);
    let formed: [(&str, &Option<String>, Is, &str); 4] = [
        ("doi", &source.doi, &is_doi, "10.1176/appi.ajp.2020.20081251"),
        ("pmid", &source.pmid, &digits, "33397139"),
        ("nct", &source.nct, &is_nct, "02397889"),
        ("url", &source.url, &is_address, "https://example.org/page"),
    ];
    for (field, number, is, form) in formed {
        if let Some(number) = number.as_deref().filter(|number| !is(number)) {
            let message =
                format!("\"{number}\" is no {field}: write that of {} as {form}", source.id);
            table.fault(Code::Source, row.key(field).at, message);
        }
    }
}
