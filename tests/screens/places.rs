//! In every place there is: no key lies. What is offered acts, does what its name says by
//! each of its keys, and is listed; what is not offered does nothing, and neither does any
//! key that the key table does not name.

mod effects;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::OnceLock;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use guidepost::action::Action;
use guidepost::clinic::List;
use guidepost::keymap::{self, Chord, Keymap, Row};
use guidepost::library::{Fault, Found, Library};
use guidepost::tui::app::Effect;
use strum::IntoEnumIterator;

use super::actions::state;
use super::{Screen, reading};

/// What is read.
#[derive(Debug, Clone, Copy)]
enum Reads {
    /// Three guides, the second of them with everything.
    Guides,
    /// A file by itself.
    File(&'static str),
}

/// A place: what is read, in a window of which size, and the keys that lead there.
#[derive(Debug, Clone, Copy)]
struct Place(Reads, (u16, u16), &'static str);

const RICH: &str = "# Rich\n\nOpening [words](#two), a needle[^n].\n\n## One\n\na1\n\na2\n\na3\n\na4\n\n\
    a5 needle\n\na6\n\na7\n\na8\n\na9\n\n[here](#three)\n\n## Two\n\nb1 [there](#one)\n\nb2\n\nb3\n\n\
    b4\n\nb5\n\nb6\n\nb7\n\nb8\n\n## Asked {.faq}\n\n### Why?\n\nBecause, [so](#one).\n\n### When?\n\n\
    A needle: now.\n\n### Who?\n\nYou.\n\n## Three\n\nc1\n\nc2\n\nc3\n\nc4 needle\n\nc5\n\nc6\n\nc7\n\n\
    c8\n\nc9 [there](#one)\n\n## Four\n\nd1\n\nd2\n\nd3\n\nd4\n\nd5\n\nd6\n\nd7\n\nd8\n\nd9\n\n[^n]: A note.\n";

const GUIDES: [(&str, &str); 3] = [
    ("a.md", "# Anise\n\nwords\n"),
    ("b.md", RICH),
    ("c.md", "# Clover\n\nmore words\n\n## Asked {.faq}\n\n### Where?\n\nHere.\n"),
];

/// Where they lie.
static FOLDER: OnceLock<PathBuf> = OnceLock::new();

const CLINICS: &str = "id,name,kind,city,state,zip,treatments,price_treatment,price_low_usd,sources\n\
    a,Alder Clinic,clinic,Seattle,WA,98101,iv,iv,400,s\n\
    b,Birch Clinic,clinic,Portland,OR,97201,iv,iv,450,s\n\
    c,Cedar Clinic,clinic,Seattle,WA,98101,iv,iv,500,s\n\
    d,Dogwood Clinic,clinic,Denver,CO,80202,spravato,,,s\n";

const LOW: (u16, u16) = (50, 12);
const WIDE: (u16, u16) = (140, 16);

/// Each begins in the middle of what can be walked, as far as it has a middle.
const PLACES: &[Place] = &[
    // The list of guides, with another area behind, and with one ahead.
    Place(Reads::Guides, LOW, ""),
    Place(Reads::Guides, LOW, "2 backspace"),
    Place(Reads::Guides, LOW, "/"),
    Place(Reads::Guides, LOW, "/ r"),
    Place(Reads::Guides, LOW, "/ z z z"),
    // A guide.
    Place(Reads::Guides, LOW, "enter space"),
    Place(Reads::Guides, LOW, "enter space tab"),
    Place(Reads::Guides, LOW, "enter space 2 backspace"),
    Place(Reads::Guides, LOW, ": w h y enter"),
    Place(Reads::Guides, LOW, ": w h y enter enter"),
    Place(Reads::Guides, LOW, ": w h y enter tab"),
    Place(Reads::Guides, LOW, "enter /"),
    Place(Reads::Guides, LOW, "enter / n e e d down"),
    Place(Reads::Guides, LOW, "enter / z z z"),
    Place(Reads::Guides, LOW, "enter / n e e d enter n"),
    // Its outline, over it and beside it.
    Place(Reads::Guides, LOW, "enter space left"),
    Place(Reads::Guides, WIDE, "enter space"),
    Place(Reads::Guides, WIDE, "enter space left"),
    // Cards.
    Place(Reads::Guides, LOW, "enter tab tab enter"),
    Place(Reads::Guides, LOW, "enter 9 space"),
    Place(Reads::Guides, LOW, "w"),
    // Lists of keys and names.
    Place(Reads::Guides, LOW, "enter ? down"),
    Place(Reads::Guides, LOW, "enter ? t"),
    Place(Reads::Guides, LOW, "enter ? z z z"),
    Place(Reads::Guides, LOW, "enter 0 down"),
    Place(Reads::Guides, LOW, "enter 0 /"),
    Place(Reads::Guides, LOW, "enter : down"),
    Place(Reads::Guides, LOW, "enter : t o"),
    // The questions.
    Place(Reads::Guides, LOW, "2 down"),
    Place(Reads::Guides, LOW, "2 down enter"),
    Place(Reads::Guides, LOW, "2 enter tab"),
    Place(Reads::Guides, LOW, "2 1 backspace down"),
    Place(Reads::Guides, LOW, "2 /"),
    Place(Reads::Guides, LOW, "2 / n e e d"),
    Place(Reads::Guides, LOW, "2 / n e e d enter"),
    Place(Reads::Guides, LOW, "2 / z z z"),
    Place(Reads::Guides, LOW, "2 / z z z down"),
    Place(Reads::Guides, WIDE, "2 down"),
    // The search.
    Place(Reads::Guides, LOW, "enter shift-s"),
    Place(Reads::Guides, LOW, "enter shift-s w o r d s down"),
    Place(Reads::Guides, LOW, "enter shift-s x q z w"),
    Place(Reads::Guides, WIDE, "enter shift-s w o r d s down"),
    // The clinics.
    Place(Reads::Guides, LOW, "3 down"),
    Place(Reads::Guides, LOW, "3 down shift-c down"),
    Place(Reads::Guides, LOW, "3 1 backspace down"),
    Place(Reads::Guides, LOW, "3 /"),
    Place(Reads::Guides, LOW, "3 / s e a"),
    Place(Reads::Guides, LOW, "3 / s e a enter"),
    Place(Reads::Guides, LOW, "3 / z z z enter"),
    Place(Reads::Guides, LOW, "3 @"),
    Place(Reads::Guides, LOW, "3 @ s e a down"),
    Place(Reads::Guides, LOW, "3 @ z z z"),
    Place(Reads::Guides, LOW, "3 @ 9 8 1 0 1 enter down"),
    Place(Reads::Guides, LOW, "3 shift-f down"),
    Place(Reads::Guides, LOW, "3 shift-f enter down"),
    Place(Reads::Guides, LOW, "3 shift-f ?"),
    Place(Reads::Guides, LOW, "3 shift-f 0 down"),
    Place(Reads::Guides, LOW, "3 down enter"),
    Place(Reads::Guides, LOW, "3 v"),
    Place(Reads::Guides, WIDE, "3 down"),
    // The calculator.
    Place(Reads::Guides, LOW, "4"),
    Place(Reads::Guides, LOW, "4 down"),
    Place(Reads::Guides, LOW, "4 down x"),
    Place(Reads::Guides, LOW, "4 esc"),
    Place(Reads::Guides, LOW, "4 esc space"),
    Place(Reads::Guides, LOW, "4 esc space tab"),
    Place(Reads::Guides, LOW, "4 down 5 0 0 esc space"),
    Place(Reads::Guides, LOW, "4 esc 1 backspace space"),
    Place(Reads::Guides, LOW, "4 esc /"),
    Place(Reads::Guides, LOW, "4 esc / m o n t h down"),
    Place(Reads::Guides, LOW, "4 esc / z z z"),
    Place(Reads::Guides, LOW, "4 esc / i t e m enter n"),
    Place(Reads::Guides, LOW, "4 esc p down"),
    Place(Reads::Guides, LOW, "4 esc p / c"),
    Place(Reads::Guides, LOW, "4 esc p ? down"),
    Place(Reads::Guides, LOW, "4 esc p enter"),
    Place(Reads::Guides, LOW, "4 esc p enter x"),
    Place(Reads::Guides, WIDE, "4 down"),
    Place(Reads::Guides, WIDE, "4 esc space"),
    // Everything hidden.
    Place(Reads::Guides, LOW, "."),
    Place(Reads::Guides, LOW, "enter space ."),
    Place(Reads::Guides, LOW, "4 f12"),
    Place(Reads::Guides, LOW, ". 9"),
    // Files by themselves.
    Place(Reads::File(""), LOW, ""),
    Place(Reads::File("# A\n\nwords\n"), LOW, ""),
    Place(Reads::File("plain words, no more, that go on in a second line\n"), LOW, ""),
    Place(
        Reads::File("p1\n\np2\n\np3\n\np4\n\np5\n\np6\n\np7\n\np8\n\np9\n\np10\n\np11\n\np12\n"),
        LOW,
        "down",
    ),
    Place(Reads::File(RICH), LOW, "space"),
    Place(Reads::File(RICH), LOW, "2 down"),
];

impl Place {
    fn start(self) -> Screen {
        let Place(reads, (width, height), keys) = self;
        let (mut library, start) = match reads {
            Reads::Guides => {
                let folder = FOLDER.get_or_init(|| crate::cli::folder("screens-places", &GUIDES));
                (Library::folder(folder).expect("a library"), None)
            }
            Reads::File(text) => {
                let found = Some(Found { index: 0, at: None });
                (Library::document("test.md", text.as_bytes().to_vec()), found)
            }
        };
        library.take_clinics(List::parse("own.csv", CLINICS.to_owned()).0);
        let mut reading = reading(library, start);
        let message = "a fault of the settings".to_owned();
        reading.notices.push(Fault { file: "config.toml".into(), line: Some(3), message });
        let mut screen = Screen::read(reading, width, height);
        // What is said at the start is gone with the first key.
        screen.press("esc");
        if matches!(reads, Reads::Guides) {
            screen.press("2 1 down");
        }
        if keys.contains("shift-s") {
            screen.index();
        }
        screen.press(keys);
        screen
    }
}

/// What an action does the other way around; only one of the two may have nowhere to go.
fn opposite(action: Action) -> Option<Action> {
    let pairs = [
        (Action::Down, Action::Up),
        (Action::PageDown, Action::PageUp),
        (Action::HalfPageDown, Action::HalfPageUp),
        (Action::Bottom, Action::Top),
        (Action::NextStop, Action::PreviousStop),
        (Action::NextSection, Action::PreviousSection),
    ];
    let other = pairs.iter().find(|(one, other)| [*one, *other].contains(&action))?;
    Some(if other.0 == action { other.1 } else { other.0 })
}

/// True while letters are typed: the header then names the key for crisis help that is none.
fn types(screen: &Screen) -> bool {
    screen.rows()[0].ends_with("F9 crisis")
}

/// True where the filters of the clinics lie on top: Space ticks there, as in any list of boxes.
fn ticks(screen: &Screen) -> bool {
    screen.rows()[0].starts_with(" Filters")
}

/// The rows of the key table.
fn table() -> &'static [Row] {
    static TABLE: OnceLock<Keymap> = OnceLock::new();
    &TABLE.get_or_init(Keymap::default).rows
}

/// The keys of an action that are no letters to be typed where `screen` is.
fn keys(screen: &Screen, action: Action) -> Vec<Chord> {
    let (typing, ticks) = (types(screen), ticks(screen));
    let works = |key: &Chord| {
        let space = ticks && key.first == crokey::key!(space);
        !space && (!typing || key.second.is_none() && keymap::works_while_typing(key.first))
    };
    let rows = table().iter().filter(|row| row.action == action);
    rows.flat_map(|row| row.keys.iter().copied()).filter(works).collect()
}

/// Every key that the table names, as the first of two or by itself.
fn named() -> Vec<crokey::KeyCombination> {
    table().iter().flat_map(|row| &row.keys).map(|key| key.first).collect()
}

fn press(screen: &mut Screen, event: KeyEvent) {
    screen.effects = screen.app.key(event);
    screen.app.catch_up();
    screen.load();
    // What a search finds is another matter.
    screen.effects.retain(|effect| *effect != Effect::Index);
}

fn press_both(screen: &mut Screen, chord: Chord) {
    for key in [Some(chord.first), chord.second].into_iter().flatten() {
        let crokey::OneToThree::One(code) = key.codes else { panic!("one key at a time") };
        press(screen, KeyEvent::new(code, key.modifiers));
    }
}

/// Fails with everything that is wrong anywhere.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_offered_acts_alike_by_each_of_its_keys_and_what_is_not_does_nothing() {
    let (mut wrong, named) = (Vec::new(), named());
    for place in PLACES {
        let mut idle = place.start();
        let (before, offered) = (state(&idle), idle.app.offered());
        let mut still = Vec::new();
        for action in Action::iter() {
            let mut first = None;
            for key in keys(&idle, action) {
                let what = format!("{place:?}: {} {action:?}", key.shown());
                if !offered.contains(&action) {
                    // Where it is no first key of two, the second one stands for itself.
                    if key.second.is_some_and(|second| named.contains(&second)) {
                        continue;
                    }
                    press_both(&mut idle, key);
                    if state(&idle) != before || !idle.effects.is_empty() {
                        wrong.push(format!("{what} acts and is not offered"));
                        idle = place.start();
                    }
                    continue;
                }
                let mut screen = place.start();
                press_both(&mut screen, key);
                let after = (state(&screen), screen.effects.clone(), screen.app.offered());
                if after.0 == before && after.1.is_empty() {
                    still.push(action);
                }
                if *first.get_or_insert_with(|| after.clone()) != after {
                    wrong.push(format!("{what} does not do what the first key does"));
                }
            }
        }
        let title = idle.rows()[0].clone();
        let nowhere = |action: &Action| {
            let other = opposite(*action);
            let acts = |other: &Action| offered.contains(other) && !still.contains(other);
            other.is_some_and(|other| acts(&other))
                // What is empty has no lines to stand apart.
                || *action == Action::Roomy && matches!(place.0, Reads::File(""))
                // Crisis help is named in every header, its own too.
                || *action == Action::Crisis && title.starts_with(" Crisis help")
        };
        let lies = still.iter().filter(|action| !nowhere(action));
        wrong.extend(
            lies.map(|action| format!("{place:?}: {action:?} is offered and does nothing")),
        );
    }
    assert_none(&wrong);
}

#[test]
fn the_list_of_keys_names_what_is_offered_and_nothing_else() {
    let mut wrong = Vec::new();
    for place in PLACES {
        let screen = place.start();
        let title = screen.rows()[0].clone();
        // Hidden, nothing is listed. Lists of actions are those of what lies under them.
        let lists = [" Keys that work here", " Menu", " Go to"];
        if !screen.app.offers(Action::Help) || lists.iter().any(|list| title.starts_with(list)) {
            continue;
        }
        let here: BTreeSet<&str> = screen
            .app
            .offered()
            .into_iter()
            .filter(|action| !keys(&screen, *action).is_empty())
            .map(Into::into)
            .collect();
        let listing = ["f1", "0"];
        for list in &listing[..if types(&screen) { 1 } else { 2 }] {
            let mut screen = place.start();
            screen.press(list);
            screen.app.resize(100, 80);
            let rows = screen.rows();
            let rows = rows[1..79].iter().map(|row| row.trim_start_matches(['>', ' ']));
            let first = rows.filter_map(|row| row.split_whitespace().next().map(str::to_owned));
            let named = |key: String| {
                let row = table().iter().find(|row| row.keys.iter().any(|k| k.shown() == key));
                let action: &str = row.unwrap_or_else(|| panic!("no key {key}")).action.into();
                action
            };
            let listed: BTreeSet<&str> = first.map(named).collect();
            if listed != here {
                let more = listed.difference(&here).collect::<Vec<_>>();
                let less = here.difference(&listed).collect::<Vec<_>>();
                wrong.push(format!("{place:?}: {list} lists {more:?} and does not list {less:?}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn keys_that_the_table_does_not_name_do_nothing() {
    let (mut wrong, named) = (Vec::new(), named());
    let signs = ('!'..='~').map(|sign| {
        let shift = if sign.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
        (KeyCode::Char(sign), shift)
    });
    let others = "é東€".chars().map(|sign| (KeyCode::Char(sign), KeyModifiers::NONE));
    let control = ('a'..='z').map(|letter| (KeyCode::Char(letter), KeyModifiers::CONTROL));
    let function = (1..=12).map(|number| (KeyCode::F(number), KeyModifiers::NONE));
    let editing = [KeyCode::Insert, KeyCode::Delete].map(|code| (code, KeyModifiers::NONE));
    let all: Vec<_> = signs.chain(others).chain(control).chain(function).chain(editing).collect();
    for place in PLACES {
        let mut screen = place.start();
        let (before, typing) = (state(&screen), types(&screen));
        for (code, modifiers) in &all {
            let event = KeyEvent::new(*code, *modifiers);
            // Where something is typed the others are letters and edits.
            let edits = typing && !matches!(code, KeyCode::F(_));
            if named.contains(&keymap::combination(event)) || edits {
                continue;
            }
            press(&mut screen, event);
            if state(&screen) != before || !screen.effects.is_empty() {
                wrong.push(format!("{place:?}: {code:?} {modifiers:?} acts"));
                screen = place.start();
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_text_that_fits_offers_no_scrolling_and_one_without_links_nothing_to_open() {
    let offers = |text: &str, action| Screen::document(text, 60, 14).app.offers(action);
    let long = "a line\n\n".repeat(20);
    let scrolls = [Action::Down, Action::Up, Action::PageDown, Action::Top, Action::Bottom];
    let opens = [Action::NextStop, Action::PreviousStop, Action::Act];
    for action in scrolls {
        assert!(!offers("# A\n\nwith a [link](#a)\n", action), "{action:?}");
        assert!(offers(&long, action), "{action:?}");
    }
    for action in opens {
        assert!(!offers(&long, action), "{action:?}");
        assert!(offers("# A\n\nwith a [link](#a)\n", action), "{action:?}");
    }
    let footer = |text: &str| Screen::document(text, 80, 14).rows()[13].clone();
    assert!(!footer("words\n").contains("Space") && !footer("words\n").contains("Tab"));
    assert!(footer(&long).contains("Space page") && !footer(&long).contains("Tab"));
    // In a lower window it scrolls again.
    let mut screen = Screen::document("a\n\nb\n\nc\n\nd\n\ne\n", 60, 14);
    assert!(!screen.app.offers(Action::Down));
    screen.app.resize(60, 6);
    assert!(screen.app.offers(Action::Down));
}
