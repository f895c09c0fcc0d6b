//! Facts and their sources: what a figure in a guide rests on.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::guide::block::{Block, Face, Kind, faced, plain};
use crate::guide::front_matter::date;
use crate::guide::markdown::{address, escaped, paragraph};
use crate::plain::one_line;

/// How strong the evidence on a treatment's effect is: one scale for all guides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Strength {
    /// Several large controlled trials agree.
    Solid,
    /// Trials disagree.
    Mixed,
    /// Small trials, or trials without a comparison group.
    Early,
    /// Nothing reliable is known.
    Unknown,
}

impl Strength {
    /// What the word means.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Solid => "solid (several large controlled trials agree)",
            Self::Mixed => "mixed (trials disagree)",
            Self::Early => "early (small trials, or no comparison group)",
            Self::Unknown => "unknown (nothing reliable is known)",
        }
    }
}

/// How a fact came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Read in a source.
    Read,
    /// A sum done on figures that were read.
    Sum,
    /// Reported by one clinic directory alone.
    Reported,
    /// Common knowledge.
    Common,
}

impl Basis {
    /// What the word means.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Read => "read in the source",
            Self::Sum => "arithmetic on figures read in the source",
            Self::Reported => "reported by one clinic directory alone",
            Self::Common => "common knowledge",
        }
    }
}

/// A statement that a guide may make, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Such as `F-PTSD-031`.
    pub id: String,
    /// The statement with all its figures.
    pub statement: String,
    /// How it came to be known.
    pub basis: Basis,
    /// How strong the evidence is, where the fact is about an effect.
    #[serde(default)]
    pub strength: Option<Strength>,
    /// The ids of its sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// When it was last held against its sources.
    #[serde(deserialize_with = "date")]
    pub checked: Option<Date>,
    /// What each group of a comparison did, where it is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Arm>,
    /// What single figures are told of, where it states several and they could be taken for
    /// one another.
    #[serde(default, skip_serializing)]
    pub figures: Vec<Told>,
    /// What it denies in other words than a guide may use: each entry is beginnings of words
    /// that no clause has together without a denial, such as `PTSD improv`.
    #[serde(default, skip_serializing)]
    pub denies: Vec<String>,
    /// The last day on which a rule it states holds, where it has one.
    #[serde(default, deserialize_with = "date", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A group of a comparison and its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arm {
    /// What it was given: its own name first, then others that a text may use, such as
    /// "sedative".
    pub on: Vec<String>,
    /// The figures that are its own, as digits without signs: `58.7`.
    pub figures: Vec<String>,
}

/// Figures of a fact and what they are told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The beginnings of the words for it: `respon` for responses and those who responded.
    pub of: Vec<String>,
    /// The figures, as digits without signs: `58.7`; times and doses as `41 days`, `56 mg`.
    pub are: Vec<String>,
}

impl Fact {
    /// The last day of the rule it states, when that is over on the day `today`.
    #[must_use]
    pub fn ended(&self, today: Date) -> Option<Date> {
        self.until.filter(|until| *until < today)
    }

    /// What readers are to know when that is so.
    #[must_use]
    pub fn notice(&self, today: Date) -> Option<String> {
        self.ended(today).map(|end| format!("This ended on {end}: find out what holds now."))
    }

    /// What stands behind the statement in print, its sources left out: whether its rule has
    /// ended, how strong the evidence is, how it is known and since when, its id.
    #[must_use]
    pub fn known(&self, today: Date) -> String {
        let mut known = Vec::new();
        known.extend(self.notice(today));
        known.extend(self.strength.map(|found| format!("The evidence is {}.", found.meaning())));
        known.push(format!("Basis: {}.", self.basis.meaning()));
        known.extend(self.checked.map(|date| format!("Checked {date}.")));
        known.push(format!("({})", self.id));
        known.join(" ")
    }
}

/// Where a fact was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Such as `R1`.
    pub id: String,
    /// Who wrote it, where known.
    #[serde(default)]
    pub authors: Option<String>,
    /// The year it appeared; of an undated one, the year in which it was seen.
    pub year: u16,
    /// True when it shows no date.
    #[serde(default)]
    pub undated: bool,
    /// Its title.
    pub title: String,
    /// The journal, agency or site, with further pages where there are any.
    #[serde(rename = "where")]
    pub place: String,
    /// Digital object identifier.
    #[serde(default)]
    pub doi: Option<String>,
    /// PubMed number.
    #[serde(default)]
    pub pmid: Option<String>,
    /// PubMed Central number.
    #[serde(default)]
    pub pmc: Option<String>,
    /// Trial registry number.
    #[serde(default)]
    pub nct: Option<String>,
    /// Web address.
    #[serde(default)]
    pub url: Option<String>,
    /// `primary`, `copy` or `secondary`.
    pub kind: String,
    /// What of it was read.
    pub read: String,
}

impl Source {
    /// The source in full, as one line: who, when, what, where, and how to find it.
    #[must_use]
    pub fn citation(&self) -> String {
        self.in_full(str::to_owned, str::to_owned)
    }

    /// The same as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        self.in_full(|text| escaped(&one_line(text)), |url| address(&one_line(url)))
    }

    fn in_full(&self, text: fn(&str) -> String, address: fn(&str) -> String) -> String {
        let (title, place) = (self.title.trim_end_matches('.'), self.place.trim_end_matches('.'));
        let mut letters = place.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string());
        let place = first.unwrap_or_default() + letters.as_str();
        let year = if self.undated {
            format!("no date shown; seen in {}", self.year)
        } else {
            self.year.to_string()
        };
        let mut line = match &self.authors {
            Some(authors) => format!("{authors} ({year}). {title}. {place}."),
            None => format!("{title} ({year}). {place}."),
        };
        let numbers =
            [("doi", &self.doi), ("PMID", &self.pmid), ("PMC", &self.pmc), ("NCT", &self.nct)];
        for (name, number) in numbers {
            if let Some(number) = number {
                let number = number.strip_prefix(name).unwrap_or(number);
                line.push_str(&format!(" {name} {number}."));
            }
        }
        let mut line = text(&line);
        if let Some(url) = &self.url {
            line.push_str(&format!(" {}", address(url)));
        }
        line
    }

    /// What of [`Self::citation`] leads to it: its doi, else its web address.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        self.doi.as_ref().map(|doi| format!("doi {doi}")).or_else(|| self.url.clone())
    }

    /// What was read of it, in words.
    #[must_use]
    pub fn reading(&self) -> String {
        let kind = match self.kind.as_str() {
            "primary" => "primary source",
            "copy" => "copy of a primary source on another site",
            "secondary" => "secondary source, such as news or a price list",
            other => other,
        };
        format!("Kind: {kind}. Read: {}.", self.read.trim_end_matches('.'))
    }
}

/// The facts and sources of a library.
#[derive(Debug, Default)]
pub struct Evidence {
    /// In the order of their file.
    pub facts: Vec<Fact>,
    /// In the order of their file.
    pub sources: Vec<Source>,
    fact_by_id: HashMap<String, usize>,
    source_by_id: HashMap<String, usize>,
}

impl Evidence {
    /// Builds the tables; of two rows with one id the first counts.
    #[must_use]
    pub fn new(facts: Vec<Fact>, sources: Vec<Source>) -> Self {
        let mut fact_by_id = HashMap::new();
        for (i, fact) in facts.iter().enumerate() {
            fact_by_id.entry(fact.id.clone()).or_insert(i);
        }
        let mut source_by_id = HashMap::new();
        for (i, source) in sources.iter().enumerate() {
            source_by_id.entry(source.id.clone()).or_insert(i);
        }
        Self { facts, sources, fact_by_id, source_by_id }
    }

    /// The fact with this id.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.fact_by_id.get(id).map(|i| &self.facts[*i])
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.source_by_id.get(id).map(|i| &self.sources[*i])
    }

    /// The sources of the facts with these ids, each once, in order.
    #[must_use]
    pub fn sources_of<'a>(&'a self, facts: &[String]) -> Vec<&'a Source> {
        let mut found: Vec<&Source> = Vec::new();
        let ids = facts.iter().filter_map(|id| self.fact(id)).flat_map(|fact| &fact.sources);
        for source in ids.filter_map(|id| self.source(id)) {
            if !found.iter().any(|known| known.id == source.id) {
                found.push(source);
            }
        }
        found
    }

    /// The card of a fact: the statement, how strong the evidence is, the sources in full,
    /// and when it was checked. A fact that is not listed gets a card that says so, and one
    /// whose rule has ended by `today` says that.
    #[must_use]
    pub fn card(&self, id: &str, today: Date) -> Vec<Block> {
        let Some(fact) = self.fact(id) else {
            return vec![Block::paragraph(&unlisted(id))];
        };
        let mut blocks = vec![Block::paragraph(&fact.statement)];
        blocks.extend(fact.notice(today).map(|notice| Block::paragraph(&notice)));
        if let Some(strength) = fact.strength {
            blocks.push(labelled("Evidence", strength.meaning()));
        }
        blocks.push(labelled("Basis", fact.basis.meaning()));
        for id in &fact.sources {
            match self.source(id) {
                Some(source) => {
                    blocks.push(labelled("Source", &source.citation()));
                    blocks.push(Block::paragraph(&source.reading()));
                }
                None => blocks.push(labelled(
                    "Source",
                    &format!("{id}, which is not in the list of sources"),
                )),
            }
        }
        if let Some(checked) = fact.checked {
            blocks.push(labelled("Checked", &format!("{checked} ({})", fact.id)));
        }
        blocks
    }

    /// What leads to the sources of a fact, in the order of [`Self::card`].
    #[must_use]
    pub fn addresses(&self, id: &str) -> Vec<String> {
        let sources = self.fact(id).into_iter().flat_map(|fact| &fact.sources);
        sources.filter_map(|id| self.source(id)?.address()).collect()
    }

    /// What the footnote of a fact says, as Markdown on one line: the statement, what is known
    /// of it, and its sources in full.
    #[must_use]
    pub fn footnote(&self, id: &str, today: Date) -> String {
        let Some(fact) = self.fact(id) else { return paragraph(&unlisted(id)) };
        let mut text = paragraph(&format!("{} {}", fact.statement, fact.known(today)));
        for id in &fact.sources {
            let name = escaped(&one_line(id));
            text.push_str(&match self.source(id) {
                Some(source) => {
                    let reading = escaped(&one_line(&source.reading()));
                    format!(" Source {name}: {} {reading}", source.markdown())
                }
                None => format!(" Source {name}, which is not in the list of sources."),
            });
        }
        text
    }

    /// The sources behind the facts with these ids as a list in Markdown.
    #[must_use]
    pub fn list_of_sources(&self, facts: &[String]) -> String {
        let row = |source: &Source| {
            format!("- {} {}\n", source.markdown(), escaped(&one_line(&source.reading())))
        };
        self.sources_of(facts).into_iter().map(row).collect()
    }
}

/// What is said of a fact that is not listed.
fn unlisted(id: &str) -> String {
    format!("{id} is not in the list of facts, so nothing here vouches for the figure.")
}

/// A paragraph that begins with a name in bold.
fn labelled(name: &str, text: &str) -> Block {
    let mut inlines = faced(&format!("{name}: "), Face { bold: true, ..Face::default() });
    inlines.extend(plain(text));
    Block { at: 0, kind: Kind::Paragraph(inlines) }
}
