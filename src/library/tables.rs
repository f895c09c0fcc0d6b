//! The tables beside the guides: those of an opened folder where it has them, else the
//! bundled ones.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io;
use std::path::Path;

use serde::Deserialize;

use super::{BUNDLED, Fault, Library, Origin, disk};
use crate::crisis::Crisis;
use crate::evidence::{Evidence, Fact, Source};
use crate::glossary::Term;
use crate::questions::Questions;
use crate::search::Synonyms;

/// The facts' file.
pub const FACTS: &str = "facts.toml";
/// The sources' file.
pub const SOURCES: &str = "sources.toml";
/// The glossary's file.
pub const GLOSSARY: &str = "glossary.toml";
/// The file of questions to ask a clinic.
pub const QUESTIONS: &str = "questions.toml";
/// The file of lay words.
pub const SYNONYMS: &str = "synonyms.toml";
/// The file of clinics.
pub const CLINICS: &str = "clinics.csv";
/// The file of what ways of treatment cost.
pub const COSTS: &str = "costs.toml";
/// The crisis lines' file.
pub const CRISIS: &str = "crisis.toml";

/// All of them.
pub const TABLES: [&str; 8] =
    [FACTS, SOURCES, GLOSSARY, QUESTIONS, SYNONYMS, CLINICS, COSTS, CRISIS];

/// The shape of [`FACTS`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts<F = Fact> {
    /// In the order of the file.
    pub fact: Vec<F>,
}

/// The shape of [`SOURCES`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources<S = Source> {
    /// In the order of the file.
    pub source: Vec<S>,
}

/// The shape of [`GLOSSARY`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary<T = Term> {
    /// In the order of the file.
    pub term: Vec<T>,
}

/// A table as it is written.
#[derive(Debug, Clone)]
pub struct TableText {
    /// Its file, for messages.
    pub file: String,
    /// What stands in it.
    pub text: Cow<'static, str>,
}

impl TableText {
    fn bundled(name: &str) -> Option<Self> {
        let (folder, text) = match name {
            CLINICS => ("assets", crate::clinic::BUNDLED),
            COSTS => ("assets", crate::cost::route::BUNDLED),
            _ => ("guides", BUNDLED.get_file(name)?.contents_utf8()?),
        };
        Some(Self { file: format!("{folder}/{name}"), text: text.into() })
    }

    fn read(folder: &Path, name: &str) -> Result<Option<Self>, Fault> {
        let path = folder.join(name);
        if disk::standing(&path) == disk::Standing::Other {
            return Err(disk::no_file(&path));
        }
        Self::of(&path)
    }

    /// A table that a user names; none where there is no such file.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn of(path: &Path) -> Result<Option<Self>, Fault> {
        let file = disk::named(path);
        match std::fs::read(path) {
            Ok(bytes) => Ok(Some(Self { file, text: disk::utf8(bytes).0.into() })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(disk::unreadable(&file, &error)),
        }
    }

    /// Reads the table.
    ///
    /// # Errors
    /// The file, the line and what is wrong there.
    pub fn parse<T: for<'de> Deserialize<'de>>(&self) -> Result<T, Fault> {
        toml::from_str(&self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let message = crate::plain::one_line(error.message());
            Fault { file: self.file.clone(), line: Some(self.line(at)), message }
        })
    }

    /// The line, from 1, of byte offset `at`.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        crate::plain::line_at(self.text.as_bytes(), at)
    }
}

impl Library {
    /// The table called `name` of this library's own folder; none when it has none there.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn own_table(&self, name: &str) -> Result<Option<TableText>, Fault> {
        match &self.tables {
            Some(folder) => TableText::read(folder, name),
            None if self.is_bundled() => Ok(TableText::bundled(name)),
            None => Ok(None),
        }
    }

    fn table<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Option<T> {
        table(self.tables.as_deref(), name)
    }

    /// The rows of a table of this library, then those of the folders that were added. Of
    /// two rows of one name the first counts.
    fn rows<T: for<'de> Deserialize<'de>, R>(
        &self,
        name: &str,
        rows: impl Fn(T) -> Vec<R>,
    ) -> Vec<R> {
        let own = self.table(name);
        let more = self.more_tables.iter().filter_map(|folder| own_table(folder, name));
        own.into_iter().chain(more).flat_map(rows).collect()
    }

    /// What is wrong in the tables of folders of a user's own, so that they cannot be read.
    pub fn table_faults(&self) -> impl Iterator<Item = Fault> + '_ {
        let folders = self.tables.iter().chain(&self.more_tables);
        let faults = folders.flat_map(|folder| {
            [
                fault_in::<Facts>(folder, FACTS),
                fault_in::<Sources>(folder, SOURCES),
                fault_in::<Glossary>(folder, GLOSSARY),
                fault_in::<Synonyms>(folder, SYNONYMS),
            ]
        });
        // Questions are read only where they are a guide.
        let questions = self.shelf.iter().map(|place| match &place.origin {
            Origin::Questions(Some(folder)) => fault_in::<Questions>(folder, QUESTIONS),
            _ => None,
        });
        faults.chain(questions).flatten()
    }

    /// The facts and sources.
    pub fn evidence(&self) -> &Evidence {
        self.evidence.get_or_init(|| {
            let facts = self.rows(FACTS, |table: Facts| table.fact);
            let sources = self.rows(SOURCES, |table: Sources| table.source);
            Evidence::new(facts, sources)
        })
    }

    /// The glossary, in the order of its file; of two terms of one id the first.
    pub fn glossary(&self) -> &[Term] {
        self.glossary.get_or_init(|| {
            let (mut terms, mut ids) =
                (self.rows(GLOSSARY, |table: Glossary| table.term), HashSet::new());
            terms.retain(|term| ids.insert(term.id.clone()));
            terms
        })
    }

    /// Lay words and what they lead to, then those of the folders that were added. The words
    /// that bring crisis help are always those of the program too, whatever an own table has.
    #[must_use]
    pub fn synonyms(&self) -> Synonyms {
        let mut synonyms: Synonyms = self.table(SYNONYMS).unwrap_or_default();
        for more in self.more_tables.iter().filter_map(|folder| own_table(folder, SYNONYMS)) {
            synonyms.join(more);
        }
        let Synonyms { crisis, .. } = bundled(SYNONYMS).unwrap_or_default();
        synonyms.join(Synonyms { crisis, ..Synonyms::default() });
        synonyms
    }
}

/// The questions to ask a clinic, of a folder or the bundled ones; none when they cannot be
/// read.
#[must_use]
pub fn questions(folder: Option<&Path>) -> Option<Questions> {
    folder.map_or_else(|| bundled(QUESTIONS), |folder| own_table(folder, QUESTIONS))
}

/// The crisis lines. They are part of the program, so nothing in a file can break them.
///
/// # Panics
/// Never: the bundled file is read in a test.
#[must_use]
pub fn crisis() -> Crisis {
    bundled(CRISIS).expect("the bundled crisis lines are read in a test")
}

/// The table of a folder, or the bundled one where that is missing or faulty.
fn table<T: for<'de> Deserialize<'de>>(folder: Option<&Path>, name: &str) -> Option<T> {
    folder.and_then(|folder| own_table(folder, name)).or_else(|| bundled(name))
}

/// The table of a folder; none where that is missing or faulty.
fn own_table<T: for<'de> Deserialize<'de>>(folder: &Path, name: &str) -> Option<T> {
    TableText::read(folder, name).ok()??.parse().ok()
}

/// Why the table of a folder cannot be read; none when it can, or is not there.
fn fault_in<T: for<'de> Deserialize<'de>>(folder: &Path, name: &str) -> Option<Fault> {
    match TableText::read(folder, name) {
        Ok(text) => text?.parse::<T>().err(),
        Err(fault) => Some(fault),
    }
}

/// A bundled table; none when it is missing or faulty, which a test rules out.
fn bundled<T: for<'de> Deserialize<'de>>(name: &str) -> Option<T> {
    TableText::bundled(name)?.parse().ok()
}
