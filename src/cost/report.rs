//! An estimate with everything that is to be said beside it.

mod brief;
mod figures;
mod markdown;
pub mod routes;
mod working;

use jiff::civil::Date;

use super::inputs::Inputs;
use super::route::Costs;
use super::stated::Stated;
use super::{Estimate, Plan, Share};

/// What an estimate is not, said with every one.
pub const ESTIMATE: &str =
    "This is an estimate, not a bill: your clinic's written estimate overrides it.";

/// Said when an insurance is given and leaves nothing to pay.
const PAYS_ALL: &str =
    "No deductible, percentage or copay is given, so the plan is counted as paying all of it.";

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
}

impl Report {
    /// Sums up what a person says.
    #[must_use]
    pub fn of(inputs: Inputs) -> Self {
        let plan = inputs.plan();
        Self { estimate: plan.estimate(), plan, inputs: Some(inputs), clinic: None }
    }

    /// Sums up a plan.
    #[must_use]
    pub fn of_plan(plan: Plan) -> Self {
        Self { estimate: plan.estimate(), plan, inputs: None, clinic: None }
    }

    /// When the prices of the route were checked; none for a plan of a file.
    #[must_use]
    pub fn prices_checked(&self) -> Option<Date> {
        self.inputs.as_ref().and(Costs::bundled().checked)
    }

    /// True when something is covered and nothing says what the patient pays of it.
    fn pays_all(&self) -> bool {
        let nothing = self.plan.insurance.is_some_and(|insurance| {
            insurance.deductible == 0
                && matches!(insurance.share, Share::Coinsurance(0) | Share::Copay(0))
        });
        nothing && self.plan.items.iter().any(|item| item.covered)
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
        let mut said = vec![ESTIMATE.to_owned()];
        if let Some(inputs) = &self.inputs {
            said.extend(inputs.route.assumed.iter().cloned());
            if inputs.upkeep_days == inputs.route.upkeep_days && !inputs.monthly {
                said.extend(inputs.route.upkeep_assumed.iter().cloned());
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
        let covered = self.plan.items.iter().any(|item| item.covered);
        match (&self.plan.insurance, covered) {
            (Some(_), true) => said.push(
                "Insurance: each price is taken as the amount the plan allows, in its network, \
                 after it has approved the treatment."
                    .to_owned(),
            ),
            (Some(_), false) => said.push(
                "Nothing in this plan is covered, so the rules of the insurance change nothing."
                    .to_owned(),
            ),
            (None, true) => said.push(
                "Something is said to be covered, but no insurance is given, so all of it is \
                 counted as paid by you."
                    .to_owned(),
            ),
            (None, false) => {}
        }
        if self.pays_all() {
            said.push(PAYS_ALL.to_owned());
        }
        for savings in &self.plan.savings {
            let item = &self.plan.items[savings.item];
            if !item.covered || self.plan.insurance.is_none() {
                let name = crate::plain::one_line(&item.name);
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
        if self.inputs.is_none() {
            named.push("Whatever the plan does not list".to_owned());
        }
        named
    }
}
