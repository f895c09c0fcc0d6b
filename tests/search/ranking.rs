//! What must come first, one fact a test.

use super::*;

const NONE: &str = "";

#[test]
fn a_word_in_the_title_comes_before_one_in_the_text() {
    let index = sections(
        &[("Money", "Ask for the price of sleep, water and music."), ("Sleep", "Rest well.")],
        NONE,
    );
    assert_eq!(order(&index, "sleep"), [1, 0]);
}

#[test]
fn another_name_finds_what_no_word_of_the_text_says() {
    let index =
        sections(&[("Going home|taxi", "Have a driver."), ("Music", "A taxi passes.")], NONE);
    assert_eq!(order(&index, "taxi"), [0, 1]);
}

#[test]
fn the_very_name_comes_first_whatever_else_speaks_for_others() {
    let index = sections(
        &[
            ("Dose and dose and dose", "Dose dose dose."),
            ("Dose", "How much is given."),
            ("Sky", "Blue."),
        ],
        NONE,
    );
    assert_eq!(order(&index, "dose")[0], 1);
}

#[test]
fn endings_do_not_matter() {
    let index = sections(&[("Driving", "Not yet."), ("Infusions", "By vein.")], NONE);
    assert_eq!(order(&index, "driven drives"), order(&index, "driving"));
    assert_eq!(order(&index, "infusion"), [1]);
}

#[test]
fn the_last_word_may_be_unfinished_and_no_other() {
    let index = sections(&[("Bladder", "Pain."), ("Drinks", "Water.")], NONE);
    assert_eq!(order(&index, "bl"), [0]);
    assert_eq!(order(&index, "bla drinks"), [1]);
    assert_eq!(order(&index, "bla "), Vec::<usize>::new());
    // A letter by itself is a beginning too, so that something is there from the first key.
    assert_eq!(order(&index, "b"), [0]);
}

#[test]
fn a_typing_error_finds_the_word_and_says_so() {
    let index =
        sections(&[("Bladder", "Pain."), ("Insurance", "Plans."), ("Nausea", "Ill.")], NONE);
    for (typed, first) in [("blader", 0), ("baldder", 0), ("insurrance", 1), ("nasuea", 2)] {
        assert_eq!(order(&index, typed), [first], "{typed}");
        let query = Query::read(typed, &index);
        assert_eq!(query.corrections.len(), 1, "{typed}");
        assert_eq!(query.corrections[0].typed, typed);
    }
    // In quotes a word is what it is; short words and numbers turn into no others.
    for typed in ["\"blader\"", "nasuea\"", "ill1", "bla dder"] {
        assert!(Query::read(typed, &index).corrections.is_empty(), "{typed}");
    }
}

#[test]
fn words_written_as_one_or_as_two_are_found() {
    let index = sections(&[("Side effects", "Tired."), ("Antidepressant", "A pill.")], NONE);
    assert_eq!(order(&index, "sideeffects"), [0]);
    assert_eq!(order(&index, "anti depressant"), [1]);
}

#[test]
fn a_lay_word_leads_one_way_and_says_so() {
    let table = "[rules.a]\n\"k hole\" = [\"dissociation\"]\n\"zoloft\" = [\"sertraline\"]\n";
    let texts = [
        ("Dissociation", "Out of the body."),
        ("Pills", "Sertraline helps some."),
        ("Other", "zoloft, a hole"),
    ];
    let index = sections(&texts, table);
    assert_eq!(order(&index, "sertraline"), [1]);
    for typed in ["K-hole", "k holes"] {
        assert_eq!(order(&index, typed)[0], 0, "{typed}");
    }
    let query = Query::read("zolofft", &index);
    let hits = index.search(&query, Scope::default(), 10).hits;
    let through = hits.iter().find(|hit| hit.place == Place::Section { guide: 0, at: 1 });
    let lead = through.expect("found").lead.clone();
    assert_eq!(lead, Some(("zoloft".to_owned(), "sertraline".to_owned())));
    assert!(query.marks.has("sertraline") && query.marks.has("zoloft"));
}

#[test]
fn words_that_stand_together_as_typed_come_before_the_same_words_apart() {
    let index = sections(
        &[
            ("A", "The pressure of the day is high and the blood is red, said the nurse there."),
            ("B", "The day is long and red, said the nurse of blood pressure that is high there."),
        ],
        NONE,
    );
    assert_eq!(order(&index, "blood pressure"), [1, 0]);
}

#[test]
fn words_that_any_text_has_find_nothing_beside_others_but_something_by_themselves() {
    let index = sections(&[("Can I?", "You can do it."), ("Bladder", "Pain.")], NONE);
    assert_eq!(order(&index, "can the bladder"), [1]);
    assert_eq!(order(&index, "can I do it"), [0]);
}

#[test]
fn guides_that_were_checked_come_before_others_that_answer_alike() {
    let mut index = Index::new(&Synonyms::default());
    for (guide, foreign) in [(0, true), (1, false)] {
        let mut batch = Batch::default();
        batch.add(Place::Section { guide, at: 0 }, foreign, ["Bladder"], [], "Pain and more pain.");
        index.add(&batch);
    }
    let hits = index.search(&Query::read("pain", &index), Scope::default(), 10).hits;
    assert_eq!(hits[0].place, Place::Section { guide: 1, at: 0 });
}

#[test]
fn what_is_added_later_is_found_too() {
    let mut index = sections(&[("Bladder", "Pain.")], NONE);
    assert_eq!(order(&index, "music"), Vec::<usize>::new());
    let mut batch = Batch::default();
    batch.add(Place::Section { guide: 1, at: 7 }, false, ["Music"], ["Guide"], "Songs.");
    index.add(&batch);
    assert_eq!(order(&index, "music"), [7]);
}

#[test]
fn crisis_help_comes_first_from_the_first_telling_word_on() {
    let searched = Searched::bundled();
    for typed in [
        "suic",
        "suicide",
        "sucide",
        "sucidal thoughts",
        "i want to kill myself",
        "kill mysel",
        "hotline",
        "hotlne",
        "self-harm",
        "crisis",
        "want to die",
        "what if I think of suicide",
        "988",
        "ending my life",
        "kil myself",
        "wnat to die",
        "want to dei",
        "end my lfe",
        "\"i want to die\"",
        "i can't cope",
        "quiero morir",
        "nothing left to live for",
    ] {
        assert_eq!(searched.ids(typed)[0], "crisis", "{typed}");
    }
    for typed in ["can you die from ketamine", "how long does it last in my life", "does it help"] {
        assert_ne!(searched.ids(typed)[0], "crisis", "{typed}");
    }
}

#[test]
fn what_the_product_promises_is_found_at_the_top() {
    let searched = Searched::bundled();
    for (typed, wanted) in [
        ("zoloft", "ketamine-for-ptsd#approved-pills"),
        ("bladder", "is-ketamine-safe#bladder"),
        ("can i drive after", "your-first-session#q-drive"),
        ("tricare", "insurance-coverage#tricare"),
        ("off label", "term:off-label"),
        ("hsa", "term:hsa"),
        ("refund", "what-it-costs#q-refund"),
    ] {
        let ids = searched.ids(typed);
        assert!(ids[..3].iter().any(|id| id == wanted), "{typed}: {ids:?}");
    }
}

#[test]
fn text_in_closed_answers_and_of_terms_is_reached() {
    let searched = Searched::bundled();
    assert!(searched.ids("superbill").contains(&"insurance-coverage#q-superbill".to_owned()));
    assert!(searched.ids("superbill").contains(&"term:superbill".to_owned()));
}

#[test]
fn a_table_of_one_s_own_takes_no_crisis_words_away() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("own-words");
    std::fs::create_dir_all(&folder).expect("a folder for tests");
    std::fs::write(folder.join("a.md"), "# A\n\nTea is hot.\n").expect("a guide");
    let table = "crisis = [\"red alert\"]\n[rules.a]\n\"cuppa\" = [\"tea\"]\n";
    std::fs::write(folder.join("synonyms.toml"), table).expect("a table");
    let searched = Searched::of(Library::folder(&folder).expect("a library"));
    for typed in ["kill myself", "red alert"] {
        assert_eq!(searched.ids(typed)[0], "crisis", "{typed}");
    }
    assert_eq!(searched.ids("cuppa"), ["a#a"]);
}
