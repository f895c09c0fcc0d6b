//! `read`: a guide, a section or a file as text, Markdown or JSON.

mod markdown;

use std::io;
use std::ops::Range;
use std::process::ExitCode;

use clap::ValueEnum;
use jiff::civil::Date;

use super::json;
use super::messages;
use super::out::Out;
use super::sources::Cited;
use crate::evidence::Evidence;
use crate::guide::block::{Block, Kind, words};
use crate::guide::foot;
use crate::guide::{Guide, age, in_minutes};
use crate::library::{FACTS, Found, Library};
use crate::page;
use crate::speech;

/// How a guide is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text wrapped to the width, with the facts it cites
    Text,
    /// Markdown with the facts it cites as footnotes
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
        markdown::print(out, &guide, library.evidence(), found.at)?;
    } else {
        text(out, library, &guide, found.at)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The stretch of a guide's source from the section at `at` to its end, or all of the text. A
/// heading inside a quote or list comes with the whole of it.
fn range(guide: &Guide, at: Option<usize>) -> Range<usize> {
    let len = guide.source().len();
    let Some(at) = at else { return guide.body()..len };
    let outline = guide.outline();
    let end = match outline.entries.binary_search_by_key(&at, |entry| entry.at) {
        Ok(i) => outline.end(i, len),
        // Text before the first heading.
        Err(next) => outline.entries.get(next).map_or(len, |entry| entry.at),
    };
    let starts = |at: usize| guide.blocks(guide.piece_at(at)).into_iter().map(|block| block.at);
    let start = starts(at).filter(|start| *start <= at).last().unwrap_or(at);
    let piece_end = guide.piece(guide.piece_at(end)).end;
    let end = if end < len { starts(end).find(|start| *start >= end) } else { Some(len) };
    start..end.unwrap_or(piece_end)
}

/// Prints a guide for a voice, unwrapped: a player or screen reader finds its own pauses.
fn speak(out: &mut Out, guide: &Guide, at: Option<usize>) -> io::Result<()> {
    guide.outline();
    let (range, today) = (range(guide, at), out.today);
    let mut say = |blocks: &[Block]| {
        speech::lines(blocks).iter().try_for_each(|line| out.raw(&format!("{line}\n")))
    };
    if guide.is_ours() && at.is_none() {
        say(&head(guide, &range, today))?;
    }
    for blocks in pieces(guide, &range) {
        say(&blocks)?;
    }
    if guide.is_ours() { say(&foot(&origin(guide))) } else { Ok(()) }
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
        out.blocks(&head(guide, &range, out.today))?;
        out.gap();
    }
    let mut cited = body(out, guide, &range, headed)?;
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
    let mut cited = body(out, guide, &range, false)?;
    cited.notes(out, guide, &range)?;
    cited.facts(out, guide, evidence)
}

/// Prints the blocks in `range`, without the title where that stands above already. Returns
/// what they refer to.
fn body(out: &mut Out, guide: &Guide, range: &Range<usize>, headed: bool) -> io::Result<Cited> {
    let mut cited = Cited::default();
    for (i, mut blocks) in pieces(guide, range).enumerate() {
        if headed && i == 0 && says_title(&blocks, guide) {
            blocks.remove(0);
        }
        cited.add(&blocks);
        out.page(&page::blocks_of(guide, &blocks, &out.style))?;
        out.gap();
    }
    Ok(cited)
}

/// The blocks that stand in `range`, piece by piece.
fn pieces<'a>(guide: &'a Guide, range: &Range<usize>) -> impl Iterator<Item = Vec<Block>> + 'a {
    let range = range.clone();
    let all = guide.piece_at(range.start)..guide.pieces();
    let end = range.end;
    let here = all.take_while(move |i| guide.piece(*i).start < end);
    here.map(move |i| within(guide.blocks(i), &range))
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

/// True when the first of `blocks` is a heading that only says the guide's title again.
fn says_title(blocks: &[Block], guide: &Guide) -> bool {
    matches!(&blocks.first().map(|block| &block.kind), Some(Kind::Heading { level: 1, title })
        if words(title).trim() == guide.title())
}

/// What stands above a guide. Its text begins with the main message.
fn head(guide: &Guide, range: &Range<usize>, today: Date) -> Vec<Block> {
    vec![Block::heading(1, &guide.title()), Block::paragraph(&known(guide, range, today))]
}

/// What is known of a guide of which `range` is printed: dates, reading time, strength of
/// evidence.
fn known(guide: &Guide, range: &Range<usize>, today: Date) -> String {
    // What was added behind its own text is not counted.
    let bytes = range.end.min(guide.end()).saturating_sub(range.start);
    let minutes = guide.minutes_of(bytes).max(1);
    let mut known = Vec::new();
    known.extend(guide.front.reviewed.map(|date| format!("Reviewed {date}.")));
    known.push(format!("{} to read.", in_minutes(minutes)));
    let evidence = guide.front.evidence();
    known.extend(evidence.map(|(of, found)| format!("Evidence {of}: {}.", found.meaning())));
    known.extend(age::notices(&guide.front, today).into_iter().map(|notice| notice.text));
    known.join(" ")
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
