//! How likely it is that at least one of some routes works.

use super::Route;

/// That at least one of some routes works.
#[derive(Debug, Clone, PartialEq)]
pub struct SomeRoute {
    /// At least so likely, from 0 to 1, **assuming that ties work or fail independently of each other**: 1 − Π (1 − r)
    /// over routes that share no tie.
    pub at_least_if_independent: f64,
    /// Which routes that counts, by their place, in order. No two of them share a tie.
    pub routes: Vec<usize>,
}

/// How likely it is that at least one of some routes works: a lower bound, **assuming that ties work or fail independently
/// of each other**. They seldom do: who is angry with us is so on every route. Of the routes those are counted that share
/// no tie and give the highest bound; the exact value over all routes is #P-hard.
///
/// * `routes`: at most 10, as [`routes`](super::routes()) tells them: every choice among them is looked at.
#[must_use]
pub fn some_route(routes: &[Route]) -> SomeRoute {
    let mut best = SomeRoute { at_least_if_independent: 0.0, routes: Vec::new() };
    choose(routes, 0, 1.0, &mut Vec::new(), &mut best);
    best
}

/// Looks at all choices that go on from one.
fn choose(routes: &[Route], from: usize, fails: f64, chosen: &mut Vec<usize>, best: &mut SomeRoute) {
    if 1.0 - fails > best.at_least_if_independent {
        *best = SomeRoute { at_least_if_independent: 1.0 - fails, routes: chosen.clone() };
    }
    for (at, route) in routes.iter().enumerate().skip(from) {
        let shares = |other: &usize| {
            let ties = &routes[*other].hops;
            route.hops.iter().any(|hop| ties.iter().any(|tie| tie.tie == hop.tie))
        };
        if !chosen.iter().any(shares) {
            chosen.push(at);
            choose(routes, at + 1, fails * (1.0 - route.reliability), chosen, best);
            chosen.pop();
        }
    }
}
