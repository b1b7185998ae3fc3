//! Chance that is the same every time: a generator that starts from a seed.

use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Numbers by chance. Those of one seed are the same on every machine.
pub(super) struct Random(Pcg64Mcg);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }

    pub(super) fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Below `n`, which is above 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        let scaled = (u128::from(self.bits()) * n as u128) >> 64;
        usize::try_from(scaled).unwrap_or(0)
    }

    /// At least 0 and below 1.
    pub(super) fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
        let bits = (self.bits() >> 11) as f64;
        bits / (1u64 << 53) as f64
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_every_time_and_all_orders_as_often() {
        assert_eq!(Random::new(7).bits(), Random::new(7).bits());
        assert_ne!(Random::new(7).bits(), Random::new(8).bits());
        let mut random = Random::new(0);
        let mut first = [0; 3];
        for _ in 0..3_000 {
            let mut items = [0, 1, 2];
            random.shuffle(&mut items);
            first[items[0]] += 1;
            assert!((0.0..1.0).contains(&random.unit()));
        }
        assert!(first.iter().all(|count| (850..1_150).contains(count)), "{first:?}");
    }
}
