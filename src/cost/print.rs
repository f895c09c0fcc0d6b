//! An estimate as a file: text, Markdown, CSV, JSON, its plan, and the papers made of it.

use super::papers;
use super::report::{BARS, Report};
use crate::evidence::Evidence;
use crate::guide::Guide;
use crate::guide::markdown::{is_fact_id, paragraph};
use crate::guide::text::citations;
use crate::page::{self, Glyphs, Style};

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
    /// What it is in a word, and what it holds.
    #[must_use]
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("text", "the estimate"),
            Self::Markdown => ("Markdown", "the estimate"),
            Self::Claims => ("CSV", "every claim"),
            Self::Json => ("JSON", "the estimate"),
            Self::Plan => ("plan", "for cost --plan"),
            Self::Request => ("letter", "asks for a price"),
            Self::Call => ("call", "words for the clinic"),
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
            Self::Text => {
                let body = report.body();
                let facts = listed(&facts(&body, evidence), true);
                text(&(body + &facts + &end(&report.foot())), glyphs)
            }
            Self::Markdown => markdown(&report.body(), &report.foot(), evidence),
            Self::Claims => claims(report, glyphs),
            Self::Json => json(report),
            Self::Plan => report.plan.written(),
            Self::Request => text(&letter(report), glyphs),
            Self::Call => text(&call(report, evidence), glyphs),
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

/// A letter as it is sent: a clinic has no use for the marks of facts.
#[must_use]
pub fn letter(report: &Report) -> String {
    unmarked(&papers::request(report))
}

/// Words for a call without marks, and the facts behind them at their end.
#[must_use]
pub fn call(report: &Report, evidence: &Evidence) -> String {
    let script = papers::call_script(report);
    let facts = listed(&facts(&script, evidence), false);
    unmarked(&script) + &facts + &end(&report.foot())
}

/// Markdown for any reader: facts are footnotes, and what only guidepost reads is left out,
/// which is attributes of headings and bars, whose amounts stand in a table.
#[must_use]
pub fn markdown(body: &str, foot: &str, evidence: &Evidence) -> String {
    let mut out = String::new();
    let mut in_bars = false;
    for line in body.lines() {
        let fence = line.starts_with("```");
        let left_out = in_bars || fence || line == BARS;
        in_bars = in_bars != fence;
        // Of two blank lines that meet one is enough.
        if left_out || line.is_empty() && out.ends_with("\n\n") {
            continue;
        }
        let heading = line.strip_suffix('}').filter(|line| line.starts_with('#'));
        let bare = heading.and_then(|line| line.rsplit_once(" {#")).map(|(title, _)| title);
        out.push_str(bare.unwrap_or(line));
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    for (_, id, said) in facts(body, evidence) {
        out.push_str(&format!("\n[^{id}]: {said}\n"));
    }
    out + &end(foot)
}

/// The end of a print as Markdown.
fn end(foot: &str) -> String {
    format!("\n---\n\n{foot}\n")
}

/// The facts that Markdown refers to, in the order of first mention: number, id, and what
/// is said with its sources, as Markdown.
fn facts(markdown: &str, evidence: &Evidence) -> Vec<(usize, String, String)> {
    let guide = Guide::new("estimate", "", markdown.to_owned());
    guide.outline();
    let blocks: Vec<_> = (0..guide.pieces()).flat_map(|piece| guide.blocks(piece)).collect();
    let mut labels = citations(&blocks);
    labels.retain(|label| is_fact_id(label));
    labels.sort_by_key(|label| guide.outline().number(label));
    labels.dedup();
    let facts = labels.iter().filter_map(|label| evidence.fact(label));
    let said = facts.map(|fact| {
        let sources = evidence.sources_of(std::slice::from_ref(&fact.id));
        let sources: Vec<String> = sources.iter().map(|source| source.markdown()).collect();
        let number = guide.outline().number(&fact.id).unwrap_or_default();
        let said = format!("{} {}", paragraph(&fact.statement), sources.join(" "));
        (number, fact.id.clone(), said)
    });
    said.collect()
}

/// Facts as a list, with their numbers where marks in the text bear them.
fn listed(facts: &[(usize, String, String)], numbered: bool) -> String {
    let title = if numbered { "What the figures rest on" } else { "What this rests on" };
    let mut text = if facts.is_empty() { String::new() } else { format!("\n## {title}\n\n") };
    for (number, _, said) in facts {
        let number = if numbered { format!("Fact {number}: ") } else { String::new() };
        text.push_str(&format!("- {number}{said}\n"));
    }
    text
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
