//! Every route side by side, with what is to be said beside the sums.

use crate::cost::report::{ESTIMATE, Report, routes};
use crate::guide::markdown::escaped;
use crate::plain::one_line;

/// The routes as Markdown.
pub fn markdown(reports: &[Report]) -> String {
    let mut text = "# What treatment costs, route by route {#routes}\n\n".to_owned();
    for warning in shared(reports, Report::warnings) {
        text.push_str(&format!("**{warning}**\n\n"));
    }
    text.push_str(&routes::table(reports));
    let Some(first) = reports.first() else { return text };
    let dated = first.prices_dated().map(|dated| format!(" {dated}")).unwrap_or_default();
    text.push_str(&format!("\n**{ESTIMATE}**{dated}\n\n"));
    text.push_str("What you pay is given as typical, and from low to high. ");
    text.push_str(
        "`guidepost cost ROUTE` shows a route month by month, with the facts behind its figures: ",
    );
    let ids = reports.iter().filter_map(|report| Some(report.inputs.as_ref()?.route.id.as_str()));
    text.push_str(&format!("{}.\n\n", ids.collect::<Vec<_>>().join(", ")));
    for sentence in shared(reports, said) {
        text.push_str(&format!("{sentence}\n\n"));
    }
    text.push_str(&format!("Not counted: {}.\n", escaped(&first.not_counted().join(", "))));
    text
}

/// What is taken to be so and is not said above; what a route takes for itself stands with
/// that route.
fn said(report: &Report) -> Vec<String> {
    let (mut said, above) = (report.assumptions(), report.warnings());
    let own = report.inputs.as_ref().map(|inputs| inputs.route);
    let own = |said: &String| {
        own.is_some_and(|route| route.assumed.contains(said) || route.upkeep_assumed.contains(said))
    };
    said.retain(|said| said != ESTIMATE && !above.contains(said) && !own(said));
    said
}

/// Sentences of all routes, each once; before those that are not of all stands whose they are.
fn shared(reports: &[Report], of: impl Fn(&Report) -> Vec<String>) -> Vec<String> {
    let said: Vec<Vec<String>> = reports.iter().map(of).collect();
    let mut each: Vec<&String> = Vec::new();
    for sentence in said.iter().flatten() {
        if !each.contains(&sentence) {
            each.push(sentence);
        }
    }
    let whose = |sentence: &String| {
        let routes = reports.iter().zip(&said).filter(|(_, said)| said.contains(sentence));
        let titles: Vec<String> = routes.map(|(report, _)| one_line(&report.plan.title)).collect();
        let sentence = escaped(&one_line(sentence));
        if titles.len() == reports.len() {
            sentence
        } else {
            format!("{}: {sentence}", escaped(&titles.join(", ")))
        }
    };
    each.into_iter().map(whose).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::inputs::Inputs;
    use crate::cost::route::Costs;
    use jiff::civil::date;

    #[test]
    fn prices_that_are_old_are_called_so() {
        let on = |day| {
            let routes = Costs::bundled().routes.iter();
            let reports = routes.map(|route| Report::of(Inputs::of(route)).dated(day));
            markdown(&reports.collect::<Vec<_>>()).contains("more than 6 months ago")
        };
        assert!(!on(date(2027, 5, 23)));
        assert!(on(date(2027, 5, 24)));
    }
}
