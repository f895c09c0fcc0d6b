//! Reads Markdown into blocks; the only place that knows how it is parsed.
//!
//! A piece of a document is read by itself. What it refers to elsewhere in the document
//! (link definitions, footnotes) comes in through [`Definitions`].

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, Options,
    Parser, Tag, TagEnd,
};

use super::block::{Align, Block, Face, Inline, Item, Kind, Run, Table};
use super::figure::{Bars, Icons};
use super::html;
use super::link::Target;
use crate::plain;

/// Blocks nested deeper than this are read as if they stood at this depth.
const DEEPEST: usize = 32;

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

/// The braces at the end of a heading.
struct Attributes<'a> {
    /// As written, braces included.
    written: &'a str,
}

impl Attributes<'_> {
    fn read(self) -> (Option<String>, Vec<String>) {
        let words = self.written.trim_matches(['{', '}']).split_whitespace();
        let mut id = None;
        let mut classes = Vec::new();
        for word in words {
            if let Some(name) = word.strip_prefix('#') {
                id.get_or_insert_with(|| plain::one_line(name));
            } else if let Some(class) = word.strip_prefix('.') {
                classes.push(plain::one_line(class));
            }
        }
        (id, classes)
    }
}

/// The attributes of a heading given as source: braces at its end in which each word
/// begins with `#` or `.` and says more than that.
fn attributes(source: &str) -> Option<Attributes<'_>> {
    let line = source.trim_end();
    // An underlined heading has its words on the lines before the underline.
    let line = match line.rsplit_once('\n') {
        Some((words, under)) if under.trim().bytes().all(|b| b == b'=' || b == b'-') => {
            words.trim_end()
        }
        _ => line,
    };
    // Closing marks, as in `## Title {#id} ##`.
    let bare = line.trim_end_matches('#').trim_end();
    let line = if line.ends_with('#') { bare } else { line };
    let open = line.strip_suffix('}')?.rfind('{')?;
    let written = &line[open..];
    let mut words = written[1..written.len() - 1].split_whitespace().peekable();
    words.peek()?;
    let attribute = |word: &str| word.len() > 1 && word.starts_with(['#', '.']);
    let escaped = line[..open].ends_with('\\');
    (!escaped && words.all(attribute)).then_some(Attributes { written })
}

/// Builds blocks from events with a stack of its own, so that no depth of nesting in a
/// file can exhaust the program's.
struct Builder<'t> {
    text: &'t str,
    before: usize,
    offset: usize,
    frames: Vec<Frame>,
    /// Containers that were too deep to get a frame.
    too_deep: usize,
    inlines: Vec<Inline>,
    /// Where the current running text starts.
    started: usize,
    face: Face,
    bold: usize,
    italic: usize,
    strike: usize,
    links: Vec<Option<Arc<Target>>>,
    /// Text of a code or HTML block being read.
    literal: Option<(usize, String, String)>,
    table: Option<Table>,
    row: Vec<Vec<Inline>>,
}

struct Frame {
    at: usize,
    blocks: Vec<Block>,
    container: Container,
}

enum Container {
    Document,
    Quote(Option<&'static str>),
    List { start: Option<u64>, items: Vec<Item>, tight: bool },
    Item(Option<bool>),
    Note(String),
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, before: usize, offset: usize) -> Self {
        Self {
            text,
            before,
            offset,
            frames: vec![Frame { at: offset, blocks: Vec::new(), container: Container::Document }],
            too_deep: 0,
            inlines: Vec::new(),
            started: offset,
            face: Face::default(),
            bold: 0,
            italic: 0,
            strike: 0,
            links: Vec::new(),
            literal: None,
            table: None,
            row: Vec::new(),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.flush();
        while self.frames.len() > 1 {
            self.close();
        }
        self.frames.pop().map(|frame| frame.blocks).unwrap_or_default()
    }

    fn at(&self, range: &Range<usize>) -> usize {
        self.offset + range.start - self.before
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        let at = self.at(range);
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.words(&text, at);
            }
            Event::Code(text) => {
                let face = self.face;
                self.face.code = true;
                self.words(&text, at);
                self.face = face;
            }
            Event::Html(html) => match &mut self.literal {
                Some((_, _, text)) => text.push_str(&html),
                None => self.literal = Some((at, String::new(), html.to_string())),
            },
            Event::InlineHtml(tag) => {
                if html::is_break(&tag) {
                    self.inlines.push(Inline::Break);
                } else if let Some(alt) = html::alt(&tag) {
                    self.words(&alt, at);
                }
            }
            Event::FootnoteReference(label) => {
                self.inlines.push(Inline::Note { label: plain::one_line(&label), at });
            }
            Event::SoftBreak => self.words(" ", at),
            Event::HardBreak => self.inlines.push(Inline::Break),
            Event::Rule => {
                self.flush();
                self.push(Block { at, kind: Kind::Rule });
            }
            Event::TaskListMarker(done) => {
                if let Some(Frame { container: Container::Item(task), .. }) = self.frames.last_mut()
                {
                    *task = Some(done);
                } else {
                    self.words(if done { "[x] " } else { "[ ] " }, at);
                }
            }
        }
    }

    fn words(&mut self, text: &str, at: usize) {
        if let Some((_, _, literal)) = &mut self.literal {
            literal.push_str(text);
            return;
        }
        if self.inlines.is_empty() {
            self.started = at;
        }
        let link = self.links.last().cloned().flatten();
        // Adjacent text in one face is one run, so that words are never split.
        if let Some(Inline::Text(run)) = self.inlines.last_mut()
            && run.face == self.face
            && run.link == link
            && run.at + run.text.len() == at
        {
            run.text.push_str(&plain::harmless(text));
            return;
        }
        let text = plain::harmless(text).into_owned();
        self.inlines.push(Inline::Text(Run { text, at, face: self.face, link }));
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => {
                self.flush();
                self.started = at;
            }
            Tag::BlockQuote(kind) => self.open(Container::Quote(kind.map(alert)), at),
            Tag::List(start) => {
                self.open(Container::List { start, items: Vec::new(), tight: true }, at);
            }
            Tag::Item => self.open(Container::Item(None), at),
            Tag::FootnoteDefinition(label) => {
                self.open(Container::Note(plain::one_line(&label)), at);
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.literal = Some((at, info, String::new()));
            }
            Tag::HtmlBlock => {
                self.flush();
                self.literal = Some((at, String::new(), String::new()));
            }
            Tag::Table(aligns) => {
                self.flush();
                self.started = at;
                let aligns = aligns.into_iter().map(align).collect();
                self.table = Some(Table { aligns, ..Table::default() });
            }
            Tag::TableHead | Tag::TableRow => self.row = Vec::new(),
            Tag::TableCell => self.inlines.clear(),
            Tag::Emphasis => {
                self.italic += 1;
                self.face.italic = true;
            }
            Tag::Strong => {
                self.bold += 1;
                self.face.bold = true;
            }
            Tag::Strikethrough => {
                self.strike += 1;
                self.face.strike = true;
            }
            Tag::Link { dest_url, .. } => {
                self.links.push(Some(Arc::new(Target::parse(&dest_url))));
            }
            // An image is shown by its alternative text, in a link it leads where the link does.
            Tag::Image { .. } => self.links.push(self.links.last().cloned().flatten()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph => {
                if let Some(Frame { container: Container::Item(_), .. }) = self.frames.last() {
                    self.loosen();
                }
                self.flush();
            }
            TagEnd::Heading(level) => {
                let mut title = std::mem::take(&mut self.inlines);
                if let Some(found) = attributes(&self.text[range.clone()]) {
                    without(&mut title, found.written);
                }
                let at = self.at(range);
                self.push(Block { at, kind: Kind::Heading { level: level_of(level), title } });
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.flush();
                if self.too_deep > 0 {
                    self.too_deep -= 1;
                } else {
                    self.close();
                }
            }
            TagEnd::CodeBlock => {
                if let Some((at, info, text)) = self.literal.take() {
                    self.push(Block { at, kind: code(&info, &text) });
                }
            }
            TagEnd::HtmlBlock => {
                if let Some((at, _, text)) = self.literal.take() {
                    for words in html::words(&text) {
                        let run = Run { text: words, at, face: Face::default(), link: None };
                        self.push(Block { at, kind: Kind::Paragraph(vec![Inline::Text(run)]) });
                    }
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    let at = self.at(range);
                    self.push(Block { at, kind: Kind::Table(table) });
                }
            }
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.head = std::mem::take(&mut self.row);
                }
            }
            TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(std::mem::take(&mut self.row));
                }
            }
            TagEnd::TableCell => self.row.push(std::mem::take(&mut self.inlines)),
            TagEnd::Emphasis => {
                self.italic = self.italic.saturating_sub(1);
                self.face.italic = self.italic > 0;
            }
            TagEnd::Strong => {
                self.bold = self.bold.saturating_sub(1);
                self.face.bold = self.bold > 0;
            }
            TagEnd::Strikethrough => {
                self.strike = self.strike.saturating_sub(1);
                self.face.strike = self.strike > 0;
            }
            TagEnd::Link | TagEnd::Image => {
                self.links.pop();
            }
            _ => {}
        }
    }

    fn open(&mut self, container: Container, at: usize) {
        self.flush();
        if self.frames.len() >= DEEPEST {
            self.too_deep += 1;
        } else {
            self.frames.push(Frame { at, blocks: Vec::new(), container });
        }
    }

    fn close(&mut self) {
        let Some(Frame { at, blocks, container }) = self.frames.pop() else { return };
        let kind = match container {
            Container::Document => return,
            Container::Quote(alert) => Kind::Quote { alert, blocks },
            Container::Note(label) => Kind::Note { label, blocks },
            Container::List { start, mut items, tight } => {
                if !blocks.is_empty() {
                    items.push(Item { task: None, blocks });
                }
                Kind::List { start, items, tight }
            }
            Container::Item(task) => {
                if let Some(Frame { container: Container::List { items, .. }, .. }) =
                    self.frames.last_mut()
                {
                    items.push(Item { task, blocks });
                }
                return;
            }
        };
        self.push(Block { at, kind });
    }

    /// A paragraph of its own in an item makes the list a loose one.
    fn loosen(&mut self) {
        if let [.., Frame { container: Container::List { tight, .. }, .. }, _] =
            self.frames.as_mut_slice()
        {
            *tight = false;
        }
    }

    /// Ends running text that has no paragraph of its own, as in tight lists.
    fn flush(&mut self) {
        if self.table.is_some() {
            return;
        }
        let inlines = std::mem::take(&mut self.inlines);
        if !inlines.is_empty() {
            self.push(Block { at: self.started, kind: Kind::Paragraph(inlines) });
        }
    }

    fn push(&mut self, block: Block) {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.push(block);
        }
    }
}

/// Takes `written` off the end of a heading's words.
fn without(title: &mut Vec<Inline>, written: &str) {
    let mut left = written.len();
    while left > 0 {
        let Some(Inline::Text(run)) = title.last_mut() else { return };
        let trimmed = run.text.trim_end().len();
        run.text.truncate(trimmed);
        let cut = run.text.len().saturating_sub(left);
        if !run.text.is_char_boundary(cut) {
            return;
        }
        left -= run.text.len() - cut;
        run.text.truncate(cut);
        let rest = run.text.trim_end().len();
        run.text.truncate(rest);
        if !run.text.is_empty() {
            return;
        }
        title.pop();
    }
}

fn code(info: &str, text: &str) -> Kind {
    let picture = match info {
        "icons" => Icons::parse(text).map(Kind::Icons).ok(),
        "bars" => Bars::parse(text).map(Kind::Bars).ok(),
        _ => None,
    };
    picture.unwrap_or_else(|| Kind::Code(plain::harmless(text).into_owned()))
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}
