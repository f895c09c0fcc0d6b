//! Any list of clinics becomes one of ours: its columns are guessed from their headings, its
//! rows are converted one after another, so that a file of any length needs little memory.

mod columns;
mod convert;
mod ids;
mod rows;
mod text;

pub use columns::{Mapping, Use};
pub(crate) use convert::is_address;
pub use convert::{Became, Converter};
pub use rows::{Row, Rows};
