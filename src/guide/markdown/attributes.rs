//! The braces at the end of a heading: `{#id .class}`.

use crate::guide::block::Inline;
use crate::plain;

/// The braces at the end of a heading.
pub struct Attributes<'a> {
    /// As written, braces included.
    pub written: &'a str,
}

impl Attributes<'_> {
    pub fn read(self) -> (Option<String>, Vec<String>) {
        let words = self.written.trim_matches(['{', '}']).split_whitespace();
        let mut id = None;
        let mut classes = Vec::new();
        for word in words {
            if let Some(name) = word.strip_prefix('#') {
                id.get_or_insert_with(|| plain::one_line(name));
            } else if let Some(class) = word.strip_prefix('.') {
                classes.push(plain::one_line(class));
            }
        }
        (id, classes)
    }
}

/// The attributes of a heading given as source: braces at its end in which each word
/// begins with `#` or `.` and says more than that.
pub fn attributes(source: &str) -> Option<Attributes<'_>> {
    let line = source.trim_end();
    // An underlined heading has its words on the lines before the underline.
    let line = match line.rsplit_once('\n') {
        Some((words, under)) if under.trim().bytes().all(|b| b == b'=' || b == b'-') => {
            words.trim_end()
        }
        _ => line,
    };
    // Closing marks, as in `## Title {#id} ##`.
    let bare = line.trim_end_matches('#').trim_end();
    let line = if line.ends_with('#') { bare } else { line };
    let open = line.strip_suffix('}')?.rfind('{')?;
    let written = &line[open..];
    let mut words = written[1..written.len() - 1].split_whitespace().peekable();
    words.peek()?;
    let attribute = |word: &str| word.len() > 1 && word.starts_with(['#', '.']);
    let escaped = line[..open].ends_with('\\');
    (!escaped && words.all(attribute)).then_some(Attributes { written })
}
/// Takes `written` off the end of a heading's words.
pub fn without(title: &mut Vec<Inline>, written: &str) {
    let mut left = written.len();
    while left > 0 {
        let Some(Inline::Text(run)) = title.last_mut() else { return };
        let trimmed = run.text.trim_end().len();
        run.text.truncate(trimmed);
        let cut = run.text.len().saturating_sub(left);
        if !run.text.is_char_boundary(cut) {
            return;
        }
        left -= run.text.len() - cut;
        run.text.truncate(cut);
        let rest = run.text.trim_end().len();
        run.text.truncate(rest);
        if !run.text.is_empty() {
            return;
        }
        title.pop();
    }
}
