//! What is wrong in files, as it is said to whoever reads them.

use super::Library;
use crate::guide::Guide;
use crate::guide::front_matter::TextFault;
use crate::plain::one_line;

/// Something wrong in a file: where, what, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file as the user named it, with whatever signs its name has.
    pub file: String,
    /// The line, from 1; none when the file as a whole is meant.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", one_line(&self.file), self.message),
            None => write!(f, "{}: {}", one_line(&self.file), self.message),
        }
    }
}

impl std::error::Error for Fault {}

/// The faults of a guide's own text that a reader should know of: front matter that
/// could not be read, bytes that are not UTF-8.
#[must_use]
pub fn faults_of(guide: &Guide) -> Vec<Fault> {
    let fault = |fault: &TextFault| Fault {
        file: guide.file.clone(),
        line: Some(fault.line),
        message: fault.message.clone(),
    };
    guide.faults.iter().map(fault).collect()
}

impl Library {
    /// The faults of the guides that have been read: those of their text, or why they cannot
    /// be read.
    pub fn faults_read(&self) -> impl Iterator<Item = Fault> + '_ {
        let read = self.shelf.iter().filter_map(|place| place.guide.get());
        read.flat_map(|guide| match guide {
            Ok(guide) => faults_of(guide),
            Err(fault) => vec![fault.clone()],
        })
    }
}
