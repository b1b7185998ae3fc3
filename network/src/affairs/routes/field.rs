//! One question laid over the ties: who may begin, end and stand between, and what is left to go from everywhere.

use super::ties::{Ties, cost};
use super::{Asked, Hop, Route, Weights};

/// What costs more than any route.
pub(super) const NEVER: u64 = u64::MAX;

/// What somebody may do in a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Between,
    First,
    Last,
    None,
}

/// The ties as one question sees them. All nodes are ranks.
pub(super) struct Field<'a> {
    pub(super) ties: &'a Ties,
    pub(super) roles: Vec<Role>,
    /// Those who begin, in order.
    pub(super) first: Vec<u32>,
    pub(super) max_hops: usize,
    penalty: u64,
    weights: &'a Weights,
    /// Whether somebody is asked for at both ends.
    pub(super) already_there: bool,
}

impl<'a> Field<'a> {
    pub(super) fn new(ties: &'a Ties, asked: &Asked, weights: &'a Weights) -> Self {
        let mut roles: Vec<Role> =
            ties.passage.iter().map(|passage| if *passage { Role::Between } else { Role::None }).collect();
        let known = |nodes: &[u32]| -> Vec<usize> {
            nodes.iter().filter_map(|node| ties.ranks.get(*node as usize)).map(|rank| *rank as usize).collect()
        };
        known(asked.to).into_iter().for_each(|rank| roles[rank] = Role::Last);
        let mut already_there = false;
        for rank in known(asked.from) {
            already_there |= roles[rank] == Role::Last;
            roles[rank] = Role::First;
        }
        known(asked.avoid).into_iter().for_each(|rank| roles[rank] = Role::None);
        let first = ties.each().filter(|rank| roles[*rank as usize] == Role::First).collect();
        let penalty = cost(weights.hop_penalty);
        Self { ties, roles, first, max_hops: asked.max_hops.get(), penalty, weights, already_there }
    }

    pub(super) fn role(&self, rank: u32) -> Role {
        self.roles[rank as usize]
    }

    /// What a hop costs. Never nothing, so that going round in a circle never pays.
    pub(super) fn cost(&self, arc: u64) -> u64 {
        (arc + self.penalty).max(1)
    }

    /// What a route of so many hops costs without the penalty.
    pub(super) fn without_penalty(&self, cost: u64, hops: usize) -> u64 {
        cost.saturating_sub(self.penalty.saturating_mul(hops as u64))
    }

    /// The route over these nodes, first and last included; `None` when two of them have no tie.
    pub(super) fn route(&self, nodes: &[u32]) -> Option<Route> {
        let caller = |rank: u32| self.ties.nodes[rank as usize];
        let mut hops = Vec::with_capacity(nodes.len().saturating_sub(1));
        let (mut reliability, mut weakest) = (1.0, 0);
        for (at, pair) in nodes.windows(2).enumerate() {
            let arc = self.ties.arc(pair[0], pair[1])?;
            hops.push(Hop { from: caller(pair[0]), to: caller(pair[1]), tie: arc.tie, reliability: arc.reliability });
            reliability *= arc.reliability;
            if arc.reliability < hops[weakest].reliability {
                weakest = at;
            }
        }
        // At most five hops.
        #[expect(clippy::cast_precision_loss, reason = "a route has at most five hops")]
        let penalty = self.weights.hop_penalty * hops.len() as f64;
        Some(Route { hops, reliability, score: reliability * (-penalty).exp(), weakest })
    }
}
