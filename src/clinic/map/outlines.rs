//! The outlines of the states, as they come with the program.

use std::sync::OnceLock;

use crate::clinic::place::Point;

/// A state's letters, then a ring of points, longitude first; a line for each ring.
const BUNDLED: &str = include_str!("../../../assets/states.txt");

/// A closed line around a state, or around one of its islands.
#[derive(Debug)]
pub(super) struct Ring {
    /// Two letters.
    pub(super) state: &'static str,
    /// The last is the first again. Longitudes are [`west`].
    pub(super) points: Vec<Point>,
}

/// All rings, in the order of states; read once, when they are first asked for.
pub(super) fn all() -> &'static [Ring] {
    static RINGS: OnceLock<Vec<Ring>> = OnceLock::new();
    RINGS.get_or_init(|| parse(BUNDLED))
}

fn parse(text: &'static str) -> Vec<Ring> {
    let ring = |line: &'static str| {
        let (state, points) = line.split_once(' ')?;
        Some(Ring { state, points: points.split(' ').filter_map(point).collect() })
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(ring).collect()
}

fn point(text: &str) -> Option<Point> {
    let (lon, lat) = text.split_once(',')?;
    Some(Point { lat: lat.parse().ok()?, lon: lon.parse().ok()? })
}

/// A longitude counted westwards, so that the islands of Alaska past 180 degrees stand
/// beside the others.
pub(super) fn west(lon: f64) -> f64 {
    if lon > 0.0 { lon - 360.0 } else { lon }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_point_is_read_and_every_ring_is_closed() {
        let written = BUNDLED.lines().skip(1).flat_map(|line| line.split(' ').skip(1)).count();
        assert_eq!(all().iter().map(|ring| ring.points.len()).sum::<usize>(), written);
        for ring in all() {
            assert!(ring.points.len() > 3, "{ring:?}");
            assert_eq!(ring.points.first(), ring.points.last(), "{ring:?}");
            assert!(ring.points.iter().all(|point| point.lon < 0.0), "{ring:?}");
        }
    }

    #[test]
    fn the_fifty_states_and_the_district_have_rings() {
        let codes: BTreeSet<&str> = all().iter().map(|ring| ring.state).collect();
        assert_eq!(codes.len(), 51);
        let others = ["AS", "GU", "MP", "PR", "US", "VI"];
        for (code, name) in crate::clinic::STATES {
            assert_ne!(codes.contains(code), others.contains(&code), "{name}");
        }
    }
}
