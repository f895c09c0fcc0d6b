//! What must be sent for one frame to become the next: as few bytes as is simple.

use std::io::{self, Write};

use crossterm::cursor::{MoveRight, MoveTo};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType, ScrollDown, ScrollUp};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// An unchanged gap of up to this many cells is written again: moving over it costs more.
const GAP: usize = 4;

/// Writes the changes from `shown` to `frame`; `shown` is changed on the way.
pub fn write(bytes: &mut Vec<u8>, shown: &mut Buffer, frame: &Buffer) -> io::Result<()> {
    if shown.area != frame.area || frame.area.width == 0 {
        return Ok(());
    }
    scroll(bytes, shown, frame)?;
    let width = usize::from(frame.area.width);
    let rows = shown.content.chunks(width).zip(frame.content.chunks(width));
    for (y, (old, new)) in (0..).zip(rows) {
        if old != new {
            row(bytes, y, old, new)?;
        }
    }
    Ok(())
}

/// Writes the changes of one row.
fn row(bytes: &mut Vec<u8>, y: u16, old: &[Cell], new: &[Cell]) -> io::Result<()> {
    let blank = Cell::EMPTY;
    let text_end = |row: &[Cell]| row.iter().rposition(|cell| *cell != blank).map_or(0, |x| x + 1);
    let (old_end, new_end) = (text_end(old), text_end(new));
    // Signs of two columns hide the cell behind them; rows that have any are written whole.
    let wide =
        old.iter().chain(new).any(|cell| cell.symbol().len() > 1 && cell.symbol().width() > 1);
    let changed = |x: usize| wide || old[x] != new[x];
    let mut x = 0;
    let mut at = None;
    while x < new_end {
        if !changed(x) {
            x += 1;
            continue;
        }
        let start = x;
        let mut end = x + 1;
        while end < new_end && (end..new_end.min(end + GAP)).any(changed) {
            end += 1;
        }
        match at {
            Some(at) if start > at => queue!(bytes, MoveRight(small(start - at)))?,
            Some(_) => {}
            None => queue!(bytes, MoveTo(small(start), y))?,
        }
        run(bytes, &new[start..end])?;
        at = Some(end);
        x = end;
    }
    if old_end > new_end {
        match at {
            Some(at) if at == new_end => {}
            Some(at) => queue!(bytes, MoveRight(small(new_end - at)))?,
            None => queue!(bytes, MoveTo(small(new_end), y))?,
        }
        queue!(bytes, Clear(ClearType::UntilNewLine))?;
    }
    Ok(())
}

/// Writes cells that stand side by side, the cursor being at the first.
fn run(bytes: &mut Vec<u8>, cells: &[Cell]) -> io::Result<()> {
    let plain = |cell: &Cell| {
        cell.modifier.is_empty()
            && cell.fg == ratatui::style::Color::Reset
            && cell.bg == ratatui::style::Color::Reset
    };
    let mut hidden = 0;
    let mut visible = cells.iter().filter(|cell| {
        let skip = hidden > 0;
        hidden = if skip { hidden - 1 } else { cell.symbol().width().saturating_sub(1) };
        !skip
    });
    if cells.iter().all(plain) {
        return visible.try_for_each(|cell| bytes.write_all(cell.symbol().as_bytes()));
    }
    // One row as far as the backend is concerned: it then never moves the cursor itself,
    // but for the first cell, whose move is cut off.
    let mut styled = Vec::new();
    let row = visible.zip(1..).map(|(cell, x)| (x, 0, cell));
    CrosstermBackend::new(&mut styled).draw(row)?;
    let moved = styled.iter().position(|byte| *byte == b'H').map_or(0, |i| i + 1);
    bytes.write_all(&styled[moved..])
}

/// Has the terminal scroll when most rows of the frame are those shown, moved up or down.
fn scroll(bytes: &mut Vec<u8>, shown: &mut Buffer, frame: &Buffer) -> io::Result<()> {
    let width = usize::from(frame.area.width);
    let (old, new): (Vec<_>, Vec<_>) =
        (shown.content.chunks(width).collect(), frame.content.chunks(width).collect());
    let Some((top, bottom, by)) = shift(&old, &new) else { return Ok(()) };
    // `CSI top ; bottom r` limits what scrolls, `CSI r` takes the limit off again.
    write!(bytes, "\x1b[{};{}r", top + 1, bottom)?;
    let rows = small(by.unsigned_abs());
    if by > 0 {
        queue!(bytes, ScrollUp(rows))?;
    } else {
        queue!(bytes, ScrollDown(rows))?;
    }
    bytes.write_all(b"\x1b[r")?;
    let moved: Vec<Cell> = (0..old.len())
        .flat_map(|y| {
            let from = y.checked_add_signed(by).filter(|from| (top..bottom).contains(from));
            let kept = if (top..bottom).contains(&y) { from } else { Some(y) };

            kept.map_or_else(|| vec![Cell::EMPTY; width], |from| old[from].to_vec())
        })
        .collect();
    *shown = Buffer { area: Rect { ..shown.area }, content: moved };
    Ok(())
}

/// The rows `top..bottom` that moved, and by how many: up when positive.
///
/// None unless nearly all of what changed is explained by the move.
fn shift(old: &[&[Cell]], new: &[&[Cell]]) -> Option<(usize, usize, isize)> {
    let top = old.iter().zip(new).position(|(old, new)| old != new)?;
    // The first and last lines are header and footer; they never take part.
    let (top, bottom) = (top.max(1), old.len().checked_sub(1)?);
    let rows = bottom.checked_sub(top).filter(|rows| *rows >= 4)?;
    let most = isize::try_from(rows / 2).ok()?;
    for by in (1..=most).flat_map(|by| [by, -by]) {
        let kept = (top..bottom).filter(|y| {
            y.checked_add_signed(by)
                .is_some_and(|from| (top..bottom).contains(&from) && old[from] == new[*y])
        });
        if kept.count() + by.unsigned_abs() + 1 >= rows {
            return Some((top, bottom, by));
        }
    }
    None
}

fn small(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
