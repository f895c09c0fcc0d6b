//! The reader with a settings file.

use std::fs;
use std::path::Path;

use super::Terminal;

#[test]
fn the_settings_file_holds_in_the_reader_and_its_faults_are_shown() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("terminal-settings");
    fs::create_dir_all(home.join("guidepost")).expect("a folder for tests");
    let text = "musure = 3\n[[key]]\nrun = \"help\"\non = [\"x\"]\n";
    fs::write(home.join("guidepost/config.toml"), text).expect("a file for tests");
    let vars = [("XDG_CONFIG_HOME", home.to_str().expect("UTF-8"))];
    let mut terminal = Terminal::start(&[], &vars, 200, 24);
    terminal.wait_for("config.toml:1: there is no setting \"musure\"");
    terminal.send("x");
    terminal.wait_for("Keys that work here");
    terminal.send("\u{1b}");
    terminal.wait_until("the list", |screen| !screen.contains("Keys that work here"));
    // A Cyrillic letter is the Latin one on its key: й is q.
    terminal.send("й");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn what_has_no_key_left_is_told_in_the_reader_and_behind_it() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("terminal-lost");
    fs::create_dir_all(home.join("guidepost")).expect("a folder for tests");
    let text = "[[key]]\nrun = \"theme\"\non = [\"n\"]\nin = [\"text\"]\n";
    fs::write(home.join("guidepost/config.toml"), text).expect("a file for tests");
    let vars = [("XDG_CONFIG_HOME", home.to_str().expect("UTF-8"))];
    let mut terminal = Terminal::start(&[], &vars, 200, 24);
    let said = "config.toml:3: key: next-match has no key left: n is theme; give it another";
    terminal.wait_for(said);
    terminal.send("jw");
    terminal.wait_for("next-match has no key left");
    terminal.send("qq");
    assert_eq!(terminal.ended(), 0);
    terminal.wait_for(&format!("guidepost: {}", vars[0].1));
}

#[test]
fn a_list_of_clinics_of_one_s_own_opens_with_its_faults_among_the_notices() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("terminal-clinics");
    fs::create_dir_all(&folder).expect("a folder for tests");
    let list = folder.join("own.csv");
    fs::write(&list, "name,state,odd\nMy Own Clinic,WA,x\n").expect("a file for tests");
    let args = ["--clinics", list.to_str().expect("UTF-8")];
    let mut terminal = Terminal::start(&args, &[], 200, 24);
    terminal.wait_for("the column \"odd\" is none of ours");
    terminal.send("3");
    terminal.wait_for("My Own Clinic");
    terminal.send("\u{3}");
    assert_eq!(terminal.ended(), 0);
}
