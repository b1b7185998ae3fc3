//! Measures of random graphs and tables, for others to check: `cargo run -p drieklank-network --example measured` writes one
//! line of JSON each, which `network/tests/python/audit_measures.py` compares with networkx and igraph.

#![expect(clippy::print_stdout, reason = "who checks reads it")]

use std::num::NonZeroUsize;

use fastrand::Rng;
use network::measure::{
    Adjacency, Brokerage, Weighting, adjusted_rand, backbone, betweenness, brokerage, communities, components,
    constraint, core_numbers, cuts, effective_size, harmonic, mixing, page_rank, participation, weigh,
};
use serde_json::{Value, json};

const GRAPHS: u32 = 300;
const TABLES: u32 = 60;

fn main() {
    let mut random = Rng::with_seed(20_240_314);
    for at in 0..GRAPHS {
        println!("{}", graph(&mut random, at));
    }
    for _ in 0..TABLES {
        println!("{}", table(&mut random));
    }
}

/// Every third graph has strengths that differ; densities run from hardly any ties to nearly all.
fn graph(random: &mut Rng, at: u32) -> Value {
    let n = random.u32(1..60);
    let density = random.f64().powi(2);
    let weighted = at.is_multiple_of(3);
    let mut ties = Vec::new();
    for one in 0..n {
        for other in one + 1..n {
            if random.f64() < density {
                ties.push((one, other, if weighted { 0.1 + random.f64() } else { 1.0 }));
            }
        }
    }
    let groups: Vec<u8> = (0..n).map(|_| random.u8(0..4)).collect();
    let adjacency = Adjacency::undirected(n as usize, ties.iter().copied());
    let threads = NonZeroUsize::new(random.usize(1..4)).unwrap_or(NonZeroUsize::MIN);
    let (cut, divided) = (cuts(&adjacency), communities(&adjacency, 0));
    let roles =
        |found: Brokerage| [found.coordinator, found.gatekeeper, found.representative, found.consultant, found.liaison];
    let mixed = mixing(&adjacency, &groups).map(|mixed| [mixed.ei_index, mixed.by_chance]);
    json!({
        "n": n,
        "ties": ties,
        "groups": groups,
        "betweenness": betweenness(&adjacency, threads),
        "harmonic": harmonic(&adjacency, threads),
        "page_rank": page_rank(&adjacency),
        "core_numbers": core_numbers(&adjacency),
        "components": components(&adjacency),
        "articulation": cut.articulation,
        "bridges": cut.bridges,
        "constraint": constraint(&adjacency),
        "effective_size": effective_size(&adjacency),
        "brokerage": brokerage(&adjacency, &groups).into_iter().map(roles).collect::<Vec<_>>(),
        "participation": participation(&adjacency, &groups),
        "mixing": mixed,
        "communities": divided.of,
        "modularity": divided.modularity,
        "like_groups": adjusted_rand(&divided.of, &groups),
    })
}

/// Who takes part where, what sharing weighs, and how likely it is by chance.
fn table(random: &mut Rng) -> Value {
    let (rows, n_columns) = (random.u32(2..25), random.usize(1..20));
    let density = 0.05 + 0.5 * random.f64();
    let columns: Vec<Vec<u32>> =
        (0..n_columns).map(|_| (0..rows).filter(|_| random.f64() < density).collect()).collect();
    let slices: Vec<&[u32]> = columns.iter().map(Vec::as_slice).collect();
    let weights = |weighting| {
        let mut found = Vec::new();
        weigh(&slices, rows as usize, weighting, |one, other, strength| found.push((one, other, strength)));
        found
    };
    let tested = backbone(rows as usize, &slices).ok().map(|tested| {
        let significant: Vec<_> = tested.significant(0.05).map(|pair| (pair.one, pair.other)).collect();
        let pairs: Vec<_> = tested.pairs.iter().map(|pair| (pair.one, pair.other, pair.p_value)).collect();
        json!({ "tested": tested.tested, "pairs": pairs, "significant": significant })
    });
    json!({
        "rows": rows,
        "columns": columns,
        "count": weights(Weighting::Count),
        "jaccard": weights(Weighting::Jaccard),
        "cosine": weights(Weighting::Cosine),
        "newman": weights(Weighting::Newman),
        "backbone": tested,
    })
}
