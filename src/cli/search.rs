//! `search`: sections, questions and terms that answer, best first.

use std::io::{self, Read};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::ValueEnum;

use super::out::Out;
use super::{NOTHING_FOUND, json, messages};
use crate::guide::block::{Block, Face, Inline, Kind as BlockKind, faced, plain};
use crate::library::{self, Library};
use crate::search::{Found, Index, Place, Query, Scope, Shown, batches};

/// What can be looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Sections of guides, and crisis help
    Section,
    /// Questions with their answers
    Faq,
    /// Terms of the glossary
    Term,
    /// Clinics, by name, town and state
    Clinic,
}

/// Characters of a title, and of what was typed, that are printed.
const TITLE: usize = 300;
const TYPED: usize = 60;

/// Which queries are answered, and with what.
pub struct Asked<'a> {
    /// The words of one query.
    pub words: &'a [String],
    /// A file of queries, one a line; `-` is standard input.
    pub batch: Option<&'a Path>,
    /// Only these kinds; all when empty.
    pub kinds: &'a [Kind],
    /// Hits of a query at most.
    pub limit: usize,
}

/// Answers one query, or each line of a file with a line of JSON.
pub fn answer(out: &mut Out, library: &Library, asked: &Asked) -> anyhow::Result<ExitCode> {
    // What is wrong with the question is said before a large library is read for it.
    let lines = asked.batch.map(lines).transpose()?;
    messages::library(library, out.glyphs());
    let mut index = Index::new(&library.synonyms());
    batches(library, |batch, _| {
        index.add(&batch);
        true
    });
    let look = |typed: &str| {
        let query = Query::read(typed, &index);
        let without = |kind| !asked.kinds.is_empty() && !asked.kinds.contains(&kind);
        let (no_sections, no_questions) = (without(Kind::Section), without(Kind::Faq));
        let (no_terms, no_clinics) = (without(Kind::Term), without(Kind::Clinic));
        let scope = Scope { no_sections, no_questions, no_terms, no_clinics, guide: None };
        let mut found = index.search(&query, scope, asked.limit);
        found.hits.retain(|hit| !no_sections || hit.place != Place::Crisis);
        (query, found)
    };
    if let Some(lines) = lines {
        let mut any = lines.is_empty();
        for line in lines {
            let (query, found) = look(&line);
            any |= !found.hits.is_empty();
            json::search(out, &line, &query, &shown(library, &query, &found))?;
        }
        return Ok(if any { ExitCode::SUCCESS } else { ExitCode::from(NOTHING_FOUND) });
    }
    let typed = asked.words.join(" ");
    let (query, found) = look(&typed);
    let hits = shown(library, &query, &found);
    if out.json {
        json::search(out, &typed, &query, &hits)?;
    } else {
        for correction in &query.corrections {
            let message = format!(
                "looked for \"{}\" in place of \"{}\"; in quotes it stays as it is",
                correction.read, correction.typed
            );
            messages::say(out.glyphs(), &message);
        }
        for shown in &hits {
            out.blocks(&[entry(shown, library)])?;
        }
    }
    if hits.is_empty() {
        messages::say(out.glyphs(), &nothing(&typed));
        return Ok(ExitCode::from(NOTHING_FOUND));
    }
    Ok(ExitCode::SUCCESS)
}

/// The queries of a file, one a line.
fn lines(path: &Path) -> anyhow::Result<Vec<String>> {
    if path != Path::new("-") {
        return Ok(library::lines_of(path)?);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).context("standard input")?;
    Ok(String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect())
}

fn shown(library: &Library, query: &Query, found: &Found) -> Vec<Shown> {
    found.hits.iter().filter_map(|hit| Shown::of(library, query, hit)).collect()
}

/// A hit: what it is called, where it stands, how it goes, and what prints it.
fn entry(shown: &Shown, library: &Library) -> Block {
    let title = shortened(&shown.title, TITLE);
    let mut inlines = faced(&title, Face { bold: true, ..Face::default() });
    let mut line = |text: &str| {
        inlines.push(Inline::Break);
        inlines.extend(plain(text));
    };
    let above = shown.path.split_last().map_or(&[][..], |(_, above)| above);
    if !above.is_empty() {
        line(&above.join(" > "));
    }
    if let Some((said, means)) = &shown.lead {
        line(&format!("{said} → {means}"));
    }
    if let Some(also) = &shown.also {
        line(&format!("also called: {also}"));
    }
    line(&shown.snippet.text);
    line(&shown.command(library));
    Block { at: 0, kind: BlockKind::Paragraph(inlines) }
}

/// `text` cut after so many characters.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

fn nothing(typed: &str) -> String {
    let typed = shortened(typed.trim(), TYPED);
    format!(
        "nothing here answers \"{typed}\"; try one plain word for it, or guidepost faq for all \
         questions; in a crisis: guidepost crisis"
    )
}
