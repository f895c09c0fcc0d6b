//! Arguments as typed become `Args`, or help, or one line that says what is wrong.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use super::messages::{self, USAGE};
use super::out::Out;
use super::{Args, is_closed_pipe};
use crate::page::Glyphs;
use crate::settings::Surroundings;

/// The forms of a command line.
pub const FORMS: &str = "guidepost [OPTIONS] [TARGET]\n       guidepost [OPTIONS] <COMMAND>";

/// What stands at the end of the long help.
pub const AFTER: &str = "\
Exit codes: 0 done or found; 1 nothing found; 2 wrong usage, an unknown name, or input that \
cannot be read. A closed pipe is success.

A guide's id wins over a file of the same name. Anything with a path separator, ending in .md, \
or that exists is a path; notes.md#section is a section of it.

Information, not medical advice. In a crisis: guidepost crisis.";

/// Reads arguments, the program's name first.
pub fn read(typed: impl Iterator<Item = OsString>) -> Result<Args, ExitCode> {
    let typed: Vec<_> = typed.collect();
    let command = Args::command().color(clap::ColorChoice::Never);
    let matches = command.try_get_matches_from(&typed);
    matches.and_then(|mut matches| Args::from_arg_matches_mut(&mut matches)).map_err(|error| {
        let ascii = typed.iter().any(|arg| arg == "--ascii");
        let glyphs = if ascii { Glyphs::Ascii } else { Surroundings::read().glyphs };
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                show(&error.render().to_string(), glyphs)
            }
            _ => {
                messages::say(glyphs, &one_line(&error));
                ExitCode::from(USAGE)
            }
        }
    })
}

fn show(text: &str, glyphs: Glyphs) -> ExitCode {
    let mut out = Out::plain(glyphs);
    match out.raw(text).and_then(|()| out.finish()).map_err(anyhow::Error::from) {
        Err(error) if !is_closed_pipe(&error) => messages::failed(&error, glyphs),
        _ => ExitCode::SUCCESS,
    }
}

/// What is wrong and what was perhaps meant, without the usage lines that follow.
fn one_line(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let text = text.split("\n\nUsage:").next().unwrap_or(&text);
    let text = text.strip_prefix("error: ").unwrap_or(text);
    let parts: Vec<_> =
        text.split("\n\n").flat_map(|part| part.split("\n  tip: ")).map(str::trim).collect();
    let parts: Vec<_> = parts.iter().map(|part| part.trim_start_matches("tip: ")).collect();
    let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // The last part of some errors only points to the help.
    let said = said.into_iter().filter(|part| !part.starts_with("For more information"));
    format!("{} (see guidepost --help)", said.collect::<Vec<_>>().join("; "))
}
