//! Who is near to the others.

use std::num::NonZeroUsize;

use super::parallel::in_parts;
use super::{Adjacency, real};

/// Harmonic centrality of each node: Σ 1/d over all others, d the number of ties on the shortest way; who cannot be reached
/// adds 0, so that parts that do not hang together can be compared.
///
/// * `ties`: undirected, n nodes, m ties; strengths are not used.
/// * `threads`: how many may be used; the result is the same for any number.
///
/// Returns n values by node, each in [0, n−1], not normalised. Time O(nm), space O(n + m).
/// Source: Boldi and Vigna 2014, doi:10.1080/15427951.2013.865686.
#[must_use]
pub fn harmonic(ties: &Adjacency, threads: NonZeroUsize) -> Vec<f64> {
    let n = ties.node_count();
    in_parts(n, threads, |sources| {
        let mut seen_from = vec![u32::MAX; n];
        let mut reached = Vec::with_capacity(n);
        sources.map(|source| from(ties, source, &mut seen_from, &mut reached)).collect::<Vec<_>>()
    })
    .concat()
}

/// * `seen_from`: of each node, the last source from which it was reached.
fn from(ties: &Adjacency, source: usize, seen_from: &mut [u32], reached: &mut Vec<u32>) -> f64 {
    let source = u32::try_from(source).unwrap_or(u32::MAX);
    reached.clear();
    reached.push(source);
    seen_from[source as usize] = source;
    let (mut sum, mut start, mut distance) = (0.0, 0, 0.0);
    while start < reached.len() {
        let end = reached.len();
        if distance > 0.0 {
            sum += real(end - start) / distance;
        }
        for at in start..end {
            for other in ties.others(reached[at]) {
                let seen = &mut seen_from[*other as usize];
                if *seen != source {
                    *seen = source;
                    reached.push(*other);
                }
            }
        }
        start = end;
        distance += 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::known::{FLORENTINE, assert_near, florentine, ties};
    use super::*;

    #[test]
    fn the_medici_are_near_to_all() {
        let values = harmonic(&florentine(), NonZeroUsize::MIN);
        assert_near(values[FLORENTINE.iter().position(|name| *name == "Medici").expect("a family")], 9.5);
    }

    #[test]
    fn who_cannot_be_reached_adds_nothing() {
        let values = harmonic(&ties(4, &[(0, 1), (1, 2)]), NonZeroUsize::MIN);
        assert_eq!(values, [1.5, 2.0, 1.5, 0.0]);
    }
}
