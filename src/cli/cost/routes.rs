//! Every route side by side, with what is to be said beside the sums.

use crate::cost::report::{ESTIMATE, Report, routes};
use crate::guide::markdown::escaped;

/// The routes as Markdown.
pub fn markdown(reports: &[Report]) -> String {
    let mut text = format!(
        "# What treatment costs, route by route {{#routes}}\n\n{}\n",
        routes::table(reports)
    );
    let Some((first, others)) = reports.split_first() else { return text };
    let checked = first.prices_checked().map(|date| format!(" Prices were checked on {date}."));
    text.push_str(&format!("**{ESTIMATE}**{}\n\n", checked.unwrap_or_default()));
    text.push_str("What you pay is given as typical, and from low to high. ");
    text.push_str(
        "`guidepost cost ROUTE` shows a route month by month, with the facts behind its figures: ",
    );
    let ids = reports.iter().filter_map(|report| Some(report.inputs.as_ref()?.route.id.as_str()));
    text.push_str(&format!("{}.\n\n", ids.collect::<Vec<_>>().join(", ")));
    let said: Vec<Vec<String>> = others.iter().map(Report::assumptions).collect();
    // What is said of one route only stands with that route.
    for sentence in first.assumptions().iter().filter(|sentence| *sentence != ESTIMATE) {
        if said.iter().all(|said| said.contains(sentence)) {
            text.push_str(&format!("{}\n\n", escaped(sentence)));
        }
    }
    text.push_str(&format!("Not counted: {}.\n\n", escaped(&first.not_counted().join(", "))));
    text.push_str("Information, not medical advice.\n");
    text
}
