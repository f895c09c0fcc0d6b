//! The shapes of JSON answers; the only place that knows them.

use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;

use super::faq::{self, Answered};
use crate::crisis::Crisis;
use crate::evidence::{Evidence, Fact, Source};
use crate::glossary::Term;
use crate::guide::{Guide, text};
use crate::keymap::Keymap;
use crate::library::{Fault, Library};

/// The version of these shapes: fields are added, never renamed.
const SCHEMA: u8 = 1;

/// Every answer: the schema, the command, and what it found.
#[derive(Serialize)]
pub struct Answer<T> {
    schema: u8,
    kind: &'static str,
    #[serde(flatten)]
    found: T,
}

fn answer<T>(kind: &'static str, found: T) -> Answer<T> {
    Answer { schema: SCHEMA, kind, found }
}

#[derive(Serialize)]
pub struct Guides {
    guides: Vec<GuideLine>,
}

#[derive(Serialize)]
struct GuideLine {
    id: String,
    title: String,
    summary: String,
    minutes: usize,
    reviewed: Option<Date>,
    sections: usize,
    questions: usize,
}

/// The list of guides, and the faults of those that cannot be read.
pub fn list(library: &Library) -> (Answer<Guides>, Vec<Fault>) {
    let mut faults = Vec::new();
    let guides = (0..library.len())
        .filter_map(|i| library.guide(i).map_err(|fault| faults.push(fault)).ok());
    let line = |guide: std::sync::Arc<Guide>| GuideLine {
        id: guide.id.clone(),
        title: guide.title(),
        summary: guide.summary().to_owned(),
        minutes: guide.minutes(),
        reviewed: guide.front.reviewed,
        sections: guide.section_count(),
        questions: guide.questions(),
    };
    let guides = guides.map(line).collect();
    (answer("list", Guides { guides }), faults)
}

#[derive(Serialize)]
pub struct Read<'a> {
    guide: GuideText,
    facts: Vec<&'a Fact>,
    sources: Vec<&'a Source>,
}

#[derive(Serialize)]
struct GuideText {
    id: String,
    title: String,
    summary: String,
    reviewed: Option<Date>,
    sections: Vec<SectionText>,
}

#[derive(Serialize)]
struct SectionText {
    id: String,
    level: u8,
    title: String,
    path: Vec<String>,
    text: String,
    citations: Vec<String>,
    questions: Vec<QuestionText>,
}

#[derive(Serialize)]
struct QuestionText {
    id: String,
    question: String,
    answer: String,
    citations: Vec<String>,
}

/// The sections that start within `range`, with the facts they cite and their sources.
pub fn read<'a>(guide: &Guide, evidence: &'a Evidence, range: Range<usize>) -> Answer<Read<'a>> {
    let outline = guide.outline();
    let start = |entry: Option<usize>| entry.map_or(guide.body(), |i| outline.entries[i].at);
    let mut sections: Vec<SectionText> = Vec::new();
    for section in guide.sections() {
        let at = start(section.entry);
        if !range.contains(&at) || outline.question_at(at).is_some() {
            continue;
        }
        sections.push(SectionText {
            text: text::plain(&section.blocks),
            citations: text::citations(&section.blocks),
            id: section.id,
            level: section.level,
            title: section.title,
            path: section.path,
            questions: Vec::new(),
        });
    }
    for answered in faq::questions(guide) {
        let question = QuestionText {
            answer: text::plain(&answered.blocks),
            citations: text::citations(&answered.blocks),
            id: answered.id,
            question: answered.question,
        };
        let within = guide.find(&question.id).is_some_and(|at| range.contains(&at));
        match sections.iter_mut().find(|section| section.id == answered.section) {
            Some(section) => section.questions.push(question),
            // A question asked for by itself stands in a section of its own.
            None if within => sections.push(SectionText {
                id: question.id.clone(),
                level: outline.find(&question.id).map_or(1, |i| outline.entries[i].level),
                title: question.question.clone(),
                path: outline
                    .find(&question.id)
                    .map(|i| outline.path(i).into_iter().map(str::to_owned).collect())
                    .unwrap_or_default(),
                text: String::new(),
                citations: Vec::new(),
                questions: vec![question],
            }),
            None => {}
        }
    }
    let mut cited: Vec<String> = Vec::new();
    for section in &sections {
        let questions = section.questions.iter().flat_map(|question| &question.citations);
        for id in section.citations.iter().chain(questions) {
            if !cited.contains(id) {
                cited.push(id.clone());
            }
        }
    }
    let facts = cited.iter().filter_map(|id| evidence.fact(id)).collect();
    let sources = evidence.sources_of(&cited);
    let guide = GuideText {
        id: guide.id.clone(),
        title: guide.title(),
        summary: guide.summary().to_owned(),
        reviewed: guide.front.reviewed,
        sections,
    };
    answer("read", Read { guide, facts, sources })
}

#[derive(Serialize)]
pub struct Questions {
    questions: Vec<Question>,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names)] // the contract names the fields
struct Question {
    guide: String,
    section: String,
    id: String,
    question: String,
    answer: String,
}

/// Questions with their answers.
pub fn faq<'a>(found: impl Iterator<Item = &'a Answered>) -> Answer<Questions> {
    let one = |answered: &Answered| Question {
        guide: answered.guide.clone(),
        section: answered.section.clone(),
        id: answered.id.clone(),
        question: answered.question.clone(),
        answer: text::plain(&answered.blocks),
    };
    answer("faq", Questions { questions: found.map(one).collect() })
}

#[derive(Serialize)]
pub struct Terms<'a> {
    terms: &'a [Term],
}

/// Terms of the glossary.
pub fn glossary(terms: &[Term]) -> Answer<Terms<'_>> {
    answer("glossary", Terms { terms })
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names)] // users know the fields by these names
pub struct Lines<'a> {
    checked: Option<Date>,
    lead: &'a str,
    lines: &'a [crate::crisis::Line],
}

/// The crisis lines.
pub fn crisis(crisis: &Crisis) -> Answer<Lines<'_>> {
    answer("crisis", Lines { checked: crisis.checked, lead: &crisis.lead, lines: &crisis.lines })
}

#[derive(Serialize)]
pub struct Keys {
    keys: Vec<Key>,
}

#[derive(Serialize)]
struct Key {
    action: &'static str,
    keys: Vec<String>,
    help: &'static str,
    contexts: Vec<&'static str>,
}

/// The key table.
pub fn keys(keymap: &Keymap) -> Answer<Keys> {
    let key = |row: &crate::keymap::Row| Key {
        action: row.action.into(),
        keys: row.keys.iter().map(crate::keymap::Chord::shown).collect(),
        help: row.action.help(),
        contexts: row.contexts.iter().map(|context| (*context).into()).collect(),
    };
    answer("keys", Keys { keys: keymap.rows.iter().map(key).collect() })
}

#[derive(Serialize)]
pub struct About<'a> {
    version: &'static str,
    dates: Vec<Dated<'a>>,
    text: String,
}

#[derive(Serialize)]
struct Dated<'a> {
    title: &'a str,
    date: Option<Date>,
}

/// What the program is.
pub fn about<'a>(dates: &'a [(String, Option<Date>)], markdown: &str) -> Answer<About<'a>> {
    let dates = dates.iter().map(|(title, date)| Dated { title, date: *date }).collect();
    answer("about", About { version: env!("CARGO_PKG_VERSION"), dates, text: words(markdown) })
}

#[derive(Serialize)]
pub struct Privacy {
    text: String,
}

/// What is kept and what is not.
pub fn privacy(markdown: &str) -> Answer<Privacy> {
    answer("privacy", Privacy { text: words(markdown) })
}

fn words(markdown: &str) -> String {
    let guide = Guide::new("", "", markdown.to_owned());
    let blocks: Vec<_> = (0..guide.pieces()).flat_map(|i| guide.blocks(i)).collect();
    text::plain(&blocks)
}
