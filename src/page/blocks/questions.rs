//! Pieces of a guide: questions say whether they are open, closed answers are left out.

use super::super::{Answers, Role, Span, Style, What};
use super::Setter;
use crate::guide::block::{Block, Face, Kind, words};

impl Setter<'_> {
    /// Sets the blocks of the piece of a guide that stands at `range`.
    pub fn piece(&mut self, blocks: &[Block], range: std::ops::Range<usize>) {
        let start = range.start;
        self.last = range.end.saturating_sub(1).max(start);
        let mut closed = self.closed_above(start);
        let (mut ended, mut close) = (false, false);
        for (n, block) in blocks.iter().enumerate() {
            let entry = match block.kind {
                Kind::Heading { level, .. } => self.entry(block.at).map(|entry| (entry, level)),
                _ => None,
            };
            if let Some((entry, level)) = entry {
                let Some(outline) = self.outline else { continue };
                let (i, entry) = (entry, &outline.entries[entry]);
                if closed.is_some_and(|question| level <= question) {
                    closed = None;
                    self.apart |= !entry.question;
                }
                if closed.is_none()
                    && entry.question
                    && !matches!(self.style.answers, Answers::Printed)
                {
                    if !self.question(block, entry.at, &blocks[n + 1..]) {
                        closed = Some(level);
                        // Closed questions in a row stand close together.
                        close = self.asks(outline.end(i, usize::MAX));
                    }
                    ended = true;
                    continue;
                }
            }
            if closed.is_some() {
                continue;
            }
            self.block(block);
            ended = true;
            if let (Some((entry, _)), Some(outline)) = (entry, self.outline)
                && outline.entries[entry].is("faq")
            {
                self.open_and_close(outline.entries[entry].at);
            }
        }
        if ended && !(closed.is_some() && close) {
            let at = self.page.lines.last().map_or(start, |line| line.at);
            self.blank(at);
        }
    }

    /// True when a question starts at `at`.
    fn asks(&self, at: usize) -> bool {
        let entry = self.entry(at);
        entry.is_some_and(|entry| self.outline.is_some_and(|o| o.entries[entry].question))
    }

    fn entry(&self, at: usize) -> Option<usize> {
        self.outline?.entries.binary_search_by_key(&at, |entry| entry.at).ok()
    }

    /// The level of the closed question, if any, in whose answer a piece begins.
    fn closed_above(&self, start: usize) -> Option<u8> {
        let (outline, Answers::Open(open)) = (self.outline?, self.style.answers) else {
            return None;
        };
        let entry = &outline.entries[outline.question_at(start)?];
        (entry.at < start && !open.contains(&entry.at)).then_some(entry.level)
    }

    /// Sets the line of a question, `below` which its answer begins; true when that is open.
    fn question(&mut self, block: &Block, at: usize, below: &[Block]) -> bool {
        let open = match self.style.answers {
            Answers::Open(open) => open.contains(&at),
            Answers::Printed => true,
        };
        let Kind::Heading { title, level } = &block.kind else { return open };
        self.set_apart(at);
        let stop = self.page.stops.len();
        let mut flow = self.flow(Role::Question);
        flow.stops.push(What::Toggle(at));
        let state = match if open { 0 } else { self.hits_inside(below, *level) } {
            _ if open => "(open)".to_owned(),
            0 => "(closed)".to_owned(),
            1 => "(closed, 1 match inside)".to_owned(),
            hits => format!("(closed, {hits} matches inside)"),
        };
        flow.text(&words(title), at, Role::Question, Face::default(), Some(0));
        flow.text(&format!(" {state}"), at, Role::Muted, Face::default(), Some(0));
        self.within(vec![Span::new(if open { "- " } else { "+ " }, Role::Mark)], "  ", |setter| {
            setter.flowed(flow, at);
        });
        debug_assert!(self.page.stops.len() > stop);
        self.apart = open;
        open
    }

    /// How often what is looked for stands in the answer that begins `below` a question of
    /// this level.
    fn hits_inside(&self, below: &[Block], question: u8) -> usize {
        if self.style.find.is_none() || self.style.only_find {
            return 0;
        }
        let ends =
            |block: &Block| matches!(block.kind, Kind::Heading { level, .. } if level <= question);
        let answer = below.split(ends).next().unwrap_or_default();
        let style = Style { only_find: true, answers: Answers::Printed, ..self.style.clone() };
        let mut inside = Setter::new(&style, self.outline);
        inside.blocks(answer);
        inside.finish().hits.len()
    }

    /// The line under the heading of questions, which starts at `heading`, that opens and
    /// closes all of them.
    fn open_and_close(&mut self, heading: usize) {
        if matches!(self.style.answers, Answers::Printed) {
            return;
        }
        let at = self.page.lines.last().map_or(0, |line| line.at);
        self.set_apart(at);
        let mut flow = self.flow(Role::Text);
        // Our buttons are no text to be found.
        flow.find = None;
        flow.stops.extend([What::OpenAll(heading), What::CloseAll(heading)]);
        flow.text("[Open all]", at, Role::Link, Face::default(), Some(0));
        flow.text(" ", at, Role::Text, Face::default(), None);
        flow.text("[Close all]", at, Role::Link, Face::default(), Some(1));
        self.flowed(flow, at);
        self.apart = true;
    }
}
