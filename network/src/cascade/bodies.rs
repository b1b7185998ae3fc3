//! Bodies that nobody chairs any more, or in which nobody sits.

use crate::facts::*;
use crate::id::BodyId;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// Bodies that had a chair and have none, in Dutch order of their names: rows of the later network.
#[must_use]
pub fn without_chair(before: &View, after: &View) -> Vec<Ix<Body>> {
    lost(before, after, |seat| seat.role == SeatRole::Chair)
}

/// Bodies in which somebody had a seat and nobody has one, in Dutch order of their names: rows of the later network.
#[must_use]
pub fn without_seats(before: &View, after: &View) -> Vec<Ix<Body>> {
    lost(before, after, |_| true)
}

fn lost(before: &View, after: &View, wanted: impl Fn(&Seat) -> bool) -> Vec<Ix<Body>> {
    let has = |view: &View, body: Ix<Body>| {
        let network = view.network();
        let mut seats = network.belonging.seats_of.of(body).filter(|ix| wanted(network.seats.get(*ix)));
        seats.any(|ix| view.sees(ix) == Some(Tense::Current))
    };
    let had = |id: BodyId| before.network().bodies.by_id(id).is_some_and(|body| has(before, body));
    let network = after.network();
    let there = network.alphabets.bodies.sorted().filter(|ix| after.sees(*ix) == Some(Tense::Current));
    there.filter(|ix| had(network.bodies.get(*ix).id) && !has(after, *ix)).collect()
}
