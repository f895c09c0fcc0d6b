//! The questions of every guide, walked, filtered and left by keys.

use guidepost::library::Library;
use guidepost::tui::app::Effect;
use std::fs;
use std::path::Path;

use super::Screen;

/// The questions of the bundled guides.
fn questions(width: u16, height: u16) -> Screen {
    let mut screen = Screen::bundled(width, height);
    screen.press("2");
    screen
}

/// Two guides in a folder, each with questions; none has been read.
fn two_unread(width: u16, height: u16) -> Screen {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faq-guides");
    fs::create_dir_all(folder.join("sub")).expect("a folder for tests");
    let guide = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a guide");
    guide(
        "one.md",
        "# One\n\n## Asked {.faq}\n\n### Can I drive?\n\nNot [at once](#rules).[^n]\n\n\
         ### Is it safe?\n\nMostly, said Zürich.\n\n## Rules\n\nRest first.\n\n[^n]: A day.\n",
    );
    guide(
        "sub/two.md",
        "# Two\n\n## Asked {.faq}\n\n### What does it cost?\n\nSee [one](../one.md#rules).[^n]\n\n\
         [^n]: In dollars.\n",
    );
    let library = Library::folder(&folder).expect("a library");
    Screen::of(library, None, width, height)
}

/// Their questions.
fn two_guides(width: u16, height: u16) -> Screen {
    let mut screen = two_unread(width, height);
    load_all(&mut screen);
    screen.press("2");
    screen
}

/// What the loop does when every guide is to be read.
fn load_all(screen: &mut Screen) {
    screen.app.library().read_all();
    screen.app.loaded_all();
}

#[test]
fn questions_of_guides_that_are_not_read_yet_come_when_they_are() {
    let mut screen = two_unread(80, 24);
    screen.press("2");
    assert_eq!(screen.effects, [Effect::LoadAll]);
    assert!(screen.text().contains("Reading the guides"), "{}", screen.text());
    screen.press("y down enter e");
    assert!(screen.effects.is_empty());
    load_all(&mut screen);
    assert_eq!(screen.marked().as_deref(), Some("+ Can I drive? (closed)"));
}

#[test]
fn lists_of_names_are_filled_when_guides_have_been_read_and_the_choice_stays() {
    let mut screen = two_unread(80, 30);
    screen.press(":");
    assert_eq!(screen.effects, [Effect::LoadAll]);
    screen.press("down down down");
    assert!(screen.marked().is_some_and(|row| row.ends_with("FAQ: all questions")));
    screen.press("f9");
    load_all(&mut screen);
    screen.press("esc");
    assert!(screen.marked().is_some_and(|row| row.ends_with("FAQ: all questions")));
    screen.press("c a n space i space d r i v e enter");
    assert_eq!(screen.focused(), "Can I drive? (open)", "{}", screen.text());
}

/// The questions of all bundled guides.
fn asked() -> Vec<String> {
    let library = Library::bundled();
    let guides = (0..library.len()).map(|i| library.guide(i).expect("a guide"));
    let titles = guides.flat_map(|guide| {
        let outline = guide.outline();
        outline.questions.iter().map(|i| outline.entries[*i].title.clone()).collect::<Vec<_>>()
    });
    titles.collect()
}

#[test]
fn the_list_opens_with_its_first_row_in_focus_and_arrows_go_from_row_to_row() {
    let mut screen = questions(80, 24);
    assert_eq!(
        screen.marked().as_deref(),
        Some("+ Is any kind of ketamine approved for PTSD? (closed)")
    );
    screen.press("down j");
    assert_eq!(
        screen.marked().as_deref(),
        Some("+ How long does relief last, and then what? (closed)")
    );
    screen.press("up k k k");
    assert_eq!(
        screen.marked().as_deref(),
        Some("+ Is any kind of ketamine approved for PTSD? (closed)")
    );
    screen.press("end");
    let last = format!("+ {} (closed)", asked().last().expect("a question"));
    assert_eq!(screen.marked(), Some(last));
    screen.press("home");
    assert!(screen.marked().is_some_and(|row| row.starts_with("+ Is any kind")));
}

#[test]
fn every_row_is_reached_by_arrows_both_ways_whatever_is_open_and_however_small_the_window() {
    for (width, height) in [(40, 12), (80, 24), (20, 6)] {
        let titles = |screen: &mut Screen, key: &str| {
            let mut seen: Vec<String> = Vec::new();
            let (mut last, mut still) = (String::new(), 0);
            // At the end of the list a key changes nothing any more.
            while still < 3 {
                let text = screen.text();
                still = if text == last { still + 1 } else { 0 };
                last = text;
                if let Some(row) = screen.marked().filter(|row| row.starts_with(['+', '-'])) {
                    let title = row[2..].split(" (").next().unwrap_or_default().to_owned();
                    if seen.last() != Some(&title) {
                        seen.push(title);
                    }
                }
                screen.press(key);
            }
            seen
        };
        let mut screen = questions(width, height);
        screen.press("enter down enter shift-e shift-e down enter home");
        let down = titles(&mut screen, "down");
        assert_eq!(down.len(), asked().len(), "{width}x{height}: {down:#?}");
        screen.press("end");
        let mut up = titles(&mut screen, "up");
        up.reverse();
        assert_eq!(up, down, "{width}x{height}");
    }
}

#[test]
fn digits_arrows_tab_and_enter_lead_to_an_answer_its_source_and_back() {
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        let mut screen = questions(width, height);
        screen.press("down down enter");
        assert!(screen.focused().contains("(open)"), "{}", screen.text());
        assert!(screen.text().contains("It often lasts"), "{}", screen.text());
        screen.press("tab enter down down");
        assert!(screen.rows()[0].contains("What figure"), "{}", screen.text());
        screen.press("end");
        assert!(screen.text().contains("Checked: 2026"), "{}", screen.text());
        screen.press("esc");
        assert_eq!(screen.focused(), "[7]");
    }
}

#[test]
fn letters_alone_lead_to_an_answer_and_its_source() {
    let mut screen = Screen::bundled(80, 24);
    // Into the guide, to the last heading of its outline, to a question, into its answer.
    screen.press("l h shift-g l");
    assert_eq!(screen.top(), "Questions people ask", "{}", screen.text());
    let mut screen = questions(80, 24);
    screen.press("j l l l");
    assert!(screen.rows()[0].contains("What figure"), "{}", screen.text());
    screen.press("h");
    assert!(screen.focused().starts_with('['), "{}", screen.focused());
    screen.press("h h");
    assert_eq!(screen.focused(), "How many people in 100 get better? (closed)");
}

#[test]
fn the_filter_narrows_as_it_is_typed_counts_and_marks() {
    let mut screen = questions(80, 24);
    screen.press("/ d r i");
    assert!(screen.text().contains("Filter: dri"), "{}", screen.text());
    let all = format!(" of {} questions", asked().len());
    assert!(screen.rows()[23].contains(&all), "{}", screen.rows()[23]);
    assert!(screen.rows()[0].ends_with("F9 crisis"), "{}", screen.rows()[0]);
    assert!(screen.text().contains("* + Can I drive home? (closed)"));
    screen.press("enter");
    assert_eq!(screen.marked().as_deref(), Some("+ Will I lose control? (closed)"));
    // What is marked is walked, closed answers open on the way.
    screen.press("n");
    assert!(screen.text().contains("With a drip you can"), "{}", screen.text());
    assert!(screen.rows()[0].contains("match 1 of"), "{}", screen.rows()[0]);
    screen.press("esc");
    let all = format!(" {} questions", asked().len());
    assert!(screen.rows()[0].contains(&all), "{}", screen.rows()[0]);
}

#[test]
fn escape_empties_the_filter_first_and_leaves_it_second() {
    let mut screen = questions(80, 24);
    screen.press("/ d r i esc");
    let (line, all) = (&screen.rows()[23], format!(" {} questions", asked().len()));
    assert!(line.starts_with(" Filter:") && line.contains(&all), "{line}");
    screen.press("esc");
    assert!(!screen.text().contains("Filter:"));
}

#[test]
fn a_filter_without_a_hit_names_words_that_are_near() {
    let mut screen = questions(80, 24);
    screen.press("/ d r v i e");
    let text = screen.text();
    assert!(text.contains("No question holds “drvie”."), "{text}");
    assert!(text.contains("Words here that are like it: drive"), "{text}");
    assert!(screen.rows()[0].ends_with("F9 crisis"));
    screen.press("esc esc");
    assert!(screen.marked().is_some());
}

#[test]
fn open_answers_stay_open_when_the_filter_changes() {
    let mut screen = questions(80, 40);
    screen.press("down enter / h o m e");
    assert!(!screen.text().contains("How many people"));
    screen.press("esc");
    assert!(
        screen.text().contains("- How many people in 100 get better? (open)"),
        "{}",
        screen.text()
    );
}

#[test]
fn an_answer_leads_to_the_section_that_says_more_and_back_to_the_same_row_and_filter() {
    let mut screen = questions(80, 24);
    screen.press("/ r e l i e f enter enter");
    let before = screen.rows();
    for back in ["backspace", "alt-left"] {
        // The link stands last in the answer.
        for _ in 0..9 {
            if !screen.focused().contains("How long relief lasts") {
                screen.press("tab");
            }
        }
        let there = screen.rows();
        screen.press("enter");
        assert_eq!(screen.top(), "How long relief lasts", "{}", screen.text());
        screen.press(back).press("alt-right");
        assert_eq!(screen.top(), "How long relief lasts");
        screen.press(back);
        assert_eq!(screen.rows(), there);
        assert!(screen.focused().contains("How long relief lasts"));
    }
    assert_eq!(screen.rows()[0], before[0]);
}

#[test]
fn questions_are_grouped_by_guide_and_a_group_opens_and_closes_as_one() {
    let mut screen = two_guides(80, 40);
    assert!(screen.text().contains("3 questions in 2 guides"), "{}", screen.text());
    screen.press("home backtab backtab");
    assert_eq!(screen.focused(), "[Open all]", "the group's own button");
    screen.press("enter");
    let open = screen.text().matches("(open)").count();
    assert_eq!((open, screen.text().matches("(closed)").count()), (2, 1), "{}", screen.text());
    screen.press("shift-e");
    assert_eq!(screen.text().matches("(open)").count(), 3);
    screen.press("shift-e");
    assert_eq!(screen.text().matches("(closed)").count(), 3);
}

#[test]
fn links_and_notes_lead_where_they_led_in_their_own_guide() {
    let mut screen = two_guides(80, 40);
    screen.press("shift-e home tab tab enter");
    assert!(screen.text().contains("A day."), "{}", screen.text());
    screen.press("esc end tab enter");
    assert!(screen.rows()[0].starts_with(" Guides: One"), "{}", screen.text());
    assert!(screen.rows()[0].contains("section 2 of 2"), "{}", screen.text());
    screen.press("backspace tab enter");
    assert!(screen.text().contains("In dollars."), "{}", screen.text());
}

#[test]
fn a_single_document_shows_its_own_questions_and_comes_back_to_its_text() {
    let mut screen = Screen::document("# T\n\ntext\n\n## Q {.faq}\n\n### Why?\n\nSo.\n", 60, 14);
    screen.press("2");
    assert_eq!(screen.marked().as_deref(), Some("+ Why? (closed)"));
    screen.press("q");
    assert!(screen.effects.is_empty() && screen.text().contains("text"), "{}", screen.text());
    let mut plain = Screen::document("# T\n\ntext\n", 60, 14);
    let before = plain.rows();
    assert_eq!(plain.press("2").rows(), before);
}

#[test]
fn a_link_to_a_question_opens_its_answer() {
    let text = "[go](#why)\n\n# Q {.faq}\n\n## When?\n\nNow.\n\n## Why?\n\nBecause.\n";
    let mut screen = Screen::document(text, 60, 20);
    screen.press("tab enter");
    assert_eq!(screen.focused(), "Why? (open)");
    assert!(screen.text().contains("Because.") && !screen.text().contains("Now."));
}

#[test]
fn the_command_line_finds_the_same_questions() {
    for typed in ["dri", "insur", "home alone", "va", "weeks", "zzz"] {
        let mut screen = questions(120, 500);
        screen.press("/");
        screen.app.paste(typed);
        screen.app.catch_up();
        screen.press("enter");
        let rows = screen.rows();
        let shown = rows
            .iter()
            .filter_map(|row| row.trim_start_matches([' ', '>', '*']).strip_prefix("+ "));
        // Long questions go on in the next row.
        let shown: Vec<_> = shown.map(|row| row.trim_end_matches(" (closed)")).collect();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_guidepost"));
        let ran = command.args(["faq", "--json", "--no-config"]).args(typed.split(' ')).output();
        let printed = ran.expect("the program runs").stdout;
        let answer: serde_json::Value = serde_json::from_slice(&printed).expect("JSON");
        let asked = answer["questions"].as_array().expect("questions").iter();
        let asked: Vec<_> = asked.filter_map(|question| question["question"].as_str()).collect();
        assert_eq!(shown.len(), asked.len(), "{typed}: {shown:?} {asked:?}");
        let begins = |(row, question): (&&str, &&str)| question.starts_with(row);
        assert!(shown.iter().zip(&asked).all(begins), "{typed}: {shown:?} {asked:?}");
    }
}

#[test]
fn a_group_is_gone_to_with_its_first_question_in_focus() {
    let mut screen = two_guides(80, 16);
    screen.press("] ]");
    assert_eq!(screen.marked().as_deref(), Some("+ What does it cost? (closed)"));
    screen.press("[");
    assert_eq!(screen.marked().as_deref(), Some("+ Can I drive? (closed)"));
    screen.press("t down down enter");
    assert!(screen.marked().is_some_and(|row| row.starts_with("+ ")), "{}", screen.text());
}

#[test]
fn a_match_in_the_link_that_ends_an_answer_is_reached_in_its_own_answer() {
    let text = "# T\n\n## Section with a rather long title and a needle\n\nSaid at length.[^F-A-1]\n\n\
        ## Q {.faq}\n\n### Need one?\n\nYes.[^F-A-1]\n\n### Two?\n\nIt needs no more.\n";
    let mut screen = Screen::document(text, 70, 24);
    screen.press("2 / n e e d enter n n");
    assert!(screen.text().contains("Need one? (open)"), "{}", screen.text());
    assert!(screen.text().contains("Two? (closed)"), "{}", screen.text());
    assert!(screen.rows()[0].contains("match 2 of 3"), "{}", screen.rows()[0]);
    screen.press("n");
    assert!(screen.text().contains("Two? (open)"), "{}", screen.text());
}
