//! `guidepost faq`: questions and answers.

use std::sync::Arc;

use deunicode::deunicode;

use super::print::Printer;
use super::{NOTHING_FOUND, complain, json};
use crate::guide::block::Block;
use crate::guide::{Guide, Section, text};
use crate::library::Library;
use crate::page;

/// A question with the sections that answer it: its own and those under it.
pub struct Answered {
    /// The guide's id.
    pub guide: String,
    /// The id of the heading the question stands under.
    pub section: String,
    /// The question's id.
    pub id: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub blocks: Vec<Block>,
}

/// Every question of a guide in order.
pub fn questions(guide: &Guide) -> Vec<Answered> {
    let outline = guide.outline();
    let mut found: Vec<Answered> = Vec::new();
    for Section { entry, id, title, level, blocks, .. } in guide.sections() {
        let Some(entry) = entry else { continue };
        let question = outline.line_up(Some(entry)).find(|i| outline.entries[*i].question);
        if question == Some(entry) {
            let parent = outline.entries[entry].parent.map(|up| outline.entries[up].id.clone());
            let section = parent.unwrap_or_default();
            found.push(Answered { guide: guide.id.clone(), section, id, question: title, blocks });
        } else if let (Some(_), Some(answered)) = (question, found.last_mut()) {
            // A heading within an answer belongs to the answer.
            answered.blocks.push(Block::heading(level, &title));
            answered.blocks.extend(blocks);
        }
    }
    found
}

/// Prints all questions, or those that have all `words`, of all guides or of `only`.
pub fn faq(
    printer: &mut Printer,
    library: &Library,
    words: &[String],
    only: Option<&str>,
    as_json: bool,
) -> anyhow::Result<u8> {
    let only = only.map(|name| library.find(name)).transpose()?.map(|found| found.index);
    let mut found: Vec<(Arc<Guide>, Vec<Answered>)> = Vec::new();
    let wanted: Vec<String> = words.iter().flat_map(|words| folded(words)).collect();
    for i in (0..library.len()).filter(|i| only.is_none_or(|only| only == *i)) {
        let guide = match library.guide(i) {
            Ok(guide) => guide,
            Err(fault) => {
                complain(&fault.to_string(), printer.glyphs);
                continue;
            }
        };
        let mut answers = questions(&guide);
        answers.retain(|answer| has_all(answer, &wanted));
        if !answers.is_empty() {
            found.push((guide, answers));
        }
    }
    let nothing = found.is_empty();
    if as_json {
        printer.json(&json::faq(found.iter().flat_map(|(_, answers)| answers)))?;
    } else {
        for (guide, answers) in &found {
            let mut blocks = vec![Block::heading(2, &guide.title())];
            for answer in answers {
                blocks.push(Block::heading(3, &answer.question));
                blocks.extend(answer.blocks.iter().cloned());
                let more = format!("More: guidepost {}#{}", answer.guide, answer.section);
                blocks.push(Block::paragraph(&more));
            }
            let page = page::blocks_of(guide, &blocks, &printer.style());
            printer.page(&page)?;
            printer.line("")?;
        }
    }
    if nothing {
        complain(
            "no question has these words; try fewer, or `guidepost faq` for all",
            printer.glyphs,
        );
    }
    Ok(if nothing { NOTHING_FOUND } else { 0 })
}

/// True when each word begins some word of the question or the answer.
fn has_all(answer: &Answered, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let mut words = folded(&answer.question);
    words.extend(folded(&text::plain(&answer.blocks)));
    wanted.iter().all(|wanted| words.iter().any(|word| word.starts_with(wanted)))
}

/// The words of a text without case and accents.
fn folded(text: &str) -> Vec<String> {
    let plain = deunicode(text).to_lowercase();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
