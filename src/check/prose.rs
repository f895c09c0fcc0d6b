//! A guide's text as its authors wrote it: passages, their sentences, and the facts each
//! sentence refers to.

use std::ops::Range;

use crate::guide::block::{Block, Inline, Kind, Table};
use crate::guide::{Guide, Section};

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A heading.
    Heading,
    /// A paragraph, also in a list.
    Paragraph,
    /// A paragraph in a numbered list: something to do.
    Step,
    /// A paragraph in an alert box.
    Boxed,
    /// The header of a table, its cells joined.
    Head,
    /// Another row of a table, its cells joined.
    Row,
}

/// A stretch of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub place: Place,
    /// Its words, without marks of notes.
    pub text: String,
    /// The labels it refers to: where in `text`, where in the document, and which.
    pub marks: Vec<Mark>,
    /// Where stretches of `text` start in the document.
    starts: Vec<(usize, usize)>,
}

/// A reference to a note or fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the passage's text before it.
    pub pos: usize,
    /// Byte offset in the document.
    pub at: usize,
    /// The label.
    pub label: String,
}

impl Passage {
    fn new(place: Place) -> Self {
        Self { place, text: String::new(), marks: Vec::new(), starts: Vec::new() }
    }

    /// A passage of its own words, which start at byte offset `at` of a document.
    pub fn of(text: &str, at: usize) -> Self {
        let starts = vec![(0, at)];
        Self { place: Place::Paragraph, text: text.to_owned(), marks: Vec::new(), starts }
    }

    fn add(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(run) => {
                    self.starts.push((self.text.len(), run.at));
                    self.text.push_str(&run.text);
                }
                Inline::Break => self.text.push(' '),
                Inline::Note { label, at } => {
                    let (pos, label) = (self.text.len(), label.clone());
                    self.marks.push(Mark { pos, at: *at, label });
                }
            }
        }
    }

    /// The byte offset in the document of byte `pos` of the text.
    pub fn at(&self, pos: usize) -> usize {
        let known = self.starts.partition_point(|(start, _)| *start <= pos).max(1) - 1;
        self.starts.get(known).map_or(0, |(start, at)| at + pos.saturating_sub(*start))
    }

    /// Its sentences in order.
    pub fn sentences(&self) -> Vec<Sentence<'_>> {
        let ranges = sentences(&self.text);
        let last = ranges.len().saturating_sub(1);
        let of = |(i, range): (usize, Range<usize>)| {
            let from = if i == 0 { 0 } else { range.start + 1 };
            let to = if i == last { self.text.len() } else { range.end };
            let marks = self.marks.iter().filter(|mark| (from..=to).contains(&mark.pos));
            Sentence { text: &self.text[range.clone()], pos: range.start, marks: marks.collect() }
        };
        ranges.into_iter().enumerate().map(of).collect()
    }

    /// Its sentences; a row of a table is one.
    pub fn whole_or_sentences(&self) -> Vec<Sentence<'_>> {
        match self.place {
            Place::Row | Place::Head => {
                vec![Sentence { text: &self.text, pos: 0, marks: self.marks.iter().collect() }]
            }
            _ => self.sentences(),
        }
    }
}

/// A sentence of a passage.
#[derive(Debug)]
pub struct Sentence<'a> {
    /// Its words.
    pub text: &'a str,
    /// Where it starts in the passage.
    pub pos: usize,
    /// What it refers to; a mark behind its full stop belongs to it.
    pub marks: Vec<&'a Mark>,
}

/// Passages that belong together: a paragraph, an item of a list, a table.
#[derive(Debug, Default)]
pub struct Group {
    /// In order.
    pub passages: Vec<Passage>,
}

impl Group {
    /// All its words.
    pub fn text(&self) -> String {
        let texts: Vec<_> = self.passages.iter().map(|passage| passage.text.as_str()).collect();
        texts.join(" ")
    }
}

/// The groups of a section's own blocks, its heading left out.
pub fn groups(blocks: &[Block]) -> Vec<Group> {
    let mut groups = Vec::new();
    gather(blocks, Place::Paragraph, &mut groups);
    groups
}

/// The heading of a section as a passage.
pub fn heading(guide: &Guide, section: &Section) -> Passage {
    let at = section.entry.map_or(guide.body(), |entry| guide.outline().entries[entry].at);
    Passage { place: Place::Heading, ..Passage::of(&section.title, at) }
}

fn gather(blocks: &[Block], place: Place, groups: &mut Vec<Group>) {
    for block in blocks {
        match &block.kind {
            Kind::Paragraph(inlines) | Kind::Heading { title: inlines, .. } => {
                let mut passage = Passage::new(place);
                passage.add(inlines);
                groups.push(Group { passages: vec![passage] });
            }
            Kind::Quote { blocks, alert } => {
                let place = if alert.is_some() { Place::Boxed } else { place };
                gather(blocks, place, groups);
            }
            Kind::Note { blocks, .. } => gather(blocks, place, groups),
            Kind::List { items, start, .. } => {
                let place = match (place, start) {
                    (Place::Boxed, _) => Place::Boxed,
                    (_, Some(_)) => Place::Step,
                    (place, None) => place,
                };
                for item in items {
                    let mut own = Vec::new();
                    gather(&item.blocks, place, &mut own);
                    let passages = own.into_iter().flat_map(|group| group.passages).collect();
                    groups.push(Group { passages });
                }
            }
            Kind::Table(table) => rows(table, groups),
            Kind::Code(_) | Kind::Rule | Kind::Icons(_) | Kind::Bars(_) => {}
        }
    }
}

fn rows(table: &Table, groups: &mut Vec<Group>) {
    let head = std::iter::once((Place::Head, &table.head));
    let mut group = Group::default();
    for (place, row) in head.chain(table.rows.iter().map(|row| (Place::Row, row))) {
        let mut passage = Passage::new(place);
        for cell in row {
            if !passage.text.is_empty() {
                passage.text.push_str("; ");
            }
            passage.add(cell);
        }
        group.passages.push(passage);
    }
    groups.push(group);
}

/// Words before whose full stop no sentence ends.
const SHORT: [&str; 10] = ["dr", "mr", "ms", "mrs", "st", "vs", "v", "u.s", "e.g", "i.e"];

/// Where the sentences of `text` stand, without the blanks between them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let mut end = i + c.len_utf8();
        while let Some((i, c)) =
            chars.next_if(|(_, c)| matches!(c, '.' | '!' | '?' | '"' | '\'' | ')'))
        {
            end = i + c.len_utf8();
        }
        let rest = text[end..].trim_start();
        let apart = rest.len() < text.len() - end;
        let begins = |c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphanumeric();
        let short = || {
            let before = text[start..i].rsplit([' ', '(']).next().unwrap_or("").to_lowercase();
            SHORT.contains(&before.as_str())
        };
        if rest.is_empty() || (apart && rest.starts_with(begins) && !short()) {
            found.push(start..end);
            start = text.len() - rest.len();
        }
    }
    if !text[start..].trim().is_empty() {
        found.push(start..start + text[start..].trim_end().len());
    }
    found.retain(|range| text[range.clone()].chars().any(char::is_alphanumeric));
    found
}

/// The words of `text` that hold a letter or digit.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn sentences_end_at_full_stops_and_nowhere_else() {
        assert_eq!(
            cut("It took 27.5 days. Then, at 9 a.m. or so, it \"ended.\" Did it? Yes"),
            ["It took 27.5 days.", "Then, at 9 a.m. or so, it \"ended.\"", "Did it?", "Yes"]
        );
        assert_eq!(cut("Dr. Who v. Mr. Why. 30 people."), ["Dr. Who v. Mr. Why.", "30 people."]);
        assert_eq!(cut(" ... "), Vec::<&str>::new());
    }

    #[test]
    fn a_mark_behind_the_full_stop_belongs_to_the_sentence_before_it() {
        let guide = Guide::new("g", "g.md", "One[^F-A-1]. Two.[^F-A-2] Three.".to_owned());
        let groups = groups(&guide.blocks(0));
        let passage = &groups[0].passages[0];
        let cited: Vec<Vec<_>> = passage
            .sentences()
            .iter()
            .map(|sentence| sentence.marks.iter().map(|mark| mark.label.as_str()).collect())
            .collect();
        assert_eq!(cited, [vec!["F-A-1"], vec!["F-A-2"], vec![]]);
        assert_eq!(&guide.source()[passage.at(5)..][..3], "Two");
    }
}
