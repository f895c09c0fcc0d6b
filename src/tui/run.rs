//! The loop: wait for an event, take all that are there, draw once.
//!
//! Nothing wakes the program but keys, a new window size, signals and guides that have
//! been read. Threads that wait for these start after the first frame.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{Event as Input, KeyEvent, KeyEventKind, MouseButton, MouseEventKind};

use super::app::{App, Effect};
use super::screen::{Behind, Screen, restore};
use crate::guide::Guide;
use crate::library::{self, Fault, Library, NotWritten};
use crate::reading::Reading;
use crate::search::{self, Batch};
use crate::settings::{self, Clipboard};

/// What the loop waits for.
enum Event {
    Key(KeyEvent),
    /// Pasted text.
    Paste(String),
    /// A click at a column and row.
    Click(u16, u16),
    /// A step of the wheel; true when down.
    Wheel(bool),
    Resize(u16, u16),
    /// Every guide has been read.
    LoadedAll,
    /// Entries are ready to be searched, and so many guides are.
    Indexed(Batch, usize),
    /// All of them are.
    IndexedAll,
    /// A guide has been read; the second time its outline too.
    Loaded(usize, Result<Arc<Guide>, Fault>),
    /// The terminal is gone or the program is asked to end; the exit code.
    End(u8),
    /// The program is asked to stop until it is continued.
    #[cfg(unix)]
    Suspend,
    /// The program goes on after it was stopped from outside.
    #[cfg(unix)]
    Continued,
}

/// Shows the reader until the user leaves.
///
/// # Errors
/// When the terminal cannot be used.
pub fn run(reading: Reading) -> anyhow::Result<ExitCode> {
    restore_on_panic();
    let screen = Screen::enter()?;
    let mut reader = Loop::new(reading, screen);
    let outcome = match &mut reader {
        Ok(reader) => reader.run(),
        Err(error) => Err(std::io::Error::new(error.kind(), error.to_string())),
    };
    restore(outcome.as_ref().map_or(Behind::Kept, |(behind, _)| *behind));
    // The system takes a large document's memory back faster than we could.
    std::mem::forget(reader);
    Ok(outcome.map(|(_, code)| ExitCode::from(code))?)
}

/// Has a panic find the terminal as it was, so that its message can be read.
fn restore_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        restore(Behind::Kept);
        before(info);
    }));
}

struct Loop {
    app: App,
    screen: Screen,
    clipboard: Clipboard,
    sender: Sender<Event>,
    events: Receiver<Event>,
}

/// After this long without the second of two keys the reader is told which there are.
const PAUSE: Duration = Duration::from_millis(600);

/// How the loop ended: what to do with the screen behind, and the exit code.
type End = (Behind, u8);

impl Loop {
    fn new(reading: Reading, screen: Screen) -> std::io::Result<Self> {
        let (sender, events) = channel();
        let clipboard = reading.clipboard;
        let (app, effects) = App::new(reading, screen.area());
        let mut this = Self { app, screen, clipboard, sender, events };
        this.draw()?;
        listen(&this.sender);
        for effect in effects {
            this.perform(effect)?;
        }
        Ok(this)
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let (frame, cursor) = self.app.frame();
        self.screen.show(frame, cursor)
    }

    fn run(&mut self) -> std::io::Result<End> {
        loop {
            let mut next = self.next();
            while let Some(event) = next {
                if let Some(end) = self.take(event)? {
                    return Ok(end);
                }
                next = self.events.try_recv().ok();
            }
            self.app.catch_up();
            self.draw()?;
        }
    }

    /// Waits for an event; none when what may follow a first key is to be shown instead.
    fn next(&mut self) -> Option<Event> {
        let event = if self.app.owes_hint() {
            self.events.recv_timeout(PAUSE)
        } else {
            self.events.recv().map_err(RecvTimeoutError::from)
        };
        match event {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => {
                self.app.hint();
                None
            }
            // The sender lives as long as the loop, so there is always an event to come.
            Err(RecvTimeoutError::Disconnected) => Some(Event::End(0)),
        }
    }

    fn perform_all(&mut self, effects: Vec<Effect>) -> std::io::Result<Option<End>> {
        for effect in effects {
            if let Some(end) = self.perform(effect)? {
                return Ok(Some(end));
            }
        }
        Ok(None)
    }

    fn take(&mut self, event: Event) -> std::io::Result<Option<End>> {
        match event {
            Event::Key(key) => {
                if self.app.waits_for_all(key) {
                    return self.take_when_loaded(key);
                }
                let effects = self.app.key(key);
                return self.perform_all(effects);
            }
            Event::Paste(text) => self.app.paste(&text),
            Event::Click(x, y) => {
                let effects = self.app.click(x, y);
                return self.perform_all(effects);
            }
            Event::Wheel(down) => {
                let effects = self.app.wheel(down);
                return self.perform_all(effects);
            }
            Event::LoadedAll => self.app.loaded_all(),
            Event::Indexed(batch, ready) => self.app.indexed(&batch, ready),
            Event::IndexedAll => self.app.indexed_all(),
            Event::Resize(width, height) => {
                self.app.resize(width, height);
                let (frame, _) = self.app.frame();
                self.screen.forget(frame.area);
            }
            Event::Loaded(index, guide) => self.app.loaded(index, guide),
            Event::End(code) => return Ok(Some((Behind::Kept, code))),
            #[cfg(unix)]
            Event::Suspend => return self.perform(Effect::Suspend),
            #[cfg(unix)]
            Event::Continued => self.come_back()?,
        }
        Ok(None)
    }

    /// Waits for the rest of the guide, which is being read, before a key acts on it.
    fn take_when_loaded(&mut self, key: KeyEvent) -> std::io::Result<Option<End>> {
        let mut later = vec![Event::Key(key)];
        while self.app.waits_for_all(key) {
            match self.events.recv() {
                Ok(Event::Loaded(index, guide)) => self.app.loaded(index, guide),
                // What hides or ends the reading does not wait its turn.
                Ok(Event::Key(key)) if self.app.is_urgent(key) => {
                    let effects = self.app.key(key);
                    if let Some(end) = self.perform_all(effects)? {
                        return Ok(Some(end));
                    }
                    // What was pressed before was meant for what is hidden now.
                    later.retain(|event| !matches!(event, Event::Key(_)));
                    self.draw()?;
                    break;
                }
                Ok(Event::End(code)) => return Ok(Some((Behind::Kept, code))),
                Ok(event) => later.push(event),
                Err(_) => break,
            }
        }
        for event in later {
            if let Some(end) = self.take(event)? {
                return Ok(Some(end));
            }
        }
        Ok(None)
    }

    fn perform(&mut self, effect: Effect) -> std::io::Result<Option<End>> {
        match effect {
            Effect::Leave(behind) => return Ok(Some((behind, 0))),
            Effect::Redraw => self.screen.forget(self.screen.area()),
            Effect::Load(index) => {
                let (library, sender) = (Arc::clone(self.app.library()), self.sender.clone());
                thread::spawn(move || load(&library, index, &sender));
            }
            Effect::LoadAll => {
                let (library, sender) = (Arc::clone(self.app.library()), self.sender.clone());
                thread::spawn(move || {
                    library.read_all();
                    let _ = sender.send(Event::LoadedAll);
                });
            }
            Effect::Index => {
                let (library, sender) = (Arc::clone(self.app.library()), self.sender.clone());
                thread::spawn(move || {
                    search::batches(&library, |batch, ready| {
                        sender.send(Event::Indexed(batch, ready)).is_ok()
                    });
                    let _ = sender.send(Event::IndexedAll);
                });
            }
            Effect::Save { name, text, over } => {
                let path = settings::path_of(&name);
                let written = match path {
                    Ok(path) => library::write(&path, &text, over),
                    Err(message) => {
                        let file = library::shown(name.as_ref());
                        Err(NotWritten::Failed(Fault { file, line: None, message }))
                    }
                };
                self.app.saved(&name, written);
            }
            Effect::Copy(text) => self.screen.copy(&text, self.clipboard.tmux)?,
            Effect::Mouse(on) => self.screen.report_clicks(on)?,
            Effect::Suspend => {
                #[cfg(unix)]
                if unix::has_shell() {
                    restore(Behind::Kept);
                    // The shell takes over here; the next line runs after `fg`.
                    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
                    self.come_back()?;
                } else {
                    self.app.say("not suspended: no shell is here to come back from");
                }
            }
        }
        Ok(None)
    }

    /// Takes the terminal again after the program was stopped.
    #[cfg(unix)]
    fn come_back(&mut self) -> std::io::Result<()> {
        let area = self.screen.enter_again()?;
        self.app.resize(area.width, area.height);
        Ok(())
    }
}

/// Reads a guide, then its outline, then its sources; says so after each that was not
/// known. Nobody listens any more when the reader has left.
fn load(library: &Library, index: usize, sender: &Sender<Event>) {
    let guide = library.guide(index);
    let known = guide.as_ref().is_ok_and(|guide| guide.known_outline().is_some());
    if !known {
        let _ = sender.send(Event::Loaded(index, guide.clone()));
    }
    if let Ok(guide) = guide {
        guide.outline();
        if !known {
            let _ = sender.send(Event::Loaded(index, Ok(guide)));
        }
        if let Some(guide) = library.with_sources(index) {
            let _ = sender.send(Event::Loaded(index, Ok(guide)));
        }
    }
}

/// Starts the threads that wait for keys, signals and the end of the terminal.
fn listen(sender: &Sender<Event>) {
    let keys = sender.clone();
    thread::spawn(move || {
        loop {
            let event = match crossterm::event::read() {
                // Only presses and repeats act; a pasted text is not a string of commands.
                Ok(Input::Key(key)) if key.kind != KeyEventKind::Release => Event::Key(key),
                Ok(Input::Resize(width, height)) => Event::Resize(width, height),
                Ok(Input::Paste(text)) => Event::Paste(text),
                Ok(Input::Mouse(mouse)) => match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => {
                        Event::Click(mouse.column, mouse.row)
                    }
                    MouseEventKind::ScrollDown => Event::Wheel(true),
                    MouseEventKind::ScrollUp => Event::Wheel(false),
                    _ => continue,
                },
                Ok(_) => continue,
                Err(_) => Event::End(1),
            };
            let ends = matches!(event, Event::End(_));
            if keys.send(event).is_err() || ends {
                return;
            }
        }
    });
    #[cfg(unix)]
    unix::listen(sender);
}

#[cfg(unix)]
mod unix {
    use std::os::fd::AsFd;
    use std::sync::mpsc::Sender;
    use std::time::Duration;
    use std::{process, thread};

    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
    use nix::unistd::{getpgid, getppid, getsid};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    use super::{Behind, Event, restore};

    /// True when a shell with job control started the program and can continue it. Without
    /// one a stopped program would stay so.
    ///
    /// Sessions and groups that began outside a container all have the number 0 in it.
    pub fn has_shell() -> bool {
        let parent = Some(getppid());
        let same_session = getsid(parent).is_ok_and(|id| getsid(None) == Ok(id));
        let apart = getpgid(parent).is_ok_and(|id| getpgid(None) != Ok(id));
        same_session && apart
    }

    /// How long the loop gets to end by itself when it has been asked to.
    const GRACE: Duration = Duration::from_millis(700);

    /// Waits for signals, and for the terminal to go away.
    pub fn listen(sender: &Sender<Event>) {
        if let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
        {
            let sender = sender.clone();
            thread::spawn(move || {
                for signal in signals.forever() {
                    match signal {
                        SIGTSTP => drop(sender.send(Event::Suspend)),
                        SIGCONT => drop(sender.send(Event::Continued)),
                        signal => end(&sender, signal),
                    }
                }
            });
        }
        let sender = sender.clone();
        thread::spawn(move || {
            let out = std::io::stdout();
            let mut watched = [PollFd::new(out.as_fd(), PollFlags::empty())];
            // Returns when the other side of the terminal has been closed, and not before.
            while poll(&mut watched, PollTimeout::NONE).is_err() {}
            end(&sender, SIGHUP);
        });
    }

    /// Asks the loop to end, and ends the program if it does not: it may be writing to a
    /// terminal that takes nothing any more.
    fn end(sender: &Sender<Event>, signal: i32) {
        let code = u8::try_from(128 + signal).unwrap_or(1);
        let _ = sender.send(Event::End(code));
        thread::spawn(move || {
            thread::sleep(GRACE);
            // Restoring may block for the same reason.
            thread::spawn(|| restore(Behind::Kept));
            thread::sleep(GRACE / 2);
            process::exit(i32::from(code));
        });
    }
}
