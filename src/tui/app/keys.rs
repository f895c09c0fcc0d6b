//! From a key press to an action, or to a letter in the line being typed in.

use std::collections::HashSet;

use crokey::{KeyCombination, key};
use crossterm::event::{KeyCode, KeyEvent};
use strum::IntoEnumIterator;

use super::{App, Cost, Effect, Focus, Over, View};
use crate::action::Action;
use crate::keymap::{self, Chord, Context, Press};
use crate::tui::prompt::Prompt;

/// The key that ticks a box, whatever it does elsewhere.
const TICK: KeyCombination = key!(space);
/// The keys by which whatever opens can be used and left, unless a row gives them to
/// something else.
const LAST: [(KeyCombination, Action); 4] = [
    (key!(esc), Action::Back),
    (key!(enter), Action::Act),
    (key!(down), Action::Down),
    (key!(up), Action::Up),
];

impl App {
    /// Takes a key press: a letter, the first of two, or one that runs an action.
    ///
    /// What letters look for is looked for by [`Self::catch_up`], so that letters typed
    /// faster than frames are drawn cost one search.
    pub fn key(&mut self, event: KeyEvent) -> Vec<Effect> {
        let key = keymap::combination(event);
        let press = self.press(event);
        let waited = self.pending.take().is_some();
        self.hinted = false;
        match press {
            // Escape only ends the wait for a second key.
            Press::Run(Action::Back) if waited => Vec::new(),
            Press::Run(action) => {
                // What hides or ends the reading never waits for a search.
                if !action.is_urgent() {
                    self.catch_up();
                }
                self.notice = None;
                if self.offers(action) { self.update(action) } else { Vec::new() }
            }
            Press::Prefix => {
                self.pending = Some(key);
                Vec::new()
            }
            Press::Nothing if self.in_form() && self.field_prompt().is_none() => {
                self.notice = None;
                self.pick(event);
                Vec::new()
            }
            Press::Nothing => {
                if self.typing().is_some_and(|prompt| prompt.key(event)) {
                    self.notice = None;
                    self.unsought = true;
                }
                Vec::new()
            }
        }
    }

    /// Takes pasted text, which counts only where text is typed.
    pub fn paste(&mut self, text: &str) {
        self.unsought |= self.typing().is_some_and(|prompt| prompt.paste(text));
    }

    /// Takes a key in a field of the calculator that is one to choose in.
    fn pick(&mut self, event: KeyEvent) {
        let Some(cost) = self.cost.as_mut() else { return };
        match event.code {
            KeyCode::Left => cost.update(Action::Left),
            KeyCode::Right | KeyCode::Char(' ') => cost.update(Action::Right),
            KeyCode::Char(c) => {
                let number = c.to_digit(10).and_then(|number| usize::try_from(number).ok());
                cost.pick_number(number.unwrap_or_default());
            }
            _ => {}
        }
    }

    fn press(&self, event: KeyEvent) -> Press {
        self.meaning(self.pending, keymap::combination(event))
    }

    /// What a key means here, after the first of two if one waits.
    fn meaning(&self, pending: Option<KeyCombination>, key: KeyCombination) -> Press {
        if self.hidden {
            return self.meaning_while_hidden(pending, key);
        }
        let typing = self.is_typing();
        if typing && !keymap::works_while_typing(key) {
            return Press::Nothing;
        }
        // What can be ticked is ticked by Space, as in any list of boxes.
        let ticks = matches!(self.over.last(), Some(Over::Filters(_)));
        if ticks && pending.is_none() && key == TICK {
            return Press::Run(Action::Act);
        }
        match self.keymap.press(self.context(), pending, key) {
            Press::Nothing => self.at_last(key).map_or(Press::Nothing, Press::Run),
            press => press,
        }
    }

    /// What a key does that no row gives anything to do: nobody is caught in a line that is
    /// typed in, or before a list to choose from.
    fn at_last(&self, key: KeyCombination) -> Option<Action> {
        let (_, action) = LAST.into_iter().find(|(last, _)| *last == key)?;
        let listed = matches!(self.over.last(), Some(Over::Choice(_) | Over::Filters(_)));
        (listed || action == Action::Back && self.is_typing()).then_some(action)
    }

    /// The same while everything is hidden. What lies below cannot be seen, so the keys of
    /// every place count: first of all those that come back.
    fn meaning_while_hidden(&self, pending: Option<KeyCombination>, key: KeyCombination) -> Press {
        let presses = Context::iter().map(|context| self.keymap.press(context, pending, key));
        let back = |press: &Press| *press == Press::Run(Action::Neutral);
        let urgent = |press: &Press| matches!(press, Press::Run(action) if action.is_urgent());
        let begins = |press: &Press| *press == Press::Prefix;
        let find = |wanted: &dyn Fn(&Press) -> bool| presses.clone().find(wanted);
        find(&back).or_else(|| find(&urgent)).or_else(|| find(&begins)).unwrap_or(Press::Nothing)
    }

    /// The keys that run an action here and now, as shown: what is said of keys and what
    /// they do is decided in one place.
    #[must_use]
    pub fn keys_for(&self, action: Action) -> Vec<String> {
        // One key may stand in two rows, for lists and for texts.
        let mut seen = HashSet::new();
        let keys = self.keys_here(action).filter(|key| seen.insert(*key));
        keys.map(|key| key.spelled(self.glyphs)).collect()
    }

    /// The key to show for an action here and now.
    #[must_use]
    pub fn key_for(&self, action: Action) -> Option<String> {
        self.keys_here(action).next().map(|key| key.spelled(self.glyphs))
    }

    fn keys_here(&self, action: Action) -> impl Iterator<Item = Chord> + '_ {
        let rows = self.keymap.rows.iter().filter(move |row| row.action == action);
        let beside = LAST.into_iter().chain([(TICK, Action::Act)]);
        let beside = beside.filter(move |(_, does)| *does == action);
        let beside = beside.map(|(first, _)| Chord { first, second: None });
        let keys = rows.flat_map(|row| row.keys.iter().copied()).chain(beside);
        keys.filter(move |key| self.runs(*key, action))
    }

    fn runs(&self, key: Chord, action: Action) -> bool {
        let first = self.meaning(self.pending, key.first);
        match key.second {
            None => first == Press::Run(action),
            Some(second) => {
                first == Press::Prefix
                    && self.meaning(Some(key.first), second) == Press::Run(action)
            }
        }
    }

    fn context(&self) -> Context {
        match (self.over.last(), self.view, self.focus) {
            _ if self.in_form() => Context::List,
            (Some(Over::Card(_)), ..)
            | (None, View::Text | View::Faq | View::Cost, Focus::Main) => Context::Text,
            (Some(Over::Choice(_) | Over::Filters(_)) | None, ..) => Context::List,
        }
    }

    /// True for keys that hide or end the reading.
    #[must_use]
    pub fn is_urgent(&self, event: KeyEvent) -> bool {
        matches!(self.press(event), Press::Run(action) if action.is_urgent())
    }

    /// Says something in the footer's place until the next key.
    pub fn say(&mut self, notice: &str) {
        self.notice = Some(notice.to_owned());
    }

    /// True while a key must wait for the rest of the guide or its outline, which are being
    /// read on another thread.
    #[must_use]
    pub fn waits_for_all(&self, event: KeyEvent) -> bool {
        let press = self.press(event);
        let moves = matches!(
            press,
            Press::Run(Action::Down | Action::Up | Action::PageDown | Action::PageUp)
        );
        let urgent = matches!(press, Press::Run(action) if action.is_urgent());
        let near_end = self.text().is_some_and(super::Reader::is_near_end);
        let outlined = matches!(press, Press::Run(action) if action.needs_outline());
        // Over a card, or hidden, nothing acts on the guide.
        let apart = self.hidden || matches!(self.over.last(), Some(Over::Card(_)));
        !urgent
            && !apart
            && (self.is_partial() && (!moves || near_end) || self.is_unlined() && outlined)
    }

    /// True while the second of two keys is waited for and nothing says which there are.
    #[must_use]
    pub fn owes_hint(&self) -> bool {
        self.pending.is_some() && !self.hinted
    }

    /// Shows which keys may follow the first.
    pub fn hint(&mut self) {
        self.hinted = self.pending.is_some();
    }

    /// The keys that may follow the first of two, each with what both do here.
    pub(super) fn second_keys(&self) -> Vec<(String, Action)> {
        let Some(pending) = self.pending.filter(|_| self.hinted) else { return Vec::new() };
        let context = self.context();
        let second = self.keymap.second_keys(context, pending);
        let second = second.filter(|(_, action)| self.offers(*action));
        second.map(|(key, action)| (keymap::shown(key, self.glyphs), action)).collect()
    }

    /// True while keys are letters.
    pub(super) fn is_typing(&self) -> bool {
        self.prompt_shown().is_some() || !self.hidden && self.in_form()
    }

    /// The line of the calculator's field that is typed in.
    pub(super) fn field_prompt(&self) -> Option<&Prompt> {
        self.cost.as_ref().filter(|_| self.in_form()).and_then(Cost::prompt)
    }

    /// The line that letters go to.
    pub(super) fn prompt_shown(&self) -> Option<&Prompt> {
        match self.over.last() {
            _ if self.hidden => None,
            Some(Over::Card(_) | Over::Filters(_)) => None,
            Some(Over::Choice(chooser)) => chooser.prompt.as_ref(),
            None => {
                let file = self.printing.as_ref().map(|printing| &printing.prompt);
                file.or(self.prompt.as_ref()).or_else(|| self.field_prompt())
            }
        }
    }

    fn typing(&mut self) -> Option<&mut Prompt> {
        let in_form = self.in_form();
        match self.over.last_mut() {
            _ if self.hidden => None,
            Some(Over::Card(_) | Over::Filters(_)) => None,
            Some(Over::Choice(chooser)) => chooser.prompt.as_mut(),
            None if in_form => self.cost.as_mut().and_then(Cost::prompt_mut),
            None => {
                let file = self.printing.as_mut().map(|printing| &mut printing.prompt);
                file.or(self.prompt.as_mut())
            }
        }
    }

    /// Looks for what has been typed, if that has not been done yet. To be called before a
    /// frame is drawn.
    pub fn catch_up(&mut self) {
        if std::mem::take(&mut self.unsought) {
            self.typed();
        }
        // What lies over the search meanwhile stays as it is.
        if std::mem::take(&mut self.grown) && self.view == View::Search {
            self.look_everywhere();
        }
    }

    fn typed(&mut self) {
        // A card may have been opened over the fields meanwhile.
        let filtered = self.over.iter().any(|over| matches!(over, Over::Choice(_)));
        let in_fields = self.view == View::Cost
            && self.prompt.is_none()
            && self.printing.is_none()
            && !filtered;
        if let (true, Some(cost)) = (in_fields, &mut self.cost) {
            cost.take_typed();
            return;
        }
        // A card may have been opened over the list meanwhile.
        let mut lists = self.over.iter_mut().rev();
        match lists.find_map(|over| match over {
            Over::Choice(chooser) => Some(chooser),
            Over::Card(_) | Over::Filters(_) => None,
        }) {
            Some(chooser) => chooser.filter(),
            // The name of a file is looked at when Enter takes it.
            None if self.printing.is_some() => {}
            None => self.look(),
        }
        self.follow();
    }

    /// What Esc does in a line being typed in: it is emptied first, then left.
    pub(super) fn leave_typing(&mut self) {
        if self.in_form() {
            if let Some(cost) = &mut self.cost {
                cost.leave_form();
            }
            return;
        }
        if let Some(prompt) = self.typing().filter(|prompt| !prompt.is_empty()) {
            prompt.clear();
            self.typed();
            return;
        }
        match self.over.last_mut() {
            Some(Over::Choice(chooser)) if !chooser.typed_into => chooser.prompt = None,
            Some(_) => self.go_back(),
            None => self.leave_prompt(),
        }
    }
}
