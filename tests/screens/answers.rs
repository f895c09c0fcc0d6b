//! Answers opened and closed, one by one and all at once, and what is said of it.

use super::Screen;

const DOCUMENT: &str = "# T\n\nwords\n\n## First {.faq}\n\n### Why?\n\nBecause. See [web](https://a.example).\n\n\
    one\n\ntwo\n\nthree\n\nfour\n\nfive\n\nsix\n\nseven\n\neight\n\nnine\n\nten\n\n### When?\n\nNow.\n\n\
    ## Second {.faq}\n\n### Who?\n\nYou.\n";

fn on(screen: &Screen, words: &str) -> bool {
    screen.focused() == words && screen.rows().iter().any(|row| row.trim_start().starts_with('>'))
}

#[test]
fn whoever_is_in_an_answer_when_all_close_goes_on_at_its_question_with_the_mark() {
    for close in ["z shift-m", "shift-e"] {
        // In the middle of an answer of the text, and on a link in it.
        for inside in ["space", "tab", "tab space"] {
            let mut screen = Screen::document(DOCUMENT, 60, 12);
            screen.press_until("tab", |screen| screen.focused() == "Why? (closed)");
            screen.press("z shift-r").press_until("tab", |screen| on(screen, "Why? (open)"));
            screen.press(inside).press(close);
            assert!(on(&screen, "Why? (closed)"), "{inside} {close}\n{}", screen.text());
            // From there on the walk goes on.
            assert_eq!(screen.press("tab").focused(), "When? (closed)", "{inside} {close}");
        }
        // In the list of questions.
        for inside in ["tab", "down down down down", "tab down down down down down"] {
            let mut screen = Screen::document(DOCUMENT, 60, 12);
            screen.press("2 z shift-r").press(inside);
            assert_ne!(screen.focused(), "Why? (closed)");
            screen.press(close);
            assert!(on(&screen, "Why? (closed)"), "list: {inside} {close}\n{}", screen.text());
            assert_eq!(screen.press("down").focused(), "When? (closed)", "{inside} {close}");
        }
    }
}

#[test]
fn what_opens_or_closes_all_says_how_many_answers_are_open() {
    let mut screen = Screen::document(DOCUMENT, 60, 12);
    let said = |screen: &Screen| screen.rows()[11].trim().to_owned();
    for (keys, words) in [
        ("z shift-r", "all 3 answers are open"),
        ("z shift-m", "all 3 answers are closed"),
        ("shift-e", "all 3 answers are open"),
        ("shift-e", "all 3 answers are closed"),
    ] {
        screen.press("home").press(keys);
        assert_eq!(said(&screen), words, "{keys}");
    }
    // A button speaks of the answers under its heading.
    screen.press_until("tab", |screen| screen.focused() == "[Open all]").press("enter");
    assert_eq!(said(&screen), "all 2 answers are open");
    screen.press("tab enter");
    assert_eq!(said(&screen), "all 2 answers are closed");
    screen.press("end").press_until("backtab", |screen| screen.focused() == "[Open all]");
    screen.press("enter");
    assert_eq!(said(&screen), "the answer is open");
    screen.press("tab enter");
    assert_eq!(said(&screen), "the answer is closed");
}

#[test]
fn the_footer_says_what_enter_does_on_a_button_and_on_a_question() {
    let mut screen = Screen::document(DOCUMENT, 90, 12);
    for (focus, hint) in [
        ("[Open all]", "Enter open all"),
        ("[Close all]", "Enter close all"),
        ("Why? (closed)", "Enter open  "),
    ] {
        screen.press_until("tab", |screen| screen.focused() == focus);
        assert!(screen.rows()[11].contains(hint), "{focus}: {}", screen.rows()[11]);
    }
    screen.press("enter");
    assert!(screen.rows()[11].contains("Enter close  "), "{}", screen.rows()[11]);
}
