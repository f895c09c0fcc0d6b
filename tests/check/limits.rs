//! The measures of a guide: what is one more than enough is found, and enough is not.

use super::*;

/// What is said of the guide of the fixtures, with `new` in the place of `old`.
fn said(name: &str, old: &str, new: &str) -> Vec<String> {
    let folder = edited(&format!("limit-{name}"), "tea.md", |text| {
        assert!(text.contains(old), "tea.md lacks {old:?}");
        text.replacen(old, new, 1)
    });
    let library = Library::folder(&folder).expect("a library");
    let tea = library.find("tea").expect("the guide").index;
    let findings = check::guide(&library, tea, TODAY).findings;
    let file = format!("{}/tea.md:", folder.display());
    findings.iter().map(|finding| finding.to_string().replace(&file, "")).collect()
}

/// `n` words in sentences of `long` words each.
fn words(n: usize, long: usize) -> String {
    let word = |i: usize| {
        let first = if i.is_multiple_of(long) { "Go" } else { "on" };
        let end = if i % long == long - 1 || i == n - 1 { "." } else { "" };
        format!("{first}{end}")
    };
    (0..n).map(word).collect::<Vec<_>>().join(" ")
}

const OLD: &str = "Boil some water.";

#[test]
fn a_sentence_has_25_words_and_a_paragraph_60() {
    assert_eq!(said("sentence-25", OLD, &words(25, 25)), Vec::<String>::new());
    let warned = "57: grade: warning: a sentence of 26 words: part it; 25 are enough";
    assert_eq!(said("sentence-26", OLD, &words(26, 26)), [warned]);
    let warned = "57: grade: warning: a sentence of 30 words: part it; 25 are enough";
    assert_eq!(said("sentence-30", OLD, &words(30, 30)), [warned]);
    let fault = "57: grade: a sentence of 31 words: part it; 25 are enough";
    assert_eq!(said("sentence-31", OLD, &words(31, 31)), [fault]);
    assert_eq!(said("paragraph-60", OLD, &words(60, 10)), Vec::<String>::new());
    let warned = "57: grade: warning: a paragraph of 61 words: part it; 60 are enough";
    assert_eq!(said("paragraph-61", OLD, &words(61, 10)), [warned]);
}

#[test]
fn sentences_have_15_words_on_average() {
    let long = |long: usize| format!("{}\n\n{}", words(55, long), words(55, long));
    let old = "One trial is known. Whether tea works for longer is not.";
    assert_eq!(said("mean-11", old, &long(11)), Vec::<String>::new());
    // So many that the short ones of the fixture do not matter.
    let long = words(50, 25);
    let more = |i: usize| format!("### More {{#more-{i}}}\n\n{long}\n\n{long}\n\n");
    let many: String = (0..40).map(more).collect();
    let said = said("mean-25", "## Next step", &format!("{many}## Next step"));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("14: grade: warning: sentences have "), "{said:?}");
}

#[test]
fn a_section_has_150_words_and_an_answer_90() {
    let old = "One trial is known. Whether tea works for longer is not.";
    let parts = |n: usize| format!("{}\n\n{}\n\n{}", words(50, 10), words(50, 10), words(n, 10));
    assert_eq!(said("section-150", old, &parts(50)), Vec::<String>::new());
    let fault = "51: shape: 151 words between two headings: part them; 150 are enough";
    assert_eq!(said("section-151", old, &parts(51)), [fault]);
    let old = "It may, for some.";
    let parts = |n: usize| format!("{}\n\n{}", words(50, 10), words(n, 10));
    assert_eq!(said("answer-90", old, &parts(40)), Vec::<String>::new());
    let fault = "62: shape: an answer of 91 words: 90 are enough";
    assert_eq!(said("answer-91", old, &parts(41)), [fault]);
    let fault = "62: shape: a question without an answer";
    assert_eq!(said("answer-0", old, ""), [fault]);
}

#[test]
fn a_main_message_has_40_words() {
    let with = |n: usize| {
        let own = "Tea may help some people sleep a little. One small trial says so.";
        let folder = edited(&format!("message-{n}"), "tea.md", |text| {
            text.replace(own, &format!("Tea may help you sleep. {}", words(n - 5, 10)))
        });
        let library = Library::folder(&folder).expect("a library");
        let tea = library.find("tea").expect("the guide").index;
        let findings = check::guide(&library, tea, TODAY).findings;
        findings.into_iter().map(|own| (own.line, own.message)).collect::<Vec<_>>()
    };
    assert_eq!(with(40), []);
    let message = "the main message has 41 words: 40 are enough".to_owned();
    assert_eq!(with(41), [(Some(8), message)]);
}

#[test]
fn the_short_version_has_3_to_6_bullets() {
    let old = "- See [what is known](#known-and-not), or [ask a clinic](questions:cost).\n";
    for (bullets, more) in [(3, 0), (6, 3)] {
        let new = old.to_owned() + &"- It is so.\n".repeat(more);
        assert_eq!(said(&format!("bullets-{bullets}"), old, &new), Vec::<String>::new());
    }
    for (bullets, new) in [(2, String::new()), (7, old.to_owned() + &"- It is so.\n".repeat(4))] {
        let fault =
            format!("21: shape: the short version has {bullets} bullets: 3 to 6 are wanted");
        assert_eq!(said(&format!("bullets-{bullets}"), old, &new), [fault]);
    }
    let without = said("bullets-none", "{#the-short-version}", "{#in-short}");
    assert_eq!(without, ["14: shape: no section {#the-short-version}: 3 to 6 bullets"]);
}

/// Sentences that read at a high grade, and at a low one.
const HARD: &str = "Institutional considerations necessitate documentation.";
const EASY: &str = "Sit down and drink a cup of it.";

#[test]
fn a_guide_reads_at_grade_8_its_sections_at_9_5_and_steps_and_boxes_at_6() {
    let grade = |text: &str| check::grade(text).grade;
    assert!(grade(HARD) > 20.0 && grade(EASY) < 3.0);
    let begins = |found: &[String], wanted: &[&str]| {
        let same = found.len() == wanted.len();
        let each = found.iter().zip(wanted).all(|(found, wanted)| found.starts_with(wanted));
        assert!(same && each, "{found:?}");
    };
    let section = |hard: usize| {
        let (hard, easy) = (format!("{HARD} ").repeat(hard), format!("{EASY} ").repeat(5));
        format!("{}\n\n{}", hard.trim_end(), easy.trim_end())
    };
    let old = "One trial is known. Whether tea works for longer is not.";
    assert_eq!(said("section-easy", old, &section(3)), Vec::<String>::new());
    let found = said("section-hard", old, &section(4));
    begins(&found, &["51: grade: warning: this section reads at grade 11"]);
    // Forty such sections decide about the whole.
    let whole = |name: &str, hard: usize| {
        let own = |i: usize| format!("### More {{#more-{i}}}\n\n{}\n\n", section(hard));
        let many = (0..40).map(own).collect::<String>() + "## Next step";
        let found = said(name, "## Next step", &many);
        found.into_iter().filter(|own| own.contains("the guide reads")).collect::<Vec<_>>()
    };
    assert_eq!(whole("guide-easy", 2), Vec::<String>::new());
    begins(&whole("guide-8", 3), &["14: grade: warning: the guide reads at grade 8."]);
    begins(&whole("guide-10", 4), &["14: grade: the guide reads at grade 10."]);
    let steps = format!("{}\n3. {EASY} {EASY} {EASY}", [EASY; 2].join(" "));
    assert_eq!(said("steps-easy", OLD, &steps), Vec::<String>::new());
    let steps = format!("{HARD} {HARD}\n3. {EASY} {EASY} {EASY}");
    begins(&said("steps-hard", OLD, &steps), &["55: grade: warning: its steps read at grade "]);
    let boxed = "You can text HOME to 741741.[^F-TEA-009]";
    let found = said("box-hard", boxed, &format!("{boxed} {HARD} {HARD}"));
    begins(&found, &["14: grade: warning: the text in the box reads at grade "]);
}
