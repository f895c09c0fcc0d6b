//! guidepost core.
#![allow(missing_docs)]
pub mod action;
pub mod crisis;
pub mod evidence;
pub mod glossary;
pub mod guide;
pub mod keymap;
pub mod library;
pub mod page;
pub mod plain;
pub mod reading;
pub mod settings;
pub mod tui;
