//! What would lift a standing one step, in words.

use insta::assert_snapshot;

use crate::facts::Language;
use crate::testing::{each, fixture, on};

fn missing(text: &str, language: Language) -> String {
    let view = on(&fixture(text), "2024-03-14");
    each(&view, "Economie", |coalition, standing| {
        let missing = coalition.missing(&view, standing);
        let told = missing.iter().map(|missing| format!("{} {}", missing.code, missing.message(language)));
        [standing.status.to_string()].into_iter().chain(told).collect::<Vec<_>>().join(" | ")
    })
}

const PLEDGED: &str = "line Economie; agreement Agenda covers Economie; body Stuurgroep political steers Economie
    municipality Zwolle; province Drenthe; waterboard Vechtstromen; school Windesheim; company Scania
    pledge Zwolle to Economie budget since 2024-03-14; pledge Drenthe to Economie budget since 2024-02-14~
    pledge Vechtstromen to Economie since 2024; signature Windesheim under Agenda since 2023-12
    seat Stuurgroep member for Scania";

#[test]
fn a_pledge_misses_a_decision_and_before_that_a_contribution() {
    assert_snapshot!(missing(PLEDGED, Language::Nl), @r"
    Drenthe: PLEDGED | NO_DECISION geen besluit van provinciale staten gevonden bij de toezegging van omstreeks 14 februari 2024
    Scania: PLEDGED | NO_COMMITMENT geen toezegging of handtekening gevonden naast de zetel in Stuurgroep
    Vechtstromen: PLEDGED | NO_CONTRIBUTION geen bijdrage genoemd bij de toezegging van 2024
    Windesheim: PLEDGED | NO_DECISION geen besluit van het bevoegde bestuur gevonden bij de handtekening van december 2023
    Zwolle: PLEDGED | NO_DECISION geen raadsbesluit gevonden bij de toezegging van 14 maart 2024
    ");
    assert_snapshot!(missing(PLEDGED, Language::En), @r"
    Drenthe: PLEDGED | NO_DECISION no decision of the provincial states found for the pledge of about 14 February 2024
    Scania: PLEDGED | NO_COMMITMENT no commitment or signature found beside the seat in the Stuurgroep
    Vechtstromen: PLEDGED | NO_CONTRIBUTION no contribution named in the pledge of 2024
    Windesheim: PLEDGED | NO_DECISION no decision of its own board found for the signature of December 2023
    Zwolle: PLEDGED | NO_DECISION no council decision found for the pledge of 14 March 2024
    ");
}

const OTHERS: &str = r#"line Economie; agreement Agenda covers Economie; body Stuurgroep political steers Economie
    municipality Almelo partner; municipality Borne; municipality Coevorden; municipality Dalfsen
    municipality Elburg; municipality Fermo; municipality Goor; municipality Hattem; company Isala
    council Raad Fermo of Fermo; council Raad Goor of Goor
    pledge Borne to Economie since 2020 until 2021; pledge Borne to Economie since 2015 until 2022
    refusal Coevorden to Economie since 2024-01-09
    intention Dalfsen to Economie; seat Stuurgroep observer for Dalfsen
    pledge Elburg to Economie since 2023 if {"includes":"almelo"}
    pledge Fermo to Economie budget since 2023 ratified by Raad Fermo on 2023
    signature Goor under Agenda since 2023 ratified by Raad Goor on 2023
    withdrawal Hattem from Economie since 2019
    delivery Isala to Economie budget realised 2024"#;

#[test]
fn each_standing_misses_its_next_step() {
    assert_snapshot!(missing(OTHERS, Language::Nl), @r"
    Almelo: NONE | NO_COMMITMENT geen toezegging, handtekening of zetel gevonden
    Borne: FORMER | ENDED de toezegging van 2015 is geëindigd
    Coevorden: DECLINED | DECLINED afgezegd: de afzegging van 9 januari 2024
    Dalfsen: CONSIDERING | NO_PLEDGE geen toezegging gevonden na het voornemen | NO_PLEDGE geen toezegging gevonden na de zetel in Stuurgroep
    Elburg: CONSIDERING | CONDITION_NOT_MET aan de voorwaarde van de toezegging van 2023 is niet voldaan
    Fermo: RATIFIED | NOTHING_DELIVERED geen bijdrage geleverd in de laatste twaalf maanden bij de toezegging van 2023
    Goor: RATIFIED | NO_CONTRIBUTION geen bijdrage genoemd bij de handtekening van 2023
    Hattem: FORMER | ENDED de toezegging van 2019 is ingetrokken
    Isala: CONTRIBUTING
    ");
    assert_snapshot!(missing(OTHERS, Language::En), @r"
    Almelo: NONE | NO_COMMITMENT no commitment, signature or seat found
    Borne: FORMER | ENDED the pledge of 2015 has ended
    Coevorden: DECLINED | DECLINED declined: the refusal of 9 January 2024
    Dalfsen: CONSIDERING | NO_PLEDGE no pledge found after the intention | NO_PLEDGE no pledge found after the seat in the Stuurgroep
    Elburg: CONSIDERING | CONDITION_NOT_MET the condition of the pledge of 2023 is not met
    Fermo: RATIFIED | NOTHING_DELIVERED no contribution delivered in the last twelve months under the pledge of 2023
    Goor: RATIFIED | NO_CONTRIBUTION no contribution named in the signature of 2023
    Hattem: FORMER | ENDED the pledge of 2019 was withdrawn
    Isala: CONTRIBUTING
    ");
}
