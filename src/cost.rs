//! What treatment costs: a plan of sessions and prices becomes an estimate.
//!
//! Money is counted in whole cents and shares in basis points. Every share is rounded half
//! up, once per claim. There is no floating point.

pub mod claims;
mod estimate;
pub mod field;
pub mod inputs;
mod insurance;
pub mod loan;
pub mod money;
pub mod papers;
pub mod plan_file;
pub mod print;
pub mod report;
pub mod route;
mod schedule;
pub mod stated;

use money::{Band, Cents};

pub use estimate::{Claim, Estimate, ItemSum};
pub use insurance::{Bit, Rules};
pub use schedule::month_of;

/// Months of an estimate at least and at most.
pub const MONTHS: std::ops::RangeInclusive<u32> = 1..=36;
/// Months until a plan year starts again.
pub const RESET: std::ops::RangeInclusive<u32> = 1..=12;
/// Days on which something may begin or be charged.
pub const DAYS: std::ops::RangeInclusive<u32> = 0..=1095;

/// What is to be paid, and by what rules it is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What it is called; may be empty.
    pub title: String,
    /// How many months are counted, 1 to 36.
    pub months: u32,
    /// The stretches of treatment, in the order of the file.
    pub phases: Vec<Phase>,
    /// What is charged, in the order of the file.
    pub items: Vec<Item>,
    /// How covered items are shared; without it all is paid by the patient.
    pub insurance: Option<Insurance>,
    /// Programmes of makers, each for one item.
    pub savings: Vec<Savings>,
}

/// A stretch of treatment with sessions of one rhythm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Its name, unlike any other.
    pub name: String,
    /// The day of its first session, 0 to 1095.
    pub from_day: u32,
    /// When its sessions are.
    pub rhythm: Rhythm,
}

/// When the sessions of a phase are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// So many a week, 1 to 7, spread over it.
    PerWeek {
        /// Sessions a week.
        per_week: u32,
        /// Sessions in all.
        sessions: u32,
        /// True when the plan says how many weeks and not how many sessions.
        in_weeks: bool,
    },
    /// One every so many days.
    Every {
        /// Days from one to the next, 1 to 1095.
        days: u32,
        /// Sessions in all; to the horizon when none is given.
        sessions: Option<u32>,
    },
}

/// Something that is charged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name, unlike any other.
    pub name: String,
    /// When it is charged.
    pub per: Per,
    /// The amount of a claim.
    pub price: Band,
    /// True when the rules of the insurance apply.
    pub covered: bool,
}

/// When an item is charged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Per {
    /// At each session of these phases, by their numbers; of every phase when none are given.
    Session(Option<Vec<usize>>),
    /// Once, on this day.
    Once(u32),
    /// At the start of each month.
    Month,
}

/// The rules of an insurance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Insurance {
    /// What a patient pays in a plan year before the plan pays.
    pub deductible: Cents,
    /// How much of it is paid already this year.
    pub deductible_met: Cents,
    /// The most that a patient pays in a plan year; no limit when left out.
    pub out_of_pocket_max: Option<Cents>,
    /// How much of it is paid already this year.
    pub out_of_pocket_met: Cents,
    /// The patient's share after the deductible.
    pub share: Share,
    /// Months from day 0 until the plan year starts again, 1 to 12.
    pub months_until_reset: u32,
}

impl Default for Insurance {
    fn default() -> Self {
        Self {
            deductible: 0,
            deductible_met: 0,
            out_of_pocket_max: None,
            out_of_pocket_met: 0,
            share: Share::default(),
            months_until_reset: *RESET.end(),
        }
    }
}

/// What a patient pays of a claim after the deductible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// A part of it, in basis points.
    Coinsurance(u32),
    /// An amount for each claim.
    Copay(Cents),
}

impl Default for Share {
    fn default() -> Self {
        Self::Coinsurance(0)
    }
}

/// A maker's programme, which pays a part of what is left to the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Savings {
    /// The item it acts on, by its number.
    pub item: usize,
    /// What the patient pays of a claim at least.
    pub you_pay_at_least: Cents,
    /// What it pays at most in a plan year; no limit when left out.
    pub yearly_cap: Option<Cents>,
    /// False when only what the patient pays counts toward deductible and limit.
    pub counts_toward_plan: bool,
}
