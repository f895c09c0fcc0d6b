//! A pseudo-terminal with the program in it, and a screen that shows what it wrote.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test gives up; far more than it needs.
const DEADLINE: Duration = Duration::from_secs(20);
/// Silence that ends a burst of output.
const SILENCE: Duration = Duration::from_millis(150);

pub struct Terminal {
    pub master: Option<Box<dyn MasterPty + Send>>,
    pub child: Box<dyn Child + Send + Sync>,
    writer: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Every byte written so far.
    pub bytes: Vec<u8>,
}

impl Terminal {
    /// Starts the program with arguments and environment variables.
    pub fn start(args: &[&str], vars: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_guidepost"));
        command.args(args);
        Self::run(command, vars, columns, rows)
    }

    /// Starts a command.
    pub fn run(
        mut command: CommandBuilder,
        vars: &[(&str, &str)],
        columns: u16,
        rows: u16,
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        for name in ["NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("XDG_CONFIG_HOME", crate::cli::no_settings());
        for (name, value) in vars {
            command.env(name, value);
        }
        let mut this = Self {
            child: pair.slave.spawn_command(command).expect("the program starts"),
            writer: Some(pair.master.take_writer().expect("a writer")),
            output: channel().1,
            screen: vt100::Parser::new(rows, columns, 0),
            bytes: Vec::new(),
            master: None,
        };
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        this.output = output;
        this.master = Some(pair.master);
        this
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    /// Waits until `text` is on the screen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&str) -> bool) {
        let end = Instant::now() + DEADLINE;
        while !holds(&self.text()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!("never saw {what:?} ({error}) in\n{}", self.text()),
            }
        }
        self.settle();
    }

    /// Takes output until there has been none for a while.
    pub fn settle(&mut self) {
        while let Ok(bytes) = self.output.recv_timeout(SILENCE) {
            self.take(&bytes);
        }
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    pub fn cursor(&self) -> (u16, u16) {
        self.screen.screen().cursor_position()
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Types bytes as the terminal would send them.
    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("the terminal is there");
        writer.write_all(keys.as_bytes()).expect("the program takes keys");
        writer.flush().expect("the program takes keys");
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the terminal is there").resize(size).expect("a new size");
        self.screen.screen_mut().set_size(rows, columns);
    }

    /// The line settings as they are now.
    pub fn settings_now(&self) -> String {
        let settings = self.master.as_ref().expect("the terminal is there").get_termios();
        format!("{:?}", settings.expect("line settings can be read"))
    }

    pub fn pid(&self) -> i32 {
        i32::try_from(self.child.process_id().expect("a process")).expect("a process number")
    }

    pub fn signal(&self, signal: i32) {
        let status = std::process::Command::new("kill")
            .args([&format!("-{signal}"), &self.pid().to_string()])
            .status();
        assert!(status.expect("kill runs").success());
    }

    /// Closes the terminal under the program.
    pub fn vanish(&mut self) {
        // The reading thread has an end of the terminal too. With nobody to hand output to
        // it stops at the next output, which a key brings about.
        self.output = channel().1;
        self.send(" ");
        self.writer = None;
        self.master = None;
    }

    /// Waits for the program to end; its exit code.
    pub fn ended(&mut self) -> u32 {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be waited for") {
                self.settle();
                return status.exit_code();
            }
            assert!(started.elapsed() < DEADLINE, "the program does not end:\n{}", self.text());
            while let Ok(bytes) = self.output.try_recv() {
                self.take(&bytes);
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The modes that are on at the end of everything written.
    pub fn modes_on(&self) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.bytes);
        let mut on: Vec<String> = Vec::new();
        for part in text.split("\u{1b}[?").skip(1) {
            let number: String = part.chars().take_while(char::is_ascii_digit).collect();
            let set = match part[number.len()..].chars().next() {
                Some('h') => true,
                Some('l') => false,
                _ => continue,
            };
            // Showing the cursor is the usual state, so hiding it counts as a mode.
            let set = if number == "25" { !set } else { set };
            on.retain(|known| *known != number);
            if set {
                on.push(number);
            }
        }
        on
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
