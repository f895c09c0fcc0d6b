//! How the reader behaves on a terminal while it runs.

use std::time::Duration;

use super::Terminal;

#[test]
fn it_asks_the_terminal_nothing_and_frames_are_synchronized() {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], &[], 80, 24);
    terminal.wait_for("or text 988");
    terminal.send(" \t");
    terminal.settle();
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    for query in [
        "\u{1b}[c",
        "\u{1b}[>",
        "\u{1b}[6n",
        "\u{1b}[5n",
        "\u{1b}]1",
        "\u{1b}P",
        "\u{1b}_",
        "$p",
        "\u{1b}[?u",
    ] {
        assert!(!text.contains(query), "{query:?} is asked");
    }
    let opened = text.matches("\u{1b}[?2026h").count();
    assert!((2..=3).contains(&opened), "a frame for the start and at most one for each key");
    assert_eq!(text.matches("\u{1b}[?2026l").count(), opened);
    // The mouse is the terminal's own; the wheel moves the text.
    assert!(!text.contains("\u{1b}[?1000h") && !text.contains("\u{1b}[?1003h"));
    assert!(text.contains("\u{1b}[?1007h"));
    // Nothing is pushed into the scrollback, no title is set, no bell rings.
    assert!(!text.contains("\u{1b}[2J") && !text.contains("\u{1b}]") && !text.contains('\u{7}'));
}

#[test]
fn idle_is_silent() {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], &[], 80, 24);
    terminal.wait_for("or text 988");
    let before = terminal.bytes.len();
    std::thread::sleep(Duration::from_millis(600));
    terminal.settle();
    assert_eq!(terminal.bytes.len(), before);
}

#[test]
fn without_colour_the_selection_is_still_reversed() {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], &[("NO_COLOR", "1")], 80, 24);
    terminal.wait_for("or text 988");
    terminal.send("\t");
    terminal.settle();
    let (row, column) = terminal.cursor();
    assert!(terminal.screen().cell(row, column).expect("a cell").inverse());
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    assert!(!text.contains("\u{1b}[;m"), "an empty colour would end the reverse");
    assert!(terminal.text().lines().any(|line| line.trim_start().starts_with("> ")));
}

#[test]
fn the_window_s_size_is_followed_and_the_place_is_kept() {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd#blinding"], &[], 80, 24);
    terminal.wait_for("Why it matters that people can tell");
    for (columns, rows) in [(120, 40), (50, 14), (100, 20)] {
        terminal.resize(columns, rows);
        terminal.wait_until("the new width", |screen| {
            screen.contains("Why it matters that people can tell") && screen.contains("9 crisis")
        });
    }
    for i in 0..60u16 {
        terminal.resize(20 + (i * 37) % 150, 3 + (i * 13) % 50);
    }
    terminal.resize(80, 24);
    terminal.settle();
    terminal.send("\u{c}");
    terminal.wait_for("Why it matters that people can tell");
}

#[test]
fn an_arrow_key_that_moves_only_a_mark_costs_few_bytes() {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], &[], 80, 24);
    terminal.wait_for("or text 988");
    terminal.send("t");
    terminal.settle();
    let before = terminal.bytes.len();
    terminal.send("\u{1b}[B");
    terminal.settle();
    let cost = terminal.bytes.len() - before;
    assert!((1..=120).contains(&cost), "{cost} bytes");
}

#[test]
fn pasted_text_and_answers_to_nobody_are_not_commands() {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], &[], 80, 24);
    terminal.wait_for("or text 988");
    let before = terminal.text();
    terminal.send("\u{1b}[200~qqq9 j\u{1b}[201~\u{1b}[?62;4c\u{1b}[12;40R");
    // A key behind them that hides everything, and again: it comes back to the same.
    terminal.send(".");
    terminal.wait_until("nothing", |screen| !screen.contains("988"));
    terminal.send(".");
    terminal.wait_until("the same screen", |screen| screen == before);
}

#[test]
fn nothing_is_left_in_the_home_folder() {
    let home = std::env::temp_dir().join(format!("guidepost-home-{}", std::process::id()));
    std::fs::create_dir_all(&home).expect("a folder is made");
    let path = home.to_string_lossy().into_owned();
    let vars = [
        ("HOME", path.as_str()),
        ("XDG_CONFIG_HOME", &path),
        ("XDG_CACHE_HOME", &path),
        ("XDG_STATE_HOME", &path),
        ("XDG_DATA_HOME", &path),
        ("TMPDIR", &path),
    ];
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], &vars, 80, 24);
    terminal.wait_for("or text 988");
    terminal.send("  \t\r9");
    terminal.settle();
    terminal.send("\u{3}");
    terminal.ended();
    let left = std::fs::read_dir(&home).expect("the folder is there").count();
    std::fs::remove_dir_all(&home).expect("the folder is removed");
    assert_eq!(left, 0);
}

#[test]
fn a_dumb_terminal_gets_plain_text() {
    let mut terminal =
        Terminal::start(&["ketamine-for-ptsd#bottom-line"], &[("TERM", "dumb")], 80, 24);
    assert_eq!(terminal.ended(), 0);
    assert!(String::from_utf8_lossy(&terminal.bytes).starts_with("Bottom line"));
    assert!(!terminal.bytes.contains(&0x1b) && terminal.bytes.is_ascii());
    assert!(terminal.text().contains("guidepost: printed, not opened: TERM=dumb"));
}

#[test]
fn the_sources_come_behind_a_guide_without_a_key() {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], &[], 80, 24);
    terminal.wait_for("or text 988");
    terminal.settle();
    terminal.send("G");
    terminal.wait_for("Information, not medical advice.");
    terminal.send("\u{3}");
    terminal.ended();
}

#[test]
fn a_large_file_shows_its_beginning_and_answers_every_key() {
    let path = std::env::temp_dir().join(format!("guidepost-large-{}.md", std::process::id()));
    let section =
        |i: usize| format!("# Section {i}\n\n{}\n\n", "Some words of a long document. ".repeat(40));
    let text: String = (0..3000).map(section).collect::<String>() + "The very last line.\n";
    std::fs::write(&path, text).expect("a file is written");
    let mut terminal = Terminal::start(&[&path.to_string_lossy()], &[], 80, 24);
    terminal.wait_for("Section 0");
    terminal.send("G");
    terminal.wait_for("The very last line.");
    terminal.send("gg");
    terminal.wait_for("Section 0");
    terminal.wait_for("section 1 of 3000");
    terminal.send("\u{3}");
    terminal.ended();
    std::fs::remove_file(&path).expect("the file is removed");
}

#[test]
fn what_hides_or_helps_does_not_wait_for_a_file_to_be_read() {
    let path = std::env::temp_dir().join(format!("guidepost-urgent-{}.md", std::process::id()));
    let section = |i: usize| format!("# Section {i}\n\n{}\n\n", "Some words. ".repeat(80));
    std::fs::write(&path, (0..30_000).map(section).collect::<String>()).expect("a file is written");
    let mut terminal = Terminal::start(&[&path.to_string_lossy()], &[], 80, 24);
    terminal.wait_for("Section 0");
    // The end waits for the file, crisis help does not wait for the end.
    terminal.send("G9");
    terminal.wait_for("Call or text 988");
    terminal.send("\u{1b}");
    terminal.wait_for("Section 0");
    terminal.send("G\u{3}");
    assert_eq!(terminal.ended(), 0);
    std::fs::remove_file(&path).expect("the file is removed");
}
