//! What `cost` takes on the command line.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::Args;

use crate::cost::field::{amount, count, percent, price};
use crate::cost::inputs::Extra;
use crate::cost::money::{Band, Cents, WHOLE};
use crate::cost::plan_file::{EVERY, SESSIONS};
use crate::cost::{MONTHS, RESET};
use crate::plain::one_line;

/// What `cost` is asked.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // switches of the command line
pub struct Asked {
    /// The way of treatment: iv, im, spravato, kap or at-home; all side by side when left out
    pub route: Option<String>,
    #[command(flatten)]
    pub treatment: Treatment,
    /// Sums up this plan file instead; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = OF_ROUTES)]
    pub plan: Option<PathBuf>,
    /// Writes the plan to this new file, for --plan
    #[arg(long, value_name = "FILE.toml")]
    pub save: Option<PathBuf>,
    /// Prints the claims at typical prices as CSV, one a row
    #[arg(long, conflicts_with_all = ["json", "markdown"])]
    pub csv: bool,
    /// Prints Markdown
    #[arg(long, conflicts_with = "json")]
    pub markdown: bool,
    /// Prints a letter that asks a clinic for its price in writing
    #[arg(long, conflicts_with_all = ["json", "csv", "call"])]
    pub letter: bool,
    /// Prints words for a call to the clinic, and to the plan where one is counted on
    #[arg(long, conflicts_with_all = ["json", "csv"])]
    pub call: bool,
    #[command(flatten)]
    pub insured: Insured,
}

/// What is said of the treatment and its prices.
#[derive(Debug, Args)]
pub struct Treatment {
    /// The price of a session, as one amount of dollars or from the lowest to the highest
    #[arg(long, value_name = "N|LOW-HIGH", value_parser = price, allow_hyphen_values = true)]
    pub price: Option<Band>,
    /// Takes the price that this clinic states
    #[arg(long, value_name = "ID", conflicts_with = "price")]
    pub clinic: Option<String>,
    /// Sessions of the starting course
    #[arg(long, value_name = "N", value_parser = whole(SESSIONS), allow_negative_numbers = true)]
    pub sessions: Option<u32>,
    /// Days from one session of upkeep to the next, or none
    #[arg(long, value_name = "DAYS|none", value_parser = every, allow_negative_numbers = true)]
    pub upkeep_every: Option<Every>,
    /// Months that are counted, 1 to 36; 12 when left out
    #[arg(long, value_name = "N", value_parser = whole(MONTHS), allow_negative_numbers = true)]
    pub months: Option<u32>,
    /// What the first exam costs
    #[arg(long, value_name = "DOLLARS", value_parser = amount, allow_negative_numbers = true)]
    pub evaluation: Option<Cents>,
    /// Visits with a therapist, one a week
    #[arg(long, value_name = "N", value_parser = whole(VISITS), allow_negative_numbers = true)]
    pub therapy_visits: Option<u32>,
    /// What such a visit costs
    #[arg(long, value_name = "DOLLARS", value_parser = amount, allow_negative_numbers = true)]
    pub therapy_price: Option<Cents>,
    /// Something else that you pay, such as "Ride=40/session"; may be repeated
    #[arg(long, value_name = "NAME=N/session|once|month", value_parser = extra)]
    pub extra: Vec<Extra>,
    /// An insurance covers sessions and the first exam
    #[arg(long)]
    pub covered: bool,
}

/// What is said of the insurance; there is one when anything is.
#[derive(Debug, Args)]
#[command(next_help_heading = "Insurance")]
pub struct Insured {
    /// What you pay in a plan year before the plan pays
    #[arg(long, value_name = "DOLLARS", value_parser = amount, allow_negative_numbers = true)]
    pub deductible: Option<Cents>,
    /// How much of it you have paid this year
    #[arg(long, value_name = "DOLLARS", value_parser = amount, allow_negative_numbers = true)]
    pub deductible_met: Option<Cents>,
    /// Your share after the deductible
    #[arg(long, value_name = "PERCENT", value_parser = share, allow_negative_numbers = true)]
    pub coinsurance: Option<u32>,
    /// What you pay of each claim after the deductible
    #[arg(long, value_name = "DOLLARS", value_parser = amount, allow_negative_numbers = true)]
    #[arg(conflicts_with = "coinsurance")]
    pub copay: Option<Cents>,
    /// The most that you pay in a plan year
    #[arg(long, value_name = "DOLLARS", value_parser = amount, allow_negative_numbers = true)]
    pub out_of_pocket_max: Option<Cents>,
    /// How much of it you have paid this year
    #[arg(long, value_name = "DOLLARS", value_parser = amount, allow_negative_numbers = true)]
    pub out_of_pocket_met: Option<Cents>,
    /// Months until the plan year starts again, 1 to 12; 12 when left out
    #[arg(long, value_name = "MONTHS", value_parser = whole(RESET), allow_negative_numbers = true)]
    pub reset_in: Option<u32>,
}

/// What a plan file says, so that no option may say it.
const OF_ROUTES: [&str; 20] = [
    "route",
    "letter",
    "call",
    "price",
    "clinic",
    "sessions",
    "upkeep_every",
    "months",
    "evaluation",
    "therapy_visits",
    "therapy_price",
    "extra",
    "covered",
    "deductible",
    "deductible_met",
    "coinsurance",
    "copay",
    "out_of_pocket_max",
    "out_of_pocket_met",
    "reset_in",
];

/// How often upkeep is; none when there is none.
#[derive(Debug, Clone, Copy)]
pub struct Every(pub Option<u32>);

/// Visits with a therapist.
const VISITS: RangeInclusive<u32> = 0..=*SESSIONS.end();

/// Reads a whole number in a range.
fn whole(
    range: RangeInclusive<u32>,
) -> impl Fn(&str) -> Result<u32, String> + Clone + Send + Sync + 'static {
    move |text| count(text, &range)
}

fn every(text: &str) -> Result<Every, String> {
    if text == "none" {
        return Ok(Every(None));
    }
    let days = count(text, &EVERY).map_err(|wrong| format!("{wrong}, or none"))?;
    Ok(Every(Some(days)))
}

fn share(text: &str) -> Result<u32, String> {
    percent(text, WHOLE)
}

/// `NAME=N/session`. The name is made harmless.
fn extra(text: &str) -> Result<Extra, String> {
    let shape = || "write it as NAME=N/session, NAME=N/once or NAME=N/month".to_owned();
    let (name, charged) = text.rsplit_once('=').ok_or_else(shape)?;
    let (price, per) = charged.rsplit_once('/').ok_or_else(shape)?;
    let (name, per) = (one_line(name), per.parse().map_err(|_| shape())?);
    let price = amount(price)?;
    if name.is_empty() {
        return Err(shape());
    }
    Ok(Extra { name, price: Band::one(price), per })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::route::Often;

    #[test]
    fn extras_are_a_name_an_amount_and_how_often() {
        let ride = Extra { name: "a=b/c".into(), price: Band::one(4_050), per: Often::Session };
        assert_eq!(extra(" a=b/c =40.50/session"), Ok(ride));
        for wrong in ["", "=5/once", "a", "a=5", "a=5/week", "a=/once", "a=-5/once", "a=1.005/once"]
        {
            assert!(extra(wrong).is_err(), "{wrong}");
        }
    }
}
