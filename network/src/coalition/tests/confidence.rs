//! What is not sure enough is not there, nor is what rests on it.

use insta::assert_snapshot;

use crate::source::Confidence;
use crate::testing::{each, fixture, periods, standings, sure};

fn sure_of(text: &str, least: Confidence) -> String {
    standings(&sure(&fixture(text), "2024-03-14", least), "Economie")
}

#[test]
fn a_seat_is_hidden_with_its_body() {
    let text = "line Economie; body Stuurgroep political steers Economie low; municipality Zwolle partner
                seat Stuurgroep member for Zwolle";
    assert_snapshot!(sure_of(text, Confidence::Low), @"Zwolle: PLEDGED (base: yes)");
    assert_snapshot!(sure_of(text, Confidence::Medium), @"Zwolle: NONE (base: yes)");
}

#[test]
fn a_seat_for_a_group_is_hidden_with_the_group_or_the_membership() {
    let text = "line Economie; body Stuurgroep political steers Economie; group Gemeenten medium
                municipality Zwolle partner; municipality Kampen partner; member Zwolle of Gemeenten
                member Kampen of Gemeenten low; seat Stuurgroep member for Gemeenten";
    assert_snapshot!(sure_of(text, Confidence::Low), @r"
    Kampen: PLEDGED (base: yes)
    Zwolle: PLEDGED (base: yes)
    ");
    assert_snapshot!(sure_of(text, Confidence::Medium), @r"
    Kampen: NONE (base: yes)
    Zwolle: PLEDGED (base: yes)
    ");
    assert_snapshot!(sure_of(text, Confidence::High), @r"
    Kampen: NONE (base: yes)
    Zwolle: NONE (base: yes)
    ");
}

#[test]
fn a_commitment_is_hidden_with_any_part_of_its_way_to_the_line() {
    let by_part = "line Economie; programme LLO part of Economie low; project Loket part of LLO
                   municipality Zwolle partner; pledge Zwolle to Loket";
    let by_programme = "line Economie; programme LLO low part of Economie; project Loket part of LLO
                        municipality Zwolle partner; pledge Zwolle to Loket";
    for text in [by_part, by_programme] {
        assert_eq!(sure_of(text, Confidence::Low), "Zwolle: PLEDGED (base: yes)", "{text}");
        assert_eq!(sure_of(text, Confidence::Medium), "Zwolle: NONE (base: yes)", "{text}");
    }
}

#[test]
fn a_signature_is_hidden_with_its_agreement_and_everything_with_the_organisation() {
    let text = "line Economie; agreement Agenda covers Economie medium; municipality Zwolle partner
                municipality Kampen low partner; signature Zwolle under Agenda; signature Kampen under Agenda";
    assert_snapshot!(sure_of(text, Confidence::Medium), @"Zwolle: PLEDGED (base: yes)");
    assert_snapshot!(sure_of(text, Confidence::High), @"Zwolle: NONE (base: yes)");
}

#[test]
fn a_decision_that_is_not_sure_enough_ratifies_nothing() {
    let text = "line Economie; council Raad of Zwolle low; municipality Zwolle
                pledge Zwolle to Economie budget ratified by Raad on 2023";
    assert_snapshot!(sure_of(text, Confidence::Low), @"Zwolle: RATIFIED (base: no)");
    assert_snapshot!(sure_of(text, Confidence::Medium), @"Zwolle: PLEDGED (base: no)");
}

#[test]
fn the_date_of_a_membership_that_is_not_sure_enough_does_not_show() {
    let network = fixture(
        "line Economie; body Stuurgroep political steers Economie since 2022; group Gemeenten; municipality Zwolle
         member Zwolle of Gemeenten since 2020; member Zwolle of Gemeenten since 2022 low
         seat Stuurgroep member for Gemeenten",
    );
    // The body's year is that of the doubtful membership; the seat has none.
    let told = |least| periods(&sure(&network, "2024-03-14", least), "Economie");
    assert_snapshot!(told(Confidence::Low), @"Zwolle: PLEDGED since 2022");
    assert_snapshot!(told(Confidence::Medium), @"Zwolle: PLEDGED");
}

#[test]
fn partnership_is_hidden_as_any_fact() {
    let text = "line Economie; municipality Zwolle partner low; municipality Kampen partner";
    assert_snapshot!(sure_of(text, Confidence::High), @"Kampen: NONE (base: yes)");
}

#[test]
fn evidence_is_as_sure_as_the_weakest_fact_on_its_way() {
    let network = fixture(
        "line Economie; programme LLO part of Economie medium; project Loket low part of LLO
         body Stuurgroep political steers Economie medium; agreement Agenda covers Economie low
         municipality Zwolle; pledge Zwolle to Loket; seat Stuurgroep member for Zwolle; signature Zwolle under Agenda
         pledge Zwolle to Economie unverified; pledge Zwolle to LLO",
    );
    let told = each(&sure(&network, "2024-03-14", Confidence::Unverified), "Economie", |coalition, standing| {
        coalition.evidence(&network, standing).map(|item| format!("\n{} {}", item.route, item.confidence)).collect()
    });
    assert_snapshot!(told, @r"
    Zwolle: 
    DIRECT UNVERIFIED
    VIA_INITIATIVE MEDIUM
    VIA_INITIATIVE LOW
    GOVERNANCE MEDIUM
    AGREEMENT LOW
    ");
}
