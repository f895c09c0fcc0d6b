//! Walking from question to question, as a list is walked.

use super::{Anchor, Focus, Reader};
use crate::action::Action;
use crate::page::{Stop, What};

/// A question so many lines outside of the window is gone to at once; what stands between
/// is looked at line by line when it is more.
const NEAR: usize = 3;

impl Reader {
    /// Moves the focus as the keys for lists do; false when `action` does not.
    pub(super) fn walk_rows(&mut self, action: Action) -> bool {
        match action {
            Action::Down => self.row(true),
            Action::Up => self.row(false),
            Action::Top => self.go_to_first(),
            Action::Bottom => {
                let last = self.pages.last();
                let top = self.pages.up(last, self.height.saturating_sub(1));
                self.scroll(top);
                let last = self.questions().last();
                self.focus_row(last);
            }
            Action::PageDown | Action::PageUp | Action::HalfPageDown | Action::HalfPageUp => {
                let before = self.top;
                self.rows = false;
                self.update(action);
                self.rows = true;
                let (top, end) = (self.anchor.at, self.seen());
                let down = matches!(action, Action::PageDown | Action::HalfPageDown);
                let row = match (self.top == before, down) {
                    // There is no further to go: to the end of the list.
                    (true, true) => self.questions().last(),
                    (true, false) => {
                        self.go_to_first();
                        return true;
                    }
                    (false, _) if self.focus.is_some() => None,
                    (false, _) => self.questions().find(|at| (top..=end).contains(at)),
                };
                self.focus_row(row);
                self.reveal_focus();
            }
            _ => return false,
        }
        true
    }

    /// Gives the focus to the first question, in view with what stands above it.
    pub fn first_row(&mut self) {
        self.nth_row(0);
    }

    /// Gives the focus to a question by its place in the list, and brings it into view.
    pub fn nth_row(&mut self, row: usize) {
        let question = self.questions().nth(row);
        self.focus_row(question);
        self.show_focus();
    }

    fn row(&mut self, next: bool) {
        let at = self.marked_at();
        let target = match (next, at) {
            (true, Some(at)) => self.questions().find(|question| *question > at),
            (true, None) => self.questions().find(|question| *question >= self.anchor.at),
            (false, Some(at)) => {
                let before = if self.on_question() { at } else { at + 1 };
                self.questions().take_while(|question| *question < before).last()
            }
            (false, None) => {
                self.questions().take_while(|question| *question <= self.anchor.at).last()
            }
        };
        let Some(target) = target else {
            return if next { self.move_down(1) } else { self.above_rows() };
        };
        if self.is_near(target, next) {
            self.focus_row(Some(target));
            self.reveal_focus();
        } else if next {
            self.move_down(1);
        } else {
            self.move_up(1);
        }
    }

    /// True when a question is gone to at once. Between closed questions there are only
    /// headings, which come into view with it where there is room; an answer is read line by
    /// line until its end is near.
    fn is_near(&mut self, target: usize, next: bool) -> bool {
        let from = self.marked_at().unwrap_or(self.anchor.at);
        let between = if next { self.question_at(from) } else { Some(target) };
        let answer = between.filter(|question| self.is_open(*question));
        // No line is left out between what is in view before and what is after.
        let page = self.height.saturating_sub(1);
        let spot = self.pages.spot(Anchor::at(target));
        if next {
            let bottom = self.bottom();
            let end = answer.map(|question| self.answer_end(question).min(target));
            let end = end.map(|end| self.pages.spot(Anchor::at(end)));
            spot <= self.pages.down(bottom, page).0
                && end.is_none_or(|end| end <= self.pages.down(bottom, NEAR).0)
        } else {
            let lines = if answer.is_some() { NEAR.min(page) } else { page };
            spot >= self.pages.up(self.top, lines)
        }
    }

    /// Above the first question the arrows go over the buttons, and then to the top.
    fn above_rows(&mut self) {
        let focus = self.focus.filter(|_| !self.is_inside());
        if focus.is_some_and(|focus| self.stop_before(focus).is_some()) {
            self.move_focus(false);
        } else {
            self.move_up(1);
        }
    }

    /// Goes to the top, and to the first question: in a low window, to what stands above it.
    fn go_to_first(&mut self) {
        let first = self.pages.first();
        self.scroll(first);
        let question = self.questions().next();
        self.focus_row(question);
        if self.focus.is_some_and(|focus| !self.in_view(focus)) {
            self.focus = self.stop_in_view(true);
        }
    }

    /// The offset from which headings are counted: that of the row in focus, or of the
    /// heading above for the first row under it.
    pub(super) fn counted_from(&self) -> usize {
        let row = self.reading_at();
        let Some(outline) = self.guide().known_outline() else { return row };
        let sections = outline.sections.iter().map(|i| outline.entries[*i].at);
        let heading = sections.take_while(|at| *at <= row).last().unwrap_or(row);
        let first = !self.questions().any(|at| (heading..row).contains(&at));
        if first { heading } else { row }
    }

    /// True in a list while the window shows the inside of the answer whose question has
    /// the focus.
    pub(super) fn is_inside(&self) -> bool {
        let Some(What::Toggle(question)) = self.focused().filter(|_| self.rows) else {
            return false;
        };
        *question < self.anchor.at && self.question_at(self.anchor.at) == Some(*question)
    }

    fn on_question(&self) -> bool {
        matches!(self.focused(), Some(What::Toggle(_)))
    }

    /// Gives the focus to the question that starts at an offset; to nothing when none does.
    pub(super) fn focus_row(&mut self, question: Option<usize>) {
        let Some(question) = question else { return };
        let piece = self.guide().piece_at(question);
        let on_question = |stop: &Stop| matches!(stop.what, What::Toggle(at) if at == question);
        let stop = self.pages.page(piece).stops.iter().position(on_question);
        self.focus = stop.map(|stop| Focus { piece, stop });
    }
}
