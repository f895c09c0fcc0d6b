//! Drawing the whole window from the state.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{App, Focus, Over};
use crate::guide::in_minutes;
use crate::keymap;
use crate::tui::chrome;
use crate::tui::draw::Canvas;

impl App {
    /// The window as it should look, and where the hidden cursor rests: on the first cell
    /// of what has the focus, which screen readers and braille displays follow.
    #[must_use]
    pub fn frame(&self) -> (Buffer, Position) {
        let mut buffer = Buffer::empty(self.window);
        let canvas = Canvas { buffer: &mut buffer, looks: &self.looks, glyphs: self.glyphs };
        let cursor = self.draw(canvas);
        // In the smallest windows what has the focus may have no cell at all.
        let last = |length: u16| length.saturating_sub(1);
        let cursor = Position::new(
            cursor.x.min(last(self.window.width)),
            cursor.y.min(last(self.window.height)),
        );
        (buffer, cursor)
    }

    fn draw(&self, mut canvas: Canvas<'_>) -> Position {
        let canvas = &mut canvas;
        let parts = self.parts();
        let glyphs = self.glyphs;
        let crisis = self.keymap.key(crate::action::Action::Crisis).unwrap_or_default();
        let title = glyphs.show(&self.title()).into_owned();
        let crisis = format!("{crisis} crisis");
        chrome::header(canvas, parts.header, &title, &self.progress(), &crisis);
        if let Some(notice) = &self.notice {
            chrome::notice(canvas, parts.footer, notice);
        } else {
            let pending = self.pending.map(keymap::shown);
            let (keymap, hints) = (&self.keymap, self.hints());
            chrome::footer(canvas, parts.footer, keymap, &hints, pending.as_deref());
        }
        match self.over.last() {
            Some(Over::Card(card)) => return card.draw(canvas, parts.main),
            Some(Over::Help(help)) => return help.draw(canvas, parts.main),
            None => {}
        }
        let Some(reader) = self.reader.as_ref().filter(|_| self.reading) else {
            let width = parts.text_width(self.measure);
            return self.guides.draw(&self.library, width, canvas, parts.main);
        };
        let focused = self.focus == Focus::Outline;
        let in_outline = match parts.side {
            Some(side) => {
                Some(self.outline.draw(reader.guide(), reader.at(), focused, canvas, side))
            }
            None if focused => {
                return self.outline.draw(reader.guide(), reader.at(), true, canvas, parts.main);
            }
            None => None,
        };
        let in_text = reader.draw(canvas, parts.main);
        in_outline.filter(|_| focused).unwrap_or(in_text)
    }

    fn title(&self) -> String {
        match (self.over.last(), &self.reader) {
            (Some(Over::Card(card)), _) => card.title.clone(),
            (Some(Over::Help(_)), _) => "Keys that work here".to_owned(),
            (None, Some(reader)) if self.reading => {
                if self.single {
                    reader.guide().title()
                } else {
                    format!("Guides: {}", reader.guide().title())
                }
            }
            (None, _) => "guidepost: Guides".to_owned(),
        }
    }

    /// How far the reader is, in words: the parts that fit are shown.
    fn progress(&self) -> Vec<String> {
        match (self.over.last(), &self.reader) {
            (Some(Over::Card(card)), _) if card.below() > 0 => {
                vec![format!("{} more lines", card.below())]
            }
            (None, Some(reader)) if self.reading && !reader.partial => {
                let guide = reader.guide();
                let (at, seen) = (reader.at(), reader.seen());
                let all = guide.source().len().saturating_sub(guide.body()).max(1);
                let percent = (seen.saturating_sub(guide.body())) * 100 / all;
                let mut parts = Vec::new();
                if let Some(outline) = guide.known_outline()
                    && !outline.main.is_empty()
                {
                    let passed = outline.main.partition_point(|i| outline.entries[*i].at <= at);
                    parts.push(format!("section {} of {}", passed.max(1), outline.main.len()));
                }
                parts.push(format!("{} %", percent.min(100)));
                let minutes = guide.minutes_between(seen, guide.source().len());
                parts.push(match minutes {
                    0 => "end".to_owned(),
                    minutes => format!("{} left", in_minutes(minutes)),
                });
                parts
            }
            (None, _) if !self.reading => {
                let count = self.library.len();
                vec![if count == 1 {
                    "1 guide".to_owned()
                } else {
                    format!("{} of {count} guides", self.guides.chosen + 1)
                }]
            }
            _ => Vec::new(),
        }
    }
}
