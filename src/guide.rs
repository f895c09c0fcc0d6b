//! A guide: its front matter, its text cut into pieces, and its outline.

pub mod age;
pub mod block;
pub mod collected;
pub mod cut;
pub mod figure;
pub mod foot;
pub mod front_matter;
pub mod html;
pub mod link;
pub mod markdown;
pub mod outline;
pub mod slug;
pub mod text;

use std::sync::OnceLock;

use block::{Block, Kind};
use front_matter::{FrontMatter, TextFault};
use markdown::label_key;
use outline::Outline;
use text::each_block;

/// Words a minute at which reading times are reckoned: calm reading of plain text.
pub const WORDS_A_MINUTE: usize = 200;

/// A number of minutes in words: `1 minute`, `22 minutes`.
#[must_use]
pub fn in_minutes(minutes: usize) -> String {
    if minutes == 1 { "1 minute".to_owned() } else { format!("{minutes} minutes") }
}

/// A guide, or any Markdown document.
///
/// Opening one costs a pass over its bytes; its blocks are read piece by piece when
/// they are looked at, its outline when it is first asked for.
#[derive(Debug)]
pub struct Guide {
    /// The name it is opened by.
    pub id: String,
    /// The file it came from, for messages.
    pub file: String,
    /// What it says about itself.
    pub front: FrontMatter,
    /// What is wrong with the file's text.
    pub faults: Vec<TextFault>,
    source: String,
    body: usize,
    /// Where its own text ends; behind it stands what was added.
    end: usize,
    cuts: Vec<usize>,
    outline: OnceLock<Outline>,
    /// The id of the text before the first heading.
    opening: OnceLock<String>,
    /// Words in so many bytes of the text.
    density: OnceLock<(usize, usize)>,
    /// What it was put together from, when it is not a file's own text.
    pieces: Option<Vec<collected::Piece>>,
}

/// A heading with the blocks up to the next heading.
#[derive(Debug)]
pub struct Section {
    /// The heading's place in the outline; none for text before the first heading.
    pub entry: Option<usize>,
    /// Unique in the guide.
    pub id: String,
    /// 1 to 6.
    pub level: u8,
    /// The heading's words.
    pub title: String,
    /// The titles from the top to this section.
    pub path: Vec<String>,
    /// What stands under the heading itself.
    pub blocks: Vec<Block>,
}

impl Guide {
    /// Opens a document from its text.
    #[must_use]
    pub fn new(id: &str, file: &str, source: String) -> Self {
        let (front, body, fault) = front_matter::split(&source);
        let cuts = cut::cuts(&source[body..]).into_iter().map(|at| at + body).collect();
        let (id, file) = (crate::plain::one_line(id), crate::plain::one_line(file));
        let (outline, opening, density) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let end = source.len();
        Self {
            id,
            file,
            front,
            faults: fault.into_iter().collect(),
            source,
            body,
            end,
            cuts,
            outline,
            opening,
            density,
            pieces: None,
        }
    }

    /// The whole file, front matter included.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The offset at which the text begins, after the front matter.
    #[must_use]
    pub fn body(&self) -> usize {
        self.body
    }

    /// The offset at which its own text ends: what follows was added behind it.
    #[must_use]
    pub fn end(&self) -> usize {
        self.end
    }

    /// The same guide with more Markdown behind its own text.
    #[must_use]
    pub fn followed_by(&self, more: &str) -> Self {
        let gap = if self.source.ends_with('\n') { "\n" } else { "\n\n" };
        let whole = format!("{}{gap}{more}", self.source);
        Self { end: self.source.len(), ..Self::new(&self.id, &self.file, whole) }
    }

    /// How many pieces the text has; at least one.
    #[must_use]
    pub fn pieces(&self) -> usize {
        self.cuts.len()
    }

    /// The piece in which byte offset `at` stands.
    #[must_use]
    pub fn piece_at(&self, at: usize) -> usize {
        self.cuts.partition_point(|cut| *cut <= at).saturating_sub(1)
    }

    /// The offsets at which piece `i` starts and ends.
    #[must_use]
    pub fn piece(&self, i: usize) -> std::ops::Range<usize> {
        self.cuts[i]..self.cuts.get(i + 1).copied().unwrap_or(self.source.len())
    }

    /// The blocks of piece `i`, read with as much of the outline as is known.
    #[must_use]
    pub fn blocks(&self, i: usize) -> Vec<Block> {
        let range = self.piece(i);
        let start = range.start;
        if let Some(pieces) = &self.pieces {
            return collected::blocks(pieces, i, start);
        }
        match self.outline.get() {
            Some(outline) => markdown::blocks(&self.source[range], start, &outline.definitions),
            None => markdown::blocks(&self.source[range], start, &markdown::Definitions::default()),
        }
    }

    /// The blocks that start in a range of the text.
    #[must_use]
    pub fn blocks_in(&self, range: std::ops::Range<usize>) -> Vec<Block> {
        let pieces = self.piece_at(range.start)..=self.piece_at(range.end.saturating_sub(1));
        let blocks = pieces.flat_map(|i| self.blocks(i));
        blocks.filter(|block| range.contains(&block.at)).collect()
    }

    /// What the footnote with this label says.
    #[must_use]
    pub fn note(&self, label: &str) -> Option<Vec<Block>> {
        if let Some(pieces) = &self.pieces {
            return collected::note(pieces, label);
        }
        let key = label_key(label);
        let at = self.outline().definitions.notes.get(&key)?;
        let mut found = None;
        each_block(&self.blocks(self.piece_at(*at)), &mut |block| {
            if let Kind::Note { label, blocks } = &block.kind
                && label_key(label) == key
                && found.is_none()
            {
                found = Some(blocks.clone());
            }
        });
        found
    }

    /// The outline; the first call reads the whole text.
    pub fn outline(&self) -> &Outline {
        self.outline.get_or_init(|| {
            Outline::of((0..self.pieces()).map(|i| {
                let range = self.piece(i);
                (range.start, &self.source[range])
            }))
        })
    }

    /// The outline when it has been built already.
    #[must_use]
    pub fn known_outline(&self) -> Option<&Outline> {
        self.outline.get()
    }

    /// The title: of the front matter, else the first heading, else the file's name.
    #[must_use]
    pub fn title(&self) -> String {
        if let Some(title) = &self.front.title {
            return title.clone();
        }
        let first = match self.outline.get() {
            Some(outline) => outline.entries.first().map(|entry| entry.title.clone()),
            None => (0..self.pieces().min(4)).find_map(|i| {
                let range = self.piece(i);
                let start = range.start;
                let survey =
                    markdown::survey(&self.source[range], start, &markdown::Definitions::default());
                survey.headings.into_iter().next().map(|heading| heading.title)
            }),
        };
        first.filter(|title| !title.is_empty()).unwrap_or_else(|| self.name().to_owned())
    }

    /// The file's name without folders and ending.
    fn name(&self) -> &str {
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or(&self.file);
        name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
    }

    /// True when it has the front matter of a guide of ours, faulty or not.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.body > 0 && front_matter::is_ours(&self.source)
    }

    /// One sentence on what it covers; empty when it does not say.
    #[must_use]
    pub fn summary(&self) -> &str {
        self.front.summary.as_deref().unwrap_or("")
    }

    /// Minutes it takes to read, at least 1, at [`WORDS_A_MINUTE`].
    #[must_use]
    pub fn minutes(&self) -> usize {
        self.minutes_of(self.end.saturating_sub(self.body)).max(1)
    }

    /// The time it takes to read, in words: `22 minutes`.
    #[must_use]
    pub fn reading_time(&self) -> String {
        in_minutes(self.minutes())
    }

    /// Minutes it takes to read so many bytes of it, rounded up.
    #[must_use]
    pub fn minutes_of(&self, bytes: usize) -> usize {
        /// Longer documents are reckoned from their beginning.
        const SAMPLE: usize = 64 * 1024;
        let (words, among) = *self.density.get_or_init(|| {
            let text = &self.source.as_bytes()[self.body..self.end];
            let sample = &text[..text.len().min(SAMPLE)];
            let words = sample.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
            (words.count(), sample.len().max(1))
        });
        (bytes * words / among).div_ceil(WORDS_A_MINUTE)
    }

    /// Every section in order, questions included. Text before the first heading is a
    /// section of level 1 with the guide's title.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        let outline = self.outline();
        let mut sections = vec![Section {
            entry: None,
            id: String::new(),
            level: 1,
            title: self.title(),
            path: vec![self.title()],
            blocks: Vec::new(),
        }];
        for block in (0..self.pieces()).flat_map(|i| self.blocks(i)) {
            let entry = match block.kind {
                Kind::Heading { .. } => {
                    outline.entries.binary_search_by_key(&block.at, |entry| entry.at).ok()
                }
                _ => None,
            };
            match (entry, sections.last_mut()) {
                (Some(i), _) => sections.push(Section {
                    entry: Some(i),
                    id: outline.entries[i].id.clone(),
                    level: outline.entries[i].level,
                    title: outline.entries[i].title.clone(),
                    path: outline.path(i).into_iter().map(str::to_owned).collect(),
                    blocks: Vec::new(),
                }),
                (None, Some(section)) => section.blocks.push(block),
                (None, None) => {}
            }
        }
        if sections[0].blocks.is_empty() {
            sections.remove(0);
        } else {
            self.opening_id().clone_into(&mut sections[0].id);
        }
        sections
    }

    /// The id of the text before the first heading.
    #[must_use]
    pub fn opening_id(&self) -> &str {
        self.opening.get_or_init(|| {
            let outline = self.outline();
            let wanted = slug::slug(&self.title());
            let free = |id: &String| outline.find(id).is_none();
            let numbered = (1..).map(|n| format!("{wanted}-{n}"));
            std::iter::once(wanted.clone()).chain(numbered).find(free).unwrap_or(wanted)
        })
    }

    /// The offset of the section with this id, the text before the first heading included.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        let outline = self.outline();
        let entry = outline.find(id).map(|i| outline.entries[i].at);
        entry.or_else(|| (id == self.opening_id()).then_some(self.body))
    }

    /// How many sections it has, questions and what stands under them left out.
    #[must_use]
    pub fn section_count(&self) -> usize {
        let opening = self.sections().first().is_some_and(|section| section.entry.is_none());
        self.outline().sections.len() + usize::from(opening)
    }

    /// How many questions it answers.
    #[must_use]
    pub fn questions(&self) -> usize {
        self.outline().questions.len()
    }

    /// The line, from 1, of byte offset `at`.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        crate::plain::line_at(self.source.as_bytes(), at)
    }
}
