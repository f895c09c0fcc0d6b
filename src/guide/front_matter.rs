//! What a guide says about itself before its text.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use crate::evidence::Strength;
use crate::plain;

/// The front matter of a guide; every field may be missing in a user's own files.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FrontMatter {
    /// The guide's title.
    pub title: Option<String>,
    /// One sentence on what it covers.
    pub summary: Option<String>,
    /// Its place in the list of guides; smaller comes first.
    pub order: Option<i64>,
    /// What it is about, in single words.
    pub topics: Vec<String>,
    /// When someone last held it against its sources.
    #[serde(deserialize_with = "date")]
    pub reviewed: Option<Date>,
    /// When its prices were last looked up.
    #[serde(deserialize_with = "date")]
    pub prices_checked: Option<Date>,
    /// The one thing to remember.
    pub main_message: Option<String>,
    /// How strong the evidence is on the whole.
    pub strength: Option<Strength>,
    /// Of what the evidence is that strong: `that ketamine eases PTSD`. Left out by guides
    /// that are not about an effect; readers are then told no strength.
    pub strength_of: Option<String>,
    /// Lay words by which a section is found: section id → words.
    pub aliases: BTreeMap<String, Vec<String>>,
}

/// What of a file's text could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// What it says about itself.
    FrontMatter,
    /// A field of what it says about itself that no guide has.
    Field,
    /// Bytes that are no UTF-8.
    Bytes,
}

/// A fault in a file's text: what could not be read, the line, from 1, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFault {
    /// What could not be read.
    pub kind: Misread,
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// A line of front matter: the name of a field and its text.
#[must_use]
pub fn field(name: &str, text: &str) -> String {
    format!("{name} = {}\n", quoted(text))
}

/// Text in quotes, as TOML has it, harmless to a terminal and read as it was.
#[must_use]
pub fn quoted(text: &str) -> String {
    // Strings are quoted alike in JSON and TOML, but for what could steer a terminal. None
    // of that lies beyond four digits.
    let quoted = serde_json::Value::from(text).to_string();
    quoted.chars().fold(String::with_capacity(quoted.len()), |mut out, c| {
        if plain::is_harmless(c) {
            out.push(c);
        } else {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        }
        out
    })
}

/// Splits front matter from the text of a guide.
///
/// Returns what the front matter says, where the text begins, and a fault when the
/// front matter could not be read; the text can be read all the same. Front matter is
/// TOML between `+++` lines, the first of which is line 1. YAML between `---` lines at
/// the same place gives only its `title`.
#[must_use]
pub fn split(source: &str) -> (FrontMatter, usize, Option<TextFault>) {
    if let Some((body, start, end)) = fenced(source, "+++") {
        let (front, fault) = read(body);
        let fault = fault.map(|(kind, error)| {
            let at = error.span().map_or(0, |span| span.start);
            let line = plain::line_at(source.as_bytes(), start + at.min(body.len()));
            let message = format!("front matter: {}", plain::one_line(error.message()));
            TextFault { kind, line, message }
        });
        return (front.clean(), end, fault);
    }
    if let Some((body, _, end)) = fenced(source, "---") {
        // A rule on line 1 and another further down are not front matter.
        if let Some(title) = yaml_title(body) {
            let front = FrontMatter { title: Some(title), ..FrontMatter::default() };
            return (front, end, None);
        }
        if body.lines().all(|line| {
            line.contains(": ") || line.ends_with(':') || line.starts_with([' ', '-', '#'])
        }) {
            return (FrontMatter::default(), end, None);
        }
    }
    let fault =
        source.lines().next().is_some_and(|line| line.trim_end() == "+++").then(|| TextFault {
            kind: Misread::FrontMatter,
            line: 1,
            message: "front matter is not closed: end it with a line `+++`".to_owned(),
        });
    (FrontMatter::default(), 0, fault)
}

/// What front matter says, and why not all of it can be read.
fn read(body: &str) -> (FrontMatter, Option<(Misread, toml::de::Error)>) {
    let error = match toml::from_str::<FrontMatter>(body) {
        Ok(front) => return (front, None),
        Err(error) => error,
    };
    let table = DeTable::parse(body).map_or_else(|_| DeTable::new(), Spanned::into_inner);
    let title = table.get("title").and_then(|title| title.get_ref().as_str().map(str::to_owned));
    let of_title = FrontMatter { title, ..FrontMatter::default() };
    // Other programs have front matter like ours, with fields of their own.
    if !table.is_empty() && !is_meant(body) {
        return (of_title, None);
    }
    let all = table.len();
    let is_field = |name: &str| FIELDS.contains(&name);
    let known = table.into_iter().filter(|(name, _)| is_field(name.get_ref()));
    let known: DeTable = known.collect();
    let fewer = known.len() < all;
    match FrontMatter::deserialize(Deserializer::from(Spanned::new(0..body.len(), known))) {
        Ok(front) if fewer => (front, Some((Misread::Field, error))),
        Ok(_) => (of_title, Some((Misread::FrontMatter, error))),
        Err(error) => (of_title, Some((Misread::FrontMatter, error))),
    }
}

/// The TOML of front matter, and where it begins; none where there is none.
#[must_use]
pub fn toml(source: &str) -> Option<(&str, usize)> {
    fenced(source, "+++").map(|(body, start, _)| (body, start))
}

/// The body between two `mark` lines, the first being line 1; where it and the text begin.
fn fenced<'a>(source: &'a str, mark: &str) -> Option<(&'a str, usize, usize)> {
    let rest = source.strip_prefix(mark)?;
    let first = rest.split_inclusive('\n').next()?;
    if !first.trim().is_empty() || !first.ends_with('\n') {
        return None;
    }
    let start = mark.len() + first.len();
    let mut at = start;
    for line in source[start..].split_inclusive('\n') {
        if line.trim_end() == mark {
            return Some((&source[start..at], start, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// True when a document begins with the front matter of a guide of ours, faulty or not.
#[must_use]
pub fn is_ours(source: &str) -> bool {
    fenced(source, "+++").is_some_and(|(body, ..)| has_own_field(body))
}

/// The fields of front matter.
pub const FIELDS: [&str; 10] = [
    "title",
    "summary",
    "order",
    "topics",
    "reviewed",
    "prices_checked",
    "main_message",
    "strength",
    "strength_of",
    "aliases",
];
/// Those that other programs do not have, and whether each is a date.
const OWN: [(&str, bool); 4] =
    [("reviewed", true), ("prices_checked", true), ("main_message", false), ("strength", false)];

/// True when there is a field in front matter that other programs do not have.
fn has_own_field(body: &str) -> bool {
    let name = |line: &str| line.split('=').next().unwrap_or_default().trim().to_owned();
    body.lines().any(|line| OWN.iter().any(|(own, _)| name(line) == *own))
}

/// True for front matter that is meant as that of a guide of ours: it has a field that other
/// programs do not have or a slip of one, or has the title and place of a guide, or a title
/// and what else guides have alone.
#[must_use]
pub fn is_meant(body: &str) -> bool {
    if has_own_field(body) {
        return true;
    }
    let Ok(table) = DeTable::parse(body) else { return false };
    let table = table.get_ref();
    let names = || table.keys().map(|name| name.get_ref().as_ref());
    let has = |field: &str| table.contains_key(field);
    let slip = table.iter().any(|(name, value)| {
        let is_date = match value.get_ref() {
            DeValue::Datetime(_) => true,
            DeValue::String(text) => text.starts_with(|c: char| c.is_ascii_digit()),
            _ => return false,
        };
        OWN.iter().any(|(own, date)| *date == is_date && is_slip(name.get_ref(), own))
    });
    let ours = || names().all(|name| FIELDS.iter().any(|field| is_slip(name, field)));
    slip || (has("title") && (has("order") || ((has("summary") || has("topics")) && ours())))
}

/// True for a name that is `field`, or is it but for a letter of four.
fn is_slip(name: &str, field: &str) -> bool {
    strsim::osa_distance(&name.to_lowercase(), field) <= field.len() / 4
}

/// The `title:` of YAML front matter.
fn yaml_title(body: &str) -> Option<String> {
    let value = body.lines().find_map(|line| line.strip_prefix("title:"))?.trim();
    let bare = value
        .strip_prefix('"')
        .and_then(|v| v.strip_suffix('"'))
        .or_else(|| value.strip_prefix('\'').and_then(|v| v.strip_suffix('\'')))
        .unwrap_or(value);
    Some(plain::one_line(bare)).filter(|title| !title.is_empty())
}

impl FrontMatter {
    /// When it was reviewed and its prices checked, in words; none when it does not say.
    #[must_use]
    pub fn dates(&self) -> Option<String> {
        let reviewed = self.reviewed.map(|date| format!("reviewed {date}"));
        let checked = self.prices_checked.map(|date| format!("prices checked {date}"));
        let dates: Vec<_> = reviewed.into_iter().chain(checked).collect();
        (!dates.is_empty()).then(|| dates.join(", "))
    }

    /// How strong the evidence is and of what, each in words; none when that is not said.
    #[must_use]
    pub fn evidence(&self) -> Option<(&str, Strength)> {
        self.strength_of.as_deref().zip(self.strength)
    }

    fn clean(mut self) -> Self {
        let Self { title, summary, main_message, strength_of, .. } = &mut self;
        for text in [title, summary, main_message, strength_of].into_iter().flatten() {
            *text = plain::one_line(text);
        }
        for text in self.topics.iter_mut().chain(self.aliases.values_mut().flatten()) {
            *text = plain::one_line(text);
        }
        self.title = self.title.filter(|title| !title.is_empty());
        self
    }
}

/// Reads a TOML date as a calendar date.
pub(crate) fn date<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<Date>, D::Error> {
    let Some(value) = Option::<toml::value::Datetime>::deserialize(d)? else {
        return Ok(None);
    };
    let text = value.date.map(|date| date.to_string()).unwrap_or_default();
    text.parse()
        .map(Some)
        .map_err(|_| serde::de::Error::custom("expected a date such as 2026-11-23"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_read_and_the_text_begins_after_it() {
        let source = "+++\ntitle = \"A  b\"\nreviewed = 2026-01-02\n+++\nText";
        let (front, at, fault) = split(source);
        assert_eq!(front.title.as_deref(), Some("A b"));
        assert_eq!(front.reviewed, Some(jiff::civil::date(2026, 1, 2)));
        assert_eq!((&source[at..], fault), ("Text", None));
    }

    #[test]
    fn a_fault_names_its_line_and_keeps_title_and_text() {
        let source = "+++\ntitle = \"A\"\nno_such_key = 1\nstrength = \"mixed\"\n+++\nText";
        let (front, at, fault) = split(source);
        let fault = fault.expect("an unknown key is a fault");
        assert_eq!(fault.line, 3);
        assert!(fault.message.contains("no_such_key"), "{}", fault.message);
        assert_eq!((front.title.as_deref(), &source[at..]), (Some("A"), "Text"));
    }

    #[test]
    fn front_matter_of_other_programs_has_no_faults_unless_it_cannot_be_read() {
        let source = "+++\ntitle = \"A\"\ndraft = true\n+++\nText";
        let (front, _, fault) = split(source);
        assert_eq!((front.title.as_deref(), fault), (Some("A"), None));
        assert!(!is_ours(source) && is_ours("+++\nreviewed = 2026-11-01\n+++\n"));
        assert!(split("+++\ntitle = \"A\n+++\n").2.is_some());
    }

    #[test]
    fn a_field_that_no_guide_has_leaves_the_others_readable() {
        let source = "+++\ntitle = \"A\"\norder = 7\nreviwed = 2026-11-01\n+++\nText";
        let (front, _, fault) = split(source);
        let fault = fault.expect("an unknown key is a fault");
        assert_eq!((fault.kind, fault.line, front.order), (Misread::Field, 4, Some(7)));
        let wrong = source.replacen("order = 7", "order = \"7\"", 1);
        let (front, _, fault) = split(&wrong);
        let fault = fault.expect("an order that is no number is a fault");
        assert_eq!((fault.kind, fault.line, front.order), (Misread::FrontMatter, 3, None));
    }

    #[test]
    fn the_fields_that_are_known_are_those_that_can_be_read() {
        let error = toml::from_str::<FrontMatter>("x = 1").expect_err("no field");
        let named: Vec<_> = error.message().split('`').skip(3).step_by(2).collect();
        assert_eq!(named, FIELDS);
    }

    #[test]
    fn what_is_meant_as_a_guide_is_told_from_what_other_programs_have() {
        for ours in [
            "title = \"A\"\norder = 1\nreviwed = 2026-11-01\n",
            "title = \"A\"\nreviewd = \"2026-11-01\"\nauthor = \"me\"\n",
            "strenght = \"early\"\n",
            "main-message = \"It may help.\"\n",
            "title = \"A\"\nsummary = \"B\"\n",
            "title = \"A\"\ntopics = [\"b\"]\nsumary = \"B\"\n",
            "title = \"A\"\norder = 1\nauthor = \"me\"\n",
        ] {
            assert!(is_meant(ours), "{ours}");
        }
        for theirs in [
            "",
            "title = \"A\"\n",
            "title = \"A\"\ndate = 2026-11-01\ndraft = true\n",
            // Hugo has summaries, and may have topics.
            "title = \"A\"\nsummary = \"B\"\ndate = 2026-11-01\n",
            "title = \"A\"\ntopics = [\"b\"]\nweight = 1\n[taxonomies]\ntags = [\"c\"]\n",
            "title = \"A\"\nlastmod = 2026-11-01\nexpiryDate = 2027-11-01\n[extra]\nreviewer = \"B\"\n",
            "title = \"A\"\nreviewer = \"B\"\nreviews = [\"C\"]\n",
        ] {
            assert!(!is_meant(theirs), "{theirs}");
        }
    }

    #[test]
    fn only_line_one_opens_front_matter() {
        for source in ["a\n+++\nb = 1\n+++\n", " +++\na\n+++\n", "+++ x\n+++\n"] {
            assert_eq!(split(source), (FrontMatter::default(), 0, None));
        }
        assert_eq!(split("+++\ntitle = 1\n").2.expect("unclosed").line, 1);
    }

    #[test]
    fn what_is_quoted_steers_no_terminal_and_reads_as_it_was() {
        let all = (0..=0xffff).filter_map(char::from_u32).collect::<String>() + "\u{1f600}";
        let quoted = quoted(&all);
        assert!(quoted.chars().all(plain::is_harmless));
        let read: toml::Table = toml::from_str(&format!("a = {quoted}")).expect("TOML");
        assert_eq!(read["a"].as_str(), Some(all.as_str()));
        assert!(super::quoted("\u{9b}\u{202e}\u{7f}é") == "\"\\u009b\\u202e\\u007fé\"");
    }

    #[test]
    fn yaml_gives_its_title_and_a_rule_stays_a_rule() {
        assert_eq!(split("---\ntitle: 'A'\n---\nb").0.title.as_deref(), Some("A"));
        assert_eq!(split("---\nSome text.\n\n---\n").1, 0);
    }
}
