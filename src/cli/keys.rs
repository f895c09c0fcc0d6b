//! `keys`: the table of the reader's keys.

use std::process::ExitCode;

use super::json;
use super::out::Out;
use crate::guide::block::{Block, Kind, Table, plain};
use crate::keymap::{Keymap, spelled};

/// Prints every action with its keys, the one to remember first.
pub fn answer(out: &mut Out) -> anyhow::Result<ExitCode> {
    let keymap = Keymap::default();
    if out.json {
        out.answer("keys", &json::Keys::of(&keymap))?;
        return Ok(ExitCode::SUCCESS);
    }
    let rows = keymap.rows.iter().map(|row| {
        let keys = row.keys.iter().map(|key| spelled(&key.shown(), out.glyphs()));
        let keys: Vec<_> = keys.collect();
        vec![plain(&keys.join(" ")), plain(row.action.help())]
    });
    let head = vec![plain("Keys"), plain("What they do")];
    let table = Table { aligns: Vec::new(), head, rows: rows.collect() };
    out.blocks(&[Block { at: 0, kind: Kind::Table(table) }])?;
    Ok(ExitCode::SUCCESS)
}
