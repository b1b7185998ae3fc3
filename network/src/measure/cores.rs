//! Who is in the thick of it.

use super::Adjacency;

/// The core number of each node: the largest k for which it is among nodes that all have at least k ties with each other.
/// 0 for isolated nodes.
///
/// * `ties`: undirected; strengths are not used.
///
/// Time and space O(n + m). Source: Batagelj and Zaveršnik 2003, arXiv:cs/0310049.
#[must_use]
pub fn core_numbers(ties: &Adjacency) -> Vec<u32> {
    let n = ties.node_count();
    // Ties left of each node; in the end its core number.
    let mut left: Vec<u32> = ties.nodes().map(|node| u32::try_from(ties.degree(node)).unwrap_or(u32::MAX)).collect();
    // Nodes in order of the ties that they have left, the place of each among them, and where each number begins.
    let mut begins = vec![0usize; left.iter().max().map_or(0, |most| *most as usize) + 2];
    left.iter().for_each(|left| begins[*left as usize + 1] += 1);
    for at in 1..begins.len() {
        begins[at] += begins[at - 1];
    }
    let mut order = vec![0u32; n];
    let mut places = vec![0usize; n];
    let mut next = begins.clone();
    for node in ties.nodes() {
        let place = &mut next[left[node as usize] as usize];
        order[*place] = node;
        places[node as usize] = *place;
        *place += 1;
    }
    // The one with the fewest goes, and takes a tie from each who has more.
    for at in 0..n {
        let node = order[at];
        let core = left[node as usize];
        for other in ties.others(node) {
            let has = left[*other as usize];
            if has > core {
                // It changes places with the first of those who have as many, and that number begins one later.
                let (place, first) = (places[*other as usize], begins[has as usize]);
                let moved = order[first];
                order.swap(place, first);
                (places[*other as usize], places[moved as usize]) = (first, place);
                begins[has as usize] += 1;
                left[*other as usize] = has - 1;
            }
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::super::known::{FLORENTINE, florentine, karate, ties};
    use super::*;

    #[test]
    fn the_cores_of_known_graphs() {
        assert_eq!(core_numbers(&karate()).into_iter().max(), Some(4));
        let florence = core_numbers(&florentine());
        assert_eq!(florence[FLORENTINE.iter().position(|name| *name == "Medici").expect("a family")], 2);
        // A triangle with a tail, and somebody alone.
        assert_eq!(core_numbers(&ties(5, &[(0, 1), (1, 2), (2, 0), (2, 3)])), [2, 2, 2, 1, 0]);
        assert_eq!(core_numbers(&ties(0, &[])), [0; 0]);
    }
}
