//! JSON answers as the contract has them.

use serde_json::Value;

use super::{run, run_on};

fn json(args: &str) -> Value {
    let run = run(args);
    let value: Value = serde_json::from_str(&run.out).expect("one JSON object");
    assert_eq!(value["schema"], 1);
    value
}

#[test]
fn list_counts_what_read_gives() {
    let list = json("list --json");
    assert_eq!(list["kind"], "list");
    let guide = &list["guides"][0];
    for field in ["id", "title", "summary", "minutes", "reviewed", "sections", "questions"] {
        assert!(!guide[field].is_null(), "{field}");
    }
    let read = json("read ketamine-for-ptsd --json");
    let sections = read["guide"]["sections"].as_array().expect("sections");
    assert_eq!(guide["sections"], sections.len());
    let questions: usize =
        sections.iter().map(|s| s["questions"].as_array().expect("questions").len()).sum();
    assert_eq!(guide["questions"], questions);
    assert!(questions >= 12);
}

#[test]
fn read_gives_flat_sections_with_paths_citations_facts_and_sources() {
    let read = json("read ketamine-for-ptsd --format json");
    assert_eq!(
        (&read["kind"], &read["guide"]["reviewed"]),
        (&Value::from("read"), &Value::from("2026-11-23"))
    );
    let sections = read["guide"]["sections"].as_array().expect("sections");
    assert_eq!(
        (&sections[0]["level"], &sections[0]["id"]),
        (&Value::from(1), &Value::from("ketamine-for-ptsd"))
    );
    assert!(sections[0]["text"].as_str().expect("text").contains("988"));
    let hopeful = sections.iter().find(|s| s["id"] == "hopeful-trials").expect("the section");
    assert_eq!(
        hopeful["path"],
        serde_json::json!(["Does it work for PTSD?", "The first hopeful trials"])
    );
    assert!(
        hopeful["text"].as_str().expect("text").contains("Ketamine: 10 of 15 people (10 of 15)")
    );
    let cited: Vec<_> = hopeful["citations"].as_array().expect("citations").iter().collect();
    assert!(cited.contains(&&Value::from("F-PTSD-032")));
    // Questions stand only among the questions.
    assert!(!sections.iter().any(|s| s["id"] == "q-drive"));
    let faq = sections.iter().find(|s| s["id"] == "questions").expect("the questions");
    let drive =
        faq["questions"].as_array().expect("questions").iter().find(|q| q["id"] == "q-drive");
    let drive = drive.expect("the question");
    assert!(drive["answer"].as_str().expect("answer").starts_with("No."));
    assert_eq!(drive["citations"], serde_json::json!(["F-SESS-004", "F-SESS-013"]));
    // Each citation has its fact, each fact its sources.
    let facts = read["facts"].as_array().expect("facts");
    let sources = read["sources"].as_array().expect("sources");
    for section in sections {
        for id in section["citations"].as_array().expect("citations") {
            let fact = facts
                .iter()
                .find(|fact| fact["id"] == *id)
                .unwrap_or_else(|| panic!("{id} is missing"));
            for field in ["statement", "basis", "sources", "checked"] {
                assert!(!fact[field].is_null(), "{id} {field}");
            }
            for source in fact["sources"].as_array().expect("sources") {
                assert!(sources.iter().any(|s| s["id"] == *source), "{source} is missing");
            }
        }
    }
}

#[test]
fn a_section_or_question_can_be_asked_for_alone() {
    let read = json("read ketamine-for-ptsd#does-it-work --json");
    let ids: Vec<_> =
        read["guide"]["sections"].as_array().expect("sections").iter().map(|s| &s["id"]).collect();
    assert_eq!(ids[0], "does-it-work");
    assert!(ids.iter().all(|id| *id != "safety") && ids.len() == 7, "{ids:?}");
    let question = json("read ketamine-for-ptsd#q-drive --json");
    assert_eq!(question["guide"]["sections"][0]["questions"][0]["id"], "q-drive");
}

#[test]
fn the_other_answers_have_their_kind_and_rows() {
    for (args, kind, rows) in [
        ("faq drive --json", "faq", "questions"),
        ("glossary --json", "glossary", "terms"),
        ("crisis --json", "crisis", "lines"),
        ("keys --json", "keys", "keys"),
        ("about --json", "about", "dates"),
    ] {
        let value = json(args);
        assert_eq!(value["kind"], kind);
        assert!(!value[rows].as_array().expect(rows).is_empty(), "{args}");
    }
    let faq = json("faq drive --json");
    for field in ["guide", "section", "id", "question", "answer"] {
        assert!(faq["questions"][0][field].is_string(), "{field}");
    }
    let none = run("faq xyzzy --json");
    assert_eq!(none.code, 1);
    assert!(none.out.contains("\"questions\": []"));
}

#[test]
fn a_plain_document_has_no_facts_and_no_date() {
    let run = run_on("read - --json", b"Hello *there*[^1].\n\n[^1]: Note.\n");
    let value: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(value["guide"]["reviewed"], Value::Null);
    assert_eq!(value["facts"], serde_json::json!([]));
    assert!(value["guide"]["sections"][0]["text"].as_str().expect("text").contains("Hello there."));
}
