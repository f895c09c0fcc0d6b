//! What a file or an argument says never steers the terminal.

use super::*;

/// A guide in which everything that can hold an escape sequence holds one.
const HOSTILE: &str = "+++
title = \"T\\u001B]0;x\\u0007\"
summary = \"S\\u009B31m\"
main_message = \"M\\u202Exyz\"
nonsense = \"\u{1b}[2J\"
+++
# H\u{1b}[31m {#h\u{1b}[1m}

Text \u{1b}]52;c;eA==\u{7} `code\u{9b}5n` [link\u{8}](https://e.example/\u{1b}[7m) \u{202e}back
note[^n\u{1b}c] &#27;[41m &#x9b;6n

[^n\u{1b}c]: a\u{1b}Pq

[^u\u{1b}c]: unused

```x\u{1b}[5m
code \u{1b}[3J\u{7f}
```

| a\u{1b}[1m | b |\n|---|---|\n| c\u{1b}M | d |

<p title='\u{1b}[4m'>html \u{1b}[4m &#x1b;[0m</p>

```bars
title = \"b\\u001B[1m\"
unit = \"u\\u001B[1m\"
rows = [{ label = \"l\\u001B[1m\", value = 1 }]
```

## Q {.faq}

### Q\u{1b}[2A?

A\u{1b}#8
";

pub fn assert_harmless(what: &str, text: &str) {
    let steers = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
    };
    let found = text.chars().position(|c| steers(&c));
    let near = |at: usize| text.chars().skip(at.saturating_sub(30)).take(60).collect::<String>();
    assert_eq!(found.map(near), None, "{what}");
}

#[test]
fn escape_sequences_in_files_and_their_names_reach_nobody() {
    let name = if cfg!(unix) { "h\u{1b}[31m\u{9b}m.md" } else { "h.md" };
    let folder = folder("hostile", &[(name, HOSTILE)]);
    let file = folder.join(name);
    let id = name.strip_suffix(".md").expect("a guide");
    let lib = ["--library", arg(&folder)];
    let commands: [&[&str]; 10] = [
        &["read", arg(&file)],
        &["read", arg(&file), "--json"],
        &["read", arg(&file), "--format", "markdown"],
        &["read", arg(&file), "--width", "10"],
        &["read", arg(&folder)],
        &["list"],
        &["list", "--json"],
        &["faq"],
        &["faq", "--json"],
        &["faq", "q", "--guide", id],
    ];
    for args in commands {
        let ran = run(&[args, &lib].concat());
        assert_harmless(&format!("{args:?} prints"), &ran.out);
        assert_harmless(&format!("{args:?} says"), &ran.err);
        assert!(!ran.out.is_empty() || args.contains(&"--guide"), "{args:?}: {}", ran.err);
    }
}

#[test]
fn escape_sequences_in_arguments_reach_nobody() {
    let bad = "x\u{1b}]0;y\u{7}\u{9b}m\u{202e}";
    let path = format!("./{bad}.md");
    let commands: [&[&str]; 9] = [
        &[bad],
        &["read", bad],
        &["read", &path],
        &["read", bad, "--format", bad],
        &["glossary", bad],
        &["faq", bad],
        &["faq", "--guide", bad],
        &["list", "--library", bad],
        &["--", bad, bad],
    ];
    for args in commands {
        let ran = run(args);
        assert_harmless(&format!("{args:?}"), &ran.err);
        assert!(ran.code > Some(0) && ran.out.is_empty(), "{args:?}");
    }
}

#[test]
#[cfg(unix)]
fn arguments_that_are_not_text_are_names_like_any_other() {
    use std::os::unix::ffi::OsStrExt;
    let name = OsStr::from_bytes(b"n\xff\x1b.md");
    let folder = folder::<&str>("names", &[]);
    fs::write(folder.join(name), "readable\n").expect("a file for tests");
    assert_eq!(run(&[OsStr::new("read"), folder.join(name).as_os_str()]).fine(), "readable\n");
    let message = run(&[OsStr::new("read"), name]).refused();
    assert_harmless("the message", &message);
    assert!(message.contains("cannot be read"), "{message}");
}
