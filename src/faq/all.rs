//! Every question of a library as one document, or those of them that hold given words.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, OnceLock};

use super::{Words, outermost_question};
use crate::fold;
use crate::guide::Guide;
use crate::guide::collected::{Origin, Piece};
use crate::guide::text::plain;
use crate::library::Library;

/// Words less alike than this are other words, not typing errors.
const ALIKE: f64 = 0.8;

/// The questions of a library, grouped by guide.
#[derive(Debug)]
pub struct All {
    questions: Vec<Asked>,
    guides: usize,
    /// Every word of theirs.
    known: OnceLock<BTreeSet<String>>,
}

/// A question in its guide.
#[derive(Debug)]
struct Asked {
    origin: Arc<Origin>,
    entry: usize,
    words: OnceLock<Vec<String>>,
}

impl Asked {
    fn words(&self) -> &[String] {
        self.words.get_or_init(|| {
            let blocks = self.origin.guide().blocks_in(self.origin.range(self.entry));
            fold::words(&plain(&blocks))
        })
    }

    fn title(&self) -> &str {
        &self.origin.guide().outline().entries[self.entry].title
    }
}

impl All {
    /// Finds them; guides whose outline is not known are read for it.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut all = Self { questions: Vec::new(), guides: 0, known: OnceLock::new() };
        for guide in (0..library.len()).filter_map(|i| library.guide(i).ok()) {
            let origin = Arc::new(Origin::new(guide));
            let outline = origin.guide().outline();
            let outermost = |i: &&usize| outermost_question(outline, **i) == Some(**i);
            let asked = outline.questions.iter().filter(outermost);
            let before = all.questions.len();
            all.questions.extend(asked.map(|entry| Asked {
                origin: Arc::clone(&origin),
                entry: *entry,
                words: OnceLock::new(),
            }));
            all.guides += usize::from(all.questions.len() > before);
        }
        all
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// The questions that hold all of `words`, by their numbers.
    #[must_use]
    pub fn holding(&self, words: &Words) -> Vec<usize> {
        let all = 0..self.questions.len();
        if words.is_empty() {
            return all.collect();
        }
        all.filter(|i| words.begin_words_of(self.questions[*i].words())).collect()
    }

    /// The first of the questions with these numbers that holds `words` in the question
    /// itself, by its place among them; 0 where only answers hold them.
    #[must_use]
    pub fn asking(&self, numbers: &[usize], words: &Words) -> usize {
        let asks = |i: &usize| words.begin_words_of(&fold::words(self.questions[*i].title()));
        numbers.iter().position(asks).unwrap_or(0)
    }

    /// The document of the questions with these numbers, in which they stand in this order.
    #[must_use]
    pub fn document(&self, numbers: &[usize]) -> Guide {
        let mut pieces = Vec::new();
        let count = self.counted(numbers.len());
        let groups = self.guides > 1;
        let guides = self.guides_of(numbers);
        let mut last: Option<&Arc<Origin>> = None;
        for asked in numbers.iter().map(|i| &self.questions[*i]) {
            let title = asked.origin.guide().title();
            match last {
                None if groups => {
                    let title = format!("{count} in {guides}");
                    pieces.push(Piece::Heading { level: 1, title });
                }
                None => {
                    pieces.push(Piece::Heading { level: 1, title: format!("{title}: {count}") });
                }
                Some(_) => {}
            }
            if groups && last.is_none_or(|last| !Arc::ptr_eq(last, &asked.origin)) {
                let all = numbers.len() == self.len();
                let whole = Piece::Heading { level: 2, title: title.clone() };
                pieces.push(if all { whole } else { Piece::Group(title) });
            }
            last = Some(&asked.origin);
            let origin = Arc::clone(&asked.origin);
            pieces.push(Piece::Question { origin, entry: asked.entry });
        }
        Guide::collected("Questions", pieces)
    }

    /// `7 guides`, `4 of 7 guides`, `1 of 7 guides`.
    fn guides_of(&self, numbers: &[usize]) -> String {
        let origins = numbers.iter().map(|i| Arc::as_ptr(&self.questions[*i].origin));
        match (origins.collect::<HashSet<_>>().len(), self.guides) {
            (shown, all) if shown == all => format!("{all} guides"),
            (shown, all) => format!("{shown} of {all} guides"),
        }
    }

    /// The document shown when no question holds what was typed.
    #[must_use]
    pub fn nothing(&self, typed: &str, words: &Words) -> Guide {
        let mut said = vec![if self.is_empty() {
            "There are no questions here.".to_owned()
        } else {
            format!("No question holds \u{201c}{typed}\u{201d}.")
        }];
        let near = self.near(words);
        if !near.is_empty() {
            said.push(format!("Words here that are like it: {}.", near.join(", ")));
        }
        if !self.is_empty() {
            said.push(
                "Fewer or shorter words find more; the beginning of a word is enough. The search \
                 of all guides knows other names for things, too."
                    .to_owned(),
            );
        }
        Guide::collected("Questions", said.into_iter().map(Piece::Paragraph).collect())
    }

    /// `18 questions`, `5 of 18 questions`.
    #[must_use]
    pub fn counted(&self, shown: usize) -> String {
        match (shown, self.len()) {
            (1, 1) => "1 question".to_owned(),
            (shown, all) if shown == all => format!("{all} questions"),
            (shown, all) => format!("{shown} of {all} questions"),
        }
    }

    /// For each word that no question holds the word nearest to it, if any is near.
    fn near(&self, words: &Words) -> Vec<String> {
        if words.is_empty() {
            return Vec::new();
        }
        let known = self.known.get_or_init(|| {
            self.questions.iter().flat_map(Asked::words).cloned().collect::<BTreeSet<String>>()
        });
        let missing =
            words.0.iter().filter(|word| !known.iter().any(|k| k.starts_with(word.as_str())));
        let near = missing.filter_map(|word| {
            let score = |known: &str| strsim::jaro_winkler(word, known);
            let best = known.iter().max_by(|a, b| score(a).total_cmp(&score(b)))?;
            (score(best) >= ALIKE && best.chars().next() == word.chars().next())
                .then(|| best.clone())
        });
        near.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::block::{Inline, Kind};
    use crate::guide::link::Target;

    const TEXT: &str = "# T\n\n## Rules {#rules}\n\nNo driving for a day after it.[^F-A-1]\n\n\
        ## Short {#short}\n\n- No driving.[^F-A-1] Cost.[^F-A-2]\n\n## Asked {.faq}\n\n\
        ### Can I drive? {#d}\n\nNo.[^F-A-1] See [cost](#short).[^n]\n\n#### Why\n\ndeep\n\n\
        ### Cost? {#c}\n\nMuch.\n\n[^n]: The note.\n";

    fn all() -> All {
        All::of(&Library::document("g", TEXT.as_bytes().to_vec()))
    }

    #[test]
    fn questions_keep_their_words_links_and_notes() {
        let all = all();
        let guide = all.document(&[0, 1]);
        let outline = guide.outline();
        let titles: Vec<_> = outline.entries.iter().map(|entry| entry.title.as_str()).collect();
        assert_eq!(titles, ["T: 2 questions", "Can I drive?", "Why", "Cost?"]);
        assert_eq!(outline.questions.len(), 2);
        let blocks: Vec<_> = (0..guide.pieces()).flat_map(|i| guide.blocks(i)).collect();
        assert!(
            plain(&blocks).contains("No. See cost.\n\nWhy\n\ndeep\n\nMore in the guide: Rules")
        );
        let links: Vec<_> = blocks
            .iter()
            .filter_map(|block| {
                if let Kind::Paragraph(inlines) = &block.kind { Some(inlines) } else { None }
            })
            .flatten()
            .filter_map(
                |inline| if let Inline::Text(run) = inline { run.link.as_deref() } else { None },
            )
            .collect();
        let to =
            |section: &str| Target::Guide { path: "g.md".into(), section: Some(section.into()) };
        // What cites nothing leads to itself.
        assert_eq!(links, [&to("short"), &to("rules"), &to("c")]);
        assert_eq!(plain(&guide.note("g#n").expect("the note")), "The note.");
        assert_eq!((outline.number("F-A-1"), outline.number("g#n")), (Some(1), Some(3)));
        assert!(blocks.windows(2).all(|pair| pair[0].at <= pair[1].at));
    }

    #[test]
    fn words_leave_the_questions_that_hold_them() {
        let all = all();
        let typed = |typed: &str| all.holding(&Words::new([typed]));
        assert_eq!((typed("dri"), typed("much"), typed("o")), (vec![0], vec![1], vec![]));
        assert_eq!(typed(" ?"), [0, 1]);
        let nothing = all.nothing("drvie", &Words::new(["drvie"]));
        assert!(plain(&nothing.blocks(1)).contains("drive"));
    }
}
