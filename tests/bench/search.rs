//! How long it takes to make an index, and each key of a search, beside a plain scan of the
//! same text: `cargo bench`. The text is made from the words of the bundled guides.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use guidepost::fold::{fold, words};
use guidepost::library::Library;
use guidepost::search::{Batch, Index, Place, Query, Scope, Shown, Snippet, batches};

/// Sections of the libraries measured.
const SIZES: [usize; 3] = [150, 6_000, 50_000];
/// Words of a section, about as many as the guides have.
const WORDS: std::ops::Range<usize> = 40..160;
/// Hits whose words are shown after each key.
const SHOWN: usize = 8;

/// What people type; each is typed key by key.
const TYPED: [&str; 12] = [
    "does it work for trauma",
    "zoloft",
    "can i drive home after",
    "bladder pain",
    "how much does the spray cost",
    "insurence denied",
    "spravatto side efects",
    "is it safe with high blood pressure",
    "what do the first two hours feel like",
    "tricare",
    "the",
    "therapist with ketamine or alone",
];

/// A number that looks like chance and is the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }
}

/// Sections of words as frequent as in the guides, with some that only one library has.
fn sections(count: usize) -> Vec<(String, String)> {
    let library = Library::bundled();
    let guides = (0..library.len()).filter_map(|i| library.guide(i).ok());
    let all: Vec<String> = guides.flat_map(|guide| words(guide.source())).collect();
    let mut dice = Dice(1);
    let text = |count: usize, dice: &mut Dice| {
        let words = (0..count).map(|_| match dice.below(40) {
            0 => format!("{}{}", all[dice.below(all.len())], dice.below(99)),
            _ => all[dice.below(all.len())].clone(),
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let section = |dice: &mut Dice| {
        let length = WORDS.start + dice.below(WORDS.len());
        (text(4, dice), text(length, dice))
    };
    (0..count).map(|_| section(&mut dice)).collect()
}

/// Resident memory in KiB; none where the system does not say.
fn memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn spread(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    (at(50), at(99))
}

/// Every state of the line while `TYPED` is typed.
fn keys() -> impl Iterator<Item = &'static str> {
    TYPED.iter().flat_map(|typed| typed.char_indices().map(|(at, c)| &typed[..at + c.len_utf8()]))
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn main() {
    let bundled = Library::bundled();
    println!("key by key: median and 99 of 100; {SHOWN} hits are read for their words each time");
    for size in SIZES {
        let sections = sections(size);
        let folded: Vec<String> =
            sections.iter().map(|(title, text)| fold(&format!("{title}\n{text}"))).collect();
        let before = memory();
        let mut index = Index::new(&bundled.synonyms());
        let build = timed(|| {
            for (chunk, sections) in sections.chunks(256).enumerate() {
                let mut batch = Batch::default();
                for (i, (title, text)) in sections.iter().enumerate() {
                    let place = Place::Section { guide: 0, at: chunk * 256 + i };
                    batch.add(place, false, [title.as_str()], ["A guide"], text);
                }
                index.add(&batch);
            }
        });
        let grown = before.zip(memory()).map(|(before, after)| after.saturating_sub(before) / 1024);
        let mut times = Vec::new();
        let mut scans = Vec::new();
        for typed in keys() {
            times.push(timed(|| {
                let query = Query::read(typed, &index);
                let found = index.search(&query, Scope::default(), 60);
                let places = found.hits.iter().take(SHOWN).map(|hit| hit.place);
                let shown = places.filter_map(|place| match place {
                    Place::Section { at, .. } => Some(Snippet::of(&sections[at].1, &query.marks)),
                    _ => None,
                });
                shown.count()
            }));
            // What a program without an index does: how often each word stands where.
            scans.push(timed(|| {
                let typed = words(typed);
                let score = |text: &String| -> usize {
                    typed.iter().map(|word| text.matches(word.as_str()).count()).sum()
                };
                let mut best: BTreeMap<usize, usize> = BTreeMap::new();
                for (at, text) in folded.iter().enumerate() {
                    best.insert(score(text), at);
                }
                best.len()
            }));
        }
        let ((half, most), (scan, _)) = (spread(times), spread(scans));
        let share = half.as_secs_f64() / scan.as_secs_f64();
        println!(
            "{size:6} sections: index {build:?}, memory {} MiB, a key {half:?} and {most:?}, scan {scan:?}, {share:.3} of the scan",
            grown.map_or_else(|| "?".to_owned(), |mib| mib.to_string())
        );
    }
    let mut index = Index::new(&bundled.synonyms());
    let build = timed(|| {
        batches(&bundled, |batch, _| {
            index.add(&batch);
            true
        });
    });
    let mut times = Vec::new();
    for typed in keys() {
        times.push(timed(|| {
            let query = Query::read(typed, &index);
            let found = index.search(&query, Scope::default(), 60);
            let shown = found.hits.iter().take(SHOWN);
            shown.filter_map(|hit| Shown::of(&bundled, &query, hit)).count()
        }));
    }
    let (half, most) = spread(times);
    println!("bundled, {} entries: index {build:?}, a key {half:?} and {most:?}", index.len());
}
