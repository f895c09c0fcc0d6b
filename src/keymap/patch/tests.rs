//! What rows of a user do to the table.

use proptest::prelude::*;

use super::*;
use crate::keymap::Press;

fn row(run: &str, keys: &[&str], contexts: &[Context], line: usize) -> Patch {
    let run = (run != "noop").then(|| run.parse().expect("an action"));
    let keys = keys.iter().map(|key| Chord::parse(key).expect("a key")).collect();
    Patch { run, keys, contexts: contexts.to_vec(), line }
}

fn press(map: &Keymap, context: Context, key: &str) -> Press {
    map.press(context, None, Chord::parse(key).expect("a key").first)
}

#[test]
fn a_row_takes_its_keys_and_is_shown_first() {
    let patched = Keymap::default().patched(&[row("down", &["n", "t"], &[], 3)]);
    let map = patched.keymap;
    assert_eq!(patched.faults, []);
    assert_eq!(map.keys(Action::Down).join(" "), "n t ↓ j");
    assert_eq!(press(&map, Context::Text, "t"), Press::Run(Action::Down));
    assert_eq!((map.key(Action::Outline), map.keys(Action::Outline)), (None, Vec::new()));
    assert!(map.rows.iter().any(|row| row.action == Action::Outline), "it is still listed");
}

#[test]
fn a_row_holds_where_it_says_and_only_there() {
    let map = Keymap::default().patched(&[row("up", &["j"], &[Context::List], 1)]).keymap;
    assert_eq!(press(&map, Context::List, "j"), Press::Run(Action::Up));
    assert_eq!(press(&map, Context::Text, "j"), Press::Run(Action::Down));
    // A key that works everywhere is the better one to show.
    assert_eq!(map.key(Action::Up).as_deref(), Some("↑"));
    assert_eq!(map.key(Action::Down).as_deref(), Some("↓"));
}

#[test]
fn noop_takes_keys_away() {
    let map = Keymap::default().patched(&[row("noop", &["space", "q"], &[], 1)]).keymap;
    assert_eq!(press(&map, Context::Text, "space"), Press::Nothing);
    assert_eq!(map.keys(Action::PageDown).join(" "), "f PgDn Ctrl+F");
    assert_eq!(map.key(Action::Quit), None);
}

#[test]
fn a_key_and_two_keys_that_begin_with_it_exclude_one_another() {
    let single = Keymap::default().patched(&[row("down", &["g"], &[], 1)]).keymap;
    assert_eq!(press(&single, Context::Text, "g"), Press::Run(Action::Down));
    assert_eq!(single.keys(Action::Top).join(" "), "Home");
    let two = Keymap::default().patched(&[row("down", &["q q"], &[], 1)]).keymap;
    assert_eq!(press(&two, Context::Text, "q"), Press::Prefix);
    assert_eq!(two.key(Action::Quit), None);
    // Two that begin alike may stand side by side.
    let more = Keymap::default().patched(&[row("down", &["g x"], &[], 1)]).keymap;
    assert_eq!(more.keys(Action::Top).join(" "), "gg Home");
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
    assert_eq!(patched.keymap.keys(Action::Up).join(" "), "n p ↑ k");
}

#[test]
fn leaving_and_crisis_help_keep_their_keys() {
    for keys in ["ctrl-c", "ctrl-c x", "x ctrl-c", "f9", "f9 f9"] {
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

#[track_caller]
fn assert_safe(map: &Keymap) {
    for context in Context::iter() {
        assert_eq!(press(map, context, "ctrl-c"), Press::Run(Action::Leave));
        assert_eq!(press(map, context, "f9"), Press::Run(Action::Crisis));
        for first in map.rows.iter().flat_map(|row| &row.keys).map(|key| key.first) {
            let leave = Chord::parse("ctrl-c").expect("a key").first;
            assert_eq!(map.press(context, Some(first), leave), Press::Run(Action::Leave));
        }
    }
}

fn any_row() -> impl Strategy<Value = Patch> {
    let names = ["ctrl-c", "f9", "g", "z", "9", "x", "esc", "ctrl-z", "ы"];
    let name = prop::sample::select(names.to_vec());
    let chord = (name.clone(), prop::option::of(name)).prop_map(|(first, second)| {
        let first = Chord::parse(first).expect("a key").first;
        let second = second.map(|key| Chord::parse(key).expect("a key").first);
        Chord { first, second }
    });
    let run = prop::option::of(prop::sample::select(Action::iter().collect::<Vec<_>>()));
    let context = prop::sample::select(Context::iter().collect::<Vec<_>>());
    let contexts = prop::collection::vec(context, 0..3);
    (run, prop::collection::vec(chord, 0..5), contexts, 1usize..99)
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
        prop_assert_eq!(again.faults, []);
        prop_assert_eq!(again.keymap.rows, patched.keymap.rows);
    }
}
