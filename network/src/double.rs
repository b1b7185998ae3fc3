//! What changes would say twice: a second open membership, a place in the same whole.
//!
//! Sourced facts may hold doubles, which stay as they are. A second pledge to the same subject is one of its own.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::id::FactId;
use crate::network::{Network, Noun};
use crate::problem::{Problem, Wrong};
use crate::same::{Same, overlap};
use crate::table::Ix;

/// A fact that tells what another one tells as well, of the same days.
pub(crate) struct Double {
    /// Its own key, and the field that says best of what it tells; `None`: all of them.
    pub(crate) problem: Problem,
    /// Id of the fact.
    pub(crate) id: Uuid,
    /// Id of the other one.
    pub(crate) other: Uuid,
    /// Whether the changes write the other one as well.
    pub(crate) is_together: bool,
}

/// Nouns of which the same is said once a day: the field that says best of what, and the rows among which a double lies.
macro_rules! once {
    ($($fact:ident by $field:expr, |$t:ident, $row:ident| $near:expr;)*) => {
        /// What a network after these changes says twice and did not say twice before.
        pub(crate) fn doubles(before: &Network, after: &Network, changes: &[Change]) -> Vec<Double> {
            // Few changes make a double.
            let written = LazyCell::new(|| {
                let at = |(at, change): (usize, &Change)| Some((change.after()?.uuid(), at));
                changes.iter().enumerate().filter_map(at).collect::<FxHashMap<Uuid, usize>>()
            });
            let written = |id: Uuid| written.get(&id).copied();
            let double = |(at, fact): (usize, &AnyFact)| match fact {
                $(AnyFact::$fact(row) => {
                    let ($t, $row) = (after, &**row);
                    let judged = Judged { before, after, at, row: $row, field: $field };
                    judged.double($near, written)
                })*
                _ => None,
            };
            let facts = changes.iter().enumerate();
            facts.filter_map(|(at, change)| double((at, change.after()?))).collect()
        }
    };
}

once! {
    GroupMembership by Some("organisation"), |t, row| t.organisations.by_id(row.organisation).into_iter().flat_map(|ix| t.belonging.memberships_of.of(ix));
    Partnership by Some("organisation"), |t, row| t.organisations.by_id(row.organisation).into_iter().flat_map(|ix| t.belonging.partnerships_of.of(ix));
    Relation by Some("kind"), |t, row| ties(t, row).into_iter();
    Office by Some("person"), |t, row| t.persons.by_id(row.person).into_iter().flat_map(|ix| t.belonging.offices_of.of(ix));
    Seat by Some("body"), |t, row| seats(t, row).into_iter();
    Signature by Some("organisation"), |t, row| t.agreements.by_id(row.agreement).into_iter().flat_map(|ix| t.belonging.signatures_of.of(ix));
    PersonContact by Some("value"), |t, row| t.persons.by_id(row.person).into_iter().flat_map(|ix| t.belonging.contacts_of_person.of(ix));
    Tie by Some("to_person"), |t, row| t.persons.by_id(row.from_person).into_iter().flat_map(|ix| t.belonging.ties_of.of(ix));
    Target by Some("topic"), |t, row| t.topics.by_id(row.topic).into_iter().flat_map(|ix| t.belonging.targets_of.of(ix));
    DecisionStage by Some("kind"), |t, row| t.decision_moments.by_id(row.decision_moment).into_iter().flat_map(|ix| t.belonging.stages_of.of(ix));
    Preference by Some("channel"), |t, row| t.organisations.by_id(row.organisation).into_iter().flat_map(|ix| t.belonging.preferences_of.of(ix));
    InitiativePart by None, |t, row| t.initiatives.by_id(row.initiative).into_iter().flat_map(|ix| t.belonging.places_of.of(ix));
}

/// The relations of the end from which one goes.
fn ties(network: &Network, row: &Relation) -> Vec<Ix<Relation>> {
    let belonging = &network.belonging;
    let organisation = row.from_organisation.and_then(|id| network.organisations.by_id(id));
    let group = row.from_group.and_then(|id| network.stakeholder_groups.by_id(id));
    let body = row.from_body.and_then(|id| network.bodies.by_id(id));
    let organisations = organisation.into_iter().flat_map(|ix| belonging.relations_of_organisation.of(ix));
    let groups = group.into_iter().flat_map(|ix| belonging.relations_of_group.of(ix));
    organisations.chain(groups).chain(body.into_iter().flat_map(|ix| belonging.relations_of_body.of(ix))).collect()
}

/// The seats of the person who holds one, or of its body.
fn seats(network: &Network, row: &Seat) -> Vec<Ix<Seat>> {
    if let Some(person) = row.holder.and_then(|id| network.persons.by_id(id)) {
        return network.belonging.seats_of_person.of(person).collect();
    }
    network.bodies.by_id(row.body).into_iter().flat_map(|ix| network.belonging.seats_of.of(ix)).collect()
}

/// A fact that changes write.
struct Judged<'a, T> {
    before: &'a Network,
    after: &'a Network,
    /// Which of the changes writes it.
    at: usize,
    row: &'a T,
    field: Option<&'static str>,
}

impl<T: Same + Noun> Judged<'_, T> {
    /// That another one tells of the same as well. Of two that are written together, the second is one too many.
    ///
    /// * `near`: the facts among which the other one lies.
    /// * `written`: which of the changes writes a fact.
    fn double(&self, near: impl Iterator<Item = Ix<T>>, written: impl Fn(Uuid) -> Option<usize>) -> Option<Double> {
        let Self { row, before, .. } = *self;
        let twice = |one: &T, other: &T| one.same(other) && overlap(one, other);
        let was = |id| T::table(before).by_id(id).map(|ix| T::table(before).get(ix));
        let known = |other: &T| was(row.id()).zip(was(other.id())).is_some_and(|(one, other)| twice(one, other));
        let follows = |other: &T| written(other.id().uuid()).is_some_and(|at| at > self.at);
        let others = near.map(|ix| T::table(self.after).get(ix));
        let other = others
            .filter(|other| other.id() != row.id() && twice(row, other))
            .find(|other| !known(other) && !follows(other))?;
        let wrong = Wrong::SaidAlready { noun: T::NOUN, by: other.key().to_string() };
        Some(Double {
            problem: Problem { noun: T::NOUN, key: row.key().to_string(), field: self.field, wrong },
            id: row.id().uuid(),
            other: other.id().uuid(),
            is_together: written(other.id().uuid()).is_some(),
        })
    }
}
