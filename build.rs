//! Has the program built again when a bundled file is added, changed or removed.

fn main() {
    println!("cargo:rerun-if-changed=guides");
    println!("cargo:rerun-if-changed=assets");
}
