//! Questions as patients put them: how often an answer is among the first three.
//!
//! `tests/fixtures/patients.tsv` holds the questions with every place that answers them,
//! judged by reading the guides. The list is a floor that is printed (`cargo test patients
//! -- --nocapture`), not a target to tune the search to.

use std::collections::BTreeMap;

use super::Searched;

/// Of a hundred questions so many are answered among the first three, at least.
const FLOOR: usize = 88;
/// The same of each kind.
const FLOOR_OF_KIND: usize = 80;

#[test]
fn nearly_every_question_is_answered_among_the_first_three() {
    let searched = Searched::bundled();
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in include_str!("../fixtures/patients.tsv").lines().skip(1) {
        let [kind, typed, answers] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let ids = searched.ids(typed);
        assert!(!ids.is_empty(), "nothing is found for {typed:?}");
        let answered = ids.iter().take(3).any(|id| answers.split(',').any(|known| known == id));
        let crisis = answers.split(',').next() == Some("crisis");
        assert!(!crisis || ids[0] == "crisis", "{typed:?} does not bring crisis help: {ids:?}");
        for kind in [kind, "all"] {
            let (all, found) = counts.entry(kind).or_default();
            (*all, *found) = (*all + 1, *found + usize::from(answered));
        }
    }
    for (kind, (all, found)) in counts {
        println!("{kind}: {found} of {all} among the first three");
        let floor = if kind == "all" { FLOOR } else { FLOOR_OF_KIND };
        assert!(found * 100 >= floor * all, "{kind}: {found} of {all}");
    }
}

#[test]
fn every_place_that_is_named_exists() {
    let searched = Searched::bundled();
    for line in include_str!("../fixtures/patients.tsv").lines().skip(1) {
        let answers = line.rsplit('\t').next().expect("a column");
        for id in answers.split(',').filter(|id| *id != "crisis") {
            match id.strip_prefix("term:") {
                Some(term) => drop(searched.library.term(term).expect("a term")),
                None => drop(searched.library.find(id).expect("a place")),
            }
        }
    }
}
