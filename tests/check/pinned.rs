//! What the facts and sources state is pinned: a fact and a guide that are changed together
//! would agree, and nobody would see it. After a change that was meant, and held against the
//! sources: `UPDATE_FACTS=1 cargo test -q pinned`.

use std::collections::BTreeMap;

use super::*;

/// FNV-1a, which is the same everywhere and always.
fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[test]
fn facts_and_sources_change_on_purpose_alone() {
    let library = Library::bundled();
    let facts = library.evidence().facts.iter().map(|fact| {
        let (basis, strength, until) = (fact.basis, fact.strength, fact.until);
        let (says, groups, sources) = (&fact.statement, &fact.groups, &fact.sources);
        let all = format!("{says}|{basis:?}|{strength:?}|{until:?}|{groups:?}|{sources:?}");
        (fact.id.as_str(), digest(&all))
    });
    let sources = library.evidence().sources.iter().map(|source| {
        let known = (&source.doi, &source.pmid, &source.pmc, &source.nct, &source.url);
        let is = (&source.authors, source.year, &source.title, &source.place);
        let all = format!("{is:?}|{known:?}|{}|{}", source.kind, source.read);
        (source.id.as_str(), digest(&all))
    });
    let rows: BTreeMap<_, _> = facts.chain(sources).collect();
    let rows: Vec<_> = rows.iter().map(|(id, digest)| format!("{id} {digest}\n")).collect();
    let now = rows.concat();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pinned.txt");
    if std::env::var_os("UPDATE_FACTS").is_some() {
        fs::write(&file, &now).expect("the digests");
    }
    let pinned = fs::read_to_string(&file).expect("the digests");
    let lines = |text: &str, other: &str| {
        let only = text.lines().filter(|line| other.lines().all(|other| other != *line));
        only.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        (lines(&now, &pinned), lines(&pinned, &now)),
        (Vec::new(), Vec::new()),
        "what stands now and what was pinned: hold these against their sources, then run \
         UPDATE_FACTS=1 cargo test -q pinned"
    );
}
