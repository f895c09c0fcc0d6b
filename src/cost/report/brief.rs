//! An estimate in a few lines, to stand beside what it is of.

use super::Report;
use crate::guide::Guide;
use crate::guide::block::Block;
use crate::guide::markdown::escaped;

impl Report {
    /// The sums, and which prices they are made with.
    #[must_use]
    pub fn brief(&self) -> Vec<Block> {
        let route = self.inputs.as_ref().map(|inputs| inputs.route.title.as_str());
        let route = escaped(route.unwrap_or_default());
        let prices = match &self.clinic {
            Some(stated) if stated.monthly => "with the price of a month that it states",
            Some(_) => "with the price of a session that it states",
            None if self.has_own_price() => "with your own price, since it states none that fits",
            None => "with common prices, since it states none that fits",
        };
        let mut text = format!("{route}, {prices}. An estimate, not a bill.");
        if self.plan.insurance.is_some() {
            text.push_str(" Your insurance is counted.");
        }
        text.push_str("\n\n");
        text.push_str(&self.totals());
        let guide = Guide::new("estimate", "", text);
        (0..guide.pieces()).flat_map(|piece| guide.blocks(piece)).collect()
    }
}
