//! `keys`: the table of the reader's keys.

use std::process::ExitCode;

use super::json;
use super::out::Out;
use crate::guide::block::{Block, Kind, Table, plain};
use crate::keymap::Keymap;
use crate::page::Glyphs;

/// Prints every action with its keys, the one to remember first.
pub fn answer(out: &mut Out) -> anyhow::Result<ExitCode> {
    let keymap = Keymap::default();
    if out.json {
        out.answer("keys", &json::Keys::of(&keymap))?;
        return Ok(ExitCode::SUCCESS);
    }
    let rows = keymap.rows.iter().map(|row| {
        let keys = row.keys.iter().map(|key| named(&key.shown(), out.glyphs()));
        let keys: Vec<_> = keys.collect();
        vec![plain(&keys.join(" ")), plain(row.action.help())]
    });
    let head = vec![plain("Keys"), plain("What they do")];
    let table = Table { aligns: Vec::new(), head, rows: rows.collect() };
    out.blocks(&[Block { at: 0, kind: Kind::Table(table) }])?;
    Ok(ExitCode::SUCCESS)
}

/// A key whose name can be read in these signs: an arrow spelled in ASCII is no arrow.
fn named(key: &str, glyphs: Glyphs) -> String {
    if glyphs == Glyphs::Unicode {
        return key.to_owned();
    }
    let arrows = [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")];
    arrows.into_iter().fold(key.to_owned(), |key, (arrow, name)| key.replace(arrow, name))
}
