//! The estimate as the reader shows it.

use std::sync::Arc;

use crate::cost::report::Report;
use crate::guide::Guide;

/// What leads to the letter that asks for a price in writing.
pub const LETTER: &str = "letter";
/// What leads to the words for a call.
pub const CALL: &str = "call";

/// The estimate as a document whose outline is known, with what leads to its papers.
pub(super) fn document(report: &Report) -> Arc<Guide> {
    let text = format!(
        "{}\n## Papers {{#papers}}\n\nMade from your figures, to be read, copied or printed:\n\n\
         - [A letter that asks for a price in writing](cost:{LETTER})\n\
         - [Words for a call to the clinic](cost:{CALL})\n",
        report.markdown()
    );
    let guide = Guide::new("estimate", "the estimate", text);
    guide.outline();
    Arc::new(guide)
}
