//! Closed pipes and full disks.

use super::*;

#[test]
fn a_closed_pipe_is_success_and_silent() {
    let id = run(&["list", "--json"]).json("list")["guides"][0]["id"].clone();
    let id = id.as_str().expect("id");
    let long = folder("long", &[("long.md", "word ".repeat(200_000))]).join("long.md");
    let commands: [&[&str]; 18] = [
        &[],
        &["list"],
        &["list", "--json"],
        &["read", id],
        &["read", id, "--json"],
        &["read", arg(&long)],
        &["read", arg(&long), "--format", "markdown"],
        &["faq"],
        &["faq", "--json"],
        &["cost"],
        &["cost", "iv"],
        &["cost", "--json"],
        &["cost", "iv", "--csv"],
        &["crisis"],
        &["glossary", "--json"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
    ];
    for args in commands {
        let mut child = command(args).spawn().expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), said.as_ref()), (Some(0), ""), "{args:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said() {
    for args in [&["crisis"][..], &["list", "--json"], &["man"], &["--help"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
        let output = command(args).stdout(full).output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.to_lowercase().contains("no space left"), "{said}");
    }
}

#[test]
#[cfg(unix)]
fn closed_standard_streams_do_no_harm() {
    for close in [">&-", "2>&-", "<&-", ">&- 2>&- <&-"] {
        let line = format!("\"$1\" crisis {close}");
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", &line, "sh", env!("CARGO_BIN_EXE_guidepost")]);
        assert_eq!(ran(&mut shell).code, Some(0), "{close}");
    }
}
