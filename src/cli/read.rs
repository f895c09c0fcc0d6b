//! `guidepost read`: a guide, a section or a file in print.

use super::print::Printer;
use super::{Format, about, json, list, tell_faults};
use crate::evidence::Evidence;
use crate::guide::block::{Block, Face, Inline, Item, Kind, faced, plain};
use crate::guide::{Guide, text};
use crate::library::{Found, Library, faults_of};
use crate::page;

/// Prints what was found; the list of guides when it is a whole library.
pub fn read(
    printer: &mut Printer,
    library: &Library,
    found: Option<Found>,
    format: Format,
) -> anyhow::Result<u8> {
    let Some(found) = found else { return list::list(printer, library, format == Format::Json) };
    let guide = library.guide(found.index)?;
    tell_faults(&faults_of(&guide), printer.glyphs);
    let range = extent(&guide, found.at);
    match format {
        Format::Json => printer.json(&json::read(&guide, library.evidence(), range)),
        Format::Markdown => {
            let source = guide.source()[range].trim_end();
            printer.line(source)?;
            Ok(0)
        }
        Format::Text => {
            let ours = guide.front.reviewed.is_some();
            if ours && found.at.is_none() {
                printer.blocks(&opening(&guide))?;
                printer.line("")?;
            }
            let cited = body(printer, &guide, range)?;
            if ours {
                printer.blocks(&closing(&guide, library.evidence(), &cited))?;
            }
            Ok(0)
        }
    }
}

/// The bytes of the section that starts at `at` with all under it; of the whole text
/// when there is none.
pub fn extent(guide: &Guide, at: Option<usize>) -> std::ops::Range<usize> {
    let len = guide.source().len();
    let Some(at) = at else { return guide.body()..len };
    let outline = guide.outline();
    match outline.entries.binary_search_by_key(&at, |entry| entry.at) {
        Ok(i) => at..outline.end(i, len),
        // The text before the first heading.
        Err(_) => at..outline.entries.first().map_or(len, |entry| entry.at),
    }
}

/// Prints the text piece by piece; the labels it cites.
fn body(
    printer: &mut Printer,
    guide: &Guide,
    range: std::ops::Range<usize>,
) -> std::io::Result<Vec<String>> {
    guide.outline();
    let mut cited: Vec<String> = Vec::new();
    let style = printer.style();
    let end = range.end.max(range.start + 1);
    for piece in guide.piece_at(range.start)..=guide.piece_at(end - 1) {
        let whole = guide.piece(piece);
        if whole.start >= range.start && whole.end <= range.end {
            printer.page(&page::piece(guide, piece, &style))?;
            if guide.front.reviewed.is_some() {
                cited.extend(text::citations(&guide.blocks(piece)));
            }
            continue;
        }
        // A section that starts or ends within a piece.
        let blocks = guide.blocks(piece).into_iter().filter(|block| range.contains(&block.at));
        let blocks: Vec<_> = blocks.collect();
        printer.page(&page::blocks_of(guide, &blocks, &style))?;
        cited.extend(text::citations(&blocks));
    }
    Ok(cited)
}

/// What stands before a guide in print.
fn opening(guide: &Guide) -> Vec<Block> {
    let mut about = format!("{} minutes", guide.minutes());
    if let Some(date) = guide.front.reviewed {
        about.push_str(&format!(", reviewed {date}"));
    }
    if let Some(date) = guide.front.prices_checked {
        about.push_str(&format!(", prices checked {date}"));
    }
    let mut blocks = vec![Block::heading(1, &guide.title()), Block::paragraph(&about)];
    if let Some(strength) = guide.front.strength {
        blocks.push(named("Evidence", strength.meaning()));
    }
    if let Some(message) = &guide.front.main_message {
        blocks.push(named("The main message", message));
    }
    blocks
}

fn named(name: &str, text: &str) -> Block {
    let mut inlines = faced(&format!("{name}: "), Face { bold: true, ..Face::default() });
    inlines.extend(plain(text));
    Block { at: 0, kind: Kind::Paragraph(inlines) }
}

/// What stands behind a guide in print: the facts its figures rest on, their sources, and
/// what this is and is not.
fn closing(guide: &Guide, evidence: &Evidence, cited: &[String]) -> Vec<Block> {
    let outline = guide.outline();
    let mut cited: Vec<&String> = cited.iter().filter(|id| evidence.fact(id).is_some()).collect();
    cited.sort_by_key(|id| outline.number(id));
    cited.dedup();
    let mut blocks = Vec::new();
    if !cited.is_empty() {
        blocks.push(Block::heading(2, "What the figures rest on"));
        for id in &cited {
            let Some(fact) = evidence.fact(id) else { continue };
            let number = outline.number(id).unwrap_or_default();
            let mut inlines =
                faced(&format!("[{number}] "), Face { bold: true, ..Face::default() });
            let mut text = format!("{} Basis: {}.", fact.statement, fact.basis.meaning());
            if let Some(strength) = fact.strength {
                text.push_str(&format!(" Evidence {}.", strength.meaning()));
            }
            if !fact.sources.is_empty() {
                text.push_str(&format!(" Sources: {}.", fact.sources.join(", ")));
            }
            if let Some(date) = fact.checked {
                text.push_str(&format!(" Checked {date}."));
            }
            inlines.extend(plain(&text));
            blocks.push(Block { at: 0, kind: Kind::Paragraph(inlines) });
        }
        let ids: Vec<String> = cited.into_iter().cloned().collect();
        blocks.push(Block::heading(2, "Sources"));
        let items = evidence.sources_of(&ids).into_iter().map(|source| {
            let mut inlines = faced(&source.id, Face { bold: true, ..Face::default() });
            inlines.extend(plain(&format!(": {}", source.citation())));
            inlines.push(Inline::Break);
            inlines.extend(plain(&source.reading()));
            Item { task: None, blocks: vec![Block { at: 0, kind: Kind::Paragraph(inlines) }] }
        });
        let kind = Kind::List { start: None, items: items.collect(), tight: true };
        blocks.push(Block { at: 0, kind });
    }
    blocks.push(Block { at: 0, kind: Kind::Rule });
    blocks.push(Block::paragraph(&about::notice(guide.front.reviewed)));
    blocks
}
