//! A theme by its name, or from a file of one's own.

use std::path::Path;

use super::disk;
use crate::library::{Fault, nearest, shown};
use crate::plain::one_line;
use crate::theme::{self, Faint, Own, Theme};

/// Why there is no such theme.
pub enum NoTheme {
    /// The name or path is wrong.
    Called(String),
    /// Something in the theme's own file is.
    Inside(Fault),
}

impl NoTheme {
    /// The fault, a wrong name being one as `called` says.
    pub fn fault(self, called: impl FnOnce(String) -> Fault) -> Fault {
        match self {
            Self::Called(message) => called(message),
            Self::Inside(fault) => fault,
        }
    }
}

/// The theme of this name, or in this file, whose path is relative to `folder`, and what in
/// it is hard to read.
pub fn find(wanted: &str, folder: &Path) -> Result<(Theme, Vec<Fault>), NoTheme> {
    let ending = Path::new(wanted).extension();
    if !wanted.contains(std::path::is_separator) && ending.is_none_or(|ending| ending != "toml") {
        return Theme::bundled(wanted).map(|theme| (theme, Vec::new())).ok_or_else(|| {
            let near = nearest(wanted, theme::names()).unwrap_or_default();
            let wanted = one_line(wanted);
            NoTheme::Called(format!(
                "there is no theme \"{wanted}\"; the nearest is \"{near}\" (a file ends in .toml)"
            ))
        });
    }
    let path = disk::path(wanted, folder).map_err(NoTheme::Called)?;
    let text = disk::text(&path).map_err(|unread| {
        // A line means that the file is there.
        let said = unread.fault.to_string();
        if unread.fault.line.is_some() {
            NoTheme::Inside(unread.fault)
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
        Err((line, message)) => Err(NoTheme::Inside(Fault { file, line, message })),
    }
}
