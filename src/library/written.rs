//! The one file that is ever written: the list that a user has made of another.

use std::fs::{File, OpenOptions};
use std::io;
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
