//! Every way of treatment side by side.

use super::Report;
use super::markdown::head;
use crate::cost::inputs::Inputs;
use crate::cost::money::{Band, dollars};
use crate::cost::papers::counted;
use crate::cost::route::Costs;
use crate::guide::markdown::escaped;
use crate::plain::one_line;

/// An estimate for each route: with what the person says of their own, and for the others at
/// common prices, paid by oneself.
#[must_use]
pub fn beside(inputs: &Inputs) -> Vec<Report> {
    let routes = Costs::bundled().routes.iter();
    let of = |route| {
        let own = inputs.route == route;
        Report::of(if own { inputs.clone() } else { inputs.on(route) })
    };
    routes.map(of).collect()
}

/// Estimates side by side, with sessions and hours, as Markdown.
#[must_use]
pub fn table(reports: &[Report]) -> String {
    let months = reports.first().map_or(12, |report| report.plan.months);
    let horizon = counted(months, "month");
    let titles =
        ["Route", "First month", "First sessions", &horizon, "Visits", "Hours of sessions"];
    let mut text = head(&titles);
    for report in reports {
        let estimate = &report.estimate;
        let at_home = report.inputs.as_ref().is_some_and(|inputs| inputs.route.at_home);
        let visits: usize = estimate.sessions.iter().sum();
        let visits = if at_home { "none".to_owned() } else { visits.to_string() };
        let hours = report.hours().map_or("not stated".to_owned(), |(hours, _)| hours);
        let course = if estimate.sessions.first() > Some(&0) {
            amount(report.course().map_or(estimate.first_phase, |(_, _, paid)| paid))
        } else {
            "none".to_owned()
        };
        text.push_str(&format!(
            "| {} | {} | {course} | {} | {visits} | {hours} |\n",
            escaped(&one_line(&report.plan.title)),
            amount(estimate.first_month),
            amount(estimate.horizon),
        ));
    }
    text
}

/// An amount in words: what is typical, and the ends where they differ.
fn amount(band: Band) -> String {
    let typical = dollars(band.typical);
    if band.is_one() { typical } else { format!("{typical} ({})", band.in_words()) }
}
