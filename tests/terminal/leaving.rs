//! Every way out leaves the terminal as it was.

use portable_pty::CommandBuilder;

use super::Terminal;

fn reading() -> Terminal {
    let mut terminal = Terminal::start(&["ketamine-for-ptsd"], &[], 80, 24);
    terminal.wait_for("or text 988");
    terminal
}

/// The line settings of a fresh terminal of this machine.
fn fresh() -> String {
    let mut quick = Terminal::start(&["-V"], &[], 80, 24);
    quick.ended();
    quick.settings_now()
}

fn assert_restored(terminal: &Terminal) {
    assert_eq!(terminal.modes_on(), Vec::<String>::new());
    assert_eq!(terminal.settings_now(), fresh());
    assert!(!terminal.screen().alternate_screen());
}

#[test]
fn q_leaves_and_shows_what_was_there_before() {
    let mut terminal = reading();
    assert!(terminal.screen().alternate_screen());
    terminal.send("q");
    terminal.wait_for("guidepost: Guides");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    assert_restored(&terminal);
    assert_eq!(terminal.text().trim(), "");
    assert!(!terminal.bytes.ends_with(b"\x1b[H\x1b[J"));
}

#[test]
fn ctrl_c_leaves_at_once_and_blanks_the_main_screen() {
    for before in ["", "9", "?", "g", " ", "t"] {
        let mut terminal = reading();
        terminal.send(before);
        terminal.settle();
        let start = terminal.bytes.len();
        terminal.send("\u{3}");
        assert_eq!(terminal.ended(), 0);
        assert_restored(&terminal);
        assert!(terminal.bytes.ends_with(b"\x1b[H\x1b[J"), "after {before:?}");
        let said: String = String::from_utf8_lossy(&terminal.bytes[start..]).into_owned();
        assert!(!said.contains("guidepost"), "nothing is said: {said:?}");
    }
}

#[test]
fn signals_restore_the_terminal_and_tell_their_number() {
    for (signal, code) in [(15, 143), (1, 129), (2, 130), (3, 131)] {
        let mut terminal = reading();
        terminal.signal(signal);
        assert_eq!(terminal.ended(), code, "signal {signal}");
        assert_restored(&terminal);
    }
}

#[test]
fn the_program_goes_when_its_terminal_goes_even_without_a_hang_up() {
    // A shell that ignores the hang-up signal hands that on to the program.
    let mut command = portable_pty::CommandBuilder::new("sh");
    command.args([
        "-c",
        "trap '' HUP; exec \"$0\" ketamine-for-ptsd",
        env!("CARGO_BIN_EXE_guidepost"),
    ]);
    let mut terminal = Terminal::run(command, &[], 80, 24);
    terminal.wait_for("or text 988");
    terminal.vanish();
    // Waiting ends with the harness's deadline, so this fails if the program stays.
    terminal.ended();
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_z_stops_and_continuing_comes_back_to_the_same_place() {
    let mut command = CommandBuilder::new("sh");
    let script = format!(
        "{} ketamine-for-ptsd; echo in-the-shell; read answer; fg >/dev/null; echo over",
        env!("CARGO_BIN_EXE_guidepost")
    );
    command.args(["-m", "-c", &script]);
    let mut terminal = Terminal::run(command, &[], 80, 24);
    terminal.wait_for("or text 988");
    terminal.send(" ");
    terminal.settle();
    let before = terminal.text();
    terminal.send("\u{1a}");
    terminal.wait_for("in-the-shell");
    assert_eq!(terminal.modes_on(), Vec::<String>::new());
    assert!(!terminal.screen().alternate_screen());
    terminal.send("\r");
    terminal.wait_until("the same screen", |screen| screen == before);
    terminal.send("\u{3}");
    terminal.wait_for("over");
    terminal.ended();
    assert_restored(&terminal);
}

#[test]
fn ctrl_z_does_not_stop_what_no_shell_could_continue() {
    let mut terminal = reading();
    terminal.send("\u{1a}");
    terminal.wait_for("not suspended");
    terminal.send("\u{3}");
    assert_eq!(terminal.ended(), 0);
}
