//! On whom a coalition depends, and whether the three O's meet in its initiatives.

use rust_decimal::Decimal;

use crate::coalition::{Requirement, TooManyParties};
use crate::testing::{coalition, fixture, on, organisation};

#[test]
fn an_initiative_is_tripartite_when_all_three_take_part() {
    let network = fixture(
        "line Economie; programme Campus part of Economie; project Gebouw part of Campus; project Leeg part of Economie
         project Elders; line Ruimte
         municipality Zwolle; company Scania; school Windesheim; agency Port
         pledge Zwolle to Campus; pledge Zwolle to Gebouw; pledge Scania to Gebouw; pledge Windesheim to Gebouw
         pledge Scania to Elders; pledge Port to Gebouw until 2020",
    );
    let view = on(&network, "2024-03-14");
    let found = coalition(&view, "Economie").tripartite(&view).expect("somebody takes part");
    assert_eq!((found.all_three, found.cases), (1, 2));
    assert_eq!(coalition(&view, "Ruimte").tripartite(&view), None);
}

#[test]
fn who_brings_most_decides_most_often() {
    let network = fixture(
        "line Economie; municipality Zwolle; municipality Kampen; municipality Ommen
         pledge Zwolle to Economie budget 300 EUR; pledge Kampen to Economie budget 200 EUR
         pledge Ommen to Economie budget 100 EUR",
    );
    let view = on(&network, "2024-03-14");
    let parties = ["Zwolle", "Kampen", "Ommen"].map(|name| organisation(&view, name));
    let values = |requirements: &[Requirement]| {
        let found = coalition(&view, "Economie").pivotality(&view, &parties, requirements).expect("three parties");
        (found.parties.iter().map(|party| party.value).collect::<Vec<_>>(), found.minimal)
    };
    // € 400: Zwolle with either of the others, not the two alone.
    let euros = Requirement::Euros(Decimal::from(400));
    assert_eq!(values(&[euros]), (vec![0.75, 0.25, 0.25], vec![vec![0, 1], vec![0, 2]]));
    assert_eq!(values(&[euros, Requirement::Parties(1.0)]), (vec![0.25; 3], vec![vec![0, 1, 2]]));
    // Nobody's inhabitants are known, so half of none is there always.
    assert_eq!(values(&[Requirement::Inhabitants(0.5)]), (vec![0.0; 3], vec![vec![]]));
    let many = vec![parties[0]; 201];
    let refused = coalition(&view, "Economie").pivotality(&view, &many, &[euros]);
    assert_eq!(refused, Err(TooManyParties { parties: 201 }));
}
