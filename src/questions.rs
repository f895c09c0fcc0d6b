//! Questions to ask a clinic, in groups, and the signs to walk away: a table of its own,
//! read as a guide like any other.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::crisis::Crisis;
use crate::guide::front_matter::{date, field, quoted};

/// The id under which the questions stand among the guides.
pub const ID: &str = "questions-to-ask";

/// The questions as bundled with the program. Texts are Markdown: they may refer to facts
/// and terms.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// When they were last checked.
    #[serde(deserialize_with = "date")]
    pub checked: Option<Date>,
    /// What the page is called.
    pub title: String,
    /// How to use them.
    pub lead: String,
    /// The groups in order.
    #[serde(rename = "group")]
    pub groups: Vec<Group>,
    /// What to be wary of.
    pub red_flags: RedFlags,
}

/// Questions on one matter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The id of its section.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Other words by which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it covers.
    pub lead: String,
    /// In order.
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
}

/// A question to ask a clinic.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Unique among all questions and signs.
    pub id: String,
    /// To be read out.
    pub ask: String,
    /// Other words by which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Why it matters.
    pub why: String,
    /// What a good answer sounds like, where a fact supports it.
    #[serde(default)]
    pub good: Option<String>,
    /// What an answer that warns sounds like, where a fact supports it.
    #[serde(default)]
    pub warning: Option<String>,
}

/// The signs to slow down or walk away.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlags {
    /// Their heading.
    pub title: String,
    /// Other words by which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What they cover.
    pub lead: String,
    /// In order.
    #[serde(rename = "flag")]
    pub flags: Vec<Flag>,
}

/// A sign to slow down or walk away.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Unique among all questions and signs.
    pub id: String,
    /// What the clinic says or does.
    pub sign: String,
    /// Other words by which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Why it is one.
    pub why: String,
}

impl Questions {
    /// What else each part is called, by the ids of the guide's sections.
    fn aliases(&self) -> BTreeMap<&str, &[String]> {
        let groups = self.groups.iter().flat_map(|group| {
            let questions = group.questions.iter().map(|q| (q.id.as_str(), q.aliases.as_slice()));
            std::iter::once((group.id.as_str(), group.aliases.as_slice())).chain(questions)
        });
        let RedFlags { aliases, flags, .. } = &self.red_flags;
        let flags = flags.iter().map(|flag| (flag.id.as_str(), flag.aliases.as_slice()));
        let all = groups.chain([("red-flags", aliases.as_slice())]).chain(flags);
        all.filter(|(_, aliases)| !aliases.is_empty()).collect()
    }

    /// The questions as the text of a guide, with the crisis lines in front.
    #[must_use]
    pub fn markdown(&self, crisis: &Crisis) -> String {
        let mut text = String::from("+++\n");
        text.push_str(&field("title", &self.title));
        text.push_str(&field("summary", &self.lead));
        text.extend(self.checked.map(|date| format!("reviewed = {date}\n")));
        text.push_str("[aliases]\n");
        for (id, aliases) in self.aliases() {
            text.push_str(&format!("{} = {}\n", quoted(id), serde_json::Value::from(aliases)));
        }
        text.push_str("+++\n\n");
        text.push_str(&crisis.boxed());
        text.push_str(&format!("\n{}\n", self.lead));
        for group in &self.groups {
            text.push_str(&format!("\n## {} {{#{}}}\n\n{}\n", group.title, group.id, group.lead));
            for question in &group.questions {
                text.push_str(&format!("\n### {} {{#{}}}\n", question.ask, question.id));
                text.push_str(&format!("\n{}\n", question.why));
                let answers = [("A good answer", &question.good), ("A warning", &question.warning)];
                for (name, answer) in answers {
                    text.extend(answer.iter().map(|answer| format!("\n**{name}:** {answer}\n")));
                }
            }
        }
        let RedFlags { title, lead, flags, .. } = &self.red_flags;
        text.push_str(&format!("\n## {title} {{#red-flags}}\n\n{lead}\n"));
        for flag in flags {
            text.push_str(&format!("\n### {} {{#{}}}\n\n{}\n", flag.sign, flag.id, flag.why));
        }
        text
    }
}
