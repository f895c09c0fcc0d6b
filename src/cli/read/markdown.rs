//! `read --format markdown`: Markdown that stands by itself in any reader.

use std::io;
use std::ops::Range;

use jiff::civil::Date;

use super::super::out::Out;
use super::super::sources::{Cited, FACTS};
use super::{known, origin, pieces, range, says_title};
use crate::evidence::Evidence;
use crate::guide::block::{Block, Kind};
use crate::guide::markdown::{Definitions, escaped, is_address, label_key, paragraph, survey};
use crate::guide::text::plain;
use crate::guide::{Guide, foot};

/// Prints a guide, or the section at `at`. A file that does not say what a guide says of itself
/// is printed as it stands.
pub fn print(
    out: &mut Out,
    guide: &Guide,
    evidence: &Evidence,
    at: Option<usize>,
) -> io::Result<()> {
    if guide.is_ours() {
        return out.raw(&whole(guide, evidence, &range(guide, at), out.today));
    }
    let range = at.map_or(0..guide.source().len(), |at| range(guide, Some(at)));
    let ends = (0..guide.pieces()).map(|i| guide.piece(i).end.min(range.end));
    let mut start = range.start;
    for end in ends.filter(|end| *end > range.start) {
        out.raw(&guide.source()[start..end])?;
        start = end;
    }
    Ok(())
}

/// What stands in `range` with the guide's title and dates above it, and below it what it
/// refers to and which guide it is from.
fn whole(guide: &Guide, evidence: &Evidence, range: &Range<usize>, today: Date) -> String {
    // Before the first piece is read: it says what is a note.
    let defined = &guide.outline().definitions;
    let mut cited = Cited::default();
    pieces(guide, range).for_each(|blocks| cited.add(&blocks));
    let notes = cited.notes_elsewhere(guide, range);
    let facts = cited.facts_cited(guide);
    let fact = |id: &&str| {
        // A mark leads to one note only, and where the guide has its own it is that one.
        let own = defined.notes.contains_key(&label_key(id));
        let mark = if own { (*id).to_owned() } else { format!("[^{id}]") };
        format!("{mark}: {}", evidence.footnote(id, today))
    };

    let (title, body) = parted(guide, range);
    let mut parts = vec![title, paragraph(&known(guide, range, today)), body.to_owned()];
    parts.extend(notes.iter().map(|note| written(guide, note)));
    parts.push(links(&parts.join("\n\n"), defined));
    if !facts.is_empty() {
        // Under a heading of their own they are no part of the last question's answer.
        parts.push(format!("## {FACTS}"));
        parts.extend(facts.iter().map(fact));
    }
    parts.push("---".to_owned());
    parts.push(paragraph(&foot::line(&origin(guide))));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// The heading with the guide's title, and the text in `range` below it. A heading of the
/// text's own that says it is taken for it.
fn parted<'g>(guide: &'g Guide, range: &Range<usize>) -> (String, &'g str) {
    let source = guide.source();
    let blocks = pieces(guide, range).next().unwrap_or_default();
    if says_title(&blocks, guide) {
        let end =
            blocks.get(1).map_or(guide.piece(guide.piece_at(range.start)).end, |next| next.at);
        let end = end.min(range.end);
        return (source[blocks[0].at..end].trim_end().to_owned(), trimmed(&source[end..range.end]));
    }
    (format!("# {}", escaped(&guide.title())), trimmed(&source[range.clone()]))
}

/// Text without the blank lines around it.
fn trimmed(text: &str) -> &str {
    let first = text.len() - text.trim_start().len();
    let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
    text[line..].trim_end()
}

/// The definitions of links that `text` refers to by label and does not hold itself.
fn links(text: &str, defined: &Definitions) -> String {
    let held: Vec<_> =
        survey(text, 0, defined).links.iter().map(|(label, _)| label_key(label)).collect();
    let words = label_key(text);
    let wanted = |label: &String| !held.contains(label) && words.contains(&format!("[{label}]"));
    let needed = defined.links.iter().filter(|(label, _)| wanted(label));
    let written = needed.map(|(label, address)| {
        let to = if is_address(address) { address.clone() } else { escaped(address) };
        format!("[{label}]: <{to}>")
    });
    let mut written: Vec<_> = written.collect();
    written.sort();
    written.join("\n")
}

/// A footnote as it is written; one within a list or quotation in its words alone.
fn written(guide: &Guide, note: &Block) -> String {
    let piece = guide.piece_at(note.at);
    let blocks = guide.blocks(piece);
    if blocks.iter().any(|block| block.at == note.at) {
        let next = blocks.iter().map(|block| block.at).find(|at| *at > note.at);
        return trimmed(&guide.source()[note.at..next.unwrap_or(guide.piece(piece).end)])
            .to_owned();
    }
    match &note.kind {
        Kind::Note { label, blocks } => format!("[^{label}]: {}", paragraph(&plain(blocks))),
        _ => String::new(),
    }
}
