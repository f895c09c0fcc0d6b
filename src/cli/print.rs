//! Printing pages, text and JSON to standard output.

use std::io::{self, BufWriter, StdoutLock, Write};

use serde::Serialize;

use super::{ansi, json};
use crate::guide::block::Block;
use crate::library;
use crate::page::{self, Glyphs, Page, Style};

/// Columns when nothing else says how many.
const WIDTH: u16 = 80;
/// On a terminal no more columns than this are used: longer lines are hard to read.
const WIDEST: u16 = 80;

/// Standard output with the way things are printed.
pub struct Printer {
    out: BufWriter<StdoutLock<'static>>,
    /// Columns for running text.
    pub width: usize,
    /// The signs to print with.
    pub glyphs: Glyphs,
    styled: bool,
}

impl Printer {
    /// Prints to `out`, in `width` columns if given.
    pub fn new(
        out: StdoutLock<'static>,
        width: Option<u16>,
        terminal: bool,
        styled: bool,
        glyphs: Glyphs,
    ) -> Self {
        let window = || terminal.then(crossterm::terminal::size).and_then(Result::ok);
        let width = width
            .unwrap_or_else(|| window().map_or(WIDTH, |(columns, _)| columns.clamp(10, WIDEST)));
        Self { out: BufWriter::new(out), width: usize::from(width), glyphs, styled }
    }

    /// How pages are to be set for this output.
    pub fn style(&self) -> Style<'static> {
        Style::print(self.width, self.glyphs)
    }

    /// Prints a page.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn page(&mut self, page: &Page) -> io::Result<()> {
        for line in &page.lines {
            if self.styled {
                writeln!(self.out, "{}", ansi::styled(line))?;
            } else {
                let text = line.text();
                writeln!(self.out, "{}", text.trim_end())?;
            }
        }
        Ok(())
    }

    /// Sets and prints blocks.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn blocks(&mut self, blocks: &[Block]) -> io::Result<()> {
        let page = page::blocks(blocks, &self.style());
        self.page(&page)
    }

    /// Prints a line of text, unless it is not safe for a terminal made so.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        let text = crate::plain::harmless(text);
        writeln!(self.out, "{}", self.glyphs.show(&text))
    }

    /// Prints bytes that the program made itself.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn raw(&mut self, bytes: &[u8]) -> io::Result<u8> {
        self.out.write_all(bytes)?;
        Ok(0)
    }

    /// Prints an answer as JSON.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn json(&mut self, answer: &impl Serialize) -> anyhow::Result<u8> {
        serde_json::to_writer_pretty(&mut self.out, answer)?;
        writeln!(self.out)?;
        Ok(0)
    }

    /// Sends what is left.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Prints the crisis lines; the first line can be acted on at once.
pub fn crisis(printer: &mut Printer, as_json: bool) -> anyhow::Result<u8> {
    let crisis = library::crisis();
    if as_json {
        return printer.json(&json::crisis(&crisis));
    }
    printer.blocks(&crisis.blocks())?;
    Ok(0)
}
