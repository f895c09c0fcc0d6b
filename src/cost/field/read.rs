//! What is typed into a field, taken into the inputs.

use std::ops::RangeInclusive;

use super::Field;
use crate::cost::inputs::{Extra, Inputs};
use crate::cost::loan::{self, Loan};
use crate::cost::money::{Band, Cents, MOST, WHOLE, dollars, dollars_of, hundredths};
use crate::cost::plan_file::{EVERY, SESSIONS};
use crate::cost::route::Costs;
use crate::cost::{Insurance, MONTHS, RESET, Share};

/// Miles to a session and back at most.
const MILES: RangeInclusive<u32> = 0..=10_000;

impl Field {
    /// Takes what is typed.
    ///
    /// # Errors
    /// What is wrong with it; the inputs stay as they were.
    pub fn read(self, typed: &str, inputs: &mut Inputs) -> Result<(), String> {
        let mut changed = inputs.clone();
        self.take(typed.trim(), &mut changed)?;
        *inputs = changed;
        Ok(())
    }

    fn take(self, typed: &str, inputs: &mut Inputs) -> Result<(), String> {
        match self {
            Self::Price => {
                let price = band(typed)?;
                // What is typed as it stood there is still the clinic's.
                inputs.stated &= inputs.price == price;
                inputs.price = price;
            }
            Self::Sessions => inputs.sessions = count(typed, &SESSIONS)?,
            Self::Upkeep => {
                let days = count(typed, &(0..=*EVERY.end()))?;
                inputs.upkeep_days = (days > 0).then_some(days);
            }
            Self::Months => inputs.months = count(typed, &MONTHS)?,
            Self::Evaluation => inputs.evaluation = band(typed)?,
            Self::Intake => inputs.intake = band(typed)?,
            Self::TherapyVisits => inputs.therapy_visits = count(typed, &(0..=*SESSIONS.end()))?,
            Self::TherapyPrice => inputs.therapy_price = band(typed)?,
            Self::Deductible
            | Self::DeductibleMet
            | Self::Coinsurance
            | Self::Copay
            | Self::Limit
            | Self::LimitMet
            | Self::Reset => {
                self.take_rule(typed, inputs.insurance.get_or_insert(Insurance::default()))?;
            }
            Self::Drug | Self::AtLeast | Self::Cap => {
                let Some(programme) = &mut inputs.programme else { return Ok(()) };
                match self {
                    Self::Drug => programme.drug = band(typed)?,
                    Self::AtLeast => programme.you_pay_at_least = amount(typed)?,
                    _ => programme.yearly_cap = optional(typed, amount)?,
                }
            }
            Self::Extra(number) => extra(number, typed, inputs)?,
            Self::Miles => {
                let miles = optional(typed, |typed| count(typed, &MILES))?;
                inputs.miles = miles.filter(|miles| *miles > 0);
            }
            Self::PayMonths => {
                let months = optional(typed, |typed| count(typed, &(0..=*loan::PARTS.end())))?;
                let rate = inputs.loan.map_or(0, |loan| loan.rate);
                let months = months.filter(|months| *months > 0);
                inputs.loan = months.map(|months| Loan { months, rate });
            }
            Self::PayRate => {
                let rate = percent(typed, loan::MOST)?;
                if let Some(loan) = &mut inputs.loan {
                    loan.rate = rate;
                }
            }
            Self::Route
            | Self::Monthly
            | Self::Covered
            | Self::Share
            | Self::Programme
            | Self::Counts => {}
        }
        Ok(())
    }

    fn take_rule(self, typed: &str, insurance: &mut Insurance) -> Result<(), String> {
        match self {
            Self::Deductible => insurance.deductible = amount(typed)?,
            Self::DeductibleMet => insurance.deductible_met = amount(typed)?,
            Self::Coinsurance => insurance.share = Share::Coinsurance(percent(typed, WHOLE)?),
            Self::Copay => insurance.share = Share::Copay(amount(typed)?),
            Self::Limit => insurance.out_of_pocket_max = optional(typed, amount)?,
            Self::LimitMet => insurance.out_of_pocket_met = amount(typed)?,
            _ => insurance.months_until_reset = count(typed, &RESET)?,
        }
        Ok(())
    }
}

/// Takes the price of something that is often forgotten; without one it is not counted.
fn extra(number: usize, typed: &str, inputs: &mut Inputs) -> Result<(), String> {
    let price = optional(typed, band)?.filter(|price| price.high > 0);
    let known = &Costs::bundled().extras.items;
    let Some(item) = known.get(number) else { return Ok(()) };
    inputs.extras.retain(|extra| extra.name != item.name);
    if let Some(price) = price {
        inputs.extras.push(Extra { name: item.name.clone(), price, per: item.per });
        // They stand in the order of the table, whichever was typed first.
        let place = |name: &str| known.iter().position(|item| item.name == name);
        inputs.extras.sort_by_key(|extra| place(&extra.name).unwrap_or(usize::MAX));
    }
    Ok(())
}

/// Nothing where nothing is typed.
fn optional<T>(typed: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if typed.is_empty() { Ok(None) } else { read(typed).map(Some) }
}

/// A whole number in a range.
pub(crate) fn count(typed: &str, range: &RangeInclusive<u32>) -> Result<u32, String> {
    let number = typed.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("give a whole number from {} to {}", range.start(), range.end()))
}

/// An amount of dollars, in cents.
pub(crate) fn amount(typed: &str) -> Result<Cents, String> {
    let cents = dollars_of(typed)?;
    if cents > MOST {
        return Err(format!("\"{typed}\" is more than {}", dollars(MOST)));
    }
    Ok(cents)
}

/// Percent, in basis points up to `most`.
pub(crate) fn percent(typed: &str, most: u32) -> Result<u32, String> {
    let points = hundredths(typed.trim_end_matches('%').trim_end());
    let points = points.map_err(|wrong| format!("\"{typed}\" {wrong}"))?;
    let points = u32::try_from(points).ok().filter(|points| *points <= most);
    points.ok_or_else(|| format!("\"{typed}\" is more than {} percent", most / 100))
}

/// A price: `450`, `350-800` with the midpoint as typical, or `350-450-800`.
pub(crate) fn band(typed: &str) -> Result<Band, String> {
    // Dashes as they are printed, and the word between two prices.
    let typed = &typed.replace(['–', '—'], "-").replace(" to ", "-");
    let parts: Vec<&str> = typed.split('-').map(str::trim).collect();
    // A number with a sign has an empty part before it.
    if typed.starts_with('-') {
        return Err(format!("\"{typed}\" is negative"));
    }
    let band = match parts[..] {
        [one] => Band::one(amount(one)?),
        [low, high] => {
            let (low, high) = (amount(low)?, amount(high)?);
            if low > high {
                return Err("the lowest comes first: 350-800".to_owned());
            }
            Band::between(low, high)
        }
        [low, typical, high] => {
            Band { low: amount(low)?, typical: amount(typical)?, high: amount(high)? }
        }
        _ => return Err("give one price, or lowest-highest, or lowest-typical-highest".to_owned()),
    };
    if band.low > band.typical || band.typical > band.high {
        return Err("they go up: lowest-typical-highest".to_owned());
    }
    Ok(band)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_parts_thousands_and_nothing_else() {
        for (typed, cents) in [("1,000", 100_000), (" $12,345.6 ", 1_234_560), ("1000", 100_000)] {
            assert_eq!(amount(typed), Ok(cents), "{typed}");
        }
        for typed in ["4,50", "1,0000", ",450", "1,,000", "1000,000", "450.1,2", "$$5", "$"] {
            assert!(amount(typed).is_err(), "{typed}");
        }
    }
}
