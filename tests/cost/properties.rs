//! What must hold of every plan.

use guidepost::cost::inputs::{Extra, Inputs, Programme};
use guidepost::cost::money::{Band, Case, Cents};
use guidepost::cost::route::{Costs, Often};
use guidepost::cost::{Claim, Estimate, Plan, month_of};
use proptest::prelude::*;
use proptest::sample::Index;

use super::plans;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// The sum of bands, case by case.
fn sum(bands: impl IntoIterator<Item = Band>) -> Band {
    let mut all = Band::default();
    for band in bands {
        for case in Case::ALL {
            *all.of_mut(case) += band.of(case);
        }
    }
    all
}

/// The plan year of a claim.
fn year(plan: &Plan, claim: &Claim) -> usize {
    let reset = plan.insurance.map_or(12, |insurance| insurance.months_until_reset);
    let month = month_of(claim.day);
    if month < reset { 0 } else { 1 + ((month - reset) / 12) as usize }
}

/// What the claims that `of` gives an amount for come to in each plan year.
fn by_year(plan: &Plan, claims: &[Claim], of: impl Fn(&Claim) -> Cents) -> [Cents; 5] {
    let mut years = [0; 5];
    for claim in claims.iter().filter(|claim| plan.items[claim.item].covered) {
        years[year(plan, claim)] += of(claim);
    }
    years
}

/// The totals that are paid up to some day.
fn totals(estimate: &Estimate) -> [Band; 3] {
    [estimate.first_month, estimate.first_phase, estimate.horizon]
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn who_pays_comes_to_what_is_billed(plan in plans::plan()) {
        let estimate = plan.estimate();
        let Estimate { horizon, plan_pays, programme_pays, billed, .. } = estimate;
        prop_assert_eq!(sum([horizon, plan_pays, programme_pays]), billed);
        for claim in &estimate.claims {
            prop_assert_eq!(claim.you_pay + claim.plan_pays + claim.programme_pays, claim.amount);
        }
    }

    #[test]
    fn months_items_and_claims_come_to_the_whole(plan in plans::plan()) {
        let Estimate { horizon, first_month, by_month, by_item, claims, .. } = plan.estimate();
        prop_assert_eq!(first_month, by_month[0]);
        prop_assert_eq!(sum(by_month), horizon);
        prop_assert_eq!(sum(by_item.iter().map(|item| item.paid)), horizon);
        prop_assert_eq!(claims.iter().map(|claim| claim.you_pay).sum::<Cents>(), horizon.typical);
        prop_assert_eq!(claims.len(), by_item.iter().map(|item| item.claims).sum::<usize>());
    }

    #[test]
    fn nobody_pays_more_than_the_limit_of_a_plan_year(plan in plans::plan()) {
        let claims = plan.estimate().claims;
        // Whatever a programme does: what you pay yourself always counts.
        let paid = by_year(&plan, &claims, |claim| claim.you_pay);
        // Where all that is left to you counts, the programme's part is in the limit too.
        let all = plan.savings.iter().all(|savings| savings.counts_toward_plan);
        let left = by_year(&plan, &claims, |claim| claim.you_pay + claim.programme_pays);
        if let Some((insurance, max)) = plan.insurance.and_then(|i| Some((i, i.out_of_pocket_max?))) {
            for year in 0..paid.len() {
                let met = if year == 0 { insurance.out_of_pocket_met } else { 0 };
                let limit = max.saturating_sub(met);
                prop_assert!(paid[year] <= limit, "{paid:?} of {limit}");
                prop_assert!(!all || left[year] <= limit, "{left:?} of {limit}");
            }
        }
    }

    #[test]
    fn no_programme_pays_more_than_its_cap_in_a_plan_year(plan in plans::plan()) {
        let claims = plan.estimate().claims;
        for savings in &plan.savings {
            let own = |claim: &Claim| if claim.item == savings.item { claim.programme_pays } else { 0 };
            let cap = savings.yearly_cap.unwrap_or(Cents::MAX);
            prop_assert!(by_year(&plan, &claims, own).iter().all(|year| *year <= cap));
            let few = |claim: &&Claim| claim.item == savings.item && claim.programme_pays > 0;
            prop_assert!(claims.iter().filter(few).all(|claim| claim.you_pay >= savings.you_pay_at_least));
        }
    }

    /// It holds claim by claim. A higher claim takes more of the deductible and leaves less
    /// of it to those that follow: what they lose of it they get back as a share of 100
    /// percent at most, so no sum up to some day falls, and none rises by more than is billed
    /// more. Of the sum of one month or item it does not hold: a dear January may reach the
    /// limit that December reached before. Nor does it hold with a programme, which may pay
    /// what the dearer claims take of the deductible and leave you less of it.
    #[test]
    fn a_higher_price_never_makes_it_cheaper(
        plan in plans::without_programmes(), item in any::<Index>(), more in prop_oneof![1..=3u64, plans::amount()],
    ) {
        let mut dearer = plan.clone();
        let price = &mut dearer.items[item.index(plan.items.len())].price;
        for case in Case::ALL {
            *price.of_mut(case) += more;
        }
        let (before, after) = (plan.estimate(), dearer.estimate());
        for case in Case::ALL {
            for (before, after) in totals(&before).into_iter().zip(totals(&after)) {
                prop_assert!(before.of(case) <= after.of(case), "{case:?}: {before:?} {after:?}");
            }
            let rise = after.horizon.of(case) - before.horizon.of(case);
            prop_assert!(rise <= after.billed.of(case) - before.billed.of(case));
            prop_assert!(before.plan_pays.of(case) <= after.plan_pays.of(case));
        }
    }

    /// For the same reason, and as little for one month alone.
    #[test]
    fn totals_go_up_from_low_to_typical_to_high(plan in plans::without_programmes()) {
        let estimate = plan.estimate();
        let rises = |band: &Band| band.low <= band.typical && band.typical <= band.high;
        prop_assert!(totals(&estimate).iter().chain([&estimate.billed, &estimate.plan_pays]).all(rises));
        let uninsured = Plan { insurance: None, ..plan }.estimate();
        let items = uninsured.by_item.iter().map(|item| item.paid);
        prop_assert!(uninsured.by_month.into_iter().chain(items).all(|band| rises(&band)));
    }

    /// With an insurance the first of a day takes the deductible, which may round otherwise.
    #[test]
    fn without_an_insurance_the_order_of_items_changes_no_total(
        (plan, order) in plans::plan().prop_flat_map(|plan| {
            let order: Vec<usize> = (0..plan.items.len()).collect();
            (Just(plan), Just(order).prop_shuffle())
        })
    ) {
        let plan = Plan { insurance: None, ..plan };
        let mut other = plan.clone();
        other.items = order.iter().map(|number| plan.items[*number].clone()).collect();
        for savings in &mut other.savings {
            savings.item = order.iter().position(|number| *number == savings.item).expect("it is there");
        }
        let (one, two) = (plan.estimate(), other.estimate());
        prop_assert_eq!(totals(&one), totals(&two));
        prop_assert_eq!((&one.sessions, &one.by_month, one.billed), (&two.sessions, &two.by_month, two.billed));
        prop_assert_eq!(one.billed, one.horizon);
        for (place, number) in order.into_iter().enumerate() {
            prop_assert_eq!(one.by_item[number], two.by_item[place]);
        }
    }

    /// What it pays counts as if you had paid it. One whose help does not count leaves more
    /// of the deductible to other items, so nothing is said of that here.
    #[test]
    fn a_programme_that_counts_never_makes_it_dearer(plan in plans::plan()) {
        let mut plan = plan;
        for savings in &mut plan.savings {
            savings.counts_toward_plan = true;
        }
        let with = plan.estimate();
        let without = Plan { savings: Vec::new(), ..plan }.estimate();
        prop_assert_eq!(with.plan_pays, without.plan_pays);
        prop_assert_eq!(sum([with.horizon, with.programme_pays]), without.horizon);
    }

    #[test]
    fn a_plan_reads_as_it_was_written(plan in plans::plan()) {
        let text = plan.written();
        prop_assert_eq!(Plan::read(&text), Ok(plan), "{}", text);
    }
}

fn few() -> impl Strategy<Value = Band> {
    (plans::amount(), plans::amount()).prop_map(|(a, b)| Band::between(a.min(b), a.max(b)))
}

/// What a person may say of any route.
fn inputs() -> impl Strategy<Value = Inputs> {
    let often = prop::sample::select(vec![Often::Session, Often::Once, Often::Month]);
    let extras = prop::collection::vec((any::<String>(), few(), often), 0..4);
    let programme = (few(), plans::amount(), proptest::option::of(plans::amount()), any::<bool>());
    let programme =
        programme.prop_map(|(drug, you_pay_at_least, yearly_cap, counts_toward_plan)| Programme {
            drug,
            you_pay_at_least,
            yearly_cap,
            counts_toward_plan,
        });
    let of_route = (0..Costs::bundled().routes.len(), any::<bool>(), proptest::option::of(few()));
    let sessions = prop_oneof![2 => 1..=20u32, 1 => 1..=1096u32];
    let upkeep = proptest::option::of(prop_oneof![2 => 7..=60u32, 1 => 1..=1095u32]);
    let schedule = (sessions, upkeep, 1..=36u32, prop_oneof![Just(0u32), 0..=1096u32]);
    let prices = (few(), few(), few());
    let shared =
        (any::<bool>(), proptest::option::of(plans::insurance()), proptest::option::of(programme));
    (of_route, schedule, prices, extras, shared).prop_map(
        |((route, monthly, price), schedule, prices, extras, shared)| {
            let mut inputs = Inputs::of(&Costs::bundled().routes[route]);
            inputs.set_monthly(monthly);
            inputs.price = price.unwrap_or(inputs.price);
            (inputs.sessions, inputs.upkeep_days, inputs.months, inputs.therapy_visits) = schedule;
            (inputs.evaluation, inputs.intake, inputs.therapy_price) = prices;
            (inputs.covered, inputs.insurance, inputs.programme) = shared;
            let extras = extras.into_iter().enumerate();
            inputs.extras = extras
                .map(|(i, (name, price, per))| Extra { name: format!("{name}{i}"), price, per })
                .collect();
            inputs
        },
    )
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn whatever_a_person_says_makes_a_plan_that_a_file_may_have(inputs in inputs()) {
        let plan = inputs.plan();
        let text = plan.written();
        prop_assert_eq!(Plan::read(&text), Ok(plan), "{}", text);
    }
}
