//! `read`: guides, sections, files and standard input as text and Markdown.

use super::*;

#[test]
fn a_guide_says_what_it_is_before_its_text_and_what_it_rests_on_after() {
    let folder = guide_folder("whole");
    let text = run(&["read", "test-guide", "--library", arg(&folder), "--width", "200"]).fine();
    let order = [
        "A test guide\n",
        "Reviewed 2026-11-01. 1 minute to read. Evidence that tea calms: mixed (trials disagree).",
        "Before any heading[1].",
        "It was approved[2] long ago[3].",
        "see a page (https://example.org/page).",
        "[3] An aside.",
        "Facts and sources\n",
        "[1] The FDA has not approved ketamine for any psychiatric disorder.",
        "[2] Ketamine was first approved",
        "[4] Spravato",
        "Information, not medical advice. From \"A test guide\" (test-guide), reviewed 2026-11-01;",
    ];
    let mut rest = text.as_str();
    for wanted in order {
        let at = rest.find(wanted).unwrap_or_else(|| panic!("{wanted:?} missing in {rest}"));
        rest = &rest[at + wanted.len()..];
    }
    assert!(words(rest).join(" ").starts_with(&format!("guidepost {}", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn a_source_stands_in_full_once() {
    let file = folder(
        "once",
        &[("g.md", "+++\nreviewed = 2026-11-23\n+++\na[^F-GEN-002] b[^F-GEN-008]\n")],
    )
    .join("g.md");
    let text = run(&["read", arg(&file)]).fine();
    assert_eq!(text.matches("Source R45: FDA warning").count(), 1, "{text}");
    assert_eq!(text.matches("Source R45: see above.").count(), 1, "{text}");
}

#[test]
fn a_source_without_a_date_says_so_and_its_address_is_whole() {
    let text = "+++\nreviewed = 2026-11-23\n+++\nVA pages[^F-PTSD-038], a review[^F-PTSD-002].\n";
    let file = folder("undated", &[("g.md", text)]).join("g.md");
    let said = words(&run(&["read", arg(&file), "--width", "200"]).fine()).join(" ");
    for wanted in [
        "Choosing a Treatment (no date shown; seen in 2026). Read at ptsd.va.gov, ",
        " https://ptsd.va.gov/understand_tx/meds_for_ptsd.asp ",
        "Pharmacotherapy for PTSD (2022). ",
    ] {
        assert!(said.contains(wanted), "{wanted:?} missing in {said}");
    }
    let read = run(&["read", arg(&file), "--json"]).json("read");
    let source = |id: &str| {
        let sources = read["sources"].as_array().expect("sources").iter();
        sources.clone().find(|source| source["id"] == id).expect("cited").clone()
    };
    let [pages, review] = ["R21", "R16"].map(source);
    assert_eq!((&pages["year"], &pages["undated"]), (&2026.into(), &true.into()));
    assert_eq!(pages["url"], "https://ptsd.va.gov/understand_tx/meds_for_ptsd.asp");
    assert_eq!((&review["year"], &review["undated"]), (&2022.into(), &false.into()));
}

#[test]
fn a_section_comes_with_those_under_it_and_keeps_the_numbers_of_the_guide() {
    let folder = guide_folder("section");
    let text = run(&["read", "test-guide#work", "--library", arg(&folder)]).fine();
    assert!(text.starts_with("Does it work?\n"), "{text}");
    assert!(text.contains("Twice[1].") && text.contains("\n[4] Spravato"), "{text}");
    for elsewhere in ["long ago", "Asked", "An aside", "[2] "] {
        assert!(!text.contains(elsewhere), "{elsewhere} in {text}");
    }
    assert!(text.contains("Information, not medical advice."));
}

#[test]
fn sections_end_where_the_next_begins_however_its_heading_is_written() {
    let text = "One\n===\n\na\n\nTwo\n===\n\nb\n\n> ## Quoted\n>\n> c\n\nThree\n=====\n\nd\n";
    let file = folder("setext", &[("s.md", text)]).join("s.md");
    let read = |section: &str| run(&["read", &format!("{}#{section}", arg(&file))]).fine();
    assert_eq!(read("one"), "One\n───\n\na\n");
    assert_eq!(read("quoted"), "│ Quoted\n│ ──────\n│\n│ c\n");
    assert_eq!(read("three"), "Three\n─────\n\nd\n");
    assert!(read("two").ends_with("│ c\n"));
    let markdown = |section: &str| {
        let target = format!("{}#{section}", arg(&file));
        run(&["read", &target, "--format", "markdown"]).fine()
    };
    assert_eq!(markdown("one"), "One\n===\n\na\n\n");
    assert_eq!(markdown("quoted"), "> ## Quoted\n>\n> c\n\n");
}

#[test]
fn a_footnote_comes_with_the_section_that_refers_to_it() {
    let text = "# One\n\nsee[^n]\n\n# Two\n\nother\n\n# Three\n\n[^n]: far away\n";
    let file = folder("footnote", &[("f.md", text)]).join("f.md");
    let one = run(&["read", &format!("{}#one", arg(&file))]).fine();
    assert_eq!(words(&one)[2..], ["see[1]", "[1]", "far", "away"]);
    assert_eq!(words(&run(&["read", &format!("{}#two", arg(&file))]).fine())[2..], ["other"]);
}

#[test]
fn text_before_the_first_heading_is_a_section_too() {
    let folder = guide_folder("opening");
    let target = "test-guide#a-test-guide";
    let out = run(&["read", target, "--library", arg(&folder)]).fine();
    assert!(out.starts_with("Before any heading[1].\n\nFacts and sources\n"), "{out}");
}

#[test]
fn a_plain_file_prints_its_words_and_no_others() {
    let text = "Some *words* here.\n\n- one\n- two\n\nA fact[^F-GEN-001]?\n\n| a | b |\n|---|---|\n| c | d |\n";
    let file = folder("plain", &[("plain.md", text)]).join("plain.md");
    let printed = run(&["read", arg(&file)]).fine();
    let printed: Vec<_> = words(&printed).into_iter().filter(|w| !w.contains(['•', '─'])).collect();
    assert_eq!(printed.join(" "), "Some words here. one two A fact[1]? a b c d");
}

#[test]
fn the_title_is_not_printed_twice() {
    let text = "+++\ntitle = \"Same\"\n+++\n# Same\n\nbody\n";
    let file = folder("same", &[("same.md", text)]).join("same.md");
    assert_eq!(run(&["read", arg(&file)]).fine().matches("Same\n").count(), 1);
}

#[test]
fn line_ends_of_other_systems_are_line_ends() {
    let text = "# T\r\n\r\nOne\r\ntwo.\r\n\r\n```\r\na\r\nb\r\n```\r\n";
    let file = folder("crlf", &[("crlf.md", text)]).join("crlf.md");
    let markdown = run(&["read", arg(&file), "--format", "markdown"]).fine();
    assert_eq!(markdown, text.replace('\r', ""));
    assert_eq!(run(&["read", arg(&file)]).fine(), "T\n─\n\nOne two.\n\n  a\n  b\n");
}

#[test]
fn no_word_is_lost_at_any_width() {
    let id = run(&["list", "--json"]).json("list")["guides"][0]["id"].clone();
    let id = id.as_str().expect("id");
    let letters = |width: &str| -> String {
        let text = run(&["read", id, "--width", width]).fine();
        let longest = text.lines().map(|line| line.chars().count()).max();
        assert!(longest <= width.parse().ok(), "{longest:?} columns at {width}");
        // Tables become cards and bars get longer, so whole words of prose are compared.
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let narrow = letters("10");
    let wide = run(&["read", id, "--width", "1000"]).fine();
    assert!(wide.lines().any(|line| line.chars().count() > 200));
    let markdown = run(&["read", id, "--format", "markdown"]).fine();
    let prose = markdown.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_alphabetic()));
    for paragraph in prose.filter(|line| !line.contains(['[', '*', '_', '`', '='])) {
        let squeezed: String = paragraph.chars().filter(|c| c.is_alphanumeric()).collect();
        assert!(narrow.contains(&squeezed), "{paragraph}");
        assert!(wide.contains(paragraph), "{paragraph}");
    }
}

#[test]
fn standard_input_is_a_document_like_any_other() {
    let ran = run_with(&["-"], b"# From a pipe\n\nwords\n");
    assert_eq!(ran.fine(), "From a pipe\n───────────\n\nwords\n");
    let read = run_with(&["read", "-", "--json"], b"# From a pipe\n").json("read");
    assert_eq!(read["guide"]["title"], "From a pipe");
    assert_eq!(run_with(&["read", "-"], b"").fine(), "");
}

#[test]
fn bytes_that_are_not_text_are_said_once_with_their_line() {
    let file = folder("broken", &[("broken.md", b"fine\n\nbro\xffken\n")]).join("broken.md");
    let input = fs::read(&file).expect("written above");
    for ran in [run(&["read", arg(&file)]), run_with(&["read", "-"], &input)] {
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), "fine\n\nbro\u{fffd}ken\n"));
        assert_eq!(ran.err.matches(":3: not UTF-8").count(), 1, "{}", ran.err);
    }
}

#[test]
fn faulty_front_matter_is_said_with_its_line_and_the_text_is_printed() {
    let text = "+++\ntitle = \"T\"\ncolour = 1\nstrength = \"mixed\"\n+++\nwords\n";
    let file = folder("faulty", &[("faulty.md", text)]).join("faulty.md");
    let ran = run(&["read", arg(&file)]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("faulty.md:3: front matter:"), "{}", ran.err);
    assert!(ran.out.starts_with("T\n") && ran.out.contains("\nwords\n"));
}

#[test]
fn a_guide_wins_over_a_file_of_its_name() {
    let id = run(&["list", "--json"]).json("list")["guides"][0]["id"].clone();
    let id = id.as_str().expect("id");
    let folder = folder("wins", &[(id, "a file"), ("unheard-of", "another file")]);
    let here = |name: &str| ran(command(&["read", name]).current_dir(&folder)).fine();
    assert!(!here(id).contains("a file"));
    assert_eq!(here("unheard-of"), "another file\n");
    assert_eq!(here(&format!("./{id}")), "a file\n");
}

#[test]
fn a_file_whose_name_holds_a_hash_is_a_file() {
    let folder = folder("hash", &[("a#b.md", "hash"), ("a", "# B\n\nnone\n")]);
    assert_eq!(run(&["read", arg(&folder.join("a#b.md"))]).fine(), "hash\n");
    assert_eq!(run(&["read", arg(&folder.join("a#b"))]).fine(), "B\n─\n\nnone\n");
}

#[test]
fn every_paragraph_of_html_at_the_beginning_is_printed() {
    let file = folder("html", &[("a.md", "<div>\n<p>one</p>\n<p>two</p>\n</div>\n\nthree\n")])
        .join("a.md");
    let text = run(&["read", arg(&file)]).fine();
    assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["one", "two", "three"]);
}

#[test]
fn addresses_in_text_are_links_and_stand_once() {
    let file =
        folder("web", &[("a.md", "See https://a.example/x, (www.b.example).\n")]).join("a.md");
    assert_eq!(
        run(&["read", arg(&file)]).fine().trim(),
        "See https://a.example/x, (www.b.example)."
    );
}
