//! Figures of the calculator, as a sentence would say them.

use super::super::number::{Number, Unit, numbers};

/// A figure and what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Whole dollars.
    Dollars(u64),
    /// Sessions in all.
    Sessions(u32),
    /// Sessions a week.
    PerWeek(u32),
    /// Visits in all.
    Visits(u32),
    /// Days from one to the next.
    Days(u32),
    /// Minutes that it takes.
    Minutes(u32),
}

impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Dollars(n) => write!(f, "${n}"),
            Self::Sessions(n) => write!(f, "{n} sessions"),
            Self::PerWeek(n) => write!(f, "{n} a week"),
            Self::Visits(n) => write!(f, "{n} visits"),
            Self::Days(n) => write!(f, "{n} days"),
            Self::Minutes(n) => write!(f, "{n} minutes"),
        }
    }
}

impl Figure {
    /// True when a text states it, in digits or in words.
    pub fn stands_in(self, text: &str) -> bool {
        if let Self::PerWeek(n) = self {
            return each_week(text).any(|stated| stated == n.to_string());
        }
        // What is counted is not what is paid, how long it takes or which week it is.
        let counts = |unit| match self {
            Self::Dollars(_) => unit == Unit::Money,
            Self::Days(_) | Self::Minutes(_) => matches!(unit, Unit::Time(_)),
            _ => matches!(unit, Unit::Things | Unit::Other),
        };
        let mut known = numbers(text);
        known.retain(|number| counts(number.unit) && !is_name(&text[..number.range.start]));
        let said = std::iter::once(self.to_string()).chain(self.in_larger_units());
        said.flat_map(|said| numbers(&said)).any(|number| number.is_stated(&known))
    }

    /// The same in weeks or hours, where they come out even.
    fn in_larger_units(self) -> Option<String> {
        match self {
            Self::Days(n) if n % 7 == 0 => Some(format!("{} weeks", n / 7)),
            Self::Minutes(n) if n % 60 == 0 => Some(format!("{} hours", n / 60)),
            _ => None,
        }
    }
}

/// True when the number behind this text names a week, a month or a day: `weeks 1 to 4`.
fn is_name(before: &str) -> bool {
    let joins = |word: &&str| {
        ["to", "and", "or"].contains(word) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let word = before.split_whitespace().rev().find(|word| !joins(word)).unwrap_or("");
    ["week", "weeks", "month", "months", "day", "days"].contains(&word)
}

/// Words between a number and `a week` at most: `three ketamine sessions a week`.
const BETWEEN: usize = 2;

/// The numbers that a text states of a week: `three a week`, `once a week`, `weekly`.
fn each_week(text: &str) -> impl Iterator<Item = String> {
    text.split(['.', ',', ';', ':', '(', ')']).flat_map(|clause| {
        let words: Vec<String> = clause.split_whitespace().map(str::to_lowercase).collect();
        let of_week = |end: usize| {
            let number = |words: &[String]| {
                words.iter().rev().take(BETWEEN + 1).find_map(|word| times(word))
            };
            match &words[..end] {
                [before @ .., a, week] if a == "a" && week == "week" => number(before),
                [before @ .., weekly] if weekly == "weekly" => {
                    number(before).or_else(|| Some("1".to_owned()))
                }
                _ => None,
            }
        };
        (1..=words.len()).filter_map(of_week).collect::<Vec<_>>()
    })
}

/// The number in a word that says how many or how often.
fn times(word: &str) -> Option<String> {
    match word {
        "one" | "once" => Some("1".to_owned()),
        "twice" => Some("2".to_owned()),
        _ => numbers(word).into_iter().next().map(|Number { value, .. }| value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_stated_in_digits_in_words_and_in_larger_units() {
        let stated = [
            (Figure::Dollars(1240), "The average is about $1,240."),
            (Figure::Sessions(6), "A starting course is six infusions."),
            (Figure::Sessions(6), "There are 3 or 6 ketamine sessions of 2 hours."),
            (Figure::Visits(7), "Seven visits with a therapist are counted."),
            (Figure::Days(14), "It is given every two weeks."),
            (Figure::Days(30), "Upkeep is counted every 30 days."),
            (Figure::Minutes(120), "A visit takes about 90 minutes to 2 hours."),
            (Figure::Minutes(90), "A visit takes about 90 minutes to 2 hours."),
        ];
        for (figure, text) in stated {
            assert!(figure.stands_in(text), "{figure} in {text:?}");
        }
    }

    #[test]
    fn a_figure_of_something_else_does_not_state_it() {
        let others = [
            (Figure::Dollars(6), "six infusions"),
            (Figure::Sessions(6), "$6 for 6 people in 6 weeks"),
            (Figure::Sessions(4), "twice a week in weeks 1 to 4"),
            (Figure::Days(30), "30 minutes, or 30 weeks, or 30 in all"),
            (Figure::Days(21), "three a week for 2 weeks"),
            (Figure::Minutes(120), "120 people for 120 hours"),
            (Figure::Minutes(90), "1.5 days"),
            (Figure::Dollars(350), "$3,500 or $350.50"),
        ];
        for (figure, text) in others {
            assert!(!figure.stands_in(text), "{figure} in {text:?}");
        }
    }

    #[test]
    fn what_is_said_of_a_week_is_told_from_how_many_weeks_there_are() {
        let said = |text: &str| each_week(text).collect::<Vec<_>>();
        let course =
            "A course is six infusions: three a week for two weeks, or two a week for three weeks.";
        assert_eq!(said(course), ["3", "2"]);
        let spray = "Given twice a week in weeks 1 to 4, once a week in weeks 5 to 8, then weekly or every two weeks.";
        assert_eq!(said(spray), ["2", "1", "1"]);
        assert_eq!(
            said("One ketamine session a week is counted; others go 3 times weekly."),
            ["1", "3"]
        );
        assert_eq!(said("six sessions for $1,158. A week later a call."), Vec::<String>::new());
    }
}
