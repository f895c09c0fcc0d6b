//! A plan as the text of a plan file.

use crate::cost::money::{Band, number};
use crate::cost::{Insurance, Item, Per, Phase, Plan, Rhythm, Savings, Share};
use crate::guide::front_matter::quoted;

impl Plan {
    /// The text of its file, which reads as the same plan.
    #[must_use]
    pub fn written(&self) -> String {
        let mut text = String::new();
        if !self.title.is_empty() {
            text.push_str(&format!("title = {}\n", quoted(&self.title)));
        }
        text.push_str(&format!("horizon_months = {}\n", self.months));
        for phase in &self.phases {
            text.push_str(&phase.written());
        }
        for item in &self.items {
            text.push_str(&self.item_written(item));
        }
        text.extend(self.insurance.as_ref().map(Insurance::written));
        for savings in &self.savings {
            text.push_str(&self.savings_written(savings));
        }
        text
    }

    fn item_written(&self, item: &Item) -> String {
        let mut text = format!("\n[[item]]\nname = {}\n", quoted(&item.name));
        match &item.per {
            Per::Month => text.push_str("per = \"month\"\n"),
            Per::Once(day) => text.push_str(&format!("per = \"once\"\nday = {day}\n")),
            Per::Session(phases) => {
                text.push_str("per = \"session\"\n");
                if let Some(phases) = phases {
                    let names = phases.iter().map(|phase| quoted(&self.phases[*phase].name));
                    let names: Vec<String> = names.collect();
                    text.push_str(&format!("phases = [{}]\n", names.join(", ")));
                }
            }
        }
        let Band { low, typical, high } = item.price;
        let [low, typical, high] = [low, typical, high].map(number);
        text.push_str(&if item.price.is_one() {
            format!("price = {typical}\n")
        } else {
            format!("price = {{ low = {low}, typical = {typical}, high = {high} }}\n")
        });
        if item.covered {
            text.push_str("covered = true\n");
        }
        text
    }

    fn savings_written(&self, savings: &Savings) -> String {
        let mut text =
            format!("\n[[savings]]\nitem = {}\n", quoted(&self.items[savings.item].name));
        text.push_str(&format!("you_pay_at_least = {}\n", number(savings.you_pay_at_least)));
        if let Some(cap) = savings.yearly_cap {
            text.push_str(&format!("yearly_cap = {}\n", number(cap)));
        }
        text.push_str(&format!("counts_toward_plan = {}\n", savings.counts_toward_plan));
        text
    }
}

impl Phase {
    fn written(&self) -> String {
        let name = quoted(&self.name);
        let rhythm = match self.rhythm {
            Rhythm::PerWeek { per_week, sessions, in_weeks: true } => {
                format!("per_week = {per_week}\nweeks = {}", sessions / per_week)
            }
            Rhythm::PerWeek { per_week, sessions, in_weeks: false } => {
                format!("per_week = {per_week}\nsessions = {sessions}")
            }
            Rhythm::Every { days, sessions: Some(sessions) } => {
                format!("every_days = {days}\nsessions = {sessions}")
            }
            Rhythm::Every { days, sessions: None } => format!("every_days = {days}"),
        };
        format!("\n[[phase]]\nname = {name}\nfrom_day = {}\n{rhythm}\n", self.from_day)
    }
}

impl Insurance {
    fn written(&self) -> String {
        let mut text = "\n[insurance]\n".to_owned();
        let mut line = |key: &str, value: String| text.push_str(&format!("{key} = {value}\n"));
        line("deductible", number(self.deductible));
        line("deductible_met", number(self.deductible_met));
        if let Some(max) = self.out_of_pocket_max {
            line("out_of_pocket_max", number(max));
        }
        line("out_of_pocket_met", number(self.out_of_pocket_met));
        match self.share {
            Share::Coinsurance(points) => line("coinsurance", number(points.into())),
            Share::Copay(copay) => line("copay", number(copay)),
        }
        line("months_until_reset", self.months_until_reset.to_string());
        text
    }
}
