//! The letter and the words for a call: what stands in them, and what does not.

use std::fs;
use std::path::Path;

use guidepost::check::{self, Code};
use guidepost::cost::inputs::{Extra, Inputs, Programme};
use guidepost::cost::money::Band;
use guidepost::cost::papers::{BLANK, call_script, request};
use guidepost::cost::report::Report;
use guidepost::cost::route::{Costs, Often};
use guidepost::cost::stated::Stated;
use guidepost::cost::{Insurance, Plan, Share};
use guidepost::guide::Guide;
use guidepost::guide::text::plain;
use guidepost::library::Library;
use guidepost::plain::one_line;
use jiff::civil::date;

fn inputs(route: &str) -> Inputs {
    Inputs::of(Costs::bundled().route(route).expect("a bundled route"))
}

fn insured(route: &str) -> Inputs {
    let insurance = Insurance {
        deductible: 200_000,
        deductible_met: 50_000,
        out_of_pocket_max: Some(1_060_000),
        out_of_pocket_met: 50_000,
        share: Share::Coinsurance(2_000),
        months_until_reset: 12,
    };
    Inputs { covered: true, insurance: Some(insurance), ..inputs(route) }
}

fn papers(report: &Report) -> [String; 2] {
    [request(report), call_script(report)]
}

/// One of every kind: each route paid alone, with a plan, and with a plan whose rules are
/// not given; a plan of a file.
fn all() -> Vec<Report> {
    let mut all = Vec::new();
    for route in &Costs::bundled().routes {
        all.push(Report::of(Inputs::of(route)));
        all.push(Report::of(insured(&route.id)));
        all.push(Report::of(Inputs { covered: true, ..Inputs::of(route) }));
    }
    let mut monthly = inputs("at-home");
    monthly.set_monthly(true);
    all.push(Report::of(Inputs { months: 1, ..monthly }));
    let mut helped = insured("spravato");
    helped.programme = Programme::of(helped.route);
    all.push(Report::of(helped));
    all.push(of_file("Visit", true));
    let mut untitled = of_file("Visit", false);
    untitled.plan.title.clear();
    all.push(untitled);
    all
}

fn of_file(name: &str, covered: bool) -> Report {
    let plan = format!(
        "[[phase]]\nname = \"visit\"\nper_week = 2\nweeks = 3\n\
         [[item]]\nname = \"visit\"\nper = \"session\"\nprice = 512.50\ncovered = {covered}\n"
    );
    let mut plan = Plan::read(&plan).expect("a plan without faults");
    name.clone_into(&mut plan.title);
    name.clone_into(&mut plan.phases[0].name);
    name.clone_into(&mut plan.items[0].name);
    Report::of_plan(plan)
}

fn read(text: &str) -> Guide {
    Guide::new("paper", "paper", text.to_owned())
}

/// The words of a paper as they are read.
fn shown(text: &str) -> String {
    let guide = read(text);
    (0..guide.pieces()).map(|piece| plain(&guide.blocks(piece))).collect::<Vec<_>>().join("\n")
}

/// What the rules for guides find in a text, but for those on the parts of a guide.
fn found(text: &str, rules: &[Code]) -> Vec<String> {
    let text = format!("+++\ntitle = \"Paper\"\nstrength = \"mixed\"\n+++\n\n{text}");
    let library = Library::document("paper", text.into_bytes());
    let findings = check::guide(&library, 0, date(2026, 11, 24)).findings;
    let findings = findings.iter().filter(|finding| rules.contains(&finding.code));
    findings.map(ToString::to_string).collect()
}

const EVERY_TEXT: [Code; 5] = [Code::Link, Code::Words, Code::Advice, Code::Width, Code::Sign];

/// A paper whose labels and questions end where their blanks are, as they are read.
fn as_sentences(paper: &str) -> String {
    let ended = |line: &str| match line.strip_prefix("- ") {
        Some(item) => format!("- {}.\n", item.replace(BLANK, "").trim_end()),
        None => format!("{line}\n"),
    };
    paper.lines().map(ended).collect()
}

/// A clinic that states a price of a session by vein.
fn stated(name: &str, date: &str) -> Stated {
    let route = inputs("iv").route;
    let (price, date) = (Band::one(50_000), Some(date.to_owned()));
    Stated { name: name.to_owned(), route, monthly: false, price, date }
}

#[test]
fn figures_of_the_papers_stand_in_the_facts_that_they_refer_to() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/papers");
    let mut cited = 0;
    for file in fs::read_dir(folder).expect("the papers") {
        let text = fs::read_to_string(file.expect("a paper").path()).expect("a text");
        let lines = text.lines().filter(|line| !line.starts_with("{note}"));
        let bare = lines.map(|line| match line.strip_prefix("{if ") {
            Some(line) => line.split_once("} ").map_or("", |(_, line)| line),
            None => line,
        });
        // One line a paragraph, so that what stands for two cases is not read as one.
        let text = bare.collect::<Vec<_>>().join("\n\n");
        assert_eq!(found(&text, &[Code::Figure, Code::Link]), Vec::<String>::new());
        cited += text.matches("[^F-").count();
        let wrong = text.replace("$400", "$300").replace("within 3 ", "within 5 ");
        assert_eq!(wrong == text, found(&wrong, &[Code::Figure]).is_empty());
    }
    assert!(cited > 15, "{cited}");
}

#[test]
fn every_paper_can_be_read_by_tired_people_and_names_only_facts_there_are() {
    let library = Library::bundled();
    for report in all() {
        let [letter, call] = papers(&report);
        assert!(letter.ends_with("\nInformation, not medical advice. Made with guidepost.\n"));
        let printed = guidepost::cost::print::call(&report, library.evidence());
        assert!(printed.contains("Information, not medical advice."), "{printed}");
        for paper in [letter, call] {
            assert_eq!(found(&paper, &EVERY_TEXT), Vec::<String>::new(), "{paper}");
            let hard = found(&as_sentences(&paper), &[Code::Grade]);
            assert_eq!(hard, Vec::<String>::new(), "{paper}");
            for (at, _) in paper.match_indices("[^") {
                let id = paper[at + 2..].split(']').next().unwrap_or_default();
                assert!(library.evidence().fact(id).is_some(), "{id}");
            }
            let third = paper.lines().nth(2).unwrap_or_default();
            assert!(third.starts_with("This is ") || third.starts_with("These are "), "{third}");
            assert!(!paper.contains("PTSD") && !paper.contains("\n\n\n"), "{paper}");
        }
    }
}

#[test]
fn every_blank_is_marked_and_stays_one_when_it_is_read() {
    for report in all() {
        for paper in papers(&report) {
            let runs = paper.split(|c| c != '_').filter(|run| !run.is_empty());
            assert!(runs.clone().all(|run| run == BLANK), "{paper}");
            assert_eq!(shown(&paper).matches(BLANK).count(), runs.count(), "{paper}");
            for line in paper.lines().filter(|line| line.starts_with("- ")) {
                let asks = line.contains('?') || line.trim_end().ends_with(':');
                assert!(!asks || line.ends_with(BLANK), "{line}");
            }
            for row in paper.lines().filter(|line| line.starts_with("| ")) {
                assert!(row.split(" | ").all(|cell| !cell.trim().is_empty()), "{row}");
            }
        }
    }
}

#[test]
fn a_price_of_the_route_is_not_taken_for_one_of_the_clinic_or_the_reader() {
    for route in &Costs::bundled().routes {
        let [letter, _] = papers(&Report::of(Inputs::of(route)));
        assert!(!letter.contains("my figure") && !letter.contains("stated"), "{letter}");
        let money = letter.matches('$').count();
        assert_eq!(money, 1, "the law's $400 alone: {letter}");
    }
}

#[test]
fn what_the_reader_typed_stands_beside_the_blank() {
    let mut typed = inputs("iv");
    typed.price = Band::one(51_250);
    typed.evaluation = Band::default();
    typed.extras = vec![
        Extra { name: "Deposit".into(), price: Band::one(10_000), per: Often::Once },
        Extra { name: "Lost pay".into(), price: Band::one(7_700), per: Often::Session },
    ];
    let mut report = Report::of(typed);
    let [letter, call] = papers(&report);
    for line in [
        "| Evaluation | 1 | __________ (my figure: $0) | __________ |",
        "| Infusion | 17 | __________ (my figure: $512.50) | __________ |",
        "| Deposit | 1 | __________ (my figure: $100) | __________ |",
    ] {
        assert!(letter.contains(line), "{line} in {letter}");
    }
    assert!(call.contains("- Infusion: __________ (my figure: $512.50)\n"), "{call}");
    // Six infusions and the deposit; what is lost in pay is the reader's own matter.
    assert!(call.contains("the first month is $3,175. What"), "{call}");
    assert!(call.contains("These sums leave out"), "{call}");
    assert!(!letter.contains("Lost pay") && !letter.contains("$77"), "{letter}");

    report.clinic = Some(stated("Calm House", "2026-05"));
    let [letter, call] = papers(&report);
    assert!(letter.contains("- To: Calm House\n") && call.contains("- Clinic: Calm House\n"));
    assert!(letter.contains("(stated: $512.50, as of 2026-05)"), "{letter}");
}

#[test]
fn who_counts_on_a_plan_asks_for_codes_and_allowed_amounts_and_claims_no_estimate() {
    let [alone, call_alone] = papers(&Report::of(inputs("spravato")));
    let [with_plan, call_with_plan] = papers(&Report::of(insured("spravato")));
    let due = "within 3 business days";
    assert!(alone.contains("Please send me a good-faith estimate") && alone.contains(due));
    assert!(!with_plan.contains("Please send me a good-faith") && !with_plan.contains(due));
    assert!(with_plan.contains("for people who have no insurance, or do not use it"));
    assert!(with_plan.contains("My plan allows") && !alone.contains("My plan allows"));
    assert!(!call_alone.contains("## Call your plan"));
    for said in [
        "back of your card",
        "\"By my notes, $1,500 of my deductible is left.",
        "\"By my notes, my share after that is 20%.",
        "\"By my notes, $10,100 is left until my yearly limit.",
        "- Spravato session: code __________ amount __________\n",
    ] {
        assert!(call_with_plan.contains(said), "{said} in {call_with_plan}");
    }
    assert!(!call_with_plan.contains("good-faith"), "{call_with_plan}");
}

#[test]
fn a_plan_of_a_file_lists_its_items() {
    let [letter, call] = papers(&of_file("Visit at Dr. Who's", false));
    assert!(letter.contains("- Treatment: Visit at Dr. Who's\n"), "{letter}");
    assert!(letter.contains("- Visit at Dr. Who's: 6 sessions, 2 a week\n"), "{letter}");
    let row = "| Visit at Dr. Who's | 6 | __________ (my figure: $512.50) | __________ |";
    assert!(letter.contains(row), "{letter}");
    assert!(call.contains("the first month is $3,075."), "{call}");
}

#[test]
fn names_from_files_stay_text() {
    let of = |name: &str| {
        let clinic = Some(stated(name, name));
        papers(&Report { clinic, ..of_file(name, true) })
    };
    for hostile in [
        "*a* __b__ ~~c~~ `d` \\",
        "[x](https://y.example) ![z](z) [^F-INS-012] [^1]",
        "<b>&amp;</b> | cell \\| | # no heading {#id}",
        "{clinic} {if insured}\n# head\n\n- item",
        "\u{1b}[31mred\u{202e}",
    ] {
        let name = one_line(hostile);
        for (paper, plain) in of(hostile).iter().zip(of("Zebra")) {
            let count = shown(&plain).matches("Zebra").count();
            assert!(count >= 4, "{plain}");
            assert_eq!(shown(paper).matches(&name).count(), count, "{name} in {paper}");
            let headings = |paper: &str| read(paper).outline().entries.len();
            assert_eq!(headings(paper), headings(&plain), "{paper}");
        }
    }
}

#[test]
fn papers_for_infusions_paid_alone_and_for_spravato_with_a_plan() {
    let mut iv = Report::of(Inputs { price: Band::one(50_000), ..inputs("iv") });
    iv.clinic = Some(stated("Calm House", "2026-05"));
    let [letter, call] = papers(&iv);
    insta::assert_snapshot!("letter-iv-self-pay", letter);
    insta::assert_snapshot!("call-iv-self-pay", call);
    let mut spravato = insured("spravato");
    spravato.programme = Programme::of(spravato.route);
    let [letter, call] = papers(&Report::of(spravato));
    insta::assert_snapshot!("letter-spravato-insured", letter);
    insta::assert_snapshot!("call-spravato-insured", call);
}
