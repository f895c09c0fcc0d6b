//! The table of questions to ask a clinic. Its texts are checked as those of a guide.

use super::super::spot::Spot;
use super::Table;
use crate::check::Held;
use crate::check::report::Code;
use crate::questions::Questions;

/// Checks the table of questions.
pub fn check(table: &mut Table, held: &Held) {
    let Some(read) = table.parse::<Questions>() else { return };
    let root = table.root;
    table.checked("the list", read.checked, held.today, Spot::of(root, "checked").at);
    let mut ids = Vec::new();
    for (i, group) in read.groups.iter().enumerate() {
        let row = Spot::of(root, "group").nth(i);
        ids.push((row.key("id").at, group.id.as_str()));
        for (i, question) in group.questions.iter().enumerate() {
            let row = row.key("question").nth(i);
            ids.push((row.key("id").at, question.id.as_str()));
            if !question.ask.ends_with('?') {
                let message = format!("\"{}\" is a question without a question mark", question.ask);
                table.fault(Code::Shape, row.key("ask").at, message);
            }
        }
    }
    for (i, flag) in read.red_flags.flags.iter().enumerate() {
        let row = Spot::of(root, "red_flags").key("flag").nth(i);
        ids.push((row.key("id").at, flag.id.as_str()));
    }
    table.linked(ids.into_iter());
}
