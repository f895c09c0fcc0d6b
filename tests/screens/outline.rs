//! Into the outline and out of it again.

use super::Screen;

#[test]
fn who_chooses_no_other_row_of_the_outline_goes_on_where_they_were() {
    for (width, height) in [(40, 12), (80, 24), (140, 45)] {
        for place in ["2 down down down down down", "enter ] ] down down tab"] {
            let mut screen = Screen::bundled(width, height);
            let before = screen.press(place).rows();
            for keys in ["h l", "left enter", "left right", "left down up enter", "h h", "h esc"] {
                screen.press(keys);
                assert_eq!(screen.rows(), before, "{width}x{height}: {place}, {keys}");
            }
            // Another row is gone to, and come back from: no answer opens by that.
            let footer = usize::from(height) - 1;
            screen.press("left end enter");
            assert_ne!(screen.rows()[..footer], before[..footer]);
            screen.press("backspace");
            assert_eq!(screen.rows()[..footer], before[..footer], "{width}x{height}: {place}");
        }
    }
}

#[test]
fn one_row_has_the_mark_though_two_panes_are_in_view() {
    let marks = |screen: &Screen| screen.text().matches('>').count();
    let mut screen = Screen::bundled(140, 45);
    screen.press("2 down");
    let row = screen.marked().expect("a question");
    let question = row.rsplit("  ").next().unwrap_or_default().trim_start_matches("> ");
    assert_eq!(marks(&screen), 1, "{}", screen.text());
    screen.press("h");
    assert_eq!(marks(&screen), 1, "{}", screen.text());
    assert!(screen.text().contains(&format!("• {question}")), "{}", screen.text());
    assert_eq!(screen.focused(), "", "only what has the keys stands out");
}

#[test]
fn a_click_on_the_heading_being_read_goes_to_it() {
    let text = "# T\n\n## One\n\na\n\nb\n\nc\n\nd\n\ne\n\n## Two\n\nf\n";
    let mut screen = Screen::document(text, 120, 8);
    screen.press("shift-m down down down down down");
    let row = screen.rows().iter().position(|row| row.contains("One")).expect("in the outline");
    assert_eq!(screen.text().matches("One").count(), 1, "{}", screen.text());
    screen.click(4, row);
    assert_eq!(screen.text().matches("One").count(), 2, "{}", screen.text());
}
