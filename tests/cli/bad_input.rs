//! Bad input: a clear message with file and line, the rest still readable, the right code.

use super::{Folder, program, run, run_on};

/// The one message line of a run that must fail with `code`.
fn refused(args: &str, code: i32) -> String {
    let run = run(args);
    assert_eq!(run.code, code, "{args}: {}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{args}: {}", run.err);
    assert_eq!(run.out, "", "{args}");
    run.err
}

#[test]
fn unknown_names_name_the_nearest_one() {
    assert!(refused("read ketamine-ptsd", 2).contains("nearest is \"ketamine-for-ptsd\""));
    assert!(refused("ketamine-ptsd", 2).contains("nearest is \"ketamine-for-ptsd\""));
    assert!(refused("read ketamine-for-ptsd#safty", 2).contains("nearest is \"safety\""));
    assert!(refused("glossary off-lable", 2).contains("nearest is \"off-label\""));
    assert!(refused("faq --guide nope", 2).contains("nearest"));
}

#[test]
fn wrong_usage_is_told_apart_from_nothing_found() {
    for args in [
        "read",
        "--width 9 list",
        "--width 1001 list",
        "--width x list",
        "list --nope",
        "read a --format pdf",
        "completions tcsh",
    ] {
        assert_eq!(run(args).code, 2, "{args}");
    }
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = Folder::new("unreadable", &[("empty/x.txt", b"")]);
    assert!(refused("read ./no/such.md", 2).contains("no/such.md: there is no such file"));
    assert!(refused(&format!("read {}", folder.path("empty")), 2).contains("no Markdown files"));
    assert!(refused("list --library ./no/such", 2).contains("no/such"));
}

#[test]
fn a_fault_in_front_matter_is_told_with_its_line_and_the_text_is_read() {
    let folder =
        Folder::new("front", &[("a.md", b"+++\ntitle = \"T\"\nwrong = 1\n+++\nStill here.\n")]);
    let run = run(&format!("read {}", folder.path("a.md")));
    assert_eq!((run.code, run.out.trim()), (0, "Still here."));
    assert!(run.err.contains("a.md:3: ") && run.err.contains("wrong"), "{}", run.err);
}

#[test]
fn what_is_not_utf8_is_told_with_its_line_and_the_rest_is_read() {
    let run = run_on("-", b"one\n\ntwo \xff\xfe three\n");
    assert_eq!(run.code, 0);
    assert!(run.out.contains("one") && run.out.contains("three"));
    assert!(run.err.contains(":3: not UTF-8"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
}

#[test]
fn escape_sequences_never_reach_the_terminal() {
    let evil = b"# T\x1b[31m\n\n\x1b]0;owned\x07 \xc2\x9b2J ```x``` \n\n```\n\x1b[2J\n```\n";
    let name = "a\u{1b}[31mb.md";
    let folder = Folder::new("escape", &[(name, evil)]);
    let file = folder.path(name);
    for args in [
        vec!["read", &file],
        vec!["read", &file, "--format", "markdown"],
        vec!["read", &file, "--json"],
        vec!["list", "--library", &folder.path("")],
    ] {
        let output = program().args(&args).output().expect("it starts");
        let all = [output.stdout, output.stderr].concat();
        let text = String::from_utf8(all).expect("UTF-8");
        assert!(
            text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()),
            "{args:?}: {text:?}"
        );
        assert!(!text.is_empty());
    }
    let missing = program().args(["read", "./no\u{1b}[2Jsuch.md"]).output().expect("it starts");
    assert!(!missing.stderr.contains(&0x1b));
}

#[test]
fn hard_documents_end_in_time() {
    let started = std::time::Instant::now();
    let nested = ">".repeat(20_000) + " deep";
    assert!(run_on("-", nested.as_bytes()).out.contains("deep"));
    let lists: String = (0..300).map(|i| format!("{}- item{i}\n", "  ".repeat(i))).collect();
    assert!(run_on("-", lists.as_bytes()).out.contains("item299"));
    for sign in ["[", "*", "`", "<", "_", "![", "~"] {
        assert_eq!(run_on("-", sign.repeat(20_000).as_bytes()).code, 0, "{sign}");
    }
    let line = "word ".repeat(400_000);
    assert!(run_on("-", line.as_bytes()).out.len() > line.len() - 10);
    // A minute is far more than any machine needs for what is not quadratic.
    assert!(started.elapsed().as_secs() < 60);
}

#[test]
fn a_library_with_one_bad_file_still_lists_the_others() {
    let folder = Folder::new("mixed", &[("good.md", b"# Good\n"), ("bad.md", b"\xff\xff")]);
    let list = run(&format!("list --library {}", folder.path("")));
    assert_eq!(list.code, 0);
    assert!(list.out.contains("Good"));
}

#[test]
fn ids_that_are_taken_are_told_and_the_first_guide_stays() {
    let folder = Folder::new("taken", &[("ketamine-for-ptsd.md", b"# Other\n")]);
    let list = run(&format!("list --library {}", folder.path("")));
    assert!(list.err.contains("ketamine-for-ptsd.md") && list.err.contains("taken"));
    assert!(!list.out.contains("Other"));
}
