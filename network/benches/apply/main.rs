//! What one change costs on a large made network: 100,000 organisations, 5,000 venues, 1,000,000 participations.
//! `cargo bench -p drieklank-network --bench apply`; an argument scales it: `-- 10`.
//!
//! Own timing, no harness: each kind of change is done many times, on rows that are chosen as skewed as the network is,
//! one after the other, as a writer does: the network after one is the one before the next.

#![expect(clippy::panic, reason = "a benchmark that cannot go on says why")]

#[path = "../coalition/made.rs"]
mod made;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate};
use fastrand::Rng;
use network::any_fact::AnyFact;
use network::change::Change;
use network::facts::*;
use network::id::*;
use network::network::{Network, Revision};
use network::plan::{Act, Command, Draft, Policy, Source, plan};
use uuid::Uuid;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each kind of change is done.
const TIMES: usize = 2_000;

/// Versions that are kept, to see what each takes.
const KEPT: u64 = 200;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Cargo passes `--bench` as well.
    let scale: f64 = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(1.0);
    let facts = made::facts(scale)?;
    let n_participations = facts.seats.len() + facts.commitments.len() + facts.signatures.len();
    let start = Instant::now();
    let network = Network::build(facts, Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH });
    let network = network.map_err(|problems| format!("{} problems", problems.len()))?;
    let (built, resident) = (start.elapsed(), resident_kib());
    say(&format!("{n_participations} participations, built in {:.2} s, {} MiB", built.as_secs_f64(), resident / 1024));
    let mut bench = Bench { network, random: Rng::with_seed(20_260_314) };

    bench.run("add a commitment", |network, random| vec![Change::Added(commitment(network, random).into())]);
    bench.run("add a commitment with a contribution", |network, random| {
        let commitment = commitment(network, random);
        let contribution = contribution(network, random, commitment.id);
        vec![Change::Added(commitment.into()), Change::Added(contribution.into())]
    });
    bench.run("change the status of a commitment", |network, random| {
        let before = row(&network.commitments, random);
        let status = if before.status == CommitmentStatus::Pledged {
            CommitmentStatus::Realised
        } else {
            CommitmentStatus::Pledged
        };
        let after = Commitment { status, ..before.clone() };
        vec![Change::Changed { before: before.into(), after: after.into() }]
    });
    bench.run("add a seat", |network, random| {
        let id = SeatId::from_uuid(new_id(random));
        let like = row(&network.seats, random);
        vec![Change::Added(Seat { id, key: key(id), ..like }.into())]
    });
    bench.run("remove a signature", |network, random| vec![Change::Removed(row(&network.signatures, random).into())]);
    bench.run("add an organisation", |network, random| {
        let id = OrganisationId::from_uuid(new_id(random));
        let like = row(&network.organisations, random);
        vec![Change::Added(Organisation { id, slug: key(id), parent: None, ..like }.into())]
    });
    bench.run("rename an organisation", |network, random| {
        let before = row(&network.organisations, random);
        let after = Organisation { name_nl: format!("{} {}", before.name_nl, random.u16(..)), ..before.clone() };
        vec![Change::Changed { before: before.into(), after: after.into() }]
    });
    bench.pledge();

    let before = resident_kib();
    let kept: Vec<Network> = (0..KEPT)
        .map(|_| {
            let change = Change::Added(commitment(&bench.network, &mut bench.random).into());
            let next = bench.next(&[change]);
            std::mem::replace(&mut bench.network, next)
        })
        .collect();
    say(&format!("{:<40} {:>8} KiB", "a version that is kept", (resident_kib() - before) / KEPT));
    drop(kept);
    Ok(())
}

struct Bench {
    network: Network,
    random: Rng,
}

impl Bench {
    fn next(&self, changes: &[Change]) -> Network {
        let Revision { number, recorded_at } = self.network.revision();
        let next = Revision { number: number + 1, recorded_at };
        self.network.apply(changes, next).unwrap_or_else(|problems| panic!("{problems:?}"))
    }

    /// Does a kind of change many times.
    fn run(&mut self, what: &str, make: impl Fn(&Network, &mut Rng) -> Vec<Change>) {
        let (mut applying, mut dropping) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            let changes = make(&self.network, &mut self.random);
            let start = Instant::now();
            let next = self.next(&changes);
            applying.push(start.elapsed());
            let before = std::mem::replace(&mut self.network, next);
            let start = Instant::now();
            drop(before);
            dropping.push(start.elapsed());
        }
        say(&format!("{what:<40} {}   dropping the old {}", told(applying), told(dropping)));
    }

    /// Plans pledges, from the command on.
    fn pledge(&mut self) {
        let policy = Policy {
            source_required: true,
            today: NaiveDate::from_ymd_opt(2024, 3, 14).unwrap_or_default(),
            erased: Arc::default(),
        };
        let source = Source { title: "Raadsbesluit".into(), locator: None, url: None };
        let mut planning = Vec::new();
        let mut network = Arc::new(self.network.clone());
        for _ in 0..TIMES {
            let commitment = commitment(&network, &mut self.random);
            let contribution = contribution(&network, &mut self.random, commitment.id);
            let drafts = [AnyFact::from(commitment), contribution.into()].map(|fact| Draft { fact, path: Vec::new() });
            let act = Act::Record(drafts.into());
            let command = Command { act, source: Some(source.clone()), if_revision: None };
            let Revision { number, recorded_at } = network.revision();
            let start = Instant::now();
            let planned = plan(&network, &command, &policy, Revision { number: number + 1, recorded_at });
            planning.push(start.elapsed());
            network = Arc::new(planned.unwrap_or_else(|refused| panic!("{refused:?}")).after);
        }
        self.network = Network::clone(&network);
        say(&format!("{:<40} {}", "plan a pledge with a contribution", told(planning)));
    }
}

/// Any row, each as likely as another.
fn row<T: Fact>(table: &network::table::Table<T>, random: &mut Rng) -> T {
    loop {
        let at = network::table::Ix::new(random.u32(..u32::try_from(table.slots()).unwrap_or(u32::MAX)));
        // What was removed meanwhile is not there.
        if table.by_id(table.get(at).id()) == Some(at) {
            return table.get(at).clone();
        }
    }
}

/// One like another, and so as skewed.
fn commitment(network: &Network, random: &mut Rng) -> Commitment {
    let id = CommitmentId::from_uuid(new_id(random));
    Commitment { id, key: key(id), ..row(&network.commitments, random) }
}

fn contribution(network: &Network, random: &mut Rng, commitment: CommitmentId) -> Contribution {
    let id = ContributionId::from_uuid(new_id(random));
    let like = row(&network.contributions, random);
    Contribution { id, key: key(id), commitment: Some(commitment), partnership: None, ..like }
}

fn new_id(random: &mut Rng) -> Uuid {
    uuid::Builder::from_random_bytes(random.u128(..).to_be_bytes()).into_uuid()
}

fn key<I: FactId>(id: I) -> network::slug::Slug {
    id.uuid().to_string().parse().unwrap_or_else(|error| panic!("{error}"))
}

fn told(mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    let us = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a few thousand"
        )]
        let at = ((took.len() - 1) as f64 * share) as usize;
        took[at].as_secs_f64() * 1e6
    };
    format!("median {:>7.1} µs  p99 {:>7.1} µs  most {:>8.1} µs", us(0.5), us(0.99), us(1.0))
}

fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[expect(clippy::print_stdout, reason = "a benchmark talks to whoever runs it")]
fn say(line: &str) {
    println!("{line}");
}
