//! `import`: a list of clinics made of any CSV, and what of it was used.

use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use csv::{Terminator, Writer, WriterBuilder};

use super::out::{Out, unwritten};
use super::{NOTHING_FOUND, messages};
use crate::clinic::Clinic;
use crate::clinic::import::{Became, Converter, Mapping, Row, Rows};
use crate::library::{self, Standing, shown, standing, unreadable};
use crate::page::Glyphs;
use crate::plain::one_line;

/// Faults that are told one by one.
const TOLD: usize = 20;
/// Columns that a heading may have; what is behind them is not looked at.
const COLUMNS: usize = 4096;
/// How often it is said how far the file is read.
const OFTEN: Duration = Duration::from_secs(2);

/// Makes a list of clinics of `file`, of the rows that hold all of `wanted`; it goes to the
/// new file `to`, else to standard output.
pub fn answer(
    out: &mut Out,
    file: &Path,
    to: Option<&Path>,
    wanted: &[String],
) -> anyhow::Result<ExitCode> {
    ensure!(!out.json, "import makes CSV; leave --json out");
    if let Some(to) = to.filter(|to| standing(to) != Standing::Nothing) {
        bail!(
            "{}: is there already and stays as it is; give another name, or move it away",
            shown(to)
        );
    }
    let input = file == Path::new("-");
    let (name, source) = if input {
        ("standard input".to_owned(), "standard input".to_owned())
    } else {
        let source = file.file_name().map(|name| one_line(&name.to_string_lossy()));
        (shown(file), source.unwrap_or_default())
    };
    let (from, long): (Box<dyn Read>, _) = if input {
        (Box::new(io::stdin().lock()), None)
    } else {
        let (from, long) = library::opened(file)?;
        (Box::new(from), long)
    };
    let broken = |error: &io::Error| unreadable(&name, error);
    let mut rows = Rows::new(from).map_err(|error| broken(&error))?;
    ensure!(!rows.is_wide(), "{name}: is UTF-16, which is not read; save it as CSV in UTF-8");
    let mut row = Row::default();
    let any = rows.next(&mut row, COLUMNS).map_err(|error| broken(&error))?;
    ensure!(any, "{name}: is empty");
    let mapping = mapping(&name, &row)?;
    let glyphs = out.glyphs();
    for line in mapping.lines() {
        match to {
            Some(_) => out.raw(&format!("{line}\n"))?,
            None => messages::say(glyphs, &line),
        }
    }
    out.finish()?;
    let columns = mapping.len();
    let mut converter = Converter::new(mapping, wanted, &source);
    let mut told = Told { file: name.clone(), glyphs, faults: 0 };
    let mut progress = Progress::new(long, glyphs);
    let mut list = List::new(to, out);
    let (mut wrong, mut counts) = (Vec::new(), Counts::default());
    while rows.next(&mut row, columns).map_err(|error| broken(&error))? {
        let windows = converter.windows;
        match converter.row(&row, &mut wrong) {
            Became::Clinic(cells) => {
                counts.kept += 1;
                list.add(&cells[..])?;
            }
            Became::LeftOut(why) => {
                counts.left_out += 1;
                // What is wrong with its cells does not matter any more.
                wrong.clear();
                told.fault(row.line, &why);
            }
            Became::Person => counts.persons += 1,
            Became::Other => counts.other += 1,
            Became::Nothing => {}
        }
        wrong.drain(..).for_each(|message| told.fault(row.line, &message));
        if converter.windows && !windows {
            let message = "not UTF-8 here; such cells are read as Windows-1252 (Latin-1)";
            told.say(row.line, message);
        }
        progress.tell(rows.read(), counts.kept);
    }
    list.end()?;
    told.rest();
    counts.say(to, glyphs);
    Ok(if counts.kept == 0 { ExitCode::from(NOTHING_FOUND) } else { ExitCode::SUCCESS })
}

/// What the columns of a file are used for, by its first row.
fn mapping(name: &str, row: &Row) -> anyhow::Result<Mapping> {
    let headings = row.iter().map(|cell| one_line(&String::from_utf8_lossy(cell)));
    let mapping = Mapping::guess(headings.collect());
    let missing = mapping.missing();
    ensure!(
        missing.is_empty(),
        "{name}: no column is known to hold the {}; rename one of its columns to {}: {}",
        missing.join(" and the "),
        missing.join(", one to "),
        mapping.headings().join(", ")
    );
    Ok(mapping)
}

/// The list that is written. Its file is made with its first row, so that none is left
/// behind when there is nothing to write.
enum List<'a> {
    /// Nothing is written yet.
    Waiting(Option<&'a Path>, &'a mut Out),
    /// It is under way to a file called so, or to standard output.
    Begun(Option<String>, Box<Writer<Box<dyn Write + 'a>>>),
    /// It cannot be made.
    Broken,
}

impl<'a> List<'a> {
    fn new(to: Option<&'a Path>, out: &'a mut Out) -> Self {
        Self::Waiting(to, out)
    }

    fn add(&mut self, cells: &[String]) -> anyhow::Result<()> {
        if let Self::Waiting(..) = self
            && let Self::Waiting(to, out) = std::mem::replace(self, Self::Broken)
        {
            let target: Box<dyn Write + 'a> = match to {
                Some(path) => Box::new(library::created(path)?),
                None => Box::new(out.bytes()),
            };
            let writer = WriterBuilder::new()
                .terminator(Terminator::CRLF)
                .buffer_capacity(256 * 1024)
                .from_writer(target);
            *self = Self::Begun(to.map(shown), Box::new(writer));
            self.write(Clinic::headings().map(str::to_owned).as_slice())?;
        }
        self.write(cells)
    }

    fn write(&mut self, cells: &[String]) -> anyhow::Result<()> {
        let Self::Begun(name, writer) = self else { return Ok(()) };
        incomplete(name.as_deref(), writer.write_record(cells).map_err(unwritten))
    }

    fn end(self) -> anyhow::Result<()> {
        let Self::Begun(name, mut writer) = self else { return Ok(()) };
        incomplete(name.as_deref(), writer.flush())
    }
}

/// Why a list could not be written; a closed pipe stays one.
fn incomplete(name: Option<&str>, written: io::Result<()>) -> anyhow::Result<()> {
    match name {
        Some(name) => written.with_context(|| format!("{name}: is not complete, delete it")),
        None => Ok(written?),
    }
}

/// What became of the rows.
#[derive(Debug, Default)]
struct Counts {
    kept: u64,
    left_out: u64,
    persons: u64,
    other: u64,
}

impl Counts {
    fn say(&self, to: Option<&Path>, glyphs: Glyphs) {
        let rows = |n: u64| if n == 1 { "1 row".to_owned() } else { format!("{n} rows") };
        let mut said = vec![match self.kept {
            0 => "no clinic could be read".to_owned(),
            1 => "1 clinic".to_owned(),
            kept => format!("{kept} clinics"),
        }];
        let others = [
            (self.left_out, "left out"),
            (self.persons, "of persons left out"),
            (self.other, "without what was looked for"),
        ];
        let others = others.into_iter().filter(|(n, _)| *n > 0);
        said.extend(others.map(|(n, what)| format!("{} {what}", rows(n))));
        messages::say(glyphs, &said.join(", "));
        if let Some(to) = to.filter(|_| self.kept > 0) {
            let file = shown(to);
            messages::say(glyphs, &format!("written to {file}; to use it: --clinics {file}"));
        }
    }
}

/// Tells faults as they are met, so many of them.
struct Told {
    file: String,
    glyphs: Glyphs,
    faults: usize,
}

impl Told {
    fn fault(&mut self, line: u64, message: &str) {
        self.faults += 1;
        if self.faults <= TOLD {
            self.say(line, message);
        }
    }

    fn say(&self, line: u64, message: &str) {
        messages::say(self.glyphs, &format!("{}:{line}: {message}", self.file));
    }

    fn rest(&self) {
        if self.faults > TOLD {
            let more = self.faults - TOLD;
            let message = format!("{}: and {more} more faults like these", self.file);
            messages::say(self.glyphs, &message);
        }
    }
}

/// Says on a terminal how far a long file is read.
struct Progress {
    long: Option<u64>,
    glyphs: Glyphs,
    wanted: bool,
    last: Instant,
    rows: u32,
}

impl Progress {
    fn new(long: Option<u64>, glyphs: Glyphs) -> Self {
        let wanted = io::stderr().is_terminal();
        Self { long, glyphs, wanted, last: Instant::now(), rows: 0 }
    }

    fn tell(&mut self, read: u64, kept: u64) {
        self.rows = self.rows.wrapping_add(1);
        // The clock is looked at now and then.
        if !self.wanted || !self.rows.is_multiple_of(1024) || self.last.elapsed() < OFTEN {
            return;
        }
        self.last = Instant::now();
        let far = match self.long {
            Some(long) if long > 0 => format!("{}% read", (read * 100 / long).min(100)),
            _ => format!("{} MB read", read / 1_000_000),
        };
        messages::say(self.glyphs, &format!("{far}, {kept} clinics so far"));
    }
}
