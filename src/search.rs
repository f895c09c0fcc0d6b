//! Search: the section, question or term that answers, in the words people use.
//!
//! What can be found is an entry: a section, a question with its answer, a term. Entries
//! are made ready in a [`Batch`], on any thread, and added to the [`Index`], which grows;
//! a search answers from what is there. What was typed is read against the index
//! ([`Query`]): each word by its stem, the last one as a beginning too, a word that nothing
//! knows as a typing error, and lay words by the table of [`Synonyms`]. Entries are ranked
//! by BM25F over names, path and text.

mod batch;
mod entries;
mod follow;
mod index;
mod marks;
mod near;
mod query;
mod rank;
mod shown;
mod snippet;
mod synonyms;

pub use batch::{Batch, Place};
pub use entries::batches;
pub use index::Index;
pub use marks::Marks;
pub use query::{Correction, Query};
pub use rank::{Found, Hit, Scope};
pub use shown::Shown;
pub use snippet::Snippet;
pub use synonyms::Synonyms;
