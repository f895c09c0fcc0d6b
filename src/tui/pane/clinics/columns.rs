//! A clinic in a line of a table, or in two lines where there is no room for a table.

use unicode_width::UnicodeWidthStr;

use crate::clinic::{Clinic, TREATMENTS, words};
use crate::cost::money::dollars;
use crate::guide::block::Face;
use crate::page::{Glyphs, Line, Role, Span};
use crate::plain::one_line;
use crate::tui::draw::shortened;

/// From this many columns on clinics stand in a table.
const TABLE: usize = 70;
/// Columns of name and town together, below which a table leaves other columns out.
const LEAST: usize = 40;
/// Columns of the town at most.
const TOWN: usize = 22;
/// The mark of what is to be compared, and the blank behind it.
const MARK: usize = 2;
/// Blanks between columns.
const GAP: usize = 2;
/// Columns of what else a table says.
const MILES: usize = 9;
const GIVEN: usize = 5;
const THERAPY: usize = 7;
const PRICE: usize = 12;
const SEEN: usize = 10;

/// The letters of ways of treatment, in the order of [`TREATMENTS`].
const LETTERS: [&str; 7] = ["I", "M", "S", "K", "T", "H", "?"];
/// What the letters mean.
pub const LEGEND: &str = "I by vein, M shot, S Spravato, K therapy with ketamine, \
                          T tablets in the clinic, H at home, ? not stated";

/// The columns of a table that fit.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    name: usize,
    place: usize,
    miles: bool,
    therapy: bool,
    seen: bool,
}

impl Columns {
    /// The columns that fit into `width`; none where clinics take two lines.
    pub fn of(width: usize, miles: bool) -> Option<Self> {
        if width < TABLE {
            return None;
        }
        let fixed = MARK + 2 * GAP + GIVEN + PRICE + if miles { MILES + GAP } else { 0 };
        let mut rest = width - fixed - GAP;
        let mut takes = |columns: usize| {
            let fits = rest >= LEAST + columns + GAP;
            rest -= if fits { columns + GAP } else { 0 };
            fits
        };
        let (therapy, seen) = (takes(THERAPY), takes(SEEN));
        let place = (rest * 2 / 5).min(TOWN);
        Some(Self { name: rest - place, place, miles, therapy, seen })
    }

    /// The line that names the columns.
    pub fn heading(&self, glyphs: Glyphs) -> Line {
        self.line(
            ["", "name", "town", "miles", "given", "therapy", "price", "seen in"],
            glyphs,
            Role::Muted,
        )
    }

    /// A clinic in a line.
    pub fn row(&self, said: &Said, glyphs: Glyphs) -> Line {
        let cells = [
            said.mark,
            &said.name_in(self.name, glyphs),
            &said.place,
            &said.miles,
            &said.given,
            said.therapy,
            &said.price,
            &said.seen,
        ];
        self.line(cells, glyphs, Role::Text)
    }

    fn line(&self, cells: [&str; 8], glyphs: Glyphs, role: Role) -> Line {
        let widths = [
            (MARK - GAP + 1, true),
            (self.name, true),
            (self.place, true),
            (MILES, self.miles),
            (GIVEN, true),
            (THERAPY, self.therapy),
            (PRICE, true),
            (SEEN, self.seen),
        ];
        let mut text = String::new();
        for (i, (cell, (width, _))) in
            cells.iter().zip(widths).filter(|(_, (_, there))| *there).enumerate()
        {
            // The mark stands next to the name.
            let gap = if i == 1 { 1 } else { GAP };
            text.push_str(&" ".repeat(if i == 0 { 0 } else { gap }));
            let cell = shortened(&glyphs.show(cell), width, glyphs);
            text.push_str(&cell);
            text.push_str(&" ".repeat(width.saturating_sub(cell.width())));
        }
        Line { spans: vec![Span::new(text.trim_end(), role)], at: 0 }
    }
}

/// What a row says of a clinic, harmless to a terminal.
#[derive(Debug)]
pub struct Said {
    mark: &'static str,
    name: String,
    doubtful: bool,
    place: String,
    /// For a table.
    miles: String,
    /// In full.
    way: String,
    given: String,
    therapy: &'static str,
    price: String,
    seen: String,
}

impl Said {
    /// What is said of `clinic`, which is so many miles away.
    pub fn of(clinic: &Clinic, miles: Option<f64>, marked: bool) -> Self {
        let way = miles.map(|miles| words::miles(miles, clinic)).unwrap_or_default();
        Self {
            mark: if marked { "*" } else { " " },
            name: one_line(&clinic.name),
            doubtful: clinic.status.as_deref() == Some("doubtful"),
            place: one_line(&clinic.place()),
            miles: way.trim_end_matches('s').trim_end_matches(" mile").to_owned(),
            way,
            given: given(clinic),
            therapy: match clinic.therapy {
                Some(true) => "yes",
                Some(false) => "no",
                None => "?",
            },
            price: price(clinic),
            seen: seen(clinic),
        }
    }

    /// The name, and behind it whether something speaks against the row.
    fn name_in(&self, width: usize, glyphs: Glyphs) -> String {
        let behind = if self.doubtful { " (doubtful)" } else { "" };
        let name = glyphs.show(&self.name);
        shortened(&name, width.saturating_sub(behind.width()), glyphs) + behind
    }

    /// Two lines: the name and how far it is, then as much of the rest as fits.
    pub fn lines(&self, width: usize, glyphs: Glyphs) -> Vec<Line> {
        let room = width.saturating_sub(MARK);
        let way = if self.way.is_empty() { String::new() } else { format!("  {}", self.way) };
        let name = self.name_in(room.saturating_sub(way.width()), glyphs);
        let bold = Face { bold: true, ..Face::default() };
        let name = Span { face: bold, ..Span::new(name, Role::Text) };
        let first = vec![
            Span::new(format!("{} ", self.mark), Role::Text),
            name,
            Span::new(way, Role::Text),
        ];
        let price = match self.price.as_str() {
            words::NOT_STATED => format!("price {}", words::NOT_STATED),
            price => price.to_owned(),
        };
        let therapy = match self.therapy {
            "yes" => "with therapy",
            "no" => "no therapy",
            _ => "therapy not stated",
        };
        let behind = format!("  {}  {price}", self.given);
        let place = glyphs.show(&self.place);
        let place = shortened(&place, room.saturating_sub(behind.width()).max(8), glyphs);
        let mut second = place + &behind;
        for more in [therapy, &format!("seen in: {}", self.seen)] {
            let more = format!("  {more}");
            if second.width() + more.width() > room {
                break;
            }
            second.push_str(&more);
        }
        let second = shortened(&second, room, glyphs);
        let second = vec![Span::new(" ".repeat(MARK), Role::Text), Span::new(second, Role::Muted)];
        vec![Line { spans: first, at: 0 }, Line { spans: second, at: 0 }]
    }
}

/// Ways of treatment as letters; those of a list of one's own that have none are a `+`.
fn given(clinic: &Clinic) -> String {
    let mut letters = String::new();
    for ((code, _), letter) in TREATMENTS.iter().zip(LETTERS) {
        if clinic.treatments.iter().any(|own| own == code) {
            letters.push_str(letter);
        }
    }
    let known = |own: &&String| TREATMENTS.iter().any(|(code, _)| *code == own.as_str());
    if clinic.treatments.iter().any(|own| !known(&own)) {
        letters.push('+');
    }
    if letters.is_empty() { "?".to_owned() } else { letters }
}

/// The lowest price, with what it is for where that is no treatment.
fn price(clinic: &Clinic) -> String {
    let Some(price) = &clinic.price else { return words::NOT_STATED.to_owned() };
    let per = match price.unit.as_str() {
        "at-home-month" => "/month",
        "at-home-visit" => "/visit",
        _ => "",
    };
    let from = if price.high > price.low && per.is_empty() { "from " } else { "" };
    format!("{from}{}{per}", dollars(price.low))
}

/// Where it was seen, in a word or two.
fn seen(clinic: &Clinic) -> String {
    match clinic.seen.as_deref() {
        Some("listed") => "a list".to_owned(),
        Some("listed+page") => "list, page".to_owned(),
        Some("page") => "its page".to_owned(),
        Some("listed+press") => "list, news".to_owned(),
        Some("press") => "the news".to_owned(),
        Some(seen) => one_line(seen),
        None => "?".to_owned(),
    }
}
