//! The program.
use guidepost::{
    library::{Found, Library},
    page,
    reading::Reading,
    tui,
};
fn main() -> anyhow::Result<std::process::ExitCode> {
    let path = std::env::args().nth(1);
    let (library, start) = match &path {
        Some(p) => (Library::file(p.as_ref()), Some(Found { index: 0, at: None })),
        None => (Library::bundled(), None),
    };
    let glyphs = guidepost::settings::Surroundings::read().glyphs;
    let _ = page::Glyphs::Ascii;
    tui::run(Reading { library, start, glyphs, notices: vec![] })
}
