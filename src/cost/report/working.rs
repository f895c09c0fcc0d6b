//! How a claim is worked out, in words.

use super::named;
use crate::cost::insurance::Bit;
use crate::cost::money::{dollars, number};
use crate::cost::{Claim, Plan, Share};

/// What is charged, as Markdown: the item, and the phase where there is one.
pub fn item(claim: &Claim, plan: &Plan) -> String {
    let name = named(&plan.items[claim.item].name);
    match claim.phase {
        Some(phase) => format!("{name}, {}", named(&plan.phases[phase].name)),
        None => name,
    }
}

/// The rules that had a say in a claim, with their amounts.
pub fn working(claim: &Claim, plan: &Plan) -> String {
    let rules = claim.rules;
    if rules.has(Bit::SelfPay) {
        return "you pay all of it".to_owned();
    }
    let toward = claim.toward_deductible;
    let rest = claim.amount - toward;
    let share = claim.you_pay + claim.programme_pays;
    let mut said = Vec::new();
    if rules.has(Bit::Deductible) {
        said.push(format!("{} is within the deductible", dollars(toward)));
    }
    let of = if toward > 0 { "of the other" } else { "of" };
    match plan.insurance.unwrap_or_default().share {
        _ if rest == 0 => {}
        Share::Coinsurance(points) if points > 0 => {
            said.push(format!("{} % {of} {}", number(points.into()), dollars(rest)));
        }
        Share::Copay(copay) if copay > 0 => {
            said.push(format!("copay {}", dollars(copay.min(rest))));
        }
        _ => said.push(format!("the plan pays {}", if toward > 0 { "the rest" } else { "all" })),
    }
    if rules.has(Bit::Limit) {
        said.push(match share {
            0 => "the yearly limit is reached, so the plan pays all".to_owned(),
            share => format!("the yearly limit leaves {}", dollars(share)),
        });
    }
    if rules.has(Bit::Programme) {
        said.push(format!("the programme pays {}", dollars(claim.programme_pays)));
    }
    if said.is_empty() { "nothing is charged".to_owned() } else { said.join("; ") }
}
