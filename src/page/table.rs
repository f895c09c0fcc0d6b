//! Tables: aligned columns whose cells wrap, or cards when there is no room.

use super::blocks::{Base, Setter};
use super::flow::{Flow, Word, joined};
use super::{Role, Span};
use crate::guide::block::{Align, Face, Inline, Table};

/// Columns between two cells.
const GAP: usize = 2;
/// A column gets at least this much for running text, if it has any.
const LEAST: usize = 8;

impl<'a> Setter<'a> {
    /// Sets a table.
    pub fn table(&mut self, table: &Table, at: usize) {
        if self.style.only_find {
            for (r, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
                for cell in row.iter().take(table.head.len()) {
                    let mut flow = self.cell(cell, r == 0);
                    self.take(&mut flow);
                }
            }
            return;
        }
        match self.columns(table) {
            Some(widths) => self.grid(table, &widths, at),
            None => self.cards(table, at),
        }
    }

    fn cell(&self, inlines: &[Inline], head: bool) -> Flow<'a> {
        let mut flow = self.flow(if head { Role::Heading(6) } else { Role::Text });
        flow.inlines(inlines);
        flow
    }

    /// The width of each column, or none when they do not fit side by side.
    fn columns(&self, table: &Table) -> Option<Vec<usize>> {
        let count = table.head.len();
        let mut least = vec![1; count];
        let mut most = vec![1; count];
        for (r, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            for (i, cell) in row.iter().enumerate().take(count) {
                let (word, all) = self.cell(cell, r == 0).widths();
                least[i] = least[i].max(word);
                most[i] = most[i].max(all);
            }
        }
        let room = self.wide().checked_sub(GAP * count.saturating_sub(1))?;
        if most.iter().sum::<usize>() <= room {
            return Some(most);
        }
        // Long cells that must wrap need some room to be pleasant to read.
        for (least, most) in least.iter_mut().zip(&most) {
            *least = (*least).max(LEAST.min(*most));
        }
        let needed: usize = least.iter().sum();
        if needed > room {
            return None;
        }
        // What is left goes to the columns in proportion to what they lack.
        let spare = room - needed;
        let lack: usize = most.iter().zip(&least).map(|(most, least)| most - least).sum();
        let grow = |(least, most): (&usize, &usize)| least + (most - least) * spare / lack.max(1);
        Some(least.iter().zip(&most).map(grow).collect())
    }

    fn grid(&mut self, table: &Table, widths: &[usize], at: usize) {
        self.row(table, &table.head, widths, true, at);
        let rule = self.style.glyphs.rule();
        let mut line = Vec::new();
        for (i, width) in widths.iter().enumerate() {
            if i > 0 {
                line.push(Span::new(" ".repeat(GAP), Role::Text));
            }
            line.push(Span::new(rule.repeat(*width), Role::Mark));
        }
        self.line(line, at);
        let mut tall = false;
        for (i, row) in table.rows.iter().enumerate() {
            // Rows of several lines are set apart.
            if i > 0 && tall {
                self.line(Vec::new(), at);
            }
            tall |= self.row(table, row, widths, false, at);
        }
    }

    /// Sets a row; true when it took more than one line.
    fn row(
        &mut self,
        table: &Table,
        row: &[Vec<Inline>],
        widths: &[usize],
        head: bool,
        at: usize,
    ) -> bool {
        let mut cells: Vec<(Base, Vec<Vec<Word>>)> = Vec::new();
        for (cell, width) in row.iter().zip(widths) {
            let mut flow = self.cell(cell, head);
            let base = self.take(&mut flow);
            cells.push((base, flow.lines(*width)));
        }
        let height = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
        let at = cells
            .iter()
            .filter_map(|(_, lines)| lines.first()?.first())
            .map(|word| word.at)
            .find(|word| *word > at)
            .unwrap_or(at);
        for i in 0..height {
            let (line, mut column) = self.next_place();
            let mut spans = Vec::new();
            let mut owed = 0;
            for (c, (base, lines)) in cells.iter().enumerate() {
                let parts = lines.get(i).map(|words| joined(words)).unwrap_or_default();
                let taken: usize = parts.iter().map(|part| part.span.width()).sum();
                let free = widths[c].saturating_sub(taken);
                let before = match table.aligns.get(c) {
                    Some(Align::Right) => free,
                    Some(Align::Center) => free / 2,
                    _ => 0,
                };
                owed += before;
                if !parts.is_empty() {
                    spans.push(Span::new(" ".repeat(owed), Role::Text));
                    column += owed;
                    owed = 0;
                }
                for part in parts {
                    column += self.place(&part, *base, line, column);
                    spans.push(part.span);
                }
                owed += free - before + if lines.get(i).is_some() { 0 } else { taken } + GAP;
            }
            spans.retain(|span| !span.text.is_empty());
            self.line(spans, at);
        }
        height > 1
    }

    /// Each row as lines of `label: value`.
    fn cards(&mut self, table: &Table, at: usize) {
        let bold = Face { bold: true, ..Face::default() };
        if table.rows.is_empty() {
            for head in &table.head {
                self.running(head, Role::Heading(6), at);
            }
        }
        for (i, row) in table.rows.iter().enumerate() {
            if i > 0 {
                self.line(Vec::new(), at);
            }
            for (head, cell) in table.head.iter().zip(row) {
                if cell.is_empty() && head.is_empty() {
                    continue;
                }
                let mut flow = self.flow(Role::Text);
                let (_, label) = self.cell(head, true).widths();
                if label > 0 {
                    flow.inlines(&in_face(head, bold));
                    flow.text(":", at, Role::Text, bold, None);
                    flow.text(" ", at, Role::Text, Face::default(), None);
                    // The first card's labels stand for all.
                    if i > 0 {
                        flow.hush();
                    }
                }
                flow.inlines(cell);
                self.within(Vec::new(), "  ", |setter| setter.flowed(flow, at));
            }
        }
    }
}

/// Inlines with a face added.
fn in_face(inlines: &[Inline], face: Face) -> Vec<Inline> {
    let mut inlines = inlines.to_vec();
    for inline in &mut inlines {
        if let Inline::Text(run) = inline {
            run.face.bold |= face.bold;
        }
    }
    inlines
}
