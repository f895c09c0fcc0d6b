//! Code: set line by line as it stands.

use super::super::flow::width;
use super::super::found::Haystack;
use super::super::{Role, Span};
use super::{Setter, grow};

impl Setter<'_> {
    /// Sets code line by line; lines that do not fit go on in the next.
    pub(super) fn code(&mut self, text: &str, at: usize) {
        let columns = self.wide().saturating_sub(2).max(1);
        let mut before = 0;
        for raw in text.trim_end_matches('\n').split('\n') {
            let line = self.style.glyphs.show(raw.trim_end_matches('\r')).into_owned();
            let line = expanded(&line);
            let pieces = if self.style.only_find { Vec::new() } else { folded(&line, columns) };
            // Signs and tabs that are spelled out are longer than in the source.
            self.find_in_code(&line, &pieces, at + before, raw.len());
            before += raw.len() + 1;
            for piece in pieces {
                self.line(vec![Span::new("  ", Role::Text), Span::new(piece, Role::Code)], at);
            }
        }
    }

    /// Notes the hits in a line of code, `len` bytes long in the source, that is about to
    /// be set in pieces.
    fn find_in_code(&mut self, line: &str, pieces: &[String], at: usize, len: usize) {
        let Some(pattern) = self.style.find else { return };
        let mut haystack = Haystack::default();
        line.char_indices().for_each(|(i, c)| pattern.add(c, (i, c), &mut haystack));
        let lines = if self.style.roomy { 2 } else { 1 };
        for ((start, _), (last, c)) in pattern.find(&haystack) {
            self.hit(at + start.min(len));
            let end = last + c.len_utf8();
            let (first, margin) = self.next_place();
            let mut from = 0;
            for (i, piece) in pieces.iter().enumerate() {
                let (a, b) = (start.max(from), end.min(from + piece.len()));
                if a < b
                    && let Some(hit) = self.page.hits.last_mut()
                {
                    let column = margin + 2 + width(&line[from..a]);
                    grow(&mut hit.parts, first + i * lines, column, width(&line[a..b]));
                }
                from += piece.len();
            }
        }
    }
}

/// `line` with tabs filled up to every fourth column.
fn expanded(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if c == '\t' {
            let columns = 4 - width(&out) % 4;
            out.extend(std::iter::repeat_n(' ', columns));
        } else {
            out.push(c);
        }
    }
    out
}

/// A line of code in pieces of at most `columns`, broken at blanks where there are any.
fn folded(line: &str, columns: usize) -> Vec<String> {
    use unicode_segmentation::UnicodeSegmentation;
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut taken = 0;
    for grapheme in line.graphemes(true) {
        let wide = width(grapheme);
        if taken + wide > columns && !piece.is_empty() {
            let cut = piece.rfind(' ').map(|i| i + 1).filter(|i| !piece[..*i].trim().is_empty());
            let rest = piece.split_off(cut.unwrap_or(piece.len()));
            pieces.push(std::mem::replace(&mut piece, rest));
            taken = width(&piece);
        }
        piece.push_str(grapheme);
        taken += wide;
    }
    pieces.push(piece);
    pieces
}
