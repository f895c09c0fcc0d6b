//! The clinics by key scripts: listed, filtered, walked, opened, compared and come back to.

use guidepost::clinic::filter::{Filter, Sort};
use guidepost::clinic::place::Places;
use guidepost::clinic::{Clinic, List, Setup};
use guidepost::library::Library;
use guidepost::page::Glyphs;
use guidepost::reading::Reading;
use guidepost::tui::app::Effect;

use super::{Screen, reading};

fn clinics(width: u16, height: u16) -> Screen {
    let mut screen = Screen::bundled(width, height);
    screen.press("3");
    screen
}

/// A list of a reader's own.
fn own(text: &str, width: u16, height: u16) -> Screen {
    let (list, _) = List::parse("own.csv", text.to_owned());
    let mut library = Library::bundled();
    library.take_clinics(list);
    let reading = super::reading(library, None);
    let mut screen = Screen::read(reading, width, height);
    screen.press("3");
    screen
}

/// How many the header counts.
fn counted(screen: &Screen) -> usize {
    let header = &screen.rows()[0];
    let before = header.split(" of ").next().filter(|_| header.contains(" of "));
    let before = before.or_else(|| header.split(" clinic").next()).unwrap_or_default();
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or_else(|_| panic!("no count in {header}"))
}

/// What the core shows for a filter.
fn core(filter: &Filter, sort: Sort) -> (List, Vec<Clinic>, usize) {
    let list = List::bundled();
    let shown = list.shown(filter, sort);
    let clinics = shown.rows.iter().map(|(i, _)| list.clinic(*i)).collect();
    (list, clinics, shown.not_stated)
}

/// Walks down in the filters to the row that says `name`; nothing is typed there.
fn walk_to(screen: &mut Screen, name: &str) {
    for _ in 0..80 {
        if screen.marked().is_some_and(|row| row.contains(name)) {
            return;
        }
        screen.press("down");
    }
    panic!("{name} is not in\n{}", screen.text());
}

/// The count at the end of the marked row.
fn count_of_row(screen: &Screen) -> usize {
    let row = screen.marked().unwrap_or_default();
    let count = row.split_whitespace().next_back().and_then(|count| count.parse().ok());
    count.unwrap_or_else(|| panic!("no count in {row:?}"))
}

#[test]
fn three_lists_the_clinics_with_the_first_in_focus_and_says_what_a_row_is_worth() {
    let screen = clinics(80, 24);
    let (list, all, _) = core(&Filter::default(), Sort::Listed);
    assert!(screen.rows()[0].starts_with(" Clinics"), "{}", screen.text());
    assert_eq!(counted(&screen), list.len());
    assert!(screen.words().contains("A row is a lead to check, not an endorsement"));
    assert_eq!(screen.text().matches("not an endorsement").count(), 1);
    assert!(screen.words().contains("I by vein, M shot, S Spravato"), "{}", screen.text());
    assert!(screen.marked().is_some_and(|row| row.starts_with(&all[0].name[..10])));
    let at = screen.cursor();
    assert!(screen.rows()[usize::from(at.y)].starts_with('>') && at.x == 0);
}

#[test]
fn a_row_says_where_how_what_it_costs_and_where_it_was_seen_as_far_as_it_fits() {
    let wide = clinics(119, 30).text();
    for column in ["name", "town", "given", "therapy", "price", "seen in"] {
        assert!(wide.contains(column), "{column} in\n{wide}");
    }
    assert!(!wide.contains("miles"), "there is no place to reckon from\n{wide}");
    let narrow = clinics(40, 12);
    let rows = narrow.rows();
    let at = rows.iter().position(|row| row.starts_with('>')).expect("a chosen row");
    assert!(rows[at + 1].contains(", AK") && rows[at + 1].contains("not stated"), "{rows:?}");
}

#[test]
fn typed_words_narrow_the_list_at_once_and_escape_clears_before_it_leaves() {
    let mut screen = clinics(80, 24);
    let all = screen.rows();
    screen.press("/").type_in("seattle");
    let filter = Filter { words: "seattle".into(), ..Filter::default() };
    let (_, found, _) = core(&filter, Sort::Listed);
    assert!(!found.is_empty());
    assert!(screen.rows()[23].starts_with(" Filter: seattle"), "{}", screen.text());
    assert!(screen.rows()[23].contains(&format!("{} of ", found.len())), "{}", screen.text());
    for end in ["enter", "down", "tab"] {
        let mut screen = clinics(80, 24);
        screen.press("/").type_in("seattle").press(end);
        assert_eq!(counted(&screen), found.len(), "{end}");
        assert!(screen.rows()[0].contains("with “seattle”"), "{end}: {}", screen.text());
        assert!(screen.marked().is_some_and(|row| row.starts_with(&found[0].name[..8])), "{end}");
        screen.press("esc");
        assert_eq!(screen.rows(), all, "{end}");
        screen.press("esc");
        assert!(screen.text().contains("guidepost: Guides"), "{end}");
    }
    screen.press("esc");
    assert!(screen.rows()[23].starts_with(" Filter:"), "{}", screen.text());
    screen.press("esc");
    assert_eq!(screen.rows(), all);
}

#[test]
fn every_choice_of_the_filters_brings_as_many_as_it_said() {
    let names = [
        "Treatment: Spravato",
        "Treatment: therapy with ketamine",
        "Treats: PTSD",
        "Therapy:",
        "VA:",
        "at most $400",
        "Price: stated",
    ];
    for name in names {
        let mut screen = clinics(80, 60);
        screen.press("shift-f");
        walk_to(&mut screen, name);
        assert!(screen.marked().is_some_and(|row| row.starts_with("[ ]")), "{}", screen.text());
        let said = count_of_row(&screen);
        screen.press(if name.starts_with('T') { "enter" } else { "space" });
        assert!(screen.marked().is_some_and(|row| row.starts_with("[x]")), "{}", screen.text());
        assert_eq!(counted(&screen), said, "{name}");
        screen.press("esc");
        assert_eq!(counted(&screen), said, "{name}");
        assert!(screen.words().contains("Filtered. "), "{}", screen.text());
    }
}

#[test]
fn choices_combine_and_all_are_cleared_at_once() {
    let mut screen = clinics(80, 60);
    screen.press("shift-f");
    walk_to(&mut screen, "Spravato");
    screen.press("space");
    walk_to(&mut screen, "Treats: PTSD");
    let said = count_of_row(&screen);
    screen.press("space");
    let both = Filter {
        treatments: vec!["spravato".into()],
        conditions: vec!["ptsd".into()],
        ..Filter::default()
    };
    let (list, found, _) = core(&both, Sort::Listed);
    assert_eq!((counted(&screen), said), (found.len(), found.len()));
    walk_to(&mut screen, "Clear all filters");
    screen.press("enter");
    assert_eq!(counted(&screen), list.len());
    assert!(!screen.text().contains("[x]"), "{}", screen.text());
}

#[test]
fn states_stand_behind_one_row_with_their_counts() {
    let mut screen = clinics(80, 60);
    screen.press("shift-f enter");
    assert!(screen.rows()[0].contains("Filters: State"), "{}", screen.text());
    walk_to(&mut screen, "Oregon");
    let said = count_of_row(&screen);
    screen.press("space");
    let filter = Filter { states: vec!["OR".into()], ..Filter::default() };
    assert_eq!(said, core(&filter, Sort::Listed).1.len());
    assert_eq!(counted(&screen), said);
    // Escape leads from the states to all choices, then to the list.
    screen.press("esc");
    assert!(screen.marked().is_some_and(|row| row.starts_with("State: OR")), "{}", screen.text());
    screen.press("esc");
    assert!(screen.rows()[0].starts_with(" Clinics"), "{}", screen.text());
    assert!(screen.text().contains(", OR"), "{}", screen.text());
    // The key that opens the filters closes them too.
    let list = screen.rows();
    screen.press("shift-f shift-f");
    assert_eq!(screen.rows(), list);
}

#[test]
fn those_that_state_no_price_are_counted_and_one_row_brings_them_back() {
    let mut screen = clinics(80, 60);
    screen.press("shift-f");
    walk_to(&mut screen, "at most $500");
    screen.press("space esc");
    let filter = Filter { max_price: Some(50_000), ..Filter::default() };
    let (list, found, not_stated) = core(&filter, Sort::Listed);
    assert_eq!(counted(&screen), found.len());
    assert!(screen.rows()[0].contains(&format!("{not_stated} state no price")));
    assert!(screen.words().contains(&format!("{not_stated} clinics state no price")));
    screen.press("home");
    assert!(screen.marked().is_some_and(|row| row.contains("state no price")));
    screen.press("enter");
    assert_eq!(counted(&screen), found.len() + not_stated);
    assert!(screen.words().contains("are among these"), "{}", screen.text());
    assert!(found.len() + not_stated < list.len() + 1);
    // The same key takes it back.
    screen.press("enter");
    assert_eq!(counted(&screen), found.len());
}

#[test]
fn a_place_brings_miles_and_the_nearest_first() {
    for typed in ["98101", "981", "Seattle, WA", "seattle, wa"] {
        let mut screen = clinics(80, 24);
        screen.press("@");
        assert!(screen.rows()[23].starts_with(" Near: "), "{}", screen.text());
        screen.type_in(typed).press("enter");
        let near = Places::bundled().find(typed).expect("a place").point;
        let filter = Filter { near: Some(near), ..Filter::default() };
        let (_, found, _) = core(&filter, Sort::Distance);
        let marked = screen.marked().unwrap_or_default();
        assert!(marked.starts_with(&found[0].name[..8]), "{typed}: {marked}");
        assert!(screen.text().contains("miles") && marked.contains("about"), "{}", screen.text());
        assert_eq!(screen.words().matches("in a straight line").count(), 1, "{}", screen.text());
    }
}

#[test]
fn tab_writes_out_the_first_town_and_arrows_walk_the_towns() {
    let mut screen = clinics(80, 24);
    screen.press("@").type_in("seat");
    let mut towns = Places::bundled().beginning_with("seat", 30);
    // The shortest name is the nearest to what was typed.
    towns.sort_by_key(|town| town.rfind(','));
    assert!(towns.iter().all(|town| screen.text().contains(town)), "{}", screen.text());
    screen.press("tab");
    assert!(screen.rows()[23].starts_with(&format!(" Near: {}", towns[0])), "{}", screen.text());
    let mut screen = clinics(80, 24);
    screen.press("@").type_in("seat").press("down down");
    assert_eq!(screen.marked().as_deref(), Some(towns[1].as_str()), "{}", screen.text());
    screen.press("enter");
    assert!(screen.rows()[0].contains(&format!("near {}", towns[1])), "{}", screen.text());
}

#[test]
fn a_place_that_is_not_known_is_said_kindly_with_the_nearest_to_take() {
    let mut screen = clinics(80, 24);
    let list = screen.rows();
    screen.press("@").type_in("Seetle, WA").press("enter");
    assert!(screen.text().contains("There is no place \"Seetle, WA\""), "{}", screen.text());
    assert_eq!(screen.marked().as_deref(), Some("Seattle, WA"), "{}", screen.text());
    screen.press("enter");
    assert!(screen.rows()[0].contains("near Seattle, WA"), "{}", screen.text());
    // A town of several states is chosen, or named with its state.
    screen.press("@").type_in("Portland").press("enter");
    assert!(screen.text().contains("add the state"), "{}", screen.text());
    let first = screen.marked().expect("a town");
    screen.press("enter");
    assert!(screen.rows()[0].contains(&format!("near {first}")), "{}", screen.text());
    // Nothing typed: no place.
    screen.press("@ esc enter");
    assert_eq!(screen.rows(), list);
    screen.press("@").type_in("00000").press("enter");
    assert!(screen.text().contains("There is no place"), "{}", screen.text());
    screen.press("esc esc");
    assert_eq!(screen.rows(), list);
}

#[test]
fn within_so_many_miles_is_offered_once_there_is_a_place() {
    let mut screen = clinics(80, 60);
    screen.press("shift-f");
    assert!(!screen.text().contains("within 50 miles"), "{}", screen.text());
    screen.press("esc @").type_in("98101").press("enter shift-f");
    walk_to(&mut screen, "within 50 miles");
    let said = count_of_row(&screen);
    screen.press("space");
    let near = Places::bundled().find("98101").expect("a place").point;
    let filter = Filter { near: Some(near), within: Some(50.0), ..Filter::default() };
    assert_eq!(said, core(&filter, Sort::Distance).1.len());
    assert_eq!(counted(&screen), said);
}

#[test]
fn orders_put_another_clinic_first() {
    for (name, sort) in
        [("by name", Sort::Name), ("by state", Sort::State), ("lowest price", Sort::Price)]
    {
        let mut screen = clinics(80, 60);
        screen.press("shift-f");
        walk_to(&mut screen, name);
        screen.press("space esc home");
        let list = List::bundled();
        let rows = list.shown(&Filter::default(), sort).rows;
        let first = rows.iter().find(|(i, _)| list.setup(*i) == Setup::Clinic).expect("a clinic");
        let name = list.clinic(first.0).name;
        assert!(screen.marked().is_some_and(|row| row.starts_with(&name[..6])), "{name}");
    }
}

#[test]
fn a_card_tells_everything_with_its_source_and_leads_back_to_its_row() {
    let mut screen = clinics(80, 60);
    screen.press("down down down");
    let list = screen.rows();
    let clinic = List::bundled().clinic(3);
    screen.press("enter");
    let words = screen.words();
    assert!(screen.rows()[0].contains(&clinic.name), "{words}");
    for part in ["Price without insurance:", "How it was seen:", "Source:", &clinic.sources[0]] {
        assert!(words.contains(part), "{part} in {words}");
    }
    screen.press("y");
    let copied = screen.effects.clone();
    let [Effect::Copy(text)] = &copied[..] else { panic!("{copied:?}") };
    assert!(text.contains(&clinic.name) && text.contains(&clinic.sources[0]), "{text}");
    for back in ["esc", "backspace", "left", "q"] {
        screen.press(back);
        assert_eq!(screen.rows(), list, "{back}");
        screen.press("enter");
    }
    // In the list the same is copied of the row in focus.
    screen.press("esc y");
    assert_eq!(screen.effects, copied);
}

#[test]
fn the_chosen_clinic_s_card_stands_beside_the_list_where_there_is_room() {
    let narrow = clinics(119, 70);
    assert!(!narrow.text().contains("How it was seen:"), "{}", narrow.text());
    let mut wide = clinics(120, 70);
    let first = wide.text();
    assert!(first.contains("How it was seen:"), "{first}");
    wide.press("down");
    assert_ne!(wide.text(), first);
    let before = wide.marked();
    wide.app.resize(40, 12);
    wide.app.resize(120, 70);
    assert_eq!(wide.marked(), before);
}

#[test]
fn marked_clinics_are_compared_and_marks_are_cleared() {
    let mut screen = clinics(80, 60);
    let list = screen.rows();
    screen.press("shift-c");
    assert!(screen.text().contains("> * "), "{}", screen.text());
    assert!(!screen.text().contains("Compare the"), "{}", screen.text());
    screen.press("down shift-c");
    assert!(screen.text().contains("Compare the 2 marked"), "{}", screen.text());
    screen.press("home");
    assert_eq!(screen.marked().as_deref(), Some("Compare the 2 marked"));
    screen.press("enter");
    let bundled = List::bundled();
    let words = screen.words();
    assert!(words.contains("What differs"), "{words}");
    for i in [0, 1] {
        assert!(words.contains(bundled.clinic(i).name.split(' ').next().expect("a word")));
    }
    screen.press("esc down down down shift-c down shift-c down shift-c");
    assert!(screen.rows()[59].contains("that is the most"), "{}", screen.text());
    assert!(screen.text().contains("Compare the 4 marked"), "{}", screen.text());
    screen.press("x down home");
    assert_eq!(screen.rows(), list);
}

#[test]
fn where_nothing_has_all_of_it_each_filter_to_leave_out_says_what_that_brings() {
    let mut screen = clinics(80, 60);
    screen.press("shift-f");
    for name in ["as a shot", "tablets at home", "Treats: PTSD"] {
        walk_to(&mut screen, name);
        screen.press("space");
    }
    screen.press("esc");
    let treatments = vec!["im".into(), "at-home-telehealth".into()];
    let none = Filter { treatments, conditions: vec!["ptsd".into()], ..Filter::default() };
    assert!(core(&none, Sort::Listed).1.is_empty());
    let without = Filter { treatments: vec!["im".into()], ..none };
    let brought = core(&without, Sort::Listed).1.len();
    let text = screen.words();
    assert!(text.contains("No clinic in the list has all of that."), "{text}");
    let row = format!("{brought} clinics without Treatment: tablets at home, by video");
    assert!(text.contains(&row), "{text}");
    walk_to(&mut screen, &row);
    screen.press("enter");
    assert_eq!(counted(&screen), brought);
}

#[test]
fn va_facilities_and_telehealth_stand_apart_and_say_what_they_are() {
    let mut screen = clinics(80, 40);
    screen.press("end");
    let rows = screen.rows();
    let at = |title: &str| rows.iter().position(|row| row.trim() == title).expect("a heading");
    let (va, telehealth) = (at("VA facilities"), at("By telehealth"));
    assert!(va < telehealth);
    assert!(rows[va + 1].contains("For veterans who are in VA care"), "{rows:?}");
    assert!(rows[telehealth + 1].contains("by video"), "{rows:?}");
    assert!(rows[telehealth..].iter().any(|row| row.contains("by telehealth")));
}

#[test]
fn back_and_forward_come_to_the_same_clinics_and_row() {
    let mut screen = clinics(80, 24);
    screen.press("@").type_in("98101").press("enter / k e t enter down down");
    let (list, row) = (screen.rows(), screen.marked());
    screen.press("2 backspace");
    assert_eq!((screen.rows(), screen.marked()), (list.clone(), row.clone()));
    screen.press("alt-right");
    assert!(screen.rows()[0].contains("FAQ"), "{}", screen.text());
    screen.press("3");
    assert_eq!((screen.rows(), screen.marked()), (list, row));
}

#[test]
fn going_back_from_area_to_area_comes_to_an_end() {
    let mut screen = Screen::bundled(80, 24);
    for keys in ["2 3 2 3 2", "3 shift-s esc 2 3"] {
        screen.press(keys);
        for _ in 0..4 {
            screen.press("q");
        }
        assert!(!screen.effects.is_empty(), "{keys}: {}", screen.text());
    }
    // From a term's card over the search, the search is left behind.
    screen.press("shift-s").type_in("off-label").press("enter 3 q");
    assert!(screen.text().contains("guidepost: Guides"), "{}", screen.text());
}

#[test]
fn the_palette_goes_to_the_clinics_by_name() {
    let mut screen = Screen::bundled(80, 24);
    screen.press(":").type_in("the list of clinics").press("enter");
    assert!(screen.rows()[0].starts_with(" Clinics"), "{}", screen.text());
}

#[test]
fn a_click_opens_the_row_it_is_on_and_ticks_a_filter() {
    let mut screen = clinics(80, 24);
    screen.press("shift-m");
    let name = &List::bundled().clinic(2).name;
    let line = |screen: &Screen, words: &str| {
        let y = screen.rows().iter().position(|row| row.contains(words)).expect("a row");
        u16::try_from(y).expect("in the window")
    };
    screen.app.click(10, line(&screen, &name[..10]));
    assert!(screen.rows()[0].contains(name), "{}", screen.text());
    screen.press("esc shift-f");
    screen.app.click(20, line(&screen, "Spravato"));
    assert!(screen.marked().is_some_and(|row| row.starts_with("[x]")), "{}", screen.text());
    screen.press("esc @").type_in("seattle");
    screen.app.click(4, line(&screen, "Seattle, WA"));
    assert!(screen.rows()[0].contains("near Seattle, WA"), "{}", screen.text());
    let before = screen.marked();
    screen.app.wheel(true);
    assert_ne!(screen.marked(), before);
}

#[test]
fn a_list_of_one_s_own_is_shown_instead_and_cannot_steer_the_terminal() {
    let screen = own(
        "name,state,city,treatments\n\"Evil\u{1b}[31m\u{202e}name\",WA,\"To\u{7}wn\",own-way\n",
        80,
        24,
    );
    assert!(screen.rows()[0].contains("1 clinic"), "{}", screen.text());
    assert!(screen.text().contains("Evil␛[31mname") && screen.text().contains('+'));
    assert!(!screen.text().contains('\u{1b}') && !screen.text().contains('\u{7}'));
}

#[test]
fn ascii_signs_alone_are_drawn_when_asked_for() {
    let reading = Reading { glyphs: Glyphs::Ascii, ..reading(Library::bundled(), None) };
    let mut screen = Screen::read(reading, 130, 40);
    for keys in ["3", "@ s e a tab enter", "/ x y z", "enter shift-f", "esc esc enter"] {
        screen.press(keys);
        let (buffer, _) = screen.app.frame();
        assert!(buffer.content.iter().all(|cell| cell.symbol().is_ascii()), "after {keys:?}");
    }
}

#[test]
fn hidden_is_hidden_and_no_window_is_too_small() {
    for keys in ["3", "3 @ s e a", "3 / s e a", "3 shift-f", "3 shift-f enter", "3 enter", "3 end"]
    {
        let mut screen = Screen::bundled(80, 24);
        screen.press(keys);
        let shown = screen.rows();
        screen.press("f12");
        assert!(!screen.text().to_lowercase().contains("clinic"), "{keys}");
        screen.press("f12");
        assert_eq!(screen.rows(), shown, "{keys}");
        for (width, height) in [(0, 0), (1, 1), (2, 3), (9, 2), (20, 5), (200, 1), (1, 50), (69, 9)]
        {
            screen.app.resize(width, height);
            screen.press("f12 f12");
            let (buffer, cursor) = screen.app.frame();
            assert!(buffer.area.is_empty() || buffer.area.contains(cursor), "{keys}");
        }
    }
}

#[test]
fn the_map_says_in_words_what_it_shows_and_marks_the_chosen_clinic() {
    let mut screen = clinics(80, 24);
    screen.press("v");
    let text = screen.text();
    assert!(text.contains("Clinics found: ") && text.contains(" more states."), "{text}");
    assert!(text.contains('@') && text.contains('⠒'), "{text}");
    screen.press("esc");
    assert!(screen.rows()[0].contains("Clinics"), "{}", screen.text());
    // In a window too low for it the words stand alone.
    let mut low = clinics(40, 12);
    assert!(!low.press("v").text().contains('⠒'), "{}", low.text());
}

#[test]
fn a_link_leads_to_the_clinics_it_asks_for_and_back_again() {
    let text = "See [here](clinics:?state=WA&treatment=iv) or [there](clinics:?state=XX).\n";
    let mut screen = Screen::document(text, 80, 24);
    let before = screen.press("tab").rows();
    screen.press("enter");
    let (list, shown) = (
        List::bundled(),
        Filter {
            states: vec!["WA".to_owned()],
            treatments: vec!["iv".to_owned()],
            ..Filter::default()
        },
    );
    let count = list.shown(&shown, Sort::Listed).rows.len();
    assert!(screen.rows()[0].contains(&format!("{count} of {}", list.len())), "{}", screen.text());
    screen.press("backspace");
    assert_eq!(screen.rows(), before);
    screen.press("tab enter");
    assert!(screen.rows()[23].contains("there is no state"), "{}", screen.text());
}

#[test]
fn words_find_states_and_zip_codes_too() {
    let mut screen = clinics(80, 24);
    let (list, texas) =
        (List::bundled(), Filter { states: vec!["TX".to_owned()], ..Filter::default() });
    let count = list.shown(&texas, Sort::Listed).rows.len();
    screen.press("/").type_in("texas");
    assert!(screen.rows()[23].contains(&format!("{count} of ")), "{}", screen.text());
}

#[test]
fn where_a_state_is_chosen_telehealth_is_pointed_to() {
    let mut screen = Screen::document("See [here](clinics:?state=OH).\n", 80, 24);
    screen.press("tab enter");
    assert!(screen.words().contains("telehealth services stand apart"), "{}", screen.text());
}

#[test]
fn another_order_begins_at_its_beginning() {
    let mut screen = clinics(80, 40);
    screen.press("shift-f").press(&"down ".repeat(40));
    while !screen.marked().is_some_and(|row| row.contains("lowest price first")) {
        screen.press("up");
    }
    screen.press("enter esc");
    let cheapest = {
        let list = List::bundled();
        let rows = list.shown(&Filter::default(), Sort::Price).rows;
        let first = rows.iter().find(|(i, _)| list.setup(*i) == Setup::Clinic);
        list.clinic(first.expect("a clinic").0).name
    };
    let start: String = cheapest.chars().take(12).collect();
    assert!(screen.marked().is_some_and(|row| row.starts_with(&start)), "{}", screen.text());
}

#[test]
fn a_list_that_gets_shorter_leaves_no_empty_lines_while_there_are_rows_above() {
    let mut screen = clinics(80, 24);
    screen.press("shift-f down down down down down down");
    assert!(screen.marked().is_some_and(|row| row.contains("tablets at home")));
    screen.press("enter enter");
    while !screen.marked().is_some_and(|row| row.contains("Price: stated")) {
        screen.press("down");
        assert!(!screen.marked().is_some_and(|row| row.contains("Clear all")));
    }
    screen.press("enter esc");
    let rows = screen.rows();
    let legend = screen.text().contains("A row is a lead");
    let blank = rows[2..22].iter().rev().take_while(|row| row.trim().is_empty()).count();
    assert!(legend || blank == 0, "{}", screen.text());
}
