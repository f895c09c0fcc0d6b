//! What the reader shows, at the three sizes it is made for.

use super::Screen;

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

fn at_each_size(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut screen = Screen::bundled(width, height);
        screen.press(keys);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.text());
    }
}

#[test]
fn guides() {
    at_each_size("guides", "");
}

#[test]
fn opening() {
    at_each_size("opening", "enter");
}

#[test]
fn effect() {
    at_each_size("effect", "enter ] ] ] ] ] ] ] ] ] ] ] space");
}

#[test]
fn outline() {
    at_each_size("outline", "enter ] ] ] left down");
}

#[test]
fn fact() {
    at_each_size("fact", "enter ] tab enter");
}

#[test]
fn questions() {
    at_each_size("questions", "enter end home left end up enter tab tab tab enter");
}

#[test]
fn search() {
    at_each_size("search", "shift-s n a u s e a");
}

/// A wide window has a clinic's card beside the list.
const WIDER: [(u16, u16); 3] = [(40, 12), (80, 24), (140, 45)];

#[test]
fn cost() {
    of_clinics("cost", "4");
}

#[test]
fn cost_insured() {
    let keys = "4 right right down 1 2 4 0 down down down down down down right down 2 0 0 0";
    of_clinics("cost-insured", &format!("{keys} down down down 2 0 down 1 0 6 0 0 esc"));
}

fn of_clinics(name: &str, keys: &str) {
    for (width, height) in WIDER {
        let mut screen = Screen::bundled(width, height);
        screen.press(keys);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.text());
    }
}

#[test]
fn clinics() {
    of_clinics("clinics", "3 @ 9 8 1 0 1 enter down shift-c down shift-c");
}

#[test]
fn filters() {
    of_clinics("filters", "3 shift-f down down down space");
}

#[test]
fn clinic() {
    of_clinics("clinic", "3 / m i n d b l o o m enter enter");
}

#[test]
fn compared() {
    of_clinics("compared", "3 shift-c down shift-c home enter");
}

#[test]
fn crisis() {
    at_each_size("crisis", "9");
}

#[test]
fn help() {
    at_each_size("help", "enter ?");
}
