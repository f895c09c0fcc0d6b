//! A plan summed up.

use super::insurance::{Ledger, Rules};
use super::money::{Band, Case, Cents};
use super::schedule::{first_day, month_of};
use super::{Per, Plan};

/// What a plan comes to. Every amount is what the patient pays, unless it says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// Sessions of each phase that fall within the months counted.
    pub sessions: Vec<usize>,
    /// In month 0.
    pub first_month: Band,
    /// Up to and on the day of the last session of the first phase; 0 where it has none.
    pub first_phase: Band,
    /// Up to and on the day of the last session of each phase; 0 where it has none.
    pub through: Vec<Band>,
    /// In all months that are counted.
    pub horizon: Band,
    /// What the plan pays in these months.
    pub plan_pays: Band,
    /// What programmes pay in these months.
    pub programme_pays: Band,
    /// What is charged in these months.
    pub billed: Band,
    /// Of each month.
    pub by_month: Vec<Band>,
    /// Of each item, in the order of the plan.
    pub by_item: Vec<ItemSum>,
    /// Every claim at typical prices, in the order in which they are made.
    pub claims: Vec<Claim>,
}

/// What an item comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ItemSum {
    /// How often it is charged.
    pub claims: usize,
    /// What the patient pays for it.
    pub paid: Band,
}

/// A charge and who pays it, in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The day, from 0.
    pub day: u32,
    /// The item, by its number.
    pub item: usize,
    /// The phase, by its number; none unless it is charged for a session.
    pub phase: Option<usize>,
    /// What is charged.
    pub amount: Cents,
    /// What the patient pays.
    pub you_pay: Cents,
    /// What the plan pays.
    pub plan_pays: Cents,
    /// What a programme pays.
    pub programme_pays: Cents,
    /// How much of it is within the deductible.
    pub toward_deductible: Cents,
    /// The rules that had a say.
    pub rules: Rules,
}

/// A charge that is due: its day, item and phase.
type Due = (u32, usize, Option<usize>);

impl Plan {
    /// Sums the plan up, in one run for each case.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        let days: Vec<Vec<u32>> =
            self.phases.iter().map(|phase| phase.days(self.months).collect()).collect();
        let due = self.due(&days);
        let months = usize::try_from(self.months).unwrap_or_default();
        let mut estimate = Estimate {
            sessions: days.iter().map(Vec::len).collect(),
            first_month: Band::default(),
            first_phase: Band::default(),
            through: vec![Band::default(); days.len()],
            horizon: Band::default(),
            plan_pays: Band::default(),
            programme_pays: Band::default(),
            billed: Band::default(),
            by_month: vec![Band::default(); months],
            by_item: vec![ItemSum::default(); self.items.len()],
            claims: Vec::with_capacity(due.len()),
        };
        for (_, item, _) in &due {
            estimate.by_item[*item].claims += 1;
        }
        let ends = days.iter().enumerate();
        let ends = ends.filter_map(|(phase, days)| Some((*days.last()?, phase)));
        let mut ends: Vec<(u32, usize)> = ends.collect();
        ends.sort_unstable();
        for case in Case::ALL {
            self.run(case, &due, &ends, &mut estimate);
        }
        estimate.first_month = estimate.by_month[0];
        estimate.first_phase = estimate.through.first().copied().unwrap_or_default();
        estimate
    }

    /// What is due within the months counted, by day, then item, then phase.
    fn due(&self, days: &[Vec<u32>]) -> Vec<Due> {
        let end = first_day(self.months);
        let mut due: Vec<Due> = Vec::new();
        for (number, item) in self.items.iter().enumerate() {
            match &item.per {
                Per::Once(day) => due.extend((*day < end).then_some((*day, number, None))),
                Per::Month => {
                    due.extend((0..self.months).map(|month| (first_day(month), number, None)));
                }
                Per::Session(phases) => {
                    for (phase, days) in days.iter().enumerate() {
                        if phases.as_ref().is_none_or(|phases| phases.contains(&phase)) {
                            due.extend(days.iter().map(|day| (*day, number, Some(phase))));
                        }
                    }
                }
            }
        }
        due.sort_unstable();
        due
    }

    /// Sums up one case. `ends` are the last days of phases, in order.
    fn run(&self, case: Case, due: &[Due], ends: &[(u32, usize)], sums: &mut Estimate) {
        let mut ledger = Ledger::new(self);
        let mut ends = ends.iter().peekable();
        for &(day, item, phase) in due {
            while let Some((_, over)) = ends.next_if(|(end, _)| *end < day) {
                *sums.through[*over].of_mut(case) = sums.horizon.of(case);
            }
            let month = month_of(day);
            let amount = self.items[item].price.of(case);
            let paid = ledger.pay(item, month, amount);
            let by_month = usize::try_from(month).ok().and_then(|i| sums.by_month.get_mut(i));
            let add = |band: &mut Band, amount: Cents| *band.of_mut(case) += amount;
            add(&mut sums.billed, amount);
            add(&mut sums.plan_pays, paid.plan);
            add(&mut sums.programme_pays, paid.programme);
            add(&mut sums.horizon, paid.you);
            add(&mut sums.by_item[item].paid, paid.you);
            if let Some(by_month) = by_month {
                add(by_month, paid.you);
            }
            if case == Case::Typical {
                sums.claims.push(Claim {
                    day,
                    item,
                    phase,
                    amount,
                    you_pay: paid.you,
                    plan_pays: paid.plan,
                    programme_pays: paid.programme,
                    toward_deductible: paid.toward,
                    rules: paid.rules,
                });
            }
        }
        for (_, over) in ends {
            *sums.through[*over].of_mut(case) = sums.horizon.of(case);
        }
    }
}
