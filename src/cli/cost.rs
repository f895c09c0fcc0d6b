//! `cost`: what a treatment costs, by route, by what is said of it, or by a plan file.

mod inputs;
mod options;
mod routes;

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, anyhow, bail};

use super::messages::{self, USAGE};
use super::out::{Out, unwritten};
use super::{clinic, clinics, json, read};
use crate::cost::print;
use crate::cost::report::Report;
use crate::cost::route::{Costs, Route};
use crate::cost::stated::Stated;
use crate::cost::{Plan, claims};
use crate::guide::Guide;
use crate::guide::block::{Block, Kind};
use crate::library::{self, Fault, Library, shown};
use crate::near::NotFound;

pub use options::Asked;

/// What the estimate is of.
pub enum Answer {
    /// A route or a plan.
    One(Box<Report>),
    /// Every route.
    All(Vec<Report>),
}

/// Prints the estimate asked for. `clinics` is a list of clinics of the user's own.
pub fn answer(out: &mut Out, asked: &Asked, clinics: Option<&Path>) -> anyhow::Result<ExitCode> {
    let answer = match &asked.plan {
        Some(file) => match plan(file)? {
            Ok(plan) => Answer::One(Report::of_plan(plan).into()),
            Err(faults) => {
                messages::each(&faults, out.glyphs());
                return Ok(ExitCode::from(USAGE));
            }
        },
        None => asked.routes(out, clinics)?,
    };
    if let Some(file) = &asked.save {
        let Answer::One(report) = &answer else {
            bail!(
                "--save writes one plan: name a route, such as guidepost cost iv --save FILE.toml"
            )
        };
        save(out, &report.plan, file)?;
    }
    if out.json {
        json::cost(out, &answer)?;
    } else if asked.csv {
        csv(out, &answer)?;
    } else {
        asked.print(out, &answer)?;
    }
    if let Some(message) = asked.idle() {
        messages::say(out.glyphs(), message);
    }
    Ok(ExitCode::SUCCESS)
}

impl Asked {
    /// Prints the estimate or a paper made of it, typeset or as Markdown.
    fn print(&self, out: &mut Out, answer: &Answer) -> anyhow::Result<()> {
        let library = Library::bundled();
        let evidence = library.evidence();
        let (body, foot) = match answer {
            Answer::One(report) if self.letter => (print::letter(report), None),
            Answer::One(report) if self.call => (print::call(report, evidence), None),
            Answer::One(report) => (report.body(), Some(report.foot())),
            Answer::All(_) if self.letter || self.call => {
                bail!(
                    "the letter and the call are of one treatment: name a route, such as guidepost cost iv"
                )
            }
            Answer::All(reports) => (routes::markdown(reports), reports.first().map(Report::foot)),
        };
        if self.markdown {
            let foot = foot.as_deref();
            out.raw(
                &foot.map_or_else(|| body.clone(), |foot| print::markdown(&body, foot, evidence)),
            )?;
            return Ok(());
        }
        read::document(out, &Guide::new("cost", "cost", body), evidence)?;
        if let Some(foot) = foot {
            out.blocks(&[Block { at: 0, kind: Kind::Rule }, Block::paragraph(&foot)])?;
        }
        Ok(())
    }

    /// The route named, or all of them.
    fn routes(&self, out: &Out, clinics: Option<&Path>) -> anyhow::Result<Answer> {
        let costs = Costs::bundled();
        let route = self.route.as_deref().map(|id| route(costs, id)).transpose()?;
        if let Some(option) = self.treatment.of_one_route().filter(|_| route.is_none()) {
            bail!("{option} belongs to one route; name it, such as guidepost cost iv {option}");
        }
        let stated = self.stated(out, clinics, route)?;
        let report = |route: &'static Route| {
            let stated = stated.as_ref().filter(|stated| stated.route == route);
            let inputs = self.treatment.inputs(route, stated, self.insured.rules())?;
            let report = Report { clinic: stated.cloned(), ..Report::of(inputs) };
            anyhow::Ok(report.dated(out.today))
        };
        Ok(match route {
            Some(route) => Answer::One(report(route)?.into()),
            None => Answer::All(costs.routes.iter().map(report).collect::<Result<_, _>>()?),
        })
    }

    /// The price that the clinic asked for states, which is to fit `route` where that is given.
    fn stated(
        &self,
        out: &Out,
        clinics: Option<&Path>,
        route: Option<&Route>,
    ) -> anyhow::Result<Option<Stated>> {
        let Some(id) = &self.treatment.clinic else { return Ok(None) };
        let clinic = clinic::found(&clinics::list(out, clinics)?, id)?;
        let stated = clinic.stated().map_err(|why| anyhow!("{why}; give a price with --price"))?;
        if let Some(route) = route.filter(|route| *route != stated.route) {
            bail!("{}: its price is for {}, not for {}", stated.name, stated.route.id, route.id);
        }
        Ok(Some(stated))
    }

    /// That what is said of the insurance changes nothing, when it does not.
    fn idle(&self) -> Option<&'static str> {
        match (self.treatment.covered, self.insured.rules()) {
            (false, Some(_)) => Some(
                "nothing is covered, so the rules of the insurance change nothing; add --covered",
            ),
            // A letter asks other things of who counts on a plan.
            (true, None) if !self.letter && !self.call => Some(
                "--covered changes nothing without a rule of the insurance; add --deductible, \
                 --coinsurance or --copay",
            ),
            _ => None,
        }
    }
}

fn route(costs: &'static Costs, id: &str) -> Result<&'static Route, NotFound> {
    let id = id.to_ascii_lowercase();
    costs.route(&id).ok_or_else(|| {
        NotFound::among("route", &id, costs.routes.iter().map(|route| route.id.as_str()))
    })
}

/// The plan of a file or of standard input, or everything that is wrong in it.
fn plan(file: &Path) -> anyhow::Result<Result<Plan, Vec<Fault>>> {
    const INPUT: &str = "standard input";
    if file != Path::new("-") {
        return Ok(library::plan(file));
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).context(INPUT)?;
    Ok(library::plan_of(INPUT, bytes))
}

/// Writes a plan to a new file.
fn save(out: &Out, plan: &Plan, file: &Path) -> anyhow::Result<()> {
    if file == Path::new("-") {
        bail!("--save: - is no name of a file; give one, such as plan.toml");
    }
    let name = shown(file);
    let written = library::created(file)?.write_all(plan.written().as_bytes());
    written.with_context(|| format!("{name}: is not complete, delete it"))?;
    let message = format!("written to {name}; to use it: guidepost cost --plan {name}");
    messages::say(out.glyphs(), &message);
    Ok(())
}

/// Prints the claims at typical prices.
fn csv(out: &mut Out, answer: &Answer) -> std::io::Result<()> {
    let glyphs = out.glyphs();
    match answer {
        Answer::One(report) => claims::write(out.bytes(), report, glyphs),
        Answer::All(reports) => claims::write_routes(out.bytes(), reports, glyphs),
    }
    .map_err(unwritten)
}
