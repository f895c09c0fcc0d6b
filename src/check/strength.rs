//! How strong the evidence is said to be is how strong the facts have it.

use std::collections::HashSet;

use super::figure::keys;
use super::prose::words;
use super::report::{Code, Findings};
use super::{Held, Text};
use crate::evidence::Strength;
use crate::guide::text::citations;

const SCALE: [Strength; 4] = [Strength::Solid, Strength::Mixed, Strength::Early, Strength::Unknown];
/// Words of which a word of the scale tells how strong they are; "unknown" needs none.
const SPEAKING: [&str; 3] = ["evidence", "proof", "backing"];

/// Checks every sentence that tells how strong the evidence is, and the front matter.
pub fn check(text: &Text, held: &Held, findings: &mut Findings) {
    let front = &text.guide.front;
    let of = |label: &str| held.evidence().fact(label).and_then(|fact| fact.strength);
    let mut borne_out = false;
    let about = keys(front.strength_of.as_deref().unwrap_or_default());
    for part in &text.parts {
        let section = citations(&part.section.blocks);
        let around: Vec<_> =
            section.iter().filter_map(|label| of(label)).chain(front.strength).collect();
        for passage in part.passages() {
            for sentence in passage.whole_or_sentences() {
                let told = told(sentence.text);
                borne_out |= front.strength.is_some_and(|own| told.contains(&own))
                    && !about.is_disjoint(&keys(sentence.text));
                let own: Vec<_> =
                    sentence.marks.iter().filter_map(|mark| of(&mark.label)).collect();
                let known = if own.is_empty() { &around } else { &own };
                for strength in
                    told.iter().filter(|own| !known.contains(own) && **own != Strength::Unknown)
                {
                    let message = format!(
                        "the evidence is called {}, and no fact referred to has it so",
                        word(*strength)
                    );
                    findings.fault(Code::Figure, passage.at(sentence.pos), message);
                }
            }
        }
    }
    if let Some((of, strength)) = front.evidence().filter(|_| !borne_out) {
        let at = text.front.field("strength").at;
        let word = word(strength);
        let message = format!("no sentence of the text says that the evidence {of} is {word}");
        findings.fault(Code::Figure, at, message);
    }
}

fn word(strength: Strength) -> &'static str {
    strength.into()
}

/// How strong a sentence says that evidence is.
fn told(text: &str) -> Vec<Strength> {
    let lower = text.to_lowercase();
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let words: HashSet<String> = words(&lower).map(bare).collect();
    let speaks = SPEAKING.iter().any(|word| words.contains(*word));
    let tells = |strength: &Strength| {
        (speaks || *strength == Strength::Unknown) && words.contains(word(*strength))
    };
    SCALE.into_iter().filter(tells).collect()
}
