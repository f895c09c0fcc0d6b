//! A theme by its name, or from a file of one's own.

use std::path::Path;

use super::disk;
use crate::library::{Fault, shown};
use crate::near::meant;
use crate::plain::one_line;
use crate::theme::{self, Faint, Own, Theme};

/// Why there is no such theme.
pub enum NoTheme {
    /// The name or path is wrong.
    Called(String),
    /// These things in the theme's own file are.
    Inside(Vec<Fault>),
}

impl NoTheme {
    /// The faults, a wrong name being one as `called` says.
    pub fn faults(self, called: impl FnOnce(String) -> Fault) -> Vec<Fault> {
        match self {
            Self::Called(message) => vec![called(message)],
            Self::Inside(faults) => faults,
        }
    }
}

/// The theme of this name, or in this file, whose path is relative to `folder`, and what in
/// it is hard to read.
pub fn find(wanted: &str, folder: &Path) -> Result<(Theme, Vec<Fault>), NoTheme> {
    let ending = Path::new(wanted).extension();
    if !wanted.contains(std::path::is_separator) && ending.is_none_or(|ending| ending != "toml") {
        return Theme::bundled(wanted).map(|theme| (theme, Vec::new())).ok_or_else(|| {
            let meant = meant(wanted, theme::names(), "guidepost config lists them");
            let wanted = one_line(wanted);
            NoTheme::Called(format!(
                "there is no theme \"{wanted}\"; {meant} (a file ends in .toml)"
            ))
        });
    }
    let path = disk::path(wanted, folder).map_err(NoTheme::Called)?;
    let text = disk::text(&path).map_err(|unread| {
        // A line means that the file is there.
        let said = unread.fault.to_string();
        if unread.fault.line.is_some() {
            NoTheme::Inside(vec![unread.fault])
        } else {
            NoTheme::Called(said)
        }
    })?;
    let file = shown(&path);
    match Theme::parse(&text) {
        Ok(Own { mut theme, faint }) => {
            theme.name.clone_from(&file);
            let fault = |(line, faint): (usize, Faint)| Fault {
                file: file.clone(),
                line: Some(line),
                message: faint.to_string(),
            };
            Ok((theme, faint.into_iter().map(fault).collect()))
        }
        Err(wrong) => {
            let fault = |(line, message)| Fault { file: file.clone(), line: Some(line), message };
            Err(NoTheme::Inside(wrong.into_iter().map(fault).collect()))
        }
    }
}
