//! A hit as it is shown: its names, and the part of its text that was looked for.

use super::batch::Place;
use super::marks::Marks;
use super::query::Query;
use super::rank::Hit;
use super::snippet::Snippet;
use crate::clinic::words::price;
use crate::crisis;
use crate::faq::outermost_question;
use crate::guide::Guide;
use crate::guide::block::Kind;
use crate::guide::text::plain;
use crate::library::{self, Library};

/// A hit with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Where it stands.
    pub place: Place,
    /// How well it answers.
    pub score: f32,
    /// The id of its guide; none for a term or clinic.
    pub guide: Option<String>,
    /// The id that prints it: `guide#section`, or that of a term or clinic.
    pub id: String,
    /// Its heading, question or term.
    pub title: String,
    /// The titles from the guide's down to its own.
    pub path: Vec<String>,
    /// The part of its text with most of what was looked for.
    pub snippet: Snippet,
    /// The lay word through which it was found, and what that led to.
    pub lead: Option<(String, String)>,
    /// Another name of its own through which it was found, when neither its title nor the
    /// part of its text says why.
    pub also: Option<String>,
}

impl Shown {
    /// Reads what a hit says; none when its file is gone or has changed.
    #[must_use]
    pub fn of(library: &Library, query: &Query, hit: &Hit) -> Option<Self> {
        let of =
            |guide: Option<String>, id: String, path: Vec<String>, text: &str, names: &[String]| {
                let title = path.last().cloned().unwrap_or_default();
                let snippet = match hit.place {
                    // Whom to call comes first, whatever was typed.
                    Place::Crisis => Snippet::of(text, &Marks::default()),
                    _ => Snippet::of(text, &query.marks),
                };
                let says_why = !snippet.marks.is_empty() || !query.marks.find(&title).is_empty();
                let also = names.iter().filter(|_| !says_why && hit.lead.is_none());
                let also = also.max_by_key(|name| query.marks.find(name).len());
                let also = also.filter(|name| !query.marks.find(name).is_empty()).cloned();
                let (place, score, lead) = (hit.place, hit.score, hit.lead.clone());
                Self { place, score, guide, id, title, path, snippet, lead, also }
            };
        Some(match hit.place {
            Place::Crisis => {
                let help = library::crisis();
                let (path, text) = (vec![help.title.clone()], plain(&help.blocks()));
                let id = format!("{}#{}", crisis::ID, crisis::ID);
                of(Some(crisis::ID.to_owned()), id, path, &text, &[])
            }
            Place::Term(number) => {
                let term = library.glossary().get(number)?;
                of(None, term.id.clone(), vec![term.term.clone()], &term.meaning, &term.aliases)
            }
            Place::Clinic(number) => {
                let list = library.clinics();
                let clinic = (number < list.len()).then(|| list.clinic(number))?;
                let path = vec!["Clinics".to_owned(), clinic.place(), clinic.name.clone()];
                let text = format!("{}: {}; {}.", clinic.place(), clinic.offers(), price(&clinic));
                of(None, clinic.id.clone(), path, &text, &[])
            }
            Place::Section { guide, at } | Place::Question { guide, at } => {
                let guide = library.guide(guide).ok()?;
                let (id, path, text) = part(&guide, at)?;
                let names = guide.front.aliases.get(&id).map_or(&[][..], Vec::as_slice);
                of(Some(guide.id.clone()), format!("{}#{id}", guide.id), path, &text, names)
            }
        })
    }

    /// The command that prints all of it; of a guide that did not come with the program
    /// its id, since the command needs its folder too.
    #[must_use]
    pub fn command(&self, library: &Library) -> String {
        match self.place {
            Place::Section { guide, .. } | Place::Question { guide, .. }
                if !library.is_checked(guide) =>
            {
                self.id.clone()
            }
            Place::Crisis => "guidepost crisis".to_owned(),
            Place::Term(_) => format!("guidepost glossary {}", self.id),
            Place::Clinic(_) => format!("guidepost clinic {}", self.id),
            Place::Section { .. } | Place::Question { .. } => format!("guidepost read {}", self.id),
        }
    }
}

/// The id, path and text of what starts at byte offset `at` of a guide: a section's own
/// text, or the whole of an answer.
fn part(guide: &Guide, at: usize) -> Option<(String, Vec<String>, String)> {
    let outline = guide.outline();
    let entries = &outline.entries;
    let title = guide.title();
    let Ok(entry) = entries.binary_search_by_key(&at, |entry| entry.at) else {
        let end = entries.first().map_or(guide.end(), |entry| entry.at);
        let id = guide.opening_id().to_owned();
        return (at == guide.body()).then(|| (id, vec![title], text(guide, at..end)));
    };
    let question = outermost_question(outline, entry) == Some(entry);
    let ends =
        entries[entry + 1..].iter().find(|next| !question || next.level <= entries[entry].level);
    let end = ends.map_or(guide.end(), |next| next.at);
    let mut path: Vec<String> = outline.path(entry).into_iter().map(str::to_owned).collect();
    if path.first() != Some(&title) {
        path.insert(0, title);
    }
    Some((entries[entry].id.clone(), path, text(guide, at..end)))
}

/// The words of a part of a guide without its heading.
fn text(guide: &Guide, range: std::ops::Range<usize>) -> String {
    let mut blocks = guide.blocks_in(range.clone());
    if blocks
        .first()
        .is_some_and(|block| block.at == range.start && matches!(block.kind, Kind::Heading { .. }))
    {
        blocks.remove(0);
    }
    plain(&blocks)
}
