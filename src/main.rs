//! The program: arguments go to the command line, which may hand over to the reader.

use std::process::ExitCode;

use guidepost::cli::{self, Args, Outcome};

fn main() -> ExitCode {
    let args = match Args::read() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let glyphs = args.glyphs();
    let done = match cli::run(args) {
        Ok(Outcome::Done(code)) => Ok(code),
        Ok(Outcome::Read(reading)) => {
            for i in 0..reading.library.len() {
                println!("{}", reading.library.id(i));
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => Err(error),
    };
    done.unwrap_or_else(|error| cli::failed(&error, glyphs))
}
