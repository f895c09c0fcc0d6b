//! What is said of keys is true wherever it is said, whatever keys there are.

use std::fs;
use std::path::Path;

use guidepost::action::Action;
use guidepost::keymap::{Chord, NO_KEY};
use guidepost::library::Library;
use guidepost::page::Glyphs;
use guidepost::reading::Reading;
use guidepost::settings::{Asked, Chosen, Config, Settings, Surroundings};
use guidepost::tui::app::Effect;

use super::actions::state;
use super::{Screen, reading};

/// Rows of keys as people have them: none, and others.
const TABLES: &[&str] = &[
    "",
    "[[key]]\nrun = \"down\"\non = [\"n\", \"ctrl-n\"]\nin = [\"list\"]\n",
    "[[key]]\nrun = \"down\"\non = [\"ctrl-n\"]\n[[key]]\nrun = \"up\"\non = [\"ctrl-p\"]\n\
     [[key]]\nrun = \"find\"\non = [\"ctrl-s\"]\n[[key]]\nrun = \"back\"\non = [\"ctrl-g\"]\n\
     [[key]]\nrun = \"palette\"\non = [\"alt-x\"]\n\
     [[key]]\nrun = \"quit\"\non = [\"ctrl-x k\", \"ctrl-x ctrl-k\"]\n\
     [[key]]\nrun = \"neutral\"\non = [\"f5\", \"ctrl-x z\"]\n\
     [[key]]\nrun = \"half-page-down\"\non = [\"alt-shift-d\"]\n\
     [[key]]\nrun = \"half-page-up\"\non = [\"alt-d\", \"f6 f6\"]\n",
    "[[key]]\nrun = \"find\"\non = [\",\"]\nin = [\"list\"]\n\
     [[key]]\nrun = \"noop\"\non = [\"/\", \"enter\", \".\"]\nin = [\"list\"]\n\
     [[key]]\nrun = \"neutral\"\non = [\"f5\"]\nin = [\"text\"]\n\
     [[key]]\nrun = \"act\"\non = [\"o\", \"f2\"]\nin = [\"list\"]\n\
     [[key]]\nrun = \"noop\"\non = [\"9\", \"!\", \"j\", \"tab\"]\n\
     [[key]]\nrun = \"help\"\non = [\"space ?\", \"f4\"]\nin = [\"text\"]\n\
     [[key]]\nrun = \"crisis\"\non = [\"ctrl-x h\"]\n",
];

/// What leads to a place: actions, and words that are typed behind a `'`.
const PLACES: &[&str] = &[
    "",
    "act page-down next-stop",
    "act find 'ket",
    "act find 'ket act",
    "clinics filters",
    "cost",
    "act palette 'ket",
    "act menu",
];

/// A window with room for every key.
const WIDE: u16 = 98;
const HIGH: u16 = 64;

/// The settings that a file with these lines makes.
fn settings(lines: &str) -> Settings {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens-keys");
    fs::create_dir_all(&folder).expect("a folder for tests");
    let name = format!("{}-{:?}.toml", lines.len(), std::thread::current().id());
    fs::write(folder.join(&name), lines).expect("a file for tests");
    let asked = Asked { config: Config::File(folder.join(name)), ..Asked::default() };
    let chosen = Chosen::read(&asked, &Surroundings::of(|_| None)).expect("settings");
    assert_eq!(chosen.faults, []);
    chosen.settings
}

/// The bundled guides with these settings, at the place that actions and words lead to.
fn at(settings: &Settings, place: &str, width: u16, height: u16) -> Screen {
    let settings = settings.clone();
    let reading = Reading { settings, ..reading(Library::bundled(), None) };
    let mut screen = Screen::read(reading, width, height);
    for step in place.split_whitespace() {
        if let Some(words) = step.strip_prefix('\'') {
            screen.type_in(words);
        } else {
            act(&mut screen, step.parse().expect("an action"));
        }
    }
    screen
}

fn act(screen: &mut Screen, action: Action) {
    screen.effects = screen.app.update(action);
    // Nothing is looked for here.
    screen.effects.retain(|effect| *effect != Effect::Index);
}

/// Presses keys as they are shown: `n`, `Ctrl+N`, `gg`, `Ctrl+X,h`.
fn press_shown(screen: &mut Screen, keys: &str) {
    let chord = Chord::parse(keys).expect(keys);
    for key in [Some(chord.first), chord.second].into_iter().flatten() {
        screen.effects = screen.app.key(key.into());
    }
    screen.effects.retain(|effect| *effect != Effect::Index);
    screen.app.catch_up();
}

fn all(screen: &Screen) -> String {
    format!("{}{:?}", state(screen), screen.effects)
}

/// The rows of the list of keys at a place, each with its keys.
fn listed(settings: &Settings, place: &str) -> Vec<(String, Vec<String>)> {
    let mut screen = at(settings, place, WIDE, HIGH);
    act(&mut screen, Action::Help);
    let rows = screen.rows();
    let rows = rows[1..rows.len() - 1].iter().map(|row| row.trim_start_matches([' ', '>']));
    let rows = rows.filter(|row| !row.is_empty()).map(|row| {
        // What has no key is listed too.
        let keys = row.split_once("  ").map_or("", |(keys, _)| keys).split(' ');
        (row.to_owned(), keys.filter(|key| *key != NO_KEY).map(str::to_owned).collect())
    });
    rows.collect()
}

#[test]
fn every_key_in_the_list_of_keys_does_there_what_its_row_does() {
    for place in PLACES {
        // What the usual keys do another test presses.
        let usual = listed(&Settings::default(), place);
        for table in &TABLES[1..] {
            let settings = settings(table);
            let start = || at(&settings, place, WIDE, HIGH);
            for (row, (text, keys)) in listed(&settings, place).into_iter().enumerate() {
                if usual.iter().any(|(usual, _)| *usual == text) {
                    continue;
                }
                let mut chosen = start();
                act(&mut chosen, Action::Help);
                (0..row).for_each(|_| act(&mut chosen, Action::Down));
                act(&mut chosen, Action::Act);
                let wanted = all(&chosen);
                for key in &keys {
                    let mut pressed = start();
                    press_shown(&mut pressed, key);
                    assert_eq!(all(&pressed), wanted, "{place}: {key} of {text}\n{table}");
                }
            }
        }
    }
}

#[test]
fn the_list_of_keys_names_no_key_that_does_something_else_there() {
    let readme = settings(TABLES[1]);
    let keys = |place| {
        let rows = listed(&readme, place).into_iter();
        rows.map(|(row, _)| row).find(|row| row.ends_with("next line or item"))
    };
    assert!(keys("").is_some_and(|row| row.starts_with("n Ctrl+N ↓ j  ")));
    assert!(keys("act").is_some_and(|row| row.starts_with("↓ j  ")));
    // Space ticks what can be ticked.
    let filters = listed(&Settings::default(), "clinics filters");
    let keys = |name: &str| {
        let mut rows = filters.iter();
        rows.find(|(row, _)| row.ends_with(name)).map(|(_, keys)| keys.join(" "))
    };
    assert_eq!(keys("open what is marked").as_deref(), Some("Enter Space"));
    assert_eq!(keys("next page").as_deref(), Some("f PgDn Ctrl+F"));
}

#[test]
fn every_hint_of_header_and_footer_names_a_key_that_does_what_a_click_on_it_does() {
    for table in [0, 2, 3].map(|table| TABLES[table]) {
        let mut settings = settings(table);
        settings.mouse = true;
        for place in PLACES {
            let start = || at(&settings, place, 100, 14);
            let (header, footer) = (start().rows()[0].clone(), start().rows()[13].clone());
            let crisis = header.split("  ").last().unwrap_or_default().trim();
            // What is typed stands in the footer's place.
            let typed =
                ["Find: ", "Name: "].iter().any(|line| footer.trim_start().starts_with(line));
            let hints = footer.split("  ").map(str::trim);
            let hints = hints.filter(|hint| !hint.is_empty() && !typed).map(|hint| {
                let before = footer.split(hint).next().unwrap_or_default();
                (hint, before.chars().count(), 13)
            });
            let crisis = (crisis, 100 - crisis.len() - 1, 0);
            for (hint, x, y) in hints.chain([crisis]) {
                // `+4 more: 0 ?` and `0 ? keys` name the menu too.
                let mut words = hint.split(' ');
                let key = if hint.starts_with('+') {
                    words.next_back()
                } else {
                    words.find(|word| *word != "0")
                };
                let (mut clicked, mut pressed) = (start(), start());
                clicked.effects = clicked.app.click(u16::try_from(x).expect("a column"), y);
                press_shown(&mut pressed, key.expect("a key"));
                let (header, clicked) = (y == 0, all(&clicked));
                assert!(!header || clicked.contains("988"), "{place}: {hint}\n{table}");
                assert_eq!(all(&pressed), clicked, "{place}: {hint} of {footer}\n{table}");
            }
        }
    }
}

#[test]
fn whatever_is_done_to_its_keys_the_neutral_screen_names_one_that_comes_back() {
    let nowhere = "[[key]]\nrun = \"noop\"\non = [\".\", \"esc\"]\n";
    let split = "[[key]]\nrun = \"neutral\"\non = [\"f5\"]\nin = [\"text\"]\n\
                 [[key]]\nrun = \"noop\"\non = [\".\"]\nin = [\"list\"]\n";
    let lists = "[[key]]\nrun = \"neutral\"\non = [\"x x\"]\nin = [\"list\"]\n\
                 [[key]]\nrun = \"noop\"\non = [\".\"]\n";
    for (table, keys) in [
        ("", vec![".", "f12"]),
        (nowhere, vec!["f12"]),
        (split, vec!["f12", "f5", "."]),
        (lists, vec!["f12", "x x"]),
    ] {
        let settings = settings(table);
        for place in ["", "act", "act find 'ket", "search", "clinics filters"] {
            let start = || at(&settings, place, 60, 12);
            let before = state(&start());
            let mut hidden = start();
            press_shown(&mut hidden, "F12");
            let said = hidden.words();
            let named =
                said.strip_prefix("Paused. ").and_then(|said| said.strip_suffix(" goes on"));
            for key in keys.iter().copied().chain(named) {
                let mut screen = start();
                press_shown(&mut screen, "F12");
                // Other keys do nothing.
                screen.press("j enter q esc");
                assert_eq!(screen.words(), said);
                press_shown(&mut screen, key);
                assert_eq!(state(&screen), before, "{place}: {key}, {said}\n{table}");
            }
            assert!(named.is_some(), "{said}");
        }
    }
}

#[test]
fn escape_leads_out_of_a_line_that_is_typed_in_even_where_it_does_nothing() {
    let settings = settings("[[key]]\nrun = \"noop\"\non = [\"esc\"]\n");
    for place in ["search 'a", "act find 'a", "clinics find 'a", "palette 'a"] {
        let mut screen = at(&settings, place, 80, 24);
        let footer = screen.rows()[23].clone();
        assert!(footer.contains("Esc clear"), "{place}: {footer}");
        screen.press("esc");
        assert!(screen.rows()[23].contains("Esc close"), "{place}: {}", screen.text());
        screen.press("esc");
        let footer = screen.rows()[23].clone();
        assert!(footer.contains("Ctrl+C leave"), "{place}: {footer}");
    }
    let mut screen = at(&settings, "faq", 80, 24);
    let before = screen.text();
    assert_eq!(screen.press("esc").text(), before, "elsewhere it does nothing");
}

#[test]
fn enter_and_the_arrows_work_in_lists_that_open_even_where_they_do_nothing() {
    let table = "[[key]]\nrun = \"noop\"\non = [\"enter\", \"up\", \"down\", \"esc\", \"t\"]\n";
    let settings = settings(table);
    for list in ["help", "menu", "palette"] {
        let mut screen = at(&settings, &format!("act {list}"), 80, 60);
        let before = screen.marked();
        assert_ne!(screen.press("down").marked(), before, "{list}");
        assert_eq!(screen.press("up").marked(), before, "{list}");
        screen.press("enter");
        assert!(screen.text().contains("988") || list == "palette", "{list}: {}", screen.text());
        let mut left = at(&settings, &format!("act {list}"), 80, 60);
        assert_eq!(left.press("esc").text(), at(&settings, "act", 80, 60).text(), "{list}");
    }
    let mut screen = at(&settings, "clinics filters", 80, 24);
    let before = screen.text();
    assert_ne!(screen.press("down enter").text(), before);
    // What has no key is run from a list, which says that it has none.
    let mut screen = at(&settings, "act", 80, 60);
    screen.press("?").type_in("outline on");
    assert!(screen.marked().is_some_and(|row| row.contains("none  ")), "{}", screen.text());
    screen.press("enter");
    assert!(screen.marked().is_some_and(|row| !row.contains("outline")), "{}", screen.text());
    // In a text nothing has changed.
    let mut screen = at(&settings, "act", 80, 24);
    let before = screen.text();
    assert_eq!(screen.press("down enter").text(), before);
}

#[test]
fn in_ascii_the_keys_are_in_ascii_too() {
    let table = "[[key]]\nrun = \"theme\"\non = [\"left left\", \"ж\", \"東\"]\n\
                 [[key]]\nrun = \"crisis\"\non = [\"up\"]\n\
                 [[key]]\nrun = \"back\"\non = [\"down\"]\n";
    let own = settings(table);
    let start = |place: &str| {
        let settings = own.clone();
        let reading =
            Reading { settings, glyphs: Glyphs::Ascii, ..reading(Library::bundled(), None) };
        let mut screen = Screen::read(reading, 90, 60);
        for step in place.split_whitespace() {
            act(&mut screen, step.parse().expect("an action"));
        }
        screen
    };
    for place in ["", "act", "act find", "act help", "act menu", "clinics place", "neutral"] {
        let text = start(place).text();
        assert!(text.is_ascii(), "{place}: {text}");
    }
    assert!(start("act").text().contains("Up crisis"), "{}", start("act").text());
    let help = start("act help").text();
    assert!(help.contains("Left,Left U+0436 U+6771 T"), "{help}");
    let mut screen = start("act");
    screen.press("left");
    assert!(screen.text().contains("Left... waits for a second key"), "{}", screen.text());
    screen.app.hint();
    assert!(screen.text().is_ascii(), "{}", screen.text());
}

#[test]
fn a_first_key_of_another_keyboard_has_its_second_keys_shown_too() {
    let mut screen = at(&Settings::default(), "act", 80, 24);
    screen.app.key(crossterm::event::KeyCode::Char('п').into());
    screen.app.hint();
    let text = screen.text();
    assert!(text.contains("п… waits") && text.contains("g  to the beginning"), "{text}");
}

#[test]
fn two_presses_stay_together_and_names_stay_whole_however_many_keys_there_are() {
    let own = settings(
        "[[key]]\nrun = \"neutral\"\non = [\"f5\", \"ctrl-x ctrl-z\", \"ctrl-x z\", \"f6 f6\", \"f7\", \"alt-x\", \"alt-y\", \"alt-shift-x\"]\n\
         [[key]]\nrun = \"theme\"\non = [\"ctrl-x ctrl-t\"]\n",
    );
    for width in [30, 44, 59, 80, 120] {
        let mut screen = at(&own, "help", width, 12);
        let (mut names, mut keys) = (String::new(), Vec::new());
        for _ in 0..40 {
            let rows = screen.rows();
            let at =
                rows.iter().position(|row| row.trim_start().starts_with("> ")).expect("a mark");
            let all: Vec<_> =
                rows[at..11].iter().map(|row| row.trim_start().trim_start_matches("> ")).collect();
            // A row goes on where no key stands at the left.
            let (tag, name) = all[0].split_once("  ").unwrap_or(("", all[0]));
            let more = rows[at + 1..11].iter().take_while(|row| row.starts_with("             "));
            keys.extend(tag.split(' ').map(str::to_owned));
            names.push_str(
                &format!(
                    "{} {}\n",
                    name.trim(),
                    more.map(|row| row.trim()).collect::<Vec<_>>().join(" ")
                )
                .replace(" \n", "\n"),
            );
            act(&mut screen, Action::Down);
        }
        for name in
            ["hide all; again: come back", "back; at the top, leave", "previous link or question"]
        {
            assert!(names.contains(name), "{width}: {names}");
        }
        for key in keys.iter().filter(|key| !key.is_empty() && *key != "…") {
            assert!(Chord::parse(key).is_ok(), "{width}: {key} of {keys:?}");
        }
        assert!(keys.iter().any(|key| key == "Ctrl+X,Ctrl+T"), "{width}: {keys:?}");
    }
}

#[test]
fn texts_that_name_keys_name_those_that_hold() {
    let said = |rows: &str| at(&settings(rows), "clinics place 'spring", 80, 24).text();
    let usual = said("");
    assert!(usual.contains("Tab writes out the first town, ↓ and ↑ walk."), "{usual}");
    let own = said(
        "[[key]]\nrun = \"next-stop\"\non = [\"f2\"]\n[[key]]\nrun = \"noop\"\non = [\"up\"]\n",
    );
    assert!(own.contains("F2 writes out the first town, ↓ walks."), "{own}");
    let none = said("[[key]]\nrun = \"noop\"\non = [\"tab\", \"up\", \"down\"]\n");
    assert!(!none.contains("Tab") && !none.contains("walk"), "{none}");
}

#[test]
fn a_click_on_any_line_of_a_row_runs_it() {
    let own = settings("mouse = true\n");
    let mut screen = at(&own, "act help", 30, 14);
    let rows = screen.rows();
    let row = rows.iter().position(|row| row.trim() == "questions").expect("a name in two lines");
    assert!(rows[row - 1].ends_with("FAQ: all"), "{}", screen.text());
    screen.effects = screen.app.click(16, u16::try_from(row).expect("a row"));
    assert!(screen.rows()[0].starts_with(" FAQ"), "{}", screen.text());
}
