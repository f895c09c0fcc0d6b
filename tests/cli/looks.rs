//! Attributes, ASCII, and what a terminal gets.

use std::io::Read;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::*;

#[test]
fn a_pipe_gets_attributes_only_when_asked() {
    let folder = guide_folder("attributes");
    let read = |color: &str| {
        run(&["read", "test-guide", "--library", arg(&folder), "--color", color]).fine()
    };
    let (plain, styled) = (read("never"), read("always"));
    assert_eq!(read("auto"), plain);
    assert!(
        styled.contains("\u{1b}[1mDoes it work?\u{1b}[0m") || styled.contains("\u{1b}[1mDoes it")
    );
    let mut bare = String::new();
    for (i, part) in styled.split('\u{1b}').enumerate() {
        let Some((codes, text)) = part.split_once('m').filter(|_| i > 0) else {
            bare.push_str(part);
            continue;
        };
        let known = codes[1..].split(';').all(|code| matches!(code, "0" | "1" | "3" | "4"));
        assert!(codes.starts_with('[') && known, "{codes:?} names a colour");
        bare.push_str(text);
    }
    assert_eq!(bare, plain);
}

#[test]
fn ascii_is_pure_in_text_messages_and_json() {
    let folder =
        folder("ascii", &[("zürich.md", "# Zürich – 東京 😀\n\n> “quoted”…\n\n- é\n\n---\n")]);
    let file = folder.join("zürich.md");
    let commands: [&[&str]; 20] = [
        &["list"],
        &["read", arg(&file)],
        &["read", arg(&file), "--format", "markdown"],
        &["read", arg(&file), "--json"],
        &["read", &format!("{}#züri", arg(&file))],
        &["read", "zürch"],
        &["list", "--json"],
        &["faq"],
        &["faq", "é"],
        &["cost"],
        &["cost", "kap"],
        &["cost", "iv", "--csv", "--extra", "Fähre=5/once"],
        &["crisis"],
        &["crisis", "--json"],
        &["glossary"],
        &["about"],
        &["privacy"],
        &["keys"],
        &["--nö"],
        &["--help"],
    ];
    for args in commands {
        let lib: &[&str] = &["--library", arg(&folder)];
        let flag = run(&[args, lib, &["--ascii"]].concat());
        let locale = ran(command(&[args, lib].concat()).env("LC_ALL", "C"));
        for ran in [&flag, &locale] {
            assert!(ran.out.is_ascii() && ran.err.is_ascii(), "{args:?}: {} {}", ran.out, ran.err);
            assert!(!ran.out.is_empty() || !ran.err.is_empty());
        }
        assert_eq!((flag.out, flag.code), (locale.out, locale.code));
    }
}

#[test]
fn arrow_keys_have_names_in_ascii() {
    let keys = run(&["keys", "--ascii"]).fine();
    assert!(keys.contains("Down j") && keys.contains("Alt+Left"), "{keys}");
    assert!(run(&["keys"]).fine().contains("↓ j"));
}

#[test]
fn json_in_ascii_says_the_same() {
    let file = folder("same-json", &[("x.md", "# Zürich 😀\n")]).join("x.md");
    let full = run(&["read", arg(&file), "--json"]).json("read");
    let ascii = run(&["read", arg(&file), "--json", "--ascii"]).json("read");
    assert_eq!(full, ascii);
    assert_eq!(full["guide"]["title"], "Zürich 😀");
}

/// Runs the program on a terminal of so many columns and returns what it got.
fn on_terminal(columns: u16, args: &[&str], env: &[(&str, &str)]) -> String {
    let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_guidepost"));
    command.env_clear();
    command.args(args);
    command.env("XDG_CONFIG_HOME", no_settings());
    for (name, value) in [("TERM", "xterm"), ("LANG", "C.UTF-8")].iter().chain(env) {
        command.env(name, value);
    }
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let mut child = pair.slave.spawn_command(command).expect("the program starts");
    drop(pair.slave);
    let mut got = Vec::new();
    // The end of a terminal is an error on some systems.
    let _ = reader.read_to_end(&mut got);
    assert!(child.wait().expect("ends").success());
    String::from_utf8(got).expect("UTF-8").replace("\r\n", "\n")
}

#[test]
fn a_terminal_gets_attributes_unless_it_refuses_them() {
    let styled = on_terminal(200, &["crisis"], &[]);
    assert!(styled.starts_with("\u{1b}[1mCall or text 988"), "{styled}");
    let plain = run(&["crisis"]).fine();
    assert_eq!(on_terminal(200, &["crisis"], &[("NO_COLOR", "1")]), plain);
    assert_eq!(on_terminal(200, &["crisis", "--color", "never"], &[]), plain);
    assert!(!on_terminal(200, &["crisis"], &[("TERM", "dumb")]).contains('\u{1b}'));
}

#[test]
fn a_terminal_is_filled_up_to_a_good_measure() {
    let longest = |text: &str| text.lines().map(|line| line.chars().count()).max();
    let narrow = on_terminal(40, &["privacy", "--color", "never"], &[]);
    assert!(longest(&narrow) <= Some(40) && longest(&narrow) > Some(30));
    let wide = on_terminal(200, &["privacy", "--color", "never"], &[]);
    assert_eq!(wide, run(&["privacy"]).fine());
    assert!(longest(&wide) <= Some(80));
}
