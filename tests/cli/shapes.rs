//! The shapes of JSON answers, with real content.

use serde_json::{Value, json};

use super::*;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn has(value: &Value, wanted: &[&str]) {
    let keys = keys(value);
    for name in wanted {
        assert!(keys.contains(name), "{name} not in {keys:?}");
    }
}

#[test]
fn a_guide_has_its_sections_in_order_and_questions_nowhere_else() {
    let folder = guide_folder("shape");
    let read = run(&["read", "test-guide", "--library", arg(&folder), "--json"]).json("read");
    let sections = read["guide"]["sections"].as_array().expect("sections");
    let ids: Vec<_> = sections.iter().map(|s| s["id"].as_str().expect("id")).collect();
    assert_eq!(ids, ["a-test-guide", "parts", "work", "deeper", "asked", "last"]);
    assert_eq!(sections[0]["level"], 1);
    let work = &sections[2];
    assert_eq!(work["title"], "Does it work?");
    assert_eq!(work["path"], json!(["Parts", "Does it work?"]));
    assert_eq!(work["text"], "In Zürich it did, see a page.");
    assert_eq!(work["citations"], json!(["F-GEN-003"]));
    assert_eq!(
        sections[4]["questions"],
        json!([
            { "id": "safe", "question": "Is it safe?", "citations": ["F-GEN-007"],
              "answer": "For the bladder, ask.\n\nWhen to stop\n\nAt once." },
            { "id": "drive", "question": "Can I drive after?", "citations": [],
              "answer": "Not that day." },
        ])
    );
    let guide = &read["guide"];
    assert_eq!(guide["reviewed"], "2026-11-01");
    assert_eq!(guide["summary"], "What a test needs.");
}

#[test]
fn all_that_is_cited_is_there_with_its_sources() {
    let listed = run(&["list", "--json"]).json("list");
    for guide in listed["guides"].as_array().expect("guides") {
        has(guide, &["id", "title", "summary", "minutes", "reviewed", "sections", "questions"]);
        let read = run(&["read", guide["id"].as_str().expect("id"), "--json"]).json("read");
        let ids = |list: &str| -> Vec<String> {
            let rows = read[list].as_array().expect("rows").iter();
            rows.map(|row| row["id"].as_str().expect("id").to_owned()).collect()
        };
        let (facts, sources) = (ids("facts"), ids("sources"));
        let mut cited = 0;
        for section in read["guide"]["sections"].as_array().expect("sections") {
            let questions = section["questions"].as_array().expect("questions");
            for asking in std::iter::once(section).chain(questions) {
                for id in asking["citations"].as_array().expect("citations") {
                    cited += 1;
                    assert!(facts.iter().any(|fact| id == fact), "{id}");
                }
            }
        }
        assert!(cited > 0);
        for fact in read["facts"].as_array().expect("facts") {
            has(fact, &["id", "statement", "basis", "strength", "sources", "checked"]);
            for id in fact["sources"].as_array().expect("sources") {
                assert!(sources.iter().any(|source| id == source), "{id}");
            }
        }
    }
}

#[test]
fn a_section_s_answer_holds_what_was_asked_for_and_what_it_rests_on() {
    let folder = guide_folder("part");
    let read = |section: &str| {
        let target = format!("test-guide#{section}");
        run(&["read", &target, "--library", arg(&folder), "--json"]).json("read")
    };
    let ids = |rows: &Value| -> Vec<String> {
        let rows = rows.as_array().expect("rows").iter();
        rows.map(|row| row["id"].as_str().expect("id").to_owned()).collect()
    };
    let work = read("work");
    assert_eq!(ids(&work["guide"]["sections"]), ["work", "deeper"]);
    assert_eq!(ids(&work["facts"]), ["F-GEN-003", "F-GEN-002"]);
    for section in ["safe", "stop"] {
        let sections = read(section)["guide"]["sections"].clone();
        assert_eq!(ids(&sections), ["asked"]);
        assert_eq!(ids(&sections[0]["questions"]), ["safe"]);
    }
}

#[test]
fn the_other_answers_have_their_fields() {
    let folder = guide_folder("fields");
    let faq = run(&["faq", "drive", "--guide", "test-guide", "--library", arg(&folder), "--json"]);
    assert_eq!(
        faq.json("faq")["questions"],
        json!([{ "guide": "test-guide", "section": "asked", "id": "drive", "citations": [],
                 "question": "Can I drive after?", "answer": "Not that day.", "more": null }])
    );
    // What cites a fact leads to the section that says most of it.
    let driving = run(&["faq", "drive", "home", "--json"]).json("faq");
    let more = driving["questions"][0]["more"].as_str().expect("a section").to_owned();
    let section = run(&["read", &more, "--json"]).json("read");
    let cited = section["facts"].as_array().expect("facts").iter().map(|fact| fact["id"].clone());
    let answered = driving["questions"][0]["citations"].as_array().expect("facts").clone();
    assert!(cited.into_iter().any(|id| answered.contains(&id)), "{more}");
    let glossary = run(&["glossary", "off-label", "--json"]).json("glossary");
    has(&glossary["terms"][0], &["id", "term", "meaning", "aliases"]);
    let crisis = run(&["crisis", "--json"]).json("crisis");
    has(&crisis, &["title", "lead", "checked", "lines", "notes"]);
    has(&crisis["notes"][0], &["text", "fact"]);
    has(&crisis["lines"][0], &["name", "who", "reach", "hours", "cost", "languages", "fact"]);
    has(
        &run(&["about", "--json"]).json("about"),
        &["version", "guides", "crisis_checked", "licences", "text"],
    );
    let keys = run(&["keys", "--json"]).json("keys");
    let leave = keys["keys"].as_array().expect("keys").iter().find(|key| key["action"] == "leave");
    assert_eq!(leave.expect("a way to leave")["keys"][0], "Ctrl+C");
    let privacy = run(&["privacy", "--json"]).json("privacy");
    assert_eq!((&privacy["stored"], &privacy["network"]), (&json!([]), &json!(false)));
    assert!(privacy["text"].as_str().expect("text").contains("no network code"));
}

#[test]
fn json_is_the_same_by_option_and_by_format() {
    let folder = guide_folder("format");
    let file = arg(&folder).to_owned() + "/test-guide.md";
    let json = run(&["read", &file, "--format", "json"]).fine();
    assert_eq!(json, run(&["read", &file, "--json"]).fine());
    assert_eq!(json, run(&["--json", &file]).fine());
    assert_eq!(json.lines().count(), 1);
}
