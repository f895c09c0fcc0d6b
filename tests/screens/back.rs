//! Back and forward: to the line and focus that were left, whatever was done meanwhile.

use super::Screen;

/// Two guides with answers and links to one another; the first is longer than the window.
const GUIDES: [(&str, &str); 2] = [
    (
        "one.md",
        "# One\n\nGo to [two](two.md#there).\n\n## Asked {.faq}\n\n### Why?\n\nBecause. See \
         [the last](#last) part.\n\n### When?\n\nNow.\n\n## More\n\np1\n\np2\n\np3\n\np4\n\np5\n\n\
         p6\n\np7\n\np8\n\np9\n\n## Last\n\nThe end.\n",
    ),
    ("two.md", "# Two\n\nwords\n\n## There\n\nBack to [one](one.md).\n"),
];

fn guides(name: &str, width: u16, height: u16) -> Screen {
    Screen::folder(&format!("back-{name}"), &GUIDES, width, height)
}

#[test]
fn a_search_that_is_closed_is_no_place_to_go_back_to_and_leaves_what_lies_ahead() {
    for (search, close) in [("shift-s", "esc"), ("ctrl-k", "esc"), ("shift-s w o", "esc esc")] {
        let mut screen = guides("search", 70, 14);
        screen.press("enter tab");
        let there = (screen.rows(), screen.focused());
        screen.press("enter backspace").press(search).press(close);
        assert_eq!((screen.rows(), screen.focused()), there, "{search} {close}");
        // Ahead is still what was ahead, and behind what was behind.
        screen.press("alt-right");
        assert!(screen.rows()[0].starts_with(" Guides: Two"), "{search}: {}", screen.text());
        screen.press("backspace backspace");
        assert!(screen.rows()[0].starts_with(" guidepost: Guides"), "{search}: {}", screen.text());
    }
    // What was opened from it leads back to it.
    let mut screen = guides("search", 70, 14);
    screen.press("shift-s").type_in("because").press("enter backspace");
    assert!(screen.rows()[0].starts_with(" Search"), "{}", screen.text());
}

#[test]
fn answers_stay_open_while_another_guide_is_read_and_back_lands_on_line_and_focus() {
    let mut screen = guides("answers", 70, 14);
    screen.press("enter").press_until("tab", |screen| screen.focused() == "Why? (closed)");
    screen.press("enter tab");
    assert_eq!(screen.focused(), "the last");
    let there = (screen.rows(), screen.focused(), screen.cursor());
    // By a link of the list, and by the link in the text.
    screen.press("1 down enter backspace backspace");
    assert_eq!((screen.rows(), screen.focused(), screen.cursor()), there);
    screen.press_until("backtab", |screen| screen.focused() == "two").press("enter");
    assert!(screen.rows()[0].starts_with(" Guides: Two"), "{}", screen.text());
    screen.press("backspace");
    assert_eq!(screen.focused(), "two");
    screen.press_until("tab", |screen| screen.focused() == "the last");
    // Its question was open all the while, and the other one was not.
    screen.press("end home ]");
    let text = screen.text();
    assert!(text.contains("- Why? (open)") && text.contains("+ When? (closed)"), "{text}");
}

#[test]
fn after_a_link_the_footer_names_the_way_back_before_other_links() {
    let mut screen = guides("footer", 80, 14);
    let footer = |screen: &Screen| screen.rows()[13].clone();
    screen.press("enter");
    assert!(footer(&screen).contains("Tab next link") && !footer(&screen).contains("Backspace"));
    screen.press("tab enter");
    let said = footer(&screen);
    assert!(said.contains("Backspace where I was"), "{said}");
    let at = |words: &str| said.find(words).unwrap_or(usize::MAX);
    assert!(at("Backspace where I was") < at("Tab next link"), "{said}");
}
