//! The questions of every guide, or those that hold what was typed.

use std::collections::HashSet;
use std::sync::Arc;

use super::pages::Setting;
use super::reader::Reader;
use crate::faq::{All, Held};
use crate::library::{self, Library};
use crate::search::Synonyms;

/// The list of questions and the words it is filtered by.
#[derive(Debug)]
pub struct Faq {
    /// The list as it is shown.
    pub reader: Reader,
    all: All,
    synonyms: Synonyms,
    filter: String,
    /// The numbers of the questions shown.
    shown: Vec<usize>,
    /// The numbers of the questions that are open.
    open: HashSet<usize>,
}

impl Faq {
    /// Lists every question of a library whose guides have been read.
    #[must_use]
    pub fn new(library: &Library, setting: Setting, height: usize) -> Self {
        let all = All::of(library);
        let mut faq = Self {
            reader: Reader::list(Arc::new(all.nothing("", None, None)), setting, height),
            all,
            synonyms: library.synonyms(),
            filter: String::new(),
            shown: Vec::new(),
            open: HashSet::new(),
        };
        faq.set_filter("", setting, height);
        faq
    }

    /// The words it is filtered by, as they were typed.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// True when no question holds the words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// What Enter does while the words are typed.
    #[must_use]
    pub fn enters(&self) -> &'static str {
        match self.reader.focused_question() {
            Some(question) if !self.reader.is_open(question) => "open",
            Some(_) => "to the list",
            None => "search all",
        }
    }

    /// Shows the questions that hold the words typed, or all. Open answers stay open; the
    /// row in focus keeps it when all are shown again, else the first question that holds
    /// the words itself has it, before those whose answers do.
    pub fn set_filter(&mut self, typed: &str, setting: Setting, height: usize) {
        self.keep_open();
        let focused = self.focused();
        typed.clone_into(&mut self.filter);
        // Nothing is read for its words before any are typed.
        let words = (!typed.trim().is_empty()).then(|| self.all.words(typed));
        let crisis = words.is_some() && self.synonyms.speak_of_crisis(typed);
        let held = match words.as_ref().map(|words| self.all.holding(words)) {
            // Who speaks so is not helped by a part of it.
            Some(held) if crisis && held.partly => Held::default(),
            Some(held) => held,
            None => self.all.every(),
        };
        let first = crisis.then(|| library::crisis().first());
        let guide = if held.places.is_empty() {
            self.all.nothing(typed, words.as_ref(), first)
        } else {
            self.all.document(&held, first)
        };
        self.shown = held.places;
        let at = |number: &usize| {
            guide.outline().questions.get(*number).map(|i| guide.outline().entries[*i].at)
        };
        let numbers = self.shown.iter().enumerate();
        let open = numbers.filter(|(_, number)| self.open.contains(number)).map(|(i, _)| i);
        let open: HashSet<usize> = open.collect::<Vec<_>>().iter().filter_map(at).collect();
        self.reader = Reader::list(Arc::new(guide), setting, height);
        self.reader.open_answers(open);
        let marked = words.as_ref().filter(|_| !self.shown.is_empty());
        self.reader.look_for(marked.and_then(|words| self.all.pattern(words)));
        let row = focused.filter(|_| typed.is_empty());
        match row.and_then(|row| self.shown.iter().position(|number| *number == row)) {
            Some(row) => self.reader.nth_row(row),
            // The number to call stays in sight.
            None if crisis => self.reader.nth_row(0),
            None => {
                let asking = words.map(|words| self.all.asking(&self.shown, &words));
                self.reader.nth_row(asking.unwrap_or_default());
            }
        }
    }

    /// The number of the question that has the focus, or whose answer holds what has it.
    fn focused(&self) -> Option<usize> {
        let at = self.reader.focused_question()?;
        let row = self.reader.questions().position(|question| question == at)?;
        self.shown.get(row).copied()
    }

    /// Notes which of the questions shown are open.
    fn keep_open(&mut self) {
        let questions: Vec<usize> = self.reader.questions().collect();
        for (at, number) in questions.into_iter().zip(&self.shown) {
            if self.reader.is_open(at) {
                self.open.insert(*number);
            } else {
                self.open.remove(number);
            }
        }
    }

    /// How many there are and how far the walk over the marks is, in words.
    #[must_use]
    pub fn progress(&self) -> Vec<String> {
        let found = self.reader.has_hit().then(|| self.reader.found()).flatten();
        std::iter::once(self.counted()).chain(found.map(|found| format!("match {found}"))).collect()
    }

    /// `18 questions`, `5 of 18 questions`.
    #[must_use]
    pub fn counted(&self) -> String {
        self.all.counted(self.shown.len())
    }
}
