//! The figures of a route, each with the facts that state it.

use super::markdown::cited;
use crate::cost::inputs::Inputs;
use crate::cost::money::dollars;
use crate::cost::papers::counted;
use crate::cost::route::Quoted;
use crate::guide::markdown::escaped;

/// They are listed as Markdown.
pub fn list(inputs: &Inputs) -> String {
    let route = inputs.route;
    let mut lines = vec![format!(
        "The starting course, {}.{}",
        counted(route.sessions(), "session"),
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
    quoted("The first exam", route.evaluation.as_ref());
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
    if let Some(programme) = &route.programme {
        let least = dollars(programme.you_pay_at_least);
        let facts = cited(&programme.facts);
        lines.push(format!("What the maker's programme asks for the drug: {least}.{facts}"));
    }
    if inputs.covered && !route.insured_facts.is_empty() {
        lines.push(format!("What plans cover.{}", cited(&route.insured_facts)));
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
