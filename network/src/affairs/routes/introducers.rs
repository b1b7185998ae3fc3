//! Who can introduce us.

use super::field::{Field, Role};
use super::reached::Reached;
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
    // The last hop leads to them.
    let reached = Reached::new(&field, field.max_hops - 1);
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
