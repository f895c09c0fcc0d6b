//! Whole ways through the reader: from its start to the full source of a figure, and back.

use guidepost::library::Library;

use super::{Screen, asked, letters};

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// The answers of guide `guide` as they are written, in order.
fn answers(guide: usize) -> Vec<String> {
    let guide = Library::bundled().guide(guide).expect("a guide");
    let outline = guide.outline();
    let answer = |i: &usize| {
        let range = outline.entries[*i].at..outline.end(*i, guide.end());
        guide.source()[range].to_owned()
    };
    outline.questions.iter().map(answer).collect()
}

/// True when what can be acted on first in an answer is a figure.
fn begins_with_figure(answer: &str) -> bool {
    answer.find("[^F-").is_some_and(|at| !answer[..at].contains("]("))
}

/// True when a figure has the focus.
fn on_figure(screen: &Screen) -> bool {
    let mark = screen.focused();
    mark.starts_with('[') && mark.trim_matches(['[', ']']).parse::<usize>().is_ok()
}

/// Opens the card of the figure that has the focus by `open`, reads it line by line to its
/// end by `down`, and leaves it by `close` for the same line and focus.
fn read_source(screen: &mut Screen, open: &str, down: &str, close: &str) {
    assert!(on_figure(screen), "{:?} in\n{}", screen.focused(), screen.text());
    let before = (screen.rows(), screen.focused(), screen.cursor());
    screen.press(open);
    assert!(screen.rows()[0].starts_with(" What f"), "{}", screen.text());
    let lines = |screen: &Screen| {
        let rows = screen.rows();
        let lines = rows[1..rows.len() - 1].iter().filter(|row| !row.is_empty());
        lines.cloned().collect::<Vec<_>>()
    };
    let mut said = lines(screen);
    while screen.rows()[0].contains(" more line") {
        screen.press(down);
        let (now, last) = (lines(screen), said.last().cloned());
        let seen = now.iter().rposition(|line| Some(line) == last.as_ref());
        said.extend_from_slice(&now[seen.expect("no line is left out") + 1..]);
    }
    let said = letters(&said.join("\n"));
    let evidence = screen.app.library().evidence();
    // The id of the fact stands last.
    let fact = evidence.facts.iter().find(|fact| said.ends_with(&letters(&fact.id)));
    let fact = fact.unwrap_or_else(|| panic!("no fact in {said}"));
    assert!(said.contains(&letters(&fact.statement)), "{} in {said}", fact.statement);
    for id in &fact.sources {
        let source = evidence.source(id).expect("a listed source").citation();
        assert!(said.contains(&letters(&source)), "{source} in {said}");
    }
    screen.press(close);
    assert_eq!((screen.rows(), screen.focused(), screen.cursor()), before);
}

#[test]
fn digits_arrows_tab_and_enter_lead_from_the_questions_to_a_source_and_back() {
    // Not the first question, and one with a figure.
    let row = answers(0).iter().skip(1).position(|answer| answer.contains("[^F-"));
    let row = row.expect("an answer with a figure") + 1;
    let title = asked()[row].clone();
    for (width, height) in SIZES {
        let mut screen = Screen::bundled(width, height);
        screen.press("2").press(&"down ".repeat(row));
        let question = screen.focused();
        assert!(letters(&question).starts_with(&letters(&title)), "{question}");
        screen.press("enter").press_until("tab", on_figure);
        read_source(&mut screen, "enter", "down", "left");
        // The link that ends the answer leads to the section that says more.
        let in_answer = |screen: &Screen| !screen.focused().contains(" (");
        screen.press_until("tab", |screen| !in_answer(screen)).press("backtab");
        let link = (screen.rows(), screen.focused());
        screen.press("enter");
        assert!(screen.rows()[0].starts_with(" Guides: "), "{}", screen.text());
        screen.press("2");
        assert_eq!((screen.rows(), screen.focused()), link);
        // Out of the answer, then it closes, and its row has the mark again.
        screen.press("left left");
        assert_eq!(screen.focused(), question, "{width}x{height}");
        // The other areas are a digit away, and so is the way back.
        screen.press("1 3 4 9 left");
        assert!(screen.rows()[0].starts_with(" Cost"), "{}", screen.text());
        screen.press("right 2");
    }
}

#[test]
fn digits_arrows_tab_and_enter_lead_through_a_guide_to_a_source_and_back() {
    let guide = Library::bundled().guide(0).expect("a guide");
    let outline = guide.outline();
    let asking = outline.entries[outline.questions[0]].parent.expect("a section that asks");
    let asking = &outline.entries[asking].title;
    for (width, height) in SIZES {
        let mut screen = Screen::bundled(width, height);
        screen.press("enter left");
        screen.press_until("down", |screen| {
            screen.marked().is_some_and(|row| row.starts_with(asking.as_str()))
        });
        screen.press("enter");
        assert!(screen.rows()[1..4].join(" ").contains(asking.as_str()), "{}", screen.text());
        screen.press_until("tab", |screen| screen.focused().contains(" (closed)"));
        let question = screen.focused();
        screen.press("enter").press_until("tab", on_figure);
        read_source(&mut screen, "enter", "down", "left");
        screen.press("left left");
        assert_eq!(screen.focused(), question, "{width}x{height}");
    }
}

#[test]
fn letters_alone_lead_through_a_guide_to_a_source_and_back() {
    // A guide whose first answer has a figure before any link.
    let library = Library::bundled();
    let of_ours = |i: &usize| answers(*i).first().is_some_and(|answer| begins_with_figure(answer));
    let guide = (0..library.len()).find(of_ours).expect("such a guide");
    for (width, height) in SIZES {
        let mut screen = Screen::bundled(width, height);
        screen.press(&"j ".repeat(guide));
        // Into the guide, to the last heading of its own in the outline, behind which only
        // the sources stand, and to the questions there.
        screen.press("l h shift-g k l");
        screen.press("e");
        assert!(screen.focused().ends_with(" (open)"), "{}", screen.text());
        let question = (screen.rows(), screen.cursor());
        screen.press("l");
        read_source(&mut screen, "l", "j", "h");
        screen.press("h");
        assert_eq!((screen.rows(), screen.cursor()), question, "{width}x{height}");
        screen.press("h");
        assert!(screen.focused().ends_with(" (closed)"), "{}", screen.text());
    }
}

#[test]
fn letters_and_enter_lead_by_the_name_of_the_questions_to_a_source_and_back() {
    let row = answers(0).iter().position(|answer| begins_with_figure(answer));
    let row = row.expect("an answer that begins with a figure");
    for (width, height) in SIZES {
        let mut screen = Screen::bundled(width, height);
        screen.press(": f a q enter");
        assert!(screen.rows()[0].starts_with(" FAQ"), "{}", screen.text());
        screen.press(&"j ".repeat(row));
        let question = screen.focused();
        screen.press("l l");
        read_source(&mut screen, "l", "j", "h");
        screen.press("h h");
        assert_eq!(screen.focused(), question, "{width}x{height}");
    }
}
