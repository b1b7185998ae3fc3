//! Since when and until when: the unbroken run of the present membership, as written.

use insta::assert_snapshot;

use crate::testing::{fixture, on, periods};

#[test]
fn since_is_the_start_of_the_unbroken_run() {
    let network = fixture(
        "line Economie
         municipality Almelo; municipality Borne; municipality Coevorden
         pledge Almelo to Economie since 2018 until 2020; pledge Almelo to Economie since 2022
         pledge Borne to Economie since 2018 until 2020; pledge Borne to Economie since 2021
         pledge Coevorden to Economie since 2018 until 2020; pledge Coevorden to Economie since 2020-05~",
    );
    // A gap breaks the run; touching and overlapping periods do not.
    assert_snapshot!(periods(&on(&network, "2024-03-14"), "Economie"), @r"
    Almelo: PLEDGED since 2022
    Borne: PLEDGED since 2018
    Coevorden: PLEDGED since 2018
    ");
}

#[test]
fn the_run_goes_over_all_routes() {
    let network = fixture(
        "line Economie; agreement Agenda covers Economie; body Stuurgroep political steers Economie
         programme LLO part of Economie; municipality Zwolle
         pledge Zwolle to LLO since [..2018] until 2019; signature Zwolle under Agenda since 2019-11-01 until 2021
         seat Stuurgroep member for Zwolle since 2022-01-01",
    );
    assert_snapshot!(periods(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: PLEDGED since [..2018]");
}

#[test]
fn interest_does_not_count_for_membership() {
    let network = fixture(
        "line Economie; municipality Zwolle; municipality Kampen; body Stuurgroep political steers Economie
         intention Zwolle to Economie since 2020; pledge Zwolle to Economie since 2022
         seat Stuurgroep observer for Kampen since 2021; intention Kampen to Economie since 2022",
    );
    assert_snapshot!(periods(&on(&network, "2024-03-14"), "Economie"), @r"
    Kampen: CONSIDERING since 2021
    Zwolle: PLEDGED since 2022
    ");
}

#[test]
fn since_is_never_the_date_of_a_body() {
    let network = fixture(
        "line Economie; body Stuurgroep political steers Economie since 2013; municipality Zwolle
         seat Stuurgroep member for Zwolle",
    );
    assert_snapshot!(periods(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: PLEDGED");
}

#[test]
fn until_is_the_end_of_what_lasts_longest_or_of_what_it_cannot_be_without() {
    let network = fixture(
        "line Economie; body Stuurgroep political steers Economie until 2026; agreement Agenda covers Economie until 2028
         programme LLO until 2025 part of Economie; project Loket until 2027 part of LLO; group Gemeenten
         municipality Almelo; municipality Borne; municipality Coevorden; municipality Dalfsen; municipality Elburg
         pledge Almelo to Economie since 2024 until 2024-10; pledge Almelo to LLO since 2024 until 2024-11~
         signature Borne under Agenda
         pledge Coevorden to Loket
         member Dalfsen of Gemeenten until 2025; seat Stuurgroep member for Gemeenten
         seat Stuurgroep member for Elburg until 2030",
    );
    assert_snapshot!(periods(&on(&network, "2024-03-14"), "Economie"), @r"
    Almelo: PLEDGED since 2024 until 2024-11~
    Borne: PLEDGED until 2028
    Coevorden: PLEDGED until 2025
    Dalfsen: PLEDGED until 2025
    Elburg: PLEDGED until 2026
    ");
}

#[test]
fn until_is_the_end_of_an_organisation_whose_board_it_sat_in() {
    let network = fixture(
        "line Economie; company Campus until 2025-06; municipality Zwolle
         board Campusbestuur political of Campus steers Economie; seat Campusbestuur member for Zwolle since 2020",
    );
    assert_snapshot!(periods(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: PLEDGED since 2020 until 2025-06");
    assert_snapshot!(periods(&on(&network, "2026-03-14"), "Economie"), @"Zwolle: FORMER since 2020 until 2025-06");
}

#[test]
fn a_former_member_shows_its_last_run() {
    let network = fixture(
        "line Economie; municipality Zwolle; municipality Kampen; municipality Urk
         pledge Zwolle to Economie since 2015 until 2016; pledge Zwolle to Economie since 2018 until 2019
         pledge Zwolle to Economie since 2020 until 2021; intention Zwolle to Economie since 2010 until 2023
         intention Kampen to Economie since 2018 until 2019
         withdrawal Urk from Economie since 2018",
    );
    assert_snapshot!(periods(&on(&network, "2024-03-14"), "Economie"), @r"
    Kampen: FORMER since 2018 until 2019
    Urk: FORMER since 2018
    Zwolle: FORMER since 2018 until 2021
    ");
}

#[test]
fn what_was_withdrawn_nobody_knows_when_carries_no_run() {
    let network = fixture(
        "line Economie; municipality Zwolle
         withdrawal Zwolle from Economie since 2018; pledge Zwolle to Economie since 2024",
    );
    assert_snapshot!(periods(&on(&network, "2024-03-14"), "Economie"), @"Zwolle: PLEDGED since 2024");
}
