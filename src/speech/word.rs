//! One word as it is said, part after part.

use super::line::{is_letter, is_mark};
use super::{address, amount, date, digits, signs, units};

/// A word without the signs around it as it is said; `before` is the word before it.
pub fn said(word: &str, before: &str) -> String {
    if let Some(said) = signs::whole(word) {
        return said.to_owned();
    }
    if let Some((date, time)) = word.split_once('T')
        && date.len() == 10
        && let Some(date) = date::in_digits(date)
    {
        return format!("{date}, {}", in_parts(time, ""));
    }
    let whole =
        date::in_digits(word).or_else(|| digits::phone(word)).or_else(|| address::said(word));
    if let Some(said) = whole {
        return said;
    }
    // A name in brackets, as in `read <file>`.
    let inner = word.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inner.filter(|inner| inner.starts_with(is_letter)) {
        return format!("({})", said(inner, ""));
    }
    in_parts(word, before)
}

fn in_parts(word: &str, before: &str) -> String {
    let fraction = word.matches('/').count() == 1;
    let mut parts =
        Parts { word, at: 0, said: String::new(), last: Last::Start, per: false, fraction };
    while parts.at < word.len() {
        parts.next(before);
    }
    parts.said
}

/// What stands before a part.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Start,
    Number,
    /// A unit, or a number with what it counts.
    Unit,
    Letters,
    Sign,
    Stop,
}

/// A word that is taken apart.
struct Parts<'t> {
    word: &'t str,
    /// Where the next part begins.
    at: usize,
    said: String,
    last: Last,
    /// The next part is what something is counted by.
    per: bool,
    /// There is one slash, which can be that of a fraction.
    fraction: bool,
}

impl<'t> Parts<'t> {
    fn rest(&self) -> &'t str {
        &self.word[self.at..]
    }

    /// The number that ends here.
    fn number(&self) -> &'t str {
        let before = &self.word[..self.at];
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit());
        &before[start.len()..]
    }

    fn next(&mut self, before: &str) {
        let rest = self.rest();
        let inside = self.word[..self.at].ends_with(is_letter);
        let minus = rest.starts_with(amount::DASHES) && self.last != Last::Stop;
        if (!inside && (minus || !rest.starts_with(amount::DASHES))
            || units::currency(rest).is_some())
            && let Some((said, bare, after)) = amount::take(rest)
        {
            self.amount(&said, bare, after, inside);
        } else if let Some((sign, called)) = signs::at(rest) {
            self.sign(sign, called, inside);
        } else if rest.starts_with(is_letter) {
            self.letters(before);
        } else {
            self.other();
        }
    }

    fn amount(&mut self, said: &str, bare: bool, after: &'t str, inside: bool) {
        if inside {
            self.said.push(' ');
        }
        self.said.push_str(said);
        self.last = if bare { Last::Number } else { Last::Unit };
        let mut after = after;
        if after.starts_with(signs::PARTS) {
            self.said.push_str(" and ");
        } else if let Some(behind) = after.strip_prefix('+')
            && (behind.is_empty() || behind.starts_with('/') && !behind.starts_with("/-"))
        {
            self.said.push_str(" or more");
            after = behind;
        } else if let Some(behind) = after.strip_prefix(['x', 'X', '\u{d7}'])
            && !behind.starts_with(char::is_alphabetic)
        {
            let by = behind.starts_with(is_letter) && !after.starts_with('\u{d7}');
            self.said.push_str(if by { " by " } else { " times " });
            self.last = Last::Unit;
            after = behind;
        } else if !bare && after.starts_with(is_letter)
            || after.chars().take(3).filter(|c| c.is_alphabetic()).count() == 3
        {
            self.said.push(' ');
        }
        self.at = self.word.len() - after.len();
    }

    fn sign(&mut self, sign: &'static str, called: &'static str, inside: bool) {
        let rest = self.rest();
        let c = sign.chars().next().unwrap_or_default();
        let run = rest.len() - rest.trim_start_matches(c).len();
        let behind = &rest[sign.len()..];
        let counted = matches!(self.last, Last::Number | Last::Unit);
        let digit = behind.starts_with(|c: char| c.is_ascii_digit());
        let mut taken = sign.len();
        self.per = false;
        let called = match sign {
            _ if c == '_' && (run > 2 || !inside && !rest[run..].starts_with(is_letter)) => {
                taken = run;
                "blank"
            }
            // Lines drawn with signs.
            _ if run > 2 * c.len_utf8() => {
                taken = run;
                ""
            }
            "/" if counted && behind.starts_with(char::is_alphabetic) => {
                self.per = true;
                "per"
            }
            "/" if self.last == Last::Unit && digit => "per",
            "/" if self.fraction && is_pressure(self.number(), behind) => "over",
            "#" if digit => "number",
            "*" if counted && digit => "times",
            _ => called,
        };
        self.said.push(' ');
        self.said.push_str(called);
        self.said.push(' ');
        self.last = Last::Sign;
        self.at += taken;
    }

    fn letters(&mut self, before: &str) {
        let rest = self.rest();
        let first = self.last == Last::Start;
        let counted = self.per || first && amount::ends(before);
        if self.last != Last::Letters
            && let Some((unit, after)) = units::at(rest, counted)
        {
            let lone = ["1", "one", "a", "an", "the", "per", "each", "every"];
            let single = self.per || first && lone.contains(&before.to_lowercase().as_str());
            self.said.push_str(unit.called(single));
            self.last = Last::Unit;
            self.at = self.word.len() - after.len();
            return;
        }
        let is_part = |c: char| is_letter(c) && signs::at(c.encode_utf8(&mut [0; 4])).is_none();
        let end = rest.find(|c| !is_part(c) && !is_mark(c)).unwrap_or(rest.len());
        let run = &rest[..end];
        self.said.push_str(&digits::code(run).unwrap_or_else(|| digits::mixed(run)));
        self.last = Last::Letters;
        self.at += end;
    }

    /// A pause, a hyphen, or a sign without words.
    fn other(&mut self) {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return };
        let behind = &rest[c.len_utf8()..];
        let (before, next) = (self.word[..self.at].chars().next_back(), behind.chars().next());
        let around = |fits: fn(&char) -> bool| {
            before.as_ref().is_some_and(fits) && next.as_ref().is_some_and(fits)
        };
        match c {
            '-' if self.at < 2 && matches!(before, None | Some('-')) => {
                self.said.push_str(" dash ");
            }
            '-' if before == Some('-') || next == Some('-') => self.said.push('\u{2014}'),
            '-' if self.last == Last::Unit && next.is_some_and(|c| c.is_ascii_digit()) => {
                self.said.push_str(" to ");
            }
            '-' if !before.is_some_and(is_letter) => self.said.push(' '),
            '\u{2013}' if around(|c| c.is_alphabetic()) => self.said.push('-'),
            '\u{2013}' => self.said.push_str(" to "),
            '.' if around(|c| c.is_alphanumeric()) => self.said.push('.'),
            '.' if self.last == Last::Sign && next.is_some_and(is_letter) => {
                self.said.push_str(" dot ");
            }
            ':' if around(char::is_ascii_digit) => {
                // A time has two digits there; "10:1" is a share.
                let time = behind[1..].starts_with(|c: char| c.is_ascii_digit());
                self.said.push_str(if time { ":" } else { " to " });
            }
            // "401(k)", "4.2(a)(1)"
            '(' if before.is_some_and(|c| is_letter(c) || c == ')') => self.said.push(' '),
            ')' if next == Some('(') => {}
            '-' | '\'' => self.said.push(c),
            c => {
                self.said.push(c);
                self.said.push(' ');
            }
        }
        if !is_mark(c) && c != '\'' {
            self.last = if c == '-' { Last::Sign } else { Last::Stop };
        }
        self.at += c.len_utf8();
    }
}

/// True for the two numbers of a blood pressure.
fn is_pressure(upper: &str, behind: &str) -> bool {
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    match (upper.parse::<u32>(), behind[..end].parse::<u32>()) {
        (Ok(upper), Ok(lower)) => upper > lower && upper <= 300 && lower >= 30,
        _ => false,
    }
}
