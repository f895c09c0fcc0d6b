//! An estimate as a document to be read like a guide.

use super::made_of::times;
use super::working::{item, working};
use super::{BARS, ESTIMATE, Report, named, routes};
use crate::cost::money::{Band, Case, dollars, grouped};
use crate::cost::papers::counted;
use crate::cost::route::Costs;
use crate::cost::schedule::plan_year;
use crate::guide::front_matter::quoted;
use crate::guide::markdown::escaped;
use crate::plain::one_line;

impl Report {
    /// The estimate as Markdown: what may mislead, the sums, what they are made of, the months,
    /// the items, who pays, the working of every claim, what is assumed and what is left out.
    #[must_use]
    pub fn markdown(&self) -> String {
        self.body() + "Information, not medical advice.\n"
    }

    /// The same without the words at its end.
    #[must_use]
    pub fn body(&self) -> String {
        let mut text = format!("# {} {{#estimate}}\n\n", self.title());
        for warning in self.warnings() {
            text.push_str(&format!("**{warning}**\n\n"));
        }
        self.sums(&mut text);
        text.push_str(&format!("## What it is made of {{#made-of}}\n\n{}\n\n", self.made_of()));
        self.months(&mut text);
        self.items(&mut text);
        self.payers(&mut text);
        self.parts(&mut text);
        self.workings(&mut text);
        if let Some(inputs) = &self.inputs {
            text.push_str("## Other ways side by side {#routes}\n\n");
            text.push_str(
                "Your own figures for your route; the others at common prices, paid by \
                 yourself, with the same months and extras.\n\n",
            );
            text.push_str(&routes::table(&routes::beside(inputs)));
            text.push('\n');
        }
        self.said(&mut text);
        text
    }

    /// What the plan is called, as Markdown.
    fn title(&self) -> String {
        let title = one_line(&self.plan.title);
        if title.is_empty() {
            "Estimate".to_owned()
        } else {
            format!("{}: estimate", escaped(&title))
        }
    }

    /// The months counted, in words.
    fn horizon(&self) -> String {
        match self.plan.months {
            12 => "First year, 12 months".to_owned(),
            months => counted(months, "month"),
        }
    }

    fn sums(&self, text: &mut String) {
        let estimate = &self.estimate;
        text.push_str(&self.totals());
        if self.plan.months > 1 && self.goes_on() {
            let later = |case: Case| {
                let later = estimate.horizon.of(case) - estimate.first_month.of(case);
                // To the dollar: it is an average.
                (later / u64::from(self.plan.months - 1) + 50) / 100 * 100
            };
            let [low, typical, high] = Case::ALL.map(later);
            text.push_str(&row("Each later month, on average", Band { low, typical, high }));
        }
        let dated = self.prices_dated().map(|dated| format!(" {dated}")).unwrap_or_default();
        text.push_str(&format!("\n**{ESTIMATE}**{dated}\n\n"));
        text.push_str(&format!("{}\n\n", self.time()));
    }

    /// First month, first sessions and all months, as a table.
    pub(super) fn totals(&self) -> String {
        let estimate = &self.estimate;
        let mut text = head(&["You pay", "Low", "Typical", "High"]);
        text.push_str(&row("First month", estimate.first_month));
        let phase = self.plan.phases.first().zip(estimate.sessions.first());
        if let Some((phase, sessions)) = phase.filter(|(_, sessions)| **sessions > 0) {
            let day = phase.days(self.plan.months).last().unwrap_or_default() + 1;
            let course = match sessions {
                1 => format!("First session, to day {day}"),
                sessions => format!("First {sessions} sessions, to day {day}"),
            };
            text.push_str(&row(&course, estimate.first_phase));
        }
        if let Some((sessions, day, paid)) = self.course() {
            text.push_str(&row(&format!("All {sessions} sessions to start, to day {day}"), paid));
        }
        if self.plan.months > 12 {
            let year =
                |case: Case| estimate.by_month[..12].iter().map(|month| month.of(case)).sum();
            let [low, typical, high] = Case::ALL.map(year);
            text.push_str(&row("First year", Band { low, typical, high }));
        }
        text.push_str(&row(&self.horizon(), estimate.horizon));
        text
    }

    /// Sessions, visits, hours and miles.
    fn time(&self) -> String {
        let plan = &self.plan;
        let phases = plan.phases.iter().zip(&self.estimate.sessions);
        let list: Vec<String> =
            phases.map(|(phase, sessions)| format!("{sessions} {}", named(&phase.name))).collect();
        let total: usize = self.estimate.sessions.iter().sum();
        if total == 0 {
            return "No session falls within these months.".to_owned();
        }
        let at_home = self.inputs.as_ref().is_some_and(|inputs| inputs.route.at_home);
        let counted = times(total, if at_home { "session" } else { "visit" });
        let mut said = format!("{counted} in these months: {}.", list.join(", "));
        let Some(inputs) = &self.inputs else { return said };
        let (hours, facts) = self.hours().unwrap_or_default();
        if hours.is_empty() {
            said.push_str(" How long a session takes is not stated.");
        } else {
            said.push_str(&format!(" Sessions take {hours} in all, the way not counted.{facts}"));
        }
        let sessions = self.treatment();
        if let Some(miles) = inputs.miles.filter(|_| !at_home) {
            let miles = u64::from(miles) * u64::try_from(sessions).unwrap_or_default();
            said.push_str(&format!(" You travel {} miles for the sessions.", grouped(miles)));
        }
        said
    }

    fn months(&self, text: &mut String) {
        text.push_str("## Month by month {#months}\n\n");
        let whole = |amount: u64| (amount + 50) / 100;
        let months = self.estimate.by_month.iter().enumerate();
        let rows = months.clone().map(|(month, band)| {
            let Band { low, typical, high } = *band;
            let [low, typical, high] = [low, typical, high].map(whole);
            // Where a programme pays, a higher price may leave less to pay.
            let (least, most) = (low.min(typical).min(high), high.max(typical).max(low));
            let label = quoted(&format!("Month {}", month + 1));
            format!("  {{ label = {label}, low = {least}, typical = {typical}, high = {most} }},\n")
        });
        let rows: String = rows.collect();
        text.push_str(&format!(
            "```bars\ntitle = \"What you pay each month, to the dollar\"\nunit = \"dollars\"\n\
             rows = [\n{rows}]\n```\n\n"
        ));
        // Where all prices are alike no bar has a lighter part.
        if self.estimate.by_month.iter().any(|band| !band.is_one()) {
            text.push_str(&format!("{BARS}\n\n"));
        }
        text.push_str(&head(&["Month", "Low", "Typical", "High"]));
        for (month, band) in months {
            text.push_str(&row(&(month + 1).to_string(), *band));
        }
        text.push('\n');
    }

    fn items(&self, text: &mut String) {
        text.push_str("## What each item adds {#items}\n\n");
        text.push_str(&head(&["Item", "Price", "Times", "You pay: low", "Typical", "High"]));
        for (item, sum) in self.plan.items.iter().zip(&self.estimate.by_item) {
            let name = named(&item.name);
            let before = format!("{name} | {} | {}", item.price.in_words(), sum.claims);
            text.push_str(&row(&before, sum.paid));
        }
        text.push('\n');
    }

    fn payers(&self, text: &mut String) {
        let estimate = &self.estimate;
        if self.plan.insurance.is_none() {
            return;
        }
        text.push_str("## Who pays {#who-pays}\n\n");
        text.push_str(&head(&["Who", "Low", "Typical", "High"]));
        text.push_str(&row("You", estimate.horizon));
        text.push_str(&row("The plan", estimate.plan_pays));
        if !self.plan.savings.is_empty() {
            text.push_str(&row("The programme", estimate.programme_pays));
        }
        text.push_str(&row("Billed in all", estimate.billed));
        text.push('\n');
    }

    /// What it comes to when it is paid in parts.
    fn parts(&self, text: &mut String) {
        let Some(loan) = self.inputs.as_ref().and_then(|inputs| inputs.loan) else { return };
        text.push_str("## Paid in parts {#parts}\n\n");
        let rate = crate::cost::money::number(loan.rate.into());
        text.push_str(&format!(
            "Over {} at {rate} % a year, at typical prices. Interest is counted on what \
             is left each month; fees are not.\n\n",
            counted(loan.months, "month")
        ));
        text.push_str(&head(&["What is paid so", "Each month", "In all", "Interest"]));
        let start = self.course().map_or(self.estimate.first_phase, |(_, _, paid)| paid);
        let sums = [
            ("Sessions to start", start.typical),
            ("All months counted", self.estimate.horizon.typical),
        ];
        for (name, amount) in sums.into_iter().filter(|(_, amount)| *amount > 0) {
            let paid = loan.payments(amount);
            let [monthly, total, interest] =
                [paid.monthly, paid.total, paid.total - amount].map(dollars);
            text.push_str(&format!("| {name} | {monthly} | {total} | {interest} |\n"));
        }
        text.push('\n');
    }

    /// Every claim at typical prices, a month to open.
    fn workings(&self, text: &mut String) {
        text.push_str("## How it is worked out {#working .faq}\n\n");
        text.push_str("At typical prices, month by month, claim by claim.\n\n");
        let mut claims = self.estimate.claims.iter().peekable();
        let mut year = 0;
        for (month, sum) in self.estimate.by_month.iter().enumerate() {
            let here = std::iter::from_fn(|| {
                claims.next_if(|claim| crate::cost::month_of(claim.day) as usize == month)
            });
            let here: Vec<_> = here.collect();
            let number = month + 1;
            if here.is_empty() {
                continue;
            }
            let paid = dollars(sum.typical);
            text.push_str(&format!("### Month {number}: you pay {paid} {{#month-{number}}}\n\n"));
            text.push_str(&self.new_year(month, &mut year));
            text.push_str(&head(&["Day", "What", "Charged", "You pay", "How"]));
            for claim in here {
                text.push_str(&format!(
                    "| {} | {} | {} | {} | {} |\n",
                    claim.day + 1,
                    item(claim, &self.plan),
                    dollars(claim.amount),
                    dollars(claim.you_pay),
                    working(claim, &self.plan),
                ));
            }
            text.push('\n');
        }
    }

    /// That a plan year has begun since `year`, which becomes that of the month.
    fn new_year(&self, month: usize, year: &mut u32) -> String {
        let Some(insurance) = self.plan.insurance.filter(|_| self.is_covered()) else {
            return String::new();
        };
        let reset = insurance.months_until_reset;
        let now = plan_year(u32::try_from(month).unwrap_or(u32::MAX), reset);
        if std::mem::replace(year, now) == now {
            return String::new();
        }
        let begins = reset + 12 * (now - 1) + 1;
        format!(
            "A new plan year begins with month {begins}: deductible and limit stand again in full.\n\n"
        )
    }

    /// What is left out, what is assumed, and where prices come from.
    fn said(&self, text: &mut String) {
        text.push_str("## Not counted {#not-counted}\n\n");
        for name in self.not_counted() {
            text.push_str(&format!("- {}\n", escaped(&name)));
        }
        if let Some(fact) = self.inputs.as_ref().map(|_| &Costs::bundled().extras.facts) {
            text.push_str(&format!("\nThese are often forgotten.{}\n", cited(fact)));
        }
        text.push_str("\n## What is taken to be so {#assumed}\n\n");
        for said in self.assumptions() {
            text.push_str(&format!("- {}\n", escaped(&one_line(&said))));
        }
        text.push('\n');
        if let Some(inputs) = &self.inputs {
            text.push_str("## Where the figures come from {#figures}\n\n");
            text.push_str("What you typed, and what a clinic states, counts instead of these.\n\n");
            text.push_str(&super::figures::list(inputs));
            text.push('\n');
        }
    }
}

/// The first two lines of a table.
pub(super) fn head(titles: &[&str]) -> String {
    let lines = vec!["---"; titles.len()];
    format!("| {} |\n| {} |\n", titles.join(" | "), lines.join(" | "))
}

/// A line of a table that ends with three amounts.
pub(super) fn row(before: &str, Band { low, typical, high }: Band) -> String {
    format!("| {before} | {} | {} | {} |\n", dollars(low), dollars(typical), dollars(high))
}

/// The marks of facts.
pub(super) fn cited(facts: &[String]) -> String {
    facts.iter().flat_map(|fact| ["[^", fact, "]"]).collect()
}
