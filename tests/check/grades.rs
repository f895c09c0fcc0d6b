//! The reading grade, against values that textstat 0.7.4 gave for the same texts.
//!
//! `textstat.toml` holds them. To get one, with textstat from `PyPI`:
//!
//! ```sh
//! guidepost read ketamine-for-ptsd --json | python3 -c '
//! import json, sys, textstat
//! guide = json.load(sys.stdin)["guide"]
//! parts = [t for s in guide["sections"] for t in [s["text"], *[q["answer"] for q in s["questions"]]]]
//! print(textstat.flesch_kincaid_grade("\n\n".join(parts)))'
//! ```

use std::collections::BTreeMap;

use guidepost::check::grade;
use serde_json::Value;

use super::*;
use crate::cli;

/// The words of a guide as `read --json` gives them.
fn words(target: &str) -> String {
    let answer: Value =
        serde_json::from_str(&cli::printed(&["read", target, "--json"])).expect("one JSON object");
    let mut parts = Vec::new();
    for section in answer["guide"]["sections"].as_array().expect("sections") {
        parts.push(section["text"].as_str().expect("text").to_owned());
        for question in section["questions"].as_array().expect("questions") {
            parts.push(question["answer"].as_str().expect("an answer").to_owned());
        }
    }
    parts.join("\n\n")
}

#[test]
fn grades_are_those_of_textstat() {
    let recorded = fs::read_to_string(fixtures().join("../textstat.toml")).expect("the values");
    let recorded: BTreeMap<String, f64> = toml::from_str(&recorded).expect("TOML");
    let library = Library::bundled();
    for i in (0..library.len()).filter(|i| !library.is_made(*i)) {
        assert!(recorded.contains_key(library.id(i)), "no value for {}", library.id(i));
    }
    for (name, theirs) in recorded {
        let file = fixtures().join("..").join(&name);
        let target = if file.is_file() { file.to_string_lossy().into_owned() } else { name };
        let ours = grade(&words(&target)).grade;
        assert!((ours - theirs).abs() <= 0.5, "{target}: {ours} here, {theirs} by textstat");
        assert!(file.is_file() || ours <= 8.0, "{target} reads at grade {ours}");
    }
}
