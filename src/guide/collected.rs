//! A document put together from questions of other guides.
//!
//! It is a guide like any other to whoever shows it. Its pieces are read from the guides
//! they come from when they are looked at; links and notes keep leading where they led.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::block::{Block, Face, Inline, Kind, Run};
use super::figure::{Bars, Icons};
use super::front_matter::FrontMatter;
use super::link::{Target, joined};
use super::markdown::{is_fact_id, label_key};
use super::outline::{Entry, Outline};
use super::text::{citations, plain};
use super::{Guide, Section};

/// The level that questions get.
const QUESTION: u8 = 3;
/// Stands in the source for the link to the section that says more.
const MORE: &str = "\n[more]\n";

/// A guide that questions are taken from.
#[derive(Debug)]
pub struct Origin {
    guide: Arc<Guide>,
    /// Its sections that are no questions, with what they cite.
    told: OnceLock<Vec<Told>>,
}

/// A section and what it says of facts.
#[derive(Debug)]
struct Told {
    id: String,
    title: String,
    cites: Vec<String>,
    /// Letters it spends on each of them.
    length: usize,
}

/// A piece of a collected document.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A heading of ours, with buttons that open and close the answers under it.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        title: String,
    },
    /// A heading of ours over some of the questions of a guide, without buttons.
    Group(String),
    /// A sentence of ours.
    Paragraph(String),
    /// Entry `entry` of the outline of a guide: a question with its answer.
    Question {
        /// Where it comes from.
        origin: Arc<Origin>,
        /// Its place in that guide's outline.
        entry: usize,
    },
}

impl Origin {
    /// Questions are going to be taken from `guide`.
    #[must_use]
    pub fn new(guide: Arc<Guide>) -> Self {
        Self { guide, told: OnceLock::new() }
    }

    /// The guide.
    #[must_use]
    pub fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// The offsets at which a question starts and its answer ends.
    #[must_use]
    pub fn range(&self, entry: usize) -> Range<usize> {
        let outline = self.guide.outline();
        outline.entries[entry].at..outline.end(entry, self.guide.source().len())
    }

    /// The section that says most about the facts in `blocks`, which answer a question of
    /// the guide: its id and title.
    #[must_use]
    pub fn more(&self, blocks: &[Block]) -> Option<(&str, &str)> {
        let told = self.told.get_or_init(|| {
            let outline = self.guide.outline();
            let asked = |section: &Section| {
                outline.line_up(section.entry).any(|i| outline.entries[i].question)
            };
            let sections = self.guide.sections().into_iter().filter(|section| !asked(section));
            let told = sections.map(|section| {
                let cites = citations(&section.blocks);
                let length = plain(&section.blocks).len() / cites.len().max(1);
                Told { id: section.id, title: section.title, cites, length }
            });
            told.filter(|told| !told.cites.is_empty()).collect()
        });
        let cited = citations(blocks);
        let says = |told: &&Told| {
            told.length * told.cites.iter().filter(|fact| cited.contains(fact)).count()
        };
        let most = told.iter().rev().max_by_key(says)?;
        (says(&most) > 0).then_some((most.id.as_str(), most.title.as_str()))
    }

    /// The blocks of a question and its answer as they stand at `start` of a collected
    /// document.
    fn blocks(&self, entry: usize, start: usize) -> Vec<Block> {
        let range = self.range(entry);
        let mut blocks = self.guide.blocks_in(range.clone());
        let question = &self.guide.outline().entries[entry];
        let (id, title) = self.more(&blocks).map_or_else(
            || (question.id.clone(), self.guide.title()),
            |(id, title)| (id.to_owned(), title.to_owned()),
        );
        let moved = Moved { origin: &self.guide.id, from: range.start, to: start };
        moved.blocks(&mut blocks);
        for block in &mut blocks {
            if let Kind::Heading { level, .. } = &mut block.kind {
                *level = deeper(*level, question.level);
            }
        }
        let at = start + range.len() + 1;
        let target = Target::Guide { path: path(&self.guide.id), section: Some(id) };
        let text = |text: String, link: Option<Target>| {
            let link = link.map(Arc::new);
            Inline::Text(Run { text, at, face: Face::default(), link })
        };
        let more = vec![text("More in the guide: ".to_owned(), None), text(title, Some(target))];
        blocks.push(Block { at, kind: Kind::Paragraph(more) });
        blocks
    }
}

/// The path by which a link finds a guide from the top of its library.
fn path(id: &str) -> String {
    format!("{id}.md")
}

/// The level of a heading that stood at `level` in the answer to a question at `question`.
fn deeper(level: u8, question: u8) -> u8 {
    (QUESTION + level.saturating_sub(question)).min(6)
}

/// A note's label, or the key of one, in a collected document. A fact has a number of its
/// own in every guide.
fn label(origin: &str, label: &str) -> String {
    format!("{origin}#{label}")
}

/// The fact that a note's label names, in a guide or a collected document.
#[must_use]
pub fn fact_of(label: &str) -> Option<&str> {
    label.rsplit('#').next().filter(|id| is_fact_id(id))
}

/// Takes blocks of a guide to another place in another document.
struct Moved<'a> {
    origin: &'a str,
    from: usize,
    to: usize,
}

impl Moved<'_> {
    fn at(&self, at: &mut usize) {
        *at = at.saturating_sub(self.from) + self.to;
    }

    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            self.at(&mut block.at);
            match &mut block.kind {
                Kind::Heading { title: inlines, .. } | Kind::Paragraph(inlines) => {
                    self.inlines(inlines);
                }
                Kind::Quote { blocks, .. } => self.blocks(blocks),
                Kind::Note { label: name, blocks } => {
                    *name = label(self.origin, name);
                    self.blocks(blocks);
                }
                Kind::List { items, .. } => {
                    for item in items {
                        self.blocks(&mut item.blocks);
                    }
                }
                Kind::Table(table) => {
                    let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                    cells.for_each(|cell| self.inlines(cell));
                }
                Kind::Icons(Icons { fact, .. }) | Kind::Bars(Bars { fact, .. }) => {
                    fact.each(|id| *id = label(self.origin, id));
                }
                Kind::Code(_) | Kind::Rule => {}
            }
        }
    }

    fn inlines(&self, inlines: &mut [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(run) => {
                    self.at(&mut run.at);
                    if let Some(link) = &run.link {
                        run.link = Some(Arc::new(self.target(link)));
                    }
                }
                Inline::Note { label: name, at } => {
                    *name = label(self.origin, name);
                    self.at(at);
                }
                Inline::Break => {}
            }
        }
    }

    fn target(&self, target: &Target) -> Target {
        match target {
            Target::Here(section) => {
                Target::Guide { path: path(self.origin), section: Some(section.clone()) }
            }
            Target::Guide { path, section } => {
                let path = joined(self.origin, path).unwrap_or_else(|| path.clone());
                Target::Guide { path, section: section.clone() }
            }
            other => other.clone(),
        }
    }
}

impl Guide {
    /// A document of such pieces. The outline of each guide they come from is read.
    #[must_use]
    pub fn collected(title: &str, pieces: Vec<Piece>) -> Self {
        let mut source = String::new();
        let (mut cuts, mut entries, mut notes) = (vec![], Vec::new(), Vec::new());
        let mut above = [None; 2];
        let mut last: Option<&Arc<Origin>> = None;
        for piece in &pieces {
            let at = source.len();
            cuts.push(at);
            match piece {
                Piece::Heading { title, .. } | Piece::Group(title) => {
                    let buttons = matches!(piece, Piece::Heading { .. });
                    let level = if let Piece::Heading { level, .. } = piece { *level } else { 2 };
                    let up = usize::from(level > 1);
                    above[up..].fill(Some(entries.len()));
                    entries.push(Entry {
                        at,
                        level,
                        id: format!("group-{}", entries.len()),
                        title: title.clone(),
                        classes: buttons.then(|| "faq".to_owned()).into_iter().collect(),
                        question: false,
                        parent: if up == 1 { above[0] } else { None },
                    });
                    source.push_str(title);
                    source.push('\n');
                }
                Piece::Paragraph(text) => {
                    source.push_str(text);
                    source.push('\n');
                }
                Piece::Question { origin, entry } => {
                    let (guide, range) = (&origin.guide, origin.range(*entry));
                    let outline = guide.outline();
                    let shift = entries.len();
                    let first = &outline.entries[*entry];
                    let own = outline.entries[*entry..].iter().enumerate();
                    for (i, own) in own.take_while(|(_, own)| range.contains(&own.at)) {
                        entries.push(Entry {
                            at: own.at - range.start + at,
                            level: deeper(own.level, first.level),
                            id: format!("{}#{}", guide.id, own.id),
                            parent: if i == 0 {
                                above[1]
                            } else {
                                own.parent.map(|up| up + shift - entry)
                            },
                            // Questions within an answer are part of it.
                            question: i == 0,
                            classes: Vec::new(),
                            title: own.title.clone(),
                        });
                    }
                    if last.is_none_or(|last| !Arc::ptr_eq(last, origin)) {
                        let numbered = outline.notes();
                        notes.extend(
                            numbered.map(|(name, n)| (label_key(&label(&guide.id, name)), n)),
                        );
                    }
                    last = Some(origin);
                    source.push_str(&guide.source()[range]);
                    source.push_str(MORE);
                }
            }
        }
        if cuts.is_empty() {
            cuts.push(0);
        }
        Self {
            id: String::new(),
            file: String::new(),
            front: FrontMatter { title: Some(title.to_owned()), ..FrontMatter::default() },
            faults: Vec::new(),
            end: source.len(),
            source,
            body: 0,
            cuts,
            outline: OnceLock::from(Outline::collected(entries, notes)),
            opening: OnceLock::new(),
            density: OnceLock::new(),
            pieces: Some(pieces),
        }
    }
}

/// The blocks of piece `i`, which starts at `at`.
pub(super) fn blocks(pieces: &[Piece], i: usize, at: usize) -> Vec<Block> {
    match pieces.get(i) {
        Some(Piece::Heading { level, title }) => {
            vec![Block { at, ..Block::heading(*level, title) }]
        }
        // Without a rule below, as it stands close to others of its kind.
        Some(Piece::Group(title)) => vec![Block { at, ..Block::heading(3, title) }],
        Some(Piece::Paragraph(text)) => vec![Block { at, ..Block::paragraph(text) }],
        Some(Piece::Question { origin, entry }) => origin.blocks(*entry, at),
        None => Vec::new(),
    }
}

/// What the note `name` of a collected document says, and where it stands.
pub(super) fn note(pieces: &[Piece], name: &str) -> Option<Vec<Block>> {
    // A guide's id and a note's label may both hold a `#`.
    pieces.iter().find_map(|piece| {
        let Piece::Question { origin, .. } = piece else { return None };
        origin.guide.note(name.strip_prefix(origin.guide.id.as_str())?.strip_prefix('#')?)
    })
}
