//! Reads Markdown into blocks; the only place that knows how it is parsed.
//!
//! A piece of a document is read by itself. What it refers to elsewhere in the document
//! (link definitions, footnotes) comes in through [`Definitions`].

mod attributes;
mod autolink;
mod builder;
mod escape;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
};

use super::block::Block;
use super::figure::{Bars, Icons};
use crate::plain;
use attributes::{Attributes, attributes};
use builder::Builder;
pub use escape::{address, escaped, is_address, paragraph};

/// What holds for a whole document: its link definitions and footnotes by label.
#[derive(Debug, Default)]
pub struct Definitions {
    /// Link addresses by [`label_key`].
    pub links: HashMap<String, String>,
    /// Footnote labels by [`label_key`], with the offset of their definition.
    pub notes: HashMap<String, usize>,
}

impl Definitions {
    /// True when `[^label]` is a reference: the document defines it, or it is a fact's id.
    #[must_use]
    pub fn is_note(&self, label: &str) -> bool {
        is_fact_id(label) || self.notes.contains_key(&label_key(label))
    }
}

/// True for ids of the form `F-PTSD-031`, which stand for facts and need no definition.
#[must_use]
pub fn is_fact_id(label: &str) -> bool {
    let mut parts = label.split('-');
    parts.next() == Some("F")
        && parts.next().is_some_and(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_uppercase()))
        && parts.next().is_some_and(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()))
        && parts.next().is_none()
}

/// The form in which labels are compared: case and blanks do not matter.
#[must_use]
pub fn label_key(label: &str) -> String {
    plain::one_line(label).to_lowercase()
}

/// A heading as it stands in a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Byte offset in the document.
    pub at: usize,
    /// 1 to 6.
    pub level: u8,
    /// Its words.
    pub title: String,
    /// An id the author gave it.
    pub id: Option<String>,
    /// Classes the author gave it, such as `faq`.
    pub classes: Vec<String>,
}

/// What a whole document needs to know of one piece.
#[derive(Debug, Default)]
pub struct Survey {
    /// The headings in order, those in quotes and lists included.
    pub headings: Vec<Heading>,
    /// Link definitions: label and address.
    pub links: Vec<(String, String)>,
    /// Footnote definitions: label and byte offset in the document.
    pub notes: Vec<(String, usize)>,
    /// References to footnotes and facts, in order.
    pub cited: Vec<String>,
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// A piece with the definitions of the footnotes it refers to written before it, since
/// the parser takes a reference without a definition for text; the length of what was
/// written before.
fn prepared(piece: &str, defined: &Definitions) -> (String, usize) {
    let mut labels: Vec<&str> = Vec::new();
    let mut seen = HashSet::new();
    for (start, _) in piece.match_indices("[^") {
        let rest = &piece[start + 2..];
        let Some(end) = rest.find([']', '\n']) else { continue };
        let label = &rest[..end];
        if rest[end..].starts_with(']') && defined.is_note(label) && seen.insert(label) {
            labels.push(label);
        }
    }
    let mut text = String::new();
    for label in labels {
        text.push_str("[^");
        text.push_str(label);
        text.push_str("]: .\n\n");
    }
    if !text.is_empty() {
        // Ends the last definition, so that an indented first line does not belong to it.
        text.push_str("<!---->\n\n");
    }
    let before = text.len();
    text.push_str(piece);
    (text, before)
}

/// Reads `piece`, which starts at byte `offset` of its document, into blocks.
#[must_use]
pub fn blocks(piece: &str, offset: usize, defined: &Definitions) -> Vec<Block> {
    let (text, before) = prepared(piece, defined);
    let mut builder = Builder::new(&text, before, offset);
    each_event(&text, defined, |event, range| {
        if range.start >= before {
            builder.event(event, &range);
        }
    });
    builder.finish()
}

/// Surveys `piece`, which starts at byte `offset` of its document.
#[must_use]
pub fn survey(piece: &str, offset: usize, defined: &Definitions) -> Survey {
    let (text, before) = prepared(piece, defined);
    let mut survey = Survey::default();
    let mut heading: Option<(usize, u8, String)> = None;
    let definitions = each_event(&text, defined, |event, range| {
        if range.start < before {
            return;
        }
        let at = offset + range.start - before;
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                heading = Some((at, level_of(level), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some((at, level, title)) = heading.take() {
                    let attributes = attributes(&text[range]);
                    let title = match &attributes {
                        Some(found) => {
                            title.trim_end().strip_suffix(found.written).unwrap_or(&title)
                        }
                        None => &title,
                    };
                    let title = plain::one_line(title);
                    let (id, classes) = attributes.map(Attributes::read).unwrap_or_default();
                    survey.headings.push(Heading { at, level, title, id, classes });
                }
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, _, title)) = &mut heading {
                    title.push_str(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some((_, _, title)) = &mut heading {
                    title.push(' ');
                }
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                survey.notes.push((label.to_string(), at));
            }
            Event::FootnoteReference(label) => survey.cited.push(label.to_string()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                if info.as_ref() == "icons" || info.as_ref() == "bars" =>
            {
                survey.cited.extend(cited_by_picture(&text[range], &info));
            }
            _ => {}
        }
    });
    survey.links = definitions;
    survey
}

/// The facts of a picture of numbers, given as the whole fenced block.
fn cited_by_picture(fenced: &str, kind: &str) -> Vec<String> {
    let body = fenced.split_once('\n').map_or("", |(_, body)| body);
    let body = body.trim_end().trim_end_matches(['`', '~']);
    let facts = match kind {
        "icons" => Icons::parse(body).map(|icons| icons.fact),
        _ => Bars::parse(body).map(|bars| bars.fact),
    };
    facts.map(|facts| facts.ids().to_vec()).unwrap_or_default()
}

/// Hands every event to `take` and returns the link definitions of the text itself.
fn each_event<'a>(
    text: &'a str,
    defined: &Definitions,
    mut take: impl FnMut(Event<'a>, Range<usize>),
) -> Vec<(String, String)> {
    let known = |link: BrokenLink<'a>| {
        let address = defined.links.get(&label_key(&link.reference))?;
        Some((CowStr::from(address.clone()), CowStr::Borrowed("")))
    };
    let mut events =
        Parser::new_with_broken_link_callback(text, options(), Some(known)).into_offset_iter();
    for (event, range) in events.by_ref() {
        take(event, range);
    }
    let mut found: Vec<_> = events
        .reference_definitions()
        .iter()
        .map(|(label, link)| (link.span.start, label.to_owned(), link.dest.to_string()))
        .collect();
    found.sort();
    found.into_iter().map(|(_, label, address)| (label, address)).collect()
}

fn level_of(level: HeadingLevel) -> u8 {
    level as u8
}
