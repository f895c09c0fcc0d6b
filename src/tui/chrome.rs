//! The line at the top and the line at the bottom, both made from the key table.

use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::draw::{Canvas, shortened, small};
use crate::action::Action;
use crate::keymap;

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
    let crisis = format!("{crisis} ");
    let taken = right.width() + crisis.width();
    let left = shortened(title, width.saturating_sub(taken + 1), canvas.glyphs);
    canvas.text(area, area.x + u16::from(area.width > 1), area.y, &left, canvas.looks.bar_title);
    let x = area.right().saturating_sub(small(taken));
    let x = canvas.text(area, x, area.y, &right, style);
    canvas.text(area, x, area.y, &crisis, canvas.looks.crisis);
}

/// Draws the footer: hints for what is offered here, how many did not fit, and the keys
/// that work everywhere. `key` names the key of an action; `pending` is the first key of two, shown while it waits.
pub fn footer(
    canvas: &mut Canvas<'_>,
    area: Rect,
    key: impl Fn(Action) -> Option<String>,
    hints: &[(Action, &str)],
    pending: Option<&str>,
) {
    if area.height == 0 {
        return;
    }
    let glyphs = canvas.glyphs;
    let width = usize::from(area.width).saturating_sub(2);
    let key =
        |action: Action| key(action).map(|key| keymap::spelled(&key, glyphs)).unwrap_or_default();
    let named = |action: Action| (key(action), action.hint().to_owned());
    // The menu says the same to those who know only digits.
    let more = |left: usize, menu: bool| {
        let (help, hint) = named(Action::Help);
        let both = menu && !help.is_empty() && !key(Action::Menu).is_empty();
        let help = if both { format!("{} {help}", key(Action::Menu)) } else { help };
        match left {
            _ if left == 0 || help.is_empty() => (help, hint),
            _ => (format!("+{left} more: {help}"), String::new()),
        }
    };
    let columns = |items: &[(String, String)]| -> usize {
        let each = items
            .iter()
            .map(|(key, hint)| key.width() + usize::from(!hint.is_empty()) + hint.width());
        each.sum::<usize>() + 2 * items.len().saturating_sub(1)
    };
    let fits = |all: &Vec<_>| columns(all) <= width;
    let all = if let Some(key) = pending {
        let waits =
            (format!("{key}{}", glyphs.pick("…", "...")), "waits for a second key".to_owned());
        Some(vec![waits, named(Action::Crisis), named(Action::Leave)]).filter(fits)
    } else {
        // As many hints as fit beside what always stands there. Crisis help stands in the
        // header too, so it gives way where there would be room for no hint.
        let counts = (0..=hints.len().min(HINTS)).rev();
        let of = |count: usize, crisis: bool, menu: bool| {
            let shown = hints[..count].iter();
            let mut all: Vec<_> =
                shown.map(|(action, hint)| (key(*action), (*hint).to_owned())).collect();
            all.extend(crisis.then(|| named(Action::Crisis)));
            all.extend([more(hints.len() - count, menu), named(Action::Leave)]);
            all.retain(|(key, _)| !key.is_empty());
            all
        };
        let hinted = counts.clone().filter(|count| *count > 0 || hints.is_empty());
        let all = hinted.flat_map(|count| [of(count, true, true), of(count, true, false)]);
        all.chain(counts.map(|count| of(count, false, false))).find(fits)
    };
    // On the narrowest windows only the way out is left.
    let all = all.unwrap_or_else(|| vec![named(Action::Leave)]);
    let key_style = canvas.looks.key;
    let mut x = area.x + u16::from(area.width > 2);
    let mut put = |text: &str, style: Style| x = canvas.text(area, x, area.y, text, style);
    for (i, (key, hint)) in all.iter().enumerate() {
        if i > 0 {
            put("  ", Style::default());
        }
        put(key, key_style);
        if !hint.is_empty() {
            put(&format!(" {hint}"), Style::default());
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
        let key = keymap::spelled(key, canvas.glyphs);
        let x = canvas.text(area, area.x + 2, y, &key, canvas.looks.bar_title);
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
