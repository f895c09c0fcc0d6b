//! The shapes of JSON answers; the only place that knows them.

mod cost;
mod escaped;
mod read;

use std::io::{self, Write};
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::faq::Group;
use super::out::Out;
use crate::check::{Finding, Report};
use crate::clinic::Clinic;
use crate::clinic::closed::Closed;
use crate::clinic::place::Place as From;
use crate::crisis;
use crate::evidence::{Evidence, Strength};
use crate::glossary::Term;
use crate::guide::front_matter::FrontMatter;
use crate::guide::text::plain;
use crate::guide::{Guide, age};
use crate::keymap::{Chord, Keymap, Patch};
use crate::library::Fault;
use crate::page::Glyphs;
use crate::search::{Correction, Place, Query, Shown};
use crate::settings::{Chosen, Setting, Value};

pub use cost::{cost, cost_text};
use escaped::Escaped;
pub use read::read;
use read::{Question, evidence_for, facts_in};

/// The version of the shapes. Fields may be added to it, never renamed or removed.
const SCHEMA: u8 = 1;

#[derive(Serialize)]
struct Answer<'a, T> {
    schema: u8,
    kind: &'a str,
    #[serde(flatten)]
    body: &'a T,
}

/// Writes the answer of a command on one line.
pub fn write(
    to: &mut impl Write,
    kind: &str,
    body: &impl Serialize,
    glyphs: Glyphs,
) -> io::Result<()> {
    let answer = Answer { schema: SCHEMA, kind, body };
    let mut to = serde_json::Serializer::with_formatter(to, Escaped(glyphs));
    Ok(answer.serialize(&mut to)?)
}

/// `list`.
#[derive(Serialize)]
pub struct List {
    pub guides: Vec<Row>,
}

/// A guide in `list`.
#[derive(Serialize)]
pub struct Row {
    id: String,
    title: String,
    summary: String,
    minutes: usize,
    reviewed: Option<Date>,
    prices_checked: Option<Date>,
    main_message: Option<String>,
    strength: Option<Strength>,
    strength_of: Option<String>,
    topics: Vec<String>,
    /// What is older than its promise.
    notices: Vec<String>,
    sections: usize,
    questions: usize,
}

impl Row {
    pub fn of(guide: &Guide, today: Date) -> Self {
        // The outline first: with it the title is certain.
        let sections = guide.section_count();
        let FrontMatter { prices_checked, main_message, strength, strength_of, topics, .. } =
            guide.front.clone();
        let notices = age::notices(&guide.front, today);
        Self {
            prices_checked,
            main_message,
            strength,
            strength_of,
            topics,
            notices: notices.into_iter().map(|notice| notice.text).collect(),
            id: guide.id.clone(),
            title: guide.title(),
            summary: guide.summary().to_owned(),
            minutes: guide.minutes(),
            reviewed: guide.front.reviewed,
            sections,
            questions: guide.questions(),
        }
    }
}

/// Prints `faq`.
pub fn faq(out: &mut Out, groups: &[Group], evidence: &Evidence) -> io::Result<()> {
    #[derive(Serialize)]
    struct Asked<'a> {
        guide: &'a str,
        section: &'a str,
        #[serde(flatten)]
        question: Question,
        /// The section that says more, as `read` takes it.
        more: Option<String>,
    }
    let asked = groups.iter().flat_map(|group| {
        let id = &group.origin.guide().id;
        group.questions.iter().map(move |(section, question)| Asked {
            guide: id,
            section,
            question: Question::of(question),
            more: group.origin.more(&question.blocks).map(|(more, _)| format!("{id}#{more}")),
        })
    });
    let questions: Vec<_> = asked.collect();
    let cited = facts_in(questions.iter().map(|asked| asked.question.citations.as_slice()));
    let (facts, sources) = evidence_for(evidence, &cited);
    let body = serde_json::json!({ "questions": questions, "facts": facts, "sources": sources });
    out.answer("faq", &body)
}

/// Prints `search`.
pub fn search(out: &mut Out, typed: &str, query: &Query, hits: &[Shown]) -> io::Result<()> {
    let correction =
        |word: &Correction| serde_json::json!({ "typed": word.typed, "read": word.read });
    let lead =
        |(said, means): &(String, String)| serde_json::json!({ "said": said, "means": means });
    let hit = |hit: &Shown| {
        let kind = match hit.place {
            Place::Crisis | Place::Section { .. } => "section",
            Place::Question { .. } => "faq",
            Place::Term(_) => "term",
            Place::Clinic(_) => "clinic",
        };
        serde_json::json!({
            "kind": kind, "guide": hit.guide, "id": hit.id, "title": hit.title, "path": hit.path,
            "snippet": hit.snippet.text, "score": hit.score, "through": hit.lead.as_ref().map(lead),
            "also": hit.also,
        })
    };
    let body = serde_json::json!({
        "query": typed,
        "hits": hits.iter().map(hit).collect::<Vec<_>>(),
        "corrected": query.corrections.iter().map(correction).collect::<Vec<_>>(),
        "crisis": query.crisis,
    });
    out.answer("search", &body)
}

/// Prints `clinics` and `clinic`. `near` is where distances are reckoned from, `counts` how
/// many were found in all, and how many of those looked through state no price.
pub fn clinics(
    out: &mut Out,
    kind: &str,
    clinics: &[(Clinic, Option<f64>)],
    near: Option<(&str, &From)>,
    counts: Option<(usize, usize)>,
) -> io::Result<()> {
    let rows: Vec<_> = clinics.iter().map(|(clinic, miles)| clinic_row(clinic, *miles)).collect();
    let mut body = serde_json::json!({ "clinics": rows });
    if let Some((query, place)) = near {
        let (point, matched) = (place.point, &place.matched);
        body["place"] = serde_json::json!({
            "query": query, "lat": point.lat, "lon": point.lon, "matched": matched,
        });
    }
    if let Some((total, not_stated)) = counts {
        body["total"] = total.into();
        body["not_stated"] = not_stated.into();
    }
    out.answer(kind, &body)
}

/// Prints `clinics --closed`.
pub fn closed(out: &mut Out, closed: &[Closed]) -> io::Result<()> {
    let row = |closed: &Closed| {
        let Closed { name, scope, says, when, sources } = closed;
        serde_json::json!({
            "name": name, "scope": scope, "what_the_source_says": says, "when": when,
            "sources": sources,
        })
    };
    let rows: Vec<_> = closed.iter().map(row).collect();
    out.answer("clinics", &serde_json::json!({ "clinics": [], "closed": rows }))
}

/// A clinic with every column of the list; what is not stated is null.
fn clinic_row(clinic: &Clinic, miles: Option<f64>) -> serde_json::Value {
    let Clinic { id, name, kind, city, state, zip, address, phone, website, .. } = clinic;
    let stated = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    // Prices have two decimals at most, which a double holds.
    #[allow(clippy::cast_precision_loss)]
    let dollars = |cents: u64| cents as f64 / 100.0;
    let price = clinic.price.as_ref();
    // Distances between points of towns are not known to the foot.
    let miles = miles.map(|miles| (miles * 100.0).round() / 100.0);
    serde_json::json!({
        "id": id, "name": name, "kind": stated(kind), "city": stated(city), "state": state,
        "zip": zip, "address": address, "phone": phone, "website": website,
        "lat": clinic.point.map(|point| point.lat), "lon": clinic.point.map(|point| point.lon),
        "geo": clinic.geo, "treatments": clinic.treatments, "therapy": clinic.therapy,
        "conditions": clinic.conditions, "led_by": clinic.led_by,
        "price_treatment": price.and_then(|price| stated(&price.unit)),
        "price_low_usd": price.map(|price| dollars(price.low)),
        "price_high_usd": price.map(|price| dollars(price.high)),
        "price_includes": price.and_then(|price| price.includes.clone()),
        "price_page": price.and_then(|price| price.page.clone()),
        "price_page_date": price.and_then(|price| price.page_date.clone()),
        "price_basis": price.and_then(|price| price.basis.clone()),
        "other_prices": clinic.other_prices, "package_price": clinic.package_price,
        "insurance": clinic.insurance, "va_care": clinic.va_care,
        "telehealth_states": clinic.telehealth_states, "seen": clinic.seen,
        "status": clinic.status, "sources": clinic.sources, "note": clinic.note,
        "distance_miles": miles,
    })
}

/// `crisis`.
#[derive(Serialize)]
pub struct Crisis<'a> {
    title: &'a str,
    lead: &'a str,
    checked: Option<Date>,
    lines: &'a [crisis::Line],
    notes: &'a [crisis::Note],
}

impl<'a> Crisis<'a> {
    pub fn of(crisis: &'a crisis::Crisis) -> Self {
        let crisis::Crisis { title, lead, checked, lines, notes, .. } = crisis;
        Self { title, lead, checked: *checked, lines, notes }
    }
}

/// `glossary`.
#[derive(Serialize)]
pub struct Glossary<'a> {
    pub terms: Vec<&'a Term>,
}

/// `keys`.
#[derive(Serialize)]
pub struct Keys {
    keys: Vec<Key>,
}

#[derive(Serialize)]
struct Key {
    action: &'static str,
    keys: Vec<String>,
    help: &'static str,
    /// Where they work; everywhere when empty.
    contexts: Vec<&'static str>,
}

impl Keys {
    pub fn of(keymap: &Keymap) -> Self {
        let key = |row: &crate::keymap::Row| Key {
            action: row.action.into(),
            keys: row.keys.iter().map(Chord::shown).collect(),
            help: row.action.help(),
            contexts: row.contexts.iter().map(|context| (*context).into()).collect(),
        };
        Self { keys: keymap.rows.iter().map(key).collect() }
    }
}

/// Prints `check`.
pub fn check(out: &mut Out, report: &Report) -> io::Result<()> {
    let finding = |finding: &Finding| {
        let (code, level): (&str, &str) = (finding.code.into(), finding.level.into());
        serde_json::json!({
            "file": finding.file, "line": finding.line, "code": code, "level": level,
            "message": finding.message,
        })
    };
    let checked = &report.checked;
    let body = serde_json::json!({
        "faults": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "checked": {
            "guides": checked.guides, "sections": checked.sections,
            "questions": checked.questions, "citations": checked.citations,
            "facts": checked.facts, "sources": checked.sources, "terms": checked.terms,
            "crisis_lines": checked.crisis_lines, "synonyms": checked.synonyms,
            "clinics": checked.clinics, "routes": checked.routes,
        },
    });
    out.answer("check", &body)
}

/// Prints `config`.
pub fn config(out: &mut Out, chosen: &Chosen) -> io::Result<()> {
    let value = |value: &Value| match value {
        Value::Text(text) => serde_json::json!(text),
        Value::Number(number) => serde_json::json!(number),
        Value::Switch(on) => serde_json::json!(on),
        Value::List(names) => {
            serde_json::json!(names.iter().map(|(name, _)| name).collect::<Vec<_>>())
        }
    };
    let setting = |row: &Setting| serde_json::json!({ "name": row.name, "value": value(&row.value), "from": row.from });
    let key = |row: &Patch| {
        let on: Vec<_> = row.keys.iter().map(|(key, _)| key.shown()).collect();
        let places: Vec<&str> = row.contexts.iter().map(|context| (*context).into()).collect();
        serde_json::json!({ "run": row.name(), "on": on, "in": places, "line": row.line })
    };
    let fault = |fault: &Fault| serde_json::json!({ "file": fault.file, "line": fault.line, "message": fault.message });
    let body = serde_json::json!({
        "file": chosen.file.as_ref().map(|_| chosen.name()),
        "exists": chosen.exists,
        "settings": chosen.listed.iter().map(setting).collect::<Vec<_>>(),
        "keys": chosen.keys.iter().map(key).collect::<Vec<_>>(),
        "faults": chosen.faults.iter().map(fault).collect::<Vec<_>>(),
        "warnings": chosen.lost.iter().map(fault).collect::<Vec<_>>(),
    });
    out.answer("config", &body)
}

/// Prints `about`.
pub fn about(
    out: &mut Out,
    page: &Guide,
    guides: &[Arc<Guide>],
    crisis_checked: Option<Date>,
) -> io::Result<()> {
    let row = |guide: &Arc<Guide>| {
        let (reviewed, prices_checked) = (guide.front.reviewed, guide.front.prices_checked);
        serde_json::json!({
            "id": guide.id, "title": guide.title(),
            "reviewed": reviewed, "prices_checked": prices_checked,
        })
    };
    let body = serde_json::json!({
        "version": env!("CARGO_PKG_VERSION"),
        "guides": guides.iter().map(row).collect::<Vec<_>>(),
        "crisis_checked": crisis_checked,
        "clinics_compiled": crate::clinic::COMPILED,
        "licences": {
            "code": env!("CARGO_PKG_LICENSE"), "guides": "CC-BY-4.0",
            "clinics": "facts", "places": "GeoNames, CC-BY-4.0",
        },
        "text": words(page),
    });
    out.answer("about", &body)
}

/// Prints `privacy`.
pub fn privacy(out: &mut Out, page: &Guide) -> io::Result<()> {
    // Nothing is ever stored, so the list of what is stored is always empty.
    let body = serde_json::json!({ "stored": [], "network": false, "text": words(page) });
    out.answer("privacy", &body)
}

/// The words of a page, headings included.
fn words(page: &Guide) -> String {
    let blocks: Vec<_> = (0..page.pieces()).flat_map(|i| page.blocks(i)).collect();
    plain(&blocks)
}
