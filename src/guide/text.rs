//! Blocks as plain text without markup, for JSON and for counting.

use super::block::{Block, Inline, Kind, Run, words};
use super::link::Target;

/// The words of `blocks`: paragraphs apart by blank lines, tables and pictures in words.
#[must_use]
pub fn plain(blocks: &[Block]) -> String {
    let mut out = Vec::new();
    for block in blocks {
        gather(block, &mut out);
    }
    out.join("\n\n")
}

fn gather(block: &Block, out: &mut Vec<String>) {
    match &block.kind {
        Kind::Heading { title, .. } => add(out, words(title)),
        Kind::Paragraph(inlines) => add(out, words(inlines)),
        Kind::Code(text) => add(out, text.trim_end().to_owned()),
        Kind::Quote { blocks, .. } | Kind::Note { blocks, .. } => {
            for block in blocks {
                gather(block, out);
            }
        }
        Kind::List { items, .. } => {
            let blocks = items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| gather(block, out));
        }
        Kind::Table(table) => {
            for row in &table.rows {
                let cells = table.head.iter().zip(row).map(|(head, cell)| {
                    let (head, cell) = (words(head), words(cell));
                    if head.is_empty() { cell } else { format!("{head}: {cell}") }
                });
                add(out, cells.collect::<Vec<_>>().join("; "));
            }
        }
        Kind::Rule => {}
        Kind::Icons(icons) => {
            let groups = icons.groups.iter().map(|group| group.in_words(icons.of));
            add(out, format!("{}: {}", icons.title, groups.collect::<Vec<_>>().join("; ")));
        }
        Kind::Bars(bars) => {
            let rows = bars.rows.iter();
            let rows = rows.map(|row| format!("{}: {}", row.label, row.in_words(&bars.unit)));
            add(out, format!("{}: {}", bars.title, rows.collect::<Vec<_>>().join("; ")));
        }
    }
}

fn add(out: &mut Vec<String>, text: String) {
    if !text.trim().is_empty() {
        out.push(text);
    }
}

/// The labels that `blocks` refer to, each once, in order: footnotes and facts.
#[must_use]
pub fn citations(blocks: &[Block]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    each_block(blocks, &mut |block| match &block.kind {
        Kind::Heading { title: inlines, .. } | Kind::Paragraph(inlines) => {
            cite(inlines, &mut found);
        }
        Kind::Table(table) => {
            let cells = table.head.iter().chain(table.rows.iter().flatten());
            cells.for_each(|cell| cite(cell, &mut found));
        }
        Kind::Icons(icons) => icons.fact.ids().iter().for_each(|id| once(id, &mut found)),
        Kind::Bars(bars) => bars.fact.ids().iter().for_each(|id| once(id, &mut found)),
        _ => {}
    });
    found
}

/// Calls `see` for every block, those inside others included.
pub fn each_block<'a>(blocks: &'a [Block], see: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        see(block);
        match &block.kind {
            Kind::Quote { blocks, .. } | Kind::Note { blocks, .. } => each_block(blocks, see),
            Kind::List { items, .. } => items.iter().for_each(|item| each_block(&item.blocks, see)),
            _ => {}
        }
    }
}

/// Calls `see` for every link in running text: where it leads and the byte offset of its
/// words.
pub fn each_link<'a>(blocks: &'a [Block], see: &mut impl FnMut(&'a Target, usize)) {
    each_text(blocks, &mut |inlines| {
        for inline in inlines {
            if let Inline::Text(Run { link: Some(target), at, .. }) = inline {
                see(target, *at);
            }
        }
    });
}

/// Calls `see` for the running text of headings, paragraphs and tables.
pub fn each_text<'a>(blocks: &'a [Block], see: &mut impl FnMut(&'a [Inline])) {
    each_block(blocks, &mut |block| match &block.kind {
        Kind::Heading { title: inlines, .. } | Kind::Paragraph(inlines) => see(inlines),
        Kind::Table(table) => {
            table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| see(cell));
        }
        _ => {}
    });
}

fn cite(inlines: &[Inline], found: &mut Vec<String>) {
    for inline in inlines {
        if let Inline::Note { label, .. } = inline {
            once(label, found);
        }
    }
}

fn once(label: &str, found: &mut Vec<String>) {
    if !found.iter().any(|known| known == label) {
        found.push(label.to_owned());
    }
}
