//! Plan files: read with every fault found, and written so that they read the same.

mod fields;
mod write;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::money::{Band, Case, WHOLE};
use super::{DAYS, Insurance, Item, MONTHS, Per, Phase, Plan, RESET, Rhythm, Savings, Share};
use fields::{Fields, Wrongs};

/// Sessions a week.
pub const PER_WEEK: RangeInclusive<u32> = 1..=7;
/// Weeks of a phase.
const WEEKS: RangeInclusive<u32> = 1..=157;
/// Sessions of a phase.
pub const SESSIONS: RangeInclusive<u32> = 1..=1096;
/// Days from one session to the next.
pub const EVERY: RangeInclusive<u32> = 1..=1095;
/// Claims that are summed up at most: sums stay exact in every reader of JSON.
const CLAIMS: usize = 1_000_000;
/// A name no phase may have: the sessions of all phases go by it.
pub const TOTAL: &str = "total";

/// Something wrong in a plan file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The byte offset at which it stands.
    pub at: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// What has been read of the plan, for what comes later and refers to it.
struct Reader {
    wrongs: Wrongs,
    phases: BTreeMap<String, usize>,
    items: BTreeMap<String, usize>,
}

impl Plan {
    /// Reads a plan file.
    ///
    /// # Errors
    /// Everything that is wrong in it, in the order of the file.
    pub fn read(text: &str) -> Result<Self, Vec<Wrong>> {
        let root = match DeTable::parse(text) {
            Ok(root) => root,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = crate::plain::one_line(error.message());
                return Err(vec![Wrong { at, message }]);
            }
        };
        let mut reader =
            Reader { wrongs: Wrongs::default(), phases: BTreeMap::new(), items: BTreeMap::new() };
        let plan = reader.plan(root.get_ref());
        if reader.wrongs.is_empty()
            && let Some(message) = plan.too_many()
        {
            reader.wrongs.add(0, message);
        }
        let wrongs = reader.wrongs.sorted();
        if wrongs.is_empty() { Ok(plan) } else { Err(wrongs) }
    }

    /// That it makes more claims than can be summed up, if it does.
    #[must_use]
    pub fn too_many(&self) -> Option<String> {
        let claims = self.count();
        (claims > CLAIMS).then(|| {
            format!(
                "{claims} claims are more than can be summed up, {CLAIMS}: leave out items or \
                 phases"
            )
        })
    }

    /// How many claims it makes.
    fn count(&self) -> usize {
        let days: Vec<usize> =
            self.phases.iter().map(|phase| phase.days(self.months).count()).collect();
        let of = |item: &Item| match &item.per {
            Per::Once(_) => 1,
            Per::Month => usize::try_from(self.months).unwrap_or_default(),
            Per::Session(None) => days.iter().sum(),
            Per::Session(Some(phases)) => phases.iter().map(|phase| days[*phase]).sum(),
        };
        self.items.iter().map(of).sum()
    }
}

impl Reader {
    fn plan(&mut self, root: &DeTable) -> Plan {
        let mut top = Fields::new(root, 0, "the plan", &mut self.wrongs);
        let known = ["title", "horizon_months", "phase", "item", "insurance", "savings"];
        top.only(&known);
        let title = top.text("title").unwrap_or_default();
        let months = top.count("horizon_months", &MONTHS).unwrap_or(12);
        let [phases, items, savings] = ["phase", "item", "savings"].map(|key| top.tables(key));
        let insurance = top.table("insurance");
        let phases: Vec<_> = phases.into_iter().filter_map(|phase| self.phase(phase)).collect();
        let listed = root.get("item").is_none_or(|item| item.get_ref().is_array());
        if items.is_empty() && listed {
            let message = "nothing is charged: add an [[item]] with name, per and price";
            self.wrongs.add(0, message.to_owned());
        }
        let items: Vec<_> = items.into_iter().filter_map(|item| self.item(item)).collect();
        let insurance = insurance.map(|table| self.insurance(table));
        let mut programmes: Vec<Savings> = Vec::new();
        for table in savings {
            programmes.extend(self.savings(table, &programmes));
        }
        let savings = programmes;
        Plan { title, months, phases, items, insurance, savings }
    }

    fn phase(&mut self, table: &Spanned<DeValue>) -> Option<Phase> {
        let number = self.phases.len();
        let mut fields = Fields::of(table, "a phase", &mut self.wrongs)?;
        fields.only(&["name", "from_day", "per_week", "weeks", "every_days", "sessions"]);
        let name = fields.name();
        let from_day = fields.count("from_day", &DAYS).unwrap_or(0);
        let per_week = fields.count("per_week", &PER_WEEK);
        let weeks = fields.count("weeks", &WEEKS);
        let every = fields.count("every_days", &EVERY);
        let sessions = fields.count("sessions", &SESSIONS);
        let has = |key: &str| fields.has(key);
        let (weekly, daily) = (has("per_week"), has("every_days"));
        let wrong = match (weekly, daily) {
            (true, true) => Some("per_week and every_days do not go together: keep one of them"),
            (false, false) => Some("needs per_week or every_days, to know when its sessions are"),
            (false, true) if has("weeks") => {
                Some("weeks goes with per_week; with every_days say how many sessions")
            }
            (true, false) if has("weeks") && has("sessions") => {
                Some("weeks and sessions do not go together: keep one of them")
            }
            (true, false) if !has("weeks") && !has("sessions") => {
                Some("needs weeks or sessions, to know how long it goes on")
            }
            _ => None,
        };
        if let Some(wrong) = wrong {
            fields.wrong(wrong);
        }
        if name.as_deref() == Some(TOTAL) {
            fields.wrong_at("name", "a phase cannot be called total: the sum of all goes by it");
        }
        if name.as_ref().is_some_and(|name| self.phases.contains_key(name)) {
            fields.wrong_at("name", "there is a phase of this name already: give it another");
        }
        // The name is known even when the rest is wrong, so that items may refer to it.
        let name = name.unwrap_or_default();
        self.phases.entry(name.clone()).or_insert(number);
        let rhythm = match (per_week, every) {
            (Some(per_week), _) => Rhythm::PerWeek {
                per_week,
                sessions: sessions.or(weeks.map(|weeks| weeks * per_week))?,
                in_weeks: weeks.is_some(),
            },
            (None, Some(days)) => Rhythm::Every { days, sessions },
            (None, None) => return None,
        };
        Some(Phase { name, from_day, rhythm })
    }

    fn item(&mut self, table: &Spanned<DeValue>) -> Option<Item> {
        let number = self.items.len();
        let mut fields = Fields::of(table, "an item", &mut self.wrongs)?;
        fields.only(&["name", "per", "phases", "price", "covered", "day"]);
        let name = fields.name();
        let covered = fields.switch("covered").unwrap_or(false);
        let day = fields.count("day", &DAYS);
        let price = fields.needed("price").and_then(|price| band(price, fields.wrongs));
        let per = fields.needed("per").and_then(|_| fields.text("per"));
        if name.as_ref().is_some_and(|name| self.items.contains_key(name)) {
            fields.wrong_at("name", "there is an item of this name already: give it another");
        }
        let per = per.and_then(|per| {
            if per != "once" && fields.has("day") {
                fields.wrong_at("day", "day goes with per = \"once\" only");
            }
            if per != "session" && fields.has("phases") {
                fields.wrong_at("phases", "phases goes with per = \"session\" only");
            }
            match per.as_str() {
                "session" => {
                    if self.phases.is_empty() {
                        fields.wrong_at("per", "no [[phase]] says when its sessions are");
                    }
                    Some(Per::Session(fields.choices("phases", &self.phases)))
                }
                "once" => Some(Per::Once(day.unwrap_or(0))),
                "month" => Some(Per::Month),
                _ => {
                    fields.wrong_at("per", "per is \"session\", \"once\" or \"month\"");
                    None
                }
            }
        });
        let name = name.unwrap_or_default();
        self.items.entry(name.clone()).or_insert(number);
        Some(Item { name, per: per?, price: price?, covered })
    }

    fn insurance(&mut self, table: &Spanned<DeValue>) -> Insurance {
        let Some(mut fields) = Fields::of(table, "insurance", &mut self.wrongs) else {
            return Insurance::default();
        };
        fields.only(&[
            "deductible",
            "deductible_met",
            "out_of_pocket_max",
            "out_of_pocket_met",
            "coinsurance",
            "copay",
            "months_until_reset",
        ]);
        if fields.has("coinsurance") && fields.has("copay") {
            fields.wrong_at("copay", "copay and coinsurance do not go together: keep one of them");
        }
        let coinsurance = fields.percent("coinsurance", WHOLE);
        let copay = fields.amount("copay");
        Insurance {
            deductible: fields.amount("deductible").unwrap_or(0),
            deductible_met: fields.amount("deductible_met").unwrap_or(0),
            out_of_pocket_max: fields.amount("out_of_pocket_max"),
            out_of_pocket_met: fields.amount("out_of_pocket_met").unwrap_or(0),
            share: copay.map_or(Share::Coinsurance(coinsurance.unwrap_or(0)), Share::Copay),
            months_until_reset: fields.count("months_until_reset", &RESET).unwrap_or(12),
        }
    }

    fn savings(&mut self, table: &Spanned<DeValue>, others: &[Savings]) -> Option<Savings> {
        let mut fields = Fields::of(table, "savings", &mut self.wrongs)?;
        fields.only(&["item", "you_pay_at_least", "yearly_cap", "counts_toward_plan"]);
        let item = fields.needed("item").and_then(|_| fields.text("item"));
        let item = item.and_then(|item| fields.choice("item", &item, &self.items));
        if item.is_some_and(|item| others.iter().any(|other| other.item == item)) {
            fields.wrong_at("item", "this item has savings already: keep one of them");
        }
        Some(Savings {
            you_pay_at_least: fields.amount("you_pay_at_least").unwrap_or(0),
            yearly_cap: fields.amount("yearly_cap"),
            counts_toward_plan: fields.switch("counts_toward_plan").unwrap_or(true),
            item: item?,
        })
    }
}

/// A price: an amount, or three of them.
fn band(price: &Spanned<DeValue>, wrongs: &mut Wrongs) -> Option<Band> {
    if !matches!(price.get_ref(), DeValue::Table(_)) {
        return fields::amount(price, "price", wrongs).map(Band::one);
    }
    let mut fields = Fields::of(price, "a price", wrongs)?;
    let keys = ["low", "typical", "high"];
    fields.only(&keys);
    for key in keys {
        fields.needed(key);
    }
    let mut band = Band::default();
    for (case, key) in Case::ALL.into_iter().zip(keys) {
        *band.of_mut(case) = fields.amount(key)?;
    }
    if band.low > band.typical || band.typical > band.high {
        fields.wrong("a price goes up from low to typical to high: put them in this order");
    }
    Some(band)
}
