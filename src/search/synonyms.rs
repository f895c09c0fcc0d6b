//! Lay words, brand names and slang, and the words the guides use for them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::index::Index;
use crate::english::stem;
use crate::fold;

/// The table of lay words, as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Synonyms {
    /// Questions for a newcomer to begin with, as `guide#question`.
    pub common: Vec<String>,
    /// Words that bring crisis help to the top.
    pub crisis: Vec<String>,
    /// What people say → the words that are looked for too, in groups.
    pub rules: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

impl Synonyms {
    /// True when what was typed speaks of suicide, self-harm or a line to call, in words of
    /// the table, in any of their forms.
    #[must_use]
    pub fn speak_of_crisis(&self, typed: &str) -> bool {
        let stems = |text: &str| fold::words(text).iter().map(|word| stem(word)).collect();
        let typed: Vec<String> = stems(typed);
        self.crisis.iter().any(|said| {
            let said: Vec<String> = stems(said);
            !said.is_empty() && typed.windows(said.len()).any(|words| words == said)
        })
    }

    /// Takes in another table behind this one: of two rules for one thing that people say the
    /// first counts.
    pub fn join(&mut self, more: Self) {
        self.common.extend(more.common);
        self.crisis.extend(more.crisis);
        self.crisis.sort_unstable();
        self.crisis.dedup();
        for (group, rules) in more.rules {
            for (said, means) in rules {
                if !self.rules.values().any(|known| known.contains_key(&said)) {
                    self.rules.entry(group.clone()).or_default().insert(said, means);
                }
            }
        }
    }
}

/// What a rule leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Leads {
    /// Crisis help.
    Crisis,
    /// Other words to be looked for: each as it is written, and its stems.
    Words(Vec<(Box<str>, Box<[u32]>)>),
}

/// A rule as the index compares it.
#[derive(Debug)]
pub(super) struct Rule {
    /// What people say, as it is written.
    pub said: Box<str>,
    /// Its words, and their stems.
    pub words: Box<[Box<str>]>,
    pub stems: Box<[u32]>,
    pub leads: Leads,
}

/// Every rule of the table.
#[derive(Debug, Default)]
pub(super) struct Rules(pub Vec<Rule>);

impl Rules {
    /// Makes the words of the table known to `index`.
    pub fn new(synonyms: &Synonyms, index: &mut Index) -> Self {
        let crisis = synonyms.crisis.iter().map(|said| (said, None));
        let words = synonyms.rules.values().flatten().map(|(said, means)| (said, Some(means)));
        let rules = crisis.chain(words).map(|(said, means)| {
            let words: Box<[Box<str>]> =
                fold::words(said).into_iter().map(String::into_boxed_str).collect();
            let stems = words.iter().map(|word| index.learn(word)).collect();
            let leads = means.map_or(Leads::Crisis, |means| {
                let mut phrase = |phrase: &String| {
                    let words = fold::words(phrase);
                    let stems = words.iter().map(|word| index.learn(word)).collect();
                    (phrase.as_str().into(), stems)
                };
                Leads::Words(means.iter().map(&mut phrase).collect())
            });
            Rule { said: said.as_str().into(), words, stems, leads }
        });
        Self(rules.filter(|rule| !rule.words.is_empty()).collect())
    }
}
