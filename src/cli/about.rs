//! `about` and `privacy`: two pages of prose, set like any guide.

use std::process::ExitCode;

use super::json;
use super::out::Out;
use crate::action::Action;
use crate::clinic;
use crate::guide::Guide;
use crate::keymap::Keymap;
use crate::library::{self, Library};
use crate::page;

const ABOUT: &str = include_str!("../../assets/about.md");
const PRIVACY: &str = include_str!("../../assets/privacy.md");

/// Prints version, dates of content, licences, and how to report an error.
pub fn about(out: &mut Out) -> anyhow::Result<ExitCode> {
    let library = Library::bundled();
    let checked = library::crisis().checked;
    let guides: Vec<_> = (0..library.len()).filter_map(|i| library.guide(i).ok()).collect();
    let reviewed = |guide: &Guide| match guide.front.reviewed {
        Some(date) => format!("- {}: reviewed {date}", guide.title()),
        None => format!("- {}", guide.title()),
    };
    let rows: Vec<_> = guides.iter().map(|guide| reviewed(guide)).collect();
    let text = ABOUT
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{licence}", &env!("CARGO_PKG_LICENSE").replace("OR", "or"))
        .replace("{guides}", &rows.join("\n"))
        .replace("{clinics}", &clinic::COMPILED.to_string())
        .replace("{crisis}", &checked.map(|date| date.to_string()).unwrap_or_default());
    let page = Guide::new("about", "about", text);
    if out.json {
        json::about(out, &page, &guides, checked)?;
    } else {
        print(out, &page)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints what is stored, what is not, and what cannot be erased, with the keys that hold.
pub fn privacy(out: &mut Out, keymap: &Keymap) -> anyhow::Result<ExitCode> {
    let key = |action| {
        let keys = keymap.rows.iter().filter(move |row| row.action == action);
        let mut keys = keys.filter(|row| row.contexts.is_empty()).flat_map(|row| &row.keys);
        keys.next().map(|key| key.spelled(out.glyphs()))
    };
    let quit = key(Action::Quit).map_or("Going back".to_owned(), |key| format!("`{key}`"));
    let hide = match key(Action::Neutral).filter(|key| key != "F12") {
        Some(key) => format!("`{key}` (or F12, also while you type)"),
        None => "F12, also while you type,".to_owned(),
    };
    let text = PRIVACY.replace("{quit}", &format!("{quit} at the top")).replace("{hide}", &hide);
    let page = Guide::new("privacy", "privacy", text);
    if out.json {
        json::privacy(out, &page)?;
    } else {
        print(out, &page)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn print(out: &mut Out, page: &Guide) -> std::io::Result<()> {
    for i in 0..page.pieces() {
        out.page(&page::piece(page, i, &out.style))?;
    }
    Ok(())
}
