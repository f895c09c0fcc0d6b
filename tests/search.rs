//! Search: what must come first, and what must hold for anything that is typed.

mod patients;
mod properties;
mod ranking;

use guidepost::library::Library;
use guidepost::search::{Batch, Found, Index, Place, Query, Scope, Shown, Synonyms, batches};

/// A library, everything in it ready to be searched.
pub struct Searched {
    pub library: Library,
    pub index: Index,
}

impl Searched {
    pub fn bundled() -> Self {
        Self::of(Library::bundled())
    }

    pub fn of(library: Library) -> Self {
        let mut index = Index::new(&library.synonyms());
        batches(&library, |batch, _| {
            index.add(&batch);
            true
        });
        Self { library, index }
    }

    pub fn found(&self, typed: &str) -> (Query, Found) {
        let query = Query::read(typed, &self.index);
        let found = self.index.search(&query, Scope::default(), 10);
        (query, found)
    }

    /// The ids of the best hits: of a section or question as `read` takes it, of a term with
    /// `term:` before it.
    pub fn ids(&self, typed: &str) -> Vec<String> {
        let (query, found) = self.found(typed);
        let shown = found.hits.iter().filter_map(|hit| Shown::of(&self.library, &query, hit));
        shown
            .map(|shown| match shown.place {
                Place::Crisis => "crisis".to_owned(),
                Place::Term(_) => format!("term:{}", shown.id),
                Place::Section { .. } | Place::Question { .. } | Place::Clinic(_) => shown.id,
            })
            .collect()
    }
}

/// An index of sections by their names, parted by `|`, and their texts.
fn sections(texts: &[(&str, &str)], synonyms: &str) -> Index {
    let synonyms: Synonyms = toml::from_str(synonyms).expect("a table");
    let mut index = Index::new(&synonyms);
    let mut batch = Batch::default();
    for (at, (names, text)) in texts.iter().enumerate() {
        batch.add(Place::Section { guide: 0, at }, false, names.split('|'), ["Guide"], text);
    }
    index.add(&batch);
    index
}

/// The places of what is found, best first.
fn order(index: &Index, typed: &str) -> Vec<usize> {
    let query = Query::read(typed, index);
    let hits = index.search(&query, Scope::default(), 10).hits;
    let place = |place| match place {
        Place::Section { at, .. } | Place::Question { at, .. } => at,
        Place::Crisis | Place::Term(_) | Place::Clinic(_) => usize::MAX,
    };
    hits.iter().map(|hit| place(hit.place)).collect()
}
