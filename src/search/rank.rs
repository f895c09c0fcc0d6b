//! Which entries answer best: BM25 over names, path and text, and words that stand together.

use super::batch::{BREAK, Place};
use super::index::{Entry, Index, Posting};
use super::query::{Group, Query};

/// How soon more of the same word stops to count.
const K: f32 = 2.0;
/// How much the length of names counts, and that of the text.
const B_NAMES: f32 = 0.5;
const B_BODY: f32 = 0.6;
/// How much a word counts in a name and in the titles above, beside one in the text.
const NAMES: f32 = 2.5;
const PATH: f32 = 1.0;
/// How much a file counts that did not come with the program: where both answer alike, the
/// guide whose figures were held against their sources comes first.
const FOREIGN: f32 = 0.8;
/// How much crisis help counts where it is not spoken of: "help" alone does not mean it.
const UNASKED: f32 = 0.5;
/// What being of the very name adds: more than any words can.
const NAMED: f32 = 1000.0;
/// How much a clinic counts: its name may be any word of the guides.
const CLINIC: f32 = 0.6;
/// So many of the best are looked at for words that stand together.
const LOOKED_AT: usize = 50;
/// Words stand together when no more than two others stand between them.
const TOGETHER: u32 = 3;
/// What two words that stand together add, beside what the lesser of them counts.
const NEARNESS: f32 = 0.8;

/// Which entries are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools)] // kinds left out one by one
pub struct Scope {
    /// Leaves sections out.
    pub no_sections: bool,
    /// Leaves questions out.
    pub no_questions: bool,
    /// Leaves terms out.
    pub no_terms: bool,
    /// Leaves clinics out.
    pub no_clinics: bool,
    /// Only what stands in this guide.
    pub guide: Option<usize>,
}

impl Scope {
    fn holds(&self, place: Place) -> bool {
        match place {
            Place::Crisis => !self.no_sections && self.guide.is_none(),
            Place::Section { guide, .. } => {
                !self.no_sections && self.guide.is_none_or(|g| g == guide)
            }
            Place::Question { guide, .. } => {
                !self.no_questions && self.guide.is_none_or(|g| g == guide)
            }
            Place::Term(_) => !self.no_terms && self.guide.is_none(),
            Place::Clinic(_) => !self.no_clinics && self.guide.is_none(),
        }
    }
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Where it stands.
    pub place: Place,
    /// How well it answers; only comparable with others of the same search.
    pub score: f32,
    /// The lay word through which it was found, and what that led to, when nothing that was
    /// typed stands in it.
    pub lead: Option<(String, String)>,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The best of them, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
}

/// An entry while it is weighed.
#[derive(Debug, Clone, Copy)]
struct Weighed {
    entry: u32,
    /// 3 for crisis help where it is spoken of, 2 for a term of this very name, 1 for
    /// anything else of this name, else 0.
    named: u8,
    score: f32,
    /// The groups whose words stand in it, one bit each.
    seen: u128,
}

impl Index {
    /// Looks for `query` and returns the `limit` best of what is in `scope`.
    #[must_use]
    pub fn search(&self, query: &Query, scope: Scope, limit: usize) -> Found {
        let scores = self.scores(query);
        let found = (0u32..).zip(&scores).filter(|(entry, score)| {
            **score > 0.0 && scope.holds(self.entries[*entry as usize].place)
        });
        let weigh =
            |(entry, score): (u32, &f32)| Weighed { entry, named: 0, score: *score, seen: 0 };
        let mut weighed: Vec<_> = found.map(weigh).collect();
        let total = weighed.len();
        // An entry of the very name comes first, however little else speaks for it.
        for entry in self.named.get(&*query.name).into_iter().flatten() {
            if let Ok(i) = weighed.binary_search_by_key(entry, |weighed| weighed.entry) {
                let term = matches!(self.entries[*entry as usize].place, Place::Term(_));
                weighed[i].named = if term { 2 } else { 1 };
            }
        }
        if query.crisis {
            weighed.retain(|weighed| self.entries[weighed.entry as usize].place != Place::Crisis);
            let help = self.entries.iter().position(|entry| entry.place == Place::Crisis);
            let entry = help.and_then(|entry| u32::try_from(entry).ok());
            let pinned = |entry: u32| weigh((entry, &scores[entry as usize]));
            weighed.extend(entry.map(|entry| Weighed { named: 3, ..pinned(entry) }));
        }
        let looked_at = LOOKED_AT.max(limit);
        if weighed.len() > looked_at {
            weighed.select_nth_unstable_by(looked_at, |a, b| self.better(a, b));
            weighed.truncate(looked_at);
        }
        self.add_nearness(query, &mut weighed);
        weighed.sort_by(|a, b| self.better(a, b));
        let hits = weighed.iter().take(limit).map(|weighed| Hit {
            place: self.entries[weighed.entry as usize].place,
            // What is named stands before all that is not.
            score: weighed.score + NAMED * f32::from(weighed.named),
            lead: lead(query, weighed.seen),
        });
        Found { hits: hits.collect(), total }
    }

    /// The better one first; of equals the one that stands first in the library, in whatever
    /// order they were added.
    fn better(&self, a: &Weighed, b: &Weighed) -> std::cmp::Ordering {
        let place = |weighed: &Weighed| self.entries[weighed.entry as usize].place;
        let key = b.named.cmp(&a.named).then(b.score.total_cmp(&a.score));
        key.then_with(|| place(a).cmp(&place(b)))
    }

    /// What the words of a query count in each entry.
    fn scores(&self, query: &Query) -> Vec<f32> {
        let mut scores = vec![0.0f32; self.entries.len()];
        let mut best = Vec::new();
        let only_stop = query.groups.iter().all(|group| group.stop);
        let content = query.groups.iter().filter(|group| !group.stop);
        let stop = query.groups.iter().filter(|group| group.stop);
        for group in content.chain(stop) {
            let rarity = self.rarity(group);
            let adds = |score: f32| !group.stop || only_stop || score > 0.0;
            if let [stem] = *group.stems {
                for posting in &self.stems[stem as usize].postings {
                    let score = &mut scores[posting.entry as usize];
                    if adds(*score) {
                        *score += rarity * self.saturation(*posting);
                    }
                }
                continue;
            }
            best.clear();
            best.resize(self.entries.len(), 0.0f32);
            let postings = group.stems.iter().flat_map(|stem| &self.stems[*stem as usize].postings);
            for posting in postings {
                let best = &mut best[posting.entry as usize];
                *best = best.max(self.saturation(*posting));
            }
            for (score, best) in scores.iter_mut().zip(&best) {
                if *best > 0.0 && adds(*score) {
                    *score += rarity * best;
                }
            }
        }
        for (score, entry) in scores.iter_mut().zip(&self.entries) {
            *score *= match entry.place {
                Place::Crisis => UNASKED,
                Place::Clinic(_) => CLINIC,
                _ if entry.foreign => FOREIGN,
                _ => 1.0,
            };
        }
        scores
    }

    /// What a group counts where it stands as often as can be: more the fewer entries have
    /// any of its words.
    #[allow(clippy::cast_precision_loss)] // counts of entries
    fn rarity(&self, group: &Group) -> f32 {
        let all = self.entries.len();
        let having: usize = group.stems.iter().map(|stem| self.frequency(*stem)).sum();
        let (all, having) = (all as f32, having.min(all) as f32);
        group.weight * (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
    }

    /// How much of that counts in an entry: more the more often it stands there, but less
    /// and less so.
    #[allow(clippy::cast_precision_loss)] // counts of words
    fn saturation(&self, posting: Posting) -> f32 {
        let entry: &Entry = &self.entries[posting.entry as usize];
        let count = self.entries.len() as f32;
        let length = |own: u16, all: u64, b: f32| {
            1.0 - b + b * f32::from(own) * count / (all as f32).max(1.0)
        };
        let names = f32::from(posting.names) / length(entry.names, self.names, B_NAMES);
        let body = f32::from(posting.body) / length(entry.body, self.bodies, B_BODY);
        let often = NAMES * names + PATH * f32::from(posting.path) + body;
        often / (K + often)
    }

    /// Adds what words count that stand together as they were typed, and notes which stand
    /// there at all.
    fn add_nearness(&self, query: &Query, weighed: &mut [Weighed]) {
        // For each stem the group it belongs to, counted from 1.
        let mut groups = vec![0u8; self.stems.len()];
        for (number, group) in (1u8..).zip(&query.groups) {
            for stem in &group.stems {
                let known = &mut groups[*stem as usize];
                *known = if *known == 0 { number } else { *known };
            }
        }
        let rarities: Vec<f32> = query.groups.iter().map(|group| self.rarity(group)).collect();
        let mut last = vec![None; query.groups.len()];
        for weighed in weighed {
            let entry = &self.entries[weighed.entry as usize];
            last.fill(None);
            let mut together = 0u128;
            for (at, token) in (0u32..).zip(&self.tokens[entry.start..entry.end]) {
                if *token == BREAK {
                    last.fill(None);
                    continue;
                }
                let Some(group) = groups[*token as usize].checked_sub(1).map(usize::from) else {
                    continue;
                };
                weighed.seen |= 1 << group;
                last[group] = Some(at);
                let Some(before) = query.groups[group].follows else { continue };
                if last[before].is_some_and(|before| before < at && at - before <= TOGETHER) {
                    together |= 1 << group;
                }
            }
            for (number, group) in query.groups.iter().enumerate() {
                if together & (1 << number) != 0
                    && let Some(before) = group.follows
                {
                    weighed.score += NEARNESS * rarities[number].min(rarities[before]);
                }
            }
        }
    }
}

/// The rule that led to an entry in which nothing stands that was typed.
fn lead(query: &Query, seen: u128) -> Option<(String, String)> {
    let mut here =
        query.groups.iter().enumerate().filter(|(i, group)| seen & (1 << i) != 0 && !group.stop);
    let first = here.next()?.1.lead?;
    here.all(|(_, group)| group.lead.is_some()).then(|| query.leads[first].clone())
}
