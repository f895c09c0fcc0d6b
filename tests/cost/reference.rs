//! The sums once more, day by day, written from what is promised and not from the code: slow
//! and plain, so that both would have to be wrong in the same way.

use guidepost::cost::money::{Band, Case};
use guidepost::cost::{Estimate, Item, Per, Phase, Plan, Rhythm, Share};
use proptest::prelude::*;

use super::plans;

/// Days that are looked at: more than 36 months.
const DAYS: u32 = 1_200;

/// A charge and who pays it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Charge {
    day: u32,
    item: usize,
    phase: Option<usize>,
    amount: u64,
    you: u64,
    plan: u64,
    programme: u64,
    rule: String,
}

/// The days of a phase: the k-th session of week w is on
/// `from_day + 7 * w + floor(7 * k / per_week)`; or there is one every so many days.
fn days(phase: &Phase) -> Vec<u32> {
    let mut days = Vec::new();
    match phase.rhythm {
        Rhythm::PerWeek { per_week, sessions, .. } => {
            for week in 0.. {
                for k in 0..per_week {
                    if days.len() == sessions as usize {
                        return days;
                    }
                    days.push(phase.from_day + 7 * week + (7 * k) / per_week);
                }
            }
        }
        Rhythm::Every { days: gap, sessions } => {
            let mut day = phase.from_day;
            while day < DAYS && sessions.is_none_or(|sessions| days.len() < sessions as usize) {
                days.push(day);
                day += gap;
            }
        }
    }
    days
}

/// The items that are charged on a day, in the order of the file.
fn due(plan: &Plan, sessions: &[Vec<u32>], day: u32) -> Vec<(usize, Option<usize>)> {
    let mut due = Vec::new();
    for (number, Item { per, .. }) in plan.items.iter().enumerate() {
        match per {
            Per::Once(on) if *on == day => due.push((number, None)),
            Per::Once(_) => {}
            Per::Month => {
                // It is ceil(m * 365 / 12) of some month m.
                let over = |m: u32| (12 * day).checked_sub(365 * m);
                let begins = (0..=36).any(|m| over(m).is_some_and(|over| over < 12));
                due.extend(begins.then_some((number, None)));
            }
            Per::Session(phases) => {
                for (phase, days) in sessions.iter().enumerate() {
                    let meant = phases.as_ref().is_none_or(|phases| phases.contains(&phase));
                    if meant && days.contains(&day) {
                        due.push((number, Some(phase)));
                    }
                }
            }
        }
    }
    due
}

/// Every charge of a plan in one case.
fn charges(plan: &Plan, case: Case) -> Vec<Charge> {
    let sessions: Vec<Vec<u32>> = plan.phases.iter().map(days).collect();
    let rules = plan.insurance.as_ref();
    let of_year = |year: u32, met: u64, all: u64| {
        if year == 0 { all.saturating_sub(met) } else { all }
    };
    let mut charges = Vec::new();
    // Paid so far of each plan year: toward the deductible, toward the limit, by programmes.
    let mut years = vec![(0u64, 0u64, vec![0u64; plan.savings.len()]); 5];
    for day in 0..DAYS {
        let month = day * 12 / 365;
        if month >= plan.months {
            break;
        }
        for (number, phase) in due(plan, &sessions, day) {
            let item = &plan.items[number];
            let amount = item.price.of(case);
            let Some(rules) = rules.filter(|_| item.covered) else {
                let rule = "self-pay".to_owned();
                let (you, plan, programme) = (amount, 0, 0);
                charges.push(Charge {
                    day,
                    item: number,
                    phase,
                    amount,
                    you,
                    plan,
                    programme,
                    rule,
                });
                continue;
            };
            let mut year = 0;
            while month >= rules.months_until_reset + 12 * year {
                year += 1;
            }
            let (deducted, counted, helped) = &mut years[year as usize];
            let deductible = of_year(year, rules.deductible_met, rules.deductible) - *deducted;
            let limit = rules
                .out_of_pocket_max
                .map(|max| of_year(year, rules.out_of_pocket_met, max) - *counted);
            let toward = amount.min(deductible);
            let rest = amount - toward;
            let (name, after) = match rules.share {
                Share::Copay(copay) => ("copay", copay.min(rest)),
                Share::Coinsurance(points) => {
                    let twice = 2 * u128::from(rest) * u128::from(points);
                    let rounded = (twice + 10_000) / 20_000;
                    ("coinsurance", u64::try_from(rounded).expect("a part of an amount"))
                }
            };
            let full = toward + after;
            let share = limit.map_or(full, |limit| full.min(limit));
            let programme = plan.savings.iter().position(|savings| savings.item == number);
            let mut help = 0;
            let mut counts = share;
            if let Some(i) = programme {
                let savings = plan.savings[i];
                let left = savings.yearly_cap.map_or(u64::MAX, |cap| cap - helped[i]);
                help = share.saturating_sub(savings.you_pay_at_least).min(left);
                helped[i] += help;
                if !savings.counts_toward_plan {
                    counts -= help;
                }
            }
            *deducted += toward.min(counts);
            *counted += counts;
            let named = [
                ("deductible", toward > 0),
                (name, share > toward),
                ("limit", share < full),
                ("programme", help > 0),
            ];
            let named = named.iter().filter(|(_, holds)| *holds).map(|(name, _)| *name);
            charges.push(Charge {
                day,
                item: number,
                phase,
                amount,
                you: share - help,
                plan: amount - share,
                programme: help,
                rule: named.collect::<Vec<_>>().join("+"),
            });
        }
    }
    charges
}

/// What comes of the charges that `held` holds for, in each case.
fn sums(
    cases: &[(Case, Vec<Charge>)],
    of: impl Fn(&Charge) -> u64,
    held: impl Fn(&Charge) -> bool,
) -> Band {
    let mut band = Band::default();
    for (case, charges) in cases {
        *band.of_mut(*case) = charges.iter().filter(|charge| held(charge)).map(&of).sum();
    }
    band
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sessions_are_on_the_days_that_are_promised(plan in plans::plan()) {
        for phase in &plan.phases {
            let all = days(phase);
            let inside: Vec<u32> = all.into_iter().filter(|day| day * 12 / 365 < plan.months).collect();
            prop_assert_eq!(phase.days(plan.months).collect::<Vec<_>>(), inside);
        }
    }

    #[test]
    fn every_sum_is_that_of_a_reckoning_day_by_day(plan in plans::plan()) {
        let Estimate { sessions, first_month, first_phase, horizon, plan_pays, programme_pays, billed, by_month, by_item, claims, through } = plan.estimate();
        let cases = Case::ALL.map(|case| (case, charges(&plan, case)));
        let (_, expected) = &cases[1];
        let got: Vec<Charge> = claims.iter().map(|claim| Charge {
            day: claim.day, item: claim.item, phase: claim.phase, amount: claim.amount,
            you: claim.you_pay, plan: claim.plan_pays, programme: claim.programme_pays,
            rule: claim.rules.named(),
        }).collect();
        prop_assert_eq!(&got, expected);
        let you = |charge: &Charge| charge.you;
        prop_assert_eq!(horizon, sums(&cases, you, |_| true));
        prop_assert_eq!(billed, sums(&cases, |charge| charge.amount, |_| true));
        prop_assert_eq!(plan_pays, sums(&cases, |charge| charge.plan, |_| true));
        prop_assert_eq!(programme_pays, sums(&cases, |charge| charge.programme, |_| true));
        prop_assert_eq!(first_month, sums(&cases, you, |charge| charge.day * 12 / 365 == 0));
        let in_phase = |number: usize| {
            let days = plan.phases.get(number).map(days).unwrap_or_default();
            days.into_iter().filter(|day| day * 12 / 365 < plan.months).collect::<Vec<_>>()
        };
        let last = in_phase(0).last().copied();
        prop_assert_eq!(first_phase, sums(&cases, you, |charge| last.is_some_and(|last| charge.day <= last)));
        for (number, paid) in through.into_iter().enumerate() {
            let last = in_phase(number).last().copied();
            prop_assert_eq!(paid, sums(&cases, you, |charge| last.is_some_and(|last| charge.day <= last)));
        }
        let counts: Vec<usize> = (0..plan.phases.len()).map(|number| in_phase(number).len()).collect();
        prop_assert_eq!(sessions, counts);
        prop_assert_eq!(by_month.len(), plan.months as usize);
        for (month, band) in (0u32..).zip(by_month) {
            prop_assert_eq!(band, sums(&cases, you, |charge| charge.day * 12 / 365 == month));
        }
        for (number, item) in by_item.into_iter().enumerate() {
            let own = |charge: &Charge| charge.item == number;
            prop_assert_eq!(item.paid, sums(&cases, you, own));
            prop_assert_eq!(item.claims, expected.iter().filter(|charge| own(charge)).count());
        }
    }
}
