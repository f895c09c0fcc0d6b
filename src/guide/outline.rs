//! The outline of a document: its headings with their ids, and what holds for all of it.

use std::collections::HashMap;

use super::markdown::{self, Definitions, Survey, label_key};
use super::slug::{Ids, slug};

/// A heading in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Byte offset in the document.
    pub at: usize,
    /// 1 to 6.
    pub level: u8,
    /// Unique in the document.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Classes the author gave it: `faq` when its child headings are questions, `good` and
    /// `bad` above good and bad points.
    pub classes: Vec<String>,
    /// True when it is a question, shown as an accordion.
    pub question: bool,
    /// The heading it stands under, as an index into the outline.
    pub parent: Option<usize>,
}

impl Entry {
    /// True when the author gave it this class.
    #[must_use]
    pub fn is(&self, class: &str) -> bool {
        self.classes.iter().any(|own| own == class)
    }
}

/// All headings of a document, its definitions, and the numbers of its notes.
#[derive(Debug, Default)]
pub struct Outline {
    /// The headings in order.
    pub entries: Vec<Entry>,
    /// The headings that are no question and stand in no answer, as indices.
    pub sections: Vec<usize>,
    /// The main sections among them: those of the first level that occurs twice.
    pub main: Vec<usize>,
    /// The questions, as indices.
    pub questions: Vec<usize>,
    /// Link definitions and footnotes.
    pub definitions: Definitions,
    by_id: HashMap<String, usize>,
    numbers: HashMap<String, usize>,
}

impl Outline {
    /// Builds the outline from the pieces of a document: each one's offset and text.
    #[must_use]
    pub fn of<'a>(pieces: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let mut outline = Self::default();
        let mut surveys = Vec::new();
        for (offset, text) in pieces {
            let survey = markdown::survey(text, offset, &outline.definitions);
            outline.define(&survey);
            surveys.push((offset, text, survey));
        }
        // What was defined further down than it was used is known only now.
        if !outline.definitions.notes.is_empty() || !outline.definitions.links.is_empty() {
            for (offset, text, survey) in &mut surveys {
                let open = survey.headings.iter().any(|heading| heading.title.contains('['));
                if open || text.contains("[^") {
                    *survey = markdown::survey(text, *offset, &outline.definitions);
                }
            }
        }
        for (_, _, survey) in &surveys {
            for label in &survey.cited {
                let next = outline.numbers.len() + 1;
                outline.numbers.entry(label_key(label)).or_insert(next);
            }
        }
        outline.enter(surveys.into_iter().flat_map(|(_, _, survey)| survey.headings));
        outline
    }

    fn define(&mut self, survey: &Survey) {
        let Definitions { links, notes } = &mut self.definitions;
        for (label, address) in &survey.links {
            links.entry(label_key(label)).or_insert_with(|| address.clone());
        }
        for (label, at) in &survey.notes {
            notes.entry(label_key(label)).or_insert(*at);
        }
    }

    fn enter(&mut self, headings: impl Iterator<Item = markdown::Heading>) {
        let headings: Vec<_> = headings.collect();
        let mut ids = Ids::default();
        let given: Vec<_> =
            headings.iter().map(|heading| heading.id.clone().map(|id| ids.take(id))).collect();
        let mut above: Vec<usize> = Vec::new();
        for (i, (heading, given)) in headings.into_iter().zip(given).enumerate() {
            let id = given.unwrap_or_else(|| ids.take(slug(&heading.title)));
            while above.last().is_some_and(|up| self.entries[*up].level >= heading.level) {
                above.pop();
            }
            let parent = above.last().copied();
            above.push(i);
            self.entries.push(Entry {
                at: heading.at,
                level: heading.level,
                id,
                title: heading.title,
                classes: heading.classes,
                question: parent.is_some_and(|parent| self.entries[parent].is("faq")),
                parent,
            });
        }
        self.index();
    }

    /// The outline of a document put together from others: its headings, whose `parent`s
    /// come before them, and the numbers of its notes.
    #[must_use]
    pub fn collected(
        entries: Vec<Entry>,
        notes: impl IntoIterator<Item = (String, usize)>,
    ) -> Self {
        let mut outline = Self { entries, ..Self::default() };
        for (label, number) in notes {
            outline.numbers.entry(label).or_insert(number);
        }
        outline.index();
        outline
    }

    /// Finds ids, sections and questions among the entries.
    fn index(&mut self) {
        let entries = &self.entries;
        self.by_id = entries.iter().enumerate().map(|(i, entry)| (entry.id.clone(), i)).collect();
        let all = 0..entries.len();
        self.questions = all.clone().filter(|i| entries[*i].question).collect();
        let in_answer = |i: &usize| self.line_up(Some(*i)).any(|up| entries[up].question);
        self.sections = all.filter(|i| !in_answer(i)).collect();
        let of_level =
            |level: u8| self.sections.iter().filter(move |i| entries[**i].level == level);
        let main = (1..=6).find(|level| of_level(*level).nth(1).is_some());
        self.main =
            main.map_or_else(|| self.sections.clone(), |level| of_level(level).copied().collect());
    }

    /// The heading with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The heading under which byte offset `at` stands.
    #[must_use]
    pub fn entry_at(&self, at: usize) -> Option<usize> {
        self.entries.partition_point(|entry| entry.at <= at).checked_sub(1)
    }

    /// The question in whose answer byte offset `at` stands, or which stands there itself.
    #[must_use]
    pub fn question_at(&self, at: usize) -> Option<usize> {
        self.line_up(self.entry_at(at)).find(|i| self.entries[*i].question)
    }

    /// A heading and those it stands under, innermost first.
    pub fn line_up(&self, from: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(from, |i| self.entries[*i].parent)
    }

    /// The titles from the top to heading `i`.
    #[must_use]
    pub fn path(&self, i: usize) -> Vec<&str> {
        let mut path: Vec<_> =
            self.line_up(Some(i)).map(|i| self.entries[i].title.as_str()).collect();
        path.reverse();
        path
    }

    /// The end of heading `i`'s section, those under it included: an offset of the document
    /// of `len` bytes.
    #[must_use]
    pub fn end(&self, i: usize, len: usize) -> usize {
        let level = self.entries[i].level;
        let next = self.entries[i + 1..].iter().find(|entry| entry.level <= level);
        next.map_or(len, |entry| entry.at)
    }

    /// The notes and facts that are mentioned, by their keys, with their numbers.
    pub fn notes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.numbers.iter().map(|(label, number)| (label.as_str(), *number))
    }

    /// The number of a note or fact, counted from 1 in the order of first mention.
    #[must_use]
    pub fn number(&self, label: &str) -> Option<usize> {
        self.numbers.get(&label_key(label)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> Outline {
        Outline::of(std::iter::once((0, text)))
    }

    #[test]
    fn ids_are_unique_and_the_author_s_win() {
        let found = outline("# a\n# a\n# b {#a}\n# c {#x y}\n# d {.k #q}\n# e \\{#z}\n");
        let ids: Vec<_> = found.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["a-1", "a-2", "a", "c-x-y", "q", "e-z"]);
        assert_eq!(found.entries[3].title, "c {#x y}");
        assert_eq!(found.entries[4].title, "d");
    }

    #[test]
    fn the_children_of_a_faq_heading_are_questions() {
        let found = outline("## Q {.faq}\n### a\n#### more\n### b\n## c\n### d\n");
        let questions: Vec<_> = found.entries.iter().map(|entry| entry.question).collect();
        assert_eq!(questions, [false, true, false, true, false, false]);
        assert_eq!(found.path(2), ["Q", "a", "more"]);
        assert_eq!(found.question_at(found.entries[2].at + 3), Some(1));
        assert_eq!(found.end(1, 99), found.entries[3].at);
    }

    #[test]
    fn notes_are_numbered_in_the_order_they_are_mentioned() {
        let found = outline("b[^b] a[^a] f[^F-X-001] n[^none] b[^B]\n\n[^a]: A\n\n[^b]: B\n");
        assert_eq!(found.number("b"), Some(1));
        assert_eq!(found.number("a"), Some(2));
        assert_eq!(found.number("F-X-001"), Some(3));
        assert_eq!(found.number("none"), None);
    }
}
