//! Plan files that are refused, each with a place and what to do, and those that just pass.

use guidepost::cost::Plan;
use guidepost::cost::plan_file::Wrong;

/// A plan that has everything.
pub const WHOLE: &str = r#"title = "All"
horizon_months = 12

[[phase]]
name = "start"
from_day = 0
per_week = 3
weeks = 2

[[phase]]
name = "later"
from_day = 42
every_days = 30
sessions = 11

[[item]]
name = "Infusion"
per = "session"
phases = ["start", "later"]
price = { low = 350, typical = 450, high = 800 }
covered = true

[[item]]
name = "Check"
per = "once"
day = 3
price = 250

[[item]]
name = "Cuff"
per = "month"
price = 12.50

[insurance]
deductible = 2000
deductible_met = 100
out_of_pocket_max = 10600
out_of_pocket_met = 200
coinsurance = 20
months_until_reset = 6

[[savings]]
item = "Infusion"
you_pay_at_least = 10
yearly_cap = 7150
counts_toward_plan = true
"#;

const SAVINGS: &str = "[[savings]]\nitem = \"Infusion\"\n";

/// Each puts the second text in the place of the first, and is refused with these words.
const REFUSED: &[(&str, &str, &str)] = &[
    // Amounts.
    ("price = 250", "price = -250", "price is negative"),
    ("price = 250", "price = -0.01", "price is negative"),
    ("price = 250", "price = nan", "price is no number"),
    ("price = 250", "price = inf", "price is no number"),
    ("price = 250", "price = -nan", "price is negative"),
    ("price = 250", "price = 250.005", "price has more than two decimals"),
    ("price = 250", "price = 250.500", "price has more than two decimals"),
    ("price = 250", "price = 2.5e2", "price is no number"),
    ("price = 250", "price = \"250\"", "price is a number"),
    ("price = 250", "price = [250]", "price is a number"),
    ("price = 250", "price = 1000000.01", "price is more than $1,000,000"),
    ("price = 250", "price = 9223372036854775807", "price is too large"),
    ("price = 250", "price = 99999999999999999999999999", "price is too large"),
    ("price = 250\n", "", "needs `price`"),
    ("low = 350", "low = -350", "low is negative"),
    ("low = 350", "low = 350.001", "low has more than two decimals"),
    ("high = 800", "high = 1000001", "high is more than $1,000,000"),
    ("low = 350", "low = 450.01", "from low to typical to high"),
    ("typical = 450", "typical = 800.01", "from low to typical to high"),
    ("low = 350, ", "", "needs `low`"),
    ("high = 800 }", "high = 800, most = 900 }", "no field `most`"),
    ("deductible = 2000", "deductible = -1", "deductible is negative"),
    ("deductible = 2000", "deductible = nan", "deductible is no number"),
    ("deductible = 2000", "deductible = 1000000.01", "deductible is more than"),
    ("deductible_met = 100", "deductible_met = 1000000.01", "deductible_met is more than"),
    ("deductible_met = 100", "deductible_met = 0.001", "deductible_met has more than two decimals"),
    ("out_of_pocket_max = 10600", "out_of_pocket_max = -1", "out_of_pocket_max is negative"),
    ("out_of_pocket_max = 10600", "out_of_pocket_max = 1000001", "out_of_pocket_max is more than"),
    ("out_of_pocket_met = 200", "out_of_pocket_met = -1", "out_of_pocket_met is negative"),
    ("coinsurance = 20", "copay = -40", "copay is negative"),
    ("coinsurance = 20", "copay = 1000000.01", "copay is more than"),
    ("you_pay_at_least = 10", "you_pay_at_least = -10", "you_pay_at_least is negative"),
    ("yearly_cap = 7150", "yearly_cap = 1000000.01", "yearly_cap is more than"),
    // Percent.
    ("coinsurance = 20", "coinsurance = 100.01", "coinsurance is more than 100 percent"),
    ("coinsurance = 20", "coinsurance = 101", "coinsurance is more than 100 percent"),
    ("coinsurance = 20", "coinsurance = -1", "coinsurance is negative"),
    ("coinsurance = 20", "coinsurance = 12.345", "coinsurance has more than two decimals"),
    ("coinsurance = 20", "coinsurance = nan", "coinsurance is no number"),
    (
        "coinsurance = 20",
        "coinsurance = 20\ncopay = 40",
        "copay and coinsurance do not go together",
    ),
    // Whole numbers and their ranges.
    ("horizon_months = 12", "horizon_months = 0", "horizon_months is a whole number from 1 to 36"),
    ("horizon_months = 12", "horizon_months = 37", "horizon_months is a whole number from 1 to 36"),
    ("horizon_months = 12", "horizon_months = -1", "horizon_months is a whole number"),
    ("horizon_months = 12", "horizon_months = 12.0", "horizon_months is a whole number"),
    ("from_day = 42", "from_day = -1", "from_day is a whole number from 0 to 1095"),
    ("from_day = 42", "from_day = 1096", "from_day is a whole number from 0 to 1095"),
    ("per_week = 3", "per_week = 0", "per_week is a whole number from 1 to 7"),
    ("per_week = 3", "per_week = 8", "per_week is a whole number from 1 to 7"),
    ("weeks = 2", "weeks = 0", "weeks is a whole number from 1 to 157"),
    ("weeks = 2", "weeks = 158", "weeks is a whole number from 1 to 157"),
    ("weeks = 2", "sessions = 0", "sessions is a whole number from 1 to 1096"),
    ("weeks = 2", "sessions = 1097", "sessions is a whole number from 1 to 1096"),
    ("every_days = 30", "every_days = 0", "every_days is a whole number from 1 to 1095"),
    ("every_days = 30", "every_days = 1096", "every_days is a whole number from 1 to 1095"),
    ("sessions = 11", "sessions = 0", "sessions is a whole number from 1 to 1096"),
    ("sessions = 11", "sessions = 1097", "sessions is a whole number from 1 to 1096"),
    ("sessions = 11", "sessions = 4294967297", "sessions is a whole number from 1 to 1096"),
    ("day = 3\n", "day = -1\n", "day is a whole number from 0 to 1095"),
    ("day = 3\n", "day = 1096\n", "day is a whole number from 0 to 1095"),
    (
        "months_until_reset = 6",
        "months_until_reset = 0",
        "months_until_reset is a whole number from 1 to 12",
    ),
    (
        "months_until_reset = 6",
        "months_until_reset = 13",
        "months_until_reset is a whole number from 1 to 12",
    ),
    // What does not go together.
    ("weeks = 2", "weeks = 2\nevery_days = 2", "per_week and every_days do not go together"),
    ("weeks = 2", "weeks = 2\nsessions = 6", "weeks and sessions do not go together"),
    ("weeks = 2\n", "", "needs weeks or sessions"),
    ("every_days = 30\n", "", "needs per_week or every_days"),
    ("sessions = 11", "weeks = 11", "weeks goes with per_week"),
    (
        "per = \"month\"",
        "per = \"month\"\nphases = [\"start\"]",
        "phases goes with per = \"session\" only",
    ),
    ("day = 3\n", "day = 3\nphases = [\"start\"]\n", "phases goes with per = \"session\" only"),
    ("per = \"month\"", "per = \"month\"\nday = 3", "day goes with per = \"once\" only"),
    ("covered = true", "covered = true\nday = 3", "day goes with per = \"once\" only"),
    // Names.
    ("name = \"later\"", "name = \"start\"", "there is a phase of this name already"),
    ("name = \"start\"", "name = \"total\"", "a phase cannot be called total"),
    ("name = \"start\"\n", "", "needs `name`"),
    ("name = \"Check\"", "name = \"Infusion\"", "there is an item of this name already"),
    ("name = \"Check\"", "name = \"\"", "name is empty"),
    ("name = \"Check\"", "name = 3", "name is text"),
    (
        "[\"start\", \"later\"]",
        "[\"start\", \"latter\"]",
        "there is no phase \"latter\"; the nearest is \"later\"",
    ),
    ("[\"start\", \"later\"]", "[\"start\", \"start\"]", "stands in phases twice"),
    ("[\"start\", \"later\"]", "[]", "phases is empty"),
    ("[\"start\", \"later\"]", "\"start\"", "phases is a list"),
    ("[\"start\", \"later\"]", "[\"start\", 2]", "phases is a list of names"),
    (
        "[\"start\", \"later\"]",
        "[\"start\", \"in between\"]",
        "there is no phase \"in between\"; give a [[phase]] this name first",
    ),
    (
        "item = \"Infusion\"",
        "item = \"Infusions\"",
        "there is no item \"Infusions\"; the nearest is \"Infusion\"",
    ),
    ("item = \"Infusion\"\n", "", "needs `item`"),
    (
        "[[savings]]\n",
        "[[savings]]\nitem = \"Infusion\"\n\n[[savings]]\n",
        "this item has savings already",
    ),
    // Fields and their kinds.
    ("title =", "titel =", "no field `titel`; the nearest is \"title\""),
    ("from_day = 0", "from = 0", "no field `from`"),
    ("covered = true", "insured = true", "no field `insured`; it has name, per,"),
    (
        "deductible = 2000",
        "deductable = 2000",
        "no field `deductable`; the nearest is \"deductible\"",
    ),
    ("yearly_cap = 7150", "cap = 7150", "no field `cap`"),
    ("[insurance]", "[insurances]", "no field `insurances`; the nearest is \"insurance\""),
    ("title = \"All\"", "title = 3", "title is text"),
    ("covered = true", "covered = \"yes\"", "covered is true or false"),
    ("counts_toward_plan = true", "counts_toward_plan = 1", "counts_toward_plan is true or false"),
    ("per = \"month\"", "per = \"week\"", "per is \"session\", \"once\" or \"month\""),
    ("per = \"month\"\n", "", "needs `per`"),
    ("horizon_months = 12", "horizon_months = 12\nhorizon_months = 12", "duplicate key"),
    ("weeks = 2", "weeks = 2 weeks", ""),
    ("[insurance]", "[[insurance]]", "insurance is a table"),
    ("title = \"All\"", "title = \"All", ""),
];

/// Each puts the second text in the place of the first, and passes.
const PASSES: &[(&str, &str)] = &[
    ("price = 250", "price = 0"),
    ("price = 250", "price = 250.5"),
    ("price = 250", "price = 0.01"),
    ("price = 250", "price = 1_000_000"),
    ("price = 250", "price = 1000000.00"),
    ("low = 350", "low = 450"),
    ("typical = 450", "typical = 800"),
    ("deductible = 2000", "deductible = 0"),
    ("deductible_met = 100", "deductible_met = 1000000"),
    ("out_of_pocket_max = 10600\n", ""),
    ("out_of_pocket_met = 200", "out_of_pocket_met = 1000000"),
    ("coinsurance = 20", "coinsurance = 0"),
    ("coinsurance = 20", "coinsurance = 100"),
    ("coinsurance = 20", "coinsurance = 33.33"),
    ("coinsurance = 20", "copay = 1000000"),
    ("coinsurance = 20\n", ""),
    ("horizon_months = 12", "horizon_months = 1"),
    ("horizon_months = 12", "horizon_months = 36"),
    ("from_day = 42", "from_day = 1095"),
    ("per_week = 3", "per_week = 1"),
    ("per_week = 3", "per_week = 7"),
    ("weeks = 2", "weeks = 1"),
    ("weeks = 2", "weeks = 157"),
    ("weeks = 2", "sessions = 1"),
    ("weeks = 2", "sessions = 1096"),
    ("every_days = 30", "every_days = 1"),
    ("every_days = 30", "every_days = 1095"),
    ("sessions = 11", "sessions = 1096"),
    ("sessions = 11\n", ""),
    ("day = 3\n", "day = 0\n"),
    ("day = 3\n", "day = 1095\n"),
    ("day = 3\n", ""),
    ("months_until_reset = 6", "months_until_reset = 1"),
    ("months_until_reset = 6", "months_until_reset = 12"),
    ("phases = [\"start\", \"later\"]\n", ""),
    ("name = \"Check\"", "name = \"infusion\""),
    ("[\"start\", \"later\"]", "[\"start\"]"),
    ("item = \"Infusion\"", "item = \"Cuff\""),
    ("title = \"All\"\n", ""),
    ("title = \"All\"", "title = \"\""),
];

/// The whole plan with one text in the place of another, and the line on which they part.
fn edited(old: &str, new: &str) -> (String, usize) {
    let at = WHOLE.find(old).unwrap_or_else(|| panic!("the plan lacks {old:?}"));
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    (WHOLE.replacen(old, new, 1), line(WHOLE, at + same))
}

/// The line, from 1, of a byte.
fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// What is found wrong, with the line of each.
fn refused(text: &str) -> Vec<(usize, String)> {
    let wrongs = Plan::read(text).expect_err(text);
    wrongs.into_iter().map(|Wrong { at, message }| (line(text, at), message)).collect()
}

#[test]
fn each_fault_is_refused_on_its_line() {
    for (old, new, said) in REFUSED {
        let (text, changed) = edited(old, new);
        let wrongs = refused(&text);
        assert!(wrongs.iter().any(|(_, message)| message.contains(said)), "{new}: {wrongs:?}");
        // What is left out is missed where its table begins.
        let lines: Vec<&str> = text.lines().collect();
        let begins =
            lines[..changed].iter().rposition(|line| line.starts_with('[')).map_or(1, |i| i + 1);
        let ends = changed + new.matches('\n').count();
        let (first, _) = &wrongs[0];
        assert!((begins..=ends).contains(first), "{new} on line {changed}: {wrongs:?}");
        assert!(wrongs.iter().all(|(line, _)| *line <= lines.len()), "{wrongs:?}");
    }
}

#[test]
fn what_is_just_inside_passes() {
    for (old, new) in PASSES {
        let (text, _) = edited(old, new);
        let plan = Plan::read(&text).unwrap_or_else(|wrongs| panic!("{new}: {wrongs:?}"));
        assert_eq!(Plan::read(&plan.written()), Ok(plan), "{new}");
    }
}

#[test]
fn a_plan_that_charges_nothing_is_refused() {
    let nothing = "nothing is charged: add an [[item]] with name, per and price";
    for text in ["", "\n\n", "title = \"x\"", "[[phase]]\nname = \"a\"\nevery_days = 1\n"] {
        assert_eq!(refused(text), [(1, nothing.to_owned())], "{text:?}");
    }
    let (once, _) = WHOLE.split_once("[[phase]]").expect("a phase");
    let session = format!("{once}[[item]]\nname = \"a\"\nper = \"session\"\nprice = 1\n");
    assert_eq!(refused(&session), [(6, "no [[phase]] says when its sessions are".to_owned())]);
    let lost = format!("[[item]]\nname = \"a\"\nper = \"once\"\nprice = 1\n\n{SAVINGS}");
    assert_eq!(refused(&lost)[0].0, 7);
}

#[test]
fn every_fault_of_a_file_is_found_at_once() {
    let text = WHOLE
        .replace("horizon_months = 12", "horizon_months = 99")
        .replace("per_week = 3", "per_week = 9")
        .replace("price = 250", "price = -1")
        .replace("coinsurance = 20", "coinsurance = 200");
    let lines: Vec<usize> = refused(&text).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [2, 7, 27, 39]);
}

/// A plan of so many items at each of 1,095 sessions.
fn daily(items: usize) -> String {
    let mut text = "horizon_months = 36\n[[phase]]\nname = \"daily\"\nevery_days = 1\n".to_owned();
    for i in 0..items {
        text.push_str(&format!("[[item]]\nname = \"{i}\"\nper = \"session\"\nprice = 1000000\n"));
    }
    text
}

#[test]
fn more_than_can_be_summed_up_is_refused() {
    let wrongs = refused(&daily(914));
    assert_eq!(wrongs.len(), 1, "{wrongs:?}");
    let (line, message) = &wrongs[0];
    assert!(*line == 1 && message.starts_with("1000830 claims are more than"), "{message}");
    assert!(Plan::read(&daily(913)).is_ok());
}

#[test]
fn the_largest_sums_are_exact() {
    let plan = Plan::read(&daily(40)).expect("a plan");
    assert_eq!(plan.estimate().horizon.high, 40 * 1_095 * 100_000_000);
}
