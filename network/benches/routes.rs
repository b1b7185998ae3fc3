//! How long it takes to find routes among 10,000 persons with 100,000 ties: `cargo bench -p drieklank-network --bench routes`.
//!
//! Own timing, no harness: each question is asked many times, and the slowest is told beside the median.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench prints, and stops at what it did not expect")]

use std::time::{Duration, Instant};

use fastrand::Rng;
use network::affairs::routes::{
    Asked, MaxHops, Node, RouteCount, RouteWarning, Tie, Ties, Weights, introducers, routes, some_route,
};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PERSONS: u32 = 10_000;
const TIES: usize = 100_000;
const QUESTIONS: usize = 200;

/// How reliable a tie of a made network is.
type Reliability = fn(&mut Rng) -> f64;

const RELIABILITIES: [(&str, Reliability); 3] = [
    ("all different", |random| 0.05 + 0.9 * random.f64()),
    ("of four strengths", |random| [0.15, 0.4, 0.4, 0.7][random.usize(0..4)]),
    ("all equal", |_| 0.4),
];

fn main() {
    for (shape, skewed) in [("even", false), ("skewed: a few know many", true)] {
        for (strengths, reliability) in RELIABILITIES {
            let mut random = Rng::with_seed(20_240_314);
            let (nodes, arcs) = made(&mut random, skewed, reliability);
            let (ties, took) = timed(|| Ties::new(&nodes, &arcs));
            println!("\n{shape}, ties {strengths}: {} ties each way, laid out in {took:?}", ties.tie_count());
            ask(&ties, &mut random, "one to one, 10 routes, 5 hops", 1, 1, 5);
            ask(&ties, &mut random, "one to one, 10 routes, 3 hops", 1, 1, 3);
            ask(&ties, &mut random, "a team of 20 to a body of 40, 10 routes, 5 hops", 20, 40, 5);
            ask(&ties, &mut random, "half of all to one, 10 routes, 5 hops", 5_000, 1, 5);
            introduce(&ties, &mut random);
        }
    }
    gate();
    clique();
}

/// The same question of random persons, many times.
fn ask(ties: &Ties, random: &mut Rng, what: &str, n_from: usize, n_to: usize, hops: i64) {
    let weights = Weights::default();
    let max_hops = MaxHops::try_from(hops).expect("a number of hops");
    let (mut found, mut cut_off) = (0, 0);
    let times = (0..QUESTIONS).map(|_| {
        let from = some(random, ties, n_from);
        let to = some(random, ties, n_to);
        let asked = Asked { from: &from, to: &to, avoid: &[], max_hops };
        let (told, took) = timed(|| routes(ties, &asked, RouteCount::MOST, &weights));
        std::hint::black_box(some_route(&told.routes));
        found += told.routes.len();
        cut_off += usize::from(told.warnings.contains(&RouteWarning::CutOff));
        took
    });
    report(what, times.collect(), &format!("{found} routes, {cut_off} cut off"));
}

fn introduce(ties: &Ties, random: &mut Rng) {
    let weights = Weights::default();
    let mut found = 0;
    let times = (0..QUESTIONS).map(|_| {
        let (from, to) = (some(random, ties, 20), some(random, ties, 1));
        let asked = Asked { from: &from, to: &to, avoid: &[], max_hops: MaxHops::MOST };
        let (told, took) = timed(|| introducers(ties, &asked, 25, &weights));
        found += told.len();
        took
    });
    report("introducers from a team of 20 to one, 5 hops", times.collect(), &format!("{found} introducers"));
}

/// The hardest that we know: everybody is behind one gate, so that nearly all that is looked at leads nowhere.
fn gate() {
    let mut random = Rng::with_seed(20_240_314);
    let (nodes, mut arcs) = made(&mut random, false, RELIABILITIES[1].1);
    let (ours, theirs, gate) = (0, 1, 2);
    arcs.retain(|tie| [tie.from, tie.to].iter().all(|node| *node > gate));
    let both = |one: u32, other: u32| [(one, other), (other, one)];
    let behind = (3..2_000).flat_map(|node| both(gate, node));
    arcs.extend(behind.chain(both(ours, gate)).chain(both(theirs, gate)).map(|(from, to)| Tie {
        from,
        to,
        tie: 0,
        reliability: 0.9,
    }));
    let ties = Ties::new(&nodes, &arcs);
    let asked = Asked { from: &[ours], to: &[theirs], avoid: &[], max_hops: MaxHops::MOST };
    println!("\none gate that knows 2,000");
    let mut told = Vec::new();
    let times = (0..QUESTIONS).map(|_| {
        let (routes, took) = timed(|| routes(&ties, &asked, RouteCount::MOST, &Weights::default()));
        told = routes.warnings;
        took
    });
    let times = times.collect();
    report("one to one, 10 routes, 5 hops", times, &format!("{told:?}"));
}

/// Everybody knows everybody, and equally well: as many equal routes as there can be.
fn clique() {
    const MEMBERS: u32 = 450;
    let nodes: Vec<Node> = (0..MEMBERS).map(|order| Node { order, passage: true }).collect();
    let pairs = (0..MEMBERS).flat_map(|from| (0..MEMBERS).map(move |to| (from, to)));
    let arcs: Vec<Tie> = pairs.map(|(from, to)| Tie { from, to, tie: from.min(to), reliability: 0.95 }).collect();
    let ties = Ties::new(&nodes, &arcs);
    println!("\na circle of {MEMBERS} who all know each other");
    ask(&ties, &mut Rng::with_seed(20_240_314), "one to one, 10 routes, 5 hops", 1, 1, 5);
}

fn made(random: &mut Rng, skewed: bool, reliability: Reliability) -> (Vec<Node>, Vec<Tie>) {
    let nodes = (0..PERSONS).map(|at| Node { order: at, passage: at % 50 != 49 }).collect();
    let person = |random: &mut Rng| {
        let share = random.f64();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the persons")]
        let at = (if skewed { share * share * share } else { share } * f64::from(PERSONS)) as u32;
        at.min(PERSONS - 1)
    };
    let ties = (0..).take(TIES).flat_map(|tie| {
        let (one, other, reliability) = (person(random), person(random), reliability(random));
        [(one, other), (other, one)].map(|(from, to)| Tie { from, to, tie, reliability })
    });
    (nodes, ties.collect())
}

fn some(random: &mut Rng, ties: &Ties, how_many: usize) -> Vec<u32> {
    let n_nodes = u32::try_from(ties.node_count()).unwrap_or(u32::MAX);
    (0..how_many).map(|_| random.u32(0..n_nodes)).collect()
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = run();
    (value, start.elapsed())
}

fn report(what: &str, mut times: Vec<Duration>, found: &str) {
    times.sort();
    println!("{what:<50} median {:>10.2?}, slowest {:>10.2?}; {found}", times[times.len() / 2], times[times.len() - 1]);
}
