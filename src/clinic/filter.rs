//! Which clinics are shown, and in what order.

use super::list::{Codes, List};
use super::place::{Point, town_name};
use crate::near::NotFound;

/// The way of treatment of those that do not say which.
const NOT_STATED: &str = "ketamine-route-not-stated";

/// What a clinic must have to be shown. Conditions combine: all must hold.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(clippy::struct_excessive_bools)] // conditions chosen one by one
pub struct Filter {
    /// Any of these states, in two capital letters; all states when empty.
    pub states: Vec<String>,
    /// In this town.
    pub city: Option<String>,
    /// All of these ways of treatment.
    pub treatments: Vec<String>,
    /// All of these conditions are named.
    pub conditions: Vec<String>,
    /// Therapy is part of treatment or offered with it.
    pub therapy: bool,
    /// A facility of the VA, or something is said of VA care.
    pub va: bool,
    /// The lower price stated is at most this, in cents.
    pub max_price: Option<u64>,
    /// Keeps those that state no price where a highest price is asked for.
    pub include_unknown: bool,
    /// A price is stated.
    pub known_price: bool,
    /// Distances are reckoned from here.
    pub near: Option<Point>,
    /// At most so many miles from there; those without a place are left out.
    pub within: Option<f64>,
    /// Words that name, town, state or ZIP code hold, as beginnings.
    pub words: String,
}

/// An order of clinics. Of equals the one that stands first in the list comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Sort {
    /// As they stand in the list.
    #[default]
    Listed,
    /// The nearest first; those without a place last.
    Distance,
    /// By name.
    Name,
    /// The lowest price first; those without one last.
    Price,
    /// By state, then town, then name.
    State,
}

/// A part of a filter whose choices are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// States.
    States,
    /// Ways of treatment.
    Treatments,
    /// Conditions.
    Conditions,
    /// Therapy.
    Therapy,
    /// The VA.
    Va,
    /// The highest price, and whether one is stated.
    Price,
    /// How far it is.
    Within,
}

/// Which clinics are shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    /// By their places in the list, in order, each with its miles.
    pub rows: Vec<(usize, Option<f64>)>,
    /// How many were left out, or kept, only because they state no price.
    pub not_stated: usize,
}

/// A filter made ready for a list.
struct Ready<'a> {
    list: &'a List,
    filter: &'a Filter,
    states: Vec<[u8; 2]>,
    city: Option<String>,
    treatments: Option<Codes>,
    conditions: Option<Codes>,
    words: Vec<String>,
}

impl<'a> Ready<'a> {
    fn new(list: &'a List, filter: &'a Filter) -> Self {
        let bits = |known: &[String], wanted: &[String]| {
            wanted.iter().try_fold(0, |bits: Codes, code| {
                let place = known.iter().position(|known| known == code)?;
                Some(bits | 1u32.checked_shl(u32::try_from(place).ok()?)?)
            })
        };
        let state = |state: &String| {
            let letters = state.as_bytes();
            [letters.first().copied().unwrap_or(b' '), letters.get(1).copied().unwrap_or(b' ')]
        };
        Self {
            list,
            filter,
            states: filter.states.iter().map(state).collect(),
            city: filter.city.as_deref().map(town_name),
            treatments: bits(&list.treatments, &filter.treatments),
            conditions: bits(&list.conditions, &filter.conditions),
            words: town_name(&filter.words)
                .split(' ')
                .map(str::to_owned)
                .filter(|w| !w.is_empty())
                .collect(),
        }
    }

    /// Whether one part of the filter lets clinic `i` through.
    fn lets(&self, part: Part, i: usize, miles: Option<f64>) -> bool {
        let (row, filter) = (&self.list.rows[i], self.filter);
        match part {
            Part::States => self.states.is_empty() || self.states.contains(&row.state),
            Part::Treatments => self.treatments.is_some_and(|all| row.treatments & all == all),
            Part::Conditions => self.conditions.is_some_and(|all| row.conditions & all == all),
            Part::Therapy => !filter.therapy || row.therapy == Some(true),
            Part::Va => !filter.va || row.va,
            Part::Price => match (row.price, filter.max_price) {
                (Some(price), Some(most)) => price <= most,
                (None, Some(_)) => filter.include_unknown && !filter.known_price,
                (price, None) => !filter.known_price || price.is_some(),
            },
            Part::Within => {
                filter.within.is_none_or(|within| miles.is_some_and(|miles| miles <= within))
            }
        }
    }

    /// Whether the town and the words typed let clinic `i` through.
    fn named(&self, i: usize) -> bool {
        self.city.as_deref().is_none_or(|city| self.list.town(i) == city)
            && (self.words.is_empty() || {
                let words = self.list.words(i);
                self.words.iter().all(|word| {
                    words.starts_with(word.as_str())
                        || words
                            .match_indices(word.as_str())
                            .any(|(at, _)| words[..at].ends_with(' '))
                })
            })
    }

    fn miles(&self, i: usize) -> Option<f64> {
        Some(self.filter.near?.miles_to(self.list.rows[i].point?))
    }
}

/// All parts of a filter.
const PARTS: [Part; 7] = [
    Part::States,
    Part::Treatments,
    Part::Conditions,
    Part::Therapy,
    Part::Va,
    Part::Price,
    Part::Within,
];

impl List {
    /// The clinics that a filter lets through, in order.
    #[must_use]
    pub fn shown(&self, filter: &Filter, sort: Sort) -> Shown {
        let ready = Ready::new(self, filter);
        let mut shown = Shown::default();
        for i in 0..self.len() {
            let miles = ready.miles(i);
            let but_price = ready.named(i)
                && PARTS.iter().all(|part| *part == Part::Price || ready.lets(*part, i, miles));
            if !but_price {
                continue;
            }
            let priced = filter.max_price.is_some() || filter.known_price;
            shown.not_stated += usize::from(priced && self.rows[i].price.is_none());
            if ready.lets(Part::Price, i, miles) {
                shown.rows.push((i, miles));
            }
        }
        self.sort(&mut shown.rows, sort);
        shown
    }

    fn sort(&self, rows: &mut [(usize, Option<f64>)], sort: Sort) {
        let last = |miles: &Option<f64>| miles.unwrap_or(f64::INFINITY);
        match sort {
            Sort::Listed => {}
            Sort::Distance => rows.sort_by(|a, b| last(&a.1).total_cmp(&last(&b.1))),
            Sort::Name => rows.sort_by_key(|(i, _)| self.name(*i)),
            Sort::Price => rows.sort_by_key(|(i, _)| self.rows[*i].price.unwrap_or(u64::MAX)),
            Sort::State => {
                rows.sort_by_key(|(i, _)| (self.rows[*i].state, self.town(*i), self.name(*i)));
            }
        }
    }

    /// The parts of a filter that leave clinics out because they state nothing of it, and
    /// how many: everything else that is asked for they have.
    #[must_use]
    pub fn unstated(&self, filter: &Filter) -> Vec<(Part, usize)> {
        let ready = Ready::new(self, filter);
        let open = self.treatments.iter().position(|code| code == NOT_STATED);
        let open = open.and_then(|n| u32::try_from(n).ok()).map_or(0, |n| 1 << n);
        let states = |part: Part, i: usize| {
            let row = &self.rows[i];
            match part {
                Part::Treatments => row.treatments & !open != 0,
                Part::Conditions => row.conditions != 0,
                Part::Therapy => row.therapy.is_some(),
                _ => true,
            }
        };
        let count = |part: Part| {
            let left_out = (0..self.len()).filter(|i| {
                let miles = ready.miles(*i);
                let lets = |other: &Part| *other == part || ready.lets(*other, *i, miles);
                !states(part, *i)
                    && !ready.lets(part, *i, miles)
                    && ready.named(*i)
                    && PARTS.iter().all(lets)
            });
            (part, left_out.count())
        };
        let parts = [Part::Treatments, Part::Conditions, Part::Therapy];
        parts.into_iter().map(count).filter(|(_, count)| *count > 0).collect()
    }

    /// For each choice of a part how many clinics would be shown with it, everything else
    /// of the filter as it is. Choices of a part that takes all of several are counted on
    /// top of those chosen already.
    #[must_use]
    pub fn counts(&self, filter: &Filter, part: Part) -> Vec<(String, usize)> {
        let ready = Ready::new(self, filter);
        let codes = match part {
            Part::Treatments => self.treatments.clone(),
            Part::Conditions => self.conditions.clone(),
            Part::States => {
                let mut states: Vec<[u8; 2]> = self.rows.iter().map(|row| row.state).collect();
                states.sort_unstable();
                states.dedup();
                states.iter().map(|state| String::from_utf8_lossy(state).into_owned()).collect()
            }
            Part::Therapy | Part::Va | Part::Price | Part::Within => vec![String::new()],
        };
        let mut counts = vec![0; codes.len()];
        for i in 0..self.len() {
            let (row, miles) = (&self.rows[i], ready.miles(i));
            let others = PARTS.iter().all(|other| *other == part || ready.lets(*other, i, miles));
            if !ready.named(i) || !others {
                continue;
            }
            let has = |bits: Codes, n: usize| {
                u32::try_from(n)
                    .ok()
                    .and_then(|n| 1u32.checked_shl(n))
                    .is_some_and(|bit| bits & bit != 0)
            };
            let already =
                matches!(part, Part::Treatments | Part::Conditions) && ready.lets(part, i, miles);
            for (n, count) in counts.iter_mut().enumerate() {
                let counted = match part {
                    Part::States => codes[n].as_bytes() == row.state,
                    Part::Treatments => already && has(row.treatments, n),
                    Part::Conditions => already && has(row.conditions, n),
                    Part::Therapy => row.therapy == Some(true),
                    Part::Va => row.va,
                    Part::Price => row.price.is_some(),
                    Part::Within => row.point.is_some(),
                };
                *count += usize::from(counted);
            }
        }
        codes.into_iter().zip(counts).collect()
    }

    /// True when a clinic of the list is in a town of this name.
    #[must_use]
    pub fn has_town(&self, name: &str) -> bool {
        let wanted = town_name(name);
        (0..self.len()).any(|i| self.town(i) == wanted)
    }

    /// That no clinic of the list is in a town of this name, and the town called most like it.
    #[must_use]
    pub fn no_town(&self, name: &str) -> NotFound {
        let towns = (0..self.len()).map(|i| self.town(i));
        let missing = NotFound::among("town in the list", &town_name(name), towns);
        NotFound { name: name.to_owned(), ..missing }
    }
}
