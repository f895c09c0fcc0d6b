//! The table of routes: each figure of the calculator stands in a fact or is said to be
//! taken without one, and none lies outside of what a plan may have.

mod figure;
mod route;

use toml::de::DeTable;

use super::crisis::GONE;
use super::dates::is_to_come;
use super::report::{Code, Finding, Level, Report, few};
use super::spot::{Spot, texts};
use super::tables::is_gone;
use super::{Held, sign, spelled, wording};
use crate::cost::inputs::ITEMS;
use crate::cost::route::{Costs, Extras, ROUTES};
use crate::guide::age;
use crate::library::TableText;
use crate::near::NotFound;
use figure::Figure;

/// Takes findings of the table.
struct Sheet<'a> {
    text: &'a TableText,
    held: &'a Held<'a>,
    report: &'a mut Report,
}

/// What a figure may rest on.
struct Behind<'a> {
    /// The ids of the facts named beside it and what these state; none when one of them
    /// cannot be found, which is said once.
    facts: Option<Vec<(&'a str, &'a str)>>,
    /// What the route takes without a fact; nothing for figures that need one.
    assumed: &'a [String],
}

/// Checks the table of routes.
pub fn check(text: &TableText, held: &Held, report: &mut Report) {
    let mut sheet = Sheet { text, held, report };
    for (at, message) in few(sign::wrong(&text.text, true)) {
        sheet.fault(at, message);
    }
    let costs = match text.parse::<Costs>() {
        Ok(costs) => costs,
        Err(fault) => return sheet.report.add(Finding::of(&fault, Code::Cost)),
    };
    let Ok(root) = DeTable::parse(&text.text) else { return };
    let root = root.get_ref();
    for (at, message) in spelled::wrong(root, &text.text, true) {
        sheet.fault(at, message);
    }
    for (range, text) in texts(root) {
        if is_gone(text) {
            sheet.fault(range.start, GONE.to_owned());
        }
    }
    sheet.dated(&costs, Spot::of(root, "checked"));
    sheet.report.checked.routes += costs.routes.len();
    let routes = Spot::of(root, "route");
    sheet.different("id", &costs, routes, |route| &route.id);
    sheet.different("title", &costs, routes, |route| &route.title);
    for id in ROUTES.iter().filter(|id| costs.route(id).is_none()) {
        let message = format!("there is no route \"{id}\": the command line promises it");
        sheet.fault(0, message);
    }
    for (i, route) in costs.routes.iter().enumerate() {
        route::check(route, routes.nth(i), &mut sheet);
    }
    sheet.extras(&costs, Spot::of(root, "extras"));
}

impl<'a> Sheet<'a> {
    fn add(&mut self, level: Level, at: usize, message: String) {
        let (file, line) = (self.text.file.clone(), Some(self.text.line(at)));
        self.report.add(Finding { file, line, code: Code::Cost, level, message });
    }

    fn fault(&mut self, at: usize, message: String) {
        self.add(Level::Fault, at, message);
    }

    /// Words that readers see.
    fn words(&mut self, text: &str, spot: Spot) {
        if text.trim().is_empty() {
            self.fault(spot.at, "it is empty: write what readers are to see".to_owned());
        }
        for (_, _, message) in wording::wrong(text) {
            self.fault(spot.at, message);
        }
    }

    fn dated(&mut self, costs: &Costs, spot: Spot) {
        let today = self.held.today;
        match costs.checked {
            Some(date) if is_to_come(date, today) => {
                self.fault(spot.at, "its prices were checked in the future".to_owned());
            }
            Some(date) if age::is_over(date, age::PRICES, today) => {
                let message = format!("its prices were checked on {date}: look them up again");
                self.add(Level::Warning, spot.at, message);
            }
            Some(_) | None => {}
        }
    }

    /// No two routes have the same of what `of` gives.
    fn different(
        &mut self,
        key: &str,
        costs: &Costs,
        routes: Spot,
        of: impl Fn(&crate::cost::route::Route) -> &String,
    ) {
        for (i, route) in costs.routes.iter().enumerate() {
            if costs.routes[..i].iter().any(|other| of(other) == of(route)) {
                let message = format!("the {key} \"{}\" is taken by a route above", of(route));
                self.fault(routes.nth(i).key(key).at, message);
            }
        }
    }

    /// The facts that are named at a spot: all must be there, and none may have ended.
    fn facts(&mut self, ids: &'a [String], spot: Spot) -> Option<Vec<(&'a str, &'a str)>> {
        let (held, mut found) = (self.held, Some(Vec::new()));
        if !held.listed {
            return None;
        }
        for (i, id) in ids.iter().enumerate() {
            let at = spot.nth(i).at;
            let Some(fact) = held.evidence().fact(id) else {
                let ids = held.evidence().facts.iter().map(|fact| fact.id.as_str());
                self.fault(at, NotFound::among("fact", id, ids).to_string());
                found = None;
                continue;
            };
            if let Some(end) = fact.ended(held.today) {
                let message =
                    format!("{id} speaks of a rule that ended on {end}: find out what holds now");
                self.add(Level::Warning, at, message);
            }
            if let Some(found) = &mut found {
                found.push((id.as_str(), fact.statement.as_str()));
            }
        }
        found
    }

    /// A figure, which must stand in what is behind it.
    fn stated(&mut self, figure: Figure, behind: &Behind, spot: Spot) {
        let Some(facts) = &behind.facts else { return };
        let assumed = behind.assumed.iter().map(String::as_str);
        let mut texts = facts.iter().map(|(_, statement)| *statement).chain(assumed);
        if texts.any(|text| figure.stands_in(text)) {
            return;
        }
        let ids: Vec<_> = facts.iter().map(|(id, _)| *id).collect();
        let lacks = if ids.is_empty() {
            "has no fact".to_owned()
        } else {
            format!("does not stand in {}", ids.join(", "))
        };
        let or = if behind.assumed.is_empty() {
            ""
        } else {
            ", or say under `assumed`, for upkeep under `upkeep_assumed`, that it is taken without one"
        };
        let message = format!(
            "the figure \"{figure}\" {lacks}: correct it, name the fact that states it{or}"
        );
        self.fault(spot.at, message);
    }

    /// What is often forgotten.
    fn extras(&mut self, costs: &'a Costs, spot: Spot) {
        let Extras { facts, items } = &costs.extras;
        self.facts(facts, spot.key("facts"));
        if facts.is_empty() {
            let message = "no fact says what is often forgotten: name it under `facts`";
            self.fault(spot.key("facts").at, message.to_owned());
        }
        let sessions = costs.routes.iter().map(|route| route.session.as_str());
        let visits = costs.routes.iter().filter_map(|route| route.therapy.as_ref());
        let visits = visits.map(|therapy| therapy.name.as_str());
        let mut taken: Vec<&str> = sessions.chain(visits).chain(ITEMS).collect();
        for (i, item) in items.iter().enumerate() {
            let spot = spot.key("items").nth(i).key("name");
            self.words(&item.name, spot);
            if taken.contains(&item.name.as_str()) {
                let message = format!("the name \"{}\" is taken: give it another", item.name);
                self.fault(spot.at, message);
            }
            taken.push(&item.name);
        }
    }
}
