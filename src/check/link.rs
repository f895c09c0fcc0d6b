//! Every link, anchor, term and fact resolves.

use super::report::{Code, Findings};
use super::{Held, Text};
use crate::clinic::asked::Asked;
use crate::cost::route::Costs;
use crate::guide::Guide;
use crate::guide::block::{Inline, Kind};
use crate::guide::link::Target;
use crate::guide::markdown::is_fact_id;
use crate::guide::text::{each_block, each_text};
use crate::library::Library;
use crate::near::NotFound;

/// Checks the links of a guide. `ours` is one with front matter.
pub fn check(text: &Text, held: &Held, ours: bool, findings: &mut Findings) {
    for part in &text.parts {
        let mut inlines = Vec::new();
        each_text(&part.section.blocks, &mut |own| inlines.extend(own));
        each_block(&part.section.blocks, &mut |block| {
            let ids = match &block.kind {
                Kind::Icons(icons) => icons.fact.ids(),
                Kind::Bars(bars) => bars.fact.ids(),
                _ => &[],
            };
            for id in ids {
                fact(id, text.in_picture(block.at, id), held, findings);
            }
        });
        for inline in inlines {
            match inline {
                Inline::Note { label, at } if is_fact_id(label) => fact(label, *at, held, findings),
                Inline::Text(run) => match &run.link {
                    Some(target) => {
                        let ours = ours.then_some(run.text.as_str());
                        link(target, run.at, text.guide, held, ours, findings);
                    }
                    None if ours => unread(&run.text, run.at, findings),
                    None => {}
                },
                _ => {}
            }
        }
    }
    for id in text.guide.front.aliases.keys() {
        if text.guide.outline().find(id).is_none() {
            let at = text.front.aliases(id).at;
            let message = format!("aliases name the section \"{id}\", which is not there");
            findings.fault(Code::Link, at, message);
        }
    }
}

fn fact(id: &str, at: usize, held: &Held, findings: &mut Findings) {
    if held.listed && held.evidence().fact(id).is_none() {
        let ids = held.evidence().facts.iter().map(|fact| fact.id.as_str());
        findings.fault(Code::Link, at, NotFound::among("fact", id, ids).to_string());
    }
}

/// What was meant as a reference and is shown as plain text.
fn unread(words: &str, at: usize, findings: &mut Findings) {
    for sign in ["[^", "][", "] ("] {
        if let Some(found) = words.find(sign) {
            let message = format!(
                "\"{sign}\" begins a reference that leads nowhere: define it, or name a fact as [^F-PTSD-031]"
            );
            findings.fault(Code::Link, at + found, message);
        }
    }
    for part in words.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        if is_fact_id(part) {
            let found = part.as_ptr().addr() - words.as_ptr().addr();
            let message = format!("{part} is shown as it stands: refer to it as [^{part}]");
            findings.fault(Code::Link, at + found, message);
        }
    }
}

fn link(
    target: &Target,
    at: usize,
    guide: &Guide,
    held: &Held,
    ours: Option<&str>,
    findings: &mut Findings,
) {
    let wrong = match target {
        Target::Here(section) => in_guide(guide, section),
        Target::Guide { path, section } => {
            let known = |library: &Library, from: &str| Some(library.guide(library.linked(from, path)?));
            match known(held.library, &guide.id).or_else(|| known(held.bundled, "")) {
                Some(Ok(other)) => section.as_ref().and_then(|section| in_guide(&other, section)),
                Some(Err(fault)) => Some(fault.to_string()),
                None => Some(format!("there is no guide \"{path}\" here")),
            }
        }
        Target::Term(_) if !held.listed => None,
        Target::Term(term) => held.library.term(term).err().map(|missing| missing.to_string()),
        Target::Questions(group) => {
            let group = group.as_deref();
            let known = held.library.questions(group).or_else(|_| held.bundled.questions(group));
            known.err().map(|missing| missing.to_string())
        }
        Target::Clinics(query) => {
            let asked = Asked::of_link(query);
            let held = asked.and_then(|asked| asked.filter(held.bundled.clinics()).map(drop));
            held.err().map(|refused| refused.to_string())
        }
        Target::Cost(route) => {
            let costs = Costs::bundled();
            let known = route.is_empty() || costs.route(route).is_some();
            (!known).then(|| {
                let ids = costs.routes.iter().map(|route| route.id.as_str());
                NotFound::among("route", route, ids).to_string()
            })
        }
        Target::Crisis => None,
        Target::Web(address) if ours.is_some_and(|words| leads_elsewhere(address, words)) => {
            Some(format!("the words name another address than \"{address}\", where it leads"))
        }
        Target::Web(address) => ours.is_some_and(|words| !is_web(address, words)).then(|| {
            format!("\"{address}\" leads nowhere: links begin with #, a guide's file, term:, questions:, clinics:, cost:, crisis: or https:")
        }),
    };
    if let Some(wrong) = wrong {
        findings.fault(Code::Link, at, wrong);
    }
}

/// Why the section cannot be found.
fn in_guide(guide: &Guide, section: &str) -> Option<String> {
    if section.is_empty() {
        return Some("a link to a section without its name".to_owned());
    }
    if guide.find(section).is_some() {
        return None;
    }
    let ids = guide.outline().entries.iter().map(|entry| entry.id.as_str());
    Some(NotFound::among("section", section, ids).to_string())
}

/// True for an address on the web, or one that stands in the text as it is.
fn is_web(address: &str, words: &str) -> bool {
    let address = address.to_lowercase();
    let host = ["https://", "http://", "mailto:"].iter().find_map(|s| address.strip_prefix(s));
    host.is_some_and(|host| host.contains('.')) || address == words.to_lowercase()
}

/// True when `words` are an address on the web, and `address` is not it.
fn leads_elsewhere(address: &str, words: &str) -> bool {
    let (address, words) = (address.to_lowercase(), words.to_lowercase());
    let is_host = words.contains('.') && !words.contains(char::is_whitespace);
    is_host && words.contains(char::is_alphabetic) && !address.contains(words.trim_end_matches('/'))
}
