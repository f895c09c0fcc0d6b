//! `faq`: questions with their answers, grouped by guide.

use std::process::ExitCode;

use super::json;
use super::messages;
use super::out::Out;
use super::sources::Cited;
use super::{NOTHING_FOUND, list, read};
use crate::faq::{Held, Question, Texts, sections};
use crate::guide::block::Block;
use crate::guide::collected::Origin;
use crate::library::{self, Library};
use crate::page;

/// The questions of one guide, each with the id of the section that asks it.
pub struct Group {
    pub origin: Origin,
    pub questions: Vec<(String, Question)>,
}

/// Prints the questions that hold `words`, of one guide or of all.
pub fn answer(
    out: &mut Out,
    library: &Library,
    words: &[String],
    guide: Option<&str>,
) -> anyhow::Result<ExitCode> {
    // Blanks are no words.
    let words = if words.iter().all(|word| word.trim().is_empty()) { &[] } else { words };
    let only = guide.map(|id| library.find(id)).transpose()?.map(|found| found.index);
    messages::library(library, out.glyphs());
    let mut groups: Vec<Group> = Vec::new();
    for i in (0..library.len()).filter(|i| only.is_none_or(|only| only == *i)) {
        let guide = match library.guide(i) {
            Ok(guide) => guide,
            Err(fault) if only.is_some() => return Err(fault.into()),
            Err(fault) => {
                messages::say(out.glyphs(), &fault.to_string());
                continue;
            }
        };
        let asked = sections(&guide).into_iter();
        let questions = asked.flat_map(|asked| {
            let section = asked.section.id;
            asked.questions.into_iter().map(move |question| (section.clone(), question))
        });
        groups.push(Group { questions: questions.collect(), origin: Origin::new(guide) });
    }
    let crisis = library.synonyms().speak_of_crisis(&words.join(" "));
    let said = if words.is_empty() { String::new() } else { hold(&mut groups, words, crisis) };
    groups.retain(|group| !group.questions.is_empty());
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
    if crisis {
        let first = format!("{} Or: guidepost crisis", library::crisis().first());
        messages::say(out.glyphs(), &first);
    }
    if groups.is_empty() && words.is_empty() {
        messages::say(out.glyphs(), "no questions here");
    } else if !said.is_empty() {
        messages::say(out.glyphs(), &said);
    }
    Ok(if groups.is_empty() { ExitCode::from(NOTHING_FOUND) } else { ExitCode::SUCCESS })
}

/// Leaves the questions that hold `words`; what is to be said where none holds all of them.
/// Who speaks of a crisis is not helped by those that hold a part.
fn hold(groups: &mut [Group], words: &[String], crisis: bool) -> String {
    let mut texts = Texts::default();
    for Group { origin, questions } in &*groups {
        for (_, asked) in questions {
            asked.add_to(&mut texts, origin.guide());
        }
    }
    let looked_for = texts.words(words);
    let mut held = texts.holding(&looked_for);
    if crisis && held.partly {
        held = Held::default();
    }
    let mut place = 0..;
    for group in groups {
        group.questions.retain(|_| {
            place.next().is_some_and(|place| held.places.binary_search(&place).is_ok())
        });
    }
    let typed = words.join(" ");
    if held.partly {
        return format!("no question holds all of \"{typed}\"; these hold the most of it");
    }
    if !held.places.is_empty() {
        return String::new();
    }
    let near = match texts.near(&looked_for) {
        near if near.is_empty() => String::new(),
        near => format!("; like it: {}", near.join(", ")),
    };
    format!(
        "no question holds \"{typed}\"{near}; guidepost search knows other words for things; in a \
         crisis: guidepost crisis"
    )
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
