//! Lists of clinics as a whole: their columns, their bytes and their rows.

use guidepost::check::Code;
use guidepost::clinic::Clinic;
use guidepost::library::TableText;

use super::*;

/// What is said of a list, with its lines.
fn said(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-lists");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a list");
    let text = TableText::of(&path).expect("it can be read").expect("it is there");
    let findings = check::clinics(&text, TODAY).findings;
    assert!(findings.iter().all(|finding| finding.code == Code::Clinic), "{findings:?}");
    findings
        .iter()
        .map(|finding| format!("{}: {}", finding.line.expect("a line"), finding.message))
        .collect()
}

#[test]
fn a_list_of_names_and_states_needs_nothing_else() {
    assert_eq!(said("least.csv", b"name,state\nTea House,WA\n"), Vec::<String>::new());
    assert_eq!(said("least.csv", b"state,name\nWA,\n"), ["2: a clinic needs a name: add it"]);
    // What has a column of its own is asked for.
    let wrong = said("least.csv", b"name,state,status,sources\nTea House,WA,,\n");
    assert_eq!(
        wrong,
        [
            "2: no source: add where this was read",
            "2: \"\" is no status: known are listed, doubtful"
        ]
    );
}

#[test]
fn a_list_without_names_or_rows_or_in_other_bytes_is_refused() {
    let lacks = |name: &str| format!("1: there is no column {name}: guidepost import makes one");
    assert_eq!(said("lacks.csv", b"name,city\nTea,Rome\n"), [lacks("state")]);
    assert_eq!(said("lacks.csv", b"state\nWA\n"), [lacks("name")]);
    assert_eq!(said("empty.csv", b"name,state\n"), ["1: there is no clinic in it: add a row"]);
    assert_eq!(said("none.csv", b""), [lacks("name")]);
    assert_eq!(
        said("twice.csv", b"name,state,name\nTea,WA,Tea\n"),
        ["1: the column \"name\" is there twice"]
    );
    assert_eq!(
        said("latin.csv", b"name,state\nTea,WA\nCaf\xe9,OR\n"),
        ["3: not UTF-8: save the file in UTF-8"]
    );
    let no_text = "1: no text: a NUL byte stands here, so nothing else of it is checked";
    assert_eq!(said("binary.csv", b"\x7fELF\0\x01\x1b\n\0\0\n"), [no_text]);
}

#[test]
fn the_list_that_comes_with_the_program_has_every_column() {
    let first = include_str!("../../assets/clinics.csv").lines().next();
    assert_eq!(first, Some(Clinic::headings().join(",").as_str()));
}
