//! Opening and closing the answers of a guide.

use std::collections::HashSet;

use super::{Anchor, Focus, Reader};
use crate::page::{Stop, What};

impl Reader {
    /// True when a question can be opened or closed in this guide.
    #[must_use]
    pub fn has_questions(&self) -> bool {
        self.questions().next().is_some()
    }

    pub(super) fn questions(&self) -> impl Iterator<Item = usize> + '_ {
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
        let focused = self.focus.and_then(|focus| {
            self.pages.get(focus.piece)?.stops.get(focus.stop).map(|stop| (focus, stop))
        });
        if let Some((focus, stop)) = focused {
            let line = stop.parts.first().map_or(0, |(line, ..)| *line);
            let at = self.pages.get(focus.piece)?.lines.get(line)?.at;
            if let Some(question) = self.question_at(at) {
                return Some(question);
            }
        }
        self.question_at(self.anchor.at)
            .or_else(|| self.questions().find(|at| (self.anchor.at..=self.seen()).contains(at)))
    }

    /// True when the answer to this question is open.
    #[must_use]
    pub fn is_open(&self, question: usize) -> bool {
        self.pages.open().contains(&question)
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
        self.set_answer(question, open);
        // Whoever was reading the answer that closes goes on at its question.
        if !open && self.question_at(self.anchor.at) == Some(question) {
            self.anchor = Anchor { at: question, skip: 0 };
            self.asked = None;
        }
        self.settle();
        let piece = self.guide().piece_at(question);
        let on_question = |stop: &Stop| matches!(stop.what, What::Toggle(at) if at == question);
        let stop = self.pages.page(piece).stops.iter().position(on_question);
        self.focus = stop.map(|stop| Focus { piece, stop });
        self.show_focus();
    }

    /// Opens or closes all answers.
    pub fn all_answers(&mut self, open: bool) {
        let kept = self.focused().cloned();
        let answers: HashSet<usize> =
            if open { self.questions().collect() } else { HashSet::new() };
        self.pages.set_open(answers);
        if !open && let Some(question) = self.question_at(self.anchor.at) {
            self.anchor = Anchor { at: question, skip: 0 };
        }
        let before = self.focus;
        self.settle();
        let focus = before.filter(|focus| {
            let stop = self.pages.page(focus.piece).stops.get(focus.stop);
            stop.map(|stop| &stop.what) == kept.as_ref()
        });
        self.focus = focus.filter(|focus| self.in_view(*focus));
    }
}
