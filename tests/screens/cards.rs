//! Cards: what of them can be copied by itself.

use guidepost::tui::app::Effect;

use super::Screen;

/// Presses keys, the last of which copies; what is copied.
fn copied(screen: &mut Screen, keys: &str) -> String {
    screen.press(keys);
    let text = screen.effects.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.clone()),
        _ => None,
    });
    text.unwrap_or_else(|| panic!("nothing is copied\n{}", screen.text()))
}

#[test]
fn numbers_and_addresses_of_a_card_are_walked_and_copied_by_themselves() {
    for (width, height) in [(80, 24), (30, 8)] {
        let mut screen = Screen::bundled(width, height);
        let numbers = guidepost::library::crisis().numbers();
        assert!(numbers.len() > 5, "{numbers:?}");
        let whole = copied(&mut screen, "9 y");
        for number in &numbers {
            screen.press("tab");
            assert_eq!(screen.focused().replace(' ', ""), *number, "{}", screen.text());
            assert!(screen.marked().is_some(), "{}", screen.text());
        }
        assert_eq!(copied(&mut screen, "y"), *numbers.last().expect("numbers"));
        assert_eq!(copied(&mut screen, "backtab y"), numbers[numbers.len() - 2]);
        assert!(whole.contains(&numbers[0]) && whole.len() > numbers[0].len());
    }
}

#[test]
fn the_phone_of_a_clinic_is_copied_alone() {
    let list = guidepost::clinic::List::bundled();
    let mut screen = Screen::bundled(80, 24);
    screen.press("3 enter");
    let clinic = (0..list.len()).map(|i| list.clinic(i));
    let title = screen.rows()[0].clone();
    let chosen = clinic.into_iter().find(|clinic| title.contains(&clinic.name));
    let contacts = chosen.expect("the card names it").contacts();
    screen.press("tab");
    assert_eq!(copied(&mut screen, "y"), contacts[0], "{}", screen.text());
}

#[test]
fn what_leads_to_the_source_of_a_figure_is_copied_alone() {
    let library = guidepost::library::Library::bundled();
    let facts = &library.evidence().facts;
    let fact = facts.iter().find(|fact| fact.sources.len() == 2).expect("a fact of two sources");
    let text = format!("# T\n\nA figure.[^{}]\n", fact.id);
    let mut screen = Screen::document(&text, 60, 30);
    screen.press("tab enter");
    let addresses = library.evidence().addresses(&fact.id);
    assert_eq!(addresses.len(), 2, "{}", fact.id);
    for address in &addresses {
        assert_eq!(copied(&mut screen, "tab y"), *address, "{}", screen.text());
    }
}
