//! Running text: inlines become words, words become lines of at most the width.

mod mark;

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Glyphs, Pattern, Role, Span, What};
use crate::guide::block::{Face, Inline};
use crate::guide::link::Target;
use crate::guide::outline::Outline;

/// Paragraphs with more words are wrapped greedily: the difference cannot be seen there.
const MANY_WORDS: usize = 4000;

/// Columns that `text` takes on a terminal.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { UnicodeWidthStr::width(text) }
}

/// What cannot be broken: parts of text set close together, and the blank after them.
#[derive(Debug, Clone, Default)]
pub struct Word {
    pub parts: Vec<Part>,
    pub at: usize,
    width: usize,
    blank: usize,
    /// True when the author's line break follows.
    breaks: bool,
}

/// Text of one word in one role, the stop it belongs to, and the hit.
#[derive(Debug, Clone)]
pub struct Part {
    pub span: Span,
    pub stop: Option<usize>,
    pub hit: Option<usize>,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        as_float(self.width)
    }

    fn whitespace_width(&self) -> f64 {
        as_float(self.blank)
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// A width as the wrapping algorithm takes it.
fn as_float(width: usize) -> f64 {
    u32::try_from(width).map_or(f64::from(u32::MAX), f64::from)
}

/// Turns inlines into words.
pub struct Flow<'a> {
    pub glyphs: Glyphs,
    /// The role of text that has none of its own.
    pub role: Role,
    pub addresses: bool,
    pub outline: Option<&'a Outline>,
    /// What is looked for.
    pub find: Option<&'a Pattern>,
    words: Vec<Word>,
    /// So many words at the beginning are not looked into.
    hushed: usize,
    /// What the text links to, in order; a word's `stop` is an index into it.
    pub stops: Vec<What>,
}

impl<'a> Flow<'a> {
    pub fn new(glyphs: Glyphs, role: Role, addresses: bool, outline: Option<&'a Outline>) -> Self {
        let (find, words, stops) = (None, vec![Word::default()], Vec::new());
        Self { glyphs, role, addresses, outline, find, words, hushed: 0, stops }
    }

    /// Adds inlines behind what is there.
    pub fn inlines(&mut self, inlines: &[Inline]) {
        let mut link: Option<(&Target, usize, String)> = None;
        let mut struck = false;
        for inline in inlines {
            // Not every terminal can strike through, and print cannot: a sign says it too.
            let strike = matches!(inline, Inline::Text(run) if run.face.strike);
            if strike != struck {
                struck = strike;
                self.sign("~");
            }
            let here = match inline {
                Inline::Text(run) => run.link.as_deref(),
                _ => None,
            };
            if link.as_ref().is_some_and(|(target, ..)| Some(*target) != here)
                && let Some((target, stop, shown)) = link.take()
            {
                self.address(target, stop, &shown);
            }
            match inline {
                Inline::Text(run) => {
                    let stop = here.map(|target| {
                        let (_, stop, shown) = link.get_or_insert_with(|| {
                            self.stops.push(What::Follow(target.clone()));
                            (target, self.stops.len() - 1, String::new())
                        });
                        shown.push_str(&run.text);
                        *stop
                    });
                    let role = match (stop, run.face.code) {
                        (Some(_), _) => Role::Link,
                        (None, true) => Role::Code,
                        (None, false) => self.role,
                    };
                    self.text(&run.text, run.at, role, run.face, stop);
                }
                Inline::Break => self.line_break(),
                Inline::Note { label, at } => self.note(label, *at),
            }
        }
        if let Some((target, stop, shown)) = link {
            self.address(target, stop, &shown);
        }
        if struck {
            self.sign("~");
        }
    }

    /// Adds a sign of ours to the text.
    fn sign(&mut self, sign: &str) {
        let at = self.words.last().map_or(0, |word| word.at);
        self.part(sign, at, self.role, Face::default(), None);
    }

    /// Writes a web address out after the words that link to it.
    fn address(&mut self, target: &Target, stop: usize, shown: &str) {
        if let Target::Web(address) = target
            && self.addresses
            && !address.is_empty()
            && address.strip_prefix("mailto:").unwrap_or(address) != shown.trim()
        {
            let at = self.words.last().map_or(0, |word| word.at);
            self.text(&format!(" ({address})"), at, Role::Link, Face::default(), Some(stop));
        }
    }

    fn note(&mut self, label: &str, at: usize) {
        let number = self.outline.and_then(|outline| outline.number(label));
        let text = number.map_or_else(|| format!("[{label}]"), |number| format!("[{number}]"));
        self.stops.push(What::Note(label.to_owned()));
        let stop = Some(self.stops.len() - 1);
        // The mark stays with the word before it, so that it never begins a line.
        if self.word().parts.is_empty() && self.words.len() > 1 {
            self.words.pop();
            let word = self.word();
            word.blank = 0;
            word.breaks = false;
        }
        self.part(&text, at, Role::Note, Face::default(), stop);
    }

    pub fn text(&mut self, text: &str, at: usize, role: Role, face: Face, stop: Option<usize>) {
        let mut start = 0;
        while start < text.len() {
            let rest = &text[start..];
            let blank = rest.find(|c: char| !is_blank(c)).unwrap_or(rest.len());
            if blank > 0 {
                self.blank();
                start += blank;
                continue;
            }
            let end = rest.find(is_blank).unwrap_or(rest.len());
            self.token(&rest[..end], at + start, role, face, stop);
            start += end;
        }
    }

    /// Adds text without blanks, with a place to break wherever its writing has one.
    fn token(&mut self, token: &str, at: usize, role: Role, face: Face, stop: Option<usize>) {
        let mut start = 0;
        if token.is_ascii() {
            let bytes = token.as_bytes();
            for i in 1..bytes.len().saturating_sub(1) {
                let joins = bytes[i] == b'-'
                    && bytes[i - 1].is_ascii_alphabetic()
                    && bytes[i + 1].is_ascii_alphabetic();
                if joins && role != Role::Code {
                    self.part(&token[start..=i], at + start, role, face, stop);
                    self.may_break();
                    start = i + 1;
                }
            }
        } else {
            for (i, grapheme) in token.grapheme_indices(true) {
                // Wide signs (Chinese, Japanese, Korean) may be broken before and after.
                if width(grapheme) == 2 {
                    if start < i {
                        self.part(&token[start..i], at + start, role, face, stop);
                    }
                    if !closes(grapheme) {
                        self.may_break();
                    }
                    self.part(grapheme, at + i, role, face, stop);
                    start = i + grapheme.len();
                    if token[start..].graphemes(true).next().is_some_and(|next| !closes(next)) {
                        self.may_break();
                    }
                }
            }
        }
        self.part(&token[start..], at + start, role, face, stop);
    }

    /// Has nothing looked for in what was added so far: it repeats what stands elsewhere.
    pub fn hush(&mut self) {
        let open = self.words.last().is_some_and(|word| word.parts.is_empty());
        self.hushed = self.words.len() - usize::from(open);
    }

    fn word(&mut self) -> &mut Word {
        if self.words.is_empty() {
            self.words.push(Word::default());
        }
        let last = self.words.len() - 1;
        &mut self.words[last]
    }

    fn part(&mut self, text: &str, at: usize, role: Role, face: Face, stop: Option<usize>) {
        if text.is_empty() {
            return;
        }
        let shown = self.glyphs.show(text).into_owned();
        let word = self.word();
        if word.parts.is_empty() {
            word.at = at;
        }
        word.width += width(&shown);
        word.parts.push(Part { span: Span { text: shown, role, face }, stop, hit: None });
    }

    fn may_break(&mut self) {
        if !self.word().parts.is_empty() {
            self.words.push(Word::default());
        }
    }

    fn blank(&mut self) {
        if !self.word().parts.is_empty() {
            self.word().blank = 1;
            self.words.push(Word::default());
        } else if let [.., before, _] = self.words.as_mut_slice() {
            before.blank = before.blank.max(usize::from(!before.breaks));
        }
    }

    fn line_break(&mut self) {
        if self.word().parts.is_empty() && self.words.len() > 1 {
            self.words.pop();
        }
        self.word().breaks = true;
        self.words.push(Word::default());
    }

    /// The words as lines of at most `width` columns.
    pub fn lines(self, width: usize) -> Vec<Vec<Word>> {
        let width = width.max(1);
        let mut words: Vec<Word> = Vec::with_capacity(self.words.len());
        for word in self.words {
            if word.parts.is_empty() && !word.breaks {
                continue;
            }
            if word.width > width { split(word, width, &mut words) } else { words.push(word) }
        }
        let mut lines = Vec::new();
        for stretch in words.split_inclusive(|word| word.breaks) {
            let widths = [as_float(width)];
            let wrapped = if stretch.len() > MANY_WORDS {
                wrap_first_fit(stretch, &widths)
            } else {
                wrap_optimal_fit(stretch, &widths, &Penalties::new())
                    .unwrap_or_else(|_| wrap_first_fit(stretch, &widths))
            };
            lines.extend(wrapped.into_iter().map(<[Word]>::to_vec));
        }
        lines
    }

    /// Columns of the widest word, and of all on one line.
    pub fn widths(&self) -> (usize, usize) {
        let widest = self.words.iter().map(|word| word.width).max().unwrap_or(0);
        let mut line = 0;
        let mut longest = 0;
        for word in &self.words {
            line += word.width;
            longest = longest.max(line);
            line = if word.breaks { 0 } else { line + word.blank };
        }
        (widest, longest)
    }
}

/// The blanks at which a line may be broken.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Signs that do not begin a line in texts with wide signs.
fn closes(grapheme: &str) -> bool {
    matches!(
        grapheme,
        "、" | "。"
            | "，"
            | "．"
            | "："
            | "；"
            | "！"
            | "？"
            | "）"
            | "」"
            | "』"
            | "】"
            | "》"
            | "〉"
            | "”"
            | "’"
    )
}

/// Splits a word wider than the line into pieces that fit.
fn split(word: Word, limit: usize, words: &mut Vec<Word>) {
    let mut piece = Word { at: word.at, ..Word::default() };
    for part in word.parts {
        let mut text = String::new();
        for grapheme in part.span.text.graphemes(true) {
            let columns = width(grapheme);
            if piece.width + columns > limit && piece.width > 0 {
                if !text.is_empty() {
                    let span = Span { text: std::mem::take(&mut text), ..part.span.clone() };
                    piece.parts.push(Part { span, ..part });
                }
                words.push(std::mem::replace(&mut piece, Word { at: word.at, ..Word::default() }));
            }
            text.push_str(grapheme);
            piece.width += columns;
        }
        if !text.is_empty() {
            piece.parts.push(Part { span: Span { text, ..part.span }, ..part });
        }
    }
    piece.blank = word.blank;
    piece.breaks = word.breaks;
    words.push(piece);
}

/// A line of words as parts from left to right, blanks between words included.
///
/// A blank within a link belongs to the link.
pub fn joined(words: &[Word]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        for part in &word.parts {
            match parts.last_mut() {
                Some(last) if same(last, part) => last.span.text.push_str(&part.span.text),
                _ => parts.push(part.clone()),
            }
        }
        let Some(next) = words.get(i + 1).and_then(|word| word.parts.first()) else { continue };
        if word.blank == 0 {
            continue;
        }
        match parts.last_mut() {
            Some(last) if same(last, next) => last.span.text.push(' '),
            last => {
                let stop = last.as_ref().and_then(|last| last.stop);
                let hit = last.and_then(|last| last.hit).filter(|hit| next.hit == Some(*hit));
                let stop = stop.filter(|stop| next.stop == Some(*stop));
                parts.push(Part { span: Span::new(" ", Role::Text), stop, hit });
            }
        }
    }
    parts
}

fn same(a: &Part, b: &Part) -> bool {
    a.stop == b.stop && a.hit == b.hit && a.span.role == b.span.role && a.span.face == b.span.face
}
