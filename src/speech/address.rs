//! Addresses of the web and of mail, and names of files: said sign by sign.

use super::digits;
use super::line::is_letter;
use super::signs;

/// An address or the name of a file as it is said; nothing for other words.
pub fn said(word: &str) -> Option<String> {
    let name = match word.split_once("://") {
        Some((scheme, name)) if ["http", "https"].contains(&scheme.to_lowercase().as_str()) => name,
        Some((scheme, _)) if scheme.bytes().all(|b| b.is_ascii_alphabetic()) => word,
        _ => {
            let word = word.strip_prefix("mailto:").unwrap_or(word);
            (is_mail(word) || is_path(word)).then_some(word)?
        }
    };
    let mut said = String::new();
    let mut rest = name.strip_suffix('/').unwrap_or(name);
    while let Some(c) = rest.chars().next() {
        let run = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        if run > 0 {
            let (now, later) = rest.split_at(run);
            said.push_str(&if now == "www" { "w w w".to_owned() } else { digits::mixed(now) });
            rest = later;
            continue;
        }
        let called = match c {
            '.' => "dot",
            '-' => "dash",
            ':' => "colon",
            '?' => "question mark",
            '~' => "tilde",
            _ => signs::at(rest).map_or("", |(_, called)| called),
        };
        said.push(' ');
        said.push_str(called);
        said.push(' ');
        rest = &rest[c.len_utf8()..];
    }
    Some(said)
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(who, host)| !who.is_empty() && is_dotted(host))
}

/// True for `va.gov/ptsd`, `notes.md`, `src/speech.rs`, `~/notes`.
fn is_path(word: &str) -> bool {
    let end = word.find(['?', '#']).unwrap_or(word.len());
    let path = &word[..end];
    let home = path.starts_with("~/") || path.starts_with("./") || path.starts_with("../");
    let path = path.strip_suffix('/').unwrap_or(path);
    let fits = |c: char| is_letter(c) || matches!(c, '.' | '/' | '-' | '_' | '~');
    path.chars().all(fits) && (home || path.split('/').any(is_dotted))
}

/// True for names that end in a dot and a word, not for `p.m` or `2.5`.
fn is_dotted(name: &str) -> bool {
    let Some((before, last)) = name.rsplit_once('.') else { return false };
    let is_name = |part: &str| !part.is_empty() && part.starts_with(is_letter);
    let one_case = last.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        || last.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let ends = last.len() > 1 && last.as_bytes()[0].is_ascii_alphabetic() && one_case;
    ends && before.split('.').all(is_name)
}
