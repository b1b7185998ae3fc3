//! What holds of every graph.

use std::num::NonZeroUsize;

use proptest::prelude::*;

use super::*;

/// Up to 30 nodes, and pairs among them that are tied with some strength.
fn any_ties() -> impl Strategy<Value = (usize, Vec<(u32, u32, f64)>)> {
    (1usize..30).prop_flat_map(|n| {
        let node = 0..u32::try_from(n).expect("few");
        let tie = (node.clone(), node, 0.1f64..2.0);
        (Just(n), proptest::collection::vec(tie, 0..3 * n))
    })
}

fn without(n: usize, ties: &Adjacency, goes: impl Fn(u32, u32) -> bool) -> Adjacency {
    let of = |node: u32| ties.ties(node).map(move |(other, strength)| (node, other, strength));
    Adjacency::directed(n, ties.nodes().flat_map(of).filter(|(one, other, _)| !goes(*one, *other)))
}

fn component_count(ties: &Adjacency) -> u32 {
    components(ties).into_iter().max().map_or(0, |most| most + 1)
}

fn near(one: &[f64], other: &[f64]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-9)
}

/// All numbers of nodes from the other end.
fn turned<T>(values: impl IntoIterator<Item = T, IntoIter: DoubleEndedIterator>) -> Vec<T> {
    values.into_iter().rev().collect()
}

proptest! {
    #[test]
    fn threads_change_nothing((n, pairs) in any_ties(), threads in 2usize..6) {
        let ties = Adjacency::undirected(n, pairs);
        let threads = NonZeroUsize::new(threads).expect("some");
        let bits = |values: Vec<f64>| values.into_iter().map(f64::to_bits).collect::<Vec<_>>();
        prop_assert_eq!(bits(betweenness(&ties, NonZeroUsize::MIN)), bits(betweenness(&ties, threads)));
        prop_assert_eq!(bits(harmonic(&ties, NonZeroUsize::MIN)), bits(harmonic(&ties, threads)));
    }

    #[test]
    fn names_of_nodes_do_not_matter((n, pairs) in any_ties()) {
        let last = u32::try_from(n - 1).expect("few");
        let ties = Adjacency::undirected(n, pairs.iter().copied());
        let other = Adjacency::undirected(n, pairs.iter().map(|(a, b, strength)| (last - a, last - b, *strength)));
        let one = NonZeroUsize::MIN;
        prop_assert!(near(&betweenness(&ties, one), &turned(betweenness(&other, one))));
        prop_assert!(near(&harmonic(&ties, one), &turned(harmonic(&other, one))));
        prop_assert!(near(&page_rank(&ties), &turned(page_rank(&other))));
        prop_assert_eq!(core_numbers(&ties), turned(core_numbers(&other)));
        prop_assert_eq!(cuts(&ties).articulation, turned(cuts(&other).articulation));
        prop_assert_eq!(effective_size(&ties), turned(effective_size(&other)));
        let (constraint, turned_constraint) = (constraint(&ties), turned(constraint(&other)));
        let some = |values: &[Option<f64>]| values.iter().map(|value| value.unwrap_or(-1.0)).collect::<Vec<_>>();
        prop_assert!(near(&some(&constraint), &some(&turned_constraint)));
    }

    #[test]
    fn paths_run_through_all_but_their_ends((n, pairs) in any_ties()) {
        let ties = Adjacency::undirected(n, pairs);
        prop_assume!(n > 2);
        // From each node the distances to all, found by squaring the table of ties.
        let far = n + 1;
        let mut distances = vec![vec![far; n]; n];
        for one in ties.nodes() {
            distances[one as usize][one as usize] = 0;
            ties.others(one).iter().for_each(|other| distances[one as usize][*other as usize] = 1);
        }
        for via in 0..n {
            for one in 0..n {
                for other in 0..n {
                    distances[one][other] = distances[one][other].min(distances[one][via] + distances[via][other]);
                }
            }
        }
        // A shortest path of d ties runs through d − 1 others.
        let inner: usize = distances.iter().flatten().filter(|d| (2..far).contains(*d)).map(|d| d - 1).sum();
        let sum: f64 = betweenness(&ties, NonZeroUsize::MIN).iter().sum();
        prop_assert!((sum - real(inner) / (real(n - 1) * real(n - 2))).abs() < 1e-9);
        let near_to = |of: &Vec<usize>| of.iter().filter(|d| (1..far).contains(*d)).map(|d| 1.0 / real(*d)).sum::<f64>();
        let expected: Vec<f64> = distances.iter().map(near_to).collect();
        prop_assert!(near(&harmonic(&ties, NonZeroUsize::MIN), &expected));
    }

    #[test]
    fn what_cuts_makes_one_part_more((n, pairs) in any_ties()) {
        let ties = Adjacency::undirected(n, pairs);
        let (parts, cut) = (component_count(&ties), cuts(&ties));
        for node in ties.nodes() {
            let left = without(n, &ties, |one, other| one == node || other == node);
            // The node itself is a part now, unless it was one before.
            let alone = u32::from(ties.degree(node) > 0);
            prop_assert_eq!(component_count(&left) > parts + alone, cut.articulation[node as usize]);
        }
        for one in ties.nodes() {
            for other in ties.others(one).iter().copied().filter(|other| one < *other) {
                let left = without(n, &ties, |a, b| (a.min(b), a.max(b)) == (one, other));
                prop_assert_eq!(component_count(&left) > parts, cut.bridges.contains(&(one, other)));
            }
        }
    }

    #[test]
    fn a_core_holds_itself((n, pairs) in any_ties()) {
        let ties = Adjacency::undirected(n, pairs);
        let cores = core_numbers(&ties);
        for k in 0..=cores.iter().copied().max().unwrap_or(0) + 1 {
            // Take away who has too few, until nobody has.
            let mut stays = vec![true; n];
            while let Some(node) = ties.nodes().find(|node| {
                let left = ties.others(*node).iter().filter(|other| stays[**other as usize]).count();
                stays[*node as usize] && left < k as usize
            }) {
                stays[node as usize] = false;
            }
            prop_assert_eq!(stays, cores.iter().map(|core| *core >= k).collect::<Vec<_>>());
        }
    }

    #[test]
    fn ranks_are_what_the_walker_finds((n, pairs) in any_ties()) {
        let ties = Adjacency::undirected(n, pairs);
        let ranks = page_rank(&ties);
        prop_assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-11);
        let stuck: f64 = ties.nodes().filter(|node| ties.degree(*node) == 0).map(|node| ranks[node as usize]).sum();
        let next: Vec<f64> = ties
            .nodes()
            .map(|node| {
                let follows = |(other, strength)| ranks[other as usize] * strength / ties.strength(other);
                let followed: f64 = ties.ties(node).map(follows).sum();
                (1.0 - DAMPING + DAMPING * stuck) / real(n) + DAMPING * followed
            })
            .collect();
        prop_assert!(near(&ranks, &next));
    }

    #[test]
    fn no_division_into_communities_is_better_by_one_move((n, pairs) in any_ties(), seed in 0u64..50) {
        let ties = Adjacency::undirected(n, pairs);
        let found = communities(&ties, seed);
        prop_assert_eq!(&communities(&ties, seed), &found);
        let Some(best) = found.modularity else { return Ok(()) };
        for node in ties.nodes() {
            for to in 0..=u32::try_from(found.count).expect("few") {
                let mut moved = found.of.clone();
                moved[node as usize] = to;
                prop_assert!(modularity(&ties, &moved).expect("ties") <= best + 1e-9);
            }
        }
    }
}
