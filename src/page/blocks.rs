//! Blocks become lines, each container with its margin.

mod code;
mod questions;

use std::collections::HashMap;

use super::flow::{Flow, Part, Word, joined, width};
use super::{Hit, Line, Page, Parts, Role, Span, Stop, Style};
use crate::guide::block::{Block, Inline, Item, Kind, plain};
use crate::guide::outline::Outline;

/// Running text keeps at least this many columns; deeper containers get no margin.
const NARROWEST: usize = 12;

/// The numbers on the page of the first stop and hit of a flow.
#[derive(Debug, Clone, Copy)]
pub struct Base {
    stops: usize,
    hits: usize,
}

/// Sets blocks into lines.
pub struct Setter<'a> {
    pub style: &'a Style<'a>,
    pub outline: Option<&'a Outline>,
    pub(super) page: Page,
    /// What stands left of each line.
    margin: Vec<Span>,
    /// What stands left of the next line instead, as a bullet does.
    first: Option<Vec<Span>>,
    /// Bulleted lists around this block.
    depth: usize,
    /// True when the next block is to be set apart from what stands above.
    apart: bool,
    /// How many hits start at each offset.
    hits_at: HashMap<usize, usize>,
    /// No line starts at a later offset: signs that stand for others can be longer.
    last: usize,
}

impl<'a> Setter<'a> {
    pub fn new(style: &'a Style<'a>, outline: Option<&'a Outline>) -> Self {
        Self {
            style,
            outline,
            page: Page::default(),
            margin: Vec::new(),
            first: None,
            depth: 0,
            apart: false,
            hits_at: HashMap::new(),
            last: usize::MAX,
        }
    }

    pub fn finish(self) -> Page {
        self.page
    }

    /// Columns left for running text.
    fn width(&self) -> usize {
        let margin: usize = self.margin.iter().map(Span::width).sum();
        self.style.width.saturating_sub(margin).max(1)
    }

    /// Columns left for tables and code.
    pub fn wide(&self) -> usize {
        let margin: usize = self.margin.iter().map(Span::width).sum();
        self.style.wide.max(self.style.width).saturating_sub(margin).max(1)
    }

    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        let at = block.at;
        match &block.kind {
            Kind::Heading { level, title } => {
                self.set_apart(at);
                self.running(title, Role::Heading(*level), at);
                if *level <= 2 {
                    let text = self.style.glyphs.rule();
                    let words = self.page.lines.iter().rfind(|line| !line.is_blank());
                    let last = words.map_or(0, Line::width);
                    let margin: usize = self.margin.iter().map(Span::width).sum();
                    let columns = last.saturating_sub(margin).clamp(1, self.width());
                    self.line(vec![Span::new(text.repeat(columns), Role::Mark)], at);
                }
                self.apart = true;
            }
            Kind::Paragraph(inlines) => {
                self.set_apart(at);
                self.running(inlines, Role::Text, at);
                self.apart = true;
            }
            Kind::Code(text) => {
                self.set_apart(at);
                self.code(text, at);
                self.apart = true;
            }
            Kind::Quote { alert, blocks } => {
                self.set_apart(at);
                let bar = Span::new(self.style.glyphs.quote(), Role::Mark);
                let margin = bar.text.clone();
                self.within(vec![bar], &margin, |setter| {
                    if let Some(label) = alert {
                        setter.running(&plain(label), Role::Alert, at);
                    }
                    setter.blocks(blocks);
                    if blocks.is_empty() && alert.is_none() {
                        setter.line(Vec::new(), at);
                    }
                });
                self.apart = true;
            }
            Kind::List { start, items, tight } => self.list(*start, items, *tight, at),
            Kind::Table(table) => {
                self.set_apart(at);
                self.table(table, at);
                self.apart = true;
            }
            Kind::Rule => {
                self.set_apart(at);
                let text = self.style.glyphs.rule().repeat(self.width());
                self.line(vec![Span::new(text, Role::Mark)], at);
                self.apart = true;
            }
            Kind::Note { label, blocks } => {
                self.set_apart(at);
                let number = self.outline.and_then(|outline| outline.number(label));
                let mark = number.map_or_else(|| format!("[{label}] "), |n| format!("[{n}] "));
                let mark = self.style.glyphs.show(&mark).into_owned();
                let margin = " ".repeat(width(&mark).min(6));
                self.within(vec![Span::new(mark, Role::Note)], &margin, |setter| {
                    setter.blocks(blocks);
                });
                self.apart = true;
            }
            Kind::Icons(icons) => {
                self.set_apart(at);
                self.icons(icons, at);
                self.apart = true;
            }
            Kind::Bars(bars) => {
                self.set_apart(at);
                self.bars(bars, at);
                self.apart = true;
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Item], tight: bool, at: usize) {
        self.set_apart(at);
        let last = start.map(|start| start.saturating_add(items.len() as u64));
        let columns = last.map_or(2, |last| last.to_string().len() + 2);
        for (i, item) in items.iter().enumerate() {
            if i > 0 && tight {
                self.apart = false;
            }
            let at = item.blocks.first().map_or(at, |block| block.at);
            self.set_apart(at);
            let mark = match (item.task, start) {
                (Some(true), _) => "[x] ".to_owned(),
                (Some(false), _) => "[ ] ".to_owned(),
                (None, Some(start)) => {
                    let number = format!("{}. ", start.saturating_add(i as u64));
                    format!("{number:>columns$}")
                }
                (None, None) => format!("{} ", self.style.glyphs.bullet(self.depth)),
            };
            let margin = " ".repeat(width(&mark));
            self.depth += 1;
            self.within(vec![Span::new(mark, Role::Mark)], &margin, |setter| {
                if item.blocks.is_empty() {
                    setter.line(Vec::new(), at);
                }
                for (i, block) in item.blocks.iter().enumerate() {
                    if tight && i > 0 {
                        setter.apart = false;
                    }
                    setter.block(block);
                }
            });
            self.depth -= 1;
            self.apart = true;
        }
    }

    /// Sets lines with a margin: `first` before the first of them, `margin` before the
    /// others. Where too little would be left for text, `first` gets a line of its own.
    pub fn within(&mut self, first: Vec<Span>, margin: &str, set: impl FnOnce(&mut Self)) {
        let room = self.width() >= NARROWEST + width(margin);
        let role = first.first().map_or(Role::Mark, |span| span.role);
        let outer_first = self.first.take().unwrap_or_else(|| self.margin.clone());
        let outer = self.margin.len();
        self.first = Some(outer_first.into_iter().chain(first).collect());
        if room {
            self.margin
                .push(Span::new(margin, if margin.trim().is_empty() { Role::Text } else { role }));
        } else {
            self.line(Vec::new(), self.page.lines.last().map_or(0, |line| line.at));
        }
        self.apart = false;
        set(self);
        self.margin.truncate(outer);
        self.first = None;
    }

    /// A blank line, unless one is there or nothing stands above.
    fn set_apart(&mut self, at: usize) {
        if std::mem::take(&mut self.apart) {
            self.blank(at);
        }
    }

    fn blank(&mut self, at: usize) {
        // Bars of quotes go on through blank lines.
        let quoted = self.margin.iter().rposition(|span| span.role == Role::Mark);
        let spans = self.margin[..quoted.map_or(0, |i| i + 1)].to_vec();
        // It belongs to what stands above, so that a place is never a blank line before it.
        let at = self.page.lines.last().map_or(at, |line| line.at);
        self.page.lines.push(Line { spans, at });
    }

    /// Adds a line behind the margin.
    pub fn line(&mut self, spans: Vec<Span>, at: usize) {
        let mut all = self.first.take().unwrap_or_else(|| self.margin.clone());
        all.extend(spans);
        // Offsets never go back from one line to the next: places are found by them.
        let at = self.page.lines.last().map_or(at, |line| line.at.max(at)).min(self.last);
        self.page.lines.push(Line { spans: all, at });
        if self.style.roomy {
            self.blank(at);
        }
    }

    pub fn flow(&self, role: Role) -> Flow<'a> {
        let mut flow = Flow::new(self.style.glyphs, role, self.style.addresses, self.outline);
        flow.find = self.style.find;
        flow
    }

    /// Sets running text.
    pub fn running(&mut self, inlines: &[Inline], role: Role, at: usize) {
        let mut flow = self.flow(role);
        flow.inlines(inlines);
        self.flowed(flow, at);
    }

    /// Sets words that are ready.
    pub fn flowed(&mut self, mut flow: Flow<'_>, at: usize) {
        let base = self.take(&mut flow);
        if self.style.only_find {
            return;
        }
        let before = self.page.lines.len();
        for (i, words) in flow.lines(self.width()).into_iter().enumerate() {
            // The first line of a block is found by where the block starts.
            let first = words.first().map_or(at, |word| word.at);
            self.words(&words, base, if i == 0 { at } else { first });
        }
        if self.page.lines.len() == before {
            self.line(Vec::new(), at);
        }
    }

    /// Takes over the stops and hits of a flow.
    pub fn take(&mut self, flow: &mut Flow<'_>) -> Base {
        let base = Base { stops: self.page.stops.len(), hits: self.page.hits.len() };
        let stops = std::mem::take(&mut flow.stops).into_iter();
        self.page.stops.extend(stops.map(|what| Stop { what, parts: Vec::new() }));
        flow.mark().into_iter().for_each(|at| self.hit(at));
        base
    }

    fn hit(&mut self, at: usize) {
        // Words of ours can be longer than what stands for them in the source.
        let at = at.min(self.last);
        let count = self.hits_at.entry(at).or_insert(0);
        self.page.hits.push(Hit { at, nth: *count, parts: Vec::new() });
        *count += 1;
    }

    fn words(&mut self, words: &[Word], base: Base, at: usize) {
        let margin = self.first.as_ref().unwrap_or(&self.margin);
        let mut column = margin.iter().map(Span::width).sum();
        let line = self.page.lines.len();
        let mut spans = Vec::new();
        for part in joined(words) {
            column += self.place(&part, base, line, column);
            spans.push(part.span);
        }
        self.line(spans, at);
    }

    /// Notes where a part of a stop or hit stands; the columns it takes.
    pub fn place(&mut self, part: &Part, base: Base, line: usize, column: usize) -> usize {
        let columns = part.span.width();
        let stop = part.stop.and_then(|stop| self.page.stops.get_mut(base.stops + stop));
        let hit = part.hit.and_then(|hit| self.page.hits.get_mut(base.hits + hit));
        let parts = [stop.map(|stop| &mut stop.parts), hit.map(|hit| &mut hit.parts)];
        for parts in parts.into_iter().flatten() {
            grow(parts, line, column, columns);
        }
        columns
    }

    /// The number of the next line and the column at which its text will start.
    pub fn next_place(&self) -> (usize, usize) {
        let margin = self.first.as_ref().unwrap_or(&self.margin);
        (self.page.lines.len(), margin.iter().map(Span::width).sum())
    }
}

/// Adds columns to the places of something, to the last where they go on there.
fn grow(parts: &mut Parts, line: usize, column: usize, columns: usize) {
    match parts.last_mut() {
        Some((l, c, n)) if *l == line && *c + *n == column => *n += columns,
        _ => parts.push((line, column, columns)),
    }
}
