//! The filter of the questions, and that of the list of guides.

use super::Screen;

/// Two guides whose questions speak of driving, in themselves or in their answers.
const GUIDES: [(&str, &str); 2] = [
    (
        "one.md",
        "# One\n\n## Asked {.faq}\n\n### Is it safe?\n\nMostly. Drive later.\n\n\
         ### Can I drive?\n\nNot [at once](#rules).\n\n### What does it cost?\n\nAsk for a price.\n\n\
         ## Rules\n\nRest first.\n\nThen eat.\n",
    ),
    (
        "two.md",
        "# Two\n\n## Asked {.faq}\n\n### Who drives me?\n\nA friend.\n\n### How long is it?\n\n\
         An hour, with the drive two; who drives must wait.\n",
    ),
];

/// Their questions.
fn questions(name: &str, width: u16, height: u16) -> Screen {
    let mut screen = Screen::folder(&format!("filter-{name}"), &GUIDES, width, height);
    screen.press("2");
    screen
}

#[test]
fn the_filter_narrows_as_it_is_typed_and_counts_questions_guides_and_what_answers_hold() {
    let mut screen = questions("counts", 80, 30);
    assert!(screen.text().contains("5 questions in 2 guides"), "{}", screen.text());
    screen.press("/").type_in("dri");
    let footer = &screen.rows()[29];
    assert!(footer.starts_with(" Filter: dri ") && footer.contains("4 of 5 questions"), "{footer}");
    assert!(screen.rows()[0].ends_with("F9 crisis"), "{}", screen.rows()[0]);
    let text = screen.text();
    assert!(text.contains("4 of 5 questions in 2 guides"), "{text}");
    for row in [
        "  + Is it safe? (closed, 1 match inside)",
        "> + Can I drive? (closed)",
        "* + Who drives me? (closed)",
        "  + How long is it? (closed, 2 matches inside)",
    ] {
        assert!(text.contains(row), "{row} in\n{text}");
    }
    screen.type_in("ving hour");
    let text = screen.text();
    assert!(text.contains("1 of 5 questions in 1 of 2 guides"), "{text}");
    assert!(text.contains("+ How long is it? (closed, 3 matches inside)"), "{text}");
}

#[test]
fn a_question_is_asked_as_one_speaks() {
    let mut screen = Screen::bundled(80, 24);
    for (typed, marked) in [
        ("what about blood pressure", "Will my blood pressure be a problem?"),
        ("what if it doesn't work", "What if it does not work for me?"),
        ("veterans", "I am a veteran. Will the VA or TRICARE pay?"),
        ("driving", "Can I drive home?"),
        ("addiction", "Is it addictive?"),
        ("can i go alone", "Can someone stay with me?"),
        ("can i breastfeed", "Can I have it while pregnant or breastfeeding?"),
    ] {
        screen.press("2 /").type_in(typed);
        let row = screen.marked().expect("a row");
        assert!(row.contains(marked), "{typed}: {row} in\n{}", screen.text());
        screen.press("esc esc");
    }
    // None holds all of it.
    screen.press("2 /").type_in("what does it cost without insurance");
    let text = screen.text();
    assert!(text.contains("No question holds all of the words"), "{text}");
    assert!(text.contains("insurance pay"), "{text}");
}

#[test]
fn the_walk_over_matches_goes_on_from_the_question_in_focus() {
    let mut screen = questions("walk", 80, 30);
    screen.press("/").type_in("dri").press("enter down down");
    let row = screen.focused();
    assert!(row.starts_with("How long is it?"), "{}", screen.text());
    screen.press("n");
    assert!(screen.text().contains("How long is it? (open)"), "{}", screen.text());
    assert!(screen.text().contains("Is it safe? (closed"), "{}", screen.text());
}

#[test]
fn words_of_a_crisis_bring_the_number_to_call_before_all_else() {
    for (typed, asked) in
        [("kill myself", false), ("I want to end my life", false), ("suicidal", true)]
    {
        let mut screen = Screen::bundled(80, 24);
        screen.press("2 /").type_in(typed);
        let rows = screen.rows();
        assert!(rows[2].contains("Crisis help: Call or text 988"), "{}", screen.text());
        assert_eq!(screen.marked().is_some(), asked, "{}", screen.text());
    }
    let mut small = Screen::bundled(40, 12);
    small.press("2 /").type_in("suicidal");
    assert!(small.rows()[1].contains("Crisis help: Call or text 988"), "{}", small.text());
    assert!(small.marked().is_some_and(|row| row.ends_with('?') || row.contains("closed")));
    let mut screen = Screen::bundled(80, 24);
    screen.press("2 /").type_in("drive");
    assert!(!screen.text().contains("988"), "{}", screen.text());
}

#[test]
fn buttons_stand_above_all_that_is_filtered_and_not_under_each_guide() {
    let mut screen = questions("buttons", 80, 30);
    assert_eq!(screen.text().matches("[Open all]").count(), 3, "{}", screen.text());
    screen.press("/").type_in("dri");
    assert_eq!(screen.text().matches("[Open all]").count(), 1, "{}", screen.text());
}

#[test]
fn the_mark_begins_at_the_question_that_asks_the_words_and_enter_opens_it() {
    let mut screen = questions("enter", 80, 30);
    screen.press("/").type_in("dri");
    assert_eq!(screen.marked().as_deref(), Some("+ Can I drive? (closed)"));
    assert!(screen.rows()[29].contains("Enter open"), "{}", screen.rows()[29]);
    screen.press("enter");
    assert_eq!(screen.focused(), "Can I drive? (open)", "{}", screen.text());
    assert!(screen.text().contains("Not at once.") && !screen.text().contains("Filter:"));
    assert!(screen.rows()[0].contains("FAQ with “dri”"), "{}", screen.rows()[0]);
    // Only what is marked is opened, and what is open stays so.
    assert_eq!(screen.text().matches("(open)").count(), 1, "{}", screen.text());
    screen.press("/");
    assert!(screen.rows()[29].contains("Enter to the list"), "{}", screen.rows()[29]);
    assert_eq!(screen.press("enter").focused(), "Can I drive? (open)", "{}", screen.text());
}

#[test]
fn what_is_marked_is_walked_and_closed_answers_open_on_the_way() {
    let mut screen = questions("walk", 80, 30);
    screen.press("/").type_in("dri").press("enter home n");
    assert!(screen.text().contains("Mostly. Drive later."), "{}", screen.text());
    assert!(screen.rows()[0].contains("match 1 of 5"), "{}", screen.rows()[0]);
    screen.press("n n n n");
    assert!(screen.text().contains("An hour, with the drive"), "{}", screen.text());
    assert!(screen.rows()[0].contains("match 5 of 5"), "{}", screen.rows()[0]);
    screen.press("esc");
    assert!(screen.rows()[0].contains(" 5 questions"), "{}", screen.rows()[0]);
    assert!(!screen.rows()[0].contains("with"), "{}", screen.rows()[0]);
}

#[test]
fn escape_empties_the_filter_first_and_leaves_it_second() {
    let mut screen = questions("escape", 80, 24);
    screen.press("/ d r i esc");
    let line = &screen.rows()[23];
    assert!(line.starts_with(" Filter:") && line.contains(" 5 questions"), "{line}");
    screen.press("esc");
    assert!(!screen.text().contains("Filter:"));
}

#[test]
fn a_filter_without_a_hit_names_words_that_are_near_and_enter_searches_for_what_was_typed() {
    let mut screen = questions("none", 80, 24);
    screen.press("/").type_in("drvie");
    let text = screen.text();
    assert!(text.contains("No question holds “drvie”."), "{text}");
    assert!(text.contains("Words here that are like it: drive"), "{text}");
    assert!(screen.rows()[0].ends_with("F9 crisis"));
    assert!(screen.rows()[23].contains("Enter search all"), "{}", screen.rows()[23]);
    screen.press("enter");
    assert!(screen.rows()[0].starts_with(" Search everything"), "{}", screen.text());
    assert!(screen.rows()[23].starts_with(" Search: drvie "), "{}", screen.text());
    screen.press("esc esc");
    assert!(screen.rows()[0].starts_with(" FAQ with “drvie”"), "{}", screen.text());
    screen.press("esc");
    assert!(screen.marked().is_some_and(|row| row.starts_with("+ ")), "{}", screen.text());
}

#[test]
fn open_answers_stay_open_when_the_filter_changes() {
    let mut screen = questions("open", 80, 40);
    screen.press("enter /").type_in("cost");
    assert!(!screen.text().contains("Is it safe?"), "{}", screen.text());
    screen.press("esc");
    assert!(screen.text().contains("- Is it safe? (open)"), "{}", screen.text());
}

#[test]
fn an_answer_leads_to_the_section_that_says_more_and_back_to_the_same_row_and_filter() {
    let mut screen = questions("there", 80, 24);
    screen.press("/").type_in("dri").press("enter tab");
    assert_eq!(screen.focused(), "at once");
    let there = screen.rows();
    for back in ["backspace", "alt-left"] {
        screen.press("enter");
        assert!(screen.rows()[0].starts_with(" Guides: One"), "{}", screen.text());
        assert!(screen.rows()[0].contains("section 2 of 2"), "{}", screen.text());
        screen.press(back).press("alt-right");
        assert!(screen.rows()[0].starts_with(" Guides: One"), "{}", screen.text());
        screen.press(back);
        assert_eq!((screen.rows(), screen.focused()), (there.clone(), "at once".to_owned()));
    }
}

#[test]
fn a_match_in_the_link_that_ends_an_answer_is_reached_in_its_own_answer() {
    let text = "# T\n\n## Section with a rather long title and a needle\n\nSaid at length.[^F-A-1]\n\n\
        ## Q {.faq}\n\n### Needles?\n\nYes.[^F-A-1]\n\n### Two?\n\nOne needle, no more.\n";
    let mut screen = Screen::document(text, 70, 24);
    screen.press("2 / n e e d l e enter n n");
    assert!(screen.text().contains("Needles? (open)"), "{}", screen.text());
    assert!(screen.text().contains("Two? (closed"), "{}", screen.text());
    assert!(screen.rows()[0].contains("match 2 of 3"), "{}", screen.rows()[0]);
    screen.press("n");
    assert!(screen.text().contains("Two? (open)"), "{}", screen.text());
}

#[test]
fn the_command_line_finds_the_same_questions() {
    for typed in ["dri", "insur", "home alone", "va", "weeks", "zzz"] {
        let mut screen = Screen::bundled(120, 500);
        screen.press("2 /");
        screen.app.paste(typed);
        screen.app.catch_up();
        // Enter would open the one that is marked.
        screen.press("down");
        let rows = screen.rows();
        let shown = rows
            .iter()
            .filter_map(|row| row.trim_start_matches([' ', '>', '*']).strip_prefix("+ "));
        // Long questions go on in the next row.
        let shown: Vec<_> = shown.map(|row| row.split(" (closed").next().unwrap_or(row)).collect();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_guidepost"));
        let ran = command.args(["faq", "--json", "--no-config"]).args(typed.split(' ')).output();
        let printed = ran.expect("the program runs").stdout;
        let answer: serde_json::Value = serde_json::from_slice(&printed).expect("JSON");
        let asked = answer["questions"].as_array().expect("questions").iter();
        let asked: Vec<_> = asked.filter_map(|question| question["question"].as_str()).collect();
        assert_eq!(shown.len(), asked.len(), "{typed}: {shown:?} {asked:?}");
        let begins = |(row, question): (&&str, &&str)| question.starts_with(row);
        assert!(shown.iter().zip(&asked).all(begins), "{typed}: {shown:?} {asked:?}");
    }
}

/// More guides than a low window lists, called otherwise than their files.
const SHELF: [(&str, &str); 8] = [
    ("a.md", "# Rain\n\nwords\n"),
    ("b.md", "# Snow\n\nwords\n"),
    ("c.md", "# Hail\n\nwords\n"),
    ("d.md", "# Wind\n\nwords\n"),
    ("e.md", "# Heat\n\nwords\n"),
    ("f.md", "# Fog\n\nwords\n"),
    ("g.md", "# Dew\n\nwords\n"),
    ("h.md", "# Evening light\n\nwords\n"),
];

#[test]
fn the_list_of_guides_is_narrowed_by_titles_that_were_not_read_yet_and_by_the_areas() {
    let mut screen = Screen::folder("shelf", &SHELF, 60, 8);
    screen.press("/").type_in("evening");
    assert_eq!(screen.marked().as_deref(), Some("guide  Evening light"), "{}", screen.text());
    screen.press("enter");
    assert!(screen.rows()[0].starts_with(" Guides: Evening"), "{}", screen.text());
    for (typed, title) in
        [("clinics", " Clinics"), ("questions", " FAQ"), ("calculator", " Cost, an estimate")]
    {
        screen.press("1 /").type_in(typed);
        assert!(screen.marked().is_some_and(|row| row.starts_with("area ")), "{}", screen.text());
        screen.press("enter");
        assert!(screen.rows()[0].starts_with(title), "{typed}: {}", screen.text());
        screen.press("esc");
    }
}
