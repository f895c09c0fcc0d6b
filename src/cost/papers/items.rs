//! What a clinic is asked to price, with the figures a reader gave.

use super::BLANK;
use super::said::named;
use crate::cost::inputs::{EVALUATION, Inputs, MONTH};
use crate::cost::money::Band;
use crate::cost::report::Report;
use crate::cost::route::Costs;
use crate::cost::{Item, Plan};
use crate::guide::markdown::escaped;
use crate::plain::one_line;

/// An item that the clinic is asked to price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its name, as Markdown.
    name: String,
    /// How often it is charged in the months counted.
    times: usize,
    /// What the reader typed or the clinic states for it, as Markdown.
    pub figure: Option<String>,
    /// True when the insurance is counted on for it.
    pub covered: bool,
}

impl Asked {
    /// The item as a row of the letter's table.
    pub fn row(&self, insured: bool) -> String {
        let Self { name, times, .. } = self;
        let priced = self.with_figure(BLANK);
        if !insured {
            format!("| {name} | {times} | {priced} | {BLANK} |")
        } else if self.covered {
            format!("| {name} | {times} | {BLANK} | {BLANK} | {priced} |")
        } else {
            format!("| {name} | {times} | {BLANK} | {priced} | not through my plan |")
        }
    }

    /// The item as a line of the call to a clinic.
    pub fn price(&self, insured: bool) -> String {
        let name = &self.name;
        if !insured {
            return format!("- {}", self.with_figure(&format!("{name}: {BLANK}")));
        }
        let line = format!("{name}: code {BLANK} charge {BLANK}");
        // What is known of a covered item is taken as what the plan allows.
        let line = if self.covered { line } else { self.with_figure(&line) };
        format!("- {line}")
    }

    /// The item as a line of the call to a plan.
    pub fn allowed(&self) -> String {
        format!("- {}", self.with_figure(&format!("{}: code {BLANK} amount {BLANK}", self.name)))
    }

    fn with_figure(&self, text: &str) -> String {
        match &self.figure {
            Some(figure) => format!("{text} ({figure})"),
            None => text.to_owned(),
        }
    }
}

/// What the clinic is asked to price. A price that comes with a route is not the clinic's,
/// nor the reader's, so it is left out.
pub fn items(report: &Report) -> Vec<Asked> {
    let Some(inputs) = &report.inputs else {
        return listed(&report.plan, |item| Some(mine(item.price)));
    };
    // Drug and visit are asked for together, whoever pays for the drug.
    let inputs = Inputs { programme: None, ..inputs.clone() };
    let quoted = inputs.at_common_prices().plan();
    let is_quoted = |item: &Item| {
        quoted.items.iter().any(|quoted| quoted.name == item.name && quoted.price == item.price)
    };
    let main = if inputs.monthly { MONTH } else { &inputs.route.session };
    let figure = |item: &Item| match &report.clinic {
        Some(clinic) if item.name == main => Some(stated(item.price, clinic.date.as_deref())),
        _ => (!is_quoted(item)).then(|| mine(item.price)),
    };
    let mut asked = listed(&inputs.plan(), figure);
    if inputs.evaluation == Band::default() {
        // Free, or not known: it is asked for all the same.
        let free = inputs.route.evaluation.is_some().then(|| mine(Band::default()));
        let name = escaped(EVALUATION);
        asked.insert(0, Asked { name, times: 1, figure: free, covered: inputs.covered });
    }
    asked
}

/// The items of a plan that are charged in its months and not paid elsewhere.
fn listed(plan: &Plan, figure: impl Fn(&Item) -> Option<String>) -> Vec<Asked> {
    let sums = plan.estimate().by_item;
    let items = plan
        .items
        .iter()
        .zip(sums)
        .filter(|(item, sum)| sum.claims > 0 && !Costs::bundled().is_elsewhere(&item.name));
    let asked = items.map(|(item, sum)| Asked {
        name: named(&item.name),
        times: sum.claims,
        figure: figure(item),
        covered: item.covered,
    });
    asked.collect()
}

fn mine(price: Band) -> String {
    format!("my figure: {}", price.in_words())
}

fn stated(price: Band, date: Option<&str>) -> String {
    let price = price.in_words();
    match date {
        Some(date) => format!("stated: {price}, as of {}", escaped(&one_line(date))),
        None => format!("stated: {price}"),
    }
}
