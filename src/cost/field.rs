//! The inputs of the calculator one by one: what each is called, what it means, what it
//! takes. The doc comment of a field is its explanation.

mod read;

use strum::{EnumMessage, IntoStaticStr};

use super::inputs::{Inputs, Programme};
use super::money::{Band, Cents, number};
use super::route::{Costs, Forgotten, Often};
use super::{Insurance, Share};

pub(crate) use read::{amount, band as price, count, percent};

/// An input of the calculator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, EnumMessage, IntoStaticStr)]
pub enum Field {
    /// The way of treatment. It brings its usual sessions and prices, to be changed below.
    Route,
    /// How the program at home is paid: for each session or for each month.
    Monthly,
    /// One price, or lowest-highest, or lowest-typical-highest: 450, 350-800, 350-450-800. Your clinic's own price is the best figure.
    Price,
    /// Sessions of the starting course, before upkeep.
    Sessions,
    /// Days from one upkeep session to the next; 0 when you plan none.
    Upkeep,
    /// How many months the sum looks ahead, 1 to 36.
    Months,
    /// The first exam before treatment. Some clinics make it part of the first session: then 0.
    Evaluation,
    /// What is asked for taking you on, before the first session.
    Intake,
    /// Visits with a therapist besides the sessions; 0 when they are in the price.
    TherapyVisits,
    /// The price of one visit with the therapist.
    TherapyPrice,
    /// Whether a plan covers sessions and first exam. Coverage follows approved uses, and PTSD is not one: ask the plan first.
    Covered,
    /// What you pay in a plan year before the plan pays. It stands in your plan's summary of benefits.
    Deductible,
    /// How much of the deductible you have paid this plan year. Your plan can tell you.
    DeductibleMet,
    /// What you pay after the deductible: a percentage (coinsurance) or an amount for each visit (copay).
    Share,
    /// Your percentage after the deductible: 20 if the plan pays 80. It stands in your plan's summary of benefits, as "coinsurance".
    Coinsurance,
    /// Your amount for each claim after the deductible. It stands in your plan's summary of benefits.
    Copay,
    /// The most you pay in a plan year for covered care. It stands in your plan's summary of benefits. Empty when there is no limit.
    Limit,
    /// How much of the yearly limit you have paid this plan year.
    LimitMet,
    /// Months from your first session until the plan year starts again, 1 to 12.
    Reset,
    /// A maker's programme may pay part of the drug for people with commercial insurance. It is not for Medicare, Medicaid, TRICARE or the VA.
    Programme,
    /// The programme helps with the drug only. What part of a session's price is the drug?
    Drug,
    /// What you pay for the drug at least, each session.
    AtLeast,
    /// What the programme pays at most in a year. Its amount is not published where we looked: ask. Empty means that no end is counted.
    Cap,
    /// Whether the programme's money counts toward your deductible and limit. Ask your plan.
    Counts,
    /// Type what it will cost you; empty means not counted.
    Extra(usize),
    /// Miles to a session and back, to see how far you travel for the sessions.
    Miles,
    /// Months over which you would pay in parts; empty when you do not.
    PayMonths,
    /// The interest a year, in percent, that the lender or clinic names (APR).
    PayRate,
}

/// A line of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The title of what follows.
    Title(&'static str),
    /// A field.
    Field(Field),
}

impl Field {
    /// The form for these inputs: only what makes a difference to them is asked.
    #[must_use]
    pub fn form(inputs: &Inputs) -> Vec<Row> {
        use Field as F;
        let mut rows = Vec::new();
        let mut part = |title, fields: &[(F, bool)]| {
            let fields = fields.iter().filter(|(_, asked)| *asked).map(|(field, _)| *field);
            let fields: Vec<Row> = fields.map(Row::Field).collect();
            if !fields.is_empty() {
                rows.push(Row::Title(title));
                rows.extend(fields);
            }
        };
        let (route, insured) = (inputs.route, inputs.covered);
        let visits = inputs.therapy_visits > 0;
        let insurance = inputs.insurance.unwrap_or_default();
        let copay = matches!(insurance.share, Share::Copay(_));
        let drug = insured && route.drug.is_some() && !inputs.monthly;
        let helped = drug && inputs.programme.is_some();
        part(
            "Treatment",
            &[
                (F::Route, true),
                (F::Monthly, route.month.is_some()),
                (F::Price, true),
                (F::Sessions, !inputs.monthly),
                (F::Upkeep, !inputs.monthly),
                (F::Months, true),
                (F::Evaluation, true),
                (F::Intake, route.intake.is_some()),
                (F::TherapyVisits, true),
                (F::TherapyPrice, visits),
            ],
        );
        part(
            "Insurance",
            &[
                (F::Covered, true),
                (F::Deductible, insured),
                (F::DeductibleMet, insured && insurance.deductible > 0),
                (F::Share, insured),
                (F::Coinsurance, insured && !copay),
                (F::Copay, insured && copay),
                (F::Limit, insured),
                (F::LimitMet, insured && insurance.out_of_pocket_max.is_some()),
                (F::Reset, insured),
                (F::Programme, drug),
                (F::Drug, helped),
                (F::AtLeast, helped),
                (F::Cap, helped),
                (F::Counts, helped),
            ],
        );
        let often: Vec<_> = (0..extras().len()).map(|extra| (F::Extra(extra), true)).collect();
        part("Often forgotten", &often);
        let lends = inputs.loan.is_some();
        part(
            "Way and payment",
            &[(F::Miles, !route.at_home), (F::PayMonths, true), (F::PayRate, lends)],
        );
        rows
    }

    /// What it is, and where to find it.
    #[must_use]
    pub fn help(self, inputs: &Inputs) -> String {
        let help = self.get_documentation().unwrap_or_default();
        let Self::Extra(extra) = self else { return help.to_owned() };
        let charged = match extras().get(extra).map(|extra| extra.per) {
            Some(Often::Session) if !inputs.monthly => "Charged at each session.",
            Some(Often::Session | Often::Month) => "Charged each month.",
            Some(Often::Once) | None => "Charged once, at the start.",
        };
        format!("{charged} {help}")
    }

    /// What it is called.
    #[must_use]
    pub fn label(self, inputs: &Inputs) -> String {
        self.named(inputs).unwrap_or_default()
    }

    fn named(self, inputs: &Inputs) -> Option<String> {
        let fixed = match self {
            Self::Price if inputs.monthly => "Price a month",
            Self::Price => "Price a session",
            Self::Route => "Route",
            Self::Monthly => "Paid by",
            Self::Sessions => "Sessions to start",
            Self::Upkeep => "Days between upkeep",
            Self::Months => "Months counted",
            Self::Evaluation => "First exam",
            Self::Intake => "Intake",
            Self::TherapyVisits => "Therapy visits",
            Self::TherapyPrice => "Price of such visit",
            Self::Covered => "Covered",
            Self::Deductible => "Deductible",
            Self::DeductibleMet => "Deductible met",
            Self::Share => "After it you pay",
            Self::Coinsurance => "Your percent",
            Self::Copay => "Copay a claim",
            Self::Limit => "Yearly limit",
            Self::LimitMet => "Limit met",
            Self::Reset => "Months to new year",
            Self::Programme => "Maker's programme",
            Self::Drug => "Drug, a session",
            Self::AtLeast => "You pay at least",
            Self::Cap => "It pays a year",
            Self::Counts => "Counts toward plan",
            Self::Miles => "Miles, both ways",
            Self::PayMonths => "Pay over months",
            Self::PayRate => "Interest a year, %",
            Self::Extra(extra) => return extras().get(extra).map(|extra| extra.name.clone()),
        };
        Some(fixed.to_owned())
    }

    /// The choices of a field that is not typed, and the one that holds.
    #[must_use]
    pub fn choices(self, inputs: &Inputs) -> Option<(Vec<&'static str>, usize)> {
        let no_or_yes = |yes: bool| Some((vec!["no", "yes"], usize::from(yes)));
        match self {
            Self::Route => {
                let routes = &Costs::bundled().routes;
                let at = routes.iter().position(|route| route.id == inputs.route.id);
                let titles = routes.iter().map(|route| route.short.as_str());
                Some((titles.collect(), at.unwrap_or_default()))
            }
            Self::Monthly => Some((vec!["the session", "the month"], inputs.monthly.into())),
            Self::Covered => no_or_yes(inputs.covered),
            Self::Share => {
                let share = inputs.insurance.unwrap_or_default().share;
                let copay = matches!(share, Share::Copay(_));
                Some((vec!["a percentage", "an amount"], copay.into()))
            }
            Self::Programme => no_or_yes(inputs.programme.is_some()),
            Self::Counts => {
                no_or_yes(inputs.programme.is_none_or(|programme| programme.counts_toward_plan))
            }
            _ => None,
        }
    }

    /// Takes one of its choices.
    pub fn choose(self, choice: usize, inputs: &mut Inputs) {
        let yes = choice == 1;
        match self {
            Self::Route => {
                if let Some(route) = Costs::bundled().routes.get(choice) {
                    *inputs = inputs.on(route);
                }
            }
            Self::Monthly => inputs.set_monthly(yes),
            Self::Covered => {
                inputs.covered = yes;
            }
            Self::Share => {
                inputs.insurance.get_or_insert(Insurance::default()).share =
                    if yes { Share::Copay(0) } else { Share::default() };
            }
            Self::Programme => {
                inputs.programme = if yes { Programme::of(inputs.route) } else { None };
            }
            Self::Counts => {
                if let Some(programme) = &mut inputs.programme {
                    programme.counts_toward_plan = yes;
                }
            }
            _ => {}
        }
    }

    /// What stands in it, as it could be typed; for a choice the one that holds.
    #[must_use]
    pub fn shown(self, inputs: &Inputs) -> String {
        if let Some((choices, at)) = self.choices(inputs) {
            return choices.get(at).copied().unwrap_or_default().to_owned();
        }
        let insurance = inputs.insurance.unwrap_or_default();
        let amount = |amount: Option<Cents>| amount.map(number).unwrap_or_default();
        let count = |count: u32| count.to_string();
        let programme = inputs.programme;
        match self {
            Self::Price => band(inputs.price),
            Self::Sessions => count(inputs.sessions),
            Self::Upkeep => count(inputs.upkeep_days.unwrap_or(0)),
            Self::Months => count(inputs.months),
            Self::Evaluation => band(inputs.evaluation),
            Self::Intake => band(inputs.intake),
            Self::TherapyVisits => count(inputs.therapy_visits),
            Self::TherapyPrice => band(inputs.therapy_price),
            Self::Deductible => number(insurance.deductible),
            Self::DeductibleMet => number(insurance.deductible_met),
            Self::Coinsurance => match insurance.share {
                Share::Coinsurance(points) => number(points.into()),
                Share::Copay(_) => String::new(),
            },
            Self::Copay => match insurance.share {
                Share::Copay(copay) => number(copay),
                Share::Coinsurance(_) => String::new(),
            },
            Self::Limit => amount(insurance.out_of_pocket_max),
            Self::LimitMet => number(insurance.out_of_pocket_met),
            Self::Reset => count(insurance.months_until_reset),
            Self::Drug => programme.map(|programme| band(programme.drug)).unwrap_or_default(),
            Self::AtLeast => amount(programme.map(|programme| programme.you_pay_at_least)),
            Self::Cap => amount(programme.and_then(|programme| programme.yearly_cap)),
            Self::Extra(extra) => {
                let name = extras().get(extra).map(|extra| &extra.name);
                let own = inputs.extras.iter().find(|extra| Some(&extra.name) == name);
                own.map(|extra| band(extra.price)).unwrap_or_default()
            }
            Self::Miles => inputs.miles.map(count).unwrap_or_default(),
            Self::PayMonths => inputs.loan.map(|loan| count(loan.months)).unwrap_or_default(),
            Self::PayRate => inputs.loan.map(|loan| number(loan.rate.into())).unwrap_or_default(),
            Self::Route
            | Self::Monthly
            | Self::Covered
            | Self::Share
            | Self::Programme
            | Self::Counts => String::new(),
        }
    }
}

/// What is often forgotten.
fn extras() -> &'static [Forgotten] {
    &Costs::bundled().extras.items
}

/// A price as it is typed: `450`, `350-450-800`.
fn band(band: Band) -> String {
    let Band { low, typical, high } = band;
    if band.is_one() { number(typical) } else { [low, typical, high].map(number).join("-") }
}
