//! The table of terms: each has a meaning, and names that no other has.

use std::collections::HashSet;

use super::super::spot::Spot;
use super::Table;
use crate::check::Held;
use crate::check::report::Code;
use crate::library::Glossary;

/// Checks the table of terms.
pub fn check(table: &mut Table, _: &Held) {
    let Some(read) = table.parse::<Glossary>() else { return };
    let rows = Spot::of(table.root, "term");
    table.report.checked.terms += read.term.len();
    table.linked(
        read.term.iter().enumerate().map(|(i, term)| (rows.nth(i).key("id").at, term.id.as_str())),
    );
    let mut taken = HashSet::new();
    for (i, term) in read.term.iter().enumerate() {
        let row = rows.nth(i);
        if term.meaning.trim().is_empty() {
            let message = format!("\"{}\" has no meaning", term.id);
            table.fault(Code::Shape, row.key("meaning").at, message);
        }
        table.words(&term.meaning, row.key("meaning").at);
        let aliases = term.aliases.iter().enumerate();
        let aliases = aliases.map(|(i, name)| (name, row.key("aliases").nth(i).at));
        for (name, at) in std::iter::once((&term.term, row.key("term").at)).chain(aliases) {
            table.words(name, at);
            let name = name.trim().to_lowercase();
            if name.is_empty() || !taken.insert(name.clone()) {
                let message = format!("\"{name}\" is empty or the name of a term above");
                table.fault(Code::Shape, at, message);
            }
        }
    }
}
