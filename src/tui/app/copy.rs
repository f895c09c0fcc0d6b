//! Copying what is read to the terminal's clipboard.

use unicode_width::UnicodeWidthStr;

use super::{App, Effect, Over, View};
use crate::guide::block::{Block, Kind};
use crate::guide::collected::fact_of;
use crate::guide::link::Target;
use crate::guide::text::plain;
use crate::page::What;
use crate::tui::pane::card::Card;

/// Terminals that take the clipboard's text take at least so many bytes of it.
const TAKEN: usize = 70_000;
/// More bytes are not sent at all.
const MOST: usize = 1_000_000;

impl App {
    /// Copies what has the focus or, with `section`, the whole section. What arrives
    /// cannot be known; where it may not, the text is shown to be selected by hand.
    pub(super) fn copy(&mut self, section: bool) -> Vec<Effect> {
        let text = match self.over.last() {
            Some(Over::Card(card)) => card.text(),
            Some(Over::Choice(_) | Over::Filters(_)) => return Vec::new(),
            None if section => self.section_text(),
            None => self.item_text(),
        };
        let text = text.trim().to_owned();
        if text.is_empty() {
            self.notice = Some("there is nothing to copy here".to_owned());
            return Vec::new();
        }
        let count = text.chars().count();
        let said = match count {
            1 => "1 character".to_owned(),
            count => format!("{count} characters"),
        };
        if text.len() > MOST {
            self.notice =
                Some(format!("{said} are too many for a clipboard; copy a smaller section"));
            return Vec::new();
        }
        if self.clipboard.known && text.len() <= TAKEN {
            self.notice = Some(format!("sent to the clipboard: {said}"));
        } else if let Some(said) = self.said_whole(&text) {
            self.notice = Some(said);
        } else {
            let blocks = vec![
                Block::paragraph(&format!(
                    "Sent to the clipboard: {said}. Not every terminal takes it, and none says \
                     so. This is the text, in case it has to be selected by hand."
                )),
                Block { at: 0, kind: Kind::Code(text.clone()) },
            ];
            // What is shown by copying a card takes its place, so that Esc leaves both.
            if matches!(self.over.last(), Some(Over::Card(card)) if card.title == SENT) {
                self.over.pop();
            }
            self.show(Card::new(SENT, blocks).copying(text.clone()));
        }
        vec![Effect::Copy(text)]
    }

    /// What is said of a text that stands whole in the footer: it can be selected there.
    fn said_whole(&self, text: &str) -> Option<String> {
        let said = format!("sent, if this terminal takes it: {text}");
        let width = self.glyphs.show(&said).width();
        (!text.contains('\n') && width < usize::from(self.window.width)).then_some(said)
    }

    /// What has the focus, in words; without any, the paragraph being read.
    fn item_text(&self) -> String {
        let Some(reader) = self.text() else {
            return self.row_text();
        };
        let guide = reader.guide();
        match reader.focused() {
            Some(What::Follow(Target::Web(address))) => address.clone(),
            Some(What::Note(label)) => match (guide.note(label), fact_of(label)) {
                (None, Some(fact)) => plain(&self.library.evidence().card(fact, self.today)),
                (note, _) => note.map(|note| plain(&note)).unwrap_or_default(),
            },
            Some(What::Toggle(question)) => reader.section_text(*question),
            _ => reader.paragraph_text(),
        }
    }

    fn section_text(&self) -> String {
        match self.text() {
            Some(reader) => reader.section_text(reader.section_at()),
            None => self.row_text(),
        }
    }

    /// What stands in the chosen row of a list, in full.
    fn row_text(&self) -> String {
        match (self.view, &self.clinics) {
            (View::Clinics, Some(clinics)) => {
                clinics.card().map(|card| card.text()).unwrap_or_default()
            }
            _ => self.guide_text(),
        }
    }

    /// What the list says of the chosen guide.
    fn guide_text(&self) -> String {
        let Ok(guide) = self.library.guide(self.guides.chosen) else { return String::new() };
        format!("{}\n{}", guide.title(), guide.summary())
    }
}

/// The card that shows what was sent.
const SENT: &str = "Copied text";
