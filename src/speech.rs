//! Text for a voice: no signs, and money, dates and numbers to call as they are said.

use crate::guide::block::{Block, Kind, words};

/// Blocks as lines for a voice: one line a paragraph, item, row or picture, each a whole
/// sentence.
#[must_use]
pub fn lines(blocks: &[Block]) -> Vec<String> {
    let mut out = Vec::new();
    for block in blocks {
        gather(block, &mut out);
    }
    out
}

fn gather(block: &Block, out: &mut Vec<String>) {
    match &block.kind {
        Kind::Heading { title, .. } => add(&words(title), out),
        Kind::Paragraph(inlines) => add(&words(inlines), out),
        Kind::Code(text) => text.lines().for_each(|line| add(line, out)),
        Kind::Quote { blocks, .. } | Kind::Note { blocks, .. } => {
            for block in blocks {
                gather(block, out);
            }
        }
        Kind::List { start, items, .. } => {
            for (i, item) in items.iter().enumerate() {
                let own = lines(&item.blocks);
                let number = start.map(|start| start + i as u64);
                for (n, line) in own.into_iter().enumerate() {
                    match number.filter(|_| n == 0) {
                        Some(number) => out.push(format!("Number {number}. {line}")),
                        None => out.push(line),
                    }
                }
            }
        }
        Kind::Table(table) => {
            for row in &table.rows {
                let cells = table.head.iter().zip(row).map(|(head, cell)| {
                    let (head, cell) = (words(head), words(cell));
                    if head.is_empty() { cell } else { format!("{head}: {cell}") }
                });
                add(&cells.collect::<Vec<_>>().join(". "), out);
            }
        }
        Kind::Icons(icons) => {
            add(&icons.title, out);
            icons.groups.iter().for_each(|group| add(&group.in_words(icons.of), out));
        }
        Kind::Bars(bars) => {
            add(&bars.title, out);
            for row in &bars.rows {
                add(&format!("{}: {}", row.label, row.in_words(&bars.unit)), out);
            }
        }
        Kind::Rule => {}
    }
}

fn add(text: &str, out: &mut Vec<String>) {
    let mut line = spoken(text);
    if line.is_empty() {
        return;
    }
    if line.ends_with(|c: char| c.is_alphanumeric()) {
        line.push('.');
    }
    out.push(line);
}

/// Numbers that are said digit by digit.
const DIGIT_BY_DIGIT: [&str; 5] = ["988", "911", "741741", "838255", "88788"];
/// Running text as it is said. Brackets become pauses.
#[must_use]
pub fn spoken(text: &str) -> String {
    let mut said = String::new();
    let mut closed = false;
    for written in text.split_whitespace() {
        let word = word(written);
        if word.is_empty() {
            continue;
        }
        if !said.is_empty() {
            let pause = closed || written.starts_with('(');
            if pause && said.ends_with(|c: char| c.is_alphanumeric()) {
                said.push(',');
            }
            said.push(' ');
        }
        said.push_str(&word);
        closed = written.ends_with(')');
    }
    said
}

/// A word with the signs around it.
fn word(word: &str) -> String {
    let is_core = |c: char| c.is_alphanumeric() || c == '$';
    let Some(start) = word.find(is_core) else { return String::new() };
    let end = word
        .rfind(|c: char| c.is_alphanumeric() || c == '%')
        .map_or(word.len(), |end| end + word[end..].chars().next().map_or(0, char::len_utf8));
    if end <= start {
        return String::new();
    }
    let pause = word[end..].chars().filter(|c| matches!(c, '.' | ',' | ':' | ';' | '?' | '!'));
    format!("{}{}", core(&word[start..end]), pause.collect::<String>())
}

fn core(word: &str) -> String {
    if DIGIT_BY_DIGIT.contains(&word) {
        return apart(word);
    }
    if let Some(money) = word.strip_prefix('$') {
        return dollars(money);
    }
    if let Some(number) = word.strip_suffix('%') {
        return format!("{} percent", plain_number(number));
    }
    if let Some(date) = date(word) {
        return date;
    }
    let parts: Vec<_> = word.split('-').collect();
    let all_digits = parts.iter().all(|part| is_digits(part));
    if parts.len() >= 3 && all_digits {
        return parts.iter().map(|part| apart(part)).collect::<Vec<_>>().join(", ");
    }
    if parts.len() == 2 && all_digits {
        return parts.join(" to ");
    }
    if let Some((over, under)) = word.split_once('/')
        && is_digits(over)
        && is_digits(under)
    {
        return format!("{over} over {under}");
    }
    if word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')) {
        return plain_number(word);
    }
    // Not "e.g." or "p.m.".
    let dotted = word.contains('.') && word.split('.').all(|part| part.len() > 1);
    if word.contains("://") || dotted {
        let name = word.split_once("://").map_or(word, |(_, name)| name);
        return name.replace('.', " dot ").replace('/', " slash ").replace('-', " dash ");
    }
    let word = if word == "mg" { "milligrams" } else { word };
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '-' | ',' | '.');
    let said: String = word.chars().map(|c| if kept(c) { c } else { ' ' }).collect();
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `1,247` without its commas.
fn plain_number(number: &str) -> String {
    number.replace(',', "")
}

fn dollars(money: &str) -> String {
    let money = plain_number(money);
    match money.split_once('.') {
        Some((whole, "00")) => dollars(whole),
        Some((whole, cents)) if cents.len() == 2 && is_digits(whole) && is_digits(cents) => {
            format!("{} and {} cents", dollars(whole), cents.trim_start_matches('0'))
        }
        _ => format!("{money} {}", if money == "1" { "dollar" } else { "dollars" }),
    }
}

/// `2026-11-23` as November 23, 2026.
fn date(word: &str) -> Option<String> {
    let date: jiff::civil::Date = word.parse().ok()?;
    (word.len() == 10).then(|| date.strftime("%B %-d, %Y").to_string())
}

/// Digits said one by one.
fn apart(digits: &str) -> String {
    digits.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_said_as_people_say_them() {
        for (written, said) in [
            ("It costs $2,100 to $952.59.", "It costs 2100 dollars to 952 dollars and 59 cents."),
            ("$5.00 at 9 p.m., or $1", "5 dollars at 9 p.m., or 1 dollar"),
            ("58.7% of 1,247 people", "58.7 percent of 1247 people"),
            ("reviewed 2026-11-23;", "reviewed November 23, 2026;"),
            ("Call 988, or 1-800-662-4357.", "Call 9 8 8, or 1, 8 0 0, 6 6 2, 4 3 5 7."),
            ("above 140/90, 3-4 weeks", "above 140 over 90, 3 to 4 weeks"),
            ("at 988lifeline.org (\"free\") now", "at 988lifeline dot org, free, now"),
            ("the VA/DoD list * \u{2014} 56 mg", "the VA DoD list 56 milligrams"),
            ("don't well-known CAPS-5", "don't well-known CAPS-5"),
        ] {
            assert_eq!(spoken(written), said);
        }
    }

    #[test]
    fn each_line_is_a_sentence_and_lists_and_tables_are_told_in_words() {
        let text = "# Title\n\n1. One\n2. Two.\n\n| a | b |\n| - | - |\n| x | $3 |\n\n***\n";
        let guide = crate::guide::Guide::new("g", "g.md", text.to_owned());
        let said = lines(&guide.blocks(0));
        let all = ["Title.", "Number 1. One.", "Number 2. Two.", "a: x. b: 3 dollars."];
        assert_eq!(said, all);
    }
}
