//! Finding words in a text.

use guidepost::action::Action;
use guidepost::tui::app::Effect;
use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use super::Screen;

const TEXT: &str = "# Top\n\nRest at home. Zürich says rest.\n\n## Asked {.faq}\n\n### Why rest?\n\nBecause.\n\n\
    ### When?\n\nAfter you rest, the answer says.\n\n## End\n\nNo more **re**st. Drive\nhome.\n";

fn text() -> Screen {
    Screen::document(TEXT, 60, 24)
}

fn find(screen: &mut Screen, typed: &str) {
    screen.press("/").type_in(typed);
}

#[test]
fn the_first_match_is_gone_to_while_typing_and_all_are_counted_and_marked() {
    let mut screen = text();
    find(&mut screen, "rest");
    assert!(screen.rows()[23].starts_with(" Find: rest"), "{}", screen.text());
    assert!(screen.rows()[23].contains("1 of 5"), "{}", screen.rows()[23]);
    assert_eq!(screen.focused(), "Rest");
    let (buffer, _) = screen.app.frame();
    let marked = buffer
        .content
        .iter()
        .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED | Modifier::BOLD));
    // Of five, the one in a closed answer is not in view.
    assert_eq!(marked.map(Cell::symbol).collect::<String>(), "Restrestrestrest");
    // The cursor is the caret; after Enter it stands on the match.
    assert_eq!(screen.cursor(), (11, 23).into());
    screen.press("enter");
    let (row, x) = (screen.rows()[usize::from(screen.cursor().y)].clone(), screen.cursor().x);
    assert!(row[usize::from(x)..].starts_with("Rest at home"), "{row}");
    let starred = screen.rows().iter().filter(|row| row.trim_start().starts_with("* ")).count();
    assert_eq!(starred, 2, "rows with a match are marked by a sign\n{}", screen.text());
}

#[test]
fn n_walks_the_matches_opens_closed_answers_and_says_when_it_goes_around() {
    let mut screen = text();
    find(&mut screen, "rest");
    screen.press("enter n n");
    assert!(screen.rows()[0].contains("3 of 5"), "{}", screen.rows()[0]);
    assert!(!screen.text().contains("After you"));
    screen.press("n");
    assert!(screen.text().contains("After you rest"), "{}", screen.text());
    screen.press("n n");
    assert!(screen.rows()[23].contains("1 of 5, past the end: at the first"));
    screen.press("shift-n");
    assert!(screen.rows()[23].contains("5 of 5, past the start: at the last"));
    screen.press("shift-n");
    assert!(screen.rows()[0].contains("4 of 5"));
}

#[test]
fn case_counts_once_a_capital_is_typed_accents_never_do_and_lines_may_end_within() {
    for (typed, want) in [
        ("Rest", "1 of 1"),
        ("zurich", "1 of 1"),
        ("ZÜ", "no match (capitals)"),
        ("drive home", "1 of 1"),
        ("more rest", "1 of 1"),
        ("closed", "no match"),
    ] {
        let mut screen = text();
        find(&mut screen, typed);
        assert!(screen.rows()[23].contains(want), "{typed}: {}", screen.rows()[23]);
    }
}

#[test]
fn escape_empties_first_then_goes_back_to_where_it_was() {
    let mut screen = Screen::flagship(60, 24);
    screen.press("space space");
    let before = screen.rows();
    find(&mut screen, "mdma");
    assert_ne!(screen.top(), before[2].trim());
    screen.press("esc");
    assert!(screen.rows()[23].starts_with(" Find:"));
    assert_eq!(screen.rows()[1..23], before[1..23]);
    screen.press("esc");
    assert_eq!(screen.rows(), before);
    // After Enter the marks go first, then one level back.
    find(&mut screen, "mdma");
    screen.press("enter esc");
    assert!(screen.rows()[0].starts_with(" Guides: Ketamine") && !screen.text().contains(" of 4"));
    screen.press("esc");
    assert!(screen.text().contains("guidepost: Guides"));
}

#[test]
fn answers_opened_on_the_way_to_a_word_close_again_when_it_is_not_the_word() {
    let mut screen = text();
    find(&mut screen, "after");
    assert!(screen.text().contains("After you"));
    screen.press("backspace backspace backspace backspace backspace b");
    assert!(!screen.text().contains("After you"), "{}", screen.text());
}

#[test]
fn backspace_returns_to_where_the_search_began() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("space");
    let before = screen.rows();
    find(&mut screen, "pregnan");
    screen.press("enter n esc backspace");
    assert_eq!(screen.rows()[1..23], before[1..23]);
}

#[test]
fn marks_and_the_place_among_them_outlive_a_new_size_and_measure() {
    let mut screen = Screen::flagship(80, 24);
    find(&mut screen, "bladder");
    screen.press("enter n");
    assert!(screen.rows()[0].contains("2 of "), "{}", screen.rows()[0]);
    for (width, height) in [(120, 40), (40, 12), (50, 30), (80, 24)] {
        screen.app.resize(width, height);
        assert!(
            screen.focused().to_lowercase().contains("bladder"),
            "{width}x{height}\n{}",
            screen.text()
        );
    }
    screen.press("- - s");
    assert!(screen.focused().to_lowercase().contains("bladder"), "{}", screen.text());
}

#[test]
fn a_match_that_can_be_acted_on_has_the_focus() {
    let mut screen = text();
    find(&mut screen, "when");
    screen.press("enter enter");
    assert!(screen.text().contains("After you rest"), "{}", screen.text());
}

#[test]
fn arrows_walk_the_matches_while_typing() {
    let mut screen = text();
    find(&mut screen, "rest");
    screen.press("down down");
    assert!(screen.rows()[23].contains("3 of 5"));
    screen.press("up");
    assert!(screen.rows()[23].contains("2 of 5"));
}

#[test]
fn only_a_few_keys_are_commands_while_typing() {
    let mut screen = text();
    find(&mut screen, "q19.0?ctz");
    assert!(screen.rows()[23].starts_with(" Find: q19.0?ctz"), "{}", screen.rows()[23]);
    assert!(screen.rows()[0].ends_with("F9 crisis"));
    screen.press("f9");
    assert!(screen.text().contains("Call or text 988"));
    screen.press("esc");
    assert!(screen.rows()[23].starts_with(" Find: q19.0?ctz"), "{}", screen.text());
    screen.press("f12");
    assert!(!screen.text().contains("Find"));
    screen.press("f12 ctrl-c");
    assert!(matches!(screen.effects.as_slice(), [Effect::Leave(_)]));
}

#[test]
fn the_line_has_the_edits_of_a_shell() {
    let mut screen = text();
    find(&mut screen, "rest home");
    screen.press("ctrl-w");
    assert!(screen.rows()[23].starts_with(" Find: rest "), "{}", screen.rows()[23]);
    screen.press("ctrl-a x");
    assert!(screen.rows()[23].starts_with(" Find: xrest"), "{}", screen.rows()[23]);
    assert_eq!(screen.cursor().x, 8);
    screen.press("ctrl-e ctrl-u");
    assert!(screen.rows()[23].starts_with(" Find:   "), "{}", screen.rows()[23]);
}

#[test]
fn pasted_text_goes_into_the_line_as_one_line_and_nowhere_else() {
    let mut screen = text();
    screen.app.paste("rest");
    assert!(!screen.text().contains("1 of 5"));
    screen.press("/");
    screen.app.paste("re\u{1b}[31m\nst");
    screen.app.catch_up();
    assert!(screen.rows()[23].starts_with(" Find: re␛[31m st"), "{}", screen.rows()[23]);
}

#[test]
fn a_match_behind_tabs_in_the_code_of_a_closed_answer_is_shown() {
    let code = "\t\t\ta\n".repeat(20);
    let text = format!(
        "# T\n\n## Q {{.faq}}\n\n### One?\n\n```\n{code}\tneedle\n```\n\n### Two?\n\nNo.\n"
    );
    let mut screen = Screen::document(&text, 60, 24);
    find(&mut screen, "needle");
    assert_eq!(screen.focused(), "needle", "{}", screen.text());
    assert!(!screen.text().contains("Two? (open)"));
}

#[test]
fn what_is_copied_and_opened_is_what_has_the_mark() {
    let mut screen = text();
    find(&mut screen, "after you");
    screen.press("enter e");
    assert!(!screen.text().contains("After you") && screen.text().contains("Why rest? (closed)"));
    let mut screen = Screen::document("First words.\n\nA needle here.\n", 60, 24);
    find(&mut screen, "needle");
    screen.press("enter y");
    assert_eq!(screen.effects, [Effect::Copy("A needle here.".to_owned())]);
}

#[test]
fn enter_finds_again_what_was_scrolled_away_from() {
    let mut screen = Screen::flagship(80, 24);
    find(&mut screen, "bladder");
    screen.press("enter home / enter");
    assert!(screen.focused().to_lowercase().contains("bladder"), "{}", screen.text());
    assert!(!screen.text().contains("Find:"));
}

#[test]
fn where_nothing_is_found_enter_is_not_offered_and_says_nothing_false() {
    let mut screen = text();
    find(&mut screen, "rest");
    assert!(screen.rows()[23].contains("Enter keep"));
    screen.press("esc").type_in("zzz");
    let line = screen.rows()[23].clone();
    assert!(line.contains("no match") && !line.contains("Enter"), "{line}");
    // Neither are the arrows, and nothing of the kind does anything.
    let before = screen.rows();
    for key in ["enter", "down", "up"] {
        assert_eq!(screen.press(key).rows(), before, "{key}");
    }
    for action in [Action::Act, Action::Down, Action::Up] {
        assert!(!screen.app.offers(action), "{action:?}");
    }
    let listed = screen.press("f1").text();
    for name in ["keep what is found", "next match", "previous match"] {
        assert!(!listed.contains(name), "{name} in\n{listed}");
    }
    assert!(listed.contains("clear the words, then leave"), "{listed}");
    screen.press("esc esc").type_in("rest").press("f1");
    let listed = screen.text();
    for name in ["keep what is found", "next match", "previous match"] {
        assert!(listed.contains(name), "{name} in\n{listed}");
    }
}

#[test]
fn labels_of_alerts_and_code_with_several_blanks_are_found() {
    let text = "> [!WARNING]\n> Wait.\n\n```\nlet  x   =  1\n```\n\nA  line   of words\n";
    for (typed, found) in [
        ("warning", "Warning"),
        ("x = 1", "x   =  1"),
        ("let  x", "let  x"),
        ("line of", "line of"),
        ("wait", "Wait"),
    ] {
        let mut screen = Screen::document(text, 60, 24);
        find(&mut screen, typed);
        assert!(screen.rows()[23].contains("1 of 1"), "{typed}: {}", screen.rows()[23]);
        assert_eq!(screen.focused(), found, "{typed}");
    }
}

#[test]
fn a_word_without_end_with_a_match_at_each_letter_is_found_and_walked() {
    let text = format!("# T\n\n{}\n", "a".repeat(40_000));
    let mut screen = Screen::document(&text, 60, 24);
    find(&mut screen, "a");
    assert!(screen.rows()[23].contains("1 of 40000"), "{}", screen.rows()[23]);
    screen.press("up");
    let said = "40000 of 40000, past the start: at the last";
    assert!(screen.rows()[23].ends_with(said), "{}", screen.rows()[23]);
    screen.press("enter n");
    assert!(screen.rows()[23].contains("1 of 40000"), "{}", screen.rows()[23]);
}
