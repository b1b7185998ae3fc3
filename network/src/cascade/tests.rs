use std::sync::Arc;

use crate::assume::{Assumption, assume};
use crate::coalition::CoalitionStatus;
use crate::graph::{Projection, Weighting, project};
use crate::id::{FactId, OrganisationId};
use crate::testing::{fixture, on};
use crate::view::View;

use super::*;

const REGION: &str = r#"line Economie; line Ruimte; municipality Zwolle; municipality Kampen; municipality Ommen; company Scania
    body Kring political; body Raad official; body Tafel official
    seat Kring chair for Zwolle; seat Kring member for Kampen; seat Raad chair for Zwolle; seat Raad member for Ommen
    seat Tafel member for Zwolle; municipality Almelo; municipality Borne; municipality Dalfsen
    pledge Zwolle to Economie budget 100 EUR
    pledge Kampen to Economie budget 50 EUR if {"budget":{"atLeast":"120"}}
    pledge Scania to Economie if {"includes":"kampen"}
    pledge Ommen to Ruimte budget 7 EUR"#;

fn left(who: &str) -> (View, View) {
    let before = on(&fixture(REGION), "2024-03-14");
    let leaves = Assumption::OrganisationLeaves(OrganisationId::from_key(who));
    let after = before.of_another(Arc::new(assume(&before, &[leaves]).expect("it can leave")));
    (before, after)
}

#[test]
fn a_withdrawal_takes_along_who_waited_for_it() {
    let (before, after) = left("zwolle");
    let shifts = shifted_lines(&before, &after, CoalitionStatus::Pledged);
    assert_eq!(shifts.len(), 1, "the other line is as it was");
    assert_eq!((shifts[0].size, shifts[0].amount), ([3, 0], [150.into(), 0.into()]));
    let keys = |commitments: &[crate::table::Ix<crate::facts::Commitment>]| -> Vec<String> {
        commitments.iter().map(|ix| after.network().commitments.get(*ix).key.to_string()).collect()
    };
    let mut unmet = keys(&shifts[0].unmet);
    unmet.sort();
    assert_eq!(unmet, ["kampen.economie", "scania.economie"]);
    assert!(shifts[0].met.is_empty());
    let offered = shifts[0].offered.map(|sum| (sum.parties, sum.amount));
    assert_eq!(offered, [(3, 150.into()), (0, 0.into())], "nobody of them can take part any more");
    assert_eq!((shifts[0].blocked.len(), shifts[0].unblocked.len()), (2, 0));
    assert_eq!(shifted_lines(&after, &before, CoalitionStatus::Pledged)[0].met.len(), 2);
    assert_eq!(shifted_lines(&before, &before, CoalitionStatus::Pledged), []);
}

#[test]
fn who_waited_for_one_another_falls_too_though_nobody_of_them_was_in() {
    let region = r#"line Economie; municipality Zwolle; municipality Kampen; municipality Ommen
        pledge Zwolle to Economie budget 100 EUR
        pledge Kampen to Economie budget 50 EUR if {"all":[{"includes":"ommen"},{"budget":{"atLeast":"160"}}]}
        pledge Ommen to Economie budget 20 EUR if {"includes":"kampen"}"#;
    let before = on(&fixture(region), "2024-03-14");
    let leaves = Assumption::OrganisationLeaves(OrganisationId::from_key("zwolle"));
    let after = before.of_another(Arc::new(assume(&before, &[leaves]).expect("it can leave")));
    let shifts = shifted_lines(&before, &after, CoalitionStatus::Pledged);
    assert_eq!((shifts[0].size, shifts[0].unmet.len(), shifts[0].blocked.len()), ([1, 0], 0, 2));
    assert_eq!(shifts[0].offered.map(|sum| (sum.parties, sum.amount)), [(3, 170.into()), (0, 0.into())]);
}

#[test]
fn bodies_lose_their_chair_or_everybody() {
    let (before, after) = left("zwolle");
    let slugs = |bodies: Vec<crate::table::Ix<crate::facts::Body>>| -> Vec<String> {
        bodies.iter().map(|ix| after.network().bodies.get(*ix).slug.to_string()).collect()
    };
    assert_eq!(slugs(without_chair(&before, &after)), ["kring", "raad"]);
    assert_eq!(slugs(without_seats(&before, &after)), ["tafel"]);
    assert!(without_chair(&after, &before).is_empty());
}

#[test]
fn who_was_connected_through_who_left_is_on_their_own() {
    let (before, after) = left("zwolle");
    let graph = |view: &View| project(view, Projection::OrganisationCoSeat, Weighting::Count).expect("small enough");
    let (was, is) = (graph(&before), graph(&after));
    let shift = PiecesShift::between((before.network(), &was), (after.network(), &is));
    // Zwolle ties Kampen and Ommen together.
    assert_eq!(shift.pieces, [Pieces { count: 1, largest: 3 }, Pieces { count: 2, largest: 1 }]);
    assert_eq!(shift.disconnected_pairs, 1);
    let slugs: Vec<_> = shift.separated.iter().map(|ix| &*after.network().organisations.get(*ix).slug).collect();
    assert_eq!(slugs, ["ommen"], "of two that are as large, the first by name is the largest");
    let same = PiecesShift::between((before.network(), &was), (before.network(), &was));
    assert_eq!((same.disconnected_pairs, same.separated.len()), (0, 0));
}
