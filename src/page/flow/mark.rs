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
        // From the last to the first, so that the places of those before stay true.
        for (hit, (first, last)) in found.iter().enumerate().rev() {
            for w in first.0..=last.0 {
                let from = if w == first.0 { (first.1, first.2) } else { (0, 0) };
                let to = if w == last.0 { Some((last.1, last.2)) } else { None };
                self.words[w].mark(from, to, hit);
            }
        }
        starts
    }
}

impl Word {
    /// Gives the text from one part and byte to another, the character there included, to
    /// a hit; to the end of the word without `to`.
    fn mark(&mut self, from: (usize, usize), to: Option<(usize, usize)>, hit: usize) {
        for (p, part) in std::mem::take(&mut self.parts).into_iter().enumerate() {
            let text = part.span.text.as_str();
            let start = match p.cmp(&from.0) {
                std::cmp::Ordering::Less => text.len(),
                std::cmp::Ordering::Equal => from.1.min(text.len()),
                std::cmp::Ordering::Greater => 0,
            };
            let end = match to {
                Some((last, _)) if p > last => 0,
                Some((last, at)) if p == last => {
                    at + text[at.min(text.len())..].chars().next().map_or(0, char::len_utf8)
                }
                _ => text.len(),
            };
            let end = end.max(start).min(text.len());
            let cut = [(0..start, None), (start..end, Some(hit)), (end..text.len(), None)];
            for (range, hit) in cut.into_iter().filter(|(range, _)| !range.is_empty()) {
                let span = Span { text: text[range].to_owned(), ..part.span.clone() };
                self.parts.push(Part { span, hit: hit.or(part.hit), ..part });
            }
        }
    }
}
