//! Following the rules of lay words whose words were typed.

use super::index::Index;
use super::near::is_near;
use super::query::{BEGINNING, Group, Query, Read, weight};
use super::synonyms::{Leads, Rule};

/// Letters from which on it is taken for the beginning of a lay word.
const RULE_BEGINNING: usize = 4;
/// No more rules are followed by a beginning alone: it says too little.
const RULES: usize = 3;

impl Query {
    /// Follows the rules whose words were typed, the longest at each place.
    /// Where words count only as they are spelled, none is followed but those that lead to
    /// crisis help.
    pub(super) fn follow(&mut self, reads: &[Read], exact: bool, index: &Index) {
        let mut fitting: Vec<(usize, &Rule, bool)> = Vec::new();
        for rule in &index.rules.0 {
            for start in 0..(reads.len() + 1).saturating_sub(rule.words.len()) {
                let whole = fits(rule, &reads[start..]);
                fitting.extend(whole.map(|whole| (start, rule, whole)));
            }
        }
        self.crisis = fitting.iter().any(|(_, rule, _)| rule.leads == Leads::Crisis);
        if exact {
            return;
        }
        let begun = fitting.iter().filter(|(.., whole)| !whole).count();
        fitting.retain(|(.., whole)| *whole || begun <= RULES);
        let within = |(start, rule): (usize, &Rule), (other, longer): (usize, &Rule)| {
            longer.words.len() > rule.words.len()
                && other <= start
                && start + rule.words.len() <= other + longer.words.len()
        };
        for (start, rule, _) in &fitting {
            let Leads::Words(means) = &rule.leads else { continue };
            if fitting.iter().any(|(other, longer, _)| within((*start, rule), (*other, longer))) {
                continue;
            }
            for (phrase, stems) in means {
                self.take_lead(rule, phrase, stems, index);
            }
        }
    }

    fn take_lead(&mut self, rule: &Rule, phrase: &str, stems: &[u32], index: &Index) {
        let known = |stem: u32| index.frequency(stem) > 0;
        #[allow(clippy::cast_precision_loss)] // a phrase has a few words
        let weight = weight::LEAD / (stems.len() as f32).sqrt();
        let lead = Some(self.leads.len());
        let mut follows = None;
        let before = self.groups.len();
        for stem in stems.iter().copied().filter(|stem| known(*stem)) {
            if self.groups.iter().any(|group| group.stems.contains(&stem)) {
                follows = None;
                continue;
            }
            let here = self.groups.len();
            self.groups.push(Group { stems: vec![stem], weight, stop: false, follows, lead });
            follows = Some(here);
        }
        if self.groups.len() > before {
            self.leads.push((rule.said.to_string(), phrase.to_owned()));
        }
    }
}

/// Whether a rule's words are those read first; whether all of them were typed to their
/// ends.
fn fits(rule: &Rule, reads: &[Read]) -> Option<bool> {
    let mut whole = true;
    for ((word, stem), read) in rule.words.iter().zip(&rule.stems).zip(reads) {
        if read.stems.contains(stem) || **word == *read.typed {
            continue;
        }
        // Whoever writes of dying need not spell it.
        if rule.leads == Leads::Crisis && read.unknown && is_near(word, &read.typed) {
            continue;
        }
        // Behind another word of the rule fewer letters say enough.
        let least = if rule.words.len() == 1 { RULE_BEGINNING } else { BEGINNING };
        let begun = read.begun && read.typed.chars().count() >= least;
        if !begun || !word.starts_with(&read.typed) {
            return None;
        }
        whole = false;
    }
    Some(whole)
}
