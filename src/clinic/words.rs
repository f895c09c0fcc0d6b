//! What is said of a clinic, in words: what is not stated is said to be so.

use jiff::civil::Date;

use super::filter::{Filter, Part, Sort};
use super::{CONDITIONS, Clinic, List, TREATMENTS, in_words};
use crate::cost::money::Band;
use crate::guide::age;

/// What a row of the list is worth.
pub const LEAD: &str =
    "a row is a lead to check, not an endorsement: call before you go, and ask what it costs";

/// When a list was put together, and on the day `today` that this is long ago.
#[must_use]
pub fn dated(compiled: Option<Date>, today: Date) -> Option<String> {
    let compiled = compiled?;
    let old = if age::is_over(compiled, age::GUIDE, today) {
        ", more than a year ago: expect that clinics have moved or closed"
    } else {
        ""
    };
    Some(format!("the list was put together on {compiled}{old}"))
}

/// What is not stated.
pub const NOT_STATED: &str = "not stated";

/// Miles, rounded; about, and in whole miles, where only the town's middle is known.
#[must_use]
pub fn miles(miles: f64, clinic: &Clinic) -> String {
    match (clinic.geo.as_deref() == Some("zip"), miles) {
        (false, miles) if miles < 1.5 => "about 1 mile".to_owned(),
        (false, miles) => format!("about {miles:.0} miles"),
        (true, miles) if miles < 9.95 => format!("{miles:.1} miles"),
        (true, miles) => format!("{miles:.0} miles"),
    }
}

/// What it costs, or that it does not say.
#[must_use]
pub fn price(clinic: &Clinic) -> String {
    let Some(price) = &clinic.price else { return format!("price {NOT_STATED}") };
    let unit = match price.unit.as_str() {
        "" => "a treatment".to_owned(),
        "at-home" => "a session at home".to_owned(),
        "at-home-month" => "a month at home".to_owned(),
        "at-home-visit" => "a visit for care at home".to_owned(),
        "ketamine-in-clinic" => "a treatment in the clinic".to_owned(),
        "kap" => "a session of therapy with ketamine".to_owned(),
        "iv" => "an infusion".to_owned(),
        unit => format!("of {unit}"),
    };
    let amount = Band::between(price.low, price.high).in_words();
    let dated = match &price.page_date {
        Some(date) => format!("as of {date}"),
        None => "date of the price not stated".to_owned(),
    };
    format!("{amount} {unit}, {dated}")
}

/// How a row was seen, and whether something speaks against it.
#[must_use]
pub fn seen(clinic: &Clinic) -> String {
    let seen = match clinic.seen.as_deref() {
        Some("listed") => "seen in lists only, not on the clinic's own page",
        Some("listed+page") => "seen in a list and on a page of the clinic",
        Some("page") => "seen on a page of the clinic or in the source of its site",
        Some("listed+press") => "seen in a list and in the press",
        Some("press") => "seen in the press only",
        Some(seen) => seen,
        None => "how it was seen is not stated",
    };
    match clinic.status.as_deref() {
        Some("doubtful") => format!("{seen}; doubtful"),
        _ => seen.to_owned(),
    }
}

/// Where states are chosen: that telehealth services stand apart from them.
#[must_use]
pub fn telehealth(list: &List, filter: &Filter) -> Option<String> {
    let states = &filter.states;
    if states.is_empty() || states.iter().any(|state| state == "US") {
        return None;
    }
    let national = Filter { states: vec!["US".to_owned()], ..Filter::default() };
    let count = list.shown(&national, Sort::Listed).rows.len();
    (count > 0).then(|| {
        format!(
            "{count} telehealth services stand apart, under the state US; most do not name the \
             states they serve."
        )
    })
}

/// What filters leave out only because it is not stated; none where nothing is.
#[must_use]
pub fn unstated(list: &List, filter: &Filter) -> Option<String> {
    let parts = list.unstated(filter).into_iter().map(|(part, count)| {
        let what = match part {
            Part::Treatments => "how ketamine is given",
            Part::Conditions => "what is treated",
            _ => "whether there is therapy",
        };
        format!("{count} that do not say {what}")
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("Left out: {}. Not stated is not a no.", parts.join(", ")))
}

/// How many of a list state no price.
#[must_use]
pub fn without_price(count: usize) -> String {
    match count {
        1 => "1 clinic states no price".to_owned(),
        count => format!("{count} clinics state no price"),
    }
}

impl Clinic {
    /// Its town and state.
    #[must_use]
    pub fn place(&self) -> String {
        match (self.city.as_str(), self.state.as_str()) {
            ("", "US") => "by telehealth".to_owned(),
            ("", state) => state.to_owned(),
            (city, state) => format!("{city}, {state}"),
        }
    }

    /// What it offers, in words.
    #[must_use]
    pub fn offers(&self) -> String {
        let mut offers: Vec<&str> =
            self.treatments.iter().map(|code| in_words(&TREATMENTS, code)).collect();
        if offers.is_empty() {
            offers.push("treatment not stated");
        }
        if self.therapy == Some(true) && !self.treatments.iter().any(|code| code == "kap") {
            offers.push("therapy");
        }
        offers.join(", ")
    }

    /// What it says it treats, in words.
    #[must_use]
    pub fn treats(&self) -> String {
        let named: Vec<&str> =
            self.conditions.iter().map(|code| in_words(&CONDITIONS, code)).collect();
        if named.is_empty() { NOT_STATED.to_owned() } else { named.join(", ") }
    }
}
