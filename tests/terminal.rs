//! The reader in a real pseudo-terminal: what it does to the terminal, byte by byte.

mod harness;
mod leaving;
mod manners;
mod settings;

use harness::Terminal;
