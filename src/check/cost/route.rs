//! What must hold of a route.

use std::ops::RangeInclusive;

use super::super::number::numbers;
use super::super::spot::Spot;
use super::super::tables::{is_id, no_id};
use super::figure::Figure;
use super::{Behind, Sheet};
use crate::cost::inputs::{ITEMS, PHASES};
use crate::cost::money::{Band, Case, MOST, dollars};
use crate::cost::plan_file::{EVERY, PER_WEEK, SESSIONS, TOTAL};
use crate::cost::route::Route;

/// Minutes that a session keeps a patient.
const MINUTES: RangeInclusive<u32> = 1..=24 * 60;

/// Checks a route, which stands at `spot`.
pub fn check<'a>(route: &'a Route, spot: Spot, sheet: &mut Sheet<'a>) {
    named(route, spot, sheet);
    start(route, spot, sheet);
    upkeep(route, spot, sheet);
    let quoted = [
        ("price", Some(&route.price)),
        ("month", route.month.as_ref()),
        ("drug", route.drug.as_ref()),
        ("evaluation", route.evaluation.as_ref()),
        ("intake", route.intake.as_ref()),
    ];
    for (key, quoted) in quoted {
        let Some(quoted) = quoted else { continue };
        let spot = spot.key(key);
        let facts = sheet.facts(&quoted.facts, spot.key("facts"));
        price(quoted.band(), &Behind { facts, assumed: &[] }, spot, sheet);
    }
    programme(route, spot, sheet);
    therapy(route, spot, sheet);
    minutes(route, spot, sheet);
    if route.assumed.is_empty() && route.upkeep_assumed.is_empty() {
        let message = "`assumed` is empty: say what is taken without a fact";
        sheet.fault(spot.key("assumed").at, message.to_owned());
    }
    insured(route, spot, sheet);
    let assumed = [
        ("assumed", &route.assumed),
        ("upkeep_assumed", &route.upkeep_assumed),
        ("insured_assumed", &route.insured_assumed),
    ];
    for (key, sentences) in assumed {
        for (i, sentence) in sentences.iter().enumerate() {
            let spot = spot.key(key).nth(i);
            sheet.words(sentence, spot);
            if !sentence.ends_with('.') {
                sheet.fault(spot.at, "it is said in sentences: end it with a full stop".to_owned());
            }
        }
    }
}

fn named(route: &Route, spot: Spot, sheet: &mut Sheet) {
    if !is_id(&route.id) {
        sheet.fault(spot.key("id").at, no_id(&route.id));
    }
    sheet.words(&route.title, spot.key("title"));
    sheet.words(&route.session, spot.key("session"));
    let visit = route.therapy.as_ref().map(|therapy| &therapy.name);
    if ITEMS.contains(&route.session.as_str()) || visit == Some(&route.session) {
        let message = format!("the name \"{}\" is taken: give it another", route.session);
        sheet.fault(spot.key("session").at, message);
    }
}

fn range(name: &str, n: u32, range: &RangeInclusive<u32>, spot: Spot, sheet: &mut Sheet) {
    if !range.contains(&n) {
        let message = format!("{name} is a whole number from {} to {}", range.start(), range.end());
        sheet.fault(spot.at, message);
    }
}

fn start<'a>(route: &'a Route, spot: Spot, sheet: &mut Sheet<'a>) {
    let facts = sheet.facts(&route.start_facts, spot.key("start_facts"));
    let behind = Behind { facts, assumed: &route.assumed };
    let spot = spot.key("start");
    if route.start.is_empty() {
        sheet.fault(spot.at, "`start` is empty: say how a course begins".to_owned());
    } else if route.start.iter().all(|stretch| SESSIONS.contains(&stretch.sessions)) {
        range("the sum of its sessions", route.sessions(), &SESSIONS, spot, sheet);
    }
    for (i, stretch) in route.start.iter().enumerate() {
        let spot = spot.nth(i);
        let mut above = route.start[..i].iter().map(|stretch| stretch.name.as_str());
        let mut taken = PHASES.into_iter().chain([TOTAL]);
        let name = stretch.name.as_str();
        if name.trim().is_empty() || taken.any(|taken| taken == name) || above.any(|it| it == name)
        {
            let message = format!("\"{name}\" is empty or the name of another phase");
            sheet.fault(spot.key("name").at, message);
        }
        range("per_week", stretch.per_week, &PER_WEEK, spot.key("per_week"), sheet);
        range("sessions", stretch.sessions, &SESSIONS, spot.key("sessions"), sheet);
        sheet.stated(Figure::PerWeek(stretch.per_week), &behind, spot.key("per_week"));
        sheet.stated(Figure::Sessions(stretch.sessions), &behind, spot.key("sessions"));
    }
}

fn upkeep<'a>(route: &'a Route, spot: Spot, sheet: &mut Sheet<'a>) {
    let facts = sheet.facts(&route.upkeep_facts, spot.key("upkeep_facts"));
    let Some(days) = route.upkeep_days else {
        if !route.upkeep_facts.is_empty() {
            let message = "upkeep_facts without upkeep_days: say how many days lie between";
            sheet.fault(spot.key("upkeep_facts").at, message.to_owned());
        }
        return;
    };
    let behind = Behind { facts, assumed: &route.upkeep_assumed };
    let spot = spot.key("upkeep_days");
    range("upkeep_days", days, &EVERY, spot, sheet);
    sheet.stated(Figure::Days(days), &behind, spot);
}

/// Three prices, of which 0 says that nothing is asked and needs no fact.
fn price(band: Band, behind: &Behind, spot: Spot, sheet: &mut Sheet) {
    for (case, key) in Case::ALL.into_iter().zip(["low", "typical", "high"]) {
        let (amount, spot) = (band.of(case), spot.key(key));
        if amount > MOST {
            sheet.fault(spot.at, format!("{key} is more than {}", dollars(MOST)));
        }
        if amount > 0 {
            sheet.stated(Figure::Dollars(amount / 100), behind, spot);
        }
    }
    if band.low > band.typical || band.typical > band.high {
        let message = "a price goes up from low to typical to high: put them in this order";
        sheet.fault(spot.key("typical").at, message.to_owned());
    }
}

/// What is said of an insurance has facts, which state its figures, and no fact is named for
/// nothing.
fn insured<'a>(route: &'a Route, spot: Spot, sheet: &mut Sheet<'a>) {
    if let Some(facts) = sheet.facts(&route.insured_facts, spot.key("insured_facts")) {
        let known: Vec<_> = facts.iter().flat_map(|(_, statement)| numbers(statement)).collect();
        for (i, sentence) in route.insured_assumed.iter().enumerate() {
            for number in numbers(sentence).iter().filter(|number| !number.is_stated(&known)) {
                let figure = &sentence[number.range.clone()];
                let message = format!(
                    "the figure \"{figure}\" stands in none of insured_facts: correct it, or name the fact that states it"
                );
                sheet.fault(spot.key("insured_assumed").nth(i).at, message);
            }
        }
    }
    if route.insured_assumed.is_empty() != route.insured_facts.is_empty() {
        let message = "insured_assumed and insured_facts belong together: give both or neither";
        let lacks =
            if route.insured_facts.is_empty() { "insured_facts" } else { "insured_assumed" };
        sheet.fault(spot.key(lacks).at, message.to_owned());
    }
}

fn programme<'a>(route: &'a Route, spot: Spot, sheet: &mut Sheet<'a>) {
    let Some(programme) = &route.programme else { return };
    let spot = spot.key("programme");
    if route.drug.is_none() {
        let message = "a programme helps with the drug: give the price of the drug under `drug`";
        sheet.fault(spot.at, message.to_owned());
    }
    let facts = sheet.facts(&programme.facts, spot.key("facts"));
    let least = programme.you_pay_at_least;
    if least > 0 {
        let behind = Behind { facts, assumed: &[] };
        sheet.stated(Figure::Dollars(least / 100), &behind, spot.key("you_pay_at_least"));
    }
    for (i, name) in programme.not_counted.iter().enumerate() {
        sheet.words(name, spot.key("not_counted").nth(i));
    }
}

fn therapy<'a>(route: &'a Route, spot: Spot, sheet: &mut Sheet<'a>) {
    let Some(therapy) = &route.therapy else { return };
    let spot = spot.key("therapy");
    sheet.words(&therapy.name, spot.key("name"));
    let facts = sheet.facts(&therapy.facts, spot.key("facts"));
    range("visits", therapy.visits, &SESSIONS, spot.key("visits"), sheet);
    let behind = Behind { facts, assumed: &route.assumed };
    sheet.stated(Figure::Visits(therapy.visits), &behind, spot.key("visits"));
    let spot = spot.key("price");
    let facts = sheet.facts(&therapy.price.facts, spot.key("facts"));
    price(therapy.price.band(), &Behind { facts, assumed: &[] }, spot, sheet);
}

fn minutes<'a>(route: &'a Route, spot: Spot, sheet: &mut Sheet<'a>) {
    let Some(minutes) = &route.visit_minutes else { return };
    let spot = spot.key("visit_minutes");
    let facts = sheet.facts(&minutes.facts, spot.key("facts"));
    let behind = Behind { facts, assumed: &[] };
    for (key, n) in [("low", Some(minutes.low)), ("high", minutes.high)] {
        let Some(n) = n else { continue };
        range(key, n, &MINUTES, spot.key(key), sheet);
        sheet.stated(Figure::Minutes(n), &behind, spot.key(key));
    }
    if minutes.high.is_some_and(|high| high < minutes.low) {
        let message = "the minutes go up from low to high: exchange them";
        sheet.fault(spot.key("high").at, message.to_owned());
    }
}
