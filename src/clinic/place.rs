//! Places: ZIP codes and towns as points, and how far it is from one to another.

mod packed;

use std::sync::OnceLock;

use super::STATES;
use crate::fold;
use crate::near::{NotFound, nearest};

/// A point on the earth, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From -90 to 90, north positive.
    pub lat: f64,
    /// From -180 to 180, east positive.
    pub lon: f64,
}

/// The earth's mean radius in miles.
const RADIUS: f64 = 3958.761;

impl Point {
    /// Miles along a great circle.
    #[must_use]
    pub fn miles_to(self, other: Self) -> f64 {
        let (lat, other_lat) = (self.lat.to_radians(), other.lat.to_radians());
        let (half_lat, half_lon) =
            ((other_lat - lat) / 2.0, (other.lon - self.lon).to_radians() / 2.0);
        let a = half_lat.sin().powi(2) + lat.cos() * other_lat.cos() * half_lon.sin().powi(2);
        2.0 * RADIUS * a.sqrt().min(1.0).asin()
    }
}

/// A place that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Where it is.
    pub point: Point,
    /// What it was taken for: `98101 Seattle, WA`.
    pub matched: String,
}

/// A ZIP code's point, in thousandths of a degree, and its town.
#[derive(Debug, Clone, Copy)]
struct Zip {
    code: u32,
    lat: i32,
    lon: i32,
    /// Its town's place among all, counted from 1; 0 for none.
    town: u32,
}

/// ZIP codes and towns of the United States.
#[derive(Debug)]
pub struct Places {
    /// In order.
    zips: Vec<Zip>,
    /// Names and states, in the order of states, then names.
    towns: Vec<(String, [u8; 2])>,
}

impl Places {
    /// The places that come with the program; read once, when they are first asked for.
    pub fn bundled() -> &'static Self {
        static PLACES: OnceLock<Places> = OnceLock::new();
        PLACES.get_or_init(packed::places)
    }

    /// How many ZIP codes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.zips.len()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zips.is_empty()
    }

    /// Finds a ZIP code, its first three digits, or `City, ST`.
    ///
    /// # Errors
    /// Names the nearest place that there is.
    pub fn find(&self, asked: &str) -> Result<Place, NotFound> {
        let asked = asked.trim();
        let digits = asked.len() > 1 && asked.bytes().all(|byte| byte.is_ascii_digit());
        let found = match (digits, asked.len()) {
            (true, 5) => self.zip(asked),
            (true, 3) => self.prefix(asked),
            (true, _) => None,
            (false, _) => self.town(asked),
        };
        found.ok_or_else(|| NotFound {
            kind: "place",
            name: asked.to_owned(),
            nearest: self.nearest(asked),
            otherwise: "give a ZIP code, its first three digits, or \"City, ST\"",
        })
    }

    fn zip(&self, asked: &str) -> Option<Place> {
        let zip: u32 = asked.parse().ok()?;
        let found = self.zips[self.zips.binary_search_by_key(&zip, |zip| zip.code).ok()?];
        let town = (found.town as usize).checked_sub(1).map(|town| self.named(town));
        let matched = [Some(asked.to_owned()), town].into_iter().flatten().collect::<Vec<_>>();
        Some(Place { point: found.point(), matched: matched.join(" ") })
    }

    fn prefix(&self, asked: &str) -> Option<Place> {
        let first: u32 = asked.parse().ok()?;
        let start = self.zips.partition_point(|zip| zip.code < first * 100);
        let end = self.zips.partition_point(|zip| zip.code < (first + 1) * 100);
        let point = middle(&self.zips[start..end])?;
        Some(Place { point, matched: format!("{asked}xx") })
    }

    /// Where a ZIP code of five digits is, and in which state where that is known.
    #[must_use]
    pub fn zip_at(&self, zip: &str) -> Option<(Point, Option<&str>)> {
        let zip: u32 = zip.parse().ok().filter(|_| zip.len() == 5)?;
        let found = self.zips[self.zips.binary_search_by_key(&zip, |zip| zip.code).ok()?];
        let town = (found.town as usize).checked_sub(1);
        let state = town.and_then(|town| std::str::from_utf8(&self.towns[town].1).ok());
        Some((found.point(), state))
    }

    /// The states of the `n` towns' ZIP codes that are nearest to a point, the nearest first.
    #[must_use]
    pub fn states_near(&self, point: Point, n: usize) -> Vec<&str> {
        // Near enough to a point a degree of longitude is as long as at the point itself.
        let wide = point.lat.to_radians().cos();
        let mut nearest: Vec<(f64, usize)> = Vec::with_capacity(n + 1);
        for zip in &self.zips {
            let Some(town) = (zip.town as usize).checked_sub(1) else { continue };
            let most = nearest.get(n.saturating_sub(1)).map_or(f64::INFINITY, |(most, _)| *most);
            let here = zip.point();
            // Most lie too far north or south.
            let up = (here.lat - point.lat).powi(2);
            if up >= most {
                continue;
            }
            let far = up + ((here.lon - point.lon) * wide).powi(2);
            if far >= most {
                continue;
            }
            let place = nearest.partition_point(|(near, _)| *near <= far);
            nearest.insert(place, (far, town));
            nearest.truncate(n);
        }
        let state = |(_, town): (f64, usize)| std::str::from_utf8(&self.towns[town].1).ok();
        nearest.into_iter().filter_map(state).collect()
    }

    /// All towns with their states and points.
    pub(super) fn towns(&self) -> impl Iterator<Item = (&str, &str, Point)> {
        let mut zips: Vec<Vec<Zip>> = vec![Vec::new(); self.towns.len()];
        for zip in &self.zips {
            let town = (zip.town as usize).checked_sub(1).and_then(|town| zips.get_mut(town));
            if let Some(town) = town {
                town.push(*zip);
            }
        }
        self.towns.iter().zip(zips).filter_map(|((name, state), zips)| {
            Some((name.as_str(), std::str::from_utf8(state).ok()?, middle(&zips)?))
        })
    }

    /// The towns whose name and state are `asked`.
    fn town(&self, asked: &str) -> Option<Place> {
        let (name, state) = parted(asked);
        let state = state?;
        let wanted = town_name(name);
        let here = |(name, own): &(String, [u8; 2])| {
            own.as_slice() == state.as_bytes() && town_name(name) == wanted
        };
        let town = self.towns.iter().position(here)?;
        Some(Place { point: self.point_of(town)?, matched: self.named(town) })
    }

    /// The middle of a town's ZIP codes.
    fn point_of(&self, town: usize) -> Option<Point> {
        let zips = self.zips.iter().filter(|zip| zip.town as usize == town + 1);
        middle(&zips.copied().collect::<Vec<_>>())
    }

    fn named(&self, town: usize) -> String {
        let (name, state) = &self.towns[town];
        format!("{name}, {}", String::from_utf8_lossy(state))
    }

    fn nearest(&self, asked: &str) -> Option<String> {
        if asked.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (name, state) = parted(asked);
        let state = state.unwrap_or_default();
        let there = self
            .towns
            .iter()
            .enumerate()
            .filter(|(_, (_, own))| state.is_empty() || own.as_slice() == state.as_bytes());
        let there: Vec<(usize, String)> =
            there.map(|(town, (name, _))| (town, town_name(name))).collect();
        let best = nearest(&town_name(name), there.iter().map(|(_, name)| name.as_str()))?;
        there.iter().find(|(_, name)| *name == best).map(|(town, _)| self.named(*town))
    }

    /// Towns whose names begin with what was typed, at most `most`.
    #[must_use]
    pub fn beginning_with(&self, typed: &str, most: usize) -> Vec<String> {
        let (name, state) = parted(typed);
        let (name, state) = (town_name(name), state.unwrap_or_default());
        let fits = |(own_name, own): &(String, [u8; 2])| {
            own.starts_with(state.as_bytes()) && town_name(own_name).starts_with(&name)
        };
        let towns = self.towns.iter().enumerate().filter(|(_, town)| fits(town));
        towns.take(most).map(|(town, _)| self.named(town)).collect()
    }
}

/// A town's name and its state in two letters, as far as they are written: `Burlington, VT`,
/// `burlington vt`, `Burlington, Vermont`.
fn parted(asked: &str) -> (&str, Option<String>) {
    let code = |text: &str| {
        let named = STATES.iter().find(|(code, name)| {
            code.eq_ignore_ascii_case(text) || name.eq_ignore_ascii_case(text)
        });
        named.map(|(code, _)| (*code).to_owned())
    };
    if let Some((name, state)) = asked.rsplit_once(',') {
        let state = state.trim();
        return (name, Some(code(state).unwrap_or_else(|| state.to_ascii_uppercase())));
    }
    // Without a comma the last words count as a state only where there is one so called.
    let blanks = asked.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let splits = blanks.map(|at| (asked[..at].trim_end(), asked[at..].trim()));
    let mut named = splits.filter(|(name, state)| !name.is_empty() && code(state).is_some());
    match named.next() {
        Some((name, state)) => (name, code(state)),
        None => (asked, None),
    }
}

impl Zip {
    fn point(self) -> Point {
        Point { lat: f64::from(self.lat) / 1000.0, lon: f64::from(self.lon) / 1000.0 }
    }
}

/// The median of the different points of ZIP codes, of each degree by itself.
fn middle(zips: &[Zip]) -> Option<Point> {
    let mut points: Vec<(i32, i32)> = zips.iter().map(|zip| (zip.lat, zip.lon)).collect();
    points.sort_unstable();
    points.dedup();
    let median = |mut values: Vec<i32>| {
        values.sort_unstable();
        let half = values.len() / 2;
        let high = *values.get(half)?;
        let low = if values.len().is_multiple_of(2) { values[half - 1] } else { high };
        Some((f64::from(low) + f64::from(high)) / 2000.0)
    };
    let lat = median(points.iter().map(|point| point.0).collect())?;
    Some(Point { lat, lon: median(points.iter().map(|point| point.1).collect())? })
}

/// A town's name as it is compared: short forms written out.
#[must_use]
pub fn town_name(name: &str) -> String {
    let mut text = String::new();
    push_town_name(name, &mut text);
    text
}

/// Adds a town's name as it is compared to `text`.
pub(super) fn push_town_name(name: &str, text: &mut String) {
    let start = text.len();
    fold::each_word(name, |_, word| {
        if text.len() > start {
            text.push(' ');
        }
        text.push_str(match word {
            "st" => "saint",
            "mt" => "mount",
            "ft" => "fort",
            word => word,
        });
    });
}

#[cfg(test)]
mod tests;
