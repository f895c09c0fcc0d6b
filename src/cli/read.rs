//! `read`: a guide, a section or a file as text, Markdown or JSON.

use std::io;
use std::ops::Range;
use std::process::ExitCode;

use clap::ValueEnum;
use jiff::civil::Date;

use super::json;
use super::list::minutes;
use super::messages;
use super::out::Out;
use super::sources::Cited;
use crate::evidence::Evidence;
use crate::guide::block::{Block, Kind, words};
use crate::guide::foot;
use crate::guide::{Guide, age};
use crate::library::{FACTS, Found, Library};
use crate::page;
use crate::speech;

/// How a guide is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text wrapped to the width, with the facts it cites
    Text,
    /// The source text without its front matter
    Markdown,
    /// Sections, questions, facts and sources
    Json,
    /// Text for a voice: no signs, one line a sentence or item
    Speak,
}

/// Prints a guide, or the section found.
pub fn answer(
    out: &mut Out,
    library: &Library,
    found: &Found,
    format: Option<Format>,
) -> anyhow::Result<ExitCode> {
    let guide = library.guide(found.index)?;
    messages::guide(library, &guide, out.glyphs());
    if out.json {
        json::read(out, &guide, library.evidence(), found.at)?;
    } else if format == Some(Format::Speak) {
        speak(out, &guide, found.at)?;
    } else if format == Some(Format::Markdown) {
        markdown(out, &guide, &range(&guide, found.at))?;
    } else {
        text(out, library, &guide, found.at)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The stretch of a guide's source from the section at `at` to its end, or all of the text.
fn range(guide: &Guide, at: Option<usize>) -> Range<usize> {
    let len = guide.source().len();
    let Some(at) = at else { return guide.body()..len };
    let outline = guide.outline();
    match outline.entries.binary_search_by_key(&at, |entry| entry.at) {
        Ok(i) => at..outline.end(i, len),
        // Text before the first heading.
        Err(next) => at..outline.entries.get(next).map_or(len, |entry| entry.at),
    }
}

/// Prints the source, piece by piece.
fn markdown(out: &mut Out, guide: &Guide, range: &Range<usize>) -> io::Result<()> {
    for i in guide.piece_at(range.start)..guide.pieces() {
        let piece = guide.piece(i);
        let (start, end) = (piece.start.max(range.start), piece.end.min(range.end));
        if start >= end {
            break;
        }
        out.raw(&guide.source()[start..end])?;
    }
    if guide.source()[range.clone()].ends_with('\n') { Ok(()) } else { out.raw("\n") }
}

/// Prints a guide for a voice, unwrapped: a player or screen reader finds its own pauses.
fn speak(out: &mut Out, guide: &Guide, at: Option<usize>) -> io::Result<()> {
    guide.outline();
    let range = range(guide, at);
    let mut said = Vec::new();
    if guide.is_ours() && at.is_none() {
        said = speech::lines(&head(guide, out.today));
    }
    for i in guide.piece_at(range.start)..guide.pieces() {
        if guide.piece(i).start >= range.end {
            break;
        }
        said.extend(speech::lines(&within(guide.blocks(i), &range)));
    }
    if guide.is_ours() {
        said.extend(speech::lines(&foot(&origin(guide))));
    }
    for line in said {
        out.raw(&format!("{line}\n"))?;
    }
    Ok(())
}

/// Prints a guide typeset, piece by piece.
///
/// A file that does not say what a guide says of itself is printed alone, so that its
/// words are all that is printed.
fn text(out: &mut Out, library: &Library, guide: &Guide, at: Option<usize>) -> anyhow::Result<()> {
    // Before the first piece is set: notes get their numbers from the outline.
    guide.outline();
    let range = range(guide, at);
    let guidepost = guide.is_ours();
    let headed = guidepost && at.is_none();
    if headed {
        out.blocks(&head(guide, out.today))?;
        out.gap();
    }
    let cited = body(out, guide, &range, headed)?;
    cited.notes(out, guide, &range)?;
    // A file whose facts lie beside it rests on them too.
    if guidepost || library.own_table(FACTS).is_ok_and(|table| table.is_some()) {
        cited.facts(out, guide, library.evidence())?;
    }
    if guidepost {
        out.blocks(&foot(&origin(guide)))?;
    }
    Ok(())
}

/// Prints a document of the program's own making, with the facts it cites.
pub fn document(out: &mut Out, guide: &Guide, evidence: &Evidence) -> io::Result<()> {
    guide.outline();
    let range = range(guide, None);
    let cited = body(out, guide, &range, false)?;
    cited.notes(out, guide, &range)?;
    cited.facts(out, guide, evidence)
}

/// Prints the blocks in `range`, without the title where that stands above already. Returns
/// what they refer to.
fn body(out: &mut Out, guide: &Guide, range: &Range<usize>, headed: bool) -> io::Result<Cited> {
    let mut cited = Cited::default();
    for i in guide.piece_at(range.start)..guide.pieces() {
        if guide.piece(i).start >= range.end {
            break;
        }
        let mut blocks = within(guide.blocks(i), range);
        if headed && i == 0 {
            without_title(&mut blocks, &guide.title());
        }
        cited.add(&blocks);
        out.page(&page::blocks_of(guide, &blocks, &out.style))?;
        out.gap();
    }
    Ok(cited)
}

/// The blocks that stand in `range`; a heading inside a quote or list comes with it.
fn within(mut blocks: Vec<Block>, range: &Range<usize>) -> Vec<Block> {
    let at = blocks.iter().map(|block| block.at).rfind(|at| *at <= range.start);
    // Several blocks can start at one place: a stretch of HTML is read into many.
    let first = blocks.iter().position(|block| Some(block.at) >= at).unwrap_or(0);
    blocks.drain(..first);
    blocks.retain(|block| block.at < range.end);
    blocks
}

/// Takes off a first heading that only says the guide's title again.
fn without_title(blocks: &mut Vec<Block>, title: &str) {
    let says_it = |block: &Block| matches!(&block.kind, Kind::Heading { level: 1, title: t } if words(t).trim() == title);
    if blocks.first().is_some_and(says_it) {
        blocks.remove(0);
    }
}

/// What stands above a guide: title, dates, strength of evidence. Its text begins with the
/// main message.
fn head(guide: &Guide, today: Date) -> Vec<Block> {
    let mut known = Vec::new();
    known.extend(guide.front.reviewed.map(|date| format!("Reviewed {date}.")));
    known.push(format!("{}.", minutes(guide)));
    let evidence = guide.front.evidence();
    known.extend(evidence.map(|(of, found)| format!("Evidence {of}: {}.", found.meaning())));
    known.extend(age::notices(&guide.front, today).into_iter().map(|notice| notice.text));
    vec![Block::heading(1, &guide.title()), Block::paragraph(&known.join(" "))]
}

/// Which guide a print comes from, and how old what it says is.
fn origin(guide: &Guide) -> String {
    let mut line = format!("From \"{}\" ({})", guide.title(), guide.id);
    line.extend(guide.front.dates().map(|dates| format!(", {dates}")));
    line.push_str("; guidepost");
    line
}

/// What stands below whatever is printed of a guide: the version comes behind `origin`.
pub fn foot(origin: &str) -> Vec<Block> {
    vec![Block { at: 0, kind: Kind::Rule }, Block::paragraph(&foot::line(origin))]
}
