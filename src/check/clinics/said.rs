//! What a row says of a clinic in words is held to the words of the guides. Names are names:
//! those of the clinic and its street are left as they are.

use super::super::crisis::GONE;
use super::super::tables::is_gone;
use super::super::wording;
use super::row::Row;
use crate::clinic::Column;
use crate::fold;

/// Cells that readers are shown as they are.
const SHOWN: [Column; 7] = [
    Column::PriceIncludes,
    Column::OtherPrices,
    Column::PackagePrice,
    Column::Insurance,
    Column::VaCare,
    Column::TelehealthStates,
    Column::Note,
];

impl Row<'_> {
    pub(super) fn said(&self, wrong: &mut Vec<String>) {
        for column in SHOWN.into_iter().filter(|column| !self.get(*column).is_empty()) {
            let (cell, name): (_, &str) = (self.get(column), column.into());
            let banned = wording::wrong(cell).into_iter();
            wrong.extend(banned.map(|(_, _, message)| format!("{name}: {message}")));
            if claims_approval(cell) {
                let message = "the FDA approved Spravato, and ketamine for anesthesia alone: leave the claim out";
                wrong.push(format!("{name}: {message}"));
            }
            if is_gone(cell) {
                wrong.push(format!("{name}: {GONE}"));
            }
        }
    }
}

/// True for words that call a treatment approved by the FDA, other than Spravato.
fn claims_approval(cell: &str) -> bool {
    cell.split(['.', ';']).any(|part| {
        let words = fold::words(part);
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        has(&["fda"])
            && words.iter().any(|word| word.starts_with("approv"))
            && !has(&["spravato", "esketamine", "not", "no", "never"])
    })
}
