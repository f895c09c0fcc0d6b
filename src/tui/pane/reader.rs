//! The reader: one guide, the place in it, and what on it has the focus.

mod answers;
mod draw;
mod find;
mod focus;
mod place;
mod rows;
mod words;

use std::sync::Arc;

use super::pages::{Anchor, Pages, Setting, Spot};
use find::Search;

use crate::action::Action;
use crate::guide::Guide;
use crate::page::What;
pub use find::Step;
pub use place::{Below, Place};

/// A stop of a page: its piece and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// Number of the piece.
    pub piece: usize,
    /// Number of the stop in the piece's page.
    pub stop: usize,
}

/// A guide being read.
#[derive(Debug)]
pub struct Reader {
    pages: Pages,
    /// True when the arrows go from question to question, as in a list.
    rows: bool,
    height: usize,
    top: Spot,
    anchor: Anchor,
    /// The offset that was asked for last, while it has not been scrolled away from: the
    /// last sections of a guide may be too short to reach the top of the window.
    asked: Option<usize>,
    focus: Option<Focus>,
    /// True while the window shows the row or hit that has the focus in place of the
    /// reading place.
    shifted: bool,
    /// False when it is known that nothing in the text can be acted on.
    acts: bool,
    search: Search,
}

impl Reader {
    /// Opens `guide` at its beginning.
    #[must_use]
    pub fn new(guide: Arc<Guide>, setting: Setting, height: usize) -> Self {
        let anchor = Anchor::at(guide.body());
        let mut reader = Self {
            pages: Pages::new(guide, setting),
            rows: false,
            height,
            top: Spot::default(),
            anchor,
            asked: None,
            focus: None,
            shifted: false,
            acts: true,
            search: Search::default(),
        };
        reader.settle();
        reader.see_stops();
        reader
    }

    /// Opens a guide that is a list of questions, its first one having the focus.
    #[must_use]
    pub fn list(guide: Arc<Guide>, setting: Setting, height: usize) -> Self {
        let mut reader = Self { rows: true, ..Self::new(guide, setting, height) };
        reader.first_row();
        reader
    }

    /// The guide being read.
    #[must_use]
    pub fn guide(&self) -> &Arc<Guide> {
        self.pages.guide()
    }

    /// Fits the text to a window of `height` lines; the sentence at the top stays there.
    pub fn fit(&mut self, setting: Setting, height: usize) {
        self.pages.reset(setting);
        self.height = height;
        self.settle();
    }

    /// Goes on with another version of the same guide: all of it, or with its outline.
    pub fn replace(&mut self, guide: Arc<Guide>) {
        self.pages.replace(guide);
        self.settle();
        self.see_stops();
        let looked_for = self.pages.looked_for().cloned();
        self.look_for(looked_for);
    }

    /// Finds the top line again and sets the pages in view.
    fn settle(&mut self) {
        self.shifted = false;
        self.top = self.pages.spot(self.anchor);
        self.fill();
        let gone = |focus: &Focus, pages: &mut Pages| {
            pages.page(focus.piece).stops.get(focus.stop).is_none()
        };
        if self.focus.is_some_and(|focus| gone(&focus, &mut self.pages)) {
            self.focus = None;
        }
        self.keep_shown();
        // What cannot be seen has no focus.
        if !self.rows && self.focus.is_some_and(|focus| !self.in_view(focus)) {
            self.focus = None;
        }
    }

    /// Takes what is in view for the reading place, where the window had to show something
    /// else than that: a key that follows goes on from what is seen.
    fn take_view(&mut self) {
        if std::mem::take(&mut self.shifted) {
            self.anchor = self.pages.anchor(self.top);
        }
    }

    /// Has the window show the hit that is reached, or the row of a list that has the
    /// focus, while the reading place stays what it is.
    fn keep_shown(&mut self) {
        let focus = self.focus.filter(|_| self.rows && !self.is_inside());
        let hit = self.hit_spot().map(|spot| (spot, spot));
        let Some((first, last)) = hit.or_else(|| self.lines_of(focus?)) else { return };
        if first < self.top || last > self.bottom() {
            let whole = self.pages.up(last, self.height.saturating_sub(1));
            self.top = self.pages.up(first, self.height / 3).max(whole).min(first);
            self.fill();
            self.shifted = true;
        }
    }

    /// Leaves no empty lines below the end, as long as there are lines above the top.
    fn fill(&mut self) {
        let (bottom, moved) = self.pages.down(self.top, self.height.saturating_sub(1));
        let short = self.height.saturating_sub(moved + 1);
        let last = self.pages.last();
        if short > 0 || bottom > last {
            let wanted = self.pages.up(last, self.height.saturating_sub(1));
            if wanted < self.top {
                self.top = wanted;
            }
        }
        self.pages.down(self.top, self.height);
    }

    /// Scrolls so that `top` is the first line and takes it for the reading place.
    fn scroll(&mut self, top: Spot) {
        self.shifted = false;
        self.top = top;
        self.asked = None;
        self.fill();
        self.anchor = self.pages.anchor(self.top);
        if self.focus.is_some_and(|focus| !self.in_view(focus)) && !self.is_inside() {
            self.focus = None;
        }
        self.leave_hit();
    }

    /// Goes to byte offset `at`, opening the answer it stands in.
    pub fn go(&mut self, at: usize) {
        if let Some(question) = self.question_at(at) {
            self.set_answer(question, true);
        }
        let anchor = Anchor::at(at);
        let top = self.pages.spot(anchor);
        self.scroll(top);
        self.anchor = anchor;
        self.asked = Some(at);
        self.focus_row(Some(at));
        if self.rows && self.focus.is_none() {
            let first = self.questions().find(|question| *question >= at);
            self.focus_row(first);
            self.reveal_focus();
        }
    }

    /// The byte offset at which reading goes on.
    #[must_use]
    pub fn at(&self) -> usize {
        self.asked.unwrap_or(self.anchor.at)
    }

    /// The byte offset by which the outline follows: that of the row in focus in a list.
    #[must_use]
    pub fn listed_at(&self) -> usize {
        if self.rows { self.reading_at() } else { self.at() }
    }

    /// The byte offset behind the last line in view.
    #[must_use]
    pub fn seen(&self) -> usize {
        let guide = self.guide();
        let mut spot = self.top;
        let mut seen = self.anchor.at;
        let mut rows = 0;
        while rows < self.height {
            let Some(page) = self.pages.get(spot.piece) else { break };
            if let Some(line) = page.lines.get(spot.line) {
                seen = seen.max(line.at);
                spot.line += 1;
                rows += 1;
            } else {
                spot = Spot { piece: spot.piece + 1, line: 0 };
                if spot.piece >= guide.pieces() {
                    return guide.source().len();
                }
            }
        }
        let rest =
            self.pages.get(spot.piece).map(|page| &page.lines[spot.line.min(page.lines.len())..]);
        let ended = spot.piece + 1 >= guide.pieces()
            && rest.is_none_or(|rest| rest.iter().all(crate::page::Line::is_blank));
        if ended { guide.source().len() } else { seen }
    }

    /// True when fewer than a few windows' worth of text follow what is in view.
    #[must_use]
    pub fn is_near_end(&self) -> bool {
        /// Bytes that hold more than two windows of any size.
        const FEW: usize = 16 * 1024;
        self.seen() + FEW > self.guide().source().len()
    }

    /// True when there is more than fits the window.
    #[must_use]
    pub fn scrolls(&self) -> bool {
        self.seen() < self.guide().source().len() || self.anchor.at > self.guide().body()
    }

    /// What has the focus.
    #[must_use]
    pub fn focused(&self) -> Option<&What> {
        let focus = self.focus?;
        self.pages.get(focus.piece)?.stops.get(focus.stop).map(|stop| &stop.what)
    }

    /// Carries out what only moves in or unfolds this guide; false when `action` is none
    /// of that.
    pub fn update(&mut self, action: Action) -> bool {
        self.take_view();
        let page = self.height.saturating_sub(1).max(1);
        match action {
            _ if self.rows && self.walk_rows(action) => {}
            Action::Down => self.move_down(1),
            Action::Up => self.move_up(1),
            Action::PageDown => self.move_down(page),
            Action::PageUp => self.move_up(page),
            Action::HalfPageDown => self.move_down((self.height / 2).max(1)),
            Action::HalfPageUp => self.move_up((self.height / 2).max(1)),
            Action::Top => {
                let first = self.pages.first();
                self.scroll(first);
            }
            Action::Bottom => {
                let last = self.pages.last();
                let top = self.pages.up(last, self.height.saturating_sub(1));
                self.scroll(top);
            }
            Action::NextStop => self.move_focus(true),
            Action::PreviousStop => self.move_focus(false),
            Action::NextSection => self.section(true),
            Action::PreviousSection => self.section(false),
            Action::ToggleAnswer => {
                if let Some(question) = self.question() {
                    self.answer(question, !self.is_open(question));
                }
            }
            Action::OpenAnswer | Action::CloseAnswer => {
                if let Some(question) = self.question() {
                    self.answer(question, action == Action::OpenAnswer);
                }
            }
            Action::OpenAllAnswers => self.all_answers(true),
            Action::CloseAllAnswers => self.all_answers(false),
            Action::ToggleAllAnswers => {
                let all = self.questions().all(|at| self.pages.open().contains(&at));
                self.all_answers(!all);
            }
            _ => return false,
        }
        true
    }

    fn move_down(&mut self, count: usize) {
        let (top, _) = self.pages.down(self.top, count);
        self.scroll(top);
    }

    fn move_up(&mut self, count: usize) {
        let top = self.pages.up(self.top, count);
        self.scroll(top);
    }

    /// True when there is a heading to go to, other than the one being read.
    #[must_use]
    pub fn has_sections(&self) -> bool {
        let here = self.at();
        self.guide().known_outline().is_none_or(|outline| {
            outline.sections.iter().any(|section| outline.entries[*section].at != here)
        })
    }

    /// To the heading after or before the reading place; questions are not counted.
    fn section(&mut self, next: bool) {
        let here = if self.rows { self.counted_from() } else { self.at() };
        let Some(outline) = self.guide().known_outline() else {
            let piece = self.guide().piece_at(here);
            let piece = if next {
                (piece + 1).min(self.guide().pieces() - 1)
            } else {
                piece.saturating_sub(1)
            };
            let at = self.guide().piece(piece).start;
            self.go(at);
            return;
        };
        let (sections, at) = (&outline.sections, |i: usize| outline.entries[i].at);
        let target = if next {
            sections.get(sections.partition_point(|i| at(*i) <= here)).map(|i| at(*i))
        } else {
            let before = sections.partition_point(|i| at(*i) < here);
            before.checked_sub(1).map(|n| at(sections[n]))
        };
        match target {
            Some(at) => self.go(at),
            None if !next => {
                self.update(Action::Top);
            }
            None => {}
        }
    }
}
