//! How central nodes are: what a walker who follows ties at random finds most.

use super::{Adjacency, real};

/// How often the walker goes on by a tie rather than to anybody.
pub const DAMPING: f64 = 0.85;

/// How far all ranks together may be from the exact ones.
const TOLERANCE: f64 = 1e-12;

/// Rounds after which it ends in any case. Each one takes at most 0.56 of the error away, so far fewer will do.
const MOST_ROUNDS: usize = 200;

/// The PageRank of each node; together 1. Strong ties are followed more often. Who has no ties is found only by chance, and
/// from there the walker goes on to anybody. Empty for a graph without nodes.
///
/// * `ties`: undirected; strengths are above 0.
///
/// The ranks x are a solution of linear equations that are symmetric in x/s, s the strength of all ties of a node. They are
/// solved by conjugate gradients: far fewer rounds than following the walker. Time O(n + m) a round.
///
/// Sources: Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X; Hestenes and Stiefel 1952, doi:10.6028/jres.049.044.
#[must_use]
pub fn page_rank(ties: &Adjacency) -> Vec<f64> {
    let strengths: Vec<f64> = ties.nodes().map(|node| ties.strength(node)).collect();
    let n_tied = strengths.iter().filter(|strength| **strength > 0.0).count();
    let n_alone = strengths.len() - n_tied;
    if strengths.is_empty() {
        return Vec::new();
    }
    // What each node has by chance alone. Who is tied shares it with the others until 1/(1 − d) of it is there.
    let by_chance = 1.0 / (real(n_alone) + real(n_tied) / (1.0 - DAMPING));
    let total: f64 = strengths.iter().sum();
    // A walker who never goes to anybody by chance finds each as often as its ties are strong.
    let guess = if total > 0.0 { by_chance * real(n_tied) / (1.0 - DAMPING) / total } else { 0.0 };
    let mut per_strength = vec![guess; strengths.len()];
    solve(ties, &strengths, by_chance, &mut per_strength);
    let rank =
        |(per_strength, strength): (f64, &f64)| if *strength > 0.0 { per_strength * strength } else { by_chance };
    per_strength.into_iter().zip(&strengths).map(rank).collect()
}

/// Solves (S − d W) y = c for y = x/s, on nodes with ties: S has their strengths, W those of ties, c is what each has by
/// chance.
fn solve(ties: &Adjacency, strengths: &[f64], by_chance: f64, y: &mut [f64]) {
    let mut image = vec![0.0; y.len()];
    apply(ties, strengths, y, &mut image);
    let mut left: Vec<f64> = image
        .iter()
        .zip(strengths)
        .map(|(image, strength)| if *strength > 0.0 { by_chance - image } else { 0.0 })
        .collect();
    // Errors of ranks are at most 1/(1 − d) of what is left.
    let enough = |left: &[f64]| left.iter().map(|left| left.abs()).sum::<f64>() <= TOLERANCE * (1.0 - DAMPING);
    let scaled = |left: &[f64]| -> Vec<f64> {
        left.iter().zip(strengths).map(|(left, strength)| if *strength > 0.0 { left / strength } else { 0.0 }).collect()
    };
    let mut step = scaled(&left);
    let mut size = dot(&left, &step);
    for _ in 0..MOST_ROUNDS {
        if enough(&left) {
            break;
        }
        apply(ties, strengths, &step, &mut image);
        let length = size / dot(&step, &image);
        y.iter_mut().zip(&step).for_each(|(y, step)| *y += length * step);
        left.iter_mut().zip(&image).for_each(|(left, image)| *left -= length * image);
        let next = scaled(&left);
        let (before, now) = (size, dot(&left, &next));
        size = now;
        step.iter_mut().zip(next).for_each(|(step, next)| *step = next + now / before * *step);
    }
}

/// (S − d W) y.
fn apply(ties: &Adjacency, strengths: &[f64], y: &[f64], image: &mut [f64]) {
    for node in ties.nodes() {
        let followed: f64 = ties.ties(node).map(|(other, strength)| strength * y[other as usize]).sum();
        image[node as usize] = strengths[node as usize] * y[node as usize] - DAMPING * followed;
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::super::known::karate;
    use super::*;

    #[test]
    fn the_karate_club_is_ranked_as_networkx_ranks_it() {
        let ranks = page_rank(&karate());
        for (node, expected) in
            [(0, 0.096_997_285), (1, 0.052_876_924), (2, 0.057_078_509), (11, 0.009_564_745), (33, 0.100_919_182)]
        {
            assert!((ranks[node] - expected).abs() < 1e-8, "{node}: {} is not {expected}", ranks[node]);
        }
        assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn strong_ties_count_more_and_who_has_none_is_found_by_chance() {
        let ranks = page_rank(&Adjacency::undirected(4, [(0, 1, 0.5), (1, 2, 0.25)]));
        for (rank, expected) in ranks.iter().zip([0.310_167_310, 0.463_320_463, 0.178_893_179, 0.047_619_048]) {
            assert!((rank - expected).abs() < 1e-8, "{ranks:?}");
        }
        assert!(page_rank(&Adjacency::undirected(0, [])).is_empty());
        assert_eq!(page_rank(&Adjacency::undirected(2, [])), [0.5, 0.5]);
    }
}
