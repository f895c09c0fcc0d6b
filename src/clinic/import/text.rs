//! Cells are bytes: most are UTF-8, those of older programs are Windows-1252.

use std::borrow::Cow;

/// What Windows-1252 has from 0x80 to 0x9f; below and above it is Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a cell, and whether its bytes were UTF-8. A letter that is cut in two at the
/// end is left out.
pub fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), true),
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
            let whole = &bytes[..error.valid_up_to()];
            // A letter of Windows-1252 at the end looks like half of one of UTF-8.
            if bytes.len() < super::rows::CELL {
                return (windows(bytes), false);
            }
            (String::from_utf8_lossy(whole), true)
        }
        Err(_) => (windows(bytes), false),
    }
}

fn windows(bytes: &[u8]) -> Cow<'static, str> {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    };
    Cow::Owned(bytes.iter().map(letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_stays_and_other_bytes_are_windows_1252() {
        assert_eq!(decoded("Café".as_bytes()), (Cow::Borrowed("Café"), true));
        assert_eq!(decoded(b"Caf\xe9"), (Cow::Borrowed("Café"), false));
        assert_eq!(decoded(b"Jos\xe9\x92s \x80"), (Cow::Borrowed("José’s €"), false));
    }
}
