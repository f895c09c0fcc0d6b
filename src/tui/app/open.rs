//! Opening guides and following what a page leads to.

use super::{App, Effect, Faq, Focus, Opened, View};
use crate::guide::age;
use crate::guide::block::{Block, Kind};
use crate::guide::collected::fact_of;
use crate::guide::link::Target;
use crate::library;
use crate::page::What;
use crate::tui::pane::card::Card;
use crate::tui::pane::reader::Reader;

/// Guides up to this many bytes get their outline at once; that of larger ones is read
/// on a thread of its own.
const AT_ONCE: usize = 256 * 1024;

impl App {
    /// Opens a guide as a new place: the one before can be gone back to.
    pub(super) fn visit(&mut self, index: usize, at: Option<usize>) -> Vec<Effect> {
        let here = self.here();
        self.history.leave(here);
        self.open(index, at)
    }

    /// Opens a guide at its beginning, or at byte offset `at`.
    pub(super) fn open(&mut self, index: usize, at: Option<usize>) -> Vec<Effect> {
        self.leave_overlays();
        let mut effects = Vec::new();
        if self.opened.as_ref().is_none_or(|opened| opened.index != index) {
            let before = std::mem::replace(&mut self.view, View::Text);
            let Some((mut opened, load)) = self.opened(index) else {
                self.view = before;
                return effects;
            };
            if let Some(answers) = self.answers.get(&index) {
                opened.reader.open_answers(answers.clone());
            }
            if let Some(before) = self.opened.replace(opened) {
                self.answers.insert(before.index, before.reader.open().clone());
            }
            effects.extend(load.then_some(Effect::Load(index)));
        }
        self.guides.chosen = index;
        (self.view, self.ground) = (View::Text, View::Text);
        self.fit();
        if let (Some(at), Some(reader)) = (at, self.text_mut()) {
            reader.go(at);
        }
        self.follow();
        effects
    }

    /// Closes what is open over the panes or being typed.
    pub(super) fn leave_overlays(&mut self) {
        self.over.clear();
        self.hidden_below = false;
        self.focus = Focus::Main;
        self.printing = None;
        self.leave_place();
        if let Some(opened) = &mut self.opened {
            opened.reader.keep_find();
        }
    }

    /// A guide to be read, and whether more of it is still to come.
    fn opened(&mut self, index: usize) -> Option<(Opened, bool)> {
        let (setting, rows) = (self.setting(), self.rows());
        let opened = |guide, partial, loads| {
            let reader = Reader::new(guide, setting, rows);
            Opened { index, partial, loads, reader }
        };
        if let Some(beginning) = self.library.beginning(index) {
            return Some((opened(beginning.into(), true, true), true));
        }
        // What has been read with its sources is all there is.
        let whole = self.library.with_sources_already(index);
        match whole.clone().map_or_else(|| self.library.guide(index), Ok) {
            Ok(guide) => {
                let large = guide.source().len() > AT_ONCE;
                if !large {
                    guide.outline();
                }
                let faults = library::faults_of(&guide);
                let old = age::notices(&guide.front, self.today);
                let first = faults.first().map(ToString::to_string);
                self.notice =
                    first.or_else(|| Some(old.first()?.text.clone())).or(self.notice.take());
                let loads = large && guide.known_outline().is_none();
                let more = guide.is_ours() && whole.is_none();
                Some((opened(guide, false, loads), loads || more))
            }
            Err(fault) => {
                self.notice = Some(fault.to_string());
                None
            }
        }
    }

    /// Does what the focused part of the text is for.
    pub(super) fn act(&mut self, what: &What) -> Vec<Effect> {
        match what {
            What::Follow(target) => return self.follow_link(target),
            What::Note(label) => self.show_note(label),
            What::Toggle(question) => {
                if let Some(reader) = self.text_mut() {
                    let open = reader.is_open(*question);
                    reader.answer(*question, !open);
                }
            }
            What::OpenAll(heading) | What::CloseAll(heading) => {
                if let Some(reader) = self.text_mut() {
                    reader.answers_under(*heading, matches!(what, What::OpenAll(_)));
                    self.notice = Some(reader.counted_open(Some(*heading)));
                }
            }
        }
        Vec::new()
    }

    fn follow_link(&mut self, target: &Target) -> Vec<Effect> {
        let Some(id) = self.text().map(|reader| reader.guide().id.clone()) else {
            return Vec::new();
        };
        let index = self.opened.as_ref().map_or(0, |opened| opened.index);
        match target {
            Target::Here(section) => self.visit_section(index, section),
            Target::Guide { path, section } => {
                if let Some(other) = self.library.linked(&id, path) {
                    match section {
                        Some(section) => self.visit_section(other, section),
                        None => self.visit(other, None),
                    }
                } else {
                    self.notice =
                        Some(format!("{path} is not among the guides that are open here"));
                    Vec::new()
                }
            }
            Target::Term(name) => {
                match self.library.term(name) {
                    Ok(term) => {
                        let card = Card::new(&term.term, term.card());
                        self.show(card);
                    }
                    Err(missing) => self.notice = Some(missing.to_string()),
                }
                Vec::new()
            }
            Target::Crisis => {
                self.show(Card::crisis());
                Vec::new()
            }
            Target::Questions(group) => match self.library.questions(group.as_deref()) {
                Ok(found) => self.visit(found.index, found.at),
                Err(missing) => {
                    self.notice = Some(missing.to_string());
                    Vec::new()
                }
            },
            Target::Clinics(query) => {
                self.visit_clinics(query);
                Vec::new()
            }
            Target::Cost(route) => {
                self.visit_cost(route);
                Vec::new()
            }
            Target::Web(address) => {
                let blocks = vec![
                    Block { at: 0, kind: Kind::Code(address.clone()) },
                    Block::paragraph(
                        "guidepost never goes online and starts no browser. This is the address in full, to copy or to note down.",
                    ),
                ];
                self.show(Card::new("Web address", blocks).copying(address.clone()));
                Vec::new()
            }
        }
    }

    fn visit_section(&mut self, index: usize, section: &str) -> Vec<Effect> {
        match self.library.section(index, section) {
            Ok(at) => self.visit(index, Some(at)),
            Err(missing) => {
                self.notice = Some(missing.to_string());
                Vec::new()
            }
        }
    }

    /// Shows what stands behind a note mark: a fact with its sources, or a footnote.
    fn show_note(&mut self, label: &str) {
        let Some(guide) = self.text().map(Reader::guide).cloned() else { return };
        let number = guide.outline().number(label);
        let number = number.map_or_else(|| label.to_owned(), |number| number.to_string());
        let card = match (guide.note(label), fact_of(label)) {
            (Some(blocks), _) => Card::new(&format!("Note {number}"), blocks),
            (None, Some(fact)) => {
                let evidence = self.library.evidence();
                let title = format!("What figure [{number}] rests on");
                Card::new(&title, evidence.card(fact, self.today))
                    .with_alone(evidence.addresses(fact))
            }
            (None, None) => return,
        };
        self.show(card);
    }

    /// Leaves a guide for the list of guides; it can be gone back to.
    pub(super) fn leave_for_guides(&mut self) {
        if self.view != View::Guides {
            let here = self.here();
            self.history.leave(here);
            if let (View::Text, Some(opened)) = (self.view, &self.opened) {
                self.guides.chosen = opened.index;
            }
        }
        self.show_guides();
    }

    /// Shows the list of guides.
    pub(super) fn show_guides(&mut self) {
        self.leave_overlays();
        (self.view, self.ground) = (View::Guides, View::Guides);
        self.fit();
    }

    /// Goes to the questions of every guide; the place before can be gone back to.
    pub(super) fn leave_for_faq(&mut self) -> Vec<Effect> {
        self.leave_for(View::Faq);
        self.show_faq()
    }

    /// Shows the questions of every guide. They are listed when all guides are read.
    pub(super) fn show_faq(&mut self) -> Vec<Effect> {
        self.leave_overlays();
        self.view = View::Faq;
        let read = self.library.is_read();
        if read {
            self.list_questions();
        }
        self.fit();
        if read { Vec::new() } else { vec![Effect::LoadAll] }
    }

    /// Lists the questions of all guides, once.
    pub(super) fn list_questions(&mut self) {
        if self.faq.is_none() {
            self.faq = Some(Faq::new(&self.library, self.setting(), self.rows()));
        }
    }
}
