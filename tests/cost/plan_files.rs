//! What a plan file may say, and in what notation.

use guidepost::cost::Plan;

/// A plan that charges one item at this price.
fn priced(price: &str) -> Result<Plan, Vec<guidepost::cost::plan_file::Wrong>> {
    Plan::read(&format!("[[item]]\nname = \" \"\nper = \"once\"\nprice = {price}\n"))
}

#[test]
fn dollars_are_whole_numbers_of_any_notation_or_have_two_decimals() {
    for (price, cents) in [
        ("450", 45_000),
        ("+4_50", 45_000),
        ("0x1C2", 45_000),
        ("0o702", 45_000),
        ("0b1_1100_0010", 45_000),
        ("450.5", 45_050),
        ("1_000_000.00", 100_000_000),
    ] {
        let plan = priced(price).expect(price);
        assert_eq!(plan.estimate().horizon.typical, cents, "{price}");
    }
    for price in ["0xF4241", "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "1.005", "-1", "nan", "'1'"] {
        assert_eq!(priced(price).expect_err(price).len(), 1, "{price}");
    }
}
