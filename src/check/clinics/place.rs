//! Where a clinic is: its state, town, ZIP code and point agree.

use super::row::Row;
use crate::clinic::place::{Places, Point};
use crate::clinic::towns::Towns;
use crate::clinic::{Column, STATES};

/// Miles between a clinic and the point of its town or ZIP code at most.
const FAR: f64 = 60.0;
/// So many of the ZIP codes around a clinic are looked at for its state.
const AROUND: usize = 3;

impl Row<'_> {
    pub(super) fn placed(&self, wrong: &mut Vec<String>) {
        let (zip, state) = (self.get(Column::Zip), self.get(Column::State));
        let found = Places::bundled().zip_at(zip);
        if !zip.is_empty() {
            match found {
                _ if zip.len() != 5 || !zip.bytes().all(|byte| byte.is_ascii_digit()) => {
                    wrong.push(format!("\"{zip}\" is no ZIP code: write five digits"));
                }
                None => wrong.push(format!("there is no ZIP code {zip}: correct it")),
                Some((_, Some(own))) if own != state => {
                    wrong.push(format!("the ZIP code {zip} is in {own}, not in {state}"));
                }
                Some(_) => {}
            }
        }
        self.geo(wrong);
        if let Some(point) = self.point(wrong) {
            self.near(point, found.map(|(point, _)| point), wrong);
        }
        for word in outside(self.get(Column::TelehealthStates)) {
            let known = STATES.iter().any(|(code, _)| *code == word);
            let count = word.trim_end_matches('+').parse::<usize>();
            if !known && word != "and" && !count.is_ok_and(|n| (1..=STATES.len()).contains(&n)) {
                wrong.push(format!(
                    "\"{word}\" is no state of telehealth_states: write each in two letters, or how many"
                ));
            }
        }
    }

    /// What its point is said to be of is there.
    fn geo(&self, wrong: &mut Vec<String>) {
        let geo = self.get(Column::Geo);
        let located = !self.get(Column::Lat).is_empty() || !self.get(Column::Lon).is_empty();
        let of = [("zip", Column::Zip), ("city", Column::City)];
        let of = of.into_iter().find(|(name, _)| *name == geo);
        if geo == "none" && located {
            wrong.push("geo is none where lat and lon are given: say zip or city".to_owned());
        } else if of.is_some() && !located {
            wrong.push(format!("geo is {geo} where lat and lon are empty: make it none"));
        } else if of.is_some_and(|(_, column)| self.get(column).is_empty()) {
            wrong.push(format!("geo is {geo} where {geo} is empty: say what the point is of"));
        }
    }

    fn point(&self, wrong: &mut Vec<String>) -> Option<Point> {
        let (lat, lon) = (self.get(Column::Lat), self.get(Column::Lon));
        if lat.is_empty() && lon.is_empty() {
            return None;
        }
        let degree = |cell: &str, most: f64| -> Option<f64> {
            cell.parse().ok().filter(|degree: &f64| degree.abs() <= most)
        };
        let point = degree(lat, 90.0).zip(degree(lon, 180.0));
        if point.is_none() {
            let message = format!("lat \"{lat}\" and lon \"{lon}\" are no degrees: correct them");
            wrong.push(message);
        }
        point.map(|(lat, lon)| Point { lat, lon })
    }

    /// It lies where its ZIP code and town lie, and in its state.
    fn near(&self, point: Point, of_zip: Option<Point>, wrong: &mut Vec<String>) {
        let (city, state) = (self.get(Column::City), self.get(Column::State));
        let of_town = Towns::bundled().point(city, state);
        let known = [(of_zip, self.get(Column::Zip)), (of_town, city)];
        for (known, name) in known {
            let Some(miles) = known.map(|known| known.miles_to(point)) else { continue };
            if miles > FAR {
                return wrong.push(format!(
                    "lat and lon are {miles:.0} miles from {name}: correct one of them"
                ));
            }
        }
        if of_zip.is_some() || state.is_empty() {
            return;
        }
        let around = Places::bundled().states_near(point, AROUND);
        if !around.contains(&state) {
            let near = around.first().copied().unwrap_or_default();
            wrong.push(format!("lat and lon are in {near}, not in {state}: correct one of them"));
        }
    }
}

/// The words outside of what stands in brackets.
fn outside(text: &str) -> impl Iterator<Item = &str> {
    let open = text.split('(').enumerate();
    let parts = open
        .map(|(i, part)| if i == 0 { part } else { part.split_once(')').unwrap_or_default().1 });
    parts.flat_map(|part| part.split([',', ';', ' '])).filter(|word| !word.is_empty())
}
