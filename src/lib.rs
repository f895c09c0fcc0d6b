//! guidepost: honest guides on ketamine for PTSD, read in a terminal.
//!
//! Two front doors over one plain core.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`cli`] | the command line: commands, JSON, print |
//! | [`tui`] | the terminal reader: state, panes, screen |
//! | [`reading`] | what the command line hands to the reader |
//! | [`action`], [`keymap`] | what a reader can do, and the one table of its keys |
//! | [`settings`] | what the settings file, the command line and the environment ask for |
//! | [`theme`] | how each part of the reader looks, as data |
//! | [`library`] | bundled guides and tables, files a user opens, and their faults |
//! | [`guide`] | a guide: front matter, pieces, blocks, outline |
//! | [`evidence`] | facts, their sources and strength |
//! | [`glossary`], [`crisis`], [`questions`] | terms; crisis lines; questions to ask a clinic |
//! | [`search`] | sections, questions and terms found by the words people use |
//! | [`clinic`] | clinics and what is known of them, filters, places, import, map, comparison |
//! | [`cost`] | plans of treatment and what they come to: money, schedules, insurance, routes, papers |
//! | [`check`] | the authors' compiler: what must hold of guides and tables |
//! | [`faq`] | questions with their answers, which of them hold given words, all as one document |
//! | [`page`] | typesetting: blocks and a width become lines |
//! | [`plain`] | makes text from files harmless to a terminal |
//! | [`speech`] | text for a voice |
//! | [`fold`] | text as it is compared: no case, no accents |
//! | [`english`] | stems of words, and words that say nothing |
//! | [`near`] | names that nothing has, and the nearest that something has |
//!
//! # From a file to the screen
//!
//! A document is cut into pieces in one pass over its bytes ([`guide::cut`]); a piece is
//! read into blocks ([`guide::markdown`]) and set into lines ([`page`]) when it is looked
//! at. What holds for the whole document (ids, link definitions, footnotes) is its
//! outline ([`guide::outline`]), read at once for small documents and on a thread of its
//! own for large ones. Every line knows the byte it starts at: a reading place is a
//! position in the source, so it survives any change of width.
//!
//! # From a key to a frame
//!
//! `tui::run` waits for events and takes all that are there. A key press becomes an
//! [`action::Action`] through the [`keymap`]; [`tui::app::App`] changes its state and
//! returns effects, which the loop performs; one frame is drawn, and the hidden cursor is
//! put on what has the focus.
//! What is said of a key anywhere asks the same function that decides what a press means.
//!
//! # From what is typed to what is found
//!
//! Sections, questions and terms are made ready for the index on a thread of their own
//! ([`search::batches`]), a few hundred at a time, and taken in by whoever searches, so that
//! a search answers from what is ready. What is typed is read against the index and ranked
//! without looking at any text; only hits that are shown are read for their words.
//!
//! # From what is said to what it costs
//!
//! A route of `assets/costs.toml` and what a person says of it ([`cost::inputs`]) make a
//! [`cost::Plan`], as a plan file does; a plan is summed up in one run for each of three
//! prices ([`cost::Plan::estimate`]), and the estimate is written as Markdown
//! ([`cost::report`]), so that the reader shows it like any guide.
//!
//! # Seams
//!
//! A test reads the `use` lines and holds these:
//!
//! 1. `guide`, `faq`, `evidence`, `glossary`, `crisis`, `questions`, `search`, `clinic`, `cost`,
//!    `check`, `library`, `page`, `plain`, `fold`, `english`, `near`, `speech` and `theme` know
//!    nothing of ratatui, crossterm, clap or either door.
//! 2. `cli` and `tui` never import one another; both set text through `page`.
//! 3. Only `guide/markdown` knows the Markdown parser. Only `tui/run.rs` reads events.
//!    Only `tui/looks.rs` and `cli/ansi.rs` say how a role looks. Only `library` reads
//!    files, and `settings` its own one and a theme's. Only `library/written` writes
//!    any: those that a user names. Only `settings` reads the environment. Only `cli/json.rs`
//!    and `cli/json/` know the shapes of JSON.
//! 4. Panes get actions, never keys; drawing takes `&self`.
//! 5. Money is integer cents: there is no floating point under `cost`.
//! 6. No crate in the dependency tree opens a network connection; our own code has no
//!    `unsafe`.

pub mod action;
pub mod check;
pub mod cli;
pub mod clinic;
pub mod cost;
pub mod crisis;
pub mod english;
pub mod evidence;
pub mod faq;
pub mod fold;
pub mod glossary;
pub mod guide;
pub mod keymap;
pub mod library;
pub mod near;
pub mod page;
pub mod plain;
pub mod questions;
pub mod reading;
pub mod search;
pub mod settings;
pub mod speech;
pub mod theme;
pub mod tui;
