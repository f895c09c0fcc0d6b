//! The terminal door: what the reader shows and how it answers keys.

pub mod app;
pub mod chrome;
pub mod draw;
pub mod layout;
pub mod looks;
pub mod pane;
pub mod prompt;
mod run;
pub mod screen;

pub use run::run;
