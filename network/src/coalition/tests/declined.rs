//! Refusals: the latest declaration on the line or above decides.

use insta::assert_snapshot;

use crate::testing::{each, evidence, fixture, on, standings};

#[test]
fn a_refusal_later_than_the_pledge_declines_and_a_pledge_later_than_the_refusal_takes_part() {
    let network = fixture(
        "line Economie; municipality Zwolle; municipality Kampen
         pledge Zwolle to Economie since 2023; refusal Zwolle to Economie since 2024-02
         refusal Kampen to Economie since 2023; pledge Kampen to Economie since 2024-02",
    );
    assert_snapshot!(standings(&on(&network, "2024-01-31"), "Economie"), @r"
    Kampen: DECLINED (base: no)
    Zwolle: PLEDGED (base: no)
    ");
    assert_snapshot!(standings(&on(&network, "2024-02-01"), "Economie"), @r"
    Kampen: PLEDGED (base: no)
    Zwolle: DECLINED (base: no)
    ");
}

#[test]
fn a_refusal_of_an_agreement_that_covers_the_line_declines_the_line() {
    let network = fixture(
        "line Economie; line Ruimte; agreement Agenda covers Economie; municipality Zwolle partner
         pledge Zwolle to Economie since 2023; pledge Zwolle to Ruimte since 2023; refusal Zwolle to Agenda since 2024",
    );
    let view = on(&network, "2024-03-14");
    assert_snapshot!(evidence(&view, "Economie"), @"Zwolle: DECLINED | AGREEMENT zwolle.agenda > agenda > economie");
    assert_snapshot!(standings(&view, "Ruimte"), @"Zwolle: PLEDGED (base: yes)");
}

#[test]
fn a_signature_is_a_declaration_and_a_seat_is_none() {
    let network = fixture(
        "line Economie; agreement Agenda covers Economie; body Stuurgroep political steers Economie
         municipality Zwolle; municipality Kampen
         refusal Zwolle to Economie since 2023; signature Zwolle under Agenda since 2024
         refusal Kampen to Economie since 2023; seat Stuurgroep member for Kampen since 2024",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Kampen: DECLINED (base: no)
    Zwolle: PLEDGED (base: no)
    ");
}

#[test]
fn a_refusal_below_the_line_is_no_refusal_of_the_line() {
    let network = fixture(
        "line Economie; programme LLO part of Economie; municipality Zwolle; municipality Kampen partner
         pledge Zwolle to Economie since 2023; refusal Zwolle to LLO since 2024; refusal Kampen to LLO since 2024",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Kampen: NONE (base: yes)
    Zwolle: PLEDGED (base: no)
    ");
}

#[test]
fn a_refusal_that_has_ended_declines_nothing() {
    let network = fixture("line Economie; municipality Zwolle partner; refusal Zwolle to Economie until 2023");
    assert_snapshot!(standings(&on(&network, "2023-12-31"), "Economie"), @"Zwolle: DECLINED (base: yes)");
    assert_snapshot!(standings(&on(&network, "2024-01-01"), "Economie"), @"Zwolle: NONE (base: yes)");
}

#[test]
fn who_declines_shows_the_refusal_with_its_date_and_no_strength() {
    let network = fixture(
        "line Economie; municipality Zwolle
         pledge Zwolle to Economie budget since 2022; refusal Zwolle to Economie since 2024-02-14~",
    );
    let view = on(&network, "2024-03-14");
    let told = each(&view, "Economie", |coalition, standing| {
        let shown =
            coalition.evidence(&network, standing).map(|item| format!("{:?} {:?}", item.stance, item.participation));
        format!("{:?} {:?} {}", coalition.period(&view, standing).since, standing.strength, shown.collect::<String>())
    });
    assert!(told.starts_with("Zwolle: Some(2024-02-14~) Some(0.0) Declined Commitment"), "{told}");
}
