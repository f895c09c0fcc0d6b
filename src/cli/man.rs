//! `man`: the manual page, one page for all commands.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use clap_mangen::Man;

use super::keys::keys;
use super::{Args, out::Out};
use crate::keymap::{Keymap, places};
use crate::page::Glyphs;

/// Prints the manual page, with the keys that hold.
pub fn answer(out: &mut Out, keymap: &Keymap) -> anyhow::Result<ExitCode> {
    let mut page = Vec::new();
    render(&mut page, keymap)?;
    out.raw(&String::from_utf8_lossy(&page))?;
    Ok(ExitCode::SUCCESS)
}

fn render(page: &mut Vec<u8>, keymap: &Keymap) -> io::Result<()> {
    let mut command = Args::command().disable_help_subcommand(true);
    command.build();
    let man = Man::new(command.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    writeln!(page, ".SH COMMANDS")?;
    for command in command.get_subcommands() {
        // What works everywhere is said once, above.
        let said = |arg: &&clap::Arg| arg.is_global_set() || arg.get_id() == "help";
        let above = command.get_arguments().filter(said);
        let above: Vec<_> = above.map(|arg| arg.get_id().clone()).collect();
        let command = above
            .into_iter()
            .fold(command.clone(), |command, id| command.mut_arg(id, |arg| arg.hide(true)));
        writeln!(page, ".SS guidepost {}", command.get_name())?;
        let man = Man::new(command);
        let mut section = Vec::new();
        man.render_description_section(&mut section)?;
        man.render_options_section(&mut section)?;
        let section = String::from_utf8_lossy(&section);
        let lines = section.lines().filter(|line| !line.starts_with(".SH"));
        lines.into_iter().try_for_each(|line| writeln!(page, "{line}"))?;
    }
    writeln!(page, ".SH KEYS")?;
    for row in &keymap.rows {
        let (keys, help) = (keys(row, Glyphs::Ascii), row.action.help());
        let places = if row.contexts.is_empty() { String::new() } else { places(&row.contexts) };
        let places = if places.is_empty() { places } else { format!(" ({places})") };
        writeln!(page, ".TP\n\\fB{}\\fR\n{}{places}", escaped(&keys), escaped(help))?;
    }
    man.render_extra_section(page)?;
    man.render_version_section(page)
}

/// Text that the page's language takes as it is.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq")
}
