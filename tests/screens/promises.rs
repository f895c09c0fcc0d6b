//! What a guide promises: that it is not too old, what it rests on, and that faults are
//! said and stop nothing.

use std::fs;
use std::path::Path;

use guidepost::library::{Fault, Library};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::{Screen, figure, letters, reading};

/// The bundled guides on another day.
fn on(day: Date) -> Screen {
    let mut reading = reading(Library::bundled(), None);
    reading.today = day;
    Screen::read(reading, 80, 24)
}

#[test]
fn what_is_older_than_its_promise_says_so_and_only_then() {
    let (due, library) = ("due for review", Library::bundled());
    let front = |i| library.guide(i).expect("a bundled guide").front.clone();
    // The last days on which it holds.
    let reviewed = |i| front(i).reviewed.map(|day| day.saturating_add(12.months()));
    let prices = |i| front(i).prices_checked.map(|day| day.saturating_add(6.months()));
    let ends = (0..library.len()).flat_map(|i| [reviewed(i), prices(i)]).flatten();
    assert!(!on(ends.min().expect("promises")).text().contains(due));
    let mut screen = on(prices(0).expect("prices").tomorrow().expect("a day"));
    assert!(screen.text().contains(due), "{}", screen.text());
    screen.press("enter");
    assert!(screen.text().contains("Its prices were checked 6 months ago"), "{}", screen.text());
    let mut screen = on(reviewed(0).expect("a review").tomorrow().expect("a day"));
    screen.press("enter");
    let said = format!("reviewed 12 months ago, on {}", front(0).reviewed.expect("a review"));
    assert!(screen.text().contains(&said), "{}", screen.text());
}

#[test]
fn a_rule_that_has_ended_says_so_on_its_card() {
    let card = |year, month, day| {
        let mut screen = on(date(year, month, day));
        screen.press("enter / 3 1 space d e c e m b e r enter tab enter");
        screen.text()
    };
    let before = card(2026, 12, 31);
    assert!(before.contains("What figure") && !before.contains("This ended"), "{before}");
    assert!(card(2027, 1, 1).contains("This ended on 2026-12-31"));
}

#[test]
fn the_sources_stand_behind_the_text_and_the_place_is_kept() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("space space");
    let rows = screen.rows();
    // They come when the guide is read already.
    let guide = screen.app.library().with_sources(0).expect("sources");
    screen.app.loaded(0, Ok(guide));
    assert_eq!(screen.rows(), rows);
    screen.press("end");
    let end = screen.text();
    assert!(end.contains("Information, not medical advice."), "{end}");
    assert!(screen.rows()[0].ends_with("sources  9 crisis"), "{end}");
    let (_, fact) = figure();
    let evidence = screen.app.library().evidence();
    let title = evidence.source(&fact.sources[0]).expect("its source").title.clone();
    screen.press("/").type_in(&title).press("enter");
    assert!(screen.letters().contains(&letters(&title)), "{title} in {}", screen.text());
    assert!(screen.rows()[0].contains(", sources"), "{}", screen.rows()[0]);
    assert_eq!(screen.press("esc t end").marked().as_deref(), Some("Sources"));
}

#[test]
fn how_far_one_is_is_told_of_what_can_be_scrolled_to() {
    let library = Library::bundled();
    let guide = library.guide(0).expect("the flagship guide");
    let outline = guide.outline();
    let asked = |i: Option<&usize>| letters(&outline.entries[*i.expect("a question")].title);
    let (first, last) = (asked(outline.questions.first()), asked(outline.questions.last()));
    for (width, height) in [(80, 12), (80, 24)] {
        let mut screen = Screen::flagship(width, height);
        let percent = |screen: &Screen| {
            let header = screen.rows()[0].clone();
            let before = header.split(" %").next().unwrap_or_default();
            let digits = before.rsplit(' ').next().unwrap_or_default();
            digits.parse::<usize>().unwrap_or_else(|_| panic!("{header}"))
        };
        // The questions are closed: their answers are not on the way.
        screen.press_until("space", |screen| screen.letters().contains(&first));
        assert!(percent(&screen) > 90, "{}", screen.rows()[0]);
        screen.press_until("down", |screen| percent(screen) == 100);
        assert!(screen.letters().contains(&last), "{}", screen.text());
        let sources = "100 %, sources follow";
        assert!(screen.rows()[0].contains(sources), "{}", screen.rows()[0]);
        // Open, they are.
        screen.press("home z shift-r");
        screen.press_until("space", |screen| screen.letters().contains(&first));
        assert!(percent(&screen) < 90, "{}", screen.rows()[0]);
    }
}

#[test]
fn a_place_among_the_sources_is_come_back_to() {
    let mut screen = Screen::flagship(80, 24);
    let end = screen.press("end").rows();
    screen.press("1 down enter");
    assert!(!screen.rows()[0].contains("Ketamine for PTSD"), "{}", screen.text());
    // Nothing is read anew: there is no effect to wait for.
    screen.press("backspace backspace");
    assert_eq!((screen.rows(), screen.effects.len()), (end, 0));
}

#[test]
fn a_file_that_is_no_guide_of_ours_gets_no_sources() {
    let library = Library::document("notes.md", b"# Notes\n\nFrom[^F-PTSD-031] there.\n".to_vec());
    assert!(library.with_sources(0).is_none());
}

#[test]
fn faults_are_one_line_and_a_key_lists_them_and_the_rest_is_read() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens-faults");
    fs::create_dir_all(folder.join("a")).expect("a folder");
    for (name, text) in [
        ("a/good.md", &b"# Good\n\nWords.\n"[..]),
        ("a/bad.md", b"+++\ntitle = 1\nreviewed = 2026-11-23\n+++\nStill words.\n"),
        ("ketamine-for-ptsd.md", b"# Twice\n"),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
    let mut library = Library::bundled();
    library.add_folder(&folder).expect("a library");
    let mut reading = reading(library, None);
    reading.notices = std::mem::take(&mut reading.library.faults);
    let more = Fault { file: "config.toml".into(), line: Some(3), message: "odd".into() };
    reading.notices.push(more);
    let mut screen = Screen::read(reading, 80, 24);
    assert!(screen.rows()[23].contains("(+1 more: w)"), "{}", screen.text());
    screen.press("w");
    // The folder's path may be of any length, so a line may break anywhere.
    let listed = screen.words();
    assert!(listed.contains("id \"ketamine-for-ptsd\" is taken"), "{listed}");
    assert!(listed.contains("config.toml:3: odd"), "{listed}");
    // The broken guide is read all the same, and its fault joins the list.
    screen.press("esc : b a d enter");
    assert!(screen.text().contains("Still words."), "{}", screen.text());
    screen.press("w");
    assert!(screen.words().contains("bad.md:2: front matter"), "{}", screen.text());
}

#[test]
fn a_single_fault_names_the_key_too_since_its_line_may_be_cut() {
    let mut reading = reading(Library::bundled(), None);
    let message = "a message that is longer than a narrow window".to_owned();
    reading.notices.push(Fault { file: "a/long/path/config.toml".into(), line: Some(3), message });
    let mut screen = Screen::read(reading, 40, 12);
    assert!(screen.rows()[11].contains("(more: w) a/long"), "{}", screen.text());
    assert!(screen.press("w").text().contains("narrow"), "{}", screen.text());
}

#[test]
fn without_faults_there_is_no_key_for_them() {
    let mut screen = Screen::bundled(80, 24);
    let before = screen.text();
    assert_eq!(screen.press("w").text(), before);
}
