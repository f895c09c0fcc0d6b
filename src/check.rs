//! The authors' compiler: what must hold of guides and of the tables beside them.
//!
//! A guide of ours is held to every rule; any other Markdown file to those on links, width
//! and signs. A guide of ours is one whose front matter, between `+++` lines, has fields
//! that only guides of ours have, or is near enough to have been meant so; that of other
//! programs is left alone. Where facts lie beside it, a file without any is told to have some.

mod clauses;
mod clinics;
mod comparison;
mod cost;
mod crisis;
mod dates;
mod figure;
mod front;
mod grade;
mod link;
mod made;
mod number;
mod prose;
mod report;
mod shape;
mod sign;
mod spelled;
mod spot;
mod strength;
mod tables;
mod width;
mod wording;

use std::cell::OnceCell;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::evidence::Evidence;
use crate::guide::block::Block;
use crate::guide::front_matter::{self, Misread, TextFault, is_meant};
use crate::guide::{Guide, Section};
use crate::library::{CLINICS, COSTS, FACTS, Fault, Library, TableText};
use front::Front;
use prose::{Group, Passage};
use report::Findings;

pub use grade::{Grade, grade};
pub use report::{Checked, Code, Finding, Level, Report};

/// Folders that are named one by one.
const FOLDERS: usize = 5;

/// Said of a file that holds what no text holds.
const NO_TEXT: &str = "no text: a NUL byte stands here, so nothing else of it is checked";

/// What guides are held against.
struct Held<'a> {
    /// Where links lead.
    library: &'a Library,
    /// Where they lead beyond it.
    bundled: &'a Library,
    today: Date,
    /// True when facts lie beside the guides: each file is meant as a guide of ours.
    meant: bool,
    /// Addresses on the web that a guide may name.
    hosts: OnceCell<Vec<String>>,
    /// False when facts, sources or terms of the library's own cannot be read: that is
    /// said once, and nothing is held against them.
    listed: bool,
}

/// The guides and tables that come with the program, read once.
fn bundled() -> &'static Library {
    static BUNDLED: OnceLock<Library> = OnceLock::new();
    BUNDLED.get_or_init(Library::bundled)
}

impl<'a> Held<'a> {
    fn new(library: &'a Library, today: Date) -> Self {
        let meant = library.own_table(FACTS).is_ok_and(|table| table.is_some());
        let listed = tables::can_be_read(library);
        Self { library, bundled: bundled(), today, meant, hosts: OnceCell::new(), listed }
    }

    fn evidence(&self) -> &Evidence {
        self.library.evidence()
    }
}

/// A guide under check.
struct Text<'a> {
    guide: &'a Guide,
    file: String,
    front: Front<'a>,
    parts: Vec<Part>,
    /// True for a guide put together from a table, whose shape the program gives it.
    made: bool,
}

/// A section, read into passages.
struct Part {
    section: Section,
    /// It is a question, or stands in an answer.
    question: bool,
    heading: Passage,
    groups: Vec<Group>,
}

impl Text<'_> {
    /// Where `words` stand in the fenced block that starts at byte offset `at`; there when
    /// they are written otherwise.
    fn in_picture(&self, at: usize, words: &str) -> usize {
        let block = &self.guide.source()[at..];
        let end = block.find("\n```").unwrap_or(block.len());
        block[..end].find(words).map_or(at, |found| at + found)
    }

    /// The blocks before the first heading.
    fn opening(&self) -> &[Block] {
        let first = self.parts.first().filter(|part| part.section.entry.is_none());
        first.map_or(&[], |part| &part.section.blocks)
    }
}

impl Part {
    /// Its own words, the heading left out, each passage a paragraph.
    fn passages(&self) -> impl Iterator<Item = &Passage> {
        self.groups.iter().flat_map(|group| &group.passages)
    }
}

fn text(guide: &Guide, file: String, made: bool) -> Text<'_> {
    let outline = guide.outline();
    let part = |section: Section| Part {
        heading: prose::heading(guide, &section),
        groups: prose::groups(&section.blocks),
        question: outline.line_up(section.entry).any(|i| outline.entries[i].question),
        section,
    };
    let parts = guide.sections().into_iter().map(part).collect();
    Text { guide, file, front: Front::of(guide.source()), parts, made }
}

/// Checks the guides of a library and its own tables. `today` decides what is too old.
#[must_use]
pub fn library(library: &Library, today: Date) -> Report {
    let held = Held::new(library, today);
    let mut report = Report::default();
    for fault in &library.faults {
        report.add(Finding::of(fault, Code::Shape));
    }
    let passed_over = library.passed_over();
    if !passed_over.is_empty() {
        report.add(not_read(library, &passed_over));
    }
    for i in 0..library.len() {
        one(i, &held, &mut report);
    }
    tables::check(&held, &mut report);
    match library.own_table(CLINICS) {
        Ok(Some(text)) => clinics::check(&text, today, &mut report),
        Ok(None) => {}
        Err(fault) => report.add(Finding::of(&fault, Code::Clinic)),
    }
    routes(&held, &mut report);
    report.sort();
    report
}

/// Checks a list of clinics alone.
#[must_use]
pub fn clinics(text: &TableText, today: Date) -> Report {
    let mut report = Report::default();
    clinics::check(text, today, &mut report);
    report.sort();
    report
}

/// Checks a library's own table of routes alone.
#[must_use]
pub fn costs(library: &Library, today: Date) -> Report {
    let mut report = Report::default();
    routes(&Held::new(library, today), &mut report);
    report.sort();
    report
}

fn routes(held: &Held, report: &mut Report) {
    match held.library.own_table(COSTS) {
        Ok(Some(text)) => cost::check(&text, held, report),
        Ok(None) => {}
        Err(fault) => report.add(Finding::of(&fault, Code::Cost)),
    }
}

/// Checks guide `i` of a library alone.
#[must_use]
pub fn guide(library: &Library, i: usize, today: Date) -> Report {
    let held = Held::new(library, today);
    let mut report = Report::default();
    one(i, &held, &mut report);
    report.sort();
    report
}

/// Tables that lie in folders below are those of other libraries.
fn not_read(library: &Library, folders: &[String]) -> Finding {
    let (first, rest) = folders.split_at(folders.len().min(FOLDERS));
    let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
    Finding {
        file: library.folder_of_tables(),
        line: None,
        code: Code::Shape,
        level: Level::Warning,
        message: format!(
            "the tables in {}{more} are not read: to check them name their folder",
            first.join(", ")
        ),
    }
}

/// Checks guide `i`; where all files are meant as guides of ours it has to be one.
fn one(i: usize, held: &Held, report: &mut Report) {
    let library = held.library;
    let guide = match library.guide(i) {
        Ok(guide) => guide,
        Err(fault) => {
            let fault = Fault { file: library.file_of(i), ..fault };
            return report.add(Finding::of(&fault, Code::Shape));
        }
    };
    let ours = front_matter::toml(guide.source()).is_some_and(|(body, _)| is_meant(body));
    let fault = |line: usize, message: &str| Fault {
        file: library.file_of(i),
        line: Some(line),
        message: message.to_owned(),
    };
    if let Some(at) = guide.source().find('\0').filter(|_| !ours) {
        report.checked.guides += 1;
        return report.add(Finding::of(&fault(guide.line(at), NO_TEXT), Code::Sign));
    }
    let is_of_front = |fault: &TextFault| fault.kind == Misread::FrontMatter;
    if held.meant && !ours && !guide.faults.iter().any(is_of_front) {
        let message = "no front matter: begin with a line +++, since facts lie beside it";
        report.add(Finding::of(&fault(1, message), Code::Shape));
    }
    for TextFault { kind, line, message } in &guide.faults {
        let code = match kind {
            // That is said with what may have been meant.
            Misread::Field => continue,
            Misread::FrontMatter => Code::Shape,
            Misread::Bytes => Code::Sign,
        };
        report.add(Finding::of(&fault(*line, message), code));
    }
    let text = text(&guide, library.file_of(i), library.is_made(i));
    report.checked.count(&text);
    let mut findings = Findings::new(&text, held, report);
    link::check(&text, held, ours, &mut findings);
    width::check(&text, &mut findings);
    sign::check(&text, ours, &mut findings);
    for (at, message) in text.front.signs(ours) {
        findings.fault(Code::Sign, at, message);
    }
    if ours {
        if held.listed {
            figure::check(&text, held, &mut findings);
            strength::check(&text, held, &mut findings);
        }
        comparison::check(&text, held, &mut findings);
        crisis::check(&text, held, &mut findings);
        wording::check(&text, &mut findings);
        grade::check(&text, &mut findings);
        dates::check(&text, held, &mut findings);
        shape::pictures(&text, &mut findings);
        if !text.made {
            shape::check(&text, &mut findings);
        }
    }
}
