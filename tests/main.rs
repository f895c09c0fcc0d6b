//! All tests that use the program from outside, in one binary.

mod check;
mod cli;
mod cost;
mod docs;
mod properties;
mod screens;
mod seams;
mod search;
#[cfg(unix)]
mod terminal;
