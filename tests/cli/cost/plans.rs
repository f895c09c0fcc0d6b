//! `cost --plan`, `--save` and `--csv`: files that come in and go out.

use super::*;
use crate::cli::safety::assert_harmless;

/// A plan in which every name holds what a terminal or a spreadsheet would obey.
const HOSTILE: &str = r#"
title = "T\u001b]0;x\u0007"
[[phase]]
name = "p\u001b[31m"
every_days = 10
sessions = 2
[[phase]]
name = "total\u200e"
from_day = 50
every_days = 10
sessions = 3
[[item]]
name = "=1+2\u009b"
per = "session"
price = 10
[[item]]
name = " @x\u202e\r\ny"
per = "once"
price = 1450.5
"#;

/// A plan file with this text.
fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    folder(name, &[("plan.toml", text)]).join("plan.toml")
}

/// The answer without what only a route has.
fn sums(mut answer: Value) -> Value {
    for field in ["route", "assumptions", "not_counted", "prices_checked"] {
        answer.as_object_mut().expect("an object").remove(field).expect("is there");
    }
    answer
}

#[test]
fn a_saved_plan_read_again_gives_the_same_sums() {
    let folder = folder::<&str>("cost-save", &[]);
    let insured = ["--covered", "--deductible", "1500", "--coinsurance", "30", "--reset-in", "2"];
    for route in ["iv", "im", "spravato", "kap", "at-home"] {
        let path = folder.join(format!("{route}.toml"));
        let own = ["--extra", "Ride \"there\" \u{1b}[1m=5.5/session", "--save", arg(&path)];
        let ran = run(&[&["cost", route, "--json", "--months", "20"], &insured[..], &own].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let written = format!("written to {0}; to use it: guidepost cost --plan {0}", arg(&path));
        assert!(ran.err.contains(&written), "{}", ran.err);
        let again = answer(&["--plan", arg(&path)]);
        assert!(again["route"].is_null());
        assert!(sums(again) == sums(ran.json("cost")), "{route}");
        // What is saved of a plan is the plan.
        let copy = folder.join(format!("{route}-copy.toml"));
        run(&["cost", "--plan", arg(&path), "--save", arg(&copy)]);
        let text = fs::read_to_string(&copy).expect("a copy");
        assert_eq!(text, fs::read_to_string(&path).expect("a plan"));
    }
}

#[test]
fn a_file_that_is_there_stays_as_it_is() {
    let path = file("cost-there", "mine");
    let message = refused(&["iv", "--save", arg(&path)]);
    assert!(message.contains("is there already and stays as it is"), "{message}");
    assert_eq!(fs::read_to_string(&path).expect("the file"), "mine");
    let nowhere = path.with_file_name("no-folder").join("plan.toml");
    assert!(refused(&["iv", "--save", arg(&nowhere)]).contains("cannot be made"));
    let new = path.with_file_name("new.toml");
    assert!(refused(&["iv", "--price", "x", "--save", arg(&new)]).contains("--price"));
    assert!(!new.exists(), "nothing is written when something is wrong");
    assert!(refused(&["iv", "--save", "-"]).contains("no name of a file"));
}

#[test]
#[cfg(unix)]
fn only_its_owner_can_read_a_saved_plan() {
    use std::os::unix::fs::PermissionsExt;
    let path = folder::<&str>("cost-own", &[]).join("plan.toml");
    assert_eq!(run(&["cost", "iv", "--save", arg(&path)]).code, Some(0));
    let mode = fs::metadata(&path).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_plan_can_come_from_standard_input() {
    let plan = "[[item]]\nname = \"Visit\"\nper = \"month\"\nprice = 0x10\n";
    let ran = run_with(&["cost", "--plan", "-", "--json"], plan.as_bytes());
    assert_eq!(you_pay(&ran.json("cost")), [12 * 1_600; 3]);
    let ran = run_with(&["cost", "--plan", "-", "--json"], b"title = 1\n");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("guidepost: standard input:1: title is text"), "{}", ran.err);
}

#[test]
fn every_fault_of_a_plan_is_told_with_its_line_and_nothing_is_printed() {
    let path = file(
        "cost-faults",
        "horizon_months = 37\n[[item]]\nname = \"A\"\nper = \"once\"\nprice = -5\n[[item]]\n\
         name = \"A\"\nper = \"once\"\nprice = nan\n[insurance]\ncoinsurance = 100.5\n",
    );
    for more in [&[][..], &["--json"], &["--csv"], &["--markdown"], &["--save", "none.toml"]] {
        let ran = run(&[&["cost", "--plan", arg(&path)], more].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        let lines: Vec<&str> = ran.err.lines().collect();
        assert_eq!(lines.len(), 5, "{}", ran.err);
        for (line, at) in lines.iter().zip([1, 5, 7, 9, 11]) {
            let place = format!("guidepost: {}:{at}: ", arg(&path));
            assert!(line.starts_with(&place) && line.len() > place.len(), "{line}");
        }
    }
    assert!(refused(&["--plan", "none.toml"]).contains("none.toml: cannot be read"));
    let garbled = file("cost-garbled", b"# a\ntitle = \"\xff\"\n");
    assert!(refused(&["--plan", arg(&garbled)]).contains("plan.toml:2: not UTF-8"));
}

#[test]
fn a_plan_goes_with_no_option_that_a_plan_says() {
    let path = file("cost-goes", "[[item]]\nname = \"A\"\nper = \"once\"\nprice = 5\n");
    let help = run(&["cost", "-h"]).fine();
    let (own, _) = help.split_once("Options everywhere:").expect("common options");
    let options = own.lines().filter_map(|line| line.trim_start().strip_prefix("--"));
    let options: Vec<&str> = options.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(options.len() > 15, "{options:?}");
    for option in
        options.into_iter().filter(|name| !["plan", "save", "csv", "markdown"].contains(name))
    {
        let value = match option {
            "covered" | "letter" | "call" => None,
            "extra" => Some("A=1/once"),
            _ => Some("1"),
        };
        let option = format!("--{option}");
        let args = ["--plan", arg(&path), &option];
        let message = refused(&[&args[..], value.as_slice()].concat());
        assert!(message.contains(&option) && message.contains("cannot be used"), "{message}");
    }
    assert!(refused(&["iv", "--plan", arg(&path)]).contains("ROUTE"));
}

#[test]
fn csv_has_a_row_for_each_claim_in_dollars() {
    let args = ["spravato", "--covered", "--deductible", "1500.25", "--coinsurance", "20"];
    let csv = run(&[&["cost", "--csv"], &args[..]].concat()).fine();
    assert_eq!(csv.matches('\n').count(), csv.matches("\r\n").count());
    let mut lines = csv.lines();
    let headings = "day,month,item,phase,amount,you_pay,plan_pays,programme_pays,rule";
    assert_eq!(lines.next(), Some(headings));
    let answer = answer(&args);
    let claims = rows(&answer["claims"]);
    assert_eq!(lines.clone().count(), claims.len());
    for (line, claim) in lines.zip(claims) {
        let dollars = |what: &str| {
            let cents = cents(&claim[what]);
            format!("{}.{:02}", cents / 100, cents % 100)
        };
        let day = cents(&claim["day"]);
        let text = |what: &str| claim[what].as_str().unwrap_or("").to_owned();
        let cells = [
            day.to_string(),
            (day * 12 / 365).to_string(),
            text("item"),
            text("phase"),
            dollars("amount"),
            dollars("you_pay"),
            dollars("plan_pays"),
            dollars("programme_pays"),
            text("rule"),
        ];
        assert_eq!(line, cells.join(","));
    }
    let all = run(&["cost", "--csv"]).fine();
    assert!(all.starts_with(&format!("route,{headings}\r\niv,0,0,Evaluation,,250.00,")), "{all}");
    assert!(all.contains("\r\nat-home,0,0,Session at home,start,193.00,"), "{all}");
}

#[test]
fn names_from_a_plan_steer_neither_a_terminal_nor_a_spreadsheet() {
    let path = file("cost-hostile", HOSTILE);
    for more in [&[][..], &["--json"], &["--csv"], &["--markdown"], &["--json", "--ascii"]] {
        let ran = run(&[&["cost", "--plan", arg(&path)], more].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert_harmless(&format!("{more:?}"), &ran.out.replace("\r\n", "\n"));
    }
    let csv = run(&["cost", "--plan", arg(&path), "--csv"]).fine();
    assert!(csv.contains("\r\n0,0,'=1+2\u{fffd},p␛[31m,10.00,10.00,"), "{csv}");
    assert!(csv.contains("\r\n0,0,'@x␍ y,,1450.50,"), "{csv}");
    // In JSON they are escaped, and stay what they are.
    let answer = answer(&["--plan", arg(&path)]);
    let sessions = serde_json::json!({ "p\u{1b}[31m": 2, "total\u{200e}": 3, "total": 5 });
    assert_eq!(answer["sessions"], sessions);
    assert_eq!(answer["by_item"][0]["name"], "=1+2\u{9b}");
    assert_eq!(answer["claims"][1]["item"], " @x\u{202e}\r\ny");
}
