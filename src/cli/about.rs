//! `guidepost about` and `guidepost privacy`: what this program is, keeps and promises.

use super::json;
use super::print::Printer;
use crate::guide::Guide;
use crate::guide::block::Block;
use crate::library::{self, Library};

const ABOUT: &str = include_str!("../../assets/about.md");
const PRIVACY: &str = include_str!("../../assets/privacy.md");

/// The line that stands under everything printed from a guide.
pub fn notice(reviewed: Option<jiff::civil::Date>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let date = reviewed.map(|date| format!(" Reviewed {date}.")).unwrap_or_default();
    format!(
        "Information, not medical advice. guidepost {version}.{date} In crisis call or text 988."
    )
}

/// The dates that tell how old the content is.
pub fn dates() -> Vec<(String, Option<jiff::civil::Date>)> {
    let library = Library::bundled();
    let guides = (0..library.len()).filter_map(|i| library.guide(i).ok());
    let mut dates: Vec<_> = guides.map(|guide| (guide.title(), guide.front.reviewed)).collect();
    dates.push(("Crisis lines".to_owned(), library::crisis().checked));
    dates
}

/// Says what the program is.
pub fn about(printer: &mut Printer, as_json: bool) -> anyhow::Result<u8> {
    if as_json {
        return printer.json(&json::about(&dates(), ABOUT));
    }
    let guide = Guide::new("about", "about", ABOUT.to_owned());
    let mut blocks = vec![Block::heading(1, &format!("guidepost {}", env!("CARGO_PKG_VERSION")))];
    blocks.extend((0..guide.pieces()).flat_map(|i| guide.blocks(i)));
    blocks.push(Block::heading(2, "How old the content is"));
    let date = |(title, date): &(String, Option<jiff::civil::Date>)| {
        let date = date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
        Block::paragraph(&format!("{title}: {date}"))
    };
    blocks.push(Block::bullets(dates().iter().map(date)));
    printer.blocks(&blocks)?;
    Ok(0)
}

/// Says what is kept and what is not.
pub fn privacy(printer: &mut Printer, as_json: bool) -> anyhow::Result<u8> {
    if as_json {
        return printer.json(&json::privacy(PRIVACY));
    }
    let guide = Guide::new("privacy", "privacy", PRIVACY.to_owned());
    let blocks: Vec<_> = (0..guide.pieces()).flat_map(|i| guide.blocks(i)).collect();
    printer.blocks(&blocks)?;
    Ok(0)
}
