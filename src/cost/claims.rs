//! The claims of estimates as CSV, one a row, in dollars.

use std::io::Write;

use csv::{Terminator, WriterBuilder};

use super::money::Cents;
use super::month_of;
use super::report::Report;
use crate::page::Glyphs;
use crate::plain::one_line;

/// The columns; where the routes stand side by side one more comes first, `route`.
const COLUMNS: [&str; 9] =
    ["day", "month", "item", "phase", "amount", "you_pay", "plan_pays", "programme_pays", "rule"];

/// Writes the claims at typical prices of one estimate.
///
/// # Errors
/// When they cannot be written.
pub fn write(to: impl Write, report: &Report, glyphs: Glyphs) -> csv::Result<()> {
    let mut to = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
    to.write_record(COLUMNS)?;
    rows(report, glyphs).try_for_each(|row| to.write_record(row))?;
    Ok(to.flush()?)
}

/// Writes the claims at typical prices of every route, one route after the other.
///
/// # Errors
/// When they cannot be written.
pub fn write_routes(to: impl Write, reports: &[Report], glyphs: Glyphs) -> csv::Result<()> {
    let mut to = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
    to.write_record(std::iter::once("route").chain(COLUMNS))?;
    for report in reports {
        let route = report.inputs.as_ref().map(|inputs| inputs.route.id.clone());
        let route = route.unwrap_or_default();
        rows(report, glyphs)
            .try_for_each(|row| to.write_record(std::iter::once(&route).chain(&row)))?;
    }
    Ok(to.flush()?)
}

fn rows(report: &Report, glyphs: Glyphs) -> impl Iterator<Item = [String; COLUMNS.len()]> {
    let (phases, items) = (&report.plan.phases, &report.plan.items);
    report.estimate.claims.iter().map(move |claim| {
        let phase = claim.phase.map_or("", |phase| &phases[phase].name);
        [
            claim.day.to_string(),
            month_of(claim.day).to_string(),
            cell(&items[claim.item].name, glyphs),
            cell(phase, glyphs),
            dollars(claim.amount),
            dollars(claim.you_pay),
            dollars(claim.plan_pays),
            dollars(claim.programme_pays),
            claim.rules.named(),
        ]
    })
}

/// A name as a cell: harmless, on one line, and no formula in any spreadsheet.
fn cell(name: &str, glyphs: Glyphs) -> String {
    let name = one_line(name);
    // Signs that are spelled may become the beginning of a formula.
    let name = glyphs.show(&name);
    let quote = if name.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("{quote}{name}")
}

/// Dollars with two decimals and no sign: `1450.50`.
fn dollars(cents: Cents) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}
