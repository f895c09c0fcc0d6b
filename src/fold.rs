//! Text as it is compared: small letters, no accents, plain signs.

use deunicode::deunicode_char;

/// Adds `c` to `text` as it is compared. With `keep_case` capital letters stay capital.
///
/// Accented Latin letters become the bare letters, typographic signs the ones on a
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
        c if keep_case => text.push(c),
        c => text.extend(c.to_lowercase()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_typographic_signs_do_not_matter() {
        assert_eq!(fold("Zürich’s “ﬁne” Straße – œuvre"), "zurich's \"fine\" strasse - oeuvre");
        assert_eq!(fold("u\u{308}ber soft\u{ad}ly"), "uber softly");
        assert_eq!(fold("МОСКВА 東京"), "москва 東京");
    }

    #[test]
    fn case_can_be_kept() {
        let mut text = String::new();
        "ÄbC".chars().for_each(|c| push(c, true, &mut text));
        assert_eq!(text, "AbC");
    }
}
