//! Clinics that a source says are closed: listed apart, and named to whoever asks for one.

use super::*;

#[test]
fn closed_clinics_are_a_list_of_their_own() {
    let text = run(&["clinics", "--closed"]).fine();
    assert!(text.starts_with("Ketamine Wellness Centers"), "{text}");
    assert!(text.contains("Field Trip Health & Wellness\nchain in the US and Canada\n"), "{text}");
    assert!(text.contains("when: 2023-03\n"), "{text}");
    let found = run(&["clinics", "--closed", "--json"]).json("clinics");
    let closed = found["closed"].as_array().expect("rows");
    assert_eq!(closed.len(), text.split("\n\n").count());
    for row in closed {
        for name in ["name", "scope", "what_the_source_says", "when"] {
            assert!(!row[name].as_str().expect("text").is_empty(), "{name} in {row}");
        }
        assert!(!row["sources"].as_array().expect("sources").is_empty());
    }
    assert_eq!(run(&["clinics", "--closed", "--state", "CA"]).code, Some(2));
}

#[test]
fn whoever_asks_for_a_closed_clinic_is_told() {
    for asked in ["field-trip-health-chicago", "Field Trip", "actify-neurotherapies-denver-co"] {
        let ran = run(&["clinic", asked]);
        let closed =
            ran.err.contains("is on the list of closed clinics: guidepost clinics --closed");
        assert_eq!((ran.code, closed), (Some(2), true), "{}", ran.err);
    }
    assert!(run(&["clinic", "no-such-clinic"]).refused().contains("the nearest is"));
}
