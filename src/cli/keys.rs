//! `guidepost keys`: the key table.

use super::json;
use super::print::Printer;
use crate::guide::block::{Block, Kind, Table, plain};
use crate::keymap::Keymap;

/// Prints the key table.
pub fn keys(printer: &mut Printer, as_json: bool) -> anyhow::Result<u8> {
    let keymap = Keymap::default();
    if as_json {
        return printer.json(&json::keys(&keymap));
    }
    let row = |row: &crate::keymap::Row| {
        let keys: Vec<_> = row.keys.iter().map(crate::keymap::Chord::shown).collect();
        vec![plain(&keys.join(" ")), plain(row.action.help())]
    };
    let rows = keymap.rows.iter().map(row).collect();
    let table =
        Table { aligns: Vec::new(), head: vec![plain("Keys"), plain("What they do")], rows };
    printer.blocks(&[Block { at: 0, kind: Kind::Table(table) }])?;
    Ok(0)
}
