//! `config`: the settings that hold, where each comes from, and how to change them.

use std::process::ExitCode;

use super::json;
use super::out::Out;
use crate::guide::block::{Block, Inline, Kind, Table, plain};
use crate::keymap::{Patch, places};
use crate::settings::{Chosen, Setting, Value};
use crate::theme::{self, Theme};

/// A settings file as one may write it.
const EXAMPLE: &str = include_str!("../../assets/settings.toml");
/// The theme that is shown as it is written.
const SHOWN: &str = "dark";

/// Prints the settings that hold.
pub fn answer(out: &mut Out, chosen: &Chosen) -> anyhow::Result<ExitCode> {
    if out.json {
        json::config(out, chosen)?;
        return Ok(ExitCode::SUCCESS);
    }
    out.blocks(&[
        Block::paragraph(&file(chosen)),
        table(["Setting", "Value", "From"], chosen.listed.iter().flat_map(rows).collect()),
    ])?;
    if !chosen.keys.is_empty() {
        let row = |row: &Patch| {
            let keys: Vec<_> = row.keys.iter().map(|(key, _)| key.spelled(out.glyphs())).collect();
            let from = chosen.origin(Some(row.line));
            cells([&keys.join(" "), row.name(), &places(&row.contexts), &from])
        };
        let rows = chosen.keys.iter().map(row).collect();
        out.blocks(&[table(["Keys", "Run", "Where", "From"], rows)])?;
    }
    let theme = |name: &str| {
        let title = Theme::bundled(name).map(|theme| theme.title).unwrap_or_default();
        Block::paragraph(&format!("{name}: {title}"))
    };
    let written = "You write the settings file yourself, in any editor; guidepost writes none. \
                   What you leave out is as above by default. For example:";
    let own = "A theme of your own is a file like that of dark, below; theme = \"mine.toml\" names one \
               beside the settings file. What you leave out, but for the title, is as in terminal. \
               Colours are numbers from 16 to 255, the same on every terminal; a look may be bold, \
               italic, underlined or reversed too.";
    out.blocks(&[
        Block::paragraph(written),
        Block { at: 0, kind: Kind::Code(EXAMPLE.to_owned()) },
        Block::paragraph("Themes:"),
        Block::bullets(theme::names().into_iter().map(theme)),
        Block::paragraph(own),
        Block { at: 0, kind: Kind::Code(theme::written(SHOWN).unwrap_or_default().to_owned()) },
        Block::paragraph("guidepost keys lists the actions."),
    ])?;
    Ok(ExitCode::SUCCESS)
}

/// A setting with where it comes from; of several folders each by itself.
fn rows(setting: &Setting) -> Vec<Vec<Vec<Inline>>> {
    let row = |value: &str, from: &str| cells([setting.name, value, from]);
    match &setting.value {
        Value::List(names) if !names.is_empty() => {
            names.iter().map(|(name, from)| row(name, from)).collect()
        }
        value => vec![row(&value.to_string(), &setting.from)],
    }
}

/// Which file it is, and whether it is there.
fn file(chosen: &Chosen) -> String {
    match &chosen.file {
        None => "Settings file: none is read.".to_owned(),
        Some(_) if chosen.exists => format!("Settings file: {}", chosen.name()),
        Some(_) => format!("Settings file: {} (does not exist)", chosen.name()),
    }
}

fn cells<const N: usize>(texts: [&str; N]) -> Vec<Vec<Inline>> {
    texts.map(plain).to_vec()
}

fn table<const N: usize>(head: [&str; N], rows: Vec<Vec<Vec<Inline>>>) -> Block {
    let table = Table { aligns: Vec::new(), head: cells(head), rows };
    Block { at: 0, kind: Kind::Table(table) }
}
