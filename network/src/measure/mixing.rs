//! How groups, such as the helices, are mixed.

use super::{Adjacency, real};

/// Whether ties run inside groups or between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mixing {
    /// Ties between groups.
    pub external: usize,
    /// Ties inside groups.
    pub internal: usize,
    /// (external − internal)/(external + internal): from −1, closed, to 1, open.
    pub ei_index: f64,
    /// The same when all pairs were tied as likely; `None` never happens with a tie.
    pub by_chance: f64,
}

/// The E–I index of ties by groups; `None` when there are no ties.
///
/// * `ties`: undirected; strengths are not used.
/// * `groups`: of each node, to which group it belongs.
///
/// Time O(n log n + m). Source: Krackhardt and Stern 1988, doi:10.2307/2786835.
#[must_use]
pub fn mixing<G: Ord>(ties: &Adjacency, groups: &[G]) -> Option<Mixing> {
    let group = |node: u32| &groups[node as usize];
    let of = |node: u32| ties.others(node).iter().filter(move |other| group(**other) != group(node)).count();
    let external = ties.nodes().map(of).sum::<usize>() / 2;
    let internal = ties.arc_count() / 2 - external;
    let mut sorted: Vec<&G> = groups.iter().collect();
    sorted.sort_unstable();
    let pairs = |n: usize| n * n.saturating_sub(1) / 2;
    let pairs_inside: usize = sorted.chunk_by(|one, other| one == other).map(|group| pairs(group.len())).sum();
    let pairs_between = pairs(groups.len()) - pairs_inside;
    let index = |external: usize, internal: usize| (real(external) - real(internal)) / real(external + internal);
    (external + internal > 0).then(|| Mixing {
        external,
        internal,
        ei_index: index(external, internal),
        by_chance: index(pairs_between, pairs_inside),
    })
}

/// The participation coefficient of each node: over how many groups its ties are spread, 1 − Σ (k_h/k)². 0 when all are with
/// one group; towards 1 − 1/H when all H groups have as many. `None` for isolated nodes.
///
/// Source: Guimerà and Amaral 2005, doi:10.1038/nature03288.
#[must_use]
pub fn participation<G: Ord>(ties: &Adjacency, groups: &[G]) -> Vec<Option<f64>> {
    let of = |node: u32| {
        let mut with: Vec<&G> = ties.others(node).iter().map(|other| &groups[*other as usize]).collect();
        with.sort_unstable();
        let all = real(with.len());
        let squares: f64 =
            with.chunk_by(|one, other| one == other).map(|group| (real(group.len()) / all).powi(2)).sum();
        (!with.is_empty()).then_some(1.0 - squares)
    };
    ties.nodes().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::known::{assert_near, ties};
    use super::*;

    #[test]
    fn ties_are_spread_over_groups() {
        let star = ties(7, &[(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)]);
        let found = participation(&star, &["G", "G", "G", "G", "E", "B", "B"]);
        assert_near(found[0].expect("ties"), 0.56);
        assert_eq!((found[1], found[6]), (Some(0.0), None));
    }

    #[test]
    fn open_and_closed_groups() {
        let found = mixing(&ties(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]), &["G", "B", "G", "B"]).expect("ties");
        assert_eq!((found.external, found.internal, found.ei_index), (4, 0, 1.0));
        // Four of the six pairs lie between the two groups.
        assert_near(found.by_chance, 1.0 / 3.0);
        let closed = mixing(&ties(4, &[(0, 2), (1, 3)]), &["G", "B", "G", "B"]).expect("ties");
        assert_eq!(closed.ei_index, -1.0);
        assert_eq!(mixing(&ties(4, &[]), &[1, 2, 3, 4]), None);
    }
}
