//! Drawing the whole window from the state.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{App, Clinics, Faq, Focus, Over, View};
use crate::action::Action;
use crate::guide::in_minutes;
use crate::keymap;
use crate::tui::chrome::{self, Hint};
use crate::tui::draw::Canvas;
use crate::tui::layout::GUTTER;

impl App {
    /// The window as it should look, and where the hidden cursor rests: on the first cell
    /// of what has the focus, which screen readers and braille displays follow.
    #[must_use]
    pub fn frame(&self) -> (Buffer, Position) {
        let mut buffer = Buffer::empty(self.window);
        buffer.set_style(self.window, self.looks.base);
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
        if self.hidden {
            return self.neutral(canvas);
        }
        let title = canvas.glyphs.show(&self.title()).into_owned();
        chrome::header(canvas, parts.header, &title, &self.progress(), &self.crisis_key());
        let cursor = self.body(canvas);
        let hints = self.second_keys();
        if !hints.is_empty() {
            chrome::second_keys(canvas, parts.main, &hints);
        }
        // What is typed in a field stands in the field.
        if let Some(prompt) = self.prompt_shown().filter(|_| !self.in_form()) {
            let hints = self.typing_hints();
            return prompt.draw(canvas, parts.footer, &self.typing_status(), &hints);
        }
        if let Some(notice) = &self.notice {
            chrome::notice(canvas, parts.footer, notice);
        } else {
            chrome::footer(canvas, parts.footer, &self.footer());
        }
        cursor
    }

    /// The crisis key as the header shows it.
    fn crisis_key(&self) -> String {
        format!("{} crisis", self.key_for(Action::Crisis).unwrap_or_default())
    }

    /// The part of the header that opens crisis help.
    pub(super) fn crisis_area(&self) -> Rect {
        chrome::crisis_area(self.parts().header, &self.crisis_key())
    }

    /// What stands in the footer; nothing while a line is typed there or something is said.
    pub(super) fn footer(&self) -> Vec<Hint> {
        let typed = self.prompt_shown().is_some() && !self.in_form();
        if typed || self.notice.is_some() {
            return Vec::new();
        }
        let pending = self.pending.map(|key| keymap::shown(key, self.glyphs));
        let key = |action| self.key_for(action).filter(|_| self.offers(action));
        let area = self.parts().footer;
        chrome::hints(area, self.glyphs, key, &self.hints(), pending.as_deref())
    }

    /// Draws what fills the window between header and footer.
    fn body(&self, canvas: &mut Canvas<'_>) -> Position {
        let parts = self.parts();
        match self.over.last() {
            Some(Over::Card(card)) => return card.draw(canvas, parts.main),
            Some(Over::Choice(chooser)) => return chooser.draw(canvas, parts.main),
            Some(Over::Filters(filters)) => return filters.draw(canvas, parts.main),
            None => {}
        }
        if let (View::Search, Some(search)) = (self.view, &self.search) {
            let (list, beside) = self.search_areas();
            return search.draw(canvas, list, beside);
        }
        if let (View::Clinics, Some(clinics)) = (self.view, &self.clinics) {
            let (list, beside) = self.clinics_areas();
            return clinics.draw(canvas, list, beside);
        }
        if let (View::Cost, Some(cost)) = (self.view, &self.cost) {
            return self.draw_cost(cost, canvas);
        }
        if self.view == View::Guides {
            return self.guides.draw(&self.shelf(), canvas, parts.main);
        }
        let Some(reader) = self.text() else {
            let x = parts.main.x + GUTTER;
            canvas.text(
                parts.main,
                x,
                parts.main.y,
                "Reading the guides for their questions.",
                canvas.looks.key,
            );
            return Position::new(x, parts.main.y);
        };
        let focused = self.focus == Focus::Outline;
        let area = parts.side.or_else(|| focused.then_some(parts.main));
        let in_outline = area.map(|area| {
            self.outline.draw(reader.guide(), reader.listed_at(), focused, canvas, area)
        });
        match in_outline {
            Some(cursor) if area == Some(parts.main) => cursor,
            in_outline => {
                let in_text = reader.draw(canvas, parts.main, !focused);
                in_outline.filter(|_| focused).unwrap_or(in_text)
            }
        }
    }

    /// Draws the plain page that hides everything: it says nothing of what is read.
    fn neutral(&self, canvas: &mut Canvas<'_>) -> Position {
        let area = self.window;
        let (x, y) = (area.x + GUTTER.min(area.width), area.y + u16::from(area.height > 2));
        canvas.text(area, x, y, "Paused.", Style::default());
        let key = self.key_for(Action::Neutral).unwrap_or_default();
        canvas.text(area, x, y.saturating_add(2), &format!("{key}  goes on"), Style::default());
        Position::new(x, y)
    }

    fn title(&self) -> String {
        match (self.over.last(), self.view, &self.opened) {
            (Some(Over::Card(card)), ..) => card.title.clone(),
            (Some(Over::Choice(chooser)), ..) => chooser.title.to_owned(),
            (None, View::Faq, _) => match self.faq.as_ref().map(Faq::filter) {
                Some(filter) if !filter.is_empty() => format!("FAQ with “{filter}”"),
                _ => "FAQ".to_owned(),
            },
            (Some(Over::Filters(filters)), ..) => filters.title().to_owned(),
            (None, View::Search, _) => self.search_title(),
            (None, View::Clinics, _) => self.clinics_title(),
            (None, View::Cost, _) => "Cost, an estimate".to_owned(),
            (None, View::Text, Some(opened)) if self.single => opened.reader.guide().title(),
            (None, View::Text, Some(opened)) => {
                format!("Guides: {}", opened.reader.guide().title())
            }
            (None, ..) => "guidepost: Guides".to_owned(),
        }
    }

    /// How far the reader is, in words: the parts that fit are shown.
    fn progress(&self) -> Vec<String> {
        match (self.over.last(), self.view) {
            (Some(Over::Card(card)), _) if card.below() > 0 => {
                vec![match card.below() {
                    1 => "1 more line".to_owned(),
                    lines => format!("{lines} more lines"),
                }]
            }
            (Some(Over::Choice(chooser)), _) if !self.is_typing() => vec![chooser.counted()],
            (Some(Over::Filters(_)), _) | (None, View::Clinics) => {
                self.clinics.iter().flat_map(Clinics::progress).collect()
            }
            (Some(_), _) => Vec::new(),
            (None, View::Guides) => {
                let count = self.library.len();
                vec![if count == 1 {
                    "1 guide".to_owned()
                } else {
                    format!("{} of {count} guides", self.guides.chosen + 1)
                }]
            }
            (None, View::Faq) => self.faq.iter().flat_map(Faq::progress).collect(),
            (None, View::Search) => {
                self.search.iter().filter_map(|search| search.progress(&self.library)).collect()
            }
            (None, View::Cost) => self.cost_progress(),
            (None, View::Text) => self.text_progress(),
        }
    }

    fn text_progress(&self) -> Vec<String> {
        let Some(reader) = self.text().filter(|_| !self.is_partial()) else { return Vec::new() };
        let guide = reader.guide();
        let (at, seen) = (reader.at(), reader.seen());
        let all = reader.shown_between(guide.body(), guide.end()).max(1);
        let left = reader.shown_between(seen.max(guide.body()), guide.end());
        let percent = all.saturating_sub(left) * 100 / all;
        let mut parts: Vec<String> = reader.found().into_iter().collect();
        // The sources stand behind the guide's own text and are no part of it.
        if at >= guide.end() && at < guide.source().len() {
            parts.push("sources".to_owned());
            return parts;
        }
        if let Some(outline) = guide.known_outline()
            && !outline.main.is_empty()
        {
            let before = |at: usize| outline.main.partition_point(|i| outline.entries[*i].at < at);
            let all = before(guide.end());
            // What is made at the end, such as the sources, is no section of the text.
            if all > 0 {
                parts.push(format!("section {} of {all}", before(at + 1).clamp(1, all)));
            }
        }
        parts.push(format!("{percent} %"));
        parts.push(match guide.minutes_of(left) {
            0 if (guide.end()..guide.source().len()).contains(&seen) => "sources follow".to_owned(),
            0 => "end".to_owned(),
            minutes => format!("{} left", in_minutes(minutes)),
        });
        parts
    }
}
