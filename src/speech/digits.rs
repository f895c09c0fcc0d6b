//! What is said digit by digit: numbers to call, codes, and long numbers that are names.

use super::line::is_letter;
use crate::guide::figure;

/// Short numbers to call.
const CALLED: [&str; 2] = ["988", "911"];

/// A whole number as it is said: one that begins with a nought, or has five digits and
/// more without commas, is a name rather than an amount, unless it is round.
pub fn number(digits: &str) -> String {
    let round = digits.len() < 13 && digits.ends_with("00");
    let begins = digits.len() > 1 && digits.starts_with('0');
    if begins || CALLED.contains(&digits) || digits.len() > 4 && !round {
        apart(digits)
    } else if digits.len() > 4 {
        digits.parse().map_or_else(|_| digits.to_owned(), figure::number)
    } else {
        digits.to_owned()
    }
}

/// Digits one by one, blanks around them.
fn apart(digits: &str) -> String {
    let mut said = String::from(" ");
    for c in digits.chars() {
        said.push(c);
        said.push(' ');
    }
    said
}

/// Two whole numbers with a hyphen between: from the one to the other, or the halves of a
/// name such as `741-741`.
pub fn pair(first: &str, second: &str) -> String {
    let years = first.len() == 4 && second.len() == 2 && first.starts_with(['1', '2']);
    if years || first.len() + second.len() < 5 || rises(first, second) {
        format!("{} to {}", number(first), number(second))
    } else {
        format!("{}, {}", apart(first), apart(second))
    }
}

/// True when the number that `second` begins with is larger than that of `first`.
pub fn rises(first: &str, second: &str) -> bool {
    let digits = |text: &str| -> (usize, String) {
        let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let digits = digits.chars().filter(|c| *c != ',');
        let digits: String = digits.take_while(char::is_ascii_digit).collect();
        let digits = digits.trim_start_matches('0').to_owned();
        (digits.len(), digits)
    };
    digits(first) < digits(second)
}

/// A code such as `G2082` or `PMC9154276`: its letters, and its digits one by one.
pub fn code(word: &str) -> Option<String> {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = &word[..word.len() - digits.len()];
    let is_code = (1..=5).contains(&letters.len()) && digits.len() >= 3 && all_digits(digits);
    is_code.then(|| format!("{letters}{}", apart(digits)))
}

/// A number to call, in any of the ways it is written, its groups apart.
pub fn phone(written: &str) -> Option<String> {
    let abroad = written.strip_prefix('+');
    let separates = |c: char| matches!(c, ' ' | '-' | '\u{2013}' | '.' | '/' | '(' | ')');
    if !written.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
        return None;
    }
    let text = abroad.unwrap_or(written);
    let groups: Vec<_> = text.split(separates).filter(|group| !group.is_empty()).collect();
    let hyphens = !text.contains(|c: char| separates(c) && c != '-');
    let lettered = groups.iter().any(|group| !all_digits(group));
    if lettered {
        // "1-800-273-TALK"
        let fits =
            |group: &&str| all_digits(group) || group.chars().all(|c| c.is_ascii_uppercase());
        let area = groups.iter().position(|group| group.len() == 3 && all_digits(group));
        let begins = area == Some(0) || (area == Some(1) && groups[0] == "1");
        if !(hyphens && groups.len() >= 3 && begins && groups.iter().all(fits)) {
            return None;
        }
    } else {
        let lens: Vec<_> = groups.iter().map(|group| group.len()).collect();
        let total: usize = lens.iter().sum();
        let round = groups.iter().all(|group| group.ends_with('0'));
        let is_phone = match lens.as_slice() {
            _ if abroad.is_some() => (8..=15).contains(&total),
            [3, 3, 4] => true,
            [1, 3, 3, 4] => groups[0] == "1",
            [3, 4] => hyphens && !round,
            [first, _, ..] if groups[0].starts_with('0') && !text.contains(['.', '/']) => {
                *first > 1 && (9..=12).contains(&total)
            }
            [_, _, _, ..] => hyphens && total >= 7,
            _ => false,
        };
        if !is_phone {
            // "1-2-3" is no range.
            return (hyphens && lens.len() >= 3).then(|| groups.join(", "));
        }
    }
    let said = groups
        .iter()
        .map(|group| if all_digits(group) { apart(group) } else { (*group).to_owned() });
    let said = said.collect::<Vec<_>>().join(", ");
    Some(if abroad.is_some() { format!("plus {said}") } else { said })
}

/// Letters and digits as they are said, long runs of digits one by one.
pub fn mixed(word: &str) -> String {
    let mut said = String::new();
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let take = if digits > 0 { digits } else { c.len_utf8() };
        let (now, later) = rest.split_at(take);
        if digits > 0 {
            said.push_str(&number(now));
            // "988lifeline", but "1st" and "1970s".
            let letters = later.chars().take(3).filter(|c| is_letter(*c) && !c.is_ascii_digit());
            if letters.count() == 3 {
                said.push(' ');
            }
        } else {
            said.push(c);
        }
        rest = later;
    }
    said
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
