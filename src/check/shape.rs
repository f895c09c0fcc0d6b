//! The parts of a guide are there, in measure.

use toml::de::DeTable;

use super::prose::{Place, words};
use super::report::{Code, Findings};
use super::{Part, Text, spelled};
use crate::guide::block::Kind;
use crate::guide::figure::{Bars, Icons, Undrawn};
use crate::guide::front_matter::{Misread, TextFault};
use crate::guide::text::{each_block, plain};
use crate::plain::{line_at, one_line};

/// Words between two headings at most.
const SECTION: usize = 150;
/// Words in an answer at most.
const ANSWER: usize = 90;
/// Words in the main message at most.
const MESSAGE: usize = 40;
/// Questions at least.
const QUESTIONS: usize = 10;

/// Checks front matter, headings, sections, answers, and the balance of good and bad points.
pub fn check(text: &Text, findings: &mut Findings) {
    front(text, findings);
    headings(text, findings);
    main_message(text, findings);
    for part in &text.parts {
        section(part, findings);
    }
    answers(text, findings);
    balance(text, findings);
    parts(text, findings);
}

fn front(text: &Text, findings: &mut Findings) {
    let mut unknown = text.front.unknown().peekable();
    let misread = |fault: &TextFault| fault.kind == Misread::FrontMatter;
    if unknown.peek().is_some() || text.guide.faults.iter().any(misread) {
        // Which field was meant for which is not known, or is said already.
        return unknown.for_each(|(at, message)| findings.fault(Code::Shape, at, message));
    }
    let front = &text.guide.front;
    let fields = [
        ("title", front.title.is_some()),
        ("summary", front.summary.is_some()),
        ("order", front.order.is_some()),
        ("topics", !front.topics.is_empty()),
        ("reviewed", front.reviewed.is_some()),
        ("main_message", front.main_message.is_some()),
        ("strength", front.strength.is_some()),
        ("prices_checked", front.prices_checked.is_some() || !text.guide.source().contains('$')),
    ];
    for (field, there) in fields {
        if !there {
            findings.fault(Code::Shape, 0, format!("front matter lacks `{field}`"));
        }
    }
}

fn headings(text: &Text, findings: &mut Findings) {
    let outline = text.guide.outline();
    for entry in &outline.entries {
        let source = &text.guide.source()[entry.at..];
        let line = source.lines().next().unwrap_or("");
        if !line.contains(&format!("#{}", entry.id)) {
            let message =
                format!("\"{}\" has no id: end its heading with {{#{}}}", entry.title, entry.id);
            findings.fault(Code::Shape, entry.at, message);
        }
        if entry.question && !entry.title.ends_with('?') {
            let message = format!("\"{}\" is a question without a question mark", entry.title);
            findings.fault(Code::Shape, entry.at, message);
        }
    }
}

/// A picture of numbers that cannot be read is shown as it is written.
pub fn pictures(text: &Text, findings: &mut Findings) {
    for part in &text.parts {
        each_block(&part.section.blocks, &mut |block| {
            let fenced = &text.guide.source()[block.at..];
            let (opening, below) = fenced.split_once('\n').unwrap_or((fenced, ""));
            let inside = block.at + opening.len() + 1;
            let wrong = match (&block.kind, opening.trim_start_matches(['`', '~', ' ']).trim()) {
                (Kind::Code(body), "icons") => Icons::parse(body).err().map(|wrong| (body, wrong)),
                (Kind::Code(body), "bars") => Bars::parse(body).err().map(|wrong| (body, wrong)),
                (Kind::Icons(_) | Kind::Bars(_), _) => None,
                _ => return,
            };
            if let Some((body, Undrawn { at, message })) = wrong {
                // The body lacks what the lines of a list begin with.
                let above = below.split_inclusive('\n').take(line_at(body.as_bytes(), at) - 1);
                let message = format!("the picture is not drawn: {}", one_line(&message));
                findings.fault(Code::Shape, inside + above.map(str::len).sum::<usize>(), message);
            }
            let end = ["\n```", "\n~~~"].iter().filter_map(|fence| below.find(fence)).min();
            let written = &below[..end.unwrap_or(below.len())];
            if let Ok(table) = DeTable::parse(written) {
                for (at, message) in spelled::wrong(table.get_ref(), written, true) {
                    findings.fault(Code::Sign, inside + at, message);
                }
            }
        });
    }
}

/// The main message stands in the text too, before the first heading.
fn main_message(text: &Text, findings: &mut Findings) {
    let Some(message) = &text.guide.front.main_message else { return };
    let at = text.front.field("main_message").at;
    let long = words(message).count();
    if long > MESSAGE {
        let wrong = format!("the main message has {long} words: {MESSAGE} are enough");
        findings.fault(Code::Shape, at, wrong);
    }
    if !plain(text.opening()).contains(message.as_str()) {
        let wrong = "the main message does not stand, word for word, before the first heading";
        findings.fault(Code::Shape, at, wrong.to_owned());
    }
}

fn section(part: &Part, findings: &mut Findings) {
    if part.question {
        return;
    }
    let own = part.passages().filter(|passage| passage.place != Place::Boxed);
    let own = own.filter(|passage| !matches!(passage.place, Place::Row | Place::Head));
    let long: usize = own.map(|passage| words(&passage.text).count()).sum();
    if long > SECTION {
        let message = format!("{long} words between two headings: part them; {SECTION} are enough");
        findings.fault(Code::Shape, part.heading.at(0), message);
    }
}

fn answers(text: &Text, findings: &mut Findings) {
    let outline = text.guide.outline();
    for part in text.parts.iter().filter(|part| part.question) {
        let Some(entry) = part.section.entry.map(|entry| &outline.entries[entry]) else { continue };
        let long = words(&plain(&part.section.blocks)).count();
        if long > ANSWER {
            let message = format!("an answer of {long} words: {ANSWER} are enough");
            findings.fault(Code::Shape, entry.at, message);
        }
        if long == 0 {
            findings.fault(Code::Shape, entry.at, "a question without an answer".to_owned());
        }
    }
    let asked = text.guide.questions();
    if asked < QUESTIONS {
        let heading = outline.entries.iter().find(|entry| entry.is("faq"));
        let at = heading.map_or(text.guide.body(), |heading| heading.at);
        let message = format!(
            "{asked} questions under a heading marked {{.faq}}: at least {QUESTIONS} are wanted"
        );
        findings.fault(Code::Shape, at, message);
    }
}

/// Good and bad points stand under headings marked `.good` and `.bad`.
fn balance(text: &Text, findings: &mut Findings) {
    let outline = text.guide.outline();
    let marked = |class: &str| {
        let of_class = outline.entries.iter().enumerate().filter(|(_, entry)| entry.is(class));
        of_class.map(|(i, entry)| (entry.at, length(text, i))).collect::<Vec<_>>()
    };
    let (good, bad) = (marked("good"), marked("bad"));
    for (class, found) in [("good", &good), ("bad", &bad)] {
        if found.is_empty() {
            let message = format!(
                "no heading is marked {{.{class}}}: give good and bad points each their section"
            );
            findings.fault(Code::Shape, text.guide.body(), message);
        }
    }
    let total = |found: &[(usize, usize)]| found.iter().map(|(_, long)| long).sum::<usize>();
    let (for_it, against) = (total(&good), total(&bad));
    if let Some((at, _)) = good.first()
        && !bad.is_empty()
        && (for_it > 2 * against || against > 2 * for_it)
    {
        let message = format!(
            "{for_it} words of good points and {against} of bad ones: neither may be twice the other"
        );
        findings.fault(Code::Shape, *at, message);
    }
}

/// Words under heading `i`, those of the headings under it left out.
fn length(text: &Text, i: usize) -> usize {
    let under = |part: &&Part| text.guide.outline().line_up(part.section.entry).any(|up| up == i);
    let passages = text.parts.iter().filter(under).flat_map(Part::passages);
    passages.map(|passage| words(&passage.text).count()).sum()
}

/// The short version, and what is known and what is not.
fn parts(text: &Text, findings: &mut Findings) {
    let at = text.guide.body();
    for (id, what) in [
        ("the-short-version", "3 to 6 bullets"),
        ("known-and-not", "what is known and what is not"),
        ("next-step", "what to do next"),
    ] {
        if text.guide.find(id).is_none() {
            findings.fault(Code::Shape, at, format!("no section {{#{id}}}: {what}"));
        }
    }
    let short = text.parts.iter().find(|part| part.section.id == "the-short-version");
    let bullets = short.map(|part| {
        let lists = part.section.blocks.iter().filter_map(|block| match &block.kind {
            Kind::List { items, .. } => Some(items.len()),
            _ => None,
        });
        lists.sum::<usize>()
    });
    if let (Some(part), Some(bullets)) = (short, bullets)
        && !(3..=6).contains(&bullets)
    {
        let message = format!("the short version has {bullets} bullets: 3 to 6 are wanted");
        findings.fault(Code::Shape, part.heading.at(0), message);
    }
}
