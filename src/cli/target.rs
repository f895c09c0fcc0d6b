//! What a TARGET stands for: a guide, a section, a file, a folder or standard input.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::clinic::List;
use crate::library::{self, Fault, Found, Library, Standing, shown};
use crate::near::near_enough;
use crate::reading::Reading;
use crate::settings::{self, Folder, Surroundings};

/// A library and what of it was asked for.
#[derive(Debug)]
pub struct Chosen {
    pub library: Library,
    pub what: What,
}

/// What of a library was asked for.
#[derive(Debug)]
pub enum What {
    /// One guide, perhaps a section of it.
    Guide(Found),
    /// The list of all.
    All,
}

impl Chosen {
    fn guide(library: Library, section: Option<&str>) -> anyhow::Result<Self> {
        library.readable(0)?;
        let at = match section {
            Some(section) => Some(library.section(0, section).with_context(|| {
                // The file is what the reader of the message looks for first.
                library.guide(0).map_or_else(|fault| fault.file, |guide| guide.file.clone())
            })?),
            None => None,
        };
        Ok(Self { library, what: What::Guide(Found { index: 0, at }) })
    }

    /// What the reader needs to show it, with a list of clinics of the user's own and what
    /// is wrong in that.
    pub fn opened(
        self,
        settings: settings::Chosen,
        surroundings: &Surroundings,
        clinics: Option<(List, Vec<Fault>)>,
    ) -> Reading {
        let Self { mut library, what } = self;
        let settings::Chosen { settings, glyphs, faults: mut notices, lost, .. } = settings;
        notices.extend(lost);
        notices.append(&mut library.faults);
        notices.extend(library.table_faults());
        if let Some((list, faults)) = clinics {
            library.take_clinics(list);
            notices.extend(faults);
        }
        let start = match what {
            What::Guide(found) => Some(found),
            What::All => None,
        };
        let (clipboard, today) = (surroundings.clipboard, surroundings.today);
        let json = super::estimate_in_json;
        Reading { library, start, glyphs, clipboard, today, settings, json, notices }
    }
}

/// Where guides come from beside the bundled ones.
#[derive(Debug, Clone, Copy)]
pub struct Shelves<'a> {
    /// Folders of `--library`, which must be there.
    pub options: &'a [PathBuf],
    /// Folders of the settings file.
    pub settings: &'a [Folder],
}

/// The bundled guides and those of the shelves.
pub fn library(shelves: Shelves) -> anyhow::Result<Library> {
    let mut library = Library::bundled();
    for folder in shelves.options {
        add(&mut library, folder)?;
    }
    for Folder { path, file, line } in shelves.settings {
        if let Err(fault) = add(&mut library, path) {
            let message = format!("library: {fault}");
            library.faults.push(Fault { file: file.clone(), line: Some(*line), message });
        }
    }
    Ok(library)
}

fn add(library: &mut Library, folder: &Path) -> Result<(), Fault> {
    let before = (library.len(), library.faults.len());
    library.add_folder(folder)?;
    if before == (library.len(), library.faults.len()) {
        let message = "no Markdown files (.md) in this folder".to_owned();
        library.faults.push(Fault { file: shown(folder), line: None, message });
    }
    Ok(())
}

/// All guides of the library.
pub fn all(shelves: Shelves) -> anyhow::Result<Chosen> {
    Ok(Chosen { library: library(shelves)?, what: What::All })
}

/// Finds what `target` stands for. `commands` are names it may have been meant for.
pub fn choose(shelves: Shelves, target: &OsStr, commands: &[String]) -> anyhow::Result<Chosen> {
    if target == "-" {
        return standard_input();
    }
    let library = library(shelves)?;
    let missing = match library.find(&target.to_string_lossy()) {
        Ok(found) => {
            library.readable(found.index)?;
            return Ok(Chosen { library, what: What::Guide(found) });
        }
        Err(missing) if missing.kind == "section" => return Err(missing.into()),
        Err(missing) => missing,
    };
    let (path, section) = parted(target);
    match library::standing(path) {
        Standing::Folder => {
            anyhow::ensure!(section.is_none(), "{}: a folder has no sections", shown(path));
            Ok(Chosen { library: Library::folder(path)?, what: What::All })
        }
        Standing::File | Standing::Other => Chosen::guide(Library::file(path), section),
        // Reading it says why it cannot be read.
        Standing::Nothing if is_path(path) => Chosen::guide(Library::file(path), section),
        Standing::Nothing => {
            match near_enough(&missing.name, commands.iter().map(String::as_str)) {
                Some(command) => anyhow::bail!("{missing}; or is it the command \"{command}\"?"),
                None => Err(missing.into()),
            }
        }
    }
}

/// A path and the section behind its `#`; a file whose name holds a `#` is a path.
fn parted(target: &OsStr) -> (&Path, Option<&str>) {
    let whole = Path::new(target);
    if library::standing(whole) == Standing::Nothing
        && let Some((path, section)) = target.to_str().and_then(|target| target.rsplit_once('#'))
    {
        return (Path::new(path), Some(section).filter(|section| !section.is_empty()));
    }
    (whole, None)
}

/// True for what can only be meant as a path.
fn is_path(path: &Path) -> bool {
    let separated = path.to_string_lossy().contains(std::path::is_separator);
    separated || library::is_markdown(path)
}

fn standard_input() -> anyhow::Result<Chosen> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).context("standard input")?;
    Chosen::guide(Library::document("standard input", bytes), None)
}
