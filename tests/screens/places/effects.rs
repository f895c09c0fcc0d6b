//! What each action is to do, and that it does so in every place that offers it.

use guidepost::action::Action;
use guidepost::tui::app::Effect;
use guidepost::tui::screen::Behind;

use super::super::actions::state;
use super::super::{Screen, letters};
use super::{PLACES, Place, Reads, assert_none, ticks};

/// True when an action leads from `screen` to what was there before.
fn leads_to(screen: &mut Screen, action: Action, before: &str) -> bool {
    screen.effects = screen.app.update(action);
    screen.load();
    state(screen) == before
}

/// What the window says between header and footer.
fn body(screen: &Screen) -> String {
    let rows = screen.rows();
    letters(&rows[1..rows.len() - 1].join("\n"))
}

/// What an action says of itself, seen in the window.
#[allow(clippy::too_many_lines, clippy::match_same_arms)] // one arm an action, in their order
fn does(action: Action, place: Place, before: &Screen) -> Result<(), String> {
    let with = |action: Action| {
        let mut screen = place.start();
        screen.effects = screen.app.update(action);
        screen.load();
        screen.effects.retain(|effect| *effect != Effect::Index);
        screen
    };
    let after = &mut with(action);
    let (was, now) = (state(before), state(after));
    let title = after.rows()[0].clone();
    let said = after.rows().last().cloned().unwrap_or_default().trim().to_owned();
    let effects = after.effects.clone();
    let quiet = effects.is_empty();
    let opens = |name: &str| quiet && title.starts_with(name);
    // Only what is in view moves: the header goes on to name the same thing.
    let name = |title: &str| {
        let words = title.split_whitespace();
        let words = words.take_while(|word| !word.contains(|c: char| c.is_ascii_digit()));
        words.take(2).collect::<Vec<_>>().join(" ")
    };
    let moves = quiet && name(&title) == name(&before.rows()[0]);
    let copies = matches!(&effects[..], [Effect::Copy(text)] if !text.trim().is_empty())
        && said.starts_with("sent to the clipboard");
    let holds = match action {
        Action::Leave => effects == [Effect::Leave(Behind::Blanked)],
        Action::Suspend => effects == [Effect::Suspend] && now == was,
        Action::Redraw => effects == [Effect::Redraw] && now == was,
        Action::Quit => effects == [Effect::Leave(Behind::Kept)] || quiet && now != was,
        Action::Back => quiet && now != was,
        Action::Neutral => {
            let hides = now.starts_with("\n  Paused.") != was.starts_with("\n  Paused.");
            quiet && hides && leads_to(after, action, &was)
        }
        Action::Crisis => opens(" Crisis help") && now.contains("988"),
        Action::Help | Action::Menu | Action::Palette => {
            let list = match action {
                Action::Help => " Keys that work here",
                Action::Menu => " Menu",
                _ => " Go to",
            };
            let lists = [" Keys that work here", " Menu", " Go to"];
            let over = |title: &str| lists.iter().any(|list| title.starts_with(list));
            // The key that opens a list closes it; there is one at a time.
            let was_there = before.rows()[0].starts_with(list);
            opens(list) != was_there && (over(&before.rows()[0]) || leads_to(after, action, &was))
        }
        Action::Guides => opens(" guidepost: Guides"),
        Action::Faq => opens(" FAQ"),
        Action::Clinics => opens(" Clinics"),
        Action::Cost => opens(" Cost, an estimate"),
        Action::Search => opens(" Search everything"),
        Action::Filters => quiet && opens(" Filters") != ticks(before),
        Action::Place => quiet && said.starts_with("Near:"),
        Action::Compare => {
            let marked = quiet && said.contains(" marked");
            leads_to(after, action, &was);
            marked && body(after) == body(before)
        }
        Action::ClearMarks => quiet && said == "no clinic is marked",
        Action::Map => opens(" Map of the clinics found"),
        Action::TakePrice => opens(" Cost, an estimate") && said.starts_with("price of "),
        Action::Undo => quiet && said.starts_with("undone: "),
        Action::Print => opens(" Print"),
        Action::Faults => opens(" Faults found in files"),
        Action::Theme => quiet && said.starts_with("theme "),
        Action::Mouse => effects == [Effect::Mouse(true)],
        Action::Find => quiet && ["Find: ", "Filter: "].iter().any(|line| said.starts_with(line)),
        // Where nothing is read or listed that is said.
        Action::Copy | Action::CopySection => {
            let empty = place.2.contains("z z z") || matches!(place.0, Reads::File(""));
            copies || empty && said == "there is nothing to copy here"
        }
        // There is no further to go.
        Action::Top | Action::Bottom => moves && leads_to(after, action, &now),
        Action::Down
        | Action::Up
        | Action::PageDown
        | Action::PageUp
        | Action::HalfPageDown
        | Action::HalfPageUp
        | Action::NextSection
        | Action::PreviousSection => moves,
        Action::NextStop | Action::PreviousStop => moves || title.starts_with(" Search"),
        Action::NextMatch | Action::PreviousMatch => {
            moves && (title.contains(" of ") || said.contains(" of "))
        }
        Action::Left => quiet && now != was,
        Action::Right => quiet && now != was,
        Action::Act => quiet && now != was || matches!(effects[..], [Effect::Save { .. }]),
        Action::Backward | Action::Forward => {
            let other = if action == Action::Backward { Action::Forward } else { Action::Backward };
            // From what lies over a place it leads to the place, as Esc does.
            let there = quiet && now != was;
            let closes = action == Action::Backward && state(&with(Action::Back)) == now;
            leads_to(after, other, &was);
            there && (closes || name(&after.rows()[0]) == name(&before.rows()[0]))
        }
        Action::Outline => {
            leads_to(after, action, &was);
            quiet && now != was && body(after) == body(before)
        }
        Action::ToggleAnswer => {
            let open = |screen: &Screen| screen.focused().ends_with("(open)");
            let opened = open(after);
            leads_to(after, action, &was);
            quiet && opened != open(after)
        }
        Action::OpenAnswer => quiet && after.focused().ends_with("(open)"),
        Action::CloseAnswer => quiet && after.focused().contains("(closed"),
        Action::OpenAllAnswers => quiet && said.ends_with(" open"),
        Action::CloseAllAnswers => quiet && said.ends_with(" closed"),
        Action::ToggleAllAnswers => quiet && [" open", " closed"].iter().any(|s| said.ends_with(s)),
        Action::Wider | Action::Narrower => {
            let other = if action == Action::Wider { Action::Narrower } else { Action::Wider };
            moves && leads_to(after, other, &was)
        }
        Action::Roomy => moves && leads_to(after, action, &was),
    };
    if holds { Ok(()) } else { Err(format!("{action:?}: {said:?} {effects:?} in\n{now}")) }
}

#[test]
fn each_action_does_what_its_name_says_wherever_it_is_offered() {
    let mut wrong = Vec::new();
    for place in PLACES {
        let before = place.start();
        for action in before.app.offered() {
            if let Err(what) = does(action, *place, &before) {
                wrong.push(format!("{place:?}: {what}"));
            }
        }
    }
    assert_none(&wrong);
}
