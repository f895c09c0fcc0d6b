//! What an estimate is made of: its sessions, its prices and whose they are, and by what
//! rules they are shared.

use super::Report;
use crate::cost::inputs::{Inputs, MONTH, Programme};
use crate::cost::money::{Band, dollars};
use crate::cost::papers::counted;
use crate::cost::{Insurance, Item, Savings};

/// Where a price comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
enum Whose {
    /// It was typed in.
    #[strum(serialize = "your figure")]
    Yours,
    /// A clinic states it.
    #[strum(serialize = "the clinic's price")]
    Clinic,
    /// It is what is common on the route.
    #[strum(serialize = "common prices")]
    Common,
}

impl Report {
    /// It as a list in Markdown.
    pub(super) fn made_of(&self) -> String {
        let (plan, estimate) = (&self.plan, &self.estimate);
        let phases = plan.phases.iter().zip(&estimate.sessions);
        let phases = phases.filter(|(_, sessions)| **sessions > 0);
        let phases = phases.map(|(phase, sessions)| phase.in_words(*sessions, plan.months));
        let common = self.inputs.as_ref().map(|inputs| common(inputs).plan().items);
        let items = plan.items.iter().map(|item| self.item(item, common.as_deref()));
        let insurance = plan.insurance.as_ref().filter(|_| self.is_covered());
        let rules = insurance.map(Insurance::in_words);
        let savings = plan.savings.iter().filter(|_| insurance.is_some());
        let savings = savings.map(|savings| self.programme(savings));
        let lines: Vec<String> = phases.chain(items).chain(rules).chain(savings).collect();
        lines.join("\n")
    }

    fn item(&self, item: &Item, common: Option<&[Item]>) -> String {
        let name = super::named(&item.name);
        if common.is_some() && item.price == Band::default() {
            return format!("- {name}: no price given");
        }
        let Band { low, typical, high } = item.price;
        let price = if item.price.is_one() {
            dollars(typical)
        } else {
            let [low, typical, high] = [low, typical, high].map(dollars);
            format!("{low} to {high}, {typical} taken as typical")
        };
        let covered = if item.covered { "; counted as covered" } else { "" };
        let whose = self.whose(item, common).map(|whose| format!(" ({})", <&str>::from(whose)));
        format!("- {name}: {price}{}{covered}", whose.unwrap_or_default())
    }

    /// Whose a price is; of a plan of a file it is the file's.
    fn whose(&self, item: &Item, common: Option<&[Item]>) -> Option<Whose> {
        let (inputs, common) = (self.inputs.as_ref()?, common?);
        let main = [MONTH, &inputs.route.session];
        let same = |other: &Item| other.name == item.name && other.price == item.price;
        Some(if self.clinic.is_some() && main.contains(&item.name.as_str()) {
            Whose::Clinic
        } else if common.iter().any(same) {
            Whose::Common
        } else {
            Whose::Yours
        })
    }

    fn programme(&self, savings: &Savings) -> String {
        let name = super::named(&self.plan.items[savings.item].name);
        let cap = savings.yearly_cap.map_or_else(
            || "no end of what it pays is counted".to_owned(),
            |cap| format!("it pays at most {} a plan year", dollars(cap)),
        );
        let counts = if savings.counts_toward_plan { "counts" } else { "does not count" };
        format!(
            "- The programme for {name}: you pay at least {} of a claim; {cap}; its money {counts} \
             toward deductible and limit",
            dollars(savings.you_pay_at_least)
        )
    }

    /// True when the price of a session or month was typed in.
    pub(super) fn has_own_price(&self) -> bool {
        let own = self.inputs.as_ref();
        own.is_some_and(|inputs| !inputs.stated && inputs.price != common(inputs).price)
    }

    /// True when a price is not that of the route.
    pub(super) fn has_own_prices(&self) -> bool {
        let own = self.inputs.as_ref().is_some_and(|inputs| common(inputs) != *inputs);
        own || self.clinic.is_some()
    }
}

/// The same treatment at common prices, a programme's part of them included.
fn common(inputs: &Inputs) -> Inputs {
    let drug = Programme::of(inputs.route).map(|programme| programme.drug);
    let programme = inputs.programme.zip(drug).map(|(own, drug)| Programme { drug, ..own });
    Inputs { programme, ..inputs.at_common_prices() }
}

impl Insurance {
    /// Its rules as an item of a list.
    fn in_words(&self) -> String {
        let met = |met: u64| match met {
            0 => String::new(),
            met => format!(", of which {} is met", dollars(met)),
        };
        let deductible = dollars(self.deductible);
        let share = self.share_in_words();
        let limit = self.out_of_pocket_max.map_or_else(
            || "no yearly limit".to_owned(),
            |limit| {
                let met = met(self.out_of_pocket_met);
                format!("a yearly limit of {}{met}", dollars(limit))
            },
        );
        format!(
            "- Insurance: a deductible of {deductible}{}; then you pay {share}; {limit}; a new plan \
             year starts in month {}",
            met(self.deductible_met),
            self.months_until_reset + 1
        )
    }
}

/// `6 sessions`, `12 visits`.
pub(super) fn times(n: usize, what: &str) -> String {
    counted(u32::try_from(n).unwrap_or(u32::MAX), what)
}
