//! What rows of a user do to the table.

use proptest::prelude::*;

use super::*;
use crate::keymap::{Press, shown_keys};

fn row(run: &str, keys: &[&str], contexts: &[Context], line: usize) -> Patch {
    let run = (run != "noop").then(|| run.parse().expect("an action"));
    let keys = keys.iter().map(|key| (Chord::parse(key).expect("a key"), line)).collect();
    Patch { run, keys, contexts: contexts.to_vec(), line }
}

/// The keys of an action in a text.
fn text(map: &Keymap, action: Action) -> String {
    shown_keys(map, action, Context::Text)
}

fn press(map: &Keymap, context: Context, key: &str) -> Press {
    map.press(context, None, Chord::parse(key).expect("a key").first)
}

#[test]
fn a_row_takes_its_keys_and_is_shown_first() {
    let patched = Keymap::default().patched(&[row("down", &["n", "t"], &[], 3)]);
    let map = patched.keymap;
    assert_eq!(patched.faults, []);
    assert_eq!(text(&map, Action::Down), "n t ↓ j");
    assert_eq!(press(&map, Context::Text, "t"), Press::Run(Action::Down));
    assert_eq!(text(&map, Action::Outline), "");
    assert!(map.rows.iter().any(|row| row.action == Action::Outline), "it is still listed");
}

#[test]
fn a_row_holds_where_it_says_and_only_there() {
    let map = Keymap::default().patched(&[row("up", &["j"], &[Context::List], 1)]).keymap;
    assert_eq!(press(&map, Context::List, "j"), Press::Run(Action::Up));
    assert_eq!(press(&map, Context::Text, "j"), Press::Run(Action::Down));
    assert_eq!(shown_keys(&map, Action::Up, Context::List), "j ↑ k");
    assert_eq!(shown_keys(&map, Action::Up, Context::Text), "↑ k");
    assert_eq!(shown_keys(&map, Action::Down, Context::List), "↓");
    assert_eq!(shown_keys(&map, Action::Down, Context::Text), "↓ j");
}

#[test]
fn noop_takes_keys_away() {
    let map = Keymap::default().patched(&[row("noop", &["space", "q"], &[], 1)]).keymap;
    assert_eq!(press(&map, Context::Text, "space"), Press::Nothing);
    assert_eq!(text(&map, Action::PageDown), "f PgDn Ctrl+F");
    assert_eq!(text(&map, Action::Quit), "");
}

#[test]
fn a_key_and_two_keys_that_begin_with_it_exclude_one_another() {
    let single = Keymap::default().patched(&[row("down", &["g"], &[], 1)]).keymap;
    assert_eq!(press(&single, Context::Text, "g"), Press::Run(Action::Down));
    assert_eq!(text(&single, Action::Top), "Home");
    let two = Keymap::default().patched(&[row("down", &["q q"], &[], 1)]).keymap;
    assert_eq!(press(&two, Context::Text, "q"), Press::Prefix);
    assert_eq!(text(&two, Action::Quit), "");
    // Two that begin alike may stand side by side.
    let more = Keymap::default().patched(&[row("down", &["g x"], &[], 1)]).keymap;
    assert_eq!(text(&more, Action::Top), "gg Home");
}

#[test]
fn of_two_rows_with_one_key_the_first_stays() {
    let rows = [
        row("down", &["n"], &[Context::List], 2),
        row("up", &["n", "p"], &[], 5),
        row("noop", &["p x"], &[], 8),
        row("up", &["p"], &[], 9),
    ];
    let patched = Keymap::default().patched(&rows);
    let lines: Vec<_> = patched.faults.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [5, 8]);
    assert!(patched.faults[0].1.contains("n is down in line 2"), "{}", patched.faults[0].1);
    assert_eq!(press(&patched.keymap, Context::List, "n"), Press::Run(Action::Down));
    assert_eq!(press(&patched.keymap, Context::Text, "n"), Press::Run(Action::Up));
    assert_eq!(text(&patched.keymap, Action::Up), "n p ↑ k");
}

#[test]
fn leaving_crisis_help_and_hiding_keep_their_keys() {
    for keys in ["ctrl-c", "ctrl-c x", "x ctrl-c", "f9", "f9 f9", "f12", "f12 x"] {
        for run in ["noop", "down"] {
            let patched = Keymap::default().patched(&[row(run, &[keys, "n"], &[], 4)]);
            assert!(patched.faults[0].1.contains("keeps its meaning"), "{keys}");
            assert_eq!((patched.faults.len(), patched.own.len()), (1, 1));
            assert_safe(&patched.keymap);
        }
    }
    let again =
        [row("leave", &["ctrl-c", "x"], &[Context::List], 1), row("crisis", &["f9"], &[], 2)];
    let patched = Keymap::default().patched(&again);
    assert_eq!(patched.faults, []);
    assert_safe(&patched.keymap);
}

#[test]
fn an_action_that_loses_its_last_key_to_another_is_named_with_the_line_that_took_it() {
    let lost = |rows: &[Patch]| {
        let patched = Keymap::default().patched(rows);
        assert_eq!(patched.faults, []);
        patched.lost
    };
    let rows = [row("down", &["t", "s"], &[], 3), row("up", &["/"], &[Context::List], 6)];
    let said = lost(&rows);
    assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 3, 6]);
    assert!(said[0].1.contains("outline has no key left: t is down"), "{said:?}");
    assert!(said[2].1.contains("find has no key left in lists: / is up"), "{said:?}");
    // Another key is left, or one's own; or it was meant.
    let fine = [row("down", &["q"], &[], 1), row("quit", &["f4"], &[], 2)];
    assert_eq!(lost(&fine), []);
    assert_eq!(lost(&[row("down", &["g"], &[], 1)]), []);
    assert_eq!(lost(&[row("noop", &["t", "s", "."], &[], 1)]), []);
    // Not what nobody does without.
    let said = lost(&[row("noop", &["esc", "enter", "0", "?"], &[], 1)]);
    let said: Vec<_> =
        said.iter().map(|(_, said)| said.split(" has ").next().unwrap_or_default()).collect();
    assert_eq!(said, ["menu", "back", "act"], "help has F1");
    // What `n` did was done in texts only.
    assert_eq!(lost(&[row("down", &["n"], &[Context::List], 1)]), []);
}

#[test]
fn who_gives_escape_away_is_told_when_no_key_leaves_a_line_that_is_typed_in() {
    let faults = |rows: &[Patch]| Keymap::default().patched(rows).faults;
    let said = faults(&[row("neutral", &["esc"], &[], 4)]);
    assert_eq!(said.len(), 1);
    assert!(said[0].0 == 4 && said[0].1.contains("while typing: Esc is neutral"), "{said:?}");
    // A letter is typed; a key that is none is a way back.
    let with = |key| faults(&[row("neutral", &["esc"], &[], 4), row("back", &[key], &[], 7)]);
    assert_eq!((with("x").len(), with("f7").len(), with("f7 x").len()), (1, 0, 1));
    assert_eq!(faults(&[row("noop", &["esc"], &[], 4)]), []);
}

#[track_caller]
fn assert_safe(map: &Keymap) {
    for context in Context::iter() {
        assert_eq!(press(map, context, "ctrl-c"), Press::Run(Action::Leave));
        assert_eq!(press(map, context, "f9"), Press::Run(Action::Crisis));
        assert_eq!(press(map, context, "f12"), Press::Run(Action::Neutral));
        for first in map.rows.iter().flat_map(|row| &row.keys).map(|key| key.first) {
            let leave = Chord::parse("ctrl-c").expect("a key").first;
            assert_eq!(map.press(context, Some(first), leave), Press::Run(Action::Leave));
        }
    }
}

fn any_row() -> impl Strategy<Value = Patch> {
    let names = ["ctrl-c", "f9", "f12", "g", "z", "9", "x", "esc", "ctrl-z", "ы"];
    let name = prop::sample::select(names.to_vec());
    let chord = (name.clone(), prop::option::of(name)).prop_map(|(first, second)| {
        let first = Chord::parse(first).expect("a key").first;
        let second = second.map(|key| Chord::parse(key).expect("a key").first);
        Chord { first, second }
    });
    let run = prop::option::of(prop::sample::select(Action::iter().collect::<Vec<_>>()));
    let context = prop::sample::select(Context::iter().collect::<Vec<_>>());
    let contexts = prop::collection::vec(context, 0..3);
    (run, prop::collection::vec((chord, 1usize..99), 0..5), contexts, 1usize..99)
        .prop_map(|(run, keys, contexts, line)| Patch { run, keys, contexts, line })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_rows_lose_the_way_out_or_crisis_help(rows in prop::collection::vec(any_row(), 0..8)) {
        let patched = Keymap::default().patched(&rows);
        assert_safe(&patched.keymap);
        for action in Action::iter() {
            prop_assert!(patched.keymap.rows.iter().any(|row| row.action == action), "{action:?}");
        }
        // What holds can be said again, and then all of it holds.
        let again = Keymap::default().patched(&patched.own);
        let trapped = |faults: &[(usize, String)]| faults.iter().all(|(_, said)| said.starts_with("back has no key"));
        prop_assert!(trapped(&again.faults), "{:?}", again.faults);
        prop_assert_eq!(again.keymap.rows, patched.keymap.rows);
    }
}
