//! What the README shows is what the program is: its generated parts are made here.
//!
//! `UPDATE_DOCS=1 cargo test docs` writes them anew.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use guidepost::keymap::{Chord, Keymap, places};
use guidepost::library::Library;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use crate::cli;
use crate::screens::Screen;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap_or_default().replace("\r\n", "\n")
}

/// Asserts that a file says `text`, or writes it when asked to.
fn assert_file(path: &str, text: &str) {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(root(path), text).expect("the file is written");
    }
    assert!(read(path) == text, "{path} is behind the program: UPDATE_DOCS=1 cargo test docs");
}

/// The table of keys as the README shows it.
fn key_table() -> String {
    let mut table = String::from("| keys | what they do | where |\n| --- | --- | --- |\n");
    for row in Keymap::default().rows {
        let keys: Vec<_> = row.keys.iter().map(|key| format!("`{}`", Chord::shown(key))).collect();
        let places = places(&row.contexts);
        let _ = writeln!(table, "| {} | {} | {places} |", keys.join(" "), row.action.help());
    }
    table
}

#[test]
fn the_readme_s_key_table_is_the_program_s() {
    let readme = read("README.md");
    let (start, end) = ("<!-- keys -->\n", "<!-- /keys -->");
    let (before, rest) = readme.split_once(start).expect("the README has a key table");
    let (_, after) = rest.split_once(end).expect("the key table ends");
    assert_file("README.md", &format!("{before}{start}{}{end}{after}", key_table()));
}

#[test]
fn the_readme_s_settings_are_the_example_of_the_program() {
    let readme = read("README.md");
    let (start, end) = ("<!-- settings -->\n```toml\n", "```\n<!-- /settings -->");
    let (before, rest) = readme.split_once(start).expect("the README has an example");
    let (_, after) = rest.split_once(end).expect("the example ends");
    let example = read("assets/settings.toml");
    assert_file("README.md", &format!("{before}{start}{example}{end}{after}"));
    for name in guidepost::theme::names() {
        assert!(readme.contains(&format!("`{name}`")), "{name} is not in the README");
    }
}

#[test]
fn the_pictures_are_the_program_s_own_screens() {
    let library = Library::bundled();
    let found = library.find("ketamine-for-ptsd#hopeful-trials").expect("the section");
    let mut screen = Screen::of(library, Some(found), 110, 32);
    screen.press("tab tab");
    assert!(screen.text().contains('■'), "a picture of numbers: {}", screen.text());
    assert_file("assets/reader.svg", &picture(&screen));
    let mut screen = Screen::bundled(90, 20);
    screen.press("2 / d r i enter");
    assert!(screen.text().contains("(open)"), "{}", screen.text());
    assert_file("assets/faq.svg", &picture(&screen));
}

/// A window as a picture.
fn picture(screen: &Screen) -> String {
    let (buffer, _) = screen.app.frame();
    let (wide, high) = (9, 20);
    let (width, height) =
        (i32::from(buffer.area.width) * wide + 24, i32::from(buffer.area.height) * high + 24);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16181d\"/>\n\
         <g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\" fill=\"#d8dbe2\" xml:space=\"preserve\">\n"
    );
    let columns = usize::from(buffer.area.width);
    for (y, row) in (0..).zip(buffer.content.chunks(columns)) {
        let mut x = 0;
        while x < columns {
            let modifier = row[x].modifier;
            let mut end = x;
            let mut text = String::new();
            while end < columns && row[end].modifier == modifier {
                text.push_str(row[end].symbol());
                end += row[end].symbol().width().max(1);
            }
            let (left, top) = (12 + i32::try_from(x).unwrap_or(0) * wide, 12 + y * high);
            let long = i32::try_from(end - x).unwrap_or(0) * wide;
            let reversed = modifier.contains(Modifier::REVERSED);
            if reversed {
                let _ = writeln!(
                    svg,
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{long}\" height=\"{high}\" fill=\"#d8dbe2\"/>"
                );
            }
            if !text.trim().is_empty() {
                let mut style = String::new();
                for (on, attribute) in [
                    (reversed, " fill=\"#16181d\""),
                    (modifier.contains(Modifier::BOLD), " font-weight=\"bold\""),
                    (modifier.contains(Modifier::ITALIC), " font-style=\"italic\""),
                    (modifier.contains(Modifier::UNDERLINED), " text-decoration=\"underline\""),
                ] {
                    if on {
                        style.push_str(attribute);
                    }
                }
                let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                let (length, base) = (long, top + 15);
                let _ = writeln!(
                    svg,
                    "<text x=\"{left}\" y=\"{base}\" textLength=\"{length}\"{style}>{text}</text>"
                );
            }
            x = end;
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

#[test]
fn every_command_in_the_readme_runs() {
    let readme = read("README.md");
    let commands: Vec<_> =
        readme.lines().filter_map(|line| line.strip_prefix("guidepost ")).collect();
    assert!(commands.len() >= 6, "the README shows examples");
    for line in commands {
        let command = line.split(['#', '|', '>']).next().unwrap_or(line);
        // A section's `#` is part of the command.
        let command =
            if line.contains("ptsd#") { line.split("  ").next().unwrap_or(line) } else { command };
        let args: Vec<&str> = command.split_whitespace().collect();
        if args.iter().any(|arg| arg.contains('/') || *arg == "FOLDER") {
            continue;
        }
        assert_eq!(cli::code(&args), Some(0), "guidepost {command}");
    }
}

#[test]
fn the_readme_s_map_names_every_module() {
    let readme = read("README.md");
    for line in read("src/lib.rs").lines() {
        if let Some(module) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';'))
        {
            assert!(readme.contains(&format!("`{module}`")), "{module} is not in the README's map");
        }
    }
}

#[test]
fn the_readme_has_the_two_commands() {
    let readme = read("README.md");
    assert!(readme.contains("\ncargo run --release\n") && readme.contains("\ncargo test\n"));
}
