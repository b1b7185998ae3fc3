//! Statuses and tiers: the first rule that fires.

use insta::assert_snapshot;

use crate::testing::{each, evidence, fixture, on, standings};

#[test]
fn a_seat_in_the_general_board_is_no_coalition_membership() {
    let network = fixture(
        "municipality Zwolle partner
         line Economie
         body Algemeen Bestuur political
         seat Algemeen Bestuur member for Zwolle",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: NONE (base: yes)");
}

#[test]
fn each_status_has_its_own_evidence() {
    let network = fixture(
        r#"line Economie
           council Raad Kampen of Kampen; council Raad Meppel of Meppel
           body Stuurgroep political steers Economie
           municipality Kampen; municipality Meppel; municipality Urk; municipality Hattem
           municipality Zwolle partner; municipality Heerde; municipality Elburg
           pledge Kampen to Economie budget realised 2024-01 ratified by Raad Kampen on 2023-06-01
           pledge Meppel to Economie budget ratified by Raad Meppel on 2023-06-01
           seat Stuurgroep member for Urk
           intention Hattem to Economie
           pledge Heerde to Economie until 2023
           refusal Elburg to Economie"#,
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Elburg: DECLINED (base: no)
    Hattem: CONSIDERING (base: no)
    Heerde: FORMER (base: no)
    Kampen: CONTRIBUTING (base: no)
    Meppel: RATIFIED (base: no)
    Urk: PLEDGED (base: no)
    Zwolle: NONE (base: yes)
    ");
}

#[test]
fn the_first_rule_that_fires_decides() {
    // Everybody has what the one below has, and something more.
    let network = fixture(
        "line Economie; agreement Agenda covers Economie
         council Raad Dalfsen of Dalfsen; council Raad Ermelo of Ermelo; council Raad Fermo of Fermo
         municipality Fermo; municipality Ermelo; municipality Dalfsen; municipality Coevorden; municipality Borger
         municipality Almere partner
         pledge Borger to Economie until 2022
         pledge Coevorden to Economie until 2022; intention Coevorden to Economie
         pledge Dalfsen to Economie until 2022; intention Dalfsen to Economie; signature Dalfsen under Agenda
         intention Ermelo to Economie; signature Ermelo under Agenda ratified by Raad Ermelo on 2023
         intention Fermo to Economie; signature Fermo under Agenda ratified by Raad Fermo on 2023
         delivery Fermo to Economie budget 5 EUR realised 2024-02",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Almere: NONE (base: yes)
    Borger: FORMER (base: no)
    Coevorden: CONSIDERING (base: no)
    Dalfsen: PLEDGED (base: no)
    Ermelo: RATIFIED (base: no)
    Fermo: CONTRIBUTING (base: no)
    ");
}

#[test]
fn a_refusal_outweighs_everything_before_it() {
    let network = fixture(
        "line Economie; council Raad of Zwolle; municipality Zwolle
         body Stuurgroep political steers Economie; seat Stuurgroep chair for Zwolle
         delivery Zwolle to Economie budget 5 EUR realised 2024-02 since 2022 ratified by Raad on 2023
         refusal Zwolle to Economie since 2024-03",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: DECLINED (base: no)");
    assert_snapshot!(standings(&on(&network, "2024-02-29"), "Economie"), @"Zwolle: CONTRIBUTING (base: no)");
}

#[test]
fn only_a_full_seat_pledges() {
    let network = fixture(
        "line Economie
         body Stuurgroep political steers Economie; body Ambtelijk Overleg official steers Economie
         body Gemengd Overleg mixed steers Economie; body Onbekend steers Economie
         company Achmea; company Bolk; company Cofely; company Dura; company Eneco; company Frico
         company Gamma; company Hema; company Isala
         seat Stuurgroep chair for Achmea; seat Stuurgroep vice-chair for Bolk; seat Stuurgroep member for Cofely
         seat Stuurgroep secretary for Dura; seat Stuurgroep adviser for Eneco; seat Stuurgroep observer for Frico
         seat Ambtelijk Overleg chair for Gamma; seat Gemengd Overleg chair for Hema; seat Onbekend chair for Isala",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Achmea: PLEDGED (base: no)
    Bolk: PLEDGED (base: no)
    Cofely: PLEDGED (base: no)
    Dura: CONSIDERING (base: no)
    Eneco: CONSIDERING (base: no)
    Frico: CONSIDERING (base: no)
    Gamma: CONSIDERING (base: no)
    Hema: CONSIDERING (base: no)
    Isala: CONSIDERING (base: no)
    ");
}

#[test]
fn a_withdrawn_commitment_held_until_its_last_day() {
    let network = fixture(
        "line Economie; municipality Zwolle; municipality Kampen
         withdrawal Zwolle from Economie since 2022 until 2024-03
         withdrawal Kampen from Economie since 2022",
    );
    // Of Kampen's nobody knows how long it held.
    assert_snapshot!(standings(&on(&network, "2024-03-31"), "Economie"), @r"
    Kampen: FORMER (base: no)
    Zwolle: PLEDGED (base: no)
    ");
    assert_snapshot!(standings(&on(&network, "2024-04-01"), "Economie"), @r"
    Kampen: FORMER (base: no)
    Zwolle: FORMER (base: no)
    ");
}

#[test]
fn a_former_member_shows_what_it_had() {
    let network = fixture(
        "line Economie; agreement Agenda covers Economie until 2022; municipality Zwolle
         pledge Zwolle to Economie since 2020 until 2021; signature Zwolle under Agenda",
    );
    assert_snapshot!(evidence(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: FORMER | DIRECT zwolle.economie > economie | AGREEMENT zwolle.agenda > agenda > economie");
}

#[test]
fn a_delivery_counts_for_twelve_months_to_the_day() {
    let network = fixture(
        "line Economie; company Scania; company Wavin
         delivery Scania to Economie budget 5 EUR realised 2024-03-14
         delivery Wavin to Economie budget 5 EUR realised 2023",
    );
    let status = |day: &str| standings(&on(&network, day), "Economie").replace(" (base: no)", "");
    assert_snapshot!(status("2022-12-31"), @r"
    Scania: PLEDGED
    Wavin: PLEDGED
    ");
    // "2023" may be any day of it: the first for a beginning, the last for an end.
    assert_snapshot!(status("2023-01-01"), @r"
    Scania: PLEDGED
    Wavin: CONTRIBUTING
    ");
    assert_snapshot!(status("2024-03-13"), @r"
    Scania: PLEDGED
    Wavin: CONTRIBUTING
    ");
    assert_snapshot!(status("2024-03-14"), @r"
    Scania: CONTRIBUTING
    Wavin: CONTRIBUTING
    ");
    assert_snapshot!(status("2024-12-31"), @r"
    Scania: CONTRIBUTING
    Wavin: CONTRIBUTING
    ");
    assert_snapshot!(status("2025-01-01"), @r"
    Scania: CONTRIBUTING
    Wavin: PLEDGED
    ");
    assert_snapshot!(status("2025-03-14"), @r"
    Scania: CONTRIBUTING
    Wavin: PLEDGED
    ");
    assert_snapshot!(status("2025-03-15"), @r"
    Scania: PLEDGED
    Wavin: PLEDGED
    ");
}

#[test]
fn a_delivery_of_municipalities_provinces_and_water_boards_needs_ratification() {
    let network = fixture(
        "line Economie; council Raad of Ommen
         municipality Zwolle; province Drenthe; waterboard Vechtstromen; ministry EZK; school Windesheim; agency UWV
         municipality Ommen
         delivery Zwolle to Economie budget realised 2024-03; delivery Drenthe to Economie budget realised 2024-03
         delivery Vechtstromen to Economie budget realised 2024-03; delivery EZK to Economie budget realised 2024-03
         delivery Windesheim to Economie budget realised 2024-03; delivery UWV to Economie budget realised 2024-03
         delivery Ommen to Economie budget realised 2024-03 ratified by Raad on 2024-03-14",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Drenthe: PLEDGED (base: no)
    EZK: CONTRIBUTING (base: no)
    Ommen: CONTRIBUTING (base: no)
    UWV: CONTRIBUTING (base: no)
    Vechtstromen: PLEDGED (base: no)
    Windesheim: CONTRIBUTING (base: no)
    Zwolle: PLEDGED (base: no)
    ");
}

#[test]
fn the_core_is_ratified_with_means() {
    let network = fixture(
        "line Economie; agreement Agenda covers Economie
         council Raad Zwolle of Zwolle; council Raad Kampen of Kampen
         municipality Zwolle; municipality Kampen; municipality Meppel; municipality Urk; municipality Hattem
         company Scania; company Wavin
         pledge Zwolle to Economie budget ratified by Raad Zwolle on 2023
         signature Kampen under Agenda ratified by Raad Kampen on 2023
         pledge Meppel to Economie budget; intention Urk to Economie; refusal Hattem to Economie
         delivery Scania to Economie expertise realised 2024-01
         pledge Wavin to Economie expertise until 2023",
    );
    let tiers = each(&on(&network, "2024-03-14"), "Economie", |_, standing| standing.tier.to_string());
    assert_snapshot!(tiers, @r"
    Hattem: OUTSIDE
    Kampen: WILLING
    Meppel: WILLING
    Scania: CORE
    Urk: PROSPECT
    Wavin: OUTSIDE
    Zwolle: CORE
    ");
}

#[test]
fn every_partner_has_a_standing_and_others_once_there_is_evidence() {
    let network = fixture(
        "line Economie; line Ruimte
         municipality Zwolle partner; company Wavin; company Scania; municipality Ermelo partner until 2020
         intention Scania to Economie since 2024; refusal Wavin to Economie until 2022",
    );
    assert_snapshot!(standings(&on(&network, "2024-03-14"), "Economie"), @r"
    Scania: CONSIDERING (base: no)
    Zwolle: NONE (base: yes)
    ");
    assert_snapshot!(standings(&on(&network, "2023-03-14"), "Economie"), @"Zwolle: NONE (base: yes)");
    assert_snapshot!(standings(&on(&network, "2020-03-14"), "Ruimte"), @r"
    Ermelo: NONE (base: yes)
    Zwolle: NONE (base: yes)
    ");
}

#[test]
fn in_a_precondition_every_partner_takes_part_for_the_period_of_its_partnership() {
    let network = fixture(
        "precondition Netwerk; line Economie
         municipality Zwolle partner since 2009; municipality Ermelo partner since 2009 until 2020; company Scania
         pledge Scania to Netwerk budget 5 EUR; pledge Zwolle to Netwerk budget 5 EUR",
    );
    let told = |day: &str| {
        let view = on(&network, day);
        each(&view, "Netwerk", |coalition, standing| {
            let (period, evidence) =
                (coalition.period(&view, standing), coalition.evidence(view.network(), standing).count());
            format!("{} {} {period:?} {:?} {evidence}", standing.status, standing.tier, standing.strength)
        })
    };
    assert_snapshot!(told("2024-03-14"), @"Zwolle: PLEDGED WILLING Period { since: Some(2009), until: None } None 0");
    assert_snapshot!(told("2020-12-31"), @r"
    Ermelo: PLEDGED WILLING Period { since: Some(2009), until: Some(2020) } None 0
    Zwolle: PLEDGED WILLING Period { since: Some(2009), until: None } None 0
    ");
    assert_snapshot!(told("2008-12-31"), @"");
}
