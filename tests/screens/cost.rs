//! The calculator: fields, estimate, papers, and what other screens put into it.

use guidepost::clinic::List;
use guidepost::library::{self, Library};
use guidepost::tui::app::Effect;

use super::Screen;

/// The calculator in a window of this size.
fn cost(width: u16, height: u16) -> Screen {
    let mut screen = Screen::bundled(width, height);
    screen.press("4");
    screen
}

/// Goes to the field called so.
fn field(screen: &mut Screen, label: &str) {
    for _ in 0..40 {
        if screen.marked().is_some_and(|row| row.starts_with(label)) {
            return;
        }
        screen.press("down");
    }
    panic!("no field \"{label}\" in {}", screen.text());
}

/// True while the fields have the keys: letters and digits are typed then.
fn in_form(screen: &Screen) -> bool {
    screen.rows()[0].ends_with("F9 crisis")
}

/// Types into the field called so.
fn put(screen: &mut Screen, label: &str, typed: &str) {
    if !in_form(screen) {
        screen.press("left");
    }
    for _ in 0..60 {
        screen.press("backtab");
    }
    field(screen, label);
    screen.type_in(typed);
}

/// What a row of the form says, its value behind its label.
fn value(screen: &Screen, label: &str) -> String {
    let rows = screen.rows();
    let row = rows.iter().find_map(|row| {
        let row = row.trim_start_matches(['>', ' ']);
        row.strip_prefix(label)
    });
    let row = row.unwrap_or_else(|| panic!("no field \"{label}\" in {}", screen.text()));
    row.split("  ").map(str::trim).find(|part| !part.is_empty()).unwrap_or_default().to_owned()
}

/// The whole estimate as it would be printed.
fn estimate(screen: &mut Screen) -> String {
    let (name, text, _) = printed(screen, 0, "x");
    screen.app.saved(&name, Ok(()));
    text
}

#[test]
fn what_is_typed_changes_the_estimate_at_once() {
    let mut screen = cost(120, 60);
    assert!(screen.text().contains("First year, 12 months         $5,950  $7,900   $13,950"));
    put(&mut screen, "Price a session", "500");
    // 250 and 17 times 500; the checks of 0 and 350 stay as they were.
    assert!(
        screen.text().contains("First year, 12 months         $8,500  $8,750   $8,850"),
        "{}",
        screen.text()
    );
    put(&mut screen, "Months counted", "1");
    assert!(screen.words().contains("1 month $3,000 $3,250 $3,350"), "{}", screen.text());
}

/// Every field there can be takes what is typed or chosen, and the estimate follows.
#[test]
fn every_field_is_changed_by_keys() {
    let mut screen = cost(140, 70);
    screen.press("right right");
    assert_eq!(value(&screen, "Route"), "< Spravato >");
    let mut seen = vec![estimate(&mut screen)];
    // What is typed stands in the fields and not in the estimate.
    let mut changed = |screen: &mut Screen, label: &str| {
        let text = screen.text();
        assert!(!text.contains("Not taken"), "{label}: {text}");
        let estimate = estimate(screen);
        assert!(!seen.contains(&estimate), "{label} changes nothing: {text}");
        seen.push(estimate);
    };
    for (label, typed) in [
        ("Price a session", "1000-1300"),
        ("Sessions to start", "10"),
        ("Days between upkeep", "7"),
        ("Months counted", "24"),
        ("First exam", "300"),
        ("Therapy visits", "4"),
        ("Price of such visit", "150"),
    ] {
        put(&mut screen, label, typed);
        changed(&mut screen, label);
    }
    put(&mut screen, "Covered", "");
    screen.press("enter");
    for (label, typed) in [
        ("Deductible", "2000"),
        ("Deductible met", "500"),
        ("Your percent", "20"),
        ("Yearly limit", "5000"),
        ("Limit met", "300"),
        ("Months to new year", "5"),
    ] {
        put(&mut screen, label, typed);
        changed(&mut screen, label);
    }
    put(&mut screen, "Maker's programme", "");
    screen.press("right");
    changed(&mut screen, "Maker's programme");
    for (label, typed) in
        [("Drug, a session", "600-800"), ("You pay at least", "25"), ("It pays a year", "900")]
    {
        put(&mut screen, label, typed);
        changed(&mut screen, label);
    }
    put(&mut screen, "Counts toward plan", "");
    screen.press("left");
    changed(&mut screen, "Counts toward plan");
    put(&mut screen, "After it you pay", "2");
    put(&mut screen, "Copay a claim", "60");
    changed(&mut screen, "Copay a claim");
    for label in [
        "Lab tests and EKG",
        "Anti-nausea medicine",
        "Ride both ways",
        "Lost pay",
        "Child care",
        "Hotel",
        "Therapist elsewhere",
        "Psychiatrist visits",
        "Missed-visit fee",
        "Shipping",
        "Blood-pressure cuff",
    ] {
        put(&mut screen, label, "35.50");
        changed(&mut screen, label);
    }
    for (label, typed) in
        [("Miles, both ways", "40"), ("Pay over months", "24"), ("Interest a year, %", "9.9")]
    {
        put(&mut screen, label, typed);
        changed(&mut screen, label);
    }
}

#[test]
fn fields_that_belong_to_other_routes_come_and_go_with_them() {
    let mut screen = cost(140, 60);
    screen.press("right right right");
    assert_eq!(value(&screen, "Route"), "< with therapy >");
    assert_eq!(value(&screen, "Intake"), "200");
    put(&mut screen, "Intake", "150");
    assert!(estimate(&mut screen).contains("Intake"), "{}", screen.text());
    put(&mut screen, "Route", "");
    screen.press("right");
    assert!(!screen.text().contains("Intake"), "{}", screen.text());
    put(&mut screen, "Paid by", "");
    screen.press("enter");
    assert_eq!(value(&screen, "Price a month"), "129");
    assert!(screen.words().contains("First year, 12 months $1,548 $1,548 $1,548"));
    assert!(!screen.text().contains("Sessions to start"), "{}", screen.text());
}

#[test]
fn what_cannot_be_taken_is_marked_with_the_reason_and_the_estimate_stays() {
    let mut screen = cost(100, 40);
    let before = screen.rows()[3..].join("\n").contains("$7,900");
    assert!(before, "{}", screen.text());
    for (typed, why) in [
        ("-5", "is negative"),
        ("450.125", "has more than"),
        ("nan", "is no number"),
        ("2000000", "is more than"),
        ("800-350", "the lowest"),
        ("1-2-3-4", "give one price"),
    ] {
        put(&mut screen, "Price a session", typed);
        let words = screen.words();
        assert!(words.contains("Not taken:") && words.contains(why), "{typed}: {words}");
        assert!(words.contains("$7,900"), "{typed}: {words}");
        // It still stands there when the focus has moved on.
        screen.press("down");
        assert!(screen.text().contains(&format!("{typed} !")), "{}", screen.text());
        assert!(screen.words().contains(why), "{}", screen.text());
    }
    put(&mut screen, "Price a session", "450");
    assert!(!screen.text().contains("Not taken"), "{}", screen.text());
}

#[test]
fn escape_leaves_the_fields_and_digits_are_areas_then() {
    let mut screen = cost(80, 24);
    screen.press("down 3");
    assert!(screen.text().starts_with(" Cost"), "the digit is typed: {}", screen.text());
    assert_eq!(value(&screen, "Price a session"), "3");
    // Crisis help has a key that is not typed, and the header names it.
    assert!(screen.rows()[0].ends_with("F9 crisis"), "{}", screen.text());
    screen.press("esc 3");
    assert!(screen.text().starts_with(" Clinics"), "{}", screen.text());
    screen.press("backspace left");
    assert_eq!(value(&screen, "Price a session"), "3");
    screen.press("esc esc");
    assert!(screen.text().starts_with(" guidepost: Guides"), "{}", screen.text());
}

#[test]
fn the_last_changes_are_undone_one_by_one() {
    let mut screen = cost(100, 40);
    let first = screen.rows()[1..38].join("\n");
    put(&mut screen, "Price a session", "500");
    put(&mut screen, "Sessions to start", "8");
    screen.press("esc shift-u");
    assert!(screen.text().contains("undone: Sessions to start"), "{}", screen.text());
    assert_eq!(value(&screen, "Sessions to start"), "6");
    assert_eq!(value(&screen, "Price a session"), "500");
    screen.press("shift-u left home");
    assert_eq!(value(&screen, "Price a session"), "350-450-800");
    for _ in 0..60 {
        screen.press("backtab");
    }
    assert_eq!(screen.rows()[1..38].join("\n"), first);
}

#[test]
fn in_a_narrow_window_fields_and_estimate_take_turns() {
    let mut screen = cost(40, 12);
    assert!(screen.text().contains("$2,950 month 1, $7,900 year 1"), "{}", screen.text());
    assert!(!screen.text().contains("You pay"));
    screen.press("esc");
    assert!(screen.text().contains("You pay"), "{}", screen.text());
    screen.press("left");
    assert!(screen.marked().is_some_and(|row| row.starts_with("Route")), "{}", screen.text());
    // Nothing of a price is lost where the column is narrow.
    screen.press("right right down");
    assert!(screen.text().contains("900-1240-1600"), "{}", screen.text());
}

#[test]
fn the_working_of_a_month_is_opened_and_found() {
    let mut screen = cost(80, 40);
    screen.press("esc / c h a r g e d enter");
    assert!(screen.text().contains("Infusion, start"), "{}", screen.text());
    assert!(screen.words().contains("you pay all of it"), "{}", screen.words());
    screen.press("esc");
    // The months and items are sections to go to.
    let mut screen = cost(80, 24);
    screen.press("esc ] ]");
    assert!(screen.text().contains("Month by month"), "{}", screen.text());
    screen.press("]");
    assert!(screen.text().contains("What each item adds"), "{}", screen.text());
}

#[test]
fn what_is_in_view_stays_there_while_fields_change() {
    let mut screen = cost(120, 40);
    screen.press("esc ] ] ]");
    assert_eq!(screen.rows()[2].trim_start_matches(|c| c != 'W').trim(), "What each item adds");
    screen.press("left down");
    screen.type_in("512.5");
    let rows = screen.rows();
    assert!(rows[2].ends_with("What each item adds"), "{}", screen.text());
    assert!(screen.words().contains("$512.50"), "{}", screen.text());
}

#[test]
fn going_back_leads_to_the_same_section_though_figures_have_changed() {
    let mut screen = cost(80, 24);
    screen.press("esc ] ] ] ]");
    let there = screen.rows()[2].clone();
    assert!(there.ends_with("How it is worked out"), "{}", screen.text());
    screen.press("1 4 left");
    put(&mut screen, "Months counted", "24");
    screen.press("esc 1 backspace backspace backspace");
    assert!(screen.rows()[2].ends_with("How it is worked out"), "{}", screen.text());
}

#[test]
fn a_fact_behind_a_figure_is_shown() {
    let mut screen = cost(80, 40);
    screen.press("esc tab enter");
    assert!(screen.text().contains("What figure [1] rests on"), "{}", screen.text());
}

#[test]
fn the_letter_and_the_words_for_a_call_open_as_cards() {
    for (steps, title) in [("backtab backtab", "A letter"), ("backtab", "Words for a call")] {
        let mut screen = cost(80, 40);
        put(&mut screen, "Price a session", "512.5");
        screen.press("esc end");
        screen.press(steps).press("enter");
        let text = screen.text();
        assert!(text.starts_with(&format!(" {title}")), "{text}");
        assert!(!text.contains("[^"), "{text}");
        screen.press("y");
        let [Effect::Copy(copied)] = &screen.effects[..] else { panic!("{:?}", screen.effects) };
        assert!(copied.contains("my figure: $512.50"), "{copied}");
    }
}

/// What the reader asks to be written when a name is typed for the paper at `row`.
fn printed(screen: &mut Screen, row: usize, name: &str) -> (String, String, bool) {
    if in_form(screen) {
        screen.press("esc");
    }
    screen.press("p").press(&"down ".repeat(row)).press("enter");
    screen.type_in(name).press("enter");
    let [Effect::Save { name, text, over }] = &screen.effects[..] else {
        panic!("{:?} {}", screen.effects, screen.text())
    };
    (name.clone(), text.clone(), *over)
}

#[test]
fn each_paper_is_printed_to_the_file_that_is_named() {
    for (row, beginning) in [
        (0, "IV infusions: estimate\n"),
        (1, "# IV infusions: estimate"),
        (2, "day,month,item,phase,amount,"),
        (3, "{\"schema\":1,\"kind\":\"cost\",\"route\":\"iv\","),
        (4, "title = \"IV infusions\"\n"),
        (5, "A letter that asks for a price in writing\n"),
        (6, "A call to ask what it costs\n"),
    ] {
        let mut screen = cost(80, 24);
        let (name, text, over) = printed(&mut screen, row, "my plan.txt");
        assert_eq!((name.as_str(), over), ("my plan.txt", false));
        assert!(text.starts_with(beginning), "{text}");
    }
}

#[test]
fn a_file_is_written_over_only_after_a_yes() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("printing");
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("estimate.txt");
    std::fs::write(&path, "mine").expect("a file");
    let name = path.to_string_lossy().into_owned();
    let mut screen = cost(80, 24);
    let (_, text, over) = printed(&mut screen, 0, &name);
    let written = library::write(&path, &text, over);
    screen.app.saved(&name, written);
    assert!(screen.text().contains("Write over it?"), "{}", screen.text());
    // In the narrowest window that is made for, the answer is seen while it is typed.
    screen.app.resize(40, 12);
    screen.type_in("yes");
    assert!(screen.text().contains("Write over it? yes/no: yes"), "{}", screen.text());
    screen.press("esc");
    for no in ["n", "no", "", "ye"] {
        let mut screen = cost(80, 24);
        let (_, text, over) = printed(&mut screen, 0, &name);
        screen.app.saved(&name, library::write(&path, &text, over));
        screen.type_in(no).press("enter");
        assert_eq!(screen.effects, [], "{no}");
        assert!(screen.text().contains("not written"), "{}", screen.text());
    }
    assert_eq!(std::fs::read_to_string(&path).expect("there"), "mine");
    screen.type_in("yes").press("enter");
    let [Effect::Save { over: true, text, .. }] = &screen.effects.clone()[..] else {
        panic!("{:?}", screen.effects)
    };
    screen.app.saved(&name, library::write(&path, text, true));
    assert_eq!(&std::fs::read_to_string(&path).expect("there"), text);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_file_that_cannot_be_written_is_said_to_be_so_and_its_name_is_kept() {
    let mut screen = cost(100, 24);
    let (name, text, over) = printed(&mut screen, 0, "no/such/folder.txt");
    screen.app.saved(&name, library::write(name.as_ref(), &text, over));
    assert!(screen.text().contains("cannot be written"), "{}", screen.text());
    screen.press("p enter");
    assert!(screen.text().contains("Print to: no/such/folder.txt"), "{}", screen.text());
    screen.press("esc esc");
    assert!(!screen.text().contains("Print to:"), "{}", screen.text());
}

/// A list with these rows under id, name, state, treatments, price unit, low and high.
fn listed(rows: &str) -> Screen {
    let head = "id,name,state,treatments,price_treatment,price_low_usd,price_high_usd\n";
    let (list, faults) = List::parse("own.csv", format!("{head}{rows}"));
    assert!(faults.is_empty(), "{faults:?}");
    let mut library = Library::bundled();
    library.take_clinics(list);
    Screen::of(library, None, 120, 60)
}

#[test]
fn a_clinic_s_price_goes_into_the_calculator_with_one_key() {
    let mut screen = listed("a,Calm \u{1b}[2JHouse,CA,iv,iv,400,500\n");
    screen.press("3");
    let words = screen.words();
    assert!(words.contains("What it may cost there"), "{words}");
    assert!(words.contains("with the price of a session that it states"), "{words}");
    screen.press("$");
    assert_eq!(value(&screen, "Price a session"), "400-450-500");
    assert!(screen.text().contains("Calm"), "{}", screen.text());
    assert!(!screen.text().contains('\u{1b}'));
    screen.press("/ s t a t e s enter");
    assert!(screen.words().contains("House states"), "{}", screen.words());
    screen.press("esc");
    // What is typed over it is not the clinic's any more.
    put(&mut screen, "Price a session", "300");
    screen.press("esc");
    assert!(!screen.words().contains("House states"), "{}", screen.words());
}

#[test]
fn why_the_calculator_cannot_use_a_price_is_said() {
    let mut screen = listed("a,Calm House,CA,iv,iv-pain,400,500\nb,Other,CA,kap,,,\n");
    screen.press("3 $");
    assert!(
        screen.text().contains("Calm House: its price is for \"iv-pain\""),
        "{}",
        screen.text()
    );
    assert!(screen.words().contains("with common prices, since it states none that fits"));
    // Where none is stated there is none to take.
    let before = screen.press("down").text();
    assert_eq!(screen.press("$").text(), before);
}

#[test]
fn a_price_is_taken_from_a_clinic_s_card_too() {
    let mut screen = listed("a,Calm House,CA,iv,iv,400,500\n");
    screen.press("3 enter $");
    assert_eq!(value(&screen, "Price a session"), "400-450-500");
    screen.press("shift-u");
    assert_eq!(value(&screen, "Price a session"), "350-450-800");
}

#[test]
fn cards_of_something_else_take_no_price() {
    let mut screen = listed("a,Calm House,CA,iv,iv,400,500\nb,Other,CA,iv,iv,300,300\n");
    screen.press("3 shift-c down shift-c up");
    for over in ["9", "up enter"] {
        screen.press(over);
        let before = screen.text();
        assert_eq!(screen.press("$").text(), before, "{over}");
        screen.press("esc");
    }
}

#[test]
fn what_is_typed_for_a_file_is_forgotten_with_its_line() {
    let mut screen = cost(80, 24);
    screen.press("esc p enter");
    screen.type_in("secret.txt");
    // A click elsewhere, crisis help and Escape write nothing, and leave nothing behind.
    screen.press("f9 esc esc esc");
    assert!(!screen.text().contains("Print to:"), "{}", screen.text());
    screen.press("/ c h a r g e d enter");
    assert!(!screen.effects.iter().any(|effect| matches!(effect, Effect::Save { .. })));
    screen.press("esc p enter enter");
    assert_eq!(screen.effects, []);
}

#[test]
fn undoing_brings_the_clinic_back_with_its_price() {
    let mut screen = listed("a,Calm House,CA,iv,iv,400,500\n");
    screen.press("3 $");
    put(&mut screen, "Price a session", "300");
    screen.press("esc shift-u left");
    assert!(estimate(&mut screen).contains("Calm House states"));
}

#[test]
fn each_route_keeps_what_was_said_of_it() {
    let mut screen = cost(120, 60);
    put(&mut screen, "Price a session", "1000");
    put(&mut screen, "Route", "3");
    put(&mut screen, "Sessions to start", "10");
    put(&mut screen, "Months counted", "6");
    put(&mut screen, "Route", "1");
    assert_eq!(value(&screen, "Price a session"), "1000");
    // What is no matter of the route stays with the person.
    assert_eq!(value(&screen, "Months counted"), "6");
    put(&mut screen, "Route", "3");
    assert_eq!(value(&screen, "Sessions to start"), "10");
}

#[test]
fn digits_choose_in_a_field_of_choices_and_lead_nowhere_else() {
    let mut screen = cost(80, 24);
    screen.press("3");
    assert_eq!(value(&screen, "Route"), "< Spravato >");
    screen.press("9 0 x ?");
    assert_eq!(value(&screen, "Route"), "< Spravato >");
    assert!(screen.rows()[0].ends_with("F9 crisis"), "{}", screen.text());
    assert!(screen.words().contains("1 IV, 2 IM shots, 3 Spravato"), "{}", screen.text());
    screen.press("f9");
    assert!(screen.text().contains("Call or text 988"), "{}", screen.text());
}

#[test]
fn what_may_still_become_a_price_is_waited_for() {
    let mut screen = cost(100, 40);
    for typed in ["350-", "350-450-", "450.", "$"] {
        put(&mut screen, "Price a session", typed);
        assert!(!screen.text().contains("Not taken"), "{typed}: {}", screen.text());
        screen.press("down");
        assert!(screen.text().contains("Not taken"), "{typed}: {}", screen.text());
    }
}

#[test]
fn what_is_changed_back_leaves_nothing_to_undo() {
    let mut screen = cost(100, 40);
    screen.press("right left esc");
    assert!(!screen.app.offers(guidepost::action::Action::Undo));
    assert!(screen.text().contains("$7,900 year 1"));
}

#[test]
fn from_120_columns_the_estimate_stands_beside_the_card_in_an_ordinary_window_too() {
    for (width, height, there) in [(119, 24, false), (120, 24, true), (120, 12, false)] {
        let mut screen = Screen::bundled(width, height);
        screen.press("3");
        let text = screen.text();
        assert_eq!(text.contains("What it may cost there"), there, "{width}x{height}: {text}");
        assert_eq!(text.contains("First year, 12 months"), there, "{width}x{height}: {text}");
    }
}

#[test]
fn the_estimate_beside_a_clinic_counts_what_was_said_in_the_calculator() {
    let mut screen = listed("a,Calm House,CA,iv,iv,400,500\n");
    screen.press("4");
    put(&mut screen, "Months counted", "24");
    screen.press("esc 3");
    assert!(screen.words().contains("24 months $"), "{}", screen.words());
}

#[test]
fn a_link_in_a_guide_leads_to_the_calculator_and_back() {
    let text = "# T\n\nSee [the sum](cost:spravato) or [no sum](cost:spravat).\n";
    let mut screen = Screen::document(text, 80, 24);
    screen.press("tab enter");
    assert_eq!(value(&screen, "Route"), "Spravato");
    assert!(screen.text().contains("undo takes it back"), "{}", screen.text());
    screen.press("backspace");
    assert!(screen.text().contains("See the sum"), "{}", screen.text());
    screen.press("tab enter");
    assert!(screen.text().contains("the nearest is \"spravato\""), "{}", screen.text());
}

#[test]
fn the_calculator_holds_at_any_size() {
    for (width, height) in
        [(0, 0), (1, 1), (3, 2), (20, 5), (39, 6), (76, 3), (77, 12), (200, 60), (500, 200)]
    {
        let mut screen = cost(width, height);
        for keys in ["down down", "9", "esc", "esc", "space ]", "left end", "p", "esc", "?"] {
            screen.press(keys);
            screen.text();
            let at = screen.cursor();
            assert!(at.x <= width && at.y <= height);
        }
        screen.app.resize(60, 20);
        screen.text();
    }
}
