//! `clinics` and `clinic`: the list against a plain reading of its file.

use std::collections::HashMap;

use serde_json::Value;

use super::*;

type Row = HashMap<String, String>;

/// The rows of the list, read without the program.
fn rows() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/clinics.csv");
    let mut reader = csv::Reader::from_path(path).expect("the list");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

fn found(args: &[&str]) -> Value {
    run(&[&["clinics", "--json"], args].concat()).json("clinics")
}

fn ids(found: &Value) -> Vec<String> {
    let rows = found["clinics"].as_array().expect("rows").iter();
    rows.map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}

fn has(row: &Row, column: &str, part: &str) -> bool {
    row[column].split(';').any(|own| own == part)
}

#[test]
fn every_row_is_there_with_every_column_and_what_is_not_stated_is_null() {
    let all = found(&[]);
    let rows = rows();
    let listed = all["clinics"].as_array().expect("rows");
    assert_eq!((listed.len(), &all["total"]), (rows.len(), &Value::from(rows.len())));
    for (row, clinic) in rows.iter().zip(listed) {
        for (column, cell) in row {
            let value = &clinic[column];
            let same = match value {
                Value::Null => cell.is_empty(),
                Value::Array(parts) => {
                    let own = cell.split(';').map(str::trim).filter(|part| !part.is_empty());
                    own.eq(parts.iter().filter_map(Value::as_str))
                }
                Value::Bool(yes) => *yes == (cell == "yes"),
                Value::Number(number) => number.as_f64() == cell.parse().ok(),
                Value::String(text) => text == cell,
                Value::Object(_) => false,
            };
            assert!(same, "{}: {column}: {cell:?} is {value}", row["id"]);
        }
        assert!(clinic["distance_miles"].is_null());
    }
}

/// What filters ask for, and the plain rule for it.
type Rule = (&'static [&'static str], fn(&Row) -> bool);

const RULES: [Rule; 10] = [
    (&["--state", "CA", "--state", "wa"], |row| ["CA", "WA"].contains(&row["state"].as_str())),
    (&["--state", "US"], |row| row["state"] == "US"),
    (&["--treatment", "iv"], |row| has(row, "treatments", "iv")),
    (&["--treatment", "spravato", "--treatment", "iv"], |row| {
        has(row, "treatments", "iv") && has(row, "treatments", "spravato")
    }),
    (&["--condition", "ptsd", "--condition", "anxiety"], |row| {
        has(row, "conditions", "ptsd") && has(row, "conditions", "anxiety")
    }),
    (&["--therapy"], |row| row["therapy"] == "yes"),
    (&["--va"], |row| row["kind"] == "va" || !row["va_care"].is_empty()),
    (&["--known-price"], |row| !row["price_low_usd"].is_empty()),
    (&["--max-price", "400"], |row| {
        row["price_low_usd"].parse().is_ok_and(|low: f64| low <= 400.0)
    }),
    (&["--max-price", "400", "--include-unknown"], |row| {
        row["price_low_usd"].is_empty()
            || row["price_low_usd"].parse().is_ok_and(|low: f64| low <= 400.0)
    }),
];

#[test]
fn filters_alone_and_together_keep_what_a_plain_reading_keeps_in_the_same_order() {
    let rows = rows();
    for (i, one) in RULES.iter().enumerate() {
        for two in &RULES[i..] {
            let both = one.0.iter().chain(two.0).collect::<std::collections::HashSet<_>>();
            // The same switch twice, or two sets of states, is another question.
            if one.0 != two.0 && both.len() < one.0.len() + two.0.len() {
                continue;
            }
            let args: Vec<&str> =
                if one.0 == two.0 { one.0.to_vec() } else { [one.0, two.0].concat() };
            let kept = rows.iter().filter(|row| one.1(row) && two.1(row));
            let kept: Vec<String> = kept.map(|row| row["id"].clone()).collect();
            assert_eq!(ids(&found(&args)), kept, "{args:?}");
        }
    }
}

#[test]
fn how_many_state_no_price_is_always_said() {
    let without = |row: &&Row| row["state"] == "CA" && row["price_low_usd"].is_empty();
    let wanted = rows().iter().filter(without).count();
    for args in [
        &["--max-price", "400"][..],
        &["--max-price", "400", "--include-unknown"],
        &["--known-price"],
    ] {
        let answer = found(&[&["--state", "CA"], args].concat());
        assert_eq!(answer["not_stated"], wanted, "{args:?}");
    }
    let ran = run(&["clinics", "--state", "CA", "--max-price", "700"]);
    assert!(
        ran.err.contains(&format!("{wanted} clinics state no price, not shown")),
        "{}",
        ran.err
    );
}

#[test]
fn distances_are_those_of_another_way_to_reckon_them() {
    let answer = found(&["--near", "98101", "--within", "300"]);
    let place = &answer["place"];
    assert_eq!(
        (&place["query"], &place["matched"]),
        (&"98101".into(), &"98101 Seattle, WA".into())
    );
    let number = |value: &Value| value.as_f64().expect("a number").to_radians();
    let (lat, lon) = (number(&place["lat"]), number(&place["lon"]));
    let mut nearer = 0.0;
    let near = answer["clinics"].as_array().expect("rows");
    assert!(near.len() > 20);
    for clinic in near {
        let (to, east) = (number(&clinic["lat"]), number(&clinic["lon"]) - lon);
        // By the chord between points of a sphere.
        let point = |lat: f64, lon: f64| [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()];
        let (a, b) = (point(lat, 0.0), point(to, east));
        let chord = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
        let miles = 2.0 * (chord / 2.0).asin() * 3958.8;
        let said = clinic["distance_miles"].as_f64().expect("miles");
        assert!((said - miles).abs() <= 0.01 + miles / 1000.0, "{said} is not {miles}");
        assert!(said >= nearer && said <= 300.0);
        nearer = said;
    }
    // Without a limit those without a place stand last.
    let all = found(&["--near", "98101"]);
    let all = all["clinics"].as_array().expect("rows");
    assert_eq!(all.len(), rows().len());
    assert!(all.last().is_some_and(|clinic| clinic["distance_miles"].is_null()));
}

#[test]
fn places_are_zip_codes_their_beginnings_and_towns_however_written() {
    let point = |near: &str| found(&["--near", near])["place"].clone();
    assert_eq!(point("St. Louis, mo")["matched"], "Saint Louis, MO");
    assert_eq!(point("Saint Louis, MO")["lat"], point("st louis, MO")["lat"]);
    assert_eq!(point("981")["matched"], "981xx");
    for (near, said) in [
        ("Seatle, WA", "the nearest is \"Seattle, WA\""),
        ("00000", "there is no place"),
        ("1234", "give a ZIP code"),
        ("Seattle", "Seattle, "),
        ("", "there is no place"),
    ] {
        let refused = run(&["clinics", "--near", near]).refused();
        assert!(refused.contains(said), "{near}: {refused}");
    }
}

#[test]
fn orders_are_stable_and_put_what_is_not_known_last() {
    let by = |order: &str| {
        let answer = found(&["--sort", order]);
        answer["clinics"].as_array().expect("rows").clone()
    };
    let prices: Vec<Option<f64>> =
        by("price").iter().map(|row| row["price_low_usd"].as_f64()).collect();
    let stated = prices.iter().take_while(|price| price.is_some()).count();
    assert!(stated > 5 && prices[stated..].iter().all(Option::is_none));
    assert!(prices[..stated].is_sorted_by(|a, b| a <= b));
    let order: Vec<_> = by("state").iter().map(|row| row["state"].to_string()).collect();
    assert!(order.is_sorted());
    assert!(run(&["clinics", "--sort", "distance"]).refused().contains("--near"));
}

#[test]
fn csv_comes_out_as_it_went_in() {
    let out = run(&["clinics", "--csv"]).fine();
    assert_eq!(out.matches("\r\n").count(), out.matches('\n').count());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/clinics.csv");
    let file = fs::read_to_string(path).expect("the list").replace("\r\n", "\n");
    for (printed, listed) in out.replace("\r\n", "\n").lines().zip(file.lines()) {
        assert_eq!(printed, listed);
    }
    assert_eq!(out.lines().count(), file.lines().count());
    let again = folder("clinics-csv", &[("list.csv", &out)]).join("list.csv");
    assert_eq!(ids(&found(&["--clinics", arg(&again)])), ids(&found(&[])));
}

#[test]
fn values_that_nothing_has_are_refused_with_the_nearest() {
    for (args, said) in [
        (&["--treatment", "ivv"][..], "there is no treatment \"ivv\"; the nearest is \"iv\""),
        (&["--state", "XX"], "there is no state \"XX\""),
        (&["--condition", "ptds"], "the nearest is \"ptsd\""),
        (&["--city", "Seatle"], "the nearest is \"seattle\""),
        (&["--max-price", "x"], "dollars"),
        (&["--within", "50"], "--near"),
        (&["--near", "98101", "--within", "NaN"], "miles"),
    ] {
        let ran = run(&[&["clinics"], args].concat());
        assert_eq!(ran.code, Some(2), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    let nothing = run(&["clinics", "--state", "WY", "--treatment", "at-home-telehealth"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (Some(1), ""));
    assert!(run(&["clinic", "no-such-clinic"]).refused().contains("the nearest is"));
}

#[test]
fn a_clinic_says_what_is_not_stated_and_where_the_row_is_from() {
    let out = run(&["clinic", "alaska-compass-anchorage-ak"]).fine();
    assert!(out.contains("Insurance: not stated") && out.contains("Source: "), "{out}");
    assert!(out.contains("a lead to check"), "{out}");
    let several =
        run(&["clinic", "phos-clinic-los-angeles-ca", "kensho-wellbeing-truckee-ca"]).fine();
    let differs = several.find("What differs").expect("a heading");
    assert!(differs < several.find("What is the same").expect("a heading"), "{several}");
    let narrow = run(&[
        "clinic",
        "phos-clinic-los-angeles-ca",
        "kensho-wellbeing-truckee-ca",
        "--width",
        "30",
    ]);
    for word in narrow.fine().split_whitespace() {
        assert!(word.chars().count() <= 30, "{word}");
    }
}

#[test]
fn a_list_of_one_s_own_needs_a_name_and_a_state_and_tells_its_faults() {
    let text = "\u{feff}name,state,treatments,price_low_usd,lat,lon,odd\r\n\
        \"Tea, Inc\",wa,iv;tea,12.345,47.6,-122.3,x\r\n,WA,,,,,\r\nSecond,ZZ,,10,,,\r\nSecond,ZZ,,,99,0,,more\r\n";
    let file = folder("own-clinics", &[("mine.csv", text)]).join("mine.csv");
    let ran = run(&["clinics", "--json", "--clinics", arg(&file)]);
    for said in [
        "mine.csv:1: the column \"odd\" is none of ours",
        "mine.csv:2: price_low_usd: \"12.345\" is no amount of dollars",
        "mine.csv:3: a clinic needs a name and a state",
        "mine.csv:4: \"ZZ\" is no state",
        "mine.csv:5: lat: \"99\" is no degree",
        "mine.csv:5: 8 cells under 7 headings",
    ] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    let answer = ran.json("clinics");
    assert_eq!(ids(&answer), ["tea-inc-wa", "second-zz", "second-zz-2"]);
    assert_eq!(answer["clinics"][0]["treatments"], serde_json::json!(["iv", "tea"]));
    let bare = folder("bare-clinics", &[("bare.csv", "a,b\n1,2\n")]).join("bare.csv");
    let ran = run(&["clinics", "--clinics", arg(&bare)]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("guidepost import"), "{}", ran.err);
    assert!(run(&["clinics", "--clinics", "no-such.csv"]).refused().contains("no-such.csv"));
    let escape =
        folder("escape-clinics", &[("e.csv", "name,state\n\u{1b}[31mRed,WA\n")]).join("e.csv");
    let ran = run(&["clinics", "--clinics", arg(&escape)]);
    assert!(!ran.out.contains('\u{1b}') && ran.out.contains("Red"), "{:?}", ran.out);
}

#[test]
fn clinics_are_found_by_name_town_and_state() {
    let hits =
        |args: &[&str]| run(&[&["search", "--json"], args].concat()).json("search")["hits"].clone();
    let found = hits(&["northwest ketamine clinics seattle"]);
    assert_eq!(found[0]["id"], "northwest-ketamine-clinics-seattle-wa");
    assert_eq!((&found[0]["kind"], &found[0]["guide"]), (&"clinic".into(), &Value::Null));
    let in_alaska = hits(&["anchorage", "--kind", "clinic"]);
    let in_alaska = in_alaska.as_array().expect("hits");
    assert!(in_alaska.len() > 3 && in_alaska.iter().all(|hit| hit["kind"] == "clinic"));
}

#[test]
fn what_a_filter_leaves_out_only_because_it_is_not_stated_is_counted() {
    let texas: Vec<Row> = rows().into_iter().filter(|row| row["state"] == "TX").collect();
    let silent = |column: &str| texas.iter().filter(|row| row[column].is_empty()).count();
    let ran = run(&["clinics", "--state", "TX", "--therapy"]);
    let said = format!("{} that do not say whether there is therapy", silent("therapy"));
    assert!(ran.err.contains(&said), "{}", ran.err);
    let ran = run(&["clinics", "--state", "TX", "--condition", "ptsd"]);
    let said = format!("{} that do not say what is treated", silent("conditions"));
    assert!(ran.err.contains(&said), "{}", ran.err);
    let open = texas.iter().filter(|row| row["treatments"] == "ketamine-route-not-stated").count();
    let ran = run(&["clinics", "--state", "TX", "--treatment", "im"]);
    assert!(
        ran.err.contains(&format!("{open} that do not say how ketamine is given")),
        "{}",
        ran.err
    );
    assert!(!run(&["clinics", "--state", "TX"]).err.contains("Left out"));
}
