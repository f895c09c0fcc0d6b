//! Every bundled theme can be read, by the program and by eyes.

use strum::IntoEnumIterator;

use super::contrast::rgb;
use super::*;

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
    let theme =
        Theme::parse("title = \"mine\"\n[look]\nlink = { fg = 117 }\n").expect("a theme").theme;
    assert_eq!(theme.look(Role::Link), Look { fg: Some(117), ..Look::default() });
    assert_eq!(theme.look(Part::Focus), Theme::default().look(Part::Focus));
    assert!(theme.pairs().is_empty());
}

#[test]
fn a_fault_has_its_line_and_says_what_to_do() {
    let cases = [
        ("title = \"x\"\nbackground = 9\n", 2, "background is 9, one of the 16"),
        (
            "title = \"x\"\nbackground = 256\n",
            2,
            "background is 256, which is no colour; use 16 to 255",
        ),
        ("title = \"x\"\n[look]\nlink = { fg = 1 }\n", 3, "look.link.fg is 1, one of the 16"),
        (
            "title = \"x\"\n[look]\nlink = { fgg = 99 }\n",
            3,
            "look.link.fgg is none of a look; the nearest is \"fg\"",
        ),
        ("title = \"x\"\n[look]\nlink = { color = 99 }\n", 3, "a look has fg, bg, bold"),
        (
            "title = \"x\"\n[look]\nselectd = { fg = 99 }\n",
            3,
            "\"selectd\" to look at; guidepost config lists",
        ),
        ("title = \"x\"\n[look]\n\nlnk = { fg = 99 }\n", 4, "the nearest is \"link\""),
        ("title = \"x\"\n[look]\nfocus = {}\n", 3, "focus looks like text"),
        ("title = \"x\"\n[look]\nfocus = { fg = 20 }\n", 3, "name both"),
        ("title = \"x\"\n[look]\nkey = { bg = 20 }\n", 3, "name both"),
        ("title = \"x\"\nbackgruond = 20\n", 2, "backgruond"),
        ("title = \"x\"\ntitle = \"y\"\n", 2, "duplicate"),
        ("[look]\nlink = { fg = 99 }\n", 1, "it has no title; write title"),
        ("title = 3\n", 1, "title is 3; write a few words in quotes"),
        ("title = \"x\"\nlook = 3\n", 2, "write the looks of parts below [look]"),
        ("title = \"x\"\n[look]\nlink = \"red\"\n", 3, "write a look, such as { fg = 117"),
        (
            "title = \"x\"\n[look]\nlink = { fg = \"red\" }\n",
            3,
            "the number of a colour, 16 to 255",
        ),
        ("title = \"x\"\n[look]\nlink = { fg = 17.5 }\n", 3, "the number of a colour, 16 to 255"),
        ("title = \"x\"\n[look]\nlink = { bold = \"yes\" }\n", 3, "write true or false"),
    ];
    for (text, line, wanted) in cases {
        let wrong = Theme::parse(text).expect_err(text);
        let [(at, message)] = &wrong[..] else { panic!("{text}{wrong:?}") };
        assert_eq!(*at, line, "{text}{message}");
        assert!(message.contains(wanted), "{message}");
    }
    let wrong = Theme::parse("title = \"x\"\nbackground = 234\n").expect_err("no text");
    assert!(wrong[0].0 == 2 && wrong[0].1.contains("needs a colour of text"), "{wrong:?}");
}

#[test]
fn every_fault_is_told_at_once_each_with_its_line_and_key() {
    let text = "titel = \"x\"\nbackground = \"black\"\n[look]\ntext = { fg = 300, bold = 1 }\n\
                lnik = { fg = 99 }\nkey = { bg = 20 }\nfocus = {}\nlink = { fg = 99\nnote = { fg = 99 }\n";
    let wrong = Theme::parse(text).expect_err("wrong");
    let said: Vec<_> = wrong.iter().map(|(line, said)| format!("{line}: {said}")).collect();
    assert_eq!(
        said,
        [
            "1: a theme has no \"titel\"; the nearest is \"title\"",
            "1: it has no title; write title = \"…\", a few words on what it is",
            "2: background is the text \"black\"; write the number of a colour, 16 to 255",
            "4: look.text.bold is 1; write true or false",
            "4: look.text.fg is 300, which is no colour; use 16 to 255",
            "5: there is no part \"lnik\" to look at; the nearest is \"link\"",
            "6: look.key names bg but no fg; name both",
            "7: look.focus looks like text; give it colours or an attribute",
            "9: unclosed inline table, expected `}`",
        ]
    );
    // Not what only seems wrong because of a fault that is told.
    let text = "title = \"x\"\nbackground = 234\n[look]\ntext = { fg = \"red\", bg = 234 }\n";
    assert_eq!(Theme::parse(text).expect_err("wrong").len(), 1);
}

#[test]
fn what_is_too_faint_is_named_with_its_line_and_crisis_help_stays_readable() {
    let text = "title = \"x\"\nbackground = 234\n[look]\ntext = { fg = 252 }\nlink = { fg = 236 }\n\
                key = { bold = true }\nfocus = { fg = 20, bg = 20 }\ncrisis = { fg = 250, bg = 242 }\n";
    let Own { theme, faint } = Theme::parse(text).expect("a theme");
    let said: Vec<_> = faint.iter().map(|(line, faint)| format!("{line}: {faint}")).collect();
    assert_eq!(
        said,
        [
            "5: link has a contrast of 1.2 to 1 and needs 4.5; take colours that are further apart",
            "8: crisis has a contrast of 2.7 to 1 and needs 7; it looks as in the default theme",
            "7: focus has a contrast of 1 to 1 and needs 4.5; take colours that are further apart",
        ]
    );
    assert_eq!(theme.look(Part::Crisis), Theme::default().look(Part::Crisis));
    assert_eq!(theme.look(Part::Focus).bg, Some(20), "the rest is the user's own");
    // What has the colours of the text is not named again.
    let text =
        "title = \"x\"\nbackground = 234\n[look]\ntext = { fg = 236 }\nkey = { bold = true }\n";
    assert_eq!(Theme::parse(text).expect("a theme").faint.len(), 1);
}
