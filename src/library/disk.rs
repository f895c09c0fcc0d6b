//! Folders and files of a user's own.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Fault, Library, Origin};
use crate::clinic::List;
use crate::guide::Guide;
use crate::guide::front_matter::{self, Misread, TextFault};
use crate::guide::link::{Target, joined};
use crate::guide::text::each_link;
use crate::plain::{self, NotUtf8, one_line};

/// Files larger than this show their beginning before the rest is read, in bytes.
const LARGE: u64 = 512 * 1024;
/// Files of a folder at most that are looked into for their order.
const SHELF: usize = 500;
/// Bytes that tell whether a file begins with front matter of ours, which may be all of it.
const HEAD: u64 = 4 * 1024;

impl Library {
    /// The Markdown files under `folder`, recursively; links between them are relative.
    /// Tables of facts, sources, terms, lay words and questions in the folder count in place
    /// of the bundled ones.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no Markdown file.
    pub fn folder(folder: &Path) -> Result<Self, Fault> {
        let mut library = Self { tables: Some(folder.to_owned()), ..Self::empty() };
        library.shelve_folder(folder)?;
        let (questions, id) = (folder.join(super::QUESTIONS), crate::questions::ID);
        if questions.is_file() {
            if library.shelf.iter().any(|place| place.id == id) {
                library.faults.push(taken(&questions, id));
            } else {
                let origin = Origin::Questions(Some(folder.to_owned()));
                library.shelve(id, &shown(&questions), origin);
            }
        }
        if library.shelf.is_empty() {
            let message = "no Markdown files (.md) in this folder".to_owned();
            return Err(Fault { file: shown(folder), line: None, message });
        }
        Ok(library)
    }

    /// The tables of a folder, without its guides.
    #[must_use]
    pub fn tables_in(folder: &Path) -> Self {
        Self { tables: Some(folder.to_owned()), ..Self::empty() }
    }

    /// A single Markdown file with those it links to, and the tables that lie beside it.
    #[must_use]
    pub fn file_with_links(path: &Path) -> Self {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = whole.parent().map(Path::to_owned);
        let mut library = Self { single: true, tables: folder, ..Self::empty() };
        library.shelve(&rooted(&whole), &shown(path), Origin::File(path.to_owned()));
        let Ok(guide) = library.guide(0) else { return library };
        let mut linked = Vec::new();
        for piece in 0..guide.pieces() {
            each_link(&guide.blocks(piece), &mut |target, _| {
                if let Target::Guide { path, .. } = target {
                    linked.extend(Some(path.clone()));
                }
            });
        }
        linked.sort();
        linked.dedup();
        for relative in linked {
            let Some(id) = joined(&guide.id, &relative) else { continue };
            let id = id.rsplit_once('.').map_or(id.as_str(), |(stem, _)| stem).to_owned();
            let other = whole.with_file_name("").join(&relative);
            if other.is_file() && library.shelf.iter().all(|place| place.id != id) {
                library.shelve(&id, &shown(&other), Origin::File(other));
            }
        }
        library
    }

    /// Puts the Markdown files under `folder` on the shelf, behind what stands there, and its
    /// facts, sources, terms and lay words behind those that are known. Its questions to ask
    /// are not read.
    ///
    /// # Errors
    /// When the folder itself cannot be read. Folders and names below it that cannot be
    /// read become faults of the library.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), Fault> {
        self.more_tables.push(folder.to_owned());
        self.shelve_folder(folder)
    }

    fn shelve_folder(&mut self, folder: &Path) -> Result<(), Fault> {
        let fault = |path: &Path, error: &io::Error| unreadable(&named(path), error);
        std::fs::read_dir(folder).map_err(|error| fault(folder, &error))?;
        let mut files = Vec::new();
        let (top, first) = (folder, self.shelf.len());
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let listed = match std::fs::read_dir(&folder) {
                Ok(listed) => listed,
                Err(error) => {
                    self.faults.push(fault(&folder, &error));
                    continue;
                }
            };
            for entry in listed.flatten() {
                let hidden = entry.file_name().to_string_lossy().starts_with('.');
                let path = entry.path();
                // Links to folders are not followed: they may lead in circles.
                let below = path.parent() != Some(top);
                match entry.file_type() {
                    Ok(kind) if kind.is_file() && below && is_table(&path) => {
                        self.passed_over.push(path);
                    }
                    Ok(kind) if kind.is_dir() && !hidden => folders.push(path),
                    Ok(kind) if kind.is_dir() || !is_markdown(&path) => {}
                    // Reading a pipe would wait for whoever writes to it.
                    Ok(kind) if !kind.is_file() && standing(&path) == Standing::Other => {
                        self.faults.push(no_file(&path));
                    }
                    Ok(kind) if !kind.is_file() && standing(&path) == Standing::Folder => {}
                    Ok(_) => files.push(path),
                    Err(_) => {}
                }
            }
        }
        files.sort();
        let mut ids: HashSet<String> = self.shelf.iter().map(|place| place.id.clone()).collect();
        for path in files {
            let relative = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
            let id = relative.to_string_lossy().replace('\\', "/");
            if !ids.insert(one_line(&id)) {
                self.faults.push(taken(&path, &id));
                continue;
            }
            let file = shown(&path);
            self.shelve(&id, &file, Origin::File(path));
        }
        // So many files are notes, and looking into each would keep the first screen waiting.
        if self.shelf.len() - first <= SHELF {
            self.sort_by_order(first);
        }
        Ok(())
    }

    /// The folder of its tables as the user named it.
    #[must_use]
    pub fn folder_of_tables(&self) -> String {
        self.tables.as_deref().map(named).unwrap_or_default()
    }

    /// The folders below that of this library in which tables lie that are not read.
    #[must_use]
    pub fn passed_over(&self) -> Vec<String> {
        let top = self.tables.as_deref().unwrap_or(Path::new(""));
        let below = |path: &PathBuf| path.strip_prefix(top).ok()?.parent().map(named);
        let mut folders: Vec<_> = self.passed_over.iter().filter_map(below).collect();
        folders.sort();
        folders.dedup();
        folders
    }

    /// Says whether guide `i` can be read, without reading a regular file that is large.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn readable(&self, i: usize) -> Result<(), Fault> {
        let place = &self.shelf[i];
        match &place.origin {
            // Only a regular file can be opened twice: what a pipe holds is gone then.
            Origin::File(path) if path.is_file() => match File::open(path) {
                Ok(_) => Ok(()),
                Err(error) => Err(unreadable(&place.file, &error)),
            },
            _ => place.open().map(drop),
        }
    }

    /// The beginning of guide `i` when its file is so large that reading all of it would
    /// keep the first screen waiting; none when it is small or read already.
    #[must_use]
    pub fn beginning(&self, i: usize) -> Option<Guide> {
        let place = &self.shelf[i];
        let Origin::File(path) = &place.origin else { return None };
        if place.guide.get().is_some() || std::fs::metadata(path).ok()?.len() <= LARGE {
            return None;
        }
        let mut bytes = vec![0; 64 * 1024];
        let mut file = File::open(path).ok()?;
        let mut len = 0;
        while len < bytes.len() {
            match file.read(&mut bytes[len..]).ok()? {
                0 => break,
                read => len += read,
            }
        }
        bytes.truncate(len);
        // A line or a character cut in two at the end is left for later.
        let end = memchr::memrchr(b'\n', &bytes)?;
        bytes.truncate(end + 1);
        let (text, _) = utf8(bytes);
        Some(Guide::new(&place.id, &place.file, text))
    }
}

/// The place that a file's front matter gives it in the list of guides; none for most files,
/// of which no more than the beginning is read.
pub(super) fn order(path: &Path) -> Option<i64> {
    let mut beginning = Vec::new();
    let mut file = File::open(path).ok()?;
    (&mut file).take(HEAD).read_to_end(&mut beginning).ok()?;
    if !beginning.starts_with(b"+++") {
        return None;
    }
    file.take(LARGE).read_to_end(&mut beginning).ok()?;
    front_matter::split(&utf8(beginning).0).0.order
}

/// True for the name of a table.
fn is_table(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
    super::TABLES.contains(&name)
}

/// An id for a file from the top of the file system.
fn rooted(path: &Path) -> String {
    let stem = path.with_extension("");
    stem.to_string_lossy().replace('\\', "/").trim_start_matches('/').to_owned()
}

/// Reads bytes as UTF-8; what is not is replaced, and the line of the first is a fault.
pub fn utf8(bytes: Vec<u8>) -> (String, Option<TextFault>) {
    match plain::utf8(bytes) {
        Ok(text) => (text, None),
        Err(NotUtf8 { line, text }) => {
            let message = "not UTF-8 here; what could not be read is shown as \u{fffd}".to_owned();
            (text, Some(TextFault { kind: Misread::Bytes, line, message }))
        }
    }
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing that can be seen.
    Nothing,
    /// A folder.
    Folder,
    /// A file.
    File,
    /// A pipe or anything else that may be read, once.
    Other,
}

/// A path by which a file is known however it is named; the name itself where nothing is.
#[must_use]
pub fn whole(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// What stands at `path`, links followed.
#[must_use]
pub fn standing(path: &Path) -> Standing {
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => Standing::Folder,
        Ok(found) if found.is_file() => Standing::File,
        Ok(_) => Standing::Other,
        Err(_) => Standing::Nothing,
    }
}

/// The fault of what would wait for whoever writes to it.
#[must_use]
pub fn no_file(path: &Path) -> Fault {
    let message = "not a file but a pipe or a device; it is left out".to_owned();
    Fault { file: named(path), line: None, message }
}

/// The fault of a file whose id another guide has.
fn taken(path: &Path, id: &str) -> Fault {
    let message = format!("the id \"{}\" is taken; the guide that has it stays", one_line(id));
    Fault { file: named(path), line: None, message }
}

/// The fault of a file that cannot be read.
#[must_use]
pub fn unreadable(file: &str, error: &io::Error) -> Fault {
    let message = format!("cannot be read: {}", plain_error(error));
    Fault { file: file.to_owned(), line: None, message }
}

/// A list of clinics that a user names, and what is wrong in it.
///
/// # Errors
/// When it cannot be read.
pub fn clinics(path: &Path) -> Result<(List, Vec<Fault>), Fault> {
    let file = shown(path);
    let bytes = std::fs::read(path).map_err(|error| unreadable(&file, &error))?;
    let (text, fault) = utf8(bytes);
    let (list, mut faults) = List::parse(&file, text);
    faults.extend(fault.map(|TextFault { line, message, .. }| Fault {
        file,
        line: Some(line),
        message,
    }));
    Ok((list, faults))
}

/// A file that is read bit by bit, and its length in bytes where it has one.
///
/// # Errors
/// When it cannot be opened.
pub fn opened(path: &Path) -> Result<(File, Option<u64>), Fault> {
    let open = File::open(path).and_then(|file| file.metadata().map(|about| (file, about)));
    let (file, about) = open.map_err(|error| unreadable(&shown(path), &error))?;
    Ok((file, about.is_file().then_some(about.len())))
}

/// The lines of a text file that a user names.
///
/// # Errors
/// When it cannot be read.
pub fn lines_of(path: &Path) -> Result<Vec<String>, Fault> {
    let file = shown(path);
    let bytes = std::fs::read(path).map_err(|error| unreadable(&file, &error))?;
    Ok(utf8(bytes).0.lines().map(str::to_owned).collect())
}

/// True for the endings of Markdown files.
#[must_use]
pub fn is_markdown(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or("");
    end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown")
}

/// A path as text, with whatever signs it has.
#[must_use]
pub fn named(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A path as text that is safe to show.
#[must_use]
pub fn shown(path: &Path) -> String {
    one_line(&named(path))
}

/// An operating system's error without its number.
pub(super) fn plain_error(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
