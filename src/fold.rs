//! Text as it is compared: small letters, no accents, plain signs.

use std::ops::Range;

use deunicode::deunicode_char;

/// Adds `c` to `text` as it is compared. With `keep_case` capital letters stay capital.
///
/// Accented Latin, Greek and Cyrillic letters become the bare letters, typographic signs the ones on a
/// keyboard; marks that only steer the display are left out. One character may become
/// none or several.
pub fn push(c: char, keep_case: bool, text: &mut String) {
    if c.is_ascii() {
        text.push(if keep_case { c } else { c.to_ascii_lowercase() });
        return;
    }
    match c {
        // Marks of their own: accents, soft hyphens, joiners, directions.
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => {}
        '\u{a0}'..='\u{24f}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{2000}'..='\u{205f}'
        | '\u{fb00}'..='\u{fb06}' => {
            for c in deunicode_char(c).unwrap_or_default().chars() {
                text.push(if keep_case { c } else { c.to_ascii_lowercase() });
            }
        }
        c if keep_case && c.is_uppercase() => {
            text.extend(c.to_lowercase().map(bare).flat_map(char::to_uppercase));
        }
        c => text.extend(c.to_lowercase().map(bare)),
    }
}

/// A small Greek or Cyrillic letter without its accent.
fn bare(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и',
        'ї' => 'і',
        'ў' => 'у',
        _ => c,
    }
}

/// `text` as it is compared, in small letters.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| push(c, false, &mut folded));
    folded
}

/// Calls `see` for each word of `text`: the bytes it takes up, and how it is compared.
///
/// A word is a run of letters and digits; apostrophes and accents within one do not count.
pub fn each_word(text: &str, mut see: impl FnMut(Range<usize>, &str)) {
    let mut word = String::new();
    let mut bytes = 0..0;
    let mut letters = String::new();
    for (at, c) in text.char_indices() {
        // Most text is plain.
        if c.is_ascii_alphanumeric() {
            bytes = if word.is_empty() { at } else { bytes.start }..at + 1;
            word.push(c.to_ascii_lowercase());
            continue;
        }
        letters.clear();
        push(c, false, &mut letters);
        let before = word.len();
        word.extend(letters.chars().filter(|c| c.is_alphanumeric()));
        if word.len() > before {
            bytes = if before == 0 { at } else { bytes.start }..at + c.len_utf8();
        } else if letters.chars().any(|c| c != '\'') && before > 0 {
            see(bytes.clone(), &word);
            word.clear();
        }
    }
    if !word.is_empty() {
        see(bytes, &word);
    }
}

/// The words of `text` as they are compared.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |_, word| words.push(word.to_owned()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_typographic_signs_do_not_matter() {
        assert_eq!(fold("Zürich’s “ﬁne” Straße – œuvre"), "zurich's \"fine\" strasse - oeuvre");
        assert_eq!(fold("u\u{308}ber soft\u{ad}ly"), "uber softly");
        assert_eq!(fold("МОСКВА 東京"), "москва 東京");
        for (written, typed) in [
            ("Ελλάδα", "ελλαδα"),
            ("Σίσυφος", "σισυφοσ"),
            ("Ёлка", "елка"),
            ("чай", "чаи\u{306}"),
            ("שָׁלוֹם", "שלום"),
            ("مُحَمَّد", "محمد"),
        ] {
            assert_eq!(fold(written), fold(typed), "{written}");
        }
    }

    #[test]
    fn words_know_the_bytes_they_take_up() {
        let text = "Don’t “off-label” Zu\u{308}rich, 'twas $1,240; ½ 東京";
        let mut found = Vec::new();
        each_word(text, |bytes, word| found.push((text[bytes].to_owned(), word.to_owned())));
        let shown: Vec<_> = found.iter().map(|(text, word)| format!("{text}={word}")).collect();
        assert_eq!(
            shown,
            [
                "Don’t=dont",
                "off=off",
                "label=label",
                "Zu\u{308}rich=zurich",
                "twas=twas",
                "1=1",
                "240=240",
                "½=12",
                "東京=東京"
            ]
        );
    }

    #[test]
    fn case_can_be_kept() {
        let mut text = String::new();
        "ÄbC".chars().for_each(|c| push(c, true, &mut text));
        assert_eq!(text, "AbC");
    }
}
