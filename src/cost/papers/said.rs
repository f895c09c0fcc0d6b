//! Names, phases and rules of an insurance as the papers say them.

use super::BLANK;
use crate::cost::money::{Cents, dollars, number};
use crate::cost::{Insurance, Phase, Rhythm, Share};
use crate::guide::markdown::escaped;
use crate::plain::one_line;

/// A name from a file as text; a blank where there is none.
pub fn named(name: &str) -> String {
    let name = escaped(&one_line(name));
    if name.is_empty() { BLANK.to_owned() } else { name }
}

/// `1 month`, `12 months`.
pub fn counted(n: u32, what: &str) -> String {
    if n == 1 { format!("{n} {what}") } else { format!("{n} {what}s") }
}

impl Insurance {
    /// What is left of the deductible.
    pub(super) fn deductible_left(&self) -> Cents {
        self.deductible.saturating_sub(self.deductible_met)
    }

    /// What is left of the most that is paid in a plan year; none without such a limit.
    pub(super) fn limit_left(&self) -> Option<Cents> {
        self.out_of_pocket_max.map(|most| most.saturating_sub(self.out_of_pocket_met))
    }

    /// The patient's share: `20%`, or `$30 each time`.
    pub(in crate::cost) fn share_in_words(&self) -> String {
        match self.share {
            Share::Coinsurance(points) => format!("{}%", number(points.into())),
            Share::Copay(copay) => format!("{} each time", dollars(copay)),
        }
    }
}

impl Phase {
    /// True when its sessions go on to the horizon.
    pub(in crate::cost) fn is_open(&self) -> bool {
        matches!(self.rhythm, Rhythm::Every { sessions: None, .. })
    }

    /// The phase as an item of a list, `sessions` of it within the months counted.
    pub(in crate::cost) fn in_words(&self, sessions: usize, months: u32) -> String {
        let name = Some(one_line(&self.name)).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| "unnamed".to_owned());
        let mut letters = name.chars();
        let first = letters.next().map(char::to_uppercase).into_iter().flatten();
        let name = escaped(&first.chain(letters).collect::<String>());
        let rhythm = match self.rhythm {
            Rhythm::PerWeek { per_week, sessions: all, .. } => {
                let within = (u32::try_from(sessions) != Ok(all))
                    .then(|| format!(", {sessions} of them in {}", counted(months, "month")));
                let all = counted(all, "session");
                format!("{all}, {per_week} a week{}", within.unwrap_or_default())
            }
            Rhythm::Every { days, .. } => {
                let days = if days == 1 { "day".to_owned() } else { format!("{days} days") };
                format!("one every {days}, {sessions} in {}", counted(months, "month"))
            }
        };
        format!("- {name}: {rhythm}")
    }
}
