//! The reader with settings of one's own.

use guidepost::action::Action;
use guidepost::keymap::{Chord, Keymap, Patch};
use guidepost::library::Library;
use guidepost::reading::Reading;
use guidepost::settings::Settings;
use guidepost::theme::Theme;
use guidepost::tui::app::Effect;
use guidepost::tui::screen::Behind;

use super::{Screen, event, reading};

/// The bundled guides with these settings.
fn set(settings: Settings, width: u16) -> Screen {
    Screen::read(Reading { settings, ..reading(Library::bundled(), None) }, width, 24)
}

fn keys(run: Option<Action>, keys: &[&str]) -> Settings {
    let keys = keys.iter().map(|key| (Chord::parse(key).expect("a key"), 1)).collect();
    let patch = Patch { run, keys, contexts: Vec::new(), line: 1 };
    Settings { keymap: Keymap::default().patched(&[patch]).keymap, ..Settings::default() }
}

#[test]
fn a_key_of_one_s_own_works_and_is_shown() {
    let mut screen = set(keys(Some(Action::Help), &["x"]), 80);
    assert!(screen.text().contains("more: 0 x"), "{}", screen.text());
    screen.press("x e v e r y");
    assert!(screen.text().contains("Keys that work here"));
    assert!(screen.text().contains("x ? F1"), "{}", screen.text());
}

#[test]
fn actions_without_keys_are_listed_and_break_nothing() {
    let all: Vec<String> = Keymap::default()
        .rows
        .iter()
        .filter(|row| !matches!(row.action, Action::Leave | Action::Crisis | Action::Help))
        .flat_map(|row| row.keys.clone())
        .map(|key| {
            let written = |key: crokey::KeyCombination| key.to_string().to_lowercase();
            let second = key.second.map(|key| format!(" {}", written(key))).unwrap_or_default();
            written(key.first) + &second
        })
        .collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let settings = keys(None, &all);
    let mut screen = set(settings, 80);
    screen.press("enter j q ? t o p");
    assert!(screen.text().contains("back; at the top, leave"), "{}", screen.text());
    assert_eq!(screen.app.key(event("ctrl-c")), [Effect::Leave(Behind::Blanked)]);
}

#[test]
fn measure_and_roomy_lines_hold_from_the_start() {
    let widest = |screen: &Screen| {
        screen.rows()[1..22].iter().map(|row| row.trim().chars().count()).max().unwrap_or(0)
    };
    let mut narrow = set(Settings { measure: 30, ..Settings::default() }, 80);
    let mut wide = set(Settings { measure: 70, ..Settings::default() }, 80);
    narrow.press("enter");
    wide.press("enter");
    assert!(widest(&narrow) < widest(&wide), "{}\n{}", narrow.text(), wide.text());
    let mut roomy = set(Settings { roomy: true, ..Settings::default() }, 80);
    roomy.press("enter");
    let mut switched = set(Settings::default(), 80);
    switched.press("enter s");
    assert_eq!(roomy.text(), switched.text());
}

#[test]
fn a_theme_of_one_s_own_that_has_lost_its_colours_says_so() {
    let own = |colors: bool| {
        let text = "title = \"my own\"\n[look]\nlink = { fg = 117, underlined = true }\n";
        let mut theme = Theme::parse(text).expect("a theme").theme;
        "mine.toml".clone_into(&mut theme.name);
        let theme = if colors { theme } else { theme.without_colours() };
        let mut screen = set(Settings { theme, colors, ..Settings::default() }, 80);
        // Around all of them and back to the own.
        screen.press("shift-t shift-t shift-t shift-t shift-t shift-t");
        screen.rows()[23].trim().to_owned()
    };
    assert_eq!(own(true), "theme mine.toml: my own");
    assert_eq!(own(false), "theme mine.toml: my own, here without its colours");
}
