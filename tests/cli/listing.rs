//! `list`, and folders.

use super::*;

#[test]
fn every_bundled_guide_is_listed_and_can_be_read() {
    let listed = run(&["list", "--json"]).json("list");
    let guides = listed["guides"].as_array().expect("guides");
    assert!(!guides.is_empty());
    let text = run(&["list"]).fine();
    for guide in guides {
        let id = guide["id"].as_str().expect("id");
        assert!(text.lines().any(|line| line == id), "{id}");
        assert!(text.contains(guide["title"].as_str().expect("title")));
        let read = run(&["read", id, "--json"]).json("read");
        let sections = read["guide"]["sections"].as_array().expect("sections");
        let questions = sections.iter().map(|s| s["questions"].as_array().expect("list").len());
        assert_eq!(guide["sections"], sections.len());
        assert_eq!(guide["questions"], questions.sum::<usize>());
        assert_eq!(guide["title"], read["guide"]["title"]);
    }
}

#[test]
fn without_target_and_terminal_the_list_is_printed() {
    assert_eq!(run::<&str>(&[]).fine(), run(&["list"]).fine());
}

#[test]
fn a_folder_is_listed_with_the_folders_in_it() {
    let folder = folder("listed", &[("b.md", "# Second\n"), ("sub/a.md", "words"), ("c.txt", "x")]);
    let text = run(&["read", arg(&folder)]).fine();
    assert_eq!(text, run(&[arg(&folder)]).fine());
    assert!(text.contains("b\nSecond\n1 minute to read, 1 section\n"), "{text}");
    assert!(text.contains("sub/a\na\n"), "{text}");
    let listed = run(&["read", arg(&folder), "--json"]).json("list");
    assert_eq!(listed["guides"][0]["reviewed"], serde_json::Value::Null);
    assert_eq!(listed["guides"].as_array().expect("guides").len(), 2);
}

#[test]
fn a_library_stands_behind_the_bundled_guides() {
    let bundled = run(&["list"]).fine();
    let folder = guide_folder("library");
    let text = run(&["list", "--library", arg(&folder)]).fine();
    assert!(text.starts_with(&bundled));
    assert!(text.ends_with(
        "test-guide\nA test guide\nWhat a test needs.\n\
         1 minute to read, reviewed 2026-11-01, 6 sections, 2 questions\n"
    ));
}

#[test]
fn an_id_that_is_taken_stays_with_the_first_and_is_said() {
    let id = run(&["list", "--json"]).json("list")["guides"][0]["id"].clone();
    let id = id.as_str().expect("id");
    let folder = folder("taken", &[(format!("{id}.md").as_str(), "other words")]);
    let listed = run(&["read", id, "--library", arg(&folder)]);
    assert_eq!(listed.code, Some(0));
    assert!(listed.err.contains(&format!("{id}.md: the id \"{id}\" is taken")), "{}", listed.err);
    assert!(!listed.out.contains("other words"));
}

#[test]
#[cfg(unix)]
fn what_cannot_be_read_is_said_and_the_rest_is_listed() {
    let folder = folder("dangling", &[("good.md", "# Good\n")]);
    std::os::unix::fs::symlink("nowhere", folder.join("bad.md")).expect("a link");
    let listed = run(&["list", "--library", arg(&folder)]);
    assert_eq!(listed.code, Some(0));
    assert!(listed.err.contains("bad.md: cannot be read: no such file"), "{}", listed.err);
    assert!(listed.out.contains("\ngood\nGood\n"), "{}", listed.out);
}

#[test]
fn a_folder_without_guides_is_refused_as_target_and_said_of_a_library() {
    let empty = folder("empty", &[("notes.txt", "x")]);
    assert!(
        run(&["read", arg(&empty)]).refused().ends_with("no Markdown files (.md) in this folder")
    );
    let listed = run(&["list", "--library", arg(&empty)]);
    assert_eq!((listed.code, listed.err.lines().count()), (Some(0), 1));
}
