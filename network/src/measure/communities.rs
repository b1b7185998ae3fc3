//! Groups that behave as one, as a check on coalitions that were declared. Behaviour, not membership.

use rustc_hash::FxHashMap;

use super::leiden::leiden;
use super::partition::{adjusted_rand, modularity};
use super::random::Random;
use super::{Adjacency, real};

/// How often the graph is divided anew.
const RUNS: u64 = 20;

/// A graph divided into communities: groups that are tied more with each other than chance would have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// Of each node the number of its community: from 0, the largest first, of equal ones that with the lowest node.
    pub of: Vec<u32>,
    /// How many communities.
    pub count: usize,
    /// How much more is tied inside than by chance, from −½ to 1; `None` when there are no ties.
    pub modularity: Option<f64>,
    /// How alike the divisions of all runs are: the mean adjusted Rand index of all pairs of them; 1 when all are the same.
    /// `None` when there is nothing that could be divided otherwise.
    pub stability: Option<f64>,
}

/// Divides a graph by Leiden, 20 times with seeds from `seed` on. The division with the highest modularity, of equal ones the
/// first, is divided again from what it has in common with each of the others, and the best of all is taken. A node without
/// ties is a community of its own.
///
/// * `ties`: undirected, with strengths above 0.
///
/// Each community hangs together. Time about O(m log n) a run.
/// Sources: Traag, Waltman and Van Eck 2019, doi:10.1038/s41598-019-41695-z; to begin again from what divisions have in
/// common, Ovelgönne and Geyer-Schulz 2013, An Ensemble Learning Strategy for Graph Clustering.
#[must_use]
pub fn communities(ties: &Adjacency, seed: u64) -> Communities {
    let alone = || ties.nodes().collect::<Vec<u32>>();
    let run = |run: u64| leiden(ties, alone(), &mut Random::new(seed.wrapping_add(run)));
    let runs: Vec<Vec<u32>> = (0..RUNS).map(run).collect();
    let (best, quality) = best(ties, &runs, &mut Random::new(seed.wrapping_add(RUNS)));
    let pairs = (0..runs.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    let alike: Option<Vec<f64>> = pairs.map(|(one, other)| alike(&runs[one], &runs[other])).collect();
    let (of, count) = largest_first(&best);
    let mean = |alike: Vec<f64>| alike.iter().sum::<f64>() / real(alike.len());
    Communities { of, count, modularity: quality, stability: alike.filter(|_| quality.is_some()).map(mean) }
}

/// The best division that is found from those that are there, with its modularity.
fn best(ties: &Adjacency, runs: &[Vec<u32>], random: &mut Random) -> (Vec<u32>, Option<f64>) {
    let judged = |of: Vec<u32>| (modularity(ties, &of), of);
    let better = |best: (Option<f64>, Vec<u32>), other: (_, _)| if other.0 > best.0 { other } else { best };
    let first = runs.iter().cloned().map(judged).fold((None, ties.nodes().collect()), better);
    let (quality, of) = runs.iter().fold(first, |best, run| {
        if best.1 == *run {
            return best;
        }
        let again = leiden(ties, in_common(&best.1, run), random);
        better(best, judged(again))
    });
    (of, quality)
}

/// Nodes that are together in both divisions are together, under the number of the first of them.
fn in_common(one: &[u32], other: &[u32]) -> Vec<u32> {
    let mut first = FxHashMap::default();
    one.iter().zip(other).zip(0..).map(|(pair, node)| *first.entry(pair).or_insert(node)).collect()
}

fn alike(one: &[u32], other: &[u32]) -> Option<f64> {
    // Of the same division there is no doubt, even where chance could make no other.
    if one == other { Some(1.0) } else { adjusted_rand(one, other) }
}

/// Numbers communities by size. Those given are numbered in the order of their lowest nodes.
fn largest_first(of: &[u32]) -> (Vec<u32>, usize) {
    let count = of.iter().max().map_or(0, |most| *most as usize + 1);
    let mut sizes = vec![0usize; count];
    of.iter().for_each(|community| sizes[*community as usize] += 1);
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|community| std::cmp::Reverse(sizes[*community]));
    let mut numbers = vec![0; count];
    order.into_iter().zip(0..).for_each(|(community, number)| numbers[community] = number);
    (of.iter().map(|community| numbers[*community as usize]).collect(), count)
}

#[cfg(test)]
mod tests {
    use super::super::components;
    use super::super::known::{assert_near, florentine, karate, ties};
    use super::*;

    #[test]
    fn the_karate_club_has_four_communities_at_its_best() {
        let found = communities(&karate(), 0);
        // The highest there is: Brandes et al. 2008, doi:10.1109/TKDE.2007.190689.
        assert_near(found.modularity.expect("ties"), 0.419_789_6);
        assert_eq!(found.count, 4);
        assert!(found.stability.is_some_and(|stability| stability > 0.8), "{found:?}");
        assert_eq!(found, communities(&karate(), 0));
    }

    #[test]
    fn two_triangles_are_two_communities_and_who_is_alone_is_one() {
        let found = communities(&ties(8, &[(1, 2), (2, 3), (3, 1), (4, 5), (5, 6), (6, 4), (3, 4)]), 1);
        assert_eq!(found.of, [2, 0, 0, 0, 1, 1, 1, 3]);
        assert_eq!((found.count, found.stability), (4, Some(1.0)));
        let nothing = communities(&ties(2, &[]), 0);
        assert_eq!(nothing, Communities { of: vec![0, 1], count: 2, modularity: None, stability: None });
    }

    #[test]
    fn each_community_hangs_together() {
        for graph in [karate(), florentine()] {
            for seed in 0..20 {
                let of = leiden(&graph, graph.nodes().collect(), &mut Random::new(seed));
                let inside = graph.nodes().flat_map(|node| graph.others(node).iter().map(move |other| (node, *other)));
                let inside = inside.filter(|(one, other)| of[*one as usize] == of[*other as usize]);
                let within = Adjacency::directed(of.len(), inside.map(|(one, other)| (one, other, 1.0)));
                let n_communities = of.iter().max().map_or(0, |most| most + 1);
                assert_eq!(components(&within).iter().max().map(|most| most + 1), Some(n_communities));
            }
        }
    }
}
