//! The command line door: what `guidepost` prints instead of opening the reader.

mod about;
mod ansi;
mod faq;
mod glossary;
mod json;
mod keys;
mod list;
mod print;
mod read;
mod target;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::library;
use crate::page::Glyphs;
use crate::reading::Reading;
use crate::settings::Surroundings;
use print::Printer;

/// Read honest guides on ketamine for PTSD, in private and offline.
///
/// Without a command the reader opens; when the output is not a terminal, the guide or
/// the list of guides is printed instead.
#[derive(Debug, Parser)]
#[command(name = "guidepost", version, args_conflicts_with_subcommands = true)]
#[command(after_help = "In crisis? Call or text 988, or run: guidepost crisis")]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// A guide (`ketamine-for-ptsd`), a section (`ketamine-for-ptsd#does-it-work`), a
    /// Markdown file, a folder of Markdown files, or - for standard input
    target: Option<String>,
    #[command(flatten)]
    options: Options,
}

/// Options that every command takes.
#[derive(Debug, clap::Args)]
struct Options {
    /// Add the guides in this folder; may be given several times
    #[arg(long, global = true, value_name = "DIR")]
    library: Vec<PathBuf>,
    /// Print JSON
    #[arg(long, global = true)]
    json: bool,
    /// Columns to print in
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(10..=1000))]
    width: Option<u16>,
    /// Bold and underlined text in print
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: When,
    /// Use ASCII signs only
    #[arg(long, global = true)]
    ascii: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Also into files and pipes
    Always,
    /// Nowhere
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the guides
    List,
    /// Print a guide, a section or a file
    Read {
        /// A guide, a section, a Markdown file, a folder, or - for standard input
        target: String,
        /// How to print it
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Print questions and answers, all or those that have all the words
    Faq {
        /// Words to look for
        words: Vec<String>,
        /// Only questions of this guide
        #[arg(long, value_name = "ID")]
        guide: Option<String>,
    },
    /// Print crisis lines
    Crisis,
    /// Explain a term, or all terms
    Glossary {
        /// The term
        term: Option<String>,
    },
    /// List the keys of the reader
    Keys,
    /// Say what is kept and what is not
    Privacy,
    /// Say what this program is, how old its content is, and its licences
    About,
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// How `read` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Wrapped text
    Text,
    /// The Markdown it is written in
    Markdown,
    /// JSON
    Json,
}

/// What is left to do after the command line has been read.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing: the program ends with this code.
    Done(ExitCode),
    /// The reader is to be opened.
    Read(Box<Reading>),
}

/// The exit code for "nothing found".
const NOTHING_FOUND: u8 = 1;
/// The exit code for wrong usage and unreadable input.
const WRONG: u8 = 2;

/// Does what the command line asks for and reports what goes wrong.
#[must_use]
pub fn run() -> Outcome {
    let args = Args::parse();
    let surroundings = Surroundings::read();
    let glyphs = if args.options.ascii { Glyphs::Ascii } else { surroundings.glyphs };
    match answer(args, surroundings, glyphs) {
        Ok(outcome) => outcome,
        Err(error) if is_closed_pipe(&error) => Outcome::Done(ExitCode::SUCCESS),
        Err(error) => {
            complain(&format!("{error:#}"), glyphs);
            Outcome::Done(ExitCode::from(WRONG))
        }
    }
}

/// Writes one message line to standard error.
pub(crate) fn complain(message: &str, glyphs: Glyphs) {
    let line = crate::plain::one_line(message);
    // Without a standard error there is nobody to tell.
    let _ = io::Write::write_fmt(
        &mut io::stderr(),
        format_args!("guidepost: {}\n", glyphs.show(&line)),
    );
}

/// A reader who has seen enough closes the pipe; that is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kinds = error.chain().filter_map(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json =
            cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json)
    });
    kinds.into_iter().any(|kind| kind == io::ErrorKind::BrokenPipe)
}

fn answer(args: Args, surroundings: Surroundings, glyphs: Glyphs) -> anyhow::Result<Outcome> {
    let Args { command, target, options } = args;
    let out = io::stdout();
    let terminal = out.is_terminal();
    let styled = match options.color {
        When::Always => true,
        When::Never => false,
        When::Auto => terminal && !surroundings.no_color && !surroundings.dumb,
    };
    let mut printer = Printer::new(out.lock(), options.width, terminal, styled, glyphs);
    let json = options.json;
    let code = match command {
        // Crisis help needs nothing that could be broken.
        Some(Command::Crisis) => print::crisis(&mut printer, json)?,
        Some(Command::Privacy) => about::privacy(&mut printer, json)?,
        Some(Command::About) => about::about(&mut printer, json)?,
        Some(Command::Keys) => keys::keys(&mut printer, json)?,
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "guidepost", &mut script);
            printer.raw(&script)?
        }
        Some(Command::Man) => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut page)?;
            printer.raw(&page)?
        }
        Some(Command::Glossary { term }) => {
            glossary::glossary(&mut printer, term.as_deref(), json)?
        }
        Some(Command::List) => {
            list::list(&mut printer, &target::bundled(&options.library, glyphs)?, json)?
        }
        Some(Command::Faq { words, guide }) => {
            let library = target::bundled(&options.library, glyphs)?;
            faq::faq(&mut printer, &library, &words, guide.as_deref(), json)?
        }
        Some(Command::Read { target, format }) => {
            let (library, start) = target::resolve(Some(&target), &options.library, glyphs)?;
            let format = if json { Format::Json } else { format };
            read::read(&mut printer, &library, start, format)?
        }
        None => {
            let (library, start) = target::resolve(target.as_deref(), &options.library, glyphs)?;
            if terminal && !surroundings.dumb && !json {
                // A guide that cannot be read at all is better said before the screen opens.
                if let Some(start) = &start
                    && library.beginning(start.index).is_none()
                {
                    library.guide(start.index)?;
                }
                let notices = library.faults.clone();
                return Ok(Outcome::Read(Box::new(Reading { library, start, glyphs, notices })));
            }
            read::read(
                &mut printer,
                &library,
                start,
                if json { Format::Json } else { Format::Text },
            )?
        }
    };
    printer.finish()?;
    Ok(Outcome::Done(ExitCode::from(code)))
}

/// Tells the faults of a library; what can be read is printed all the same.
fn tell_faults(faults: &[library::Fault], glyphs: Glyphs) {
    for fault in faults {
        complain(&fault.to_string(), glyphs);
    }
}
