//! How long it takes to read a plan and to sum it up: `cargo bench --bench cost`. The plan is
//! larger than people's: three years of daily sessions, with an insurance and a programme.

use std::hint::black_box;
use std::time::{Duration, Instant};

use guidepost::cost::Plan;
use guidepost::cost::inputs::Inputs;
use guidepost::cost::route::Costs;

/// How often each is timed.
const TIMES: usize = 2_000;

const DAILY: &str = r#"
title = "Every day for three years"
horizon_months = 36
[[phase]]
name = "daily"
every_days = 1
[[phase]]
name = "start"
per_week = 3
weeks = 157
[[item]]
name = "Drug"
per = "session"
phases = ["daily"]
price = { low = 590, typical = 590, high = 885 }
covered = true
[[item]]
name = "Visit"
per = "session"
phases = ["daily"]
price = { low = 310, typical = 650.55, high = 715 }
covered = true
[[item]]
name = "Ride"
per = "session"
price = { low = 0, typical = 12.5, high = 40 }
[[item]]
name = "Therapist"
per = "month"
price = { low = 175, typical = 175, high = 250 }
covered = true
[[item]]
name = "Evaluation"
per = "once"
price = 250
covered = true
[insurance]
deductible = 2000
deductible_met = 150
out_of_pocket_max = 10600
out_of_pocket_met = 150
coinsurance = 20
months_until_reset = 5
[[savings]]
item = "Drug"
you_pay_at_least = 10
yearly_cap = 7150
counts_toward_plan = false
"#;

/// The median of many times, and what 99 of 100 stay below.
fn spread<T>(work: impl Fn() -> T) -> (Duration, Duration) {
    let once = || {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..TIMES).map(|_| once()).collect();
    times.sort_unstable();
    (times[TIMES / 2], times[TIMES * 99 / 100])
}

fn main() {
    let plan = Plan::read(DAILY).expect("a plan without faults");
    let claims = plan.estimate().claims.len();
    println!("median and 99 of 100, of {TIMES} times");
    let (half, most) = spread(|| plan.estimate());
    println!("daily, {claims} claims in each of three cases: summed up in {half:?}, {most:?}");
    let (half, most) = spread(|| Plan::read(DAILY));
    println!("daily: read in {half:?}, {most:?}");
    for route in &Costs::bundled().routes {
        let (half, most) = spread(|| Inputs::of(route).plan().estimate());
        println!("{}: from what a person says to its sum in {half:?}, {most:?}", route.id);
    }
}
