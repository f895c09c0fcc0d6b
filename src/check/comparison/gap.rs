//! Whether a text says that nobody was compared with.

/// Words for those whom others are compared with.
const COMPARED: [&str; 8] = [
    "comparison group",
    "control group",
    "comparison arm",
    "control arm",
    "groups to compare",
    "one to compare",
    "body to compare",
    "was compared with",
];
/// Words that deny it.
const LACKING: [&str; 6] = ["no ", "without ", "neither ", "nor ", "lack", "nobody "];

/// True when `text` says that nobody was compared with.
pub fn owns_up(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut found = COMPARED.iter().flat_map(|group| text.match_indices(group));
    found.any(|(at, group)| {
        // The word that denies it stands in the same sentence.
        let start = text[..at].rfind(['.', ';']).map_or(0, |at| at + 1);
        LACKING.iter().any(|word| text[start..at + group.len()].contains(word))
    })
}

/// True when `text` says that there was a group to compare with.
pub fn claims_group(text: &str) -> bool {
    let lower = text.to_lowercase();
    let claims = ["with a comparison group", "with a control group"];
    claims.iter().any(|claim| lower.contains(claim)) && !owns_up(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn that_nobody_was_compared_with_is_said_in_many_ways() {
        for owned in [
            "There was no comparison group.",
            "Neither study had a comparison group.",
            "It had no control arm, and 45% responded.",
            "With no one to compare them with, 45% responded.",
            "There was nobody to compare them with.",
            "Nobody was compared with them.",
            "One had a control group; the other had no control group.",
        ] {
            assert!(owns_up(owned), "{owned}");
            assert!(!claims_group(owned), "{owned}");
        }
        assert!(!owns_up("It had a comparison group. No one left."));
        assert!(claims_group("They followed 11 people, with a comparison group."));
    }
}
