//! The program: arguments go to the command line, which may hand over to the reader.

use std::process::ExitCode;

use guidepost::cli::{self, Args, Outcome};
use guidepost::tui;

fn main() -> ExitCode {
    let args = match Args::read() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let glyphs = args.glyphs();
    let done = match cli::run(args) {
        Ok(Outcome::Done(code)) => Ok(code),
        Ok(Outcome::Read(reading)) => tui::run(reading),
        Err(error) => Err(error),
    };
    done.unwrap_or_else(|error| cli::failed(&error, glyphs))
}
