//! What is said on the command line as what the calculator takes.

use anyhow::{bail, ensure};

use super::options::{Every, Insured, Treatment};
use crate::cost::inputs::{ITEMS, Inputs};
use crate::cost::money::Band;
use crate::cost::route::{Often, Route};
use crate::cost::stated::Stated;
use crate::cost::{Insurance, Share};

impl Treatment {
    /// The first option given that speaks of one route only.
    pub fn of_one_route(&self) -> Option<&'static str> {
        [
            ("--price", self.price.is_some()),
            ("--sessions", self.sessions.is_some()),
            ("--upkeep-every", self.upkeep_every.is_some()),
            ("--therapy-visits", self.therapy_visits.is_some()),
            ("--therapy-price", self.therapy_price.is_some()),
        ]
        .into_iter()
        .find_map(|(option, given)| given.then_some(option))
    }

    /// A treatment on this route, at the price that a clinic states for it. What is not said
    /// is as the route has it.
    pub fn inputs(
        &self,
        route: &'static Route,
        stated: Option<&Stated>,
        insurance: Option<Insurance>,
    ) -> anyhow::Result<Inputs> {
        let mut inputs = Inputs { covered: self.covered, insurance, ..Inputs::of(route) };
        if let Some(stated) = stated {
            stated.put(&mut inputs);
        }
        inputs.price = self.price.unwrap_or(inputs.price);
        inputs.sessions = self.sessions.unwrap_or(inputs.sessions);
        inputs.months = self.months.unwrap_or(inputs.months);
        inputs.evaluation = self.evaluation.map_or(inputs.evaluation, Band::one);
        if let Some(Every(days)) = self.upkeep_every {
            inputs.upkeep_days = days;
        }
        self.therapy(&mut inputs)?;
        self.extras(&mut inputs)?;
        if inputs.monthly {
            self.fits_months()?;
        }
        if let Some(message) = inputs.plan().too_many() {
            bail!(message);
        }
        Ok(inputs)
    }

    /// Takes the visits with a therapist. Where the route has none, neither their number nor
    /// their price is known.
    fn therapy(&self, inputs: &mut Inputs) -> anyhow::Result<()> {
        let known = inputs.route.therapy.is_some();
        let visits = self.therapy_visits.unwrap_or(inputs.therapy_visits);
        ensure!(
            known || visits == 0 || self.therapy_price.is_some(),
            "--therapy-visits: no price of a visit is known on this route; give --therapy-price"
        );
        ensure!(
            known || self.therapy_visits.is_some() || self.therapy_price.is_none(),
            "--therapy-price: this route has no visits of its own; give --therapy-visits"
        );
        inputs.therapy_visits = visits;
        inputs.therapy_price = self.therapy_price.map_or(inputs.therapy_price, Band::one);
        Ok(())
    }

    fn extras(&self, inputs: &mut Inputs) -> anyhow::Result<()> {
        for extra in &self.extra {
            ensure!(
                inputs.is_free(&extra.name) && !ITEMS.contains(&extra.name.as_str()),
                "--extra: the plan for {} has \"{}\" already; give it another name",
                inputs.route.id,
                extra.name
            );
            inputs.extras.push(extra.clone());
        }
        Ok(())
    }

    /// Refuses what is said of sessions where a month is paid.
    fn fits_months(&self) -> anyhow::Result<()> {
        let session = self.extra.iter().find(|extra| extra.per == Often::Session);
        let said = match session {
            _ if self.sessions.is_some() => "--sessions".to_owned(),
            _ if self.upkeep_every.is_some() => "--upkeep-every".to_owned(),
            Some(extra) => format!("--extra \"{}\"", extra.name),
            None => return Ok(()),
        };
        bail!("{said}: this clinic is paid by the month, so sessions are not counted");
    }
}

impl Insured {
    /// The rules, if anything is said of them.
    pub fn rules(&self) -> Option<Insurance> {
        let Self { deductible, deductible_met, coinsurance, copay, .. } = *self;
        let Self { out_of_pocket_max, out_of_pocket_met, reset_in, .. } = *self;
        let amounts = [deductible, deductible_met, copay, out_of_pocket_max, out_of_pocket_met];
        let said = amounts.iter().any(Option::is_some);
        let unsaid = Insurance::default();
        let share = coinsurance.map(Share::Coinsurance).or(copay.map(Share::Copay));
        (said || coinsurance.is_some() || reset_in.is_some()).then(|| Insurance {
            deductible: deductible.unwrap_or(unsaid.deductible),
            deductible_met: deductible_met.unwrap_or(unsaid.deductible_met),
            out_of_pocket_max,
            out_of_pocket_met: out_of_pocket_met.unwrap_or(unsaid.out_of_pocket_met),
            share: share.unwrap_or(unsaid.share),
            months_until_reset: reset_in.unwrap_or(unsaid.months_until_reset),
        })
    }
}
