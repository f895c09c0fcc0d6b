//! What must hold for any document at any width.

use guidepost::fold::fold;
use guidepost::guide::block::Block;
use guidepost::guide::outline::Outline;
use guidepost::guide::{Guide, cut, markdown, text};
use guidepost::page::{self, Glyphs, Role, Style};
use guidepost::speech;
use proptest::prelude::*;

/// A line of Markdown of one of the kinds that give readers trouble.
fn line() -> impl Strategy<Value = String> {
    let word = "[a-zé東]{1,9}";
    let words = prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "));
    prop_oneof![
        4 => words.clone(),
        2 => Just(String::new()),
        2 => (1usize..5, words.clone()).prop_map(|(n, w)| format!("{} {w}", "#".repeat(n))),
        1 => (1usize..4, words.clone()).prop_map(|(n, w)| format!("{} {w} {{.faq}}", "#".repeat(n))),
        2 => (0usize..7, prop::sample::select(vec!["- ", "* ", "1. ", "7) ", "> ", "- [ ] "]), words.clone())
            .prop_map(|(n, mark, w)| format!("{}{mark}{w}", " ".repeat(n))),
        2 => (0usize..6, prop::sample::select(vec!["```", "~~~", "```` x", "- ```", "> ~~~"]))
            .prop_map(|(n, fence)| format!("{}{fence}", " ".repeat(n))),
        1 => (0usize..5, words.clone()).prop_map(|(n, w)| format!("{}{w}", " ".repeat(n))),
        1 => prop_oneof![
            Just("<!-- x".to_owned()), Just("-->".to_owned()), Just("<div>".to_owned()),
            Just("</div> y".to_owned()), Just("<pre>".to_owned()), Just("  </pre>".to_owned()),
            Just("<details><summary>s</summary>".to_owned()), Just("<https://a.example>".to_owned()),
            Just("<?x".to_owned()), Just("?>".to_owned()),
        ],
        1 => prop_oneof![
            Just("| a | b |".to_owned()), Just("|---|:-:|".to_owned()), Just("---".to_owned()),
            Just("===".to_owned()), Just("+++".to_owned()), Just("***".to_owned()),
        ],
        1 => prop_oneof![
            Just("[^n]: a note".to_owned()), Just("see[^n] and [r] and [t][r]".to_owned()),
            Just("[r]: <x y> 'z'".to_owned()), Just("    indented".to_owned()),
            Just("\ttab **bold *both*** `code`".to_owned()), Just("![alt](a.png) [l](b.md#c)".to_owned()),
            Just("a\\\nb  ".to_owned()), Just("&amp; &#65; \\* <b>x</b>".to_owned()),
        ],
    ]
}

fn document() -> impl Strategy<Value = String> {
    let end = prop_oneof![4 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\r")];
    (prop::collection::vec(line(), 0..40), end).prop_map(|(lines, end)| lines.join(end))
}

/// The words of a text, without the signs that typesetting adds or takes away.
fn words(text: &str) -> Vec<String> {
    let letter = |c: char| c.is_alphanumeric();
    text.split(|c| !letter(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The part of a line from one column on.
fn columns(line: &str, from: usize, count: usize) -> String {
    let mut column = 0;
    let mut text = String::new();
    for c in line.chars() {
        if (from..from + count).contains(&column) {
            text.push(c);
        }
        column += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
    }
    text
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn blocks(guide: &Guide) -> Vec<Block> {
    (0..guide.pieces()).flat_map(|i| guide.blocks(i)).collect()
}

/// A line of words with signs among them; no word of these letters is a unit or a month.
fn signed() -> impl Strategy<Value = String> {
    let begin = prop::sample::select(vec!["", "# ", "- ", "1. ", "- [ ] ", "> ", "| ", "    "]);
    let word = prop_oneof![
        4 => "[aeué東]{1,5}",
        2 => "[0-9]{1,6}",
        1 => "[a-z0-9]{0,2}[aeu]",
        4 => "[ -/:-@\\[-`{-~]{1,3}",
        2 => prop::sample::select("\u{2013}\u{2014}\u{2212}\u{2026}\u{b1}\u{bd}\u{2265}\u{2192}\u{20ac}\u{201c}\u{2019}\u{a0}\u{b0}\u{3002}\u{301}\u{fe0f}\u{1f600}".chars().map(String::from).collect::<Vec<_>>()),
        4 => Just(" ".to_owned()),
    ];
    (begin, prop::collection::vec(word, 0..30))
        .prop_map(|(begin, words)| begin.to_owned() + &words.concat())
}

/// Keys that do something, and some that do not.
const KEYS: [&str; 63] = [
    "3",
    "3",
    "@",
    "shift-f",
    "shift-c",
    "2",
    "2",
    "/",
    "/",
    "n",
    "shift-n",
    ":",
    ".",
    ".",
    "y",
    "shift-y",
    "shift-m",
    "shift-t",
    "down",
    "down",
    "up",
    "a",
    "é",
    "j",
    "k",
    "space",
    "b",
    "d",
    "u",
    "g",
    "shift-g",
    "home",
    "end",
    "left",
    "right",
    "enter",
    "tab",
    "backtab",
    "backspace",
    "alt-left",
    "alt-right",
    "]",
    "[",
    "t",
    "e",
    "shift-e",
    "z",
    "o",
    "c",
    "shift-r",
    "shift-m",
    "+",
    "-",
    "s",
    "9",
    "?",
    "0",
    "esc",
    "1",
    "x",
    "f5",
    "ctrl-l",
    "h",
];

/// A key press; a letter that no key table names too.
fn pressed(key: &str) -> crossterm::event::KeyEvent {
    if key == "é" {
        let (code, none) =
            (crossterm::event::KeyCode::Char('é'), crossterm::event::KeyModifiers::NONE);
        return crossterm::event::KeyEvent::new(code, none);
    }
    crate::screens::event(key)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_in_any_window_on_any_document_break_the_reader(
        source in document(),
        steps in prop::collection::vec((prop::sample::select(KEYS.to_vec()), 0u16..90, 0u16..30, 0usize..8), 1..80),
    ) {
        let mut screen = crate::screens::Screen::document(&source, 60, 15);
        for (key, width, height, resizes) in steps {
            if resizes == 0 {
                screen.app.resize(width, height);
            }
            screen.app.click(width / 2, height / 2);
            screen.app.hint();
            screen.effects = screen.app.key(pressed(key));
            screen.app.catch_up();
            let (buffer, cursor) = screen.app.frame();
            prop_assert!(buffer.area.is_empty() || buffer.area.contains(cursor), "{cursor} is outside after {key}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_walk_over_matches_reaches_each_and_shows_it(
        source in document(), typed in "[a-e]{1,2}", width in 30u16..90, in_questions in any::<bool>(),
    ) {
        let mut screen = crate::screens::Screen::document(&source, width, 14);
        let questions = in_questions && screen.press("2").rows()[0].starts_with(" FAQ");
        let body = |screen: &crate::screens::Screen| screen.rows()[1..13].join("").trim().to_owned();
        prop_assume!(!body(&screen).is_empty());
        screen.press("/");
        screen.app.paste(&typed);
        screen.app.catch_up();
        prop_assert!(!body(&screen).is_empty(), "{}", screen.text());
        screen.press("enter");
        let walked = |screen: &crate::screens::Screen| -> Option<(usize, usize)> {
            let found = screen.app.found()?;
            let (n, all) = found.split_once(" of ")?;
            Some((n.parse().ok()?, all.parse().ok()?))
        };
        if questions {
            for _ in 0..40 {
                screen.press("n");
                prop_assert!(!body(&screen).is_empty(), "blank after n in\n{source}");
            }
        } else if let Some((first, all)) = walked(&screen) {
            let mut seen = vec![first];
            for _ in 1..all {
                screen.press("n");
                seen.push(walked(&screen).map_or(0, |(n, _)| n));
                prop_assert!(!screen.focused().is_empty(), "no match in view after n in\n{}", screen.text());
            }
            seen.sort_unstable();
            prop_assert_eq!(seen, (1..=all).collect::<Vec<_>>());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_the_pieces_gives_what_reading_the_whole_gives(source in document()) {
        let cuts = cut::cuts(&source);
        let ends = cuts.iter().skip(1).copied().chain([source.len()]);
        let pieces: Vec<_> = cuts.iter().zip(ends).map(|(a, b)| (*a, &source[*a..b])).collect();
        let outline = Outline::of(std::iter::once((0, source.as_str())));
        let whole = markdown::blocks(&source, 0, &outline.definitions);
        let in_pieces: Vec<_> =
            pieces.iter().flat_map(|(at, piece)| markdown::blocks(piece, *at, &outline.definitions)).collect();
        prop_assert_eq!(in_pieces, whole);
        let entries = Outline::of(pieces.into_iter()).entries;
        prop_assert_eq!(entries, outline.entries);
    }

    #[test]
    fn text_put_into_markdown_is_read_as_it_was(text in prop_oneof![any::<String>(), line(), "[-+=0-9.){}#>*~|\\\\a ]{0,9}"]) {
        let text = guidepost::plain::one_line(&text);
        prop_assume!(!text.is_empty());
        let said = markdown::paragraph(&text);
        let read = |source: &str| {
            let guide = Guide::new("a", "", source.to_owned());
            guide.outline();
            let blocks = blocks(&guide);
            (blocks.len(), text::plain(&blocks))
        };
        prop_assert_eq!(read(&said), (1, text.clone()));
        prop_assert_eq!(read(&format!("[^F-A-1]: {said}\n")), (1, text.clone()));
        prop_assert_eq!(read(&format!("# {}\n", markdown::escaped(&text))), (1, text));
    }

    #[test]
    fn no_word_is_lost_and_no_prose_is_too_wide(source in document(), width in 1usize..120) {
        let guide = Guide::new("t", "t.md", source);
        guide.outline();
        let style = Style { addresses: false, ..Style::print(width, Glyphs::Unicode) };
        let mut shown = String::new();
        for i in 0..guide.pieces() {
            for line in page::piece(&guide, i, &style).lines {
                let margin: usize = line.spans.iter().take_while(|s| matches!(s.role, Role::Mark | Role::Note) || s.text.trim().is_empty())
                    .map(page::Span::width).sum();
                prop_assert!(line.width() <= width.max(margin + 2), "{:?} at {width}", line.text());
                let text = line.spans.iter().filter(|s| !matches!(s.role, Role::Mark | Role::Note));
                shown.extend(text.map(|s| s.text.as_str()));
                shown.push('\n');
            }
        }
        let blocks = blocks(&guide);
        let has_table = !words(&text::plain(&blocks)).is_empty()
            && blocks.iter().any(|b| format!("{b:?}").contains("Table("));
        if has_table {
            // Cells stand side by side, so only their letters can be counted.
            let (mut all, mut seen): (Vec<_>, Vec<_>) =
                (letters(&text::plain(&blocks)).chars().collect(), letters(&shown).chars().collect());
            all.sort_unstable();
            seen.sort_unstable();
            for c in &all {
                prop_assert!(seen.binary_search(c).is_ok(), "{c} is lost");
            }
        } else {
            prop_assert_eq!(letters(&shown), letters(&text::plain(&blocks)));
        }
    }

    #[test]
    fn each_hit_is_a_match_and_a_plain_scan_finds_no_more(
        source in document(), width in 1usize..100, typed in "[a-eé]{1,2}( [a-z])?",
    ) {
        let guide = Guide::new("t", "t.md", source);
        guide.outline();
        let pattern = page::Pattern::phrase(&typed).expect("something typed");
        let set = |piece: usize, width: usize| {
            let style = Style { addresses: false, find: Some(&pattern), ..Style::print(width, Glyphs::Unicode) };
            page::piece(&guide, piece, &style)
        };
        let wanted = fold(&typed);
        for piece in 0..guide.pieces() {
            let page = set(piece, width);
            for hit in &page.hits {
                let found: String = hit.parts.iter().map(|part| columns(&page.lines[part.0].text(), part.1, part.2)).collect();
                let bare = |text: &str| text.replace(' ', "");
                prop_assert_eq!(bare(&fold(&found)), bare(&wanted), "at {:?} in\n{}", &hit.parts, page.text());
            }
            // Long lines, so that a match of two words stands on one.
            let wide = set(piece, 1_500);
            let plain: usize = wide.lines.iter().map(|line| fold(&line.text()).matches(&wanted).count()).sum();
            prop_assert!(wide.hits.len() >= plain, "{} hits, {plain} seen in\n{}", wide.hits.len(), wide.text());
            let count = page.hits.len();
            prop_assert!(count == wide.hits.len(), "{}\n---\n{}", page.text(), wide.text());
            let style = Style { addresses: false, find: Some(&pattern), ..Style::print(width, Glyphs::Unicode) };
            prop_assert_eq!(page::hits(&guide, piece, &style).len(), count);
            if !page.hits.is_empty() {
                prop_assert!(pattern.estimator().estimate(&guide.source()[guide.piece(piece)]).is_some());
            }
        }
    }

    #[test]
    fn a_voice_gets_what_it_can_read_and_every_word(
        lines in prop::collection::vec(signed(), 0..8), other in document(), any in any::<String>(),
    ) {
        let said = |source: String| {
            let guide = Guide::new("t", "t.md", source);
            guide.outline();
            let blocks = blocks(&guide);
            (speech::lines(&blocks), text::plain(&blocks))
        };
        let (ours, written) = said(lines.join("\n"));
        for line in ours.iter().chain(&said(other).0).chain(&said(any).0) {
            let read = |c: char| {
                c.is_alphanumeric() || " .,?!:;'-".contains(c) || unicode_width::UnicodeWidthChar::width(c) == Some(0) && !c.is_control()
            };
            prop_assert!(line.chars().all(read), "{line:?}");
            prop_assert!(line.ends_with(['.', '?', '!', ':']) && line.trim() == line && !line.contains("  "), "{line:?}");
        }
        // A unit may be said behind what it is written before.
        let all = ours.join("\n");
        let words = || written.split(|c: char| !"aeu\u{e9}\u{6771}".contains(c)).filter(|word| !word.is_empty());
        for word in words() {
            let (written_so, said_so) = (words().filter(|other| *other == word).count(), all.matches(word).count());
            prop_assert!(said_so >= written_so, "{word} of {written:?} is lost in {all:?}");
        }
    }

    #[test]
    fn ascii_pages_are_pure_ascii(source in document(), width in 1usize..60) {
        let guide = Guide::new("t", "t.md", source);
        guide.outline();
        for i in 0..guide.pieces() {
            let page = page::piece(&guide, i, &Style::print(width, Glyphs::Ascii));
            prop_assert!(page.text().is_ascii());
        }
    }

    #[test]
    fn offsets_never_go_back(source in document(), width in 1usize..80) {
        let guide = Guide::new("t", "t.md", source);
        guide.outline();
        for i in 0..guide.pieces() {
            let range = guide.piece(i);
            let page = page::piece(&guide, i, &Style::print(width, Glyphs::Unicode));
            let offsets: Vec<_> = page.lines.iter().map(|line| line.at).collect();
            prop_assert!(offsets.is_sorted(), "{offsets:?}");
            prop_assert!(offsets.iter().all(|at| range.contains(at) || *at == range.start), "{offsets:?} {range:?}");
        }
    }

    #[test]
    fn any_text_can_be_checked(source in any::<String>(), ours in any::<bool>(), more in document()) {
        let front = if ours { "+++\ntitle = \"A\"\nstrength = \"mixed\"\n+++\n" } else { "" };
        let bytes = format!("{front}{source}\n\n{more}").into_bytes();
        let library = guidepost::library::Library::document("a.md", bytes);
        let report = guidepost::check::library(&library, jiff::civil::date(2026, 11, 24));
        prop_assert!(report.checked.guides == 1);
    }

    #[test]
    fn any_text_can_be_read(source in any::<String>(), width in 1usize..50) {
        let guide = Guide::new("t", "t.md", source);
        guide.outline();
        for i in 0..guide.pieces() {
            let page = page::piece(&guide, i, &Style::print(width, Glyphs::Unicode));
            let safe = page.text().chars().all(|c| c == '\n' || !c.is_control());
            prop_assert!(safe, "a control character is shown");
        }
    }
}
