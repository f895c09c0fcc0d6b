//! `read --format speak`: text for a voice.

use super::*;

/// What the program prints for a voice.
fn spoken(name: &str) -> String {
    run(&["read", name, "--format", "speak"]).fine()
}

#[test]
fn a_guide_is_printed_for_a_voice() {
    let folder = guide_folder("speak");
    let text = run(&["read", "test-guide", "--library", arg(&folder), "--format", "speak"]).fine();
    assert!(text.starts_with("A test guide.\nReviewed November 1, 2026."), "{text}");
    assert!(text.contains("\nFootnote: An aside.\n"), "{text}");
    assert!(text.contains("\nInformation, not medical advice. From A test guide, test-guide,"));
}

#[test]
fn a_voice_finds_no_sign_and_no_short_form_in_any_bundled_guide() {
    let list = run(&["list", "--json"]).json("list");
    let guides = list["guides"].as_array().expect("guides");
    assert!(guides.len() > 6);
    for guide in guides {
        let id = guide["id"].as_str().expect("an id");
        let text = spoken(id);
        for line in text.lines() {
            let allowed = |c: char| c.is_alphanumeric() || " .,?!:;'-".contains(c);
            assert!(line.chars().all(allowed), "{id}: {line}");
            let ends = line.ends_with(['.', '?', '!', ':']);
            assert!(ends && !line.contains("  ") && !line.contains("?:"), "{id}: {line}");
            let parts = line.split(|c: char| !c.is_alphanumeric() && c != ',');
            for word in parts {
                assert!(!["mg", "kg", "mg,", "kg,", "988", "911"].contains(&word), "{id}: {line}");
                // What is left in one run is a year, or has its commas.
                let long = word.split(',').find(|run| run.len() > 3 && is_number(run));
                let year = long.is_none_or(|run| ("1900"..="2099").contains(&run));
                assert!(year, "{id}: {line}");
            }
        }
        let source = run(&["read", id, "--format", "markdown"]).fine();
        // The facts below it are not told.
        let source = source.split("\n[^F-").next().expect("a guide");
        for number in
            source.split(|c: char| !c.is_ascii_digit() && c != '-').filter(|n| is_phone(n))
        {
            let groups = number
                .split('-')
                .map(|group| group.chars().map(String::from).collect::<Vec<_>>().join(" "));
            let called = groups.collect::<Vec<_>>().join(", ");
            assert!(text.contains(&called), "{id}: {number} is not said as {called}");
        }
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn is_phone(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').map(str::len).collect();
    groups == [1, 3, 3, 4]
}

#[test]
fn a_page_to_fill_in_and_a_sum_are_said_so_that_they_can_be_followed() {
    let text = "- [ ] Touch: never / ask me each time / only here: ____\n\
        - **B. Start:** ..... visits at $..... each = $.....\n\
        - 200 + 250 is more than $400 for the 988 Suicide & Crisis Lifeline\n";
    let ran = run_with(&["read", "-", "--format", "speak"], text.as_bytes());
    let said = "Box: Touch: never, or ask me each time, or only here: blank.\n\
        B. Start: blank visits at blank dollars each equals blank dollars.\n\
        200 plus 250 is more than 400 dollars for the 9 8 8 Suicide and Crisis Lifeline.\n";
    assert_eq!(ran.fine(), said);
}

#[test]
fn a_file_of_any_kind_is_printed_for_a_voice() {
    let text = "## Doses\n\n| Drug | Dose? |\n|---|---|\n| A | 0.2 mg/kg |\n| B | |\n\n- [x] call +1 (800) 662-4357\n";
    let ran = run_with(&["read", "-", "--format", "speak"], text.as_bytes());
    let said = "Doses.\nDrug: A. Dose? 0.2 milligrams per kilogram.\nDrug: B. Dose? blank.\n\
        Checked box: call plus 1, 8 0 0, 6 6 2, 4 3 5 7.\n";
    assert_eq!(ran.fine(), said);
}
