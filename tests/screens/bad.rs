//! Windows and documents that give trouble.

use guidepost::library::Library;
use guidepost::page::Glyphs;
use guidepost::reading::Reading;
use guidepost::tui::app::App;
use ratatui::layout::Rect;

use super::{Screen, event, reading};

#[test]
fn any_size_with_anything_open_is_drawn() {
    for keys in [
        "",
        "enter",
        "enter 9",
        "enter ?",
        "enter left",
        "enter tab enter",
        "enter end tab",
        "enter shift-e end",
    ] {
        for (width, height) in [
            (0, 0),
            (1, 1),
            (2, 3),
            (0, 24),
            (80, 0),
            (5, 2),
            (10, 4),
            (30, 8),
            (99, 50),
            (100, 5),
            (500, 200),
        ] {
            let mut screen = Screen::bundled(80, 24);
            screen.press(keys);
            screen.app.resize(width, height);
            screen.text();
            screen.press("j space tab enter ] t k").text();
            let mut small = Screen::bundled(width, height);
            small.press(keys).press("space end b").text();
        }
    }
}

#[test]
fn the_sentence_at_the_top_stays_through_a_storm_of_sizes() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("space space space space j");
    let (top, rows) = (screen.top(), screen.rows());
    for (width, height) in [(120, 40), (31, 9), (500, 200), (3, 2), (0, 0), (60, 20), (100, 30)] {
        screen.app.resize(width, height);
        if width >= 60 && height < 100 {
            let first: String = top.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
            assert!(
                screen.rows()[1..4].join(" ").contains(&first),
                "{first} at {width}x{height}\n{}",
                screen.text()
            );
        }
    }
    screen.app.resize(80, 24);
    assert_eq!(screen.rows(), rows);
}

#[test]
fn escape_sequences_in_a_document_are_shown_and_not_obeyed() {
    let screen =
        Screen::document("# Title \u{1b}[2J\n\n\u{9b}31mred \u{1b}]0;x\u{7} `c\u{1b}c`\n", 60, 10);
    let text = screen.text();
    assert!(text.contains("␛[2J") && text.contains("␛]0;x␇"));
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn an_empty_document_can_be_read() {
    for text in ["", "\n", "+++\n+++\n", "[a]: b\n", "<!-- -->"] {
        let mut screen = Screen::document(text, 40, 12);
        screen.press("j space ] [ tab enter shift-g g g e shift-e left right").text();
    }
}

#[test]
fn a_broken_link_says_so_with_the_nearest_name() {
    let mut screen =
        Screen::document("[x](#fist) [y](other.md) [z](term:off-labl)\n\n# First\n", 90, 12);
    assert!(
        screen.press("tab enter").text().contains("no section \"fist\"; the nearest is \"first\"")
    );
    assert!(screen.press("tab enter").text().contains("other.md is not among the guides"));
    assert!(screen.press("tab enter").text().contains("the nearest is \"off-label\""));
    // The next key takes the message away.
    assert!(!screen.press("j").text().contains("nearest"));
}

#[test]
fn equal_headings_have_places_of_their_own() {
    let mut screen = Screen::document(
        "[second](#a-1)\n\n# A\n\nfirst\n\n# A\n\nsecond\n\nx\n\ny\n\nz\n\nx\n\ny\n\nz\n\nx\n\ny\n\nz\n",
        40,
        10,
    );
    screen.press("tab enter");
    assert!(screen.rows()[1..6].join("").contains("second"));
}

#[test]
fn ascii_signs_alone_are_drawn_when_asked_for() {
    let reading = Reading { glyphs: Glyphs::Ascii, ..reading(Library::bundled(), None) };
    let (mut app, _) = App::new(reading, Rect::new(0, 0, 120, 40));
    for keys in ["", "enter", "left", "esc", "9", "esc", "?", "esc", "end", "tab", "enter"] {
        for key in keys.split_whitespace() {
            app.key(event(key));
        }
        let (buffer, _) = app.frame();
        assert!(buffer.content.iter().all(|cell| cell.symbol().is_ascii()), "after {keys:?}");
    }
}

#[test]
fn the_cursor_rests_on_the_first_cell_of_what_has_the_focus() {
    let mut screen = Screen::bundled(80, 24);
    assert_eq!(screen.rows()[screen.cursor().y as usize].trim().chars().next(), Some('>'));
    screen.press("enter");
    for _ in 0..40 {
        screen.press("tab");
        let at = screen.cursor();
        let row: Vec<char> = screen.rows()[at.y as usize].chars().collect();
        let focused = screen.focused();
        assert_eq!(
            row.get(at.x as usize).copied(),
            focused.chars().next(),
            "{focused:?} at {at:?}"
        );
    }
}

#[test]
fn the_selection_is_visible_without_any_colour() {
    let mut screen = Screen::flagship(80, 24);
    screen.press("tab");
    let (buffer, _) = screen.app.frame();
    let plain = |cell: &ratatui::buffer::Cell| {
        cell.fg == ratatui::style::Color::Reset && cell.bg == ratatui::style::Color::Reset
    };
    assert!(buffer.content.iter().all(plain));
    assert!(screen.marked().is_some() && !screen.focused().is_empty());
}

#[test]
fn the_end_of_a_long_list_is_reached_at_once_and_stays_in_view() {
    let folder = std::env::temp_dir().join(format!("guidepost-long-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder is made");
    for i in 0..500 {
        std::fs::write(folder.join(format!("{i:03}.md")), format!("# Guide {i}\n\nText.\n"))
            .expect("a file is written");
    }
    let mut screen = Screen::of(Library::folder(&folder).expect("a library"), None, 60, 14);
    screen.press("end");
    assert_eq!(screen.marked().as_deref(), Some("Guide 499"));
    screen.press("up up up up up up");
    assert_eq!(screen.marked().as_deref(), Some("Guide 493"));
    screen.press("home");
    assert_eq!(screen.marked().as_deref(), Some("Guide 0"));
    std::fs::remove_dir_all(&folder).expect("the folder is removed");
}
