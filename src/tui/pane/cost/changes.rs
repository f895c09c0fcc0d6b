//! What changes the inputs: choices, what is typed, a clinic's price, another route, undoing.

use super::document::document;
use super::{Cost, UNDONE, Wrong};
use crate::cost::field::{Field, Row};
use crate::cost::inputs::Inputs;
use crate::cost::report::Report;
use crate::cost::route::{Costs, Route};
use crate::cost::stated::Stated;

impl Cost {
    /// Takes the next choice of the chosen field, or the one before.
    pub(super) fn turn(&mut self, by: isize) {
        let Some((choices, at)) = self.choices() else { return };
        let count = choices.len().cast_signed();
        self.pick((at.cast_signed() + by).rem_euclid(count).cast_unsigned());
    }

    /// The choices of the chosen field and the one that holds, if it is one to choose in.
    pub(super) fn choices(&self) -> Option<(Vec<&'static str>, usize)> {
        self.field()?.choices(&self.inputs)
    }

    /// Takes a choice of the chosen field by its number, from 1.
    pub fn pick_number(&mut self, number: usize) {
        if self.choices().is_some_and(|(choices, _)| (1..=choices.len()).contains(&number)) {
            self.pick(number - 1);
        }
    }

    fn pick(&mut self, choice: usize) {
        let Some(field) = self.field() else { return };
        if field == Field::Route {
            if let Some(route) = Costs::bundled().routes.get(choice) {
                self.take_route(route);
            }
            return;
        }
        self.note(field);
        field.choose(choice, &mut self.inputs);
        if field == Field::Monthly {
            self.wrong.clear();
        }
        self.changed(field);
    }

    /// Takes what has been typed in the chosen field. What may still become a price, such as
    /// `350-`, is waited for.
    pub fn take_typed(&mut self) {
        self.take(false);
        self.settle();
    }

    pub(super) fn take(&mut self, finished: bool) {
        let (Some(field), Some(prompt)) = (self.field(), self.prompt()) else { return };
        let typed = prompt.typed().to_owned();
        let mut inputs = self.inputs.clone();
        let begun = typed.trim_end().ends_with(['-', '.', '$', ',']) && !typed.starts_with('-');
        match field.read(&typed, &mut inputs) {
            Ok(()) => {
                self.wrong.remove(&field);
                if inputs != self.inputs {
                    self.note(field);
                    self.inputs = inputs;
                    self.changed(field);
                }
            }
            Err(_) if begun && !finished => drop(self.wrong.remove(&field)),
            Err(why) => {
                self.wrong.insert(field, Wrong { typed, why });
            }
        }
    }

    /// The fields in which something stands that was not taken.
    #[must_use]
    pub fn not_taken(&self) -> Vec<String> {
        self.wrong.keys().map(|field| field.label(&self.inputs)).collect()
    }

    /// Remembers what was there before a change of this field.
    fn note(&mut self, field: Field) {
        if !std::mem::replace(&mut self.changing, true) {
            self.before.push((field, self.inputs.clone(), self.report.clinic.clone()));
            if self.before.len() > UNDONE {
                self.before.remove(0);
            }
        }
    }

    /// Sums up anew after a change of `field`, which keeps the focus.
    fn changed(&mut self, field: Field) {
        // What has been changed back leaves nothing to undo.
        if self.changing && self.before.last().is_some_and(|(_, inputs, _)| *inputs == self.inputs)
        {
            self.before.pop();
            self.changing = false;
        }
        self.sum_up(field, self.report.clinic.clone());
    }

    /// Sums up with the price of a clinic, as long as it is the one in the fields.
    fn sum_up(&mut self, field: Field, clinic: Option<Stated>) {
        self.rows = Field::form(&self.inputs);
        let there = self.rows.iter().position(|row| *row == Row::Field(field));
        self.chosen = there.unwrap_or(1);
        self.wrong.retain(|field, _| self.rows.contains(&Row::Field(*field)));
        let clinic = clinic.filter(|stated| stated.is_in(&self.inputs));
        let today = self.report.today;
        self.report = Report { clinic, today, ..Report::of(self.inputs.clone()) };
        self.reader.renew(document(&self.report));
        self.settle();
    }

    /// True when there is a change to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Takes the last change back; what was changed, in words. The estimate has the keys
    /// then, so that more can be taken back.
    pub fn undo(&mut self) -> Option<String> {
        self.leave_form();
        let (field, inputs, clinic) = self.before.pop()?;
        self.inputs = inputs;
        self.wrong.remove(&field);
        self.sum_up(field, clinic);
        self.enter_field();
        Some(field.label(&self.inputs))
    }

    /// Takes the price that a clinic states, and the route it is for.
    pub fn take_price(&mut self, stated: Stated) {
        self.leave_form();
        self.note(Field::Price);
        self.keep_route();
        if self.inputs.route != stated.route {
            self.inputs = self.on(stated.route);
        }
        stated.put(&mut self.inputs);
        self.wrong.clear();
        self.sum_up(Field::Price, Some(stated));
        self.leave_form();
    }

    /// Goes over to a route; what was said of it before is there again.
    pub fn take_route(&mut self, route: &'static Route) {
        if self.inputs.route == route {
            return;
        }
        self.note(Field::Route);
        self.keep_route();
        self.inputs = self.on(route);
        self.wrong.clear();
        self.changed(Field::Route);
    }

    fn keep_route(&mut self) {
        self.routes.insert(&self.inputs.route.id, self.inputs.clone());
    }

    /// The same person on another route, as it was left.
    fn on(&self, route: &'static Route) -> Inputs {
        match self.routes.get(route.id.as_str()) {
            Some(kept) => Inputs { covered: kept.covered, ..self.inputs.as_in(kept) },
            None => self.inputs.on(route),
        }
    }
}
