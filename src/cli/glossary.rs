//! `glossary`: what terms mean, all or one.

use std::process::ExitCode;

use super::out::Out;
use super::{json, messages};
use crate::glossary::Term;
use crate::guide::block::{Block, Face, Inline, Kind, faced, plain};
use crate::library::Library;

/// Prints the term of a library called `name`, or all its terms when it is empty.
pub fn answer(out: &mut Out, library: &Library, name: &str) -> anyhow::Result<ExitCode> {
    let terms: Vec<&Term> = match name.trim() {
        "" => library.glossary().iter().collect(),
        name => vec![library.term(name)?],
    };
    messages::library(library, out.glyphs());
    if out.json {
        out.answer("glossary", &json::Glossary { terms })?;
        return Ok(ExitCode::SUCCESS);
    }
    for term in terms {
        out.blocks(&[entry(term)])?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The term in bold, what it means, and other ways to write it.
fn entry(term: &Term) -> Block {
    let mut inlines = faced(&term.term, Face { bold: true, ..Face::default() });
    inlines.push(Inline::Break);
    inlines.extend(plain(&term.meaning));
    if !term.aliases.is_empty() {
        inlines.push(Inline::Break);
        inlines.extend(plain(&format!("Also written: {}.", term.aliases.join(", "))));
    }
    Block { at: 0, kind: Kind::Paragraph(inlines) }
}
