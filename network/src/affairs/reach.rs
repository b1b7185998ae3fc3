//! Who speaks for whom: the persons behind an organisation, a body or a target.

use rustc_hash::FxHashSet;

use crate::facts::*;
use crate::node::NodeIx;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// Who holds an office at an organisation on the day.
pub fn persons_at(view: &View, organisation: Ix<Organisation>) -> Vec<Ix<Person>> {
    let network = view.network();
    let offices = view.current(&network.offices, network.belonging.offices_at.of(organisation));
    distinct(offices.filter_map(|(_, row)| network.persons.by_id(row.person)))
}

/// Who has a seat in a body on the day.
pub fn persons_in(view: &View, body: Ix<Body>) -> Vec<Ix<Person>> {
    let network = view.network();
    let seats = network.belonging.seats_of.of(body).filter(|ix| view.sees(*ix) == Some(Tense::Current));
    distinct(seats.filter_map(|ix| network.persons.by_id(network.seats.get(ix).holder?)))
}

/// Who is to be reached for a target.
pub fn persons_of_target(view: &View, target: &Target) -> Vec<Ix<Person>> {
    let network = view.network();
    let person = target.person.and_then(|id| network.persons.by_id(id)).into_iter();
    let organisation = target.organisation.and_then(|id| network.organisations.by_id(id));
    let body = target.body.and_then(|id| network.bodies.by_id(id));
    let behind = organisation.into_iter().flat_map(|ix| persons_at(view, ix));
    let behind = behind.chain(body.into_iter().flat_map(|ix| persons_in(view, ix)));
    distinct(person.chain(behind))
}

/// Who is meant by a person, an organisation or a body; nobody for anything else.
pub fn persons_of(view: &View, node: NodeIx) -> Vec<Ix<Person>> {
    match node {
        NodeIx::Person(ix) => vec![ix],
        NodeIx::Organisation(ix) => persons_at(view, ix),
        NodeIx::Body(ix) => persons_in(view, ix),
        _ => Vec::new(),
    }
}

/// Who works for the partners on the day: from whom we may ask when nobody is named.
pub fn persons_of_partners(view: &View) -> Vec<Ix<Person>> {
    let network = view.network();
    let offices = view.current(&network.offices, network.offices.indices());
    let of_partner =
        |row: &&Office| network.organisations.by_id(row.organisation).is_some_and(|ix| view.is_partner(ix));
    distinct(offices.map(|(_, row)| row).filter(of_partner).filter_map(|row| network.persons.by_id(row.person)))
}

fn distinct(persons: impl Iterator<Item = Ix<Person>>) -> Vec<Ix<Person>> {
    let mut seen = FxHashSet::default();
    persons.filter(|person| seen.insert(*person)).collect()
}
