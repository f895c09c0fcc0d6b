//! The seams of the house, as its map in `lib.rs` states them.

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file under `src`, with its text without comments.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src can be read").flatten() {
            let path = entry.path();
            if path.is_dir() { walk(&path, files) } else { files.push(path) }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    let text = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a source file can be read");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.collect::<Vec<_>>().join("\n")
    };
    let name = |path: &PathBuf| {
        path.strip_prefix(&root).expect("under src").to_string_lossy().replace('\\', "/")
    };
    let found: Vec<_> = files.iter().map(|path| (name(path), text(path))).collect();
    assert!(found.len() > 30, "the sources are found");
    found
}

/// Asserts that only `allowed` files (or folders, ending in `/`) contain one of `words`.
fn only(allowed: &[&str], words: &[&str]) {
    for (name, text) in sources() {
        let may = allowed.iter().any(|a| name == *a || (a.ends_with('/') && name.starts_with(a)));
        for word in words {
            assert!(may || !text.contains(word), "{name} may not use {word}");
        }
    }
}

#[test]
fn the_core_knows_neither_door_nor_their_libraries() {
    let core = [
        "guide",
        "evidence",
        "glossary",
        "crisis",
        "library",
        "near",
        "page",
        "plain",
        "faq",
        "theme",
        "fold",
        "english",
        "questions",
        "search",
        "clinic",
        "cost",
        "check",
        "speech",
    ];
    for (name, text) in sources() {
        let module = name.split(['/', '.']).next().unwrap_or("");
        if core.contains(&module) {
            for word in ["ratatui", "crossterm", "clap", "crokey", "crate::cli::", "crate::tui::"] {
                assert!(!text.contains(word), "{name} knows {word}");
            }
        }
    }
}

#[test]
fn money_is_counted_in_whole_numbers() {
    let cost = sources().into_iter().filter(|(name, _)| name.starts_with("cost"));
    let mut files = 0;
    for (name, text) in cost {
        files += 1;
        let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        assert!(words.all(|word| word != "f64" && word != "f32"), "{name} has floating point");
    }
    assert!(files > 3, "the sums are found");
}

#[test]
fn the_doors_do_not_know_one_another() {
    for (name, text) in sources() {
        if name.starts_with("cli") {
            assert!(!text.contains("crate::tui::"), "{name} knows the reader");
        }
        if name.starts_with("tui") {
            assert!(!text.contains("crate::cli::"), "{name} knows the command line");
        }
    }
}

#[test]
fn each_outside_thing_has_one_place() {
    only(&["guide/markdown.rs", "guide/markdown/"], &["pulldown_cmark"]);
    only(&["tui/run.rs"], &["event::read", "event::poll"]);
    only(&["settings/surroundings.rs"], &["env::var"]);
    only(&["settings/"], &["directories::"]);
    only(&["library.rs", "library/", "settings/disk.rs"], &["std::fs", "File::"]);
    only(
        &["cli/json.rs", "cli/json/", "cli/out.rs", "evidence.rs", "glossary.rs", "crisis.rs"],
        &["Serialize"],
    );
    only(&["cli/ansi.rs", "tui/screen.rs", "tui/screen/"], &["\\x1b["]);
    only(&["tui/looks.rs", "tui/screen/"], &["Modifier::", "Color::"]);
}

#[test]
fn only_one_place_writes_files_and_none_opens_connections() {
    only(&["library/written.rs"], &["OpenOptions"]);
    for (name, text) in sources() {
        for word in [
            "fs::write",
            "File::create",
            "create_dir",
            "std::net",
            "TcpStream",
            "UdpSocket",
            "UnixStream",
        ] {
            assert!(!text.contains(word), "{name} uses {word}");
        }
    }
}

#[test]
fn no_crate_in_the_tree_speaks_to_a_network() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock"))
        .expect("Cargo.lock");
    let names: Vec<_> = lock.lines().filter_map(|line| line.strip_prefix("name = ")).collect();
    assert!(names.len() > 50, "the lock file is read");
    for crate_name in [
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "tokio",
        "async-std",
        "rustls",
        "openssl",
        "native-tls",
        "socket2",
        "h2",
        "tungstenite",
    ] {
        assert!(
            !names.contains(&format!("\"{crate_name}\"").as_str()),
            "{crate_name} is in the tree"
        );
    }
}
