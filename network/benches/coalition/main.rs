//! Coalitions on a large made network: 100,000 organisations, 5,000 venues, 1,000,000 participations.
//! `cargo bench -p drieklank-network`; an argument scales it: `-- 0.1`.
//!
//! Own timing, no harness: each step runs once cold, which is what is asked of it, and reports its time and the memory.

mod made;

use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, NaiveDate};
use network::coalition::{CoalitionStatus, Weights};
use network::facts::{Language, ProgrammeLine};
use network::network::{Network, Revision};
use network::source::Confidence;
use network::table::Ix;
use network::view::View;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Cargo passes `--bench` as well.
    let scale: f64 = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(1.0);
    let facts = made::facts(scale)?;
    let n_facts = facts.len();
    report(&format!("{n_facts} facts"), None);
    let (network, took) = timed(|| Network::build(facts, Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH }));
    let network = Arc::new(network.map_err(|problems| format!("{} problems", problems.len()))?);
    report("Network::build", Some(took));

    let day = NaiveDate::from_ymd_opt(2024, 3, 14).ok_or("no day")?;
    let weights = Arc::new(Weights::default());
    let lines: Vec<_> = network.programme_lines.indices().collect();
    let view = View::new(network.clone(), day, Confidence::Unverified, weights.clone());
    let (n_organisations, took) = timed(|| view.organisations().len());
    report(&format!("order of {n_organisations} organisations, cold"), Some(took));
    for (name, line) in ["one line", "the other"].iter().zip(&lines) {
        let (n_standings, took) = timed(|| view.coalition(*line).standings().len());
        let coalition = view.coalition(*line);
        let n_items: usize =
            coalition.standings().iter().map(|standing| coalition.evidence(view.network(), standing).count()).sum();
        report(&format!("coalition of {name}: {n_standings} standings on {n_items} items, cold"), Some(took));
    }

    let sure = View::new(network.clone(), day, Confidence::Medium, weights);
    let (n_told, took) = timed(|| first_page(&sure, lines[0]));
    report(&format!("first page ({n_told} items) of a new view, cold"), Some(took));
    let (n_told, took) = timed(|| first_page(&sure, lines[0]));
    report(&format!("first page ({n_told} items), warm"), Some(took));
    let (n_members, took) = timed(|| sure.coalition(lines[0]).members(CoalitionStatus::Pledged).count());
    report(&format!("count of {n_members} members, warm"), Some(took));
    Ok(())
}

/// What a page of 25 members shows: name, status, evidence with its path, what is missing.
fn first_page(view: &View, line: Ix<ProgrammeLine>) -> usize {
    let coalition = view.coalition(line);
    let page = coalition.members(CoalitionStatus::Pledged).take(25);
    page.map(|standing| {
        let name = view.name(standing.organisation, Language::Nl).len();
        let evidence =
            coalition.evidence(view.network(), standing).filter(|item| !coalition.path(item).is_empty()).count();
        let missing = coalition.missing(view, standing).len();
        std::hint::black_box((name, missing, coalition.period(view, standing)));
        evidence
    })
    .sum()
}

/// How long something took.
#[derive(Clone, Copy)]
struct Took {
    wall_ms: f64,
    /// Time on a processor, which others on the machine do not lengthen; `None` where the system does not tell.
    cpu_ms: Option<f64>,
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Took) {
    let (start, cpu) = (Instant::now(), cpu_ms());
    let value = run();
    let wall_ms = start.elapsed().as_secs_f64() * 1_000.0;
    (value, Took { wall_ms, cpu_ms: cpu_ms().zip(cpu).map(|(end, start)| end - start) })
}

fn cpu_ms() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse::<f64>().ok().map(|ns| ns / 1_000_000.0)
}

#[expect(clippy::print_stdout, reason = "a benchmark talks to whoever runs it")]
fn report(what: &str, took: Option<Took>) {
    let ms = |ms: f64| format!("{ms:.2} ms");
    let wall = took.map_or_else(String::new, |took| ms(took.wall_ms));
    let cpu = took.and_then(|took| took.cpu_ms).map_or_else(String::new, |cpu| format!("processor {}", ms(cpu)));
    let peak = std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        })
        .map_or_else(String::new, |kib| format!("peak {} MiB", kib / 1024));
    println!("{what:<70} {wall:>12} {cpu:>22} {peak:>14}");
}
