//! Searching everything in a real terminal, while a large library is still being read.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::Terminal;

#[test]
fn letters_find_and_enter_opens_and_control_c_leaves() {
    let mut terminal = Terminal::start(&[], &[], 80, 24);
    terminal.wait_for("guidepost: Guides");
    terminal.send("Scan i driv");
    terminal.wait_for("> Can I drive home?");
    assert_eq!(terminal.cursor(), (23, " Search: can i driv".len().try_into().expect("short")));
    terminal.send("\r");
    terminal.wait_for("Can I drive home? (open)");
    terminal.send("\u{7f}");
    terminal.wait_for("Search: can i driv");
    terminal.send("\u{3}");
    assert_eq!(terminal.ended(), 0);
    assert_eq!(terminal.modes_on(), Vec::<String>::new());
}

#[test]
fn leaving_does_not_wait_for_a_library_that_is_still_read() {
    let folder = std::env::temp_dir().join(format!("guidepost-library-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    for i in 0..100 {
        let mut text = format!("# Guide {i}\n\n");
        for section in 0..60 {
            let _ = write!(text, "## Part {section}\n\nQuokka{i} and other words of a guide.\n\n");
        }
        std::fs::write(folder.join(format!("g{i}.md")), text).expect("a guide");
    }
    let mut terminal = Terminal::start(&["--library", &folder.to_string_lossy()], &[], 80, 24);
    terminal.wait_for("guidepost: Guides");
    // What is ready answers at once; the rest joins it.
    terminal.send("Sbladder");
    terminal.wait_for("> Bladder");
    terminal.send("\u{15}quokka99");
    terminal.wait_for("> Part");
    terminal.send("\u{3}");
    assert_eq!(terminal.ended(), 0);
    let mut again = Terminal::start(&["--library", &folder.to_string_lossy()], &[], 80, 24);
    again.wait_for("guidepost: Guides");
    let start = Instant::now();
    again.send("S\u{3}");
    assert_eq!(again.ended(), 0);
    assert!(start.elapsed() < Duration::from_secs(10));
    std::fs::remove_dir_all(&folder).expect("the folder is removed");
}
