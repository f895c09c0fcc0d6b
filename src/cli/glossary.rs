//! `guidepost glossary`: terms in plain words.

use super::json;
use super::print::Printer;
use crate::guide::block::{Block, Face, Kind, faced, plain};
use crate::library::Library;

/// Explains the term called `name`, or all terms.
pub fn glossary(printer: &mut Printer, name: Option<&str>, as_json: bool) -> anyhow::Result<u8> {
    let library = Library::bundled();
    let terms = match name {
        Some(name) => std::slice::from_ref(library.term(name)?),
        None => library.glossary(),
    };
    if as_json {
        return printer.json(&json::glossary(terms));
    }
    let paragraphs = terms.iter().map(|term| {
        let mut inlines = faced(&term.term, Face { bold: true, ..Face::default() });
        inlines.extend(plain(&format!(": {}", term.meaning)));
        Block { at: 0, kind: Kind::Paragraph(inlines) }
    });
    printer.blocks(&paragraphs.collect::<Vec<_>>())?;
    Ok(0)
}
