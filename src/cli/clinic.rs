//! `clinic`: all that is known of one clinic, or several side by side.

use std::process::ExitCode;

use super::json;
use super::out::Out;
use crate::clinic::closed::Closed;
use crate::clinic::{Clinic, List, compare};
use crate::near::NotFound;
use crate::plain::one_line;

/// Prints the clinics with these ids.
pub fn answer(out: &mut Out, list: &List, ids: &[String]) -> anyhow::Result<ExitCode> {
    let mut clinics = Vec::new();
    for id in ids {
        clinics.push((found(list, id)?, None));
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

/// The clinic with this id.
pub fn found(list: &List, id: &str) -> anyhow::Result<Clinic> {
    list.find(id).map(|found| list.clinic(found)).ok_or_else(|| missing(list, id))
}

/// Why there is no clinic with this id: it may be one that is said to be closed.
fn missing(list: &List, id: &str) -> anyhow::Error {
    if let Some(Closed { name, .. }) = Closed::find(id) {
        let id = one_line(id);
        return anyhow::anyhow!(
            "there is no clinic \"{id}\"; \"{name}\" is on the list of closed clinics: \
             guidepost clinics --closed"
        );
    }
    NotFound::among("clinic", id, list.ids()).into()
}
