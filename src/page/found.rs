//! What is looked for on a page, and where it stands in a text.

use std::ops::Range;

use memchr::memmem::Finder;

use crate::fold;

/// Words or a phrase to be marked wherever they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What is looked for, as it is compared; never empty.
    needles: Vec<String>,
    /// Where in words a match may stand.
    bounds: Bounds,
    /// True when capital letters must be capital.
    exact_case: bool,
}

/// Where in words a match may stand. Where it must begin one apostrophes do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bounds {
    Anywhere,
    /// It begins a word.
    Begins,
    /// It is a whole word. The last needle may be the beginning of one that then counts as
    /// a whole.
    Whole {
        open: bool,
    },
}

/// A text as it is compared, and for each of its bytes the place it came from.
#[derive(Debug, Default)]
pub struct Haystack<T> {
    text: String,
    from: Vec<T>,
}

impl Pattern {
    /// What a reader typed, as one phrase. Accents never matter; case matters as soon as
    /// a capital letter is typed. None when nothing but blanks was typed.
    #[must_use]
    pub fn phrase(typed: &str) -> Option<Self> {
        let exact_case = typed.chars().any(char::is_uppercase);
        let mut needle = String::new();
        for word in typed.split_whitespace() {
            if !needle.is_empty() {
                needle.push(' ');
            }
            word.chars().for_each(|c| fold::push(c, exact_case, &mut needle));
        }
        let needles = if needle.is_empty() { return None } else { vec![needle] };
        Some(Self { needles, bounds: Bounds::Anywhere, exact_case })
    }

    /// Words, folded already, each of which is to begin a word. None without any.
    #[must_use]
    pub fn words(words: &[String]) -> Option<Self> {
        let needles: Vec<_> = words.iter().filter(|word| !word.is_empty()).cloned().collect();
        let bounds = Bounds::Begins;
        (!needles.is_empty()).then_some(Self { needles, bounds, exact_case: false })
    }

    /// Whole words, folded already, and those that begin with `beginning`. None without any.
    #[must_use]
    pub fn whole_words(mut words: Vec<String>, beginning: Option<String>) -> Option<Self> {
        let bounds = Bounds::Whole { open: beginning.is_some() };
        words.extend(beginning);
        (!words.is_empty()).then_some(Self { needles: words, bounds, exact_case: false })
    }

    /// True when apostrophes within words do not count.
    fn of_words(&self) -> bool {
        self.bounds != Bounds::Anywhere
    }

    /// True when capital letters must be capital.
    #[must_use]
    pub fn is_exact_about_case(&self) -> bool {
        self.exact_case
    }

    /// Adds a character that came from `from` to a text to be searched.
    pub fn add<T: Copy>(&self, c: char, from: T, haystack: &mut Haystack<T>) {
        if self.of_words() && matches!(c, '\'' | '’' | '‘') {
            return;
        }
        // However many blanks are typed or stand there, they are one.
        if c == ' ' && haystack.text.ends_with(' ') {
            return;
        }
        fold::push(c, self.exact_case, &mut haystack.text);
        haystack.from.resize(haystack.text.len(), from);
    }

    /// Where the matches begin and end: the places of their first and last characters, in
    /// order, none overlapping another.
    #[must_use]
    pub fn find<T: Copy>(&self, haystack: &Haystack<T>) -> Vec<(T, T)> {
        let text = &haystack.text;
        let mut found: Vec<Range<usize>> = Vec::new();
        for (i, needle) in self.needles.iter().enumerate() {
            let last = i + 1 == self.needles.len();
            let starts = memchr::memmem::find_iter(text.as_bytes(), needle.as_bytes());
            found.extend(starts.filter_map(|at| self.bounded(text, at..at + needle.len(), last)));
        }
        found.sort_by_key(|range| (range.start, usize::MAX - range.end));
        let mut end = 0;
        found.retain(|range| {
            let apart = range.start >= end;
            end = if apart { range.end } else { end };
            apart
        });
        let place = |at: usize| haystack.from[at];
        found.into_iter().map(|range| (place(range.start), place(range.end - 1))).collect()
    }

    /// The match at `range` as far as it counts; none where it may not stand.
    fn bounded(&self, text: &str, range: Range<usize>, last: bool) -> Option<Range<usize>> {
        if self.of_words() && text[..range.start].ends_with(char::is_alphanumeric) {
            return None;
        }
        let Bounds::Whole { open } = self.bounds else { return Some(range) };
        let rest = text[range.end..].chars().take_while(|c| c.is_alphanumeric());
        let rest: usize = rest.map(char::len_utf8).sum();
        (rest == 0 || open && last).then_some(range.start..range.end + rest)
    }

    /// What reckons how many matches the source of a document holds.
    #[must_use]
    pub fn estimator(&self) -> Estimator {
        let runs = self.needles.iter().map(|needle| {
            let runs = needle.split(|c: char| !c.is_alphabetic());
            runs.max_by_key(|run| run.len()).unwrap_or_default().to_lowercase()
        });
        let finder = |run: String| (!run.is_empty()).then(|| Finder::new(&run).into_owned());
        Estimator { runs: runs.map(finder).collect(), words: self.of_words() }
    }
}

/// Reckons matches in source without setting it.
#[derive(Debug)]
pub struct Estimator {
    /// The longest run of letters of each needle; none where it has no letters.
    runs: Vec<Option<Finder<'static>>>,
    words: bool,
}

impl Estimator {
    /// About how many matches a stretch of source holds; none when it holds none for
    /// certain. `Some(0)` says that markup may make words of it that the source does not
    /// show, so that it must be looked at.
    #[must_use]
    pub fn estimate(&self, source: &str) -> Option<usize> {
        let folded = fold::fold(source);
        let mut total = 0;
        for run in &self.runs {
            // An apostrophe within a word is in the source, but not in the words.
            let split = self.words && source.contains(['\'', '’', '‘']);
            match run {
                Some(run) if !split => total += run.find_iter(folded.as_bytes()).count(),
                _ => return Some(total.max(1)),
            }
        }
        if total > 0 {
            return Some(total);
        }
        let may = match joins(source.as_bytes()) {
            Joins::Nothing => false,
            Joins::Letters => {
                let letters = letters(&folded);
                self.runs.iter().flatten().any(|run| run.find(letters.as_bytes()).is_some())
            }
            Joins::Anything => true,
        };
        may.then_some(0)
    }
}

/// What markup may do to the letters of a source when it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joins {
    /// Letters that are shown side by side stand side by side.
    Nothing,
    /// Only signs and tags may stand between them.
    Letters,
    /// Other letters may stand between them, or words be shown that are not there.
    Anything,
}

fn joins(source: &[u8]) -> Joins {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    // A letter behind markup that has a letter before it in the same word.
    let joins = |at: usize| {
        source.get(at + 1).is_some_and(|next| letter(*next))
            && source[..at]
                .iter()
                .rev()
                .take_while(|byte| !byte.is_ascii_whitespace())
                .any(|byte| letter(*byte))
    };
    if memchr::memchr(b'&', source).is_some()
        || memchr::memmem::find(source, b"icons").is_some()
        || memchr::memmem::find(source, b"bars").is_some()
        || memchr::memchr_iter(b')', source).any(joins)
    {
        Joins::Anything
    } else if memchr::memchr3_iter(b'*', b'`', b'[', source).any(joins)
        || memchr::memchr2_iter(b']', b'\\', source).any(joins)
        || memchr::memchr2_iter(b'<', b'>', source).any(joins)
    {
        Joins::Letters
    } else {
        Joins::Nothing
    }
}

/// The letters of a source alone, those of tags left out.
fn letters(source: &str) -> String {
    let mut letters = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        letters.extend(before.chars().filter(|c| c.is_alphanumeric()));
        rest = tag.find('>').map_or(&tag[1..], |end| &tag[end + 1..]);
    }
    letters.extend(rest.chars().filter(|c| c.is_alphanumeric()));
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &Pattern, text: &str) -> Vec<String> {
        let mut haystack = Haystack::default();
        text.char_indices().for_each(|(i, c)| pattern.add(c, (i, c.len_utf8()), &mut haystack));
        let found = pattern.find(&haystack);
        found.into_iter().map(|((a, _), (b, n))| text[a..b + n].to_owned()).collect()
    }

    fn phrase(typed: &str) -> Pattern {
        Pattern::phrase(typed).expect("something typed")
    }

    #[test]
    fn case_matters_once_a_capital_is_typed_and_accents_never_do() {
        let text = "Zürich zurich ZURICH";
        assert_eq!(found(&phrase("zurich"), text), ["Zürich", "zurich", "ZURICH"]);
        assert_eq!(found(&phrase("Zurich"), text), ["Zürich"]);
        assert_eq!(found(&phrase("ZÜ"), text), ["ZU"]);
    }

    #[test]
    fn matches_do_not_overlap_and_cover_whole_characters() {
        assert_eq!(found(&phrase("aa"), "aaaaa").len(), 2);
        assert_eq!(found(&phrase("s"), "Straße"), ["S", "ß", "ß"]);
    }

    #[test]
    fn words_match_where_words_begin() {
        let words = ["dri".to_owned(), "cant".to_owned()];
        let pattern = Pattern::words(&words).expect("words");
        assert_eq!(found(&pattern, "Can't drive, bedridden, driver"), ["Can't", "dri", "dri"]);
        assert!(Pattern::words(&[]).is_none() && Pattern::phrase(" \t").is_none());
    }

    #[test]
    fn whole_words_match_to_their_ends() {
        let words = || vec!["die".to_owned(), "dont".to_owned()];
        let text = "Don't diet, die; DIES: drive, driving, over-drive";
        let closed = Pattern::whole_words(words(), None).expect("words");
        assert_eq!(found(&closed, text), ["Don't", "die"]);
        let open = Pattern::whole_words(words(), Some("driv".to_owned())).expect("words");
        assert_eq!(found(&open, text), ["Don't", "die", "drive", "driving", "drive"]);
        assert!(Pattern::whole_words(Vec::new(), None).is_none());
    }

    #[test]
    fn what_may_be_shown_is_never_estimated_away() {
        let drive = phrase("can drive").estimator();
        for source in ["Can drive", "a b *dr*ive", "dr[i](x)ve", "dr&#105;ve", "dr<b>i</b>ve"] {
            assert!(drive.estimate(source).is_some(), "{source}");
        }
        for source in ["to [walk](there) and *rest*", "a*b*c <summary>no</summary>"] {
            assert_eq!(drive.estimate(source), None, "{source}");
        }
        assert_eq!(drive.estimate("drive drives Driven"), Some(3));
    }
}
