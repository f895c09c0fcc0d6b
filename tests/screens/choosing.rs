//! Lists to choose from, what hides the screen, what is copied and clicked.

use guidepost::library::Library;
use guidepost::reading::Reading;
use guidepost::settings::Clipboard;
use guidepost::tui::app::Effect;

use super::{Screen, asked, figure, letters, reading};

#[test]
fn the_list_of_keys_is_narrowed_by_letters_and_enter_runs_what_is_chosen() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("? t h e space e n d");
    assert!(screen.marked().is_some_and(|row| row.ends_with("to the end")), "{}", screen.text());
    screen.press("enter");
    assert_eq!(screen.rows(), Screen::flagship(80, 24).press("end").rows());
}

#[test]
fn the_menu_is_used_by_arrows_and_digits_stay_commands_in_it() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("0");
    assert!(screen.rows()[0].starts_with(" Menu") && screen.rows()[0].ends_with("9 crisis"));
    for _ in 0..9 {
        if !screen.marked().is_some_and(|row| row.ends_with("FAQ: all questions")) {
            screen.press("down");
        }
    }
    screen.press("enter");
    assert!(screen.rows()[0].starts_with(" FAQ"), "{}", screen.text());
    screen.press("0 9");
    assert!(screen.text().contains("Call or text 988"));
    screen.press("esc 0");
    assert!(screen.rows()[0].starts_with(" FAQ"), "the same key closes it: {}", screen.text());
}

#[test]
fn enter_in_a_list_opened_by_mistake_does_no_harm() {
    for list in ["?", "0", ":"] {
        let mut screen = Screen::flagship(80, 24);
        screen.press(list).press("enter");
        assert!(!screen.effects.iter().any(|effect| matches!(effect, Effect::Leave(_))), "{list}");
    }
}

#[test]
fn the_palette_goes_to_sections_questions_and_actions_by_part_of_their_name() {
    let mut screen = Screen::bundled(80, 24);
    screen.press(": h o w l o n g r e l i e f");
    screen.press("enter");
    assert_eq!(screen.top(), "How long relief lasts", "{}", screen.text());
    screen.press("ctrl-p d r i v e space h o m e enter");
    assert_eq!(screen.focused(), "Can I drive home? (open)", "{}", screen.text());
    screen.press("backspace");
    assert_eq!(screen.top(), "How long relief lasts");
    screen.press(": c r i s i s space h e l p enter");
    assert!(screen.text().contains("Call or text 988"));
    screen.press("esc : x q z");
    assert!(screen.text().contains("Nothing here is called “xqz”."));
    screen.press("enter esc esc");
    assert_eq!(screen.top(), "How long relief lasts");
}

#[test]
fn what_is_called_just_as_it_was_typed_comes_first_then_what_begins_so() {
    let mut screen = Screen::flagship(80, 24);
    let first = |screen: &mut Screen, list: &str, typed: &str| {
        screen.press(list).type_in(typed);
        let first = screen.marked().unwrap_or_default();
        screen.press("esc esc");
        // A key may stand before the name, or behind it.
        first
            .split("  ")
            .filter(|part| !part.is_empty())
            .nth(1)
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    for (typed, name) in [
        ("close all answers", "close all answers"),
        ("close all", "close all answers"),
        ("open all answers", "open all answers"),
        ("open or close all", "open or close all answers"),
        ("next", "next page"),
        ("copy this", "copy this item"),
        ("crisis", "crisis help"),
    ] {
        let found = first(&mut screen, ":", typed);
        assert!(found.starts_with(name) || typed == "next", "{typed}: {found}");
        assert!(found.to_lowercase().starts_with(typed), "{typed}: {found}");
        let found = first(&mut screen, "?", typed);
        assert!(found.starts_with(typed), "{typed}: {found}");
    }
}

#[test]
fn the_palette_finds_an_action_by_its_line_its_name_its_key_and_what_others_call_it() {
    for (typed, key, name) in [
        ("q", "q", "back; at the top, leave"),
        ("quit", "q", "back; at the top, leave"),
        ("exit", "q", "back; at the top, leave"),
        ("leave", "Ctrl+C", "leave now, blank screen"),
        ("help", "?", "every key that works here"),
        ("toggle-all-answers", "E", "open or close all answers"),
        ("toggle all", "E", "open or close all answers"),
        ("expand", "E", "open or close all answers"),
        ("theme", "T", "next theme"),
        ("dark", "T", "next theme"),
        ("2", "2", "FAQ: all questions"),
        ("f9", "9", "crisis help"),
        ("ctrl+l", "Ctrl+L", "draw the screen again"),
    ] {
        let mut screen = Screen::flagship(80, 24);
        screen.press(":").type_in(typed);
        let row = screen.marked().unwrap_or_default();
        let parts: Vec<_> =
            row.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
        assert_eq!(parts, ["do", name, key], "{typed}: {}", screen.text());
    }
    // The key gives way to the name.
    let mut narrow = Screen::flagship(40, 24);
    narrow.press(":").type_in("help");
    assert!(narrow.marked().is_some_and(|row| row.contains("every key that works")));
}

#[test]
fn a_list_of_one_offers_no_way_to_another_row() {
    let mut screen = Screen::flagship(80, 40);
    let offered = |screen: &Screen| screen.app.offers(guidepost::action::Action::Down);
    screen.press(":").type_in("f1");
    assert!(screen.text().contains("1 of ") && !offered(&screen), "{}", screen.text());
    screen.press("esc");
    assert!(offered(&screen));
}

#[test]
fn letters_scattered_over_a_name_do_not_find_it() {
    let count = |typed: &str| {
        let mut screen = Screen::bundled(100, 24);
        screen.press(":").type_in(typed);
        let said = screen.rows()[23].clone();
        let count = said.split(" of ").next().and_then(|before| before.split(' ').next_back());
        count.and_then(|count| count.parse::<usize>().ok()).unwrap_or_default()
    };
    for (typed, most) in
        [("theme", 5), ("dark", 1), ("shift", 0), ("xqz", 0), ("zzz", 0), ("qwerty", 0)]
    {
        assert!(count(typed) <= most, "{typed}: {}", count(typed));
    }
    // Beginnings of words, a part of a word, and one wrong letter where nothing else is called so.
    for typed in ["howlongrelief", "relieflast", "bladder", "ladder", "bladdre", "crsis help"] {
        assert!(count(typed) > 0, "{typed}");
    }
}

#[test]
fn a_key_is_looked_up_by_typing_it_into_the_list_of_keys() {
    for (typed, name) in [
        ("G", "to the end"),
        ("g", "to the end"),
        ("]", "next section"),
        ("+", "wider lines"),
        ("9", "crisis help"),
        (".", "hide all; again: come back"),
        ("Ctrl+L", "draw the screen again"),
        ("Ctrl+C", "leave now, blank screen"),
    ] {
        let mut screen = Screen::flagship(80, 24);
        screen.press("?").type_in(typed);
        let row = screen.marked().unwrap_or_default();
        let key = row.split_whitespace().any(|key| key == typed);
        // `g` alone is the first of two keys: no key, so names that hold the letter come.
        assert!(key && row.ends_with(name) || typed == "g", "{typed}: {row}");
        screen.press("esc esc");
        assert_eq!(screen.rows(), Screen::flagship(80, 24).rows(), "{typed}");
    }
}

#[test]
fn over_filters_papers_and_cards_the_lists_of_keys_name_what_works_there_and_come_back_to_it() {
    for (place, inside, outside) in [
        ("3 shift-f down", "open what is marked", "a map of the clinics found"),
        ("3 shift-f down down enter", "open what is marked", "a map of the clinics found"),
        ("4 esc p down", "open what is marked", "print the estimate"),
        ("enter 9", "copy this item", "find words, filter a list"),
    ] {
        let mut screen = Screen::bundled(100, 60);
        screen.press(place);
        let before = (screen.rows(), screen.cursor());
        let offered = screen.app.offered();
        for (list, closed) in [("?", "esc"), ("f1", "f1"), ("0", "0"), ("0", "esc"), ("0", "left")]
        {
            screen.press(list);
            let text = screen.text();
            assert!(text.contains(inside) && !text.contains(outside), "{place} {list}\n{text}");
            let rows = screen.rows()[1..59].iter().filter(|row| !row.is_empty()).count();
            assert_eq!(rows, offered.len(), "{place} {list}\n{text}");
            screen.press(closed);
            let after = (screen.rows(), screen.cursor());
            assert_eq!(after, before, "{place} {list} {closed}");
        }
    }
}

#[test]
fn keys_listed_over_the_palette_or_a_menu_are_its_own_and_lead_back_to_it() {
    for (place, list, inside, outside) in [
        (": d r i", "f1", "open what is marked", "next section"),
        (": x q z", "f1", "clear the words, then leave", "next section"),
        ("0 down", "?", "open what is marked", "next section"),
        ("0 down", "f1", "open what is marked", "next section"),
    ] {
        let mut screen = Screen::flagship(80, 50);
        screen.press(place);
        let before = (screen.rows(), screen.cursor());
        screen.press(list);
        let text = screen.text();
        assert!(text.contains("Keys that work here"), "{place} {list}\n{text}");
        assert!(text.contains(inside) && !text.contains(outside), "{place} {list}\n{text}");
        screen.press("esc");
        assert_eq!((screen.rows(), screen.cursor()), before, "{place} {list}");
        screen.press(list).press("f1");
        assert_eq!((screen.rows(), screen.cursor()), before, "{place} {list}");
    }
}

#[test]
fn the_neutral_screen_shows_nothing_and_the_same_key_returns_to_the_same_place() {
    for (before, key) in [
        ("", "."),
        ("enter space tab", "."),
        ("2 down enter", "f12"),
        ("enter / d r i", "f12"),
        ("9", "."),
        (": a b", "f12"),
    ] {
        let mut screen = Screen::bundled(80, 24);
        screen.press(before);
        let (rows, cursor) = (screen.rows(), screen.cursor());
        screen.press(key);
        let hidden = screen.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(hidden, "Paused. . goes on", "after {before}");
        screen.press("j enter q 2 esc x ?").app.paste("text");
        screen.app.click(10, 5);
        screen.app.resize(60, 20);
        screen.app.resize(80, 24);
        assert!(screen.text().contains("Paused."), "after {before}");
        screen.press(key);
        assert_eq!((screen.rows(), screen.cursor()), (rows, cursor), "after {before}");
    }
}

#[test]
fn crisis_help_comes_out_of_the_neutral_screen() {
    let mut screen = Screen::flagship(80, 24);
    screen.press(". 9");
    assert!(screen.text().contains("Call or text 988"));
    // A list over it does not hide it; closing it hides everything again.
    screen.press("? esc");
    assert!(screen.text().contains("Call or text 988"));
    screen.press("esc");
    assert!(screen.text().contains("Paused.") && !screen.text().contains("Ketamine"));
    screen.press(".");
    assert!(screen.rows()[0].starts_with(" Guides: Ketamine"));
}

/// What a key hands to the clipboard.
fn copied(screen: &mut Screen, key: &str) -> String {
    screen.press(key);
    match screen.effects.as_slice() {
        [Effect::Copy(text)] => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn copying_takes_the_item_or_the_section_unwrapped_and_says_so() {
    let source = "# A\n\nSome words that are long enough to be wrapped in a narrow window, with a [link](https://a.example/x).\n\n\
        Second.\n\n## Q {.faq}\n\n### Why?\n\nSo *it* is.\n\n## B\n\nlast\n";
    let mut screen = Screen::document(source, 40, 24);
    screen.press("tab");
    assert_eq!(copied(&mut screen, "y"), "https://a.example/x");
    assert!(screen.text().contains("sent to the clipboard: 19 characters"), "{}", screen.text());
    screen.press("tab tab tab");
    assert_eq!(copied(&mut screen, "y"), "Why?\n\nSo it is.");
    // A question belongs to the section that asks it.
    assert_eq!(copied(&mut screen, "shift-y"), "Q\n\nWhy?\n\nSo it is.");
    screen.press("] ]");
    let section = copied(&mut screen, "shift-y");
    assert!(section == "B\n\nlast", "{section}");
    screen.press("home");
    let words = "A\n\nSome words that are long enough to be wrapped in a narrow window, with a link (https://a.example/x).";
    assert_eq!(copied(&mut screen, "y"), words);
}

#[test]
fn copying_a_fact_takes_its_statement_and_source() {
    let (mark, fact) = figure();
    let mut screen = Screen::flagship(80, 40);
    let evidence = screen.app.library().evidence();
    let source = evidence.source(&fact.sources[0]).expect("its source").title.clone();
    screen.press_until("tab", |screen| screen.focused() == mark);
    let text = letters(&copied(&mut screen, "y"));
    for part in [&fact.statement, &source] {
        assert!(text.contains(&letters(part)), "{part} in {text}");
    }
    screen.press("9");
    assert!(copied(&mut screen, "y").contains("Call or text 988"));
}

#[test]
fn the_text_is_shown_when_the_terminal_may_not_take_it() {
    let reading = Reading { clipboard: Clipboard::default(), ..reading(Library::bundled(), None) };
    let mut screen = Screen::read(reading, 80, 24);
    screen.press("enter y");
    let text = screen.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Not every terminal takes it"), "{text}");
    let again = copied(&mut screen, "y");
    assert!(!again.contains("Not every terminal"), "the text itself is copied again: {again}");
    screen.press("esc");
    assert!(screen.rows()[0].starts_with(" Guides: Ketamine"));
}

#[test]
fn a_short_text_the_terminal_may_not_take_stands_in_the_footer_and_takes_no_key() {
    let reading = Reading { clipboard: Clipboard::default(), ..reading(Library::bundled(), None) };
    let mut screen = Screen::read(reading, 80, 24);
    let below = screen.press("enter 9 tab").rows()[..23].to_vec();
    let number = copied(&mut screen, "y");
    let said = format!(" sent, if this terminal takes it: {number}");
    assert_eq!((screen.rows()[23].as_str(), &screen.rows()[..23]), (said.as_str(), &below[..]));
    screen.press("esc");
    assert!(screen.rows()[0].starts_with(" Guides: Ketamine"), "{}", screen.text());
    // One that does not fit is shown whole.
    screen.app.resize(40, 12);
    screen.press("9 tab").press_until("tab", |screen| screen.focused().len() > 12);
    let number = copied(&mut screen, "y");
    assert!(screen.letters().contains(&letters(&number)), "{number}\n{}", screen.text());
}

#[test]
fn keys_that_may_follow_a_first_one_are_shown_after_a_pause() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("z");
    assert!(screen.app.owes_hint() && !screen.text().contains("open all answers"));
    screen.app.hint();
    assert!(!screen.app.owes_hint());
    let text = screen.text();
    assert!(text.contains("R  open all answers") && text.contains("z… waits"), "{text}");
    screen.press("shift-r");
    assert!(!screen.text().contains("R  open all answers") && !screen.app.owes_hint());
}

#[test]
fn clicks_do_what_enter_does_where_they_fall() {
    let mut screen = Screen::bundled(120, 40);
    screen.press("shift-m");
    assert_eq!(screen.effects, [Effect::Mouse(true)]);
    let click = |screen: &mut Screen, text: &str| {
        let rows = screen.rows();
        let y = rows
            .iter()
            .position(|row| row.contains(text))
            .unwrap_or_else(|| panic!("{text}\n{}", screen.text()));
        let x = rows[y].find(text).map_or(0, |at| rows[y][..at].chars().count());
        screen.click(x, y);
    };
    let guide = screen.app.library().guide(0).expect("the flagship guide");
    click(&mut screen, &guide.title());
    assert!(screen.rows()[0].contains(&guide.title()), "{}", screen.text());
    // A section that its row in the outline has room for.
    let sections = guide.outline().main.iter().map(|i| &guide.outline().entries[*i].title);
    let section = sections.skip(1).find(|title| title.len() < 20).expect("a short title");
    click(&mut screen, section);
    assert_eq!(screen.rows()[2].split("  ").last().map(str::trim), Some(section.as_str()));
    screen.press("2");
    let asked: Vec<String> = asked().iter().map(|question| question[..15].to_owned()).collect();
    click(&mut screen, &asked[1]);
    assert!(screen.focused().starts_with(&asked[1]), "{}", screen.text());
    assert!(screen.focused().ends_with("(open)"), "{}", screen.text());
    click(&mut screen, &asked[1]);
    assert!(screen.focused().ends_with("(closed)"), "{}", screen.text());
    let before = screen.rows();
    screen.click(0, 39);
    assert_eq!(screen.rows(), before, "nothing is there");
    screen.press("home shift-e shift-e");
    assert!(screen.rows()[39].contains("answers are closed"), "{}", screen.rows()[39]);
    screen.app.wheel(true);
    assert!(screen.rows()[39].contains("Enter open"), "the wheel ends what is said as a key does");
    assert!(screen.focused().starts_with(&asked[3]), "{}", screen.focused());
    screen.press("shift-m");
    assert_eq!(screen.effects, [Effect::Mouse(false)]);
}

#[test]
fn themes_follow_one_another_and_come_around() {
    let mut screen = Screen::flagship(80, 24);
    let looks = |screen: &Screen| format!("{:?}", screen.app.frame().0);
    let first = looks(&screen);
    let mut seen = Vec::new();
    for _ in 0..5 {
        screen.press("shift-t");
        seen.push(screen.rows()[23].split(':').next().unwrap_or_default().trim().to_owned());
    }
    let want = ["theme dark", "theme high-contrast", "theme light", "theme mono", "theme terminal"];
    assert_eq!(seen, want);
    screen.press("j k");
    assert_eq!(looks(&screen), first);
}

#[test]
fn back_and_forward_go_over_both_areas() {
    let mut screen = Screen::bundled(80, 24);
    screen.press("enter space space");
    let text = screen.rows();
    screen.press("2 down down enter");
    let faq = screen.rows();
    screen.press("1 backspace");
    assert_eq!(screen.rows(), faq);
    screen.press("backspace");
    assert_eq!(screen.rows()[..23], text[..23]);
    screen.press("backspace");
    assert!(screen.text().contains("guidepost: Guides"));
    screen.press("alt-right alt-right");
    assert_eq!(screen.rows(), faq);
}
