//! What the footer says of the keys, and which hints it keeps where there is little room.

use super::Screen;

fn footer(screen: &Screen) -> String {
    screen.rows().last().cloned().unwrap_or_default()
}

#[test]
fn whoever_knows_digits_alone_is_told_of_the_menu_wherever_a_hint_stands() {
    for (width, height) in [(40, 12), (60, 20), (80, 24), (140, 45)] {
        for place in ["", "enter", "2", "2 enter", "3", "4 esc", "9", "enter left"] {
            let mut screen = Screen::bundled(width, height);
            screen.press(place);
            let said = footer(&screen);
            assert!(said.contains(" 0 ?"), "{width}x{height} {place}: {said}");
            assert!(!said.trim_start().starts_with('+'), "{width}x{height} {place}: {said}");
        }
    }
}

#[test]
fn a_hint_is_said_in_one_word_before_none_is_said() {
    let mut screen = Screen::bundled(40, 12);
    screen.press("2 home");
    assert_eq!(screen.focused(), "[Open all]");
    assert!(footer(&screen).starts_with(" Enter open  +"), "{}", footer(&screen));
    screen.press("tab");
    assert!(footer(&screen).starts_with(" Enter close  +"), "{}", footer(&screen));
}

#[test]
fn what_has_the_focus_is_what_the_first_hint_is_for() {
    for reached in [
        ": c a n space i space d r i v e enter",
        "shift-s c a n space i space d r i v e space h o m e enter",
        "enter ] ] tab",
    ] {
        let mut screen = Screen::bundled(80, 24);
        screen.press(reached);
        assert!(!screen.focused().is_empty(), "{reached}");
        let does = if screen.focused().ends_with("(open)") { "close" } else { "open" };
        let said = footer(&screen);
        assert!(said.starts_with(&format!(" Enter {does}")), "{reached}: {said}");
    }
}

#[test]
fn tab_is_not_said_to_go_to_a_link_where_it_goes_to_a_question() {
    let mut screen = Screen::bundled(80, 24);
    assert!(footer(screen.press("2")).contains("Tab next  "), "{}", footer(&screen));
    let text = "[a](https://a.example)\n\n## Q {.faq}\n\n### Why?\n\nSo.\n\n### When?\n\nNow.\n";
    let mut screen = Screen::document(text, 80, 24);
    screen.press("tab");
    assert!(footer(&screen).contains("Tab next link  "), "{}", footer(&screen));
    screen.press("tab tab tab");
    assert_eq!(screen.focused(), "Why? (closed)");
    assert!(footer(&screen).contains("Tab next  "), "{}", footer(&screen));
}
