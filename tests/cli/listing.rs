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

/// A named pipe, which whoever reads it would wait for.
#[cfg(unix)]
fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo runs");
    assert!(made.success());
}

#[test]
#[cfg(unix)]
fn a_pipe_among_guides_and_tables_is_said_and_waited_for_by_nobody() {
    let folder = folder("piped", &[("good.md", "# Good\n")]);
    pipe(&folder.join("bad.md"));
    pipe(&folder.join("glossary.toml"));
    for args in [
        ["list", "--library", arg(&folder)].as_slice(),
        &["read", arg(&folder)],
        &["check", arg(&folder)],
    ] {
        let ran = run(args);
        for name in ["bad.md", "glossary.toml"] {
            let said = format!("{name}: ");
            let line = [&ran.err, &ran.out].into_iter().flat_map(|text| text.lines());
            let line = line.into_iter().find(|line| line.contains(&said));
            assert!(line.is_some_and(|line| line.ends_with("it is left out")), "{args:?}: {ran:?}");
        }
    }
}

#[test]
fn of_two_files_with_one_id_in_a_folder_the_first_stays_and_the_other_is_said() {
    let folder = folder("twice", &[("a.markdown", "# First\n"), ("a.md", "# Second\n")]);
    let ran = run(&["read", arg(&folder)]);
    assert_eq!(ran.out.matches("\nFirst\n").count() + ran.out.matches("Second").count(), 1);
    assert!(ran.err.contains("a.md: the id \"a\" is taken"), "{}", ran.err);
}

#[test]
fn tables_beside_a_file_or_in_a_library_stand_behind_its_figures() {
    let fact = "[[fact]]\nid = \"F-TEA-001\"\nstatement = \"Two cups, by a count.\"\n\
                basis = \"common\"\nchecked = 2026-11-01\n";
    let text = "# Tea\n\nPeople drink two cups.[^F-TEA-001]\n";
    let folder = folder("beside", &[("tea.md", text), ("facts.toml", fact)]);
    for args in [
        ["read", arg(&folder.join("tea.md"))].as_slice(),
        &["read", "tea", "--library", arg(&folder)],
    ] {
        let text = run(args).fine();
        assert!(text.contains("two cups[1]") || text.contains("two cups.[1]"), "{text}");
        assert!(text.contains("[1] Two cups, by a count."), "{text}");
    }
    // A table that cannot be read is said, and the bundled facts stay.
    fs::write(folder.join("facts.toml"), "[[fact]]\nid = 3\n").expect("written");
    let ran = run(&["read", "ketamine-for-ptsd#approved-pills", "--library", arg(&folder)]);
    assert!(ran.err.contains("facts.toml:2: "), "{}", ran.err);
    assert!(ran.out.contains("(F-PTSD-002)"), "{}", ran.out);
}

#[test]
fn front_matter_of_another_program_gives_its_title_and_no_fault() {
    let text = "+++\ntitle = \"From elsewhere\"\ndate = 2024-01-01\n+++\n\nWords.\n";
    let file = folder("elsewhere", &[("page.md", text)]).join("page.md");
    assert_eq!(run(&["read", arg(&file)]).fine(), "Words.\n");
    let checked = run(&["check", arg(&file)]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
}

#[test]
fn guides_of_a_folder_stand_in_their_order_and_other_files_behind_them() {
    let ours =
        |order: &str| format!("+++\ntitle = \"T\"\n{order}reviewed = 2026-11-01\n+++\n\nWords.\n");
    let (last, first, none) = (ours("order = 20\n"), ours("order = 3\n"), ours(""));
    let files = [
        ("a.md", none.as_str()),
        ("b.md", "# Notes\n"),
        ("c.md", &last),
        ("d/e.md", &first),
        ("f.md", &last),
    ];
    let folder = folder("ordered", &files);
    let ids = |ran: Ran| -> Vec<String> {
        let rows = ran.json("list")["guides"].as_array().expect("guides").clone();
        rows.iter().map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(ids(run(&["read", arg(&folder), "--json"])), ["d/e", "c", "f", "a", "b"]);
    let all = ids(run(&["list", "--library", arg(&folder), "--json"]));
    assert_eq!(all[all.len() - 5..], ["d/e", "c", "f", "a", "b"]);
}

#[test]
fn questions_whose_id_a_guide_of_the_folder_has_are_said_and_left_out() {
    let table = include_str!("../../guides/questions.toml");
    let files = [("questions-to-ask.md", "# Mine\n"), ("questions.toml", table)];
    let ran = run(&["read", arg(&folder("asked-twice", &files)), "--json"]);
    assert_eq!(ran.json("list")["guides"].as_array().expect("guides").len(), 1);
    let said = "questions.toml: the id \"questions-to-ask\" is taken";
    assert!(ran.err.contains(said) && ran.err.lines().count() == 1, "{}", ran.err);
}
