//! The shape of `cost`: sums in whole cents, and every claim at typical prices.

use std::io;

use jiff::civil::Date;
use serde::Serialize;
use serde::ser::Serializer;

use super::Out;
use crate::cli::cost::Answer;
use crate::cost::Claim;
use crate::cost::money::{Band, Cents};
use crate::cost::report::Report;
use crate::page::Glyphs;

#[derive(Serialize)]
struct All<'a> {
    routes: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    /// Null for a plan.
    route: Option<&'a str>,
    title: &'a str,
    horizon_months: u32,
    #[serde(serialize_with = "sessions")]
    sessions: &'a Report,
    totals: Totals,
    plan_pays: Sum,
    programme_pays: Sum,
    billed: Sum,
    by_month: Vec<Month>,
    by_item: Vec<Item<'a>>,
    #[serde(serialize_with = "claims")]
    claims: &'a Report,
    assumptions: Vec<String>,
    not_counted: Vec<String>,
    prices_checked: Option<Date>,
    clinic: Option<Clinic<'a>>,
}

#[derive(Serialize)]
struct Totals {
    first_month: Sum,
    first_phase: Sum,
    horizon: Sum,
}

#[derive(Serialize)]
struct Sum {
    low: Cents,
    typical: Cents,
    high: Cents,
}

#[derive(Serialize)]
struct Month {
    month: usize,
    #[serde(flatten)]
    sum: Sum,
}

#[derive(Serialize)]
struct Item<'a> {
    name: &'a str,
    claims: usize,
    #[serde(flatten)]
    sum: Sum,
}

#[derive(Serialize)]
struct Charge<'a> {
    day: u32,
    item: &'a str,
    phase: Option<&'a str>,
    amount: Cents,
    you_pay: Cents,
    plan_pays: Cents,
    programme_pays: Cents,
    rule: String,
}

/// The clinic whose price is used.
#[derive(Serialize)]
struct Clinic<'a> {
    name: &'a str,
    price_page_date: Option<&'a str>,
}

/// Prints `cost`.
pub fn cost(out: &mut Out, answer: &Answer) -> io::Result<()> {
    match answer {
        Answer::One(report) => out.answer("cost", &One::of(report)),
        Answer::All(reports) => {
            out.answer("cost", &All { routes: reports.iter().map(One::of).collect() })
        }
    }
}

/// The same of one estimate, to be put into a file.
#[must_use]
pub fn cost_text(report: &Report) -> String {
    let mut bytes = Vec::new();
    let written = super::write(&mut bytes, "cost", &One::of(report), Glyphs::Ascii);
    debug_assert!(written.is_ok(), "nothing fails in memory");
    bytes.push(b'\n');
    String::from_utf8_lossy(&bytes).into_owned()
}

impl<'a> One<'a> {
    fn of(report: &'a Report) -> Self {
        let Report { plan, estimate, inputs, clinic, .. } = report;
        let months = (0..).zip(&estimate.by_month);
        let items = plan.items.iter().zip(&estimate.by_item);
        Self {
            route: inputs.as_ref().map(|inputs| inputs.route.id.as_str()),
            title: &plan.title,
            horizon_months: plan.months,
            sessions: report,
            totals: Totals {
                first_month: estimate.first_month.into(),
                first_phase: estimate.first_phase.into(),
                horizon: estimate.horizon.into(),
            },
            plan_pays: estimate.plan_pays.into(),
            programme_pays: estimate.programme_pays.into(),
            billed: estimate.billed.into(),
            by_month: months.map(|(month, band)| Month { month, sum: (*band).into() }).collect(),
            by_item: items
                .map(|(item, sum)| Item {
                    name: &item.name,
                    claims: sum.claims,
                    sum: sum.paid.into(),
                })
                .collect(),
            claims: report,
            assumptions: report.assumptions(),
            not_counted: report.not_counted(),
            prices_checked: report.prices_checked(),
            clinic: clinic.as_ref().map(|stated| Clinic {
                name: &stated.name,
                price_page_date: stated.date.as_deref(),
            }),
        }
    }
}

impl From<Band> for Sum {
    fn from(Band { low, typical, high }: Band) -> Self {
        Self { low, typical, high }
    }
}

/// The sessions of each phase by its name, and of all.
fn sessions<S: Serializer>(report: &Report, to: S) -> Result<S::Ok, S::Error> {
    let sessions = &report.estimate.sessions;
    let names = report.plan.phases.iter().map(|phase| phase.name.as_str());
    let total = ("total", sessions.iter().sum::<usize>());
    to.collect_map(names.zip(sessions.iter().copied()).chain([total]))
}

/// The claims, one after the other: there can be a million of them.
fn claims<S: Serializer>(report: &Report, to: S) -> Result<S::Ok, S::Error> {
    let (phases, items) = (&report.plan.phases, &report.plan.items);
    to.collect_seq(report.estimate.claims.iter().map(|claim: &Claim| Charge {
        day: claim.day,
        item: &items[claim.item].name,
        phase: claim.phase.map(|phase| phases[phase].name.as_str()),
        amount: claim.amount,
        you_pay: claim.you_pay,
        plan_pays: claim.plan_pays,
        programme_pays: claim.programme_pays,
        rule: claim.rules.named(),
    }))
}
