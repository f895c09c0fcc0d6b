//! `faq`, `glossary`, `crisis`, `about`, `privacy`, `completions` and `man`.

use super::*;

#[test]
fn faq_prints_all_questions_under_their_guide() {
    let folder = guide_folder("faq-all");
    let text = run(&["faq", "--guide", "test-guide", "--library", arg(&folder)]).fine();
    let all = [
        "A test guide\n",
        "2 questions",
        "Is it safe?\n",
        "bladder",
        "When to stop\n",
        "Can I drive",
    ];
    let places: Vec<_> = all.iter().map(|part| text.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {text}");
    assert!(text.contains("\n[5] Off-label means"), "{text}");
}

#[test]
fn faq_keeps_the_questions_that_hold_every_word() {
    let folder = guide_folder("faq-words");
    let ids = |words: &[&str]| -> Vec<String> {
        let fixed = ["faq", "--json", "--guide", "test-guide", "--library", arg(&folder)];
        let answer = run(&[&fixed, words].concat()).json("faq");
        let questions = answer["questions"].as_array().expect("questions");
        questions.iter().map(|q| q["id"].as_str().expect("id").to_owned()).collect()
    };
    assert_eq!(ids(&[]), ["safe", "drive"]);
    assert_eq!(ids(&["BLADD"]), ["safe"]);
    assert_eq!(ids(&["dríve", "day"]), ["drive"]);
    assert_eq!(ids(&["safe stop"]), ["safe"]);
}

#[test]
fn faq_without_a_hit_exits_1_and_says_what_to_do() {
    for words in [&["zither", "xylophone"][..], &["?"]] {
        let ran = run(&[&["faq"], words].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
        assert!(ran.err.contains(&words.join(" ")), "{}", ran.err);
        assert!(ran.err.contains("guidepost search"), "{}", ran.err);
        assert!(ran.err.contains("guidepost crisis"), "{}", ran.err);
    }
    assert_eq!(run(&["faq", " "]).fine(), run(&["faq"]).fine());
    assert!(run(&["faq", "bladdre"]).err.contains("like it: bladder;"));
    let ran = run(&["faq", "xylophone", "--json"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.json("faq")["questions"], serde_json::json!([]));
}

#[test]
fn faq_says_when_no_question_holds_all_of_the_words() {
    let ran = run(&["faq", "hurt", "bladder", "xylophone", "--json"]);
    let questions = ran.json("faq")["questions"].as_array().expect("questions").clone();
    assert!(questions.iter().any(|asked| asked["question"] == "Will it hurt my bladder?"));
    assert!(ran.err.contains("no question holds all of \"hurt bladder xylophone\""), "{}", ran.err);
    let ran = run(&["faq", "bladders"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

#[test]
fn faq_says_whom_to_call_when_words_speak_of_a_crisis() {
    for words in ["kill myself", "i'm suicidal", "better off dead"] {
        let ran = run(&["faq", words]);
        assert!(ran.err.contains("Call or text 988"), "{words}: {}", ran.err);
    }
    assert!(!run(&["faq", "drive"]).err.contains("988"));
}

#[test]
fn a_term_is_found_by_any_of_its_names() {
    let terms = run(&["glossary", "--json"]).json("glossary")["terms"].clone();
    let terms = terms.as_array().expect("terms");
    let all = run(&["glossary", "--width", "1000"]).fine();
    for term in terms {
        let (name, meaning) = (term["term"].as_str().expect("term"), term["meaning"].as_str());
        assert!(all.contains(&format!("{name}\n{}", meaning.expect("meaning"))), "{name}");
    }
    let term = terms.iter().find(|t| t["aliases"][0].is_string()).expect("one with an alias");
    let alias = term["aliases"][0].as_str().expect("alias");
    let one = run(&["glossary", alias, "--json"]).json("glossary");
    assert_eq!(one["terms"], serde_json::json!([term]));
    let upper = alias.to_uppercase();
    let parts: Vec<_> = std::iter::once("glossary").chain(upper.split(' ')).collect();
    assert!(run(&parts).fine().starts_with(term["term"].as_str().expect("term")));
}

#[test]
fn the_first_line_of_crisis_says_what_to_do() {
    let text = run(&["crisis"]).fine();
    assert!(text.starts_with("Call or text 988"), "{text}");
    let crisis = run(&["crisis", "--json"]).json("crisis");
    let flat = words(&text).join(" ");
    for line in crisis["lines"].as_array().expect("lines") {
        assert!(text.contains(line["reach"][0].as_str().expect("reach")));
        assert!(flat.contains(line["name"].as_str().expect("name")));
    }
    // What a call is like comes after all the ways to call.
    let last = flat.rfind("1-800-662-4357").expect("the last line");
    for note in crisis["notes"].as_array().expect("notes") {
        let told = flat.find(note["text"].as_str().expect("text")).expect("the note");
        assert!(told > last);
    }
}

#[test]
fn what_is_said_of_a_call_has_its_fact() {
    let text = run(&["read", "crisis-help", "--format", "json"]).fine();
    assert!(text.contains("F-CRIS-012") && text.contains("F-CRIS-013"), "{text}");
}

#[test]
fn crisis_works_whatever_else_is_broken() {
    let fine = run(&["crisis"]).fine();
    assert_eq!(run(&["crisis", "--library", "/no/such/folder"]).fine(), fine);
    assert_eq!(ran(command(&["crisis"]).env_clear()).fine(), fine);
    #[cfg(unix)]
    {
        let folder = folder::<&str>("gone", &[]);
        let gone = "cd \"$1\" && rmdir \"$1\" && exec \"$2\" crisis";
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", gone, "sh", arg(&folder), env!("CARGO_BIN_EXE_guidepost")]);
        assert_eq!(ran(&mut shell).fine(), fine);
    }
}

#[test]
fn about_names_version_dates_and_licences() {
    let text = words(&run(&["about"]).fine()).join(" ");
    let listed = run(&["list", "--json"]).json("list");
    for guide in listed["guides"].as_array().expect("guides") {
        let (title, date) = (guide["title"].as_str(), guide["reviewed"].as_str());
        let row = format!("{}: reviewed {}", title.expect("title"), date.expect("date"));
        assert!(text.contains(&row), "{row}");
    }
    let checked = run(&["crisis", "--json"]).json("crisis")["checked"].clone();
    let checked = format!("Crisis lines checked: {}", checked.as_str().expect("date"));
    let version = format!("guidepost {}", env!("CARGO_PKG_VERSION"));
    for part in [&version, &checked, "MIT or Apache-2.0", "CC BY 4.0", "not medical advice"] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains(['{', '}']), "{text}");
    assert_eq!(run(&["about", "--json"]).json("about")["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn privacy_is_true_nothing_is_written() {
    let text = run(&["privacy"]).fine();
    for part in
        ["no network code", "writes no file", "shell's history", "Scrollback", "backups", "Ctrl+C"]
    {
        assert!(words(&text).join(" ").contains(part), "{part}");
    }
    let home = folder::<&str>("home", &[]);
    for args in [&["list"][..], &["faq"], &["cost"], &["about"], &["read", "none"], &["--bad"]] {
        let mut command = command(args);
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "TMPDIR"] {
            command.env(name, &home);
        }
        ran(command.current_dir(&home));
    }
    assert_eq!(fs::read_dir(&home).expect("is there").count(), 0);
}

#[test]
fn help_completions_and_man_name_every_command() {
    let help = run(&["--help"]).fine();
    let commands = help.split("Commands:\n").nth(1).expect("commands");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let commands: Vec<_> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    for known in ["list", "read", "faq", "crisis", "glossary", "keys", "about", "privacy", "man"] {
        assert!(commands.contains(&known), "{known} in {commands:?}");
    }
    let man = run(&["man"]).fine();
    for command in commands.iter().filter(|command| **command != "help") {
        assert!(man.contains(&format!(".SS guidepost {command}\n")), "{command}");
        for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
            assert!(run(&["completions", shell]).fine().contains(command), "{command} {shell}");
        }
    }
    assert_ne!(run(&["-h"]).fine(), help);
    assert_eq!(run(&["-V"]).fine(), format!("guidepost {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn each_guide_and_the_questions_begin_with_the_same_box() {
    let boxed = |id: &str| {
        let text = run(&["read", id]).fine();
        let lines = text.lines().filter(|line| line.starts_with('│'));
        let lines = lines.take_while(|line| !line.contains("More lines"));
        // The guides name a fact for each line.
        let bare = |line: &str| line.split('[').next().unwrap_or_default().to_owned();
        lines.map(bare).collect::<Vec<_>>()
    };
    let questions = boxed("questions-to-ask");
    assert!(questions.iter().any(|line| line.contains("988lifeline.org")), "{questions:?}");
    let listed = run(&["list", "--json"]).json("list");
    let guides = listed["guides"].as_array().expect("guides").iter();
    let ids = guides.map(|guide| guide["id"].as_str().expect("id"));
    // Crisis help itself is all box.
    for id in ids.filter(|id| *id != "crisis-help") {
        assert_eq!(boxed(id), questions, "{id}");
    }
}

#[test]
fn crisis_help_as_a_page_first_says_whom_it_is_for() {
    let text = run(&["read", "crisis-help"]).fine();
    let at = |words: &str| text.find(words).expect("these words");
    assert!(at("You do not have to be in danger") < at("Call or text 988"), "{text}");
}
