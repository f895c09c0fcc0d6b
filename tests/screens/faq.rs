//! The questions of every guide, walked, filtered and left by keys.

use super::{Screen, asked, letters};
use guidepost::tui::app::Effect;

/// The questions of the bundled guides.
fn questions(width: u16, height: u16) -> Screen {
    let mut screen = Screen::bundled(width, height);
    screen.press("2");
    screen
}

/// Two guides, each with questions.
const TWO: [(&str, &str); 2] = [
    (
        "one.md",
        "# One\n\n## Asked {.faq}\n\n### Can I drive?\n\nNot [at once](#rules).[^n]\n\n\
         ### Is it safe?\n\nMostly, said Zürich.\n\n## Rules\n\nRest first.\n\n[^n]: A day.\n",
    ),
    (
        "sub/two.md",
        "# Two\n\n## Asked {.faq}\n\n### What does it cost?\n\nSee [one](../one.md#rules).[^n]\n\n\
         [^n]: In dollars.\n",
    ),
];

/// Their questions.
fn two_guides(name: &str, width: u16, height: u16) -> Screen {
    let mut screen = Screen::folder(name, &TWO, width, height);
    screen.press("2");
    screen
}

/// What the loop does when every guide is to be read.
fn load_all(screen: &mut Screen) {
    screen.app.library().read_all();
    screen.app.loaded_all();
}

#[test]
fn questions_of_guides_that_are_not_read_yet_come_when_they_are() {
    let mut screen = Screen::folder("faq-later", &TWO, 80, 24);
    screen.press_only("2");
    assert_eq!(screen.effects, [Effect::LoadAll]);
    assert!(screen.text().contains("Reading the guides"), "{}", screen.text());
    screen.press("y down enter e");
    assert!(screen.effects.is_empty());
    load_all(&mut screen);
    assert_eq!(screen.marked().as_deref(), Some("+ Can I drive? (closed)"));
}

#[test]
fn lists_of_names_are_filled_when_guides_have_been_read_and_the_choice_stays() {
    let mut screen = Screen::folder("faq-names", &TWO, 80, 30);
    screen.press_only(":");
    assert_eq!(screen.effects, [Effect::LoadAll]);
    screen.press("down down down");
    assert!(screen.marked().is_some_and(|row| row.contains("  FAQ: all questions  ")));
    screen.press("f9");
    load_all(&mut screen);
    screen.press("esc");
    assert!(screen.marked().is_some_and(|row| row.contains("  FAQ: all questions  ")));
    screen.press("c a n space i space d r i v e enter");
    assert_eq!(screen.focused(), "Can I drive? (open)", "{}", screen.text());
}

#[test]
fn the_list_opens_with_its_first_row_in_focus_and_arrows_go_from_row_to_row() {
    let mut screen = questions(80, 24);
    let asked = asked();
    let on = |screen: &Screen, question: &str| {
        let row = screen.marked().unwrap_or_default();
        // A long question goes on in the next row.
        let row = row.split(" (closed").next().unwrap_or_default();
        row.strip_prefix("+ ").is_some_and(|row| question.starts_with(row))
    };
    let ways = [("", 0), ("down j", 2), ("up k", 0), ("end", asked.len() - 1), ("home", 0)];
    for (keys, row) in ways {
        screen.press(keys);
        assert!(on(&screen, &asked[row]), "{} after {keys}\n{}", asked[row], screen.text());
    }
}

#[test]
fn every_row_is_reached_by_arrows_both_ways_whatever_is_open_and_however_small_the_window() {
    for (width, height) in [(40, 12), (80, 24), (20, 6)] {
        let titles = |screen: &mut Screen, key: &str| {
            let mut seen: Vec<String> = Vec::new();
            let (mut last, mut still) = (String::new(), 0);
            // At the end of the list a key changes nothing any more.
            while still < 3 {
                let text = screen.text();
                still = if text == last { still + 1 } else { 0 };
                last = text;
                if let Some(row) = screen.marked().filter(|row| row.starts_with(['+', '-'])) {
                    let title = row[2..].split(" (").next().unwrap_or_default().to_owned();
                    if seen.last() != Some(&title) {
                        seen.push(title);
                    }
                }
                screen.press(key);
            }
            seen
        };
        let mut screen = questions(width, height);
        screen.press("enter down enter shift-e shift-e down enter home");
        let down = titles(&mut screen, "down");
        assert_eq!(down.len(), asked().len(), "{width}x{height}: {down:#?}");
        screen.press("end");
        let mut up = titles(&mut screen, "up");
        up.reverse();
        assert_eq!(up, down, "{width}x{height}");
    }
}

#[test]
fn one_press_leads_from_closed_question_to_closed_question_over_the_headings_between() {
    for (width, height) in [(40, 12), (80, 24), (140, 45)] {
        let mut screen = questions(width, height);
        let asked = asked();
        let on = |screen: &Screen, question: &str| {
            letters(&screen.focused()).starts_with(&letters(question))
        };
        for question in &asked {
            assert!(on(&screen, question), "{width}x{height} {question}\n{}", screen.text());
            screen.press("down");
        }
        for question in asked.iter().rev().skip(1) {
            screen.press("up");
            assert!(on(&screen, question), "{width}x{height} {question}\n{}", screen.text());
        }
    }
    // The heading comes into view with its first question.
    let library = guidepost::library::Library::bundled();
    let outline = library.guide(0).expect("a guide");
    let last = outline.outline().questions.len();
    let mut screen = questions(80, 24);
    screen.press(&"down ".repeat(last));
    let next = library.guide(1).expect("a guide").title();
    assert!(screen.text().contains(&next), "{}", screen.text());
}

#[test]
fn up_leads_from_the_first_question_over_the_buttons_to_the_top_and_home_goes_there() {
    for (width, height) in [(40, 12), (80, 24)] {
        let mut screen = questions(width, height);
        for button in ["[Close all]", "[Open all]", "[Close all]", "[Open all]", "[Open all]"] {
            screen.press("up");
            assert_eq!(screen.focused(), button, "{width}x{height}\n{}", screen.text());
        }
        let top = screen.press("up up up").rows()[..height as usize - 1].to_vec();
        assert!(top.concat().contains("118 questions in 7 guides"), "{}", screen.text());
        for keys in ["down", "end", "end page-up", "down down"] {
            screen.press(&keys.replace("page-up", &"b ".repeat(40))).press("home");
            assert!(screen.text().contains("118 questions in 7 guides"), "{}", screen.text());
            assert!(screen.text().contains("Ketamine for PTSD"), "{}", screen.text());
            assert!(screen.marked().is_some(), "{}", screen.text());
        }
        screen.press("home up up up up up down");
        let first = letters(&asked()[0]);
        assert!(letters(&screen.focused()).starts_with(&first), "{}", screen.text());
    }
}

#[test]
fn questions_are_grouped_by_guide_and_a_group_opens_and_closes_as_one() {
    let mut screen = two_guides("faq-groups", 80, 40);
    assert!(screen.text().contains("3 questions in 2 guides"), "{}", screen.text());
    screen.press("home backtab backtab");
    assert_eq!(screen.focused(), "[Open all]", "the group's own button");
    screen.press("enter");
    let open = screen.text().matches("(open)").count();
    assert_eq!((open, screen.text().matches("(closed)").count()), (2, 1), "{}", screen.text());
    screen.press("shift-e");
    assert_eq!(screen.text().matches("(open)").count(), 3);
    screen.press("shift-e");
    assert_eq!(screen.text().matches("(closed)").count(), 3);
}

#[test]
fn links_and_notes_lead_where_they_led_in_their_own_guide() {
    let mut screen = two_guides("faq-links", 80, 40);
    screen.press("shift-e home tab tab enter");
    assert!(screen.text().contains("A day."), "{}", screen.text());
    screen.press("esc end tab enter");
    assert!(screen.rows()[0].starts_with(" Guides: One"), "{}", screen.text());
    assert!(screen.rows()[0].contains("section 2 of 2"), "{}", screen.text());
    screen.press("backspace tab enter");
    assert!(screen.text().contains("In dollars."), "{}", screen.text());
}

#[test]
fn a_single_document_shows_its_own_questions_and_comes_back_to_its_text() {
    let mut screen = Screen::document("# T\n\ntext\n\n## Q {.faq}\n\n### Why?\n\nSo.\n", 60, 14);
    screen.press("2");
    assert_eq!(screen.marked().as_deref(), Some("+ Why? (closed)"));
    screen.press("q");
    assert!(screen.effects.is_empty() && screen.text().contains("text"), "{}", screen.text());
    let mut plain = Screen::document("# T\n\ntext\n", 60, 14);
    let before = plain.rows();
    assert_eq!(plain.press("2").rows(), before);
}

#[test]
fn a_link_to_a_question_opens_its_answer() {
    let text = "[go](#why)\n\n# Q {.faq}\n\n## When?\n\nNow.\n\n## Why?\n\nBecause.\n";
    let mut screen = Screen::document(text, 60, 20);
    screen.press("tab enter");
    assert_eq!(screen.focused(), "Why? (open)");
    assert!(screen.text().contains("Because.") && !screen.text().contains("Now."));
}

#[test]
fn a_group_is_gone_to_with_its_first_question_in_focus() {
    let mut screen = two_guides("faq-sections", 80, 16);
    // The first question of the first group has the focus already.
    screen.press("]");
    assert_eq!(screen.marked().as_deref(), Some("+ What does it cost? (closed)"));
    screen.press("[");
    assert_eq!(screen.marked().as_deref(), Some("+ Can I drive? (closed)"));
    screen.press("] home down [");
    assert_eq!(screen.marked().as_deref(), Some("+ Can I drive? (closed)"));
    screen.press("t down down enter");
    assert!(screen.marked().is_some_and(|row| row.starts_with("+ ")), "{}", screen.text());
}

#[test]
fn a_note_whose_label_has_a_number_sign_opens_in_the_list_too() {
    let text = "# T\n\n## Q {.faq}\n\n### Why?\n\nSo.[^a#1]\n\n[^a#1]: What the note says.\n";
    let mut screen = Screen::document(text, 60, 14);
    screen.press("2 enter tab");
    assert_eq!(screen.focused(), "[1]");
    screen.press("enter");
    assert!(screen.text().contains("What the note says."), "{}", screen.text());
    assert!(screen.rows()[0].starts_with(" Note 1"), "{}", screen.rows()[0]);
}
