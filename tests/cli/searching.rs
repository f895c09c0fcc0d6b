//! `search`: what it prints, what its JSON says, and how a run ends.

use super::*;

#[test]
fn the_best_hit_comes_first_with_the_command_that_prints_it() {
    let out = run(&["search", "can", "i", "drive", "home"]).fine();
    let first: Vec<&str> = out.split("\n\n").next().expect("a hit").lines().collect();
    assert_eq!(first[0], "Can I drive home?");
    let command = first.last().expect("a command").strip_prefix("guidepost ").expect("ours");
    let args: Vec<&str> = command.split(' ').collect();
    assert!(run(&args).fine().contains("Can I drive home?"));
}

#[test]
fn json_has_the_promised_shape_and_ids_that_can_be_read() {
    let found = run(&["search", "zoloft", "--json"]).json("search");
    assert_eq!(found["query"], "zoloft");
    let hits = found["hits"].as_array().expect("hits");
    assert_eq!(hits.len(), 10);
    let mut kinds = Vec::new();
    for hit in hits {
        let text = |name: &str| hit[name].as_str().unwrap_or_default().to_owned();
        let path = hit["path"].as_array().expect("titles");
        assert_eq!(path.last(), Some(&hit["title"]));
        assert!(hit["score"].is_number() && !text("snippet").is_empty(), "{hit}");
        let (kind, id) = (text("kind"), text("id"));
        let printed = match kind.as_str() {
            "term" => run(&["glossary", &id]).fine(),
            "section" | "faq" => run(&["read", &id]).fine(),
            kind => panic!("{kind}"),
        };
        assert!(!printed.is_empty());
        assert_eq!(hit["guide"].is_null(), kind == "term");
        assert!(kind == "term" || id.starts_with(&format!("{}#", text("guide"))), "{id}");
        kinds.push(kind);
    }
    assert!(kinds.contains(&"faq".to_owned()) && kinds.contains(&"section".to_owned()));
}

#[test]
fn a_guide_whose_file_has_the_sign_of_sections_in_its_name_is_found_and_read() {
    let folder = folder("signs", &[("c#-notes.md", "# Zorbing {#z}\n\nA zorb is a ball.\n")]);
    let lib = ["--library", arg(&folder)];
    let found = run(&[&["search", "zorbing", "--json"], &lib[..]].concat()).json("search");
    let id = found["hits"][0]["id"].as_str().expect("an id");
    assert_eq!(id, "c#-notes#z");
    for id in [id, "c#-notes"] {
        assert!(run(&[&["read", id], &lib[..]].concat()).fine().contains("A zorb is a ball."));
    }
}

#[test]
fn a_term_of_a_library_is_found_and_told() {
    let terms = "[[term]]\nid = \"off-label\"\nterm = \"Mine\"\nmeaning = \"Mine.\"\n\n\
        [[term]]\nid = \"zorb\"\nterm = \"zorb\"\nmeaning = \"A ball to roll in.\"\n";
    let folder = folder("zorb", &[("glossary.toml", terms), ("rolling.md", "# Rolling\n")]);
    let lib = ["--library", arg(&folder)];
    let found = run(&[&["search", "zorb", "--kind", "term", "--json"], &lib[..]].concat());
    let id = found.json("search")["hits"][0]["id"].as_str().expect("an id").to_owned();
    let told = run(&[&["glossary", &id], &lib[..]].concat()).fine();
    assert!(told.contains("A ball to roll in."), "{told}");
    let all = run(&[&["glossary"], &lib[..]].concat()).fine();
    assert!(all.ends_with(&told) && all.len() > told.len());
    // What has its id already stays.
    assert!(!all.contains("Mine."), "{all}");
}

#[test]
fn lay_words_of_a_library_lead_on_behind_those_of_the_program() {
    let rules = "[rules.mine]\n\"wobbleball\" = [\"zorb\"]\n\"zoloft\" = [\"zorb\"]\n";
    let files = [("synonyms.toml", rules), ("rolling.md", "# Rolling\n\nA zorb is a ball.\n")];
    let folder = folder("lay", &files);
    let first = |word: &str| {
        let ran = run(&["search", word, "--json", "--limit", "1", "--library", arg(&folder)]);
        ran.json("search")["hits"][0]["guide"].clone()
    };
    assert_eq!(first("wobbleball"), "rolling");
    assert_ne!(first("zoloft"), "rolling");
}

#[test]
fn a_table_is_faulty_only_where_it_is_read() {
    let broken = "what is this\n";
    let files = [("synonyms.toml", broken), ("questions.toml", broken), ("a.md", "# A zorb\n")];
    let folder = folder("faulty", &files);
    let said = |args: &[&str]| -> Vec<String> {
        let said = run(&[args, &[arg(&folder)]].concat()).err;
        let files = said.lines().map(|line| line.rsplit('/').next().unwrap_or(line));
        files.map(|line| line.split(' ').next().unwrap_or(line).to_owned()).collect()
    };
    assert_eq!(said(&["search", "zorb", "--library"]), ["synonyms.toml:1:"]);
    assert_eq!(said(&["list", "--library"]), ["synonyms.toml:1:"]);
    let both = said(&["read"]);
    assert!(both.starts_with(&["synonyms.toml:1:".into(), "questions.toml:1:".into()]), "{both:?}");
}

#[test]
fn crisis_help_is_a_section_that_can_be_read() {
    let found = run(&["search", "sucidal", "--json", "--limit", "1"]).json("search");
    assert_eq!((&found["crisis"], &found["hits"][0]["kind"]), (&true.into(), &"section".into()));
    let id = found["hits"][0]["id"].as_str().expect("an id");
    assert!(run(&["read", id]).fine().contains("Call or text 988"));
}

#[test]
fn kinds_and_limit_hold() {
    let kinds = |args: &[&str]| -> Vec<String> {
        let found = run(&[&["search", "insurance", "--json"], args].concat()).json("search");
        let hits = found["hits"].as_array().expect("hits").iter();
        hits.map(|hit| hit["kind"].as_str().expect("a kind").to_owned()).collect()
    };
    assert!(kinds(&["--kind", "faq"]).iter().all(|kind| kind == "faq"));
    let two = kinds(&["--kind", "term", "--kind", "faq", "--limit", "40"]);
    assert!(two.contains(&"term".to_owned()) && two.contains(&"faq".to_owned()));
    assert!(!two.contains(&"section".to_owned()));
    assert_eq!(kinds(&["--limit", "3"]).len(), 3);
    assert!(kinds(&["--limit", "1000"]).len() > 50);
}

#[test]
fn each_line_of_a_file_is_answered_with_a_line() {
    let answers = |out: &str| -> Vec<serde_json::Value> {
        out.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
    };
    let input = "bladder\r\n\nxqzwv\nkill mysel\n\u{1b}[31m\"(\n";
    let ran = run_with(&["search", "--batch", "-"], input.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let found = answers(&ran.out);
    let queries: Vec<_> =
        found.iter().map(|found| found["query"].as_str().expect("a query")).collect();
    assert_eq!(queries, ["bladder", "", "xqzwv", "kill mysel", "\u{1b}[31m\"("]);
    let counts: Vec<_> = found.iter().map(|f| f["hits"].as_array().expect("hits").len()).collect();
    assert_eq!(counts[1..3], [0, 0]);
    assert!(counts[0] == 10 && counts[3] > 0);
    let file = folder("batch", &[("a.txt", "bladder\n")]).join("a.txt");
    let from_file = run(&["search", "--batch", arg(&file)]).fine();
    assert_eq!(answers(&from_file)[0], found[0]);
    assert_eq!(run_with(&["search", "--batch", "-"], b"xqzwv\n").code, Some(1));
    assert_eq!(run_with(&["search", "--batch", "-"], b"").code, Some(0));
    let refused = run(&["search", "--batch", "no-such-file"]).refused();
    assert!(refused.contains("no-such-file"), "{refused}");
}

#[test]
fn nothing_found_says_what_to_do_and_exits_1() {
    for typed in ["xqzwv", "", " ", "???", "😀", "\"bladdr\""] {
        let ran = run(&["search", typed]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{typed}");
        assert!(ran.err.contains("guidepost crisis"), "{}", ran.err);
        let ran = run(&["search", typed, "--json"]);
        assert_eq!(ran.code, Some(1));
        assert_eq!(ran.json("search")["hits"], serde_json::json!([]));
    }
}

#[test]
fn a_typing_error_is_named_beside_what_it_was_read_as() {
    let ran = run(&["search", "nasuea"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("looked for \"nausea\" in place of \"nasuea\""), "{}", ran.err);
    let found = run(&["search", "nasuea", "--json"]).json("search");
    assert_eq!(found["corrected"][0]["read"], "nausea");
}

#[test]
fn wrong_usage_is_refused() {
    for args in [
        &["search"][..],
        &["search", "a", "--batch", "-"],
        &["search", "a", "--kind", "guide"],
        &["search", "a", "--limit", "x"],
    ] {
        assert_eq!(run(args).code, Some(2), "{args:?}");
    }
}

#[test]
fn guides_of_one_s_own_are_searched_beside_the_bundled_ones() {
    let folder = folder("own-guides", &[("mine.md", "# Mine\n\n## Quokka\n\nSoft paws.\n")]);
    let found = run(&["search", "quokka", "--json", "--library", arg(&folder)]).json("search");
    assert_eq!(found["hits"][0]["id"], "mine#quokka");
    assert_eq!(found["hits"][0]["path"], serde_json::json!(["Mine", "Quokka"]));
    let found = run(&["search", "bladder", "--json", "--library", arg(&folder)]).json("search");
    assert_eq!(found["hits"][0]["guide"], "is-ketamine-safe");
}
