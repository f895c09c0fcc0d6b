//! What printed text rests on: its notes, its facts, and their sources in full.

use std::collections::HashSet;
use std::io;
use std::ops::Range;

use jiff::civil::Date;

use super::out::Out;
use crate::evidence::{Evidence, Fact};
use crate::guide::Guide;
use crate::guide::block::{Block, Inline, Kind, plain};
use crate::guide::markdown::{is_fact_id, label_key};
use crate::guide::text::{citations, each_block};
use crate::page;

/// What stands above the facts that a print rests on.
pub const FACTS: &str = "Facts and sources";

/// What printed blocks refer to, each once, in the order of first mention.
#[derive(Debug, Default)]
pub struct Cited {
    labels: Vec<String>,
    known: HashSet<String>,
}

impl Cited {
    /// Adds what `blocks` refer to.
    pub fn add(&mut self, blocks: &[Block]) {
        for label in citations(blocks) {
            if self.known.insert(label_key(&label)) {
                self.labels.push(label);
            }
        }
    }

    /// The footnotes that are referred to and stand outside of what was `printed`, and those
    /// that they refer to in turn.
    pub fn notes_elsewhere(&mut self, guide: &Guide, printed: &Range<usize>) -> Vec<Block> {
        let mut notes = Vec::new();
        let mut i = 0;
        while let Some(label) = self.labels.get(i) {
            i += 1;
            let at = guide.outline().definitions.notes.get(&label_key(label));
            let Some(at) = at.filter(|at| !printed.contains(at)) else { continue };
            let mut note = None;
            each_block(&guide.blocks(guide.piece_at(*at)), &mut |block| {
                if block.at == *at && matches!(block.kind, Kind::Note { .. }) {
                    note = Some(block.clone());
                }
            });
            if let Some(note) = note {
                self.add(std::slice::from_ref(&note));
                notes.push(note);
            }
        }
        notes
    }

    /// Prints the footnotes that are referred to and stand outside of what was printed.
    pub fn notes(
        &mut self,
        out: &mut Out,
        guide: &Guide,
        printed: &Range<usize>,
    ) -> io::Result<()> {
        for note in self.notes_elsewhere(guide, printed) {
            out.gap();
            out.page(&page::blocks_of(guide, &[note], &out.style))?;
        }
        Ok(())
    }

    /// The ids of the facts that are referred to, in the order of their numbers.
    pub fn facts_cited(&self, guide: &Guide) -> Vec<&str> {
        let ids = self.labels.iter().map(String::as_str).filter(|label| is_fact_id(label));
        let mut ids: Vec<_> = ids.collect();
        ids.sort_by_key(|id| guide.outline().number(id));
        ids
    }

    /// Prints the facts that are referred to.
    pub fn facts(&self, out: &mut Out, guide: &Guide, evidence: &Evidence) -> io::Result<()> {
        let ids = self.facts_cited(guide);
        if ids.is_empty() {
            return Ok(());
        }
        out.blocks(&[Block::heading(2, FACTS)])?;
        let mut printed = HashSet::new();
        for id in ids {
            let text = match evidence.fact(id) {
                Some(fact) => fact_text(fact, evidence, &mut printed, out.today),
                None => evidence.card(id, out.today),
            };
            let note = Block { at: 0, kind: Kind::Note { label: id.to_owned(), blocks: text } };
            out.gap();
            out.page(&page::blocks_of(guide, &[note], &out.style))?;
        }
        Ok(())
    }
}

/// A fact with what is known of it; a source in full only where it is met first.
fn fact_text<'e>(
    fact: &'e Fact,
    evidence: &'e Evidence,
    printed: &mut HashSet<&'e str>,
    today: Date,
) -> Vec<Block> {
    let mut inlines = plain(&fact.statement);
    inlines.push(Inline::Break);
    inlines.extend(plain(&fact.known(today)));
    for id in &fact.sources {
        inlines.push(Inline::Break);
        inlines.extend(plain(&match evidence.source(id) {
            Some(_) if !printed.insert(id) => format!("Source {id}: see above."),
            Some(source) => {
                format!("Source {id}: {} {}", source.citation(), source.reading())
            }
            None => format!("Source {id}, which is not in the list of sources."),
        }));
    }
    vec![Block { at: 0, kind: Kind::Paragraph(inlines) }]
}
