//! The best way to the end from somewhere, when some steps are not allowed.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::field::{Field, NEVER, Role};

/// Stands for the end of a route where the node that comes next is told.
pub(super) const END: u32 = u32::MAX;

/// Arcs that the searches of one question may look at together.
pub(super) const MOST_STEPS: u64 = 4_000_000;

/// Searches of one question.
///
/// With a limit on hops the best way to a node is not all that matters: a dearer way with fewer hops may still get to the
/// end. So states are pairs of a node and the hops that are left, and a search goes through them by A*. What is left to go
/// at least is known exactly when nothing is forbidden, which it seldom is: a search then goes straight to the end.
pub(super) struct Searches<'a> {
    pub(super) field: &'a Field<'a>,
    /// Where a route may go first, with the cost and the one who begins, by rank.
    entries: Vec<(u32, u64, u32)>,
    /// By rank, the last step from there: its cost and to whom. `NEVER` when there is none.
    exits: Vec<(u64, u32)>,
    /// By hops that are left less one, by rank: what it costs at least to get to the end.
    left: Vec<Vec<u64>>,
    labels: Vec<Label>,
    /// Number of this search: labels of an earlier one do not count.
    round: u32,
    steps: u64,
    most_steps: u64,
}

/// The best known way from where a search begins to a state.
#[derive(Clone, Copy)]
struct Label {
    round: u32,
    cost: u64,
    /// The state before; `NO_STATE` for the first.
    before: u32,
}

const NO_STATE: u32 = u32::MAX;

/// The best of some routes: those between first and last, as ranks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) cost: u64,
    /// So that at the same cost fewer hops go first.
    n_between: usize,
    pub(super) between: Vec<u32>,
}

impl Found {
    fn new(cost: u64, between: Vec<u32>) -> Self {
        Self { cost, n_between: between.len(), between }
    }
}

/// The searches of this question have looked at as much as they may.
pub(super) struct CutOff;

impl<'a> Searches<'a> {
    pub(super) fn new(field: &'a Field<'a>, most_steps: u64) -> Self {
        let n_nodes = field.ties.node_count();
        // A route with somebody in between has so many hops left from there, at most.
        let most_left = field.max_hops - 1;
        let mut entries: Vec<(u32, u64, u32)> = Vec::new();
        for first in &field.first {
            let arcs = field.ties.arcs(*first).iter().filter(|arc| field.role(arc.to) == Role::Between);
            entries.extend(arcs.map(|arc| (arc.to, field.cost(arc.cost), *first)));
        }
        entries.sort_unstable();
        entries.dedup_by_key(|(node, ..)| *node);

        let mut exits = vec![(NEVER, END); n_nodes];
        let mut left: Vec<Vec<u64>> = Vec::with_capacity(most_left);
        for _ in 0..most_left {
            let mut now = vec![NEVER; n_nodes];
            for node in field.ties.each().filter(|node| field.role(*node) == Role::Between) {
                let at = node as usize;
                match left.last() {
                    None => {
                        let arcs = field.ties.arcs(node).iter().filter(|arc| field.role(arc.to) == Role::Last);
                        exits[at] = arcs.map(|arc| (field.cost(arc.cost), arc.to)).min().unwrap_or((NEVER, END));
                        now[at] = exits[at].0;
                    }
                    Some(fewer) => {
                        now[at] = fewer[at];
                        for arc in field.ties.arcs(node) {
                            // Those who may not stand in between are at NEVER.
                            let rest = fewer[arc.to as usize];
                            if rest != NEVER {
                                now[at] = now[at].min(field.cost(arc.cost) + rest);
                            }
                        }
                    }
                }
            }
            left.push(now);
        }
        let labels = vec![Label { round: 0, cost: NEVER, before: NO_STATE }; n_nodes * most_left];
        Self { field, entries, exits, left, labels, round: 0, steps: 0, most_steps }
    }

    /// The best route that begins with these in between and does not go on to one of the forbidden; `None` when there is
    /// none. Of equal ones the one with fewer hops, and then the one whose nodes come first.
    ///
    /// * `forbidden`: nodes that must not come next; [`END`] when the route must not end there.
    pub(super) fn best(&mut self, root: &[u32], forbidden: &[u32]) -> Result<Option<Found>, CutOff> {
        self.round += 1;
        let Some(most_left) = self.left.len().checked_sub(1) else { return Ok(None) };
        let mut queue = BinaryHeap::new();
        let mut best: Option<Found> = None;
        match root.last() {
            None => {
                self.steps += self.entries.len() as u64;
                for at in 0..self.entries.len() {
                    let (node, cost, _) = self.entries[at];
                    if !forbidden.contains(&node) {
                        self.reach(&mut queue, (node, most_left), cost, NO_STATE, NEVER);
                    }
                }
            }
            Some(node) => {
                // The hop to the first of the root has left `most_left`, each further one less.
                let left = most_left + 1 - root.len();
                let cost = self.cost_of(root);
                self.expand(&mut queue, &mut best, (*node, left, cost, NO_STATE), root, forbidden);
            }
        }
        while let Some(Reverse((at_least, cost, state))) = queue.pop() {
            // Ways that may cost the same are all looked at, so that the right one of equals is told.
            if best.as_ref().is_some_and(|best| at_least > best.cost) {
                break;
            }
            let (node, left) = self.place(state);
            if self.labels[state as usize].cost == cost {
                self.expand(&mut queue, &mut best, (node, left, cost, state), root, &[]);
            }
            if self.steps > self.most_steps {
                return Err(CutOff);
            }
        }
        Ok(best)
    }

    /// Goes on from a state in all ways.
    fn expand(
        &mut self,
        queue: &mut BinaryHeap<Reverse<(u64, u64, u32)>>,
        best: &mut Option<Found>,
        (node, left, cost, state): (u32, usize, u64, u32),
        root: &[u32],
        forbidden: &[u32],
    ) {
        let exit = self.exits[node as usize].0;
        if exit != NEVER && !forbidden.contains(&END) {
            let total = cost + exit;
            if best.as_ref().is_none_or(|best| total <= best.cost) {
                let mut between = root.to_vec();
                between.extend(self.way(state));
                let found = Found::new(total, between);
                if best.as_ref().is_none_or(|best| found < *best) {
                    *best = Some(found);
                }
            }
        }
        let Some(fewer) = left.checked_sub(1) else { return };
        let at_most = best.as_ref().map_or(NEVER, |best| best.cost);
        let field = self.field;
        let arcs = field.ties.arcs(node);
        self.steps += arcs.len() as u64;
        for arc in arcs {
            if field.role(arc.to) == Role::Between && !root.contains(&arc.to) && !forbidden.contains(&arc.to) {
                self.reach(queue, (arc.to, fewer), cost + field.cost(arc.cost), state, at_most);
            }
        }
    }

    /// A way to a state: kept when it is the best so far, and may lead to a route that costs no more than so much.
    fn reach(
        &mut self,
        queue: &mut BinaryHeap<Reverse<(u64, u64, u32)>>,
        (node, left): (u32, usize),
        cost: u64,
        before: u32,
        at_most: u64,
    ) {
        let rest = self.left[left][node as usize];
        if rest == NEVER || cost + rest > at_most {
            return;
        }
        let state = self.state(node, left);
        let known = self.labels[state as usize];
        let new = known.round != self.round;
        // Whoever comes before costs less, and is therefore taken from the queue before: an equal way is never too late.
        if new || cost < known.cost {
            self.labels[state as usize] = Label { round: self.round, cost, before };
            queue.push(Reverse((cost + rest, cost, state)));
        } else if cost == known.cost && before != known.before && self.way(before).lt(self.way(known.before)) {
            self.labels[state as usize].before = before;
        }
    }

    /// The nodes on the best known way to a state, in order.
    fn way(&self, state: u32) -> impl Iterator<Item = u32> + use<> {
        let mut nodes = [END; 5];
        let mut from = nodes.len();
        let mut state = state;
        while state != NO_STATE && from > 0 {
            from -= 1;
            nodes[from] = self.place(state).0;
            state = self.labels[state as usize].before;
        }
        nodes.into_iter().skip(from)
    }

    fn state(&self, node: u32, left: usize) -> u32 {
        #[expect(clippy::cast_possible_truncation, reason = "at most four")]
        let (left, layers) = (left as u32, self.left.len() as u32);
        node * layers + left
    }

    fn place(&self, state: u32) -> (u32, usize) {
        #[expect(clippy::cast_possible_truncation, reason = "at most four")]
        let layers = self.left.len() as u32;
        (state / layers, (state % layers) as usize)
    }

    /// What it costs to get to the last of these.
    fn cost_of(&self, root: &[u32]) -> u64 {
        let entry = root.first().and_then(|node| self.entry(*node)).map_or(NEVER, |(cost, _)| cost);
        let rest = root
            .windows(2)
            .map(|pair| self.field.ties.arc(pair[0], pair[1]).map_or(NEVER, |arc| self.field.cost(arc.cost)));
        rest.fold(entry, u64::saturating_add)
    }

    fn entry(&self, node: u32) -> Option<(u64, u32)> {
        let at = self.entries.binary_search_by_key(&node, |(node, ..)| *node).ok()?;
        let (_, cost, first) = self.entries[at];
        Some((cost, first))
    }

    /// All nodes of the route with these in between.
    pub(super) fn whole(&self, between: &[u32]) -> Option<Vec<u32>> {
        let (_, first) = self.entry(*between.first()?)?;
        let (_, last) = *self.exits.get(*between.last()? as usize)?;
        Some(std::iter::once(first).chain(between.iter().copied()).chain([last]).collect())
    }
}
