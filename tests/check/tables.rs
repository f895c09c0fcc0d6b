//! The tables beside the guides: edits of the fixtures that break a rule, each found on the
//! very line it changes, and edits that look as if they did.

use super::*;

/// An edit of a file: what stands there, what takes its place, and what is said of it on the
/// line that changes.
type Break = (&'static str, &'static str, &'static str, &'static str);

const FACTS: &[Break] = &[
    (
        "facts.toml",
        "Often forgotten: biscuits, and something to hold the cup.",
        "",
        "shape: F-TEA-007 states nothing",
    ),
    ("facts.toml", "basis = \"common\"", "basis = \"hearsay\"", "shape: unknown variant `hearsay`"),
    ("facts.toml", "id = \"F-TEA-003\"", "id = \"TEA-3\"", "shape: \"TEA-3\" is no id of a fact"),
    (
        "facts.toml",
        "id = \"F-TEA-003\"",
        "id = \"F-TEA-002\"",
        "shape: the id \"F-TEA-002\" is taken",
    ),
    // What it denies, and what its figures are told of.
    ("facts.toml", "[\"gain\", ", "[\" \", ", "figure: an entry of `denies` of F-TEA-013 is empty"),
    ("facts.toml", "[\"gain\", ", "[\"serv\", ", "figure: \"serv\" is told as so, and F-TEA-013"),
    (
        "facts.toml",
        "are = [\"18\"]",
        "are = [\"17\"]",
        "figure: 17 does not stand in the statement",
    ),
    (
        "facts.toml",
        "of = [\"remi\"]",
        "of = [\"rest\"]",
        "figure: the statement of F-TEA-010 has none",
    ),
    // Where it was read.
    (
        "facts.toml",
        "basis = \"read\"\nsources = [\"R1\"]\nchecked = 2026-11-23\nuntil",
        "basis = \"read\"\nsources = []\nchecked = 2026-11-23\nuntil",
        "source: F-TEA-003 names no source",
    ),
    (
        "facts.toml",
        "basis = \"read\"\nsources = [\"R1\"]\nchecked = 2026-11-23\n\n[[fact]]\nid = \"F-TEA-006\"",
        "basis = \"sum\"\nsources = []\nchecked = 2026-11-23\n\n[[fact]]\nid = \"F-TEA-006\"",
        "source: F-TEA-005 names no source",
    ),
    ("facts.toml", "One clinic directory reports that a cup", "A cup", "does not say so"),
    (
        "facts.toml",
        "basis = \"read\"\nsources = [\"R1\"]\nchecked = 2026-11-23\n\n[[fact]]\nid = \"F-TEA-007\"",
        "basis = \"common\"\nsources = []\nchecked = 2026-11-23\n\n[[fact]]\nid = \"F-TEA-007\"",
        "source: F-TEA-006 states 20, which is no common knowledge",
    ),
    (
        "facts.toml",
        "basis = \"common\"\nsources = []\nchecked = 2026-11-23\n\n[[fact]]\nid = \"F-TEA-005\"",
        "basis = \"common\"\nstrength = \"solid\"\nsources = []\nchecked = 2026-11-23\n\n[[fact]]\nid = \"F-TEA-005\"",
        "source: F-TEA-009 says how strong the evidence is, and no source",
    ),
    (
        "facts.toml",
        "sources = [\"R1\"]\nchecked = 2026-11-23\ngroups",
        "sources = [\"R2\"]\nchecked = 2026-11-23\ngroups",
        "link: F-TEA-001 names R2, which is no source",
    ),
    // What the groups did.
    (
        "facts.toml",
        "Of 9 people on tea, 7 slept better;",
        "Of 9 people 7% on tea and 9% on water slept better;",
        "comparison: F-TEA-004 sets one rate against another: say under `groups`",
    ),
    (
        "facts.toml",
        "Of 9 people on tea, 7 slept better;",
        "Of 9 people 7 of 9 slept better against 2 of 9;",
        "comparison: F-TEA-004 sets one rate against another",
    ),
    (
        "facts.toml",
        "on = [\"water\"]",
        "on = [\"milk\"]",
        "comparison: no name of group 2 stands in the statement of F-TEA-001",
    ),
    (
        "facts.toml",
        "figures = [\"6\"]",
        "figures = [\"7\"]",
        "figure: 7 does not stand in the statement of F-TEA-001",
    ),
    (
        "facts.toml",
        "figures = [\"6\"]",
        "figures = []",
        "comparison: group 2 of F-TEA-001 has no figure",
    ),
    // How long it holds.
    (
        "facts.toml",
        "until = 2026-12-31",
        "until = 2027-12-31",
        "date: `until` is 2027-12-31, and the statement",
    ),
    (
        "facts.toml",
        "until = 2026-12-31",
        "until = 2026-11-22",
        "date: warning: F-TEA-003: its rule ended on 2026-11-22",
    ),
    (
        "facts.toml",
        "checked = 2026-11-23\nuntil",
        "checked = 2026-11-26\nuntil",
        "date: F-TEA-003 was checked in the future",
    ),
    (
        "facts.toml",
        "checked = 2026-11-23\nuntil",
        "checked = 2025-11-22\nuntil",
        "date: warning: F-TEA-003 was last checked",
    ),
    // What no guide may say.
    ("facts.toml", "Often forgotten: biscuits", "Often a miracle: biscuits", "words: \"miracle\""),
    (
        "facts.toml",
        "Often forgotten: biscuits",
        "You should buy: biscuits",
        "advice: \"you should\"",
    ),
    (
        "facts.toml",
        "Often forgotten: biscuits",
        "Press  3: biscuits",
        "crisis: \"press 3\" leads nowhere",
    ),
    (
        "facts.toml",
        "Often forgotten: biscuits",
        "Often \\u001b[31m: biscuits",
        "sign: an escape sequence (U+001B)",
    ),
];

const SOURCES: &[Break] = &[
    ("sources.toml", "year = 2020", "year = 20", "source: R1 lacks a year"),
    (
        "sources.toml",
        "[[source]]\nid = \"R1\"\nauthors = \"Leaf A and others\"\nyear = 2020\ntitle = \"Tea and sleep\"\nwhere = \"Journal of Tea 2020;1(1):1-9\"\ndoi = \"10.0000/tea\"\npmid = \"12345678\"\nnct = \"01234567\"",
        "[[source]]\nid = \"R1\"\nyear = 2020\ntitle = \"Tea\"\nwhere = \"read at tea.example\"",
        "source: R1 lacks how it is found",
    ),
    (
        "sources.toml",
        "where = \"Journal of Tea 2020;1(1):1-9\"",
        "where = \"\"",
        "source: R1 lacks where it stands",
    ),
    (
        "sources.toml",
        "doi = \"10.0000/tea\"",
        "url = \"tea.example/sleep\"",
        "source: \"tea.example/sleep\" is no url",
    ),
    ("sources.toml", "pmid = \"12345678\"", "pmid = \"\"", "source: \"\" is no pmid"),
    ("sources.toml", "title = \"Tea and sleep\"", "title = \" \"", "source: R1 lacks a title"),
    ("sources.toml", "year = 2020", "year = 2027", "source: R1 lacks a year"),
    ("sources.toml", "kind = \"primary\"", "kind = \"good\"", "source: R1 lacks what kind it is"),
    (
        "sources.toml",
        "read = \"the abstract\"",
        "read = \"\"",
        "source: R1 lacks what of it was read",
    ),
    (
        "sources.toml",
        "doi = \"10.0000/tea\"",
        "doi = \"doi:tea\"",
        "source: \"doi:tea\" is no doi: write that of R1 as 10.",
    ),
    ("sources.toml", "pmid = \"12345678\"", "pmid = \"PMID 1\"", "source: \"PMID 1\" is no pmid"),
    ("sources.toml", "nct = \"01234567\"", "nct = \"0123456\"", "source: \"0123456\" is no nct"),
    ("sources.toml", "id = \"R1\"", "id = \"R3\"", "source: warning: no fact was read in R3"),
    (
        "sources.toml",
        "Tea and sleep",
        "Tea and \\u202e sleep",
        "sign: a sign that turns the direction of text",
    ),
];

const TERMS: &[Break] = &[
    ("glossary.toml", "hot water", "hot\u{202e} water", "sign: a sign that turns"),
    (
        "glossary.toml",
        "id = \"kettle\"",
        "id = \"herbal-tea\"",
        "shape: the id \"herbal-tea\" is taken",
    ),
    ("glossary.toml", "id = \"kettle\"", "id = \"a kettle\"", "shape: \"a kettle\" is no id"),
    ("glossary.toml", "What water is boiled in.", " ", "shape: \"kettle\" has no meaning"),
    ("glossary.toml", "What water is boiled in.", "A miracle.", "words: \"miracle\""),
    ("glossary.toml", "What water is boiled in.", "You should get one.", "advice: \"you should\""),
    ("glossary.toml", "What water is boiled in.", "Veterans press 3.", "crisis: \"press 3\""),
    (
        "glossary.toml",
        "What water is boiled in.",
        "A \\U0001F600 pot.",
        "sign: an emoji or symbol (U+1F600)",
    ),
    (
        "glossary.toml",
        "term = \"Kettle\"",
        "term = \"Tisane\"",
        "shape: \"tisane\" is empty or the name of a term above",
    ),
    (
        "glossary.toml",
        "\"pot for water\"",
        "\"kettle\"",
        "shape: \"kettle\" is empty or the name of a term above",
    ),
    ("glossary.toml", "\"pot for water\"", "\"breakthrough\"", "words: \"breakthrough\""),
];

const QUESTIONS: &[Break] = &[
    (
        "questions.toml",
        "checked = 2026-11-23",
        "checked = 2025-11-22",
        "date: warning: the list was last checked",
    ),
    (
        "questions.toml",
        "id = \"no-price\"",
        "id = \"how-much\"",
        "shape: the id \"how-much\" is taken",
    ),
    ("questions.toml", "id = \"no-price\"", "id='how-much'", "shape: the id \"how-much\" is taken"),
    ("questions.toml", "id = \"how-much\"", "id = \"how much\"", "shape: \"how much\" is no id"),
    (
        "questions.toml",
        "What does a cup cost?",
        "What a cup costs",
        "shape: \"What a cup costs\" is a question without",
    ),
    ("questions.toml", "title = \"Questions to ask\"", "title = \"A cure\"", "words: \"cure\""),
    ("questions.toml", "Pick one.", "Pick a miracle.", "words: \"miracle\""),
    ("questions.toml", "title = \"Cost\"", "title = \"Miracles\"", "words: \"miracles\""),
    ("questions.toml", "These cover cost.", "These cover a miracle.", "words: \"miracle\""),
    ("questions.toml", "\"money questions\"", "\"a cure\"", "words: \"cure\""),
    ("questions.toml", "\"is tea dear\"", "\"a cure\"", "words: \"cure\""),
    ("questions.toml", "What does a cup cost?", "What does a miracle cost?", "words: \"miracle\""),
    (
        "questions.toml",
        "What does a cup cost?",
        "What do 30 cups cost?",
        "figure: 30 stands in no fact",
    ),
    (
        "questions.toml",
        "Cups cost $1 to $3",
        "Cups cost $1 to $4",
        "figure: $4 does not stand in F-TEA-002",
    ),
    (
        "questions.toml",
        "reports.[^F-TEA-002]",
        "reports.[^F-TEA-222]",
        "link: there is no fact \"F-TEA-222\"",
    ),
    ("questions.toml", "A price, said at once.", "A promising price.", "words: \"promising\""),
    (
        "questions.toml",
        "A price that nobody writes down.",
        "A price of $40.",
        "figure: 40 without a fact",
    ),
    ("questions.toml", "Signs to slow down", "Signs of a cure", "words: \"cure\""),
    (
        "questions.toml",
        "These cover what to watch for.",
        "See [this](term:thirst).",
        "link: there is no term \"thirst\"",
    ),
    (
        "questions.toml",
        "sign = \"There is no price\"",
        "sign = \"There are 30 prices\"",
        "figure: 30 stands in no fact",
    ),
    ("questions.toml", "You cannot plan without one.", "You should go.", "advice: \"you should\""),
    (
        "questions.toml",
        "You cannot plan without one.",
        "You \\u001b[31m cannot.",
        "sign: an escape sequence",
    ),
    (
        "questions.toml",
        "checked = 2026-11-23",
        "checked = 2026-11-26",
        "date: the list was checked in the future",
    ),
    // Written in other ways.
    (
        "questions.toml",
        "why = \"You cannot plan without one.\"",
        "why='A miracle.'",
        "words: \"miracle\"",
    ),
];

const CRISIS: &[Break] = &[
    ("crisis.toml", "text 988**", "text 998**", "crisis: 998 stands in no fact"),
    ("crisis.toml", "example.org.", "example.net.", "crisis: help.example.net stands in no fact"),
    ("crisis.toml", "day or night.", "a miracle.", "words: \"miracle\""),
    (
        "crisis.toml",
        "checked = 2026-11-23",
        "checked = 2025-11-22",
        "date: warning: the list of crisis lines was last",
    ),
    (
        "crisis.toml",
        "text 838255\"",
        "text 838255\", \"Oprima 4\"",
        "crisis: press 4 does not stand in F-TEA-009",
    ),
    (
        "crisis.toml",
        "text 838255\"",
        "text 838255\", \"Oprima 3\"",
        "crisis: \"press 3\" leads nowhere",
    ),
    (
        "crisis.toml",
        "text 838255\"",
        "text 838255\", \"Env\u{ed}e HOLA\"",
        "crisis: HOLA does not stand in F-TEA-009",
    ),
    ("crisis.toml", "begins with a greeting", "begins with a miracle", "words: \"miracle\""),
    (
        "crisis.toml",
        "greeting.\"\nfact = \"F-TEA-009\"",
        "greeting.\"\nfact = \"F-TEA-008\"",
        "link: a note names F-TEA-008",
    ),
    (
        "crisis.toml",
        "\"Call or text 988",
        "\"Call or text 989",
        "crisis: 989 does not stand in F-TEA-009",
    ),
    (
        "crisis.toml",
        "press 1 or text 838255",
        "press 1 or text 838225",
        "crisis: 838225 does not stand in F-TEA-009",
    ),
    ("crisis.toml", "press 1 or", "press 2 or", "crisis: press 2 does not stand in F-TEA-009"),
    ("crisis.toml", "press 1 or", "press 3 or", "crisis: \"press 3\" leads nowhere"),
    ("crisis.toml", "Text HOME", "Text HOPE", "crisis: HOPE does not stand in F-TEA-009"),
    (
        "crisis.toml",
        "help.example.org\"",
        "help.example.com\"",
        "crisis: help.example.com does not stand in F-TEA-009",
    ),
    (
        "crisis.toml",
        "hours = \"Day and night\"",
        "hours = \"Weekdays\"",
        "crisis: \"weekdays\" does not stand in F-TEA-009",
    ),
    (
        "crisis.toml",
        "cost = \"Free\"",
        "cost = \"5 cents\"",
        "crisis: \"5\" does not stand in F-TEA-009",
    ),
    ("crisis.toml", "\"Spanish\"", "\"French\"", "crisis: \"french\" does not stand in F-TEA-009"),
    (
        "crisis.toml",
        "who = \"for anyone\"",
        "who = \"for 30 people\"",
        "figure: \"for 30 people\" states a figure",
    ),
    (
        "crisis.toml",
        "who = \"for anyone\"",
        "who = \"for addicts\"",
        "words: \"addicts\": name the person first",
    ),
    ("crisis.toml", "Someone to talk to", "A cry for help", "words: \"cry for help\""),
    ("crisis.toml", "title = \"Help\"", "title = \"A cure\"", "words: \"cure\""),
    ("crisis.toml", "You can just talk.", "You should talk.", "advice: \"you should\""),
    (
        "crisis.toml",
        "fact = \"F-TEA-009\"",
        "fact = \"F-TEA-008\"",
        "link: \"Someone to talk to\" names F-TEA-008, which is no fact",
    ),
    (
        "crisis.toml",
        "checked = 2026-11-23",
        "checked = 2026-11-26",
        "date: the list of crisis lines was checked in the future",
    ),
    ("crisis.toml", "You can just talk.", "You can \\u001b[31m talk.", "sign: an escape sequence"),
    // Small letters of other lengths move nothing.
    (
        "crisis.toml",
        "title = \"Help\"",
        "title = \"\u{130}\u{130}\u{130}\u{130} press 3\u{e9}\u{e9}\"",
        "crisis: \"press 3\" leads nowhere",
    ),
];

const LAY_WORDS: &[Break] = &[
    ("synonyms.toml", "\"herbal tea\"", "\"herbal coffee\"", "link: \"coffee\" stands in no guide"),
    ("synonyms.toml", "crisis =", "crises =", "shape: unknown field `crises`"),
    ("synonyms.toml", "tea#q1", "tea#how-well", "link: \"tea#how-well\" is no question of a guide"),
    (
        "synonyms.toml",
        "\"kill myself\"",
        "\"i want to kill myself\"",
        "shape: \"i want to kill myself\" has 5 words",
    ),
    (
        "synonyms.toml",
        "\"night cap\" =",
        "\"Cuppa\" =",
        "shape: \"Cuppa\" stands in drinks already",
    ),
    (
        "synonyms.toml",
        "\"night cap\" = [\"sleep\"]",
        "\"night cap\" = []",
        "shape: \"night cap\" leads to 0 meanings",
    ),
    (
        "synonyms.toml",
        "\"night cap\" =",
        "\"night \\u200d cap\" =",
        "sign: a sign that joins or colours emoji",
    ),
];

/// What a guide says of itself, and its pictures.
const GUIDE: &[Break] = &[
    (
        "tea.md",
        "title = \"Tea at night\"\nsummary = \"What",
        "title = \"A summary of tea\"\nsummary = \"In 20 people: what",
        "figure: `summary` states a figure",
    ),
    ("tea.md", "topics = [\"tea\"]", "topics = [\n\"tea\", \"miracle\"]", "words: \"miracle\""),
    (
        "tea.md",
        "title = \"Tea at night\"",
        "title = \"Tea \\u001b[31m at night\"",
        "sign: an escape sequence (U+001B)",
    ),
    (
        "tea.md",
        "[aliases]\n",
        "[aliases]\ntea = [\"a drink\"]\n",
        "link: aliases name the section \"tea\"",
    ),
    ("tea.md", "\"does tea work\"", "\"sleep\", \"a cure\"", "words: \"cure\""),
    (
        "tea.md",
        "label = \"Water\", n = 6",
        "label = \"Water\", n = 26",
        "shape: the picture is not drawn: `n` of \"Water\" is more",
    ),
    ("tea.md", "of = 20\ngroups", "of = 0\ngroups", "shape: the picture is not drawn: `of` is 0"),
    ("tea.md", "of = 20\ngroups", "of = twenty\ngroups", "shape: the picture is not drawn:"),
    (
        "tea.md",
        "label = \"Water\", n = 6",
        "label = \"Water\\u202e\", n = 6",
        "sign: a sign that turns the direction of text",
    ),
    (
        "tea.md",
        "```icons\ntitle = \"Who slept better\"\nof = 20\ngroups = [{ label = \"Tea\", n = 12 }, { label = \"Water\", n = 6 }]",
        "```bars\ntitle = \"Who slept better\"\nunit = \"people\"\nrows = [{ label = \"Tea\", low = 12, high = 6 }]",
        "shape: the picture is not drawn: \"Tea\" needs",
    ),
    (
        "tea.md",
        "strength = \"early\"\n",
        "strength = \"good\"\n",
        "shape: front matter: unknown variant `good`",
    ),
];

/// Edits that look like a breach and are none.
const PASSES: &[(&str, &str, &str)] = &[
    // A number to call is common knowledge, and so is a number in words.
    ("facts.toml", "Often forgotten: biscuits", "Often forgotten: two biscuits, and 988"),
    ("facts.toml", "12 of 20 people on herbal tea", "12 of 20 people on Herbal TEA"),
    ("facts.toml", "on = [\"water\"]", "on = [\"milk\", \"water\"]"),
    ("facts.toml", "checked = 2026-11-23\nuntil", "checked = 2026-11-25\nuntil"),
    ("facts.toml", "checked = 2026-11-23\nuntil", "checked = 2025-11-24\nuntil"),
    ("facts.toml", "or a visit to a host $15", "or a visit to a host $15; on 1 May 2020 it was so"),
    ("facts.toml", "Often forgotten: biscuits", "Often \\\"forgotten\\\": biscuits"),
    (
        "facts.toml",
        "Of 9 people on tea, 7 slept better; there",
        "Of 9 people on tea, 7 slept better and 2 did not; there",
    ),
    ("sources.toml", "year = 2020", "year = 2026"),
    ("sources.toml", "pmid = \"12345678\"\n", ""),
    ("glossary.toml", "\"pot for water\"", "\"kettles\""),
    (
        "glossary.toml",
        "What water is boiled in.",
        "\\\"What\\\" it is boiled in.\\nPress 30 times.",
    ),
    (
        "questions.toml",
        "\"price of a cup\", \"is tea dear\"",
        "\n  \"price of a cup\",\n  \"is tea dear\",\n",
    ),
    ("questions.toml", "id = \"how-much\"", "id='how-much-2'"),
    ("crisis.toml", "hours = \"Day and night\"", "hours = \"Night and day.\""),
    ("crisis.toml", "\"Spanish\"", "\"Espa\u{f1}ol\""),
    ("crisis.toml", "\"Spanish\"", "\"Spanish: text HOME to 741741\""),
    ("crisis.toml", "cost = \"Free\"\n", ""),
    ("synonyms.toml", "\"night cap\" =", "\"cup of night\" ="),
    ("tea.md", "title = \"Tea at night\"", "title = \"Tea \\\"at\\\" \\u006eight\""),
    ("tea.md", "label = \"Water\", n = 6", "label = \"Water\", n = 6 "),
];

#[test]
fn each_breach_is_found_on_its_line() {
    let all = [FACTS, SOURCES, TERMS, QUESTIONS, CRISIS, LAY_WORDS, GUIDE].concat();
    let mut unfound = Vec::new();
    for (i, (file, old, new, said)) in all.into_iter().enumerate() {
        let mut lines = 0..=0;
        let folder = edited(&format!("table-break-{i}"), file, |text| {
            let at = text.find(old).unwrap_or_else(|| panic!("{file} lacks {old:?}"));
            let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
            // A row that lacks something is named where it begins.
            let same = if old.starts_with("[[") { 0 } else { same };
            let first = text[..at + same].matches('\n').count() + 1;
            // An edit of several lines is meant from its first change on.
            let rest = new.as_bytes()[same..].split(|byte| *byte == b'\n').count() - 1;
            lines = first..=first + rest;
            text.replacen(old, new, 1)
        });
        let findings = checked(&folder, TODAY).findings;
        let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
        let is_it = |shown: &String| {
            let mut places = lines.clone().map(|line| format!("/{file}:{line}: "));
            shown.contains(said) && places.any(|place| shown.contains(&place))
        };
        if !shown.iter().any(is_it) {
            unfound.push(format!("{old:?} -> {new:?} on {lines:?}: {shown:#?}"));
        }
    }
    assert!(unfound.is_empty(), "{}", unfound.join("\n"));
}

#[test]
fn what_only_looks_like_a_breach_passes() {
    let mut found = Vec::new();
    for (i, (file, old, new)) in PASSES.iter().enumerate() {
        let folder = edited(&format!("table-pass-{i}"), file, |text| {
            assert!(text.contains(old), "{file} lacks {old:?}");
            text.replacen(old, new, 1)
        });
        let findings = checked(&folder, TODAY).findings;
        found.extend(findings.iter().map(|finding| format!("{old:?} -> {new:?}: {finding}")));
    }
    assert_eq!(found, Vec::<String>::new());
}
