//! Opening and closing the answers of a guide.

use std::collections::HashSet;

use super::{Anchor, Reader, Spot};
use crate::page::What;

impl Reader {
    /// True when a question can be opened or closed in this guide.
    #[must_use]
    pub fn has_questions(&self) -> bool {
        self.questions().next().is_some()
    }

    /// Every question of the guide, by its offset.
    pub fn questions(&self) -> impl Iterator<Item = usize> + '_ {
        let outline = self.guide().known_outline();
        outline
            .into_iter()
            .flat_map(|outline| outline.questions.iter().map(|i| outline.entries[*i].at))
    }

    /// The question in whose answer `at` stands.
    pub(super) fn question_at(&self, at: usize) -> Option<usize> {
        let outline = self.guide().known_outline()?;
        outline.question_at(at).map(|i| outline.entries[i].at)
    }

    /// The question meant by "this one": the focused one, the one whose answer is being
    /// read, or the first in view.
    pub(super) fn question(&self) -> Option<usize> {
        if let Some(What::Toggle(question)) = self.focused() {
            return Some(*question);
        }
        if let Some(question) = self.focused_question() {
            return Some(question);
        }
        self.question_at(self.anchor.at)
            .or_else(|| self.questions().find(|at| (self.anchor.at..=self.seen()).contains(at)))
    }

    /// Whether the answer to the question meant by "this one" is open; none where there is no
    /// such question.
    #[must_use]
    pub fn is_asked_open(&self) -> Option<bool> {
        self.question().map(|question| self.is_open(question))
    }

    /// True when the answer to this question is open.
    #[must_use]
    pub fn is_open(&self, question: usize) -> bool {
        self.pages.open().contains(&question)
    }

    /// The questions whose answers are open.
    #[must_use]
    pub fn open(&self) -> &HashSet<usize> {
        self.pages.open()
    }

    /// The offset at which the answer to a question begins: behind the line that asks it.
    pub(super) fn answer_at(&self, question: usize) -> usize {
        let rest = &self.guide().source()[question..];
        question + rest.find('\n').map_or(rest.len(), |end| end + 1)
    }

    /// The offset at which the answer to a question ends.
    pub(super) fn answer_end(&self, question: usize) -> usize {
        let len = self.guide().source().len();
        let outline = self.guide().known_outline();
        let entry = outline.and_then(|outline| Some((outline, outline.entry_at(question)?)));
        entry.map_or(len, |(outline, entry)| outline.end(entry, len))
    }

    /// So many bytes of text that can be scrolled to stand between two offsets: what is in
    /// closed answers does not count.
    #[must_use]
    pub fn shown_between(&self, from: usize, to: usize) -> usize {
        let mut shown = to.saturating_sub(from);
        let Some(outline) = self.guide().known_outline() else { return shown };
        let mut behind = 0;
        for i in &outline.questions {
            let question = outline.entries[*i].at;
            if question < behind || self.is_open(question) {
                continue;
            }
            behind = self.answer_end(question);
            let closed = self.answer_at(question).max(from)..behind.min(to);
            shown -= closed.len();
        }
        shown
    }

    pub(super) fn set_answer(&mut self, question: usize, open: bool) {
        let mut answers = self.pages.open().clone();
        if open {
            answers.insert(question);
        } else {
            answers.remove(&question);
        }
        if answers != *self.pages.open() {
            self.pages.set_open(answers);
        }
    }

    /// Opens or closes one answer. Its question keeps the focus and its place.
    pub fn answer(&mut self, question: usize, open: bool) {
        self.take_view();
        self.set_answer(question, open);
        // Whoever was reading the answer that closes goes on at its question.
        if !open && self.question_at(self.anchor.at) == Some(question) {
            self.anchor = Anchor::at(question);
            self.asked = None;
        }
        self.settle();
        self.leave_hit();
        self.focus_row(Some(question));
        self.show_focus();
        if open {
            self.reveal_answer();
        }
    }

    /// Scrolls so far that the first lines of the focused question's answer are in view;
    /// not at all when they are.
    fn reveal_answer(&mut self) {
        /// Lines that make plain that there is an answer.
        const BEGINNING: usize = 3;
        let Some(focus) = self.focus else { return };
        let page = self.pages.page(focus.piece);
        let Some(part) = page.stops.get(focus.stop).and_then(|stop| stop.parts.last()) else {
            return;
        };
        // A blank line stands between.
        let line = (part.0 + 1 + BEGINNING).min(page.lines.len().saturating_sub(1));
        let spot = Spot { piece: focus.piece, line };
        if spot > self.bottom() {
            let top = self.pages.up(spot, self.height.saturating_sub(1));
            self.scroll(top);
            self.focus = Some(focus);
        }
    }

    /// Opens these answers and closes all others.
    pub fn open_answers(&mut self, answers: HashSet<usize>) {
        if answers != *self.pages.open() {
            self.pages.set_open(answers);
            self.settle();
        }
    }

    /// Closes the question that has the focus, or whose answer holds what has it; false
    /// when there is none, or it is closed.
    pub fn close_focused(&mut self) -> bool {
        let around = self.focused_question().filter(|question| self.is_open(*question));
        let Some(question) = around else { return false };
        if matches!(self.focused(), Some(What::Toggle(_))) {
            self.answer(question, false);
        } else {
            // From within an answer to its question first.
            self.focus_row(Some(question));
            self.reveal_focus();
        }
        true
    }

    /// True when a question or a button of questions has the focus.
    #[must_use]
    pub fn is_among_rows(&self) -> bool {
        matches!(self.focused(), Some(What::Toggle(_) | What::OpenAll(_) | What::CloseAll(_)))
    }

    /// True when an open question has the focus.
    #[must_use]
    pub fn is_on_open(&self) -> bool {
        matches!(self.focused(), Some(What::Toggle(question)) if self.is_open(*question))
    }

    /// True when [`Self::close_focused`] would do something.
    #[must_use]
    pub fn closes(&self) -> bool {
        let focused = self.focused_question();
        focused.is_some_and(|question| self.is_open(question))
    }

    /// Goes from an open question to what can be acted on in its answer; false when there
    /// is nothing.
    pub fn enter_answer(&mut self) -> bool {
        let Some(What::Toggle(question)) = self.focused().cloned() else { return false };
        let next = self.focus.filter(|_| self.is_open(question)).and_then(|at| self.stop_after(at));
        let Some(next) = next else { return false };
        let spot = self.line_of(next);
        let at = spot.and_then(|spot| Some(self.pages.get(spot.piece)?.lines.get(spot.line)?.at));
        let inside = at.is_some_and(|at| self.question_at(at) == Some(question));
        if inside {
            self.focus = Some(next);
            self.show_focus();
        }
        inside
    }

    /// The question that has the mark, or in whose answer the mark stands.
    #[must_use]
    pub fn focused_question(&self) -> Option<usize> {
        self.question_at(self.marked_at()?)
    }

    /// Opens or closes all answers.
    pub fn all_answers(&mut self, open: bool) {
        let answers = self.questions().collect();
        self.set_answers(&answers, open);
    }

    /// Opens or closes the answers under the heading that starts at `heading`.
    pub fn answers_under(&mut self, heading: usize, open: bool) {
        let questions = self.questions_under(heading);
        self.set_answers(&questions, open);
    }

    fn questions_under(&self, heading: usize) -> HashSet<usize> {
        let Some(outline) = self.guide().known_outline() else { return HashSet::new() };
        let under =
            |i: &&usize| outline.line_up(Some(**i)).any(|up| outline.entries[up].at == heading);
        outline.questions.iter().filter(under).map(|i| outline.entries[*i].at).collect()
    }

    fn set_answers(&mut self, questions: &HashSet<usize>, open: bool) {
        self.take_view();
        let kept = self.focused().cloned();
        let read = self.question_at(self.anchor.at).filter(|question| *question < self.anchor.at);
        let around = self.focused_question().or(read);
        let around = around.filter(|question| questions.contains(question));
        let answers = self.pages.open();
        let answers = if open { answers | questions } else { answers - questions };
        self.pages.set_open(answers);
        if !open
            && let Some(question) = self.question_at(self.anchor.at)
            && questions.contains(&question)
        {
            self.anchor = Anchor::at(question);
        }
        let before = self.focus;
        self.settle();
        self.leave_hit();
        let focus = before.filter(|focus| {
            let stop = self.pages.page(focus.piece).stops.get(focus.stop);
            stop.map(|stop| &stop.what) == kept.as_ref()
        });
        self.focus = focus.filter(|focus| self.in_view(*focus));
        // Whoever was in an answer that closes goes on at its question.
        if self.focus.is_none() && !open && around.is_some() {
            self.focus_row(around);
            self.reveal_focus();
        }
    }

    /// How many answers are open, in words: of those under the heading that starts at
    /// `heading`, or of all.
    #[must_use]
    pub fn counted_open(&self, heading: Option<usize>) -> String {
        let questions = match heading {
            Some(heading) => self.questions_under(heading),
            None => self.questions().collect(),
        };
        let open = questions.iter().filter(|question| self.is_open(**question)).count();
        match (open, questions.len()) {
            (0, 1) => "the answer is closed".to_owned(),
            (1, 1) => "the answer is open".to_owned(),
            (0, all) => format!("all {all} answers are closed"),
            (open, all) if open == all => format!("all {all} answers are open"),
            (open, all) => format!("{open} of {all} answers are open"),
        }
    }
}
