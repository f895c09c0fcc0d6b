//! The line at the top and the line at the bottom, both made from the key table.

use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::draw::{Canvas, shortened, small};
use crate::action::Action;
use crate::page::Glyphs;

/// Hints in the footer at most, those that always stand there left out.
const HINTS: usize = 6;

/// Draws the header: where the reader is at the left, the crisis key at the right, and
/// between them how far it is, in as many of `progress`'s parts as fit.
pub fn header(canvas: &mut Canvas<'_>, area: Rect, title: &str, progress: &[String], crisis: &str) {
    if area.height == 0 {
        return;
    }
    let style = canvas.looks.bar;
    canvas.buffer.set_style(area, style);
    let width = usize::from(area.width);
    // The title keeps at least a third of the room.
    let most = width.saturating_sub(crisis.width() + 2) * 2 / 3;
    let right = (1..=progress.len())
        .rev()
        .map(|parts| progress[..parts].join(", "))
        .find(|text| text.width() + 4 <= most)
        .map_or_else(|| " ".to_owned(), |text| format!("  {text}  "));
    let at = crisis_area(area, crisis);
    let taken = right.width() + usize::from(at.width);
    let left = shortened(title, width.saturating_sub(taken + 1), canvas.glyphs);
    canvas.text(area, area.x + u16::from(area.width > 1), area.y, &left, canvas.looks.bar_title);
    let x = at.x.saturating_sub(small(right.width())).max(area.x);
    canvas.text(area, x, area.y, &right, style);
    canvas.text(area, at.x, area.y, &format!("{crisis} "), canvas.looks.crisis);
}

/// Where the crisis key stands in the header.
#[must_use]
pub fn crisis_area(header: Rect, crisis: &str) -> Rect {
    let width = small(crisis.width() + 1).min(header.width);
    Rect { x: header.right() - width, width, ..header }
}

/// A key in the footer with what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Where both stand.
    pub area: Rect,
    /// What the key does; none where one waits for a second.
    pub action: Option<Action>,
    key: String,
    does: String,
}

/// What the footer holds: hints for what is `offered` here, how many did not fit, and the
/// keys that work everywhere. `key` names the key of an action; `pending` is the first key of
/// two, shown while it waits.
#[must_use]
pub fn hints(
    area: Rect,
    glyphs: Glyphs,
    key: impl Fn(Action) -> Option<String>,
    offered: &[(Action, &str)],
    pending: Option<&str>,
) -> Vec<Hint> {
    let width = usize::from(area.width).saturating_sub(1);
    let hint = |action: Action, does: &str| {
        let (key, does) = (key(action)?, does.to_owned());
        Some(Hint { area, action: Some(action), key, does })
    };
    let named = |action: Action| hint(action, action.hint());
    // The menu says the same to those who know only digits.
    let more = |left: usize, menu: bool| {
        let mut help = named(Action::Help)?;
        if let Some(menu) = key(Action::Menu).filter(|_| menu) {
            help.key = format!("{menu} {}", help.key);
        }
        if left > 0 {
            (help.key, help.does) = (format!("+{left} more: {}", help.key), String::new());
        }
        Some(help)
    };
    let fits = |all: &Vec<Hint>| {
        all.iter().map(Hint::width).sum::<usize>() + 2 * all.len().saturating_sub(1) <= width
    };
    let all = if let Some(key) = pending {
        let key = format!("{key}{}", glyphs.pick("…", "..."));
        let waits = Hint { area, action: None, key, does: "waits for a second key".to_owned() };
        let all = [Some(waits), named(Action::Crisis), named(Action::Leave)];
        Some(all.into_iter().flatten().collect()).filter(fits)
    } else {
        // As many hints as fit beside what always stands there.
        let most = offered.len().min(HINTS);
        let of = |count: usize, crisis: bool, menu: bool, whole: bool| {
            let said = |words: &str| match words.split_once(' ') {
                Some((first, _)) if !whole => first.to_owned(),
                _ => words.to_owned(),
            };
            let shown = offered[..count].iter();
            let shown = shown.filter_map(|(action, words)| hint(*action, &said(words)));
            let crisis = crisis.then(|| named(Action::Crisis)).flatten();
            let always = [crisis, more(offered.len() - count, menu), named(Action::Leave)];
            shown.chain(always.into_iter().flatten()).collect::<Vec<_>>()
        };
        // One at least, if only its first word. Crisis help stands in the header too, so it
        // gives way before the menu, without which whoever knows digits alone goes no further.
        let one = most.min(1);
        let all = (one..=most).rev().map(|count| of(count, true, true, true));
        let low = [(true, true), (true, false), (false, true), (false, false)];
        let low = low.map(|(menu, whole)| of(one, false, menu, whole));
        all.chain(low).chain([of(0, false, false, true)]).find(fits)
    };
    // On the narrowest windows only the way out is left.
    let mut all = all.unwrap_or_else(|| named(Action::Leave).into_iter().collect());
    let mut x = area.x + u16::from(area.width > 2);
    for hint in &mut all {
        hint.area = Rect { x, width: small(hint.width()), ..area }.intersection(area);
        x = x.saturating_add(small(hint.width() + 2));
    }
    all
}

impl Hint {
    fn width(&self) -> usize {
        let does = self.does.width();
        self.key.width() + usize::from(does > 0) + does
    }
}

/// Draws the footer.
pub fn footer(canvas: &mut Canvas<'_>, area: Rect, hints: &[Hint]) {
    if area.height == 0 {
        return;
    }
    for hint in hints {
        let x = canvas.text(area, hint.area.x, area.y, &hint.key, canvas.looks.key);
        if !hint.does.is_empty() {
            canvas.text(area, x, area.y, &format!(" {}", hint.does), Style::default());
        }
    }
}

/// Draws the keys that may follow the first of two, over the last lines of `area`.
pub fn second_keys(canvas: &mut Canvas<'_>, area: Rect, keys: &[(String, Action)]) {
    let rows = small(keys.len()).min(area.height);
    let top = area.bottom() - rows;
    for (y, (key, action)) in (top..area.bottom()).zip(keys) {
        let blank = " ".repeat(usize::from(area.width));
        canvas.text(area, area.x, y, &blank, canvas.looks.bar);
        let x = canvas.text(area, area.x + 2, y, key, canvas.looks.bar_title);
        canvas.text(area, x + 2, y, action.help(), canvas.looks.bar);
    }
}

/// Draws a message in the footer's place.
pub fn notice(canvas: &mut Canvas<'_>, area: Rect, message: &str) {
    if area.height > 0 {
        let glyphs = canvas.glyphs;
        let text =
            shortened(&glyphs.show(message), usize::from(area.width).saturating_sub(1), glyphs);
        let x = area.x + u16::from(area.width > 2);
        canvas.text(area, x, area.y, &text, canvas.looks.key);
    }
}
