//! One test an action: the key does what the key table says.

use guidepost::action::Action;
use guidepost::tui::app::Effect;
use guidepost::tui::screen::Behind;

use super::{Screen, figure, letters};

/// A document with everything a key can act on, longer than the window.
const DOCUMENT: &str = "Opening words with a [link](#two).\n\n# One\n\nFirst.\n\n# Two\n\nSecond[^a].\n\n\
    ## Questions {.faq}\n\n### Why?\n\nBecause.\n\n### When?\n\nNow, said the answer.\n\n# Three\n\n\
    Third with [off-label](term:off-label) and [help](crisis:) and [web](https://a.example/long).\n\n\
    p1\n\np2\n\np3\n\np4\n\np5\n\np6\n\np7\n\np8\n\np9\n\np10\n\n# Four\n\nThe last words.\n\n[^a]: What the note says.\n";

fn document() -> Screen {
    Screen::document(DOCUMENT, 80, 20)
}

#[test]
fn leave_blanks_the_screen_behind_from_anywhere() {
    for before in ["", "9", "?", "t", "g", "z", "tab enter"] {
        let mut screen = document();
        screen.press(before).press("ctrl-c");
        assert_eq!(screen.effects, [Effect::Leave(Behind::Blanked)], "after {before:?}");
    }
}

#[test]
fn crisis_help_opens_from_anywhere_and_closes_again() {
    for before in ["", "?", "t", "enter", "enter tab", "9"] {
        for key in ["9", "!", "f9"] {
            // In the list of keys letters and digits are typed.
            if before == "?" && key != "f9" {
                continue;
            }
            let mut screen = Screen::bundled(80, 24);
            screen.press(before).press(key);
            assert!(screen.text().contains("Call or text 988"), "{key} after {before:?}");
            let below = screen.press("esc").text();
            assert!(!below.contains("Veterans Crisis Line: for"), "{key} after {before:?}");
        }
    }
}

#[test]
fn help_lists_what_works_here_and_enter_runs_it() {
    let mut screen = document();
    screen.press("?");
    assert!(screen.text().contains("Keys that work here"));
    assert!(
        !screen.text().contains("the list of guides"),
        "a single document has no list of guides"
    );
    let rows: Vec<Action> = screen.app.offered();
    assert!(!rows.is_empty());
    // The chosen line is run in the text, not in the list.
    let mut screen = document();
    let wanted = screen.app.offered().iter().position(|action| *action == Action::Bottom);
    screen.press("?").press(&"down ".repeat(wanted.expect("offered"))).press("enter");
    assert!(screen.text().contains("The last words."));
}

#[test]
fn quit_goes_back_a_level_and_leaves_at_the_top() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("9 q");
    assert!(screen.effects.is_empty());
    screen.press("q");
    assert!(screen.text().contains("guidepost: Guides") && screen.effects.is_empty());
    screen.press("q");
    assert_eq!(screen.effects, [Effect::Leave(Behind::Kept)]);
}

#[test]
fn escape_goes_back_but_never_leaves() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("? esc esc");
    assert!(screen.text().contains("guidepost: Guides"));
    for _ in 0..3 {
        screen.press("esc");
        assert!(screen.effects.is_empty());
    }
}

#[test]
fn one_shows_the_guides() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("space 9 1");
    assert!(screen.text().contains("guidepost: Guides"));
}

#[test]
fn lines_and_pages_move_the_text() {
    let mut screen = document();
    let start = screen.rows();
    for (there, back) in [
        ("down", "up"),
        ("j", "k"),
        ("space", "b"),
        ("f", "pageup"),
        ("pagedown", "ctrl-b"),
        ("ctrl-f", "b"),
        ("d", "u"),
        ("ctrl-d", "ctrl-u"),
    ] {
        screen.press(there);
        assert_ne!(screen.rows(), start, "{there}");
        screen.press(back);
        assert_eq!(screen.rows(), start, "{back}");
    }
    screen.press("j");
    assert_eq!(screen.rows()[2..5], start[3..6]);
}

#[test]
fn a_page_keeps_one_line_of_the_page_before() {
    let mut screen = document();
    let last = screen.rows()[17].clone();
    screen.press("space");
    assert_eq!(screen.rows()[2], last);
}

#[test]
fn top_and_end_are_reached_by_both_keys() {
    for (end, top) in [("end", "home"), ("shift-g", "g g")] {
        let mut screen = document();
        let start = screen.rows();
        screen.press(end);
        assert!(screen.text().contains("What the note says."), "{end}");
        assert!(screen.text().contains("100 %"), "{end}");
        assert_eq!(screen.press(top).rows(), start, "{top}");
    }
}

#[test]
fn left_opens_the_outline_and_right_goes_into_the_text() {
    for (left, right) in [("left", "right"), ("h", "l")] {
        let mut screen = document();
        screen.press(left);
        assert!(screen.marked().is_some());
        screen.press("down").press(right);
        assert_eq!(screen.top(), "Two");
        screen.press(left).press(left);
        assert_eq!(screen.top(), "Two", "{left} closes the outline again");
    }
}

#[test]
fn tab_walks_links_questions_and_notes_both_ways() {
    let mut screen = document();
    let mut seen = Vec::new();
    for _ in 0..8 {
        screen.press("tab");
        seen.push(screen.focused());
    }
    let want = [
        "link",
        "[1]",
        "[Open all]",
        "[Close all]",
        "Why? (closed)",
        "When? (closed)",
        "off-label",
        "help",
    ];
    assert_eq!(seen, want);
    for want in want.iter().rev().skip(1) {
        screen.press("backtab");
        assert_eq!(&screen.focused(), want);
    }
}

#[test]
fn tab_reaches_what_is_out_of_view_below_and_above() {
    let lines = "a line\n\n".repeat(20);
    let text =
        format!("# T\n\n[first](#t)\n\n{lines}[second](#t)\n\n{lines}[third](#t)\n\n{lines}");
    let mut screen = Screen::document(&text, 60, 12);
    for (keys, link) in [
        ("space tab", "second"),
        ("end backtab", "third"),
        ("b b b backtab", "second"),
        ("home space backtab", "first"),
        ("home tab tab tab", "third"),
    ] {
        assert_eq!(screen.press(keys).focused(), link, "{keys}\n{}", screen.text());
    }
}

#[test]
fn enter_follows_a_link_and_backspace_returns_to_line_and_focus() {
    let mut screen = document();
    screen.press("tab");
    let before = screen.rows();
    screen.press("enter");
    assert_eq!(screen.top(), "Two");
    for (back, forward) in [("backspace", "alt-right"), ("alt-left", "alt-right")] {
        screen.press(back);
        assert_eq!((screen.rows(), screen.focused().as_str()), (before.clone(), "link"), "{back}");
        screen.press(forward);
        assert_eq!(screen.top(), "Two", "{forward}");
    }
}

#[test]
fn enter_shows_notes_terms_help_and_addresses_as_cards() {
    let card = |tabs: usize| {
        let mut screen = document();
        screen.press(&"tab ".repeat(tabs)).press("enter");
        screen.text()
    };
    assert!(card(2).contains("What the note says."));
    assert!(card(7).contains("A lawful prescription"));
    assert!(card(8).contains("Call or text 988"));
    assert!(card(9).contains("https://a.example/long"));
}

#[test]
fn a_figure_shows_its_fact_with_strength_source_and_date() {
    let (mark, fact) = figure();
    let mut screen = Screen::flagship(80, 80);
    let evidence = screen.app.library().evidence();
    let source = evidence.source(&fact.sources[0]).expect("its source").title.clone();
    let strength: &str = fact.strength.expect("about an effect").into();
    screen.press_until("tab", |screen| screen.focused() == mark).press("enter");
    let said = screen.letters();
    for part in [
        &fact.statement,
        &format!("Evidence: {strength}"),
        &source,
        "Kind: ",
        &format!("Checked: {}", fact.checked.expect("a day")),
    ] {
        assert!(said.contains(&letters(part)), "{part} in\n{}", screen.text());
    }
}

#[test]
fn sections_are_walked_both_ways_without_the_questions() {
    let mut screen = document();
    let mut tops = Vec::new();
    for _ in 0..4 {
        screen.press("]");
        tops.push(screen.top());
    }
    assert_eq!(tops, ["One", "Two", "Questions", "Three"]);
    screen.press("[ [");
    assert_eq!(screen.top(), "Two");
    screen.press("[ [");
    assert!(screen.top().starts_with("Opening words"));
}

#[test]
fn the_last_section_is_reached_though_it_cannot_stand_at_the_top() {
    let mut screen = document();
    screen.press("] ] ] ] ]");
    assert!(screen.rows()[0].contains("section 4 of 4"), "{}", screen.rows()[0]);
    screen.press("[");
    assert_eq!(screen.top(), "Three");
}

#[test]
fn t_turns_the_outline_on_and_off_beside_and_over_the_text() {
    let mut narrow = document();
    assert!(narrow.press("t").marked().is_some());
    assert!(narrow.press("t").top().starts_with("Opening words"));
    let mut wide = Screen::document(DOCUMENT, 120, 20);
    assert!(
        wide.text().contains("Opening words") && wide.rows().iter().any(|row| row.trim() == "Four")
    );
    wide.press("t");
    assert!(!wide.rows().iter().any(|row| row.trim() == "Four"));
    wide.press("t");
    assert!(wide.rows().iter().any(|row| row.trim() == "Four"));
}

#[test]
fn questions_say_open_or_closed_and_keep_the_focus() {
    let mut screen = document();
    screen.press("tab tab tab tab tab enter");
    assert_eq!(screen.focused(), "Why? (open)");
    assert!(screen.text().contains("Because."));
    screen.press("enter");
    assert_eq!(screen.focused(), "Why? (closed)");
    assert!(!screen.text().contains("Because."));
}

#[test]
fn one_answer_opens_and_closes_by_its_keys() {
    for (open, close) in [("e", "e"), ("z o", "z c")] {
        let mut screen = document();
        screen.press("tab tab tab tab tab tab").press(open);
        assert!(
            screen.text().contains("Now, said the answer.") && !screen.text().contains("Because.")
        );
        screen.press(close);
        assert!(!screen.text().contains("Now, said the answer."));
    }
}

#[test]
fn all_answers_open_and_close_by_their_keys_and_buttons() {
    let both = |screen: &Screen| {
        [screen.text().contains("Because."), screen.text().contains("Now, said the answer.")]
    };
    for (open, close) in
        [("shift-e", "shift-e"), ("z shift-r", "z shift-m"), ("tab tab tab enter", "tab enter")]
    {
        let mut screen = document();
        screen.press(open).press("] ] ]");
        assert_eq!(both(&screen), [true, true], "{open}");
        let mut screen = document();
        screen.press(open).press(close).press("home ] ] ]");
        assert_eq!(both(&screen), [false, false], "{close}");
    }
}

#[test]
fn the_measure_changes_the_length_of_lines_and_nothing_else() {
    let mut screen = Screen::flagship(90, 30);
    screen.press("] ] ] ]");
    let longest = |screen: &Screen| {
        screen.rows()[2..28].iter().map(|row| row.trim().chars().count()).max().unwrap_or(0)
    };
    let (before, top) = (screen.rows(), screen.top());
    screen.press("- - - - - -");
    assert!((31..=42).contains(&longest(&screen)), "{}", screen.text());
    assert!(
        top.starts_with(&screen.top()) || screen.top().starts_with(&top),
        "{top} / {}",
        screen.top()
    );
    screen.press("+ + + + + +");
    assert_eq!(screen.rows(), before);
}

#[test]
fn roomy_lines_stand_apart_and_close_up_again() {
    let long = "words that go on and on ".repeat(6);
    let text = format!(
        "# A long heading that goes on and on, longer than a line of the window\n\n{long}\n\n{DOCUMENT}"
    );
    let mut screen = Screen::document(&text, 60, 40);
    screen.press("tab");
    let before = screen.rows();
    screen.press("s");
    let body = |rows: &[String]| rows[2..38].to_vec();
    let roomy = body(&screen.rows());
    let said = |rows: &[String]| {
        let lines = rows.iter().filter(|row| !row.trim().is_empty());
        lines.cloned().collect::<Vec<_>>()
    };
    // The same lines, and a blank one between any two of them.
    assert!(said(&body(&before)).starts_with(&said(&roomy)), "{}", screen.text());
    let rule = |row: &str| row.trim().starts_with('─');
    for pair in roomy.windows(2) {
        let both = pair.iter().all(|row| !row.trim().is_empty());
        assert!(!both || rule(&pair[1]), "{pair:?} in\n{}", screen.text());
    }
    screen.press("s");
    assert_eq!(screen.rows(), before);
    // From further down the words at the top stay there.
    let top = screen.press("space").top();
    assert_eq!(screen.press("s").top(), top);
    assert_eq!(screen.press("s").top(), top);
}

#[test]
fn a_rule_under_a_heading_is_as_long_as_the_heading_in_roomy_lines_too() {
    let text = "# Short\n\nwords\n\n# A heading longer than the window, so that it goes on in a second line\n\nwords\n";
    for keys in ["", "s"] {
        let mut screen = Screen::document(text, 50, 30);
        screen.press(keys);
        let rows: Vec<String> = screen.rows()[1..29].to_vec();
        let said: Vec<&str> =
            rows.iter().map(|row| row.trim()).filter(|row| !row.is_empty()).collect();
        let length = |text: &str| text.chars().count();
        let rules: Vec<usize> = (0..said.len()).filter(|i| said[*i].starts_with('─')).collect();
        assert_eq!(rules.len(), 2, "{}", screen.text());
        assert_eq!(length(said[rules[0]]), length("Short"), "{}", screen.text());
        assert!(rules[1] > 4, "two lines: {}", screen.text());
        let last = length(said[rules[1] - 1]);
        assert_eq!(length(said[rules[1]]), last, "{}", screen.text());
    }
}

#[test]
fn redraw_and_suspend_are_asked_for() {
    assert_eq!(document().press("ctrl-l").effects, [Effect::Redraw]);
    if cfg!(unix) {
        assert_eq!(document().press("ctrl-z").effects, [Effect::Suspend]);
    }
}

#[test]
fn a_first_key_of_two_is_shown_and_gives_way_to_another_key() {
    let mut screen = document();
    screen.press("g");
    assert!(screen.text().contains("g… waits for a second key"), "{}", screen.text());
    let mut other = document();
    assert_eq!(screen.press("j").rows(), other.press("j").rows());
}

/// Everything that the state can show: what a key must change to be listed.
pub fn state(screen: &Screen) -> String {
    format!("{}{:?}{}", screen.text(), screen.cursor(), screen.focused())
}
