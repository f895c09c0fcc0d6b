//! The options that every command takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::settings::Surroundings;

/// Options everywhere.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options everywhere")]
pub struct Options {
    /// Adds the Markdown files under this folder as guides; may be repeated
    #[arg(long, global = true, value_name = "DIR")]
    pub library: Vec<PathBuf>,
    /// Prints JSON where data comes out
    #[arg(long, global = true)]
    pub json: bool,
    /// Columns to print in, 10 to 1000; at most 80 when left out
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(10..=1000))]
    pub width: Option<u16>,
    /// Bold, underline and italics: on a terminal, always or never
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = When::Auto)]
    pub color: When,
    /// Prints ASCII only; other signs are spelled with it
    #[arg(long, global = true)]
    pub ascii: bool,
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
    pub fn color(&self, terminal: bool, surroundings: Surroundings) -> bool {
        match self.color {
            When::Auto => terminal && !surroundings.no_color && !surroundings.dumb,
            When::Always => true,
            When::Never => false,
        }
    }
}
