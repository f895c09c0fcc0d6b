//! Text from files is data: what a terminal would obey is made visible or left out here.

use std::borrow::Cow;
use std::ops::Range;

/// Returns `text` with every character that could steer a terminal made harmless.
///
/// Control characters become their visible pictures (escape is `␛`), invisible
/// direction marks, byte order marks and soft hyphens are left out, and the Unicode
/// line separators become line feeds. Tabs and line feeds stay. Text without such
/// characters is borrowed as it is.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t')) {
        return Cow::Borrowed(text);
    }
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(shown).collect())
}

/// True for a character that does not steer a terminal.
pub(crate) fn is_harmless(c: char) -> bool {
    shown(c) == Some(c)
}

/// What stands for `c` on a screen; nothing for marks that only steer the display.
pub(crate) fn shown(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(c),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('␡'),
        '\u{80}'..='\u{9f}' => Some('\u{fffd}'),
        '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{ad}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => None,
        _ => Some(c),
    }
}

/// Bytes that are no UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The line, from 1, of the first that is not.
    pub line: usize,
    /// The text, with a sign for each that could not be read.
    pub text: String,
}

/// Reads bytes as UTF-8; a byte order mark at their beginning is left out.
///
/// # Errors
/// When some are not UTF-8.
pub fn utf8(bytes: Vec<u8>) -> Result<String, NotUtf8> {
    let unmarked = |text: String| text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    String::from_utf8(bytes).map(unmarked).map_err(|error| {
        let line = line_at(error.as_bytes(), error.utf8_error().valid_up_to());
        let text = unmarked(String::from_utf8_lossy(error.as_bytes()).into_owned());
        NotUtf8 { line, text }
    })
}

/// The line, from 1, in which byte `at` of a text stands; its last when `at` lies behind it.
#[must_use]
pub fn line_at(text: &[u8], at: usize) -> usize {
    memchr::memchr_iter(b'\n', &text[..at.min(text.len())]).count() + 1
}

/// Where the lines of a text end.
#[derive(Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Those of this text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(memchr::memchr_iter(b'\n', text.as_bytes()).collect())
    }

    /// The line of the beginning of `span`, from 1.
    #[must_use]
    pub fn of(&self, span: &Range<usize>) -> usize {
        self.0.partition_point(|end| *end < span.start) + 1
    }
}

/// Returns `text` harmless and on one line, blanks folded: for titles, names and messages.
#[must_use]
pub fn one_line(text: &str) -> String {
    let safe = harmless(text);
    let mut line = String::with_capacity(safe.len());
    for word in safe.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_become_visible() {
        assert_eq!(harmless("a\u{1b}[31mb\u{9b}0m\u{7}"), "a␛[31mb\u{fffd}0m␇");
    }

    #[test]
    fn direction_marks_are_left_out_and_words_stay() {
        assert_eq!(harmless("safe\u{202e}txet\u{feff}"), "safetxet");
        assert_eq!(harmless("Zürich 東京\tx\n"), "Zürich 東京\tx\n");
    }

    #[test]
    fn a_line_is_counted_wherever_its_byte_stands() {
        let text = "a\né\nb".as_bytes();
        assert_eq!(
            (0..8).map(|at| line_at(text, at)).collect::<Vec<_>>(),
            [1, 1, 2, 2, 2, 3, 3, 3]
        );
    }

    #[test]
    fn bytes_are_read_without_their_mark_and_the_first_fault_has_its_line() {
        assert_eq!(utf8(b"\xef\xbb\xbfa".to_vec()), Ok("a".to_owned()));
        let wrong = utf8(b"\xef\xbb\xbfa\nb\xff\n".to_vec()).expect_err("no UTF-8");
        assert_eq!((wrong.line, wrong.text.as_str()), (2, "a\nb\u{fffd}\n"));
    }

    #[test]
    fn one_line_folds_every_blank() {
        assert_eq!(one_line("  a\n b\t c\u{2028}d "), "a b c d");
    }
}
