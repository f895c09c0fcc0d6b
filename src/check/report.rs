//! What a check found, and how much it looked at.

use std::cell::OnceCell;

use super::made::Made;
use super::{Held, Text};
use crate::crisis;
use crate::guide::Guide;
use crate::library::{CRISIS, Fault, QUESTIONS, TableText};
use crate::plain::one_line;

/// A rule.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::EnumIter,
)]
#[strum(serialize_all = "lowercase")]
pub enum Code {
    /// Links, anchors, terms, facts and sources resolve.
    Link,
    /// Figures and claims are those of the facts their sentence refers to.
    Figure,
    /// A rate stands beside what it is compared with.
    Comparison,
    /// Facts name sources that can be found.
    Source,
    /// Nothing is older than its promise.
    Date,
    /// Crisis help is complete and current.
    Crisis,
    /// Words that mislead or hurt are absent.
    Words,
    /// The text can be read by tired people.
    Grade,
    /// The parts of a guide are there, in measure.
    Shape,
    /// Nobody is told what to do or to take.
    Advice,
    /// No word is lost in a narrow window.
    Width,
    /// No sign steers a terminal or upsets its columns.
    Sign,
    /// Rows of a list of clinics can be found, called and traced.
    Clinic,
    /// Figures of the calculator stand in facts, or are said to be taken without.
    Cost,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Level {
    /// It must be mended.
    Fault,
    /// It is worth a look.
    Warning,
}

/// Something found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file, with whatever signs its name has.
    pub file: String,
    /// The line, from 1; none when the file as a whole is meant.
    pub line: Option<usize>,
    /// The rule.
    pub code: Code,
    /// How much it weighs.
    pub level: Level,
    /// What is wrong and what to do.
    pub message: String,
}

impl Finding {
    /// A fault met while reading files.
    pub(super) fn of(fault: &Fault, code: Code) -> Self {
        let Fault { file, line, message } = fault.clone();
        Self { file, line, code, level: Level::Fault, message }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let code: &str = self.code.into();
        let level = if self.level == Level::Warning { "warning: " } else { "" };
        let file = one_line(&self.file);
        match self.line {
            Some(line) => write!(f, "{file}:{line}: {code}: {level}{}", self.message),
            None => write!(f, "{file}: {code}: {level}{}", self.message),
        }
    }
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// Files of text, guides of ours and others.
    pub guides: usize,
    /// Sections of them that are no questions.
    pub sections: usize,
    /// Questions that they answer.
    pub questions: usize,
    /// References to facts.
    pub citations: usize,
    /// Facts.
    pub facts: usize,
    /// Sources.
    pub sources: usize,
    /// Terms of the glossary.
    pub terms: usize,
    /// Crisis lines.
    pub crisis_lines: usize,
    /// Rules that lead from lay words to those of the guides.
    pub synonyms: usize,
    /// Rows of lists of clinics.
    pub clinics: usize,
    /// Routes of the calculator.
    pub routes: usize,
}

impl Checked {
    pub(super) fn count(&mut self, text: &Text) {
        self.guides += 1;
        self.questions += text.guide.questions();
        self.sections += text.parts.iter().filter(|part| !part.question).count();
        let passages = text.parts.iter().flat_map(super::Part::passages);
        self.citations += passages.map(|passage| passage.marks.len()).sum::<usize>();
    }
}

/// All that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// By file and line.
    pub findings: Vec<Finding>,
    /// How much was looked at.
    pub checked: Checked,
}

impl Report {
    /// How many findings must be mended.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.findings.iter().filter(|finding| finding.level == Level::Fault).count()
    }

    /// How many are worth a look.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.findings.len() - self.faults()
    }

    /// Takes in what another check found.
    pub fn append(&mut self, mut other: Self) {
        self.findings.append(&mut other.findings);
        let (own, more) = (&mut self.checked, other.checked);
        own.guides += more.guides;
        own.sections += more.sections;
        own.questions += more.questions;
        own.citations += more.citations;
        own.facts += more.facts;
        own.sources += more.sources;
        own.terms += more.terms;
        own.crisis_lines += more.crisis_lines;
        own.synonyms += more.synonyms;
        own.clinics += more.clinics;
        own.routes += more.routes;
    }

    pub(super) fn add(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    pub(super) fn sort(&mut self) {
        self.findings.sort_by(|a, b| (&a.file, a.line, a.code).cmp(&(&b.file, b.line, b.code)));
        self.findings.dedup();
    }
}

/// Signs of one file that are told one by one.
const TOLD: usize = 20;

/// The first of the signs found in a file, and how many more there are.
pub(super) fn few(mut found: Vec<(usize, String)>) -> Vec<(usize, String)> {
    if let Some((at, _)) = found.get(TOLD) {
        let (at, more) = (*at, found.len() - TOLD);
        found.truncate(TOLD);
        found.push((at, format!("and {more} more signs like these: is it a text?")));
    }
    found
}

/// Takes findings of one guide, given by byte offsets of its text.
pub(super) struct Findings<'a> {
    guide: &'a Guide,
    file: String,
    /// The table that the guide was put together from.
    table: Option<TableText>,
    /// Where its parts stand in that table.
    made: OnceCell<Made>,
    /// Where the lines of that table end, or those of the guide.
    lines: OnceCell<Vec<usize>>,
    report: &'a mut Report,
}

impl<'a> Findings<'a> {
    pub fn new(text: &Text<'a>, held: &Held, report: &'a mut Report) -> Self {
        let from = if text.guide.id == crisis::ID { CRISIS } else { QUESTIONS };
        let from = text.made.then_some(from);
        let table = from.and_then(|name| held.library.own_table(name).ok().flatten());
        let (file, made, lines) = (text.file.clone(), OnceCell::new(), OnceCell::new());
        Self { guide: text.guide, file, table, made, lines, report }
    }

    /// The line, from 1, of byte offset `at`.
    fn line(&self, at: usize) -> usize {
        let (text, at) = match &self.table {
            Some(table) => {
                let made = self.made.get_or_init(|| Made::of(self.guide, &table.text));
                (&*table.text, made.at(self.guide, at))
            }
            None => (self.guide.source(), at),
        };
        let ends = || text.match_indices('\n').map(|(end, _)| end).collect();
        self.lines.get_or_init(ends).partition_point(|end| *end < at) + 1
    }

    /// Something that must be mended.
    pub fn fault(&mut self, code: Code, at: usize, message: String) {
        self.add(code, Level::Fault, at, message);
    }

    /// Something worth a look.
    pub fn warning(&mut self, code: Code, at: usize, message: String) {
        self.add(code, Level::Warning, at, message);
    }

    fn add(&mut self, code: Code, level: Level, at: usize, message: String) {
        let (file, line) = (self.file.clone(), Some(self.line(at)));
        self.report.add(Finding { file, line, code, level, message });
    }
}
