//! How who is talked to wants to be informed.

use crate::facts::*;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// How the organisation that a talk is with wants to be informed about a topic, on the day of the view; `None` when it has
/// not said so. Of several what is said of the topic goes before what is said of everything, then what is said of the person
/// before what names nobody, and that before what names somebody else.
///
/// * `target`: whom the talk is to move.
/// * `with`: who is talked to; what their offices' organisations said counts.
#[must_use]
pub fn preference(view: &View, target: &Target, with: Option<Ix<Person>>) -> Option<Ix<Preference>> {
    let network = view.network();
    let offices = with.into_iter().flat_map(|ix| network.belonging.offices_of.of(ix));
    let offices = view.current(&network.offices, offices).map(|(_, row)| row.organisation);
    let body = target.body.and_then(|id| network.bodies.by_id(id));
    let owner = body.and_then(|ix| network.bodies.get(ix).organisation);
    let organisations = offices.chain(target.organisation).chain(owner);
    let said = organisations
        .filter_map(|id| network.organisations.by_id(id))
        .flat_map(|ix| network.belonging.preferences_of.of(ix))
        .filter(|ix| view.fact(&network.preferences, *ix) == Some(Tense::Current));
    let person = with.map(|ix| network.persons.get(ix).id);
    let ranked = said.filter_map(|ix| {
        let row = network.preferences.get(ix);
        let is_of_topic = row.topic.map(|topic| topic == target.topic);
        let is_of_person = row.person.map(|named| Some(named) == person);
        let by_person = match is_of_person {
            Some(true) => 0,
            None => 1,
            Some(false) => 2,
        };
        (is_of_topic != Some(false)).then_some(((is_of_topic.is_none(), by_person, row.id), ix))
    });
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, ix)| ix)
}
