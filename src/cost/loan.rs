//! An amount paid in equal parts, with interest on what is left.

use super::money::{Cents, WHOLE};

/// Months over which an amount is paid, at least and at most.
pub const PARTS: std::ops::RangeInclusive<u32> = 1..=120;
/// The highest interest a year, in basis points.
pub const MOST: u32 = WHOLE;

/// How an amount is paid in parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loan {
    /// Payments, one a month, 1 to 120.
    pub months: u32,
    /// Interest a year, in basis points, up to 100 %.
    pub rate: u32,
}

/// The payments of a loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payments {
    /// Each month; the last payment may be less.
    pub monthly: Cents,
    /// The last one.
    pub last: Cents,
    /// All of them.
    pub total: Cents,
}

impl Loan {
    /// The smallest payment a month that pays `amount` back in time. Interest is a twelfth
    /// of the year's, rounded half up each month.
    #[must_use]
    pub fn payments(self, amount: Cents) -> Payments {
        let (mut least, mut enough) = (amount / Cents::from(self.months), self.owed(amount));
        while least < enough {
            let middle = least + (enough - least) / 2;
            if self.paid(amount, middle).is_some() { enough = middle } else { least = middle + 1 }
        }
        let (total, end) = self.paid(amount, enough).unwrap_or((enough, enough));
        Payments { monthly: enough, last: end, total }
    }

    /// What is owed after the first month, which paid at once ends it.
    fn owed(self, amount: Cents) -> Cents {
        amount + self.interest(amount)
    }

    fn interest(self, owed: Cents) -> Cents {
        let year = u128::from(WHOLE) * 12;
        let interest = (u128::from(owed) * u128::from(self.rate) + year / 2) / year;
        Cents::try_from(interest).unwrap_or(Cents::MAX)
    }

    /// All that is paid and the last payment when `monthly` is paid; none when something is
    /// left at the end.
    fn paid(self, amount: Cents, monthly: Cents) -> Option<(Cents, Cents)> {
        let (mut left, mut total) = (amount, 0);
        for _ in 0..self.months {
            let owed = self.owed(left);
            if owed <= monthly {
                return Some((total + owed, owed));
            }
            left = owed - monthly;
            total += monthly;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_interest_each_pays_its_part() {
        let payments = Loan { months: 3, rate: 0 }.payments(10_000);
        assert_eq!(payments, Payments { monthly: 3_334, last: 3_332, total: 10_000 });
    }

    #[test]
    fn interest_is_paid_on_what_is_left() {
        // $1,000 at 12 % over 12 months: the annuity formula gives 88.8488 a month.
        let payments = Loan { months: 12, rate: 1_200 }.payments(100_000);
        assert_eq!(payments.monthly, 8_885);
        assert!(payments.last <= payments.monthly);
        assert_eq!(payments.total, 11 * payments.monthly + payments.last);
    }

    #[test]
    fn a_little_or_nothing_is_paid_too() {
        assert_eq!(Loan { months: 120, rate: MOST }.payments(0).total, 0);
        assert_eq!(Loan { months: 120, rate: 0 }.payments(1).total, 1);
    }
}
