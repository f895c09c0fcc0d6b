//! The gate that all that is said passes: what a voice cannot read becomes a pause or a
//! blank.

use unicode_width::UnicodeWidthChar;

/// A line as it is said so far.
#[derive(Debug, Default)]
pub struct Line {
    text: String,
    /// A blank stands before the next word.
    blank: bool,
    /// A pause stands before the next word, unless there is one.
    pause: bool,
    /// A hyphen or apostrophe that stands if a letter follows at once.
    join: Option<char>,
}

/// The signs of pauses, the weaker before the stronger.
pub const STOPS: [char; 6] = [',', ';', ':', '.', '!', '?'];

impl Line {
    /// Adds what is said. Of pauses that meet, the strongest is kept; brackets and long
    /// dashes are short pauses; signs that have no words are blanks.
    pub fn push(&mut self, said: &str) {
        for c in said.chars() {
            if is_letter(c) {
                self.letter(c);
            } else if let Some(strength) = strength(c) {
                self.stop(c, strength);
            } else {
                match c {
                    '-' | '\'' if !self.blank && self.join.is_none() => self.join = Some(c),
                    '(' | ')' | '[' | ']' | '{' | '}' | '|' | '\u{2014}' => {
                        self.blank = true;
                        self.pause = true;
                    }
                    c if is_mark(c) => {
                        if !self.blank && self.join.is_none() && self.ends_in_word() {
                            self.text.push(c);
                        }
                    }
                    _ => self.blank = true,
                }
            }
        }
    }

    /// True when nothing has been said.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The line.
    pub fn finish(self) -> String {
        self.text
    }

    fn letter(&mut self, c: char) {
        let join = self.join.take();
        if self.blank {
            if self.pause && self.ends_in_word() {
                self.text.push(',');
            }
            if !self.text.is_empty() {
                self.text.push(' ');
            }
        } else if self.ends_in_word() {
            self.text.extend(join);
        }
        self.text.push(c);
        (self.blank, self.pause) = (false, false);
    }

    fn stop(&mut self, c: char, strength: usize) {
        (self.join, self.pause) = (None, false);
        let Some(last) = self.text.chars().next_back() else { return };
        match self::strength(last) {
            Some(known) if known >= strength => return,
            Some(_) => drop(self.text.pop()),
            None => self.blank = false,
        }
        self.text.push(c);
    }

    fn ends_in_word(&self) -> bool {
        self.text.chars().next_back().is_some_and(|c| strength(c).is_none())
    }
}

/// How strong a pause is.
fn strength(c: char) -> Option<usize> {
    STOPS.iter().position(|stop| *stop == c)
}

/// True for letters and digits of any script.
pub fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// True for accents and vowel signs that belong to the letter before them, and for the
/// joiners of scripts that need them; not for marks that only dress up signs.
pub fn is_mark(c: char) -> bool {
    let dressing = matches!(c, '\u{200b}' | '\u{200e}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
    !dressing && !c.is_control() && c.width() == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gated(text: &str) -> String {
        let mut line = Line::default();
        line.push(text);
        line.finish()
    }

    #[test]
    fn only_what_a_voice_reads_passes() {
        for (given, said) in [
            ("a \u{2014} b (c), d?: e", "a, b, c, d? e"),
            ("don't well-known -x 'y' z-", "don't well-known x y z"),
            (". a .. b , c!?", "a. b, c?"),
            (
                "e\u{301}te\u{301} \u{1f44d}\u{fe0f} \u{915}\u{94d}\u{937}",
                "e\u{301}te\u{301} \u{915}\u{94d}\u{937}",
            ),
        ] {
            assert_eq!(gated(given), said);
        }
    }
}
