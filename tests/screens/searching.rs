//! The search screen by key scripts: typed, walked, opened and come back to.

use std::fs;
use std::path::Path;

use guidepost::library::Library;
use guidepost::search::{Batch, Place};
use guidepost::tui::app::Effect;

use super::Screen;

fn searching(width: u16, height: u16, typed: &str) -> Screen {
    let mut screen = Screen::bundled(width, height);
    screen.press("shift-s");
    screen.type_in(typed);
    screen
}

/// Two guides in a folder; nothing of them has been read.
fn unread() -> Screen {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("search-guides");
    fs::create_dir_all(&folder).expect("a folder for tests");
    fs::write(folder.join("one.md"), "# One\n\n## Tea\n\nHot water.\n").expect("a guide");
    fs::write(folder.join("two.md"), "# Two\n\n## Coffee\n\nHot beans.\n").expect("a guide");
    Screen::of(Library::folder(&folder).expect("a library"), None, 80, 24)
}

#[test]
fn hits_come_with_the_first_letters_and_the_best_is_chosen() {
    let mut screen = searching(80, 24, "bla");
    assert!(screen.rows().iter().any(|row| row.trim() == "Bladder"), "{}", screen.text());
    assert!(screen.rows()[23].starts_with(" Search: bla "), "{}", screen.text());
    screen.type_in("dder");
    assert_eq!(screen.marked().as_deref(), Some("Bladder"), "{}", screen.text());
    assert!(screen.rows()[23].contains(" found"), "{}", screen.text());
}

#[test]
fn hits_stand_under_their_guides_three_each_and_more_unfold() {
    let mut screen = searching(80, 60, "bladder");
    let rows = screen.rows();
    let title = rows.iter().position(|row| row.trim() == "Is ketamine safe?").expect("its guide");
    let more = rows.iter().position(|row| row.ends_with(" more")).expect("there are more");
    assert!(title < more, "{}", screen.text());
    let more = rows[more].trim().to_owned();
    let before = screen.text();
    screen.press("down down down");
    assert_eq!(screen.marked(), Some(more.clone()));
    screen.press("enter");
    // What came stands where "and more" stood.
    let came = screen.marked().expect("a row");
    assert!(!before.contains(&format!("  {came}\n")), "{came} in\n{before}");
    assert!(!screen.text().contains(&more), "{}", screen.text());
}

#[test]
fn a_hit_opens_with_its_matches_marked_and_backspace_comes_back_to_its_row() {
    let mut screen = searching(80, 24, "hurt my bladder");
    let row = screen.marked();
    let list = screen.rows();
    screen.press("enter");
    assert!(screen.text().contains("(open)"), "{}", screen.text());
    assert!(screen.rows()[0].contains("match"), "{}", screen.text());
    screen.press("n");
    assert!(screen.rows()[0].contains(" of "), "{}", screen.text());
    screen.press("esc");
    assert!(!screen.rows()[0].contains("match"), "{}", screen.text());
    screen.press("backspace");
    assert_eq!((screen.rows(), screen.marked()), (list, row));
}

#[test]
fn escape_clears_first_and_leaves_second_and_the_words_are_kept() {
    let mut screen = Screen::flagship(80, 24);
    let reading = screen.rows();
    screen.press("shift-s");
    screen.type_in("drive");
    screen.press("esc");
    assert!(screen.text().contains("in your own words"), "{}", screen.text());
    screen.press("esc");
    assert_eq!(screen.rows(), reading);
    screen.press("shift-s");
    screen.type_in("drive");
    let found = screen.rows();
    screen.press("enter shift-s");
    assert_eq!(screen.rows(), found);
    // They are selected: what is typed next takes their place.
    screen.type_in("x");
    assert!(screen.rows()[23].starts_with(" Search: x "), "{}", screen.text());
}

#[test]
fn tab_changes_what_is_searched() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("shift-s");
    screen.type_in("bladder");
    let all = screen.text();
    assert!(screen.rows()[0].contains("Search everything"), "{all}");
    screen.press("tab");
    assert!(screen.rows()[0].contains("Search in: Ketamine for PTSD"), "{}", screen.text());
    assert!(!screen.text().contains("Is ketamine safe?"), "{}", screen.text());
    screen.press("tab");
    assert!(screen.rows()[0].contains("Search the questions"), "{}", screen.text());
    assert!(screen.marked().is_some_and(|row| row.ends_with('?')), "{}", screen.text());
    screen.press("backtab backtab");
    assert_eq!(screen.text(), all);
}

#[test]
fn an_empty_box_offers_questions_and_enter_opens_one() {
    let mut screen = searching(80, 24, "");
    assert_eq!(screen.text().matches('?').count(), 6, "{}", screen.text());
    screen.press("down enter");
    assert!(screen.text().contains("What will it feel like? (open)"), "{}", screen.text());
}

#[test]
fn crisis_help_stands_above_all_from_the_first_telling_word_on_and_opens() {
    let mut screen = searching(40, 12, "i want to kill mys");
    assert_eq!(screen.marked().as_deref(), Some("Crisis help"), "{}", screen.text());
    assert!(screen.text().contains("Call or text 988"), "{}", screen.text());
    screen.press("enter");
    assert!(screen.rows()[0].contains("Crisis help"), "{}", screen.text());
    screen.press("esc");
    assert!(screen.rows()[11].contains("Search: i want to kill mys"), "{}", screen.text());
}

#[test]
fn a_corrected_word_is_said_and_a_quote_insists_on_the_exact_one() {
    let mut screen = searching(80, 24, "nasuea");
    assert!(screen.text().contains("Looked for “nausea”."), "{}", screen.text());
    screen.type_in("\"");
    assert!(screen.text().contains("Nothing here answers"), "{}", screen.text());
}

#[test]
fn a_lay_word_says_what_it_led_to() {
    let screen = searching(80, 50, "zoloft");
    assert!(screen.text().contains("(zoloft → SSRI)"), "{}", screen.text());
}

#[test]
fn nothing_found_is_no_dead_end() {
    let mut screen = searching(80, 24, "\"blader\"");
    let text = screen.text();
    assert!(text.contains("Look for “bladder” instead"), "{text}");
    assert!(text.contains("Questions to ask a clinic") && text.contains("Crisis help"), "{text}");
    screen.press("enter");
    assert_eq!(screen.marked().as_deref(), Some("Bladder"), "{}", screen.text());
    let mut screen = searching(80, 24, "xqzwv");
    screen.press("down enter");
    assert!(screen.rows()[0].contains("FAQ"), "{}", screen.text());
}

#[test]
fn a_term_opens_as_a_card_over_the_list() {
    let mut screen = searching(80, 24, "off-label");
    assert_eq!(screen.marked().as_deref(), Some("Off-label"), "{}", screen.text());
    let list = screen.rows();
    screen.press("enter");
    assert!(!screen.text().contains("Search:"), "{}", screen.text());
    screen.press("esc");
    assert_eq!(screen.rows(), list);
}

#[test]
fn beside_the_list_the_chosen_hit_is_shown_where_there_is_room() {
    let narrow = searching(99, 30, "can i drive home");
    assert!(!narrow.text().contains("(open)"), "{}", narrow.text());
    let mut wide = searching(100, 30, "can i drive home");
    assert!(wide.text().contains("Can I drive home? (open)"), "{}", wide.text());
    wide.press("down down");
    assert!(!wide.text().contains("Can I drive home? (open)"), "{}", wide.text());
    let before = wide.marked();
    wide.app.resize(80, 24);
    wide.app.resize(100, 30);
    assert_eq!(wide.marked(), before);
}

#[test]
fn a_library_is_searched_as_far_as_it_has_been_read() {
    let mut screen = unread();
    assert_eq!(screen.effects, [Effect::Index]);
    screen.press("shift-s").type_in("hot");
    assert!(screen.effects.is_empty(), "it is made ready once");
    assert!(screen.text().contains("guides are still being read"), "{}", screen.text());
    assert!(screen.rows()[0].contains("0 of 2 guides read"), "{}", screen.text());
    // What the loop hands over when a guide has been read.
    let read = |guide: usize, names: &[&str], path: &str| {
        let at = screen.app.library().guide(guide).expect("a guide").outline().entries[1].at;
        let mut batch = Batch::default();
        let place = Place::Section { guide, at };
        batch.add(place, true, names.iter().copied(), [path], "Hot.");
        batch
    };
    let (tea, coffee) = (read(0, &["Tea"], "One"), read(1, &["Coffee"], "Two"));
    screen.app.indexed(&tea, 1);
    screen.app.catch_up();
    let text = screen.text();
    assert!(text.contains("Tea") && !text.contains("Coffee"), "{text}");
    assert!(screen.rows()[0].contains("1 of 2 guides read"), "{text}");
    screen.app.indexed(&coffee, 2);
    screen.app.indexed_all();
    screen.app.catch_up();
    assert!(screen.text().contains("Coffee"), "{}", screen.text());
    assert!(!screen.rows()[0].contains("read"), "{}", screen.text());
}

#[test]
fn a_click_opens_the_row_it_is_on() {
    let mut screen = Screen::bundled(120, 30);
    screen.press("shift-m shift-s").type_in("hurt my bladder");
    let y = screen.rows().iter().position(|row| row.contains("Will it hurt my bladder?"));
    screen.click(4, y.expect("a row"));
    assert!(screen.effects.is_empty(), "{:?}", screen.effects);
    assert!(screen.text().contains("Will it hurt my bladder? (open)"), "{}", screen.text());
}

#[test]
fn the_cursor_rests_on_the_caret_and_hidden_is_hidden() {
    let mut screen = searching(80, 24, "dr");
    assert_eq!((screen.cursor().x, screen.cursor().y), (11, 23));
    let shown = screen.rows();
    screen.press("f12");
    assert!(!screen.text().contains("dr") && !screen.text().contains("Search"));
    screen.press("f12");
    assert_eq!(screen.rows(), shown);
}

#[test]
fn a_hit_found_by_another_name_says_so_and_opens_without_dead_keys() {
    let mut screen = searching(80, 24, "nausea");
    assert!(screen.text().contains("(also called: "), "{}", screen.text());
    screen.press("enter");
    assert!(!screen.text().contains("match"), "{}", screen.text());
}

#[test]
fn the_keys_listed_over_the_search_are_those_that_work_while_typing() {
    let mut screen = searching(80, 40, "drive");
    screen.press("f1");
    let text = screen.text();
    assert!(text.contains("search elsewhere") && text.contains("F9 "), "{text}");
    assert!(!text.contains(" j") && !text.contains("Space") && !text.contains('!'), "{text}");
}

#[test]
fn a_part_of_the_library_that_has_nothing_leads_to_all_of_it() {
    let mut screen = searching(80, 24, "racemic");
    screen.press("tab");
    assert!(screen.marked().is_some_and(|row| row.starts_with("Search everything: ")));
    screen.press("enter");
    assert!(screen.rows()[0].contains("Search everything"), "{}", screen.text());
    assert!(screen.rows()[23].contains(" found"), "{}", screen.text());
}

#[test]
fn a_search_begun_anew_is_of_everything() {
    let mut screen = searching(80, 24, "bladder");
    screen.press("tab");
    assert!(screen.rows()[0].contains("Search the questions"), "{}", screen.text());
    screen.press("esc esc shift-s");
    assert!(screen.rows()[0].contains("Search everything"), "{}", screen.text());
}

#[test]
fn guides_that_come_in_leave_what_lies_over_the_search_as_it_is() {
    let mut screen = unread();
    screen.press("shift-s").type_in("hot");
    screen.press("f1 down down");
    let list = screen.rows();
    let mut batch = Batch::default();
    batch.add(Place::Section { guide: 0, at: 7 }, true, ["Tea"], ["One"], "Hot.");
    screen.app.indexed(&batch, 1);
    screen.app.indexed_all();
    screen.app.catch_up();
    assert_eq!(screen.rows(), list);
    screen.press("esc");
    assert!(screen.text().contains("Tea"), "{}", screen.text());
}
