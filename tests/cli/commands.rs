//! Every command on its real content.

use std::io::Read;
use std::process::Stdio;

use super::{Folder, program, run, run_on};

#[test]
fn without_arguments_the_list_of_guides_is_printed_into_a_pipe() {
    let bare = run("");
    assert_eq!(bare.code, 0);
    assert!(bare.out.starts_with("ketamine-for-ptsd\nKetamine for PTSD\n"), "{}", bare.out);
    assert!(bare.out.contains("reviewed 2026-11-23"));
    assert_eq!(bare.out, run("list").out);
}

#[test]
fn a_guide_is_printed_with_what_its_figures_rest_on() {
    let guide = run("ketamine-for-ptsd");
    assert_eq!(guide.out, run("read ketamine-for-ptsd").out);
    for part in [
        "The main message: Ketamine may ease PTSD",
        "10 of 15 people on ketamine got better, against 3 of 15",
        "call or text 988",
        "What the figures rest on",
        "Feder A and others (2021). A Randomized Controlled Trial",
        "Information, not medical advice.",
    ] {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&guide.out).contains(&words(part)), "{part}");
    }
}

#[test]
fn every_mark_in_the_text_has_its_fact_below() {
    let out = run("read ketamine-for-ptsd").out;
    let (text, facts) = out.split_once("What the figures rest on").expect("the facts are listed");
    let marks =
        text.split('[').skip(1).filter_map(|rest| rest.split_once(']')?.0.parse::<u32>().ok());
    let mut count = 0;
    for mark in marks {
        assert!(facts.contains(&format!("\n[{mark}] ")), "[{mark}] has no fact");
        count += 1;
    }
    assert!(count > 100, "{count} marks");
}

#[test]
fn a_section_is_printed_with_what_stands_under_it_and_no_more() {
    let section = run("read ketamine-for-ptsd#does-it-work");
    assert!(section.out.starts_with("Does it work for PTSD?\n"));
    assert!(section.out.contains("The larger trial that did not agree"));
    assert!(!section.out.contains("PTSD and depression are two questions"));
    assert!(section.out.contains("What the figures rest on"));
}

#[test]
fn lines_are_as_wide_as_asked_and_no_word_is_lost() {
    let words = |out: &str| out.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let all = words(&run("read ketamine-for-ptsd#safety --width 200").out);
    for width in [10, 30, 80, 1000] {
        let out = run(&format!("read ketamine-for-ptsd#safety --width {width}")).out;
        let longest = out.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        assert!(longest <= width, "{longest} columns at {width}");
        assert_eq!(words(&out), all, "at {width}");
    }
}

#[test]
fn markdown_is_the_text_it_is_written_in() {
    let out = run("read ketamine-for-ptsd --format markdown").out;
    assert!(out.trim_start().starts_with("> [!IMPORTANT]"));
    assert!(out.contains("{#does-it-work}") && !out.contains("+++"));
}

#[test]
fn questions_are_printed_all_or_those_that_have_the_words() {
    let all = run("faq");
    assert!(all.out.matches("\nMore: guidepost ketamine-for-ptsd#questions").count() >= 12);
    let some = run("faq DRIV home");
    assert!(some.out.contains("Can I drive home?") && !some.out.contains("Is it addictive?"));
    assert_eq!(run("faq drive --guide ketamine-for-ptsd").out, run("faq drive").out);
    let none = run("faq xyzzy");
    assert_eq!((none.code, none.out.as_str()), (1, ""));
}

#[test]
fn crisis_help_can_be_used_from_its_first_line() {
    let crisis = run("crisis");
    assert!(crisis.out.lines().next().expect("a line").contains("Call or text 988"));
    for part in ["988, then press 1", "838255", "HOME to 741741", "911"] {
        assert!(crisis.out.contains(part), "{part}");
    }
    // Whatever else is broken.
    let broken = run("crisis --library /nowhere/at/all");
    assert_eq!((broken.code, broken.out), (0, crisis.out));
}

#[test]
fn terms_are_explained_one_or_all() {
    assert!(run("glossary Off-label").out.starts_with("Off-label: A lawful prescription"));
    assert!(run("glossary sertraline").code == 2);
    assert!(run("glossary").out.lines().count() > 100);
}

#[test]
fn about_and_privacy_say_what_holds() {
    let about = run("about").out;
    for part in [
        env!("CARGO_PKG_VERSION"),
        "not medical advice",
        "MIT or Apache-2.0",
        "CC BY 4.0",
        "Ketamine for PTSD: 2026-11-23",
        "Crisis lines: 2026",
    ] {
        assert!(about.contains(part), "{part}");
    }
    let privacy = run("privacy").out;
    for part in ["writes no file", "history", "backups", "Ctrl+C"] {
        assert!(privacy.contains(part), "{part}");
    }
}

#[test]
fn keys_completions_and_manual_come_from_their_tables() {
    let keys = run("keys").out;
    for row in guidepost::keymap::Keymap::default().rows {
        let line = keys
            .lines()
            .find(|line| {
                line.ends_with(row.action.help())
                    && line.contains(&format!("  {}", row.action.help()))
            })
            .expect("a line an action");
        assert!(row.keys.iter().all(|key| line.contains(&key.shown())), "{line}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(run(&format!("completions {shell}")).out.contains("glossary"), "{shell}");
    }
    assert!(run("man").out.contains(".SH NAME"));
}

#[test]
fn help_is_short_or_long() {
    let (short, long) = (run("-h"), run("--help"));
    assert!(short.out.len() < long.out.len());
    assert!(short.out.contains("call or text 988") || short.out.contains("Call or text 988"));
    assert!(run("-V").out.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_file_a_folder_and_standard_input_can_be_read() {
    let folder =
        Folder::new("read", &[("a.md", b"# A\n\nalpha\n\n## B\n\nbeta\n"), ("sub/c.md", b"gamma")]);
    let file = run(&format!("read {}", folder.path("a.md")));
    assert_eq!(
        file.out,
        "A\n\u{2500}\n\nalpha\n\nB\n\u{2500}\n\nbeta\n\n".replace("\n\n\n", "\n\n")
    );
    assert!(run(&format!("read {}#b", folder.path("a.md"))).out.starts_with("B\n"));
    let list = run(&folder.path(""));
    assert!(list.out.contains("a\nA\n") && list.out.contains("sub/c\nc\n"), "{}", list.out);
    assert_eq!(run_on("-", b"# A\n\nalpha\n\n## B\n\nbeta\n").out, file.out);
    let added = run(&format!("list --library {}", folder.path("")));
    assert!(added.out.contains("ketamine-for-ptsd") && added.out.contains("sub/c"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    for args in [
        "read ketamine-for-ptsd",
        "read ketamine-for-ptsd --json",
        "man",
        "glossary",
        "completions zsh",
    ] {
        let mut command = program();
        command.args(args.split_whitespace()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("text");
        assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(0), ""), "{args}");
    }
}

#[test]
fn styles_are_only_where_they_are_wanted() {
    let section = "read ketamine-for-ptsd#safety";
    assert!(!run(section).out.contains('\u{1b}'));
    let styled = run(&format!("{section} --color always")).out;
    assert!(styled.contains("\u{1b}[1mSafety\u{1b}[0m"));
    // Attributes only: no colour of ours on the reader's background.
    assert!(!styled.contains("\u{1b}[3") || !styled.contains("\u{1b}[31m"));
    assert!(!run(&format!("{section} --color never")).out.contains('\u{1b}'));
}

#[test]
fn ascii_is_pure_by_option_and_by_locale() {
    for args in
        ["read ketamine-for-ptsd", "faq", "crisis", "glossary", "keys", "about", "privacy", "list"]
    {
        assert!(run(&format!("{args} --ascii")).out.is_ascii(), "{args}");
    }
    for (name, value) in [("LC_ALL", "C"), ("LANG", "POSIX"), ("TERM", "dumb"), ("TERM", "linux")] {
        let output = program()
            .args(["read", "ketamine-for-ptsd"])
            .env(name, value)
            .output()
            .expect("it starts");
        assert!(output.stdout.is_ascii(), "{name}={value}");
    }
}
