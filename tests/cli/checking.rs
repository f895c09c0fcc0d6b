//! `check`: what is printed, where, and how the run ends.

use serde_json::json;

use super::*;

#[test]
fn the_bundled_guides_are_checked_without_a_path() {
    let ran = run(&["check"]);
    // Warnings come with the years and are no faults.
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.err.contains(" synonyms checked: 0 faults, "), "{}", ran.err);
}

#[test]
fn a_fault_is_a_line_with_its_place_and_ends_the_run_with_1() {
    let folder = folder("check-fault", &[("a.md", "# A\n\n[there](#nowhere)\n")]);
    let ran = run(&["check", arg(&folder)]);
    let file = format!("{}/a.md", folder.display());
    let line = format!("{file}:3: link: there is no section \"nowhere\"; the nearest is \"a\"\n");
    assert_eq!((ran.code, ran.out), (Some(1), line));
    assert_eq!(ran.err, "guidepost: 1 guide checked: 1 fault, 0 warnings\n");
    let found = run(&["check", arg(&folder), "--json"]);
    assert_eq!(found.code, Some(1));
    assert_eq!(
        found.json("check")["faults"],
        json!([{ "file": file, "line": 3, "code": "link", "level": "fault",
                 "message": "there is no section \"nowhere\"; the nearest is \"a\"" }])
    );
    let checked = &found.json("check")["checked"];
    for name in ["guides", "clinics", "sources", "facts"] {
        assert!(checked[name].is_u64(), "{name} in {checked}");
    }
}

#[test]
fn a_warning_is_shown_and_does_not_count() {
    let text = "+++\ntitle = \"A\"\nreviewed = 2020-01-01\n+++\n\nWords.\n";
    let folder = folder("check-warning", &[("a.md", text)]);
    let ran = run(&["check", arg(&folder)]);
    assert!(ran.out.contains("a.md:3: date: warning: This guide was reviewed"), "{}", ran.out);
}

#[test]
fn a_single_file_is_held_to_the_files_it_links_to() {
    let folder = folder(
        "check-file",
        &[
            (
                "deep/a.md",
                "[b](../b.md#b) [c](c.md) [none](../none.md) [ours](ketamine-for-ptsd.md)\n",
            ),
            ("b.md", "# B\n"),
            ("deep/c.md", "[not looked at](#x)\n"),
        ],
    );
    let file = format!("{}/deep/a.md", folder.display());
    let ran = run(&["check", &file]);
    assert_eq!(ran.out, format!("{file}:1: link: there is no guide \"../none.md\" here\n"));
}

#[test]
fn several_paths_are_checked_in_turn() {
    let folder = folder("check-two", &[("a.md", "fine\n"), ("b.md", "\u{7}\n")]);
    let path = |name: &str| format!("{}/{name}", folder.display());
    let ran = run(&["check", &path("a.md"), &path("b.md")]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.err.contains("2 guides checked: 1 fault"), "{}", ran.err);
}

#[test]
fn what_cannot_be_checked_costs_none_of_the_other_paths() {
    let folder = folder("check-some", &[("a.md", "[x](#none)\n"), ("b.md", "[y](#none)\n")]);
    let path = |name: &str| format!("{}/{name}", folder.display());
    let paths = [path("a.md"), path("none.md"), path("b.md"), path("facts.toml")];
    let args: Vec<&str> = ["check"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let ran = run(&args);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    let said: Vec<_> = ran.err.lines().collect();
    assert!(
        matches!(said[..], [summary, none, other]
        if summary.ends_with("2 guides checked: 2 faults, 0 warnings")
            && none.ends_with("none.md: there is no such file or folder")
            && other.ends_with("facts.toml: there is no such file or folder")),
        "{said:?}"
    );
    let all = run(&[&args[..], &["--json"]].concat());
    assert_eq!(
        (all.code, all.json("check")["faults"].as_array().map(Vec::len)),
        (Some(2), Some(2))
    );
}

#[test]
fn a_path_that_is_named_twice_is_checked_once() {
    let folder = folder("check-twice", &[("a.md", "[x](#none)\n")]);
    let (file, other) =
        (format!("{}/a.md", folder.display()), format!("{}/./a.md", folder.display()));
    let ran = run(&["check", &file, &other, &file]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert_eq!(ran.err, "guidepost: 1 guide checked: 1 fault, 0 warnings\n");
}

#[test]
fn a_file_of_other_bytes_than_text_is_one_fault() {
    let bytes: Vec<u8> = (0..=255).cycle().take(40_000).collect();
    let folder = folder("check-binary", &[("a.md", bytes.as_slice()), ("b.csv", &bytes)]);
    for name in ["a.md", "b.csv"] {
        let ran = run(&["check", &format!("{}/{name}", folder.display())]);
        assert_eq!((ran.code, ran.out.lines().count()), (Some(1), 1), "{}", ran.out);
        assert!(ran.out.contains(": no text: "), "{}", ran.out);
    }
    let ran = run(&["check", &format!("{}/b.csv", folder.display())]);
    assert_eq!(ran.err, "guidepost: nothing checked: 1 fault, 0 warnings\n");
}

#[cfg(unix)]
#[test]
fn json_keeps_the_name_of_a_file_as_it_is() {
    let name = "a\u{1b}[31m  b.md";
    let guides = [(name, "[x](#none)\n"), ("facts.toml", "[[fact]]\nid = 1\n")];
    let folder = folder("check\u{7}name", &guides);
    let ran = run(&["check", arg(&folder), "--json"]);
    let files: Vec<_> = ran.json("check")["faults"]
        .as_array()
        .expect("faults")
        .iter()
        .map(|fault| fault["file"].as_str().expect("a file").to_owned())
        .collect();
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    assert!(files.contains(&path(name)) && files.contains(&path("facts.toml")), "{files:?}");
    let shown = run(&["check", arg(&folder)]).out;
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
}

#[test]
fn tables_in_folders_below_are_said_not_to_be_read() {
    let files = [("a.md", "fine\n"), ("guides/facts.toml", ""), ("guides/x/sources.toml", "")];
    let folder = folder("check-below", &files);
    let ran = run(&["check", arg(&folder)]);
    let warning = format!(
        "{}: shape: warning: the tables in guides, guides/x are not read: to check them name their \
         folder\n",
        folder.display()
    );
    assert_eq!((ran.code, ran.out), (Some(0), warning));
}

#[test]
fn what_cannot_be_checked_is_refused() {
    let folder = folder("check-refused", &[("facts.toml", "")]);
    let path = |name: &str| format!("{}/{name}", folder.display());
    assert!(run(&["check", &path("none.md")]).refused().contains("no such file or folder"));
    assert!(run(&["check", &path("facts.toml")]).refused().contains("name its folder"));
    assert!(run(&["check", arg(&folder)]).refused().contains("no Markdown files"));
}

#[test]
fn a_list_of_clinics_is_checked_by_itself_and_in_its_folder() {
    let row = "id,name,state,kind,geo,seen,status,sources\r\n\
               tea,Tea,WA,clinic,none,listed,listed,\"a\r\nlist\"\r\n\
               Cup,Cup,WA,clinic,none,listed,listed,a list\r\n";
    let folder = folder("check-clinics", &[("clinics.csv", row)]);
    let file = format!("{}/clinics.csv", folder.display());
    let line = format!(
        "{file}:4: clinic: \"Cup\" is no id: write it in lower case letters, digits and dashes\n"
    );
    for path in [&file, arg(&folder)] {
        let ran = run(&["check", path]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), line.as_str()));
        assert_eq!(ran.err, "guidepost: 2 clinics checked: 1 fault, 0 warnings\n");
    }
    let found = run(&["check", &file, "--json"]).json("check");
    assert_eq!(
        (&found["checked"]["clinics"], &found["faults"][0]["code"]),
        (&2.into(), &"clinic".into())
    );
    fs::write(folder.join("a.md"), "fine\n").expect("a file");
    let ran = run(&["check", arg(&folder)]);
    assert_eq!(ran.err, "guidepost: 1 guide, 2 clinics checked: 1 fault, 0 warnings\n");
}

#[test]
fn a_table_of_routes_is_checked_by_itself_and_in_its_folder() {
    let fixture = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/check").join(name);
        fs::read_to_string(path).expect("a fixture")
    };
    let (costs, facts) =
        (fixture("costs.toml").replace("low = 90", "low = 91"), fixture("facts.toml"));
    let folder = folder("check-costs", &[("costs.toml", &costs), ("facts.toml", &facts)]);
    let file = format!("{}/costs.toml", folder.display());
    let line = format!(
        "{file}:17: cost: the figure \"91 minutes\" does not stand in F-TEA-005: correct it, name \
         the fact that states it\n"
    );
    for path in [&file, arg(&folder)] {
        let ran = run(&["check", path]);
        // In another year its prices are too old as well.
        assert_eq!(ran.code, Some(1));
        assert!(ran.out.ends_with(&line), "{}", ran.out);
        assert!(ran.err.starts_with("guidepost: 5 routes checked: 1 fault, "), "{}", ran.err);
    }
    let found = run(&["check", &file, "--json"]).json("check");
    assert_eq!(found["checked"]["routes"], 5);
    assert!(
        found["faults"].as_array().expect("faults").iter().all(|fault| fault["code"] == "cost")
    );
    fs::write(folder.join("clinics.csv"), "id,name,state\n").expect("a file");
    let ran = run(&["check", arg(&folder)]);
    assert!(ran.err.contains("5 routes checked: 2 faults, "), "{}", ran.err);
    fs::write(folder.join("a.md"), "fine\n").expect("a file");
    fs::remove_file(folder.join("costs.toml")).expect("written above");
    assert!(!run(&["check", arg(&folder)]).err.contains("route"));
}

#[test]
fn escape_sequences_in_findings_reach_nobody() {
    let folder = folder("check-escape", &[("a.md", "[x](#\u{1b}[31mred) \u{1b}]0;t\u{7}\n")]);
    let ran = run(&["check", arg(&folder)]);
    assert!(!ran.out.is_empty() && ran.out.chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn the_questions_to_ask_can_be_printed_like_a_guide() {
    let text = run(&["read", "questions-to-ask#red-flags", "--width", "200"]).fine();
    assert!(text.contains("walk away"), "{text}");
    let groups = run(&["read", "questions-to-ask", "--json"]).json("read");
    let ids: Vec<_> = groups["guide"]["sections"]
        .as_array()
        .expect("sections")
        .iter()
        .filter(|section| section["level"] == 2)
        .map(|section| section["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(
        ids,
        ["safety", "credentials", "trauma", "cost", "aftercare", "at-home", "red-flags"]
    );
}
