//! The columns of a list of clinics, and what their cells say.

use strum::IntoEnumIterator;

use super::place::Point;
use super::{Clinic, Price};
use crate::cost::money::cents;

/// A column of a list.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)] // what they hold stands at the fields of [`Clinic`]
pub enum Column {
    Id,
    Name,
    Kind,
    City,
    State,
    Zip,
    Address,
    Phone,
    Website,
    Lat,
    Lon,
    Geo,
    Treatments,
    Therapy,
    Conditions,
    LedBy,
    PriceTreatment,
    PriceLowUsd,
    PriceHighUsd,
    PriceIncludes,
    PricePage,
    PricePageDate,
    PriceBasis,
    OtherPrices,
    PackagePrice,
    Insurance,
    VaCare,
    TelehealthStates,
    Seen,
    Status,
    Sources,
    Note,
}

/// How many columns there are.
pub const COLUMNS: usize = 32;

/// The cells of a row, by their columns.
#[derive(Debug, Clone)]
pub(super) struct Cells<'a>(pub [&'a str; COLUMNS]);

/// What is wrong with a cell.
pub(super) type Wrong = (Column, String);

impl<'a> Cells<'a> {
    pub fn get(&self, column: Column) -> &'a str {
        self.0[column as usize]
    }

    /// The parts of a cell that is a list.
    pub fn parts(&self, column: Column) -> impl Iterator<Item = &'a str> {
        self.get(column).split(';').map(str::trim).filter(|part| !part.is_empty())
    }

    /// An amount of dollars, in cents.
    pub fn cents(&self, column: Column, wrong: &mut Vec<Wrong>) -> Option<u64> {
        let cell = self.get(column);
        if cell.is_empty() {
            return None;
        }
        let cents = cents(cell);
        if cents.is_none() {
            wrong.push((
                column,
                format!("\"{cell}\" is no amount of dollars, such as 450 or 450.50"),
            ));
        }
        cents
    }

    /// Where it is; none where one of the two is missing or no degree.
    pub fn point(&self, wrong: &mut Vec<Wrong>) -> Option<Point> {
        let mut degree = |column: Column, most: f64| {
            let cell = self.get(column);
            let degree = cell.parse().ok().filter(|degree: &f64| degree.abs() <= most);
            if degree.is_none() && !cell.is_empty() {
                wrong.push((column, format!("\"{cell}\" is no degree from -{most} to {most}")));
            }
            degree
        };
        let (lat, lon) = (degree(Column::Lat, 90.0), degree(Column::Lon, 180.0));
        Some(Point { lat: lat?, lon: lon? })
    }

    /// The clinic they describe. `id` is the one it goes by.
    pub fn clinic(&self, id: String) -> Clinic {
        let mut wrong = Vec::new();
        let said = |column: Column| {
            let cell = self.get(column);
            (!cell.is_empty()).then(|| cell.to_owned())
        };
        let own = |column: Column| self.get(column).to_owned();
        let list = |column: Column| self.parts(column).map(str::to_owned).collect::<Vec<_>>();
        let (low, high) = (
            self.cents(Column::PriceLowUsd, &mut wrong),
            self.cents(Column::PriceHighUsd, &mut wrong),
        );
        let price = low.or(high).map(|one| Price {
            unit: own(Column::PriceTreatment),
            low: low.unwrap_or(one),
            high: high.unwrap_or(one).max(low.unwrap_or(one)),
            includes: said(Column::PriceIncludes),
            page: said(Column::PricePage),
            page_date: said(Column::PricePageDate),
            basis: said(Column::PriceBasis),
        });
        Clinic {
            id,
            name: own(Column::Name),
            kind: own(Column::Kind),
            city: own(Column::City),
            state: own(Column::State).to_ascii_uppercase(),
            zip: said(Column::Zip),
            address: said(Column::Address),
            phone: said(Column::Phone),
            website: said(Column::Website),
            point: self.point(&mut wrong),
            geo: said(Column::Geo),
            treatments: list(Column::Treatments),
            therapy: says_yes(self.get(Column::Therapy)),
            conditions: list(Column::Conditions),
            led_by: said(Column::LedBy),
            price,
            other_prices: said(Column::OtherPrices),
            package_price: said(Column::PackagePrice),
            insurance: said(Column::Insurance),
            va_care: said(Column::VaCare),
            telehealth_states: said(Column::TelehealthStates),
            seen: said(Column::Seen),
            status: said(Column::Status),
            sources: list(Column::Sources),
            note: said(Column::Note),
        }
    }
}

impl Clinic {
    /// The names of the columns, in the order of [`Column`].
    #[must_use]
    pub fn headings() -> [&'static str; COLUMNS] {
        let mut names = [""; COLUMNS];
        for column in Column::iter() {
            names[column as usize] = column.into();
        }
        names
    }
}

/// True for a yes, false for a no that a source states.
pub(super) fn says_yes(cell: &str) -> Option<bool> {
    match cell.to_ascii_lowercase().as_str() {
        "" => None,
        "no" | "false" | "0" | "n" => Some(false),
        _ => Some(true),
    }
}
