//! Who can introduce us.

use super::field::{Field, NEVER, Role};
use super::{Asked, Route, Ties, Weights};

/// Somebody who knows one of those we want to reach, and whom we can reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Introducer {
    /// Who it is.
    pub node: u32,
    /// How reliable the best route from us to them is: above 0, at most 1.
    pub to_introducer: f64,
    /// How reliable their tie with the one we want to reach is: the best when they know several.
    pub from_introducer: f64,
    /// The whole way, they being the last but one. Its reliability is the product of the two.
    pub route: Route,
}

/// Who can introduce us, best first: by r(us → b)·p(b → t), then by order.
///
/// r is the reliability of the best route to b, best as for [`routes`](super::routes()); of routes that cost the same the
/// one with fewer hops counts, and then the one whose nodes come first, looking back from b. p is the reliability of the
/// best tie from b to one of those we want to reach. An introducer may be asked by one of us: nobody who begins or ends
/// routes, is avoided or does not want to be asked is one.
///
/// * `asked`: `max_hops` counts the whole way, from us to them.
/// * `most`: how many introducers at most.
///
/// Exact. Time O(h·m) for at most h hops and m ties.
#[must_use]
pub fn introducers(ties: &Ties, asked: &Asked, most: usize, weights: &Weights) -> Vec<Introducer> {
    let field = Field::new(ties, asked, weights);
    let reached = Reached::new(&field);
    // By what the whole way costs without the penalty of hops, which is −ln (r·p).
    let mut found: Vec<(u64, u32, usize, u32)> = Vec::new();
    for node in ties.each().filter(|node| field.role(*node) == Role::Between) {
        let exits = ties.arcs(node).iter().filter(|arc| field.role(arc.to) == Role::Last);
        if let Some((exit, last)) = exits.map(|arc| (arc.cost, arc.to)).min()
            && let Some((cost, hops)) = reached.best(node)
        {
            found.push((field.without_penalty(cost, hops) + exit, node, hops, last));
        }
    }
    found.sort_unstable();
    found.truncate(most);
    let told = found.into_iter().filter_map(|(_, node, hops, last)| {
        let mut nodes = reached.way(node, hops);
        nodes.push(last);
        let route = field.route(&nodes)?;
        let (ours, theirs) = route.hops.split_at(route.hops.len() - 1);
        Some(Introducer {
            node: ties.nodes[node as usize],
            to_introducer: ours.iter().map(|hop| hop.reliability).product(),
            from_introducer: theirs.iter().map(|hop| hop.reliability).product(),
            route,
        })
    });
    told.collect()
}

/// What it costs to reach everybody from those who begin.
struct Reached {
    /// By hops less one, by rank: the least cost with exactly so many hops, and who comes before.
    layers: Vec<Vec<(u64, u32)>>,
}

impl Reached {
    fn new(field: &Field) -> Self {
        let nobody = vec![(NEVER, u32::MAX); field.ties.node_count()];
        let mut layers: Vec<Vec<(u64, u32)>> = Vec::new();
        for _ in 1..field.max_hops {
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
    fn best(&self, node: u32) -> Option<(u64, usize)> {
        let each = self.layers.iter().zip(1..).map(|(layer, hops)| (layer[node as usize].0, hops));
        each.filter(|(cost, _)| *cost != NEVER).min()
    }

    /// The best way to somebody with so many hops. As no other number of hops costs less, nobody is met twice.
    fn way(&self, node: u32, hops: usize) -> Vec<u32> {
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
