//! Conditional pledges: met inside the certain coalition only.

use insta::assert_snapshot;

use crate::testing::{fixture, on, standings};

fn statuses(text: &str) -> String {
    standings(&on(&fixture(text), "2024-03-14"), "Economie").replace(" (base: no)", "")
}

#[test]
fn who_waits_for_one_another_is_not_certain() {
    // The offers of analytics §1.5. Together five of them could join; whatever the others do, two are in.
    assert_snapshot!(statuses(
        r#"line Economie
           municipality Zwolle; municipality Kampen; municipality Dalfsen; municipality Ommen; municipality Meppel
           province Overijssel; province Drenthe
           pledge Zwolle to Economie budget 100 EUR
           pledge Kampen to Economie budget 30 EUR if {"parties":{"atLeast":3,"kind":"MUNICIPALITY"}}
           pledge Dalfsen to Economie budget 15 EUR if {"all":[{"includes":"zwolle"},{"includes":"kampen"}]}
           pledge Ommen to Economie budget 10 EUR if {"includes":"dalfsen"}
           pledge Meppel to Economie budget 20 EUR if {"includes":"drenthe"}
           pledge Overijssel to Economie budget 200 EUR if {"budget":{"atLeast":"300"}}
           pledge Drenthe to Economie budget 80 EUR if {"parties":{"atLeast":6,"kind":"MUNICIPALITY"}}"#
    ), @r"
    Dalfsen: CONSIDERING
    Drenthe: CONSIDERING
    Kampen: CONSIDERING
    Meppel: CONSIDERING
    Ommen: CONSIDERING
    Overijssel: PLEDGED
    Zwolle: PLEDGED
    ");
}

#[test]
fn a_chain_of_conditions_is_met_from_its_beginning() {
    assert_snapshot!(statuses(
        r#"line Economie; company Achmea; company Bolk; company Cofely; company Dura
           pledge Achmea to Economie if {"includes":"bolk"}
           pledge Bolk to Economie if {"includes":"cofely"}
           pledge Cofely to Economie if {"includes":"dura"}
           pledge Dura to Economie"#
    ), @r"
    Achmea: PLEDGED
    Bolk: PLEDGED
    Cofely: PLEDGED
    Dura: PLEDGED
    ");
}

#[test]
fn seats_signatures_intentions_and_ended_pledges_meet_no_condition() {
    assert_snapshot!(statuses(
        r#"line Economie; body Stuurgroep political steers Economie; agreement Agenda covers Economie
           company Achmea; company Bolk; company Cofely; company Dura; company Eneco; company Frico
           seat Stuurgroep member for Achmea; signature Bolk under Agenda; intention Cofely to Economie
           pledge Dura to Economie until 2023; withdrawal Frico from Economie
           pledge Eneco to Economie if {"any":[{"includes":"achmea"},{"includes":"bolk"},{"includes":"cofely"},{"includes":"dura"},{"includes":"frico"}]}"#
    ), @r"
    Achmea: PLEDGED
    Bolk: PLEDGED
    Cofely: CONSIDERING
    Dura: FORMER
    Eneco: CONSIDERING
    Frico: FORMER
    ");
}

#[test]
fn who_declined_is_not_in_the_coalition_that_others_wait_for() {
    assert_snapshot!(statuses(
        r#"line Economie; company Achmea; company Bolk; company Cofely
           pledge Achmea to Economie budget 100 EUR since 2022; refusal Achmea to Economie since 2023
           pledge Bolk to Economie if {"includes":"achmea"}
           pledge Cofely to Economie if {"budget":{"atLeast":"100"}}"#
    ), @r"
    Achmea: DECLINED
    Bolk: CONSIDERING
    Cofely: CONSIDERING
    ");
}

#[test]
fn only_the_money_that_counts_for_the_line_adds_up() {
    // A quarter of 200, once; not what is promised by the year or in another kind.
    let text = |least: &str| {
        format!(
            r#"line Economie; line Ruimte; project Loket part of Economie 25% part of Ruimte 75%
               company Achmea; company Bolk; company Cofely
               pledge Achmea to Loket budget 200 EUR capacity 500 fte
               pledge Bolk to Economie budget 900 EUR per year
               pledge Cofely to Economie if {{"budget":{{"atLeast":"{least}"}}}}"#
        )
    };
    assert!(statuses(&text("50")).ends_with("Cofely: PLEDGED"));
    assert!(statuses(&text("50.01")).ends_with("Cofely: CONSIDERING"));
}

#[test]
fn a_condition_counts_the_one_who_sets_it_once() {
    assert_snapshot!(statuses(
        r#"line Economie; programme LLO part of Economie; company Achmea; school Windesheim; municipality Zwolle
           pledge Achmea to Economie; pledge Achmea to LLO
           pledge Windesheim to Economie if {"parties":{"atLeast":2}}
           pledge Windesheim to LLO if {"parties":{"atLeast":2,"helix":"EDUCATION"}}
           pledge Zwolle to LLO if {"parties":{"atLeast":3}}"#
    ), @r"
    Achmea: PLEDGED
    Windesheim: PLEDGED
    Zwolle: PLEDGED
    ");
    assert_snapshot!(statuses(
        r#"line Economie; programme LLO part of Economie; company Achmea; school Windesheim
           pledge Achmea to Economie; pledge Achmea to LLO
           pledge Windesheim to Economie if {"parties":{"atLeast":3}}"#
    ), @r"
    Achmea: PLEDGED
    Windesheim: CONSIDERING
    ");
}

#[test]
fn a_ratified_pledge_whose_condition_is_not_met_is_interest() {
    assert_snapshot!(statuses(
        r#"line Economie; council Raad of Kampen; municipality Kampen; municipality Zwolle
           pledge Kampen to Economie budget ratified by Raad on 2023 if {"includes":"zwolle"}"#
    ), @"Kampen: CONSIDERING");
}
