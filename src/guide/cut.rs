//! Cuts a document into pieces that can be read one at a time.
//!
//! A cut is made only where Markdown itself cannot reach across: before a heading at
//! the first column, and, in long stretches without headings, before a paragraph at
//! the first column that follows a blank line. Reading the pieces one by one gives the
//! same blocks as reading the whole, at a cost that depends on what is looked at.

/// A piece without headings grows to this many bytes before it may be cut.
const LONG: usize = 16 * 1024;

/// Byte offsets at which the pieces of `text` begin, the first always 0.
#[must_use]
pub fn cuts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut cuts = vec![0];
    let mut last = 0;
    let mut inside = Inside::default();
    let mut after_blank = true;
    let mut start = 0;
    while start < bytes.len() {
        let end = line_end(bytes, start);
        let line = &bytes[start..end];
        let outside = inside.step(line);
        if outside && start > last {
            let heading = is_heading(line);
            let paragraph = after_blank
                && start - last >= LONG
                && line.first().is_some_and(u8::is_ascii_alphabetic);
            if heading || paragraph {
                cuts.push(start);
                last = start;
            }
        }
        after_blank = is_blank(line);
        start = end;
    }
    cuts
}

/// The end of the line that starts at `start`, its line break included.
fn line_end(bytes: &[u8], start: usize) -> usize {
    // A lone carriage return also ends a line of Markdown; no cut is made after one,
    // which is safe: a piece may always be longer than it needs to be.
    memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |i| start + i + 1)
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n'))
}

/// A heading of the form `# …` at the first column.
fn is_heading(line: &[u8]) -> bool {
    let marks = line.iter().take_while(|b| **b == b'#').count();
    (1..=6).contains(&marks) && matches!(line.get(marks), None | Some(b' ' | b'\t' | b'\r' | b'\n'))
}

/// What a line can be inside of that hides a heading: fenced code or HTML.
///
/// Some lines can be read in two ways without knowing all that stands above: a fence
/// after one to three blanks may stand in a list item, where a line at the first column
/// ends it, or at the top, where it does not; a tag may open a block or be a word of a
/// paragraph. Every reading is followed; no cut is made while they differ.
struct Inside {
    readings: Vec<State>,
}

/// So many readings are followed at most; beyond, the rest of the text stays one piece.
const READINGS: usize = 8;

impl Default for Inside {
    fn default() -> Self {
        Self { readings: vec![State::Text] }
    }
}

impl Inside {
    /// Moves over `line` and says whether it certainly stands outside of everything.
    fn step(&mut self, line: &[u8]) -> bool {
        let outside = self.readings == [State::Text];
        if outside && is_plain(line) {
            return true;
        }
        let mut next: Vec<State> = Vec::with_capacity(self.readings.len() + 1);
        for state in self.readings.iter().flat_map(|state| state.after(line)).flatten() {
            if !next.contains(&state) && next.len() < READINGS {
                next.push(state);
            }
        }
        self.readings = next;
        outside
    }
}

/// A line that cannot open anything.
fn is_plain(line: &[u8]) -> bool {
    let first = line.iter().find(|b| **b != b' ');
    !matches!(first, Some(b'`' | b'~' | b'<'))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// Code until a fence of at least as many marks.
    Fence {
        mark: u8,
        count: usize,
    },
    /// HTML that runs until this text appears.
    Html(&'static str),
    /// HTML that runs until a blank line.
    HtmlUntilBlank,
}

impl State {
    /// The states after `line`: one, or two when it can be read in two ways.
    fn after(self, line: &[u8]) -> [Option<Self>; 2] {
        let indent = line.iter().take_while(|b| **b == b' ').count();
        let rest = &line[indent..];
        let next = match self {
            Self::Text if indent > 3 => self,
            Self::Text => {
                let (opened, certain) = opened(rest);
                if opened != self && (indent > 0 || !certain) {
                    return [Some(self), Some(opened)];
                }
                opened
            }
            Self::Fence { mark, count } => {
                let marks = rest.iter().take_while(|b| **b == mark).count();
                let closes = indent <= 3 && marks >= count && is_blank(&rest[marks..]);
                if closes { Self::Text } else { self }
            }
            Self::Html(end) => closed(line, end).unwrap_or(self),
            Self::HtmlUntilBlank if is_blank(line) => Self::Text,
            Self::HtmlUntilBlank => self,
        };
        [Some(next), None]
    }
}

fn closed(line: &[u8], end: &str) -> Option<State> {
    let lower = line.to_ascii_lowercase();
    let found = if end == RAW_END {
        RAW.iter().any(|tag| memchr::memmem::find(&lower, format!("</{tag}>").as_bytes()).is_some())
    } else {
        memchr::memmem::find(&lower, end.as_bytes()).is_some()
    };
    found.then_some(State::Text)
}

/// Elements whose text is not Markdown up to their end tag.
const RAW: [&str; 4] = ["script", "pre", "style", "textarea"];
const RAW_END: &str = "</";

/// The state after a line whose first sign that is not blank begins `rest`, and whether
/// that is certain.
fn opened(rest: &[u8]) -> (State, bool) {
    match rest.first() {
        Some(mark @ (b'`' | b'~')) => {
            let count = rest.iter().take_while(|b| *b == mark).count();
            let info = &rest[count..];
            if count >= 3 && (*mark == b'~' || !info.contains(&b'`')) {
                return (State::Fence { mark: *mark, count }, true);
            }
            (State::Text, true)
        }
        Some(b'<') => opened_html(rest),
        _ => (State::Text, true),
    }
}

fn opened_html(rest: &[u8]) -> (State, bool) {
    let after = &rest[1..];
    let until = |end: &'static str, from: usize| {
        (closed(&rest[from.min(rest.len())..], end).unwrap_or(State::Html(end)), true)
    };
    if after.starts_with(b"!--") {
        return until("-->", 4);
    }
    if after.starts_with(b"?") {
        return until("?>", 2);
    }
    if after.starts_with(b"![CDATA[") {
        return until("]]>", 9);
    }
    if after.first() == Some(&b'!') {
        let (state, _) = until(">", 2);
        return (state, after.get(1).is_some_and(u8::is_ascii_alphabetic));
    }
    let name = after.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
    let ends = matches!(after.get(name), None | Some(b' ' | b'\t' | b'\r' | b'\n' | b'>'));
    let lower = after[..name].to_ascii_lowercase();
    if ends && RAW.iter().any(|tag| tag.as_bytes() == lower) {
        return until(RAW_END, 1);
    }
    (State::HtmlUntilBlank, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let cuts = cuts(text);
        let ends = cuts.iter().skip(1).copied().chain([text.len()]);
        cuts.iter().zip(ends).map(|(a, b)| &text[*a..b]).collect()
    }

    #[test]
    fn headings_at_the_first_column_begin_pieces() {
        assert_eq!(pieces("a\n# b\nc\n## d"), ["a\n", "# b\nc\n", "## d"]);
        assert_eq!(pieces("# a\n #b\n#c\n####### d\n"), ["# a\n #b\n#c\n####### d\n"]);
    }

    #[test]
    fn headings_inside_code_and_html_do_not() {
        for text in [
            "```\n# a\n```\n",
            "~~~~ x\n# a\n~~~\n# b\n~~~~\n",
            "<!--\n\n# a\n-->\n",
            "<pre>\n\n# a\n</PRE>\n",
            "<div>\n# a\n",
            "- x\n\n  ```\n# maybe\n",
        ] {
            assert_eq!(pieces(text), [text]);
        }
    }

    #[test]
    fn cutting_goes_on_after_code_ends() {
        assert_eq!(pieces("```\n# a\n```\n# b\n").len(), 2);
        assert_eq!(pieces("- x\n\n  ```\n  a\n  ```\n# b\n").len(), 2);
        assert_eq!(pieces("<div>\n\n# b\n").len(), 2);
        assert_eq!(pieces("<!-- x -->\n# b\n").len(), 2);
        assert_eq!(pieces("``` a`b\n# b\n").len(), 2);
    }

    #[test]
    fn long_stretches_are_cut_between_paragraphs() {
        let text = "word word word word\n\n".repeat(2000);
        let pieces = pieces(&text);
        assert!(pieces.len() > 1);
        assert!(pieces.iter().all(|piece| piece.len() < 2 * LONG));
    }
}
