//! `guidepost list`: the guides there are.

use super::print::Printer;
use super::{complain, json};
use crate::guide::block::{Block, Face, Inline, Kind, faced, plain};
use crate::library::Library;

/// Prints the list of guides.
pub fn list(printer: &mut Printer, library: &Library, as_json: bool) -> anyhow::Result<u8> {
    if as_json {
        let (answer, faults) = json::list(library);
        super::tell_faults(&faults, printer.glyphs);
        return printer.json(&answer);
    }
    for i in 0..library.len() {
        let guide = match library.guide(i) {
            Ok(guide) => guide,
            Err(fault) => {
                complain(&fault.to_string(), printer.glyphs);
                continue;
            }
        };
        let mut about = format!("{} minutes", guide.minutes());
        if let Some(date) = guide.front.reviewed {
            about.push_str(&format!(", reviewed {date}"));
        }
        let (sections, questions) = (guide.section_count(), guide.questions());
        about.push_str(&format!(", {sections} sections"));
        if questions > 0 {
            about.push_str(&format!(", {questions} questions"));
        }
        let mut inlines = faced(&guide.id, Face { bold: true, ..Face::default() });
        for text in [guide.title(), guide.summary().to_owned(), about] {
            if !text.is_empty() {
                inlines.push(Inline::Break);
                inlines.extend(plain(&text));
            }
        }
        if i > 0 {
            printer.line("")?;
        }
        printer.blocks(&[Block { at: 0, kind: Kind::Paragraph(inlines) }])?;
    }
    Ok(0)
}
