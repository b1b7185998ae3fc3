//! Some of the nodes among all: what a declared coalition looks like in a graph.

use rustc_hash::FxHashSet;

use super::{Graph, TooManySteps};
use crate::measure::{Adjacency, adjusted_rand, cuts};
use crate::node::NodeIx;

impl Graph {
    /// Those of these nodes without whom others of them, that hang together by links among them alone, no longer do; in the
    /// order of the graph. Time O(n + m).
    #[must_use]
    pub fn indispensable(&self, members: &FxHashSet<NodeIx>) -> Vec<NodeIx> {
        let is_member: Vec<bool> = self.nodes().map(|(_, node)| members.contains(&node)).collect();
        let ties = self.ties();
        let among = |node: u32| {
            let others = ties.ties(node).filter(|(other, _)| is_member[*other as usize]);
            others.map(move |(other, strength)| (node, other, strength))
        };
        let inside = ties.nodes().filter(|node| is_member[*node as usize]).flat_map(among);
        let cuts = cuts(&Adjacency::directed(ties.node_count(), inside));
        let places = self.nodes().zip(&cuts.articulation).filter(|(_, is_point)| **is_point);
        places.map(|((_, node), _)| node).collect()
    }

    /// How alike communities are to these nodes on the one side and all others on the other, see [`adjusted_rand`]: whether
    /// who declared something behaves as one group. `None` where chance could make no other division.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn communities_like_members(&self, members: &FxHashSet<NodeIx>) -> Result<Option<f64>, TooManySteps> {
        let is_member: Vec<bool> = self.nodes().map(|(_, node)| members.contains(&node)).collect();
        Ok(adjusted_rand(&self.communities()?.of, &is_member))
    }
}
