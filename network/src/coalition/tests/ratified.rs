//! What a decision of a competent organ does for a standing.

use insta::assert_snapshot;

use crate::testing::{fixture, on, standings};

#[test]
fn a_decision_counts_from_its_date_on() {
    let network = fixture(
        "line Economie; council Raad of Kampen; municipality Kampen
         pledge Kampen to Economie budget ratified by Raad on 2024-05-01",
    );
    assert_snapshot!(standings(&on(&network, "2024-04-30"), "Economie"), @"Kampen: PLEDGED (base: no)");
    assert_snapshot!(standings(&on(&network, "2024-05-01"), "Economie"), @"Kampen: RATIFIED (base: no)");
}

#[test]
fn only_an_own_competent_organ_ratifies() {
    let network = fixture(
        "line Economie
         municipality Zwolle; municipality Kampen; municipality Meppel; municipality Hattem; school Windesheim
         council Raad Zwolle of Zwolle; college College Kampen of Kampen; board Overleg Meppel of Meppel
         board College Windesheim of Windesheim
         pledge Zwolle to Economie budget ratified by Raad Zwolle on 2023
         pledge Kampen to Economie budget ratified by College Kampen on 2023
         pledge Meppel to Economie budget ratified by Overleg Meppel on 2023
         pledge Hattem to Economie budget ratified by Raad Zwolle on 2023
         pledge Windesheim to Economie budget ratified by College Windesheim on 2023",
    );
    // A council for a municipality, not its executive, another organ, nor the council of another; a board for a school.
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Hattem: PLEDGED (base: no)
    Kampen: PLEDGED (base: no)
    Meppel: PLEDGED (base: no)
    Windesheim: RATIFIED (base: no)
    Zwolle: RATIFIED (base: no)
    ");
}

#[test]
fn councils_and_states_together_ratify_for_municipalities_and_provinces() {
    let network = fixture(
        "line Economie; agreement Agenda covers Economie; assembly Raden En Staten; body Algemeen Bestuur political
         municipality Zwolle; province Drenthe; waterboard Vechtstromen; school Windesheim; municipality Kampen
         signature Zwolle under Agenda ratified by Raden En Staten on 2023
         signature Drenthe under Agenda ratified by Raden En Staten on 2023
         signature Vechtstromen under Agenda ratified by Raden En Staten on 2023
         signature Windesheim under Agenda ratified by Raden En Staten on 2023
         signature Kampen under Agenda ratified by Algemeen Bestuur on 2023",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Drenthe: RATIFIED (base: no)
    Kampen: PLEDGED (base: no)
    Vechtstromen: PLEDGED (base: no)
    Windesheim: PLEDGED (base: no)
    Zwolle: RATIFIED (base: no)
    ");
}

#[test]
fn what_is_endorsed_is_not_ratified() {
    let network = fixture(
        "line Economie; council Raad of Kampen; municipality Kampen
         pledge Kampen to Economie budget ratified by Raad on 2023 endorsed",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @"Kampen: PLEDGED (base: no)");
}

#[test]
fn an_intention_cannot_be_ratified() {
    let network = fixture(
        "line Economie; council Raad of Kampen; municipality Kampen
         intention Kampen to Economie budget ratified by Raad on 2023",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @"Kampen: CONSIDERING (base: no)");
}
