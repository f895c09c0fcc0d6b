//! Which of a file's columns fill which of ours, guessed from their headings.

use strum::IntoEnumIterator;

use super::super::cells::{COLUMNS, Column};
use crate::fold;

/// Headings as they are compared, by the column they fill; of several the first that is
/// there counts. Columns that are joined have a `+` between them; where the second fills
/// in for the first when that is empty, a `|` stands there. Our own names come before all.
const HEADINGS: [(Column, &[&str]); 15] = [
    (
        Column::Name,
        &[
            "name1+name2",
            "providerorganizationnamelegalbusinessname|providerotherorganizationname",
            "providerorganizationname|providerotherorganizationname",
            "clinicname",
            "clinic",
            "facilityname",
            "facility",
            "organizationname",
            "organisationname",
            "organization",
            "organisation",
            "practicename",
            "practice",
            "businessname",
            "business",
            "companyname",
            "company",
            "centername",
            "center",
            "centrename",
            "centre",
            "legalbusinessname",
            "legalname",
            "dbaname",
            "dba",
            "title",
            "providername",
        ],
    ),
    (
        Column::City,
        &[
            "providerbusinesspracticelocationaddresscityname",
            "cityname",
            "town",
            "townname",
            "citytown",
            "municipality",
            "locality",
            "place",
        ],
    ),
    (
        Column::State,
        &[
            "providerbusinesspracticelocationaddressstatename",
            "statename",
            "statecode",
            "stateabbreviation",
            "stateabbr",
            "stateprovince",
            "stateregion",
            "stateterritory",
            "province",
            "region",
            "st",
        ],
    ),
    (
        Column::Zip,
        &[
            "providerbusinesspracticelocationaddresspostalcode",
            "zipcode",
            "zip5",
            "postalcode",
            "postcode",
            "zippostalcode",
            "postal",
        ],
    ),
    (
        Column::Address,
        &[
            "street1+street2",
            "providerfirstlinebusinesspracticelocationaddress+providersecondlinebusinesspracticelocationaddress",
            "address1+address2",
            "addressline1+addressline2",
            "streetaddress",
            "street",
            "addr",
        ],
    ),
    (
        Column::Phone,
        &[
            "providerbusinesspracticelocationaddresstelephonenumber",
            "phonenumber",
            "telephone",
            "telephonenumber",
            "tel",
            "phone1",
            "mainphone",
            "contactphone",
            "contactnumber",
        ],
    ),
    (
        Column::Website,
        &["websiteurl", "url", "web", "webaddress", "webpage", "homepage", "site", "link"],
    ),
    (Column::Lat, &["latitude"]),
    (Column::Lon, &["longitude", "lng", "long"]),
    (Column::Treatments, &["treatment"]),
    (Column::Conditions, &["condition", "conditionstreated"]),
    (
        Column::PriceLowUsd,
        &[
            "pricelow",
            "lowprice",
            "minprice",
            "pricefrom",
            "price",
            "priceusd",
            "cost",
            "costusd",
            "fee",
        ],
    ),
    (Column::PriceHighUsd, &["pricehigh", "highprice", "maxprice", "priceto"]),
    (Column::Sources, &["source", "sourceurl"]),
    (Column::Note, &["notes", "comment", "comments", "remarks", NPI]),
];

/// The number of a provider in the national register; it is kept as a note.
const NPI: &str = "npi";

/// What stands in the headings of columns that hold names of persons, or ways to write to
/// one.
const PERSONS: [&str; 17] = [
    "authorizedofficial",
    "firstname",
    "lastname",
    "middlename",
    "surname",
    "fullname",
    "providercredential",
    "providernameprefix",
    "providernamesuffix",
    "providerothername",
    "contactname",
    "contactperson",
    "contacttitle",
    "doctorname",
    "physicianname",
    "ownername",
    "email",
];

/// Headings that are names of persons when they stand alone.
const PERSON: [&str; 7] =
    ["contact", "doctor", "physician", "owner", "director", "therapist", "practitioner"];

/// How cells of a file become one of ours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Use {
    /// The file's columns, counted from 0; none where ours stays empty.
    pub from: Vec<usize>,
    /// True where all of them are joined; else the first that says something counts.
    pub joined: bool,
    /// Stands before what the cell says.
    pub label: &'static str,
}

/// What of a file is used, and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    headings: Vec<String>,
    uses: [Use; COLUMNS],
    /// Columns that are dropped, since they hold names of persons.
    pub persons: Vec<usize>,
}

impl Mapping {
    /// Guesses from a file's headings what its columns hold.
    #[must_use]
    pub fn guess(headings: Vec<String>) -> Self {
        let folded: Vec<String> = headings.iter().map(|heading| folded(heading)).collect();
        let own = |column: Column| folded_name(column);
        let is_own = |name: &str| Column::iter().any(|column| own(column) == name);
        let persons: Vec<usize> = (0..folded.len())
            .filter(|i| !is_own(&folded[*i]) && is_of_persons(&folded[*i]))
            .collect();
        let mut mapping = Self { headings, uses: Default::default(), persons };
        let find = |mapping: &Self, name: &str| {
            let free = |i: &usize| !mapping.persons.contains(i) && !mapping.is_used(*i);
            (0..folded.len()).find(|i| folded[*i] == name && free(i))
        };
        // Our own names first: what is one of them is nothing else.
        for column in Column::iter() {
            let from: Vec<usize> = find(&mapping, &own(column)).into_iter().collect();
            mapping.uses[column as usize].from = from;
        }
        for (column, names) in HEADINGS {
            for name in names {
                if !mapping.uses[column as usize].from.is_empty() {
                    break;
                }
                let from = name.split(['+', '|']).filter_map(|name| find(&mapping, name));
                let from = from.collect();
                let label = if *name == NPI { "NPI " } else { "" };
                mapping.uses[column as usize] = Use { from, joined: name.contains('+'), label };
            }
        }
        mapping
    }

    fn is_used(&self, i: usize) -> bool {
        self.uses.iter().any(|used| used.from.contains(&i))
    }

    /// How many columns the file has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.headings.len()
    }

    /// True when the file has no columns.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.headings.is_empty()
    }

    /// What fills one of our columns.
    #[must_use]
    pub fn of(&self, column: Column) -> &Use {
        &self.uses[column as usize]
    }

    /// Those of name and state that nothing fills: a list needs both.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let needed = [Column::Name, Column::State].into_iter();
        needed.filter(|column| self.of(*column).from.is_empty()).map(Into::into).collect()
    }

    /// The file's headings.
    #[must_use]
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// The mapping in words, a line for each of our columns that is filled, and one each
    /// for what is dropped and what is not used.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let named = |columns: &[usize], between: &str| {
            let names = columns.iter().map(|i| match self.headings[*i].as_str() {
                "" => format!("(column {})", i + 1),
                heading => heading.to_owned(),
            });
            names.collect::<Vec<_>>().join(between)
        };
        let mut lines = Vec::new();
        for column in Column::iter() {
            let used = self.of(column);
            if !used.from.is_empty() {
                let name: &str = column.into();
                let between = if used.joined { " and " } else { ", else " };
                lines.push(format!("{name} ← {}", named(&used.from, between)));
            }
        }
        let rest = (0..self.len()).filter(|i| !self.is_used(*i) && !self.persons.contains(i));
        let rest: Vec<usize> = rest.collect();
        if !rest.is_empty() {
            lines.push(format!("not used: {}", named(&rest, ", ")));
        }
        if !self.persons.is_empty() {
            let said = named(&self.persons, ", ");
            lines.push(format!("dropped, since they may name persons: {said}"));
        }
        lines
    }
}

fn folded_name(column: Column) -> String {
    let name: &str = column.into();
    folded(name)
}

/// A heading as it is compared: letters and digits, in lower case.
fn folded(heading: &str) -> String {
    fold::words(heading).concat()
}

fn is_of_persons(folded: &str) -> bool {
    PERSON.contains(&folded) || PERSONS.iter().any(|part| folded.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(headings: &[&str]) -> Mapping {
        Mapping::guess(headings.iter().map(|heading| (*heading).to_owned()).collect())
    }

    #[test]
    fn our_own_names_come_first_and_nothing_is_used_twice() {
        let mapping = guess(&["Company", "NAME", "State", "Province", "lat"]);
        assert_eq!(mapping.of(Column::Name).from, [1]);
        assert_eq!(mapping.of(Column::State).from, [2]);
        assert_eq!(mapping.lines()[3], "not used: Company, Province");
    }

    #[test]
    fn what_names_a_person_is_dropped() {
        let mapping = guess(&[
            "Clinic",
            "St.",
            "Provider First Name",
            "Authorized Official Telephone Number",
            "Contact",
            "E-Mail",
            "Contact Phone",
        ]);
        assert_eq!(mapping.persons, [2, 3, 4, 5]);
        assert_eq!(mapping.of(Column::Phone).from, [6]);
        assert_eq!(mapping.missing(), [""; 0]);
        assert_eq!(guess(&["a", "State"]).missing(), ["name"]);
    }
}
