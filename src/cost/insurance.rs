//! Who pays how much of a claim, by the rules of an insurance and a maker's programme.

use super::money::{Cents, part};
use super::schedule::plan_year;
use super::{Insurance, Plan, Savings, Share};

/// A rule that had a say in what a claim costs the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Bit {
    /// It is not covered, or there is no insurance.
    SelfPay,
    /// Some of it went toward the deductible.
    Deductible,
    /// A part of it is paid after the deductible.
    Coinsurance,
    /// An amount is paid for it after the deductible.
    Copay,
    /// The limit of the plan year lowered it.
    Limit,
    /// A maker's programme paid some of it.
    Programme,
}

/// The rules that had a say in a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rules(u8);

impl Rules {
    fn with(self, bit: Bit, holds: bool) -> Self {
        if holds { Self(self.0 | 1 << bit as u8) } else { self }
    }

    /// True when this one had.
    #[must_use]
    pub fn has(self, bit: Bit) -> bool {
        self.0 & (1 << bit as u8) != 0
    }

    /// Their names, joined with `+` in order; empty for a covered claim that costs nothing.
    #[must_use]
    pub fn named(self) -> String {
        use strum::IntoEnumIterator;
        let names: Vec<&str> = Bit::iter().filter(|bit| self.has(*bit)).map(Into::into).collect();
        names.join("+")
    }
}

/// What each pays of a claim, in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paid {
    pub you: Cents,
    pub plan: Cents,
    pub programme: Cents,
    /// How much of it is within the deductible.
    pub toward: Cents,
    pub rules: Rules,
}

/// What is left of a plan year while claims come in, in the order of their days.
pub(super) struct Ledger<'a> {
    plan: &'a Plan,
    year: u32,
    deductible: Cents,
    /// `u64::MAX` where there is no limit.
    limit: Cents,
    /// What is left of each programme.
    caps: Vec<Cents>,
}

/// No plan has claims that come near it.
const UNLIMITED: Cents = Cents::MAX;

impl<'a> Ledger<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        let mut ledger = Self { plan, year: 0, deductible: 0, limit: UNLIMITED, caps: Vec::new() };
        ledger.begin();
        if let Some(insurance) = &plan.insurance {
            ledger.deductible = ledger.deductible.saturating_sub(insurance.deductible_met);
            if insurance.out_of_pocket_max.is_some() {
                ledger.limit = ledger.limit.saturating_sub(insurance.out_of_pocket_met);
            }
        }
        ledger
    }

    /// Begins a plan year.
    fn begin(&mut self) {
        if let Some(insurance) = &self.plan.insurance {
            self.deductible = insurance.deductible;
            self.limit = insurance.out_of_pocket_max.unwrap_or(UNLIMITED);
        }
        let caps = self.plan.savings.iter().map(|savings| savings.yearly_cap.unwrap_or(UNLIMITED));
        self.caps = caps.collect();
    }

    /// Takes a claim of `amount` for an item in a month.
    pub fn pay(&mut self, item: usize, month: u32, amount: Cents) -> Paid {
        let insurance = self.plan.insurance.as_ref().filter(|_| self.plan.items[item].covered);
        let Some(insurance) = insurance else {
            let rules = Rules::default().with(Bit::SelfPay, true);
            return Paid { you: amount, plan: 0, programme: 0, toward: 0, rules };
        };
        let year = plan_year(month, insurance.months_until_reset);
        if year != self.year {
            self.year = year;
            self.begin();
        }
        self.share(item, amount, insurance)
    }

    fn share(&mut self, item: usize, amount: Cents, insurance: &Insurance) -> Paid {
        let toward = amount.min(self.deductible);
        let rest = amount - toward;
        let (bit, after) = match insurance.share {
            Share::Copay(copay) => (Bit::Copay, copay.min(rest)),
            Share::Coinsurance(points) => (Bit::Coinsurance, part(rest, points)),
        };
        let share = (toward + after).min(self.limit);
        let rules = Rules::default()
            .with(Bit::Deductible, toward > 0)
            .with(bit, share > toward)
            .with(Bit::Limit, share < toward + after);
        let programme = self.plan.savings.iter().position(|savings| savings.item == item);
        let (mut help, mut counted) = (0, share);
        if let Some(programme) = programme {
            let Savings { you_pay_at_least, counts_toward_plan, .. } = self.plan.savings[programme];
            help = share.saturating_sub(you_pay_at_least).min(self.caps[programme]);
            if self.caps[programme] != UNLIMITED {
                self.caps[programme] -= help;
            }
            if !counts_toward_plan {
                counted = share - help;
            }
        }
        self.deductible -= toward.min(counted);
        if self.limit != UNLIMITED {
            self.limit -= counted;
        }
        let rules = rules.with(Bit::Programme, help > 0);
        Paid { you: share - help, plan: amount - share, programme: help, toward, rules }
    }
}
