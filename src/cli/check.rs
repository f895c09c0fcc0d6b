//! `check`: what is wrong with guides and the tables beside them.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;

use super::out::Out;
use super::{NOTHING_FOUND, json, messages};
use crate::check::{self, Report};
use crate::library::{
    CLINICS, COSTS, Fault, Library, Standing, TableText, is_markdown, shown, standing, whole,
};

/// Checks the bundled guides, or what stands at `paths`, each once. What cannot be checked is
/// said when all else has been.
pub fn answer(out: &mut Out, paths: &[PathBuf]) -> anyhow::Result<ExitCode> {
    let today = out.today;
    let (mut report, mut refused, mut seen) = (Report::default(), Vec::new(), HashSet::new());
    if paths.is_empty() {
        report = check::library(&Library::bundled(), today);
    }
    for path in paths.iter().filter(|path| seen.insert(whole(path))) {
        match of(path, today) {
            Ok(more) => report.append(more),
            Err(fault) => refused.push(fault),
        }
    }
    if refused.len() == seen.len() && !paths.is_empty() {
        messages::each(&refused, out.glyphs());
        return Ok(ExitCode::from(messages::USAGE));
    }
    if out.json {
        json::check(out, &report)?;
    } else {
        for finding in &report.findings {
            out.raw(&format!("{}\n", crate::plain::one_line(&finding.to_string())))?;
        }
        out.finish()?;
        messages::say(out.glyphs(), &summary(&report));
    }
    messages::each(&refused, out.glyphs());
    Ok(match report.faults() {
        _ if !refused.is_empty() => ExitCode::from(messages::USAGE),
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(NOTHING_FOUND),
    })
}

fn of(path: &Path, today: Date) -> Result<Report, Fault> {
    let refused =
        |message: &str| Err(Fault { file: shown(path), line: None, message: message.to_owned() });
    match standing(path) {
        Standing::Nothing => refused("there is no such file or folder"),
        Standing::Folder => match Library::folder(path) {
            Ok(library) => Ok(check::library(&library, today)),
            // A list of clinics and a table of routes may stand alone.
            Err(fault) => {
                let clinics = path.join(CLINICS);
                let there = standing(&clinics) == Standing::File;
                let clinics = if there { list(&clinics, today)? } else { None };
                let alone = [clinics, routes(&path.join(COSTS), today)];
                let both = alone.into_iter().flatten().reduce(|mut all, more| {
                    all.append(more);
                    all
                });
                both.ok_or(fault)
            }
        },
        Standing::File if is_markdown(path) => {
            let library = Library::file_with_links(path);
            library.readable(0)?;
            Ok(check::guide(&library, 0, today))
        }
        Standing::File if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv")) => {
            list(path, today)?.map_or_else(|| refused("there is no such file"), Ok)
        }
        Standing::File if path.file_name().is_some_and(|name| name == COSTS) => {
            routes(path, today).map_or_else(|| refused("there is no such file"), Ok)
        }
        Standing::File | Standing::Other => refused(
            "is no Markdown file (.md) and no list of clinics (.csv); to check a table name its \
             folder",
        ),
    }
}

/// Checks a list of clinics; none where there is no such file.
fn list(path: &Path, today: Date) -> Result<Option<Report>, Fault> {
    Ok(TableText::of(path)?.map(|text| check::clinics(&text, today)))
}

/// Checks a table of routes, held against the tables beside it; none where there is no such
/// file.
fn routes(path: &Path, today: Date) -> Option<Report> {
    let folder = path.parent().filter(|_| path.is_file())?;
    Some(check::costs(&Library::tables_in(folder), today))
}

/// How much was looked at, and how many findings there are.
fn summary(report: &Report) -> String {
    let count = |n: usize, one: &str| match n {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    };
    let checked = &report.checked;
    let looked = [
        (checked.guides, "guide"),
        (checked.questions, "question"),
        (checked.citations, "citation"),
        (checked.facts, "fact"),
        (checked.sources, "source"),
        (checked.terms, "term"),
        (checked.crisis_lines, "crisis line"),
        (checked.clinics, "clinic"),
        (checked.routes, "route"),
        (checked.synonyms, "synonym"),
    ];
    let looked = looked.into_iter().filter(|(n, _)| *n > 0).map(|(n, one)| count(n, one));
    let looked: Vec<_> = looked.collect();
    format!(
        "{} checked: {}, {}",
        if looked.is_empty() { "nothing".to_owned() } else { looked.join(", ") },
        count(report.faults(), "fault"),
        count(report.warnings(), "warning")
    )
}
