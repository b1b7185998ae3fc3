//! How central nodes are: what a walker who follows links at random finds most.

use petgraph::visit::EdgeRef;

use super::Graph;

/// How often the walker goes on by a link rather than to anybody.
pub const DAMPING: f64 = 0.85;

/// Less change than this in all ranks together, per node, ends the iteration.
const TOLERANCE: f64 = 1e-12;

/// Rounds after which it ends in any case: 0.85 to the power of 200 is below the tolerance.
const MOST_ROUNDS: usize = 200;

impl Graph {
    /// The PageRank of each node, by its place; together 1. Links count as strong as they are, and each as 1 where links
    /// have no strength. Who has no links is found only by chance. Empty for a graph without nodes.
    ///
    /// Time O(n + m) for each of at most 200 rounds.
    #[must_use]
    pub fn page_rank(&self) -> Vec<f64> {
        let links = self
            .graph
            .edge_references()
            .map(|link| (link.source().index(), link.target().index(), link.weight().strength.unwrap_or(1.0)));
        page_rank(self.node_count(), &links.collect::<Vec<_>>())
    }
}

/// The PageRank of n nodes; together 1.
///
/// * `links`: undirected, each once, with its strength above 0.
///
/// Source: Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X; weighted as in networkx.
fn page_rank(n: usize, links: &[(usize, usize, f64)]) -> Vec<f64> {
    if n == 0 {
        return Vec::new();
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of nodes are far below 2^52")]
    let each = 1.0 / n as f64;
    let mut strengths = vec![0.0; n];
    for (one, other, strength) in links {
        strengths[*one] += strength;
        strengths[*other] += strength;
    }
    let mut ranks = vec![each; n];
    for _ in 0..MOST_ROUNDS {
        let stuck: f64 = (0..n).filter(|at| strengths[*at] <= 0.0).map(|at| ranks[at]).sum();
        let mut next = vec![(1.0 - DAMPING) * each + DAMPING * stuck * each; n];
        for (one, other, strength) in links {
            next[*other] += DAMPING * ranks[*one] * strength / strengths[*one];
            next[*one] += DAMPING * ranks[*other] * strength / strengths[*other];
        }
        let change: f64 = next.iter().zip(&ranks).map(|(new, old)| (new - old).abs()).sum();
        ranks = next;
        if change * each < TOLERANCE {
            break;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Zachary's karate club, 1977: who meets whom outside of it.
    const KARATE: &str = "0 1 0 2 0 3 0 4 0 5 0 6 0 7 0 8 0 10 0 11 0 12 0 13 0 17 0 19 0 21 0 31 1 2 1 3 1 7 1 13 1 17 1 19 \
        1 21 1 30 2 3 2 7 2 8 2 9 2 13 2 27 2 28 2 32 3 7 3 12 3 13 4 6 4 10 5 6 5 10 5 16 6 16 8 30 8 32 8 33 9 33 13 33 \
        14 32 14 33 15 32 15 33 18 32 18 33 19 33 20 32 20 33 22 32 22 33 23 25 23 27 23 29 23 32 23 33 24 25 24 27 24 31 \
        25 31 26 29 26 33 27 33 28 31 28 33 29 32 29 33 30 32 30 33 31 32 31 33 32 33";

    #[test]
    fn the_karate_club_is_ranked_as_networkx_ranks_it() {
        let numbers: Vec<usize> = KARATE.split_whitespace().map(|word| word.parse().expect("a number")).collect();
        let links: Vec<_> = numbers.chunks(2).map(|pair| (pair[0], pair[1], 1.0)).collect();
        assert_eq!(links.len(), 78);
        let ranks = page_rank(34, &links);
        for (node, expected) in
            [(0, 0.096_997_285), (1, 0.052_876_924), (2, 0.057_078_509), (11, 0.009_564_745), (33, 0.100_919_182)]
        {
            assert!((ranks[node] - expected).abs() < 1e-8, "{node}: {} is not {expected}", ranks[node]);
        }
        assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn strong_links_count_more_and_who_has_none_is_found_by_chance() {
        let ranks = page_rank(4, &[(0, 1, 0.5), (1, 2, 0.25)]);
        for (rank, expected) in ranks.iter().zip([0.310_167_310, 0.463_320_463, 0.178_893_179, 0.047_619_048]) {
            assert!((rank - expected).abs() < 1e-8, "{ranks:?}");
        }
        assert!(page_rank(0, &[]).is_empty());
    }
}
