//! `cost`: sums by route and options, and what is refused.

mod clinic;
mod plans;

use serde_json::Value;

use super::*;

/// The answer of `cost` with these arguments.
fn answer(args: &[&str]) -> Value {
    run(&[&["cost", "--json"], args].concat()).json("cost")
}

/// What the patient pays over all months, at low, typical and high prices.
fn you_pay(answer: &Value) -> [u64; 3] {
    ["low", "typical", "high"].map(|case| cents(&answer["totals"]["horizon"][case]))
}

fn cents(value: &Value) -> u64 {
    value.as_u64().expect("whole cents")
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// Why `cost` does nothing with these arguments.
#[track_caller]
fn refused(args: &[&str]) -> String {
    run(&[&["cost"], args].concat()).refused()
}

#[test]
fn sums_that_are_known_come_out_to_the_cent() {
    let infusions = answer(&[
        "iv",
        "--price",
        "450",
        "--sessions",
        "18",
        "--upkeep-every",
        "none",
        "--evaluation",
        "250",
    ]);
    assert_eq!(you_pay(&infusions), [835_000; 3]);
    let spravato = answer(&[
        "spravato",
        "--price",
        "1240",
        "--sessions",
        "12",
        "--upkeep-every",
        "none",
        "--evaluation",
        "0",
        "--covered",
        "--deductible",
        "2000",
        "--coinsurance",
        "20",
        "--out-of-pocket-max",
        "10600",
    ]);
    assert_eq!(you_pay(&spravato), [457_600; 3]);
    assert_eq!(spravato["sessions"]["total"], 12);
    assert_eq!((&spravato["route"], &spravato["title"]), (&"spravato".into(), &"Spravato".into()));
}

#[test]
fn a_route_on_its_own_is_the_same_as_beside_the_others() {
    let common = ["--months", "9", "--evaluation", "99.50", "--extra", "Ride=12.25/session"];
    let insured = ["--covered", "--deductible", "300", "--copay", "45", "--reset-in", "4"];
    let common = [&common[..], &insured].concat();
    let all = answer(&common);
    let routes: Vec<&str> =
        rows(&all["routes"]).iter().map(|route| route["route"].as_str().expect("an id")).collect();
    assert_eq!(routes, ["iv", "im", "spravato", "kap", "at-home"]);
    for (route, beside) in routes.into_iter().zip(rows(&all["routes"])) {
        let mut alone = answer(&[&[route], &common[..]].concat());
        let fields = alone.as_object_mut().expect("an object");
        assert!(fields.remove("schema").is_some() && fields.remove("kind").is_some());
        assert!(alone == *beside, "{route}");
        assert_eq!(rows(&alone["by_month"]).len(), 9);
    }
}

#[test]
fn claims_add_up_to_every_sum() {
    let answer = answer(&[
        "spravato",
        "--months",
        "15",
        "--covered",
        "--deductible",
        "1000",
        "--deductible-met",
        "250",
        "--coinsurance",
        "12.5",
        "--out-of-pocket-max",
        "3000",
        "--out-of-pocket-met",
        "400",
        "--reset-in",
        "3",
        "--extra",
        "Ride=20.10/session",
        "--extra",
        "Lab=80/once",
    ]);
    let claims = rows(&answer["claims"]);
    let sum = |claims: &mut dyn Iterator<Item = &Value>, what: &str| -> u64 {
        claims.map(|claim| cents(&claim[what])).sum()
    };
    let typical = |what: &Value| cents(&what["typical"]);
    let all = |what: &str| sum(&mut claims.iter(), what);
    assert_eq!(all("you_pay"), typical(&answer["totals"]["horizon"]));
    assert_eq!(all("plan_pays"), typical(&answer["plan_pays"]));
    assert_eq!(all("amount"), typical(&answer["billed"]));
    assert_eq!(all("programme_pays"), typical(&answer["programme_pays"]));
    for (number, month) in rows(&answer["by_month"]).iter().enumerate() {
        let within = |claim: &&Value| cents(&claim["day"]) * 12 / 365 == number as u64;
        let paid = sum(&mut claims.iter().filter(within), "you_pay");
        assert_eq!((&month["month"], typical(month)), (&number.into(), paid));
    }
    for item in rows(&answer["by_item"]) {
        let own: Vec<&Value> =
            claims.iter().filter(|claim| claim["item"] == item["name"]).collect();
        assert_eq!(item["claims"], own.len());
        assert_eq!(typical(item), sum(&mut own.into_iter(), "you_pay"), "{item}");
    }
    // An insurance covers sessions and the first exam, and nothing of one's own.
    for claim in claims {
        let own = claim["item"] == "Ride" || claim["item"] == "Lab";
        assert_eq!(claim["rule"] == "self-pay", own, "{claim}");
    }
    let rules: Vec<&str> = claims.iter().filter_map(|claim| claim["rule"].as_str()).collect();
    for rule in ["deductible", "deductible+coinsurance", "coinsurance", "limit"] {
        assert!(rules.contains(&rule), "{rule} is not among {rules:?}");
    }
}

#[test]
fn a_price_from_low_to_high_has_its_midpoint_as_typical_half_a_cent_up() {
    let once = ["--sessions", "1", "--upkeep-every", "none", "--evaluation", "0"];
    let pay = |price: &str| you_pay(&answer(&[&["im", "--price", price], &once[..]].concat()));
    assert_eq!(pay("350-800.01"), [35_000, 57_501, 80_001]);
    assert_eq!(pay("0.01-0.01"), [1; 3]);
    assert_eq!(pay("1,000"), [100_000; 3]);
}

#[test]
fn upkeep_begins_its_days_after_the_last_session_of_the_start() {
    let answer = answer(&["iv", "--sessions", "4", "--upkeep-every", "10", "--months", "1"]);
    let days = rows(&answer["claims"]).iter().filter(|claim| claim["phase"] == "upkeep");
    let days: Vec<u64> = days.map(|claim| cents(&claim["day"])).collect();
    assert_eq!(days, [17, 27]);
    assert_eq!(answer["sessions"], serde_json::json!({ "start": 4, "upkeep": 2, "total": 6 }));
}

#[test]
fn visits_with_a_therapist_have_their_own_number_and_price() {
    let visits = |args: &[&str]| {
        let answer = answer(args);
        let item = rows(&answer["by_item"]).iter().find(|item| item["name"] == "Therapy visit");
        item.map(|item| (item["claims"].clone(), item["typical"].clone()))
    };
    assert_eq!(visits(&["kap", "--therapy-price", "150"]), Some((7.into(), 105_000.into())));
    assert_eq!(visits(&["kap", "--therapy-visits", "0"]), None);
    let own = ["iv", "--therapy-visits", "3", "--therapy-price", "99.99"];
    assert_eq!(visits(&own), Some((3.into(), 29_997.into())));
}

#[test]
fn what_is_wrong_in_an_option_is_refused_by_its_name() {
    for (args, said) in [
        (&["ivv"][..], "there is no route \"ivv\"; the nearest is \"iv\""),
        (&["iv", "--price", "-5"], "'--price <N|LOW-HIGH>': \"-5\" is negative"),
        (&["iv", "--price", "NaN"], "--price"),
        (&["iv", "--price", "450.005"], "more than two decimals"),
        (&["iv", "--price", "800-350"], "the lowest comes first"),
        (&["iv", "--price", "4,50"], "a comma that parts no thousands"),
        (&["iv", "--price", "1000000.01"], "more than $1,000,000"),
        (&["iv", "--sessions", "0"], "'--sessions <N>': give a whole number from 1 to 1096"),
        (&["iv", "--sessions", "-1"], "--sessions"),
        (&["iv", "--upkeep-every", "0"], "from 1 to 1095, or none"),
        (&["iv", "--months", "0"], "'--months <N>': give a whole number from 1 to 36"),
        (&["iv", "--months", "37"], "--months"),
        (&["iv", "--evaluation", "-0.01"], "'--evaluation <DOLLARS>'"),
        (&["iv", "--coinsurance", "100.01"], "more than 100 percent"),
        (&["iv", "--coinsurance", "20", "--copay", "40"], "cannot be used with '--copay"),
        (&["iv", "--deductible", "inf"], "'--deductible <DOLLARS>'"),
        (&["iv", "--reset-in", "13"], "'--reset-in <MONTHS>'"),
        (&["iv", "--therapy-visits", "3"], "give --therapy-price"),
        (&["iv", "--therapy-price", "3"], "give --therapy-visits"),
        (&["iv", "--extra", "Ride=20"], "write it as NAME=N/session"),
        (&["iv", "--extra", "Ride=20/week"], "write it as NAME=N/session"),
        (&["iv", "--extra", "Ride=-20/once"], "'--extra <"),
        (&["iv", "--extra", " =20/once"], "'--extra <"),
        (
            &["iv", "--extra", "Infusion=20/once"],
            "--extra: the plan for iv has \"Infusion\" already",
        ),
        (&["im", "--extra", "Intake=20/once"], "--extra: the plan for im has \"Intake\" already"),
        (&["iv", "--evaluation", "0", "--extra", "Evaluation=1/once"], "\"Evaluation\" already"),
        (&["iv", "--extra", "A=1/once", "--extra", "A=2/once"], "has \"A\" already"),
        (&["--extra", "Shot=20/once"], "the plan for im has \"Shot\" already"),
        (&["iv", "--json", "--csv"], "cannot be used"),
        (&["iv", "--markdown", "--csv"], "cannot be used"),
        (&["iv", "--markdown", "--json"], "cannot be used"),
    ] {
        let message = refused(args);
        assert!(message.contains(said), "{args:?}: {message}");
    }
}

#[test]
fn what_belongs_to_one_route_is_refused_without_one() {
    for args in [
        ["--price", "450"],
        ["--sessions", "6"],
        ["--upkeep-every", "none"],
        ["--therapy-visits", "1"],
        ["--therapy-price", "1"],
        ["--save", "plan.toml"],
    ] {
        let message = refused(&args);
        assert!(message.contains(args[0]) && message.contains("guidepost cost iv"), "{message}");
    }
}

#[test]
fn insurance_that_changes_nothing_is_said() {
    let ran = run(&["cost", "iv", "--deductible", "500", "--json"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("nothing is covered"), "{}", ran.err);
    assert_eq!(you_pay(&ran.json("cost")), you_pay(&answer(&["iv"])));
    let ran = run(&["cost", "iv", "--covered", "--json"]);
    assert!(ran.err.contains("--covered changes nothing"), "{}", ran.err);
    for paper in ["--letter", "--call"] {
        let ran = run(&["cost", "iv", "--covered", paper]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "the papers are others");
    }
    assert_eq!(you_pay(&ran.json("cost")), you_pay(&answer(&["iv"])));
    run(&["cost", "iv", "--covered", "--copay", "0"]).fine();
}

#[test]
fn text_is_its_markdown_read_like_a_guide_with_the_facts_it_cites() {
    let text = run(&["cost", "iv"]).fine();
    let (estimate, facts) = text.split_once("\nFacts and sources\n").expect("facts");
    assert!(estimate.starts_with("IV infusions: estimate\n"), "{estimate}");
    assert!(facts.contains("(F-COST-030)"), "{facts}");
    for line in run(&["cost", "iv", "--width", "40"]).fine().lines() {
        assert!(line.chars().count() <= 40, "{line}");
    }
}

/// The end of every print.
const END: &str = "Information, not medical advice. Prices checked 2026-11-23; guidepost";

#[test]
fn markdown_is_for_any_reader_and_its_marks_lead_to_its_end() {
    let markdown = run(&["cost", "spravato", "--markdown"]).fine();
    assert!(!markdown.contains("{#") && !markdown.contains("```"), "{markdown}");
    assert!(!markdown.contains("of a bar") && !markdown.contains("\n\n\n"), "{markdown}");
    assert!(markdown.contains("\n## Month by month\n\n| Month |"), "{markdown}");
    for (at, _) in markdown.match_indices("[^F-") {
        let (mark, _) = markdown[at..].split_once(']').expect("a mark");
        assert!(markdown.contains(&format!("\n{mark}]: ")), "{mark} leads nowhere");
    }
    for args in [&["cost", "iv"][..], &["cost"], &["cost", "iv", "--call"]] {
        for markdown in [&[][..], &["--markdown"]] {
            let text = run(&[args, markdown].concat()).fine();
            let end = words(&text).join(" ");
            let (_, end) = end.split_once(END).expect("an end");
            assert!(end.ends_with("In a crisis: guidepost crisis."), "{end}");
            assert!(!text.contains("{#"), "{text}");
        }
    }
}

#[test]
fn routes_are_found_in_any_case() {
    assert_eq!(answer(&["Spravato"]), answer(&["spravato"]));
    assert_eq!(answer(&["At-Home"])["route"], "at-home");
}

#[test]
fn all_routes_say_which_of_them_plans_seldom_cover_and_what_may_mislead() {
    let text = words(&run(&["cost", "--covered"]).out).join(" ");
    assert!(text.contains("IV infusions: One Blue Cross plan calls IV ketamine"), "{text}");
    assert!(text.contains("Coverage follows approved uses, and PTSD is not one"), "{text}");
    let (above, _) = text.split_once("First month").expect("a table");
    assert!(above.contains("nothing of its rules"), "{above}");
    assert!(!words(&run(&["cost"]).fine()).join(" ").contains("Coverage follows"));
}

#[test]
fn without_a_route_all_are_told_side_by_side() {
    let text = run(&["cost", "--months", "6"]).fine();
    for route in ["IV infusions", "Shots in a", "Spravato", "Ketamine", "6 months", "Visits"] {
        assert!(text.contains(route), "{route} is not in {text}");
    }
    let all = answer(&["--months", "6"]);
    let spravato = cents(&all["routes"][2]["totals"]["horizon"]["typical"]) / 100;
    let spravato = format!("${},{:03}", spravato / 1000, spravato % 1000);
    assert!(text.contains(&spravato), "{spravato} is not in {text}");
    assert!(words(&text).join(" ").contains("estimate, not a bill"), "{text}");
}

#[test]
fn the_letter_and_the_call_are_made_of_what_is_said() {
    let letter = run(&["cost", "iv", "--price", "512.50", "--letter"]);
    assert!(
        letter.out.starts_with("A letter that asks for a price in writing\n"),
        "{}",
        letter.out
    );
    assert!(letter.out.contains("my figure: $512.50") && !letter.out.contains("[^"));
    assert!(letter.out.ends_with("Information, not medical advice. Made with guidepost.\n"));
    let call = run(&["cost", "spravato", "--covered", "--copay", "40", "--call", "--markdown"]);
    assert!(call.out.contains("## Call your plan") && !call.out.contains("[^"), "{}", call.out);
    let (_, facts) = call.out.split_once("## What this rests on\n").expect("facts");
    assert!(facts.contains("- Coverage follows approved uses"), "{facts}");
    assert!(refused(&["--letter"]).contains("name a route"));
}
