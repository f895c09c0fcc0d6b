//! Every bundled theme can be read, by the program and by eyes.

use strum::IntoEnumIterator;

use super::*;

/// The red, green and blue of a colour of the table of 256, from 16 on.
fn rgb(colour: u8) -> [u8; 3] {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match colour.checked_sub(232) {
        Some(grey) => [8 + 10 * grey; 3],
        None => [36, 6, 1].map(|step| LEVELS[usize::from((colour - 16) / step % 6)]),
    }
}

/// The contrast of two colours as WCAG 2 defines it, 1 to 21.
fn contrast(one: u8, two: u8) -> f64 {
    let luminance = |colour| {
        let linear = rgb(colour).map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, two): (f64, f64) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

fn all() -> Vec<Theme> {
    names().into_iter().map(|name| Theme::bundled(name).expect(name)).collect()
}

#[test]
fn the_default_comes_first_and_names_no_colour() {
    assert_eq!(names(), ["terminal", "dark", "high-contrast", "light", "mono"]);
    assert!(!Theme::default().has_colours());
    assert!(Theme::bundled("drak").is_none() && Theme::bundled("../keymap").is_none());
    assert!((contrast(16, 231) - 21.0).abs() < 0.01);
}

#[test]
fn every_pair_of_every_theme_has_enough_contrast() {
    for theme in all() {
        let pairs = theme.pairs();
        if theme.has_colours() {
            assert_eq!(pairs.len(), Part::iter().count(), "{}", theme.name);
        }
        for (part, fg, bg) in pairs {
            let wanted =
                if theme.name == "high-contrast" || part == Part::Crisis { 7.0 } else { 4.5 };
            let found = contrast(fg, bg);
            assert!(found >= wanted, "{} {part:?}: {fg} on {bg} is {found:.2}", theme.name);
            for colour in [fg, bg] {
                let [r, g, b] = rgb(colour);
                assert!(r < 215 || g >= 95 || b >= 95, "{} {part:?}: red", theme.name);
            }
        }
    }
}

#[test]
fn without_colours_the_focus_and_what_was_found_are_told_apart() {
    for theme in all() {
        let plain = theme.without_colours();
        assert!(!plain.has_colours());
        let marks = [Part::Text, Part::Focus, Part::Found, Part::FoundHere];
        for (i, part) in marks.iter().enumerate() {
            for other in &marks[i + 1..] {
                assert_ne!(plain.look(*part), plain.look(*other), "{} {part:?}", plain.name);
            }
        }
        assert!(plain.look(Part::Bar).reversed && plain.look(Part::Focus).reversed);
        assert!(plain.look(Part::Link).underlined && plain.look(Part::Heading).bold);
    }
}

#[test]
fn a_theme_of_one_s_own_takes_the_rest_from_the_default() {
    let theme = Theme::parse("title = \"mine\"\n[look]\nlink = { fg = 117 }\n").expect("a theme");
    assert_eq!(theme.look(Role::Link), Look { fg: Some(117), ..Look::default() });
    assert_eq!(theme.look(Part::Focus), Theme::default().look(Part::Focus));
    assert!(theme.pairs().is_empty());
}

#[test]
fn a_fault_has_its_line_and_says_what_to_do() {
    let cases = [
        ("title = \"x\"\nbackground = 9\n", 2, "use 16 to 255"),
        ("title = \"x\"\nbackground = 256\n", 2, "no colour 256"),
        ("title = \"x\"\n[look]\nlink = { fg = 1 }\n", 3, "use 16 to 255"),
        ("title = \"x\"\n[look]\nlink = { fgg = 99 }\n", 3, "fgg"),
        ("title = \"x\"\n[look]\n\nlnk = { fg = 99 }\n", 4, "the nearest is \"link\""),
        ("title = \"x\"\n[look]\nfocus = {}\n", 3, "focus looks like text"),
        ("title = \"x\"\n[look]\nfocus = { fg = 20 }\n", 3, "name both"),
        ("title = \"x\"\n[look]\nkey = { bg = 20 }\n", 3, "name both"),
        ("title = \"x\"\nbackgruond = 20\n", 2, "backgruond"),
        ("title = \"x\"\ntitle = \"y\"\n", 2, "duplicate"),
    ];
    for (text, line, wanted) in cases {
        let (at, message) = Theme::parse(text).expect_err(text);
        assert_eq!(at, Some(line), "{text}{message}");
        assert!(message.contains(wanted), "{message}");
    }
    let (_, message) = Theme::parse("title = \"x\"\nbackground = 234\n").expect_err("no text");
    assert!(message.contains("needs a colour of text"));
}
