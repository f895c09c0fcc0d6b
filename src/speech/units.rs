//! Units and currencies as they are written and said.

/// A unit as it is written, and what one and many of it are called.
#[derive(Debug, PartialEq)]
pub struct Unit {
    written: &'static str,
    one: &'static str,
    many: &'static str,
    /// Whether it is a unit behind a number or "per" only, and may be a word elsewhere.
    needs_number: bool,
}

impl Unit {
    /// What it is called.
    pub fn called(&self, single: bool) -> &'static str {
        if single { self.one } else { self.many }
    }
}

const fn unit(written: &'static str, one: &'static str, many: &'static str) -> Unit {
    Unit { written, one, many, needs_number: false }
}

const fn short(written: &'static str, one: &'static str, many: &'static str) -> Unit {
    Unit { written, one, many, needs_number: true }
}

const UNITS: [Unit; 40] = [
    unit("mmHg", "millimeter of mercury", "millimeters of mercury"),
    unit("mcg", "microgram", "micrograms"),
    unit("\u{b5}g", "microgram", "micrograms"),
    unit("\u{3bc}g", "microgram", "micrograms"),
    unit("ng", "nanogram", "nanograms"),
    unit("mg", "milligram", "milligrams"),
    unit("kg", "kilogram", "kilograms"),
    unit("ml", "milliliter", "milliliters"),
    unit("mL", "milliliter", "milliliters"),
    unit("dL", "deciliter", "deciliters"),
    unit("mm", "millimeter", "millimeters"),
    unit("cm", "centimeter", "centimeters"),
    unit("km", "kilometer", "kilometers"),
    unit("lbs", "pound", "pounds"),
    unit("lb", "pound", "pounds"),
    unit("oz", "ounce", "ounces"),
    unit("bpm", "beat per minute", "beats per minute"),
    unit("hrs", "hour", "hours"),
    unit("hr", "hour", "hours"),
    unit("yrs", "year", "years"),
    unit("yr", "year", "years"),
    unit("wks", "week", "weeks"),
    unit("wk", "week", "weeks"),
    unit("%", "percent", "percent"),
    unit("\u{2030}", "per thousand", "per thousand"),
    unit("\u{b0}C", "degree Celsius", "degrees Celsius"),
    unit("\u{b0}F", "degree Fahrenheit", "degrees Fahrenheit"),
    unit("\u{b0}", "degree", "degrees"),
    unit("\u{a2}", "cent", "cents"),
    short("mins", "minute", "minutes"),
    short("min", "minute", "minutes"),
    short("h", "hour", "hours"),
    short("d", "day", "days"),
    short("g", "gram", "grams"),
    short("l", "liter", "liters"),
    short("L", "liter", "liters"),
    short("am", "a.m.", "a.m."),
    short("AM", "a.m.", "a.m."),
    short("pm", "p.m.", "p.m."),
    short("PM", "p.m.", "p.m."),
];

/// The unit that `text` begins with, and what follows it. `counted` is true behind a number.
pub fn at(text: &str, counted: bool) -> Option<(&'static Unit, &str)> {
    UNITS.iter().filter(|unit| counted || !unit.needs_number).find_map(|unit| {
        let rest = text.strip_prefix(unit.written)?;
        let whole = unit.written.ends_with(|c: char| !c.is_alphabetic());
        (whole || !rest.starts_with(char::is_alphanumeric)).then_some((unit, rest))
    })
}

/// True for what ends in a unit or is one.
pub fn ends(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    at(letters, letters.len() < word.len()).is_some_and(|(_, rest)| rest.is_empty())
}

/// A currency by its sign, what one and many of it are called, and the same of its parts.
#[derive(Debug, PartialEq)]
pub struct Currency {
    /// Its sign.
    pub sign: char,
    /// One and many of it.
    pub whole: [&'static str; 2],
    /// One and many hundredths of it.
    pub part: [&'static str; 2],
}

const CURRENCIES: [Currency; 4] = [
    Currency { sign: '$', whole: ["dollar", "dollars"], part: ["cent", "cents"] },
    Currency { sign: '\u{20ac}', whole: ["euro", "euros"], part: ["cent", "cents"] },
    Currency { sign: '\u{a3}', whole: ["pound", "pounds"], part: ["penny", "pence"] },
    Currency { sign: '\u{a5}', whole: ["yen", "yen"], part: ["sen", "sen"] },
];

/// The currency whose sign `text` begins with, and what follows it.
pub fn currency(text: &str) -> Option<(&'static Currency, &str)> {
    CURRENCIES.iter().find_map(|currency| Some((currency, text.strip_prefix(currency.sign)?)))
}

const SCALES: [(&str, &str); 11] = [
    ("thousand", "thousand"),
    ("million", "million"),
    ("billion", "billion"),
    ("trillion", "trillion"),
    ("K", "thousand"),
    ("k", "thousand"),
    ("M", "million"),
    ("m", "million"),
    ("bn", "billion"),
    ("B", "billion"),
    ("b", "billion"),
];

/// The thousands or more that `text` begins with, and what follows them.
pub fn scale(text: &str) -> Option<(&'static str, &str)> {
    SCALES.iter().find_map(|(written, said)| {
        let rest = text.strip_prefix(written)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some((*said, rest))
    })
}
