//! `check`: what each rule refuses, what it just lets pass, and what it finds in the
//! guides themselves.

mod costs;
mod grades;
mod limits;
mod rules;
mod sentences;

use std::fs;
use std::path::{Path, PathBuf};

use guidepost::check::{self, Report};
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
    assert_eq!((counted.guides, counted.questions, counted.facts), (2, 10, 11));
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
fn every_term_is_linked_by_a_guide() {
    let library = Library::bundled();
    let guides = (0..library.len()).map(|i| library.guide(i).expect("a guide"));
    let text: String = guides.map(|guide| guide.source().to_owned()).collect();
    for term in library.glossary() {
        assert!(text.contains(&format!("(term:{})", term.id)), "no guide links to {}", term.id);
    }
}

#[test]
fn what_figures_are_told_of_stands_in_their_fact() {
    let library = Library::bundled();
    let told = library
        .evidence()
        .facts
        .iter()
        .flat_map(|fact| fact.figures.iter().map(move |told| (fact, told)));
    let mut count = 0;
    for (fact, told) in told {
        let statement = fact.statement.to_lowercase();
        let named = told.of.iter().any(|word| statement.contains(&word.to_lowercase()));
        assert!(named, "{} tells nothing of {:?}", fact.id, told.of);
        for figure in &told.are {
            let figures = statement.split(|c: char| !c.is_ascii_digit() && c != '.');
            let mut figures = figures.map(|own| own.trim_end_matches('.').trim_end_matches(".0"));
            assert!(figures.any(|own| own == figure), "{} has no {figure}", fact.id);
        }
        count += 1;
    }
    assert!(count > 40, "{count}");
}
