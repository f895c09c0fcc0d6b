//! A guide with what it rests on behind its text.

use std::sync::Arc;

use super::Library;
use crate::guide::Guide;
use crate::guide::text::citations;

impl Library {
    /// Guide `i` of ours with the sources of its facts behind its text; none for others.
    #[must_use]
    pub fn with_sources(&self, i: usize) -> Option<Arc<Guide>> {
        self.shelf[i].sourced.get_or_init(|| self.put_together(i)).clone()
    }

    /// The same, when it has been put together before.
    #[must_use]
    pub fn with_sources_already(&self, i: usize) -> Option<Arc<Guide>> {
        self.shelf[i].sourced.get()?.clone()
    }

    fn put_together(&self, i: usize) -> Option<Arc<Guide>> {
        let guide = self.guide(i).ok().filter(|guide| guide.is_ours())?;
        guide.outline();
        let blocks: Vec<_> = (0..guide.pieces()).flat_map(|piece| guide.blocks(piece)).collect();
        let sources = self.evidence().list_of_sources(&citations(&blocks));
        if sources.is_empty() {
            return None;
        }
        let dates = guide.front.dates().map(|dates| format!("This guide was {dates}. "));
        let dates = dates.unwrap_or_default();
        let more = format!(
            "## Sources {{#sources}}\n\nWhat this guide rests on, in the order of first mention. The number behind a figure leads to the fact it rests on.\n\n{sources}\nInformation, not medical advice. {dates}guidepost {}, text under CC BY 4.0. To report an error: `guidepost about`. In a crisis: [crisis help](crisis:).\n",
            env!("CARGO_PKG_VERSION")
        );
        let guide = guide.followed_by(&more);
        guide.outline();
        Some(Arc::new(guide))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::link::Target;
    use crate::guide::text::each_link;

    #[test]
    fn the_address_of_a_source_is_a_link_to_all_of_it() {
        let library = Library::bundled();
        let urls = library.evidence().sources.iter().filter_map(|source| source.url.clone());
        let whole: Vec<_> = urls.map(Target::Web).chain([Target::Crisis]).collect();
        let mut links = Vec::new();
        for guide in (0..library.len()).filter_map(|i| library.with_sources(i)) {
            let blocks = guide.blocks_in(guide.end()..guide.source().len());
            each_link(&blocks, &mut |target, _| links.push(target.clone()));
        }
        assert!(links.iter().all(|link| whole.contains(link)), "{links:?}");
        let marked = "https://ptsd.va.gov/understand_tx/meds_for_ptsd.asp";
        assert!(links.contains(&Target::Web(marked.to_owned())), "{links:?}");
    }
}
