//! The questions of a guide with their answers, and which of them hold given words.

mod all;
mod words;

use crate::guide::block::Block;
use crate::guide::outline::Outline;
use crate::guide::text::plain;
use crate::guide::{Guide, Section};

pub use all::All;
pub use words::{Held, Texts, Words};

/// A question and its answer.
#[derive(Debug)]
pub struct Question {
    /// Unique in the guide.
    pub id: String,
    /// The question's words.
    pub title: String,
    /// Byte offset in the document at which it starts.
    pub at: usize,
    /// 1 to 6.
    pub level: u8,
    /// The answer, with the headings in it.
    pub blocks: Vec<Block>,
}

/// A section and the questions that stand directly under it.
#[derive(Debug)]
pub struct Asked {
    /// The section; its blocks hold no question.
    pub section: Section,
    /// Byte offset in the document at which the section starts.
    pub at: usize,
    /// In the order of the document.
    pub questions: Vec<Question>,
}

/// Every section of a guide in order, each question under the section that asks it.
///
/// Headings within an answer belong to the answer.
#[must_use]
pub fn sections(guide: &Guide) -> Vec<Asked> {
    let outline = guide.outline();
    let mut all: Vec<Asked> = Vec::new();
    for section in guide.sections() {
        let entry = section.entry.map(|i| (i, &outline.entries[i]));
        let at = entry.map_or(guide.body(), |(_, entry)| entry.at);
        let question = entry.and_then(|(i, _)| outermost_question(outline, i));
        let Some(question) = question else {
            all.push(Asked { section, at, questions: Vec::new() });
            continue;
        };
        let asking = outline.entries[question].parent;
        let Some(asked) = all.iter_mut().rfind(|asked| asked.section.entry == asking) else {
            continue;
        };
        if section.entry == Some(question) {
            let Section { id, title, level, blocks, .. } = section;
            asked.questions.push(Question { id, title, at, level, blocks });
        } else if let Some(question) = asked.questions.last_mut() {
            question.blocks.push(Block { at, ..Block::heading(section.level, &section.title) });
            question.blocks.extend(section.blocks);
        }
    }
    all
}

/// The question in whose answer heading `i` stands, itself included; where questions
/// stand in answers, the outermost.
#[must_use]
pub fn outermost_question(outline: &Outline, i: usize) -> Option<usize> {
    outline.line_up(Some(i)).filter(|i| outline.entries[*i].question).last()
}

impl Question {
    /// Adds it to what questions of `guide` can be found by.
    pub fn add_to(&self, texts: &mut Texts, guide: &Guide) {
        add(texts, guide, &self.id, &self.title, &self.blocks);
    }
}

/// Adds a question of `guide`, with its other names.
fn add(texts: &mut Texts, guide: &Guide, id: &str, title: &str, answer: &[Block]) {
    let names = guide.front.aliases.get(id).map(|names| names.join("\n")).unwrap_or_default();
    texts.add(title, &names, &plain(answer));
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Before\n\n# T\n\nown\n\n## Asked {.faq}\n\n### Is it *safe*?\n\nZürich’s \
        trial can't say.\n\n#### More\n\ndeep\n\n### Next?\n\nno\n\n## After\n\nend\n";

    fn guide() -> Guide {
        Guide::new("g", "g.md", TEXT.to_owned())
    }

    #[test]
    fn questions_stand_under_the_section_that_asks_them_and_nowhere_else() {
        let found = sections(&guide());
        let shape: Vec<_> =
            found.iter().map(|a| (a.section.title.as_str(), a.questions.len())).collect();
        assert_eq!(shape, [("T", 0), ("T", 0), ("Asked", 2), ("After", 0)]);
        let first = &found[2].questions[0];
        assert_eq!(plain(&first.blocks), "Zürich’s trial can't say.\n\nMore\n\ndeep");
    }
}
