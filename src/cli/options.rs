//! The options that every command takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::settings::{Asked, Config, Surroundings};
use crate::theme;

/// Options everywhere.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options everywhere")]
pub struct Options {
    /// Adds the Markdown files under this folder as guides; may be repeated
    #[arg(long, global = true, value_name = "DIR")]
    pub library: Vec<PathBuf>,
    /// Uses this list of clinics instead of the bundled one
    #[arg(long, global = true, value_name = "FILE")]
    pub clinics: Option<PathBuf>,
    /// Prints JSON where data comes out
    #[arg(long, global = true)]
    pub json: bool,
    /// Columns to print in, 10 to 1000; at most 80 when left out
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(10..=1000))]
    pub width: Option<u16>,
    /// Bold, underline and italics, and colours in the reader: on a terminal, always or never
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = When::Auto)]
    pub color: When,
    /// Prints ASCII only; other signs are spelled with it
    #[arg(long, global = true)]
    pub ascii: bool,
    #[arg(long, global = true, value_name = "NAME", help = themes())]
    pub theme: Option<String>,
    /// Reads this settings file instead of the usual one
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Reads no settings file
    #[arg(long, global = true)]
    pub no_config: bool,
}

/// When text attributes are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    #[value(help = "On a terminal, unless NO_COLOR is set or TERM is dumb")]
    Auto,
    /// Into files and pipes too
    Always,
    /// Nowhere
    Never,
}

impl Options {
    /// True when text attributes are to be used.
    pub fn color(&self, terminal: bool, surroundings: &Surroundings) -> bool {
        match self.color {
            When::Auto => terminal && !surroundings.no_color && !surroundings.dumb,
            When::Always => true,
            When::Never => false,
        }
    }

    /// What of the options is for the settings.
    pub fn asked(&self) -> Asked {
        let config = match &self.config {
            Some(file) => Config::File(file.clone()),
            None if self.no_config => Config::None,
            None => Config::Usual,
        };
        let color = match self.color {
            When::Auto => None,
            When::Always => Some(true),
            When::Never => Some(false),
        };
        let (theme, library) = (self.theme.clone(), self.library.clone());
        Asked { config, theme, ascii: self.ascii, color, library }
    }
}

/// The themes there are, for the help.
fn themes() -> String {
    let names = theme::names().join(", ");
    format!("Looks of the reader: {names}, or a file ending in .toml")
}
