//! An estimate with everything that is to be said beside it.

mod brief;
mod figures;
mod made_of;
mod markdown;
pub mod routes;
mod warnings;
mod working;

use jiff::civil::Date;

use super::inputs::Inputs;
use super::money::Band;
use super::route::Costs;
use super::stated::Stated;
use super::{Estimate, Per, Plan, Rhythm};
use crate::guide::age;
use crate::guide::foot;
use crate::guide::markdown::escaped;
use crate::plain::one_line;

/// What an estimate is not, said with every one.
pub const ESTIMATE: &str =
    "This is an estimate, not a bill: your clinic's written estimate overrides it.";

/// What the parts of the bars of months mean.
pub(super) const BARS: &str = "A bar is full up to the low price, lighter on to the typical one, and lightest up to the high one.";

/// A plan, what it comes to, and what it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The plan.
    pub plan: Plan,
    /// What it comes to.
    pub estimate: Estimate,
    /// What it was made of, unless it came from a file.
    pub inputs: Option<Inputs>,
    /// The clinic whose price is used.
    pub clinic: Option<Stated>,
    /// The day on which it is read, where that is known: prices grow old.
    pub today: Option<Date>,
}

impl Report {
    /// Sums up what a person says.
    #[must_use]
    pub fn of(inputs: Inputs) -> Self {
        let plan = inputs.plan();
        Self { estimate: plan.estimate(), plan, inputs: Some(inputs), clinic: None, today: None }
    }

    /// Sums up a plan.
    #[must_use]
    pub fn of_plan(plan: Plan) -> Self {
        Self { estimate: plan.estimate(), plan, inputs: None, clinic: None, today: None }
    }

    /// The same, read on a day.
    #[must_use]
    pub fn dated(self, today: Date) -> Self {
        Self { today: Some(today), ..self }
    }

    /// When the prices of the route were checked; none for a plan of a file.
    #[must_use]
    pub fn prices_checked(&self) -> Option<Date> {
        self.inputs.as_ref().and(Costs::bundled().checked)
    }

    /// When the prices were checked, in a sentence or two; none for a plan of a file.
    #[must_use]
    pub fn prices_dated(&self) -> Option<String> {
        let date = self.prices_checked()?;
        let prices =
            if self.has_own_prices() { "Prices that you did not type in" } else { "Prices" };
        let old = self.today.filter(|today| age::is_over(date, age::PRICES, *today));
        let old = old.map(|_| {
            format!(
                " That is more than {} months ago: ask for new ones before you count on these.",
                age::PRICES
            )
        });
        Some(format!("{prices} were checked on {date}.{}", old.unwrap_or_default()))
    }

    /// What stands below the estimate where it is printed.
    #[must_use]
    pub fn foot(&self) -> String {
        let checked = self.prices_checked().map(|date| format!("Prices checked {date}; "));
        foot::line(&format!("{}guidepost", checked.unwrap_or_else(|| "From ".to_owned())))
    }

    /// The phases of the starting course that have sessions in the months counted.
    fn start(&self) -> usize {
        let start = self.plan.phases.iter().zip(&self.estimate.sessions);
        let weekly = |rhythm| matches!(rhythm, Rhythm::PerWeek { .. });
        start.take_while(|(phase, sessions)| weekly(phase.rhythm) && **sessions > 0).count()
    }

    /// The whole starting course, where a route has it in more than one stretch: its sessions,
    /// its last day, and what is paid to then.
    fn course(&self) -> Option<(usize, u32, Band)> {
        self.inputs.as_ref()?;
        let last = self.start().checked_sub(1).filter(|last| *last > 0)?;
        let day = self.plan.phases[last].days(self.plan.months).last()? + 1;
        let sessions = self.estimate.sessions[..=last].iter().sum();
        Some((sessions, day, self.estimate.through[last]))
    }

    /// True when something is charged again and again to the end.
    fn goes_on(&self) -> bool {
        let phases = self.plan.phases.iter().zip(&self.estimate.sessions);
        let mut phases = phases.filter(|(_, sessions)| **sessions > 0);
        phases.any(|(phase, _)| phase.is_open())
            || self.plan.items.iter().any(|item| item.per == Per::Month)
    }

    /// Sessions of treatment within the months counted, visits with a therapist left out.
    #[must_use]
    pub fn treatment(&self) -> usize {
        let therapy = self.inputs.as_ref().is_some_and(|inputs| inputs.therapy_visits > 0);
        let phases = self.estimate.sessions.len() - usize::from(therapy);
        self.estimate.sessions[..phases].iter().sum()
    }

    /// How long the sessions take in all, in words, and the marks of the facts that say so;
    /// none where it is not known.
    #[must_use]
    pub fn hours(&self) -> Option<(String, String)> {
        let minutes = self.inputs.as_ref()?.route.visit_minutes.as_ref()?;
        let sessions = u32::try_from(self.treatment()).ok().filter(|sessions| *sessions > 0)?;
        let hours = |minutes: u32| {
            let halves = (minutes * sessions).div_ceil(30);
            let half = if halves % 2 == 1 { ".5" } else { "" };
            format!("{}{half}", halves / 2)
        };
        let words = match minutes.high {
            Some(high) => format!("{} to {} hours", hours(minutes.low), hours(high)),
            None => format!("at least {} hours", hours(minutes.low)),
        };
        Some((words, markdown::cited(&minutes.facts)))
    }

    /// What is taken to be so, in sentences.
    #[must_use]
    pub fn assumptions(&self) -> Vec<String> {
        let mut said = self.warnings();
        said.push(ESTIMATE.to_owned());
        if let Some(inputs) = &self.inputs {
            said.extend(inputs.route.assumed.iter().cloned());
            if inputs.upkeep_days == inputs.route.upkeep_days && !inputs.monthly {
                said.extend(inputs.route.upkeep_assumed.iter().cloned());
            }
            if inputs.covered {
                said.extend(inputs.route.insured_assumed.iter().cloned());
            }
            if inputs.therapy_visits > 0 {
                said.push("Visits with a therapist are counted one a week.".to_owned());
            }
        }
        if let Some(Stated { name, date, monthly, .. }) = &self.clinic {
            let unit = if *monthly { "month" } else { "session" };
            let dated = date.as_ref().map_or_else(
                || "the date of the price is not stated".to_owned(),
                |date| format!("as of {date}"),
            );
            said.push(format!("The price of a {unit} is the one that {name} states, {dated}."));
        }
        match (&self.plan.insurance, self.is_covered()) {
            (Some(_), true) => said.push(
                "Insurance: each price is taken as the amount the plan allows, in its network, \
                 after it has approved the treatment."
                    .to_owned(),
            ),
            (Some(_), false) => said.push(
                "Nothing in this plan is covered, so the rules of the insurance change nothing."
                    .to_owned(),
            ),
            (None, _) => {}
        }
        for savings in &self.plan.savings {
            let item = &self.plan.items[savings.item];
            if !item.covered || self.plan.insurance.is_none() {
                let name = one_line(&item.name);
                said.push(format!(
                    "The programme for {name} pays nothing here: it acts only on what an \
                     insurance covers."
                ));
            }
        }
        said
    }

    /// What is not in the sum.
    #[must_use]
    pub fn not_counted(&self) -> Vec<String> {
        let mut named: Vec<String> = match &self.inputs {
            Some(inputs) => {
                Costs::bundled().not_counted(&inputs.extras).map(str::to_owned).collect()
            }
            None => Vec::new(),
        };
        if self.plan.insurance.is_some() {
            named.push("Premiums of the insurance".to_owned());
            named.push("Charges above the amount that the plan allows".to_owned());
        }
        if let Some(inputs) = self.inputs.as_ref().filter(|_| !self.plan.savings.is_empty()) {
            let programme = inputs.route.programme.iter();
            named.extend(programme.flat_map(|programme| programme.not_counted.iter().cloned()));
        }
        if self.inputs.is_none() {
            named.push("Whatever the plan does not list".to_owned());
        }
        named
    }
}

/// The name of an item or a phase as Markdown.
fn named(name: &str) -> String {
    let name = one_line(name);
    if name.is_empty() { "unnamed".to_owned() } else { escaped(&name) }
}
