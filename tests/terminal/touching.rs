//! What the reader asks of a terminal besides showing text: clipboard, clicks, colours.

use std::time::Duration;

use super::Terminal;

fn reading(vars: &[(&str, &str)]) -> Terminal {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], vars, 80, 24);
    terminal.wait_for("or text 988");
    terminal
}

#[test]
fn copied_text_goes_to_the_clipboard_and_through_tmux_wrapped() {
    let sent = |vars: &[(&str, &str)]| {
        let mut terminal = reading(vars);
        terminal.send("9y");
        terminal.settle();
        String::from_utf8_lossy(&terminal.bytes).into_owned()
    };
    let plain = sent(&[("TERM", "xterm-kitty")]);
    // "Call or text" in the letters of base64 at the three places it can start.
    let text = ["Q2FsbCBvciB0ZXh0", "DYWxsIG9yIHRleHQ", "NhbGwgb3IgdGV4dC"];
    assert!(plain.contains("\u{1b}]52;c;") && text.iter().any(|text| plain.contains(text)));
    assert!(!plain.contains("\u{1b}Ptmux;") && plain.contains("sent to the clipboard"));
    let wrapped = sent(&[("TMUX", "/tmp/tmux,1,0")]);
    assert!(wrapped.contains("\u{1b}]52;c;") && wrapped.contains("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;"));
    assert!(wrapped.contains("Not every terminal takes"));
}

#[test]
fn clicks_are_reported_only_while_they_are_on_and_the_modes_are_undone() {
    let mut terminal = reading(&[]);
    let clicks = |terminal: &Terminal| {
        let on = terminal.modes_on();
        ["1000", "1006"].iter().filter(|mode| on.contains(&(**mode).to_owned())).count()
    };
    assert_eq!(clicks(&terminal), 0);
    terminal.send("M");
    terminal.wait_for("clicks are on");
    assert_eq!(clicks(&terminal), 2);
    // The crisis key in the header.
    terminal.send("\u{1b}[<0;76;1M\u{1b}[<0;76;1m");
    terminal.wait_for("Call or text 988");
    terminal.send("\u{3}");
    assert_eq!(terminal.ended(), 0);
    assert_eq!(terminal.modes_on(), Vec::<String>::new());
}

#[test]
fn what_may_follow_a_first_key_is_shown_after_a_pause_and_then_all_is_silent() {
    let mut terminal = reading(&[]);
    terminal.send("z");
    terminal.wait_for("open all answers");
    let before = terminal.bytes.len();
    std::thread::sleep(Duration::from_millis(900));
    terminal.settle();
    assert_eq!(terminal.bytes.len(), before);
    terminal.send("\u{1b}");
    terminal.wait_until("the text alone", |screen| !screen.contains("open all answers"));
    assert!(terminal.text().contains("or text 988"), "Esc only ends the wait");
}

#[test]
fn themes_bring_colours_of_the_table_of_256_and_none_where_none_are_wanted() {
    let coloured = |vars: &[(&str, &str)]| {
        let mut terminal = Terminal::start(&["--theme", "dark"], vars, 80, 24);
        terminal.wait_for("Ketamine for PTSD");
        let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
        (text.contains("38;5;"), text.contains("48;5;"))
    };
    assert_eq!(coloured(&[]), (true, true));
    assert_eq!(coloured(&[("NO_COLOR", "1")]), (false, false));
    assert_eq!(coloured(&[("TERM", "linux")]), (false, false));
}

#[test]
fn pasted_text_is_looked_for_and_its_line_end_does_nothing() {
    let mut terminal = reading(&[]);
    terminal.send("/");
    terminal.wait_for("Find:");
    terminal.send("\u{1b}[200~bladder\r\u{1b}[201~");
    terminal.wait_for("Find: bladder");
    assert!(terminal.text().contains("1 of "), "{}", terminal.text());
}

#[test]
fn an_estimate_is_written_to_the_file_that_is_named_and_to_no_other() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("terminal-print");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("my estimate.csv");
    let mut terminal = reading(&[]);
    terminal.send("4");
    terminal.wait_for("Price a session");
    // The field below takes digits at once; Escape gives the keys back.
    terminal.send("\u{1b}[B500");
    terminal.wait_for("$8,750 year 1");
    terminal.send("\u{1b}");
    terminal.wait_for("p print");
    terminal.send("p");
    terminal.wait_for("every claim");
    terminal.send("jj\r");
    terminal.wait_for("Print to:");
    terminal.send(&format!("{}\r", file.display()));
    terminal.wait_for("only you may read it");
    let text = std::fs::read_to_string(&file).expect("the file");
    assert!(
        text.starts_with("day,month,item,") && text.contains("Infusion,start,500.00"),
        "{text}"
    );
    assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    terminal.send("\u{3}");
    assert_eq!(terminal.ended(), 0);
}
