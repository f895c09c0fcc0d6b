//! What a person says of a treatment, and the plan that comes of it.

use super::loan::Loan;
use super::money::{Band, Case, Cents};
use super::route::{Costs, Often, Route};
use super::schedule::weekly;
use super::{DAYS, Insurance, Item, Per, Phase, Plan, Rhythm, Savings};

/// The day of the first visit with a therapist; then one a week.
const THERAPY_FROM: u32 = 3;
/// The name of the phase of visits with a therapist.
const THERAPY: &str = "therapy";
/// The name of the phase of upkeep.
const UPKEEP: &str = "upkeep";
/// Phases that any route may get: no stretch of a starting course goes by these names.
pub const PHASES: [&str; 2] = [THERAPY, UPKEEP];
/// What the first exam is called.
pub(super) const EVALUATION: &str = "Evaluation";
/// What it is called to be taken on.
const INTAKE: &str = "Intake";
/// What a month is called where a month is paid.
pub(super) const MONTH: &str = "Month at home";
/// What visits with a therapist are called where the route has no name for them.
const VISIT: &str = "Therapy visit";
/// Items that any route may get: nothing else goes by these names.
pub const ITEMS: [&str; 4] = [EVALUATION, INTAKE, MONTH, VISIT];

/// What a person says of a treatment. What they do not say is as the route has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    /// The way of treatment.
    pub route: &'static Route,
    /// For a session; for a month where it is sold so.
    pub price: Band,
    /// True when a clinic states this price.
    pub stated: bool,
    /// True when a month is paid and not a session.
    pub monthly: bool,
    /// Sessions of the starting course, 1 to 1096.
    pub sessions: u32,
    /// Days from one session of upkeep to the next, 1 to 1095; none when there is no upkeep.
    pub upkeep_days: Option<u32>,
    /// Months that are counted, 1 to 36.
    pub months: u32,
    /// For the first exam.
    pub evaluation: Band,
    /// For taking someone on.
    pub intake: Band,
    /// Visits with a therapist, up to 1096.
    pub therapy_visits: u32,
    /// For such a visit.
    pub therapy_price: Band,
    /// What else is charged, each with a name of its own.
    pub extras: Vec<Extra>,
    /// True when an insurance covers sessions and the first exam.
    pub covered: bool,
    /// Its rules, which hold while it covers something.
    pub insurance: Option<Insurance>,
    /// A maker's programme for the drug.
    pub programme: Option<Programme>,
    /// Miles to a session and back; none when they are not counted.
    pub miles: Option<u32>,
    /// How it is paid in parts, if it is.
    pub loan: Option<Loan>,
}

/// Something else that is charged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// What it is called.
    pub name: String,
    /// How much.
    pub price: Band,
    /// When.
    pub per: Often,
}

/// A maker's programme for the drug of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Programme {
    /// The drug's part of the price of a session.
    pub drug: Band,
    /// What the patient pays for it at least.
    pub you_pay_at_least: Cents,
    /// What it pays at most in a plan year; no limit when left out.
    pub yearly_cap: Option<Cents>,
    /// False when only what the patient pays counts toward deductible and limit.
    pub counts_toward_plan: bool,
}

impl Inputs {
    /// What is common for a route, paid by oneself.
    #[must_use]
    pub fn of(route: &'static Route) -> Self {
        let band = |quoted: &Option<super::route::Quoted>| {
            quoted.as_ref().map_or(Band::default(), super::route::Quoted::band)
        };
        let therapy = route.therapy.as_ref();
        Self {
            route,
            price: route.price.band(),
            stated: false,
            monthly: false,
            sessions: route.sessions(),
            upkeep_days: route.upkeep_days,
            months: 12,
            evaluation: band(&route.evaluation),
            intake: band(&route.intake),
            therapy_visits: therapy.map_or(0, |therapy| therapy.visits),
            therapy_price: therapy.map_or(Band::default(), |therapy| therapy.price.band()),
            extras: Vec::new(),
            covered: false,
            insurance: None,
            programme: None,
            miles: None,
            loan: None,
        }
    }

    /// The same person on a route: what belongs to the route is as that one has it. That a
    /// plan covers one route says nothing of another, so the rules of the insurance are kept
    /// but cover nothing there.
    #[must_use]
    pub fn on(&self, route: &'static Route) -> Self {
        let covered = self.covered && route == self.route;
        Self { covered, ..self.as_in(&Self::of(route)) }
    }

    /// What belongs to the person, with what `other` says of its route.
    #[must_use]
    pub fn as_in(&self, other: &Self) -> Self {
        let Self { months, extras, covered, insurance, miles, loan, .. } = self.clone();
        Self { months, extras, covered, insurance, miles, loan, ..other.clone() }
    }

    /// Takes the price for a month, or for a session, as the route has it.
    pub fn set_monthly(&mut self, monthly: bool) {
        let month = self.route.month.as_ref().filter(|_| monthly);
        self.monthly = month.is_some();
        self.price = month.unwrap_or(&self.route.price).band();
        self.stated = false;
    }

    /// The same treatment at the prices of its route, without extras, which have none.
    #[must_use]
    pub(super) fn at_common_prices(&self) -> Self {
        let mut common = Self::of(self.route);
        common.set_monthly(self.monthly);
        let Self { price, stated, evaluation, intake, therapy_price, .. } = common;
        let extras = Vec::new();
        Self { price, stated, evaluation, intake, therapy_price, extras, ..self.clone() }
    }

    /// True when nothing else goes by this name.
    #[must_use]
    pub fn is_free(&self, name: &str) -> bool {
        self.plan().items.iter().all(|item| item.name != name)
    }

    /// The plan that comes of it.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let mut phases = self.start();
        self.upkeep(&mut phases);
        let treatment: Vec<usize> = (0..phases.len()).collect();
        let therapy = (self.therapy_visits > 0).then(|| {
            let rhythm = Rhythm::Every { days: 7, sessions: Some(self.therapy_visits) };
            phases.push(Phase { name: THERAPY.to_owned(), from_day: THERAPY_FROM, rhythm });
            phases.len() - 1
        });
        // Every phase is meant when none are named.
        let sessions = || Per::Session(therapy.map(|_| treatment.clone()));
        let mut items = Vec::new();
        let mut item = |name: &str, per: Per, price: Band, covered: bool| {
            items.push(Item { name: name.to_owned(), per, price, covered });
            items.len() - 1
        };
        let nothing = Band::default();
        if self.evaluation != nothing {
            item(EVALUATION, Per::Once(0), self.evaluation, self.covered);
        }
        if self.intake != nothing {
            item(INTAKE, Per::Once(0), self.intake, false);
        }
        let mut savings = Vec::new();
        if self.monthly {
            item(MONTH, Per::Month, self.price, self.covered);
        } else if let Some(programme) = self.programme.as_ref().filter(|_| self.covered) {
            let (drug, visit) = programme.split(self.price);
            let name = format!("{} drug", self.route.title);
            let number = item(&name, sessions(), drug, self.covered);
            item(&format!("{} visit", self.route.title), sessions(), visit, self.covered);
            let Programme { you_pay_at_least, yearly_cap, counts_toward_plan, .. } = *programme;
            savings.push(Savings {
                item: number,
                you_pay_at_least,
                yearly_cap,
                counts_toward_plan,
            });
        } else {
            item(&self.route.session, sessions(), self.price, self.covered);
        }
        if let Some(phase) = therapy {
            let name = self.route.therapy.as_ref().map_or(VISIT, |therapy| &therapy.name);
            item(name, Per::Session(Some(vec![phase])), self.therapy_price, false);
        }
        for extra in &self.extras {
            let per = match extra.per {
                Often::Session if treatment.is_empty() => Per::Month,
                Often::Session => sessions(),
                Often::Once => Per::Once(0),
                Often::Month => Per::Month,
            };
            item(&extra.name, per, extra.price, false);
        }
        Plan {
            title: self.route.title.clone(),
            months: self.months,
            phases,
            items,
            insurance: self.insurance.filter(|_| self.covered),
            savings,
        }
    }

    /// The phases of the starting course. More sessions than the route has go on in the
    /// rhythm of its last stretch.
    fn start(&self) -> Vec<Phase> {
        let mut phases = Vec::new();
        let (mut left, mut from_day) = (self.sessions, 0);
        if self.monthly {
            left = 0;
        }
        for (i, stretch) in self.route.start.iter().enumerate() {
            let last = i + 1 == self.route.start.len();
            let sessions = if last { left } else { left.min(stretch.sessions) };
            left -= sessions;
            if sessions == 0 {
                break;
            }
            let rhythm = Rhythm::PerWeek { per_week: stretch.per_week, sessions, in_weeks: false };
            phases.push(Phase { name: stretch.name.clone(), from_day, rhythm });
            from_day += 7 * sessions.div_ceil(stretch.per_week);
        }
        phases
    }

    /// Adds upkeep, which begins its number of days after the last session of the start.
    fn upkeep(&self, phases: &mut Vec<Phase>) {
        let (Some(days), Some(start)) = (self.upkeep_days, phases.last()) else { return };
        let Rhythm::PerWeek { per_week, sessions, .. } = start.rhythm else { return };
        let last = start.from_day + weekly(sessions - 1, per_week);
        let from_day = last + days;
        // What would begin later lies behind every horizon.
        if DAYS.contains(&from_day) {
            let rhythm = Rhythm::Every { days, sessions: None };
            phases.push(Phase { name: UPKEEP.to_owned(), from_day, rhythm });
        }
    }
}

impl Programme {
    /// The programme of a route, which asks the least that is quoted. What it pays at most in
    /// a year is not known.
    #[must_use]
    pub fn of(route: &Route) -> Option<Self> {
        let drug = route.drug.as_ref()?.band();
        let you_pay_at_least = route.programme.as_ref()?.you_pay_at_least;
        Some(Self { drug, you_pay_at_least, yearly_cap: None, counts_toward_plan: true })
    }

    /// A price of a session parted into the drug and the visit. Neither falls while the
    /// price goes up, and both make the price.
    fn split(&self, price: Band) -> (Band, Band) {
        let (mut drug, mut visit) = (Band::default(), Band::default());
        let mut least = (0, 0);
        for case in Case::ALL {
            let price = price.of(case);
            let most = price - least.1;
            *drug.of_mut(case) = self.drug.of(case).clamp(least.0, most);
            *visit.of_mut(case) = price - drug.of(case);
            least = (drug.of(case), visit.of(case));
        }
        (drug, visit)
    }
}

impl Costs {
    /// What is often forgotten and is not among `extras`.
    pub fn not_counted<'a>(&'a self, extras: &'a [Extra]) -> impl Iterator<Item = &'a str> {
        let names = self.extras.items.iter().map(|item| item.name.as_str());
        names.filter(|name| extras.iter().all(|extra| extra.name != *name))
    }
}
