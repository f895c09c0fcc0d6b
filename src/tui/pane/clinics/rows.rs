//! The rows of the list of clinics.

use super::Window;
use super::choice::{Asked, Choice, in_use};
use super::columns::{Columns, LEGEND, Said};
use crate::clinic::filter::Shown;
use crate::clinic::{List, Setup, TREATMENTS, words};
use crate::guide::block::Block;
use crate::page::{self, Glyphs, Line, Page, Role, Span, Style};
use crate::tui::draw::shortened;

/// What a row is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Words that only say something.
    Said(String),
    /// Nothing: it sets groups apart.
    Gap,
    /// What the rows below belong to.
    Title(&'static str),
    /// The names of the columns, where there are any.
    Columns,
    /// So many marked clinics, to be seen side by side.
    Compare(usize),
    /// A filter to turn on or off, in words.
    Ask(Choice, String),
    /// A clinic by its place in the list, and how far it is.
    Clinic(usize, Option<f64>),
}

impl Kind {
    /// True for what Enter does something with.
    pub fn can_be_chosen(&self) -> bool {
        matches!(self, Self::Compare(_) | Self::Ask(..) | Self::Clinic(..))
    }

    /// The clinic it is of.
    pub fn clinic(&self) -> Option<usize> {
        match self {
            Self::Clinic(i, _) => Some(*i),
            _ => None,
        }
    }
}

/// The rows for what was asked: what to know first, then clinics, and apart from them what
/// is no clinic to walk into.
pub fn all(list: &List, asked: &Asked, shown: &Shown, marked: usize) -> Vec<Kind> {
    let mut kinds = Vec::new();
    if shown.rows.is_empty() {
        kinds.extend(nothing(list, asked));
        kinds.extend(shown_too(asked, shown));
        kinds.extend((marked > 1).then_some(Kind::Compare(marked)));
        return kinds;
    }
    kinds.push(Kind::Said(sentence(words::LEAD)));
    let others = if list.treatments.len() > TREATMENTS.len() { ", + another way" } else { "" };
    kinds.push(Kind::Said(format!("{LEGEND}{others}.")));
    if let Some(place) = &asked.place {
        kinds.push(Kind::Said(format!(
            "Miles are in a straight line from {place}, not by road; “about” is to the middle of \
             a town."
        )));
    }
    let on: Vec<String> = in_use(asked).iter().map(|choice| choice.said(asked)).collect();
    if !on.is_empty() {
        kinds.push(Kind::Said(format!("Filtered. {}.", on.join("; "))));
    }
    kinds.extend(shown_too(asked, shown));
    kinds.extend(words::unstated(list, &asked.filter).map(Kind::Said));
    kinds.extend(words::telehealth(list, &asked.filter).map(Kind::Said));
    kinds.extend((marked > 1).then_some(Kind::Compare(marked)));
    kinds.push(Kind::Columns);
    let of = |setup: Setup| {
        let rows = shown.rows.iter().filter(move |(i, _)| list.setup(*i) == setup);
        rows.map(|(i, miles)| Kind::Clinic(*i, *miles))
    };
    kinds.extend(of(Setup::Clinic));
    for (setup, title, said) in APART {
        let mut rows = of(setup).peekable();
        if rows.peek().is_some() {
            // What stands apart may be all there is.
            kinds.extend((kinds.last() != Some(&Kind::Columns)).then_some(Kind::Gap));
            kinds.extend([Kind::Title(title), Kind::Said(said.to_owned())]);
            kinds.extend(rows);
        }
    }
    kinds
}

/// What stands apart, under which heading, and what is said of it.
const APART: [(Setup, &str, &str); 2] = [
    (
        Setup::Va,
        "VA facilities",
        "For veterans who are in VA care: ask your VA mental health provider.",
    ),
    (
        Setup::Telehealth,
        "By telehealth",
        "Treatment at home, by video. Each works in some states only; its card says what is known \
         of that.",
    ),
];

/// How many are left out, or kept, only because they state no price.
fn shown_too(asked: &Asked, shown: &Shown) -> Option<Kind> {
    if shown.not_stated == 0 {
        return None;
    }
    let (count, kept) = (words::without_price(shown.not_stated), asked.filter.include_unknown);
    let does = match (kept, shown.not_stated) {
        (true, 1) => "is among these. This row leaves it out.",
        (true, _) => "are among these. This row leaves them out.",
        (false, 1) => "is not shown. This row shows it too.",
        (false, _) => "are not shown. This row shows them too.",
    };
    // Asked only for those that state one, all are shown again without that.
    let choice =
        if asked.filter.max_price.is_some() { Choice::Unknown } else { Choice::KnownPrice };
    Some(Kind::Ask(choice, format!("{count} and {does}")))
}

/// What is offered where no clinic has all that is asked for.
fn nothing(list: &List, asked: &Asked) -> Vec<Kind> {
    let mut kinds = vec![
        Kind::Said("No clinic in the list has all of that.".to_owned()),
        Kind::Said("Leave out one of these, and there are:".to_owned()),
    ];
    let mut brought = 0;
    for choice in in_use(asked) {
        let without = without(&choice, asked);
        let count = list.shown(&without.filter, without.sort).rows.len();
        if count > 0 {
            brought += 1;
            let said = format!("{} without {}", counted(count), choice.said(asked));
            kinds.push(Kind::Ask(choice, said));
        }
    }
    if brought == 0 {
        kinds.truncate(1);
        kinds.push(Kind::Said("No single filter is the reason.".to_owned()));
    }
    let clear = without(&Choice::Clear, asked);
    let count = list.shown(&clear.filter, clear.sort).rows.len();
    kinds.push(Kind::Ask(Choice::Clear, format!("{} without any filter", counted(count))));
    kinds
}

fn without(choice: &Choice, asked: &Asked) -> Asked {
    let mut without = asked.clone();
    choice.toggle(&mut without);
    without
}

/// So many clinics, in words.
pub fn counted(count: usize) -> String {
    if count == 1 { "1 clinic".to_owned() } else { format!("{count} clinics") }
}

/// Words as a sentence.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    format!("{}{}.", first.into_iter().collect::<String>(), letters.as_str())
}

/// True where a clinic takes one line.
pub fn is_table(asked: &Asked, window: &Window) -> bool {
    Columns::of(window.wide, asked.place.is_some()).is_some()
}

/// Sets a row.
pub fn set(kind: &Kind, list: &List, asked: &Asked, marked: &[usize], window: &Window) -> Page {
    let (wide, glyphs) = (window.wide, window.glyphs);
    let columns = Columns::of(wide, asked.place.is_some());
    let one = |line: Line| Page { lines: vec![line], ..Page::default() };
    match kind {
        Kind::Gap => one(Line::default()),
        Kind::Said(text) => muted(text, window),
        Kind::Title(title) => {
            let title = shortened(&glyphs.show(title), wide, glyphs);
            one(Line { spans: vec![Span::new(title, Role::Heading(2))], at: 0 })
        }
        Kind::Columns => columns.map_or_else(Page::default, |columns| one(columns.heading(glyphs))),
        Kind::Compare(count) => said(&format!("Compare the {count} marked"), window.width, glyphs),
        Kind::Ask(_, text) => said(text, window.width, glyphs),
        Kind::Clinic(i, miles) => {
            let said = Said::of(&list.clinic(*i), *miles, marked.contains(i));
            match columns {
                Some(columns) => one(columns.row(&said, glyphs)),
                None => Page { lines: said.lines(wide, glyphs), ..Page::default() },
            }
        }
    }
}

fn said(text: &str, width: usize, glyphs: Glyphs) -> Page {
    page::blocks(&[Block::paragraph(text)], &Style::print(width, glyphs))
}

fn muted(text: &str, window: &Window) -> Page {
    let mut page = said(text, window.width, window.glyphs);
    for span in page.lines.iter_mut().flat_map(|line| &mut line.spans) {
        span.role = Role::Muted;
    }
    page
}
