//! What a TARGET on the command line means: a guide, a section, a file or a folder.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::tell_faults;
use crate::library::{Fault, Found, Library};
use crate::page::Glyphs;

/// The bundled guides and those in the folders named.
///
/// # Errors
/// When one of the folders cannot be read.
pub fn bundled(folders: &[PathBuf], glyphs: Glyphs) -> anyhow::Result<Library> {
    let mut library = Library::bundled();
    for folder in folders {
        library.add_folder(folder)?;
    }
    tell_faults(&library.faults, glyphs);
    Ok(library)
}

/// The library a target belongs to, and the place in it; no place for a list of guides.
///
/// The name of a guide comes before a file of the same name: `./name` means the file.
///
/// # Errors
/// When there is no such guide, section, file or folder, or when it cannot be read.
pub fn resolve(
    target: Option<&str>,
    folders: &[PathBuf],
    glyphs: Glyphs,
) -> anyhow::Result<(Library, Option<Found>)> {
    let Some(target) = target else { return Ok((bundled(folders, glyphs)?, None)) };
    if target == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
        let library = Library::document("standard input", bytes);
        tell_faults(&library.faults, glyphs);
        return Ok((library, Some(Found { index: 0, at: None })));
    }
    let library = bundled(folders, glyphs)?;
    let missing = match library.find(target) {
        Ok(found) => return Ok((library, Some(found))),
        Err(missing) => missing,
    };
    if missing.kind == "section" {
        return Err(missing.into());
    }
    let path = Path::new(target);
    if path.exists() {
        return open(path, None, glyphs);
    }
    // A section of a file: `notes.md#plan`.
    if let Some((file, section)) = target.rsplit_once('#')
        && Path::new(file).exists()
    {
        return open(Path::new(file), Some(section), glyphs);
    }
    if target.contains(['/', '\\']) || crate::library::is_markdown(path) {
        let message = "there is no such file or folder".to_owned();
        return Err(Fault { file: crate::library::shown(path), line: None, message }.into());
    }
    Err(missing.into())
}

fn open(
    path: &Path,
    section: Option<&str>,
    glyphs: Glyphs,
) -> anyhow::Result<(Library, Option<Found>)> {
    if path.is_dir() {
        let library = Library::folder(path)?;
        tell_faults(&library.faults, glyphs);
        return Ok((library, None));
    }
    let library = Library::file(path);
    let at = section.map(|section| library.section(0, section)).transpose()?;
    Ok((library, Some(Found { index: 0, at })))
}
