//! Plans that a user names.

use std::path::Path;

use super::disk::{shown, utf8};
use super::{Fault, TableText, unreadable};
use crate::cost::Plan;
use crate::cost::plan_file::Wrong;
use crate::guide::front_matter::TextFault;

/// Reads a plan file.
///
/// # Errors
/// Everything that is wrong in it, with its lines; that it cannot be read or is not there.
pub fn plan(path: &Path) -> Result<Plan, Vec<Fault>> {
    let file = shown(path);
    let bytes = std::fs::read(path).map_err(|error| vec![unreadable(&file, &error)])?;
    plan_of(&file, bytes)
}

/// Reads a plan that was read from `file` already, such as standard input.
///
/// # Errors
/// Everything that is wrong in it, with its lines.
pub fn plan_of(file: &str, bytes: Vec<u8>) -> Result<Plan, Vec<Fault>> {
    let fault = |line, message| Fault { file: file.to_owned(), line: Some(line), message };
    let (text, garbled) = utf8(bytes);
    if let Some(TextFault { line, .. }) = garbled {
        // A name would not be the one that was meant.
        return Err(vec![fault(line, "not UTF-8 here; save the file as UTF-8".to_owned())]);
    }
    let table = TableText { file: file.to_owned(), text: text.into() };
    let wrong = |Wrong { at, message }| fault(table.line(at), message);
    Plan::read(&table.text).map_err(|wrongs| wrongs.into_iter().map(wrong).collect())
}
