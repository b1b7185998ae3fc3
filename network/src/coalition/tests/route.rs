//! The four routes from an organisation to a line.

use insta::assert_snapshot;

use crate::testing::{each, evidence, fixture, on, standings};

#[test]
fn four_routes_lead_to_a_line() {
    let network = fixture(
        "line Economie; programme LLO part of Economie; project Loket part of LLO
         body Stuurgroep political steers Economie; agreement Agenda covers Economie
         municipality Zwolle
         pledge Zwolle to Economie; pledge Zwolle to Loket
         seat Stuurgroep member for Zwolle; signature Zwolle under Agenda",
    );
    assert_snapshot!(evidence(&on(&network, "2024-03-14"), "Economie").replace(" | ", "\n"), @r"
    Zwolle: PLEDGED
    DIRECT zwolle.economie > economie
    VIA_INITIATIVE zwolle.loket > loket > llo > economie
    GOVERNANCE stuurgroep > stuurgroep > economie
    AGREEMENT zwolle.agenda > agenda > economie
    ");
}

#[test]
fn what_does_not_touch_the_line_is_no_evidence() {
    let network = fixture(
        "line Economie; line Ruimte; programme Woningbouw part of Ruimte; project Los
         body Stuurgroep political steers Ruimte; body Projectgroep political steers Woningbouw
         agreement Deal; agreement Agenda covers Ruimte; project Dealproject part of Deal
         municipality Zwolle partner
         pledge Zwolle to Ruimte; pledge Zwolle to Woningbouw; pledge Zwolle to Los; pledge Zwolle to Dealproject
         pledge Zwolle to Agenda; seat Stuurgroep member for Zwolle; seat Projectgroep member for Zwolle
         signature Zwolle under Deal; signature Zwolle under Agenda",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: NONE (base: yes)");
}

#[test]
fn a_project_counts_for_two_lines_by_its_share_at_any_depth() {
    let network = fixture(
        "line Economie; line Ruimte
         programme Campus part of Economie 60% part of Ruimte 40%
         project Gebouw part of Campus 50% part of Economie 50%
         activity Opening part of Gebouw
         municipality Zwolle; pledge Zwolle to Opening",
    );
    let shares = |line| {
        each(&on(&network, "2024-03-14"), line, |coalition, standing| {
            let share = |item| (coalition.share(item) * 100.0).round();
            coalition.evidence(&network, standing).map(|item| format!("{} %", share(item))).collect()
        })
    };
    // Half of it directly, and 60 % or 40 % of the other half.
    assert_snapshot!(shares("Economie"), @"Zwolle: 80 %");
    assert_snapshot!(shares("Ruimte"), @"Zwolle: 20 %");
    // Shown is the way by which most of it counts.
    assert_snapshot!(evidence(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: PLEDGED | VIA_INITIATIVE zwolle.opening > opening > gebouw > economie");
}

#[test]
fn what_is_part_of_an_ended_programme_ended_with_it() {
    let network = fixture(
        "line Economie; programme Oud until 2022 part of Economie; programme Nieuw since 2024 part of Economie
         project Loket part of Oud 50% part of Nieuw 50%; municipality Zwolle; pledge Zwolle to Loket since 2020",
    );
    assert_snapshot!(evidence(&on(&network, "2022-12-31"), "Economie"), @"Zwolle: PLEDGED | VIA_INITIATIVE zwolle.loket > loket > oud > economie");
    assert_snapshot!(evidence(&on(&network, "2023-01-01"), "Economie"), @"Zwolle: FORMER | VIA_INITIATIVE zwolle.loket > loket > oud > economie");
    assert_snapshot!(evidence(&on(&network, "2024-01-01"), "Economie"), @"Zwolle: PLEDGED | VIA_INITIATIVE zwolle.loket > loket > nieuw > economie");
}

#[test]
fn a_seat_counts_for_those_on_whose_behalf_it_is_held() {
    let network = fixture(
        "line Economie; body Stuurgroep political steers Economie
         municipality Zwolle partner; municipality Kampen; school Windesheim
         seat Stuurgroep member for Kampen and Windesheim",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Kampen: PLEDGED (base: no)
    Windesheim: PLEDGED (base: no)
    Zwolle: NONE (base: yes)
    ");
}

#[test]
fn a_seat_for_a_group_counts_for_its_members_as_long_as_they_belong_to_it() {
    let network = fixture(
        "line Economie; body Stuurgroep political steers Economie; group Gemeenten
         municipality Zwolle; municipality Kampen; municipality Urk
         member Zwolle of Gemeenten; member Kampen of Gemeenten since 2020; member Urk of Gemeenten until 2021
         seat Stuurgroep member for Gemeenten",
    );
    assert_snapshot!(standings(&on(&network, "2019-12-31"), "Economie"), @r"
    Urk: PLEDGED (base: no)
    Zwolle: PLEDGED (base: no)
    ");
    assert_snapshot!(standings(&on(&network, "2022-01-01"), "Economie"), @r"
    Kampen: PLEDGED (base: no)
    Urk: FORMER (base: no)
    Zwolle: PLEDGED (base: no)
    ");
}

#[test]
fn an_organisation_that_has_ended_takes_part_in_nothing() {
    let network = fixture(
        "line Economie; body Stuurgroep political steers Economie
         municipality Zwolle; municipality Zwollerkerspel until 1967
         seat Stuurgroep member for Zwolle and Zwollerkerspel; pledge Zwollerkerspel to Economie",
    );
    let view = on(&network, "2024-03-14");
    assert_snapshot!(standings(&view, "Economie"), @"Zwolle: PLEDGED (base: no)");
    let ended = network.organisations.by_key("zwollerkerspel").expect("an organisation");
    assert!(view.links_of(ended).all(|(_, tense)| tense == crate::period::Tense::Ended));
    assert_eq!(view.links_of(ended).count(), 2, "what has ended stays reachable");
}

#[test]
fn who_is_named_twice_takes_part_once() {
    let network = fixture(
        "line Economie; body Stuurgroep political steers Economie steers Economie; municipality Zwolle
         seat Stuurgroep member for Zwolle and Zwolle
         group Gemeenten; member Zwolle of Gemeenten since 2020 until 2030; member Zwolle of Gemeenten since 2019 until 2024 low
         seat Stuurgroep adviser for Gemeenten",
    );
    assert_snapshot!(evidence(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: PLEDGED | GOVERNANCE stuurgroep > stuurgroep > economie | GOVERNANCE stuurgroep.2 > stuurgroep > economie");
}

#[test]
fn only_the_share_by_ways_that_hold_counts() {
    // In whatever order the rows are read: keys decide that.
    for (old, new) in [("A", "B"), ("B", "A"), ("C", "D"), ("D", "C"), ("E", "F"), ("F", "E")] {
        let network = fixture(&format!(
            "line Economie; programme {old} until 2022 part of Economie; programme {new} part of Economie
             project Loket part of {old} 70% part of {new} 30%; municipality Zwolle; pledge Zwolle to Loket"
        ));
        let told = each(&on(&network, "2024-03-14"), "Economie", |coalition, standing| {
            coalition
                .evidence(&network, standing)
                .map(|item| format!("{} {:.1}", item.span.to, coalition.share(item)))
                .collect()
        });
        assert_eq!(told, format!("Zwolle: {} 0.3", chrono::NaiveDate::MAX), "{old} and {new}");
    }
}
