//! A claim is not turned round: what a fact denies is not told as so, nor is what it says
//! denied, nor does a word stand for its opposite.

use std::collections::HashSet;

use super::keys;
use crate::evidence::Fact;

/// Beginnings of words that a finding turns on.
const CLAIMS: [&str; 28] = [
    "addict",
    "approv",
    "benefit",
    "certain",
    "covered",
    "covers",
    "differ",
    "effectiv",
    "establish",
    "exclud",
    "faster",
    "help",
    "improv",
    "known",
    "possib",
    "prove",
    "recommend",
    "reliab",
    "require",
    "review",
    "safe",
    "serious",
    "show",
    "signific",
    "studied",
    "suggest",
    "understood",
    "work",
];
/// Words that deny, or leave open, what stands in their clause.
const DENIALS: [&str; 18] = [
    "against", "avoid", "disagree", "hardly", "instead", "less", "neither", "no", "nobody", "none",
    "nor", "nothing", "off", "rather", "seldom", "unknown", "whether", "without",
];
/// How many words behind "not" it denies.
const REACH: usize = 3;
/// Words with which a sentence leaves open what it tells.
const OPEN: [&str; 5] = ["how", "what", "whether", "which", "who"];
/// Words and their opposites.
const OPPOSITES: [(&[&str], &[&str]); 12] = [
    (&["low", "lowest"], &["high", "highest"]),
    (&["more"], &["fewer", "less"]),
    (&["men", "man"], &["women", "woman"]),
    (&["veterans"], &["civilians"]),
    (&["rise", "rises", "rose"], &["fall", "falls", "fell"]),
    (&["small", "smaller", "smallest"], &["large", "larger", "largest", "big", "bigger"]),
    (&["long", "longer"], &["short", "shorter"]),
    (&["before"], &["after"]),
    (&["first"], &["last"]),
    (&["severe"], &["mild"]),
    (&["safer"], &["riskier"]),
    (&["common", "often"], &["rare", "rarely", "seldom"]),
];

/// What of a sentence turns round what its facts state.
pub fn wrong(text: &str, row: bool, facts: &[&Fact]) -> Vec<String> {
    let told = clauses(text);
    let first = told.first().and_then(|clause| clause.words.first());
    let open = first.is_some_and(|word| OPEN.contains(&word.as_str())) && !row;
    if open || text.ends_with('?') {
        return Vec::new();
    }
    let stated: Vec<Clause> = facts.iter().flat_map(|fact| clauses(&fact.statement)).collect();
    let ids: Vec<_> = facts.iter().map(|fact| fact.id.as_str()).collect();
    let ids = ids.join(", ");
    let claims = CLAIMS.iter().filter_map(|claim| claimed(claim, &told, &stated));
    let claims = claims.chain(denied(&told, &stated, facts));
    let sides = OPPOSITES.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
    let opposite = sides.filter_map(|(own, other)| instead(own, other, &told, &stated));
    let wrong = claims.chain(opposite).map(|said| format!("{said} in {ids}"));
    wrong.chain(facts.iter().filter_map(|fact| affirms(fact, &told, facts))).collect()
}

/// Says so when the sentence affirms a claim that its facts deny.
fn claimed(claim: &str, told: &[Clause], stated: &[Clause]) -> Option<String> {
    let mut words = told.iter().flat_map(|clause| &clause.words);
    let word = words.find(|word| word.starts_with(claim))?;
    let mut known = stated.iter().filter(|clause| clause.begins(claim)).peekable();
    known.peek()?;
    let turned = known.all(|clause| clause.denies) && !told.iter().any(|clause| clause.denies);
    turned.then(|| format!("\"{word}\" is told as so, and it is denied"))
}

/// Says so when the sentence denies a word of its facts, and these deny nothing.
fn denied(told: &[Clause], stated: &[Clause], facts: &[&Fact]) -> Option<String> {
    if stated.iter().any(|clause| clause.denies) {
        return None;
    }
    let known: HashSet<String> = facts.iter().flat_map(|fact| keys(&fact.statement)).collect();
    let denied = |clause: &Clause| {
        let not = clause.words.iter().position(|word| is_not(word))?;
        let mut behind = clause.words.iter().skip(not + 1).take(REACH);
        behind.find(|word| word.len() > 3 && !keys(word).is_disjoint(&known)).cloned()
    };
    let word = told.iter().find_map(denied)?;
    Some(format!("\"{word}\" is denied, and it is told as so"))
}

/// Says so when the sentence has a word of which its facts state the opposite alone.
fn instead(own: &[&str], other: &[&str], told: &[Clause], stated: &[Clause]) -> Option<String> {
    let word = any(own, told)?;
    let instead = any(other, stated)?;
    (any(other, told).is_none() && any(own, stated).is_none())
        .then(|| format!("\"{word}\" is told, and \"{instead}\" is what stands"))
}

/// Says so when the statement of a fact affirms what it denies.
pub fn affirmed(fact: &Fact) -> Option<String> {
    affirms(fact, &clauses(&fact.statement), &[fact])
}

/// Says so when a clause has all words of what the fact denies, and no denial: none in the
/// whole sentence where another of its facts may affirm it.
fn affirms(fact: &Fact, told: &[Clause], facts: &[&Fact]) -> Option<String> {
    let alone = facts.iter().all(|other| other.denies == fact.denies);
    if !alone && told.iter().any(|clause| clause.denies) {
        return None;
    }
    let affirmed = |words: &&String| {
        let words = words.to_lowercase();
        told.iter().any(|clause| !clause.reached && clause.affirms(&words))
    };
    let words = fact.denies.iter().find(affirmed)?;
    Some(format!("\"{words}\" is told as so, and {} denies it", fact.id))
}

/// A stretch of a text that is denied or affirmed as one.
struct Clause {
    words: Vec<String>,
    denies: bool,
    /// The one before it in its sentence denies: "not shown to ease it, or to heal it".
    reached: bool,
}

impl Clause {
    fn begins(&self, with: &str) -> bool {
        self.words.iter().any(|word| word.starts_with(with))
    }

    /// True when it has words that begin so, and no denial before the last of them.
    fn affirms(&self, all: &str) -> bool {
        let at = |with: &str| self.words.iter().position(|word| word.starts_with(with));
        let places: Option<Vec<usize>> = all.split(' ').map(at).collect();
        let last = places.and_then(|places| places.into_iter().max());
        last.is_some_and(|last| !self.words[..=last].iter().any(|word| is_denial(word)))
    }
}

/// The first of `words` that stands in the clauses.
fn any<'a>(words: &[&str], clauses: &'a [Clause]) -> Option<&'a str> {
    let mut all = clauses.iter().flat_map(|clause| &clause.words);
    all.find(|word| words.contains(&word.as_str())).map(String::as_str)
}

fn clauses(text: &str) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for sentence in text.split([';', ':', '.']) {
        let mut reached = false;
        for part in sentence.split([',', '(', ')']).flat_map(|part| part.split(" but ")) {
            let words = part.split(|c: char| !c.is_alphanumeric() && c != '\'');
            let words: Vec<_> =
                words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
            let denies = words.iter().any(|word| is_denial(word));
            clauses.push(Clause { words, denies, reached });
            reached = denies;
        }
    }
    clauses
}

fn is_denial(word: &str) -> bool {
    DENIALS.contains(&word) || is_not(word)
}

/// True for a word that denies what stands right behind it.
fn is_not(word: &str) -> bool {
    matches!(word, "not" | "never" | "cannot") || word.ends_with("n't")
}
