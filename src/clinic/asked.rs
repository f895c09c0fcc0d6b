//! What a user or a link asks of the list in words, held to what there is.

use super::filter::Filter;
use super::place::{Place, Places};
use super::{List, STATES};
use crate::cost::money::cents;
use crate::near::NotFound;

/// A filter as it is written.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(clippy::struct_excessive_bools)] // conditions chosen one by one
pub struct Asked {
    /// States, by code or name.
    pub states: Vec<String>,
    /// A town.
    pub city: Option<String>,
    /// Ways of treatment, by code.
    pub treatments: Vec<String>,
    /// Conditions, by code.
    pub conditions: Vec<String>,
    /// With therapy.
    pub therapy: bool,
    /// Of the VA.
    pub va: bool,
    /// In cents.
    pub max_price: Option<u64>,
    /// Those that state no price too.
    pub include_unknown: bool,
    /// Only those that state a price.
    pub known_price: bool,
    /// A place.
    pub near: Option<String>,
    /// Miles from there.
    pub within: Option<f64>,
}

/// Why a filter cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// A name that nothing has.
    Name(NotFound),
    /// Something else, in words.
    Other(String),
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Name(missing) => missing.fmt(f),
            Self::Other(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Refused {}

impl From<NotFound> for Refused {
    fn from(missing: NotFound) -> Self {
        Self::Name(missing)
    }
}

impl Asked {
    /// Reads the query of a link: `?state=CA&treatment=iv&therapy`.
    ///
    /// # Errors
    /// When a part is no filter or has no value it can have.
    pub fn of_link(query: &str) -> Result<Self, Refused> {
        let mut asked = Self::default();
        let parts = query.trim_start_matches('?').split('&').filter(|part| !part.is_empty());
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let value = value.replace('+', " ");
            let wrong = || Refused::Other(format!("\"{part}\" asks for nothing a clinic can have"));
            match name {
                "state" => asked.states.push(value),
                "city" => asked.city = Some(value),
                "treatment" => asked.treatments.push(value),
                "condition" => asked.conditions.push(value),
                "therapy" => asked.therapy = true,
                "va" => asked.va = true,
                "max-price" => asked.max_price = Some(cents(&value).ok_or_else(wrong)?),
                "include-unknown" => asked.include_unknown = true,
                "known-price" => asked.known_price = true,
                "near" => asked.near = Some(value),
                "within" => asked.within = Some(miles(&value).ok_or_else(wrong)?),
                _ => return Err(wrong()),
            }
        }
        Ok(asked)
    }

    /// The filter for a list, and the place from which distances are reckoned.
    ///
    /// # Errors
    /// A value that nothing has, with the nearest that exists.
    pub fn filter(&self, list: &List) -> Result<(Filter, Option<Place>), Refused> {
        let place = self.near.as_deref().map(|near| Places::bundled().find(near)).transpose()?;
        if let Some(city) = &self.city
            && !list.has_town(city)
        {
            return Err(list.no_town(city).into());
        }
        let filter = Filter {
            states: self.states.iter().map(|state| state_code(state)).collect::<Result<_, _>>()?,
            city: self.city.clone(),
            treatments: codes("treatment", &self.treatments, &list.treatments)?,
            conditions: codes("condition", &self.conditions, &list.conditions)?,
            therapy: self.therapy,
            va: self.va,
            max_price: self.max_price,
            include_unknown: self.include_unknown,
            known_price: self.known_price,
            near: place.as_ref().map(|place| place.point),
            within: self.within,
            words: String::new(),
        };
        Ok((filter, place))
    }
}

/// Miles as they are written.
#[must_use]
pub fn miles(text: &str) -> Option<f64> {
    text.parse().ok().filter(|miles: &f64| miles.is_finite() && *miles >= 0.0)
}

/// The code of a state that is called by it or by its name.
fn state_code(asked: &str) -> Result<String, NotFound> {
    let asked = asked.trim();
    let known = STATES
        .iter()
        .find(|(code, name)| code.eq_ignore_ascii_case(asked) || name.eq_ignore_ascii_case(asked));
    known.map(|(code, _)| (*code).to_owned()).ok_or_else(|| {
        NotFound::among("state", asked, STATES.iter().flat_map(|(code, name)| [*code, *name]))
    })
}

fn codes(kind: &'static str, asked: &[String], known: &[String]) -> Result<Vec<String>, NotFound> {
    let code = |name: &String| {
        let wanted = name.to_lowercase();
        if known.contains(&wanted) {
            return Ok(wanted);
        }
        Err(NotFound::among(kind, name, known.iter().map(String::as_str)))
    };
    asked.iter().map(code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_asks_what_the_command_line_asks() {
        let asked = Asked::of_link(
            "?state=CA&state=washington&treatment=iv&therapy&within=50&near=Los+Angeles, CA",
        );
        let asked = asked.expect("a filter");
        assert_eq!((asked.therapy, asked.within), (true, Some(50.0)));
        let (filter, place) = asked.filter(&List::bundled()).expect("values there are");
        assert_eq!(filter.states, ["CA", "WA"]);
        assert_eq!(place.expect("a place").matched, "Los Angeles, CA");
        assert_eq!(Asked::of_link(""), Ok(Asked::default()));
    }

    #[test]
    fn what_no_clinic_can_have_is_refused() {
        let list = List::bundled();
        for query in ["?colour=red", "?max-price=cheap", "?within=far"] {
            assert!(matches!(Asked::of_link(query), Err(Refused::Other(_))), "{query}");
        }
        for query in ["?state=XX", "?treatment=tea", "?city=Nowhereville", "?near=Nowhere, ZZ"] {
            assert!(Asked::of_link(query).expect("well formed").filter(&list).is_err(), "{query}");
        }
    }
}
