//! What of a clinic the calculator can use.

use super::Clinic;
use super::words::NOT_STATED;
use crate::cost::inputs::Inputs;
use crate::cost::money::{Band, MOST, dollars};
use crate::cost::report::Report;
use crate::cost::route::{Costs, Route, of_unit};
use crate::cost::stated::Stated;
use crate::plain::one_line;

/// The codes of treatments, the likeliest to be paid for first, with the routes they are.
const ROUTES: [(&str, &str); 5] = [
    ("iv", "iv"),
    ("spravato", "spravato"),
    ("kap", "kap"),
    ("im", "im"),
    ("at-home-telehealth", "at-home"),
];

impl Clinic {
    /// The price it states, where the calculator has a route for it.
    ///
    /// # Errors
    /// Why the calculator cannot use it, in words.
    pub fn stated(&self) -> Result<Stated, String> {
        let name = one_line(&self.name);
        let Some(price) = &self.price else {
            return Err(format!("{name}: price {NOT_STATED}"));
        };
        if price.unit.is_empty() {
            return Err(format!("{name}: what its price is of is {NOT_STATED}"));
        }
        if price.high > MOST {
            return Err(format!("{name}: its price is more than {}", dollars(MOST)));
        }
        let known = of_unit(&price.unit);
        let route = known.and_then(|(id, monthly)| Some((Costs::bundled().route(id)?, monthly)));
        let Some((route, monthly)) = route else {
            let unit = one_line(&price.unit);
            return Err(format!(
                "{name}: its price is for \"{unit}\", and the calculator takes prices of iv, \
                 kap, at-home and at-home-month only"
            ));
        };
        let price_band = Band::between(price.low, price.high);
        let date = price.page_date.clone();
        Ok(Stated { name, route, monthly, price: price_band, date })
    }

    /// What treatment there may come to: with the price it states, else with common prices
    /// for what it offers. `own` is what a person has said in the calculator; a price there
    /// that another clinic states is not used.
    #[must_use]
    pub fn estimated(&self, own: Option<&Inputs>) -> Option<Report> {
        let stated = self.stated().ok();
        let route = stated.as_ref().map(|stated| stated.route).or_else(|| self.route())?;
        let mut inputs = match own {
            Some(own) if own.route == route && stated.is_none() => {
                let mut own = own.clone();
                if own.stated {
                    own.set_monthly(false);
                }
                own
            }
            Some(own) => own.on(route),
            None => Inputs::of(route),
        };
        if let Some(stated) = &stated {
            stated.put(&mut inputs);
        }
        Some(Report { clinic: stated, ..Report::of(inputs) })
    }

    /// The way of treatment it offers that the calculator knows; none when it names none.
    #[must_use]
    pub fn route(&self) -> Option<&'static Route> {
        let offers = |code: &str| self.treatments.iter().any(|own| own == code);
        let (_, id) = ROUTES.iter().find(|(code, _)| offers(code))?;
        Costs::bundled().route(id)
    }
}
