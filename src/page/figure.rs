//! Pictures of numbers; the words beside them say the same.

use unicode_width::UnicodeWidthStr;

use super::blocks::Setter;
use super::{Role, Span, What};
use crate::guide::block::{Face, faced};
use crate::guide::figure::{Bars, Facts, Icons, Row};

/// Columns of bars and their labels at most, however wide the page is.
const BARS: usize = 120;
/// Columns of a bar at least that stands behind its label.
const BAR: usize = 20;
/// Icons on one line at most.
const ICONS_A_LINE: usize = 20;

impl Setter<'_> {
    /// The title of a picture with the marks of its facts.
    fn picture_title(&mut self, title: &str, facts: &Facts, at: usize) {
        let mut flow = self.flow(Role::Text);
        flow.inlines(&faced(title, Face { bold: true, ..Face::default() }));
        for id in facts.ids() {
            let number = self.outline.and_then(|outline| outline.number(id));
            let mark = number.map_or_else(|| format!("[{id}]"), |number| format!("[{number}]"));
            flow.stops.push(What::Note(id.clone()));
            flow.text(&mark, at, Role::Note, Face::default(), Some(flow.stops.len() - 1));
        }
        self.flowed(flow, at);
    }

    /// Sets an icon array: for each group its label and so many of so many icons.
    pub fn icons(&mut self, icons: &Icons, at: usize) {
        self.picture_title(&icons.title, &icons.fact, at);
        let of = icons.of as usize;
        let full = self.style.glyphs.pick("■", "#");
        let empty = self.style.glyphs.pick("·", ".");
        // An icon and the blank after it.
        let a_line = self.wide().div_ceil(2).clamp(1, ICONS_A_LINE).min(of);
        // Tens are easier to count.
        let a_line = if a_line > 10 && of > a_line { a_line / 10 * 10 } else { a_line };
        for (i, group) in icons.groups.iter().enumerate() {
            // Each group is a place of its own, so that a change of width keeps it in view.
            let at = at + 1 + i;
            self.running(&faced(&group.in_words(icons.of), Face::default()), Role::Text, at);
            if self.style.only_find {
                continue;
            }
            for start in (0..of).step_by(a_line) {
                let mut spans: Vec<Span> = Vec::new();
                for icon in start..(start + a_line).min(of) {
                    let filled = icon < group.n as usize;
                    let (icon, role) =
                        if filled { (full, Role::Full) } else { (empty, Role::Empty) };
                    match spans.last_mut() {
                        Some(last) if last.role == role => {
                            last.text.push(' ');
                            last.text.push_str(icon);
                        }
                        Some(last) => {
                            last.text.push(' ');
                            spans.push(Span::new(icon, role));
                        }
                        None => spans.push(Span::new(icon, role)),
                    }
                }
                self.line(spans, at);
            }
        }
    }

    /// Sets bars to scale from zero, each under its label with its value in words.
    pub fn bars(&mut self, bars: &Bars, at: usize) {
        self.picture_title(&bars.title, &bars.fact, at);
        let most = bars.most();
        let columns = self.wide().min(self.style.width).clamp(1, BARS);
        let words =
            bars.rows.iter().map(|row| format!("{}: {}", row.label, row.in_words(&bars.unit)));
        let words: Vec<String> = words.collect();
        // Short labels stand before their bars.
        let label = words.iter().map(|words| words.width()).max().unwrap_or_default() + 2;
        let before_bar = (label + BAR <= columns).then_some(label);
        let columns = columns - before_bar.unwrap_or_default();
        for (i, (row, words)) in bars.rows.iter().zip(words).enumerate() {
            let at = at + 1 + i;
            // Words that are found are marked wherever they stand.
            self.running(&faced(&words, Face::default()), Role::Text, at);
            if self.style.only_find {
                continue;
            }
            let mut spans = self.bar(row, most, columns);
            if bars.whole().is_some() {
                spans.extend(self.rest(&spans, columns));
            }
            let beside = before_bar.and_then(|label| {
                let line = self.page.lines.iter_mut().rev().find(|line| !line.is_blank())?;
                Some((label - words.width(), line))
            });
            match beside {
                Some((gap, line)) => {
                    line.spans.push(Span::new(" ".repeat(gap), Role::Text));
                    line.spans.extend(spans);
                }
                None => self.line(spans, at),
            }
        }
    }

    /// A bar of at most so many columns: up to its value; from low to high behind what lies
    /// before; or, where it says what is typical, up to the low end, on to what is typical,
    /// and on to the high end.
    fn bar(&self, row: &Row, most: f64, columns: usize) -> Vec<Span> {
        let glyphs = self.style.glyphs;
        let (low, high) = row.ends().unwrap_or_default();
        let one = usize::from(high > 0.0);
        let start = if high > low { scaled(low, most, columns) } else { 0 };
        let end = scaled(high, most, columns).max(start + one).min(columns);
        let start = start.min(end);
        let full = (glyphs.pick("█", "#"), Role::Full);
        let parts = match row.typical.filter(|_| high > low) {
            Some(typical) => {
                let typical = scaled(typical, most, columns).clamp(start, end);
                let next = (glyphs.pick("▓", "="), Role::Full);
                let last = (glyphs.pick("▒", "-"), Role::Full);
                [(full, start), (next, typical - start), (last, end - typical)]
            }
            None => [((glyphs.pick("·", "."), Role::Empty), start), (full, end - start), (full, 0)],
        };
        let parts = parts.into_iter().filter(|(_, columns)| *columns > 0);
        parts.map(|((sign, role), columns)| Span::new(sign.repeat(columns), role)).collect()
    }

    /// What a bar leaves of its line, where the line stands for a whole.
    fn rest(&self, bar: &[Span], columns: usize) -> Option<Span> {
        let left = columns.saturating_sub(bar.iter().map(|span| span.text.width()).sum());
        let sign = self.style.glyphs.pick("·", ".");
        (left > 0).then(|| Span::new(sign.repeat(left), Role::Empty))
    }
}

/// `value` of `most` in columns, rounded.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // at most a window's columns
fn scaled(value: f64, most: f64, columns: usize) -> usize {
    if most <= 0.0 { 0 } else { (value / most * columns as f64).round() as usize }
}
