//! A clinic's card, and several clinics side by side: what differs comes first.

use super::Clinic;
use super::words::{self, NOT_STATED};
use crate::guide::block::{Align, Block, Face, Inline, Kind, Table, faced, plain};

/// What is told of a clinic: the heading and what stands under it.
type Line = (&'static str, String);

impl Clinic {
    /// All that is known of it, in the order in which people ask. `miles` is how far it is.
    #[must_use]
    pub fn lines(&self, miles: Option<f64>) -> Vec<Line> {
        let said = |said: &Option<String>| said.clone().unwrap_or_else(|| NOT_STATED.to_owned());
        let mut lines = vec![("Where", self.place())];
        lines.extend(miles.map(|miles| {
            let way = format!("{} in a straight line", words::miles(miles, self));
            ("How far", way)
        }));
        let address = [&self.address, &self.zip];
        let address: Vec<_> = address.into_iter().flatten().cloned().collect();
        lines.extend([
            ("Treatment", self.offers()),
            (
                "Therapy",
                match self.therapy {
                    Some(true) => "part of treatment, or offered with it".to_owned(),
                    Some(false) => "none, it says".to_owned(),
                    None => NOT_STATED.to_owned(),
                },
            ),
            ("Conditions it names", self.treats()),
            (
                "Price without insurance",
                self.price.as_ref().map_or_else(|| NOT_STATED.to_owned(), |_| words::price(self)),
            ),
        ]);
        let price = self.price.as_ref();
        let covers = price.and_then(|price| price.includes.clone());
        lines.extend(covers.map(|covers| ("The price covers", covers)));
        let whose = price.and_then(|price| match price.basis.as_deref()? {
            "own-page" => Some("the clinic's own page"),
            "own-site-source" => Some("the source of the clinic's own site"),
            "third-party-quote" => Some("a dated comparison that quotes the provider"),
            _ => None,
        });
        lines.extend(whose.map(|whose| ("The price is from", whose.to_owned())));
        let page = price.and_then(|price| price.page.clone());
        lines.extend(page.map(|page| ("Where the price stands", page)));
        lines.extend(self.other_prices.clone().map(|prices| ("Other prices", prices)));
        lines.extend(self.package_price.clone().map(|price| ("Package", price)));
        lines.extend([
            ("Insurance", said(&self.insurance)),
            ("VA care", said(&self.va_care)),
            (
                "Led by",
                self.led_by.as_deref().map_or(NOT_STATED.to_owned(), |by| by.replace('-', " ")),
            ),
            ("Phone", said(&self.phone)),
            (
                "Address",
                if address.is_empty() { NOT_STATED.to_owned() } else { address.join(", ") },
            ),
            ("Website", said(&self.website)),
        ]);
        lines.extend(self.telehealth_states.clone().map(|states| ("States served", states)));
        lines.push(("How it was seen", words::seen(self)));
        lines.extend(self.note.clone().map(|note| ("Note", note)));
        let sources =
            if self.sources.is_empty() { NOT_STATED.to_owned() } else { self.sources.join("; ") };
        lines.push(("Source", sources));
        lines
    }

    /// What of its card is of use by itself, in the card's order: phone, address, website.
    #[must_use]
    pub fn contacts(&self) -> Vec<String> {
        let wanted = ["Phone", "Address", "Website"];
        let lines = self.lines(None).into_iter();
        let stated = lines.filter(|(heading, text)| wanted.contains(heading) && text != NOT_STATED);
        stated.map(|(_, text)| text).collect()
    }

    /// Its card.
    #[must_use]
    pub fn card(&self, miles: Option<f64>) -> Vec<Block> {
        let mut blocks = vec![Block::heading(2, &self.name)];
        for (heading, text) in self.lines(miles) {
            let mut inlines =
                faced(&format!("{heading}: "), Face { bold: true, ..Face::default() });
            inlines.extend(plain(&text));
            blocks.push(Block { at: 0, kind: Kind::Paragraph(inlines) });
        }
        blocks.push(Block::paragraph(&lead()));
        blocks.push(Block::paragraph(
            "What to ask it stands in the guide Questions to ask a clinic (questions-to-ask).",
        ));
        blocks
    }
}

/// What a row is worth, as a sentence.
fn lead() -> String {
    let mut letters = words::LEAD.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    format!("{}{}.", first.into_iter().collect::<String>(), letters.as_str())
}

/// Several clinics side by side, what differs first.
#[must_use]
pub fn table(clinics: &[Clinic]) -> Vec<Block> {
    let told: Vec<Vec<Line>> = clinics.iter().map(|clinic| clinic.lines(None)).collect();
    let mut headings: Vec<&str> = Vec::new();
    for (heading, _) in told.iter().flatten() {
        if !headings.contains(heading) {
            headings.push(heading);
        }
    }
    let of = |lines: &[Line], heading: &str| {
        let line = lines.iter().find(|(known, _)| *known == heading);
        line.map_or_else(|| NOT_STATED.to_owned(), |(_, text)| text.clone())
    };
    let rows = headings.iter().map(|heading| {
        let cells: Vec<String> = told.iter().map(|lines| of(lines, heading)).collect();
        (*heading, cells)
    });
    let (differ, same): (Vec<_>, Vec<_>) =
        rows.partition(|(_, cells)| cells.iter().any(|cell| *cell != cells[0]));
    let bold = |text: &str| faced(text, Face { bold: true, ..Face::default() });
    let head: Vec<Vec<Inline>> = std::iter::once(Vec::new())
        .chain(clinics.iter().map(|clinic| bold(&clinic.name)))
        .collect();
    let table = |rows: Vec<(&str, Vec<String>)>| {
        let rows = rows.into_iter().map(|(heading, cells)| {
            std::iter::once(bold(heading)).chain(cells.iter().map(|cell| plain(cell))).collect()
        });
        let aligns = vec![Align::Left; clinics.len() + 1];
        Block {
            at: 0,
            kind: Kind::Table(Table { head: head.clone(), rows: rows.collect(), aligns }),
        }
    };
    let mut blocks = Vec::new();
    if !differ.is_empty() {
        blocks.extend([Block::heading(2, "What differs"), table(differ)]);
    }
    if !same.is_empty() {
        blocks.extend([Block::heading(2, "What is the same"), table(same)]);
    }
    blocks.push(Block::paragraph(&lead()));
    blocks
}
