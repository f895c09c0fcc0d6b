//! What a clinic asks: two amounts, of what, by whose words, and where they stand.

use std::ops::RangeInclusive;

use super::row::Row;
use crate::clinic::Column;
use crate::clinic::import::is_address;
use crate::cost::money::{cents, dollars};

/// What a session, a visit or a month costs at least and at most, in cents.
const ASKED: RangeInclusive<u64> = 1_000..=1_000_000;

impl Row<'_> {
    pub(super) fn priced(&self, wrong: &mut Vec<String>) {
        let mut amount = |column: Column| {
            let cell = self.get(column);
            let amount = cents(cell);
            match amount {
                None if !cell.is_empty() => {
                    wrong.push(format!("\"{cell}\" is no amount of dollars: write it as 450"));
                }
                Some(amount) if !ASKED.contains(&amount) => {
                    let [least, most] = [*ASKED.start(), *ASKED.end()].map(dollars);
                    let asked = dollars(amount);
                    wrong.push(format!("{asked} is no price: it lies between {least} and {most}"));
                }
                _ => {}
            }
            amount
        };
        let (low, high) = (amount(Column::PriceLowUsd), amount(Column::PriceHighUsd));
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            wrong.push("the lower price is above the higher one: exchange them".to_owned());
        }
        if high.is_some() && self.get(Column::PriceLowUsd).is_empty() {
            wrong.push("a higher price without a lower one: write it in both columns".to_owned());
        }
        if low.or(high).is_none() {
            return;
        }
        let needed = [
            (Column::PriceTreatment, "of what it is (price_treatment)"),
            (Column::PriceBasis, "whose words it is (price_basis)"),
            (Column::PricePage, "where it is stated (price_page)"),
        ];
        for (_, what) in needed.iter().filter(|(column, _)| self.lacks(*column)) {
            wrong.push(format!("a price says {what}: add it"));
        }
        self.own_page(wrong);
    }

    /// The clinic's own page stands on its own site.
    fn own_page(&self, wrong: &mut Vec<String>) {
        let (page, website) = (self.get(Column::PricePage), self.get(Column::Website));
        if self.get(Column::PriceBasis) != "own-page" || page.is_empty() {
            return;
        }
        if !is_address(page) {
            if !page.contains("://") {
                wrong.push(format!("\"{page}\" is no own page: write its address"));
            }
        } else if is_address(website) && host(page) != host(website) {
            let message = format!(
                "{} is not the clinic's own site, {}: correct one of them, or price_basis",
                host(page),
                host(website)
            );
            wrong.push(message);
        }
    }
}

/// The host of a web address, in small letters and without `www.`.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("").to_ascii_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}
