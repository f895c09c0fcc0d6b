//! `clinic`: all that is known of one clinic, or several side by side.

use std::process::ExitCode;

use super::json;
use super::out::Out;
use crate::clinic::{Clinic, List, compare};
use crate::library::{NotFound, nearest};

/// Prints the clinics with these ids.
pub fn answer(out: &mut Out, list: &List, ids: &[String]) -> anyhow::Result<ExitCode> {
    let mut clinics = Vec::new();
    for id in ids {
        let found = list.find(id).ok_or_else(|| NotFound {
            kind: "clinic",
            name: id.clone(),
            nearest: nearest(id, list.ids()),
        })?;
        clinics.push((list.clinic(found), None));
    }
    if out.json {
        json::clinics(out, "clinic", &clinics, None, None)?;
        return Ok(ExitCode::SUCCESS);
    }
    let clinics: Vec<Clinic> = clinics.into_iter().map(|(clinic, _)| clinic).collect();
    match &clinics[..] {
        [clinic] => out.blocks(&clinic.card(None))?,
        several => out.blocks(&compare::table(several))?,
    }
    Ok(ExitCode::SUCCESS)
}
