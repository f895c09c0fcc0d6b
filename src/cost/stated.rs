//! A price that a clinic states, for a route of the calculator.

use super::inputs::Inputs;
use super::money::Band;
use super::route::Route;

/// A price that a clinic states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The clinic's name.
    pub name: String,
    /// The way of treatment it is for.
    pub route: &'static Route,
    /// True when it is for a month and not for a session.
    pub monthly: bool,
    /// The price.
    pub price: Band,
    /// The date of the page that states it.
    pub date: Option<String>,
}

impl Stated {
    /// Takes the price into the calculator, and the route it is for.
    pub fn put(&self, inputs: &mut Inputs) {
        if inputs.route != self.route {
            *inputs = inputs.on(self.route);
        }
        inputs.set_monthly(self.monthly);
        inputs.price = self.price;
        inputs.stated = true;
    }

    /// True while the inputs still have it.
    #[must_use]
    pub fn is_in(&self, inputs: &Inputs) -> bool {
        (inputs.route, inputs.monthly, inputs.price) == (self.route, self.monthly, self.price)
    }
}
