//! Clinics that a source says are closed: they are kept apart, so that nobody is sent there.

use csv::Reader;

use crate::fold;

/// The list that comes with the program.
const BUNDLED: &str = include_str!("../../assets/clinics_closed.csv");

/// A clinic or a chain that a source says is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// As the source gives it.
    pub name: String,
    /// What of it is meant, and where.
    pub scope: String,
    /// What the source says.
    pub says: String,
    /// When, as far as the source says; a month, a day or words.
    pub when: String,
    /// Where this is said.
    pub sources: Vec<String>,
}

impl Closed {
    /// All of them, in the order of the list.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut reader = Reader::from_reader(BUNDLED.as_bytes());
        let rows = reader.records().filter_map(Result::ok);
        let closed = rows.map(|row| {
            let cell = |i: usize| row.get(i).unwrap_or("").trim().to_owned();
            let sources = cell(4).split(';').map(|part| part.trim().to_owned()).collect();
            Self { name: cell(0), scope: cell(1), says: cell(2), when: cell(3), sources }
        });
        closed.collect()
    }

    /// The one that is meant by `asked`, a name or an id: it begins as the name does, or all of
    /// its words stand in name and scope. Words that are said of every clinic tell nothing.
    #[must_use]
    pub fn find(asked: &str) -> Option<Self> {
        let asked = fold::words(asked);
        let common = ["ketamine", "clinic", "clinics", "wellness", "health", "center", "centers"];
        Self::all().into_iter().find(|closed| {
            let name = fold::words(&closed.name);
            let scope = fold::words(&closed.scope);
            let telling = |word: &String| name.contains(word) && !common.contains(&word.as_str());
            let same = asked.iter().zip(&name).take_while(|(asked, own)| asked == own).count();
            let begins = same >= 3 || (same == 2 && asked[..same].iter().any(telling));
            let within = |word: &String| name.contains(word) || scope.contains(word);
            begins || (asked.iter().any(telling) && asked.iter().all(within))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_clinic_is_found_by_name_and_by_what_an_id_would_be() {
        let found = |asked: &str| Closed::find(asked).map(|closed| closed.name);
        let field_trip = Some("Field Trip Health & Wellness".to_owned());
        assert_eq!(found("field-trip-health"), field_trip);
        assert_eq!(found("Field Trip"), field_trip);
        assert_eq!(found("field-trip-health-chicago-il"), field_trip);
        assert!(found("ketamine-wellness-centers-az").is_some());
        assert!(found("actify").is_some());
        for other in ["", "ketamine", "wellness", "ketamine-clinic", "field-of-tea"] {
            assert_eq!(found(other), None, "{other}");
        }
    }

    #[test]
    fn every_row_of_the_list_is_read() {
        let all = Closed::all();
        assert_eq!(all.len(), BUNDLED.lines().count() - 1);
        assert!(all.iter().all(|closed| !closed.name.is_empty() && !closed.says.is_empty()));
    }
}
