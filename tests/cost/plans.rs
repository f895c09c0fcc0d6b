//! Plans of every shape that a file may have, by chance.

use std::ops::RangeInclusive;

use guidepost::cost::money::{Band, Cents, MOST};
use guidepost::cost::{DAYS, Insurance, Item, MONTHS, Per, Phase, Plan, Rhythm, Savings, Share};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::subsequence;

/// Phases and items of a plan at most.
const PHASES: RangeInclusive<usize> = 0..=3;
const ITEMS: RangeInclusive<usize> = 1..=4;

/// An amount: of few cents, where rounding shows; of the size of a bill; or as large as may be.
pub fn amount() -> impl Strategy<Value = Cents> {
    prop_oneof![
        1 => Just(0),
        2 => 0..=120u64,
        6 => 0..=200_000u64,
        1 => 0..=MOST,
        1 => Just(MOST),
    ]
}

fn band() -> impl Strategy<Value = Band> {
    prop_oneof![
        1 => amount().prop_map(Band::one),
        2 => (amount(), amount(), amount()).prop_map(|(a, b, c)| {
            let mut sorted = [a, b, c];
            sorted.sort_unstable();
            let [low, typical, high] = sorted;
            Band { low, typical, high }
        }),
    ]
}

/// A name that no other has: the number tells them apart, and it says something.
fn name(number: usize) -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 1 => "\\PC{0,8}", 1 => any::<String>()]
        .prop_map(move |text| format!("{text}{number}"))
}

fn rhythm() -> impl Strategy<Value = Rhythm> {
    let per_week = || 1..=7u32;
    let weekly =
        |in_weeks| move |(per_week, sessions)| Rhythm::PerWeek { per_week, sessions, in_weeks };
    let weeks = prop_oneof![5 => 1..=9u32, 1 => 1..=157u32];
    let sessions = || prop_oneof![5 => 1..=40u32, 1 => 1..=1096u32];
    let days = prop_oneof![3 => 5..=100u32, 1 => 1..=1095u32];
    let every = (days, option::of(sessions()));
    prop_oneof![
        (per_week(), weeks).prop_map(|(n, weeks)| (n, n * weeks)).prop_map(weekly(true)),
        (per_week(), sessions()).prop_map(weekly(false)),
        every.prop_map(|(days, sessions)| Rhythm::Every { days, sessions }),
    ]
}

/// A day: the first ones, the days about the ends of months and years, or any.
fn day() -> impl Strategy<Value = u32> {
    prop_oneof![
        2 => Just(0u32),
        2 => 0..=60u32,
        2 => prop::sample::select(vec![30u32, 31, 364, 365, 366, 730, 1094, 1095]),
        2 => DAYS,
    ]
}

fn per(phases: usize) -> BoxedStrategy<Per> {
    let all: Vec<usize> = (0..phases).collect();
    let other = prop_oneof![day().prop_map(Per::Once), Just(Per::Month)];
    if phases == 0 {
        return other.boxed();
    }
    prop_oneof![
        2 => other,
        2 => Just(Per::Session(None)),
        // In any order, as a file may name them.
        2 => subsequence(all, 1..=phases).prop_shuffle().prop_map(|phases| Per::Session(Some(phases))),
    ]
    .boxed()
}

pub fn insurance() -> impl Strategy<Value = Insurance> {
    let share = prop_oneof![
        3 => (0..=10_000u32).prop_map(Share::Coinsurance),
        1 => Just(Share::Coinsurance(2000)),
        2 => amount().prop_map(Share::Copay),
    ];
    let limit = prop_oneof![1 => Just(None), 3 => (0..=3_000_000u64).prop_map(Some)];
    let year = prop_oneof![1 => Just(12u32), 2 => 1..=12u32];
    // More may be met than there is.
    (amount(), amount(), limit, amount(), share, year).prop_map(
        |(
            deductible,
            deductible_met,
            out_of_pocket_max,
            out_of_pocket_met,
            share,
            months_until_reset,
        )| Insurance {
            deductible,
            deductible_met,
            out_of_pocket_max,
            out_of_pocket_met,
            share,
            months_until_reset,
        },
    )
}

fn savings(items: usize) -> impl Strategy<Value = Vec<Savings>> {
    let all: Vec<usize> = (0..items).collect();
    let rules = (amount(), option::of(amount()), any::<bool>());
    let chosen = subsequence(all, 0..=items.min(2)).prop_shuffle();
    (chosen, vec(rules, 2)).prop_map(|(items, rules)| {
        let of = |(item, (you_pay_at_least, yearly_cap, counts_toward_plan))| Savings {
            item,
            you_pay_at_least,
            yearly_cap,
            counts_toward_plan,
        };
        items.into_iter().zip(rules).map(of).collect()
    })
}

/// A plan that a file may have.
pub fn plan() -> impl Strategy<Value = Plan> {
    (PHASES, ITEMS).prop_flat_map(|(phases, items)| {
        let phase = |i| (name(i), day(), rhythm());
        let phase =
            move |i| phase(i).prop_map(|(name, from_day, rhythm)| Phase { name, from_day, rhythm });
        let item =
            move |i| {
                let covered = prop::bool::weighted(0.7);
                (name(i), per(phases), band(), covered)
                    .prop_map(|(name, per, price, covered)| Item { name, per, price, covered })
            };
        (
            prop_oneof![Just(String::new()), any::<String>()],
            prop_oneof![1 => Just(12u32), 3 => MONTHS],
            (0..phases).map(phase).collect::<Vec<_>>(),
            (0..items).map(item).collect::<Vec<_>>(),
            option::weighted(0.8, insurance()),
            savings(items),
        )
            .prop_map(|(title, months, phases, items, insurance, savings)| Plan {
                title,
                months,
                phases,
                items,
                insurance,
                savings,
            })
    })
}

/// A plan without programmes.
pub fn without_programmes() -> impl Strategy<Value = Plan> {
    plan().prop_map(|plan| Plan { savings: Vec::new(), ..plan })
}
