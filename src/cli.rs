//! The command line door: what can be asked for, and who answers it.

mod about;
mod ansi;
mod check;
mod clinic;
mod clinics;
mod command;
mod completions;
mod config;
mod cost;
mod crisis;
mod faq;
mod glossary;
mod import;
mod json;
mod keys;
mod list;
mod man;
mod messages;
mod options;
mod out;
mod read;
mod search;
mod sources;
mod target;
mod usage;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::reading::Reading;
use crate::settings::{Chosen, Refused, Surroundings};
use command::Command;
use options::Options;
use out::Out;
use target::{Shelves, What};

pub use json::cost_text as estimate_in_json;
pub use messages::failed;

/// Why the reader does not open on a terminal.
const DUMB: &str = "printed, not opened: TERM=dumb is a terminal that cannot place text";

/// Reads what is known about ketamine treatment for PTSD, in a terminal, offline.
///
/// Every figure is traced to its source. Nothing is sent, and nothing is written but files
/// that you name.
/// Information, not medical advice. In a crisis: guidepost crisis.
#[derive(Debug, Parser)]
#[command(name = "guidepost", version, override_usage = usage::FORMS, after_long_help = usage::AFTER)]
pub struct Args {
    /// What to open: a guide, guide#section, a Markdown file, a folder, or - for standard input
    ///
    /// Without TARGET the list of guides is opened. When standard output is not a terminal
    /// what would be opened is printed instead.
    target: Option<OsString>,
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

/// What is left to do once the command line is understood.
#[derive(Debug)]
#[allow(clippy::large_enum_variant)] // made once a run
pub enum Outcome {
    /// Nothing: it was printed.
    Done(ExitCode),
    /// To open the reader.
    Read(Reading),
}

/// The exit code when nothing was found.
const NOTHING_FOUND: u8 = 1;

impl Args {
    /// Reads the program's arguments.
    ///
    /// # Errors
    /// The exit code when help, the version or a usage error was printed instead.
    pub fn read() -> Result<Self, ExitCode> {
        usage::read(std::env::args_os())
    }
}

/// Does what was asked for. Wrong usage and input that cannot be read are reported.
#[must_use]
pub fn run(args: Args) -> Outcome {
    let surroundings = Surroundings::read();
    let bare = Chosen::bare(&surroundings, args.options.ascii);
    let glyphs = bare.glyphs;
    let settings = match &args.command {
        Some(command) if command.goes_without_settings() => Ok(bare),
        _ => Chosen::read(&args.options.asked(), &surroundings),
    };
    let settings = match settings {
        Ok(settings) => settings,
        Err(Refused(faults)) => {
            messages::each(&faults, glyphs);
            return Outcome::Done(ExitCode::from(messages::USAGE));
        }
    };
    let glyphs = settings.glyphs;
    messages::each(&settings.faults, glyphs);
    // Who prints presses no keys.
    if matches!(args.command, Some(Command::Keys | Command::Config)) {
        messages::each(&settings.lost, glyphs);
    }
    match answer(args, &surroundings, settings) {
        Ok(outcome) => outcome,
        // Whoever reads the output has enough of it.
        Err(error) if is_closed_pipe(&error) => Outcome::Done(ExitCode::SUCCESS),
        Err(error) => Outcome::Done(failed(&error, glyphs)),
    }
}

fn answer(args: Args, surroundings: &Surroundings, settings: Chosen) -> anyhow::Result<Outcome> {
    let Args { target, command, options } = args;
    let terminal = io::stdout().is_terminal();
    let color = options.color(terminal, surroundings);
    let mut out = Out::new(&options, settings.glyphs, color, surroundings.today);
    let keymap = &settings.settings.keymap;
    let shelves = Shelves { options: &options.library, settings: &settings.library };
    let Some(command) = command else {
        let known: Vec<_> = Args::command().get_subcommands().map(name_of).collect();
        let open = terminal && !surroundings.dumb && !options.json;
        let chosen = match &target {
            Some(target) => target::choose(shelves, target, &known)?,
            None => target::all(shelves)?,
        };
        if open {
            messages::each(&settings.lost, settings.glyphs);
            let clinics = options.clinics.as_deref().map(clinics::own).transpose()?;
            return Ok(Outcome::Read(chosen.opened(settings, surroundings, clinics)));
        }
        let code = print(&mut out, &chosen, None)?;
        let printed = done(out, code)?;
        // Whoever expected to read here is told behind what is printed, where it is seen.
        if terminal && !options.json {
            messages::say(settings.glyphs, DUMB);
        }
        return Ok(printed);
    };
    if let Some(target) = target {
        let target = target.to_string_lossy();
        anyhow::bail!("\"{target}\" before a command; to print it: guidepost read {target}");
    }
    let code = match command {
        Command::List => {
            let chosen = target::all(shelves)?;
            list::answer(&mut out, &chosen.library)?
        }
        Command::Read { target, format } => {
            out.json |= format == Some(read::Format::Json);
            anyhow::ensure!(
                !out.json || matches!(format, None | Some(read::Format::Json)),
                "--json and another --format contradict each other; give one of them"
            );
            let chosen = target::choose(shelves, &target, &[])?;
            print(&mut out, &chosen, format)?
        }
        Command::Faq { words, guide } => {
            faq::answer(&mut out, &target::library(shelves)?, &words, guide.as_deref())?
        }
        Command::Search { words, kind, limit, batch } => {
            let asked =
                search::Asked { words: &words, kinds: &kind, batch: batch.as_deref(), limit };
            let mut library = target::library(shelves)?;
            if let Some(file) = options.clinics.as_deref() {
                library.take_clinics(clinics::list(&out, Some(file))?);
            }
            search::answer(&mut out, &library, &asked)?
        }
        Command::Clinics(filters) if filters.closed => clinics::closed(&mut out)?,
        Command::Clinics(filters) => {
            let list = clinics::list(&out, options.clinics.as_deref())?;
            clinics::answer(&mut out, &list, &filters)?
        }
        Command::Clinic { ids } => {
            let list = clinics::list(&out, options.clinics.as_deref())?;
            clinic::answer(&mut out, &list, &ids)?
        }
        Command::Cost(asked) => cost::answer(&mut out, &asked, options.clinics.as_deref())?,
        Command::Import { file, out: to, wanted } => {
            import::answer(&mut out, &file, to.as_deref(), &wanted)?
        }
        Command::Check { paths } => check::answer(&mut out, &paths)?,
        Command::Crisis => crisis::answer(&mut out)?,
        Command::Glossary { term } => {
            glossary::answer(&mut out, &target::library(shelves)?, &term.join(" "))?
        }
        Command::Keys => keys::answer(&mut out, keymap)?,
        Command::Config => config::answer(&mut out, &settings)?,
        Command::About => about::about(&mut out)?,
        Command::Privacy => about::privacy(&mut out, keymap)?,
        Command::Completions { shell } => completions::answer(&mut out, shell)?,
        Command::Man => man::answer(&mut out, keymap)?,
    };
    done(out, code)
}

/// Prints what a target stands for: a guide, or the list of a folder.
fn print(
    out: &mut Out,
    chosen: &target::Chosen,
    format: Option<read::Format>,
) -> anyhow::Result<ExitCode> {
    match &chosen.what {
        What::Guide(found) => read::answer(out, &chosen.library, found, format),
        What::All => list::answer(out, &chosen.library),
    }
}

fn done(mut out: Out, code: ExitCode) -> anyhow::Result<Outcome> {
    out.finish()?;
    Ok(Outcome::Done(code))
}

fn name_of(command: &clap::Command) -> String {
    command.get_name().to_owned()
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}
