//! Sums that are known beforehand.

use guidepost::cost::Plan;

fn you_pay(plan: &str) -> u64 {
    Plan::read(plan).expect("a plan without faults").estimate().horizon.typical
}

/// Twelve sessions of Spravato at Medicare's averages of 2026.
#[test]
fn twelve_sessions_of_spravato_under_medicare() {
    let plan = r#"
        [[phase]]
        name = "first"
        per_week = 1
        sessions = 1
        [[phase]]
        name = "later"
        from_day = 3
        per_week = 2
        sessions = 11
        [[item]]
        name = "First session"
        per = "session"
        phases = ["first"]
        price = 952.59
        covered = true
        [[item]]
        name = "Session"
        per = "session"
        phases = ["later"]
        price = 1356.08
        covered = true
        [insurance]
        deductible = 283
        coinsurance = 20
    "#;
    // Each share is rounded by itself; rounded once it would be 3,400.29.
    assert_eq!(you_pay(plan), 340_034);
}

#[test]
fn a_commercial_plan_with_a_limit_that_is_not_reached() {
    let plan = r#"
        [[phase]]
        name = "start"
        per_week = 2
        sessions = 12
        [[item]]
        name = "Session"
        per = "session"
        price = 1240.00
        covered = true
        [insurance]
        deductible = 2000
        coinsurance = 20
        out_of_pocket_max = 10600
    "#;
    assert_eq!(you_pay(plan), 457_600);
}

#[test]
fn a_check_and_eighteen_infusions_paid_by_oneself() {
    let plan = r#"
        [[phase]]
        name = "all"
        every_days = 20
        sessions = 18
        [[item]]
        name = "Evaluation"
        per = "once"
        price = 250
        [[item]]
        name = "Infusion"
        per = "session"
        price = { low = 350, typical = 450, high = 800 }
    "#;
    let estimate = Plan::read(plan).expect("a plan without faults").estimate();
    assert_eq!(estimate.horizon.typical, 835_000);
    assert_eq!((estimate.horizon.low, estimate.horizon.high), (655_000, 1_465_000));
}
