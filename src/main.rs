//! The program.
use guidepost::{library::Library, page};
fn main() {
    let mut args = std::env::args().skip(1);
    let path = args.next().expect("file");
    let width = args.next().map_or(66, |w| w.parse().expect("width"));
    let library = Library::file(path.as_ref());
    let guide = library.guide(0).expect("readable");
    guide.outline();
    for i in 0..guide.pieces() {
        print!(
            "{}",
            page::piece(&guide, i, &page::Style::print(width, page::Glyphs::Unicode)).text()
        );
    }
}
