//! Towns by name: for lists of many rows, where looking through all towns takes too long.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::place::{Places, Point, town_name};

/// The points of towns by state and name.
#[derive(Debug)]
pub struct Towns(HashMap<String, Point>);

impl Towns {
    /// The towns that come with the program; put in order when they are first asked for.
    pub fn bundled() -> &'static Self {
        static TOWNS: OnceLock<Towns> = OnceLock::new();
        TOWNS.get_or_init(|| {
            let towns = Places::bundled().towns();
            Self(towns.map(|(name, state, point)| (key(name, state), point)).collect())
        })
    }

    /// Where a town is. `state` is in two capital letters.
    #[must_use]
    pub fn point(&self, name: &str, state: &str) -> Option<Point> {
        self.0.get(&key(name, state)).copied()
    }
}

fn key(name: &str, state: &str) -> String {
    format!("{state} {}", town_name(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_where_the_places_find_it() {
        for asked in ["Seattle, WA", "St. Louis, MO", "Fort Worth, TX"] {
            let (name, state) = asked.split_once(", ").expect("a town and a state");
            let place = Places::bundled().find(asked).expect("a town");
            assert_eq!(Towns::bundled().point(name, state), Some(place.point), "{asked}");
        }
        assert_eq!(Towns::bundled().point("Seattle", "TX"), None);
    }
}
