//! What falls apart when one node or one tie goes.

use super::Adjacency;

/// Not seen yet.
const UNSEEN: u32 = u32::MAX;

/// Nodes and ties without which what hangs together falls apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cuts {
    /// Of each node, whether it is an articulation point: without it, others that hang together no longer do.
    pub articulation: Vec<bool>,
    /// Ties without which two parts do not hang together, in order; of each the lower node first.
    pub bridges: Vec<(u32, u32)>,
}

/// Where a walk in depth is: a node, from whom it came, and how many of its ties it has looked at.
struct Step {
    node: u32,
    from: u32,
    looked_at: usize,
}

/// Articulation points and bridges.
///
/// * `ties`: undirected and simple, so the only tie with who the walk came from is the one that it came by.
///
/// Time and space O(n + m), no recursion. Source: Hopcroft and Tarjan 1973, doi:10.1145/362248.362272.
#[must_use]
pub fn cuts(ties: &Adjacency) -> Cuts {
    let n = ties.node_count();
    let mut found = Cuts { articulation: vec![false; n], bridges: Vec::new() };
    // When each node was seen first, and the earliest that can be reached from it and those below it.
    let mut seen = vec![UNSEEN; n];
    let mut earliest = vec![UNSEEN; n];
    let mut moment = 0;
    let mut walk: Vec<Step> = Vec::new();
    for root in ties.nodes() {
        if seen[root as usize] != UNSEEN {
            continue;
        }
        let mut below_root = 0;
        walk.push(Step { node: root, from: root, looked_at: 0 });
        (seen[root as usize], earliest[root as usize]) = (moment, moment);
        moment += 1;
        while let Some(step) = walk.last_mut() {
            let (node, from) = (step.node, step.from);
            if let Some(other) = ties.others(node).get(step.looked_at).copied() {
                step.looked_at += 1;
                if seen[other as usize] == UNSEEN {
                    (seen[other as usize], earliest[other as usize]) = (moment, moment);
                    moment += 1;
                    walk.push(Step { node: other, from: node, looked_at: 0 });
                } else if other != from {
                    earliest[node as usize] = earliest[node as usize].min(seen[other as usize]);
                }
                continue;
            }
            walk.pop();
            if node == root {
                break;
            }
            let (reaches, came_at) = (earliest[node as usize], seen[from as usize]);
            earliest[from as usize] = earliest[from as usize].min(reaches);
            if reaches > came_at {
                found.bridges.push((node.min(from), node.max(from)));
            }
            if from == root {
                below_root += 1;
            } else if reaches >= came_at {
                found.articulation[from as usize] = true;
            }
        }
        found.articulation[root as usize] = below_root > 1;
    }
    found.bridges.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::super::known::{FLORENTINE, florentine, karate, ties};
    use super::*;

    fn points(cuts: &Cuts) -> Vec<usize> {
        (0..cuts.articulation.len()).filter(|at| cuts.articulation[*at]).collect()
    }

    #[test]
    fn florence_falls_apart_without_four_families() {
        let cuts = cuts(&florentine());
        let names: Vec<_> = points(&cuts).into_iter().map(|at| FLORENTINE[at]).collect();
        assert_eq!(names, ["Albizzi", "Guadagni", "Medici", "Salviati"]);
        let name = |node: &u32| FLORENTINE[*node as usize];
        let bridges: Vec<_> =
            cuts.bridges.iter().map(|(one, other)| format!("{}–{}", name(one), name(other))).collect();
        assert_eq!(
            bridges,
            ["Acciaiuoli–Medici", "Albizzi–Ginori", "Guadagni–Lamberteschi", "Medici–Salviati", "Pazzi–Salviati"]
        );
    }

    #[test]
    fn the_karate_club_falls_apart_without_its_instructor() {
        assert_eq!(points(&cuts(&karate())), [0]);
    }

    #[test]
    fn a_circle_holds_a_chain_does_not() {
        assert_eq!(
            cuts(&ties(4, &[(0, 1), (1, 2), (2, 3), (3, 0)])),
            Cuts { articulation: vec![false; 4], bridges: vec![] }
        );
        let chain = cuts(&ties(3, &[(2, 1), (1, 0)]));
        assert_eq!(chain, Cuts { articulation: vec![false, true, false], bridges: vec![(0, 1), (1, 2)] });
        // So long that a recursion would not do.
        let long: Vec<_> = (0..200_000).map(|at| (at, at + 1)).collect();
        assert_eq!(cuts(&ties(200_001, &long)).bridges.len(), 200_000);
    }
}
