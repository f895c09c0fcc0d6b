//! Packs the places, and has the program built again when a bundled file changes.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=guides");
    println!("cargo:rerun-if-changed=assets");
    let text = fs::read_to_string("assets/places.csv").expect("assets/places.csv can be read");
    let out = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&out).join("places.bin"), packed(&text)).expect("the folder takes files");
}

/// The places as few bytes: towns in order, each with what its name does not share with the
/// one before; ZIP codes in order, each by its differences from the one before. Numbers have
/// seven bits a byte. `src/clinic/place.rs` reads them.
fn packed(text: &str) -> Vec<u8> {
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let towns: BTreeSet<(&str, &str)> =
        rows.iter().filter(|row| !row[3].is_empty()).map(|row| (row[4], row[3])).collect();
    let towns: Vec<_> = towns.into_iter().collect();
    let mut out = Vec::new();
    number(&mut out, towns.len());
    let mut last = "";
    for (state, name) in &towns {
        out.extend(state.bytes());
        let same = last.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count();
        number(&mut out, same);
        number(&mut out, name.len() - same);
        out.extend(&name.as_bytes()[same..]);
        last = name;
    }
    number(&mut out, rows.len());
    let mut last = [0i64; 4];
    for row in &rows {
        let town = towns.binary_search(&(row[4], row[3])).map_or(0, |town| town + 1);
        let zip: i64 = row[0].parse().expect("a ZIP code");
        let town = i64::try_from(town).expect("few towns");
        let this = [zip, thousandths(row[1]), thousandths(row[2]), town];
        number(&mut out, usize::try_from(zip - last[0]).expect("ZIP codes stand in order"));
        for (this, last) in this.iter().zip(&last).skip(1) {
            let change = this - last;
            // The sign is the lowest bit.
            let folded = (change << 1) ^ (change >> 63);
            number(&mut out, usize::try_from(folded).expect("no sign is left"));
        }
        last = this;
    }
    out
}

/// Degrees with three decimals, as thousandths.
fn thousandths(text: &str) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{part:0<3}").parse().expect("degrees with at most three decimals")
}

fn number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).expect("seven bits");
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}
