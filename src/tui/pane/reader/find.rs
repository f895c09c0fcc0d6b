//! Finding words in the text, those in closed answers too.

use std::collections::{HashMap, HashSet};

use super::{Focus, Place, Reader, Spot};
use crate::page::{Hit, Pattern};

/// Matches are counted one by one in so many bytes of text; beyond, they are reckoned.
const COUNTED: usize = 128 * 1024;

/// A hit that can be found again whatever the width and whichever answers are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    piece: usize,
    at: usize,
    nth: usize,
}

impl Mark {
    /// True for the hit `hit` of piece `piece`.
    pub fn is(&self, piece: usize, hit: &Hit) -> bool {
        (self.piece, self.at, self.nth) == (piece, hit.at, hit.nth)
    }
}

/// What is looked for in a text, and how far the walk over its hits has come.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// The pieces that may hold a hit, in order.
    pieces: Vec<usize>,
    /// The hits of the pieces that have been searched.
    known: HashMap<usize, Vec<Mark>>,
    /// All hits, when they have been counted; else about how many.
    total: Option<usize>,
    about: usize,
    here: Option<Mark>,
    /// Every question, so that hits in closed answers count.
    questions: HashSet<usize>,
    /// What was typed.
    typed: String,
    /// Where it was begun, and which answers were open, while words are being typed.
    begun: Option<(Place, HashSet<usize>)>,
}

impl Search {
    /// Forgets which hit was reached.
    pub fn leave(&mut self) {
        self.here = None;
    }

    /// The hit that is reached.
    pub fn here(&self) -> Option<Mark> {
        self.here
    }
}

/// How a step to another hit went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It led on.
    On,
    /// It led over the end of the text to the other end.
    Around,
    /// There is no hit.
    Nowhere,
}

impl Reader {
    /// What is looked for, as it was typed.
    #[must_use]
    pub fn find_typed(&self) -> &str {
        &self.search.typed
    }

    /// Begins to look for words while they are typed; what is found is reckoned from here.
    pub fn begin_find(&mut self) {
        self.search.begun = Some((self.place(), self.pages.open().clone()));
    }

    /// Looks for what has been typed so far and goes to the first hit from where it was
    /// begun.
    pub fn find(&mut self, typed: &str) {
        self.go_where_begun();
        self.look_for(Pattern::phrase(typed));
        typed.clone_into(&mut self.search.typed);
        if self.is_looking() {
            self.next_hit(true);
        }
    }

    /// Stops typing; the hits stay marked.
    pub fn keep_find(&mut self) -> Option<Place> {
        self.search.begun.take().map(|(place, _)| place)
    }

    /// Stops looking, and goes back to where it was begun if words are still being typed.
    pub fn end_find(&mut self) {
        self.go_where_begun();
        self.search.begun = None;
        self.look_for(None);
    }

    fn go_where_begun(&mut self) {
        if let Some((place, open)) = self.search.begun.clone() {
            if open != *self.pages.open() {
                self.pages.set_open(open);
            }
            self.return_to(place);
        }
    }

    /// True while something is looked for.
    #[must_use]
    pub fn is_looking(&self) -> bool {
        self.pages.looked_for().is_some()
    }

    /// True when a hit has been reached.
    #[must_use]
    pub fn has_hit(&self) -> bool {
        self.search.here.is_some()
    }

    /// True when what is looked for is nowhere.
    #[must_use]
    pub fn has_none(&self) -> bool {
        self.search.total == Some(0)
    }

    /// Marks something wherever it stands, or nothing any more, without going there.
    pub fn look_for(&mut self, pattern: Option<Pattern>) {
        self.pages.look_for(pattern);
        self.search = Search { begun: self.search.begun.take(), ..Search::default() };
        self.count();
        self.settle();
    }

    /// Marks something wherever it stands, without being asked how often that is.
    pub fn mark(&mut self, pattern: Option<Pattern>) {
        self.pages.look_for(pattern);
        self.settle();
    }

    /// Finds the pieces that may hold a hit, and counts the hits where they are few.
    fn count(&mut self) {
        let Some(estimator) = self.pages.looked_for().map(Pattern::estimator) else { return };
        let guide = std::sync::Arc::clone(self.guide());
        self.search.questions = self.questions().collect();
        let estimate = |piece| estimator.estimate(&guide.source()[guide.piece(piece)]);
        let estimates = (0..guide.pieces()).filter_map(|piece| Some((piece, estimate(piece)?)));
        let likely: Vec<_> = estimates.collect();
        self.search.about = likely.iter().map(|(_, estimate)| estimate).sum();
        self.search.pieces = likely.into_iter().map(|(piece, _)| piece).collect();
        let pieces = self.search.pieces.clone();
        let bytes: usize = pieces.iter().map(|piece| guide.piece(*piece).len()).sum();
        self.search.total =
            (bytes <= COUNTED).then(|| pieces.iter().map(|piece| self.hits(*piece).len()).sum());
    }

    /// The hits of a piece, those in closed answers included.
    fn hits(&mut self, piece: usize) -> &[Mark] {
        let Search { known, questions, .. } = &mut self.search;
        known.entry(piece).or_insert_with(|| {
            let hits = self.pages.hits(piece, questions);
            hits.iter().map(|hit| Mark { piece, at: hit.at, nth: hit.nth }).collect()
        })
    }

    /// Goes to the next hit, or the one before: from the last one reached, else from the
    /// reading place, in a list of questions from the one in focus. At the end of the text it
    /// goes on at the other end.
    pub fn next_hit(&mut self, next: bool) -> Step {
        let row = if self.rows { self.focused_question() } else { None };
        let at = row.unwrap_or_else(|| self.at());
        let reached = self.search.here;
        let here = reached.map_or_else(|| self.guide().piece_at(at), |mark| mark.piece);
        let pieces = self.search.pieces.clone();
        let split = pieces.partition_point(|piece| *piece < here);
        let after = split + usize::from(pieces.get(split) == Some(&here));
        if after > split {
            let marks = self.hits(here);
            // Marks stand in reading order; their offsets need not rise within a picture.
            let i = match reached.and_then(|reached| marks.iter().position(|m| *m == reached)) {
                Some(i) if next => Some(i + 1),
                Some(i) => i.checked_sub(1),
                None if next => marks.iter().position(|mark| mark.at >= at),
                None => marks.iter().rposition(|mark| mark.at < at),
            };
            if let Some(mark) = i.and_then(|i| marks.get(i)).copied() {
                self.go_to_hit(mark);
                return Step::On;
            }
        }
        let order: Vec<usize> = if next {
            (after..pieces.len()).chain(0..after).collect()
        } else {
            (0..split).rev().chain((split..pieces.len()).rev()).collect()
        };
        for i in order {
            let marks = self.hits(pieces[i]);
            if let Some(mark) = if next { marks.first() } else { marks.last() }.copied() {
                self.go_to_hit(mark);
                let on = if next { i >= after } else { i < split };
                return if on { Step::On } else { Step::Around };
            }
        }
        // Every piece has been looked at now.
        self.search.total = Some(0);
        Step::Nowhere
    }

    fn go_to_hit(&mut self, mark: Mark) {
        // Until it is scrolled to no place is kept in view.
        self.search.here = None;
        let shown = |reader: &mut Self| {
            let hits = &reader.pages.page(mark.piece).hits;
            hits.iter().find(|hit| mark.is(mark.piece, hit)).map(|hit| hit.parts.clone())
        };
        if shown(self).is_none() {
            // It stands in a closed answer.
            let guide = std::sync::Arc::clone(self.guide());
            let around = guide.known_outline().map(|outline| {
                let up = outline.line_up(outline.entry_at(mark.at));
                up.map(|i| outline.entries[i].at).collect::<Vec<_>>()
            });
            for at in around.unwrap_or_default() {
                self.set_answer(at, true);
            }
        }
        let parts = shown(self).unwrap_or_default();
        self.settle();
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let spot = |line| Spot { piece: mark.piece, line };
        self.search.here = Some(mark);
        if spot(first.0) < self.top || spot(last.0) > self.bottom() {
            let top = self.pages.up(spot(first.0), self.height / 3);
            self.scroll(top);
        }
        // What the hit stands in can be acted on at once.
        let within = |(line, column, columns): &(usize, usize, usize)| {
            *line == first.0 && (*column..column + columns).contains(&first.1)
        };
        let stops = &self.pages.page(mark.piece).stops;
        let stop = stops.iter().position(|stop| stop.parts.iter().any(within));
        self.focus = stop.map(|stop| Focus { piece: mark.piece, stop });
    }

    /// Forgets which hit was reached once it is out of view, or in an answer that was closed:
    /// the walk then goes on from what is in view.
    pub(super) fn leave_hit(&mut self) {
        let spot = self.hit_spot();
        if spot.is_none_or(|spot| !(self.top..=self.bottom()).contains(&spot)) {
            self.search.here = None;
        }
    }

    /// The line of the hit that is reached.
    pub(super) fn hit_spot(&mut self) -> Option<Spot> {
        let (mark, (line, _)) = self.hit_place()?;
        Some(Spot { piece: mark.piece, line })
    }

    /// The piece and line of the hit that is reached, as far as its page is set.
    pub(super) fn hit_line(&self) -> Option<(usize, usize)> {
        let mark = self.search.here?;
        let hits = &self.pages.get(mark.piece)?.hits;
        let hit = hits.iter().find(|hit| mark.is(mark.piece, hit))?;
        hit.parts.first().map(|part| (mark.piece, part.0))
    }

    /// The hit that is reached, with its line and column.
    fn hit_place(&mut self) -> Option<(Mark, (usize, usize))> {
        let mark = self.search.here?;
        let hits = &self.pages.page(mark.piece).hits;
        let hit = hits.iter().find(|hit| mark.is(mark.piece, hit))?;
        hit.parts.first().map(|part| (mark, (part.0, part.1)))
    }

    /// What can be acted on next after the hit that is reached, or before it.
    pub(super) fn stop_near_hit(&mut self, next: bool) -> Option<Focus> {
        let (mark, (line, column)) = self.hit_place()?;
        self.stop_near(Spot { piece: mark.piece, line }, column, next)
    }

    /// How far the walk is, in words: `3 of 14`, `14 matches`, `no match`.
    #[must_use]
    pub fn found(&self) -> Option<String> {
        self.pages.looked_for()?;
        let Search { pieces, known, total, about, here, .. } = &self.search;
        let Some(total) = total else {
            return Some(match about {
                1 => "about 1 match".to_owned(),
                about => format!("about {about} matches"),
            });
        };
        let before = |mark: &Mark| {
            let marks = |piece: &usize| known.get(piece).map_or(&[][..], Vec::as_slice);
            let above = pieces.iter().take_while(|piece| **piece < mark.piece);
            let above: usize = above.map(|piece| marks(piece).len()).sum();
            marks(&mark.piece).iter().position(|other| other == mark).map(|i| above + i)
        };
        let exact = self.pages.looked_for().is_some_and(Pattern::is_exact_about_case);
        Some(match (total, here.as_ref().and_then(before)) {
            (0, _) if exact => "no match (capitals)".to_owned(),
            (0, _) => "no match".to_owned(),
            (1, None) => "1 match".to_owned(),
            (total, None) => format!("{total} matches"),
            (total, Some(i)) => format!("{} of {total}", i + 1),
        })
    }
}
