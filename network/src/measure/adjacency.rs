//! Who is tied to whom, laid out for measures: numbers in a few arrays that lie beside each other.

use petgraph::visit::EdgeRef;

use crate::graph::Graph;

/// Who is tied to whom. Nodes are numbers from 0; of each node the others, in order, with how strong the tie is. Simple: two
/// nodes have at most one tie, whose strength is that of all links between them together, and none is tied to itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjacency {
    /// Where the others of each node begin, and at last where they end.
    offsets: Vec<u32>,
    others: Vec<u32>,
    strengths: Vec<f64>,
}

impl Adjacency {
    /// That of a projection, by the places of its nodes. A link without a strength is as strong as 1.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let links = graph.petgraph().edge_references();
        let number = |at: petgraph::graph::NodeIndex| u32::try_from(at.index()).unwrap_or(u32::MAX);
        let tie = |link: petgraph::graph::EdgeReference<'_, crate::graph::Link>| {
            (number(link.source()), number(link.target()), link.weight().strength.unwrap_or(1.0))
        };
        Self::undirected(graph.node_count(), links.map(tie))
    }

    /// Ties that run both ways, each given once: who, with whom, how strong. Both are below `n`. Time O(n + m log m).
    #[must_use]
    pub fn undirected(n: usize, ties: impl IntoIterator<Item = (u32, u32, f64)>) -> Self {
        Self::directed(
            n,
            ties.into_iter().flat_map(|(one, other, strength)| [(one, other, strength), (other, one, strength)]),
        )
    }

    /// Ties that run one way: from whom, to whom, how strong. Both are below `n`. Time O(n + m log m).
    #[must_use]
    pub fn directed(n: usize, ties: impl IntoIterator<Item = (u32, u32, f64)>) -> Self {
        let mut ties: Vec<_> = ties.into_iter().filter(|(from, to, _)| from != to).collect();
        // Stable, so that strengths are added up in the order in which they were given.
        ties.sort_by_key(|(from, to, _)| (*from, *to));
        ties.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            kept.2 += if same { next.2 } else { 0.0 };
            same
        });
        let mut offsets = vec![0u32; n + 1];
        for (from, ..) in &ties {
            offsets[*from as usize + 1] += 1;
        }
        for at in 0..n {
            offsets[at + 1] += offsets[at];
        }
        let (others, strengths) = ties.into_iter().map(|(_, to, strength)| (to, strength)).unzip();
        Self { offsets, others, strengths }
    }

    /// How many nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.offsets.len() - 1
    }

    /// How many ties, counted from each of its ends: twice the ties of an undirected graph.
    #[must_use]
    pub fn arc_count(&self) -> usize {
        self.others.len()
    }

    /// With whom a node is tied, in order.
    #[must_use]
    pub fn others(&self, node: u32) -> &[u32] {
        &self.others[self.range(node)]
    }

    /// With whom a node is tied, in order, and how strongly.
    pub fn ties(&self, node: u32) -> impl ExactSizeIterator<Item = (u32, f64)> {
        let range = self.range(node);
        self.others[range.clone()].iter().copied().zip(self.strengths[range].iter().copied())
    }

    /// With how many a node is tied.
    #[must_use]
    pub fn degree(&self, node: u32) -> usize {
        self.range(node).len()
    }

    /// How strong the ties of a node are together; 0 for who has none.
    #[must_use]
    pub fn strength(&self, node: u32) -> f64 {
        self.strengths[self.range(node)].iter().sum()
    }

    /// All nodes, in order.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = u32> + DoubleEndedIterator + use<> {
        0..u32::try_from(self.node_count()).unwrap_or(u32::MAX)
    }

    /// Steps to follow two ties from each node: Σ degree².
    #[must_use]
    pub fn two_step_count(&self) -> u64 {
        self.nodes().map(|node| (self.degree(node) as u64).pow(2)).sum()
    }

    fn range(&self, node: u32) -> std::ops::Range<usize> {
        self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_lie_in_order_and_parallel_ones_are_one() {
        let ties = Adjacency::undirected(4, [(2, 0, 1.0), (0, 1, 0.5), (0, 2, 0.25), (1, 1, 9.0)]);
        assert_eq!(ties.ties(0).collect::<Vec<_>>(), [(1, 0.5), (2, 1.25)]);
        assert_eq!((ties.others(1), ties.others(2), ties.others(3)), (&[0][..], &[0][..], &[][..]));
        assert_eq!((ties.node_count(), ties.arc_count(), ties.degree(0), ties.strength(0)), (4, 4, 2, 1.75));
        assert_eq!(ties.two_step_count(), 4 + 1 + 1);
        let one_way = Adjacency::directed(2, [(1, 0, 1.0)]);
        assert_eq!((one_way.degree(0), one_way.others(1)), (0, &[0][..]));
    }
}
