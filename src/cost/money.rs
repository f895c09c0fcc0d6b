//! Amounts of money: whole cents, read and written exactly.

/// An amount in cents.
pub type Cents = u64;

/// The largest amount that a plan may name.
pub const MOST: Cents = 100_000_000;

/// All of a claim, in basis points.
pub const WHOLE: u32 = 10_000;

/// Which of three prices a sum is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// The lowest that is quoted.
    Low,
    /// What is common.
    Typical,
    /// The highest that is quoted.
    High,
}

impl Case {
    /// The three in order.
    pub const ALL: [Self; 3] = [Self::Low, Self::Typical, Self::High];
}

/// An amount in three cases. Of a price, none is less than the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Band {
    /// The lowest.
    pub low: Cents,
    /// What is common.
    pub typical: Cents,
    /// The highest.
    pub high: Cents,
}

impl Band {
    /// The same amount in each case.
    #[must_use]
    pub fn one(amount: Cents) -> Self {
        Self { low: amount, typical: amount, high: amount }
    }

    /// From the lowest to the highest; the midpoint, half a cent up, is taken as common.
    #[must_use]
    pub fn between(low: Cents, high: Cents) -> Self {
        Self { low, typical: (low + high).div_ceil(2), high }
    }

    /// The amount in a case.
    #[must_use]
    pub fn of(&self, case: Case) -> Cents {
        match case {
            Case::Low => self.low,
            Case::Typical => self.typical,
            Case::High => self.high,
        }
    }

    /// The amount in a case, to be changed.
    pub fn of_mut(&mut self, case: Case) -> &mut Cents {
        match case {
            Case::Low => &mut self.low,
            Case::Typical => &mut self.typical,
            Case::High => &mut self.high,
        }
    }

    /// True when it is the same in each case.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.low == self.typical && self.typical == self.high
    }

    /// In words: `$450`, or `$350 to $800`.
    #[must_use]
    pub fn in_words(&self) -> String {
        if self.low == self.high {
            dollars(self.low)
        } else {
            format!("{} to {}", dollars(self.low), dollars(self.high))
        }
    }
}

/// Dollars as people write them, `$1,200.50`, in cents; none for what is no such amount.
#[must_use]
pub fn cents(text: &str) -> Option<Cents> {
    dollars_of(text).ok()
}

/// The same.
///
/// # Errors
/// What is wrong with it.
pub fn dollars_of(typed: &str) -> Result<Cents, String> {
    let plain = typed.trim();
    let plain = plain.strip_prefix('$').unwrap_or(plain);
    if plain.is_empty() {
        return Err("give an amount such as 450; 0 for nothing".to_owned());
    }
    if !is_grouped(plain) {
        return Err(format!(
            "\"{typed}\" has a comma that parts no thousands; cents stand behind a point"
        ));
    }
    hundredths(&plain.replace(',', "")).map_err(|wrong| format!("\"{typed}\" {wrong}"))
}

/// True when every comma stands before three digits of the whole number: what is meant by
/// another one is not guessed.
fn is_grouped(amount: &str) -> bool {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
    let mut groups = whole.split(',');
    let first = groups.next().map_or(0, str::len);
    let rest: Vec<usize> = groups.map(str::len).collect();
    !part.contains(',')
        && (rest.is_empty() || (1..=3).contains(&first) && rest.iter().all(|len| *len == 3))
}

/// A number with at most two decimals, in hundredths.
///
/// # Errors
/// What is wrong with it, to stand behind what it is: `is negative`.
pub fn hundredths(text: &str) -> Result<u64, &'static str> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    if text.starts_with('-') {
        return Err("is negative");
    }
    if whole.is_empty() || part.is_empty() || !digits(whole) || !digits(part) {
        return Err("is no number such as 450 or 450.50");
    }
    if part.len() > 2 {
        return Err("has more than two decimals");
    }
    if whole.len() > 12 {
        return Err("is too large");
    }
    let of = |digits: &str| digits.parse::<u64>().map_err(|_| "is too large");
    Ok(of(whole)? * 100 + of(&format!("{part:0<2}"))?)
}

/// Cents in dollars: `$450`, `$1,450.50`.
#[must_use]
pub fn dollars(cents: Cents) -> String {
    let (whole, part) = (grouped(cents / 100), cents % 100);
    if part == 0 { format!("${whole}") } else { format!("${whole}.{part:02}") }
}

/// A whole number as people write it: `1,450`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let mut whole = number.to_string();
    let mut at = whole.len();
    while at > 3 {
        at -= 3;
        whole.insert(at, ',');
    }
    whole
}

/// Hundredths as a plain number: `450`, `1450.50`.
#[must_use]
pub fn number(hundredths: u64) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:02}") }
}

/// So many basis points of an amount, half a cent up.
#[must_use]
pub fn part(amount: Cents, points: u32) -> Cents {
    let whole = u128::from(WHOLE);
    let share = (u128::from(amount) * u128::from(points) + whole / 2) / whole;
    u64::try_from(share).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly() {
        for (text, read) in [("0", 0), ("450", 45_000), ("450.5", 45_050), ("0.07", 7)] {
            assert_eq!(hundredths(text), Ok(read), "{text}");
        }
        assert_eq!(cents("$1,356.08"), Some(135_608));
        for text in ["4,50", "1,0000", "$$5", "1,2,3"] {
            assert_eq!(cents(text), None, "{text}");
        }
        for text in ["", ".", ".5", "5.", "1.005", "-1", "-0.5", "1e3", "nan", "1 2", "１"] {
            assert!(hundredths(text).is_err(), "{text}");
        }
    }

    #[test]
    fn half_a_cent_is_rounded_up() {
        // 20 % of 0.02, 0.03 and 0.12 dollars: 0.4, 0.6 and 2.4 cents; of 25 cents 2 %: 0.5.
        assert_eq!([part(2, 2000), part(3, 2000), part(12, 2000), part(25, 200)], [0, 1, 2, 1]);
        assert_eq!(Band::between(1, 2).typical, 2);
    }

    #[test]
    fn amounts_are_written_as_people_write_them() {
        assert_eq!(dollars(123_456_789), "$1,234,567.89");
        assert_eq!((dollars(45_000), number(145_050)), ("$450".to_owned(), "1450.50".to_owned()));
    }
}
