//! `read --format markdown`: Markdown that stands by itself, and can be opened again.

use std::collections::HashMap;

use super::*;

fn markdown(args: &[&str]) -> String {
    run(&[&["read", "--format", "markdown"], args].concat()).fine()
}

/// The part of [`GUIDE`] between two of its words.
fn part(from: &str, to: &str) -> &'static str {
    let from = GUIDE.find(from).expect("is there");
    GUIDE[from..from + GUIDE[from..].find(to).expect("is there")].trim_end()
}

/// Every mark of a note has one definition, and every definition a mark or picture.
#[track_caller]
fn assert_no_mark_dangles(text: &str) {
    for (at, _) in text.match_indices("[^") {
        let (mark, _) = text[at..].split_once(']').expect("a mark");
        assert_eq!(text.matches(&format!("\n{mark}]: ")).count(), 1, "{mark}] in {text}");
    }
}

const END: &str = "\n\n---\n\nInformation, not medical advice. From \"A test guide\" \
                   (test-guide), reviewed 2026-11-01; guidepost ";

#[test]
fn a_guide_has_its_title_above_and_what_it_rests_on_below() {
    let folder = guide_folder("markdown");
    let text = markdown(&["test-guide", "--library", arg(&folder)]);
    let head = "# A test guide\n\nReviewed 2026-11-01. 1 minute to read. \
                Evidence that tea calms: mixed (trials disagree).\n\n";
    let rest = text.strip_prefix(head).expect("title and dates");
    let rest = rest.strip_prefix(GUIDE[GUIDE.find("Before").expect("body")..].trim_end());
    let rest = rest.expect("its text as it is written");
    let facts = rest.strip_prefix("\n\n## Facts and sources\n\n[^F-GEN-002]: The FDA has not ");
    let (facts, end) = facts.expect("facts").split_once(END).expect("where it is from");
    assert!(facts.contains(" Basis: read in the source. Checked 20"), "{facts}");
    assert!(facts.contains("(F-GEN-002) Source R45: FDA warning on compounded ketamine"));
    assert!(facts.contains(" <https://simhcottumwa.org> Kind: secondary source"), "{facts}");
    assert!(end.contains(", text under CC BY 4.0. ") && end.ends_with(".\n"), "{end}");
    assert_no_mark_dangles(&text);
}

#[test]
fn a_section_has_that_too_and_the_notes_it_refers_to() {
    let folder = guide_folder("markdown-section");
    let read = |section: &str| {
        let target = format!("test-guide#{section}");
        let text = markdown(&[&target, "--library", arg(&folder)]);
        assert!(text.starts_with("# A test guide\n\nReviewed 2026-11-01. 1 minute to read. "));
        assert!(text.contains(END), "{text}");
        assert_no_mark_dangles(&text);
        text
    };
    let asked = part("## Asked", "## Last");
    assert!(
        read("asked").contains(&format!("\n\n{asked}\n\n## Facts and sources\n\n[^F-GEN-007]"))
    );
    let parts = read("parts");
    assert!(parts.contains("\n\n[^aside]: An aside.\n\n## Facts and sources\n\n"), "{parts}");
    assert!(!read("work").contains("An aside"));
    let last = format!("\n\n{}{END}", part("## Last", "[^aside]: "));
    assert!(
        read("last").contains("\n\n## Last {#last}\n\nThe end.\n\n[^aside]: An aside."),
        "{last}"
    );
    let opening = read("a-test-guide");
    assert!(opening.contains(").\n\nBefore any heading[^F-GEN-002].\n\n## Facts"), "{opening}");
}

#[test]
fn a_heading_that_is_the_title_stands_once() {
    let text = "+++\ntitle = \"Same *x* {#y}\"\nreviewed = 2026-01-02\n+++\n\nSame \\*x* \\{#y}\n===\n\nbody\n";
    let file = folder("markdown-same", &[("same.md", text)]).join("same.md");
    let printed = markdown(&[arg(&file)]);
    assert!(
        printed.starts_with(
            "Same \\*x* \\{#y}\n===\n\nReviewed 2026-01-02. 1 minute to read.\n\nbody\n\n---\n\n"
        ),
        "{printed}"
    );
}

#[test]
fn a_file_that_is_no_guide_of_ours_is_printed_as_it_stands() {
    let front = "---\ntitle: T\n---\n\n\n# One\n\n[^F-GEN-001] and [^n]\n\n\n# Two\n\n[^n]: note";
    let other = "+++\ntitle = \"T\"\n+++\n\n# A\n\n\n";
    for text in [front, other, "\n\n    code\n", "", "+++\nnever closed\n"] {
        let file = folder("as-it-stands", &[("a.md", text)]).join("a.md");
        let ran = run(&["read", arg(&file), "--format", "markdown"]);
        assert_eq!(ran.out, text);
    }
    let file = folder("as-it-stands", &[("a.md", front)]).join("a.md");
    let section = markdown(&[&format!("{}#one", arg(&file))]);
    assert_eq!(section, "# One\n\n[^F-GEN-001] and [^n]\n\n\n");
}

#[test]
fn what_is_printed_can_be_opened_and_printed_again() {
    let listed = run(&["list", "--json"]).json("list");
    for guide in listed["guides"].as_array().expect("guides") {
        let id = guide["id"].as_str().expect("id");
        let text = markdown(&[id]);
        assert_no_mark_dangles(&text);
        let file = folder("again", &[("again.md", &text)]).join("again.md");
        assert_eq!(markdown(&[arg(&file)]), text);

        let [read, again] = [id, arg(&file)].map(|id| run(&["read", id, "--json"]).json("read"));
        assert_eq!(read["guide"]["title"], again["guide"]["title"]);
        let sections = |read: &serde_json::Value| read["guide"]["sections"].as_array().cloned();
        let [mut before, mut after] = [&read, &again].map(|read| sections(read).expect("sections"));
        // Title and dates stand in the first, facts in one of their own at the end.
        let [opening, title] = [&mut before, &mut after].map(|sections| sections.remove(0));
        let [opening, title] =
            [&opening, &title].map(|section| section["text"].as_str().expect("text"));
        assert!(title.starts_with("Reviewed ") && title.ends_with(opening), "{title}");
        let facts = after.pop().expect("facts");
        assert_eq!(facts["id"], "facts-and-sources");
        let facts = facts["text"].as_str().expect("text");
        for fact in read["facts"].as_array().expect("facts") {
            assert!(facts.contains(fact["statement"].as_str().expect("text")), "{fact}");
        }
        for source in read["sources"].as_array().expect("sources") {
            assert!(facts.contains(source["read"].as_str().expect("text")), "{source}");
            let found = ["url", "doi", "pmid"].iter().find_map(|name| source[name].as_str());
            assert!(facts.contains(found.expect("a way to it")), "{source}");
        }
        assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            for name in ["id", "level", "title", "text", "citations", "questions"] {
                assert_eq!(before[name], after[name], "{name} of {}", before["id"]);
            }
        }
    }
}

/// Front matter and text that are hard on whoever writes them anew.
const HARD: &str = "+++
title = \"7. Hard [a](b) <i> {#c}\"
reviewed = 2026-01-02
+++

    code at the beginning

Own facts[^F-GEN-001] and unknown ones[^F-NONE-001], a [page][p], a note[^n] and one in a list[^li].

- [ ] a task
- [x] another

  [^li]: In a list, with a fact[^F-GEN-003].

> # Quoted {.faq}
>
> | a | b[^F-GEN-002] |
> |---|---|
> | `c | d` | **e** |

```icons
title = \"Picture\"
of = 10
groups = [{ label = \"Some\", n = 4 }]
fact = \"F-GEN-004\"
```

Under
-----

<details><summary>More</summary>

Inside[^far].

</details>

## Asked {.faq}

### Why?

Because[^far].

[p]: https://example.org/a_page_of_many
[^n]: First line
    goes on[^far].

    Second paragraph.

[^far]: Far away.

[^F-GEN-001]: The guide's own words.
";

#[test]
fn no_word_of_a_hard_guide_is_lost_on_the_way() {
    let folder = folder("hard-again", &[("hard.md", HARD)]);
    let [hard, again] = ["hard.md", "again.md"].map(|name| folder.join(name));
    let counted = |text: &str| {
        let mut counted: HashMap<String, usize> = HashMap::new();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.for_each(|word| *counted.entry(word.to_owned()).or_default() += 1);
        counted
    };
    for section in ["", "#under", "#asked", "#why", "#quoted", "#7-hard-ab-i-c"] {
        let target = format!("{}{section}", arg(&hard));
        let text = markdown(&[&target]);
        fs::write(&again, &text).expect("a file for tests");
        let [before, after] = [target.as_str(), arg(&again)]
            .map(|target| run(&["read", target, "--width", "1000"]).fine());
        assert!(after.starts_with("7. Hard [a](b) <i> {#c}\n"), "{after}");
        let after = counted(&after);
        for (word, times) in counted(&before) {
            // Numbers of notes depend on what else there is.
            let number = word.bytes().all(|b| b.is_ascii_digit());
            let kept = after.get(&word).is_some_and(|again| *again >= times);
            assert!(number || kept, "{word} of {target} in {text}");
        }
    }
}
