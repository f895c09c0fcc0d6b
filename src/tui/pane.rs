//! What fills the window: the list of guides, the reader, and what opens over them.

pub mod card;
pub mod chooser;
pub mod clinics;
pub mod cost;
pub mod faq;
pub mod filters;
pub mod guides;
pub mod outline;
pub mod pages;
pub mod reader;
pub mod search;

/// Keeps `chosen` inside a window of `height` rows that starts at `first`.
#[must_use]
pub fn keep_in_view(first: usize, chosen: usize, height: usize) -> usize {
    if chosen < first { chosen } else { first.max((chosen + 1).saturating_sub(height.max(1))) }
}

/// Moves a choice among `count` items as the keys for lists do; none for other actions.
#[must_use]
pub fn moved(
    action: crate::action::Action,
    chosen: usize,
    count: usize,
    page: usize,
) -> Option<usize> {
    use crate::action::Action;
    let last = count.saturating_sub(1);
    let to = match action {
        Action::Down | Action::NextStop => chosen + 1,
        Action::Up | Action::PreviousStop => chosen.saturating_sub(1),
        Action::PageDown => chosen + page.max(1),
        Action::PageUp => chosen.saturating_sub(page.max(1)),
        Action::HalfPageDown => chosen + (page / 2).max(1),
        Action::HalfPageUp => chosen.saturating_sub((page / 2).max(1)),
        Action::Top => 0,
        Action::Bottom => last,
        _ => return None,
    };
    Some(to.min(last))
}
