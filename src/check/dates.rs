//! Nothing is older than its promise.

use jiff::ToSpan;
use jiff::civil::Date;

use super::report::{Code, Findings};
use super::{Held, Text};
use crate::guide::age;

/// Warns of a guide that is due, of a rule that has ended, and of dates to come.
pub fn check(text: &Text, held: &Held, findings: &mut Findings) {
    let (guide, today) = (text.guide, held.today);
    let at = |name: &str| text.front.field(name).at;
    for notice in age::notices(&guide.front, today) {
        findings.warning(Code::Date, at(notice.field), notice.text);
    }
    let dates =
        [("reviewed", guide.front.reviewed), ("prices_checked", guide.front.prices_checked)];
    for (name, date) in dates {
        if date.is_some_and(|date| is_to_come(date, today)) {
            findings.fault(Code::Date, at(name), format!("`{name}` lies in the future"));
        }
    }
    for passage in text.parts.iter().flat_map(super::Part::passages) {
        for mark in &passage.marks {
            let ended = held.evidence().fact(&mark.label).and_then(|fact| fact.ended(today));
            if let Some(end) = ended {
                let message = format!(
                    "{} speaks of a rule that ended on {end}: find out what holds now",
                    mark.label
                );
                findings.warning(Code::Date, mark.at, message);
            }
        }
    }
}

/// True for a date that cannot have been yet anywhere.
pub fn is_to_come(date: Date, today: Date) -> bool {
    date > today.saturating_add(1.day())
}
