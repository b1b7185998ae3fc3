//! Routes by example, and against all routes there are.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;

/// Ties that work both ways, each with its place as number: "who, who, how reliable".
fn ties(n_nodes: u32, hubs: &[u32], both_ways: &[(u32, u32, f64)]) -> Ties {
    let nodes: Vec<Node> = (0..n_nodes).map(|at| Node { order: at, passage: !hubs.contains(&at) }).collect();
    let ways = (0..).zip(both_ways).flat_map(|(tie, (one, other, reliability))| {
        [(*one, *other), (*other, *one)].map(|(from, to)| Tie { from, to, tie, reliability: *reliability })
    });
    Ties::new(&nodes, &ways.collect::<Vec<_>>())
}

fn asked<'a>(from: &'a [u32], to: &'a [u32], max_hops: i64) -> Asked<'a> {
    Asked { from, to, avoid: &[], max_hops: max_hops.try_into().expect("a number of hops") }
}

fn found(ties: &Ties, asked: &Asked, count: i64) -> Routes {
    routes(ties, asked, count.try_into().expect("a number of routes"), &Weights::default())
}

/// Routes as "0-1-3 0.504".
fn told(routes: &[Route]) -> Vec<String> {
    let told = routes.iter().map(|route| {
        let nodes: Vec<String> = nodes(route).iter().map(u32::to_string).collect();
        format!("{} {:.4}", nodes.join("-"), route.reliability)
    });
    told.collect()
}

fn nodes(route: &Route) -> Vec<u32> {
    std::iter::once(route.hops[0].from).chain(route.hops.iter().map(|hop| hop.to)).collect()
}

#[track_caller]
fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

/// We (0) know the director (3) from long ago, and somebody who knows somebody who knows them well.
const STALE_OR_LONG: [(u32, u32, f64); 4] = [(0, 3, 0.12), (0, 1, 0.8), (1, 2, 0.7), (2, 3, 0.9)];

#[test]
fn three_strong_ties_beat_a_stale_one() {
    let routes = found(&ties(4, &[], &STALE_OR_LONG), &asked(&[0], &[3], 3), 3);
    assert_eq!(told(&routes.routes), ["0-1-2-3 0.5040", "0-3 0.1200"]);
    let best = &routes.routes[0];
    near(best.reliability, 0.504);
    near(best.score, 0.504 * (-0.315_f64).exp());
    assert_eq!(best.hops[best.weakest], Hop { from: 1, to: 2, tie: 2, reliability: 0.7 });
    assert_eq!(best.between().collect::<Vec<_>>(), [1, 2]);
    near(routes.cold_contact, 0.05);
    assert_eq!(routes.warnings, [RouteWarning::FewerThanAsked]);
}

#[test]
fn no_route_is_longer_than_asked() {
    let ties = ties(4, &[], &STALE_OR_LONG);
    assert_eq!(told(&found(&ties, &asked(&[0], &[3], 2), 1).routes), ["0-3 0.1200"]);
    assert_eq!(told(&found(&ties, &asked(&[0], &[2], 1), 1).routes), [] as [&str; 0]);
}

#[test]
fn a_dearer_way_with_fewer_hops_may_be_the_only_one_that_gets_there() {
    // The best way to 2 is by 1, but then there are no hops left for 3 and 4.
    let ties = ties(5, &[], &[(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.2), (2, 3, 0.9), (3, 4, 0.9)]);
    assert_eq!(told(&found(&ties, &asked(&[0], &[4], 3), 1).routes), ["0-2-3-4 0.1620"]);
    assert_eq!(told(&found(&ties, &asked(&[0], &[4], 4), 1).routes), ["0-1-2-3-4 0.6561"]);
}

#[test]
fn who_is_avoided_has_no_part_in_it() {
    let ties = ties(4, &[], &STALE_OR_LONG);
    let avoiding = |avoid: &'static [u32]| Asked { avoid, ..asked(&[0], &[3], 3) };
    assert_eq!(told(&found(&ties, &avoiding(&[2]), 3).routes), ["0-3 0.1200"]);
    assert_eq!(told(&found(&ties, &avoiding(&[3]), 3).routes), [] as [&str; 0]);
    assert_eq!(told(&found(&ties, &avoiding(&[0]), 3).routes), [] as [&str; 0]);
}

#[test]
fn a_hub_may_begin_or_end_a_route_and_never_stand_in_between() {
    let ties = ties(4, &[1], &[(0, 1, 0.9), (1, 2, 0.9), (0, 3, 0.5), (3, 2, 0.5)]);
    assert_eq!(told(&found(&ties, &asked(&[0], &[2], 5), 3).routes), ["0-3-2 0.2500"]);
    assert_eq!(told(&found(&ties, &asked(&[0], &[1], 1), 1).routes), ["0-1 0.9000"]);
    assert_eq!(told(&found(&ties, &asked(&[1], &[2], 1), 1).routes), ["1-2 0.9000"]);
}

#[test]
fn a_route_through_the_same_people_is_no_other_route() {
    // 0 and 4 are ours. By 1 and 2, by 1 alone, from 4 by 1; and by 5, who is worse and new.
    let ties =
        ties(6, &[], &[(0, 1, 0.9), (1, 2, 0.95), (2, 3, 0.95), (1, 3, 0.5), (4, 1, 0.8), (0, 5, 0.3), (5, 3, 0.3)]);
    let routes = found(&ties, &asked(&[0, 4], &[3], 3), 5);
    assert_eq!(told(&routes.routes), ["0-1-2-3 0.8122", "0-5-3 0.0900"]);
    assert_eq!(routes.warnings, [RouteWarning::FewerThanAsked]);
}

#[test]
fn a_route_begins_with_the_last_of_ours_and_ends_with_the_first_of_theirs() {
    let ties = ties(4, &[], &[(0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.9)]);
    assert_eq!(told(&found(&ties, &asked(&[0, 1], &[2, 3], 3), 3).routes), ["1-2 0.9000"]);
}

#[test]
fn who_is_there_already_needs_no_route() {
    let ties = ties(3, &[], &[(0, 1, 0.9), (1, 2, 0.9)]);
    let routes = found(&ties, &asked(&[0, 2], &[2], 3), 1);
    assert_eq!(told(&routes.routes), [] as [&str; 0]);
    assert_eq!(routes.warnings, [RouteWarning::FewerThanAsked, RouteWarning::AlreadyThere]);
}

#[test]
fn of_equal_routes_the_one_with_fewer_hops_and_then_the_first_in_order_is_told() {
    let free = Weights { hop_penalty: 0.0, ..Weights::default() };
    let ties =
        ties(6, &[], &[(0, 4, 0.5), (4, 5, 0.5), (0, 1, 0.5), (1, 5, 0.5), (0, 2, 1.0), (2, 3, 0.5), (3, 5, 0.5)]);
    let routes = routes(&ties, &asked(&[0], &[5], 3), RouteCount::MOST, &free);
    assert_eq!(told(&routes.routes), ["0-1-5 0.2500", "0-4-5 0.2500", "0-2-3-5 0.2500"]);
}

#[test]
fn of_several_ties_the_most_reliable_counts() {
    let ties =
        ties(3, &[], &[(0, 1, 0.3), (0, 1, 0.6), (1, 0, 0.6), (0, 1, 1.5), (0, 1, 0.0), (0, 1, f64::NAN), (0, 9, 0.5)]);
    assert_eq!(ties.tie_count(), 2);
    let routes = found(&ties, &asked(&[0, 0, 17], &[1, 1], 3), 3);
    assert_eq!(told(&routes.routes), ["0-1 0.6000"]);
    assert_eq!(routes.routes[0].hops[0].tie, 1);
}

#[test]
fn nobody_knows_anybody_in_an_empty_network() {
    let routes = found(&Ties::new(&[], &[]), &asked(&[0], &[1], 5), 3);
    assert_eq!((routes.routes.len(), routes.warnings), (0, vec![RouteWarning::FewerThanAsked]));
    assert_eq!(introducers(&Ties::new(&[], &[]), &asked(&[0], &[1], 5), 3, &Weights::default()), []);
}

#[test]
fn introducers_are_ordered_by_the_whole_way() {
    let ties = ties(
        6,
        &[5],
        &[(0, 1, 0.8), (1, 2, 0.7), (2, 3, 0.9), (0, 4, 0.5), (4, 3, 0.5), (0, 3, 0.9), (0, 5, 0.9), (5, 3, 0.9)],
    );
    let found = introducers(&ties, &asked(&[0], &[3], 3), 5, &Weights::default());
    let told: Vec<String> =
        found.iter().map(|one| format!("{} by {}", one.node, told(std::slice::from_ref(&one.route))[0])).collect();
    assert_eq!(told, ["2 by 0-1-2-3 0.5040", "4 by 0-4-3 0.2500"]);
    near(found[0].to_introducer, 0.56);
    near(found[0].from_introducer, 0.9);
    let one = introducers(&ties, &asked(&[0], &[3], 3), 1, &Weights::default());
    assert_eq!(one, found[..1]);
    let direct = introducers(&ties, &asked(&[0], &[3], 1), 5, &Weights::default());
    assert_eq!(direct, []);
}

#[test]
fn that_some_route_works_is_at_least_as_likely_as_that_one_of_those_without_a_common_tie_does() {
    // Three routes: by 1 and 2, by 1 and 3, by 4. The first two share the tie of 0 and 1.
    let ties =
        ties(6, &[], &[(0, 1, 0.9), (1, 2, 0.9), (2, 5, 0.9), (1, 3, 0.8), (3, 5, 0.9), (0, 4, 0.5), (4, 5, 0.5)]);
    let routes = found(&ties, &asked(&[0], &[5], 3), 3).routes;
    assert_eq!(told(&routes), ["0-1-2-5 0.7290", "0-1-3-5 0.6480", "0-4-5 0.2500"]);
    let some = some_route(&routes);
    near(some.at_least_if_independent, 1.0 - 0.271 * 0.75);
    assert_eq!(some.routes, [0, 2]);
    assert_eq!(some_route(&[]), SomeRoute { at_least_if_independent: 0.0, routes: Vec::new() });
}

#[test]
fn numbers_lie_in_their_range() {
    assert_eq!(MaxHops::default().get(), 3);
    assert_eq!(MaxHops::try_from(5), Ok(MaxHops::MOST));
    assert_eq!(MaxHops::try_from(6).expect_err("too many").to_string(), "6 lies outside 1 to 5");
    assert!(RouteCount::try_from(0).is_err() && RouteCount::try_from(11).is_err());
    assert_eq!(Weights::default().invalid(), None);
    assert!(Weights { hop_penalty: -0.1, ..Weights::default() }.invalid().is_some());
    assert!(Weights { cold_contact: f64::NAN, ..Weights::default() }.invalid().is_some());
}

/// A small network and a question.
#[derive(Debug, Clone)]
struct Case {
    nodes: Vec<Node>,
    ties: Vec<Tie>,
    from: Vec<u32>,
    to: Vec<u32>,
    avoid: Vec<u32>,
    max_hops: i64,
    count: i64,
    penalty: f64,
}

const N_NODES: u32 = 8;

fn case() -> impl Strategy<Value = Case> {
    let some = |most| subsequence((0..N_NODES).collect::<Vec<_>>(), 0..=most);
    let one = |most| subsequence((0..N_NODES).collect::<Vec<_>>(), 1..=most);
    let orders = Just((0..N_NODES).collect::<Vec<_>>()).prop_shuffle();
    // No product of these equals another of as many.
    let tie = (0..N_NODES, 0..N_NODES, select(vec![0.9, 0.7, 0.4, 0.15]));
    let ties = proptest::collection::vec(tie, 0..36);
    let numbers = (1..=5i64, 1..=10i64, select(vec![0.0, 0.105, 0.5]));
    (orders, ties, some(2), one(2), one(3), some(2), numbers).prop_map(
        |(orders, ties, hubs, from, to, avoid, (max_hops, count, penalty))| Case {
            nodes: (0..).zip(orders).map(|(at, order)| Node { order, passage: !hubs.contains(&at) }).collect(),
            ties: (0..).zip(ties).map(|(tie, (from, to, reliability))| Tie { from, to, tie, reliability }).collect(),
            from,
            to,
            avoid,
            max_hops,
            count,
            penalty,
        },
    )
}

impl Case {
    fn asked(&self) -> Asked<'_> {
        Asked { avoid: &self.avoid, ..asked(&self.from, &self.to, self.max_hops) }
    }

    fn weights(&self) -> Weights {
        Weights { hop_penalty: self.penalty, ..Weights::default() }
    }

    fn routes(&self) -> Routes {
        let ties = Ties::new(&self.nodes, &self.ties);
        routes(&ties, &self.asked(), self.count.try_into().expect("a number of routes"), &self.weights())
    }

    fn reliability(&self, from: u32, to: u32) -> Option<f64> {
        let ties = self.ties.iter().filter(|tie| (tie.from, tie.to) == (from, to) && from != to);
        ties.map(|tie| tie.reliability).max_by(f64::total_cmp)
    }

    /// All routes, by walking everywhere: nodes and reliability.
    fn all(&self) -> Vec<(Vec<u32>, f64)> {
        let mut all = Vec::new();
        for from in self.from.iter().filter(|from| !self.avoid.contains(from)) {
            self.walk(&mut vec![*from], 1.0, &mut all);
        }
        all
    }

    fn walk(&self, nodes: &mut Vec<u32>, so_far: f64, all: &mut Vec<(Vec<u32>, f64)>) {
        let last = nodes[nodes.len() - 1];
        if nodes.len() as i64 > self.max_hops {
            return;
        }
        for next in (0..N_NODES).filter(|next| !self.avoid.contains(next) && !self.from.contains(next)) {
            let Some(reliability) = self.reliability(last, next) else { continue };
            if nodes.contains(&next) {
                continue;
            }
            nodes.push(next);
            if self.to.contains(&next) {
                all.push((nodes.clone(), so_far * reliability));
            } else if self.nodes[next as usize].passage {
                self.walk(nodes, so_far * reliability, all);
            }
            nodes.pop();
        }
    }

    /// What makes one route go before another: its cost, its hops, who is in between, who is first and last.
    fn key(&self, (nodes, reliability): &(Vec<u32>, f64)) -> (i64, usize, Vec<u32>, u32, u32) {
        let hops = nodes.len() - 1;
        #[expect(clippy::cast_possible_truncation, reason = "a small cost")]
        let cost = ((-reliability.ln() + self.penalty * hops as f64) * 1e9).round() as i64;
        let order: Vec<u32> = nodes.iter().map(|node| self.nodes[*node as usize].order).collect();
        (cost, hops, order[1..hops].to_vec(), order[0], order[hops])
    }

    /// What should be told.
    fn expected(&self) -> Vec<(Vec<u32>, f64)> {
        let mut all = self.all();
        all.sort_by_key(|route| self.key(route));
        let mut kept: Vec<(Vec<u32>, f64)> = Vec::new();
        for route in all {
            let between = &route.0[1..route.0.len() - 1];
            let within =
                |(other, _): &(Vec<u32>, f64)| between.iter().all(|node| other[1..other.len() - 1].contains(node));
            if between.is_empty() || !kept.iter().any(within) {
                kept.push(route);
            }
        }
        kept.truncate(usize::try_from(self.count).expect("a number of routes"));
        kept
    }

    /// The same with other numbers for the nodes, and ties in another order.
    fn renumbered(&self) -> Self {
        let other = |node: u32| (node * 3 + 5) % N_NODES;
        let others = |nodes: &[u32]| nodes.iter().rev().map(|node| other(*node)).collect();
        let mut nodes = self.nodes.clone();
        (0..).zip(&self.nodes).for_each(|(at, node)| nodes[other(at) as usize] = *node);
        let ties = self.ties.iter().rev().map(|tie| Tie { from: other(tie.from), to: other(tie.to), ..*tie });
        let (from, to, avoid) = (others(&self.from), others(&self.to), others(&self.avoid));
        Self { nodes, ties: ties.collect(), from, to, avoid, ..self.clone() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_best_of_all_routes_are_told(case in case()) {
        let told = case.routes();
        let expected = case.expected();
        let got: Vec<_> = told.routes.iter().map(nodes).collect();
        prop_assert_eq!(&got, &expected.iter().map(|(nodes, _)| nodes.clone()).collect::<Vec<_>>());
        for (route, (_, reliability)) in told.routes.iter().zip(&expected) {
            prop_assert!((route.reliability - reliability).abs() < 1e-9);
            prop_assert!((route.hops.iter().map(|hop| hop.reliability).product::<f64>() - reliability).abs() < 1e-9);
            let least = route.hops.iter().map(|hop| hop.reliability).fold(1.0, f64::min);
            prop_assert_eq!(route.hops[route.weakest].reliability, least);
            prop_assert!(route.hops.len() as i64 <= case.max_hops);
            for hop in &route.hops {
                let tie = case.ties[hop.tie as usize];
                prop_assert_eq!((tie.from, tie.to, tie.reliability), (hop.from, hop.to, hop.reliability));
            }
        }
        prop_assert!(told.routes.is_sorted_by(|one, other| one.score >= other.score - 1e-9));
        prop_assert_eq!(told.warnings.contains(&RouteWarning::FewerThanAsked), (got.len() as i64) < case.count);
    }

    #[test]
    fn the_way_to_each_is_the_best_route_there(case in case()) {
        let ties = Ties::new(&case.nodes, &case.ties);
        let asked = case.asked();
        let weights = case.weights();
        let ways = Ways::new(&ties, asked.from, asked.avoid, asked.max_hops, &weights);
        for (to, node) in (0..).zip(&case.nodes).filter(|(_, node)| node.passage) {
            let one = RouteCount::try_from(1).expect("one");
            let best = routes(&ties, &Asked { to: &[to], ..asked.clone() }, one, &weights).routes.into_iter().next();
            let found = ways.to(&[to]).filter(|_| !asked.from.contains(&to));
            let told = |route: &Option<Route>| route.as_ref().map(|route| (route.hops.len(), (route.score * 1e9).round()));
            prop_assert_eq!(told(&found), told(&best), "{} {:?}", to, node);
        }
    }

    #[test]
    fn what_is_told_when_the_search_is_cut_off_is_how_the_answer_begins(case in case(), most_steps in 0..200u64) {
        let ties = Ties::new(&case.nodes, &case.ties);
        let whole = case.routes();
        let count = case.count.try_into().expect("a number of routes");
        let some = ranked::within(most_steps, &ties, &case.asked(), count, &case.weights());
        if some.warnings.contains(&RouteWarning::CutOff) {
            prop_assert_eq!(&whole.routes[..some.routes.len()], &some.routes[..]);
        } else {
            prop_assert_eq!(whole, some);
        }
    }

    #[test]
    fn the_order_of_input_does_not_matter(case in case()) {
        let other = case.renumbered();
        let orders = |case: &Case| -> Vec<(Vec<u32>, u64)> {
            let order = |node: u32| case.nodes[node as usize].order;
            let routes = case.routes().routes;
            routes.iter().map(|route| (nodes(route).into_iter().map(order).collect(), route.score.to_bits())).collect()
        };
        prop_assert_eq!(orders(&case), orders(&other));
    }

    #[test]
    fn introducers_are_all_who_can(case in case()) {
        let ties = Ties::new(&case.nodes, &case.ties);
        let told = introducers(&ties, &case.asked(), 100, &case.weights());
        prop_assert!(told.is_sorted_by(|one, other| one.route.reliability >= other.route.reliability - 1e-9));
        // The best way to each, by its cost, and then the best tie from them.
        let mut expected: Vec<(u32, f64)> = Vec::new();
        for node in (0..N_NODES).filter(|node| {
            case.nodes[*node as usize].passage
                && !case.avoid.contains(node) && !case.from.contains(node) && !case.to.contains(node)
        }) {
            // Those who end routes may not be passed.
            let ends = case.to.iter().filter(|to| !case.from.contains(to));
            let avoid = case.avoid.iter().chain(ends).copied().collect();
            let way = Case { to: vec![node], avoid, max_hops: case.max_hops - 1, ..case.clone() };
            let best = way.all().into_iter().min_by_key(|route| way.key(route));
            let reached = case.to.iter().filter(|to| !case.avoid.contains(to) && !case.from.contains(to));
            let last = reached.filter_map(|to| case.reliability(node, *to)).max_by(f64::total_cmp);
            if let (Some((_, r)), Some(p)) = (best, last) {
                expected.push((node, r * p));
            }
        }
        let mut got: Vec<(u32, f64)> = told.iter().map(|one| (one.node, one.route.reliability)).collect();
        got.sort_by_key(|(node, _)| *node);
        prop_assert_eq!(got.len(), expected.len());
        for ((node, value), (other, expected)) in got.into_iter().zip(expected) {
            prop_assert_eq!(node, other);
            prop_assert!((value - expected).abs() < 1e-9, "{} is not {}", value, expected);
        }
        for one in &told {
            prop_assert!((one.to_introducer * one.from_introducer - one.route.reliability).abs() < 1e-12);
            prop_assert!(one.route.hops.len() as i64 <= case.max_hops);
        }
    }

    #[test]
    fn that_some_route_works_is_at_least_as_likely_as_that_the_best_does(case in case()) {
        let routes = case.routes().routes;
        let some = some_route(&routes);
        let best = routes.iter().map(|route| route.reliability).fold(0.0, f64::max);
        prop_assert!(some.at_least_if_independent >= best - 1e-12 && some.at_least_if_independent <= 1.0);
        let mut used: Vec<u32> = some.routes.iter().flat_map(|at| routes[*at].hops.iter().map(|hop| hop.tie)).collect();
        let n_used = used.len();
        used.sort_unstable();
        used.dedup();
        prop_assert_eq!(used.len(), n_used);
    }
}
