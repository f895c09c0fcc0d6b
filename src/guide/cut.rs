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
        if self.readings == [State::Text] && is_plain(line) {
            return true;
        }
        // A line at the first column ends every list item and what is open in it.
        if !is_blank(line) && line.first() != Some(&b' ') {
            for state in &mut self.readings {
                if matches!(state, State::Open { item: Some(_), .. }) {
                    *state = State::Text;
                }
            }
            self.readings.dedup();
        }
        let outside = self.readings.iter().all(|state| *state == State::Text);
        let mut next: Vec<State> = Vec::with_capacity(self.readings.len() + 2);
        for state in self.readings.iter().flat_map(|state| state.after(line)) {
            if !next.contains(&state) && next.len() < READINGS {
                next.push(state);
            }
        }
        self.readings = next;
        outside
    }
}

/// A line that cannot open anything, not even behind the mark of a list item.
fn is_plain(line: &[u8]) -> bool {
    let first = line.iter().find(|b| **b != b' ');
    !matches!(first, Some(b'`' | b'~' | b'<' | b'-' | b'+' | b'*' | b'0'..=b'9'))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// Something that hides headings is open: at the top, or in a list item, to which
    /// lines with so many blanks before them certainly belong.
    Open {
        what: Opened,
        item: Option<usize>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// Code until a fence of at least as many marks.
    Fence { mark: u8, count: usize },
    /// HTML that runs until this text appears.
    Html(&'static str),
    /// HTML that runs until a blank line.
    HtmlUntilBlank,
}

impl State {
    /// The states after `line`: one, or several when it can be read in several ways.
    fn after(self, line: &[u8]) -> Vec<Self> {
        let indent = line.iter().take_while(|b| **b == b' ').count();
        let Self::Open { what, item } = self else {
            return after_text(line, indent);
        };
        let rest = &line[indent..];
        let closes = match what {
            Opened::Fence { mark, count } => {
                let marks = rest.iter().take_while(|b| **b == mark).count();
                // In an item the blanks of its margin come on top.
                (item.is_some() || indent <= 3) && marks >= count && is_blank(&rest[marks..])
            }
            Opened::Html(end) => closed(line, end),
            Opened::HtmlUntilBlank => is_blank(line),
        };
        let mut states = vec![if closes { Self::Text } else { self }];
        // With fewer blanks the item may have ended before this line.
        if item.is_some_and(|margin| indent < margin) && !is_blank(line) {
            states.extend(after_text(line, indent));
        }
        states
    }
}

/// The states after a line that stands in text.
fn after_text(line: &[u8], indent: usize) -> Vec<State> {
    let at_top = |what| State::Open { what, item: None };
    let in_item = |what, margin| State::Open { what, item: Some(margin) };
    let rest = &line[indent..];
    let inner = behind_marks(rest);
    if inner.len() < rest.len() {
        let Some((what, _)) = opened(inner) else { return vec![State::Text] };
        let state = in_item(what, line.len() - inner.len());
        // A number other than 1 may go on with a paragraph, and four blanks may be code.
        let certain = indent <= 3 && (!rest[0].is_ascii_digit() || rest.starts_with(b"1"));
        return if certain { vec![state] } else { vec![State::Text, state] };
    }
    if indent > 3 {
        return vec![State::Text];
    }
    match opened(rest) {
        None => vec![State::Text],
        Some((what, true)) if indent == 0 => vec![at_top(what)],
        Some((what, true)) => vec![at_top(what), in_item(what, indent)],
        Some((what, false)) if indent == 0 => vec![State::Text, at_top(what)],
        Some((what, false)) => vec![State::Text, at_top(what), in_item(what, indent)],
    }
}

/// What stands behind the marks of list items (`- `, `1. `) that begin `rest`.
fn behind_marks(rest: &[u8]) -> &[u8] {
    let mut rest = rest;
    loop {
        let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let mark = match rest.get(digits) {
            Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
            Some(b'-' | b'+' | b'*') if digits == 0 => 1,
            _ => return rest,
        };
        let blanks = rest[mark..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        if blanks == 0 {
            return rest;
        }
        rest = &rest[mark + blanks..];
    }
}

/// True when `end` stands in `line`, in any case of letters.
fn closed(line: &[u8], end: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    if end == RAW_END {
        let found =
            |tag: &&str| memchr::memmem::find(&lower, format!("</{tag}>").as_bytes()).is_some();
        return RAW.iter().any(found);
    }
    memchr::memmem::find(&lower, end.as_bytes()).is_some()
}

/// Elements whose text is not Markdown up to their end tag.
const RAW: [&str; 4] = ["script", "pre", "style", "textarea"];
const RAW_END: &str = "</";

/// What a line that begins with `rest` opens, and whether that is certain; none when it
/// opens nothing that goes on in the next line.
fn opened(rest: &[u8]) -> Option<(Opened, bool)> {
    match rest.first()? {
        mark @ (b'`' | b'~') => {
            let count = rest.iter().take_while(|b| *b == mark).count();
            let info = &rest[count..];
            let fence = count >= 3 && (*mark == b'~' || !info.contains(&b'`'));
            fence.then_some((Opened::Fence { mark: *mark, count }, true))
        }
        b'<' => opened_html(rest),
        _ => None,
    }
}

fn opened_html(rest: &[u8]) -> Option<(Opened, bool)> {
    let after = &rest[1..];
    let until = |end: &'static str, from: usize, certain: bool| {
        let here = closed(&rest[from.min(rest.len())..], end);
        (!here).then_some((Opened::Html(end), certain))
    };
    if after.starts_with(b"!--") {
        return until("-->", 4, true);
    }
    if after.starts_with(b"?") {
        return until("?>", 2, true);
    }
    if after.starts_with(b"![CDATA[") {
        return until("]]>", 9, true);
    }
    if after.first() == Some(&b'!') {
        return until(">", 2, after.get(1).is_some_and(u8::is_ascii_alphabetic));
    }
    let name = after.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
    let ends = matches!(after.get(name), None | Some(b' ' | b'\t' | b'\r' | b'\n' | b'>'));
    let lower = after[..name].to_ascii_lowercase();
    if ends && RAW.iter().any(|tag| tag.as_bytes() == lower) {
        return until(RAW_END, 1, true);
    }
    Some((Opened::HtmlUntilBlank, false))
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
        assert_eq!(pieces("- ```\n  a\n  ```\n# b\n").len(), 2);
        assert_eq!(pieces("1. x\n    ```\n    a\n    ```\n# b\n").len(), 2);
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
