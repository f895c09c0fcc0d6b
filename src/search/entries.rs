//! What of a library can be found.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use super::batch::{Batch, Place};
use crate::clinic::{List, STATES, in_words};
use crate::crisis::{self, Crisis};
use crate::faq;
use crate::glossary::Term;
use crate::guide::Guide;
use crate::guide::text::plain;
use crate::library::{self, Library};

/// Entries in a batch, about: few enough that the index takes one between two key presses.
const BATCH: usize = 256;
/// Threads that read guides at most.
const THREADS: usize = 4;

/// Adds the sections and questions of a guide, which stands at `number` on the shelf.
/// `foreign` says that it did not come with the program. A batch that is full is handed to
/// `full`, which leaves room in it.
fn add_guide(
    batch: &mut Batch,
    number: usize,
    guide: &Guide,
    foreign: bool,
    mut full: impl FnMut(&mut Batch),
) {
    let title = guide.title();
    let names = |title: &str, id: &str| {
        let aliases = guide.front.aliases.get(id).into_iter().flatten();
        std::iter::once(title.to_owned()).chain(aliases.cloned()).collect::<Vec<_>>()
    };
    for asked in faq::sections(guide) {
        let faq::Asked { section, at, questions } = asked;
        let called = names(&section.title, &section.id);
        let above = section.path.split_last().map_or(&[][..], |(_, above)| above);
        // A guide's only heading of the first level often says its title again.
        let above = above.iter().map(String::as_str).filter(|above| *above != title);
        let path = std::iter::once(title.as_str()).chain(above);
        let (place, body) = (Place::Section { guide: number, at }, plain(&section.blocks));
        batch.add(place, foreign, called.iter().map(String::as_str), path, &body);
        for question in questions {
            let called = names(&question.title, &question.id);
            let place = Place::Question { guide: number, at: question.at };
            let (called, body) = (called.iter().map(String::as_str), plain(&question.blocks));
            batch.add(place, foreign, called, [title.as_str()], &body);
        }
        if batch.len() >= BATCH {
            full(batch);
        }
    }
}

/// Crisis help and the terms of a glossary.
fn of_tables(crisis: &Crisis, terms: &[Term]) -> Batch {
    let mut batch = Batch::default();
    let names = crisis.lines.iter().map(|line| line.name.as_str());
    let names = std::iter::once(crisis.title.as_str()).chain(names);
    batch.add(Place::Crisis, false, names, [], &plain(&crisis.blocks()));
    for (number, term) in terms.iter().enumerate() {
        let names =
            std::iter::once(term.term.as_str()).chain(term.aliases.iter().map(String::as_str));
        batch.add(Place::Term(number), false, names, [], &term.meaning);
    }
    batch
}

/// Clinics, by name, town and state.
fn of_clinics(list: &List, range: std::ops::Range<usize>) -> Batch {
    let mut batch = Batch::default();
    for i in range {
        let clinic = list.clinic(i);
        let state = in_words(&STATES, &clinic.state);
        let path = [clinic.city.as_str(), state, clinic.state.as_str()];
        batch.add(Place::Clinic(i), false, [clinic.name.as_str()], path, "");
    }
    batch
}

/// Hands every entry of a library to `add`, with the number of guides done so far, in no
/// certain order. Guides that cannot be read are passed over. Stops soon after `add` says so
/// by returning false.
pub fn batches(library: &Library, mut add: impl FnMut(Batch, usize) -> bool) {
    if !add(of_tables(&library::crisis(), library.glossary()), 0) {
        return;
    }
    let list = library.clinics();
    for first in (0..list.len()).step_by(BATCH) {
        if !add(of_clinics(list, first..list.len().min(first + BATCH)), 0) {
            return;
        }
    }
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (next, stopped) = (&next, &stopped);
    let (sender, made) = sync_channel(2 * threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            scope.spawn(move || {
                let (mut batch, mut done) = (Batch::default(), 0);
                while !stopped.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= library.len() {
                        break;
                    }
                    // Nobody takes any more once `add` has said so.
                    add_numbered(&mut batch, library, number, |batch| {
                        let _ = sender.send((std::mem::take(batch), std::mem::take(&mut done)));
                    });
                    done += 1;
                }
                let _ = sender.send((batch, done));
            });
        }
        drop(sender);
        let mut ready = 0;
        for (batch, done) in made {
            ready += done;
            if !add(batch, ready) {
                break;
            }
        }
        stopped.store(true, Ordering::Relaxed);
    });
}

fn add_numbered(batch: &mut Batch, library: &Library, number: usize, full: impl FnMut(&mut Batch)) {
    // Crisis help is there already, as what it is.
    if library.id(number) == crisis::ID {
        return;
    }
    // A document by itself is being read already, or is kept once it is.
    let guide = if library.single { library.guide(number) } else { library.passing(number) };
    if let Ok(guide) = guide {
        add_guide(batch, number, &guide, !library.is_checked(number), full);
    }
}
