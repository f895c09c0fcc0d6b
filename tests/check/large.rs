//! Files with thousands of faults are checked about as fast as they are long: each of these
//! took minutes when a whole file was looked through for each of its faults.

use super::*;

/// A folder of its own with the fixtures, the guide being `text` where it is given.
fn findings(name: &str, file: &str, edit: impl FnOnce(String) -> String) -> Vec<(usize, String)> {
    let findings = checked(&edited(&format!("large-{name}"), file, edit), TODAY).findings;
    let of_file = findings.into_iter().filter(|finding| finding.file.ends_with(file));
    of_file.map(|finding| (finding.line.expect("a line"), finding.message)).collect()
}

#[test]
fn each_fault_of_a_long_table_of_questions_is_found_on_its_line() {
    const GROUPS: usize = 1500;
    let group = |i: usize| {
        format!(
            "\n[[group]]\nid = \"g{i}\"\ntitle = \"Tea\"\nlead = \"A miracle.\"\n\n\
             [[group.question]]\nid = \"q{i}\"\nask = \"Is it hot?\"\nwhy = \"It is so.\"\n"
        )
    };
    let mut above = 0;
    let found = findings("questions", "questions.toml", |text| {
        let (first, rest) = text.split_once("\n[red_flags]").expect("the signs");
        above = first.matches('\n').count() + 1;
        let groups: String = (0..GROUPS).map(group).collect();
        format!("{first}{groups}\n[red_flags]{rest}")
    });
    let lines: Vec<_> = found.iter().map(|(line, _)| *line).collect();
    let wanted: Vec<_> = (0..GROUPS).map(|i| above + 10 * i + 4).collect();
    assert_eq!(lines, wanted);
}

#[test]
fn of_many_broken_links_the_first_name_the_nearest() {
    const LINKS: usize = 4000;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-large-links");
    fs::create_dir_all(&folder).expect("a folder");
    // The text before the headings is called as they are, with a number of its own.
    let own = |i: usize| format!("# Tea\n\n[There](#section-{i})\n\n");
    let text = (0..LINKS).map(own).collect::<String>();
    fs::write(folder.join("tea.md"), format!("First.\n\n{text}")).expect("a guide");
    let findings = checked(&folder, TODAY).findings;
    assert_eq!(findings.len(), LINKS);
    let (first, others) = findings.split_at(20);
    assert!(first.iter().all(|finding| finding.message.contains("; the nearest is \"tea")));
    let said = |i: usize| format!("there is no section \"section-{i}\"");
    let others: Vec<_> = others.iter().map(|own| (own.line, own.message.clone())).collect();
    let wanted: Vec<_> = (20..LINKS).map(|i| (Some(5 + 4 * i), said(i))).collect();
    assert_eq!(others, wanted);
}
