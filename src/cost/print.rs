//! An estimate as a file: text, Markdown, CSV, JSON, its plan, and the papers made of it.

use std::collections::BTreeSet;

use super::papers;
use super::report::Report;
use crate::evidence::Evidence;
use crate::guide::Guide;
use crate::guide::markdown::{escaped, is_fact_id};
use crate::guide::text::citations;
use crate::page::{self, Glyphs, Style};
use crate::plain::one_line;

/// Columns of printed text.
const WIDTH: usize = 78;

/// What can be printed of an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter)]
pub enum Paper {
    /// The estimate as text.
    Text,
    /// The estimate as Markdown.
    Markdown,
    /// Every claim at typical prices, as CSV.
    Claims,
    /// The estimate as JSON.
    Json,
    /// The plan, to be read again.
    Plan,
    /// A letter that asks a clinic for a price in writing.
    Request,
    /// Words for a call to a clinic.
    Call,
}

impl Paper {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "the estimate as text",
            Self::Markdown => "the estimate as Markdown",
            Self::Claims => "every claim as CSV, for a spreadsheet",
            Self::Json => "the estimate as JSON",
            Self::Plan => "the plan as a file for `guidepost cost --plan`",
            Self::Request => "a letter that asks for a price in writing",
            Self::Call => "words for a call to the clinic",
        }
    }

    /// The paper, harmless to a terminal. `json` makes an estimate JSON.
    #[must_use]
    pub fn of(
        self,
        report: &Report,
        evidence: &Evidence,
        json: fn(&Report) -> String,
        glyphs: Glyphs,
    ) -> String {
        match self {
            Self::Text => text(&with_facts(report.markdown(), evidence), glyphs),
            Self::Markdown => with_facts(report.markdown(), evidence),
            Self::Claims => claims(report, glyphs),
            Self::Json => json(report),
            Self::Plan => report.plan.written(),
            // A clinic has no use for the marks of facts.
            Self::Request => text(&unmarked(&papers::request(report)), glyphs),
            Self::Call => text(&unmarked(&papers::call_script(report)), glyphs),
        }
    }
}

/// Markdown without the marks of facts.
#[must_use]
pub fn unmarked(markdown: &str) -> String {
    let mut parts = markdown.split("[^");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once(']') {
        Some((label, rest)) if is_fact_id(label) => text + rest,
        _ => text + "[^" + part,
    })
}

/// Markdown with the facts it refers to behind it, each with its sources.
fn with_facts(mut markdown: String, evidence: &Evidence) -> String {
    let guide = Guide::new("estimate", "", markdown.clone());
    guide.outline();
    let blocks: Vec<_> = (0..guide.pieces()).flat_map(|piece| guide.blocks(piece)).collect();
    let mut labels = citations(&blocks);
    labels.retain(|label| is_fact_id(label));
    labels.sort_by_key(|label| guide.outline().number(label));
    if !labels.is_empty() {
        markdown.push_str("\n## What the figures rest on {#facts}\n\n");
    }
    let mut seen = BTreeSet::new();
    for fact in labels.iter().filter_map(|label| evidence.fact(label)) {
        if !seen.insert(&fact.id) {
            continue;
        }
        let sources = evidence.sources_of(std::slice::from_ref(&fact.id));
        let sources: Vec<String> = sources.iter().map(|source| source.citation()).collect();
        let number = guide.outline().number(&fact.id).unwrap_or_default();
        let statement = escaped(&format!("{} {}", fact.statement, sources.join(" ")));
        markdown.push_str(&format!("- Fact {number}: {}\n", one_line(&statement)));
    }
    markdown
}

/// Markdown as text with everything open.
fn text(markdown: &str, glyphs: Glyphs) -> String {
    let guide = Guide::new("estimate", "", markdown.to_owned());
    guide.outline();
    let style = Style::print(WIDTH, glyphs);
    let pages = (0..guide.pieces()).map(|piece| page::piece(&guide, piece, &style).text());
    let text: String = pages.collect();
    format!("{}\n", text.trim())
}

/// Every claim at typical prices, as CSV.
fn claims(report: &Report, glyphs: Glyphs) -> String {
    let mut rows = Vec::new();
    // Writing to memory does not fail.
    let _ = super::claims::write(&mut rows, report, glyphs);
    String::from_utf8_lossy(&rows).into_owned()
}
