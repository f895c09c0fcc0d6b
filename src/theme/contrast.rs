//! Whether eyes can tell a text from what is behind it.

use super::{Part, Theme};

/// The contrast that text needs at least, and crisis help.
pub const ENOUGH: f64 = 4.5;
/// The contrast that crisis help needs at least.
pub const CRISIS: f64 = 7.0;

/// The contrast of two colours of the table of 256, from 16 on, as WCAG 2 defines it: 1 to 21.
#[must_use]
pub fn contrast(one: u8, two: u8) -> f64 {
    let luminance = |colour| {
        let linear = rgb(colour).map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, two): (f64, f64) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

/// The red, green and blue of a colour of the table of 256, from 16 on.
#[must_use]
pub fn rgb(colour: u8) -> [u8; 3] {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match colour.checked_sub(232) {
        Some(grey) => [8 + 10 * grey; 3],
        None => [36, 6, 1].map(|step| LEVELS[usize::from(colour.saturating_sub(16) / step % 6)]),
    }
}

/// A part whose two colours are too near to one another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Faint {
    /// The part.
    pub part: Part,
    /// The contrast it has.
    pub contrast: f64,
    /// The contrast it needs.
    pub needed: f64,
}

impl Theme {
    /// The parts that are hard to read or cannot be read at all. Where a colour is the
    /// terminal's own nothing is known.
    #[must_use]
    pub fn faint(&self) -> Vec<Faint> {
        let faint = |(part, fg, bg)| {
            let needed = if part == Part::Crisis { CRISIS } else { ENOUGH };
            let contrast = contrast(fg, bg);
            (contrast < needed).then_some(Faint { part, contrast, needed })
        };
        self.pairs().into_iter().filter_map(faint).collect()
    }
}

impl std::fmt::Display for Faint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name: &str = self.part.into();
        // Rounded down: what is just too little is not to look like enough.
        let tenths = |contrast: f64| (contrast * 10.0).floor() / 10.0;
        let (has, needs) = (tenths(self.contrast), self.needed);
        write!(f, "{name} has a contrast of {has} to 1 and needs {needs}; ")?;
        match self.part {
            Part::Crisis => write!(f, "it looks as in the default theme"),
            _ => write!(f, "take colours that are further apart"),
        }
    }
}
