//! The commands and what each takes; their comments are their help.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Subcommand;
use clap_complete::Shell;

use super::{clinics, cost, read, search};

/// The commands, in the order in which help lists them.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Lists the guides: id, title, summary, reading time, date of review
    List,
    /// Prints a guide, a section or a file
    Read {
        /// A guide, guide#section, a Markdown file, a folder, or - for standard input
        target: OsString,
        /// How to print it; --json is the same as --format json
        #[arg(long, value_enum)]
        format: Option<read::Format>,
    },
    /// Prints questions with their answers, all or those that hold what is asked
    Faq {
        /// Words of a question or its answer, as one speaks; the beginning of a word is enough.
        /// Where no question holds all of them, those come that hold the most
        words: Vec<String>,
        /// Only the questions of this guide
        #[arg(long, value_name = "ID")]
        guide: Option<String>,
    },
    /// Searches sections, questions, terms and clinics, in the words people use
    ///
    /// Lay words, brand names and typing errors find the words the guides use. In double
    /// quotes a word counts only as it is spelled: guidepost search '"nasel"'
    Search {
        /// What to look for
        #[arg(required_unless_present = "batch", conflicts_with = "batch")]
        words: Vec<String>,
        /// Only hits of this kind; may be repeated
        #[arg(long, value_name = "KIND", value_enum)]
        kind: Vec<search::Kind>,
        /// Hits at most
        #[arg(long, value_name = "N", default_value_t = 10)]
        limit: usize,
        /// Answers each line of this file with a line of JSON; - is standard input
        #[arg(long, value_name = "FILE")]
        batch: Option<PathBuf>,
    },
    /// Lists clinics, filtered and in order
    Clinics(clinics::Filters),
    /// Prints a clinic, or several side by side
    Clinic {
        /// The ids of clinics, as the list has them
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
    /// Estimates what a treatment costs, to the cent, by route or by a plan of your own
    ///
    /// What is not said is as common for the route. It is an estimate, not a bill: a clinic's
    /// written estimate overrides it.
    Cost(cost::Asked),
    /// Makes a list of clinics of any CSV that has names and states
    ///
    /// The columns are guessed from their headings, and the guess is shown. Without --out
    /// the list goes to standard output. Use it with: guidepost clinics --clinics FILE
    Import {
        /// A CSV file; - is standard input
        #[arg(value_name = "FILE.csv")]
        file: PathBuf,
        /// Writes the list to this new file
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Keeps rows in which a cell holds this; may be repeated: all of them
        #[arg(long = "where", value_name = "TEXT")]
        wanted: Vec<String>,
    },
    /// Checks guides, the tables beside them and lists of clinics, bundled or at PATH
    ///
    /// Prints each finding on a line: file, line, rule, and what to do. Exits 1 when there is
    /// a fault; warnings are shown and do not count.
    Check {
        /// Markdown files, lists of clinics (.csv), and folders of them with their tables
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Prints crisis lines: whom to call or text now
    Crisis,
    /// Prints what terms mean
    Glossary {
        /// The term; all terms when left out
        term: Vec<String>,
    },
    /// Prints the keys of the reader
    Keys,
    /// Prints the settings that hold, where each comes from, and how to change them
    Config,
    /// Prints version, dates of content, licences, and how to report an error
    About,
    /// Prints what is stored, what is not, and what cannot be erased
    Privacy,
    /// Prints completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Prints the manual page
    Man,
}

impl Command {
    /// True for what answers without the settings file: crisis help must come whatever is
    /// broken, and completions are the same for everyone.
    pub fn goes_without_settings(&self) -> bool {
        matches!(self, Self::Crisis | Self::Completions { .. })
    }
}
