//! Strength: for ranking and line width only.

use insta::assert_snapshot;

use crate::source::Confidence;
use crate::testing::{build, each, facts, fixture, on, sure};

fn strengths(text: &str) -> String {
    each(&on(&fixture(text), "2024-03-14"), "Economie", |_, standing| {
        standing.strength.map_or_else(|| "null".into(), |strength| format!("{strength:.4}"))
    })
}

#[test]
fn evidence_adds_up_to_ever_more_but_never_to_more_than_one() {
    // 0.9 and 0.24 combine to 0.924: money delivered, and a seat of 0.4 × 0.6 as an installation may weigh it.
    let network = fixture(
        "line Economie; body Stuurgroep political steers Economie; company Scania
         delivery Scania to Economie budget realised 2020; seat Stuurgroep member for Scania",
    );
    let view = on(&network, "2024-03-14");
    let weights = crate::coalition::Weights { member: 0.4, ..view.weights().clone() };
    let view = crate::view::View::new(network, view.valid_at(), view.min_confidence(), weights.into());
    let strength = each(&view, "Economie", |_, standing| format!("{:.12}", standing.strength.unwrap_or_default()));
    assert_snapshot!(strength, @"Scania: 0.924000000000");
}

#[test]
fn a_commitment_weighs_as_its_heaviest_contribution() {
    assert_snapshot!(strengths(
        "line Economie
         company Achmea; company Bolk; company Cofely; company Dura; company Eneco; company Frico; company Gamma
         pledge Achmea to Economie network capacity budget
         pledge Bolk to Economie budget; pledge Cofely to Economie capacity; pledge Dura to Economie in-kind
         pledge Eneco to Economie expertise; pledge Frico to Economie network; pledge Gamma to Economie"
    ), @r"
    Achmea: 0.5400
    Bolk: 0.5400
    Cofely: 0.4800
    Dura: 0.4200
    Eneco: 0.3000
    Frico: 0.3000
    Gamma: 0.3000
    ");
}

#[test]
fn a_promise_weighs_as_it_is_hard_and_sure() {
    assert_snapshot!(strengths(
        "line Economie; board Bestuur of Cofely
         company Achmea; company Bolk; company Cofely; company Dura; company Eneco; company Frico; company Gamma
         intention Achmea to Economie budget
         pledge Bolk to Economie budget
         pledge Cofely to Economie budget ratified by Bestuur on 2023
         delivery Dura to Economie budget realised 2021
         pledge Eneco to Economie medium budget; pledge Frico to Economie low budget
         pledge Gamma to Economie unverified budget"
    ), @r"
    Achmea: 0.2700
    Bolk: 0.5400
    Cofely: 0.8100
    Dura: 0.9000
    Eneco: 0.4320
    Frico: 0.2700
    Gamma: 0.1350
    ");
}

#[test]
fn seats_signatures_and_shares_weigh_less() {
    assert_snapshot!(strengths(
        "line Economie; line Ruimte; body Stuurgroep political steers Economie; agreement Agenda covers Economie
         project Loket part of Economie 25% part of Ruimte 75%
         company Achmea; company Bolk; company Cofely; company Dura; company Eneco
         seat Stuurgroep chair for Achmea; seat Stuurgroep member for Bolk; seat Stuurgroep observer for Cofely
         signature Dura under Agenda; pledge Eneco to Loket budget"
    ), @r"
    Achmea: 0.4200
    Bolk: 0.3600
    Cofely: 0.0600
    Dura: 0.3600
    Eneco: 0.1350
    ");
}

#[test]
fn what_has_ended_or_was_refused_weighs_nothing() {
    assert_snapshot!(strengths(
        "line Economie; company Achmea; company Bolk; company Cofely partner
         pledge Achmea to Economie budget until 2023
         pledge Bolk to Economie budget since 2022; refusal Bolk to Economie since 2023"
    ), @r"
    Achmea: 0.0000
    Bolk: 0.0000
    Cofely: 0.0000
    ");
}

#[test]
fn a_contribution_counts_as_far_as_it_is_sure_and_has_begun() {
    let mut facts = facts("line Economie; company Scania; pledge Scania to Economie budget capacity network");
    facts.contributions[0].since = "2025".parse().ok();
    facts.contributions[1].confidence = Confidence::Low;
    let network = build(facts);
    let strength = |least| {
        each(&sure(&network, "2024-03-14", least), "Economie", |_, standing| {
            format!("{:.2}", standing.strength.unwrap_or_default())
        })
    };
    // Capacity .8 × .6, else contacts .5 × .6; the money comes later.
    assert_snapshot!(strength(Confidence::Low), @"Scania: 0.48");
    assert_snapshot!(strength(Confidence::Medium), @"Scania: 0.30");
}
