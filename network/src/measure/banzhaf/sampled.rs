//! From a sample of coalitions: each party is in or out as a coin falls.

use super::{Banzhaf, Pivotality, Quota};
use crate::measure::random::Random;
use crate::measure::real;

const SAMPLES: usize = 100_000;

/// Of the normal distribution: 95 % lies so many standard deviations around the middle.
const Z: f64 = 1.959_963_984_540_054;

pub(super) fn banzhaf(n: usize, quotas: &[Quota], seed: u64) -> Banzhaf {
    let mut random = Random::new(seed);
    let mut swings = vec![0usize; n];
    let mut is_in = vec![false; n];
    for _ in 0..SAMPLES {
        for coins in is_in.chunks_mut(64) {
            let bits = random.bits();
            coins.iter_mut().enumerate().for_each(|(at, coin)| *coin = bits >> at & 1 == 1);
        }
        let sum = |quota: &Quota| {
            is_in.iter().zip(&quota.brings).map(|(is_in, brings)| if *is_in { *brings } else { 0 }).sum()
        };
        let sums: Vec<u64> = quotas.iter().map(sum).collect();
        for party in 0..n {
            let without = |quota: &Quota, sum: u64| sum - if is_in[party] { quota.brings[party] } else { 0 };
            let meets = |with: bool| {
                quotas.iter().zip(&sums).all(|(quota, sum)| {
                    without(quota, *sum) + if with { quota.brings[party] } else { 0 } >= quota.needed
                })
            };
            swings[party] += usize::from(meets(true) && !meets(false));
        }
    }
    let parties =
        swings.into_iter().map(|swings| Pivotality { value: real(swings) / real(SAMPLES), between: wilson(swings) });
    Banzhaf { parties: parties.collect(), exact: false, winning: None, minimal_count: None, minimal: Vec::new() }
}

/// The 95 % interval of a share of the sample. Source: Wilson 1927, doi:10.1080/01621459.1927.10502953.
fn wilson(hits: usize) -> (f64, f64) {
    let (n, share) = (real(SAMPLES), real(hits) / real(SAMPLES));
    let middle = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let by = 1.0 + Z * Z / n;
    (((middle - half) / by).max(0.0), ((middle + half) / by).min(1.0))
}
