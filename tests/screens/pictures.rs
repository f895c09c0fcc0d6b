//! Pictures of numbers are drawn to the scale they name.

use super::Screen;

/// Bars of three values in the window; how many columns of each are full, and how long its
/// line is.
fn bars(unit: &str, values: [u16; 3]) -> Vec<(usize, usize)> {
    let rows = values.map(|value| format!("{{ label = \"n{value}\", value = {value} }}"));
    let text = format!(
        "# T\n\n```bars\ntitle = \"Who\"\nunit = \"{unit}\"\nrows = [{}]\n```\n",
        rows.join(", ")
    );
    let screen = Screen::document(&text, 70, 20);
    let rows = screen.rows();
    let rows = rows.iter().filter(|row| row.trim_start().starts_with('n') && row.contains(": "));
    let count = |row: &String, signs: &[char]| row.chars().filter(|c| signs.contains(c)).count();
    rows.map(|row| (count(row, &['█']), count(row, &['█', '·']))).collect()
}

#[test]
fn bars_of_so_many_are_drawn_to_that_many_and_others_to_the_greatest() {
    let [all, half, quarter] = bars("of 100", [100, 50, 25])[..] else { panic!("three bars") };
    assert!(all.0 == all.1 && all.0 > 20, "{all:?}");
    assert!(half.1 == all.1 && quarter.1 == all.1, "every line stands for the whole");
    assert!(half.0.abs_diff(all.0 / 2) <= 1 && quarter.0.abs_diff(all.0 / 4) <= 1);
    // The greatest value is not all of them.
    let [most, ..] = bars("of 100 people", [50, 25, 10])[..] else { panic!("three bars") };
    assert!(most.0.abs_diff(most.1 / 2) <= 1, "{most:?}");
    let [most, half, _] = bars("visits", [50, 25, 10])[..] else { panic!("three bars") };
    assert!(most.0 == most.1 && half.0.abs_diff(most.0 / 2) <= 1, "{most:?} {half:?}");
}
