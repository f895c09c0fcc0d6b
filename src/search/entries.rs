//! What of a library can be found.

use super::batch::{Batch, Place};
use crate::crisis::{self, Crisis};
use crate::faq;
use crate::glossary::Term;
use crate::guide::Guide;
use crate::guide::text::plain;
use crate::library::{self, Library};

/// Entries in a batch, about: few enough that the index takes one between two key presses.
const BATCH: usize = 256;

/// Adds the sections and questions of a guide, which stands at `number` on the shelf.
/// `foreign` says that it did not come with the program.
pub fn guide_entries(number: usize, guide: &Guide, foreign: bool, mut add: impl FnMut(Batch)) {
    let mut batch = Batch::new(foreign);
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
        batch.add(place, called.iter().map(String::as_str), path, &body);
        for question in questions {
            let called = names(&question.title, &question.id);
            let place = Place::Question { guide: number, at: question.at };
            let (called, body) = (called.iter().map(String::as_str), plain(&question.blocks));
            batch.add(place, called, [title.as_str()], &body);
        }
        if batch.len() >= BATCH {
            add(std::mem::replace(&mut batch, Batch::new(foreign)));
        }
    }
    if !batch.is_empty() {
        add(batch);
    }
}

/// Crisis help and the terms of a glossary.
#[must_use]
pub fn table_entries(crisis: &Crisis, terms: &[Term]) -> Batch {
    let mut batch = Batch::new(false);
    let names = crisis.lines.iter().map(|line| line.name.as_str());
    let names = std::iter::once(crisis.title.as_str()).chain(names);
    batch.add(Place::Crisis, names, [], &plain(&crisis.blocks()));
    for (number, term) in terms.iter().enumerate() {
        let names =
            std::iter::once(term.term.as_str()).chain(term.aliases.iter().map(String::as_str));
        batch.add(Place::Term(number), names, [], &term.meaning);
    }
    batch
}

/// Hands every entry of a library to `add`, with the number of guides done so far. Guides
/// that cannot be read are passed over. Stops when `add` says so by returning false.
pub fn batches(library: &Library, mut add: impl FnMut(Batch, usize) -> bool) {
    let mut goes_on = add(table_entries(&library::crisis(), library.glossary()), 0);
    // Crisis help is there already, as what it is.
    for number in (0..library.len()).filter(|number| library.id(*number) != crisis::ID) {
        if !goes_on {
            return;
        }
        let Ok(guide) = library.passing(number) else { continue };
        let foreign = !library.is_checked(number);
        guide_entries(number, &guide, foreign, |batch| goes_on &= add(batch, number + 1));
    }
}
