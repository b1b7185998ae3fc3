//! Who sits between others that are not tied with each other: structural holes.

use super::{Adjacency, real};

/// Burt's constraint of each node: how much of its ties lead back to the same few. Low: it sits between others that do not
/// know each other.
///
/// c_i = Σ_j (p_ij + Σ_q p_iq p_qj)², over those with whom i is tied; p_ij is what the tie with j is of the strength of all
/// ties of i.
///
/// * `ties`: undirected, with strengths above 0.
///
/// `None` for isolated nodes. From 1/n of a star upwards; 1 for a single tie; above 1 in small closed circles.
/// Time O(Σ degree²), space O(n). Source: Burt 1992, Structural Holes, ch. 2.
#[must_use]
pub fn constraint(ties: &Adjacency) -> Vec<Option<f64>> {
    let strengths: Vec<f64> = ties.nodes().map(|node| ties.strength(node)).collect();
    let mut parts = vec![0.0; ties.node_count()];
    let of = |node: u32| {
        for (other, strength) in ties.ties(node) {
            let part = strength / strengths[node as usize];
            parts[other as usize] += part;
            for (third, strength) in ties.ties(other) {
                parts[third as usize] += part * strength / strengths[other as usize];
            }
        }
        let squares = ties.others(node).iter().map(|other| parts[*other as usize].powi(2)).sum();
        for other in ties.others(node) {
            parts[*other as usize] = 0.0;
            ties.others(*other).iter().for_each(|third| parts[*third as usize] = 0.0);
        }
        (ties.degree(node) > 0).then_some(squares)
    };
    ties.nodes().map(of).collect()
}

/// The effective size of each node's circle: with how many it is tied, less with how many of them each of these is tied on
/// average, n − 2t/n. From 1, all know each other, to n, nobody does.
///
/// * `ties`: undirected; strengths are not used.
///
/// `None` for isolated nodes. Time O(Σ degree²), space O(n). Source: Borgatti 1997, Connections 20(1), after Burt 1992.
#[must_use]
pub fn effective_size(ties: &Adjacency) -> Vec<Option<f64>> {
    let mut circle_of = vec![u32::MAX; ties.node_count()];
    let of = |node: u32| {
        let others = ties.others(node);
        others.iter().for_each(|other| circle_of[*other as usize] = node);
        let among =
            |other: &u32| ties.others(*other).iter().filter(|third| circle_of[**third as usize] == node).count();
        // Each tie among them is seen from both of its ends.
        let twice: usize = others.iter().map(among).sum();
        (!others.is_empty()).then(|| real(others.len()) - real(twice) / real(others.len()))
    };
    ties.nodes().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::known::{FLORENTINE, assert_near, florentine, ties};
    use super::*;

    #[test]
    fn the_centre_of_a_star_is_free_and_a_triangle_is_not() {
        let star = constraint(&ties(4, &[(0, 1), (0, 2), (0, 3)]));
        assert_near(star[0].expect("tied"), 1.0 / 3.0);
        assert_near(star[1].expect("tied"), 1.0);
        for value in constraint(&ties(3, &[(0, 1), (1, 2), (2, 0)])) {
            assert_near(value.expect("tied"), 1.125);
        }
        assert_eq!(constraint(&ties(1, &[])), [None]);
        assert_eq!(effective_size(&ties(1, &[])), [None]);
    }

    #[test]
    fn the_medici_are_less_constrained_than_the_guadagni() {
        let at = |family| FLORENTINE.iter().position(|name| *name == family).expect("a family");
        let (constraint, size) = (constraint(&florentine()), effective_size(&florentine()));
        assert_near(constraint[at("Medici")].expect("tied"), 0.209_877);
        assert_near(constraint[at("Guadagni")].expect("tied"), 0.25);
        assert!((size[at("Medici")].expect("tied") - 17.0 / 3.0).abs() < 1e-12);
        assert_eq!(size[at("Guadagni")], Some(4.0));
    }
}
