//! The program: arguments go to the command line, which may hand over to the reader.

use std::process::ExitCode;

use guidepost::cli::{self, Args, Outcome};
use guidepost::tui;

fn main() -> ExitCode {
    let args = match Args::read() {
        Ok(args) => args,
        Err(code) => return code,
    };
    match cli::run(args) {
        Outcome::Done(code) => code,
        Outcome::Read(reading) => {
            let glyphs = reading.glyphs;
            tui::run(reading).unwrap_or_else(|error| cli::failed(&error, glyphs))
        }
    }
}
