//! The figures of a route, each with the facts that state it.

use super::markdown::cited;
use crate::cost::route::{Quoted, Route};
use crate::guide::markdown::escaped;

/// They are listed as Markdown.
pub fn list(route: &Route) -> String {
    let mut lines = vec![format!(
        "The starting course, {}.{}",
        match route.sessions() {
            1 => "1 session".to_owned(),
            sessions => format!("{sessions} sessions"),
        },
        cited(&route.start_facts)
    )];
    if route.upkeep_days.is_some() {
        lines.push(format!("Upkeep.{}", cited(&route.upkeep_facts)));
    }
    let mut quoted = |name: &str, quoted: Option<&Quoted>| {
        lines.extend(quoted.map(|quoted| {
            format!("{name}: {}.{}", quoted.band().in_words(), cited(&quoted.facts))
        }));
    };
    quoted("A session", Some(&route.price));
    quoted("A month", route.month.as_ref());
    quoted("The drug of a session", route.drug.as_ref());
    quoted("The first check", route.evaluation.as_ref());
    quoted("Intake", route.intake.as_ref());
    if let Some(therapy) = &route.therapy {
        let price = therapy.price.band().in_words();
        let name = escaped(&therapy.name);
        lines.push(format!(
            "{name}: {price}, {} of them.{}",
            therapy.visits,
            cited(&[&therapy.facts[..], &therapy.price.facts].concat())
        ));
    }
    if let Some(minutes) = &route.visit_minutes {
        let least = minutes.low;
        let time = match minutes.high {
            Some(most) => format!("{least} to {most} minutes"),
            None => format!("at least {least} minutes"),
        };
        lines.push(format!("Time for a session: {time}.{}", cited(&minutes.facts)));
    }
    lines.iter().flat_map(|line| ["- ", line, "\n"]).collect()
}
