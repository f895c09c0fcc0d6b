//! Builds blocks from the events of the parser.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

use super::attributes::{attributes, without};
use super::autolink::linked;
use super::level_of;
use crate::guide::block::{Align, Block, Face, Inline, Item, Kind, Run, Table};
use crate::guide::figure::{Bars, Icons};
use crate::guide::html;
use crate::guide::link::Target;
use crate::plain;

/// Blocks nested deeper than this are read as if they stood at this depth.
const DEEPEST: usize = 32;

/// Builds blocks from events with a stack of its own, so that no depth of nesting in a
/// file can exhaust the program's.
pub struct Builder<'t> {
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
    pub fn new(text: &'t str, before: usize, offset: usize) -> Self {
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

    pub fn finish(mut self) -> Vec<Block> {
        self.flush();
        while self.frames.len() > 1 {
            self.close();
        }
        self.frames.pop().map(|frame| frame.blocks).unwrap_or_default()
    }

    fn at(&self, range: &Range<usize>) -> usize {
        self.offset + range.start - self.before
    }

    pub fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
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
                let mut title = linked(std::mem::take(&mut self.inlines));
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
            TagEnd::TableCell => self.row.push(linked(std::mem::take(&mut self.inlines))),
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
            self.push(Block { at: self.started, kind: Kind::Paragraph(linked(inlines)) });
        }
    }

    fn push(&mut self, block: Block) {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.push(block);
        }
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
