//! Every question of a library as one document, or those of them that hold given words.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use super::{Held, Texts, Words, add, outermost_question};
use crate::guide::Guide;
use crate::guide::collected::{Origin, Piece};
use crate::library::Library;
use crate::page::Pattern;

/// The questions of a library, grouped by guide.
#[derive(Debug)]
pub struct All {
    questions: Vec<Asked>,
    guides: usize,
    /// Their words, read when they are first looked for.
    texts: OnceLock<Texts>,
}

/// A question in its guide.
#[derive(Debug)]
struct Asked {
    origin: Arc<Origin>,
    entry: usize,
}

impl All {
    /// Finds them; guides whose outline is not known are read for it.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut all = Self { questions: Vec::new(), guides: 0, texts: OnceLock::new() };
        for guide in (0..library.len()).filter_map(|i| library.guide(i).ok()) {
            let origin = Arc::new(Origin::new(guide));
            let outline = origin.guide().outline();
            let outermost = |i: &&usize| outermost_question(outline, **i) == Some(**i);
            let asked = outline.questions.iter().filter(outermost);
            let before = all.questions.len();
            all.questions
                .extend(asked.map(|entry| Asked { origin: Arc::clone(&origin), entry: *entry }));
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

    /// All of them.
    #[must_use]
    pub fn every(&self) -> Held {
        Held { places: (0..self.questions.len()).collect(), partly: false }
    }

    /// The words of what a user typed to find some of them.
    #[must_use]
    pub fn words(&self, typed: &str) -> Words {
        self.texts().words([typed])
    }

    /// The questions that hold `words`.
    #[must_use]
    pub fn holding(&self, words: &Words) -> Held {
        self.texts().holding(words)
    }

    /// The place among these numbers of the question that itself says most of `words`; 0
    /// where only answers hold them.
    #[must_use]
    pub fn asking(&self, numbers: &[usize], words: &Words) -> usize {
        let fit = |place: &usize| self.texts().fit(numbers[*place], words);
        (0..numbers.len()).rev().max_by_key(fit).unwrap_or(0)
    }

    /// What marks `words` on a page of the questions.
    #[must_use]
    pub fn pattern(&self, words: &Words) -> Option<Pattern> {
        self.texts().pattern(words)
    }

    fn texts(&self) -> &Texts {
        self.texts.get_or_init(|| {
            let mut texts = Texts::default();
            for Asked { origin, entry } in &self.questions {
                let guide = origin.guide();
                let question = &guide.outline().entries[*entry];
                let blocks = guide.blocks_in(origin.range(*entry));
                add(&mut texts, guide, &question.id, &question.title, &blocks);
            }
            texts
        })
    }

    /// The document of these questions, in which they stand in this order; `first` is said
    /// before all of them, in place of how many they are.
    #[must_use]
    pub fn document(&self, held: &Held, first: Option<String>) -> Guide {
        let numbers = &held.places[..];
        let headed = first.is_none();
        let mut pieces: Vec<_> = first.into_iter().map(Piece::Paragraph).collect();
        let count = self.counted(numbers.len());
        let groups = self.guides > 1;
        let guides = self.guides_of(numbers);
        let mut last: Option<&Arc<Origin>> = None;
        for asked in numbers.iter().map(|i| &self.questions[*i]) {
            let title = asked.origin.guide().title();
            match last {
                None if !headed => {}
                None if groups => {
                    let title = format!("{count} in {guides}");
                    pieces.push(Piece::Heading { level: 1, title });
                }
                None => {
                    pieces.push(Piece::Heading { level: 1, title: format!("{title}: {count}") });
                }
                Some(_) => {}
            }
            if last.is_none() && held.partly {
                let said = "No question holds all of the words. These hold the most of them.";
                pieces.push(Piece::Paragraph(said.to_owned()));
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

    /// The document shown when no question holds what was typed; `first` is said before all.
    #[must_use]
    pub fn nothing(&self, typed: &str, words: Option<&Words>, first: Option<String>) -> Guide {
        let mut said: Vec<_> = first.into_iter().collect();
        said.push(if self.is_empty() {
            "There are no questions here.".to_owned()
        } else {
            format!("No question holds \u{201c}{typed}\u{201d}.")
        });
        let near = words.map(|words| self.texts().near(words)).unwrap_or_default();
        if !near.is_empty() {
            said.push(format!("Words here that are like it: {}.", near.join(", ")));
        }
        if !self.is_empty() {
            said.push(
                "The search of all guides knows other names for things. Here the beginning of \
                 a word is enough, and fewer words find more."
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::block::{Inline, Kind};
    use crate::guide::link::Target;
    use crate::guide::text::{citations, plain};

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
        let guide = all.document(&all.every(), None);
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
        assert_eq!((outline.number("g#F-A-1"), outline.number("g#n")), (Some(1), Some(3)));
        assert!(blocks.windows(2).all(|pair| pair[0].at <= pair[1].at));
    }

    #[test]
    fn a_fact_has_the_number_that_it_has_in_its_guide_whatever_stands_beside_it() {
        let library = Library::bundled();
        let all = All::of(&library);
        let last = Held { places: vec![all.len() - 1], partly: false };
        for held in [all.every(), last] {
            let document = all.document(&held, None);
            let blocks: Vec<_> = (0..document.pieces()).flat_map(|i| document.blocks(i)).collect();
            let cited = citations(&blocks);
            assert!(cited.len() > 1);
            for label in cited {
                let (guide, fact) = label.split_once('#').expect("a guide");
                let index = library.find(guide).expect("a guide").index;
                let guide = library.guide(index).expect("it can be read");
                let number = document.outline().number(&label);
                assert!(number.is_some() && number == guide.outline().number(fact), "{label}");
            }
        }
    }

    #[test]
    fn words_leave_the_questions_that_hold_them() {
        let all = all();
        let typed = |typed: &str| all.holding(&all.words(typed)).places;
        assert_eq!((typed("dri"), typed("much"), typed("o")), (vec![0], vec![1], vec![]));
        assert!(typed(" ?").is_empty());
        let nothing = all.nothing("drvie", Some(&all.words("drvie")), None);
        assert!(plain(&nothing.blocks(1)).contains("drive"));
    }
}
