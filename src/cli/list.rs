//! `list`: the guides with what is known of each.

use std::process::ExitCode;

use super::json;
use super::messages;
use super::out::Out;
use crate::guide::Guide;
use crate::guide::block::{Block, Face, Inline, Kind, faced, plain};
use crate::library::Library;

/// Prints the list of a library's guides.
pub fn answer(out: &mut Out, library: &Library) -> anyhow::Result<ExitCode> {
    messages::library(library, out.glyphs());
    let mut rows = Vec::new();
    for i in 0..library.len() {
        match library.guide(i) {
            Ok(guide) if out.json => rows.push(json::Row::of(&guide, out.today)),
            Ok(guide) => out.blocks(&[entry(&guide)])?,
            Err(fault) => messages::say(out.glyphs(), &fault.to_string()),
        }
    }
    if out.json {
        out.answer("list", &json::List { guides: rows })?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A guide's id, title, summary and figures, each on a line of its own.
fn entry(guide: &Guide) -> Block {
    let mut inlines = faced(&guide.id, Face { bold: true, ..Face::default() });
    let mut line = |text: &str| {
        inlines.push(Inline::Break);
        inlines.extend(plain(text));
    };
    line(&guide.title());
    if !guide.summary().is_empty() {
        line(guide.summary());
    }
    let mut known = vec![minutes(guide)];
    known.extend(guide.front.reviewed.map(|date| format!("reviewed {date}")));
    known.push(counted(guide.section_count(), "section", "sections"));
    if guide.questions() > 0 {
        known.push(questions(guide.questions()));
    }
    line(&known.join(", "));
    Block { at: 0, kind: Kind::Paragraph(inlines) }
}

/// The time it takes to read a guide, in words.
pub fn minutes(guide: &Guide) -> String {
    format!("{} to read", guide.reading_time())
}

/// So many questions, in words.
pub fn questions(n: usize) -> String {
    counted(n, "question", "questions")
}

/// A number with its noun.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
