//! What it costs to reach everybody.

use super::field::{Field, NEVER, Role};

/// What it costs to reach everybody from those who begin.
pub(super) struct Reached {
    /// By hops less one, by rank: the least cost with exactly so many hops, and who comes before.
    layers: Vec<Vec<(u64, u32)>>,
}

impl Reached {
    /// * `most_hops`: with at most so many.
    pub(super) fn new(field: &Field, most_hops: usize) -> Self {
        let nobody = vec![(NEVER, u32::MAX); field.ties.node_count()];
        let mut layers: Vec<Vec<(u64, u32)>> = Vec::new();
        for _ in 0..most_hops {
            let mut now = nobody.clone();
            let mut go = |from: u32, so_far: u64| {
                for arc in field.ties.arcs(from).iter().filter(|arc| field.role(arc.to) == Role::Between) {
                    let cost = so_far + field.cost(arc.cost);
                    // Who comes before is met in order, so the first of equals is kept.
                    if cost < now[arc.to as usize].0 {
                        now[arc.to as usize] = (cost, from);
                    }
                }
            };
            match layers.last() {
                None => field.first.iter().for_each(|first| go(*first, 0)),
                Some(before) => {
                    let reached = field.ties.each().map(|from| (from, before[from as usize].0));
                    reached.filter(|(_, so_far)| *so_far != NEVER).for_each(|(from, so_far)| go(from, so_far));
                }
            }
            layers.push(now);
        }
        Self { layers }
    }

    /// The least cost to somebody, with its hops: the fewest of equals.
    pub(super) fn best(&self, node: u32) -> Option<(u64, usize)> {
        let each = self.layers.iter().zip(1..).map(|(layer, hops)| (layer[node as usize].0, hops));
        each.filter(|(cost, _)| *cost != NEVER).min()
    }

    /// The best way to somebody with so many hops. As no other number of hops costs less, nobody is met twice.
    pub(super) fn way(&self, node: u32, hops: usize) -> Vec<u32> {
        let mut nodes = vec![node];
        let mut at = node;
        for layer in self.layers[..hops].iter().rev() {
            at = layer[at as usize].1;
            nodes.push(at);
        }
        nodes.reverse();
        nodes
    }
}
