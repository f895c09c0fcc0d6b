//! The shape of `read`: sections in order, their questions, the facts and sources cited.

use std::io;
use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;

use super::Out;
use crate::evidence::{Evidence, Fact, Source, Strength};
use crate::faq::{self, Asked, outermost_question};
use crate::guide::Guide;
use crate::guide::block::Block;
use crate::guide::markdown::is_fact_id;
use crate::guide::text::{citations, plain};

#[derive(Serialize)]
struct Read<'a> {
    guide: Whole<'a>,
    facts: Vec<&'a Fact>,
    sources: Vec<&'a Source>,
}

#[derive(Serialize)]
struct Whole<'a> {
    id: &'a str,
    title: String,
    summary: &'a str,
    minutes: usize,
    reviewed: Option<Date>,
    prices_checked: Option<Date>,
    main_message: Option<&'a str>,
    strength: Option<Strength>,
    strength_of: Option<&'a str>,
    sections: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    id: String,
    level: u8,
    title: String,
    path: Vec<String>,
    text: String,
    citations: Vec<String>,
    questions: Vec<Question>,
}

/// A question wherever it stands.
#[derive(Serialize)]
#[allow(clippy::struct_field_names)] // the field's name is promised
pub struct Question {
    id: String,
    question: String,
    answer: String,
    pub citations: Vec<String>,
}

impl Question {
    pub fn of(question: &faq::Question) -> Self {
        Self {
            id: question.id.clone(),
            question: question.title.clone(),
            answer: plain(&question.blocks),
            citations: facts_cited(&question.blocks),
        }
    }
}

/// Prints a guide, or the section at `at` with those under it.
pub fn read(
    out: &mut Out,
    guide: &Guide,
    evidence: &Evidence,
    at: Option<usize>,
) -> io::Result<()> {
    let range = at.map(|at| section_range(guide, at));
    let asked = faq::sections(guide).into_iter().filter_map(|asked| kept(asked, range.as_ref()));
    let sections: Vec<_> = asked.map(section).collect();
    let cited = facts_in(sections.iter().flat_map(|section| {
        let questions = section.questions.iter().map(|question| question.citations.as_slice());
        std::iter::once(section.citations.as_slice()).chain(questions)
    }));
    let (facts, sources) = evidence_for(evidence, &cited);
    let guide = Whole {
        id: &guide.id,
        title: guide.title(),
        summary: guide.summary(),
        minutes: guide.minutes(),
        reviewed: guide.front.reviewed,
        prices_checked: guide.front.prices_checked,
        main_message: guide.front.main_message.as_deref(),
        strength: guide.front.strength,
        strength_of: guide.front.strength_of.as_deref(),
        sections,
    };
    out.answer("read", &Read { guide, facts, sources })
}

/// The stretch of the section at `at`; a heading within an answer stands for the question.
fn section_range(guide: &Guide, at: usize) -> Range<usize> {
    let outline = guide.outline();
    let Ok(entry) = outline.entries.binary_search_by_key(&at, |entry| entry.at) else {
        let end = outline.entries.first().map_or(guide.source().len(), |entry| entry.at);
        return at..end;
    };
    let entry = outermost_question(outline, entry).unwrap_or(entry);
    outline.entries[entry].at..outline.end(entry, guide.source().len())
}

/// A section that stands in `range`. One that only asks a question which does is kept
/// with that question alone, since a question stands nowhere but in its section.
fn kept(mut asked: Asked, range: Option<&Range<usize>>) -> Option<Asked> {
    let Some(range) = range else { return Some(asked) };
    asked.questions.retain(|question| range.contains(&question.at));
    (range.contains(&asked.at) || !asked.questions.is_empty()).then_some(asked)
}

fn section(Asked { section, questions, .. }: Asked) -> Section {
    Section {
        text: plain(&section.blocks),
        citations: facts_cited(&section.blocks),
        questions: questions.iter().map(Question::of).collect(),
        id: section.id,
        level: section.level,
        title: section.title,
        path: section.path,
    }
}

fn facts_cited(blocks: &[Block]) -> Vec<String> {
    citations(blocks).into_iter().filter(|label| is_fact_id(label)).collect()
}

/// The facts of several lists, each once, in order.
pub fn facts_in<'a>(lists: impl Iterator<Item = &'a [String]>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    lists.flatten().filter(|id| seen.insert(id.as_str())).cloned().collect()
}

/// The listed facts with these ids, and their sources.
pub fn evidence_for<'e>(
    evidence: &'e Evidence,
    ids: &[String],
) -> (Vec<&'e Fact>, Vec<&'e Source>) {
    let facts = ids.iter().filter_map(|id| evidence.fact(id)).collect();
    (facts, evidence.sources_of(ids))
}
