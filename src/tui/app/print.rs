//! Printing an estimate and its papers to a file that the user names.

use strum::IntoEnumIterator;

use super::{App, Effect, Over};
use crate::cost::print::Paper;
use crate::library::NotWritten;
use crate::tui::pane::chooser::{Choice, Chooser, Row};
use crate::tui::pane::cost::Cost;
use crate::tui::prompt::Prompt;

/// What stands before the name being typed.
const TO: &str = "Print to: ";
/// What is asked before a file is written over.
const OVER: &str = "Write over it? yes/no: ";

/// What is being printed, while a line is typed for it.
#[derive(Debug)]
pub struct Printing {
    paper: Paper,
    /// The line: the name of a file, or whether to write over it.
    pub(super) prompt: Prompt,
    /// The name of a file that is there, while it is asked whether to write over it.
    there: Option<String>,
}

impl App {
    /// Opens the list of what can be printed.
    pub(super) fn choose_paper(&mut self) {
        let row = |paper: Paper| {
            let (tag, name) = paper.name();
            let (tag, name) = (tag.to_owned(), name.to_owned());
            Row { tag, name, keys: Vec::new(), choice: Choice::Print(paper) }
        };
        let rows = Paper::iter().map(row).collect();
        self.over.push(Over::Choice(Chooser::new("Print", "Filter: ", rows, false)));
        self.fit();
    }

    /// Asks for the name of a file.
    pub(super) fn ask_file(&mut self, paper: Paper) {
        let name = std::mem::take(&mut self.unwritten);
        self.printing = Some(Printing { paper, prompt: Prompt::with(TO, &name), there: None });
    }

    /// True while the name of a file is typed, or whether to write over it.
    pub(super) fn asks_file(&self) -> bool {
        self.printing.is_some()
    }

    /// Takes the name, or the answer whether to write over a file.
    pub(super) fn take_file(&mut self) -> Vec<Effect> {
        let (Some(printing), Some(cost)) = (&self.printing, &self.cost) else { return Vec::new() };
        let typed = printing.prompt.typed().trim();
        let over = printing.there.is_some();
        let name = match &printing.there {
            Some(name) => Some(name).filter(|_| typed.eq_ignore_ascii_case("yes")).cloned(),
            None => Some(typed.to_owned()).filter(|name| !name.is_empty()),
        };
        let Some(name) = name else {
            self.notice = over.then(|| "not written; the file stays as it is".to_owned());
            self.printing = None;
            return Vec::new();
        };
        let text =
            printing.paper.of(cost.report(), self.library.evidence(), self.json, self.glyphs);
        vec![Effect::Save { name, text, over }]
    }

    /// Takes note of how writing the file called `name` went.
    pub fn saved(&mut self, name: &str, written: Result<(), NotWritten>) {
        let Some(printing) = &mut self.printing else { return };
        match written {
            Ok(()) => {
                self.printing = None;
                let left = self.cost.as_ref().map(Cost::not_taken).unwrap_or_default();
                self.notice = Some(if left.is_empty() {
                    format!("written, only you may read it: {name}")
                } else {
                    format!("written, without what was not taken ({}): {name}", left.join(", "))
                });
            }
            Err(NotWritten::There) => {
                printing.there = Some(name.to_owned());
                printing.prompt = Prompt::new(OVER);
            }
            Err(NotWritten::Failed(fault)) => {
                self.printing = None;
                self.notice = Some(format!("{} ({})", fault.message, fault.file));
                // The name can be mended when it is asked for again.
                name.clone_into(&mut self.unwritten);
            }
        }
    }
}
