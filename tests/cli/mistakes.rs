//! Wrong usage and unknown names: exit code 2, one line, the nearest name.

use super::*;

#[test]
fn an_unknown_name_names_the_nearest() {
    let folder = guide_folder("nearest");
    let lib = ["--library", arg(&folder)];
    let file = folder.join("test-guide.md");
    let in_file = format!("{}#wrok", arg(&file));
    let cases: [(&[&str], &str); 8] = [
        (&["read", "tets-guide"], "no guide \"tets-guide\"; the nearest is \"test-guide\""),
        (&["test-gide"], "the nearest is \"test-guide\""),
        (&["read", "test-guide#wrok"], "no section \"wrok\"; the nearest is \"work\""),
        (
            &["read", &in_file],
            "test-guide.md: there is no section \"wrok\"; the nearest is \"work\"",
        ),
        (&["glossary", "of-label"], "no term \"of-label\"; the nearest is \"off-label\""),
        (&["glossary", "refractory depresion"], "the nearest is \"refractory depression\""),
        (&["faq", "--guide", "test-giude"], "the nearest is \"test-guide\""),
        (&["lst"], "is it the command \"list\"?"),
    ];
    for (args, wanted) in cases {
        let message = run(&[args, &lib].concat()).refused();
        assert!(message.contains(wanted), "{message}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let folder = folder("unread", &[("here.md", "x")]);
    for target in ["gone.md", "gone.md#section", "no/such/file"] {
        let path = folder.join(target);
        let message = run(&["read", arg(&path)]).refused();
        let file = target.split('#').next().expect("a name");
        assert!(message.contains(&format!("{file}: cannot be read: no such file")), "{message}");
        assert_eq!(run(&[arg(&path)]).refused(), message);
    }
    let message = run(&["list", "--library", arg(&folder.join("gone"))]).refused();
    assert!(message.contains("gone: cannot be read"), "{message}");
    let message = run(&["read", &format!("{}#x", arg(&folder))]).refused();
    assert!(message.contains("a folder has no sections"), "{message}");
}

#[test]
fn wrong_usage_is_one_line() {
    let cases: [(&[&str], &str); 10] = [
        (&["--nonsense"], "--nonsense"),
        (&["list", "--width", "9"], "10..=1000"),
        (&["list", "--width", "1001"], "10..=1000"),
        (&["list", "--width", "wide"], "wide"),
        (&["list", "--color", "alway"], "'always'"),
        (&["read", "x", "--format", "txt"], "'text'"),
        (&["read"], "<TARGET>"),
        (&["completions", "fsh"], "'fish'"),
        (&["somewhere", "list"], "guidepost read somewhere"),
        (&["read", "-", "--json", "--format", "text"], "contradict"),
    ];
    for (args, wanted) in cases {
        let message = run(args).refused();
        assert!(message.contains(wanted), "{args:?}: {message}");
    }
}

#[test]
fn the_ends_of_the_width_are_allowed() {
    for width in ["10", "1000"] {
        run(&["list", "--width", width]).fine();
    }
}
