//! `faq`: questions with their answers, grouped by guide.

use std::process::ExitCode;

use super::json;
use super::messages;
use super::out::Out;
use super::sources::Cited;
use super::{NOTHING_FOUND, list, read};
use crate::faq::{Question, Words, sections};
use crate::guide::block::Block;
use crate::guide::collected::Origin;
use crate::library::Library;
use crate::page;

/// The questions of one guide, each with the id of the section that asks it.
pub struct Group {
    pub origin: Origin,
    pub questions: Vec<(String, Question)>,
}

/// Prints the questions that hold all of `words`, of one guide or of all.
pub fn answer(
    out: &mut Out,
    library: &Library,
    words: &[String],
    guide: Option<&str>,
) -> anyhow::Result<ExitCode> {
    let only = guide.map(|id| library.find(id)).transpose()?.map(|found| found.index);
    messages::library(library, out.glyphs());
    let wanted = Words::new(words);
    // Signs without a letter or digit are no words, and nothing holds them.
    let none = wanted.is_empty() && !words.is_empty();
    let mut groups = Vec::new();
    for i in (0..library.len()).filter(|i| only.is_none_or(|only| only == *i)) {
        let guide = match library.guide(i) {
            Ok(guide) => guide,
            Err(fault) if only.is_some() => return Err(fault.into()),
            Err(fault) => {
                messages::say(out.glyphs(), &fault.to_string());
                continue;
            }
        };
        let questions: Vec<_> = sections(&guide)
            .into_iter()
            .flat_map(|asked| {
                let section = asked.section.id;
                asked.questions.into_iter().map(move |question| (section.clone(), question))
            })
            .filter(|(_, question)| !none && wanted.are_in(question))
            .collect();
        if !questions.is_empty() {
            groups.push(Group { origin: Origin::new(guide), questions });
        }
    }
    if out.json {
        json::faq(out, &groups, library.evidence())?;
    } else {
        for group in &groups {
            print(out, group, library)?;
        }
        if !groups.is_empty() {
            out.blocks(&read::foot("From guidepost"))?;
        }
    }
    if groups.is_empty() {
        messages::say(out.glyphs(), &hint(words));
        return Ok(ExitCode::from(NOTHING_FOUND));
    }
    Ok(ExitCode::SUCCESS)
}

fn hint(words: &[String]) -> String {
    if words.is_empty() {
        return "no questions here".to_owned();
    }
    let words = words.join(" ");
    format!("no question holds \"{words}\"; try fewer or shorter words, or guidepost faq for all")
}

/// A guide's id, when it was reviewed, and how many of its questions follow.
fn known(group: &Group) -> String {
    let guide = group.origin.guide();
    let reviewed = guide.front.reviewed;
    let reviewed = reviewed.map(|date| format!(", reviewed {date}")).unwrap_or_default();
    format!("{}{reviewed}: {}", guide.id, list::questions(group.questions.len()))
}

fn print(out: &mut Out, group: &Group, library: &Library) -> anyhow::Result<()> {
    let guide = group.origin.guide();
    let mut cited = Cited::default();
    out.blocks(&[Block::heading(1, &guide.title()), Block::paragraph(&known(group))])?;
    for (_, question) in &group.questions {
        cited.add(&question.blocks);
        out.blocks(&[Block::heading(3, &question.title)])?;
        out.gap();
        out.page(&page::blocks_of(guide, &question.blocks, &out.style))?;
        if let Some((id, title)) = group.origin.more(&question.blocks) {
            out.gap();
            let more = format!("More in the guide: {title} ({}#{id})", guide.id);
            out.blocks(&[Block::paragraph(&more)])?;
        }
    }
    let nothing = guide.source().len()..guide.source().len();
    cited.notes(out, guide, &nothing)?;
    cited.facts(out, guide, library.evidence())?;
    Ok(())
}
