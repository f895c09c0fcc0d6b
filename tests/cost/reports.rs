//! What an estimate says beside its sums.

use guidepost::clinic::{Clinic, List};
use guidepost::cost::field::{Field, Row};
use guidepost::cost::inputs::{Inputs, Programme};
use guidepost::cost::money::Band;
use guidepost::cost::print::{Paper, unmarked};
use guidepost::cost::report::{ESTIMATE, Report, routes};
use guidepost::cost::route::Costs;
use guidepost::cost::stated::Stated;
use guidepost::cost::{Insurance, Plan, Share};
use guidepost::guide::markdown::escaped;
use guidepost::library::Library;
use guidepost::page::Glyphs;
use jiff::civil::date;

fn inputs(route: &str) -> Inputs {
    Inputs::of(Costs::bundled().route(route).expect("a bundled route"))
}

fn rules(share: Share) -> Insurance {
    Insurance { deductible: 200_000, share, ..Insurance::default() }
}

fn insured(route: &str) -> Inputs {
    let insurance = Some(rules(Share::Coinsurance(2_000)));
    Inputs { covered: true, insurance, ..inputs(route) }
}

fn helped(inputs: Inputs) -> Inputs {
    Inputs { programme: Programme::of(inputs.route), ..inputs }
}

/// The part of an estimate below a heading.
#[track_caller]
fn part(report: &Report, id: &str) -> String {
    let text = report.markdown();
    let at = text.find(&format!("{{#{id}")).unwrap_or_else(|| panic!("no {id} in {text}"));
    let rest = &text[at..];
    rest[..rest.find("\n## ").unwrap_or(rest.len())].to_owned()
}

#[test]
fn a_plan_that_covers_one_route_is_not_carried_to_another() {
    let spravato = insured("spravato");
    let iv = spravato.on(inputs("iv").route);
    assert!(!iv.covered);
    assert_eq!(iv.insurance, spravato.insurance, "to be counted again at once");
    assert!(spravato.on(spravato.route).covered);
    for report in routes::beside(&spravato) {
        let own = report.inputs.as_ref().is_some_and(|inputs| inputs.route == spravato.route);
        assert_eq!(report.plan.insurance.is_some(), own, "{}", report.plan.title);
        assert_eq!(report.estimate.plan_pays.typical > 0, own, "{}", report.plan.title);
    }
    let said = part(&Report::of(spravato), "routes");
    assert!(said.contains("the others at common prices, paid by yourself, with the"), "{said}");
}

#[test]
fn what_plans_seldom_cover_is_said_where_one_is_counted_on() {
    let said = |report: &Report| report.assumptions().join(" ");
    let iv = said(&Report::of(insured("iv")));
    assert!(iv.contains("investigational.") && iv.contains("PTSD is not one"), "{iv}");
    assert!(said(&Report::of(insured("spravato"))).contains("PTSD is not one"));
    assert!(!said(&Report::of(inputs("iv"))).contains("PTSD is not one"));
    let figures = part(&Report::of(insured("iv")), "figures");
    assert!(figures.contains("[^F-INS-001][^F-INS-004]"), "{figures}");
}

/// What warns of something, and what does not.
#[test]
fn what_may_mislead_stands_before_every_figure_and_first_among_what_is_assumed() {
    let with = |share| Inputs { insurance: Some(rules(share)), ..insured("spravato") };
    let unsaid = Inputs { insurance: None, ..insured("iv") };
    let nothing = Inputs { insurance: Some(Insurance::default()), ..insured("iv") };
    let capped = {
        let mut inputs = helped(insured("spravato"));
        inputs.programme =
            inputs.programme.map(|own| Programme { yearly_cap: Some(700_000), ..own });
        inputs
    };
    let visits = Inputs { therapy_visits: 3, ..inputs("iv") };
    for (inputs, said) in [
        (unsaid, &["nothing of its rules"][..]),
        (nothing, &["counted as paying all of it"]),
        (visits, &["No price of a therapy visit"]),
        (
            helped(with(Share::Copay(4_000))),
            &["a copay is paid for each", "at most so much a year"],
        ),
        (helped(with(Share::Coinsurance(2_000))), &["at most so much a year"]),
        (capped, &[]),
        (insured("spravato"), &[]),
        (inputs("kap"), &[]),
        // Nothing is covered, so nothing of it is said.
        (Inputs { covered: false, ..helped(with(Share::Copay(4_000))) }, &[]),
    ] {
        let report = Report::of(inputs);
        let warnings = report.warnings();
        assert_eq!(warnings.len(), said.len(), "{warnings:?}");
        let text = report.markdown();
        let table = text.find("| ").expect("a table");
        for (warning, said) in warnings.iter().zip(said) {
            assert!(warning.contains(said), "{warning}");
            assert_eq!(text.matches(warning.as_str()).count(), 2, "on top and as assumed: {text}");
            assert!(text.find(warning.as_str()).is_some_and(|at| at < table), "{text}");
        }
        let assumed = report.assumptions();
        assert_eq!(assumed[..warnings.len()], warnings);
        assert_eq!(assumed[warnings.len()], ESTIMATE);
    }
}

#[test]
fn sums_that_fall_while_prices_rise_are_warned_of() {
    let plan = "[[item]]\nname = \"a\"\nper = \"once\"\ncovered = true\n\
        price = { low = 100, typical = 200, high = 1000 }\n\
        [[item]]\nname = \"b\"\nper = \"once\"\ncovered = true\nprice = 100\n\
        [insurance]\ndeductible = 1000\n[[savings]]\nitem = \"a\"\n";
    let report = Report::of_plan(Plan::read(plan).expect("a plan"));
    let Band { low, typical, high } = report.estimate.horizon;
    assert!(low > high || typical > high, "{low} {typical} {high}");
    assert!(report.warnings().iter().any(|said| said.contains("higher prices can leave less")));
}

#[test]
fn the_default_programme_asks_what_its_fact_says_and_keeps_its_sums_in_order() {
    let inputs = helped(insured("spravato"));
    let programme = inputs.programme.expect("Spravato has one");
    assert_eq!((programme.you_pay_at_least, programme.drug.is_one()), (1_000, true));
    let report = Report::of(inputs);
    let Band { low, typical, high } = report.estimate.horizon;
    assert!(low <= typical && typical <= high, "{low} {typical} {high}");
    let figures = part(&report, "figures");
    assert!(figures.contains("asks for the drug: $10.[^F-INS-010]"), "{figures}");
    let rebate = "The maker's separate rebate for observation";
    assert!(report.not_counted().iter().any(|named| named == rebate));
    assert!(!Report::of(insured("spravato")).not_counted().iter().any(|named| named == rebate));
}

#[test]
fn it_says_what_it_is_made_of_and_whose_each_price_is() {
    let own = Inputs { evaluation: Band::one(9_900), ..helped(insured("spravato")) };
    let made = part(&Report::of(own), "made-of");
    for line in [
        "- Start: 8 sessions, 2 a week",
        "- Upkeep: one every 14 days, 22 in 12 months",
        "- Evaluation: $99 (your figure); counted as covered",
        "- Spravato drug: $590 (common prices); counted as covered",
        "- Spravato visit: $310 to $1,010, $650 taken as typical (common prices)",
        "- Insurance: a deductible of $2,000; then you pay 20%; no yearly limit; a new plan year \
         starts in month 13",
        "- The programme for Spravato drug: you pay at least $10 of a claim; no end of what it \
         pays is counted; its money counts",
    ] {
        assert!(made.contains(line), "{line} in {made}");
    }
    let brief = Inputs { months: 1, therapy_visits: 2, ..inputs("spravato") };
    let made = part(&Report::of(brief), "made-of");
    assert!(made.contains("- Weekly: 4 sessions, 1 a week, 1 of them in 1 month\n"), "{made}");
    assert!(made.contains("- Therapy visit: no price given\n"), "{made}");
    let mut iv = inputs("iv");
    let stated = Stated {
        name: "A".into(),
        route: iv.route,
        monthly: false,
        price: Band::one(1),
        date: None,
    };
    stated.put(&mut iv);
    let made = part(&Report { clinic: Some(stated), ..Report::of(iv) }, "made-of");
    assert!(made.contains("- Infusion: $0.01 (the clinic's price)"), "{made}");
    assert!(made.contains("- Evaluation: $0 to $350, $250 taken as typical (common"), "{made}");
}

#[test]
fn a_new_plan_year_is_named_where_it_begins() {
    let mut inputs = insured("spravato");
    inputs.insurance =
        Some(Insurance { months_until_reset: 4, ..rules(Share::Coinsurance(2_000)) });
    let working = part(&Report::of(inputs), "working");
    let (_, fifth) = working.split_once("### Month 5").expect("a month");
    assert!(fifth.split("###").next().is_some_and(|fifth| fifth.contains("with month 5:")));
    assert_eq!(working.matches("A new plan year").count(), 1, "{working}");
}

#[test]
fn the_whole_start_and_the_first_year_have_rows_of_their_own() {
    let spravato = Report::of(Inputs { months: 24, ..inputs("spravato") });
    let text = spravato.markdown();
    let all = spravato.estimate.through[1];
    assert_eq!(all.typical, 25_000 + 12 * 124_000);
    assert!(text.contains("| All 12 sessions to start, to day 50 |"), "{text}");
    assert!(text.contains("| First year |") && text.contains("| 24 months |"), "{text}");
    let table = routes::table(&[spravato]);
    assert!(table.contains("| $15,130 ("), "{table}");
    let iv = Report::of(inputs("iv")).markdown();
    assert!(!iv.contains("sessions to start, to day") && !iv.contains("| First year |"), "{iv}");
}

#[test]
fn an_average_of_later_months_needs_something_that_goes_on() {
    let later = |inputs: Inputs| Report::of(inputs).markdown().contains("Each later month");
    assert!(later(inputs("iv")));
    assert!(!later(Inputs { upkeep_days: None, ..inputs("iv") }) && !later(inputs("kap")));
    let mut monthly = inputs("at-home");
    monthly.set_monthly(true);
    assert!(later(monthly));
}

#[test]
fn prices_are_dated_by_whose_they_are_and_by_their_age() {
    let common = Report::of(inputs("iv"));
    assert!(common.markdown().contains("** Prices were checked on 2026-11-23."));
    let own = Report::of(Inputs { price: Band::one(1), ..inputs("iv") });
    assert!(own.markdown().contains("Prices that you did not type in were checked on 2026-11-23."));
    let old = "more than 6 months ago: ask for new ones";
    assert!(!common.clone().dated(date(2027, 5, 23)).markdown().contains(old));
    assert!(common.dated(date(2027, 5, 24)).markdown().contains(old));
}

#[test]
fn what_the_parts_of_bars_mean_is_said_where_there_are_two() {
    let said = |inputs| Report::of(inputs).markdown().contains("A bar is full up to the low price");
    let alike = Inputs { price: Band::one(1), evaluation: Band::one(1), ..inputs("iv") };
    assert!(said(inputs("iv")) && !said(alike));
}

#[test]
fn at_home_no_one_travels() {
    let report = Report::of(Inputs { miles: Some(30), ..inputs("at-home") });
    let text = report.markdown();
    assert!(text.contains("6 sessions in these months") && !text.contains("You travel"), "{text}");
    assert!(routes::table(&[report]).contains("| none |"));
    let text = Report::of(Inputs { miles: Some(30), ..inputs("iv") }).markdown();
    assert!(text.contains("You travel 510 miles for the sessions."), "{text}");
}

#[test]
fn one_is_one_and_what_has_no_name_is_unnamed() {
    use guidepost::cost::loan::Loan;
    let loan = Some(Loan { months: 1, rate: 0 });
    let text = Report::of(Inputs { months: 1, loan, ..inputs("iv") }).markdown();
    let first = "| Sessions to start | $2,950 | $2,950 | $0 |";
    assert!(text.contains(first), "{text}");
    assert!(text.contains("Over 1 month at") && text.contains("| 1 month |"), "{text}");
    let plan = "[[phase]]\nname = \" \"\nevery_days = 7\nsessions = 1\n\
        [[item]]\nname = \" \"\nper = \"session\"\nprice = 5\n";
    let report = Report::of_plan(Plan::read(plan).expect("a plan"));
    let text = report.markdown();
    for said in ["1 visit in these months: 1 unnamed.", "- unnamed: $5", "| unnamed, unnamed |"] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn at_home_no_miles_are_asked() {
    let asks = |inputs: &Inputs| Field::form(inputs).contains(&Row::Field(Field::Miles));
    assert!(asks(&inputs("iv")) && !asks(&inputs("at-home")));
}

#[test]
fn an_insurance_of_which_nothing_is_said_stays_so_until_something_is() {
    let mut inputs = inputs("iv");
    Field::Covered.choose(1, &mut inputs);
    assert_eq!((inputs.covered, inputs.insurance), (true, None));
    Field::Deductible.read("500", &mut inputs).expect("an amount");
    assert!(
        Report::of(inputs).warnings().iter().all(|said| !said.contains("nothing of its rules"))
    );
}

#[test]
fn only_marks_of_facts_are_taken_away() {
    assert_eq!(unmarked("a[^F-COST-020] b[^1] [^x[^F-INS-001]]"), "a b[^1] [^x]");
    for name in ["[^x", "[^F-INS-012]", "a [^1] b", "[^"] {
        let text = escaped(name);
        assert_eq!(unmarked(&text), text, "{name}");
    }
}

#[test]
fn every_print_but_what_machines_read_and_the_letter_ends_alike() {
    let report = Report::of(inputs("spravato"));
    let library = Library::bundled();
    let printed = |paper: Paper| {
        let text = paper.of(&report, library.evidence(), |_| String::new(), Glyphs::Ascii);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let end = report.foot();
    assert!(end.contains("2026-11-23") && end.contains(env!("CARGO_PKG_VERSION")), "{end}");
    for paper in [Paper::Text, Paper::Markdown, Paper::Call] {
        let text = printed(paper);
        assert!(text.ends_with(&end), "{text}");
        assert_eq!(text.matches("Information, not medical advice").count(), 1, "{text}");
    }
    let letter = printed(Paper::Request);
    assert!(letter.ends_with("Information, not medical advice. Made with guidepost."), "{letter}");
    let call = printed(Paper::Call);
    assert!(!call.contains("[1]") && call.contains("What this rests on"), "{call}");
}

/// Clinics of every kind that the calculator meets.
const CLINICS: &str = "id,name,state,treatments,price_treatment,price_low_usd\n\
    a,Drip House,WA,iv,iv,400\nb,Still House,WA,iv,,\nc,Mist House,WA,spravato,,\n";

fn clinic(id: &str) -> Clinic {
    let (list, faults) = List::parse("clinics.csv", CLINICS.to_owned());
    assert_eq!(faults.len(), 0, "{faults:?}");
    list.clinic(list.find(id).expect("a clinic"))
}

#[test]
fn a_clinic_is_reckoned_with_the_readers_own_price_and_never_with_that_of_another() {
    let brief = |own: &Inputs, id: &str| {
        let report = clinic(id).estimated(Some(own)).expect("a route");
        let text = guidepost::guide::text::plain(&report.brief());
        (report.inputs.expect("inputs"), text)
    };
    let mut own = insured("iv");
    Field::Price.read("512", &mut own).expect("a price");
    let (inputs, text) = brief(&own, "b");
    assert_eq!((inputs.price, inputs.covered), (Band::one(51_200), true));
    assert!(text.contains("with your own price, since it states none"), "{text}");
    // One of another route is paid by oneself.
    let (inputs, text) = brief(&own, "c");
    assert!(!inputs.covered && text.contains("with common prices"), "{text}");
    assert!(!text.contains("Your insurance is counted"), "{text}");
    // The price of one clinic is not that of another.
    clinic("a").stated().expect("a price").put(&mut own);
    let (inputs, text) = brief(&own, "b");
    assert_eq!(inputs.price, inputs.route.price.band());
    assert!(text.contains("with common prices") && inputs.covered, "{text}");
    // Typed over, it is the reader's.
    Field::Price.read("400", &mut own).expect("a price");
    assert!(own.stated, "the same price is still the clinic's");
    Field::Price.read("401", &mut own).expect("a price");
    assert!(brief(&own, "b").1.contains("with your own price"));
}

#[test]
fn explanations_of_fields_guess_at_no_words_of_a_card() {
    let inputs = helped(insured("spravato"));
    let fields = Field::form(&inputs).into_iter().filter_map(|row| match row {
        Row::Field(field) => Some(field.help(&inputs)),
        Row::Title(_) => None,
    });
    let said = fields.collect::<Vec<_>>().join("\n");
    for word in ["\"Ded\"", "\"Spec\"", "OOP", "accumulator", "\"Copay\""] {
        assert!(!said.contains(word), "{word} in {said}");
    }
    assert!(said.contains("It stands in your plan's summary of benefits"), "{said}");
}
