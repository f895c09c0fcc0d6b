//! Any text at all is read as a plan or refused, and nothing breaks.

use guidepost::cost::Plan;
use guidepost::cost::plan_file::Wrong;
use proptest::prelude::*;

use super::plans;
use super::refused::WHOLE;

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("{a=", "}"), ("a.", "a=1")] {
        let text = format!("title = {}{}", open.repeat(10_000), close.repeat(10_000));
        assert!(Plan::read(&text).is_err());
        assert!(Plan::read(text.trim_start_matches("title = ")).is_err());
    }
}

/// Pieces of plan files and of what people write in them.
fn soup() -> impl Strategy<Value = String> {
    let words = vec![
        "[[item]]\n",
        "[[phase]]\n",
        "[insurance]\n",
        "[[savings]]\n",
        "[item]\n",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'''",
        "\n",
        "name",
        "per",
        "price",
        "phases",
        "sessions",
        "every_days",
        "per_week",
        "weeks",
        "covered",
        "day",
        "item",
        " = ",
        "=",
        ".",
        ",",
        "#",
        "\"session\"",
        "\"once\"",
        "\"month\"",
        "\"a\"",
        "true",
        "0",
        "1",
        "-1",
        "450.50",
        "1e9",
        "nan",
        "0x1f",
        "2026-11-23",
        "99999999999999999999",
        "\u{e9}",
        "\u{1f600}",
        "\u{202e}",
        "\u{1b}[31m",
        "\\u0000",
        "\r",
    ];
    let piece =
        prop_oneof![6 => prop::sample::select(words).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A plan file in which something is cut out and something else is put in.
fn broken() -> impl Strategy<Value = String> {
    let text = prop_oneof![Just(WHOLE.to_owned()), plans::plan().prop_map(|plan| plan.written())];
    (text, any::<prop::sample::Index>(), 0..40usize, soup()).prop_map(|(text, at, len, more)| {
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let end = (at + len).min(chars.len());
        chars.splice(at..end, more.chars());
        chars.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused_with_its_places(text in prop_oneof![any::<String>(), soup(), broken()]) {
        match Plan::read(&text) {
            Ok(plan) => {
                prop_assert!(!plan.estimate().by_month.is_empty());
                prop_assert_eq!(Plan::read(&plan.written()), Ok(plan));
            }
            Err(wrongs) => {
                prop_assert!(!wrongs.is_empty());
                for Wrong { at, message } in wrongs {
                    prop_assert!(text.is_char_boundary(at), "{at} in {text:?}");
                    prop_assert!(!message.trim().is_empty() && !message.chars().any(char::is_control), "{message:?}");
                }
            }
        }
    }
}
