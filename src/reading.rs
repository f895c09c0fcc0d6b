//! What the command line hands to the terminal reader.

use jiff::civil::Date;

use crate::cost::report::Report;
use crate::library::{Fault, Found, Library};
use crate::page::Glyphs;
use crate::settings::{Clipboard, Settings};

/// A library to read, where to begin, and how.
#[derive(Debug)]
pub struct Reading {
    /// The guides.
    pub library: Library,
    /// The guide and place to open; the list of guides when none.
    pub start: Option<Found>,
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// What the terminal's clipboard takes.
    pub clipboard: Clipboard,
    /// The day it is: what is older than its promise is said.
    pub today: Date,
    /// Looks, measure and keys.
    pub settings: Settings,
    /// Makes an estimate the JSON that the command line prints.
    pub json: fn(&Report) -> String,
    /// Faults a reader should know of.
    pub notices: Vec<Fault>,
}
