//! Marking what is looked for in words that are not broken into lines yet.

use super::super::found::Haystack;
use super::super::{Role, Span};
use super::{Flow, Part, Word};

impl Flow<'_> {
    /// Marks what is looked for; the offset at which each hit starts.
    pub fn mark(&mut self) -> Vec<usize> {
        let Some(pattern) = self.find else { return Vec::new() };
        let mut haystack = Haystack::default();
        for (w, word) in self.words.iter().enumerate() {
            for (p, part) in word.parts.iter().enumerate() {
                // What only says how something stands, as "(open)" does, is no text.
                let states = part.span.role == Role::Muted || w < self.hushed;
                for (i, c) in part.span.text.char_indices() {
                    let c = if states { '\0' } else { c };
                    pattern.add(c, (w, p, i), &mut haystack);
                }
            }
            if word.blank > 0 || word.breaks {
                pattern.add(' ', (w, word.parts.len(), 0), &mut haystack);
            }
        }
        let found = pattern.find(&haystack);
        let start = |(w, p, i): (usize, usize, usize)| {
            let word = &self.words[w];
            word.at + word.parts.iter().take(p).map(|part| part.span.text.len()).sum::<usize>() + i
        };
        let starts = found.iter().map(|(first, _)| start(*first)).collect();
        let mut marks = found.iter().enumerate().flat_map(|(hit, (first, last))| {
            (first.0..=last.0).map(move |w| {
                let from = if w == first.0 { (first.1, first.2) } else { (0, 0) };
                let last = (w == last.0).then_some((last.1, last.2));
                (w, Marked { from, last, hit })
            })
        });
        // Hits stand in order, so that each word is cut once for all that it holds.
        let mut next = marks.next();
        while let Some((w, mark)) = next {
            let mut here = vec![mark];
            next = marks.find_map(|(other, mark)| {
                if other == w {
                    here.push(mark);
                    return None;
                }
                Some((other, mark))
            });
            self.words[w].cut(&here);
        }
        starts
    }
}

/// A stretch of a word that belongs to a hit: from a part and byte to the character at
/// another, that one included; to the end of the word without `last`.
struct Marked {
    from: (usize, usize),
    last: Option<(usize, usize)>,
    hit: usize,
}

impl Word {
    /// Cuts the parts at the ends of hits, which stand in order and do not meet.
    fn cut(&mut self, marks: &[Marked]) {
        let mut marks = marks.iter().peekable();
        for (p, part) in std::mem::take(&mut self.parts).into_iter().enumerate() {
            let text = part.span.text.as_str();
            let mut push = |range: std::ops::Range<usize>, hit: Option<usize>| {
                if !range.is_empty() {
                    let span = Span { text: text[range].to_owned(), ..part.span.clone() };
                    self.parts.push(Part { span, hit: hit.or(part.hit), ..part });
                }
            };
            let mut done = 0;
            while let Some(mark) = marks.peek().filter(|mark| mark.from.0 <= p) {
                let start = if mark.from.0 == p { mark.from.1.min(text.len()) } else { 0 };
                let end = match mark.last {
                    Some((last, at)) if last == p => {
                        let rest = &text[at.min(text.len())..];
                        at.min(text.len()) + rest.chars().next().map_or(0, char::len_utf8)
                    }
                    Some((last, _)) if last < p => start,
                    _ => text.len(),
                };
                push(done..start, None);
                push(start..end, Some(mark.hit));
                done = end.max(start);
                if mark.last.is_none_or(|(last, _)| last > p) {
                    break;
                }
                marks.next();
            }
            push(done..text.len(), None);
        }
    }
}
