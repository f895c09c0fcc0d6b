//! Clinics: what public sources say of places that offer ketamine, and no more.
//!
//! An empty cell means that no source says it, never "no". Nothing is rated, averaged or
//! ordered by payment.

pub mod asked;
mod cells;
pub mod closed;
pub mod compare;
mod estimate;
pub mod filter;
pub mod import;
mod list;
pub mod map;
pub mod place;
pub mod towns;
pub mod words;

pub use cells::{COLUMNS, Column};
use jiff::civil::{Date, date};
pub(crate) use list::BUNDLED;
pub use list::{List, Setup};
use place::Point;

/// What the list knows of a clinic. What is not stated is none or empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Clinic {
    /// Unique in its list.
    pub id: String,
    /// As the source gives it.
    pub name: String,
    /// `clinic`, `va` or `telehealth`.
    pub kind: String,
    /// Its town; empty for telehealth.
    pub city: String,
    /// Two letters; `US` for telehealth.
    pub state: String,
    /// Five digits.
    pub zip: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// As it is dialled.
    pub phone: Option<String>,
    /// Its own site.
    pub website: Option<String>,
    /// Where it is, as far as [`Self::geo`] says.
    pub point: Option<Point>,
    /// What the point is of: `zip`, `city` or `none`.
    pub geo: Option<String>,
    /// Ways of treatment, as codes.
    pub treatments: Vec<String>,
    /// True where therapy is part of treatment or offered with it.
    pub therapy: Option<bool>,
    /// What it says it treats.
    pub conditions: Vec<String>,
    /// Who leads or gives the treatment.
    pub led_by: Option<String>,
    /// What one unit costs without insurance, where it states that.
    pub price: Option<Price>,
    /// Further prices and courses, as stated.
    pub other_prices: Option<String>,
    /// A course's price, as stated.
    pub package_price: Option<String>,
    /// What is said of insurance.
    pub insurance: Option<String>,
    /// What is said of care through the VA.
    pub va_care: Option<String>,
    /// Where a telehealth service works.
    pub telehealth_states: Option<String>,
    /// How it was seen.
    pub seen: Option<String>,
    /// `listed` or `doubtful`.
    pub status: Option<String>,
    /// Where this is said.
    pub sources: Vec<String>,
    /// What to know before trusting the row.
    pub note: Option<String>,
}

/// A price as a clinic states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// What it is the price of: a way of treatment, or a visit or month of it.
    pub unit: String,
    /// In cents.
    pub low: u64,
    /// In cents, at least `low`: the other of two stated prices.
    pub high: u64,
    /// What it covers.
    pub includes: Option<String>,
    /// Where it is stated.
    pub page: Option<String>,
    /// The date that page shows.
    pub page_date: Option<String>,
    /// Whose words it is.
    pub basis: Option<String>,
}

/// When the bundled list was put together.
pub const COMPILED: Date = date(2026, 11, 23);

/// Ways of treatment, as codes and in words.
pub const TREATMENTS: [(&str, &str); 7] = [
    ("iv", "ketamine by vein"),
    ("im", "ketamine as a shot"),
    ("spravato", "Spravato nasal spray"),
    ("kap", "therapy with ketamine"),
    ("sublingual-in-clinic", "tablets taken in the clinic"),
    ("at-home-telehealth", "tablets at home, by video"),
    ("ketamine-route-not-stated", "ketamine, how it is given is not stated"),
];

/// What clinics say they treat, as codes and in words.
pub const CONDITIONS: [(&str, &str); 8] = [
    ("depression", "depression"),
    ("ptsd", "PTSD"),
    ("anxiety", "anxiety"),
    ("ocd", "OCD"),
    ("bipolar", "bipolar disorder"),
    ("pain", "pain"),
    ("addiction", "addiction"),
    ("mood-disorders", "mood disorders"),
];

/// The states, the District and the territories, as codes and names.
pub const STATES: [(&str, &str); 57] = [
    ("AK", "Alaska"),
    ("AL", "Alabama"),
    ("AR", "Arkansas"),
    ("AS", "American Samoa"),
    ("AZ", "Arizona"),
    ("CA", "California"),
    ("CO", "Colorado"),
    ("CT", "Connecticut"),
    ("DC", "District of Columbia"),
    ("DE", "Delaware"),
    ("FL", "Florida"),
    ("GA", "Georgia"),
    ("GU", "Guam"),
    ("HI", "Hawaii"),
    ("IA", "Iowa"),
    ("ID", "Idaho"),
    ("IL", "Illinois"),
    ("IN", "Indiana"),
    ("KS", "Kansas"),
    ("KY", "Kentucky"),
    ("LA", "Louisiana"),
    ("MA", "Massachusetts"),
    ("MD", "Maryland"),
    ("ME", "Maine"),
    ("MI", "Michigan"),
    ("MN", "Minnesota"),
    ("MO", "Missouri"),
    ("MP", "Northern Mariana Islands"),
    ("MS", "Mississippi"),
    ("MT", "Montana"),
    ("NC", "North Carolina"),
    ("ND", "North Dakota"),
    ("NE", "Nebraska"),
    ("NH", "New Hampshire"),
    ("NJ", "New Jersey"),
    ("NM", "New Mexico"),
    ("NV", "Nevada"),
    ("NY", "New York"),
    ("OH", "Ohio"),
    ("OK", "Oklahoma"),
    ("OR", "Oregon"),
    ("PA", "Pennsylvania"),
    ("PR", "Puerto Rico"),
    ("RI", "Rhode Island"),
    ("SC", "South Carolina"),
    ("SD", "South Dakota"),
    ("TN", "Tennessee"),
    ("TX", "Texas"),
    ("US", "by telehealth"),
    ("UT", "Utah"),
    ("VA", "Virginia"),
    ("VI", "U.S. Virgin Islands"),
    ("VT", "Vermont"),
    ("WA", "Washington"),
    ("WI", "Wisconsin"),
    ("WV", "West Virginia"),
    ("WY", "Wyoming"),
];

/// A code in words; the code itself where it is none of the known ones.
#[must_use]
pub fn in_words<'a>(table: &[(&'static str, &'static str)], code: &'a str) -> &'a str {
    table.iter().find(|(known, _)| *known == code).map_or(code, |(_, words)| words)
}
