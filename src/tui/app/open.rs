//! Opening guides and following what a page leads to.

use super::{App, Effect, Focus};
use crate::guide::block::{Block, Kind};
use crate::guide::link::Target;
use crate::guide::markdown::{is_fact_id, label_key};
use crate::guide::text::each_block;
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
        self.over.clear();
        self.focus = Focus::Main;
        let mut effects = Vec::new();
        if self.reader.as_ref().is_none_or(|reader| reader.index != index) {
            match self.opened(index) {
                Some((reader, load)) => {
                    self.reader = Some(reader);
                    effects.extend(load.then_some(Effect::Load(index)));
                }
                None => return effects,
            }
        }
        self.guides.chosen = index;
        self.reading = true;
        self.fit();
        if let (Some(at), Some(reader)) = (at, &mut self.reader) {
            reader.go(at);
        }
        self.follow();
        effects
    }

    /// A reader for a guide, and whether more of the guide is still to be read.
    fn opened(&mut self, index: usize) -> Option<(Reader, bool)> {
        self.reading = true;
        let (setting, rows) = (self.setting(), usize::from(self.parts().main.height));
        if let Some(beginning) = self.library.beginning(index) {
            let reader = Reader::new(index, beginning.into(), true, setting, rows);
            return Some((reader, true));
        }
        match self.library.guide(index) {
            Ok(guide) => {
                let large = guide.source().len() > AT_ONCE;
                if !large {
                    guide.outline();
                }
                if let Some(fault) = library::faults_of(&guide).first() {
                    self.notice = Some(fault.to_string());
                }
                let load = large && guide.known_outline().is_none();
                Some((Reader::new(index, guide, false, setting, rows), load))
            }
            Err(fault) => {
                self.notice = Some(fault.to_string());
                self.reading = false;
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
                if let Some(reader) = &mut self.reader {
                    let open = reader.is_open(*question);
                    reader.answer(*question, !open);
                }
            }
            What::OpenAll | What::CloseAll => {
                if let Some(reader) = &mut self.reader {
                    reader.all_answers(*what == What::OpenAll);
                }
            }
        }
        Vec::new()
    }

    fn follow_link(&mut self, target: &Target) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let (index, id) = (reader.index, reader.guide().id.clone());
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
            Target::Web(address) => {
                let blocks = vec![
                    Block { at: 0, kind: Kind::Code(address.clone()) },
                    Block::paragraph(
                        "guidepost never goes online and starts no browser. This is the address in full, to copy or to note down.",
                    ),
                ];
                self.show(Card::new("Web address", blocks));
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
        let Some(guide) = self.reader.as_ref().map(Reader::guide).cloned() else { return };
        let outline = guide.outline();
        let number = outline.number(label).map_or_else(|| label.to_owned(), |n| n.to_string());
        let footnote = outline.definitions.notes.get(&label_key(label)).and_then(|at| {
            let blocks = guide.blocks(guide.piece_at(*at));
            let mut found = None;
            each_block(&blocks, &mut |block| {
                if let Kind::Note { label: other, blocks } = &block.kind
                    && label_key(other) == label_key(label)
                    && found.is_none()
                {
                    found = Some(blocks.clone());
                }
            });
            found
        });
        let card = match footnote {
            Some(blocks) => Card::new(&format!("Note {number}"), blocks),
            None if is_fact_id(label) => Card::new(
                &format!("What figure [{number}] rests on"),
                self.library.evidence().card(label),
            ),
            None => return,
        };
        self.show(card);
    }

    /// Leaves a guide for the list of guides; it can be gone back to.
    pub(super) fn leave_for_guides(&mut self) {
        self.over.clear();
        if self.reading {
            let here = self.here();
            self.history.leave(here);
        }
        self.show_guides();
    }

    /// Shows the list of guides, the one last read being chosen.
    pub(super) fn show_guides(&mut self) {
        if let Some(reader) = self.reader.as_ref().filter(|_| self.reading) {
            self.guides.chosen = reader.index;
        }
        self.reading = false;
        self.focus = Focus::Main;
        self.fit();
    }
}
