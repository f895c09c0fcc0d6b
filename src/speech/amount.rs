//! Amounts: money, shares, numbers with units, and from one to another of them.

use super::digits;
use super::signs;
use super::units::{self, Currency, Unit};

/// A number and what it counts.
struct Amount<'t> {
    minus: bool,
    number: &'t str,
    of: Of,
}

enum Of {
    Nothing,
    /// A currency, and the thousands or more that are counted.
    Money(&'static Currency, &'static str),
    /// A unit, and whether it stands with a hyphen before a noun: a 28-mg dose.
    Unit(&'static Unit, bool),
}

/// Signs that make a number before which they stand negative.
pub const DASHES: [char; 3] = ['-', '\u{2212}', '\u{2013}'];

/// True when `word` ends in a number that is not part of a name such as `CAPS-5`.
pub fn ends(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || signs::PARTS.contains(&c);
    let rest = word.trim_end_matches(|c: char| is_part(c) || matches!(c, '.' | ','));
    let named = rest.strip_suffix('-').unwrap_or(rest).ends_with(char::is_alphabetic);
    word.ends_with(is_part) && !named
}

/// True when `text` begins with a number, its sign and currency included.
pub fn begins(text: &str) -> bool {
    let text = text.strip_prefix(DASHES).unwrap_or(text);
    let text = units::currency(text).map_or(text, |(_, rest)| rest);
    number(text).is_some()
}

/// The amount that `text` begins with as it is said, whether it is a bare number, and what
/// follows it.
pub fn take(text: &str) -> Option<(String, bool, &str)> {
    if let Some((currency, rest)) = units::currency(text)
        && let Some(rest) = rest.strip_prefix(signs::BLANK)
    {
        return Some((format!("blank {}", currency.whole[1]), false, rest.trim_start_matches('_')));
    }
    let (first, rest) = one(text)?;
    let second = rest.strip_prefix(['-', '\u{2013}']).and_then(one).filter(|(to, _)| !to.minus);
    let Some((mut second, after)) = second else {
        let bare = matches!(first.of, Of::Nothing);
        return Some((first.said(), bare, rest));
    };
    let whole = |amount: &Amount| {
        matches!(amount.of, Of::Nothing) && amount.number.bytes().all(|b| b.is_ascii_digit())
    };
    if rest.starts_with('-') && !first.minus && whole(&first) && whole(&second) {
        return Some((digits::pair(first.number, second.number), true, after));
    }
    let from = match (&first.of, &second.of) {
        (Of::Money(currency, scale), Of::Nothing) => {
            second.of = Of::Money(currency, scale);
            first.figure()
        }
        (Of::Nothing, _) => first.figure(),
        _ => first.said(),
    };
    Some((format!("{from} to {}", second.said()), false, after))
}

/// Money whose sign stands apart: `$` with `20` or a blank.
pub fn apart(sign: &str, figure: &str) -> Option<String> {
    let (currency, rest) = units::currency(sign)?;
    if !rest.is_empty() {
        return None;
    }
    let written = format!("{}{figure}", currency.sign);
    let (said, bare, rest) = take(&written)?;
    (!bare && rest.is_empty()).then_some(said)
}

/// Money in thousands and more: `$1.5` or `$1-2` with `million`.
pub fn scaled(money: &str, scale: &str) -> Option<String> {
    let (scale, _) =
        units::scale(scale).filter(|(name, rest)| *name == scale && rest.is_empty())?;
    let (currency, figures) = units::currency(money)?;
    let (from, rest) = number(figures)?;
    let name = currency.whole[1];
    if rest.is_empty() {
        return Some(format!("{from} {scale} {name}"));
    }
    let (to, rest) = number(rest.strip_prefix(['-', '\u{2013}'])?)?;
    rest.is_empty().then(|| format!("{from} to {to} {scale} {name}"))
}

impl Amount<'_> {
    fn said(&self) -> String {
        let figure = self.figure();
        match self.of {
            Of::Nothing if self.number.bytes().all(|b| b.is_ascii_digit()) && !self.minus => {
                digits::number(self.number)
            }
            Of::Nothing => figure,
            Of::Money(currency, scale) => self.money(currency, scale),
            Of::Unit(unit, hyphen) => {
                format!("{figure} {}", unit.called(hyphen || self.number == "1"))
            }
        }
    }

    /// The bare number.
    fn figure(&self) -> String {
        let minus = if self.minus { "minus " } else { "" };
        let nought = if self.number.starts_with('.') { "0" } else { "" };
        format!("{minus}{nought}{}", self.number)
    }

    fn money(&self, currency: &Currency, scale: &str) -> String {
        if !scale.is_empty() {
            return format!("{} {scale} {}", self.figure(), currency.whole[1]);
        }
        let minus = if self.minus { "minus " } else { "" };
        let count = |number: &str, names: &[&str; 2]| {
            format!("{number} {}", names[usize::from(number != "1")])
        };
        let (whole, part) = match self.number.split_once('.') {
            Some((whole, part)) if part.len() == 2 => (whole, part.trim_start_matches('0')),
            Some(_) => return format!("{} {}", self.figure(), currency.whole[1]),
            None => (self.number, ""),
        };
        match (whole, part) {
            (whole, "") => format!(
                "{minus}{}",
                count(if whole.is_empty() { "0" } else { whole }, &currency.whole)
            ),
            ("" | "0", part) => format!("{minus}{}", count(part, &currency.part)),
            (whole, part) => {
                format!(
                    "{minus}{} and {}",
                    count(whole, &currency.whole),
                    count(part, &currency.part)
                )
            }
        }
    }
}

/// One amount at the start of `text`, and what follows it.
fn one(text: &str) -> Option<(Amount<'_>, &str)> {
    let unsigned = text.strip_prefix(DASHES);
    let (minus, text) = (unsigned.is_some(), unsigned.unwrap_or(text));
    let (before, text) = units::currency(text).map_or((None, text), |(c, rest)| (Some(c), rest));
    let (number, rest) = number(text)?;
    if let Some(currency) = before {
        let (scale, rest) = units::scale(rest).unwrap_or(("", rest));
        return Some((Amount { minus, number, of: Of::Money(currency, scale) }, rest));
    }
    let hyphenated = rest.strip_prefix('-').and_then(|rest| units::at(rest, true));
    let (of, rest) = if let Some((currency, rest)) = units::currency(rest) {
        (Of::Money(currency, ""), rest)
    } else if let Some((unit, rest)) = units::at(rest, true) {
        (Of::Unit(unit, false), rest)
    } else if let Some((unit, rest)) = hyphenated {
        (Of::Unit(unit, true), rest)
    } else {
        (Of::Nothing, rest)
    };
    Some((Amount { minus, number, of }, rest))
}

/// The number at the start of `text`: `1,078`, `2.5`, `.5`.
fn number(text: &str) -> Option<(&str, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(text);
    if (1..=3).contains(&end) {
        while text[end..].starts_with(',') && digits(&text[end + 1..]) == 3 {
            end += 4;
        }
    }
    if text[end..].starts_with('.') {
        let decimals = digits(&text[end + 1..]);
        end += if decimals > 0 { decimals + 1 } else { 0 };
    }
    (end > 0).then(|| text.split_at(end))
}
