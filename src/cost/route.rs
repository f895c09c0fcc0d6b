//! Ways of treatment: what is asked for them, by the facts, and what they take.

use std::sync::OnceLock;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use super::money::{Band, Cents};
use crate::guide::front_matter::date;

/// The table of routes that comes with the program.
pub const BUNDLED: &str = include_str!("../../assets/costs.toml");

/// The routes that the command line promises.
pub const ROUTES: [&str; 5] = ["iv", "im", "spravato", "kap", "at-home"];

/// The table of routes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Costs {
    /// When the prices were checked.
    #[serde(deserialize_with = "date")]
    pub checked: Option<Date>,
    /// The routes in order.
    #[serde(rename = "route")]
    pub routes: Vec<Route>,
    /// What is often forgotten.
    pub extras: Extras,
}

/// A way of treatment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The name it goes by on the command line.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The same in a word or two.
    pub short: String,
    /// True when sessions are at home, so that no one travels.
    #[serde(default)]
    pub at_home: bool,
    /// What one session is called.
    pub session: String,
    /// The starting course, one stretch after the other.
    pub start: Vec<Stretch>,
    /// The facts that state the starting course.
    pub start_facts: Vec<String>,
    /// Days from one session of upkeep to the next; no upkeep when left out.
    pub upkeep_days: Option<u32>,
    /// The facts behind the upkeep.
    #[serde(default)]
    pub upkeep_facts: Vec<String>,
    /// For a session.
    pub price: Quoted,
    /// For a month, where it is sold so too.
    pub month: Option<Quoted>,
    /// For the drug of a session alone, where a maker's programme pays for it.
    pub drug: Option<Quoted>,
    /// A maker's programme that helps with the drug.
    pub programme: Option<Maker>,
    /// For the first exam.
    pub evaluation: Option<Quoted>,
    /// For taking someone on.
    pub intake: Option<Quoted>,
    /// Visits with a therapist.
    pub therapy: Option<Therapy>,
    /// How long a session keeps the patient.
    pub visit_minutes: Option<Minutes>,
    /// What is taken without a fact, in sentences.
    #[serde(default)]
    pub assumed: Vec<String>,
    /// The same of upkeep: it does not hold where another upkeep is counted.
    #[serde(default)]
    pub upkeep_assumed: Vec<String>,
    /// What is said when an insurance is counted on, in sentences.
    #[serde(default)]
    pub insured_assumed: Vec<String>,
    /// The facts behind it.
    #[serde(default)]
    pub insured_facts: Vec<String>,
}

/// A maker's programme and the facts that state it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maker {
    /// What a patient pays of the drug of a session at least.
    #[serde(deserialize_with = "dollars")]
    pub you_pay_at_least: Cents,
    /// What it gives that no plan can hold.
    #[serde(default)]
    pub not_counted: Vec<String>,
    /// Their ids.
    pub facts: Vec<String>,
}

/// Sessions of one rhythm.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// The name of its phase.
    pub name: String,
    /// Sessions a week, 1 to 7.
    pub per_week: u32,
    /// Sessions in all.
    pub sessions: u32,
}

/// A price and the facts that state it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quoted {
    #[serde(deserialize_with = "dollars")]
    low: Cents,
    #[serde(deserialize_with = "dollars")]
    typical: Cents,
    #[serde(deserialize_with = "dollars")]
    high: Cents,
    /// Their ids.
    pub facts: Vec<String>,
}

/// Visits with a therapist.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Therapy {
    /// What one is called.
    pub name: String,
    /// How many.
    pub visits: u32,
    /// The facts that state their number.
    pub facts: Vec<String>,
    /// For one.
    pub price: Quoted,
}

/// A time in minutes and the facts that state it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// At least.
    pub low: u32,
    /// At most; not known when left out.
    pub high: Option<u32>,
    /// Their ids.
    pub facts: Vec<String>,
}

/// What is often forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extras {
    /// The facts that name it.
    pub facts: Vec<String>,
    /// In order.
    pub items: Vec<Forgotten>,
}

/// Something that is often forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forgotten {
    /// What it is called.
    pub name: String,
    /// When it is charged.
    pub per: Often,
    /// True when it is paid elsewhere than at the clinic.
    #[serde(default)]
    pub elsewhere: bool,
}

/// When an extra is charged.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Deserialize, strum::EnumString, strum::IntoStaticStr,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Often {
    /// At each session.
    Session,
    /// Once, at the start.
    Once,
    /// Each month.
    Month,
}

impl Quoted {
    /// The price.
    #[must_use]
    pub fn band(&self) -> Band {
        Band { low: self.low, typical: self.typical, high: self.high }
    }
}

/// Whole dollars, in cents.
fn dollars<'de, D: Deserializer<'de>>(from: D) -> Result<Cents, D::Error> {
    u32::deserialize(from).map(|dollars| Cents::from(dollars) * 100)
}

impl Costs {
    /// The bundled table.
    ///
    /// # Panics
    /// Never: a test reads it.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static COSTS: OnceLock<Costs> = OnceLock::new();
        COSTS.get_or_init(|| toml::from_str(BUNDLED).expect("the bundled table is read in a test"))
    }

    /// True when what goes by this name is known to be paid elsewhere than at the clinic.
    #[must_use]
    pub fn is_elsewhere(&self, name: &str) -> bool {
        self.extras.items.iter().any(|item| item.elsewhere && item.name == name)
    }

    /// The route called `id`.
    #[must_use]
    pub fn route(&self, id: &str) -> Option<&Route> {
        self.routes.iter().find(|route| route.id == id)
    }
}

impl Route {
    /// Sessions of the starting course.
    #[must_use]
    pub fn sessions(&self) -> u32 {
        self.start.iter().map(|stretch| stretch.sessions).sum()
    }
}

/// What the unit of a clinic's price is for: the id of a route, and true when it is a month
/// of it; none where the calculator has no use for such a price.
#[must_use]
pub fn of_unit(unit: &str) -> Option<(&'static str, bool)> {
    match unit {
        "iv" => Some(("iv", false)),
        "kap" => Some(("kap", false)),
        "at-home" => Some(("at-home", false)),
        "at-home-month" => Some(("at-home", true)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::Plan;
    use crate::cost::inputs::Inputs;

    #[test]
    fn every_bundled_route_makes_a_plan_that_reads_as_it_was_written() {
        for route in &Costs::bundled().routes {
            let plan = Inputs::of(route).plan();
            assert_eq!(Plan::read(&plan.written()).as_ref(), Ok(&plan), "{}", route.id);
        }
    }

    #[test]
    fn a_first_year_has_the_sessions_that_the_sources_count() {
        let sessions = |route: &str, every: Option<u32>| {
            let route = Costs::bundled().route(route).expect("a bundled route");
            let mut inputs = Inputs::of(route);
            inputs.upkeep_days = every.or(inputs.upkeep_days);
            inputs.plan().estimate().sessions
        };
        assert_eq!(sessions("iv", None), [6, 11]);
        assert_eq!(sessions("spravato", None), [8, 4, 22]);
    }
}
