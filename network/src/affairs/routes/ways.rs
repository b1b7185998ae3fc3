//! The best way to each of many.

use super::field::Field;
use super::reached::Reached;
use super::{Asked, MaxHops, Route, Ties, Weights};

/// The best ways from some to everybody: worked out once, for whoever asks for many.
pub struct Ways<'a> {
    field: Field<'a>,
    reached: Reached,
}

impl<'a> Ways<'a> {
    /// The ways from some, best as for [`routes`](super::routes()).
    ///
    /// * `avoid`: who is to have no part in it.
    ///
    /// Exact. Time O(h·m) for at most h hops and m ties.
    #[must_use]
    pub fn new(ties: &'a Ties, from: &[u32], avoid: &[u32], max_hops: MaxHops, weights: &'a Weights) -> Self {
        let field = Field::new(ties, &Asked { from, to: &[], avoid, max_hops }, weights);
        let reached = Reached::new(&field, max_hops.get());
        Self { field, reached }
    }

    /// The best way to one of these: of those that cost the same the one with fewer hops, then to who comes first. `None`
    /// when there is no way, or none to anybody who lets routes through; and to those from whom ways begin.
    ///
    /// Time O(h) for each that is asked for.
    #[must_use]
    pub fn to(&self, to: &[u32]) -> Option<Route> {
        let ranks = to.iter().filter_map(|node| self.field.ties.ranks.get(*node as usize).copied());
        let best = ranks.filter_map(|rank| self.reached.best(rank).map(|(cost, hops)| (cost, hops, rank))).min();
        let (_, hops, rank) = best?;
        self.field.route(&self.reached.way(rank, hops))
    }
}
