//! Another size of the window: what is read stays where it is.

use super::{Screen, letters};

/// Sizes to go through and come back from 80 by 24.
const SIZES: [(u16, u16); 4] = [(40, 12), (20, 5), (140, 45), (80, 24)];

#[test]
fn a_card_keeps_its_words_at_the_top() {
    for keys in ["9", "3 down enter"] {
        let mut screen = Screen::bundled(80, 24);
        screen.press(keys).press("down down down down down");
        // Blank lines belong to no words.
        screen.press_until("down", |screen| !screen.rows()[2].is_empty());
        let (top, rows) = (screen.top(), screen.rows());
        let first = top.split_whitespace().next().expect("words").to_owned();
        for (width, height) in SIZES {
            screen.app.resize(width, height);
            // Where all of it fits, all of it is in view.
            let all = height == 45 && !screen.rows()[0].contains(" more line");
            let seen = if all { screen.text() } else { screen.rows()[1..3].join(" ") };
            assert!(seen.contains(&first), "{first} at {width}x{height}\n{}", screen.text());
        }
        assert_eq!(screen.rows(), rows, "after {keys}");
    }
}

#[test]
fn nothing_that_is_out_of_view_has_the_focus() {
    let lines = "a line of words that is rather long and goes on for a while\n\n".repeat(5);
    let text = format!("# T\n\nfirst\n\n{lines}[a link](#t) at the end\n\n{lines}{lines}");
    let mut screen = Screen::document(&text, 80, 24);
    screen.press("tab");
    assert_eq!(screen.focused(), "a link");
    screen.app.resize(30, 8);
    assert!(!screen.text().contains("a link") && screen.focused().is_empty());
    // Enter goes to what is next and opens nothing unseen.
    screen.press("enter");
    assert_eq!(screen.focused(), "a link", "{}", screen.text());
}

#[test]
fn the_row_of_a_list_stays_through_sizes_and_what_opens_over_it() {
    let mut screen = Screen::bundled(80, 24);
    screen.press("2").press(&"down ".repeat(30));
    let (rows, focused, cursor) = (screen.rows(), screen.focused(), screen.cursor());
    assert!(focused.ends_with(" (closed)"), "{focused}");
    for over in ["9", "?", "0", ":"] {
        screen.press(over);
        for (width, height) in SIZES {
            screen.app.resize(width, height);
        }
        screen.press("esc");
        if over != "9" && screen.rows() != rows {
            // A list that is typed into is emptied first.
            screen.press("esc");
        }
        assert_eq!(
            (screen.rows(), screen.focused(), screen.cursor()),
            (rows.clone(), focused.clone(), cursor),
            "{over}"
        );
    }
    for (width, height) in SIZES {
        screen.app.resize(width, height);
        // A low window may show the beginning of its row.
        let there = letters(&screen.focused());
        assert!(!there.is_empty() && letters(&focused).starts_with(&there), "{there}");
    }
    assert_eq!((screen.rows(), screen.cursor()), (rows, cursor));
}
