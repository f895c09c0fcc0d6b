//! What can be asked of the list of clinics, one choice at a time.

use crate::clinic::filter::{Filter, Sort};
use crate::clinic::{CONDITIONS, STATES, TREATMENTS, in_words};
use crate::cost::money::dollars;
use crate::plain::one_line;

/// Which clinics are asked for, in what order, and from where.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// What they must have.
    pub filter: Filter,
    /// Their order.
    pub sort: Sort,
    /// The place that miles are reckoned from, in words.
    pub place: Option<String>,
}

/// A choice that is on or off, or a list of such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The list of states.
    States,
    /// A state, in two letters.
    State(String),
    /// A way of treatment, as a code.
    Treatment(String),
    /// A condition, as a code.
    Condition(String),
    /// Therapy.
    Therapy,
    /// Care of the VA.
    Va,
    /// A price of at most so many cents.
    MaxPrice(u64),
    /// Those that state no price, too.
    Unknown,
    /// Only those that state a price.
    KnownPrice,
    /// At most so many miles away.
    Within(u16),
    /// Words of name and town.
    Words,
    /// An order.
    Order(Sort),
    /// No filter at all.
    Clear,
}

impl Choice {
    /// True when it is chosen.
    #[must_use]
    pub fn is_on(&self, asked: &Asked) -> bool {
        let filter = &asked.filter;
        match self {
            Self::States => !filter.states.is_empty(),
            Self::State(code) => filter.states.contains(code),
            Self::Treatment(code) => filter.treatments.contains(code),
            Self::Condition(code) => filter.conditions.contains(code),
            Self::Therapy => filter.therapy,
            Self::Va => filter.va,
            Self::MaxPrice(cents) => filter.max_price == Some(*cents),
            Self::Unknown => filter.include_unknown,
            Self::KnownPrice => filter.known_price,
            Self::Within(miles) => {
                filter.within.is_some_and(|within| (within - f64::from(*miles)).abs() < 0.5)
            }
            Self::Words => !filter.words.trim().is_empty(),
            Self::Order(sort) => asked.sort == *sort,
            Self::Clear => false,
        }
    }

    /// Chooses it, or no longer.
    pub fn toggle(&self, asked: &mut Asked) {
        let on = !self.is_on(asked);
        let filter = &mut asked.filter;
        match self {
            Self::States => filter.states.clear(),
            Self::State(code) => switch(&mut filter.states, code),
            Self::Treatment(code) => switch(&mut filter.treatments, code),
            Self::Condition(code) => switch(&mut filter.conditions, code),
            Self::Therapy => filter.therapy = on,
            Self::Va => filter.va = on,
            Self::MaxPrice(cents) => filter.max_price = on.then_some(*cents),
            // Both at once would leave nothing that states no price to be kept.
            Self::Unknown => {
                filter.include_unknown = on;
                filter.known_price &= !on;
            }
            Self::KnownPrice => {
                filter.known_price = on;
                filter.include_unknown &= !on;
            }
            Self::Within(miles) => filter.within = on.then_some(f64::from(*miles)),
            Self::Words => filter.words.clear(),
            Self::Order(sort) => asked.sort = if on { *sort } else { Sort::default() },
            Self::Clear => *filter = Filter { near: filter.near, ..Filter::default() },
        }
        // What keeps those that state no price goes with the price it belongs to.
        filter.include_unknown &= filter.max_price.is_some();
    }

    /// What it is, in words.
    #[must_use]
    pub fn said(&self, asked: &Asked) -> String {
        match self {
            Self::States if asked.filter.states.is_empty() => "State: any".to_owned(),
            Self::States => format!("State: {}", asked.filter.states.join(", ")),
            Self::State(code) => format!("{} ({})", in_words(&STATES, code), one_line(code)),
            Self::Treatment(code) => {
                format!("Treatment: {}", one_line(in_words(&TREATMENTS, code)))
            }
            Self::Condition(code) => format!("Treats: {}", one_line(in_words(&CONDITIONS, code))),
            Self::Therapy => "Therapy: part of treatment, or offered".to_owned(),
            Self::Va => "VA: a facility, or VA care is mentioned".to_owned(),
            Self::MaxPrice(cents) => format!("Price: from at most {}", dollars(*cents)),
            Self::Unknown => "Price: those that state none, too".to_owned(),
            Self::KnownPrice => "Price: stated".to_owned(),
            Self::Within(miles) => format!("Distance: within {miles} miles"),
            Self::Words => format!("Words: “{}”", one_line(&asked.filter.words)),
            Self::Order(sort) => format!("Order: {}", order(*sort)),
            Self::Clear => "Clear all filters".to_owned(),
        }
    }
}

/// An order in words.
fn order(sort: Sort) -> &'static str {
    match sort {
        Sort::Listed => "as listed",
        Sort::Distance => "nearest first",
        Sort::Name => "by name",
        Sort::Price => "lowest price first",
        Sort::State => "by state, then town",
    }
}

fn switch(codes: &mut Vec<String>, code: &str) {
    match codes.iter().position(|known| known == code) {
        Some(i) => drop(codes.remove(i)),
        None => codes.push(code.to_owned()),
    }
}

/// The filters that are on, each as the choice that takes it away.
#[must_use]
pub fn in_use(asked: &Asked) -> Vec<Choice> {
    let filter = &asked.filter;
    let mut choices = vec![Choice::Words, Choice::States];
    choices.extend(filter.treatments.iter().cloned().map(Choice::Treatment));
    choices.extend(filter.conditions.iter().cloned().map(Choice::Condition));
    choices.extend([Choice::Therapy, Choice::Va]);
    choices.extend(filter.max_price.map(Choice::MaxPrice));
    choices.push(Choice::KnownPrice);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // one of a few offered
    choices.extend(filter.within.map(|miles| Choice::Within(miles as u16)));
    choices.retain(|choice| choice.is_on(asked));
    choices
}
