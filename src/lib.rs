//! guidepost core.
#![allow(missing_docs)]
pub mod cli;
pub mod crisis;
pub mod evidence;
pub mod faq;
pub mod glossary;
pub mod guide;
pub mod library;
pub mod page;
pub mod plain;
pub mod reading;
pub mod settings;
