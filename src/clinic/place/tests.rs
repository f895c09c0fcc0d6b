//! What must hold of places.

use super::*;

/// Every ZIP code of the file the places are packed from.
fn listed() -> impl Iterator<Item = Vec<&'static str>> {
    include_str!("../../../assets/places.csv").lines().skip(1).map(|line| line.split(',').collect())
}

#[test]
fn every_zip_code_is_unpacked_as_it_was_packed() {
    let places = Places::bundled();
    assert_eq!(places.len(), listed().count());
    for row in listed() {
        let found = places.find(row[0]).expect("a ZIP code");
        let degree = |text: &str| text.parse::<f64>().expect("degrees");
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(near(found.point.lat, degree(row[1])), "{row:?}");
        assert!(near(found.point.lon, degree(row[2])), "{row:?}");
        let town = format!("{} {}, {}", row[0], row[3], row[4]);
        assert_eq!(found.matched, if row[3].is_empty() { row[0].to_owned() } else { town });
    }
}

#[test]
fn a_town_is_the_middle_of_its_different_points() {
    let places = Places::bundled();
    let mut points: Vec<(f64, f64)> = listed()
        .filter(|row| (row[3], row[4]) == ("Anchorage", "AK"))
        .map(|row| (row[1].parse().expect("degrees"), row[2].parse().expect("degrees")))
        .collect();
    points.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
    points.dedup();
    let mut lats: Vec<f64> = points.iter().map(|point| point.0).collect();
    lats.sort_by(f64::total_cmp);
    let half = lats.len() / 2;
    let median =
        if lats.len() % 2 == 1 { lats[half] } else { f64::midpoint(lats[half - 1], lats[half]) };
    let found = places.find("anchorage, ak").expect("a town");
    assert!((found.point.lat - median).abs() < 1e-9, "{found:?}");
}

#[test]
fn towns_are_completed_and_short_forms_are_the_long_ones() {
    let places = Places::bundled();
    assert!(places.beginning_with("seatt", 5).contains(&"Seattle, WA".to_owned()));
    assert!(
        places
            .beginning_with("spring, t", 9)
            .iter()
            .all(|town| town.ends_with(", TX") || town.ends_with(", TN"))
    );
    assert_eq!(town_name("St. Paul"), town_name("Saint Paul"));
    assert_eq!(places.find("Ft. Worth, TX"), places.find("fort worth,tx"));
    for written in ["Burlington VT", "burlington, vermont", "Burlington Vermont"] {
        assert_eq!(places.find(written).expect("a town").matched, "Burlington, VT");
    }
    // The state that was written is kept.
    assert_eq!(
        places.find("Burlinton VT").expect_err("none").nearest,
        Some("Burlington, VT".to_owned())
    );
    assert_eq!(places.find("Kansas City, KS").expect("a town").matched, "Kansas City, KS");
}

#[test]
fn a_quarter_of_a_great_circle_is_a_quarter() {
    let at = |lat, lon| Point { lat, lon };
    let quarter = RADIUS * std::f64::consts::FRAC_PI_2;
    assert!((at(0.0, 0.0).miles_to(at(0.0, 90.0)) - quarter).abs() < 1e-6);
    assert!((at(0.0, 10.0).miles_to(at(90.0, -70.0)) - quarter).abs() < 1e-6);
    assert!(at(40.0, -100.0).miles_to(at(40.0, -100.0)).abs() < 1e-9);
}
