//! How long it takes to choose contacts: `cargo bench -p drieklank-network --bench coverage`.
//!
//! Own timing, no harness: each choice is made several times, and the slowest is told beside the median.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench prints, and stops at what it did not expect")]

use std::time::{Duration, Instant};

use fastrand::Rng;
use network::affairs::coverage::{Chance, Choice, Contact, Target, Threshold};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    for (n_contacts, n_targets, most) in
        [(20, 12, 5), (20, 12, 10), (20, 100, 10), (1_000, 100, 25), (10_000, 1_000, 25)]
    {
        let random = &mut Rng::with_seed(20_240_314);
        report(&format!("{n_contacts} contacts, {n_targets} targets, all different, {most} talks"), most, || {
            let reached = if n_contacts > 20 { 0.02 } else { 0.3 };
            made(random, n_contacts, n_targets, |random| if random.f64() < reached { random.f64() } else { 0.0 })
        });
    }
    for n_targets in [12, 100] {
        // No bound tells one choice from another here, so that all of them are looked at.
        let random = &mut Rng::with_seed(20_240_314);
        report(&format!("20 contacts, {n_targets} targets, all nearly the same, 10 talks"), 10, || {
            made(random, 20, n_targets, |random| 0.3 + 1e-9 * random.f64())
        });
    }
}

fn made(random: &mut Rng, n_contacts: usize, n_targets: usize, mut chance: impl FnMut(&mut Rng) -> f64) -> Choice {
    let targets: Vec<Target> =
        (0..).take(n_targets).map(|order| Target { order, value: f64::from(random.u8(1..6)) }).collect();
    let contacts: Vec<Contact> = (0..).take(n_contacts).map(|order| Contact { order }).collect();
    let mut chances = Vec::new();
    for contact in 0..n_contacts {
        for target in 0..n_targets {
            let chance = chance(random);
            if chance > 0.0 {
                chances.push(Chance { contact, target, chance });
            }
        }
    }
    Choice::new(&targets, &contacts, &chances).expect("a choice")
}

fn report(what: &str, most: usize, mut made: impl FnMut() -> Choice) {
    let (mut best, mut fewest) = (Vec::new(), Vec::new());
    let mut gap = 0.0_f64;
    for _ in 0..10 {
        let choice = made();
        let (coverage, took) = timed(|| choice.best(most, 0.5));
        gap = gap.max(coverage.upper_bound / coverage.value - 1.0);
        best.push(took);
        fewest.push(timed(|| choice.fewest(Threshold::try_from(0.6).expect("a threshold"))).1);
    }
    println!(
        "{what}\n    best {}, at most {:.1} % from the optimum; fewest {}",
        times(best),
        gap * 100.0,
        times(fewest)
    );
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = run();
    (value, start.elapsed())
}

fn times(mut times: Vec<Duration>) -> String {
    times.sort();
    format!("median {:.2?}, slowest {:.2?}", times[times.len() / 2], times[times.len() - 1])
}
