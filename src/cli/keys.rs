//! `keys`: the table of the reader's keys.

use std::process::ExitCode;

use super::json;
use super::out::Out;
use crate::guide::block::{Block, Kind, Table, plain};
use crate::keymap::{Keymap, NO_KEY, Row, places};
use crate::page::Glyphs;

/// Prints every action with its keys, the one to remember first.
pub fn answer(out: &mut Out, keymap: &Keymap) -> anyhow::Result<ExitCode> {
    if out.json {
        out.answer("keys", &json::Keys::of(keymap))?;
        return Ok(ExitCode::SUCCESS);
    }
    let row = |row: &Row| {
        let keys = keys(row, out.glyphs());
        let cells = [keys.as_str(), row.action.help(), &places(&row.contexts), row.action.into()];
        cells.map(plain).to_vec()
    };
    let rows = keymap.rows.iter().map(row).collect();
    let head = ["Keys", "What they do", "Where", "Action"].map(plain).to_vec();
    let table = Table { aligns: Vec::new(), head, rows };
    out.blocks(&[Block { at: 0, kind: Kind::Table(table) }])?;
    Ok(ExitCode::SUCCESS)
}

/// The keys of a row, in these signs.
pub fn keys(row: &Row, glyphs: Glyphs) -> String {
    if row.keys.is_empty() {
        return NO_KEY.to_owned();
    }
    let keys: Vec<_> = row.keys.iter().map(|key| key.spelled(glyphs)).collect();
    keys.join(" ")
}
