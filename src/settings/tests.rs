//! What a settings file says, and what of it holds when parts cannot be read.

use proptest::prelude::*;

use super::written::{At, Written};
use crate::action::Action;
use crate::keymap::{Context, Keymap, Press, combination};

fn lines(written: &Written) -> Vec<usize> {
    written.faults.iter().map(|(line, _)| *line).collect()
}

#[test]
fn the_example_says_all_there_is() {
    let written = Written::read(include_str!("../../assets/settings.toml"));
    assert_eq!(written.faults, []);
    assert_eq!(written.theme, Some(At { value: "dark".to_owned(), line: 1 }));
    assert_eq!(written.measure, Some(At { value: 72, line: 2 }));
    assert!(written.roomy.is_some() && written.ascii.is_some() && written.mouse.is_some());
    assert_eq!(written.keys[0].contexts, [Context::List]);
}

#[test]
fn an_entry_that_cannot_be_read_costs_no_other() {
    for broken in [
        "library = [\"a\",",
        "theme = \"dark",
        "theme",
        "theme = ",
        "= 3",
        "mouse = tru",
        "library = [\"a\" \"b\"]",
        "a b = 3",
        "]",
        "theme = \"\"\"dark",
    ] {
        let text = format!(
            "measure = 70\n{broken}\nroomy = true\n\n[[key]]\nrun = \"up\"\non = [\"n\"]\n"
        );
        let written = Written::read(&text);
        assert_eq!(lines(&written), [2], "{broken}: {:?}", written.faults);
        assert_eq!(written.measure, Some(At { value: 70, line: 1 }), "{broken}");
        assert_eq!(written.roomy, Some(At { value: true, line: 3 }), "{broken}");
        assert_eq!(written.keys.len(), 1, "{broken}");
    }
}

#[test]
fn a_row_whose_head_cannot_be_read_is_left_out_whole() {
    let written = Written::read(
        "[[key]\nrun = \"up\"\non = [\"n\"]\n[[key]]\nrun = \"down\"\non = [\"p\"]\n",
    );
    assert_eq!((lines(&written), written.keys.len()), (vec![1], 1));
    assert_eq!((written.keys[0].run, written.keys[0].line), (Some(Action::Down), 4));
}

#[test]
fn a_row_with_a_line_that_cannot_be_read_is_left_out_whole() {
    let rows = "[[key]]\nrun = \"up\"\non = [\"n\"]\nin = [\"list\"\n\n[[key]]\nrun = \"down\"\non = [\"p\"]\n";
    let written = Written::read(rows);
    assert_eq!(lines(&written).len(), 1, "{:?}", written.faults);
    assert_eq!(written.keys.len(), 1);
    assert_eq!((written.keys[0].run, written.keys[0].line), (Some(Action::Down), 6));
}

#[test]
fn of_two_lines_with_one_name_the_first_holds() {
    let written = Written::read("measure = 70\nmeasure = 80\n");
    assert_eq!(lines(&written), [2]);
    assert_eq!(written.measure, Some(At { value: 70, line: 1 }));
    assert!(written.faults[0].1.contains("measure"), "{}", written.faults[0].1);
}

#[test]
fn lines_are_right_with_any_line_ends_and_a_mark_at_the_start() {
    let written = Written::read("# x\r\n\r\nmeasure = 7\r\n");
    assert_eq!(lines(&written), [3]);
}

#[test]
fn twenty_thousand_rows_are_read_in_no_time() {
    let mut text = String::new();
    for sign in ('\u{4e00}'..).take(20_000) {
        text.extend(["[[key]]\nrun = \"up\"\non = [\"", &sign.to_string(), "\"]\n"]);
    }
    let start = std::time::Instant::now();
    let written = Written::read(&text);
    let patched = Keymap::default().patched(&written.keys);
    assert_eq!((patched.own.len(), patched.faults.len()), (20_000, 0));
    assert_eq!(patched.own[19_999].keys[0].1, 60_000);
    // Looking at every row for every row takes a minute.
    assert!(start.elapsed().as_secs() < 15, "{:?}", start.elapsed());
}

/// Lines as people may write them, right and wrong.
fn line() -> impl Strategy<Value = String> {
    let names =
        ["theme", "measure", "roomy", "library", "key", "run", "on", "in", "[[key]]", "x", "\""];
    let values = [
        "= \"down\"",
        "= \"noop\"",
        "= [\"ctrl-c\", \"n\"]",
        "= [\"f9\"]",
        "= [\"g\", \"g g\"]",
        "= [",
        "]",
        "= true",
        "= 66",
        "= { run = \"up\", on = [\"f9 x\"] }",
        "= [\"f12\", \"esc\"]",
        "= [\"list\"]",
        "",
        "= \"",
        "\u{0}",
    ];
    let part = prop::sample::select(names.to_vec());
    prop_oneof![
        6 => (part, prop::sample::select(values.to_vec())).prop_map(|(name, value)| format!("{name} {value}")),
        2 => Just("[[key]]".to_owned()),
        1 => ".{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_breaks_the_program_or_loses_the_way_out(lines in prop::collection::vec(line(), 0..24)) {
        use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
        let text = lines.join("\n");
        let written = Written::read(&text);
        let patched = Keymap::default().patched(&written.keys);
        let leave = combination(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
        let crisis = combination(KeyEvent::new(KeyCode::F(9), KeyModifiers::NONE));
        let hide = combination(KeyEvent::new(KeyCode::F(12), KeyModifiers::NONE));
        for context in [Context::List, Context::Text] {
            let press = |key| patched.keymap.press(context, None, key);
            prop_assert_eq!(press(leave), Press::Run(Action::Leave));
            prop_assert_eq!(press(crisis), Press::Run(Action::Crisis));
            prop_assert_eq!(press(hide), Press::Run(Action::Neutral));
        }
        let count = text.lines().count().max(1);
        for (line, message) in written.faults.iter().chain(&patched.faults).chain(&patched.lost) {
            prop_assert!((1..=count).contains(line), "{line}: {message}");
        }
    }
}
