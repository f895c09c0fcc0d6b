//! Text as it is written and as it is said.

use super::{lines, spoken};

#[track_caller]
fn all(pairs: &[(&str, &str)]) {
    for (written, said) in pairs {
        assert_eq!(spoken(written), *said, "{written}");
    }
}

#[test]
fn money_is_said_as_people_say_it() {
    all(&[
        ("It costs $2,100 to $952.59.", "It costs 2,100 dollars to 952 dollars and 59 cents."),
        ("$5.00 at 9 p.m., or $1", "5 dollars at 9 p.m. or 1 dollar"),
        ("$1,356.08\u{2013}$1,400", "1,356 dollars and 8 cents to 1,400 dollars"),
        ("$350-600, $350 \u{2013} $600", "350 to 600 dollars, 350 dollars to 600 dollars"),
        ("$0.50, $1.01, $.05", "50 cents, 1 dollar and 1 cent, 5 cents"),
        ("-$5, \u{2212}$5.", "minus 5 dollars, minus 5 dollars."),
        (
            "$1.5 million, $10K, \u{20ac}5, 5 \u{20ac}",
            "1.5 million dollars, 10 thousand dollars, 5 euros, 5 euros",
        ),
        (
            "~$350/session, <$10, $1,500+",
            "about 350 dollars per session, less than 10 dollars, 1,500 dollars or more",
        ),
        (
            "$ 20, $ ..... each, $400 / visit, 5 mg / day, 3 / week",
            "20 dollars, blank dollars each, 400 dollars per visit, 5 milligrams per day, 3 per week",
        ),
        ("US$20", "US 20 dollars"),
    ]);
}

#[test]
fn numbers_keep_what_they_mean() {
    all(&[
        ("58.7% of 1,078 people", "58.7 percent of 1,078 people"),
        (
            "\u{2265} 5 %, \u{2264}5%, 5\u{2013}10%",
            "at least 5 percent, at most 5 percent, 5 to 10 percent",
        ),
        (
            "\u{2212}3.16, -3.16, \u{b1}3, +/-3",
            "minus 3.16, minus 3.16, plus or minus 3, plus or minus 3",
        ),
        ("above 140/90, 3-4 weeks, 3 \u{2013} 4", "above 140 over 90, 3 to 4 weeks, 3 to 4"),
        ("10/15 people, 3 of 15, 1/2", "10 slash 15 people, 3 of 15, one half"),
        (
            "3\u{d7}/week, 10:1, 401(k) plan, CO\u{2082}",
            "3 times per week, 10 to 1, 401 k plan, CO2",
        ),
        ("p<.05, n=162, p = .026", "p less than 0.05, n equals 162, p equals 0.026"),
        (
            "2 \u{d7} 3, 2x, 3x/week, 6 x 400, 10x10",
            "2 times 3, 2 times, 3 times per week, 6 times 400, 10 by 10",
        ),
        (
            "5 - 3 = 2, 3 - 5, in 2022 - 15, 5 \u{2192} 3",
            "5 minus 3 equals 2, 3 to 5, in 2022, 15, 5 to 3",
        ),
        ("\u{bd}, 1\u{bd} hours", "one half, 1 and one half hours"),
        ("200 + 250 = 450", "200 plus 250 equals 450"),
        (
            "24/7, 9am-5pm, 9:30\u{2013}10:30, 18+",
            "24 7, 9 a.m. to 5 p.m. 9:30 to 10:30, 18 or more",
        ),
        (
            "2016-2022, 2021-22, 1970s, 1st, 30-person",
            "2016 to 2022, 2021 to 22, 1970s, 1st, 30-person",
        ),
        ("version 0.1.0, rows 1,2", "version 0.1.0, rows 1, 2"),
        (
            "#1, \u{a7}3, 20 \u{b0}C, 5\u{b0}, \u{a9} 2026",
            "number 1, section 3, 20 degrees Celsius, 5 degrees, copyright 2026",
        ),
    ]);
}

#[test]
fn units_are_said_in_full() {
    all(&[
        (
            "0.2 mg/kg, 0.5mg/kg/hr",
            "0.2 milligrams per kilogram, 0.5 milligrams per kilogram per hour",
        ),
        (
            "by the mg, 1 mg, in mg, 56mg, .5 mg",
            "by the milligram, 1 milligram, in milligrams, 56 milligrams, 0.5 milligrams",
        ),
        (
            "0.5 milligrams per kg, a 28-mg dose, 5-10 mg",
            "0.5 milligrams per kilogram, a 28 milligram dose, 5 to 10 milligrams",
        ),
        ("2 g/24 h, ~20 min, CAPS-5 h", "2 grams per 24 hours, about 20 minutes, CAPS-5 h"),
        ("5 g, 2 h, 30 min., type g", "5 grams, 2 hours, 30 minutes. type g"),
        ("120/80 mmHg, 50 \u{b5}g", "120 over 80 millimeters of mercury, 50 micrograms"),
    ]);
}

#[test]
fn numbers_to_call_and_codes_are_said_digit_by_digit() {
    let line = "8 0 0, 6 6 2, 4 3 5 7";
    for written in [
        "800-662-4357",
        "800/662-4357",
        "(800) 662-4357",
        "800.662.4357",
        "800 662 4357",
        "(800)662-4357",
    ] {
        assert_eq!(spoken(&format!("Call {written}.")), format!("Call {line}."));
    }
    all(&[
        ("Call 988, or 1-800-662-4357.", "Call 9 8 8, or 1, 8 0 0, 6 6 2, 4 3 5 7."),
        ("+1 (800) 662-4357 now", "plus 1, 8 0 0, 6 6 2, 4 3 5 7 now"),
        ("+44 20 7946 0958", "plus 4 4, 2 0, 7 9 4 6, 0 9 5 8"),
        ("0800 123 4567; 662-4357", "0 8 0 0, 1 2 3, 4 5 6 7; 6 6 2, 4 3 5 7"),
        ("1-800-273-TALK (8255)", "1, 8 0 0, 2 7 3, TALK, 8255"),
        ("741741, 741-741, 838255", "7 4 1 7 4 1, 7 4 1, 7 4 1, 8 3 8 2 5 5"),
        (
            "988/911, the 988 Suicide & Crisis Lifeline",
            "9 8 8 slash 9 1 1, the 9 8 8 Suicide and Crisis Lifeline",
        ),
        ("G2082, 99212, J0013, 007", "G 2 0 8 2, 9 9 2 1 2, J 0 0 1 3, 0 0 7"),
        ("10000 people, CAPS-5, PHQ-9", "10,000 people, CAPS-5, PHQ-9"),
        ("02139-4307", "0 2 1 3 9, 4 3 0 7"),
    ]);
}

#[test]
fn dates_are_said_alike_however_they_are_written() {
    for written in [
        "2026-12-31",
        "31 December 2026",
        "31 Dec. 2026",
        "12/31/2026",
        "31/12/2026",
        "12/31/26",
        "31.12.2026",
        "2026/12/31",
    ] {
        assert_eq!(spoken(&format!("by {written}, or")), "by December 31, 2026, or");
    }
    all(&[
        ("2026-11-23T10:30, 10 a.m.\u{2013}2 p.m.", "November 23, 2026, 10:30, 10 a.m. to 2 p.m."),
        ("2026-11, 9/11", "November 2026, 9 11"),
        ("In group 5 May be", "In group 5 May be"),
    ]);
}

#[test]
fn addresses_are_said_sign_by_sign() {
    all(&[
        ("at 988lifeline.org (\"free\") now", "at 9 8 8 lifeline dot org, free, now"),
        (
            "https://www.va.gov/find-help/?a=b&c=1_2#x",
            "w w w dot va dot gov slash find dash help slash question mark a equals b and c equals 1 underscore 2 hash x",
        ),
        ("<a.b+c@d.org>, me@x.com.", "a dot b plus c at d dot org, me at x dot com."),
        (
            "my-plan.toml in ~/notes or src/speech.rs",
            "my dash plan dot toml in tilde slash notes or src slash speech dot rs",
        ),
        (
            "ftp://a.example C:\\notes HTTPS://A.EXAMPLE",
            "ftp colon slash slash a dot example C: backslash notes A dot EXAMPLE",
        ),
        ("e.g. at 9 p.m. in the U.S. by a Ph.D.", "e.g. at 9 p.m. in the U.S. by a Ph.D."),
    ]);
}

#[test]
fn signs_are_said_and_blanks_are_called_blank() {
    all(&[
        (
            "Touch: never / ask me each time / only here: ____",
            "Touch: never, or ask me each time, or only here: blank",
        ),
        ("ls guides/*.md", "ls guides slash star dot md"),
        ("__/__/____ Name", "blank slash blank slash blank, Name"),
        ("In: ____ Not in: ____. So ____ it", "In: blank, Not in: blank. So blank it"),
        (
            "B: ..... visits at $..... each = $.....",
            "B: blank visits at blank dollars each equals blank dollars",
        ),
        ("Name:______ [ ] yes", "Name: blank, blank, yes"),
        (
            "Q&A, R & D, A+, C++, and/or, VA/DoD",
            "Q and A, R and D, A plus, C plus plus, and or, VA slash DoD",
        ),
        (
            "a -> b, a >= b, a < b, x_y, x^2, 100%",
            "a to b, a at least b, a less than b, x underscore y, x caret 2, 100 percent",
        ),
        ("*** ===== ---", ""),
        (
            "guidepost --help -h, a--b, U.S.-based, 5 mg-10 mg",
            "guidepost dash dash help dash h, a, b, U.S. based, 5 milligrams to 10 milligrams",
        ),
        (
            "price* #help @me \u{2713} Spravato\u{ae} m\u{b2}",
            "price star hash help at me yes Spravato m squared",
        ),
        (
            "so... wait \u{2014} \u{201c}no\u{201d}\u{2014}yes medicine(s)",
            "so. wait, no, yes medicines",
        ),
        ("?", "question mark"),
    ]);
}

#[test]
fn words_of_any_script_stay_whole() {
    all(&[
        ("don\u{2019}t well-known patients\u{2019}", "don't well-known patients"),
        ("100\u{ff05}\u{3067}\u{3059}\u{ff01}\u{ff08}a\u{ff09}", "100 percent \u{3067}\u{3059}! a"),
        ("\u{4f60}\u{597d}\u{3002}\u{518d}\u{89c1}", "\u{4f60}\u{597d}. \u{518d}\u{89c1}"),
        (
            "\u{939}\u{93f}\u{928}\u{94d}\u{926}\u{940} caf\u{e9}",
            "\u{939}\u{93f}\u{928}\u{94d}\u{926}\u{940} caf\u{e9}",
        ),
    ]);
}

fn said(text: &str) -> Vec<String> {
    let guide = crate::guide::Guide::new("g", "g.md", text.to_owned());
    guide.outline();
    (0..guide.pieces()).flat_map(|i| lines(&guide.blocks(i))).collect()
}

#[test]
fn each_line_is_a_sentence_and_lists_and_tables_are_told_in_words() {
    let text = "# Title\n\n1. One\n2. Two,\n   - in it\n\n| a | b? |  |\n| - | - | - |\n| x | $3 | |\n| | - | z |\n\n***\n";
    let all = [
        "Title.",
        "Number 1. One.",
        "Number 2. Two.",
        "in it.",
        "a: x. b? 3 dollars.",
        "a: blank. b? blank. z.",
    ];
    assert_eq!(said(text), all);
    assert_eq!(said("| a | b |\n| - | - |\n"), ["a, b."]);
}

#[test]
fn boxes_quotes_alerts_footnotes_and_struck_words_are_said_to_be_such() {
    let text = "- [ ] Call\n- [x] Asked\n\n> Never.\n\n> [!TIP]\n> Rest.\n\n\
        Take[^n] ~~50 **mg**~~ 25 mg\\\nnow\n\n[^n]: By mouth.\n";
    let all = [
        "Box: Call.",
        "Checked box: Asked.",
        "Quote: Never.",
        "Tip.",
        "Rest.",
        "Take, struck out: 50 milligrams, 25 milligrams.",
        "now.",
        "Footnote: By mouth.",
    ];
    assert_eq!(said(text), all);
}

#[test]
fn pictures_code_and_html_are_told_in_words() {
    let text = "```bars\ntitle = \"Price?\"\nunit = \"dollars\"\nrows = [{ label = \"Shot\", low = 275, high = 1800 }]\n```\n\n\
        ```icons\ntitle = \"Who\"\nof = 15\ngroups = [{ label = \"A & B\", n = 3 }]\n```\n\n\
        ```\nx = 5;\n\nguidepost read --format speak <file>\n```\n\n<p>5 &lt; 6<br>end</p>\n";
    let all = [
        "Price?",
        "Shot: 275 dollars to 1,800 dollars.",
        "Who.",
        "A and B: 3 of 15.",
        "x equals 5.",
        "guidepost read dash dash format speak, file.",
        "5 less than 6.",
        "end.",
    ];
    assert_eq!(said(text), all);
}
