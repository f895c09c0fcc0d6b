//! What is claimed of ketamine: that it is safe, or approved for PTSD.

use super::folded;

/// True for a claim that something is safe: not where that is denied, asked or left open,
/// and not of a place or a person.
pub fn calls_safe(sentence: &str) -> bool {
    /// Words before "safe" that deny it, leave it open or say that others claim it.
    const OWNED: [&str; 27] = [
        "not", "no", "nobody", "nothing", "never", "none", "neither", "nor", "without", "unknown",
        "how", "whether", "keep", "keeps", "keeping", "claim", "claims", "claimed", "call",
        "calls", "called", "ask", "asks", "feel", "feels", "stay", "until",
    ];
    /// The same where they stand close before it.
    const NEAR: [&str; 6] = ["when", "if", "once", "before", "you", "they"];
    /// Words that say that something is safer, where it is not just asked which.
    const SAID: [&str; 6] = ["is", "are", "was", "were", "seems", "proved"];
    /// What may be safe.
    const PLACES: [&str; 14] = [
        "place", "clinic", "room", "ride", "home", "person", "hands", "adult", "way", "distance",
        "storage", "word", "side", "driver",
    ];
    /// Words that begin a question.
    const ASKING: [&str; 9] = ["is", "are", "was", "can", "does", "do", "how", "what", "which"];
    let (folded, _) = folded(sentence);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let asked = sentence.ends_with('?') || words.first().is_some_and(|word| ASKING.contains(word));
    // A box with a lock.
    let boxed = |i: usize| i > 0 && i + 1 == words.len() && words[i - 1] == "a";
    // "See Is ketamine safe": the name of a guide.
    let order = |i: usize| {
        i >= 2
            && ASKING.contains(&words[i - 2])
            && ["ketamine", "spravato", "esketamine", "it", "this"].contains(&words[i - 1])
    };
    let told = |i: usize| words[i.saturating_sub(2)..i].iter().any(|word| SAID.contains(word));
    let claims = |(i, word): (usize, &&str)| {
        (*word == "safe" || (*word == "safer" && told(i)))
            && !words[..i].iter().any(|word| OWNED.contains(word))
            && !words[i.saturating_sub(3)..i].iter().any(|word| NEAR.contains(word))
            && !boxed(i)
            && !order(i)
            && !words.get(i + 1).is_some_and(|word| PLACES.contains(word))
    };
    !asked && words.len() > 2 && words.iter().enumerate().any(claims)
}

/// True for a claim that ketamine is approved for PTSD or by itself.
pub fn calls_approved(sentence: &str) -> bool {
    const DRUGS: [&str; 3] = [" ketamine ", " spravato ", " esketamine "];
    const APPROVED: [&str; 4] = [" approv", " licens", " licenc", " cleared for "];
    const USES: [&str; 3] = [" ptsd ", " trauma ", " each psychiatric "];
    const OWNED: [&str; 14] = [
        " not ",
        " no ",
        " neither ",
        " nor ",
        " none ",
        " never ",
        " says ",
        " say ",
        " hardly ",
        " nothing ",
        " without ",
        " off label ",
        " only sertraline ",
        " only two ",
    ];
    let (folded, _) = folded(sentence);
    // "Not only" denies nothing, and trauma-focused therapy is no use of a drug.
    let folded = folded.replace(" not only ", " ").replace(" trauma focused ", " ");
    let any = |words: &[&str]| words.iter().any(|words| folded.contains(words));
    any(&DRUGS) && any(&APPROVED) && any(&USES) && !any(&OWNED) && !sentence.ends_with('?')
}
