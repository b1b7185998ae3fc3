//! Targets that nobody of ours can be introduced to any more.

use rustc_hash::FxHashSet;

use crate::affairs::acquaintances::Acquaintances;
use crate::affairs::reach::{persons_of_partners, persons_of_target};
use crate::affairs::routes::{MaxHops, Ways, Weights};
use crate::facts::*;
use crate::id::{PersonId, TargetId};
use crate::table::Ix;
use crate::view::View;

/// Who knows whom in a view, and from whom ways begin.
#[derive(Debug, Clone, Copy)]
pub struct Reach<'a> {
    /// The view.
    pub view: &'a View,
    /// Who knows whom in it.
    pub known: &'a Acquaintances,
    /// Those of ours from whom ways begin.
    pub ours: &'a [Ix<Person>],
}

/// Targets to whom there was a way and is none, in the order of rows: rows of the later network. Who worked for a partner
/// that is none any more introduces nobody.
///
/// Time O(t + h·m) for t targets, h hops and m ties.
#[must_use]
pub fn out_of_reach(before: Reach<'_>, after: Reach<'_>) -> Vec<Ix<Target>> {
    let there = reached(before, &[]);
    let id = |view: &View, ix: Ix<Person>| -> PersonId { view.network().persons.get(ix).id };
    let partners = |view: &View| persons_of_partners(view).into_iter().map(|ix| id(view, ix)).collect::<FxHashSet<_>>();
    let (were, are) = (partners(before.view), partners(after.view));
    let persons = &after.view.network().persons;
    let gone: Vec<_> = were.difference(&are).filter_map(|id| persons.by_id(*id)).collect();
    let now = reached(after, &gone);
    let network = after.view.network();
    let targets = network.targets.indices().filter(|ix| after.view.fact(&network.targets, *ix).is_some());
    targets
        .filter(|ix| there.contains(&network.targets.get(*ix).id) && !now.contains(&network.targets.get(*ix).id))
        .collect()
}

/// The targets to whom there is a way, or at whom one of ours is.
fn reached(reach: Reach<'_>, avoid: &[Ix<Person>]) -> FxHashSet<TargetId> {
    let (network, weights) = (reach.view.network(), Weights::default());
    let ours: Vec<_> = reach.ours.iter().copied().filter(|ix| !avoid.contains(ix)).collect();
    let (from, avoid) = (reach.known.numbers(&ours), reach.known.numbers(avoid));
    let ways = Ways::new(&reach.known.ties, &from, &avoid, MaxHops::default(), &weights);
    let is_reached = |row: &Target| {
        let theirs = persons_of_target(reach.view, row);
        theirs.iter().any(|person| ours.contains(person)) || ways.to(&reach.known.numbers(&theirs)).is_some()
    };
    let targets = network.targets.indices().filter(|ix| reach.view.fact(&network.targets, *ix).is_some());
    targets.map(|ix| network.targets.get(ix)).filter(|row| is_reached(row)).map(|row| row.id).collect()
}
