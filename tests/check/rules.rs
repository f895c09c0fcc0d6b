//! For each rule edits of the fixtures that break it, and edits that it just lets pass.

use std::collections::BTreeSet;

use guidepost::check::Code;

use super::*;

/// Each edit puts `new` in the place of `old` in a file. It is found under this rule on the
/// line it changes, unless the row says where, and nothing else is found but what it names.
struct Break {
    rule: &'static str,
    file: &'static str,
    old: &'static str,
    new: &'static str,
    line: Option<usize>,
    also: &'static [(usize, &'static str)],
}

impl Break {
    const fn new(
        rule: &'static str,
        file: &'static str,
        old: &'static str,
        new: &'static str,
    ) -> Self {
        Self { rule, file, old, new, line: None, also: &[] }
    }

    /// It is found on this line: that of the row, or where something is missed.
    const fn at(self, line: usize) -> Self {
        Self { line: Some(line), ..self }
    }

    /// More that is found, by line and code.
    const fn also(self, also: &'static [(usize, &'static str)]) -> Self {
        Self { also, ..self }
    }
}

const fn tea(rule: &'static str, old: &'static str, new: &'static str) -> Break {
    Break::new(rule, "tea.md", old, new)
}

const fn clinics(old: &'static str, new: &'static str) -> Break {
    Break::new("clinic", "clinics.csv", old, new)
}

/// A place for more pictures.
const TABLE: &str = "| Drink | Slept better |";
const BARS: &str = "```bars
title = \"What it costs\"
unit = \"dollars\"
rows = [{ label = \"A cup\", low = 1, high = 3 }]
fact = [\"F-TEA-002\", \"F-TEA-006\"]
```

| Drink | Slept better |";
const BARS_OF_TWO_FACTS: &str = "```bars
title = \"What it costs\"
unit = \"dollars\"
rows = [{ label = \"A cup\", low = 1, high = 30 }]
fact = [\"F-TEA-002\", \"F-TEA-006\"]
```

| Drink | Slept better |";
const BARS_OF_ANOTHER_TRIAL: &str = "```bars
title = \"How many took part\"
unit = \"people\"
rows = [{ label = \"Trial of 20 people\", value = 9 }]
fact = [\"F-TEA-001\", \"F-TEA-004\"]
```

| Drink | Slept better |";
const BARS_TURNED: &str = "```bars
title = \"How long it was served at a high heat\"
unit = \"minutes\"
rows = [{ label = \"Tea\", value = 20 }]
fact = \"F-TEA-013\"
```

| Drink | Slept better |";
const ICONS_ALONE: &str = "```icons
title = \"Who slept better\"
of = 9
groups = [{ label = \"Tea\", n = 7 }]
fact = \"F-TEA-004\"
```

| Drink | Slept better |";
const ICONS_OF_ANOTHER_RESULT: &str = "```icons
title = \"Results with no comparison group\"
of = 30
groups = [{ label = \"Responded\", n = 9 }]
fact = \"F-TEA-010\"
```

| Drink | Slept better |";

const BREAKS: &[Break] = &[
    tea("link", "(#known-and-not)", "(#known)"),
    tea("link", "(questions:cost)", "(questions:coast)"),
    tea("link", "(term:herbal-tea)", "(term:black-tea)"),
    tea("link", "[what is known](#", "[what is known](coffee.md#"),
    tea("link", "(crisis:)", "(crises:)"),
    tea("link", "six weeks.[^F-TEA-001]", "six weeks.[^F-TEA-111]"),
    tea("link", "how-well = [", "how-ill = ["),
    tea("link", "fact = \"F-TEA-001\"", "fact = \"F-TEA-111\""),
    tea("link", "Boil some water.", "Boil some water.[^f-tea-001]"),
    tea("figure", "In one trial 12 of 20", "In one trial 13 of 20").also(&[(23, "comparison")]),
    tea("figure", "ran for six weeks", "ran for eight weeks"),
    tea("figure", TABLE, BARS_TURNED).at(38),
    tea("figure", "strength = \"early\"", "strength_of = \"that tea helps\"\nstrength = \"early\"")
        .at(10),
    tea("figure", "ran for six weeks", "ran for six months"),
    tea("figure", "costs $1 to $3", "costs $1 to $30"),
    tea("figure", "costs $1 to $3, one clinic directory reports", "costs $1 to $3"),
    tea("figure", "Boil some water.", "Boil some water for 5 minutes."),
    tea("figure", "Boil some water.", "Boil some water for five minutes."),
    tea(
        "figure",
        "Tea may help some people sleep a little. One small trial says so.\n",
        "Tea may help some people sleep a little. One small trial says so. In 2019 nobody knew.\n",
    ),
    tea("figure", "{ label = \"Tea\", n = 12 }", "{ label = \"Tea\", n = 13 }")
        .also(&[(31, "comparison")]),
    tea("figure", "| Tea | 12 of 20[^F-TEA-001] |", "| Tea | 12 of 21[^F-TEA-001] |"),
    tea("figure", "## How well it works", "## How well it works in 40 people"),
    tea("figure", "summary = \"What", "summary = \"In 20 people: what"),
    tea("figure", "Boil some water.", "Boil some water.[^F-TEA-003]"),
    tea(
        "comparison",
        "12 of 20 people slept better on tea, against 6 of 20 on water",
        "6 of 20 people slept better on tea, against 12 of 20 on water",
    ),
    tea("comparison", "{ label = \"Tea\", n = 12 }", "{ label = \"Water\", n = 12 }"),
    tea("comparison", "\n| Water | 6 of 20[^F-TEA-001] |", ""),
    tea("comparison", "Boil some water.", "7 of 9 people slept better.[^F-TEA-004]"),
    tea("figure", "{ label = \"Tea\", n = 12 }", "{ label = \"Tea: 6 of 20\", n = 12 }"),
    tea("figure", "Boil some water.", "It takes half the time.[^F-TEA-001]"),
    tea("figure", "Boil some water.", "The rule on tea ends in October.[^F-TEA-003]"),
    tea("link", "(#known-and-not)", "(#)"),
    tea("link", "(#known-and-not)", "(facts.toml)"),
    tea("crisis", "Boil some water.", "Call 1-800-662-4375."),
    tea("crisis", "In danger, call 911.", "In danger, do not call 911.")
        .also(&[(14, "crisis"), (17, "figure")]),
    tea("crisis", "> [!IMPORTANT]", "Welcome.\n\n> [!IMPORTANT]").at(14),
    tea("crisis", "topics = [\"tea\"]", "topics = [\"press 3\"]"),
    tea("words", "Boil some water.", "It was found safe."),
    tea("words", "Boil some water.", "Ketamine is approved for PTSD."),
    tea("words", "topics = [\"tea\"]", "topics = [\"miracle\"]"),
    tea("shape", "of = 20\ngroups", "of = 0\ngroups"),
    tea("shape", "+++\ntitle", "---\ntitle"),
    tea("sign", "Boil some water.", "Boil it &mdash; now."),
    tea("sign", "Boil some water.", "Ask Zo\u{eb} for it &mdash; now."),
    tea("sign", "Boil some water.", "Boil \u{ff12} cups."),
    tea("comparison", "slept better on tea, against 6 of 20 on water", "slept better on tea"),
    tea("date", "reviewed = 2026-11-23", "reviewed = 2025-11-22"),
    tea("date", "reviewed = 2026-11-23", "reviewed = 2027-11-23"),
    tea("date", "prices_checked = 2026-11-23", "prices_checked = 2026-05-22"),
    tea("crisis", "call or text 988, or", "for").at(14),
    tea("crisis", "press 1 or text 838255", "text 838255").at(14),
    tea("crisis", "press 1 or text 838255", "press 1").at(14),
    tea("crisis", "HOME to 741741", "HELLO to 741741").also(&[(14, "crisis")]),
    tea("crisis", "call 911", "shout").at(14),
    tea("crisis", "Boil some water.", "Press 3."),
    tea("words", "Boil some water.", "A miracle."),
    tea("words", "### Does tea work?", "### Is tea a cure?"),
    tea("words", "label = \"Water\"", "label = \"Game-changer\""),
    tea("words", "| Tea | 12", "| Tea, a breakthrough | 12"),
    tea("words", "Boil some water.", "Tea is safe."),
    tea("words", "Boil some water.", "It failed."),
    tea("advice", "Boil some water.", "You should boil some water."),
    tea(
        "grade",
        "Boil some water.",
        "Boil some water and then some more of it and then pour it on the tea and wait until it is brown and hot and good to drink at night.",
    ),
    tea("shape", "order = 1\n", "").at(1),
    tea("shape", "strength = \"early\"\n", "").at(1),
    tea("shape", "prices_checked = 2026-11-23\n", "").at(1),
    tea("shape", "main_message = \"Tea may", "main_message = \"Tea will"),
    tea("shape", "## How well it works {#how-well}", "## How well"),
    tea("shape", "### Is it hot?", "### It is hot"),
    tea("shape", "### Is that all? {#q10}\n\nYes.\n", "").at(60),
    tea("shape", " .good}", "}").at(14),
    tea("shape", " .bad}", "}").at(14),
    tea("shape", "- It is only one trial, and it was a small one at that.", "- It is small.")
        .at(43),
    tea("shape", "{#next-step}", "{#next}").at(14),
    tea("shape", "order = 1", "oder = 1"),
    tea("link", "Boil some water.", "See [clinics](clinics:?state=XX)."),
    tea("link", "Boil some water.", "See [clinics](clinics:?colour=red)."),
    tea("link", "Boil some water.", "See [the calculator](cost:vi)."),
    tea("link", "Boil some water.", "See [the calculator](costs:iv)."),
    tea("sign", "Boil some water.", "Boil some water \u{1f375}."),
    tea("sign", "Boil some water.", "Boil some \u{1b}[31mwater.").also(&[(57, "figure")]),
    tea("sign", "Boil some water.", "Boil some water \u{2014} hot."),
    tea("sign", "Boil some water.", "Boil some wa\u{200d}ter."),
    clinics("tea-house-seattle-wa,Tea House", "tea-house-seattle-wa,"),
    clinics("tea-house-seattle-wa", "Tea-House"),
    clinics("tea-house-seattle-wa", "tea house"),
    clinics("tea-house-boston-ma", "tea-house-seattle-wa"),
    clinics("Seattle,WA", "Seattle,"),
    clinics("Seattle,WA", "Seattle,XX"),
    clinics("Seattle,WA", "Seattle,OR"),
    clinics("Tea by Mail,telehealth", "Tea by Mail,post"),
    clinics("98101", "9810"),
    clinics("98101", "00000"),
    clinics("98101", "02108"),
    clinics("206-555-0123", "2065550123"),
    clinics("206-555-0123", "206-555-0123 x1"),
    clinics("https://tea.example/house,", "tea.example,"),
    clinics("https://tea.example/house,", "https://tea/house,"),
    clinics("https://tea.example/house,", "https://tea.example/a house,"),
    clinics("https://tea.example/house;", "ftp://tea.example/house;"),
    clinics("https://tea.example/prices", "https://prices"),
    clinics("iv;kap", "iv;tea"),
    clinics("ptsd;depression", "ptsd;thirst"),
    clinics("physician", "host"),
    clinics("listed+page", "heard"),
    clinics("doubtful", "odd"),
    clinics("doubtful", ""),
    clinics("42.357,-71.065,city", "42.357,-71.065,town"),
    clinics("42.357,-71.065,city", ",,city"),
    clinics("42.357,-71.065", "91,-71.065"),
    clinics("42.357,-71.065", "42.357,"),
    clinics("42.357,-71.065", "43.357,-71.065"),
    clinics("47.611,", "46.611,"),
    clinics(",yes,", ",perhaps,"),
    clinics("physician,iv,", "physician,pot,"),
    clinics("physician,iv,", "physician,,"),
    clinics("own-page", "hearsay"),
    clinics("own-page", ""),
    clinics(",400,450,", ",460,450,"),
    clinics(",400,450,", ",about 400,450,"),
    clinics("2026-11-20", "2026-11-31"),
    clinics("2026-11-20", "11/20/2026"),
    clinics("2026-11-20", "2026-11-26"),
    clinics("reviewed 2026-05-05", "reviewed 2027-05-05"),
    clinics("2026-11-20", "2026-05-23"),
    clinics(",a list of tea houses,", ",,"),
    clinics("Tea by Mail", "Tea \u{1b}[31mby Mail"),
    clinics("Tea by Mail", "Tea\u{202e} by Mail"),
    clinics("Tea by Mail", "Tea, by Mail"),
    clinics("id,name", "id,title"),
    clinics("note\n", "name\n"),
    clinics("206-555-0123", "106-555-0123"),
    clinics("206-555-0123", "206-055-0123"),
    clinics("98101,1 Kettle", ",1 Kettle"),
    clinics("Boston,MA", ",MA"),
    clinics("-71.065,city", "-71.065,none"),
    clinics("42.357,-71.065,city", ",,zip"),
    clinics("Boston,MA", "Teatown,NY"),
    clinics("iv;kap", "iv;kap;iv"),
    clinics("ptsd;depression", "ptsd;ptsd"),
    clinics(",400,450,", ",9.99,450,"),
    clinics(",400,450,", ",400,10000.01,"),
    clinics(",400,450,", ",,450,"),
    clinics("https://tea.example/prices", ""),
    clinics("https://tea.example/prices", "https://coffee.example/prices"),
    clinics("https://tea.example/prices", "the board in the house"),
    clinics("CA and WA", "CA and Washington"),
    clinics("CA and WA", "99 (not named)"),
    clinics("Sends leaves", "A miracle"),
    clinics("a pot and a cup", "a highly effective pot"),
    clinics("Sends leaves", "FDA-approved ketamine"),
    clinics("Sends leaves", "Veterans press 3"),
    clinics("note\n", "notes\n"),
    tea("figure", "{ label = \"Tea\", n = 12 }", "{ label = \"Tea: 12 of 30\", n = 12 }"),
    tea("figure", "of = 20\ngroups", "of = 12\ngroups").also(&[(34, "figure")]),
    tea("figure", "\nfact = \"F-TEA-001\"\n```", "\n```").at(31),
    tea("comparison", ", { label = \"Water\", n = 6 }]", "]").at(31),
    tea("comparison", "{ label = \"Tea\", n = 12 }", "{ label = \"Ketamine\", n = 12 }"),
    tea("figure", TABLE, BARS_OF_TWO_FACTS).at(41),
    tea("figure", TABLE, BARS_OF_ANOTHER_TRIAL).at(41),
    tea("comparison", TABLE, ICONS_ALONE).at(38),
    tea("figure", TABLE, ICONS_OF_ANOTHER_RESULT).at(41),
    tea("width", "| Water | 6 of 20[^F-TEA-001] |", "| Water | 6 of 20[^F-TEA-001] | x |"),
    tea("sign", "Boil some water.", "Boil some wa\u{200b}ter."),
    tea("sign", "Boil some water.", "Boil some wa\u{ad}ter."),
    tea("sign", "Boil some water.", "Boil some \u{7}water."),
    tea("shape", "{#known-and-not}", "{#known}").at(14).also(&[(25, "link")]),
    tea("crisis", "In danger, call 911.", "In danger, never call 911.")
        .also(&[(14, "crisis"), (17, "figure")]),
];

#[test]
fn each_rule_finds_what_breaks_it() {
    let mut wrong = Vec::new();
    for (i, Break { rule, file, old, new, line, also }) in BREAKS.iter().enumerate() {
        let mut changed = 0;
        let folder = edited(&format!("break-{i}"), file, |text| {
            let at = text.find(old).unwrap_or_else(|| panic!("{file} lacks {old:?}"));
            let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
            changed = text[..at + same].matches('\n').count() + 1;
            text.replacen(old, new, 1)
        });
        let findings = checked(&folder, TODAY).findings;
        let found = findings.iter().map(|finding| {
            let line = finding.line.filter(|_| finding.file.ends_with(file));
            (line.unwrap_or(0), finding.code.into())
        });
        let found: BTreeSet<(usize, &str)> = found.collect();
        let own = (line.unwrap_or(changed), *rule);
        let wanted: BTreeSet<_> = std::iter::once(own).chain(also.iter().copied()).collect();
        if found != wanted {
            wrong.push(format!("{old:?} -> {new:?}: {found:?} and not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Edits that look like a breach and are none.
const PASSES: &[(&str, &str, &str)] = &[
    ("tea.md", "See [what is known](#known-and-not)", "See [what is known](tea.md#known-and-not)"),
    ("tea.md", "In one trial 12 of 20 people", "In one trial 12 of the 20 people"),
    ("tea.md", "ran for six weeks", "ran for 6 weeks"),
    ("tea.md", "Boil some water.", "Call 988 or 911, and press 1 for veterans."),
    ("tea.md", "Boil some water.", "Prices were checked on 23 November 2026."),
    ("tea.md", "Boil some water.", "First boil some water, then wait a minute."),
    ("tea.md", "Boil some water.", "7 of 9 slept better, with no comparison group.[^F-TEA-004]"),
    ("tea.md", "reviewed = 2026-11-23", "reviewed = 2025-11-24"),
    ("tea.md", "prices_checked = 2026-11-23", "prices_checked = 2026-05-24"),
    ("tea.md", "Boil some water.", "It is not known to be safe."),
    ("tea.md", "Boil some water.", "This secures and procures sleep."),
    ("tea.md", "Boil some water.", "Ask what others would do."),
    (
        "tea.md",
        "- It is only one trial, and it was a small one at that.",
        "- It is only one small trial.",
    ),
    ("tea.md", TABLE, BARS),
    ("tea.md", "{ label = \"Tea\", n = 12 }", "{ label = \"Tea: 12 of 20\", n = 12 }"),
    ("tea.md", "| Water | 6 of 20[^F-TEA-001] |", "| Water: 6 of 20[^F-TEA-001] |"),
    ("tea.md", "Boil some water.", "Ask Zoë for some water."),
    ("tea.md", "Boil some water.", "See [clinics](clinics:?state=CA&treatment=iv)."),
    ("tea.md", "Boil some water.", "See [the calculator](cost:at-home), or [all of it](cost:)."),
    (
        "tea.md",
        "It may, for some.",
        "It may, for some, and some of them like it well enough to drink it each and every night.",
    ),
    ("clinics.csv", "Tea by Mail", "Caf\u{e9} \u{2013} by Mail"),
    (
        "clinics.csv",
        "98101,1 Kettle Street,206-555-0123,https://tea.example/house,47.611,-122.334,zip",
        ",,,,47.611,-122.334,city",
    ),
    ("clinics.csv", "98101", "98119"),
    ("clinics.csv", "42.357,-71.065", "41.957,-71.065"),
    ("clinics.csv", "42.357,-71.065,city", ",,none"),
    ("clinics.csv", "Boston,MA", "Teatown,MA"),
    ("clinics.csv", ",400,450,", ",450,450,"),
    ("clinics.csv", ",400,450,", ",400.50,,"),
    (
        "clinics.csv",
        "https://tea.example/prices,2026-11-20,own-page",
        "the board in the house,,own-site-source",
    ),
    (
        "clinics.csv",
        "https://tea.example/prices,2026-11-20,own-page",
        "https://coffee.example/prices,,third-party-quote",
    ),
    ("clinics.csv", "https://tea.example/prices", "http://www.TEA.example:80/prices?of=tea"),
    ("clinics.csv", "https://tea.example/house,", ","),
    ("clinics.csv", ",400,450,", ",10,10000,"),
    ("clinics.csv", "206-555-0123", "200-200-0123"),
    ("clinics.csv", "CA and WA", "25+ (not named) PR; VI (by its own site)"),
    ("clinics.csv", "Tea by Mail,", "A Miracle by Mail,"),
    (
        "clinics.csv",
        "Sends leaves",
        "Says Spravato is FDA-approved; ketamine is not approved by the FDA",
    ),
    ("clinics.csv", "https://tea.example/house,", "http://tea.example:80/?q=1,"),
    ("clinics.csv", "2026-11-20", "2026-05-24"),
    ("clinics.csv", "2026-11-20", ""),
    ("clinics.csv", "2026-11-20", "2026-11-25"),
    ("clinics.csv", "reviewed 2026-05-05", "reviewed 2019-05-05"),
    ("clinics.csv", "Sends leaves", "Opens 2030-01-01"),
];

#[test]
fn each_rule_lets_pass_what_only_looks_like_a_breach() {
    for (i, (file, old, new)) in PASSES.iter().enumerate() {
        let folder = edited(&format!("pass-{i}"), file, |text| {
            assert!(text.contains(old), "{file} lacks {old:?}");
            text.replacen(old, new, 1)
        });
        let said: Vec<_> =
            checked(&folder, TODAY).findings.iter().map(ToString::to_string).collect();
        assert_eq!(said, Vec::<String>::new(), "{old:?} -> {new:?}");
    }
}

#[test]
fn a_day_later_a_promise_is_over() {
    let later = |year, month, day| {
        let report = checked(&fixtures(), date(year, month, day));
        assert_eq!(report.faults(), 0, "{:?}", report.findings);
        report.warnings()
    };
    assert_eq!(later(2026, 12, 31), 0);
    // The rule on milk.
    assert_eq!(later(2027, 1, 1), 1);
    // The prices.
    // And those of the tea house and of the calculator.
    assert_eq!(later(2027, 5, 24), 4);
    // The guide, the lists of questions, crisis lines and clinics, and eight facts.
    assert!(later(2027, 11, 24) >= 13);
}

#[test]
fn a_file_that_is_no_guide_of_ours_is_held_to_links_width_and_signs_alone() {
    let text = "# Notes\n\nIt failed: 67% of people. You should go. [Here](#nowhere) \u{1f600}\n";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-foreign");
    fs::create_dir_all(folder.join("deep")).expect("a folder");
    fs::write(folder.join("notes.md"), text).expect("a file");
    fs::write(folder.join("deep/more.md"), "[up](../notes.md#notes) [away](../../x.md)")
        .expect("a file");
    let report = checked(&folder, TODAY);
    let said: Vec<_> = report.findings.iter().map(|finding| (finding.code, finding.line)).collect();
    assert_eq!(said, [(Code::Link, Some(1)), (Code::Link, Some(3)), (Code::Sign, Some(3))]);
}
