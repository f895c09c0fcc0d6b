//! What a guide says of itself: meant as ours, of another program, or not there.

use super::*;

/// What would be found in a guide of ours.
const WRONG: &str = "# Tea\n\nKetamine is safe. 90 percent got better. You should take 56 mg.\n";

/// What is said of a file by itself, with the fixtures beside it or not.
fn said(name: &str, front: &str, beside: bool) -> Vec<String> {
    let folder = if beside {
        edited(&format!("front-{name}"), "tea.md", |text| text)
    } else {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-front").join(name);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    };
    let path = folder.join("new.md");
    fs::write(&path, format!("{front}{WRONG}")).expect("a guide");
    let findings = check::guide(&Library::file_with_links(&path), 0, TODAY).findings;
    let file = format!("{}:", path.display());
    findings.iter().map(|finding| finding.to_string().replace(&file, "")).collect()
}

#[test]
fn a_guide_with_a_mistyped_field_is_held_to_every_rule() {
    let front = "+++\ntitle = \"Tea\"\nsummary = \"What it does.\"\norder = 1\ntopics = [\"tea\"]\n\
                 main_mesage = \"It may help.\"\nstrenght = \"early\"\nreviwed = 2026-11-23\n+++\n";
    for front in [front.to_owned(), front.replace("order = 1\n", "")] {
        let said = said("mistyped", &front, false);
        for (wrong, nearest) in
            [("main_mesage", "main_message"), ("strenght", "strength"), ("reviwed", "reviewed")]
        {
            let line = front.lines().position(|line| line.starts_with(wrong)).expect("a line") + 1;
            let own = format!(
                "{line}: shape: front matter: there is no field \"{wrong}\"; the nearest is \"{nearest}\""
            );
            assert_eq!(said.iter().filter(|said| **said == own).count(), 1, "{own}: {said:#?}");
        }
        let line = front.lines().count() + 3;
        for code in ["words", "figure", "advice"] {
            let own = format!("{line}: {code}: ");
            assert!(said.iter().any(|said| said.starts_with(&own)), "{own}: {said:#?}");
        }
    }
}

#[test]
fn front_matter_of_other_programs_has_no_faults() {
    for front in [
        "+++\ntitle = \"Tea\"\ndate = 2026-11-01\ndraft = true\nweight = 3\n+++\n",
        "+++\ntitle = \"Tea\"\nsummary = \"B\"\ndate = 2026-11-01\nslug = \"tea\"\n+++\n",
        "+++\ntitle = \"Tea\"\nupdated = 2026-11-01\n[taxonomies]\ntags = [\"a\"]\n[extra]\nb = 1\n+++\n",
        "---\ntitle: Tea\nsummary: B\norder: 1\n---\n",
        "",
    ] {
        assert_eq!(said("theirs", front, false), Vec::<String>::new(), "{front}");
    }
}

#[test]
fn a_file_beside_facts_is_told_that_it_says_nothing_of_itself() {
    let none = "1: shape: no front matter: begin with a line +++, since facts lie beside it";
    assert_eq!(said("none", "", true), [none]);
    assert_eq!(said("none", "", false), Vec::<String>::new());
}
