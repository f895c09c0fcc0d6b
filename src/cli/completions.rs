//! `completions`: what a shell needs to complete guidepost's commands and options.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::{Args, out::Out};

/// Prints the completions for `shell`.
pub fn answer(out: &mut Out, shell: Shell) -> anyhow::Result<ExitCode> {
    // Into memory first: the generator panics when it cannot write.
    let mut script = Vec::new();
    generate(shell, &mut Args::command(), "guidepost", &mut script);
    out.raw(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
