//! What must hold for any text and anything that is typed.

use guidepost::search::Snippet;
use proptest::prelude::*;

use super::*;

/// What people and cats type.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z' ]{0,30}",
        2 => "(kill|self|harm|zoloft|bladdr|infusion|k|hole|the|can|i)( (me|myself|drive|ptsd|\")){0,4}",
        1 => "\\PC{0,40}",
        1 => "[.*+?()\\[\\]{}|^$\\\\\"“”’]{0,12}",
        1 => "[а-яα-ω東京😀\u{300}\u{200b}]{0,12}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "([a-zA-Z'-]{1,9}[ .,\n]{1,2}){0,60}",
        1 => "\\PC{0,300}",
        1 => "(zoloft|can’t|Zürich|bladder|東京|-|—|…|\"| ){0,40}",
    ]
}

/// Whether a word begins or ends at byte `at`: no letter or digit stands on both sides.
fn is_boundary(text: &str, at: usize) -> bool {
    // Marks that only steer the display are part of the word they stand in.
    let counts = |c: &char| {
        let mut folded = String::new();
        guidepost::fold::push(*c, false, &mut folded);
        !folded.is_empty() && folded != "'"
    };
    let word = |c: char| {
        let mut folded = String::new();
        guidepost::fold::push(c, false, &mut folded);
        folded.chars().any(char::is_alphanumeric)
    };
    let before = text[..at].chars().rev().find(counts);
    let after = text[at..].chars().find(counts);
    !(before.is_some_and(word) && after.is_some_and(word))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marks_stand_on_word_boundaries_and_snippets_are_one_short_line(
        texts in prop::collection::vec(text(), 1..5), typed in typed()
    ) {
        let named: Vec<_> = texts.iter().map(|text| ("a name", text.as_str())).collect();
        let index = sections(&named, "[rules.a]\n\"zoloft\" = [\"can’t\", \"zürich\"]\n");
        let query = Query::read(&typed, &index);
        for text in &texts {
            let Snippet { text, marks } = Snippet::of(text, &query.marks);
            let mut words = 0;
            guidepost::fold::each_word(&text, |_, _| words += 1);
            prop_assert!(words <= 24 && !text.contains('\n'), "{text:?}");
            let mut end = 0;
            for mark in marks {
                prop_assert!(mark.start >= end && mark.start < mark.end, "{text:?} {mark:?}");
                prop_assert!(is_boundary(&text, mark.start), "{text:?} {mark:?}");
                prop_assert!(is_boundary(&text, mark.end), "{text:?} {mark:?}");
                end = mark.end;
            }
        }
    }

    #[test]
    fn hits_are_few_different_and_hold_a_word_that_was_looked_for(
        texts in prop::collection::vec(text(), 1..30), typed in typed(), limit in 0usize..12
    ) {
        let named: Vec<_> = texts.iter().map(|text| ("a name", text.as_str())).collect();
        let index = sections(&named, "");
        let query = Query::read(&typed, &index);
        let found = index.search(&query, Scope::default(), limit);
        prop_assert!(found.hits.len() <= limit.min(texts.len()) && found.total <= texts.len());
        let mut seen = std::collections::HashSet::new();
        for hit in &found.hits {
            let Place::Section { at, .. } = hit.place else { panic!("only sections are there") };
            prop_assert!(seen.insert(at) && hit.score.is_finite());
            let all = format!("a name {} Guide", texts[at]);
            // Words that any text has are found, but not marked.
            let typed = guidepost::fold::words(&typed);
            let held = guidepost::fold::words(&all).iter().any(|word| typed.contains(word));
            prop_assert!(held || !query.marks.find(&all).is_empty(), "{typed:?} in {all:?}");
        }
    }

    #[test]
    fn a_text_is_found_by_any_of_its_longer_words(text in "([a-z]{4,9} ){1,20}", pick in 0usize..20) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let word = words[pick % words.len()];
        let index = sections(&[("x", "y"), ("x", &text)], "");
        prop_assert_eq!(order(&index, word), [1]);
    }
}

#[test]
fn anything_at_all_can_be_typed() {
    let searched = Searched::bundled();
    let long = "bladder ".repeat(2000);
    let letters = "x".repeat(10_000);
    for typed in [
        "",
        " ",
        "\t\n",
        "a",
        "k",
        "?",
        "...",
        "(",
        "[a-z]+",
        ".*",
        "\\",
        "\"",
        "\"\"",
        "😀",
        "東京",
        "Москва",
        "\u{1b}[31m",
        "\0",
        "a\u{300}",
        &long,
        &letters,
    ] {
        let (query, found) = searched.found(typed);
        assert!(found.hits.len() <= 10, "{typed:.20}");
        assert!(query.corrections.len() <= 32, "{typed:.20}");
    }
    assert!(searched.ids("k").len() > 3, "one letter finds something");
}
