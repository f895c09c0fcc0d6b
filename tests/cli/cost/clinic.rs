//! `cost --clinic`: the price that a clinic states in place of the common one.

use super::*;

/// Clinics that state prices of every kind.
const CLINICS: &str = "id,name,state,price_treatment,price_low_usd,price_high_usd,price_page_date
a,Drip House,WA,iv,400,500,2026-05-01
b,Talk House,WA,kap,800.50,,
c,Mail House,US,at-home-month,129,,
d,Visit House,WA,at-home-visit,250,,
e,Quiet House,WA,,,,
f,Vague House,WA,,100,,
g,Gold House,WA,iv,2000000,,
";

/// Runs `cost` with the list of clinics.
fn with(name: &str, args: &[&str]) -> Ran {
    let file = folder(name, &[("clinics.csv", CLINICS)]).join("clinics.csv");
    run(&[&["cost"], args, &["--clinics", arg(&file)]].concat())
}

fn priced(name: &str, args: &[&str]) -> Value {
    with(name, &[args, &["--json"]].concat()).json("cost")
}

fn price_of<'a>(answer: &'a Value, item: &str) -> &'a Value {
    let claims = rows(&answer["claims"]);
    &claims.iter().find(|claim| claim["item"] == item).expect("a claim")["amount"]
}

#[test]
fn its_price_takes_the_place_of_the_common_one() {
    let drip = priced("cost-clinic", &["iv", "--clinic", "a", "--evaluation", "0"]);
    let sessions = cents(&drip["sessions"]["total"]);
    assert_eq!(you_pay(&drip), [40_000, 45_000, 50_000].map(|price| price * sessions));
    assert_eq!(drip["clinic"]["name"], "Drip House");
    let said = drip["assumptions"].to_string();
    assert!(said.contains("Drip House states, as of 2026-05-01"), "{said}");
    let talk = priced("cost-clinic", &["kap", "--clinic", "b"]);
    assert_eq!(price_of(&talk, "Ketamine session"), 80_050);
}

#[test]
fn a_month_that_is_paid_is_charged_by_the_month() {
    let mail = priced("cost-month", &["at-home", "--clinic", "c", "--months", "7"]);
    assert_eq!(you_pay(&mail), [7 * 12_900; 3]);
    assert_eq!(mail["sessions"], serde_json::json!({ "total": 0 }));
    for option in [["--sessions", "4"], ["--upkeep-every", "14"], ["--extra", "Ride=5/session"]] {
        let message =
            with("cost-month", &[&["at-home", "--clinic", "c"][..], &option].concat()).refused();
        assert!(message.contains(option[0]) && message.contains("by the month"), "{message}");
    }
}

#[test]
fn without_a_route_it_is_used_where_it_fits() {
    let all = priced("cost-fits", &["--clinic", "b"]);
    let common = answer(&[]);
    for (route, common) in rows(&all["routes"]).iter().zip(rows(&common["routes"])) {
        let own = route["route"] == "kap";
        assert_eq!(route["clinic"].is_null(), !own, "{}", route["route"]);
        assert_eq!(route == common, !own, "{}", route["route"]);
    }
    assert_eq!(price_of(&all["routes"][3], "Ketamine session"), 80_050);
}

#[test]
fn a_price_that_is_of_no_use_is_refused_with_the_reason() {
    for (args, said) in [
        (&["iv", "--clinic", "d"][..], "Visit House: its price is for \"at-home-visit\""),
        (&["--clinic", "d"], "Visit House: its price is for \"at-home-visit\""),
        (&["iv", "--clinic", "e"], "Quiet House: price not stated"),
        (&["iv", "--clinic", "f"], "Vague House: what its price is of is not stated"),
        (&["iv", "--clinic", "g"], "more than $1,000,000"),
        (&["iv", "--clinic", "b"], "Talk House: its price is for kap, not for iv"),
        (&["iv", "--clinic", "a", "--price", "5"], "cannot be used with"),
        (&["iv", "--clinic", "zz"], "there is no clinic \"zz\"; the nearest is"),
    ] {
        let message = with("cost-useless", args).refused();
        assert!(message.contains(said), "{args:?}: {message}");
    }
    let closed = refused(&["iv", "--clinic", "field-trip-health-chicago"]);
    assert!(closed.contains("list of closed clinics"), "{closed}");
}
