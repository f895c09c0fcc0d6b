//! The one table of spoken signs.

/// What is left to be filled in.
pub const BLANK: &str = "____";

/// Signs and what they are called, the longer before the shorter that they begin with.
const SIGNS: [(&str, &str); 77] = [
    (BLANK, "blank"),
    ("+/-", "plus or minus"),
    ("<->", "to and from"),
    ("-->", "to"),
    ("->", "to"),
    ("=>", "to"),
    ("<-", "from"),
    (">=", "at least"),
    ("<=", "at most"),
    ("!=", "not equal to"),
    ("==", "equals"),
    ("&&", "and"),
    ("||", "or"),
    ("&", "and"),
    ("+", "plus"),
    ("=", "equals"),
    ("<", "less than"),
    (">", "more than"),
    ("\u{2264}", "at most"),
    ("\u{2265}", "at least"),
    ("\u{2260}", "not equal to"),
    ("\u{b1}", "plus or minus"),
    ("\u{2212}", "minus"),
    ("\u{d7}", "times"),
    ("\u{f7}", "divided by"),
    ("~", "about"),
    ("\u{223c}", "about"),
    ("\u{2248}", "about"),
    ("\u{2245}", "about"),
    ("\u{221e}", "infinity"),
    ("\u{2192}", "to"),
    ("\u{21d2}", "to"),
    ("\u{27a1}", "to"),
    ("\u{2190}", "from"),
    ("\u{2191}", "up"),
    ("\u{2193}", "down"),
    ("\u{2194}", "to and from"),
    ("/", "slash"),
    ("\\", "backslash"),
    ("_", "underscore"),
    ("^", "caret"),
    ("@", "at"),
    ("#", "hash"),
    ("*", "star"),
    ("\u{2605}", "star"),
    ("$", "dollars"),
    ("\u{20ac}", "euros"),
    ("\u{a3}", "pounds"),
    ("\u{a5}", "yen"),
    ("\u{a2}", "cents"),
    ("%", "percent"),
    ("\u{2030}", "per thousand"),
    ("\u{b0}C", "degrees Celsius"),
    ("\u{b0}F", "degrees Fahrenheit"),
    ("\u{b0}", "degrees"),
    ("\u{2103}", "degrees Celsius"),
    ("\u{2109}", "degrees Fahrenheit"),
    ("\u{a7}", "section"),
    ("\u{b6}", "paragraph"),
    ("\u{2020}", "dagger"),
    ("\u{2021}", "double dagger"),
    ("\u{2116}", "number"),
    ("\u{a9}", "copyright"),
    ("\u{bd}", "one half"),
    ("\u{2153}", "one third"),
    ("\u{2154}", "two thirds"),
    ("\u{bc}", "one quarter"),
    ("\u{be}", "three quarters"),
    ("\u{215b}", "one eighth"),
    ("\u{b2}", "squared"),
    ("\u{b3}", "cubed"),
    ("\u{2713}", "yes"),
    ("\u{2714}", "yes"),
    ("\u{2705}", "yes"),
    ("\u{2717}", "no"),
    ("\u{274c}", "no"),
    ("\u{2610}", "blank"),
];

/// What is written with signs but said in a way of its own.
const WHOLE: [(&str, &str); 11] = [
    ("24/7", "24 7"),
    ("9/11", "9 11"),
    ("and/or", "and or"),
    ("w/", "with"),
    ("w/o", "without"),
    ("n/a", "not applicable"),
    ("1/2", "one half"),
    ("1/3", "one third"),
    ("2/3", "two thirds"),
    ("1/4", "one quarter"),
    ("3/4", "three quarters"),
];

/// Halves and the like that follow a whole number.
pub const PARTS: [char; 6] = ['\u{bd}', '\u{2153}', '\u{2154}', '\u{bc}', '\u{be}', '\u{215b}'];

/// The sign at the start of `text` and what it is called.
pub fn at(text: &str) -> Option<(&'static str, &'static str)> {
    let plain = text.starts_with(|c: char| c.is_ascii_alphanumeric());
    let mut signs = SIGNS.iter().filter(|_| !plain);
    signs.find(|(sign, _)| text.starts_with(sign)).copied()
}

/// What a whole word is said as that has a way of its own.
pub fn whole(word: &str) -> Option<&'static str> {
    WHOLE.iter().find(|(written, _)| written.eq_ignore_ascii_case(word)).map(|(_, said)| *said)
}
