//! The settings file: what of it holds, where each value comes from, and every fault.

use guidepost::theme::Part;
use serde_json::{Value, json};
use strum::IntoEnumIterator;

use super::*;

/// A home for settings, called `name`, with this settings file.
fn home(name: &str, config: &str) -> PathBuf {
    folder(&format!("config-{name}"), &[("guidepost/config.toml", config)])
}

/// Runs the program with the settings of `home`.
fn set(home: &Path, args: &[&str]) -> Ran {
    ran(command(args).env("XDG_CONFIG_HOME", home))
}

/// The value of a setting and where it comes from, the settings file being `FILE`.
#[track_caller]
fn setting(ran: &Ran, name: &str) -> (Value, String) {
    let answer = ran.json("config");
    let rows = answer["settings"].as_array().expect("settings").clone();
    let row = rows.into_iter().find(|row| row["name"] == name).expect(name);
    let file = answer["file"].as_str().unwrap_or("no file");
    (row["value"].clone(), row["from"].as_str().expect("from").replace(file, "FILE"))
}

/// What was said, a line each, the settings file being `FILE`.
fn said(ran: &Ran, home: &Path) -> Vec<String> {
    let file = home.join("guidepost/config.toml");
    ran.err.lines().map(|line| line.replace(arg(&file), "FILE")).collect()
}

#[test]
fn each_setting_says_its_value_and_where_it_comes_from() {
    let text = "# mine\ntheme = \"dark\"\nmeasure = 72\n\nroomy = true\nlibrary = [\"sub\"]\n";
    let home = home("origins", text);
    let shelf = guide_folder("config-shelf");
    let ran = set(&home, &["config", "--json", "--ascii", "--library", arg(&shelf)]);
    assert_eq!(setting(&ran, "theme"), (json!("dark"), "FILE:2".to_owned()));
    assert_eq!(setting(&ran, "measure"), (json!(72), "FILE:3".to_owned()));
    assert_eq!(setting(&ran, "roomy"), (json!(true), "FILE:5".to_owned()));
    assert_eq!(setting(&ran, "mouse"), (json!(false), "default".to_owned()));
    assert_eq!(setting(&ran, "ascii"), (json!(true), "--ascii".to_owned()));
    let folders = json!([home.join("guidepost/sub"), shelf]);
    assert_eq!(setting(&ran, "library"), (folders, "FILE:6, --library".to_owned()));
    // Each folder with its own origin, on a line of its own where there is room for it.
    let text = set(&home, &["config", "--width", "400", "--library", arg(&shelf)]).fine();
    let rows: Vec<&str> = text.lines().filter(|row| row.starts_with("library ")).collect();
    let [of_file, asked] = rows[..] else { panic!("{text}") };
    assert!(of_file.ends_with("config.toml:6") && asked.ends_with(" --library"), "{text}");
    let answer = ran.json("config");
    assert_eq!((&answer["exists"], &answer["faults"]), (&json!(true), &json!([])));
}

#[test]
fn options_and_surroundings_have_their_say() {
    let home = home("surroundings", "theme = \"dark\"\nascii = false\n");
    let ran = |name: &str, value: &str, args: &[&str]| {
        ran(command(&[&["config", "--json"], args].concat())
            .env("XDG_CONFIG_HOME", &home)
            .env(name, value))
    };
    let theme = setting(&ran("X", "", &["--theme", "light"]), "theme");
    assert_eq!(theme, (json!("light"), "--theme".to_owned()));
    let colors = |name, value, args| setting(&ran(name, value, args), "colors");
    assert_eq!(colors("X", "", &[]), (json!(true), "default".to_owned()));
    assert_eq!(colors("NO_COLOR", "1", &[]), (json!(false), "NO_COLOR".to_owned()));
    assert_eq!(colors("TERM", "vt100", &[]), (json!(false), "TERM".to_owned()));
    assert_eq!(colors("X", "", &["--color", "never"]), (json!(false), "--color".to_owned()));
    let always = colors("NO_COLOR", "1", &["--color", "always"]);
    assert_eq!(always, (json!(true), "--color".to_owned()));
    let ascii = setting(&ran("LC_ALL", "C", &[]), "ascii");
    assert_eq!(ascii, (json!(true), "LC_ALL".to_owned()));
}

#[test]
fn every_fault_is_one_line_and_costs_its_own_setting_only() {
    let cases = [
        ("musure = 3", "there is no setting \"musure\"; the nearest is \"measure\""),
        ("measure = \"wide\"", "measure is the text \"wide\"; write a whole number from 30 to 120"),
        ("measure = 29", "measure is 29; write a whole number from 30 to 120"),
        ("measure = 66.0", "measure is 66.0; write a whole number"),
        ("theme = \"drak\"", "theme: there is no theme \"drak\"; the nearest is \"dark\""),
        ("theme = \"gone.toml\"", "gone.toml: cannot be read: no such file"),
        ("theme = 3", "theme is 3; write a name or a file in quotes"),
        ("mouse = \"yes\"", "mouse is the text \"yes\"; write mouse = true or mouse = false"),
        ("mouse = yes", "mouse cannot be read and it is left out"),
        ("library = \"x\"", "library is the text \"x\"; write a list of folders"),
        ("library = [3]", "library holds 3; write each in quotes"),
        ("library = [\"", "library cannot be read"),
        ("key = 3", "key is 3; begin each row of keys with [[key]]"),
        ("roomy = true", "roomy: duplicate key; this line is left out"),
    ];
    for (i, (line, wanted)) in cases.into_iter().enumerate() {
        let home = home(&format!("fault-{i}"), &format!("roomy = true\n{line}\nascii = true\n"));
        let ran = set(&home, &["config", "--json"]);
        let said = said(&ran, &home);
        assert_eq!((ran.code, said.len()), (Some(0), 1), "{line}: {said:?}");
        assert!(said[0].starts_with("guidepost: FILE:2: ") && said[0].contains(wanted), "{said:?}");
        assert_eq!(setting(&ran, "roomy"), (json!(true), "FILE:1".to_owned()), "{line}");
        assert_eq!(setting(&ran, "ascii"), (json!(true), "FILE:3".to_owned()), "{line}");
        let other = if line.starts_with("theme") { "theme" } else { "measure" };
        assert_eq!(setting(&ran, other).1, "default", "{line}");
        assert_eq!(ran.json("config")["faults"][0]["line"], 2);
    }
}

#[test]
fn a_row_of_keys_in_single_brackets_beside_others_is_said_and_counts() {
    let text = "[[key]]\nrun = \"down\"\non = [\"f3\"]\n\n[key]\nrun = \"up\"\non = [\"f4\"]\n";
    let home = home("brackets", text);
    let ran = set(&home, &["config", "--width", "400"]);
    assert_eq!(said(&ran, &home).len(), 1, "{}", ran.err);
    assert!(said(&ran, &home)[0].contains("FILE:5: [key] is read as [[key]]"), "{}", ran.err);
    assert!(ran.out.contains("F3    down") && ran.out.contains("F4    up"), "{}", ran.out);
}

#[test]
fn a_row_of_many_lines_that_cannot_be_read_is_gone_through_once() {
    let home = home("long-row", &format!("[[key]]\n{}", "a=]\n".repeat(200_000)));
    let ran = set(&home, &["config", "--json"]);
    assert_eq!(setting(&ran, "theme"), (json!("terminal"), "default".to_owned()));
}

#[test]
fn faults_in_rows_of_keys_have_their_lines() {
    let cases = [
        ("run = \"dwon\"\non = [\"f3\"]", 2, "no action \"dwon\"; the nearest is \"down\""),
        ("run = \"down\"\non = [\"ctl-n\"]", 3, "\"ctl-n\" is not a key; keys are written as"),
        ("run = \"down\"\non = []", 3, "on is empty; write a list of keys"),
        ("run = \"down\"\non = \"n\"", 3, "on is the text \"n\"; write a list of keys"),
        ("run = \"down\"", 1, "names no keys"),
        ("on = [\"f3\"]", 1, "does not say what to run"),
        (
            "run = \"up\"\non = [\"f3\"]\nin = [\"txt\"]",
            4,
            "no place \"txt\"; the nearest is \"text\"",
        ),
        ("run = \"up\"\non = [\"f3\"]\nat = [\"text\"]", 4, "a row has no \"at\""),
        ("run = \"up\"\non = [\"f3\"]\non = [\"m\"]", 4, "on: duplicate key"),
        ("run = \"up\"\non = [\"f3\"]\nmeasure = 70", 4, "put it above the first [[key]]"),
        ("run = \"up\"\non = [\"ctrl-c\"]", 3, "Ctrl+C keeps its meaning: it always leaves"),
        ("run = \"noop\"\non = [\n\"f9\"]", 4, "F9 keeps its meaning"),
        ("run = \"noop\"\non = [\"f12\"]", 3, "F12 keeps its meaning: it always hides everything"),
        ("run = \"up\"\non = [\"f5\",\n\"f2\"]", 4, "F2 has two meanings: F2 is down in line 3"),
        (
            "run = \"up\"\non = [\"ctrl-i\"]",
            3,
            "\"ctrl-i\" never arrives: a terminal sends Tab for it",
        ),
        (
            "run = \"up\"\non = [\"cmd-x\"]",
            3,
            "\"cmd-x\" never arrives: terminals send neither Cmd",
        ),
        ("run = \"fly\"\non = [\"f3\"]", 2, "no action \"fly\"; guidepost keys lists them"),
        (
            "rnu = \"up\"\non = [\"f3\"]\nrun = \"up\"",
            2,
            "a row has no \"rnu\"; the nearest is \"run\"",
        ),
        (
            "run = \"neutral\"\non = [\"esc\"]\n[[key]]\nrun = \"back\"\non = [\"b\"]",
            3,
            "back has no key that works while typing",
        ),
    ];
    for (i, (row, line, wanted)) in cases.into_iter().enumerate() {
        let before = "[[key]]\nrun = \"down\"\non = [\"f2\"]\n";
        let home = home(&format!("row-{i}"), &format!("{before}[[key]]\n{row}\n"));
        let ran = set(&home, &["keys", "--json"]);
        let said = said(&ran, &home);
        assert_eq!((ran.code, said.len()), (Some(0), 1), "{row}: {said:?}");
        let start = format!("guidepost: FILE:{}: ", line + 3);
        assert!(said[0].starts_with(&start) && said[0].contains(wanted), "{row}: {said:?}");
        let keys = ran.json("keys")["keys"].as_array().expect("keys").clone();
        let down = keys.iter().find(|row| row["action"] == "down").expect("down");
        assert_eq!(down["keys"][0], "F2", "{row}");
    }
}

#[test]
fn what_shows_keys_shows_those_of_one_s_own() {
    let home = home("keys", "[[key]]\nrun = \"down\"\non = [\"n\", \"q\"]\n");
    let keys = set(&home, &["keys"]).out;
    assert!(keys.contains("n q ↓ j") && keys.contains("none "), "{keys}");
    let man = set(&home, &["man"]).fine();
    assert!(man.contains(".SH KEYS\n") && man.contains("\\fBn q Down j\\fR\nnext line"), "{man}");
    assert!(run(&["man"]).fine().contains("\\fBq\\fR\nback; at the top, leave"));
    let config = set(&home, &["config"]).out;
    assert!(config.contains("n q   down  everywhere"), "{config}");
    let told = set(&home, &["config", "--json"]);
    let lost = |action, key| {
        format!("guidepost: FILE:3: key: {action} has no key left: {key} is down; give it another")
    };
    assert_eq!(said(&told, &home), [lost("quit", "q"), lost("next-match", "n")]);
    assert_eq!(told.json("config")["warnings"][0]["line"], 3);
    assert!(set(&home, &["list"]).err.is_empty(), "whoever reads is not told of what may be meant");
    let row = set(&home, &["config", "--json"]).json("config")["keys"][0].clone();
    assert_eq!(row, json!({ "run": "down", "on": ["n", "q"], "in": [], "line": 1 }));
}

#[test]
fn privacy_names_the_keys_that_hide_and_leave() {
    let words = |home: &Path| {
        let text = set(home, &["privacy"]).fine();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let text = words(&home("private-usual", ""));
    assert!(text.contains(". (or F12, also while you type) hides everything"), "{text}");
    assert!(text.contains("q at the top leaves too"), "{text}");
    let rows = "[[key]]\nrun = \"noop\"\non = [\".\", \"q\"]\n";
    let text = words(&home("private-none", rows));
    assert!(text.contains("F12, also while you type, hides everything"), "{text}");
    assert!(text.contains("Going back at the top leaves too") && !text.contains('{'), "{text}");
    let text = words(&home("private-own", "[[key]]\nrun = \"neutral\"\non = [\"f5\"]\n"));
    assert!(text.contains("F5 (or F12, also while you type) hides everything"), "{text}");
}

#[test]
fn a_file_is_chosen_or_none_is_read() {
    let home = home("chosen", "measure = 72\n");
    let other = folder("config-other", &[("mine.toml", "measure = 90\n")]).join("mine.toml");
    let measure =
        |args: &[&str]| setting(&set(&home, &[&["config", "--json"], args].concat()), "measure");
    assert_eq!(measure(&[]).0, 72);
    assert_eq!(measure(&["--config", arg(&other)]), (json!(90), "FILE:1".to_owned()));
    assert_eq!(measure(&["--no-config"]), (json!(66), "default".to_owned()));
    let gone = other.with_file_name("gone.toml");
    let message = run(&["list", "--config", arg(&gone)]).refused();
    assert!(message.contains("gone.toml: cannot be read: no such file"), "{message}");
    run(&["list", "--config", arg(&other), "--no-config"]).refused();
    let none = run(&["config", "--no-config", "--json"]).json("config");
    assert_eq!((&none["file"], &none["exists"]), (&Value::Null, &json!(false)));
}

#[test]
fn a_file_that_cannot_be_read_is_one_fault() {
    let a_folder = folder("config-unread", &[("guidepost/config.toml/x", "")]);
    let no_text = folder("config-bytes", &[("guidepost/config.toml", &b"roomy = true\n\xff"[..])]);
    for (home, wanted) in
        [(a_folder, "cannot be read: "), (no_text, ":2: cannot be read: not UTF-8")]
    {
        let ran = set(&home, &["config", "--json"]);
        assert_eq!((ran.code, ran.err.lines().count()), (Some(0), 1), "{}", ran.err);
        assert!(ran.err.contains(wanted), "{}", ran.err);
        assert_eq!(setting(&ran, "roomy"), (json!(false), "default".to_owned()));
        let file = home.join("guidepost/config.toml");
        assert!(run(&["list", "--config", arg(&file)]).refused().contains("cannot be read"));
    }
}

#[test]
fn the_file_is_where_the_system_keeps_settings_unless_xdg_says_otherwise() {
    let (home, xdg) = (folder::<&str>("config-home", &[]), folder::<&str>("config-xdg", &[]));
    let file = |xdg: Option<&Path>| {
        let mut command = command(&["config", "--json"]);
        command.env_remove("XDG_CONFIG_HOME").env("HOME", &home);
        xdg.map(|xdg| command.env("XDG_CONFIG_HOME", xdg));
        let answer = ran(&mut command).json("config");
        assert_eq!(answer["exists"], false);
        answer["file"].as_str().map(PathBuf::from)
    };
    assert_eq!(file(Some(&xdg)), Some(xdg.join("guidepost/config.toml")));
    if cfg!(target_os = "linux") {
        let usual = Some(home.join(".config/guidepost/config.toml"));
        assert_eq!(file(None), usual);
        assert_eq!(file(Some(Path::new("relative"))), usual);
    }
    for gone in ["/nonexistent/home", ""] {
        let ran = ran(command(&["list"]).env_remove("XDG_CONFIG_HOME").env("HOME", gone));
        ran.fine();
    }
    assert!(fs::read_dir(&home).expect("a folder").next().is_none(), "nothing is written");
}

#[test]
fn a_theme_is_a_name_or_a_file() {
    let good = "title = \"mine\"\n[look]\nlink = { fg = 117, underlined = true }\n";
    let bad = "title = \"mine\"\n[look]\nlink = { fg = 1 }\n";
    let files = [
        ("guidepost/config.toml", "theme = \"mine.toml\"\n"),
        ("guidepost/mine.toml", good),
        ("guidepost/bad.toml", bad),
    ];
    let home = folder("config-theme", &files);
    let (name, from) = setting(&set(&home, &["config", "--json"]), "theme");
    assert!(name.as_str().expect("a name").ends_with("mine.toml"));
    assert_eq!(from, "FILE:1");
    let file = home.join("guidepost/bad.toml");
    let message = run(&["list", "--theme", arg(&file)]).refused();
    assert!(message.contains("bad.toml:3: look.link.fg is 1, one of the 16"), "{message}");
    let message = run(&["list", "--theme", "lihgt"]).refused();
    assert!(message.contains("there is no theme \"lihgt\"; the nearest is \"light\""), "{message}");
    let message = run(&["list", "--theme", "nosuch"]).refused();
    assert!(message.contains("no theme \"nosuch\"; guidepost config lists them"), "{message}");
    let worse = "titel = \"mine\"\nbackground = 3\n[look]\nlink = { fg = 1, bold = 2 }\n";
    fs::write(home.join("guidepost/worse.toml"), worse).expect("written");
    let ran = run(&["list", "--theme", arg(&home.join("guidepost/worse.toml"))]);
    let lines: Vec<_> = ran.err.lines().collect();
    assert_eq!((ran.code, lines.len()), (Some(2), 5), "{}", ran.err);
    assert!(lines.iter().all(|line| line.contains("worse.toml:")), "{}", ran.err);
    fs::write(home.join("guidepost/config.toml"), "theme = \"bad.toml\"\n").expect("written");
    let ran = set(&home, &["config", "--json"]);
    assert_eq!(setting(&ran, "theme"), (json!("terminal"), "default".to_owned()));
    assert!(ran.err.contains("bad.toml:3: ") && ran.err.lines().count() == 1, "{}", ran.err);
}

#[test]
fn what_a_theme_is_made_of_and_where_keys_work_is_said() {
    let said = run(&["config", "--width", "80"]).fine();
    let own = &said[said.find("A theme of your own").expect("themes")..];
    for part in Part::iter() {
        let part: &str = part.into();
        assert!(own.contains(&format!("\n  {part} = {{ ")), "{part}: {own}");
    }
    let words = said.replace("# ", "").split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "title = ",
        "background = ",
        "[look]",
        "from 16 to 255",
        "bold, italic, underlined or reversed",
        "text: a guide, the FAQ",
        "list: guides, clinics",
        "A row adds keys to its action, whose other keys stay, and takes them from what they did",
    ] {
        assert!(words.contains(part), "{part}: {said}");
    }
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
}

#[test]
fn a_theme_that_is_hard_to_read_says_so_line_by_line_and_holds() {
    let faint =
        "title = \"mine\"\n[look]\nfocus = { fg = 20, bg = 20 }\ncrisis = { fg = 16, bg = 16 }\n";
    let files =
        [("guidepost/config.toml", "theme = \"mine.toml\"\n"), ("guidepost/mine.toml", faint)];
    let home = folder("config-faint", &files);
    let ran = set(&home, &["config", "--json"]);
    let said: Vec<_> = ran.err.lines().collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said[0].contains("mine.toml:3: focus has a contrast of 1 to 1 and needs 4.5"),
        "{said:?}"
    );
    assert!(said[1].contains("mine.toml:4: crisis has a contrast of 1 to 1"), "{said:?}");
    assert_eq!(setting(&ran, "theme").1, "FILE:1");
    let asked = run(&["config", "--theme", arg(&home.join("guidepost/mine.toml"))]);
    assert_eq!(asked.err.lines().count(), 2, "{}", asked.err);
}

#[test]
fn folders_of_the_file_are_guides_and_a_missing_one_is_a_fault() {
    let files = [
        ("guidepost/config.toml", "library = [\n  \"notes\",\n  \"gone\",\n]\n"),
        ("guidepost/notes/mine.md", "# Mine\n\nx\n"),
    ];
    let home = folder("config-library", &files);
    let ran = set(&home, &["list"]);
    assert!(ran.out.contains("\nmine\nMine\n"), "{}", ran.out);
    let said = said(&ran, &home);
    assert_eq!((ran.code, said.len()), (Some(0), 1));
    assert!(
        said[0].starts_with("guidepost: FILE:3: library: ") && said[0].contains("gone"),
        "{said:?}"
    );
}

#[test]
fn one_cause_is_told_once_and_of_many_faults_the_first() {
    // So many lists in lists are a fault of their own.
    for (name, line, at) in
        [("lists", "[\"a\"],", 1), ("brackets", "[", 81), ("names", "\"a\",", 1)]
    {
        let text = format!("library = [\n{}measure = 70\n", format!("{line}\n").repeat(20_000));
        let home = home(&format!("unclosed-{name}"), &text);
        let ran = set(&home, &["config", "--json"]);
        let said = said(&ran, &home);
        assert_eq!(said.len(), 1, "{name}: {:?}", &said[..said.len().min(3)]);
        assert!(said[0].contains(&format!("FILE:{at}: library cannot be read")), "{said:?}");
        assert_eq!(setting(&ran, "measure").0, 70, "{name}");
    }
    let home = home("many", &"x = \n".repeat(1000));
    let said = said(&set(&home, &["config"]), &home);
    assert_eq!(said.len(), 21);
    assert_eq!(said[20], "guidepost: FILE: and 980 more faults like these");
}

#[test]
fn crisis_help_asks_for_no_settings() {
    let home = home("crisis", "measure = 3\n");
    let plain = run(&["crisis"]).fine();
    assert_eq!(set(&home, &["crisis"]).fine(), plain);
    assert_eq!(run(&["crisis", "--config", "/nonexistent", "--theme", "drak"]).fine(), plain);
}

#[test]
fn ascii_in_the_file_holds_for_messages_too() {
    let home = home("ascii", "ascii = true\n\"mü\" = 3\n");
    for args in [&["keys"][..], &["read", "zürich"], &["config"]] {
        let ran = set(&home, args);
        assert!(ran.out.is_ascii() && ran.err.is_ascii(), "{args:?} {}{}", ran.out, ran.err);
    }
}
