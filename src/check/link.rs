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
use crate::near::{NotFound, nearest};

/// Broken links of a file for which the nearest name is looked for: that takes a look at
/// every name there is.
const NEAREST: usize = 20;

/// The links of a guide under check.
struct Links<'a, 'f, 'r> {
    guide: &'a Guide,
    held: &'a Held<'a>,
    /// True for a guide of ours.
    ours: bool,
    /// For how many more the nearest name is looked for.
    left: usize,
    findings: &'f mut Findings<'r>,
}

/// Checks the links of a guide. `ours` is one with front matter.
pub fn check(text: &Text, held: &Held, ours: bool, findings: &mut Findings) {
    let mut links = Links { guide: text.guide, held, ours, left: NEAREST, findings };
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
                links.fact(id, text.in_picture(block.at, id));
            }
        });
        for inline in inlines {
            match inline {
                Inline::Note { label, at } if is_fact_id(label) => links.fact(label, *at),
                Inline::Text(run) => match &run.link {
                    Some(target) => links.link(target, run.at, &run.text),
                    None if ours => unread(&run.text, run.at, links.findings),
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

impl Links<'_, '_, '_> {
    fn fact(&mut self, id: &str, at: usize) {
        let evidence = self.held.evidence();
        if self.held.listed && evidence.fact(id).is_none() {
            let ids = evidence.facts.iter().map(|fact| fact.id.as_str());
            let missing = self.missing("fact", id, ids);
            self.findings.fault(Code::Link, at, missing);
        }
    }

    /// A link with these `words`.
    fn link(&mut self, target: &Target, at: usize, words: &str) {
        let held = self.held;
        let wrong = match target {
            Target::Here(section) => self.section(&[self.guide], section),
            Target::Guide { path, section } => {
                let known = |library: &Library, from: &str| {
                    Some(library.guide(library.linked(from, path)?))
                };
                match known(held.library, &self.guide.id).or_else(|| known(held.bundled, "")) {
                    Some(Ok(other)) => {
                        section.as_ref().and_then(|section| self.section(&[&other], section))
                    }
                    Some(Err(fault)) => Some(fault.to_string()),
                    None => Some(format!("there is no guide \"{path}\" here")),
                }
            }
            Target::Term(_) if !held.listed => None,
            Target::Term(term) => {
                let terms = held.library.glossary();
                let known = terms.iter().any(|known| known.is_called(term));
                let ids = terms.iter().map(|known| known.id.as_str());
                (!known).then(|| self.missing("term", term, ids))
            }
            Target::Questions(group) => {
                let questions = |library: &Library| {
                    library.questions(None).ok().and_then(|found| library.guide(found.index).ok())
                };
                let known = [held.library, held.bundled].map(questions);
                let known: Vec<&Guide> = known.iter().flatten().map(AsRef::as_ref).collect();
                let group = group.as_ref().filter(|group| !group.is_empty());
                group.and_then(|group| self.section(&known, group))
            }
            Target::Clinics(query) => {
                let asked = Asked::of_link(query);
                let held = asked.and_then(|asked| asked.filter(held.bundled.clinics()).map(drop));
                held.err().map(|refused| refused.to_string())
            }
            Target::Cost(route) => {
                let costs = Costs::bundled();
                let known = route.is_empty() || costs.route(route).is_some();
                let ids = costs.routes.iter().map(|route| route.id.as_str());
                (!known).then(|| self.missing("route", route, ids))
            }
            Target::Web(address) if self.ours && leads_elsewhere(address, words) => {
                Some(format!("the words name another address than \"{address}\", where it leads"))
            }
            Target::Web(address) if self.ours && !is_web(address, words) => Some(format!(
                "\"{address}\" leads nowhere: links begin with #, a guide's file, term:, questions:, clinics:, cost:, crisis: or https:"
            )),
            Target::Crisis | Target::Web(_) => None,
        };
        if let Some(wrong) = wrong {
            self.findings.fault(Code::Link, at, wrong);
        }
    }

    /// Why the section can be found in none of these guides.
    fn section(&mut self, guides: &[&Guide], section: &str) -> Option<String> {
        if section.is_empty() {
            return Some("a link to a section without its name".to_owned());
        }
        if guides.iter().any(|guide| guide.find(section).is_some()) {
            return None;
        }
        let entries = guides.iter().flat_map(|guide| &guide.outline().entries);
        Some(self.missing("section", section, entries.map(|entry| entry.id.as_str())))
    }

    /// That nothing has this name, and of the first of a file the nearest that something has.
    fn missing<'n>(
        &mut self,
        kind: &'static str,
        name: &str,
        names: impl Iterator<Item = &'n str>,
    ) -> String {
        let looked_for = self.left > 0;
        self.left = self.left.saturating_sub(1);
        let nearest = if looked_for { nearest(name, names) } else { None };
        NotFound { kind, name: name.to_owned(), nearest, otherwise: "" }.to_string()
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
