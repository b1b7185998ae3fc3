//! Who is to talk to whom, and through whom.

use super::Asked;
use crate::affairs::acquaintances::Acquaintances;
use crate::affairs::reach;
use crate::affairs::routes::{Route, Ways};
use crate::facts::*;
use crate::table::Ix;
use crate::view::View;

/// Who is to talk to a target.
pub(super) struct Owner {
    pub(super) person: Ix<Person>,
    /// With whom; `None` when nobody is known behind the target.
    pub(super) with: Option<Ix<Person>>,
    /// The way there; `None` for who has none, and for who is there already.
    pub(super) route: Option<Route>,
    pub(super) reliability: f64,
}

/// Those of ours, and their ways to everybody.
pub(super) struct Owners<'a> {
    view: &'a View,
    known: &'a Acquaintances,
    ways: Ways<'a>,
    /// In the order of their ids, each once.
    ours: Vec<Ix<Person>>,
    cold_contact: f64,
}

impl<'a> Owners<'a> {
    pub(super) fn new(view: &'a View, known: &'a Acquaintances, asked: &Asked<'a>) -> Self {
        let network = view.network();
        let mut ours: Vec<_> = asked.ours.iter().copied().filter(|ix| !asked.avoid.contains(ix)).collect();
        ours.sort_by_key(|ix| network.persons.get(*ix).id);
        ours.dedup();
        let (from, avoid) = (known.numbers(&ours), known.numbers(asked.avoid));
        let ways = Ways::new(&known.ties, &from, &avoid, asked.max_hops, asked.weights);
        Self { view, known, ways, ours, cold_contact: asked.weights.cold_contact }
    }

    /// Who talks to a target best; `None` when there is nobody of ours.
    pub(super) fn best(&self, target: &Target) -> Option<Owner> {
        let network = self.view.network();
        let mut theirs = reach::persons_of_target(self.view, target);
        theirs.sort_by_key(|ix| network.persons.get(*ix).id);
        // Who of ours sits there already needs no way.
        if let Some(there) = theirs.iter().find(|person| self.is_ours(**person)) {
            return Some(Owner { person: *there, with: None, route: None, reliability: 1.0 });
        }
        if let Some(route) = self.ways.to(&self.known.numbers(&theirs)) {
            let (first, last) = (route.hops.first()?.from, route.hops.last()?.to);
            return Some(Owner {
                person: self.known.person(first)?,
                with: self.known.person(last),
                reliability: route.reliability,
                route: Some(route),
            });
        }
        let topic = network.topics.by_id(target.topic).map(|ix| network.topics.get(ix));
        let holder = topic.and_then(|topic| network.organisations.by_id(topic.holder?));
        let of_holder = holder.map(|ix| reach::persons_at(self.view, ix)).unwrap_or_default();
        let stranger = self.ours.iter().find(|person| of_holder.contains(person)).or(self.ours.first())?;
        Some(Owner { person: *stranger, with: theirs.first().copied(), route: None, reliability: self.cold_contact })
    }

    fn is_ours(&self, person: Ix<Person>) -> bool {
        let network = self.view.network();
        self.ours.binary_search_by_key(&network.persons.get(person).id, |ix| network.persons.get(*ix).id).is_ok()
    }
}
