use std::sync::Arc;

use insta::assert_snapshot;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::coalition::tests::generated;
use crate::difference::Difference;
use crate::put_back::difference;
use crate::testing::{build, coalition, day, facts, fixture, on, organisation, standings};

const REGION: &str = r#"line Economie; agreement Agenda covers Economie; group Gemeenten
    municipality Zwolle partner since 2009; municipality Kampen partner since 2009; municipality Ommen partner since 2010
    province Overijssel partner; company Scania
    council Raad of Kampen; assembly Raden En Staten
    member Zwolle of Gemeenten since 2009
    body Stuurgroep political steers Economie; body Overleg official
    seat Stuurgroep chair for Zwolle since 2020; seat Overleg member for Zwolle and Ommen since 2021
    seat Overleg member for Gemeenten
    pledge Zwolle to Economie budget 100 EUR since 2022
    pledge Kampen to Economie budget 50 EUR since 2023 if {"includes":"zwolle"}
    pledge Ommen to Economie if {"level":"PLUS"}
    signature Overijssel under Agenda since 2024-03-14
    refusal Scania to Economie since 2023"#;

fn id(name: &str) -> OrganisationId {
    OrganisationId::from_key(name)
}

fn commitment(name: &str) -> CommitmentId {
    CommitmentId::from_key(&format!("{name}.economie"))
}

fn line() -> Subject {
    Subject::ProgrammeLine(ProgrammeLineId::from_key("economie"))
}

fn with(view: &View, assumptions: &[Assumption]) -> View {
    view.of_another(Arc::new(assume(view, assumptions).expect("it can be assumed")))
}

fn told(assumptions: &[Assumption]) -> String {
    standings(&with(&on(&fixture(REGION), "2024-03-14"), assumptions), "Economie")
}

/// Why it cannot be assumed, in English.
fn refused(assumptions: &[Assumption]) -> (usize, String) {
    let refused = assume(&on(&fixture(REGION), "2024-03-14"), assumptions).expect_err("it cannot be assumed");
    let [nl, en] = refused.words;
    assert!(!nl.is_empty() && nl != en);
    (refused.at, en)
}

#[test]
fn who_leaves_takes_part_in_nothing_and_others_wait_in_vain() {
    assert_snapshot!(told(&[]), @r"
    Kampen: PLEDGED (base: yes)
    Ommen: CONSIDERING (base: yes)
    Overijssel: PLEDGED (base: yes)
    Scania: DECLINED (base: no)
    Zwolle: PLEDGED (base: yes)
    ");
    assert_snapshot!(told(&[Assumption::OrganisationLeaves(id("zwolle"))]), @r"
    Kampen: CONSIDERING (base: yes)
    Ommen: CONSIDERING (base: yes)
    Overijssel: PLEDGED (base: yes)
    Scania: DECLINED (base: no)
    Zwolle: FORMER (base: no)
    ");
    // Who begins on the day does not come.
    assert_snapshot!(told(&[Assumption::OrganisationLeaves(id("overijssel"))]), @r"
    Kampen: PLEDGED (base: yes)
    Ommen: CONSIDERING (base: yes)
    Scania: DECLINED (base: no)
    Zwolle: PLEDGED (base: yes)
    ");
}

#[test]
fn what_was_stays_as_it_was_and_what_is_not_touched_is_the_same() {
    let stored = fixture(REGION);
    let view = on(&stored, "2024-03-14");
    let left = with(&view, &[Assumption::OrganisationLeaves(id("zwolle"))]);
    assert_eq!(standings(&left.on(day("2024-03-13")), "Economie"), standings(&on(&stored, "2024-03-13"), "Economie"));
    assert_eq!(left.network().revision(), stored.revision());
    assert_ne!(left.key(), view.key());
    let changed = difference(&stored, left.network());
    let mut told: Vec<String> = changed
        .iter()
        .map(|change| format!("{} {}", change.fact().noun(), change.before().map_or("-", |fact| fact.key())))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "commitments zwolle.economie",
            "group_memberships gemeenten.zwolle",
            "partnerships zwolle",
            "seats -",
            "seats overleg",
            "seats stuurgroep"
        ]
    );
    // A seat that is shared goes on for the others, under its own id.
    let seat = left.network().seats.by_key("overleg").expect("the seat");
    assert_eq!(left.network().seats.get(seat).on_behalf_of.iter().copied().collect::<Vec<_>>(), [id("ommen")]);
    assert_eq!(left.sees(seat), Some(crate::period::Tense::Current));
}

#[test]
fn who_joins_is_a_partner_from_the_day_on() {
    let view = on(&fixture(REGION), "2024-03-14");
    let joined = with(&view, &[Assumption::OrganisationJoins(id("scania"))]);
    assert!(joined.is_partner(organisation(&joined, "Scania")));
    assert!(!joined.on(day("2024-03-13")).is_partner(organisation(&joined, "Scania")));
    let difference = Difference::between(&view, &joined);
    assert!(difference.added.is_empty() && difference.removed.is_empty(), "a partnership has no page of its own");
}

fn pledged(name: &str, euros: u32, condition: Option<&str>) -> Assumption {
    Assumption::CommitmentPledged(Box::new(Pledge {
        organisation: id(name),
        subject: line(),
        condition: condition.map(|text| text.parse().expect("a condition")),
        contributions: vec![Means {
            kind: ContributionKind::Budget,
            amount: Some(euros.into()),
            unit: Some("EUR".into()),
            per: None,
            minimum: false,
            since: None,
            until: None,
        }],
    }))
}

#[test]
fn what_is_pledged_counts_as_any_pledge() {
    let view = on(&fixture(REGION), "2024-03-14");
    let after =
        with(&view, &[pledged("overijssel", 70, None), pledged("overijssel", 5, Some(r#"{"includes":"kampen"}"#))]);
    let closure = coalition(&after, "Economie").closure(&after, AmbitionLevel::Base);
    assert_eq!((closure.certain.parties, closure.certain.amount), (3, 225.into()));
    // Its id is the same in every answer, and leads nowhere else.
    let again =
        with(&view, &[pledged("overijssel", 70, None), pledged("overijssel", 5, Some(r#"{"includes":"kampen"}"#))]);
    assert!(difference(after.network(), again.network()).is_empty());
    assert_eq!(after.key(), again.key());
    assert_ne!(after.key(), with(&view, &[pledged("overijssel", 71, None)]).key());
}

#[test]
fn what_is_ratified_is_ratified_by_whoever_can() {
    assert_snapshot!(told(&[Assumption::CommitmentRatified(commitment("zwolle")), Assumption::CommitmentRatified(commitment("kampen"))]), @r"
    Kampen: RATIFIED (base: yes)
    Ommen: CONSIDERING (base: yes)
    Overijssel: PLEDGED (base: yes)
    Scania: DECLINED (base: no)
    Zwolle: RATIFIED (base: yes)
    ");
    let scania = [pledged("scania", 5, None)];
    let view = with(&on(&fixture(REGION), "2024-03-14"), &scania);
    let own = view
        .network()
        .commitments
        .iter()
        .find(|(_, row)| row.organisation == id("scania") && row.status == CommitmentStatus::Pledged);
    let after = with(&view, &[Assumption::CommitmentRatified(own.expect("a pledge").1.id)]);
    assert!(standings(&after, "Economie").contains("Scania: RATIFIED"), "{}", standings(&after, "Economie"));
}

#[test]
fn what_a_body_adopts_is_ratified_for_whom_it_decides() {
    let adopted = |body: &str| Assumption::DecisionAdopted { body: BodyId::from_key(body), subject: line() };
    assert_snapshot!(told(&[adopted("raad")]), @r"
    Kampen: RATIFIED (base: yes)
    Ommen: CONSIDERING (base: yes)
    Overijssel: PLEDGED (base: yes)
    Scania: DECLINED (base: no)
    Zwolle: PLEDGED (base: yes)
    ");
    assert_snapshot!(told(&[adopted("raden-en-staten")]), @r"
    Kampen: RATIFIED (base: yes)
    Ommen: CONSIDERING (base: yes)
    Overijssel: PLEDGED (base: yes)
    Scania: DECLINED (base: no)
    Zwolle: RATIFIED (base: yes)
    ");
    let agenda = Subject::Agreement(AgreementId::from_key("agenda"));
    let signed = told(&[Assumption::DecisionAdopted { body: BodyId::from_key("raden-en-staten"), subject: agenda }]);
    assert!(signed.contains("Overijssel: RATIFIED"), "{signed}");
}

#[test]
fn a_clause_that_is_switched_lets_in() {
    assert!(told(&[Assumption::LevelFunded(AmbitionLevel::Plus)]).contains("Ommen: PLEDGED"));
    assert!(told(&[Assumption::ConditionDropped(commitment("ommen"))]).contains("Ommen: PLEDGED"));
    let kampen =
        [Assumption::CommitmentWithdrawn(commitment("zwolle")), Assumption::ConditionDropped(commitment("kampen"))];
    assert!(told(&kampen).contains("Kampen: PLEDGED"));
    assert!(told(&kampen[..1]).contains("Kampen: CONSIDERING"));
}

#[test]
fn what_cannot_be_assumed_is_refused_with_what_can() {
    let ratified = |name: &str| Assumption::CommitmentRatified(commitment(name));
    for (assumption, words) in [
        (Assumption::OrganisationLeaves(id("nobody")), "this organisation is not there on this day"),
        (Assumption::OrganisationJoins(id("zwolle")), "this organisation is a partner already"),
        (Assumption::OrganisationJoins(id("netwerk-zelf")), "the network is no partner of itself"),
        (ratified("nobody"), "this commitment is not there on this day: choose a day on which it holds"),
        (ratified("scania"), "this commitment was declined or withdrawn: assume a new one"),
        (
            ratified("ommen"),
            "a commitment without a contribution cannot be ratified (R04): assume a new one with what is brought in",
        ),
        (Assumption::ConditionDropped(commitment("zwolle")), "this commitment has no condition"),
        (
            Assumption::DecisionAdopted { body: BodyId::from_key("stuurgroep"), subject: line() },
            "this body adopts nothing: only democratic bodies do (R01); name a council, states or an assembly",
        ),
        (
            Assumption::DecisionAdopted {
                body: BodyId::from_key("raad"),
                subject: Subject::Initiative(InitiativeId::from_key("x")),
            },
            "the line, initiative or agreement is not there on this day",
        ),
    ] {
        let first = Assumption::LevelFunded(AmbitionLevel::Plus);
        assert_eq!(refused(&[first, assumption]), (1, words.to_owned()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whoever_leaves_is_no_member_and_lets_nobody_in(
        text in generated::network(),
        day in generated::day(),
        who in select(&["almelo", "borne", "drenthe", "windesheim", "scania", "wavin"][..]),
    ) {
        let stored = build(facts(&text));
        let view = on(&stored, &day.to_string());
        let Ok(after) = assume(&view, &[Assumption::OrganisationLeaves(id(who))]) else {
            let there = stored.organisations.by_key(who).and_then(|ix| view.sees(ix));
            prop_assert!(there.is_none(), "only who is not there cannot leave");
            return Ok(());
        };
        let after = view.of_another(Arc::new(after));
        let eve = day.pred_opt().expect("a day before");
        for line in ["Economie", "Ruimte", "Netwerk"] {
            for standing in coalition(&after, line).standings() {
                let now = stored.organisations.by_id(after.network().organisations.get(standing.organisation).id);
                let before = now.and_then(|ix| coalition(&view, line).standing(ix)).map(|standing| standing.status);
                prop_assert!(before.is_some_and(|before| standing.status <= before), "{:?} {:?}", before, standing);
                let left = *after.network().organisations.get(standing.organisation).slug == *who;
                prop_assert!(!left || standing.status < crate::coalition::CoalitionStatus::Considering);
            }
            prop_assert_eq!(standings(&after.on(eve), line), standings(&view.on(eve), line));
        }
    }
}
