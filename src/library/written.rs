//! The only files that are ever written: those that a user names.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::{Fault, disk};

/// Makes a new file that only its owner may read.
///
/// # Errors
/// When there is one of that name already, which is left as it is, or none can be made.
pub fn created(path: &Path) -> Result<File, Fault> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| {
        let message = if error.kind() == io::ErrorKind::AlreadyExists {
            "is there already and stays as it is; give another name, or move it away".to_owned()
        } else {
            format!("cannot be made: {}", disk::plain_error(&error))
        };
        Fault { file: disk::shown(path), line: None, message }
    })
}

/// Why a file was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotWritten {
    /// There is one of that name already; it stays as it is.
    There,
    /// What went wrong, in words.
    Failed(Fault),
}

/// Writes a file that only its owner may read; over another one only when `over` says so.
///
/// # Errors
/// When there is one of that name already and it is not to be written over, or the file
/// cannot be written.
pub fn write(path: &Path, text: &str, over: bool) -> Result<(), NotWritten> {
    let failed = |message: String| {
        NotWritten::Failed(Fault { file: disk::shown(path), line: None, message })
    };
    // A folder cannot be written over, a device is no file, and a pipe may wait for ever.
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(failed("is there and is no file to write over; give another name".to_owned()));
    }
    let mut options = OpenOptions::new();
    options.write(true);
    if over {
        options.create(true);
    } else {
        options.create_new(true);
    }
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        // A file that was there keeps its rights, so they are taken from it first.
        #[cfg(unix)]
        if over && file.metadata()?.is_file() {
            let rights = std::os::unix::fs::PermissionsExt::from_mode(0o600);
            file.set_permissions(rights)?;
        }
        // Emptied only when nothing else can refuse it.
        file.set_len(0)?;
        file.write_all(text.as_bytes())
    });
    written.map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return NotWritten::There;
        }
        failed(format!("cannot be written: {}", disk::plain_error(&error)))
    })
}
