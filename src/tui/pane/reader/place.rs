//! Places to come back to, in the same document or in another version of it.

use std::sync::Arc;

use super::{Anchor, Focus, Reader, Spot};
use crate::guide::Guide;

/// A place to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    anchor: Anchor,
    focus: Option<Focus>,
}

/// A place by the heading above it, so that it is found again where what stands above has
/// changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Below {
    /// The heading's id.
    heading: String,
    /// Bytes from the heading to the place.
    bytes: usize,
    /// The place itself, and the length of the document for which it holds.
    place: Place,
    length: usize,
}

impl Below {
    /// A place in a guide whose outline is known; none above the first heading.
    fn of(guide: &Guide, place: Place) -> Option<Self> {
        let (at, length) = (place.anchor.at, guide.source().len());
        let entries = &guide.known_outline()?.entries;
        let above = entries.iter().rev().find(|entry| entry.at <= at)?;
        Some(Self { heading: above.id.clone(), bytes: at - above.at, place, length })
    }

    /// The byte offset in a guide, where the heading is there.
    fn find(&self, guide: &Guide) -> Option<usize> {
        let entries = &guide.known_outline()?.entries;
        let entry = entries.iter().find(|entry| entry.id == self.heading)?;
        Some(entry.at + self.bytes)
    }
}

impl Reader {
    /// The place to come back to.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { anchor: self.anchor, focus: self.focus }
    }

    /// Comes back to a place of this guide.
    pub fn return_to(&mut self, place: Place) {
        // What stands in an answer is there only while that is open.
        let at = place.anchor.at;
        let inside = self.question_at(at).filter(|question| self.answer_at(*question) <= at);
        if let Some(question) = inside {
            self.set_answer(question, true);
        }
        self.anchor = place.anchor;
        self.asked = Some(place.anchor.at);
        self.focus = place.focus;
        self.search.leave();
        self.settle();
    }

    /// A place by the heading above it; none above the first one.
    #[must_use]
    pub fn below(&self, place: Place) -> Option<Below> {
        Below::of(self.guide(), place)
    }

    /// Comes back to a place below a heading; to the beginning where the heading is gone.
    pub fn return_below(&mut self, place: &Below) {
        let at = place.find(self.guide()).unwrap_or_else(|| self.guide().body());
        // In another version what can be acted on may have another number.
        let same = self.guide().source().len() == place.length && at == place.place.anchor.at;
        let near = Place { anchor: Anchor::at(at), focus: None };
        self.return_to(if same { place.place } else { near });
    }

    /// Goes on with another version of the document: what is in view and which answers are
    /// open stay with their headings.
    pub fn renew(&mut self, guide: Arc<Guide>) {
        let moved = |at: usize| {
            let place = Place { anchor: Anchor::at(at), focus: None };
            Below::of(self.guide(), place)?.find(&guide)
        };
        let open = self.pages.open().iter().filter_map(|at| moved(*at)).collect();
        let anchor = moved(self.anchor.at).map_or(self.anchor, |at| Anchor { at, ..self.anchor });
        self.anchor = if self.top == Spot::default() { Anchor::at(guide.body()) } else { anchor };
        self.asked = None;
        self.focus = None;
        self.pages.set_open(open);
        self.replace(guide);
    }
}
