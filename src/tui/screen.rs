//! The terminal as the reader uses it: modes on, frames, modes off.
//!
//! There is one way back, [`restore`]; quitting, errors, panics, signals and suspending
//! all take it, and taking it twice does nothing.

mod changes;

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::force_color_output;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Turns the wheel into arrow keys while the alternate screen is shown (DECSET 1007).
const WHEEL_ON: &[u8] = b"\x1b[?1007h";
const WHEEL_OFF: &[u8] = b"\x1b[?1007l";
/// Has the terminal report clicks and the wheel (DECSET 1000), and places beyond column 223
/// too (1006). Not every movement, as crossterm's own command asks for.
const CLICKS_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const CLICKS_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// True while the modes are on.
static ENTERED: AtomicBool = AtomicBool::new(false);
/// True while clicks are reported.
static CLICKS: AtomicBool = AtomicBool::new(false);

/// What leaving does with the screen that was there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// It is shown again as it was.
    Kept,
    /// It is blanked, so that nothing tells what was read.
    Blanked,
}

/// Draws frames; only what changed is sent.
#[derive(Debug)]
pub struct Screen {
    shown: Buffer,
    cursor: Position,
    /// True until the first frame after entering or clearing.
    blank: bool,
}

impl Screen {
    /// Turns the modes on. Nothing is asked of the terminal, and nothing is sent before
    /// the first frame.
    ///
    /// # Errors
    /// When the terminal cannot be put into raw mode.
    pub fn enter() -> io::Result<Self> {
        // With NO_COLOR crossterm would write `ESC [ ; m`, which ends reverse and bold; the
        // theme is given without its colours then.
        force_color_output(true);
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let (width, height) = size().unwrap_or((80, 24));
        let shown = Buffer::empty(Rect::new(0, 0, width, height));
        Ok(Self { shown, cursor: Position::ORIGIN, blank: true })
    }

    /// The window's size as it was when last asked for.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.shown.area
    }

    /// Comes back after [`restore`], as when a suspended program goes on.
    ///
    /// # Errors
    /// When the terminal cannot be put into raw mode.
    pub fn enter_again(&mut self) -> io::Result<Rect> {
        *self = Self::enter()?;
        Ok(self.area())
    }

    /// Has clicks reported, or not any more.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn report_clicks(&mut self, on: bool) -> io::Result<()> {
        CLICKS.store(on, Ordering::SeqCst);
        send(if on { CLICKS_ON } else { CLICKS_OFF })
    }

    /// Hands text to the terminal's clipboard (OSC 52); with `tmux` through tmux as well.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str, tmux: bool) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        if tmux {
            // tmux hands on what is wrapped like this, every escape doubled.
            let wrapped = String::from_utf8_lossy(&bytes).replace('\x1b', "\x1b\x1b");
            bytes.extend_from_slice(format!("\x1bPtmux;{wrapped}\x1b\\").as_bytes());
        }
        send(&bytes)
    }

    /// Draws everything anew with the next frame, in a window of this size.
    pub fn forget(&mut self, area: Rect) {
        self.shown = Buffer::empty(area);
        self.blank = true;
    }

    /// Shows a frame and puts the hidden cursor on `cursor`, in one write.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show(&mut self, frame: Buffer, cursor: Position) -> io::Result<()> {
        if self.shown == frame && cursor == self.cursor && !self.blank {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(4096);
        if std::mem::take(&mut self.blank) {
            queue!(bytes, EnterAlternateScreen, Hide, EnableBracketedPaste)?;
            bytes.extend_from_slice(WHEEL_ON);
            if CLICKS.load(Ordering::SeqCst) {
                bytes.extend_from_slice(CLICKS_ON);
            }
            // Not `CSI 2 J`: several terminals keep what it clears in their scrollback.
            queue!(bytes, BeginSynchronizedUpdate, MoveTo(0, 0), Clear(ClearType::FromCursorDown))?;
        } else {
            queue!(bytes, BeginSynchronizedUpdate)?;
        }
        changes::write(&mut bytes, &mut self.shown, &frame)?;
        queue!(bytes, MoveTo(cursor.x, cursor.y), EndSynchronizedUpdate)?;
        self.shown = frame;
        self.cursor = cursor;
        send(&bytes)
    }
}

fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Turns every mode off that was turned on. Safe to call at any time, any number of times.
pub fn restore(behind: Behind) {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    if CLICKS.load(Ordering::SeqCst) {
        bytes.extend_from_slice(CLICKS_OFF);
    }
    bytes.extend_from_slice(WHEEL_OFF);
    let queued =
        queue!(bytes, EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, Show);
    debug_assert!(queued.is_ok());
    if behind == Behind::Blanked {
        bytes.extend_from_slice(b"\x1b[H\x1b[J");
    }
    // A terminal that is gone cannot be restored; there is nothing else to do.
    let _ = send(&bytes);
    let _ = disable_raw_mode();
}
