//! When sessions are, and in which month and plan year a day falls.

use super::{Phase, Rhythm};

/// The month of a day, both counted from 0: a month is a twelfth of 365 days.
#[must_use]
pub fn month_of(day: u32) -> u32 {
    day * 12 / 365
}

/// The first day of a month, both counted from 0.
pub(super) fn first_day(month: u32) -> u32 {
    (month * 365).div_ceil(12)
}

/// The plan year of a month, counted from 0; the first one ends after `reset` months.
pub(super) fn plan_year(month: u32, reset: u32) -> u32 {
    if month < reset { 0 } else { 1 + (month - reset) / 12 }
}

/// The day of a session, both counted from 0, when there are so many a week.
pub(super) fn weekly(session: u32, per_week: u32) -> u32 {
    7 * (session / per_week) + 7 * (session % per_week) / per_week
}

impl Phase {
    /// The days of its sessions that fall within `months`, in order.
    pub fn days(&self, months: u32) -> impl Iterator<Item = u32> {
        let (from, end, rhythm) = (self.from_day, first_day(months), self.rhythm);
        let sessions = match rhythm {
            Rhythm::PerWeek { sessions, .. } => sessions,
            Rhythm::Every { sessions, .. } => sessions.unwrap_or(u32::MAX),
        };
        let day = move |session: u32| match rhythm {
            Rhythm::PerWeek { per_week, .. } => from + weekly(session, per_week),
            Rhythm::Every { days, .. } => from + session * days,
        };
        (0..sessions).map(day).take_while(move |day| *day < end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phase(from_day: u32, rhythm: Rhythm) -> Phase {
        Phase { name: String::new(), from_day, rhythm }
    }

    #[test]
    fn sessions_of_a_week_are_spread_over_it() {
        let start = phase(0, Rhythm::PerWeek { per_week: 3, sessions: 6, in_weeks: false });
        assert_eq!(start.days(12).collect::<Vec<_>>(), [0, 2, 4, 7, 9, 11]);
    }

    #[test]
    fn sessions_go_on_to_the_horizon() {
        let upkeep = phase(42, Rhythm::Every { days: 30, sessions: None });
        assert_eq!(upkeep.days(12).last(), Some(342));
        assert_eq!(upkeep.days(2).collect::<Vec<_>>(), [42]);
    }

    #[test]
    fn a_month_begins_where_the_one_before_it_ends() {
        for month in 0..=36 {
            assert_eq!(month_of(first_day(month)), month);
            assert!(month == 0 || month_of(first_day(month) - 1) == month - 1);
        }
        assert_eq!(
            [plan_year(3, 4), plan_year(4, 4), plan_year(15, 4), plan_year(16, 4)],
            [0, 1, 1, 2]
        );
    }
}
