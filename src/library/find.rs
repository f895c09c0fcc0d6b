//! What is found in a library by its name.

use super::Library;
use crate::glossary::Term;
use crate::guide::link::joined;
use crate::near::NotFound;
use crate::questions;

/// What a user asked for by name: a guide and perhaps a place in it.
#[derive(Debug, Clone)]
pub struct Found {
    /// The guide's place on the shelf.
    pub index: usize,
    /// The byte offset of the section asked for.
    pub at: Option<usize>,
}

impl Library {
    /// Finds `guide`, `guide#section`.
    ///
    /// # Errors
    /// Names the nearest guide or section that exists.
    pub fn find(&self, name: &str) -> Result<Found, NotFound> {
        let guide = |id: &str| self.shelf.iter().position(|place| place.id == id);
        // A guide's own name may hold a `#`.
        let parted = |(at, _)| Some((guide(&name[..at])?, &name[at + 1..]));
        let whole = guide(name).map(|index| (index, ""));
        let found = whole.or_else(|| name.rmatch_indices('#').find_map(parted));
        let (index, section) = found.ok_or_else(|| {
            let id = name.rsplit_once('#').map_or(name, |(id, _)| id);
            NotFound::among("guide", id, self.shelf.iter().map(|place| place.id.as_str()))
        })?;
        if section.is_empty() {
            return Ok(Found { index, at: None });
        }
        self.section(index, section).map(|at| Found { index, at: Some(at) })
    }

    /// The byte offset of a section of guide `i`.
    ///
    /// # Errors
    /// Names the nearest section that exists.
    pub fn section(&self, i: usize, section: &str) -> Result<usize, NotFound> {
        let guide = self.guide(i).map_err(|_| NotFound::among("section", section, []))?;
        guide.find(section).ok_or_else(|| {
            let ids = guide.outline().entries.iter().map(|entry| entry.id.as_str());
            NotFound::among("section", section, ids)
        })
    }

    /// The questions to ask a clinic, or a group of them.
    ///
    /// # Errors
    /// Names the nearest group, or says that a library has no questions.
    pub fn questions(&self, group: Option<&str>) -> Result<Found, NotFound> {
        self.find(&format!("{}#{}", questions::ID, group.unwrap_or("")))
    }

    /// The guide a link `path` in guide `from` leads to, the path being relative to it.
    #[must_use]
    pub fn linked(&self, from: &str, path: &str) -> Option<usize> {
        let wanted = joined(from, path)?;
        let stem = wanted.rsplit_once('.').map_or(wanted.as_str(), |(stem, _)| stem);
        self.shelf.iter().position(|place| place.id == stem)
    }

    /// The term called `name`.
    ///
    /// # Errors
    /// Names the nearest term that exists.
    pub fn term(&self, name: &str) -> Result<&Term, NotFound> {
        let terms = self.glossary();
        let called = terms.iter().find(|term| term.is_called(name));
        called.ok_or_else(|| NotFound::among("term", name, terms.iter().flat_map(Term::names)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Origin;
    use super::*;

    #[test]
    fn links_are_relative_to_the_guide_they_stand_in() {
        let mut library = Library::empty();
        for id in ["a", "sub/b", "sub/c"] {
            library.shelve(id, id, Origin::Bytes(Vec::new()));
        }
        assert_eq!(library.linked("sub/b", "c.md"), Some(2));
        assert_eq!(library.linked("sub/b", "../a.md"), Some(0));
        assert_eq!(library.linked("a", "./sub/b.md"), Some(1));
        assert_eq!(library.linked("a", "../a.md"), None);
    }

    #[test]
    fn a_guide_whose_name_holds_the_sign_of_sections_is_found() {
        let mut library = Library::empty();
        for id in ["c", "c#", "c#-1"] {
            library.shelve(id, id, Origin::Bytes(b"# Safe\n\n# Two {#a#b}\n".to_vec()));
        }
        let found = |name| library.find(name).map(|found| (found.index, found.at.is_some()));
        assert_eq!(found("c#"), Ok((1, false)));
        assert_eq!(found("c#-1"), Ok((2, false)));
        assert_eq!(found("c#safe"), Ok((0, true)));
        assert_eq!(found("c##safe"), Ok((1, true)));
        assert_eq!(found("c#-1#a#b"), Ok((2, true)));
        assert_eq!(found("d#-1#safe").expect_err("no such guide").name, "d#-1");
    }

    #[test]
    fn a_missing_name_names_the_nearest() {
        let mut library = Library::empty();
        library.shelve("ketamine-for-ptsd", "f", Origin::Bytes(b"# Safe\n".to_vec()));
        let missing = library.find("ketamine-ptsd").expect_err("no such guide");
        assert_eq!(missing.nearest.as_deref(), Some("ketamine-for-ptsd"));
        let missing = library.find("ketamine-for-ptsd#save").expect_err("no such section");
        assert_eq!((missing.kind, missing.nearest.as_deref()), ("section", Some("safe")));
    }
}
