//! What may mislead in an estimate, said before its first figure.

use super::Report;
use crate::cost::Share;
use crate::cost::money::Band;

/// Said when something is covered and nothing says how.
const NOTHING_SAID: &str = "It is said that a plan covers something, but nothing of its rules, so all of it is counted as paid by you.";

/// Said when an insurance is given and leaves nothing to pay.
const PAYS_ALL: &str =
    "No deductible, percentage or copay is given, so the plan is counted as paying all of it.";

/// Said when visits cost nothing.
const FREE_VISITS: &str =
    "No price of a therapy visit is given, so these visits are counted as free.";

/// Said when a copay is due twice for a session.
const TWO_COPAYS: &str = "With the programme the drug and the visit are counted as two claims, so a copay is paid for each.";

/// Said when nothing ends what a programme pays.
const NO_END: &str = "The programme pays at most so much a year. Its amount is not known here, so no end is counted.";

/// Said when the three sums are out of order.
const NOT_IN_ORDER: &str =
    "With a yearly limit or a programme, higher prices can leave less for you to pay.";

impl Report {
    /// What may mislead, in sentences.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let insurance = self.plan.insurance.filter(|_| self.is_covered());
        let nothing = insurance.is_some_and(|insurance| {
            insurance.deductible == 0
                && matches!(insurance.share, Share::Coinsurance(0) | Share::Copay(0))
        });
        let copay = insurance.is_some_and(|insurance| matches!(insurance.share, Share::Copay(1..)));
        // In a plan of a file an item is what its author made it, and so is a missing cap.
        let own = self.inputs.as_ref();
        let helped = own.is_some() && insurance.is_some() && !self.plan.savings.is_empty();
        let endless = self.plan.savings.iter().any(|savings| savings.yearly_cap.is_none());
        let free = own.is_some_and(|inputs| {
            inputs.therapy_visits > 0 && inputs.therapy_price == Band::default()
        });
        let Band { low, typical, high } = self.estimate.horizon;
        let all = [
            (NOTHING_SAID, self.is_covered() && self.plan.insurance.is_none()),
            (PAYS_ALL, nothing),
            (FREE_VISITS, free),
            (TWO_COPAYS, helped && copay),
            (NO_END, helped && endless),
            (NOT_IN_ORDER, low > typical || typical > high),
        ];
        all.into_iter().filter(|(_, holds)| *holds).map(|(said, _)| said.to_owned()).collect()
    }

    /// True when something is said to be covered.
    pub(super) fn is_covered(&self) -> bool {
        self.plan.items.iter().any(|item| item.covered)
    }
}
