//! The command line: the built program is run as a user runs it.

mod answers;
mod checking;
mod clinics;
mod closed;
mod config;
mod cost;
mod importing;
mod listing;
mod looks;
mod markdown;
mod mistakes;
mod pipes;
mod reading;
mod safety;
mod searching;
mod shapes;
mod speaking;

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A run of the program that is over.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    /// The answer as JSON, of this kind.
    fn json(&self, kind: &str) -> serde_json::Value {
        let answer: serde_json::Value = serde_json::from_str(&self.out).expect("one JSON object");
        assert_eq!((&answer["schema"], &answer["kind"]), (&1.into(), &kind.into()));
        answer
    }

    /// What was printed, when that is all that happened.
    #[track_caller]
    fn fine(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""));
        self.out
    }

    /// What was said, when nothing could be done: one line and exit code 2.
    #[track_caller]
    fn refused(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""), "{}", self.err);
        let message = self.err.strip_prefix("guidepost: ").expect("says who speaks");
        let message = message.strip_suffix('\n').expect("ends its line");
        assert!(!message.contains('\n'), "{message}");
        message.to_owned()
    }
}

/// The program with `args`, in surroundings that are the same everywhere.
fn command<T: AsRef<OsStr>>(args: &[T]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
    command.env_clear().env("TERM", "xterm").env("LANG", "C.UTF-8").args(args);
    // Not the settings of whoever runs the tests.
    command.env("XDG_CONFIG_HOME", no_settings());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A folder without settings.
pub fn no_settings() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-settings")
}

/// Runs the program with `args`.
fn run<T: AsRef<OsStr>>(args: &[T]) -> Ran {
    ran(&mut command(args))
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("prints UTF-8"),
        err: String::from_utf8(output.stderr).expect("says UTF-8"),
    }
}

/// Runs the program with `input` at its standard input.
fn run_with(args: &[&str], input: &[u8]) -> Ran {
    let mut child = command(args).stdin(Stdio::piped()).spawn().expect("the program starts");
    child.stdin.take().expect("piped").write_all(input).expect("is read to its end");
    let output = child.wait_with_output().expect("ends");
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("prints UTF-8"),
        err: String::from_utf8(output.stderr).expect("says UTF-8"),
    }
}

/// A fresh folder called `name` with these files in it.
pub fn folder<T: AsRef<[u8]>>(name: &str, files: &[(&str, T)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for tests");
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("in the folder")).expect("a folder for tests");
        fs::write(path, text).expect("a file for tests");
    }
    folder
}

/// A path as an argument.
fn arg(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// A guide with all that a guide may have; it cites bundled facts.
const GUIDE: &str = "+++
title = \"A test guide\"
summary = \"What a test needs.\"
reviewed = 2026-11-01
main_message = \"Hold on to this.\"
strength = \"mixed\"
strength_of = \"that tea calms\"
+++
Before any heading[^F-GEN-002].

# Parts {#parts}

It was approved[^F-GEN-001] long ago[^aside].

## Does it *work*? {#work}

In **Zürich** it did[^F-GEN-003], see [a page](https://example.org/page).

### Deeper {#deeper}

Twice[^F-GEN-002].

## Asked {#asked .faq}

This part answers.

### Is it safe? {#safe}

For the bladder, ask[^F-GEN-007].

#### When to stop {#stop}

At once.

### Can I drive after? {#drive}

Not that day.

## Last {#last}

The end.

[^aside]: An aside.
";

/// A folder that holds [`GUIDE`] as `test-guide`.
fn guide_folder(name: &str) -> PathBuf {
    folder(name, &[("test-guide.md", GUIDE)])
}

/// The words of `text`, however it is wrapped.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// What the program prints for `args`, when that is all that happens.
pub fn printed(args: &[&str]) -> String {
    run(args).fine()
}

/// The exit code of the program with `args`.
pub fn code(args: &[&str]) -> Option<i32> {
    command(args).output().expect("the program starts").status.code()
}
