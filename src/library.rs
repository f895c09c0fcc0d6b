//! The library: bundled guides and tables, and the files a user opens.
//!
//! Loading never stops at the first fault: what can be read is there, and every fault
//! found on the way is kept.

mod disk;
mod fault;
mod find;
mod plans;
mod sources;
mod tables;
mod value;
mod written;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};

use crate::clinic::List;
use crate::evidence::Evidence;
use crate::glossary::Term;
use crate::guide::Guide;
use crate::guide::front_matter;
use crate::plain::one_line;
use crate::questions;
use disk::utf8;

pub use disk::{
    Standing, clinics, is_markdown, lines_of, opened, shown, standing, unreadable, whole,
};
pub use fault::{Fault, faults_of};
pub use find::Found;
pub use plans::{plan, plan_of};
pub use tables::{
    CLINICS, COSTS, CRISIS, FACTS, Facts, GLOSSARY, Glossary, QUESTIONS, SOURCES, SYNONYMS,
    Sources, TABLES, TableText, crisis, questions,
};
pub use value::in_words;
pub use written::{NotWritten, created, write};

static BUNDLED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/guides");

/// Where a guide comes from.
#[derive(Debug)]
enum Origin {
    Bundled(&'static str),
    File(PathBuf),
    /// Bytes that were read already, such as standard input.
    Bytes(Vec<u8>),
    /// The questions to ask a clinic, put together from the table of this folder, else
    /// from the bundled one.
    Questions(Option<PathBuf>),
    /// Crisis help, put together from its table.
    Crisis,
}

/// A guide on the shelf; it is read when it is first looked at.
#[derive(Debug)]
struct Place {
    id: String,
    file: String,
    origin: Origin,
    guide: OnceLock<Result<Arc<Guide>, Fault>>,
    /// The guide with its sources behind it; none for what is no guide of ours.
    sourced: OnceLock<Option<Arc<Guide>>>,
}

/// Guides in the order they are listed, and the tables beside them.
#[derive(Debug)]
pub struct Library {
    shelf: Vec<Place>,
    /// True when it is one document that was opened by itself.
    pub single: bool,
    /// Every fault found so far while finding files.
    pub faults: Vec<Fault>,
    /// The folder whose tables count in place of the bundled ones.
    tables: Option<PathBuf>,
    /// Folders whose tables count behind those.
    more_tables: Vec<PathBuf>,
    /// Tables in folders below, which are not read.
    passed_over: Vec<PathBuf>,
    evidence: OnceLock<Evidence>,
    glossary: OnceLock<Vec<Term>>,
    clinics: OnceLock<Arc<List>>,
}

impl Default for Library {
    fn default() -> Self {
        Self::bundled()
    }
}

impl Library {
    fn empty() -> Self {
        Self {
            shelf: Vec::new(),
            single: false,
            faults: Vec::new(),
            tables: None,
            more_tables: Vec::new(),
            passed_over: Vec::new(),
            evidence: OnceLock::new(),
            glossary: OnceLock::new(),
            clinics: OnceLock::new(),
        }
    }

    /// The guides that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        let mut library = Self::empty();
        for file in BUNDLED.files() {
            let path = file.path();
            let name = path.file_name().and_then(|name| name.to_str());
            let (Some(name), Some(text)) = (name, file.contents_utf8()) else { continue };
            if let Some(id) = name.strip_suffix(".md") {
                library.shelve(id, &format!("guides/{name}"), Origin::Bundled(text));
            }
        }
        library.shelf.sort_by(|a, b| a.id.cmp(&b.id));
        library.sort_by_order(0);
        library.shelve(questions::ID, "guides/questions.toml", Origin::Questions(None));
        library.shelve(crate::crisis::ID, "guides/crisis.toml", Origin::Crisis);
        library
    }

    /// A single Markdown file, with the tables that lie beside it.
    #[must_use]
    pub fn file(path: &Path) -> Self {
        let tables = path.parent().map(Path::to_owned);
        let mut library = Self { single: true, tables, ..Self::empty() };
        let id = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        library.shelve(&id, &shown(path), Origin::File(path.to_owned()));
        library
    }

    /// A single document given as bytes.
    #[must_use]
    pub fn document(name: &str, bytes: Vec<u8>) -> Self {
        let mut library = Self { single: true, ..Self::empty() };
        library.shelve(name, name, Origin::Bytes(bytes));
        library
    }

    fn shelve(&mut self, id: &str, file: &str, origin: Origin) {
        let (id, file) = (one_line(id), one_line(file));
        let (guide, sourced) = (OnceLock::new(), OnceLock::new());
        self.shelf.push(Place { id, file, origin, guide, sourced });
    }

    /// Sorts the guides from place `from` on by the order that their front matter gives, which
    /// alone is read now. Those that give none stay as they stand, behind the others.
    fn sort_by_order(&mut self, from: usize) {
        self.shelf[from..].sort_by_cached_key(|place| {
            let order = match &place.origin {
                Origin::Bundled(text) => front_matter::split(text).0.order,
                Origin::File(path) => disk::order(path),
                _ => None,
            };
            order.unwrap_or(i64::MAX)
        });
    }

    /// The list of clinics: the bundled one, read once when it is first asked for, unless
    /// another was given.
    pub fn clinics(&self) -> &Arc<List> {
        static BUNDLED: OnceLock<Arc<List>> = OnceLock::new();
        let bundled = || Arc::clone(BUNDLED.get_or_init(|| Arc::new(List::bundled())));
        self.clinics.get_or_init(bundled)
    }

    /// Takes another list of clinics in place of the bundled one.
    pub fn take_clinics(&mut self, list: List) {
        self.clinics = OnceLock::from(Arc::new(list));
    }

    /// How many guides there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shelf.len()
    }

    /// True when it holds the guides that come with the program.
    fn is_bundled(&self) -> bool {
        self.shelf.iter().any(Place::is_bundled)
    }

    /// True when guide `i` comes with the program: its figures were held against their
    /// sources.
    #[must_use]
    pub fn is_checked(&self, i: usize) -> bool {
        self.shelf[i].is_bundled()
    }

    /// The file of guide `i` as the user named it, with whatever signs its name has.
    #[must_use]
    pub fn file_of(&self, i: usize) -> String {
        match &self.shelf[i].origin {
            Origin::File(path) => disk::named(path),
            _ => self.shelf[i].file.clone(),
        }
    }

    /// True when guide `i` was put together from a table.
    #[must_use]
    pub fn is_made(&self, i: usize) -> bool {
        matches!(self.shelf[i].origin, Origin::Questions(_) | Origin::Crisis)
    }

    /// True when there is no guide.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shelf.is_empty()
    }

    /// The id of guide `i`.
    #[must_use]
    pub fn id(&self, i: usize) -> &str {
        &self.shelf[i].id
    }

    /// Guide `i`, read now if it was not before.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn guide(&self, i: usize) -> Result<Arc<Guide>, Fault> {
        self.shelf[i].open()
    }

    /// Guide `i` for one look at it: what has not been read before is not kept.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn passing(&self, i: usize) -> Result<Arc<Guide>, Fault> {
        match self.shelf[i].guide.get() {
            Some(guide) => guide.clone(),
            None => self.shelf[i].read().map(Arc::new),
        }
    }

    /// Guide `i` when it has been read before.
    #[must_use]
    pub fn read_already(&self, i: usize) -> Option<Arc<Guide>> {
        self.shelf[i].guide.get()?.clone().ok()
    }

    /// True when every guide and its outline can be had at once: they have been read, or
    /// come with the program.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.shelf.iter().all(|place| match place.guide.get() {
            Some(Ok(guide)) => guide.known_outline().is_some() || place.is_bundled(),
            Some(Err(_)) => true,
            None => place.is_bundled(),
        })
    }

    /// Reads every guide and its outline.
    pub fn read_all(&self) {
        for guide in self.shelf.iter().filter_map(|place| place.open().ok()) {
            guide.outline();
        }
    }
}

impl Place {
    fn is_bundled(&self) -> bool {
        matches!(self.origin, Origin::Bundled(_) | Origin::Questions(None) | Origin::Crisis)
    }

    fn open(&self) -> Result<Arc<Guide>, Fault> {
        self.guide.get_or_init(|| self.read().map(Arc::new)).clone()
    }

    fn read(&self) -> Result<Guide, Fault> {
        let bytes = match &self.origin {
            Origin::Bundled(text) => text.as_bytes().to_vec(),
            Origin::Bytes(bytes) => bytes.clone(),
            Origin::Questions(folder) => {
                let questions = tables::questions(folder.as_deref()).ok_or_else(|| {
                    let message = "cannot be read as questions to ask a clinic".to_owned();
                    Fault { file: self.file.clone(), line: None, message }
                })?;
                questions.markdown(&crisis()).into_bytes()
            }
            Origin::Crisis => crisis().markdown().into_bytes(),
            Origin::File(path) => {
                std::fs::read(path).map_err(|error| unreadable(&self.file, &error))?
            }
        };
        let (text, fault) = utf8(bytes);
        let mut guide = Guide::new(&self.id, &self.file, text);
        guide.faults.extend(fault);
        Ok(guide)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_table_can_be_read() {
        let library = Library::bundled();
        assert!(!library.evidence().facts.is_empty());
        assert!(!library.evidence().sources.is_empty());
        assert!(!library.glossary().is_empty());
        assert!(!crisis().lines.is_empty());
        for i in 0..library.len() {
            assert_eq!(library.guide(i).expect("bundled").faults, []);
        }
    }
}
