//! `clinics`: the list, filtered and in order.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, ValueEnum};

use super::out::Out;
use super::{NOTHING_FOUND, json, messages};
use crate::clinic::asked::{self, Asked};
use crate::clinic::closed::Closed;
use crate::clinic::filter::{Filter, Shown, Sort};
use crate::clinic::place::Place;
use crate::clinic::{Clinic, List, words};
use crate::cost::money::cents;
use crate::guide::block::{Block, Face, Inline, Kind, faced, plain};
use crate::library::{self, Fault};
use crate::plain::harmless;

/// The filters of `clinics`; all must hold.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // switches of the command line
pub struct Filters {
    /// In this state, in two letters; may be repeated: any of them. Telehealth is US
    #[arg(long, value_name = "CA")]
    state: Vec<String>,
    /// In this town
    #[arg(long, value_name = "NAME")]
    city: Option<String>,
    /// With this way of treatment; may be repeated: all of them
    #[arg(long, value_name = "WAY")]
    treatment: Vec<String>,
    /// That names this condition; may be repeated: all of them
    #[arg(long, value_name = "NAME")]
    condition: Vec<String>,
    /// With therapy
    #[arg(long)]
    therapy: bool,
    /// Of the VA, or with something said of VA care
    #[arg(long)]
    va: bool,
    /// With a price of at most so many dollars; those that state none are counted
    #[arg(long, value_name = "DOLLARS", value_parser = dollars)]
    max_price: Option<u64>,
    /// Keeps those that state no price
    #[arg(long, requires = "max_price")]
    include_unknown: bool,
    /// That state a price
    #[arg(long)]
    known_price: bool,
    /// How far from here: a ZIP code, its first three digits, or "City, ST"
    #[arg(long, value_name = "PLACE")]
    near: Option<String>,
    /// At most so many miles from there, in a straight line
    #[arg(long, value_name = "MILES", requires = "near", value_parser = miles)]
    within: Option<f64>,
    /// The order; by distance with --near, else as listed
    #[arg(long, value_name = "ORDER", value_enum)]
    sort: Option<Order>,
    /// Clinics at most; all when left out
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Lists the clinics that a source says are closed
    #[arg(long, conflicts_with_all = [
        "state", "city", "treatment", "condition", "therapy", "va", "max_price", "known_price",
        "near", "sort", "limit", "csv",
    ])]
    pub closed: bool,
    /// Prints CSV
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

/// An order of clinics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// The nearest first
    Distance,
    /// By name
    Name,
    /// The lowest price first; those that state none last
    Price,
    /// By state, then town
    State,
}

fn dollars(text: &str) -> Result<u64, String> {
    cents(text).ok_or_else(|| "give dollars, such as 450 or 450.50".to_owned())
}

fn miles(text: &str) -> Result<f64, String> {
    asked::miles(text).ok_or_else(|| "give miles, such as 50".to_owned())
}

/// The list to use: the one a user names, else the bundled one. Its faults are said.
pub fn list(out: &Out, file: Option<&Path>) -> anyhow::Result<List> {
    let Some(path) = file else { return Ok(List::bundled()) };
    let (list, faults) = library::clinics(path)?;
    messages::each(&faults, out.glyphs());
    filled(path, list)
}

/// The list that a user names, and what is wrong in it.
pub fn own(path: &Path) -> anyhow::Result<(List, Vec<Fault>)> {
    let (list, faults) = library::clinics(path)?;
    Ok((filled(path, list)?, faults))
}

fn filled(path: &Path, list: List) -> anyhow::Result<List> {
    anyhow::ensure!(!list.is_empty(), "{}: no clinics in it", library::shown(path));
    Ok(list)
}

/// Prints the clinics that the filters let through.
pub fn answer(out: &mut Out, list: &List, filters: &Filters) -> anyhow::Result<ExitCode> {
    let (filter, place) = filters.asked().filter(list)?;
    let sort = match filters.sort {
        Some(Order::Distance) if place.is_none() => {
            anyhow::bail!("--sort distance needs --near, a ZIP code or \"City, ST\"")
        }
        Some(Order::Distance) => Sort::Distance,
        None if place.is_some() => Sort::Distance,
        Some(Order::Name) => Sort::Name,
        Some(Order::Price) => Sort::Price,
        Some(Order::State) => Sort::State,
        None => Sort::Listed,
    };
    let mut shown = list.shown(&filter, sort);
    let total = shown.rows.len();
    shown.rows.truncate(filters.limit.unwrap_or(usize::MAX));
    let clinics: Vec<(Clinic, Option<f64>)> =
        shown.rows.iter().map(|(i, miles)| (list.clinic(*i), *miles)).collect();
    let near = filters.near.as_deref().zip(place.as_ref());
    if out.json {
        json::clinics(out, "clinics", &clinics, near, Some((total, shown.not_stated)))?;
    } else if filters.csv {
        let rows = csv(list, &shown)?;
        // Ends of lines stay as CSV has them.
        let lines: Vec<_> = rows.split("\r\n").map(harmless).collect();
        out.bytes().write_all(lines.join("\r\n").as_bytes())?;
    } else {
        print(out, &clinics, near.map(|(_, place)| place))?;
        say(out, list, &filter, &shown, total);
    }
    if clinics.is_empty() && total == 0 {
        messages::say(out.glyphs(), "no clinic in the list has all of that; leave one filter out");
        return Ok(ExitCode::from(NOTHING_FOUND));
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the clinics that a source says are closed.
pub fn closed(out: &mut Out) -> anyhow::Result<ExitCode> {
    let closed = Closed::all();
    if out.json {
        json::closed(out, &closed)?;
        return Ok(ExitCode::SUCCESS);
    }
    for Closed { name, scope, says, when, sources } in &closed {
        let mut inlines = faced(name, Face { bold: true, ..Face::default() });
        for line in [scope, says, &format!("when: {when}"), &sources.join("; ")] {
            inlines.push(Inline::Break);
            inlines.extend(plain(line));
        }
        out.blocks(&[Block { at: 0, kind: Kind::Paragraph(inlines) }])?;
    }
    Ok(ExitCode::SUCCESS)
}

impl Filters {
    /// What is asked for.
    fn asked(&self) -> Asked {
        Asked {
            states: self.state.clone(),
            city: self.city.clone(),
            treatments: self.treatment.clone(),
            conditions: self.condition.clone(),
            therapy: self.therapy,
            va: self.va,
            max_price: self.max_price,
            include_unknown: self.include_unknown,
            known_price: self.known_price,
            near: self.near.clone(),
            within: self.within,
        }
    }
}

/// Clinics as CSV with the columns of the list.
fn csv(list: &List, shown: &Shown) -> anyhow::Result<String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(Clinic::headings())?;
    for (i, _) in &shown.rows {
        writer.write_record(list.cells_of(*i))?;
    }
    Ok(String::from_utf8_lossy(&writer.into_inner().context("rows of text")?).into_owned())
}

fn print(
    out: &mut Out,
    clinics: &[(Clinic, Option<f64>)],
    near: Option<&Place>,
) -> anyhow::Result<()> {
    if let Some(place) = near {
        let from = format!("Miles in a straight line from {}.", place.matched);
        out.blocks(&[Block::paragraph(&from)])?;
    }
    for (clinic, miles) in clinics {
        out.blocks(&[entry(clinic, *miles)])?;
    }
    Ok(())
}

/// A clinic in a few lines; `guidepost clinic ID` tells the rest.
fn entry(clinic: &Clinic, miles: Option<f64>) -> Block {
    let mut inlines = faced(&clinic.name, Face { bold: true, ..Face::default() });
    let mut line = |text: &str| {
        inlines.push(Inline::Break);
        inlines.extend(plain(text));
    };
    let mut place = clinic.place();
    if let Some(miles) = miles {
        place.push_str(&format!(", {}", words::miles(miles, clinic)));
    }
    line(&place);
    line(&clinic.offers());
    line(&words::price(clinic));
    line(&words::seen(clinic));
    line(&format!("guidepost clinic {}", clinic.id));
    Block { at: 0, kind: Kind::Paragraph(inlines) }
}

/// Says what a reader of the list must know: how many, and what is not stated.
fn say(out: &Out, list: &List, filter: &Filter, shown: &Shown, total: usize) {
    let glyphs = out.glyphs();
    let listed = shown.rows.len();
    messages::say(
        glyphs,
        &match (listed, total) {
            (listed, total) if listed < total => format!("{listed} of {total} clinics"),
            (1, _) => "1 clinic".to_owned(),
            (listed, _) => format!("{listed} clinics"),
        },
    );
    if shown.not_stated > 0 {
        let kept = if filter.include_unknown { "among them" } else { "not shown" };
        messages::say(glyphs, &format!("{}, {kept}", words::without_price(shown.not_stated)));
    }
    let notes = [words::unstated(list, filter), words::telehealth(list, filter)];
    for text in notes.into_iter().flatten() {
        messages::say(glyphs, text.trim_end_matches('.'));
    }
    for text in words::dated(list.compiled, out.today).into_iter().chain([words::LEAD.to_owned()]) {
        messages::say(glyphs, &text);
    }
}
