//! How long it takes to say who joins on which condition: `cargo bench -p drieklank-network --bench closure`.
//!
//! Own timing, no harness: each is computed several times, and the slowest is told beside the median.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench prints, and stops at what it did not expect")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate};
use fastrand::Rng;
use network::coalition::Weights;
use network::facts::*;
use network::id::FactId;
use network::network::{Network, Revision};
use network::source::Confidence;
use network::view::View;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    // Who waits for what is the same every time.
    let mixed = |parties: usize| move |at: usize, random: &mut Rng| mixed(at, parties, random);
    report("22 parties, clauses of all kinds", 22, mixed(22));
    report("10,000 offers, clauses of all kinds", 10_000, mixed(10_000));
    report("10,000 offers, each waits for more than there are", 10_000, |_, _| parties(20_000));
    report("10,000 offers, each for one party more than the last", 10_000, |at, _| parties(at + 2));
    report("10,000 offers, each for the one before, the first for nobody", 10_000, |at, _| match at {
        0 => parties(20_000),
        _ => json!({ "includes": key(at - 1) }),
    });
}

fn key(at: usize) -> String {
    format!("party-{at}")
}

fn parties(least: usize) -> Value {
    json!({ "parties": { "atLeast": least } })
}

/// Mostly few: numbers of parties and sums that some reach and others do not, parties by name, both, either.
fn mixed(_: usize, parties: usize, random: &mut Rng) -> Value {
    let leaf = |random: &mut Rng| match random.u8(0..3) {
        0 => json!({ "parties": { "atLeast": random.usize(1..parties), "kind": "MUNICIPALITY" } }),
        1 => json!({ "budget": { "atLeast": random.usize(1..parties * 60).to_string() } }),
        _ => json!({ "includes": key(random.usize(0..parties)) }),
    };
    match random.u8(0..4) {
        0 => json!({ "all": [leaf(random), leaf(random)] }),
        1 => json!({ "any": [leaf(random), leaf(random), leaf(random)] }),
        _ => leaf(random),
    }
}

fn row<T: Fact + DeserializeOwned>(mut fields: Value) -> T {
    fields["source"] = "deck:PAGE".into();
    fields["confidence"] = "HIGH".into();
    let mut row: T = serde_json::from_value(fields).expect("a row");
    row.set_id(T::Id::from_key(&row.key().clone()));
    row
}

/// A line with an offer of each party, three in four of them on a condition.
fn view(offers: usize, condition: impl Fn(usize, &mut Rng) -> Value) -> View {
    let random = &mut Rng::with_seed(20_240_314);
    let mut facts = Facts::default();
    facts.programme_lines.push(row(json!({ "slug": "line", "kind": "CONTENT", "position": 1, "name_nl": "Line" })));
    for at in 0..offers {
        let kind = ["MUNICIPALITY", "MUNICIPALITY", "PROVINCE", "COMPANY"][at % 4];
        let name = json!({ "slug": key(at), "name_nl": key(at), "kind": kind, "helix": "GOVERNMENT" });
        facts.organisations.push(row(name));
        let condition = (random.u8(0..4) > 0 || offers > 22 && at == 0).then(|| condition(at, random).to_string());
        facts.commitments.push(row(json!({ "key": key(at), "organisation": key(at), "programme_line": "line",
            "status": "PLEDGED", "condition": condition })));
        let amount = random.u32(1..100).to_string();
        facts
            .contributions
            .push(row(json!({ "key": key(at), "commitment": key(at), "kind": "BUDGET", "amount": amount,
            "unit": "EUR", "minimum": false })));
    }
    let name = json!({ "slug": "netwerk", "name_nl": "Netwerk", "organisation": key(0), "legal_entity": false });
    facts.cooperations.push(row(name));
    let revision = Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH };
    let network = Network::build(facts, revision).expect("a network");
    let day = NaiveDate::from_ymd_opt(2024, 3, 14).expect("a day");
    View::new(Arc::new(network), day, Confidence::Unverified, Arc::new(Weights::default()))
}

fn report(what: &str, offers: usize, condition: impl Fn(usize, &mut Rng) -> Value) {
    let view = view(offers, condition);
    let line = view.network().programme_lines.indices().next().expect("a line");
    let coalition = view.coalition(line);
    let closure = coalition.closure(&view, AmbitionLevel::Base);
    let runs = if offers > 100 { 5 } else { 200 };
    let mut took: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(coalition.closure(&view, AmbitionLevel::Base));
            start.elapsed()
        })
        .collect();
    took.sort_unstable();
    let (median, slowest) = (took[took.len() / 2], took[took.len() - 1]);
    let rounds = closure.blocked().iter().map(|blocked| blocked.round).max().unwrap_or(0);
    println!(
        "{what:<62} median {median:>10.2?}, slowest of {runs} {slowest:>10.2?} ({} certain, {} together, {} blocked in {rounds} rounds)",
        closure.certain.parties,
        closure.greatest.parties,
        closure.blocked().len()
    );
}
