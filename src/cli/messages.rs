//! What is said on standard error: one line each, harmless, in the terminal's signs.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::guide::Guide;
use crate::library::{Fault, Library, faults_of};
use crate::page::Glyphs;
use crate::plain::one_line;

/// The exit code of wrong usage and unreadable input.
pub const USAGE: u8 = 2;

/// Says one line.
pub fn say(glyphs: Glyphs, message: &str) {
    let message = one_line(message);
    let line = format!("guidepost: {}\n", glyphs.show(&message));
    // Nobody can be told when standard error is closed.
    let _ = io::stderr().write_all(line.as_bytes());
}

/// Reports why nothing could be done.
#[must_use]
pub fn failed(error: &anyhow::Error, glyphs: Glyphs) -> ExitCode {
    say(glyphs, &format!("{error:#}"));
    ExitCode::from(USAGE)
}

/// Says the faults met while finding guides.
pub fn library(library: &Library, glyphs: Glyphs) {
    each(&library.faults, glyphs);
    each(&library.table_faults().collect::<Vec<_>>(), glyphs);
}

/// Says the faults of a guide that is printed, those found with its library too.
pub fn guide(library: &Library, guide: &Guide, glyphs: Glyphs) {
    let mut faults = library.faults.clone();
    faults.extend(library.table_faults());
    for fault in faults_of(guide) {
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }
    each(&faults, glyphs);
}

/// Says faults, one a line.
pub fn each(faults: &[Fault], glyphs: Glyphs) {
    for fault in faults {
        say(glyphs, &fault.to_string());
    }
}
