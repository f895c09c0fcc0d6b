//! guidepost: honest guides on ketamine for PTSD, read in a terminal.

use std::process::ExitCode;

use guidepost::cli::{self, Outcome};
use guidepost::tui;

fn main() -> ExitCode {
    match cli::run() {
        Outcome::Done(code) => code,
        Outcome::Read(reading) => tui::run(*reading).unwrap_or_else(|error| {
            eprintln!("guidepost: the terminal cannot be used: {error}");
            ExitCode::from(2)
        }),
    }
}
