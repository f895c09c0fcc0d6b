//! Plans that a user names.

use std::path::Path;

use super::{Fault, TableText, shown};
use crate::cost::Plan;

/// Reads a plan file.
///
/// # Errors
/// Everything that is wrong in it, with its lines; that it cannot be read or is not there.
pub fn plan(path: &Path) -> Result<Plan, Vec<Fault>> {
    let fault = |line, message| Fault { file: shown(path), line, message };
    let Some(table) = TableText::of(path).map_err(|fault| vec![fault])? else {
        return Err(vec![fault(None, "there is no such file".to_owned())]);
    };
    let wrong = |wrongs: Vec<crate::cost::plan_file::Wrong>| {
        wrongs.into_iter().map(|wrong| fault(Some(table.line(wrong.at)), wrong.message)).collect()
    };
    Plan::read(&table.text).map_err(wrong)
}
