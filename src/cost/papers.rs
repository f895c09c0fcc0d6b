//! Papers that ask a clinic what it charges: a letter, and words for a call. Their texts are
//! files of words; what is filled in comes from a report.

mod fill;
mod items;
mod said;

use super::money::{Cents, dollars};
use super::month_of;
use super::report::Report;
use super::route::Costs;
use crate::library;
use crate::questions::Questions;
use fill::Words;
use items::{Asked, items};
pub(super) use said::counted;
use said::named;

const REQUEST: &str = include_str!("../../assets/papers/request.md");
const CALL: &str = include_str!("../../assets/papers/call.md");
const CALL_PLAN: &str = include_str!("../../assets/papers/call-plan.md");

/// A blank to be filled in by hand.
pub const BLANK: &str = "__________";
/// What a letter to a clinic ends with.
const LETTER_END: &str = "\n---\n\nInformation, not medical advice. Made with guidepost.\n";

/// A letter or e-mail, as Markdown, that asks a clinic for a good-faith estimate of what a
/// report sums up. Where an insurance is counted on it asks for codes, network and allowed
/// amounts instead, since the right to such an estimate is for those who use none.
///
/// # Panics
/// Never: a test fills it.
#[must_use]
pub fn request(report: &Report) -> String {
    filled(REQUEST, &words(report)) + LETTER_END
}

/// Words for a call to the clinic and, where an insurance is counted on, for one to the plan,
/// as Markdown.
///
/// # Panics
/// Never: a test fills it.
#[must_use]
pub fn call_script(report: &Report) -> String {
    let words = words(report);
    let mut script = filled(CALL, &words);
    if words.holds("insured") {
        script.push('\n');
        script.push_str(&filled(CALL_PLAN, &words));
    }
    script
}

fn filled(template: &str, words: &Words) -> String {
    fill::fill(template, words).expect("a test fills every paper")
}

/// What the papers of a report are filled with.
fn words(report: &Report) -> Words {
    let asked = items(report);
    let mut words = Words::default();
    conditions(report, &asked, &mut words);
    let title = match &report.inputs {
        Some(inputs) => &inputs.route.title,
        None => &report.plan.title,
    };
    words.put("treatment", named(title));
    words.put("clinic", named(report.clinic.as_ref().map_or("", |stated| &stated.name)));
    words.put("months", counted(report.plan.months, "month"));
    let checked = report.prices_checked().map(|date| date.to_string());
    words.put("checked", checked.unwrap_or_default());
    words.put("first_month", dollars(billed(report, 1)));
    words.put("all_months", dollars(billed(report, report.plan.months)));
    let phases = report.plan.phases.iter().zip(&report.estimate.sessions);
    let phases = phases.filter(|(_, sessions)| **sessions > 0);
    words.put_lines(
        "phases",
        phases.map(|(phase, sessions)| phase.in_words(*sessions, report.plan.months)),
    );
    let insured = words.holds("insured");
    words.put_lines("rows", asked.iter().map(|item| item.row(insured)));
    words.put_lines("prices", asked.iter().map(|item| item.price(insured)));
    let covered = asked.iter().filter(|item| item.covered);
    words.put_lines("allowed", covered.map(Asked::allowed));
    let insurance = report.plan.insurance.unwrap_or_default();
    words.put("deductible", dollars(insurance.deductible_left()));
    words.put("share", insurance.share_in_words());
    words.put("limit", dollars(insurance.limit_left().unwrap_or_default()));
    for (id, ask) in questions() {
        words.put(&format!("ask:{id}"), ask);
    }
    words
}

/// What holds of a report, and so which lines stand.
fn conditions(report: &Report, asked: &[Asked], words: &mut Words) {
    let (plan, inputs) = (&report.plan, report.inputs.as_ref());
    let insured = plan.items.iter().any(|item| item.covered);
    let rules = plan.insurance.filter(|_| insured);
    let limited = rules.is_some_and(|rules| rules.out_of_pocket_max.is_some());
    let (first_month, all_months) = (billed(report, 1), billed(report, plan.months));
    let mut phases = plan.phases.iter().zip(&report.estimate.sessions);
    let upkeep = phases.any(|(phase, sessions)| phase.is_open() && *sessions > 0);
    let elsewhere = plan.items.iter().any(|item| Costs::bundled().is_elsewhere(&item.name));
    let all = [
        ("self-pay", !insured),
        ("insured", insured),
        ("rules", rules.is_some()),
        ("no-rules", insured && rules.is_none()),
        ("limit", limited),
        ("no-limit", insured && !limited),
        ("programme", !plan.savings.is_empty()),
        ("sum", all_months > 0),
        ("first-month", first_month > 0),
        ("later", all_months > first_month),
        ("left-out", elsewhere),
        ("checked", report.prices_checked().is_some()),
        ("figures", asked.iter().any(|item| item.figure.is_some())),
        ("upkeep", upkeep),
        ("with-therapy", inputs.is_some_and(|inputs| inputs.therapy_visits > 0)),
    ];
    for (condition, holds) in all {
        words.allow(condition, holds);
    }
    for route in &Costs::bundled().routes {
        words.allow(&route.id, inputs.is_some_and(|inputs| inputs.route.id == route.id));
    }
}

/// What the patient pays at typical prices in the first so many months, without what is paid
/// elsewhere than at the clinic.
fn billed(report: &Report, months: u32) -> Cents {
    let theirs = |item: usize| !Costs::bundled().is_elsewhere(&report.plan.items[item].name);
    let claims = report.estimate.claims.iter();
    let claims = claims.filter(|claim| month_of(claim.day) < months && theirs(claim.item));
    claims.map(|claim| claim.you_pay).sum()
}

/// The bundled questions to ask a clinic: their ids and words.
fn questions() -> impl Iterator<Item = (String, String)> {
    let groups = library::questions(None).map(|Questions { groups, .. }| groups);
    let questions = groups.into_iter().flatten().flat_map(|group| group.questions);
    questions.map(|question| (question.id, question.ask))
}
