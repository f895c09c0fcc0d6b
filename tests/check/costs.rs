//! The table of routes: edits of the fixture that break its rule, and edits that look as if
//! they did.

use guidepost::check::{Code, Level};

use super::*;

/// Each edit puts the second text in the place of the first and is found on the line it
/// changes, with these words.
const BREAKS: &[(&str, &str, &str)] = &[
    // Facts.
    ("F-TEA-005", "F-TEA-055", "there is no fact \"F-TEA-055\"; the nearest is \"F-TEA-005\""),
    ("upkeep_facts = [\"F-TEA-005", "upkeep_facts = [\"F-TEA-555", "no fact \"F-TEA-555\""),
    ("1000, facts = [\"F-TEA-006", "1000, facts = [\"F-TEA-666", "no fact \"F-TEA-666\""),
    ("120, facts = [\"F-TEA-005", "120, facts = [\"F-TEA-555", "no fact \"F-TEA-555\""),
    (
        "visits = 4\nfacts = [\"F-TEA-006",
        "visits = 4\nfacts = [\"F-TEA-666",
        "no fact \"F-TEA-666\"",
    ),
    ("F-TEA-007", "F-TEA-077", "no fact \"F-TEA-077\""),
    // Figures that no fact states.
    ("low = 20", "low = 21", "the figure \"$21\" does not stand in F-TEA-006"),
    ("typical = 30", "typical = 25", "\"$25\""),
    ("high = 1000", "high = 900", "\"$900\""),
    ("low = 0, typical = 15, high = 15", "low = 0, typical = 15, high = 16", "\"$16\""),
    ("low = 15, typical = 15", "low = 15, typical = 14", "\"$14\""),
    (
        "1000, facts = [\"F-TEA-006\"]",
        "1000, facts = []",
        "has no fact: correct it, name the fact that states it",
    ),
    ("per_week = 3", "per_week = 4", "\"4 a week\""),
    ("sessions = 6", "sessions = 7", "\"7 sessions\""),
    ("sessions = 6", "sessions = 1", "\"1 sessions\""),
    ("per_week = 1", "per_week = 2", "or say under `assumed`"),
    ("upkeep_days = 14", "upkeep_days = 15", "\"15 days\""),
    ("upkeep_days = 14", "upkeep_days = 21", "\"21 days\""),
    ("visits = 4", "visits = 5", "\"5 visits\""),
    ("low = 90", "low = 60", "\"60 minutes\""),
    ("high = 120", "high = 180", "\"180 minutes\""),
    // What the route itself takes does not bear a price.
    ("high = 15, facts = [\"F-TEA-006\"]", "high = 15, facts = [\"F-TEA-005\"]", "\"$15\""),
    // Order and ranges.
    ("low = 20, typical = 30", "low = 30, typical = 20", "from low to typical to high"),
    ("typical = 30, high = 1000", "typical = 1000, high = 30", "from low to typical to high"),
    ("low = 90, high = 120", "low = 120, high = 90", "the minutes go up from low to high"),
    ("high = 1000", "high = 1000001", "high is more than $1,000,000"),
    ("per_week = 3", "per_week = 0", "per_week is a whole number from 1 to 7"),
    ("per_week = 3", "per_week = 8", "per_week is a whole number from 1 to 7"),
    ("sessions = 6", "sessions = 0", "sessions is a whole number from 1 to 1096"),
    ("sessions = 6", "sessions = 1097", "sessions is a whole number from 1 to 1096"),
    ("sessions = 2", "sessions = 1091", "the sum of its sessions is a whole number"),
    ("sessions = 2", "sessions = 4294967295", "sessions is a whole number"),
    ("upkeep_days = 14", "upkeep_days = 0", "upkeep_days is a whole number from 1 to 1095"),
    ("upkeep_days = 14", "upkeep_days = 1096", "upkeep_days is a whole number from 1 to 1095"),
    ("visits = 4", "visits = 0", "visits is a whole number from 1 to 1096"),
    ("visits = 4", "visits = 1097", "visits is a whole number from 1 to 1096"),
    ("low = 90", "low = 0", "low is a whole number from 1 to 1440"),
    ("high = 120", "high = 1441", "high is a whole number from 1 to 1440"),
    // A plan that is counted on, and a programme.
    ("insured_facts = [\"F-TEA-006", "insured_facts = [\"F-TEA-666", "no fact \"F-TEA-666\""),
    (
        "insured_facts = [\"F-TEA-006\"]",
        "insured_facts = []",
        "insured_assumed and insured_facts belong together",
    ),
    ("[\"Few plans pay for mist.\"]", "[]", "insured_assumed and insured_facts belong together"),
    ("pay for mist.", "pay for mist", "end it with a full stop"),
    (
        "Few plans pay",
        "Only 30 in 100 plans pay",
        "the figure \"30\" stands in none of insured_facts",
    ),
    (
        "drug = { low = 20, typical = 20, high = 20, facts = [\"F-TEA-006\"] }\n",
        "",
        "a programme helps with the drug",
    ),
    (
        "start = [{ name = \"start\", per_week = 2, sessions = 8 }]",
        "start = []",
        "`start` is empty",
    ),
    ("upkeep_days = 14\nupkeep_facts", "upkeep_facts", "upkeep_facts without upkeep_days"),
    ("facts = [\"F-TEA-007\"]", "facts = []", "no fact says what is often forgotten"),
    ("8 in all.", "8 in all: press 3.", "\"press 3\" leads nowhere"),
    ("8 in all.", "8 \\u001b[31m in all.", "an escape sequence (U+001B)"),
    ("you_pay_at_least = 15", "you_pay_at_least = 14", "\"$14\" does not stand in F-TEA-006"),
    ("breath\"]\nfacts = [\"F-TEA-006", "breath\"]\nfacts = [\"F-TEA-666", "no fact \"F-TEA-666\""),
    ("\"A second breath\"", "\"\"", "write what readers are to see"),
    // Names.
    ("id = \"kap\"", "id = \"im\"", "the id \"im\" is taken by a route above"),
    ("id = \"iv\"", "id = \"IV\"", "\"IV\" is no id"),
    ("Tea with talk", "Tea as a mist", "the title \"Tea as a mist\" is taken"),
    ("\"weekly\"", "\"start\"", "\"start\" is empty or the name of another phase"),
    ("\"weekly\"", "\"upkeep\"", "\"upkeep\" is empty or the name of another phase"),
    ("\"weekly\"", "\"therapy\"", "\"therapy\" is empty"),
    ("\"weekly\"", "\"total\"", "\"total\" is empty"),
    ("\"weekly\"", "\" \"", "\" \" is empty"),
    ("session = \"Cup\"", "session = \"Evaluation\"", "the name \"Evaluation\" is taken"),
    ("session = \"Cup\"", "session = \"Visit to a host\"", "the name \"Visit to a host\" is taken"),
    ("session = \"Cup\"", "session = \"\"", "write what readers are to see"),
    ("Own cup holder", "Own cup", "the name \"Own cup\" is taken"),
    ("Own cup holder", "Biscuits", "the name \"Biscuits\" is taken"),
    ("Own cup holder", "Intake", "the name \"Intake\" is taken"),
    ("Own cup holder", "", "write what readers are to see"),
    // Sentences.
    ("[\"Talk is counted as tea alone is.\"]", "[]", "say what is taken without a fact"),
    ("tea alone is.", "tea alone is", "end it with a full stop"),
    ("tea alone is.", "a miracle.", "miracle"),
    ("Tea at home", "Tea at home \u{2014}", "neither ASCII nor a Latin letter"),
    // Dates and shape.
    ("checked = 2026-11-23", "checked = 2026-11-31", "invalid date"),
    ("checked = 2026-11-23\n\n", "\n\n", "missing field `checked`"),
    ("checked = 2026-11-23", "checked = 2026-11-26", "in the future"),
    (
        "checked = 2026-11-23",
        "checked = 2026-05-23",
        "warning: its prices were checked on 2026-05-23",
    ),
    ("title = \"Tea by the cup\"", "titel = \"Tea by the cup\"", "unknown field `titel`"),
    ("typical = 30", "typical = 30.5", "expected u32"),
];

/// Edits that look like a breach and are none.
const PASSES: &[(&str, &str)] = &[
    ("checked = 2026-11-23", "checked = 2026-05-24"),
    ("checked = 2026-11-23", "checked = 2026-11-25"),
    // Prices: nothing is asked; what is stated, in another order.
    ("low = 20, typical = 30", "low = 0, typical = 0"),
    ("low = 20, typical = 30", "low = 30, typical = 30"),
    ("high = 1000", "high = 30"),
    // An amount that needs a fact has more than one.
    ("1000, facts = [\"F-TEA-006\"]", "1000, facts = [\"F-TEA-001\", \"F-TEA-006\"]"),
    // Time in larger units, or as a sentence says it.
    ("low = 90", "low = 120"),
    ("low = 90, high = 120", "low = 90"),
    ("One spoon every 30 days", "One spoon, every 30 days or so,"),
    ("8 in all.", "eight in all."),
    ("Breaths are counted twice a week, 8 in all.", "Eight breaths, two of them a week."),
    // What an insurance pays stands in its facts.
    ("Few plans pay for mist.", "Few plans pay $30 for mist."),
    ("8 in all.", "8 in \\\"all\\\"."),
    // No upkeep, no visits, and names that only resemble one another.
    ("upkeep_days = 14\nupkeep_facts = [\"F-TEA-005\"]\n", ""),
    ("upkeep_facts = [\"F-TEA-005\"]\n", "upkeep_facts = [\"F-TEA-001\", \"F-TEA-005\"]\n"),
    ("id = \"at-home\"", "id = \"at-home\" # in the kitchen"),
    ("\"weekly\"", "\"Start\""),
    ("Own cup holder", "own cup"),
];

fn costs(folder: &Path, today: Date) -> Report {
    check::costs(&Library::tables_in(folder), today)
}

/// What is found in the fixture once `new` is in the place of `old`, and the line that changes.
fn found(name: &str, old: &str, new: &str) -> (Vec<check::Finding>, usize) {
    let mut line = 0;
    let folder = edited(name, "costs.toml", |text| {
        let at = text.find(old).unwrap_or_else(|| panic!("costs.toml lacks {old:?}"));
        let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
        line = text[..at + same].matches('\n').count() + 1;
        text.replacen(old, new, 1)
    });
    (costs(&folder, TODAY).findings, line)
}

#[test]
fn each_breach_is_found_on_its_line() {
    for (i, (old, new, said)) in BREAKS.iter().enumerate() {
        let (findings, line) = found(&format!("cost-break-{i}"), old, new);
        let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
        assert!(shown.iter().any(|shown| shown.contains(said)), "{old} -> {new}: {shown:?}");
        for (finding, shown) in findings.iter().zip(&shown) {
            assert_eq!(finding.code, Code::Cost, "{shown}");
            // A route whose id is another is missed at the top; a sum stands above its parts.
            let near = match &finding.message {
                message if message.starts_with("there is no route") => 1..=1,
                message if message.starts_with("the sum") => line - 2..=line,
                // What it helps with stood above it.
                message if message.starts_with("a programme") => line..=line + 4,
                _ => line..=line,
            };
            let at = finding.line.expect("a line");
            assert!(near.contains(&at), "{old} -> {new} on line {line}: {shown}");
        }
    }
}

#[test]
fn what_only_looks_like_a_breach_passes() {
    for (i, (old, new)) in PASSES.iter().enumerate() {
        let (findings, _) = found(&format!("cost-pass-{i}"), old, new);
        let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(shown, Vec::<String>::new(), "{old} -> {new}");
    }
}

#[test]
fn every_route_that_is_promised_is_there() {
    for id in ["iv", "im", "spravato", "kap", "at-home"] {
        let (findings, _) =
            found(&format!("cost-lacks-{id}"), &format!("id = \"{id}\""), "id = \"x\"");
        let shown: Vec<_> = findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(shown, [format!("there is no route \"{id}\": the command line promises it")]);
    }
}

#[test]
fn a_fact_whose_rule_has_ended_is_warned_of_wherever_it_is_named() {
    for old in ["[\"F-TEA-005\"", "1000, facts = [\"F-TEA-006\"", "[\"F-TEA-007\""] {
        let folder = edited("cost-ended", "costs.toml", |text| {
            assert!(text.contains(old), "{old}");
            text.replacen(old, &format!("{old}, \"F-TEA-003\""), 1)
        });
        assert_eq!(costs(&folder, date(2026, 12, 31)).findings, []);
        let after = costs(&folder, date(2027, 1, 1)).findings;
        assert_eq!(after.len(), 1, "{after:?}");
        assert_eq!(after[0].level, Level::Warning);
        assert!(after[0].message.contains("a rule that ended on 2026-12-31"), "{after:?}");
    }
}

#[test]
fn facts_that_cannot_be_read_are_said_once_and_nothing_is_held_against_them() {
    let folder = edited("cost-no-facts", "facts.toml", |text| text.replacen("id =", "ids =", 1));
    let findings = checked(&folder, TODAY).findings;
    assert!(findings.iter().all(|finding| finding.code != Code::Cost), "{findings:?}");
}

#[test]
fn the_table_that_comes_with_the_program_is_checked_with_the_guides() {
    assert_eq!(check::library(&Library::bundled(), TODAY).checked.routes, 5);
    let old = check::library(&Library::bundled(), date(2027, 5, 24)).findings;
    let shown: Vec<_> = old.iter().map(ToString::to_string).collect();
    let due = "assets/costs.toml:14: cost: warning: its prices were checked on 2026-11-23: look them up again";
    assert!(shown.iter().any(|shown| shown == due), "{shown:?}");
}
