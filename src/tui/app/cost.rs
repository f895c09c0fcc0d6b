//! The calculator: its screen, and what of other screens it takes.

use ratatui::layout::{Position, Rect};

use super::{App, Clinics, Effect, View};
use crate::action::Action;
use crate::cost::print;
use crate::cost::route::Costs;
use crate::guide::Guide;
use crate::guide::block::Kind;
use crate::near::NotFound;
use crate::tui::draw::Canvas;
use crate::tui::layout::{self, GUTTER};
use crate::tui::pane::card::Card;
use crate::tui::pane::cost::{CALL, Cost, LETTER};
use crate::tui::pane::pages::Setting;

/// From this many columns on the estimate stands beside the fields.
const BESIDE: u16 = 76;
/// Columns of the fields beside the estimate.
const FORM: std::ops::RangeInclusive<u16> = 40..=54;

/// A paper as a card; its own heading is the card's.
fn paper(title: &str, markdown: &str) -> Card {
    let guide = Guide::new("paper", "", markdown.to_owned());
    let mut blocks: Vec<_> = (0..guide.pieces()).flat_map(|piece| guide.blocks(piece)).collect();
    let heading = blocks.iter().position(|block| matches!(block.kind, Kind::Heading { .. }));
    if heading == Some(0) {
        blocks.remove(0);
    }
    Card::new(title, blocks)
}

impl App {
    /// Goes to the calculator; the place before can be gone back to.
    pub(super) fn leave_for_cost(&mut self) {
        self.leave_for(View::Cost);
        self.show_cost();
    }

    /// Shows the calculator.
    pub(super) fn show_cost(&mut self) {
        self.leave_overlays();
        self.view = View::Cost;
        let (setting, rows) = (self.setting(), self.rows());
        let today = self.today;
        self.cost.get_or_insert_with(|| Cost::new(setting, rows, today));
        self.fit();
    }

    /// Goes to the calculator, for the route that a link names.
    pub(super) fn visit_cost(&mut self, name: &str) {
        match (name, &self.cost) {
            (LETTER, Some(cost)) => {
                return self.show(paper("A letter", &print::letter(cost.report())));
            }
            (CALL, Some(cost)) => {
                return self.show(paper(
                    "Words for a call",
                    &print::call(cost.report(), self.library.evidence()),
                ));
            }
            _ => {}
        }
        let costs = Costs::bundled();
        let route = costs.route(name);
        if route.is_none() && !name.is_empty() {
            let ids = costs.routes.iter().map(|route| route.id.as_str());
            self.notice = Some(NotFound::among("route", name, ids).to_string());
            return;
        }
        self.leave_for_cost();
        if let (Some(route), Some(cost)) = (route, &mut self.cost) {
            if cost.inputs().route != route {
                self.notice = Some(format!("now {}; undo takes it back", route.title));
                cost.take_route(route);
            }
            cost.leave_form();
        }
    }

    /// Takes the price of the chosen clinic into the calculator.
    pub(super) fn take_price(&mut self) {
        let clinic = self.clinics.as_ref().and_then(Clinics::chosen_clinic);
        let Some(clinic) = clinic else { return };
        match clinic.stated() {
            Ok(stated) => {
                self.leave_for_cost();
                if let Some(cost) = &mut self.cost {
                    self.notice = Some(format!("price of {}; undo takes it back", stated.name));
                    cost.take_price(stated);
                }
            }
            Err(why) => self.notice = Some(why),
        }
    }

    /// True while the fields of the calculator have the keys.
    pub(super) fn in_form(&self) -> bool {
        self.view == View::Cost
            && !self.hidden
            && self.over.is_empty()
            && self.prompt.is_none()
            && self.printing.is_none()
            && self.cost.as_ref().is_some_and(|cost| cost.in_form)
    }

    /// Hands an action to the calculator.
    pub(super) fn in_cost(&mut self, action: Action) -> Vec<Effect> {
        if self.in_form() {
            if let Some(cost) = &mut self.cost {
                cost.update(action);
            }
            return Vec::new();
        }
        let closes = self.text().is_some_and(super::Reader::closes);
        match (action, &mut self.cost) {
            (Action::Left, Some(cost)) if !closes => {
                cost.enter_form();
                Vec::new()
            }
            _ => self.in_text(action),
        }
    }

    /// Takes the last change in the fields back.
    pub(super) fn undo(&mut self) {
        let undone = self.cost.as_mut().and_then(Cost::undo);
        self.notice = undone.map(|field| format!("undone: {field}"));
    }

    /// Where the fields and the estimate stand; in narrow windows only one of them.
    pub(super) fn cost_areas(&self) -> (Rect, Rect) {
        let main = layout::split(self.window, false, self.measure).main;
        let whole = Rect { x: self.window.x, width: self.window.width, ..main };
        if self.window.width < BESIDE {
            return (whole, main);
        }
        let width = (self.window.width * 9 / 20).clamp(*FORM.start(), *FORM.end());
        let form = Rect { width: width - GUTTER, ..whole };
        (form, Rect { x: whole.x + width, width: whole.width - width, ..whole })
    }

    /// True when fields and estimate are both in view.
    pub(super) fn is_beside(&self) -> bool {
        self.window.width >= BESIDE
    }

    /// How the estimate is set.
    pub(super) fn cost_setting(&self) -> Setting {
        let (_, estimate) = self.cost_areas();
        let wide = usize::from(estimate.width.saturating_sub(GUTTER).max(1));
        let width = wide.min(usize::from(self.measure));
        Setting { width, wide, glyphs: self.glyphs, roomy: self.roomy }
    }

    /// Fits the calculator to the window.
    pub(super) fn fit_cost(&mut self) {
        let (setting, rows) = (self.cost_setting(), self.rows());
        let ((form, _), beside) = (self.cost_areas(), self.is_beside());
        if let Some(cost) = &mut self.cost {
            cost.fit(setting, rows, form, beside);
        }
    }

    /// Draws the fields and the estimate; where the cursor rests.
    pub(super) fn draw_cost(&self, cost: &Cost, canvas: &mut Canvas<'_>) -> Position {
        let (_, estimate) = self.cost_areas();
        let fields = (self.is_beside() || cost.in_form).then(|| cost.draw_form(canvas));
        let text = (self.is_beside() || !cost.in_form)
            .then(|| cost.reader.draw(canvas, estimate, !cost.in_form));
        let cursors = if cost.in_form { [fields, text] } else { [text, fields] };
        cursors.into_iter().flatten().next().unwrap_or_default()
    }

    /// What the header says beside the title: what it comes to.
    pub(super) fn cost_progress(&self) -> Vec<String> {
        let Some(cost) = &self.cost else { return Vec::new() };
        let found = cost.reader.found().filter(|_| !cost.in_form);
        found.into_iter().chain(cost.sums()).collect()
    }

    /// Takes a click: a field gets the focus, and one to choose in is turned.
    pub(super) fn click_cost(&mut self, x: u16, y: u16) -> Vec<Effect> {
        let (form, estimate) = self.cost_areas();
        let (beside, in_form) = (self.is_beside(), self.in_form());
        let Some(cost) = &mut self.cost else { return Vec::new() };
        if form.contains((x, y).into()) && (beside || in_form) {
            // The first click only goes there.
            if cost.choose_line(usize::from(y - form.y)) && cost.prompt().is_none() {
                cost.update(Action::Right);
            }
        } else if estimate.contains((x, y).into()) {
            cost.leave_form();
            let (row, column) = (usize::from(y - estimate.y), usize::from(x - estimate.x));
            if cost.reader.focus_at(row, column) {
                return self.update(Action::Act);
            }
        }
        Vec::new()
    }
}
