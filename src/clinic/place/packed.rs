//! The places as the build packs them: few bytes, read once.

use super::{Places, Zip};

/// What the build makes of `assets/places.csv`.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.bin"));

/// Reads numbers of seven bits a byte.
struct Packed(&'static [u8]);

impl Packed {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 28 {
                return number;
            }
        }
    }

    fn signed(&mut self) -> i32 {
        let number = self.number();
        let half = i32::try_from(number >> 1).unwrap_or(0);
        if number & 1 == 0 { half } else { -half - 1 }
    }
}

/// The places that come with the program.
pub(super) fn places() -> Places {
    let mut packed = Packed(PACKED);
    let (count, mut towns) = (packed.number(), Vec::new());
    let mut name = Vec::new();
    for _ in 0..count {
        let state = [packed.byte(), packed.byte()];
        name.truncate(packed.number() as usize);
        let more = packed.number();
        name.extend((0..more).map(|_| packed.byte()));
        towns.push((String::from_utf8_lossy(&name).into_owned(), state));
    }
    let count = packed.number();
    let (mut zips, mut last) = (Vec::new(), Zip { code: 0, lat: 0, lon: 0, town: 0 });
    for _ in 0..count {
        last.code += packed.number();
        last.lat += packed.signed();
        last.lon += packed.signed();
        last.town = last.town.wrapping_add_signed(packed.signed());
        zips.push(last);
    }
    Places { zips, towns }
}
