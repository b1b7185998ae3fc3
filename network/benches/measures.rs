//! How long measures take, beside igraph in the same run where `python3` (or `$PYTHON`) has it:
//! `cargo bench -p drieklank-network --bench measures`.
//!
//! Own timing, no harness. Of each measure the fastest run counts, ours and theirs, on one core.

#![expect(clippy::print_stdout, reason = "a bench prints")]
#![expect(clippy::expect_used, clippy::panic, reason = "and stops at what it did not expect")]

#[path = "../tests/facts/mod.rs"]
mod facts;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fastrand::Rng;
use network::graph::{Graph, Grouping, Projection, Weighting, project};
use network::measure::{Adjacency, Quota, banzhaf, betweenness, components, core_numbers, cuts, page_rank};
use strum::IntoEnumIterator;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 5;

fn main() {
    two_mode(5_000, 400, 25_000, true);
    two_mode(100_000, 5_000, 1_000_000, false);
    region();
    thresholds();
}

/// A graph of organisations and venues, each tie between one of either. Some take part in far more than others.
fn two_mode(organisations: u32, venues: u32, links: usize, walks: bool) {
    let mut random = Rng::with_seed(20_240_314);
    let mut ties = std::collections::BTreeSet::new();
    while ties.len() < links {
        let share = random.f64();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the venues")]
        let venue = (share * share * f64::from(venues)) as u32;
        ties.insert((random.u32(0..organisations), organisations + venue.min(venues - 1)));
    }
    let nodes = organisations + venues;
    println!("\n{organisations} organisations, {venues} venues, {links} links");
    let mut measures = vec!["components", "core_numbers", "articulation_points", "page_rank"];
    measures.extend(walks.then_some("betweenness"));
    let theirs = igraph(nodes, &ties, &measures);
    let (adjacency, took) =
        timed(|| Adjacency::undirected(nodes as usize, ties.iter().map(|(one, other)| (*one, *other, 1.0))));
    println!("laid out in {took:.1?}");
    let tell = |measure: &str, what: &str, ours: Duration| {
        let beside = theirs.get(measure).map_or_else(
            || "igraph is not there".to_owned(),
            |theirs| format!("igraph {:>9.2?}, ours {:.2} of it", theirs, ours.as_secs_f64() / theirs.as_secs_f64()),
        );
        println!("{what:<32} {ours:>9.2?}; {beside}");
    };
    tell("components", "components", fastest(|| components(&adjacency)));
    tell("core_numbers", "core numbers", fastest(|| core_numbers(&adjacency)));
    tell("articulation_points", "articulation points and bridges", fastest(|| cuts(&adjacency)));
    tell("page_rank", "PageRank, to 1e-12", fastest(|| page_rank(&adjacency)));
    if walks {
        for threads in [1, 2] {
            let threads = NonZeroUsize::new(threads).expect("some");
            let ours = fastest(|| betweenness(&adjacency, threads));
            tell("betweenness", &format!("betweenness, threads: {threads}"), ours);
        }
    }
}

/// Times of igraph on the same graph; none when it is not there.
fn igraph(nodes: u32, ties: &std::collections::BTreeSet<(u32, u32)>, measures: &[&str]) -> HashMap<String, Duration> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let helper = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/time_igraph.py");
    let mut input = format!("{nodes} {} {}\n", ties.len(), measures.join(" "));
    ties.iter().for_each(|(one, other)| writeln!(input, "{one} {other}").expect("a string takes all"));
    let mut command = Command::new(python);
    command.arg(helper).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return HashMap::new() };
    // Where igraph is missing it reads nothing, and this fails.
    let _ = child.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
    let answer = child.wait_with_output().expect("its output").stdout;
    let seconds: HashMap<String, f64> = serde_json::from_slice(&answer).unwrap_or_default();
    seconds.into_iter().map(|(measure, seconds)| (measure, Duration::from_secs_f64(seconds))).collect()
}

type Measure = (&'static str, fn(&Graph));

const MEASURES: [Measure; 14] = [
    ("betweenness", |graph| keep(graph.betweenness())),
    ("harmonic centrality", |graph| keep(graph.harmonic())),
    ("PageRank", |graph| keep(graph.page_rank())),
    ("core numbers", |graph| keep(graph.core_numbers())),
    ("components", |graph| keep(graph.components())),
    ("articulation points and bridges", |graph| keep(graph.cuts())),
    ("constraint", |graph| keep(graph.constraint())),
    ("effective size", |graph| keep(graph.effective_size())),
    ("brokerage", |graph| keep(graph.brokerage(Grouping::Helix))),
    ("participation and mixing", |graph| keep((graph.participation(Grouping::Helix), graph.mixing(Grouping::Helix)))),
    ("communities", |graph| keep(graph.communities())),
    ("backbone", |graph| {
        keep(graph.backbone().map(|tested| tested.as_ref().map(|found| found.significant(0.05).count())))
    }),
    ("interlocks", |graph| keep(graph.interlocks())),
    ("synergy and tripartite share", |graph| keep((graph.synergy(), graph.tripartite()))),
];

/// The built-in regions: the slowest projection of each measure, cold, and then warm.
fn region() {
    for name in ["regio-zwolle", "regio-voorbeeld"] {
        let view = facts::view(facts::region(name), "2024-03-14");
        let made = || Projection::iter().map(|projection| project(&view, projection, Weighting::Newman));
        let (graphs, took) = timed(|| made().collect::<Result<Vec<_>, _>>().expect("small ones"));
        println!("\n{name}: all projections in {took:.2?}");
        for graph in &graphs {
            println!("{}: {} nodes, {} links", graph.projection(), graph.node_count(), graph.link_count());
        }
        for (what, measure) in MEASURES {
            let cold = |graph: &Graph| {
                (0..RUNS)
                    .map(|_| {
                        let fresh = graph.clone();
                        timed(|| measure(&fresh)).1
                    })
                    .max()
            };
            let slowest = graphs.iter().filter_map(cold).max().unwrap_or_default();
            graphs.iter().for_each(measure);
            let warm = graphs.iter().map(|graph| timed(|| measure(graph)).1).max().unwrap_or_default();
            println!("{what:<32} cold {slowest:>9.2?}, warm {warm:>9.2?}");
            assert!(slowest < Duration::from_secs(2), "{what} takes far too long");
        }
    }
}

/// Two thirds of 22 parties, half of the inhabitants, and an amount.
fn thresholds() {
    let brings = |most: u64| (1..=22).map(|at| at * most / 22).collect::<Vec<_>>();
    let quotas = [
        Quota { brings: vec![1; 22], needed: 15 },
        Quota { brings: brings(130_000), needed: 700_000 },
        Quota { brings: brings(2_000_000), needed: 9_000_000 },
    ];
    println!("\nBanzhaf values of 22 parties, 3 quotas   {:>9.2?}", fastest(|| banzhaf(22, &quotas, 0)));
}

fn keep<T>(value: T) {
    std::hint::black_box(value);
}

fn fastest<T>(run: impl Fn() -> T) -> Duration {
    (0..RUNS).map(|_| timed(&run).1).min().unwrap_or_default()
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = std::hint::black_box(run());
    (value, start.elapsed())
}
