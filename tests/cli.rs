//! The command line as a shell sees it: arguments in; output, messages and exit code out.

mod bad_input;
mod commands;
mod json;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// What a run of the program gave.
pub struct Run {
    pub out: String,
    pub err: String,
    pub code: i32,
}

/// The program with nothing of this machine's surroundings that could change what it prints.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
    for name in ["NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color").stdin(Stdio::null());
    command
}

/// Runs the program with arguments parted by blanks.
pub fn run(args: &str) -> Run {
    done(&program().args(args.split_whitespace()).output().expect("the program starts"))
}

/// Runs the program on standard input.
pub fn run_on(args: &str, input: &[u8]) -> Run {
    let mut command = program();
    command
        .args(args.split_whitespace())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let written = child.stdin.take().expect("a pipe").write_all(input);
    written.expect("the program reads its input");
    done(&child.wait_with_output().expect("the program ends"))
}

pub fn done(output: &Output) -> Run {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8");
    Run {
        out: text(&output.stdout),
        err: text(&output.stderr),
        code: output.status.code().unwrap_or(-1),
    }
}

/// A folder for one test, removed when the test ends.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = std::env::temp_dir().join(format!("guidepost-{}-{name}", std::process::id()));
        for (file, bytes) in files {
            let file = path.join(file);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
            std::fs::write(file, bytes).expect("a file is written");
        }
        std::fs::create_dir_all(&path).expect("a folder is made");
        Self(path)
    }

    pub fn path(&self, file: &str) -> String {
        self.0.join(file).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
