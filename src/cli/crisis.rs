//! `crisis`: crisis lines, the first printed line usable at once.
//!
//! Nothing is read from disk here, so that no broken file can stand in the way.

use std::process::ExitCode;

use super::json;
use super::out::Out;
use crate::guide::block::Kind;
use crate::library;

/// Prints the crisis lines.
pub fn answer(out: &mut Out) -> anyhow::Result<ExitCode> {
    let crisis = library::crisis();
    if out.json {
        out.answer("crisis", &json::Crisis::of(&crisis))?;
        return Ok(ExitCode::SUCCESS);
    }
    for block in crisis.blocks() {
        match block.kind {
            // Without bullets: the first sign is the first word of what to do.
            Kind::List { items, .. } => {
                for item in items {
                    out.blocks(&item.blocks)?;
                }
            }
            _ => out.blocks(&[block])?,
        }
    }
    Ok(ExitCode::SUCCESS)
}
