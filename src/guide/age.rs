//! How long what a guide says is promised to hold, and what to say when that is over.

use jiff::civil::Date;
use jiff::{ToSpan, Unit};

use super::front_matter::FrontMatter;

/// Months after a review within which a guide is to be reviewed again.
pub const GUIDE: i32 = 12;
/// Months after prices were looked up within which they are to be looked up again.
pub const PRICES: i32 = 6;

/// Something that is older than its promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The field of the front matter that says so.
    pub field: &'static str,
    /// A sentence for readers.
    pub text: String,
}

/// What in a guide is older than its promise on the day `today`.
#[must_use]
pub fn notices(front: &FrontMatter, today: Date) -> Vec<Notice> {
    let promises = [
        ("reviewed", front.reviewed, GUIDE, "This guide was reviewed"),
        ("prices_checked", front.prices_checked, PRICES, "Its prices were checked"),
    ];
    let notice = |(field, date, months, what): (_, Option<Date>, _, _)| {
        let date = date.filter(|date| is_over(*date, months, today))?;
        let ago = date.until((Unit::Month, today)).map_or(0, |span| span.get_months());
        let text =
            format!("{what} {ago} months ago, on {date}: check what it says before you act on it.");
        Some(Notice { field, text })
    };
    promises.into_iter().filter_map(notice).collect()
}

/// True when more than so many months have passed since `date` on the day `today`.
#[must_use]
pub fn is_over(date: Date, months: i32, today: Date) -> bool {
    today > date.saturating_add(months.months())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_promise_holds_to_its_last_day() {
        let reviewed = Some(date(2026, 11, 23));
        let front = FrontMatter { reviewed, prices_checked: reviewed, ..FrontMatter::default() };
        let due = |today| notices(&front, today).iter().map(|n| n.field).collect::<Vec<_>>();
        assert_eq!(due(date(2027, 5, 23)), Vec::<&str>::new());
        assert_eq!(due(date(2027, 5, 24)), ["prices_checked"]);
        assert_eq!(due(date(2027, 11, 23)), ["prices_checked"]);
        assert_eq!(due(date(2027, 11, 24)), ["reviewed", "prices_checked"]);
        let text = &notices(&front, date(2028, 1, 1))[0].text;
        assert!(text.contains("13 months ago, on 2026-11-23"), "{text}");
    }
}
