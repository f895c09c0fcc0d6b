//! Standard output: pages, blocks, source text and JSON, in the width and signs asked for.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::ansi;
use super::json;
use super::options::Options;
use crate::guide::block::Block;
use crate::page::{self, Glyphs, Page, Style};
use crate::plain::harmless;

/// Columns that running text takes at most, and in files and pipes.
const MEASURE: usize = 80;

/// Standard output.
pub struct Out {
    to: BufWriter<StdoutLock<'static>>,
    /// How pages are set.
    pub style: Style<'static>,
    /// The day it is.
    pub today: Date,
    /// True when JSON was asked for.
    pub json: bool,
    color: bool,
    /// Blank lines to be written before the next line that is not blank.
    owed: usize,
    started: bool,
}

impl Out {
    /// Standard output as `options` want it.
    pub fn new(options: &Options, glyphs: Glyphs, color: bool, today: Date) -> Self {
        let width = options.width.map_or_else(columns, usize::from);
        let to = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
        let style = Style::print(width, glyphs);
        Self { to, style, today, json: options.json, color, owed: 0, started: false }
    }

    /// Standard output for text that is set already.
    pub fn plain(glyphs: Glyphs) -> Self {
        let to = BufWriter::new(io::stdout().lock());
        let style = Style::print(MEASURE, glyphs);
        Self { to, style, today: Date::MIN, json: false, color: false, owed: 0, started: false }
    }

    /// The signs to print with.
    pub fn glyphs(&self) -> Glyphs {
        self.style.glyphs
    }

    /// Prints a page. Blank lines at the very beginning and end are left out.
    pub fn page(&mut self, page: &Page) -> io::Result<()> {
        for line in &page.lines {
            if line.is_blank() {
                self.owed += usize::from(self.started);
                continue;
            }
            for _ in 0..std::mem::take(&mut self.owed) {
                self.to.write_all(b"\n")?;
            }
            ansi::line(&mut self.to, line, self.style.glyphs, self.color)?;
            self.started = true;
        }
        Ok(())
    }

    /// Prints blocks that do not stand in a guide, set apart from what stands above.
    pub fn blocks(&mut self, blocks: &[Block]) -> io::Result<()> {
        self.gap();
        let page = page::blocks(blocks, &self.style);
        self.page(&page)
    }

    /// Sets what comes next apart by a blank line.
    pub fn gap(&mut self) {
        self.owed = self.owed.max(usize::from(self.started));
    }

    /// Prints text as it is, made harmless.
    pub fn raw(&mut self, text: &str) -> io::Result<()> {
        // A carriage return before a line feed is the end of a line and nothing else.
        let text = text.replace("\r\n", "\n");
        self.to.write_all(self.style.glyphs.show(&harmless(&text)).as_bytes())
    }

    /// Where bytes go that are to come out as they are; they must be harmless.
    pub fn bytes(&mut self) -> &mut impl Write {
        &mut self.to
    }

    /// Prints the JSON answer of a command.
    pub fn answer(&mut self, kind: &str, body: &impl Serialize) -> io::Result<()> {
        json::write(&mut self.to, kind, body, self.style.glyphs)?;
        self.to.write_all(b"\n")
    }

    /// Writes out what is still held back.
    pub fn finish(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Why rows of CSV could not be written; a closed pipe stays one.
pub fn unwritten(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Columns to print in when none are asked for: the terminal's, up to a good measure.
fn columns() -> usize {
    if !io::stdout().is_terminal() {
        return MEASURE;
    }
    match crossterm::terminal::size() {
        // Some terminals do not know their size and say 0.
        Ok((columns, _)) if columns > 0 => usize::from(columns).min(MEASURE),
        _ => MEASURE,
    }
}
