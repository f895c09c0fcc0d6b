//! `check`: what each rule refuses, what it just lets pass, and what it finds in the
//! guides themselves.

mod costs;
mod front;
mod grades;
mod large;
mod limits;
mod lists;
mod pinned;
mod rules;
mod sentences;
mod tables;

use std::fs;
use std::path::{Path, PathBuf};

use guidepost::check::{self, Code, Report};
use guidepost::library::Library;
use jiff::civil::{Date, date};

/// A day on which nothing is too old.
const TODAY: Date = date(2026, 11, 24);

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/check")
}

/// A folder of its own with the fixtures, in which `edit` changes a file's text.
fn edited(name: &str, file: &str, edit: impl FnOnce(String) -> String) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for entry in fs::read_dir(fixtures()).expect("the fixtures") {
        let entry = entry.expect("a fixture");
        fs::copy(entry.path(), folder.join(entry.file_name())).expect("a copy");
    }
    let path = folder.join(file);
    let text = edit(fs::read_to_string(&path).expect("the fixture"));
    fs::write(path, text).expect("the edited fixture");
    folder
}

fn checked(folder: &Path, today: Date) -> Report {
    check::library(&Library::folder(folder).expect("a library"), today)
}

#[test]
fn the_fixtures_themselves_pass() {
    let report = checked(&fixtures(), TODAY);
    assert_eq!(report.findings, []);
    let counted = report.checked;
    assert_eq!((counted.guides, counted.questions, counted.facts), (2, 10, 12));
    assert_eq!((counted.clinics, counted.routes), (3, 5));
}

#[test]
fn the_bundled_guides_pass_without_a_warning() {
    let report = check::library(&Library::bundled(), TODAY);
    let said: Vec<_> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(said, Vec::<String>::new());
    assert!(report.checked.citations > 300, "{:?}", report.checked);
    assert!(report.checked.clinics > 400, "{:?}", report.checked);
}

#[test]
fn front_matter_that_is_never_closed_is_one_fault_of_shape() {
    let folder = edited("unclosed", "tea.md", |text| text.replacen("\n+++\n", "\n", 1));
    let findings = checked(&folder, TODAY).findings;
    let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
    let first: Vec<_> = shown.iter().filter(|shown| shown.contains("/tea.md:1: ")).collect();
    assert!(
        matches!(first[..], [one] if one.contains(":1: shape: front matter is not closed")),
        "{shown:#?}"
    );
}

#[test]
fn a_sign_is_told_once_and_many_are_counted() {
    let of = |name: &str, text: &str| {
        let text = text.to_owned();
        let folder = edited(name, "tea.md", move |tea| tea.replacen("Boil some water.", &text, 1));
        let findings = checked(&folder, TODAY).findings;
        let of_signs = findings.iter().filter(|finding| finding.code == Code::Sign);
        of_signs.map(|finding| finding.message.clone()).collect::<Vec<_>>()
    };
    for sign in ["\u{7}", "\0", "\u{7f}", "\u{1b}", "\u{85}"] {
        let found = of("sign-once", &format!("Boil some {sign}water."));
        assert_eq!(found.len(), 1, "{sign:?}: {found:?}");
    }
    let many = of("signs-many", &"Boil some \u{7}water.\n".repeat(30));
    assert_eq!(many.len(), 21, "{many:#?}");
    assert!(many[20].starts_with("and 10 more signs like these"), "{many:#?}");
}

#[test]
fn a_fact_that_is_cited_twice_is_named_once() {
    let folder = edited("cited-twice", "tea.md", |text| {
        text.replacen(
            "6 of 20 on water.[^F-TEA-001]",
            "7 of 20 on water.[^F-TEA-001][^F-TEA-001]",
            1,
        )
    });
    let findings = checked(&folder, TODAY).findings;
    let said = |said: &str| findings.iter().any(|finding| finding.message.contains(said));
    assert!(said("7 does not stand in F-TEA-001:"), "{findings:#?}");
}

#[test]
fn an_id_that_cannot_stand_in_a_link_leaves_the_questions_readable() {
    let folder = edited("id-with-blank", "questions.toml", |text| {
        text.replacen("id = \"how-much\"", "id = \"how much\"", 1)
    });
    let findings = checked(&folder, TODAY).findings;
    let said: Vec<_> = findings.iter().map(|own| (own.line, own.message.as_str())).collect();
    let wrong = "\"how much\" is no id: write it in lower case letters, digits and dashes";
    assert!(said.contains(&(Some(12), wrong)), "{said:#?}");
    let library = Library::folder(&folder).expect("a library");
    let found = library.questions(Some("cost")).expect("the questions are there");
    let guide = library.guide(found.index).expect("they open");
    assert_eq!((guide.faults.as_slice(), guide.outline().entries.len()), (&[][..], 4));
}

#[test]
fn every_term_is_linked_by_a_guide() {
    let library = Library::bundled();
    let guides = (0..library.len()).map(|i| library.guide(i).expect("a guide"));
    let text: String = guides.map(|guide| guide.source().to_owned()).collect();
    for term in library.glossary() {
        assert!(text.contains(&format!("(term:{})", term.id)), "no guide links to {}", term.id);
    }
}
