//! How good a division into groups is, and how alike two of them are.

use std::collections::BTreeMap;

use super::{Adjacency, real};

/// Newman's modularity of a division: the share of tie strength inside groups, less what chance would have there. From −½
/// to 1; `None` when there are no ties.
///
/// * `of`: of each node, the number of its group.
///
/// Source: Newman and Girvan 2004, doi:10.1103/PhysRevE.69.026113.
#[must_use]
pub fn modularity(ties: &Adjacency, of: &[u32]) -> Option<f64> {
    let mut inside = vec![0.0; of.iter().max().map_or(0, |most| *most as usize + 1)];
    let mut all = inside.clone();
    for node in ties.nodes() {
        let group = of[node as usize];
        all[group as usize] += ties.strength(node);
        let within = ties.ties(node).filter(|(other, _)| of[*other as usize] == group);
        inside[group as usize] += within.map(|(_, strength)| strength).sum::<f64>();
    }
    let total: f64 = all.iter().sum();
    let part = |(inside, all): (&f64, &f64)| inside / total - (all / total).powi(2);
    (total > 0.0).then(|| inside.iter().zip(&all).map(part).sum())
}

/// The adjusted Rand index of two divisions of the same nodes: 1 when they are the same, 0 when they are as alike as chance
/// would have it. `None` when chance could make no other: each leaves everybody alone, or everybody together.
///
/// Source: Hubert and Arabie 1985, doi:10.1007/BF01908075.
#[must_use]
pub fn adjusted_rand<G: Ord + Copy, H: Ord + Copy>(one: &[G], other: &[H]) -> Option<f64> {
    let pairs =
        |counts: &mut dyn Iterator<Item = usize>| -> f64 { counts.map(|n| real(n * n.saturating_sub(1) / 2)).sum() };
    let (mut both, mut rows, mut columns) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (one, other) in one.iter().zip(other) {
        *both.entry((*one, *other)).or_insert(0usize) += 1;
        *rows.entry(*one).or_insert(0usize) += 1;
        *columns.entry(*other).or_insert(0usize) += 1;
    }
    let together = pairs(&mut both.into_values());
    let (in_one, in_other) = (pairs(&mut rows.into_values()), pairs(&mut columns.into_values()));
    let all = pairs(&mut std::iter::once(one.len()));
    let by_chance = in_one * in_other / all;
    let most = f64::midpoint(in_one, in_other);
    (all > 0.0 && most != by_chance).then(|| (together - by_chance) / (most - by_chance))
}

#[cfg(test)]
mod tests {
    use super::super::known::{assert_near, karate, ties};
    use super::*;

    #[test]
    fn the_two_factions_of_the_karate_club() {
        // Who went with the instructor and who with the president, after Zachary.
        let with_instructor = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21];
        let of: Vec<u32> = (0..34).map(|node| u32::from(!with_instructor.contains(&node))).collect();
        // networkx: community.modularity of the attribute "club".
        assert_near(modularity(&karate(), &of).expect("ties"), 0.358_234_7);
        assert_near(modularity(&karate(), &[0; 34]).expect("ties"), 0.0);
        assert_eq!(modularity(&ties(3, &[]), &[0, 1, 2]), None);
    }

    #[test]
    fn divisions_are_alike_beyond_chance() {
        assert_eq!(adjusted_rand(&[0, 0, 1, 1], &["b", "b", "a", "a"]), Some(1.0));
        // Of scikit-learn's documentation.
        assert_near(adjusted_rand(&[0, 0, 1, 2], &[0, 0, 1, 1]).expect("defined"), 0.571_428_6);
        assert_near(adjusted_rand(&[0, 0, 1, 1], &[0, 1, 0, 1]).expect("defined"), -0.5);
        assert_eq!(adjusted_rand(&[0, 1, 2], &[0, 1, 2]), None);
        assert_eq!(adjusted_rand(&[0, 0], &[1, 1]), None);
        assert_eq!(adjusted_rand::<u8, u8>(&[], &[]), None);
    }
}
