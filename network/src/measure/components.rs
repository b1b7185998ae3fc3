//! What hangs together.

use super::Adjacency;

/// Of each node the number of the component to which it belongs: nodes that can reach each other have the same one.
/// Components are numbered from 0, in the order of their lowest nodes.
///
/// * `ties`: undirected; strengths are not used.
///
/// Time and space O(n + m).
#[must_use]
pub fn components(ties: &Adjacency) -> Vec<u32> {
    let mut of = vec![u32::MAX; ties.node_count()];
    let mut next = 0;
    let mut open = Vec::new();
    for start in ties.nodes() {
        if of[start as usize] != u32::MAX {
            continue;
        }
        of[start as usize] = next;
        open.push(start);
        while let Some(node) = open.pop() {
            for other in ties.others(node) {
                let component = &mut of[*other as usize];
                if *component == u32::MAX {
                    *component = next;
                    open.push(*other);
                }
            }
        }
        next += 1;
    }
    of
}

#[cfg(test)]
mod tests {
    use super::super::known::{florentine, ties};
    use super::*;

    #[test]
    fn who_can_reach_each_other_is_one_component() {
        assert_eq!(components(&ties(5, &[(3, 1), (4, 0)])), [0, 1, 2, 1, 0]);
        assert!(components(&florentine()).iter().all(|component| *component == 0));
    }
}
