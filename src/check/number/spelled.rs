//! Numbers and parts of a whole that are written in words.

/// Words for 1 to 19, in order.
const UNITS: [&str; 19] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
/// Words for 20, 30 and so on.
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Words for larger ones, and their plurals, which leave open how many.
const LARGE: [(&str, &str, usize); 4] = [
    ("dozen", "dozens", 12),
    ("hundred", "hundreds", 100),
    ("thousand", "thousands", 1000),
    ("million", "millions", 1_000_000),
];

/// A number in words.
#[derive(Debug, PartialEq, Eq)]
pub struct Spelled {
    /// Its digits; `100+` for "hundreds".
    pub value: String,
    /// The bytes it takes.
    pub len: usize,
    /// What it counts stands behind an "of": `dozens of people`.
    pub loose: bool,
}

/// The number in words that `text` begins with: `six`, `thirty-five`, `two hundred and six`.
pub fn spelled(text: &str) -> Option<Spelled> {
    let first = word(text);
    let plural = |(_, plural, _): &&(&str, &str, usize)| first.eq_ignore_ascii_case(plural);
    if let Some((_, _, n)) = LARGE.iter().find(plural) {
        return Some(Spelled { value: format!("{n}+"), len: first.len(), loose: true });
    }
    if first.eq_ignore_ascii_case("couple") {
        return Some(Spelled { value: "2".to_owned(), len: first.len(), loose: true });
    }
    // What is complete, what hundreds and less are gathered, and the bytes read.
    let (mut sum, mut part) = (0_usize, 0_usize);
    let mut len = 0;
    loop {
        let from = len + if len == 0 { 0 } else { joint(&text[len..], part + sum >= 100) };
        let Some(n) = text.get(from..).filter(|_| len == 0 || from > len).and_then(worth) else {
            break;
        };
        let fits = match n {
            12 if is_large(&text[from..]) => part < 100,
            100 => part < 100,
            1000.. => part > 0 || len == 0,
            _ => part % 100 == 0 || (part % 100 >= 20 && part % 10 == 0 && n < 10),
        };
        if !fits {
            break;
        }
        match n {
            1000.. => (sum, part) = (sum.saturating_add(part.max(1).saturating_mul(n)), 0),
            n if is_large(&text[from..]) => part = part.max(1).saturating_mul(n),
            n => part += n,
        }
        len = from + word(&text[from..]).len();
    }
    let value = sum.saturating_add(part).to_string();
    (len > 0).then_some(Spelled { value, len, loose: false })
}

/// The bytes between two words of one number; none where the second is none of it.
fn joint(text: &str, hundreds: bool) -> usize {
    if hundreds && text.starts_with(" and ") {
        return " and ".len();
    }
    usize::from(text.starts_with([' ', '-']))
}

fn worth(text: &str) -> Option<usize> {
    let word = word(text);
    let place = |words: &[&str]| words.iter().position(|own| word.eq_ignore_ascii_case(own));
    let large = LARGE.iter().find(|(one, _, _)| word.eq_ignore_ascii_case(one));
    place(&UNITS)
        .map(|i| i + 1)
        .or_else(|| place(&TENS).map(|i| (i + 2) * 10))
        .or_else(|| large.map(|(_, _, n)| *n))
}

fn is_large(text: &str) -> bool {
    let word = word(text);
    LARGE.iter().any(|(one, _, _)| word.eq_ignore_ascii_case(one))
}

/// Words for parts of a whole, singular and plural, and how many make it.
const PARTS: [(&str, &str, usize); 9] = [
    ("half", "halves", 2),
    ("third", "thirds", 3),
    ("quarter", "quarters", 4),
    ("fifth", "fifths", 5),
    ("sixth", "sixths", 6),
    ("seventh", "sevenths", 7),
    ("eighth", "eighths", 8),
    ("ninth", "ninths", 9),
    ("tenth", "tenths", 10),
];

/// How many of the part that `text` begins with make the whole, and the bytes of its word.
pub fn part(text: &str) -> Option<(usize, usize)> {
    let word = word(text);
    let is = |name: &str| word.eq_ignore_ascii_case(name);
    let found = PARTS.iter().find(|(one, many, _)| is(one) || is(many));
    found.map(|(_, _, n)| (*n, word.len()))
}

/// So many of so many in whole percent.
pub fn percent(n: usize, of: usize) -> String {
    ((n.saturating_mul(200) + of) / (2 * of.max(1))).to_string()
}

/// The letters that `text` begins with.
fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read_to_their_end() {
        let read = |text: &str| spelled(text).map(|own| (own.value, text[own.len..].to_owned()));
        let same = |text: &str, value: &str, rest: &str| {
            assert_eq!(read(text), Some((value.to_owned(), rest.to_owned())), "{text}");
        };
        same("six weeks", "6", " weeks");
        same("Thirty-five", "35", "");
        same("One hundred and fifty-eight veterans", "158", " veterans");
        same("two thousand six hundred sixty-five", "2665", "");
        same("six and two", "6", " and two");
        same("six two", "6", " two");
        same("a dozen".trim_start_matches("a "), "12", "");
        same("two dozen people", "24", " people");
        same("dozens", "12+", "");
        same("one million million", "1000000", " million");
        assert_eq!(read("often"), None);
        assert_eq!(part("thirds of it"), Some((3, 6)));
        assert_eq!((percent(2, 3), percent(4, 5)), ("67".to_owned(), "80".to_owned()));
    }
}
