//! The reader in a real pseudo-terminal: what it does to the terminal, byte by byte.

mod harness;
mod leaving;
mod manners;
mod searching;
mod settings;
mod touching;

use harness::Terminal;
