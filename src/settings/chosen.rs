//! What holds in the end: the command line first, then the file, then the surroundings.

use std::path::{Path, PathBuf};

use super::disk::{self, Refused};
use super::origin::{DEFAULT, Setting, Value};
use super::themes::{self, NoTheme};
use super::written::{At, Written};
use super::{Settings, Surroundings};
use crate::keymap::Patch;
use crate::library::{Fault, shown};
use crate::page::Glyphs;

/// So many faults are told at most.
const TOLD: usize = 20;

/// Which settings file is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Config {
    /// The one in the usual place, if it is there.
    #[default]
    Usual,
    /// This one, which must be there.
    File(PathBuf),
    /// None.
    None,
}

/// What the command line asks for; it wins over the file.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The settings file.
    pub config: Config,
    /// A theme's name or file.
    pub theme: Option<String>,
    /// ASCII only.
    pub ascii: bool,
    /// Colours for certain, or none; what the surroundings say when left out.
    pub color: Option<bool>,
    /// Folders of guides.
    pub library: Vec<PathBuf>,
}

/// A folder of guides that the settings file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The folder.
    pub path: PathBuf,
    /// The settings file as shown.
    pub file: String,
    /// The line that names the folder.
    pub line: usize,
}

/// The settings that hold, where each comes from, and what is wrong in their file.
#[derive(Debug, Default)]
pub struct Chosen {
    /// How the reader is set.
    pub settings: Settings,
    /// The signs to print with.
    pub glyphs: Glyphs,
    /// Folders of guides that the file names.
    pub library: Vec<Folder>,
    /// The settings file, whether or not it is there; none where there is no place for one.
    pub file: Option<PathBuf>,
    /// True when it is there.
    pub exists: bool,
    /// Every setting with its value and where that comes from.
    pub listed: Vec<Setting>,
    /// The rows of keys that hold.
    pub keys: Vec<Patch>,
    /// What is wrong in the file; what it says otherwise holds.
    pub faults: Vec<Fault>,
    /// What has lost its last key to rows of the file, which may be meant so: it is told to who
    /// presses keys or looks at them.
    pub lost: Vec<Fault>,
}

impl Chosen {
    /// What holds without any file: only the signs are chosen.
    #[must_use]
    pub fn bare(surroundings: &Surroundings, ascii: bool) -> Self {
        let glyphs = if ascii { Glyphs::Ascii } else { surroundings.glyphs };
        Self { glyphs, ..Self::default() }
    }

    /// Reads the settings file and puts together what holds.
    ///
    /// # Errors
    /// When a file that the command line names cannot be read, and when there is no theme
    /// of the name it gives. Faults in the settings file are in [`Chosen::faults`].
    pub fn read(asked: &Asked, surroundings: &Surroundings) -> Result<Self, Refused> {
        let file = match &asked.config {
            Config::Usual => surroundings.config_file(),
            Config::File(file) => Some(file.clone()),
            Config::None => None,
        };
        let mut chosen = Self { file, ..Self::default() };
        let mut written = Written::default();
        match chosen.file.as_deref().map(disk::text) {
            None => {}
            Some(Ok(text)) => {
                chosen.exists = true;
                written = Written::read(&text);
            }
            Some(Err(unread)) if asked.config != Config::Usual => return Err(unread.into()),
            Some(Err(unread)) if unread.absent => {}
            Some(Err(unread)) => {
                chosen.exists = true;
                chosen.faults.push(unread.fault);
            }
        }
        chosen.settle(written, asked, surroundings)?;
        Ok(chosen)
    }

    /// Decides on every setting and lists them.
    fn settle(
        &mut self,
        mut written: Written,
        asked: &Asked,
        surroundings: &Surroundings,
    ) -> Result<(), Refused> {
        for (line, message) in std::mem::take(&mut written.faults) {
            self.fault(line, message);
        }
        let from = self.choose_theme(written.theme.as_ref(), asked)?;
        self.list("theme", Value::Text(self.settings.theme.name.clone()), from);

        let (colors, from) = match asked.color {
            Some(colors) => (colors, "--color"),
            None if surroundings.colors => (true, DEFAULT),
            None if surroundings.no_color => (false, "NO_COLOR"),
            None => (false, "TERM"),
        };
        self.settings.colors = colors;
        if !colors {
            let theme = std::mem::take(&mut self.settings.theme);
            self.settings.theme = theme.without_colours();
        }
        self.list("colors", Value::Switch(colors), from.to_owned());

        let from = self.origin(written.measure);
        self.settings.measure = written.measure.map_or(self.settings.measure, |at| at.value);
        self.list("measure", Value::Number(self.settings.measure), from);

        let from = self.origin(written.roomy);
        self.settings.roomy = written.roomy.is_some_and(|at| at.value);
        self.list("roomy", Value::Switch(self.settings.roomy), from);

        let (ascii, from) = match (asked.ascii, written.ascii, surroundings.ascii_from) {
            (true, ..) => (true, "--ascii".to_owned()),
            // A terminal that shows ASCII only is not given more.
            (_, None | Some(At { value: false, .. }), Some(name)) => (true, name.to_owned()),
            (_, at, _) => (at.is_some_and(|at| at.value), self.origin(at)),
        };
        self.glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        self.list("ascii", Value::Switch(ascii), from);

        let from = self.origin(written.mouse);
        self.settings.mouse = written.mouse.is_some_and(|at| at.value);
        self.list("mouse", Value::Switch(self.settings.mouse), from);

        self.choose_folders(written.library, &asked.library);

        let patched = self.settings.keymap.patched(&written.keys);
        self.settings.keymap = patched.keymap;
        self.keys = patched.own;
        for (line, message) in patched.faults {
            self.fault(line, format!("key: {message}"));
        }
        let lost = patched.lost.into_iter();
        let said = |(line, message)| self.at(line, format!("key: {message}"));
        self.lost = lost.map(said).collect();
        self.faults.sort_by_key(|fault| fault.line);
        self.faults = told(std::mem::take(&mut self.faults));
        self.lost = told(std::mem::take(&mut self.lost));
        Ok(())
    }

    /// The theme that holds; where it comes from.
    fn choose_theme(
        &mut self,
        written: Option<&At<String>>,
        asked: &Asked,
    ) -> Result<String, Refused> {
        if let Some(wanted) = &asked.theme {
            let called = |message| Fault { file: "--theme".to_owned(), line: None, message };
            let (theme, faint) = themes::find(wanted, Path::new(""))
                .map_err(|none| Refused(told(none.faults(called))))?;
            self.settings.theme = theme;
            self.faults.extend(faint);
            return Ok("--theme".to_owned());
        }
        let Some(at) = written else { return Ok(DEFAULT.to_owned()) };
        match themes::find(&at.value, self.folder()) {
            Ok((theme, faint)) => {
                self.settings.theme = theme;
                self.faults.extend(faint);
                return Ok(self.origin(Some(at.line)));
            }
            Err(NoTheme::Called(message)) => self.fault(at.line, format!("theme: {message}")),
            Err(NoTheme::Inside(faults)) => self.faults.extend(faults),
        }
        Ok(DEFAULT.to_owned())
    }

    fn choose_folders(&mut self, written: Vec<At<String>>, asked: &[PathBuf]) {
        let mut folders = Vec::new();
        for At { value, line } in written {
            match disk::path(&value, self.folder()) {
                Ok(path) => {
                    folders.push((shown(&path), self.origin(Some(line))));
                    self.library.push(Folder { path, file: self.name(), line });
                }
                Err(message) => self.fault(line, format!("library: {message}")),
            }
        }
        folders.extend(asked.iter().map(|path| (shown(path), "--library".to_owned())));
        let mut from: Vec<_> = folders.iter().map(|(_, from)| from.as_str()).collect();
        from.dedup();
        let from = if from.is_empty() { DEFAULT.to_owned() } else { from.join(", ") };
        self.list("library", Value::List(folders), from);
    }

    fn list(&mut self, name: &'static str, value: Value, from: String) {
        self.listed.push(Setting { name, value, from });
    }

    fn fault(&mut self, line: usize, message: String) {
        self.faults.push(self.at(line, message));
    }

    fn at(&self, line: usize, message: String) -> Fault {
        Fault { file: self.name(), line: Some(line), message }
    }

    /// Where a value that may stand in the file comes from.
    pub fn origin(&self, line: Option<impl Into<usize>>) -> String {
        match line {
            Some(line) => format!("{}:{}", self.name(), line.into()),
            None => DEFAULT.to_owned(),
        }
    }

    /// The settings file as shown.
    #[must_use]
    pub fn name(&self) -> String {
        self.file.as_deref().map(shown).unwrap_or_default()
    }

    /// The folder that paths in the settings file are relative to.
    fn folder(&self) -> &Path {
        self.file.as_deref().and_then(Path::parent).unwrap_or(Path::new(""))
    }
}

/// The first of `faults`, and how many more there are.
fn told(mut faults: Vec<Fault>) -> Vec<Fault> {
    let more = faults.len().saturating_sub(TOLD);
    if more > 1 {
        let file = faults[TOLD].file.clone();
        faults.truncate(TOLD);
        faults.push(Fault {
            file,
            line: None,
            message: format!("and {more} more faults like these"),
        });
    }
    faults
}
