//! Whose yes decides whether a threshold is met.

mod exact;
mod sampled;

/// Up to so many parties all coalitions are looked at; of more a sample is.
pub const MOST_EXACT: usize = 22;

/// Minimal winning coalitions that are told at most.
pub const MOST_MINIMAL: usize = 100;

/// What must be brought together: parties, inhabitants, euros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    /// Of each party, how much it brings, in whole units.
    pub brings: Vec<u64>,
    /// How much must be there.
    pub needed: u64,
}

/// How often one party decides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pivotality {
    /// The part of all coalitions of the others that lose without it and win with it, from 0 to 1: the Banzhaf value.
    pub value: f64,
    /// Where the value lies: itself twice when all coalitions were looked at, else the bounds of the 95 % interval (Wilson).
    pub between: (f64, f64),
}

/// Who decides whether all quotas are met.
#[derive(Debug, Clone, PartialEq)]
pub struct Banzhaf {
    /// Of each party.
    pub parties: Vec<Pivotality>,
    /// Whether all coalitions were looked at.
    pub exact: bool,
    /// Coalitions that win, of 2ⁿ; `None` when only a sample was looked at.
    pub winning: Option<u64>,
    /// How many coalitions win and lose as soon as anybody leaves; `None` when only a sample was looked at.
    pub minimal_count: Option<u64>,
    /// Those, the smallest first, at most 100: the parties in each, in order.
    pub minimal: Vec<Vec<usize>>,
}

/// The Banzhaf values of `n` parties. A coalition wins when it meets all quotas. With at most 22 parties exact, in time
/// O(2ⁿ); else from 100,000 coalitions by chance.
///
/// * `quotas`: each with as many numbers as there are parties, together below 2^64.
/// * `seed`: of the sample.
///
/// Source: Banzhaf 1965, Rutgers Law Review 19; Dubey and Shapley 1979, doi:10.1287/moor.4.2.99.
#[must_use]
pub fn banzhaf(n: usize, quotas: &[Quota], seed: u64) -> Banzhaf {
    if n <= MOST_EXACT { exact::banzhaf(n, quotas) } else { sampled::banzhaf(n, quotas, seed) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::random::Random;

    fn quota(brings: &[u64], needed: u64) -> Quota {
        Quota { brings: brings.to_vec(), needed }
    }

    fn values(found: &Banzhaf) -> Vec<f64> {
        found.parties.iter().map(|party| party.value).collect()
    }

    #[test]
    fn four_votes_of_ten_decide_five_times_of_eight() {
        let found = banzhaf(4, &[quota(&[4, 3, 2, 1], 6)], 0);
        assert_eq!(values(&found), [5.0 / 8.0, 3.0 / 8.0, 3.0 / 8.0, 1.0 / 8.0]);
        assert_eq!(found.minimal, [vec![0, 1], vec![0, 2], vec![1, 2, 3]]);
        assert_eq!((found.winning, found.minimal_count, found.exact), (Some(7), Some(3), true));
    }

    #[test]
    fn all_quotas_must_be_met() {
        // Two of three parties, and 50 of 100 inhabitants, of which the first has 90.
        let found = banzhaf(3, &[quota(&[1; 3], 2), quota(&[90, 5, 5], 50)], 0);
        assert_eq!(values(&found), [3.0 / 4.0, 1.0 / 4.0, 1.0 / 4.0]);
        assert_eq!(found.minimal, [[0, 1], [0, 2]]);
        let never = banzhaf(3, &[quota(&[1; 3], 4)], 0);
        assert_eq!((values(&never), never.winning, never.minimal_count), (vec![0.0; 3], Some(0), Some(0)));
        let always = banzhaf(2, &[quota(&[1, 1], 0)], 0);
        // The empty coalition wins already.
        assert_eq!((values(&always), always.winning, &*always.minimal), (vec![0.0; 2], Some(4), &[vec![]][..]));
        assert_eq!(banzhaf(0, &[], 0).winning, Some(1));
    }

    #[test]
    fn blocks_of_coalitions_agree_with_looking_at_each() {
        let mut random = Random::new(0);
        for n in [1, 5, 6, 7, 9] {
            let mut brings = || (0..n).map(|_| random.bits() % 20).collect::<Vec<_>>();
            let quotas = [quota(&brings(), 30), quota(&brings(), 25)];
            let wins = |coalition: usize| {
                let sum = |quota: &Quota| -> u64 {
                    (0..n).filter(|at| coalition >> at & 1 == 1).map(|at| quota.brings[at]).sum()
                };
                quotas.iter().all(|quota| sum(quota) >= quota.needed)
            };
            let found = banzhaf(n, &quotas, 0);
            for at in 0..n {
                let swings =
                    (0..1 << n).filter(|all| all >> at & 1 == 1 && wins(*all) && !wins(all & !(1 << at))).count();
                assert_eq!(found.parties[at].value, crate::measure::real(swings) / crate::measure::real(1 << (n - 1)));
            }
            let minimal = (0..1usize << n)
                .filter(|all| wins(*all) && (0..n).all(|at| all >> at & 1 == 0 || !wins(all & !(1 << at))));
            assert_eq!(found.minimal_count, Some(minimal.count() as u64));
            assert_eq!(found.winning, Some((0..1usize << n).filter(|all| wins(*all)).count() as u64));
        }
    }

    #[test]
    fn a_sample_comes_near_and_says_how_near() {
        let quotas = [quota(&(1..=22).collect::<Vec<_>>(), 160)];
        let (exact, sample) = (exact::banzhaf(22, &quotas), sampled::banzhaf(22, &quotas, 7));
        assert!(!sample.exact && sample.minimal.is_empty() && sample.winning.is_none());
        let inside = exact.parties.iter().zip(&sample.parties).filter(|(exact, sample)| {
            assert!((exact.value - sample.value).abs() < 0.01);
            (sample.between.0..=sample.between.1).contains(&exact.value)
        });
        assert!(inside.count() >= 19);
        assert_eq!(sample, sampled::banzhaf(22, &quotas, 7));
        assert!(!banzhaf(23, &[quota(&[1; 23], 12)], 0).exact);
    }
}
