//! The best routes, in order.

use std::collections::BTreeMap;
use std::iter::Peekable;

use rustc_hash::FxHashSet;

use super::field::{Field, Role};
use super::search::{CutOff, END, Found, MOST_STEPS, Searches};
use super::{Asked, Route, RouteCount, RouteWarning, Routes, Ties, Weights};

/// The best routes from some to others, best first.
///
/// The cost of a route is Σ (−ln p + λ) over its hops, λ being the penalty of a hop; the cheapest is the best. Of equal
/// ones that with fewer hops goes first, and then that whose nodes in between come first in their order. Nobody is met
/// twice. Those who begin or end routes stand between no others: a route begins with the last of ours and ends with the
/// first of theirs. Who is to be avoided has no part in it at all.
///
/// A route whose intermediaries all take part in one and the same better route is left out: it fails with them. So of the
/// ways through the same people only the best is told. Direct ties have nobody in between, and are told one by one.
///
/// * `ties`: n nodes and m ties.
/// * `count`: how many routes, k.
///
/// Exact, unless a warning says [`RouteWarning::CutOff`]: the work is bounded, and what is told then is the beginning of
/// the whole answer. Time O(h·m) before the first route for at most h hops, O(h·m log m) for each further one at worst, and
/// mostly no more than what its own nodes have ties. Source: Yen 1971, doi:10.1287/mnsc.17.11.712, partitioned as in
/// Lawler 1972, doi:10.1287/mnsc.18.7.401, on the graph of nodes and hops that are left.
#[must_use]
pub fn routes(ties: &Ties, asked: &Asked, count: RouteCount, weights: &Weights) -> Routes {
    within(MOST_STEPS, ties, asked, count, weights)
}

/// The same, with a bound on the work.
pub(super) fn within(most_steps: u64, ties: &Ties, asked: &Asked, count: RouteCount, weights: &Weights) -> Routes {
    let field = Field::new(ties, asked, weights);
    let mut warnings = Vec::new();
    let mut kept: Vec<Route> = Vec::new();
    let mut sets: Vec<FxHashSet<u32>> = Vec::new();
    let mut ranked = Ranked::new(&field, most_steps);
    while kept.len() < count.get() {
        match ranked.next_route() {
            Ok(Some(Whole { nodes, between })) => {
                let new = between.is_empty() || !sets.iter().any(|set| between.iter().all(|node| set.contains(node)));
                if let Some(route) = field.route(&nodes).filter(|_| new) {
                    sets.push(between.into_iter().collect());
                    kept.push(route);
                }
            }
            Ok(None) => {
                warnings.push(RouteWarning::FewerThanAsked);
                break;
            }
            Err(CutOff) => {
                warnings.push(RouteWarning::CutOff);
                break;
            }
        }
    }
    warnings.extend(field.already_there.then_some(RouteWarning::AlreadyThere));
    Routes { routes: kept, cold_contact: weights.cold_contact, warnings }
}

/// All routes in order, one at a time.
struct Ranked<'a> {
    searches: Searches<'a>,
    direct: Peekable<std::vec::IntoIter<(u64, u32, u32)>>,
    /// Sets of routes that have nothing in common, by the best route of each.
    sets: BTreeMap<Found, Set>,
    /// The set whose best route was told last: what is left of it is looked at when it is asked for.
    open: Option<(Found, Set)>,
    begun: bool,
}

/// A route.
struct Whole {
    nodes: Vec<u32>,
    /// Those but the first and the last.
    between: Vec<u32>,
}

/// Routes that begin with the same nodes in between and then do not go on to some.
struct Set {
    n_root: usize,
    forbidden: Vec<u32>,
}

impl<'a> Ranked<'a> {
    fn new(field: &'a Field<'a>, most_steps: u64) -> Self {
        let mut direct = Vec::new();
        for first in &field.first {
            let arcs = field.ties.arcs(*first).iter().filter(|arc| field.role(arc.to) == Role::Last);
            direct.extend(arcs.map(|arc| (field.cost(arc.cost), *first, arc.to)));
        }
        direct.sort_unstable();
        let direct = direct.into_iter().peekable();
        Self { searches: Searches::new(field, most_steps), direct, sets: BTreeMap::new(), open: None, begun: false }
    }

    /// The next route.
    fn next_route(&mut self) -> Result<Option<Whole>, CutOff> {
        if !std::mem::replace(&mut self.begun, true) {
            self.add(&[], Vec::new())?;
        }
        if let Some((found, set)) = self.open.take() {
            self.part(&found.between, set)?;
        }
        let indirect = self.sets.first_key_value().map(|(found, _)| found.cost);
        // At the same cost a direct tie has fewer hops.
        if let Some((_, first, last)) = self.direct.next_if(|(cost, ..)| indirect.is_none_or(|other| *cost <= other)) {
            return Ok(Some(Whole { nodes: vec![first, last], between: Vec::new() }));
        }
        let Some((found, set)) = self.sets.pop_first() else { return Ok(None) };
        let nodes = self.searches.whole(&found.between).unwrap_or_default();
        let between = found.between.clone();
        self.open = Some((found, set));
        Ok(Some(Whole { nodes, between }))
    }

    /// Parts what is left of a set by where its routes leave its best one.
    fn part(&mut self, best: &[u32], set: Set) -> Result<(), CutOff> {
        let mut forbidden = set.forbidden;
        for at in set.n_root..=best.len() {
            forbidden.push(best.get(at).copied().unwrap_or(END));
            self.add(&best[..at], std::mem::take(&mut forbidden))?;
        }
        Ok(())
    }

    fn add(&mut self, root: &[u32], forbidden: Vec<u32>) -> Result<(), CutOff> {
        if let Some(found) = self.searches.best(root, &forbidden)? {
            self.sets.insert(found, Set { n_root: root.len(), forbidden });
        }
        Ok(())
    }
}
