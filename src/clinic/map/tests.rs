use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::clinic::place::Places;

fn town(name: &str) -> Point {
    Places::bundled().find(name).expect("a town").point
}

/// Where a sign stands: its column and its row.
fn found(lines: &[String], sign: char) -> Option<(usize, usize)> {
    let here = |(row, line): (usize, &String)| {
        line.chars().position(|there| there == sign).map(|column| (column, row))
    };
    lines.iter().enumerate().find_map(here)
}

fn chosen<'a>(states: &'a [&'a str], name: &str) -> Map<'a> {
    Map { states, points: &[], chosen: Some(town(name)) }
}

#[test]
fn the_middle_of_its_zip_codes_is_in_the_box_of_each_state() {
    let mut zips: BTreeMap<&str, Vec<Point>> = BTreeMap::new();
    for line in include_str!("../../../assets/places.csv").lines().skip(1) {
        let row: Vec<&str> = line.split(',').collect();
        let degrees = |at: usize| row[at].parse().expect("degrees");
        let point = Point { lat: degrees(1), lon: outlines::west(degrees(2)) };
        zips.entry(row[4]).or_default().push(point);
    }
    for state in outlines::all().iter().map(|ring| ring.state).collect::<BTreeSet<_>>() {
        let points = &zips[state];
        let count = f64::from(u32::try_from(points.len()).expect("few ZIP codes"));
        let middle = Point {
            lat: points.iter().map(|point| point.lat).sum::<f64>() / count,
            lon: points.iter().map(|point| point.lon).sum::<f64>() / count,
        };
        let map = Map { states: &[state], points: &[middle], chosen: None };
        assert_eq!(map.left_out(), 0, "{state}: {middle:?}");
        assert!(found(&map.draw(40, 12), '•').is_some(), "{state}");
    }
}

/// These states are boxes of degrees: the cells were worked out from their borders by hand.
#[test]
fn the_chosen_mark_is_where_the_town_is() {
    for (state, name, cell) in [
        ("CO", "Denver, CO", (22, 3)),
        ("WY", "Cheyenne, WY", (31, 11)),
        ("UT", "Salt Lake City, UT", (18, 3)),
    ] {
        let states = [state];
        let map = chosen(&states, name);
        assert_eq!(found(&map.draw(40, 12), '@'), Some(cell), "{name}");
        assert_eq!(found(&map.ascii(40, 12), '@'), Some(cell), "{name}");
    }
}

#[test]
fn seattle_is_left_of_miami_and_above_it() {
    let cell = |name| found(&chosen(&[], name).draw(60, 18), '@').expect("a mark");
    let (seattle, miami) = (cell("Seattle, WA"), cell("Miami, FL"));
    assert!(seattle.0 + 40 < miami.0 && seattle.1 + 10 < miami.1, "{seattle:?} {miami:?}");
}

#[test]
fn alaska_and_hawaii_are_small_at_the_lower_left_or_alone_where_they_are() {
    for (state, name) in [("AK", "Anchorage, AK"), ("HI", "Honolulu, HI")] {
        let (column, row) = found(&chosen(&[], name).draw(60, 18), '@').expect("a mark");
        assert!(column < 24 && row > 12, "{name}: {column}, {row}");
        let alone = [state];
        let filled = |lines: Vec<String>| {
            lines.concat().chars().filter(|sign| ('\u{2801}'..='\u{28ff}').contains(sign)).count()
        };
        assert!(filled(chosen(&alone, name).draw(60, 18)) > 40, "{name}");
    }
    // North is up, and Hawaii is far below Washington.
    let both = ["HI", "WA"];
    let row = |name| found(&chosen(&both, name).draw(60, 18), '@').expect("a mark").1;
    assert!(row("Seattle, WA") + 10 < row("Honolulu, HI"));
}

#[test]
fn islands_past_the_date_line_stand_beside_the_others() {
    let attu = Point { lat: 52.9, lon: 172.9 };
    let map = Map { states: &["AK"], points: &[attu], chosen: None };
    assert!(found(&map.draw(60, 18), '•').expect("a mark").0 < 10);
}

#[test]
fn points_in_one_cell_are_counted_and_the_chosen_one_stands_out() {
    let denver = town("Denver, CO");
    for (count, sign, plain) in [(1, '•', 'o'), (2, '2', '2'), (9, '9', '9'), (300, '+', '+')] {
        let points = vec![denver; count];
        let map = Map { states: &["CO"], points: &points, chosen: None };
        assert_eq!(found(&map.draw(40, 12), sign), Some((22, 3)));
        assert_eq!(found(&map.ascii(40, 12), plain), Some((22, 3)));
        let map = Map { chosen: Some(denver), ..map };
        assert_eq!(found(&map.draw(40, 12), '@'), Some((22, 3)));
    }
}

#[test]
fn what_is_outside_is_left_out_and_counted() {
    let nowhere = Point { lat: f64::NAN, lon: f64::INFINITY };
    let london = Point { lat: 51.5, lon: -0.1 };
    let san_juan = Point { lat: 18.4, lon: -66.1 };
    let points = [san_juan, town("Boise, ID"), nowhere, london];
    let map = |states| Map { states, points: &points, chosen: Some(london) };
    assert_eq!(map(&[]).left_out(), 3);
    assert_eq!(map(&["CO"]).left_out(), 4);
    assert!(map(&[]).draw(60, 18).concat().contains('•'));
    assert!(!map(&["CO"]).draw(60, 18).concat().contains(['•', '@']));
    // A territory has no outline.
    assert_eq!(map(&["PR"]).left_out(), 4);
    assert_eq!(map(&["PR"]).draw(3, 2), ["   ", "   "]);
}

#[test]
fn any_size_is_drawn_as_wide_and_high_as_it_was_asked_for() {
    let points = [town("Seattle, WA"), town("Miami, FL"), town("Honolulu, HI")];
    let small = (0..=12).flat_map(|columns| (0..=8).map(move |rows| (columns, rows)));
    let large = (0..=200).step_by(20).flat_map(|columns| {
        let rows = (0..=60).step_by(6);
        rows.map(move |rows| (columns, rows))
    });
    for (columns, rows) in small.chain(large) {
        for states in [&[][..], &["HI"], &["DC"]] {
            let map = Map { states, points: &points, chosen: Some(points[1]) };
            for lines in [map.draw(columns, rows), map.ascii(columns, rows)] {
                assert_eq!(lines.len(), rows);
                assert!(lines.iter().all(|line| line.chars().count() == columns));
            }
            assert!(map.ascii(columns, rows).iter().all(|line| line.is_ascii()));
        }
    }
    let map = Map::default();
    assert_eq!(map.draw(usize::MAX, 0).len(), 0);
    assert_eq!(map.draw(1, usize::MAX).len(), usize::from(MOST));
}

#[test]
fn the_shape_of_the_land_is_kept() {
    // Colorado is 1.36 times as wide as it is high, and a dot is a square.
    for (columns, rows) in [(80, 12), (40, 40)] {
        let frames = Map { states: &["CO"], ..Map::default() }.frames(columns, rows);
        let area = frames[0].area;
        assert!(((area.width - 1.0) / (area.height - 1.0) - 1.36).abs() < 0.01, "{area:?}");
    }
}

#[test]
fn states_are_told_in_words_the_most_first() {
    let told = |states: &[(&str, usize)]| {
        let states: Vec<_> = states.iter().map(|(state, n)| ((*state).to_owned(), *n)).collect();
        in_words(&states)
    };
    assert_eq!(told(&[]), "no state");
    assert_eq!(told(&[("OR", 0)]), "no state");
    assert_eq!(told(&[("OR", 5)]), "OR 5");
    assert_eq!(told(&[("OR", 5), ("WA", 12)]), "WA 12 and OR 5");
    assert_eq!(told(&[("ID", 1), ("AK", 1), ("WA", 12)]), "WA 12, AK 1 and ID 1");
    let many = [("ID", 1), ("OR", 5), ("AK", 1), ("WA", 12), ("MT", 2)];
    assert_eq!(told(&many), "WA 12, OR 5 and 3 more states");
}
