//! Whether the network falls apart.

use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;

use crate::facts::Organisation;
use crate::graph::Graph;
use crate::id::OrganisationId;
use crate::network::Network;
use crate::node::NodeIx;
use crate::table::Ix;

/// Into how many pieces a graph falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pieces {
    /// How many: parts that no link connects, whoever stands alone included.
    pub count: usize,
    /// How many nodes the largest one has.
    pub largest: usize,
}

/// How a projection of organisations falls apart, or comes together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PiecesShift {
    /// Pieces before and after.
    pub pieces: [Pieces; 2],
    /// Pairs of organisations that are in both projections, and are connected in the earlier one only.
    pub disconnected_pairs: usize,
    /// Organisations of both that were in the largest piece and are not any more, in Dutch order of their names: rows of
    /// the later network.
    pub separated: Vec<Ix<Organisation>>,
}

impl PiecesShift {
    /// Compares two projections of organisations, each with its network.
    ///
    /// Time O((n + m) α(n)) for n nodes and m links. Of two largest pieces, that with the first name counts.
    #[must_use]
    pub fn between(before: (&Network, &Graph), after: (&Network, &Graph)) -> Self {
        let [was, is] = [before, after].map(|(network, graph)| Parts::of(network, graph));
        let mut shared: FxHashMap<usize, FxHashMap<usize, usize>> = FxHashMap::default();
        let mut separated = Vec::new();
        for (id, ix, now) in &is.members {
            let Some(then) = was.by_id.get(id) else { continue };
            *shared.entry(*then).or_default().entry(*now).or_default() += 1;
            if *then == was.largest && *now != is.largest {
                separated.push(*ix);
            }
        }
        let pairs = |n: usize| n * n.saturating_sub(1) / 2;
        let lost =
            shared.values().map(|parts| pairs(parts.values().sum()) - parts.values().map(|n| pairs(*n)).sum::<usize>());
        Self { pieces: [was.pieces, is.pieces], disconnected_pairs: lost.sum(), separated }
    }
}

/// The pieces of a graph.
struct Parts {
    pieces: Pieces,
    /// The number of the largest one.
    largest: usize,
    /// Organisations in the order of the graph, and in which piece each is.
    members: Vec<(OrganisationId, Ix<Organisation>, usize)>,
    by_id: FxHashMap<OrganisationId, usize>,
}

impl Parts {
    fn of(network: &Network, graph: &Graph) -> Self {
        let nodes = graph.petgraph();
        let mut union = UnionFind::new(nodes.node_count());
        for link in nodes.edge_references() {
            union.union(link.source().index(), link.target().index());
        }
        let labels = union.into_labeling();
        let mut sizes: FxHashMap<usize, usize> = FxHashMap::default();
        let mut members = Vec::new();
        for (at, node) in graph.nodes() {
            let piece = labels[at.index()];
            *sizes.entry(piece).or_default() += 1;
            if let NodeIx::Organisation(ix) = node {
                members.push((network.organisations.get(ix).id, ix, piece));
            }
        }
        let first = members.iter().map(|(_, _, piece)| *piece).rev();
        let largest = first.max_by_key(|piece| sizes[piece]).unwrap_or(usize::MAX);
        let pieces = Pieces { count: sizes.len(), largest: sizes.get(&largest).copied().unwrap_or(0) };
        Self { pieces, largest, by_id: members.iter().map(|(id, _, piece)| (*id, *piece)).collect(), members }
    }
}
