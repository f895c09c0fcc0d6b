//! The rows of the search screen.

use std::collections::HashSet;
use std::sync::Arc;

use super::Window;
use crate::action::Action;
use crate::crisis;
use crate::guide::Guide;
use crate::guide::block::{Block, Face, Inline, Kind as BlockKind, faced, plain};
use crate::guide::collected::Piece;
use crate::library::{self, Library};
use crate::page::{self, Glyphs, Line, Page, Role, Span, Style};
use crate::questions;
use crate::search::{Hit, Place, Query, Shown};
use crate::tui::draw::shortened;

/// Hits of a guide that are listed before it is unfolded.
const FEW: usize = 3;
/// Windows with fewer lines show one line of a hit's text, others a few.
const LOW: usize = 16;
const TEXT_LINES: usize = 3;
/// Lines of a title at most.
const TITLE_LINES: usize = 4;
/// Columns that a hit's text stands behind its title.
const INDENT: usize = 2;

/// What hits are listed under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Nothing: crisis help stands by itself.
    Crisis,
    /// The guide with this place on the shelf.
    Guide(usize),
    /// The glossary.
    Terms,
    /// The list of clinics.
    Clinics,
}

impl Group {
    fn of(place: Place) -> Self {
        match place {
            Place::Crisis => Self::Crisis,
            Place::Section { guide, .. } | Place::Question { guide, .. } => Self::Guide(guide),
            Place::Term(_) => Self::Terms,
            Place::Clinic(_) => Self::Clinics,
        }
    }
}

/// What a row is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Words that only say something.
    Said(String),
    /// Nothing: it sets groups apart.
    Gap,
    /// What the rows below belong to.
    Title(String),
    /// Something that was found.
    Hit(Hit),
    /// A question for a newcomer to begin with.
    Common(Place),
    /// More hits of a group.
    More { group: Group, count: usize },
    /// Words to look for instead.
    Instead(String),
    /// So many hits in everything, where a part was searched.
    Everywhere(usize),
    /// Something else to do, in words.
    Run(Action, &'static str),
}

impl Kind {
    /// True for what Enter does something with.
    pub fn can_be_chosen(&self) -> bool {
        !matches!(self, Self::Said(_) | Self::Gap | Self::Title(_))
    }

    /// True when both stand for the same, however well it answers.
    pub fn is_like(&self, other: &Self) -> bool {
        self == other || self.place().is_some() && self.place() == other.place()
    }

    /// What it stands for in the library.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Hit(hit) => Some(hit.place),
            Self::Common(place) => Some(*place),
            _ => None,
        }
    }
}

/// The hits under their guides, in the order of the best of each.
pub fn of_hits(hits: &[Hit], unfolded: &HashSet<Group>, library: &Library) -> Vec<Kind> {
    let mut groups: Vec<(Group, Vec<&Hit>)> = Vec::new();
    for hit in hits {
        let group = Group::of(hit.place);
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, hits)) => hits.push(hit),
            None => groups.push((group, vec![hit])),
        }
    }
    let mut kinds = Vec::new();
    for (group, hits) in groups {
        if !kinds.is_empty() {
            kinds.push(Kind::Gap);
        }
        match group {
            Group::Crisis => {}
            Group::Clinics => kinds.push(Kind::Title("Clinics".to_owned())),
            Group::Terms => kinds.push(Kind::Title("What words mean".to_owned())),
            Group::Guide(guide) => {
                let title = library.guide(guide).map(|guide| guide.title());
                kinds.push(Kind::Title(title.unwrap_or_else(|_| library.id(guide).to_owned())));
            }
        }
        let all = unfolded.contains(&group) || hits.len() == FEW + 1;
        let shown = if all { hits.len() } else { FEW.min(hits.len()) };
        kinds.extend(hits[..shown].iter().map(|hit| Kind::Hit((*hit).clone())));
        let count = hits.len() - shown;
        if count > 0 {
            kinds.push(Kind::More { group, count });
        }
    }
    kinds
}

/// What an empty box offers.
pub fn common(library: &Library) -> Vec<Kind> {
    let asked = library.synonyms().common;
    let found = asked.iter().filter_map(|name| library.find(name).ok());
    let rows: Vec<Kind> = found
        .filter_map(|found| {
            Some(Kind::Common(Place::Question { guide: found.index, at: found.at? }))
        })
        .collect();
    let said = "Type what you want to know, in your own words.";
    let mut kinds = vec![Kind::Said(said.to_owned())];
    if !rows.is_empty() {
        kinds.extend([Kind::Gap, Kind::Title("Asked by many".to_owned())]);
        kinds.extend(rows);
    }
    kinds
}

/// Where one can still go when nothing was found.
pub fn ways_on(library: &Library) -> Vec<Kind> {
    let mut kinds = Vec::new();
    let questions = (0..library.len()).find(|i| library.id(*i) == questions::ID);
    if let Some(guide) = questions
        && let Ok(read) = library.guide(guide)
    {
        kinds.push(Kind::Common(Place::Section { guide, at: read.body() }));
    }
    kinds.push(Kind::Run(Action::Faq, "All questions with their answers"));
    kinds.push(Kind::Run(Action::Crisis, "Crisis help: someone to call or text now"));
    kinds
}

/// The guide in which something stands, and where.
pub fn whole(place: Place, library: &Library) -> Option<(Arc<Guide>, Option<usize>)> {
    let page = |id: &str, text: String| {
        let guide = Guide::new(id, id, text);
        // Its notes have their numbers from it.
        guide.outline();
        Arc::new(guide)
    };
    match place {
        Place::Crisis => Some((page(crisis::ID, library::crisis().markdown()), None)),
        Place::Term(number) => {
            let term = library.glossary().get(number)?;
            Some((page(&term.id, format!("# {}\n\n{}\n", term.term, term.meaning)), None))
        }
        Place::Clinic(number) => {
            let list = library.clinics();
            let clinic = (number < list.len()).then(|| list.clinic(number))?;
            let lines = clinic.lines(None).into_iter();
            let lines = lines.map(|(heading, text)| Piece::Paragraph(format!("{heading}: {text}")));
            let heading = Piece::Heading { level: 1, title: clinic.name.clone() };
            let pieces = std::iter::once(heading).chain(lines).collect();
            Some((Arc::new(Guide::collected(&clinic.name, pieces)), None))
        }
        Place::Section { guide, at } | Place::Question { guide, at } => {
            Some((library.guide(guide).ok()?, Some(at)))
        }
    }
}

/// A row, and how it is set once it has been looked at.
#[derive(Debug)]
pub struct Row {
    pub kind: Kind,
    page: Option<Page>,
}

impl Row {
    pub fn new(kind: Kind) -> Self {
        Self { kind, page: None }
    }

    /// Forgets how it was set.
    pub fn unset(&mut self) {
        self.page = None;
    }

    /// How it is set.
    pub fn page(&self) -> Option<&Page> {
        self.page.as_ref()
    }

    /// Sets it, if it has not been yet.
    pub fn set(&mut self, library: &Library, query: &Query, window: &Window) -> &Page {
        let Self { kind, page } = self;
        page.get_or_insert_with(|| kind.page(library, query, window))
    }
}

impl Kind {
    fn page(&self, library: &Library, query: &Query, window: &Window) -> Page {
        let (width, glyphs) = (window.width, window.glyphs);
        let one = |line: Line| Page { lines: vec![line], ..Page::default() };
        match self {
            Self::Gap => one(Line::default()),
            Self::Said(text) => set(plain(text), query, window),
            Self::Title(title) => {
                let title = shortened(&glyphs.show(title), width, glyphs);
                one(Line { spans: vec![Span::new(title, Role::Heading(2))], at: 0 })
            }
            Self::Hit(hit) => match Shown::of(library, query, hit) {
                Some(shown) => hit_page(&shown, query, window),
                None => one(muted("(its file cannot be read any more)", width, glyphs)),
            },
            Self::Common(place) => {
                let hit = Hit { place: *place, score: 0.0, lead: None };
                let title = Shown::of(library, &Query::default(), &hit).map(|shown| shown.title);
                set(plain(&title.unwrap_or_default()), query, window)
            }
            Self::More { count, .. } => one(muted(&format!("and {count} more"), width, glyphs)),
            Self::Instead(words) => {
                set(plain(&format!("Look for “{words}” instead")), query, window)
            }
            Self::Everywhere(1) => set(plain("Search everything: 1 found there"), query, window),
            Self::Everywhere(count) => {
                set(plain(&format!("Search everything: {count} found there")), query, window)
            }
            Self::Run(_, said) => set(plain(said), query, window),
        }
    }
}

fn muted(text: &str, width: usize, glyphs: Glyphs) -> Line {
    let text = shortened(&glyphs.show(text), width, glyphs);
    Line { spans: vec![Span::new(text, Role::Muted)], at: 0 }
}

fn set(inlines: Vec<Inline>, query: &Query, window: &Window) -> Page {
    let pattern = query.marks.pattern();
    let style = Style {
        find: pattern.as_ref(),
        addresses: false,
        ..Style::print(window.width, window.glyphs)
    };
    page::blocks(&[Block { at: 0, kind: BlockKind::Paragraph(inlines) }], &style)
}

/// A hit: its title, and as much of its text as there is room for.
fn hit_page(shown: &Shown, query: &Query, window: &Window) -> Page {
    let mut title = faced(&shown.title, Face { bold: true, ..Face::default() });
    if let Some((said, means)) = &shown.lead {
        title.extend(plain(&format!(" ({said} → {means})")));
    }
    if let Some(also) = &shown.also {
        title.extend(plain(&format!(" (also called: {also})")));
    }
    let mut page = set(title, query, window);
    page.lines.truncate(TITLE_LINES);
    page.hits.retain(|hit| hit.parts.iter().all(|part| part.0 < TITLE_LINES));
    let narrower = Window { width: window.width.saturating_sub(INDENT).max(1), ..*window };
    // An ellipsis never stands on a line of its own.
    let text = shown.snippet.text.replace(" …", "\u{a0}…").replace("… ", "…\u{a0}");
    let mut text = set(plain(&text), query, &narrower);
    for line in &mut text.lines {
        line.spans.insert(0, Span::new(" ".repeat(INDENT), Role::Text));
    }
    let most = if window.height < LOW { 1 } else { TEXT_LINES };
    // The lines with what was looked for are the ones to show.
    let marked = text.hits.iter().filter_map(|hit| hit.parts.first()).map(|part| part.0).next();
    let first = marked.unwrap_or(0).min(text.lines.len().saturating_sub(most));
    let below = page.lines.len();
    // What is left out above is said.
    if let Some(span) = text.lines.get_mut(first).and_then(|line| line.spans.first_mut())
        && first > 0
    {
        window.glyphs.pick("… ", "..").clone_into(&mut span.text);
    }
    page.lines.extend(text.lines.iter().skip(first).take(most).cloned());
    for hit in text.hits {
        let parts = hit.parts.iter().filter(|part| (first..first + most).contains(&part.0));
        let parts: Vec<_> =
            parts.map(|(line, x, n)| (line - first + below, x + INDENT, *n)).collect();
        if !parts.is_empty() {
            page.hits.push(page::Hit { parts, ..hit });
        }
    }
    page
}
