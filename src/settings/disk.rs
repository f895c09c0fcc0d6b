//! The files that settings are read from: one of settings, and perhaps one of a theme.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use crate::library::{Fault, shown, unreadable};
use crate::plain::utf8;

/// The longest file that is read, in bytes; a settings file is far shorter.
const LONGEST: u64 = 1024 * 1024;

/// A file that could not be read.
pub struct Unread {
    /// True when there is no such file.
    pub absent: bool,
    /// What to say about it.
    pub fault: Fault,
}

/// Why something that the command line names cannot be used.
#[derive(Debug)]
pub struct Refused(pub Vec<Fault>);

impl From<Unread> for Refused {
    fn from(unread: Unread) -> Self {
        Self(vec![unread.fault])
    }
}

/// The text of a file.
pub fn text(path: &Path) -> Result<String, Unread> {
    let unread = |error: io::Error| Unread {
        // Something else may stand where a folder should be.
        absent: matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
        fault: unreadable(&shown(path), &error),
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unread)?;
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(unread)?;
    let wrong = |line: Option<usize>, message: &str| {
        let message = format!("cannot be read: {message}");
        Unread { absent: false, fault: Fault { file: shown(path), line, message } }
    };
    if bytes.len() as u64 > LONGEST {
        return Err(wrong(None, "longer than 1 MB, which no settings are; name another file"));
    }
    utf8(bytes).map_err(|error| wrong(Some(error.line), "not UTF-8 here; save the file as UTF-8"))
}

/// A path as settings name it: relative to `folder`, with `~/` for the home folder.
pub fn path(named: &str, folder: &Path) -> Result<PathBuf, String> {
    let in_home = named.strip_prefix("~/").or((named == "~").then_some(""));
    match (in_home, BaseDirs::new()) {
        (None, _) => Ok(folder.join(named)),
        (Some(rest), Some(folders)) => Ok(folders.home_dir().join(rest)),
        (Some(_), None) => Err("there is no home folder for ~; write the whole path".to_owned()),
    }
}
