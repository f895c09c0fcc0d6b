//! Dates as they are said, however they are written.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A date or a month in digits: `2026-11-23`, `11/23/2026`, `23.11.2026`, `2026-11`.
pub fn in_digits(word: &str) -> Option<String> {
    let separator = word.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<_> = word.split(separator).collect();
    if !matches!(separator, '-' | '/' | '.') || !parts.iter().all(|part| is_digits(part)) {
        return None;
    }
    let number = |part: &str| part.parse::<i16>().ok();
    match (separator, parts.as_slice()) {
        (_, [year, month, day]) if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            said(number(year)?, number(month)?, number(day)?)
        }
        (_, [first, second, year]) if first.len() <= 2 && second.len() <= 2 => {
            let year = match year.len() {
                4 => number(year)?,
                2 if separator == '/' => 2000 + number(year)?,
                _ => return None,
            };
            let (first, second) = (number(first)?, number(second)?);
            // With dots the day comes first; otherwise the month does, if it can.
            let day_first = separator == '.' || first > 12;
            if day_first { said(year, second, first) } else { said(year, first, second) }
        }
        ('-', [year, month]) if year.len() == 4 && month.len() == 2 => {
            let date = Date::new(number(year)?, i8::try_from(number(month)?).ok()?, 1).ok()?;
            Some(date.strftime("%B %Y").to_string())
        }
        _ => None,
    }
}

/// A date in words with the day first: `31 December 2026`.
pub fn spelled(day: &str, month: &str, year: &str) -> Option<String> {
    let name = month.trim_end_matches('.').to_lowercase();
    let month = (1..).zip(MONTHS).find(|(_, known)| name.len() >= 3 && known.starts_with(&name))?.0;
    let fits = is_digits(day) && day.len() <= 2 && is_digits(year) && year.len() == 4;
    fits.then(|| said(year.parse().ok()?, month, day.parse().ok()?)).flatten()
}

fn said(year: i16, month: i16, day: i16) -> Option<String> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(date.strftime("%B %-d, %Y").to_string())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
